/**
 * What an edit in a long document costs, in numbers of things looked at: it must not grow with the document. That what is passed over
 * would have said the same, random edits show (incremental.test.ts, test/engine).
 */
import { describe, expect, it } from "vitest";
import type { DocumentAnalysis } from "../../server/analysis/semantic/analysis.ts";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import type { Interpreter } from "../../server/analysis/semantic/interpreter.ts";
import { Interner } from "../../server/analysis/semantic/interner.ts";
import type { Run } from "../../server/analysis/semantic/machine.ts";
import { importsOf } from "../../server/analysis/semantic/module-imports.ts";
import { RunMemo } from "../../server/analysis/semantic/run-memo.ts";
import type { WorkspaceModules } from "../../server/analysis/semantic/workspace-modules.ts";
import { noModules } from "../../server/analysis/semantic/workspace-modules.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { eventsOf } from "./events.ts";

const blocks = 100;

const block = (at: number): string => `import pandas as pd
def load_${String(at)}(name):
    limit = 0.5
    return pd.read_csv(name)
frame_${String(at)} = load_${String(at)}("data/${String(at)}.csv")
print(frame_${String(at)}, "rows ${String(at)}")
`;
const long = Array.from({ length: blocks }, (_, at) => block(at)).join("");

interface Edited {
  readonly document: Document;
  readonly interpreter: Interpreter;
  readonly before: DocumentAnalysis;
  /** Puts a text behind another, and analyses. */
  readonly type: (after: string, added: string, isAnswered?: boolean) => DocumentAnalysis;
}

function open(text: string, interpreter = createInterpreter()): Edited {
  const document = Document.script("file:///work/long.py", text);
  const before = interpreter.analyse(document.units);
  return {
    document, interpreter, before,
    type(after, added, isAnswered) {
      const [cell] = document.cells;
      const at = (cell ? document.sourceOf(cell).text : "").indexOf(after) + after.length;
      document.change({ start: at, end: at, text: added });
      return interpreter.analyse(document.units, isAnswered);
    },
  };
}

describe("an edit in a long document", () => {
  it("that changes no name compares nothing, and gathers the runs of one unit", () => {
    const { interpreter, before, type } = open(long);
    const after = type('"rows 50', "!");
    expect(interpreter.work).toEqual({ interpreted: 1, reused: before.units.length - 1 + blocks, compared: 0, gathered: 1 });
    expect(after.units.filter((unit) => !before.units.includes(unit))).toHaveLength(1);
  });

  it("in a function runs the function and its callers, and gathers no others", () => {
    const { interpreter, type } = open(long);
    type("def load_50(name):\n    limit = 0.5", "1");
    // The definition, the call, the print of what is another frame now, the function with open parameters.
    expect(interpreter.work.interpreted).toBe(4);
    expect(interpreter.work.gathered).toBe(3);
    // Nobody before the edit: half of the four statements of each block.
    expect(interpreter.work.compared).toBeLessThanOrEqual(2 * blocks);
  });

  it("leaves all sections but one, and all groups but one, the arrays that they were", () => {
    const { before, type } = open(long);
    const after = type('"rows 50', "!");
    expect(after.groups.filter((group) => !before.groups.includes(group))).toHaveLength(1);
    expect(after.sections.filter((section) => !before.sections.includes(section))).toHaveLength(1);
    expect(after.sections.length).toBeLessThan(after.units.length / 64);
    expect(after.sections.flat(2)).toEqual(after.units);
  });

  it("keeps what a star import before it bound, and binds anew after it", () => {
    const { interpreter, type } = open(`from lib import *\n${long}from lib import *\n`);
    type('"rows 50', "!");
    expect(interpreter.work.interpreted).toBe(1);
    type('"data/50.csv")', "\nother = 1");
    // The new statement, and the import behind it, after which `other` may be something else.
    expect(interpreter.work.interpreted).toBeGreaterThanOrEqual(2);
  });

  it("keeps the imports while it does not touch them", () => {
    const { document, type, before } = open(long);
    const imports = importsOf(document);
    const after = type('"rows 50', "!");
    expect(importsOf(document)).toBe(imports);
    expect(after.imports).toBe(before.imports);
    type('"rows 51', '")\nimport numpy as np\nprint("');
    expect(importsOf(document)).not.toBe(imports);
    expect(importsOf(document).libraries).toContain("numpy");
  });
});

describe("questions to other modules", () => {
  function asking(): { readonly questions: string[]; readonly modules: WorkspaceModules; answers: ReadonlyMap<string, string>; readonly interner: Interner } {
    const interner = new Interner();
    const questions: string[] = [];
    const state = {
      questions, interner, answers: new Map<string, string>(),
      modules: {
        ...noModules,
        value(name: string) {
          questions.push(name);
          const text = state.answers.get(name);
          return text === undefined ? undefined : interner.text([{ kind: "literal", text, place: undefined }]);
        },
      },
    };
    return state;
  }

  it("are asked once each after an edit, and not at all when nothing out there has changed", () => {
    const state = asking();
    const { type } = open(long, createInterpreter({ workspace: { interner: state.interner, modules: state.modules } }));
    expect(state.questions.length).toBeGreaterThan(blocks / 2);
    state.questions.length = 0;
    type('"rows 50', "!");
    expect(state.questions).toEqual(["pandas"]);
    state.questions.length = 0;
    type('"rows 50', "!", true);
    expect(state.questions).toEqual([]);
  });

  it("are asked no more when nobody asks", () => {
    const state = asking();
    const { document, interpreter } = open("from config import DATA\nfrom other import NAME\n", createInterpreter({ workspace: { interner: state.interner, modules: state.modules } }));
    document.change({ start: 0, end: "from config import DATA".length, text: "" });
    interpreter.analyse(document.units);
    state.questions.length = 0;
    interpreter.analyse(document.units);
    expect(state.questions).toEqual(["other.NAME"]);
  });

  it("make those run again who get another answer", () => {
    const state = asking();
    state.answers = new Map([["config.DATA", "/a"]]);
    const { document, interpreter } = open(`${long}from config import DATA\nprint(DATA)\nopen(DATA)\n`, createInterpreter({ workspace: { interner: state.interner, modules: state.modules } }));
    state.answers = new Map([["config.DATA", "/b"]]);
    const after = interpreter.analyse(document.units);
    expect(interpreter.work.interpreted).toBe(3);
    expect(eventsOf(document, after).join("\n")).toContain('builtins.open("/b")');
  });
});

describe("an analysis that another one has followed", () => {
  it("says what it said", () => {
    const { document, interpreter, before } = open("A = 1\nB = A\n");
    const value = before.exitValue("B");
    const [, unit] = before.units;
    document.change({ start: 4, end: 5, text: "2" });
    const after = interpreter.analyse(document.units);
    expect(after.exitValue("B")).not.toBe(value);
    expect(before.exitValue("B")).toBe(value);
    expect(unit && before.analysisOf(unit.unit)).toBe(unit);
    expect(unit && after.analysisOf(unit.unit)).not.toBe(unit);
  });
});

it("a function that may bind anything is run again for every call", () => {
  const { document, interpreter } = open("def f():\n    exec(code)\nx = 1\nf()\n");
  document.change({ start: 0, end: 0, text: "y = 2\n" });
  const after = interpreter.analyse(document.units);
  expect(after.exitValue("y")).toBeDefined();
  expect(after.exitValue("y")?.constant).toBeUndefined();
});

describe("runs of calls", () => {
  const run = (key: string, ...children: readonly Run[]): Run => ({ key, children: children.map((child) => ({ run: child })) }) as unknown as Run;
  const any = (): boolean => true;

  it("that nobody holds are let go, now and then", () => {
    const memo = new RunMemo();
    const held = run("held");
    const inner = run("inner");
    for (const each of [inner, held]) memo.add(each);
    memo.collect(() => []);
    expect(memo.find("held", any)).toBe(held);
    for (let at = 0; at < 500; at++) memo.add(run(`old ${String(at)}`));
    memo.collect(() => [run("unit", run("held by nobody's memory", inner), held)]);
    expect(memo.find("held", any)).toBe(held);
    expect(memo.find("inner", any)).toBe(inner);
    expect(memo.find("old 1", any)).toBeUndefined();
    expect(memo.find("held by nobody's memory", any)).toBeUndefined();
  });
});
