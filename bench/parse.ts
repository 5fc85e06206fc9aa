/**
 * Parsing throughput side by side: our parser and CPython's `ast.parse` over the same files in the same run.
 *
 *     npx tsx bench/parse.ts [ROUNDS]
 *
 * The files are those of the interpreter's standard library that CPython accepts. Both sides hold them decoded in memory.
 * Rounds alternate, the best round of each side counts; the first round, which for ours includes V8's warming up, is shown
 * beside it. Ours runs in two ways: one tree for the whole file, and unit by unit as the server does.
 * Exits with 1 when ours is less than 1.5 times as fast.
 */
import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseModule, parseUnits } from "../server/analysis/syntax/parse.ts";

const REQUIRED = 1.5;
const here = fileURLToPath(new URL(".", import.meta.url));
const python = process.env["SEAWORTHY_PYTHON"] ?? join(here, "../.cache/python/bin/python");
const rounds = Number(process.argv[2] ?? 4);

const LIST = `
import ast, os, sys, warnings
warnings.simplefilter("ignore")
root = os.path.dirname(os.__file__)
for folder, folders, names in os.walk(root):
    folders[:] = sorted(name for name in folders if name not in ("site-packages", "__pycache__"))
    for name in sorted(names):
        if name.endswith(".py"):
            path = os.path.join(folder, name)
            try:
                with open(path, encoding="utf-8", newline="") as file:
                    ast.parse(file.read())
            except (SyntaxError, ValueError, RecursionError):
                continue
            print(path)
`;

const listed = spawnSync(python, ["-c", LIST], { encoding: "utf8", maxBuffer: 1 << 26 });
if (listed.status !== 0) throw new Error(`${python} can't list the standard library: ${listed.stderr}`);
const paths = listed.stdout.trim().split("\n");
const texts = paths.map((path) => readFileSync(path, "utf8"));
let lines = 0;
for (const text of texts) lines += text.split("\n").length;

const other = spawn(python, [join(here, "parse.py")], { stdio: ["pipe", "pipe", "inherit"] });
const answers = createInterface({ input: other.stdout })[Symbol.asyncIterator]();
other.stdin.write(`${paths.join("\n")}\n\n`);
await answers.next();

async function cpython(): Promise<number> {
  other.stdin.write("go\n");
  return Number((await answers.next()).value);
}

function seconds(run: () => void): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e9;
}

let statements = 0;
const times: Readonly<Record<"cpython" | "module" | "units", number[]>> = { cpython: [], module: [], units: [] };
for (let round = 0; round < rounds; round++) {
  times.cpython.push(await cpython());
  times.module.push(seconds(() => {
    for (const text of texts) statements += parseModule(text, { ipython: false }).body.length;
  }));
  times.units.push(seconds(() => {
    for (const text of texts) statements += parseUnits(text, 0, text.length, { ipython: false }).length;
  }));
}
other.stdin.end();

const thousands = (time: number): string => `${(lines / time / 1000).toFixed(0).padStart(5)} thousand lines/s`;
const best = (side: readonly number[]): number => Math.min(...side);
process.stdout.write(`${String(paths.length)} files, ${String(lines)} lines, ${String(rounds)} rounds (${String(statements)} statements)\n`);
for (const [name, side] of Object.entries(times)) {
  process.stdout.write(`${name.padEnd(8)} best ${thousands(best(side))}   first round ${thousands(side[0] ?? NaN)}\n`);
}
const ratio = best(times.cpython) / Math.max(best(times.module), best(times.units));
process.stdout.write(`ours / CPython: ${ratio.toFixed(2)} (at least ${String(REQUIRED)} wanted)\n`);
if (ratio < REQUIRED) process.exitCode = 1;
