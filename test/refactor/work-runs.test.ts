/**
 * Functions that do several kinds of work, taken apart, on programs that run: the work of each program is put into main(), which is then
 * split between its kinds of work; cells of notebooks are split as they are. What they print, draw and write must be the same.
 */
import { existsSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { mixedWorkOf } from "../../server/analysis/facts/mixed-work.ts";
import { stepsOf } from "../../server/analysis/facts/steps.ts";
import { splitByWork } from "../../server/analysis/refactor/work-runs.ts";
import { wrapInMainRefactoring } from "../../server/analysis/refactor/wrap-in-main.ts";
import { available } from "../execution/run-python.ts";
import { applied, documentOf, perform, targetOf } from "./perform.ts";
import type { Source } from "./perform.ts";
import { ownPrograms, programsIn } from "./programs.ts";
import { differences, startPython } from "./python-runs.ts";
import { ruff, ruffComplaints } from "./ruff.ts";

interface Split {
  readonly name: string;
  readonly before: Source;
  readonly after: Source;
  readonly gone: ReadonlySet<string>;
}

function wrapped(source: Source): Source {
  if (typeof source !== "string") return source;
  const done = perform(wrapInMainRefactoring, targetOf(documentOf(source), [{ cell: 0, start: 0, end: source.length }]));
  return done.kind === "done" ? (done.texts[0] ?? source) : source;
}

/** The first function or cell that does more than one kind of work, split. */
function split(document: OpenDocument): { readonly texts: readonly string[]; readonly names: ReadonlySet<string> } | undefined {
  const analysis = document.analysis();
  for (const mixed of mixedWorkOf(analysis, stepsOf(analysis), document.cells)) {
    if (mixed.work.length < 2) continue;
    const change = splitByWork(document, mixed, mixed.work.length);
    const done = applied(document, change);
    if (done.kind !== "done") continue;
    const names = new Set([...done.texts.join("\n").matchAll(/\b[^\W\d]\w*\b/gu)].map(([name]) => name));
    return { texts: done.texts, names };
  }
  return undefined;
}

const given = [...ownPrograms(), ...programsIn("repeated")].map(({ name, source }) => ({ name, source: wrapped(source) }));
const results = given.flatMap(({ name, source }): readonly Split[] => {
  const done = split(documentOf(source));
  if (!done) return [];
  // Names are local to functions, before or afterwards: output, drawings and files tell.
  return [{ name, before: source, after: typeof source === "string" ? (done.texts[0] ?? "") : done.texts, gone: done.names }];
});

describe.runIf(available)("functions and cells split between kinds of work", () => {
  const python = startPython(2);
  const run = (source: Source) => python.run({ cells: typeof source === "string" ? [source] : source, isNotebook: typeof source !== "string" });
  afterAll(() => {
    python.stop();
  });

  test("there are enough", () => {
    process.stdout.write(`${String(given.length)} programs, ${String(results.length)} split\n`);
    expect(results.length).toBeGreaterThanOrEqual(15);
  });

  test.concurrent.each(results)("$name", { timeout: 600_000 }, async ({ before, after, gone }) => {
    const [was, is] = await Promise.all([run(before), run(after)]);
    expect(was.error).toBe("");
    expect(differences(was, is, gone)).toEqual([]);
  });

  test.runIf(existsSync(ruff))("what was clean for Ruff is so afterwards", () => {
    expect(ruffComplaints(results.map(({ name, before, after }) => ({ title: name, before, after })))).toEqual([]);
  });
});
