/**
 * Labels the calls of the notebooks in test/targets by running them: what is called where, under the names that users know.
 *
 *     npx tsx bench/label.ts                    all notebooks
 *     npx tsx bench/label.ts titanic            those with `titanic` in their name
 *
 * A claim of the analysis that leads to the callable that was called is one of its names: importing and looking it up was tried
 * (see targets/identity.py). A notebook that does not run to its end is not labelled. Those about neural networks need tensorflow-cpu,
 * torch and torchvision, which are too large to be provided; SEAWORTHY_TRACED_PYTHON names an interpreter that has them.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { inspect } from "../server/cli/debug-values.ts";
import { writeLabels } from "../test/targets/labels.ts";
import type { Label } from "../test/targets/labels.ts";
import { analysed } from "./targets/compare.ts";
import { keysOf, python, root } from "./targets/traces.ts";
import type { Trace } from "./targets/traces.ts";

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
  const labels = await labelsOf(join(folder, notebook), trace);
  writeFileSync(join(folder, `${basename(notebook, ".ipynb")}.targets.txt`), writeLabels(labels));
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

async function labelsOf(path: string, { calls }: Trace): Promise<readonly Label[]> {
  const claims = new Map(analysed(path, ({ document }) => inspect(document).calls).map((call) => [[call.cell, call.endLine, call.endColumn].join(":"), call.targets]));
  const keys = await keysOf([...new Set([...claims.values()].flat())].sort());
  return calls.map((call) => {
    const claimed = claims.get([call.cell, call.endLine, call.endColumn].join(":")) ?? [];
    const targets = call.targets.map((names) => {
      const proved = claimed.filter((claim) => keys.get(claim)?.some((key) => names.includes(key)));
      return [...new Set([...names.slice(0, 1), ...proved, ...names.slice(1)])];
    });
    const { line, column, endLine, endColumn, text } = call;
    return { cell: call.cell ?? 0, line, column, endLine, endColumn, text: text.slice(-40), targets };
  });
}
