/**
 * Judges the rules of a topic by snippets that were labelled by hand.
 *
 * `test/labelled/<topic>/<rule>.md` are fixtures as those of the rules (see test/harness/fixture.ts): each heading is a snippet, and
 * a marker stands at each line where the catalogue of rules wants a finding, with its severity in the file's profile. In contrast
 * to a rule's fixture, all rules of the topic run on each snippet, and a difference is a figure and not a failure.
 *
 *     df = pd.read_csv("/home/anna/x.csv")  # error: [hardcoded-path]      found: true positive, else missed
 *     df = pd.read_csv("data/x.csv")                                       a finding here is false
 *
 * A label is a rule and a line: two findings of a rule on one line are one, and a finding over several lines may be marked at any of
 * them. The severity of a marker is the catalogue's for the profile. A rule may call a case graver or milder; such findings are
 * found, and counted apart, so that nobody overlooks how many there are.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { rules as allRules } from "../../rules/index.ts";
import type { Rule, Topic } from "../../server/analysis/engine/rule.ts";
import { readFixture } from "../harness/fixture.ts";
import type { Fixture, FixtureFile, FixtureTest, Marker } from "../harness/fixture.ts";
import { open, see, surroundingsOf } from "../harness/rule-check.ts";
import type { Seen } from "../harness/rule-check.ts";

export interface Verdict {
  readonly rule: string;
  /** `graded`: found, with another severity than the catalogue's. */
  readonly kind: "found" | "graded" | "missed" | "false";
  /** Snippet and line, for people. */
  readonly where: string;
  /** What is at the line, and what was said of it. */
  readonly what: string;
}

export interface Figures {
  /** Those graded otherwise are among them. */
  readonly found: number;
  readonly graded: number;
  readonly missed: number;
  readonly wrong: number;
  /** Share of the labels that were found; 1 without labels. */
  readonly recall: number;
  /** Share of the findings that were labelled; 1 without findings. */
  readonly precision: number;
}

export interface Snippet {
  /** The rule whose file it is in: what it shows, or looks like. */
  readonly about: string;
  readonly test: FixtureTest;
  readonly fixture: Fixture;
}

export function topics(): readonly string[] {
  return readdirSync(import.meta.dirname, { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name).sort();
}

export function rulesOf(topic: string): readonly Rule[] {
  return allRules.filter((rule) => rule.topic === (topic as Topic));
}

export function snippetsOf(topic: string): readonly Snippet[] {
  const folder = join(import.meta.dirname, topic);
  return readdirSync(folder).filter((name) => name.endsWith(".md")).sort().flatMap((name) => {
    const fixture = readFixture(readFileSync(join(folder, name), "utf8"));
    return fixture.tests.map((test) => ({ about: fixture.name, test, fixture }));
  });
}

export function markersOf({ test }: Snippet): readonly Marker[] {
  return test.files.flatMap(({ markers }) => markers);
}

export async function judge(snippet: Snippet, rules: readonly Rule[]): Promise<readonly Verdict[]> {
  const { test, fixture, about } = snippet;
  const around = await surroundingsOf(test, fixture.shared, rules);
  return test.files.filter(({ kind }) => kind !== "other").flatMap((file) => {
    const { session, document } = open(file.texts, file, rules, around);
    const seen = (session.report(document.uri)?.findings ?? []).map((finding) => see(document, file, finding));
    return compare(file, seen).map((verdict) => ({ ...verdict, where: `${about} / ${test.title}: ${verdict.where}` }));
  });
}

export function figuresOf(verdicts: readonly Verdict[]): Figures {
  const count = (kind: Verdict["kind"]): number => verdicts.filter((each) => each.kind === kind).length;
  const [graded, missed, wrong] = [count("graded"), count("missed"), count("false")];
  const found = count("found") + graded;
  return { found, graded, missed, wrong, recall: share(found, found + missed), precision: share(found, found + wrong) };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function compare(file: FixtureFile, seen: readonly Seen[]): readonly Verdict[] {
  const fits = (marker: Marker, { finding, cell, line, lastLine }: Seen): boolean =>
    marker.rule === finding.rule && marker.cell === cell && line <= marker.line && marker.line <= lastLine;
  const textAt = (cell: number, line: number): string => file.texts[cell]?.split("\n")[line]?.trim() ?? "";
  const whereOf = (cell: number, line: number): string => `${file.path}${file.kind === "notebook" ? `, cell ${String(cell + 1)}` : ""}, line ${String(line + 1)}`;
  const labelled = file.markers.map((marker): Verdict => {
    const levels = seen.filter((each) => fits(marker, each)).map(({ finding }) => finding.level);
    const kind = levels.length === 0 ? "missed" : levels.includes(marker.severity) ? "found" : "graded";
    const level = kind === "graded" ? `${levels.join(", ")}, and ${marker.severity} by the catalogue` : marker.severity;
    return { rule: marker.rule, kind, where: whereOf(marker.cell, marker.line), what: `${level}   ${textAt(marker.cell, marker.line)}` };
  });
  const wrong = seen.filter((each) => !file.markers.some((marker) => fits(marker, each))).map(({ finding, cell, line }): Verdict => ({
    rule: finding.rule,
    kind: "false",
    where: whereOf(cell, line),
    what: `${finding.level} "${finding.message}"   ${textAt(cell, line)}`,
  }));
  // Several findings of one rule on one line are one.
  return [...labelled, ...wrong.filter((each, index) => wrong.findIndex(({ rule, where }) => rule === each.rule && where === each.where) === index)];
}
