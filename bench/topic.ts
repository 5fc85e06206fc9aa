/**
 * What each topic's rules add to the time of an analysis: the same documents with all rules and with all but the topic's.
 *
 *     npx tsx bench/topic.ts                     every topic
 *     npx tsx bench/topic.ts data-access         one, measured longer
 *
 * The documents are the notebooks of test/targets and the examples: code as people write it. Both ways run in turn, and the median of
 * the rounds' ratios counts, in time of this process: what else the machine does changes little. Half of the rounds begin with one
 * way and half with the other. Fixes are not made, as in the editor. Exits with 1 when a topic adds 15 % or more.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { rules } from "../rules/index.ts";
import type { Profile } from "../server/analysis/engine/finding.ts";
import type { Rule } from "../server/analysis/engine/rule.ts";
import { createSession } from "../server/analysis/engine/session.ts";
import { defaultSettings } from "../server/analysis/engine/settings.ts";
import { readNotebook } from "../server/analysis/syntax/notebook.ts";

const goal = 0.15;
const root = join(import.meta.dirname, "..");
const asked = process.argv.slice(2);
const topics = [...new Set(rules.map(({ topic }) => topic))].filter((topic) => asked.length === 0 || asked.includes(topic));
const documents = [...files(join(root, "test/targets")), ...files(join(root, "examples"))];
const rounds = asked.length > 0 ? 60 : 24;

// Code is compiled while it runs first.
for (let round = 0; round < 4; round++) analysed(rules);
console.log(`${String(documents.length)} documents, ${String(rounds)} rounds\n\n${"".padEnd(20)}${["rules", "ms with", "ms without", "adds"].map((name) => name.padStart(12)).join("")}`);
for (const topic of topics) {
  const others = rules.filter((rule) => rule.topic !== topic);
  const times = Array.from({ length: rounds }, (_, round): { readonly all: number; readonly without: number } => {
    if (round % 2 === 0) return { all: analysed(rules), without: analysed(others) };
    const without = analysed(others);
    return { all: analysed(rules), without };
  });
  const adds = median(times.map(({ all, without }) => all / without)) - 1;
  const columns = [rules.length - others.length, median(times.map(({ all }) => all)).toFixed(0), median(times.map(({ without }) => without)).toFixed(0), `${(100 * adds).toFixed(1)} %`];
  console.log(`${topic.padEnd(20)}${columns.map((each) => String(each).padStart(12)).join("")}`);
  if (adds >= goal) {
    console.error(`MISSED: ${topic} adds ${String(100 * goal)} % or more`);
    process.exitCode = 1;
  }
}

interface Text {
  readonly uri: string;
  readonly profile: Profile;
  /** One for a script. */
  readonly cells: readonly string[];
}

function files(folder: string): readonly Text[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).sort().flatMap((name): readonly Text[] => {
    const path = join(folder, name);
    const uri = `file:///bench/${relative(root, path)}`;
    if (name.endsWith(".py")) return [{ uri, profile: "production", cells: [readFileSync(path, "utf8")] }];
    if (!name.endsWith(".ipynb")) return [];
    const result = readNotebook(readFileSync(path, "utf8"));
    if ("problem" in result) throw new Error(`${name}: ${result.problem.message}`);
    return [{ uri, profile: "exploration", cells: result.notebook.cells.filter(({ kind }) => kind === "code").map(({ text }) => text) }];
  });
}

/** Milliseconds of this process for all documents, each for the first time. */
function analysed(chosen: readonly Rule[]): number {
  const before = process.cpuUsage();
  for (const { uri, profile, cells } of documents) {
    const session = createSession({ rules: chosen, strict: true });
    const options = { settings: defaultSettings, profile };
    if (uri.endsWith(".py")) session.openScript(uri, cells[0] ?? "", options);
    else session.openNotebook(uri, cells.map((text, index) => ({ id: String(index), kind: "code", language: "python", text })), options);
    session.report(uri);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
