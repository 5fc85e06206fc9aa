/**
 * Recall and precision of rules on the snippets labelled by hand (test/labelled), per rule and in all, and what they miss or find wrongly.
 *
 *     npx tsx bench/labelled-rules.ts                    everything
 *     npx tsx bench/labelled-rules.ts sql path           rules with `sql` or `path` in their name
 *
 * Exits with 1 when a topic is below the goal of test/labelled/goals.ts.
 */
import { goal } from "../test/labelled/goals.ts";
import { figuresOf, judge, markersOf, rulesOf, snippetsOf, topics } from "../test/labelled/judge.ts";
import type { Verdict } from "../test/labelled/judge.ts";

const parts = process.argv.slice(2);

for (const topic of topics()) {
  const rules = rulesOf(topic);
  const snippets = snippetsOf(topic);
  const verdicts: Verdict[] = [];
  for (const snippet of snippets) verdicts.push(...(await judge(snippet, rules)));
  const clean = snippets.filter((snippet) => markersOf(snippet).length === 0).length;
  console.log(`${topic}: ${String(snippets.length)} snippets, ${String(clean)} of them clean\n`);
  console.log(`${"".padEnd(28)}${["found", "graded", "missed", "false", "recall", "precision"].map((name) => name.padStart(10)).join("")}`);
  const names = rules.map(({ name }) => name).filter((name) => parts.length === 0 || parts.some((part) => name.includes(part)));
  for (const name of names) line(name, verdicts.filter(({ rule }) => rule === name));
  if (parts.length === 0) line("all", verdicts);
  for (const { rule, kind, where, what } of verdicts.filter((each) => each.kind !== "found" && names.includes(each.rule))) {
    console.log(`\n${kind.toUpperCase()} ${rule}\n  ${where}\n  ${what}`);
  }
  const { recall, precision } = figuresOf(verdicts);
  if (recall < goal.recall || precision < goal.precision) process.exitCode = 1;
}

function line(name: string, verdicts: readonly Verdict[]): void {
  const { found, graded, missed, wrong, recall, precision } = figuresOf(verdicts);
  const columns = [found, graded, missed, wrong, recall.toFixed(3), precision.toFixed(3)];
  console.log(`${name.padEnd(28)}${columns.map((each) => String(each).padStart(10)).join("")}`);
}
