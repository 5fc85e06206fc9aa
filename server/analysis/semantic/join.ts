/**
 * Join: what is known of a value that is one of two.
 *
 *     if fast:
 *         path = base + "/small.csv"     text [base, "/small.csv"]
 *     else:
 *         path = base + "/all.csv"       text [base, "/all.csv"]
 *     open(path)                         text [base, hole]: the common beginning, then a hole that nobody wrote
 *
 * The hole of a join has no place: it stands for "one of several ends", not for an expression put into a text.
 *
 *     conn = None                        None
 *     if fast: conn = connect(name)      instance sqlite3.Connection
 *     conn                               union of both; a fifth kind of thing would make it unknown
 */
import type { Interner } from "./interner.ts";
import { unionOrigins, withoutLiterals } from "./interner.ts";
import { joinData, withAnyObject } from "./join-data.ts";
import { samePlace } from "./same-place.ts";
import { iteratedValue } from "./library-types.ts";
import type { ConstantValue, Data, Named, Piece, Type, Value } from "./value.ts";
import { compareValues } from "./value-order.ts";

/** Nesting of containers that a join follows; below it everything becomes unknown. */
const maximumDepth = 6;

export function join(interner: Interner, left: Value, right: Value, depth = 0): Value {
  if (left === right) return left;
  if (depth > maximumDepth) return interner.unknown;
  const origins = unionOrigins(left.origins, right.origins);
  const type = joinTypes(interner, left.type, right.type, depth) ?? joinMembers(interner, left, right, depth);
  // What all members have in common stays known, whatever they are: a path is "/mnt/a" as a text and as a Path.
  const constant = joinConstants(interner, left.constant, right.constant, type?.kind === "union" ? undefined : type);
  return interner.value({ type, constant, origins, data: joined(left.data, right.data) });
}

const maximumMembers = 4;

/** Objects of library classes are told apart at little cost, and lists of models to be compared are long. */
const maximumObjects = 12;

/** The values that a value is one of: a union's members, else the value itself. */
export function membersOf(value: Value): readonly Value[] {
  return value.type?.kind === "union" ? value.type.members : [value];
}

/** One of both sides' members. Those of the same kind become one, so that a list stays a list however many were met. */
function joinMembers(interner: Interner, left: Value, right: Value, depth: number): Type | undefined {
  if (!left.type || !right.type || isSameKind(left.type, right.type)) return undefined;
  const members = [...membersOf(left)];
  for (const each of membersOf(right)) {
    const index = members.findIndex((member) => isSameKind(member.type, each.type));
    const same = members[index];
    if (same) members[index] = join(interner, same, each, depth);
    else members.push(each);
  }
  const maximum = members.every((each) => each.type?.kind === "instance" || each.type?.kind === "method" || each.type?.kind === "symbol") ? maximumObjects : maximumMembers;
  if (members.length > maximum || members.some((each) => !each.type)) return undefined;
  return { kind: "union", members: members.sort(byContent) };
}

/** An order that does not depend on which value was met first, in this analysis or an earlier one. */
function byContent(left: Value, right: Value): number {
  const a = sortKey(left.type);
  const b = sortKey(right.type);
  return a === b ? compareValues(left, right) : a < b ? -1 : 1;
}

function sortKey(type: Type | undefined): string {
  switch (type?.kind) {
    case "module":
    case "symbol":
    case "method":
      return `${type.kind} ${type.name}`;
    case "function":
    case "class":
    case "object":
      return `${type.kind} ${type.definition.name} ${type.definition.place.start}`;
    case "partial":
      return `partial ${sortKey(type.callable.type)}`;
    default:
      return (type && className(type)) ?? "";
  }
}

/** Whether a join of two types is one type again. */
function isSameKind(left: Type | undefined, right: Type | undefined): boolean {
  if (left === right || !left || !right) return left === right;
  if (left.kind === "object") return right.kind === "object" && left.class === right.class;
  if (left.kind === "method") return right.kind === "method" && left.name === right.name && left.implementation === right.implementation;
  const name = className(left);
  return name !== undefined && name === className(right);
}

/** Name of the builtin or library class whose objects have this type. */
export function className(type: Type): string | undefined {
  return type.kind === "instance" ? type.name : type.kind === "dict" ? "builtins.dict" : sequenceName(type);
}

/** One that may be an object stays so, whatever else it may be: a change of it is a change of the object. */
function joined(left: Data | undefined, right: Data | undefined): Data | undefined {
  if (left && right) return joinData(left, right);
  const { objects } = left ?? right ?? { objects: [] };
  return objects.length > 0 ? { objects: withAnyObject(objects), columns: undefined, rows: undefined, fits: undefined } : undefined;
}

export function joinAll(interner: Interner, values: readonly Value[]): Value {
  let result = values[0] ?? interner.unknown;
  for (let index = 1; index < values.length; index++) {
    result = join(interner, result, values[index] ?? interner.unknown);
    if (result === interner.unknown) break;
  }
  return result;
}

/** What stays true of a container after somebody changed its content: only that it is one. */
export function widened(interner: Interner, value: Value): Value {
  const { type, origins } = value;
  switch (type?.kind) {
    case "list":
    case "set":
      return interner.instance(`builtins.${type.kind}`, origins);
    case "sequence":
      return type.name === "iterator" ? value : interner.instance(type.name, origins);
    case "dict":
      return interner.value({ type: { kind: "dict", entries: [], open: true }, origins });
    case "union":
      return joinAll(interner, type.members.map((each) => widened(interner, each)));
    case "instance":
      return hasDefault(type) ? interner.instance(type.name, origins) : value;
    default:
      return value;
  }
}

/** True for values whose content can be changed through another name. */
export function isMutable(value: Value): boolean {
  const { type } = value;
  switch (type?.kind) {
    case "list":
    case "set":
    // Of which nothing is known may get an entry that is.
    case "dict":
      return true;
    case "sequence":
      return type.name !== "iterator" && type.name !== "builtins.tuple";
    case "union":
      return type.members.some(isMutable);
    case "instance":
      return hasDefault(type);
    default:
      return false;
  }
}

/** A `defaultdict(list)` as long as nothing else was stored in it. */
function hasDefault(type: Type): boolean {
  return type.kind === "instance" && type.name === "collections.defaultdict" && type.made !== undefined;
}

/** What is under any key of a `defaultdict` that holds only what its factory makes. */
export function defaultValue(interner: Interner, { type, origins }: Value): Value | undefined {
  if (type?.kind !== "instance" || !hasDefault(type)) return undefined;
  const factory = type.made?.arguments[0]?.value.type;
  return factory?.kind === "symbol" ? interner.instance(factory.name, origins) : undefined;
}

/** The element that stands for all elements of an iterable; `undefined` when nothing is known of them. */
export function elementOf(interner: Interner, value: Value): Value | undefined {
  const { type } = value;
  switch (type?.kind) {
    case "tuple":
    case "list":
    case "set":
      return type.elements.length > 0 ? joinAll(interner, type.elements) : undefined;
    case "sequence":
      return type.element;
    case "dict":
      return type.entries.length > 0 && !type.open ? joinAll(interner, type.entries.map((entry) => entry.key)) : undefined;
    case "instance":
      return iteratedValue(interner, value);
    case "union": {
      const elements: Value[] = [];
      for (const each of presentMembers(value)) {
        const element = elementOf(interner, each);
        if (!element) return undefined;
        elements.push(element);
      }
      return joinAll(interner, elements);
    }
    default:
      return undefined;
  }
}

/** Members without None, whose attributes, calls and elements would raise. */
export function presentMembers(value: Value): readonly Value[] {
  const members = membersOf(value);
  return members.some(isNone) ? members.filter((each) => !isNone(each)) : members;
}

export function isNone({ type }: Value): boolean {
  return type?.kind === "instance" && type.name === "builtins.NoneType";
}

/** The same union when no member changes. */
export function mapMembers(interner: Interner, value: Value, change: (member: Value) => Value): Value {
  const members = membersOf(value);
  const changed = members.map(change);
  return changed.every((each, index) => each === members[index]) ? value : joinAll(interner, changed);
}

/** What holds whichever member a value is. */
export function overMembers(interner: Interner, value: Value, each: (member: Value) => Value): Value {
  const members = presentMembers(value);
  const [only, ...others] = members;
  if (!only) return interner.unknown;
  return others.length === 0 ? each(only) : joinAll(interner, members.map(each));
}

/** One round's value when iterating: an element, a line of a file, or something that comes from where the iterable comes from. */
export function iterated(interner: Interner, iterable: Value): Value {
  const element = elementOf(interner, iterable);
  if (element) return element;
  const { type } = iterable;
  const origins = withoutLiterals(iterable.origins);
  const isText = type?.kind === "instance" && (type.name === "builtins.str" || type.name === "io.TextIOWrapper");
  return isText ? interner.instance("builtins.str", origins) : interner.value({ origins });
}

function joinTypes(interner: Interner, left: Type | undefined, right: Type | undefined, depth: number): Type | undefined {
  if (left === right) return left;
  if (!left || !right) return undefined;
  if (left.kind === "instance" && right.kind === "instance") {
    return left.name === right.name ? { kind: "instance", name: left.name } : undefined;
  }
  if (left.kind === "object" && right.kind === "object") {
    if (left.class !== right.class) return undefined;
    return { ...left, attributes: joinNamed(interner, left.attributes, right.attributes, depth) };
  }
  if (left.kind === "method" && right.kind === "method") {
    if (left.name !== right.name || left.implementation !== right.implementation) return undefined;
    return { ...left, receiver: join(interner, left.receiver, right.receiver, depth + 1) };
  }
  if (className(left) === "builtins.dict" && className(right) === "builtins.dict" && (left.kind !== "dict" || right.kind !== "dict")) {
    return { kind: "dict", entries: [], open: true };
  }
  if (left.kind === "dict" && right.kind === "dict") {
    const entries = left.entries.flatMap((entry) => {
      const other = right.entries.find((each) => sameKey(each.key, entry.key));
      return other ? [{ key: join(interner, entry.key, other.key, depth + 1), value: join(interner, entry.value, other.value, depth + 1) }] : [];
    });
    const complete = entries.length === left.entries.length && entries.length === right.entries.length;
    return { kind: "dict", entries, open: left.open || right.open || !complete };
  }
  const leftName = sequenceName(left);
  if (leftName === undefined || leftName !== sequenceName(right)) return undefined;
  if (left.kind === right.kind && "elements" in left && "elements" in right && left.elements.length === right.elements.length) {
    const others = right.elements;
    const elements = left.elements.map((element, index) => join(interner, element, others[index] ?? interner.unknown, depth + 1));
    return { kind: left.kind, elements };
  }
  const elements = [...elementsOf(left), ...elementsOf(right)];
  if (elements.length === 0) return { kind: "instance", name: leftName };
  let element = elements[0] ?? interner.unknown;
  for (const each of elements) element = join(interner, element, each, depth + 1);
  if (left.kind === "instance" || right.kind === "instance") return { kind: "instance", name: leftName };
  return { kind: "sequence", name: leftName, element };
}

type SequenceName = "builtins.list" | "builtins.tuple" | "builtins.set" | "iterator";

function sequenceName(type: Type): SequenceName | undefined {
  switch (type.kind) {
    case "tuple":
    case "list":
    case "set":
      return `builtins.${type.kind}`;
    case "sequence":
      return type.name;
    case "instance":
      return type.name === "builtins.list" || type.name === "builtins.tuple" || type.name === "builtins.set" ? type.name : undefined;
    default:
      return undefined;
  }
}

function elementsOf(type: Type): readonly Value[] {
  if (type.kind === "tuple" || type.kind === "list" || type.kind === "set") return type.elements;
  return type.kind === "sequence" ? [type.element] : [];
}

function joinNamed(interner: Interner, left: readonly Named[], right: readonly Named[], depth: number): readonly Named[] {
  return left.flatMap(({ name, value }) => {
    const other = right.find((each) => each.name === name);
    return other ? [{ name, value: join(interner, value, other.value, depth + 1) }] : [];
  });
}

function joinConstants(
  interner: Interner,
  left: ConstantValue | undefined,
  right: ConstantValue | undefined,
  type: Type | undefined,
): ConstantValue | undefined {
  if (left?.kind !== right?.kind || !left) return undefined;
  switch (left.kind) {
    case "none":
      return left;
    case "bool":
    case "bytes":
      return left.value === (right as typeof left).value ? left : undefined;
    case "number": {
      const other = right as typeof left;
      return Object.is(left.value, other.value) && left.isInteger === other.isInteger ? left : undefined;
    }
    case "text":
      return joinTexts(interner, left.pieces, (right as typeof left).pieces, type);
  }
}

/** Common leading pieces, then a hole; nothing when the texts differ from their first piece on. */
function joinTexts(interner: Interner, left: readonly Piece[], right: readonly Piece[], type: Type | undefined): ConstantValue | undefined {
  let common = 0;
  while (common < left.length && common < right.length && samePiece(left[common], right[common])) common++;
  if (common === left.length && common === right.length) return { kind: "text", pieces: left };
  if (common === 0) return plainText(left) === plainText(right) && plainText(left) !== undefined ? { kind: "text", pieces: left } : undefined;
  const last = left[common - 1];
  const kept = left.slice(0, last?.kind === "hole" && last.place === undefined ? common - 1 : common);
  if (kept.length === 0) return undefined;
  const rest = interner.value({ type });
  return { kind: "text", pieces: [...kept, { kind: "hole", value: rest, place: undefined }] };
}

function plainText(pieces: readonly Piece[]): string | undefined {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "hole") return undefined;
    text += piece.text;
  }
  return text;
}

function samePiece(left: Piece | undefined, right: Piece | undefined): boolean {
  if (!left || !right) return false;
  if (!samePlace(left.place, right.place)) return false;
  if (left.kind === "literal") return right.kind === "literal" && left.text === right.text;
  return right.kind === "hole" && left.value === right.value;
}

/** Same dictionary key: the same constant, wherever it is written. */
export function sameKey(left: Value, right: Value): boolean {
  if (left === right) return left.constant !== undefined;
  const a = left.constant;
  const b = right.constant;
  if (!a || !b) return false;
  if (a.kind === "text" && b.kind === "text") {
    const text = plainText(a.pieces);
    return text !== undefined && text === plainText(b.pieces);
  }
  const number = (constant: ConstantValue): number | undefined =>
    constant.kind === "number" ? constant.value : constant.kind === "bool" ? Number(constant.value) : undefined;
  const x = number(a);
  if (x !== undefined) return x === number(b);
  if (a.kind === "bytes" && b.kind === "bytes") return a.value === b.value;
  return a.kind === "none" && b.kind === "none";
}

/** Whether a key's text or number is fully known, so that "not this key" can be said too. */
export function isKeyKnown(key: Value): boolean {
  const { constant } = key;
  return constant !== undefined && (constant.kind !== "text" || plainText(constant.pieces) !== undefined);
}
