/**
 * The value of any expression, and what rules ask of one.
 *
 *     path = ROOT + name       values.of(the expression)    text ["/mnt/", hole]
 */
import { defineFact } from "../engine/fact.ts";
import type { Value } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

export interface UnitValues {
  of(node: Expression): Value;
}

export interface DocumentValues {
  /** `undefined` only for a unit of another document. */
  of(unit: Unit, node: Expression): Value | undefined;
  /** Value of a module-level name after the last unit. */
  atExit(name: string): Value | undefined;
}

export const values = defineFact<UnitValues, DocumentValues>({
  name: "values",
  needs: {},
  unit: ({ analysis }) => ({ of: (node) => analysis.valueOf(node) }),
  document: ({ analysis }) => ({
    of: (unit, node) => analysis.analysisOf(unit)?.valueOf(node),
    atExit: (name) => analysis.exitValue(name),
  }),
});

/** The text, when all of it is known. */
export function textOf(value: Value): string | undefined {
  if (value.constant?.kind !== "text") return undefined;
  let text = "";
  for (const piece of value.constant.pieces) {
    if (piece.kind === "hole") return undefined;
    text += piece.text;
  }
  return text;
}

/** The text up to its first hole; `undefined` for what is no text, or begins with a hole. */
export function beginningOf(value: Value): string | undefined {
  if (value.constant?.kind !== "text") return undefined;
  let text = "";
  for (const piece of value.constant.pieces) {
    if (piece.kind === "hole") return text === "" ? undefined : text;
    text += piece.text;
  }
  return text;
}

/** Qualified class name of an instance, of a library's or of a builtin. */
export function classNameOf(value: Value): string | undefined {
  switch (value.type?.kind) {
    case "instance":
      return value.type.name;
    case "list":
    case "tuple":
    case "set":
    case "dict":
      return `builtins.${value.type.kind}`;
    case "sequence":
      return value.type.name === "iterator" ? undefined : value.type.name;
    default:
      return undefined;
  }
}

/** True, False, or `undefined` for anything but a known bool. */
export function boolOf(value: Value): boolean | undefined {
  return value.constant?.kind === "bool" ? value.constant.value : undefined;
}

export function isNone(value: Value): boolean {
  return value.constant?.kind === "none";
}
