/**
 * Folding: which functions of a unit can do without their bodies for now (function-node.ts).
 *
 *     def load(name):            folded: `def load(name)` stays, with its defaults, decorators and annotations
 *         return read(FOLDER + name)
 *
 *     def make():                not folded: what it makes is known by the node of `inner`
 *         def inner(): ...
 *         return inner
 */
import { FunctionNode } from "./function-node.ts";
import type { Statement } from "./nodes.ts";
import { UnitParser } from "./parse.ts";
import type { Unit } from "./unit.ts";
import { walk } from "./walk.ts";

/** Puts away the body of the function that a unit of a plain script consists of, where nothing depends on the identity of the nodes in it. */
export function foldFunction(unit: Unit): void {
  const [node] = unit.body;
  // A broken statement ends where the text after it says.
  if (unit.body.length !== 1 || !(node instanceof FunctionNode) || node.isFolded || unit.problems.length > 0 || !isPlain(node.body)) return;
  node.fold(unit.text, bodyIn);
}

/** Whether the unit's function was folded and somebody has asked for its body since: it is in use. */
export function isUnfolded({ body: [node] }: Unit): boolean {
  return node instanceof FunctionNode && node.isUnfolded;
}

/** Whether the unit's function is folded, and nobody has asked for its body since. */
export function isFolded({ body: [node] }: Unit): boolean {
  return node instanceof FunctionNode && node.isFolded;
}

/** The unit with all that it holds, for a single look: what was folded stays so. */
export function lookInto(unit: Unit): Unit {
  return isFolded(unit) ? { ...unit, body: parsed(unit.text), scopes: undefined, slots: undefined } : unit;
}

function parsed(text: string): readonly Statement[] {
  return new UnitParser(text, 0, text.length, { ipython: false }).next()?.body ?? [];
}

function bodyIn(text: string): readonly Statement[] {
  const [node] = parsed(text);
  if (node?.kind !== "FunctionDef" && node?.kind !== "AsyncFunctionDef") throw new Error("a text that was a function is one no more");
  return node.body;
}

/** No functions, classes or declarations of names of the module inside. */
function isPlain(body: readonly Statement[]): boolean {
  let plain = true;
  walk(body, (node) => {
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
      case "Lambda":
      case "Global":
      case "Nonlocal":
        plain = false;
        return "skip";
      default:
        return undefined;
    }
  });
  return plain;
}
