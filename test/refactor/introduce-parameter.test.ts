/**
 * introduce-parameter, on programs that run: values that are written into functions are chosen at random and become parameters,
 * several one after the other; the program and what became of it run in real Python. What they print, draw and write, and the values of
 * their names, must be the same.
 */
import { afterAll, describe, expect, test } from "vitest";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { introduceParameter } from "../../server/analysis/refactor/introduce-parameter.ts";
import type { Node } from "../../server/analysis/syntax/nodes.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { available } from "../execution/run-python.ts";
import { random } from "../harness/random.ts";
import { documentOf, perform, targetOf } from "./perform.ts";
import type { Selection, Source } from "./perform.ts";
import { ownPrograms, programsIn } from "./programs.ts";
import type { NamedProgram } from "./programs.ts";
import { differences, startPython } from "./python-runs.ts";

/** They need a shell, or say how long they took. */
const unsteady: ReadonlySet<string> = new Set(["env-and-dirs", "shell-and-files", "status_lines.py"]);

const valuesPerProgram = 12;

interface Introduced {
  readonly source: Source;
  readonly parameters: number;
  readonly refused: readonly string[];
}

function introduced({ name, source: original }: NamedProgram): Introduced {
  const numbers = random([...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 11));
  const refused: string[] = [];
  let source = original;
  let parameters = 0;
  for (let round = 0; round < valuesPerProgram; round++) {
    const document = documentOf(source);
    const values = valuesIn(document);
    const chosen = values[numbers.below(Math.max(1, values.length))];
    if (!chosen) break;
    const target = targetOf(document, [chosen]);
    if (!introduceParameter.offer(target)) continue;
    const done = perform(introduceParameter, target);
    if (done.kind === "refused") {
      refused.push(done.reason);
      continue;
    }
    parameters++;
    source = typeof source === "string" ? (done.texts[0] ?? "") : done.texts;
  }
  return { source, parameters, refused };
}

const kinds: ReadonlySet<Node["kind"]> = new Set(["Constant", "UnaryOp", "BinOp", "Tuple", "List", "Dict", "Set", "Name", "Compare", "BoolOp", "IfExp"] as const);

/** All that could be meant by a selection inside a function, its signature and decorators too. */
function valuesIn(document: OpenDocument): readonly Selection[] {
  const found: Selection[] = [];
  for (const unit of document.units) {
    walk(unit.body, (node) => {
      if (node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") return undefined;
      walk([node], (each) => {
        // Of names there are many, and most have their values only when the function runs.
        if (!kinds.has(each.kind) || (each.kind === "Name" && !/^[A-Z]+$/u.test(each.id))) return undefined;
        const { offset, cell } = unit.anchor;
        found.push({ cell: document.dialect === "notebook" ? cell.index : 0, start: offset + each.start, end: offset + each.end });
        return undefined;
      });
      return "skip";
    });
  }
  return found;
}

describe.runIf(available)("values made parameters", () => {
  const programs = [...ownPrograms(), ...programsIn("repeated"), ...programsIn("literals")].filter(({ name }) => !unsteady.has(name));
  const python = startPython(2);
  const results = programs.map((program) => ({ ...program, original: program.source, ...introduced(program) }));
  const changed = results.filter(({ parameters }) => parameters > 0);
  const run = (source: Source) => python.run({ cells: typeof source === "string" ? [source] : source, isNotebook: typeof source !== "string" });
  afterAll(() => {
    python.stop();
  });

  test.concurrent.each(changed)("$name", { timeout: 300_000 }, async ({ original, source }) => {
    const [before, after] = await Promise.all([run(original), run(source)]);
    expect(before.error).toBe("");
    expect(differences(before, after, new Set())).toEqual([]);
  });

  test("there are enough programs", () => {
    const parameters = results.reduce((sum, each) => sum + each.parameters, 0);
    const refused = results.flatMap((each) => each.refused);
    console.log(`${changed.length} programs, ${parameters} parameters, ${refused.length} refused`);
    expect(changed.length).toBeGreaterThanOrEqual(50);
    expect(parameters).toBeGreaterThanOrEqual(250);
  });
});
