/**
 * Builtins over sequences that are known element by element, and operations on such sequences, as Python computes them.
 *
 *     len(["a", "b"])               2
 *     sorted(["b", "a"])            ["a", "b"]
 *     "abc"[::-1]                   "cba"
 *     [0] * 3                       [0, 0, 0]
 *     any(["", f"{x}"])             not known
 *
 * An answer is given only where every element that decides is known.
 */
import type { Expression } from "../syntax/nodes.ts";
import { equals, orderOf, scalarOf } from "./comparisons.ts";
import type { Interner } from "./interner.ts";
import { elementOf, isMutable, joinAll } from "./join.ts";
import type { LibraryCall } from "./library-calls.ts";
import { truth } from "./operators.ts";
import { originsOf, plainText } from "./texts.ts";
import type { Type, Value } from "./value.ts";

/** Elements beyond which nothing is computed. */
const maximumLength = 1000;

/** The elements that going through a value gives, one by one. */
export function knownElements(interner: Interner, value: Value): readonly Value[] | undefined {
  const { type } = value;
  switch (type?.kind) {
    case "list":
    case "tuple":
      return type.elements;
    case "dict": {
      const keys = type.entries.map((entry) => entry.key);
      return !type.open && areDistinct(keys) ? keys : undefined;
    }
    case "instance": {
      const text = type.name === "builtins.str" ? plainText(value) : undefined;
      return text === undefined || text.length > maximumLength ? undefined : [...text].map((each) => interner.text([{ kind: "literal", text: each, place: undefined }], value.origins));
    }
    default:
      return undefined;
  }
}

/** No two of them are equal, as far as constants tell. */
function areDistinct(values: readonly Value[]): boolean {
  const seen = new Set<string>();
  for (const value of values) {
    const scalar = scalarOf(value);
    if (!scalar) return false;
    const key = `${scalar.kind}${String(scalar.content)}`;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/** `len`, `sorted`, `min`, `max`, `sum`, `any`, `all`, `abs`; `undefined` where the result is not known. */
export function sequenceBuiltin(call: LibraryCall): Value | undefined {
  const { interner } = call.machine;
  const [first, second] = call.positional;
  // Of one argument it is an element; of several, one of them.
  if (call.isOpen && /^builtins\.(?:min|max)$/u.test(call.target)) return interner.unknown;
  if (!first || call.isOpen) return undefined;
  const { origins } = first;
  switch (call.target) {
    case "builtins.len": {
      const length = lengthOf(interner, first);
      return length === undefined ? undefined : interner.number(length, true);
    }
    case "builtins.abs": {
      const number = first.constant?.kind === "number" ? first.constant : undefined;
      return number && interner.number(Math.abs(number.value), number.isInteger, origins);
    }
    case "builtins.sorted": {
      const elements = call.keywords.has("key") ? undefined : knownElements(interner, first);
      const reverse = call.keywords.get("reverse");
      const isReversed = reverse ? truth(reverse) : false;
      const sorted = elements && inOrder(elements);
      if (!sorted || isReversed === undefined) return undefined;
      // Equal elements stay in their order, in either direction.
      const result = isReversed ? inOrder([...sorted].reverse())?.toReversed() : sorted;
      return result && interner.value({ type: { kind: "list", elements: result }, origins: [{ kind: "literal", place: call.place }] });
    }
    case "builtins.min":
    case "builtins.max": {
      const elements = second ? call.positional : knownElements(interner, first);
      const sorted = call.keywords.size > 0 ? undefined : elements && inOrder(elements);
      // Which of several lists it is would have to be known, or all of them given up.
      if (!elements || !sorted) return second && (call.positional.some(isMutable) ? interner.unknown : joinAll(interner, call.positional));
      const best = call.target === "builtins.min" ? sorted[0] : sorted.at(-1);
      return elements.find((each) => best && equals(each, best) === true);
    }
    case "builtins.sum": {
      const elements = call.positional.length === 1 && call.keywords.size === 0 ? knownElements(interner, first) : undefined;
      let sum = 0;
      for (const { constant } of elements ?? []) {
        if (constant?.kind !== "number" || !constant.isInteger) return undefined;
        sum += constant.value;
      }
      return elements && Number.isSafeInteger(sum) ? interner.number(sum, true, originsOf(elements)) : undefined;
    }
    case "builtins.any":
    case "builtins.all": {
      const answers = knownElements(interner, first)?.map(truth);
      const decides = call.target === "builtins.any";
      if (answers?.includes(decides) === true) return interner.bool(decides);
      return !answers || answers.includes(undefined) ? undefined : interner.bool(!decides);
    }
    default:
      return undefined;
  }
}

function lengthOf(interner: Interner, value: Value): number | undefined {
  const { constant, type } = value;
  if (constant?.kind === "bytes") return constant.value.length;
  if (type?.kind === "set") return areDistinct(type.elements) ? type.elements.length : undefined;
  return knownElements(interner, value)?.length;
}

/** `undefined` when some two cannot be compared. */
function inOrder(values: readonly Value[]): readonly Value[] | undefined {
  if (values.length > maximumLength) return undefined;
  const [first] = values;
  if (!first) return values;
  if (values.some((each) => orderOf(first, each) === undefined)) return undefined;
  return [...values].sort((a, b) => orderOf(a, b) ?? 0);
}

/** The part of a sequence that a slice with these bounds takes; `undefined` where a bound is not known. */
export function sliced<T>(elements: readonly T[], slice: Expression & { kind: "Slice" }, boundOf: (node: Expression) => Value): readonly T[] | undefined {
  const { length } = elements;
  const bounds: (number | undefined)[] = [];
  for (const node of [slice.lower, slice.upper, slice.step]) {
    const constant = node && boundOf(node).constant;
    if (node && constant?.kind !== "none" && (constant?.kind !== "number" || !constant.isInteger)) return undefined;
    bounds.push(constant?.kind === "number" ? constant.value : undefined);
  }
  const step = bounds[2] ?? 1;
  if (step === 0) return undefined;
  // As CPython's slice.indices computes them.
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1];
  const within = (bound: number): number => (bound < 0 ? Math.max(bound + length, least) : Math.min(bound, most));
  const start = bounds[0] === undefined ? (step > 0 ? least : most) : within(bounds[0]);
  const stop = bounds[1] === undefined ? (step > 0 ? most : least) : within(bounds[1]);
  const result: T[] = [];
  for (let at = start; step > 0 ? at < stop : at > stop; at += step) {
    const element = elements[at];
    if (element !== undefined) result.push(element);
  }
  return result;
}

/** `[0] * 3`, `3 * "ab"`; `["?"] * n` is a list of any length with these elements. */
export function repeated(interner: Interner, left: Value, right: Value): Value | undefined {
  const isCount = ({ type }: Value): boolean => type?.kind === "instance" && type.name === "builtins.int";
  const [sequence, times] = isCount(left) ? [right, left] : [left, right];
  const { constant } = times;
  if (!constant && isCount(times) && sequence.type?.kind === "list") {
    const element = elementOf(interner, sequence);
    return element && interner.value({ type: { kind: "sequence", name: "builtins.list", element }, origins: sequence.origins });
  }
  if (constant?.kind !== "number" || !constant.isInteger) return undefined;
  const count = Math.max(0, constant.value);
  const { type } = sequence;
  if (type?.kind === "list" || type?.kind === "tuple") {
    if (type.elements.length * count > maximumLength) return undefined;
    const elements = Array.from({ length: count }, () => type.elements).flat();
    return interner.value({ type: { kind: type.kind, elements } satisfies Type, origins: sequence.origins });
  }
  const text = type?.kind === "instance" && type.name === "builtins.str" ? plainText(sequence) : undefined;
  if (text === undefined || text.length * count > maximumLength) return undefined;
  return interner.text([{ kind: "literal", text: text.repeat(count), place: undefined }], sequence.origins);
}

/** Arithmetic of whole numbers and floats that is exact in Python and here alike; `undefined` elsewhere. */
export function calculated(op: string, a: number, b: number, areIntegers: boolean): number | undefined {
  switch (op) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return b === 0 ? undefined : a / b;
    case "//": {
      if (b === 0) return undefined;
      // The rest first: the quotient of large numbers is rounded before it could be floored.
      const quotient = (a - modulo(a, b)) / b;
      return areIntegers || Math.abs(quotient) < 2 ** 52 ? Math.round(quotient) : undefined;
    }
    case "%":
      return b === 0 ? undefined : modulo(a, b);
    case "**":
      return areIntegers && b >= 0 && b < 64 ? Number(BigInt(a) ** BigInt(b)) : undefined;
    case "<<":
      return areIntegers && b >= 0 && b < 52 ? a * 2 ** b : undefined;
    case ">>":
      return areIntegers && b >= 0 && b < 52 ? Math.floor(a / 2 ** b) : undefined;
    default:
      return undefined;
  }
}

/** Python's `%`: the sign of the divisor. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest;
}
