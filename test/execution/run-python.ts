/**
 * Runs code before and after a fix in real Python, each in a folder of its own.
 *
 * The interpreter is SEAWORTHY_PYTHON or .cache/python. Folders lie in .cache, or in the home folder where the project itself is in a
 * place that every machine has (/tmp): the rules would rightly say nothing of paths there.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { machinePath } from "../../server/analysis/facts/paths/machine-paths.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";

const root = join(import.meta.dirname, "../..");
export const python = process.env["SEAWORTHY_PYTHON"] ?? join(root, ".cache/python/bin/python");
export const available = existsSync(python);

/** A new folder, and what takes it away. */
export function makeFolder(): { readonly folder: string; remove(): void } {
  const cache = join(root, ".cache");
  const base = machinePath(cache) ? cache : homedir();
  mkdirSync(base, { recursive: true });
  const folder = mkdtempSync(join(base, "execution-"));
  return { folder, remove: () => { rmSync(folder, { recursive: true, force: true }); } };
}

export interface Outcome {
  readonly output: string;
  readonly error: string;
}

export interface Job {
  readonly name: string;
  readonly code: string;
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs programs one after the other in one process, as importing pandas takes longer than all of them; each starts with a clean `__main__`. */
export function runAll(folder: string, jobs: readonly Job[]): readonly Outcome[] {
  for (const { name, code } of jobs) writeFileSync(join(folder, name), code);
  const list = jobs.map(({ name, args = [], environment = {} }) => ({ name, args, environment }));
  const result = spawnSync(python, ["-c", runner], { cwd: folder, encoding: "utf8", input: JSON.stringify(list), timeout: 300_000 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as readonly Outcome[];
}

const runner = `
import contextlib, io, json, os, runpy, sys, traceback, warnings
warnings.simplefilter("ignore")
outcomes = []
for job in json.load(sys.stdin):
    sys.argv = [job["name"], *job["args"]]
    before = dict(os.environ)
    os.environ.update(job["environment"])
    output, error = io.StringIO(), ""
    with contextlib.redirect_stdout(output):
        try:
            runpy.run_path(job["name"], run_name="__main__")
        except BaseException:
            error = traceback.format_exc()
    os.environ.clear()
    os.environ.update(before)
    outcomes.append({"output": output.getvalue(), "error": error})
json.dump(outcomes, sys.stdout)
`;

/** The first finding of a rule in a script, or an error that says what was found instead. */
export function findIn(rule: Rule, folder: string, name: string, code: string): Finding {
  const found = open(rule, folder, name, code).findings;
  const [first] = found;
  if (!first) throw new Error(`${rule.name} finds nothing in\n${code}`);
  return first;
}

/** The code after one fix of the first finding: the one whose title holds `title`, or the first. */
export function fixedCode(rule: Rule, folder: string, name: string, code: string, title = ""): string {
  const { document, findings } = open(rule, folder, name, code);
  const fix = findings.flatMap(({ fixes }) => fixes).find((each) => each.title.includes(title));
  if (!document || !fix) throw new Error(`${rule.name} has no fix "${title}" for\n${code}`);
  return applyEdits(code, editsOf(document, fix));
}

function open(rule: Rule, folder: string, name: string, code: string) {
  const session = createSession({ rules: [rule], strict: true });
  const uri = new URL(`file://${join(folder, name)}`).href;
  session.openScript(uri, code, { settings: defaultSettings, profile: "production" });
  return { document: session.document(uri), findings: (session.report(uri)?.findings ?? []).filter((each) => each.rule === rule.name) };
}

function editsOf(document: NonNullable<ReturnType<typeof open>["document"]>, fix: Fix) {
  return fix.edits.map(({ at, text }) => {
    const { start, end } = document.locate(at);
    return { start, end, text };
  });
}
