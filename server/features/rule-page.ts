/**
 * A rule in words: the page behind "Explain", and the hover on a finding. Both are Markdown made from the rule itself.
 */
import type { Fix, Severity } from "../analysis/engine/finding.ts";
import type { Rule } from "../analysis/engine/rule.ts";

/** A fix that a rule offers, as its page tells of it. */
export type FixNote = Pick<Fix, "title" | "safety">;

/** The whole page, headings included. `fixes` are those that the rule offers for its example. */
export function rulePage(rule: Rule, fixes: readonly FixNote[] = []): string {
  return [
    `# ${rule.name}`,
    `${rule.summary}.`,
    "## Why it matters",
    `**For the data scientist.** ${rule.why.scientist}`,
    `**For the engineer.** ${rule.why.engineer}`,
    "## Example",
    codeBlock(rule.bad),
    "Better:",
    codeBlock(rule.good),
    "## Severity",
    severityTable(rule),
    ...optionSection(rule),
    ...fixSection(fixes),
    "## How to silence it",
    `On one line, with a reason: \`${suppression(rule.name)} <reason>\`. The same comment on a line of its own at the top ` +
      "holds for the whole file or cell.",
    "For a project, in `seaworthy.toml`:",
    codeBlock(`ignore = ["${rule.name}"]`, "toml"),
    "Or give it another severity, for both profiles or for one:",
    codeBlock(`[severity]\n${rule.name} = { exploration = "hint" }`, "toml"),
    ...neighbourSection(rule),
    `Topic: ${rule.topic}`,
  ].join("\n\n") + "\n";
}

/** What the hover on a finding says below its message. */
export function ruleSummary(rule: Rule, link: string | undefined): string {
  return [
    `**${rule.name}**: ${rule.summary}.`,
    `*Data scientist:* ${rule.why.scientist}`,
    `*Engineer:* ${rule.why.engineer}`,
    `${codeBlock(rule.bad)}\n\nBetter:\n\n${codeBlock(rule.good)}`,
    `Silence it here with \`${suppression(rule.name)} <reason>\`.` + (link === undefined ? "" : ` [More](${link})`),
  ].join("\n\n");
}

/** The comment that silences a rule, without a reason. */
export function suppression(rule: string): string {
  return `# seaworthy: ignore[${rule}]`;
}

function optionSection({ name, options }: Rule): readonly string[] {
  if (!options) return [];
  const rows = Object.entries(options).map(([option, each]) => `| ${option} | ${String(each.default)} | ${each.description} |`);
  const [first] = Object.entries(options);
  const example = first ? codeBlock(`[rules.${name}]\n${first[0]} = ${String(first[1].default)}`, "toml") : "";
  return ["## Options", ["| Option | Default | |", "|---|---|---|", ...rows].join("\n"), "In `seaworthy.toml`:", example];
}

function neighbourSection({ covers = [] }: Rule): readonly string[] {
  if (covers.length === 0) return [];
  const codes = covers.length === 1 ? (covers[0] ?? "") : `${covers.slice(0, -1).join(", ")} or ${covers.at(-1) ?? ""}`;
  return [
    "## Beside Ruff",
    `What Ruff reports at the same place (${codes}) is left to it where its settings turn that rule on for the file, and a \`# noqa\` for it counts. ` +
      "Select this rule by its name, or give it a severity, to have it all the same.",
  ];
}

function fixSection(fixes: readonly FixNote[]): readonly string[] {
  if (fixes.length === 0) return [];
  const meaning = { safe: "keeps behaviour, may run on save", review: "needs a look" };
  return ["## Fixes", fixes.map(({ title, safety }) => `- ${title} (${safety}: ${meaning[safety]})`).join("\n")];
}

function severityTable(rule: Rule): string {
  const row = (profile: string, level: Severity | "off"): string => `| ${profile} | ${level} |`;
  return [
    "| Profile | Severity |",
    "|---|---|",
    row("exploration", rule.severity.exploration),
    row("production", rule.severity.production),
  ].join("\n");
}

/** A fence longer than any run of backticks in the code. */
function codeBlock(code: string, language = "python"): string {
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${code.replace(/^\n+|\s+$/g, "")}\n${fence}`;
}
