/**
 * Interner: the only place where values are made.
 *
 * Two requests for the same content give the same object, so that equality of values is identity and a key of an
 * analysis is a list of small numbers. Content is not spelled out to be found: there may be hundreds of thousands of values, and
 * their spellings would be most of the memory. It is found by a hash and compared (value-content.ts).
 *
 * Sizes are bounded here: of a list of more than {@link maximumElements} elements only the type is kept, of a text
 * of more than {@link maximumPieces} pieces too, and of many origins the first {@link maximumOrigins} stay.
 *
 * One interner lives as long as one interpreter; values of two interners must not meet.
 */
import { fitted } from "../syntax/lists.ts";
import type { Place } from "../syntax/unit.ts";
import { HashTable, mix } from "./hash-table.ts";
import { NumberRows } from "./number-rows.ts";
import { samePlace } from "./same-place.ts";
import { hashConstant, hashData, hashOrigins, hashType, sameConstant, sameData, sameOrigin, sameOrigins, sameType } from "./value-content.ts";
import type { Columns, ConstantValue, Data, Origin, Piece, Type, Value } from "./value.ts";

const maximumElements = 1000;
/** Elements up to which a container that grows step by step is followed. */
export const maximumGrowth = 128;
const maximumPieces = 64;
/** Labels of a frame beyond which only "some of them" would be kept: nothing is. */
const maximumColumns = 2000;
const maximumOrigins = 6;
const maximumTextLength = 20_000;

/** A value's type, constant and origins before it is interned. */
interface Content {
  readonly type?: Type | undefined;
  readonly constant?: ConstantValue | undefined;
  readonly origins?: readonly Origin[];
  readonly data?: Data | undefined;
}

export class Interner {
  readonly #values = new HashTable<Value>();
  readonly #types = new HashTable<Type>();
  readonly #plainInstances = new Map<string, Value>();
  readonly #symbols = new Map<string, Value>();
  /** By name: most values are instances, and so their type need not be compared to be found. */
  readonly #instanceTypes = new Map<string, Type>();
  readonly #data = new HashTable<Data>();
  readonly #objects = new NumberRows();
  readonly #nodeIds = new WeakMap<object, number>();
  readonly #idOfNode = (node: object): number => this.nodeId(node);
  #nodes = 0;

  /** Nothing is known. */
  readonly unknown: Value = this.value({});
  readonly none: Value = this.value({ type: { kind: "instance", name: "builtins.NoneType" }, constant: { kind: "none" } });

  /** Number of distinct values made so far. */
  get size(): number {
    return this.#values.size;
  }

  value(content: Content): Value {
    const type = content.type && this.#internType(boundedType(content.type));
    const constant = content.constant && boundedConstant(content.constant);
    const data = content.data && this.data(content.data);
    let origins = content.origins ?? noOrigins;
    if (origins.length > maximumOrigins) origins = origins.slice(0, maximumOrigins);
    let hash = mix(type?.id ?? -1, data?.id ?? -1);
    if (constant) hash = hashConstant(hash, constant);
    hash = hashOrigins(hash, origins);
    const values = this.#values;
    for (let slot = values.first(hash); slot >= 0; slot = values.next(slot, hash)) {
      const value = values.in(slot);
      if (value.type === type && value.data === data && sameConstant(value.constant, constant) && sameOrigins(value.origins, origins)) return value;
    }
    const value: Value = { id: values.size, type, constant: constant && fittedConstant(constant, origins), origins: origins.length === 0 ? noOrigins : origins, data };
    values.add(hash, value);
    return value;
  }

  instance(name: string, origins: readonly Origin[] = noOrigins): Value {
    if (origins.length > 0) return this.value({ type: this.#instanceType(name), origins });
    let value = this.#plainInstances.get(name);
    if (!value) {
      value = this.value({ type: this.#instanceType(name) });
      this.#plainInstances.set(name, value);
    }
    return value;
  }

  /** The one object for this content, so that what is known of data is compared by identity too; nothing for content that says nothing. */
  data(content: Data): Data | undefined {
    const known = this.#data;
    if (content.id !== undefined && known.at(content.id) === content) return content;
    const data = boundedData(content);
    if (!data) return undefined;
    const hash = hashData(data);
    for (let slot = known.first(hash); slot >= 0; slot = known.next(slot, hash)) if (sameData(known.in(slot), data)) return known.in(slot);
    const { objects, columns, rows, fits } = data;
    const kept: Data = { id: known.size, objects: fitted(objects), columns, rows, fits };
    known.add(hash, kept);
    return kept;
  }

  /** Number of the object that an expression makes; `context` tells apart those that it makes on behalf of others. */
  objectAt(place: Place, context: number): number {
    return this.#objects.indexOf(place.anchor.id, place.start, place.end, context) + 1;
  }

  module(name: string): Value {
    return this.value({ type: { kind: "module", name } });
  }

  symbol(name: string): Value {
    let value = this.#symbols.get(name);
    if (!value) {
      value = this.value({ type: { kind: "symbol", name } });
      this.#symbols.set(name, value);
    }
    return value;
  }

  text(pieces: readonly Piece[], origins: readonly Origin[] = noOrigins, typeName = "builtins.str"): Value {
    return this.value({ type: this.#instanceType(typeName), constant: { kind: "text", pieces: merged(pieces) }, origins });
  }

  /** A text as it is written: one list says what it is and where it comes from. */
  literal(text: string, place: Place): Value {
    const written = [{ kind: "literal", text, place }] as const;
    return this.value({ type: this.#instanceType("builtins.str"), constant: { kind: "text", pieces: written }, origins: written });
  }

  number(value: number, isInteger: boolean, origins: readonly Origin[] = noOrigins): Value {
    const name = isInteger ? "builtins.int" : "builtins.float";
    return this.value({ type: this.#instanceType(name), constant: { kind: "number", value, isInteger }, origins });
  }

  bool(value: boolean, origins: readonly Origin[] = noOrigins): Value {
    return this.value({ type: this.#instanceType("builtins.bool"), constant: { kind: "bool", value }, origins });
  }

  /** A number for an object compared by identity, such as a syntax node. */
  nodeId(node: object): number {
    let id = this.#nodeIds.get(node);
    if (id === undefined) {
      id = ++this.#nodes;
      this.#nodeIds.set(node, id);
    }
    return id;
  }

  #instanceType(name: string): Type {
    let type = this.#instanceTypes.get(name);
    if (!type) this.#instanceTypes.set(name, (type = this.#internType({ kind: "instance", name })));
    return type;
  }

  #internType(type: Type): Type {
    const types = this.#types;
    if (type.id !== undefined && types.at(type.id) === type) return type;
    const hash = hashType(type, this.#idOfNode);
    for (let slot = types.first(hash); slot >= 0; slot = types.next(slot, hash)) if (sameType(types.in(slot), type)) return types.in(slot);
    const kept = keptType(type, types.size);
    types.add(hash, kept);
    return kept;
  }
}

const noOrigins: readonly Origin[] = [];

/** Both lists without repetitions, the first list's origins first, bounded. */
export function unionOrigins(left: readonly Origin[], right: readonly Origin[]): readonly Origin[] {
  if (right.length === 0 || left === right) return left;
  if (left.length === 0) return right;
  let result: Origin[] | undefined;
  for (const origin of right) {
    const known = result ?? left;
    if (known.length >= maximumOrigins) break;
    if (known.some((each) => sameOrigin(each, origin))) continue;
    result ??= [...left];
    result.push(origin);
  }
  return result ? fitted(result) : left;
}

/** Where a value comes from, leaving out the literals that only shaped it. */
export function withoutLiterals(origins: readonly Origin[]): readonly Origin[] {
  return origins.some((origin) => origin.kind === "literal") ? origins.filter((origin) => origin.kind !== "literal") : origins;
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "literal") {
      if (piece.text === "" && pieces.length > 1) continue;
      const last = result.at(-1);
      if (last?.kind === "literal" && samePlace(last.place, piece.place)) {
        result[result.length - 1] = { kind: "literal", text: last.text + piece.text, place: last.place };
        continue;
      }
    }
    result.push(piece);
  }
  if (result.length > 0) return result;
  return [pieces[0] ?? { kind: "literal", text: "", place: undefined }];
}

// Lists that grew have room for more than they hold.

function fittedConstant(constant: ConstantValue, origins: readonly Origin[]): ConstantValue {
  return constant.kind === "text" && constant.pieces !== origins ? { kind: "text", pieces: fitted(constant.pieces) } : constant;
}

/** One literal for each kind, so that a number added does not cost an object of its own. */
function keptType(type: Type, id: number): Type {
  switch (type.kind) {
    case "instance":
      return type.made ? { kind: type.kind, id, name: type.name, made: type.made } : { kind: type.kind, id, name: type.name };
    case "module":
    case "symbol":
      return { kind: type.kind, id, name: type.name };
    case "method":
      return { kind: type.kind, id, name: type.name, receiver: type.receiver, implementation: type.implementation };
    case "function":
      return { kind: type.kind, id, definition: type.definition, defaults: fitted(type.defaults), captured: fitted(type.captured), binding: type.binding };
    case "partial":
      return { kind: type.kind, id, callable: type.callable, args: fitted(type.args), keywords: fitted(type.keywords) };
    case "class":
      return { kind: type.kind, id, definition: type.definition, bases: fitted(type.bases), members: fitted(type.members), isDataclass: type.isDataclass };
    case "object":
      return { kind: type.kind, id, definition: type.definition, class: type.class, attributes: fitted(type.attributes) };
    case "tuple":
    case "list":
    case "set":
      return { kind: type.kind, id, elements: fitted(type.elements) };
    case "sequence":
      return { kind: type.kind, id, name: type.name, element: type.element };
    case "dict":
      return { kind: type.kind, id, entries: fitted(type.entries), open: type.open };
    case "union":
      return { kind: type.kind, id, members: fitted(type.members) };
  }
}

function boundedType(type: Type): Type {
  switch (type.kind) {
    case "list":
    case "tuple":
    case "set":
      return type.elements.length > maximumElements ? { kind: "instance", name: `builtins.${type.kind}` } : type;
    case "dict":
      return type.entries.length > maximumElements ? { kind: "dict", entries: [], open: true } : type;
    default:
      return type;
  }
}

function boundedData(data: Data): Data | undefined {
  const { objects, columns, rows, fits } = data;
  const isTooWide = columns && widthOf(columns) + widthOf(columns.along) > maximumColumns;
  if (objects.length === 0 && !columns && !rows && !fits) return undefined;
  return isTooWide ? { objects, columns: undefined, rows, fits } : data;
}

function widthOf(columns: Columns | undefined): number {
  return columns ? columns.present.length + columns.absent.length : 0;
}

function boundedConstant(constant: ConstantValue): ConstantValue | undefined {
  if (constant.kind === "bytes") return constant.value.length > maximumTextLength ? undefined : constant;
  if (constant.kind !== "text") return constant;
  if (constant.pieces.length > maximumPieces) return undefined;
  let length = 0;
  for (const piece of constant.pieces) if (piece.kind === "literal") length += piece.text.length;
  return length > maximumTextLength ? undefined : constant;
}
