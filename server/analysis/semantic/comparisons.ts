/**
 * Comparisons of known values: equality, order, membership, identity, as Python decides them; `undefined` where it is not known.
 *
 *     "a" == "b"                 False
 *     1 == 1.0                   True
 *     "b" in ["a", "b"]          True
 *     None is f"{x}"             False
 *     Path("a") == "a"           not known here: a path's text is not the path
 */
import type { CompareOperator } from "../syntax/nodes.ts";
import { isNone, membersOf } from "./join.ts";
import { textOf } from "./texts.ts";
import type { Value } from "./value.ts";

/** Nesting of containers that equality looks into. */
const maximumDepth = 4;

export function compared(op: CompareOperator, left: Value, right: Value): boolean | undefined {
  switch (op) {
    case "==":
      return equals(left, right);
    case "!=":
      return opposite(equals(left, right));
    case "is":
      return isSame(left, right);
    case "is not":
      return opposite(isSame(left, right));
    case "in":
      return contains(right, left);
    case "not in":
      return opposite(contains(right, left));
    default:
      return ordered(op, left, right);
  }
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

export function equals(left: Value, right: Value, depth = 0): boolean | undefined {
  if (left.type?.kind === "union" || right.type?.kind === "union") {
    return agreed(membersOf(left).flatMap((a) => membersOf(right).map((b) => equals(a, b, depth))));
  }
  const a = scalarOf(left);
  const b = scalarOf(right);
  if (a && b) return a.kind === b.kind && a.content === b.content;
  if ((a && isCertainlyOther(right)) || (b && isCertainlyOther(left))) return false;
  const x = left.type;
  const y = right.type;
  if ((x?.kind !== "list" && x?.kind !== "tuple") || (y?.kind !== "list" && y?.kind !== "tuple") || depth > maximumDepth) return undefined;
  if (x.kind !== y.kind || x.elements.length !== y.elements.length) return false;
  let result: boolean | undefined = true;
  for (const [index, element] of x.elements.entries()) {
    const other = y.elements[index];
    const answer = other && equals(element, other, depth + 1);
    if (answer === false) return false;
    if (answer === undefined) result = undefined;
  }
  return result;
}

function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [first] = answers;
  return answers.every((each) => each === first) ? first : undefined;
}

interface Scalar {
  readonly kind: "none" | "number" | "text" | "bytes";
  readonly content: string | number | null;
}

/** A constant of a builtin type that is known whole. Not a number is equal to nothing, and identical to itself: left out. */
export function scalarOf({ constant, type }: Value): Scalar | undefined {
  const isBuiltin = type?.kind === "instance" && type.name.startsWith("builtins.");
  if (!isBuiltin) return undefined;
  switch (constant?.kind) {
    case "none":
      return { kind: "none", content: null };
    case "bool":
      return { kind: "number", content: Number(constant.value) };
    case "number":
      return Number.isNaN(constant.value) ? undefined : { kind: "number", content: constant.value };
    case "bytes":
      return { kind: "bytes", content: constant.value };
    case "text": {
      const text = textOf(constant.pieces);
      return text === undefined ? undefined : { kind: "text", content: text };
    }
    case undefined:
      return undefined;
  }
}

/** Nothing that could be equal to a constant: a container or a definition. */
function isCertainlyOther({ type }: Value): boolean {
  switch (type?.kind) {
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "function":
    case "class":
    case "module":
      return true;
    default:
      return false;
  }
}

function isSame(left: Value, right: Value): boolean | undefined {
  if (left.type?.kind === "union" || right.type?.kind === "union") {
    return agreed(membersOf(left).flatMap((a) => membersOf(right).map((b) => isSame(a, b))));
  }
  if (isNone(left) || isNone(right)) return isNone(left) && isNone(right) ? true : isSomething(isNone(left) ? right : left) ? false : undefined;
  const a = left.constant;
  const b = right.constant;
  if (a?.kind === "bool" && b?.kind === "bool") return a.value === b.value;
  const x = scalarOf(left);
  const y = scalarOf(right);
  // Equal numbers and texts may be one object or two.
  return x && y && (x.kind !== y.kind || x.content !== y.content) ? false : undefined;
}

/**
 * Certainly not None. What only an annotation or a library's description calls an object of a class may still be None, as
 * annotations are wrong at times.
 */
export function isSomething(value: Value): boolean {
  const { constant, origins, type } = value;
  if (constant) return constant.kind !== "none" && type !== undefined;
  switch (type?.kind) {
    case "instance":
      return plain.has(type.name) && !origins.some((origin) => origin.kind === "parameter" || origin.kind === "call");
    case "object":
      return !origins.some((origin) => origin.kind === "parameter");
    case "union":
      return type.members.every(isSomething);
    default:
      return isCertainlyOther(value);
  }
}

const plain: ReadonlySet<string> = new Set(["str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple"].map((name) => `builtins.${name}`));

function contains(container: Value, element: Value): boolean | undefined {
  const { type } = container;
  switch (type?.kind) {
    case "list":
    case "tuple":
    case "set":
      return isAny(type.elements, element);
    case "dict": {
      const found = isAny(type.entries.map((entry) => entry.key), element);
      return found === false && type.open ? undefined : found;
    }
    case "instance": {
      const whole = scalarOf(container);
      const part = scalarOf(element);
      if (part?.kind !== "text" || typeof part.content !== "string" || type.name !== "builtins.str") return undefined;
      const { content } = part;
      if (whole) return typeof whole.content === "string" && whole.content.includes(content);
      const pieces = container.constant?.kind === "text" ? container.constant.pieces : [];
      return pieces.some((piece) => piece.kind === "literal" && piece.text.includes(content)) ? true : undefined;
    }
    default:
      return undefined;
  }
}

function isAny(values: readonly Value[], element: Value): boolean | undefined {
  let result: boolean | undefined = false;
  for (const each of values) {
    const answer = equals(each, element);
    if (answer === true) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}

function ordered(op: CompareOperator, left: Value, right: Value): boolean | undefined {
  const order = orderOf(left, right);
  if (order === undefined) return undefined;
  switch (op) {
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
    default:
      return undefined;
  }
}

/** Less than, equal to or more than zero; `undefined` where Python raises or where it is not known. */
export function orderOf(left: Value, right: Value): number | undefined {
  const a = scalarOf(left);
  const b = scalarOf(right);
  if (a?.kind !== b?.kind || !a || !b) return undefined;
  if (typeof a.content === "number" && typeof b.content === "number") return a.content < b.content ? -1 : a.content > b.content ? 1 : 0;
  return a.kind === "text" ? byCodePoint(String(a.content), String(b.content)) : undefined;
}

/** Python's order of texts; JavaScript's goes by halves of the characters beyond the first 65,536. */
function byCodePoint(left: string, right: string): number {
  const a = [...left];
  const b = [...right];
  for (const [index, character] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const difference = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
