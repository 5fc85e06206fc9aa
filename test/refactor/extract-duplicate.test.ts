/**
 * extract-duplicate, on programs that run: what is written several times in them (programs/repeated/) becomes functions, one after the
 * other until nothing is left to extract; the program and what became of it run in real Python. What they print and draw, and the values of
 * their names, must be the same.
 */
import { afterAll, describe, expect, test } from "vitest";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { duplicatedBlocksIn } from "../../server/analysis/facts/duplicated-blocks.ts";
import { extractDuplicate } from "../../server/analysis/refactor/extract-duplicate.ts";
import { available } from "../execution/run-python.ts";
import { documentOf, perform, targetOf } from "./perform.ts";
import type { Selection, Source } from "./perform.ts";
import { programsIn } from "./programs.ts";
import type { NamedProgram } from "./programs.ts";
import { differences, startPython } from "./python-runs.ts";

const programs = programsIn("repeated");

/** One function for all copies would do something else than each of them, or what it would need cannot be told. */
const refusals: Readonly<Record<string, string>> = {
  "repeated/class_and_instance.py": "the copies belong to different classes",
  "repeated/deleted_names.py": "scratch is read after the selection, which does not assign it on every way",
  "repeated/patterns.py": "what a pattern compares with differs between the copies",
  "repeated/walrus_and_unpacking.py": "at is read after the selection, which does not assign it on every way",
};

interface Extracted {
  readonly source: Source;
  readonly times: number;
  readonly refused: readonly string[];
  /** What is said to be local to a function now. */
  readonly gone: ReadonlySet<string>;
}

function extracted({ source: original }: NamedProgram): Extracted {
  const gone = new Set<string>();
  let source = original;
  for (let times = 0; ; times++) {
    const document = documentOf(source);
    const tried = blocksIn(document).map((selection) => perform(extractDuplicate, targetOf(document, [selection])));
    const done = tried.find((each) => each.kind === "done");
    if (!done) return { source, times, gone, refused: tried.flatMap((each) => (each.kind === "refused" ? [each.reason] : [])) };
    for (const line of done.change.summary) {
      for (const name of (/^(?<names>.*) (?:is|are) local to /u.exec(line)?.groups?.["names"] ?? "").split(/, | and /u)) gone.add(name);
    }
    source = typeof source === "string" ? (done.texts[0] ?? "") : done.texts;
  }
}

/** The beginning of the last copy of each: any of them will do. */
function blocksIn(document: OpenDocument): readonly Selection[] {
  return duplicatedBlocksIn(document.cells).flatMap(({ copies }) => {
    const first = copies.at(-1)?.statements[0];
    if (!first) return [];
    const at = first.unit.anchor.offset + first.node.start;
    return [{ cell: document.dialect === "notebook" ? first.unit.anchor.cell.index : 0, start: at, end: at }];
  });
}

describe.runIf(available)("copies made one function", () => {
  const python = startPython(2);
  const results = programs.map((program) => ({ ...program, ...extracted(program) }));
  const run = (source: Source) => python.run({ cells: typeof source === "string" ? [source] : source, isNotebook: typeof source !== "string" });
  afterAll(() => {
    python.stop();
  });

  test.concurrent.each(results.filter(({ times }) => times > 0))("$name", { timeout: 300_000 }, async ({ name, source, gone }) => {
    const original = programs.find((each) => each.name === name)?.source ?? "";
    const [before, after] = await Promise.all([run(original), run(source)]);
    expect(before.error).toBe("");
    expect(before.output).not.toBe("");
    expect(source).not.toEqual(original);
    expect(differences(before, after, gone)).toEqual([]);
  });

  test("only those are refused that have to be", () => {
    expect(results.filter(({ times }) => times > 0).length).toBeGreaterThanOrEqual(25);
    expect(Object.fromEntries(results.filter(({ times }) => times === 0).map(({ name, refused }) => [name, refused[0]]))).toEqual(refusals);
  });
});
