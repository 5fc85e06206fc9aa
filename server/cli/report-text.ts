/**
 * `--format text`: for people.
 *
 *     src/train.py  1 error
 *
 *     error: "/home/ada/churn.csv" exists on one machine only  hardcoded-path
 *        ┌─ src/train.py:12:18
 *        │
 *     12 │ df = pd.read_csv(SOURCE)
 *        │                  ^^^^^^
 *        │
 *      3 │ SOURCE = "/home/ada/churn.csv"
 *        │          --------------------- the path is written here
 *        │
 *        = fix: Read it from an environment variable (to review)
 *
 *     1 error in 1 of 14 files · 38 ms
 *     1 can be fixed after review: seaworthy fix --unsafe --diff
 */
import type { Severity } from "../analysis/engine/finding.ts";
import { preferredFix } from "../features/apply-fixes.ts";
import { frameLine } from "./code-frame.ts";
import { rangeOfSpot } from "./located-finding.ts";
import type { LocatedFinding, Spot } from "./located-finding.ts";
import { isAtLeast, severityOrder } from "./report.ts";
import type { CheckedFile, CheckSummary, Reporter } from "./report.ts";
import { duration, plural, severityPaint, visible } from "./style.ts";
import type { Style } from "./style.ts";

/** `width`: columns of the terminal. */
export function textReporter(out: (text: string) => void, style: Style, width: number): Reporter {
  return {
    file: (checked) => { if (checked.findings.length > 0) out(fileText(checked, style, width)); },
    finish: (summary) => { out(summaryText(summary, style)); },
  };
}

/** `--statistics`: how often each rule spoke, and how gravely at worst. */
export function statisticsReporter(out: (text: string) => void, style: Style): Reporter {
  const counts = new Map<string, { count: number; fixable: number; level: Severity }>();
  return {
    file(checked) {
      for (const { finding: { rule, level, fixes } } of checked.findings) {
        const entry = counts.get(rule) ?? { count: 0, fixable: 0, level };
        entry.count += 1;
        if (fixes.length > 0) entry.fixable += 1;
        if (isAtLeast(level, entry.level)) entry.level = level;
        counts.set(rule, entry);
      }
    },
    finish(summary) {
      const rows = [...counts].sort(([aName, a], [bName, b]) => b.count - a.count || (aName < bName ? -1 : 1));
      const numbers = Math.max(0, ...rows.map(([, { count }]) => String(count).length));
      const names = Math.max(0, ...rows.map(([name]) => name.length));
      for (const [name, { count, fixable, level }] of rows) {
        const start = `${style.bold(String(count).padStart(numbers))}  ${name.padEnd(names)}  `;
        const paint = severityPaint(style, level);
        out(fixable === 0 ? `${start}${paint(level)}\n` : `${start}${paint(level.padEnd("information".length))}  ${style.dim(`${fixable} with a fix`)}\n`);
      }
      if (rows.length > 0) out("\n");
      out(summaryText(summary, style));
    },
  };
}

function fileText(checked: CheckedFile, style: Style, width: number): string {
  const counts = severityOrder.flatMap((severity) => {
    const count = checked.findings.filter(({ finding }) => finding.level === severity).length;
    return count === 0 ? [] : [severityCount(count, severity)];
  });
  const head = `${style.bold(style.underline(visible(checked.path)))}  ${style.dim(counts.join(", "))}\n\n`;
  return `${head}${checked.findings.map((finding) => `${findingText(finding, style, width)}\n`).join("")}`;
}

/** Most places of an explanation path that are shown. */
const mostRelated = 8;

function findingText({ finding, at, related }: LocatedFinding, style: Style, width: number): string {
  const paint = severityPaint(style, finding.level);
  // A place that is marked already is not marked twice.
  const others = related.filter(({ at: other }) => !isSame(other, at));
  const shown = others.slice(0, mostRelated);
  const frames = [at, ...shown.map((one) => one.at)];
  const gutter = Math.max(2, ...frames.map((spot) => String(spot.source.lineAt(spot.start) + 1).length));
  const edge = style.dim(`${" ".repeat(gutter)} │`);
  const lines = [
    `${style.bold(paint(finding.level))}${style.bold(`: ${visible(finding.message)}`)}  ${style.dim(finding.rule)}`,
    `${style.dim(`${" ".repeat(gutter)} ┌─`)} ${placeText(at)}`,
    edge,
    ...frame(at, "^", "", paint),
  ];
  let before = at;
  for (const one of shown) {
    const elsewhere = one.at.source !== before.source;
    const [codeLine = "", ...marks] = frame(one.at, "-", visible(one.message), style.blue);
    if (!elsewhere && lines[lines.length - 2] === codeLine) {
      // A second mark below the same line.
      lines.push(...marks);
      continue;
    }
    lines.push(edge);
    if (elsewhere) lines.push(`${style.dim(`${" ".repeat(gutter)} ├─`)} ${placeText(one.at)}`);
    lines.push(codeLine, ...marks);
    before = one.at;
  }
  if (others.length > shown.length) lines.push(edge, `${edge} ${style.dim(`… and ${plural(others.length - shown.length, "more place")}`)}`);
  const { fixes } = finding;
  if (fixes.length > 0) lines.push(edge);
  for (const fix of fixes) {
    const kind = fix.safety === "safe" ? style.green("fix") : style.cyan("fix to review");
    lines.push(`${" ".repeat(gutter)} ${style.dim("=")} ${kind}: ${visible(fix.title)}`);
  }
  return `${lines.join("\n")}\n`;

  function frame(spot: Spot, mark: string, label: string, colour: (text: string) => string): string[] {
    const room = Math.max(20, width - gutter - 3);
    const { line, code, indent, length, until } = frameLine(spot.source, spot.start, spot.end, room);
    const goesOn = until === undefined ? "" : style.dim(` to line ${until + 1}`);
    return [
      `${style.dim(`${String(line + 1).padStart(gutter)} │`)} ${code}`.trimEnd(),
      `${edge} ${" ".repeat(indent)}${colour(mark.repeat(length))}${label === "" ? "" : ` ${colour(label)}`}${goesOn}`,
    ];
  }
}

/** `path:line:column`, which terminals and editors make clickable; in a notebook the line counts inside the cell. */
function placeText(spot: Spot): string {
  const { line, column } = rangeOfSpot(spot);
  return spot.cell === null ? `${visible(spot.path)}:${line}:${column}` : `${visible(spot.path)} cell ${spot.cell + 1}, line ${line}:${column}`;
}

function isSame(a: Spot, b: Spot): boolean {
  return a.source === b.source && a.start === b.start && a.end === b.end;
}

function summaryText(summary: CheckSummary, style: Style): string {
  const { counts, files, filesWithFindings, safeFixes, reviewFixes, errors } = summary;
  const time = style.dim(` · ${duration(summary.milliseconds)}`);
  const unread = errors.length === 0 ? "" : `, ${style.red(`${plural(errors.length, "problem")} above`)}`;
  const parts = severityOrder.filter((severity) => counts[severity] > 0)
    .map((severity) => severityPaint(style, severity)(severityCount(counts[severity], severity)));
  if (parts.length === 0) {
    const mark = errors.length === 0 ? `${style.green("✓")} ` : "";
    return `${mark}No findings in ${plural(files, "file")}${unread}${time}\n`;
  }
  const hints: string[] = [];
  if (safeFixes > 0) hints.push(`${safeFixes} can be fixed now: ${style.cyan("seaworthy fix")}`);
  if (reviewFixes > 0) hints.push(`${reviewFixes} ${safeFixes > 0 ? "more " : ""}can be fixed and reviewed: ${style.cyan("seaworthy fix --unsafe --diff")}`);
  return [`${style.bold(parts.join(", "))} in ${filesWithFindings} of ${plural(files, "file")}${unread}${time}`, ...hints, ""].join("\n");
}

/** "2 errors", "1 hint", "3 information". */
function severityCount(count: number, severity: string): string {
  return `${count.toLocaleString("en-US")} ${severity}${count === 1 || severity === "information" ? "" : "s"}`;
}

/** How a finding counts in the summary. */
export function fixKind({ finding }: LocatedFinding): "safe" | "review" | undefined {
  if (preferredFix(finding, { safety: "safe" })) return "safe";
  return preferredFix(finding, { safety: "review" }) ? "review" : undefined;
}
