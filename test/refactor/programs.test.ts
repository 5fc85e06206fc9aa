/**
 * Programs before and after refactorings of whole files, run in real Python: what they print, what they write and the values that
 * their names have in the end are the same.
 *
 * The programs are those of programs/. With SEAWORTHY_WILD=14 also every 14th example of scikit-learn and statsmodels that .cache/examples has
 * and that looks as if it could run offline and soon; one that ends with an error by itself, or takes long, is left out. SEAWORTHY_PROGRAM=churn
 * takes the programs whose name has that word, SEAWORTHY_REFUSALS=1 prints what was refused. Every refactoring either is refused, which is
 * counted, or has to keep everything.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { python, available } from "../execution/run-python.ts";
import { project, memoryHost } from "../workspace/memory-host.ts";
import { run } from "../cli/run-cli.ts";
import { ruff, ruffComplaints } from "./ruff.ts";

const root = join(import.meta.dirname, "../..");
const data = join(import.meta.dirname, "programs/data");

interface Program {
  readonly name: string;
  readonly code: string;
}

/** What is compared, beside the files. */
interface Case {
  readonly refactoring: string;
  readonly options: string;
  /** `both`: messages go to standard error instead, in the same order. */
  readonly compare: "output" | "both";
  /** Names stay names of the module. */
  readonly values: boolean;
  /** Most programs out of a hundred that may be refused. */
  readonly mostRefused: number;
}

const cases: readonly Case[] = [
  { refactoring: "split-into-steps", options: "", compare: "output", values: false, mostRefused: 45 },
  { refactoring: "split-into-steps", options: "--logging", compare: "both", values: false, mostRefused: 45 },
  { refactoring: "wrap-in-main", options: "", compare: "output", values: false, mostRefused: 25 },
  { refactoring: "hoist-imports", options: "", compare: "output", values: true, mostRefused: 100 },
  { refactoring: "print-to-logging", options: "", compare: "both", values: true, mostRefused: 30 },
  { refactoring: "introduce-configuration", options: "", compare: "output", values: true, mostRefused: 40 },
  { refactoring: "introduce-configuration", options: "--name Settings", compare: "output", values: true, mostRefused: 40 },
];

const own: readonly Program[] = readdirSync(join(import.meta.dirname, "programs")).filter((name) => name.endsWith(".py") && name.includes(process.env["SEAWORTHY_PROGRAM"] ?? ""))
  .map((name) => ({ name, code: readFileSync(join(import.meta.dirname, "programs", name), "utf8") }));

/** Examples that others wrote, a fixed choice: every `step`-th of those that look as if they could run offline and soon. */
function examplesOf(folder: string, step: number): readonly Program[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py")).sort();
  const programs = files.map((name) => ({ name: basename(name), code: readFileSync(join(folder, name), "utf8") }))
    .filter(({ code }) => code.length < 7000 && !/\bfetch_|\bdownload|urlopen|get_rdataset|webuse|webbrowser|input\(|n_jobs|multiprocessing|timeit|perf_counter|\btime\(\)|\.info\(\)|__file__/u.test(code));
  return programs.filter((_, index) => index % step === 0);
}

const wild = process.env["SEAWORTHY_WILD"] === undefined ? [] : [
  ...examplesOf(join(root, ".cache/examples/scikit_learn/examples"), Number(process.env["SEAWORTHY_WILD"])),
  ...examplesOf(join(root, ".cache/examples/statsmodels/examples"), Number(process.env["SEAWORTHY_WILD"])),
];

/** Share of the programs. */
const mostLaidOutOtherwise = 0.02;

interface Result {
  readonly output: string;
  readonly both: string;
  readonly error: string | null;
  readonly files: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string | null>>;
}

/** One Python process that forks for each program. */
function startRunner(base: string) {
  const child = spawn(python, [join(import.meta.dirname, "run_programs.py")], { stdio: ["pipe", "pipe", "inherit"], env: { ...process.env, PYTHONHASHSEED: "0" } });
  const waiting: ((result: Result) => void)[] = [];
  createInterface(child.stdout).on("line", (line) => waiting.shift()?.(JSON.parse(line) as Result));
  return {
    run: ({ name, code }: Program): Promise<Result> => new Promise((done) => {
      waiting.push(done);
      child.stdin.write(`${JSON.stringify({ folder: data, base, name, code, seconds: 40, values: true })}\n`);
    }),
    end: (): void => { child.stdin.end(); },
  };
}

describe.runIf(available)("programs do what they did", () => {
  const programs = [...own, ...wild];
  const before = new Map<Program, Result>();
  mkdirSync(join(root, ".cache"), { recursive: true });
  const base = mkdtempSync(join(root, ".cache/programs-"));
  const runner = startRunner(base);
  beforeAll(async () => {
    for (const program of programs) {
      const first = await runner.run(program);
      if (first.error !== null && !first.error.startsWith("SystemExit")) continue;
      // What another run has otherwise, times say, cannot be compared.
      const again = await runner.run(program);
      const values = Object.fromEntries(Object.entries(first.values).filter(([name, value]) => again.values[name] === value));
      if (differenceOf(first, again, "both", false) === undefined) before.set(program, { ...first, values });
    }
    expect(own.filter((program) => !before.has(program)).map(({ name }) => name)).toEqual([]);
  }, 1_800_000);
  afterAll(() => {
    runner.end();
    rmSync(base, { recursive: true, force: true });
  });

  test.each(cases.map((each) => [`${each.refactoring} ${each.options}`.trim(), each] as const))("%s", async (_, { refactoring, options, compare, values, mostRefused }) => {
    const differences: string[] = [];
    const refusals: string[] = [];
    const pairs: { readonly title: string; readonly before: string; readonly after: string }[] = [];
    for (const [program, expected] of before) {
      const { status, err, code } = await refactored(program, refactoring, options);
      if (status !== 0) {
        refusals.push(`${program.name}: ${err.trim()}`);
        continue;
      }
      pairs.push({ title: program.name, before: program.code, after: code });
      const actual = await runner.run({ name: program.name, code });
      const difference = differenceOf(expected, actual, compare, values);
      if (difference !== undefined) differences.push(`${program.name}: ${difference}`);
    }
    const complaints = existsSync(ruff) ? ruffComplaints(pairs) : [];
    process.stdout.write(`${refactoring} ${options}: ${String(pairs.length)} run, ${String(refusals.length)} refused, ${String(differences.length)} different, ${String(complaints.length)} complaints of Ruff\n`);
    if (process.env["SEAWORTHY_REFUSALS"] !== undefined) process.stdout.write(`${refusals.join("\n")}\n`);
    expect(differences).toEqual([]);
    // Layout has corners that are not known; nothing else is.
    const layout = complaints.filter((text) => text.includes("not as Ruff formats it"));
    expect(complaints.filter((text) => !layout.includes(text))).toEqual([]);
    expect(layout.length, layout.join("\n")).toBeLessThanOrEqual(Math.ceil(pairs.length * mostLaidOutOtherwise));
    const ownRefusals = refusals.filter((line) => own.some(({ name }) => line.startsWith(`${name}:`)));
    expect(ownRefusals.length / own.length * 100).toBeLessThanOrEqual(mostRefused);
  }, 1_800_000);
});

async function refactored({ name, code }: Program, refactoring: string, options: string) {
  const host = memoryHost({ [name]: code });
  const { status, err } = await run(host, `refactor ${refactoring} ${name} --write ${options}`, { rules: [] });
  return { status, err, code: host.text(name) ?? `${project}/${name} is gone` };
}

function differenceOf(expected: Result, actual: Result, compare: Case["compare"], values: boolean): string | undefined {
  if (expected.error !== actual.error) return `ends with ${String(actual.error)} instead of ${String(expected.error)}`;
  // Summaries of models say when they were made.
  const timeless = (text: string): string => text.replace(/\b\d\d:\d\d:\d\d\b/gu, "00:00:00");
  if (timeless(expected[compare]) !== timeless(actual[compare])) return `prints\n${actual[compare]}\ninstead of\n${expected[compare]}`;
  if (JSON.stringify(expected.files) !== JSON.stringify(actual.files)) return `writes ${JSON.stringify(actual.files)} instead of ${JSON.stringify(expected.files)}`;
  if (!values) return undefined;
  const name = Object.keys(expected.values).find((each) => expected.values[each] !== null && expected.values[each] !== actual.values[each]);
  return name === undefined ? undefined : `${name} is ${String(actual.values[name])} instead of ${String(expected.values[name])}`;
}
