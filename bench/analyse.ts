/**
 * A whole document analysed for the first time, by its length: milliseconds and memory per 1,000 lines must not grow.
 *
 *     npm run bench:analyse                       the code as it ships
 *     npm run bench:analyse -- .cache/wild        and the scripts in a folder, those of 350 lines and more
 *
 * Four kinds of text: what data scientists write, one function that is as long as the whole script, the smallest statements, which
 * cost the most for their length, and a script with a finding on nearly every line. All rules run.
 *
 * Times as an editor's user meets them: "ms" is a document that is new to a server whose code is compiled, from its text to its
 * findings: the best of many, and "usual" the median, which holds collections of garbage and whatever else the machine does. "fixes" is what making every fix of every finding costs on top, which nobody waits for at once: a fix is made when somebody
 * opens its light bulb, and one that moves the whole script into a function is most of it. The first document of a process, before
 * anything is compiled, is told apart.
 *
 * Exits with 1 when 20,000 lines cost more than three times as much per line as 1,000, or when 1,000 lines of the first kind take
 * 30 ms or more. `bench/parse.ts` is a yardstick of the machine.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "../rules/index.ts";
import { createSession } from "../server/analysis/engine/session.ts";
import type { Session } from "../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../server/analysis/engine/settings.ts";

const uri = "file:///bench/script.py";
const lengths = [100, 1000, 5000, 20_000];
const goal = 30;
let made = 0;

const kinds: readonly (readonly [string, (lines: number) => string])[] = [
  ["a script with functions", (lines) => filled("import numpy as np\nimport pandas as pd\n", block, lines)],
  ["one long function", (lines) => filled("import pandas as pd\n\ndef main(folder):\n", step, lines)],
  ["findings everywhere", (lines) => filled("import glob, pickle, sqlite3\nimport pandas as pd\ndb = sqlite3.connect('a.db')\n", bad, lines)],
  ["x = [1, 2, 3]", (lines) => filled("", () => "x = [1, 2, 3]\n", lines)],
];

const [usual] = kinds;
if (usual) console.log(`the first document of a process, 1,000 lines: ${timed(usual[1](1000)).analysed.toFixed(0)} ms`);

// Code is compiled while it runs first.
for (let round = 0; round < 8; round++) for (const [, text] of kinds) timed(text(1000));

const missed: string[] = [];
console.log(`${"".padEnd(28)}${"lines".padStart(7)}${"ms".padStart(10)}${"ms / 1,000".padStart(12)}${"usual".padStart(10)}${"fixes".padStart(10)}${"MB / 1,000".padStart(12)}`);
for (const [name, textOf] of kinds) {
  const perLine = new Map<number, number>();
  for (const lines of lengths) {
    const text = textOf(lines);
    const rounds = Array.from({ length: lines < 5000 ? 60 : 3 }, () => timed(text));
    const times = rounds.map(({ analysed }) => analysed).sort((a, b) => a - b);
    const [best = NaN] = times;
    const usual = times[times.length >> 1] ?? NaN;
    const fixes = Math.min(...rounds.map(({ repaired }) => repaired));
    // Of a short text, less than what the heap varies by.
    const megabytes = lines < 5000 ? NaN : kept(text);
    perLine.set(lines, best / lines);
    const columns = [best.toFixed(1).padStart(10), (best / lines * 1000).toFixed(2).padStart(12), usual.toFixed(1).padStart(10), fixes.toFixed(1).padStart(10), (Number.isNaN(megabytes) ? "" : (megabytes / lines * 1000).toFixed(2)).padStart(12)];
    console.log(`${name.padEnd(28)}${String(lines).padStart(7)}${columns.join("")}`);
    if (name === kinds[0]?.[0] && lines === 1000 && best >= goal) missed.push(`1,000 lines of a script take ${String(goal)} ms or more`);
  }
  if ((perLine.get(20_000) ?? Infinity) > 3 * (perLine.get(1000) ?? 0)) missed.push(`${name}: time grows faster than the text`);
}
const folder = process.argv[2];
if (folder !== undefined) {
  const perLine = scriptsIn(folder).map((text) => Math.min(...Array.from({ length: 4 }, () => timed(text).analysed)) / text.split("\n").length * 1000);
  perLine.sort((a, b) => a - b);
  const at = (share: number): string => (perLine[Math.floor(perLine.length * share)] ?? NaN).toFixed(1);
  console.log(`${String(perLine.length)} scripts in ${folder}, ms / 1,000 lines: median ${at(0.5)}, nine tenths below ${at(0.9)}, below ${String(goal)}: ${String(perLine.filter((each) => each < goal).length)}`);
}
if (made === 0) throw new Error("no fix was made: this measures nothing");
for (const miss of missed) console.error(`MISSED: ${miss}`);
process.exitCode = missed.length > 0 ? 1 : 0;

function analyse(text: string): Session {
  const session = createSession({ rules, strict: true });
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  session.report(uri);
  return session;
}

function timed(text: string): { readonly analysed: number; readonly repaired: number } {
  const started = performance.now();
  const session = analyse(text);
  const analysed = performance.now();
  for (const { fixes } of session.report(uri)?.findings ?? []) made += fixes.length;
  return { analysed: analysed - started, repaired: performance.now() - analysed };
}

function scriptsIn(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".py"))
    .map((name) => readFileSync(join(path, name), "utf8"))
    .filter((text) => text.split("\n").length > 350);
}

/** Megabytes that an open document takes. Apart from the timing: a collection also throws away compiled code. */
function kept(text: string): number {
  const before = heap();
  const session = analyse(text);
  const after = heap();
  session.close(uri);
  return (after - before) / 1e6;
}

/** `NaN` without `--expose-gc`: what waits for collection says nothing. */
function heap(): number {
  if (!globalThis.gc) return NaN;
  // What was weakly held goes with a later one.
  for (let round = 0; round < 4; round++) globalThis.gc();
  return process.memoryUsage().heapUsed;
}

function filled(head: string, part: (at: number) => string, lines: number): string {
  const texts = [head];
  for (let count = head.split("\n").length - 1, at = 0; count < lines; at++) {
    const text = part(at);
    texts.push(text);
    count += text.split("\n").length - 1;
  }
  return texts.join("");
}

function block(at: number): string {
  return `frame_${String(at)} = pd.read_csv("data/${String(at)}.csv")


def prepare_${String(at)}(frame, limit=${String(at)}):
    """Drops what is too small."""
    threshold = 0.5
    for column in frame.columns:
        if frame[column].mean() > threshold * limit:
            frame = frame.drop(columns=[column])
    return frame.assign(total=frame.sum(axis=1))


clean_${String(at)} = prepare_${String(at)}(frame_${String(at)}, limit=${String(at)})
print(f"{len(clean_${String(at)})} rows of {clean_${String(at)}['total'].max()}")

`;
}

function step(at: number): string {
  return `    frame_${String(at)} = pd.read_csv(folder + "/${String(at)}.csv")
    if frame_${String(at)}["a"].sum() > ${String(at)}:
        frame_${String(at)} = frame_${String(at)}.dropna(subset=["a", "b"])
    print(f"{len(frame_${String(at)})} rows")
`;
}

function bad(at: number): string {
  return `path_${String(at)} = "/home/jane/data/${String(at)}.csv"
frame_${String(at)} = pd.read_csv(path_${String(at)}).sample(${String(at)})
db.execute(f"SELECT * FROM t WHERE name = '{frame_${String(at)}}'")
parts_${String(at)} = [pd.read_csv(each) for each in glob.glob("${String(at)}/*.csv")]
api_key_${String(at)} = "9f8e7d6c5b4a${String(at)}Zq81"
model_${String(at)} = pickle.loads(db.execute("SELECT model FROM models").fetchone())
`;
}
