/**
 * Code from outside, run once under Python with a hook, and what the hook saw (see trace.py). Traces are kept in
 * `.cache/traces`, so a comparison takes as long as the analysis does; a file is run again when it, Python or the version of the hook changed.
 */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

export const root = join(import.meta.dirname, "../..");
export const cache = process.env["SEAWORTHY_CACHE"] ?? join(root, ".cache");
export const python = process.env["SEAWORTHY_TRACED_PYTHON"] ?? execFileSync(process.execPath, [join(import.meta.dirname, "python.mjs")], { encoding: "utf8" }).trim();

/** Longer runs are ended, and what was seen until then counts. */
const seconds = 60;

/** Goes up when older traces are no good any more. */
const hookVersion = 1;

interface Corpus {
  readonly name: string;
  readonly folder: string;
  /** Of paths below the folder. */
  readonly files: RegExp;
  /** The library from whose docstrings the files are made. */
  readonly library?: string;
}

const corpora: readonly Corpus[] = [
  { name: "scikit-learn", folder: join(cache, "wild/scikit_learn/examples"), files: /\.py$/u },
  { name: "imbalanced-learn", folder: join(cache, "wild/imbalanced_learn/examples"), files: /\.py$/u },
  { name: "statsmodels", folder: join(cache, "wild/statsmodels/examples/notebooks"), files: /\.ipynb$/u },
  { name: "statsmodels-plots", folder: join(cache, "wild/statsmodels/docs/source/plots"), files: /\.py$/u },
  { name: "pandas-docstrings", folder: join(cache, `docstrings/pandas-${hashOf("docstrings.py")}`), files: /\.py$/u, library: "pandas" },
];

export interface TracedCall {
  readonly cell: number | null;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** The function expression, as it is written. */
  readonly text: string;
  /** The keys of each callable that was called here. */
  readonly targets: readonly (readonly string[])[];
}

export type Label = string | number | { readonly repr: string };

export interface TracedStatement {
  readonly cell: number | null;
  readonly line: number;
  readonly endLine: number;
  /** Columns of frames by name, where they changed; `null` for a name that holds no frame any more. */
  readonly frames: Readonly<Record<string, readonly Label[] | null>>;
}

export interface Trace {
  readonly calls: readonly TracedCall[];
  /** Calls that are written in the file. */
  readonly written: number;
  readonly frames: readonly TracedStatement[];
  readonly failed: readonly { readonly cell: number | null; readonly line: number; readonly error: string }[];
  readonly timedOut: boolean;
  /** `frames` tells of expression statements too, under the name `__value__`. */
  readonly hasValues?: boolean;
}

export interface TracedFile {
  readonly corpus: string;
  /** For people: the path below the corpus. */
  readonly name: string;
  readonly path: string;
  readonly trace: Trace;
}

export interface Choice {
  /** Parts of `corpus/name`; a file that has any of them is chosen. Empty: all. */
  readonly parts: readonly string[];
  /** Runs nothing. */
  readonly cachedOnly: boolean;
}

/** Files in a fixed order, traced. Files whose trace holds no call are left out. */
export async function tracedFiles({ parts, cachedOnly }: Choice): Promise<readonly TracedFile[]> {
  const result: TracedFile[] = [];
  for (const { name: corpus, folder, files, library } of corpora) {
    if (library !== undefined && !existsSync(folder)) await write(library, folder);
    if (!existsSync(folder)) {
      console.error(`${corpus}: ${relative(root, folder)} is not there; node scripts/wild.mjs fetches it`);
      continue;
    }
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => files.test(name)).sort();
    for (const name of names) {
      if (parts.length > 0 && !parts.some((part) => `${corpus}/${name}`.includes(part))) continue;
      const path = join(folder, name);
      const key = createHash("sha256").update(`${String(hookVersion)} ${python}`).update(readFileSync(path)).digest("hex").slice(0, 16);
      const kept = join(cache, "traces", corpus, `${name}.json`);
      const known = readTrace(kept, key);
      const trace = known ?? (cachedOnly ? undefined : await run(path, kept, key));
      if (trace && trace.calls.length > 0) result.push({ corpus, name, path, trace });
    }
  }
  return result;
}

/** Of files beside this one. */
function hashOf(...names: readonly string[]): string {
  const hash = createHash("sha256");
  for (const name of names) hash.update(readFileSync(join(import.meta.dirname, name)));
  return hash.digest("hex").slice(0, 16);
}

async function write(library: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await output([join(import.meta.dirname, "docstrings.py"), library, folder], "");
}

function readTrace(file: string, key: string): Trace | undefined {
  if (!existsSync(file)) return undefined;
  const kept = JSON.parse(readFileSync(file, "utf8")) as { readonly key: string; readonly trace: Trace };
  return kept.key === key ? kept.trace : undefined;
}

/** Runs a file in an empty folder of its own, which is also its home. */
async function run(path: string, kept: string, key: string): Promise<Trace> {
  const started = Date.now();
  const folder = mkdtempSync(join(tmpdir(), "trace-"));
  const out = join(folder, "trace.json");
  const work = join(folder, "work");
  mkdirSync(work);
  const environment = { PATH: process.env["PATH"] ?? "", HOME: work, TMPDIR: work };
  try {
    await finished(spawn("nice", [python, "-I", join(import.meta.dirname, "trace.py"), path, out, String(seconds)], { cwd: work, env: environment, stdio: "ignore", detached: true }));
    const trace: Trace = existsSync(out) ? (JSON.parse(readFileSync(out, "utf8")) as Trace) : { calls: [], written: 0, frames: [], failed: [], timedOut: true };
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, JSON.stringify({ key, trace }));
    console.error(`${basename(path)}: ${trace.calls.length} of ${trace.written} calls in ${Math.round((Date.now() - started) / 1000)} s${trace.timedOut ? ", ended early" : ""}${trace.failed[0] ? `; line ${trace.failed[0].line}: ${trace.failed[0].error}` : ""}`);
    return trace;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A run that does not even write what it saw is killed, with what it started. */
async function finished(child: ReturnType<typeof spawn>): Promise<void> {
  const limit = setTimeout(() => {
    if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  }, (seconds + 20) * 1000);
  await new Promise<void>((done) => {
    child.on("close", () => { done(); });
    child.on("error", () => { done(); });
  });
  clearTimeout(limit);
}

/** Keys of what qualified names name in the installed libraries; `null` for a name that names nothing. */
export async function keysOf(names: readonly string[]): Promise<ReadonlyMap<string, readonly string[] | null>> {
  const identity = join(import.meta.dirname, "identity.py");
  const file = join(cache, "traces/names.json");
  // Environments may share one interpreter.
  const version = `${hashOf("identity.py")} ${python} ${String(statSync(python).mtimeMs)}`;
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { readonly version: string; readonly keys: Record<string, readonly string[] | null> }) : undefined;
  const known = new Map(Object.entries(kept?.version === version ? kept.keys : {}));
  const missing = names.filter((name) => !known.has(name));
  if (missing.length > 0) {
    const found = await output([identity], JSON.stringify(missing));
    for (const [name, keys] of Object.entries(JSON.parse(found) as Record<string, readonly string[] | null>)) known.set(name, keys);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ version, keys: Object.fromEntries(known) }));
  }
  return known;
}

async function output(args: readonly string[], input: string): Promise<string> {
  const child = spawn(python, ["-I", ...args], { stdio: ["pipe", "pipe", "ignore"], env: { PATH: process.env["PATH"] ?? "", MPLBACKEND: "Agg" } });
  child.stdin.end(input);
  const parts: Buffer[] = [];
  for await (const part of child.stdout) parts.push(part as Buffer);
  return Buffer.concat(parts).toString("utf8");
}
