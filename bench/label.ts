/**
 * Labels the calls of the notebooks in test/targets by running them: what is called where, under the names that users know.
 *
 *     npx tsx bench/label.ts                    all notebooks
 *     npx tsx bench/label.ts titanic            those with `titanic` in their name
 *
 * A claim of the analysis that leads to the callable that was called is one of its names: importing and looking it up was tried
 * (see targets/identity.py). A notebook that does not run to its end is not labelled. What is too large to be provided for this stands
 * in targets/large-requirements.txt; SEAWORTHY_TRACED_PYTHON names an interpreter that has it.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inspect } from "../server/cli/debug-values.ts";
import { readLabels, writeLabels } from "../test/targets/labels.ts";
import type { Label } from "../test/targets/labels.ts";
import { analysed } from "./targets/compare.ts";
import { keysOf, python, root } from "./targets/traces.ts";
import type { Trace, TracedCall } from "./targets/traces.ts";

const folder = join(root, "test/targets");
const parts = process.argv.slice(2);
const notebooks = readdirSync(folder).filter((name) => name.endsWith(".ipynb") && (parts.length === 0 || parts.some((part) => name.includes(part))));

for (const notebook of notebooks) {
  const trace = run(join(folder, notebook));
  const [failure] = trace.failed;
  if (failure || trace.timedOut) {
    console.error(`${notebook}: not labelled, ${failure ? `cell ${String(failure.cell)}, line ${String(failure.line)}: ${failure.error}` : "it takes too long"}`);
    process.exitCode = 1;
    continue;
  }
  const file = join(folder, `${basename(notebook, ".ipynb")}.targets.txt`);
  const labels = await labelsOf(join(folder, notebook), trace, existsSync(file) ? readLabels(readFileSync(file, "utf8")) : []);
  writeFileSync(file, writeLabels(labels));
  console.log(`${notebook}: ${String(labels.length)} of ${String(trace.written)} calls labelled`);
}

function run(path: string): Trace {
  const home = mkdtempSync(join(tmpdir(), "label-"));
  try {
    const work = join(home, "work");
    mkdirSync(work);
    execFileSync(python, ["-I", join(folder, "data.py"), join(home, "input")]);
    execFileSync(python, ["-I", join(root, "bench/targets/label.py"), path, join(home, "trace.json"), "300"], {
      cwd: work, env: { PATH: process.env["PATH"] ?? "", HOME: work, TF_CPP_MIN_LOG_LEVEL: "3" }, stdio: "ignore",
    });
    return JSON.parse(readFileSync(join(home, "trace.json"), "utf8")) as Trace;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** @param before labels of an earlier time, whose names still hold where they share one with what was called */
async function labelsOf(path: string, { calls }: Trace, before: readonly Label[]): Promise<readonly Label[]> {
  const placeOf = (call: Pick<Label, "endLine" | "endColumn"> & { readonly cell: number | null }): string => [call.cell, call.endLine, call.endColumn].join(":");
  const claims = new Map(analysed(path, ({ document }) => inspect(document).calls).map((call) => [placeOf(call), call.targets]));
  const earlier = new Map(before.map((label) => [placeOf(label), label.targets.flat()]));
  const candidates = (call: TracedCall): readonly string[] => [...(claims.get(placeOf(call)) ?? []), ...(earlier.get(placeOf(call)) ?? [])];
  const asked = new Set(calls.flatMap(candidates).flatMap((name) => [name, holderOf(name), holderOf(holderOf(name))]).filter(Boolean));
  const keys = await keysOf([...asked].sort());
  /**
   * A method's name is one of the same method only when the class that it names is one of the object's, even where another class has the
   * same function. What leads over an attribute (`pandas.Series.dt.year`), or to an accessor or an object in a wrapper, has no such class.
   */
  const isNameOf = (name: string, names: readonly string[]): boolean => {
    const holder = holderOf(name);
    const found = keys.get(name) ?? [];
    const isMethod = keys.get(holder)?.includes("builtins.module") === false && keys.get(holderOf(holder))?.includes("builtins.module") === true
      && !holder.endsWith("Wrapper") && found[0]?.endsWith(name.slice(holder.length)) === true;
    if (isMethod) return keys.get(holder)?.some((key) => names.includes(key + name.slice(holder.length))) === true;
    return found.some((key) => names.includes(key));
  };
  return calls.map((call) => {
    const { line, column, endLine, endColumn, text } = call;
    const targets = call.targets.map((names) => [...new Set([...names.slice(0, 1), ...candidates(call).filter((name) => isNameOf(name, names)), ...names.slice(1)])]);
    return { cell: call.cell ?? 0, line, column, endLine, endColumn, text: text.slice(-40), targets };
  });
}

/** `pandas.DataFrame` of `pandas.DataFrame.head` */
function holderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf(".")));
}
