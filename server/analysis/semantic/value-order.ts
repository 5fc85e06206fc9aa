/**
 * An order of values that depends on what they are, not on which of them was met first, in this analysis or an earlier one.
 *
 *     if fast:
 *         def load(name): ...          two functions of one name: the one whose unit comes first in the alphabet goes before the other,
 *     else:                            then the one that stands first in it; two runs of the same `def` are told apart by their defaults
 *         def load(name): ...          and by what they took from the function around them
 */
import type { Place } from "../syntax/unit.ts";
import type { ConstantValue, Named, Type, Value } from "./value.ts";

/** Nesting of values that is looked at. */
const maximumDepth = 4;

/** Negative when `left` goes first; 0 only for the same value. */
export function compareValues(left: Value, right: Value): number {
  if (left === right) return 0;
  const others = ofValue(right, 0);
  for (const one of ofValue(left, 0)) {
    const other = others.next().value ?? "";
    if (one !== other) return one < other ? -1 : 1;
  }
  // Copies of one text, with nothing but their places to tell them apart; or what differs lies too deep.
  return compareStands(left, right) || left.id - right.id;
}

/** What a value is made of, piece by piece: those that came so far say what comes next. */
function* ofValue({ type, constant, origins }: Value, depth: number): Generator<string, undefined> {
  if (depth > maximumDepth) return undefined;
  yield type?.kind ?? "";
  if (type) yield* ofType(type, depth + 1);
  yield constant?.kind ?? "";
  if (constant) yield* ofConstant(constant, depth + 1);
  for (const origin of origins) {
    yield origin.kind;
    // The text around it says nothing about the value.
    yield rangeOf(origin.place);
  }
  yield "";
  return undefined;
}

function* ofType(type: Type, depth: number): Iterable<string> {
  switch (type.kind) {
    case "instance":
    case "module":
    case "symbol":
      yield type.name;
      return;
    case "method":
      yield type.name;
      if (type.implementation) yield* ofValue(type.implementation, depth);
      yield* ofValue(type.receiver, depth);
      return;
    case "function":
      yield* ofDefinition(type.definition.place);
      yield* ofNamed(type.defaults, depth);
      yield* ofNamed(type.captured, depth);
      return;
    case "partial":
      yield* ofValue(type.callable, depth);
      yield* ofValues(type.args, depth);
      yield* ofNamed(type.keywords, depth);
      return;
    case "class":
      yield* ofDefinition(type.definition.place);
      yield* ofValues(type.bases, depth);
      yield* ofNamed(type.members, depth);
      return;
    case "object":
      yield* ofValue(type.class, depth);
      yield* ofNamed(type.attributes, depth);
      return;
    case "tuple":
    case "list":
    case "set":
      yield* ofValues(type.elements, depth);
      return;
    case "sequence":
      yield type.name;
      yield* ofValue(type.element, depth);
      return;
    case "dict":
      yield String(type.open);
      for (const { key, value } of type.entries) yield* ofValues([key, value], depth);
      return;
    case "union":
      yield* ofValues(type.members, depth);
  }
}

function* ofConstant(constant: ConstantValue, depth: number): Iterable<string> {
  if (constant.kind === "none") return;
  if (constant.kind !== "text") {
    yield String(constant.value);
    return;
  }
  for (const piece of constant.pieces) {
    yield piece.kind;
    if (piece.kind === "literal") yield piece.text;
    else yield* ofValue(piece.value, depth);
  }
}

function* ofValues(values: readonly Value[], depth: number): Iterable<string> {
  yield String(values.length);
  for (const each of values) yield* ofValue(each, depth);
}

function* ofNamed(all: readonly Named[], depth: number): Iterable<string> {
  yield String(all.length);
  for (const { name, value } of all) {
    yield name;
    yield* ofValue(value, depth);
  }
}

function* ofDefinition(place: Place): Iterable<string> {
  yield place.anchor.unit.text;
  yield rangeOf(place);
}

function rangeOf({ start, end }: Place): string {
  return `${String(start)}-${String(end)}`;
}

function compareStands(left: Value, right: Value): number {
  const [a, b] = [standOf(left), standOf(right)];
  if (!a || !b) return 0;
  const [one, other] = [a.cell.document.uri, b.cell.document.uri];
  if (one !== other) return one < other ? -1 : 1;
  return a.cell.index - b.cell.index || a.offset - b.offset;
}

function standOf({ type, origins }: Value): Place["anchor"] | undefined {
  if (type?.kind === "function" || type?.kind === "class" || type?.kind === "object") return type.definition.place.anchor;
  if (type?.kind === "method" && type.implementation) return standOf(type.implementation);
  if (type?.kind === "partial") return standOf(type.callable);
  return origins[0]?.place.anchor;
}
