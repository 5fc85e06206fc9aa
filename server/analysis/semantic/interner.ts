/**
 * Interner: the only place where values are made.
 *
 * Two requests for the same content give the same object, so that equality of values is identity and a key of an
 * analysis is a list of small numbers. Content is spelled as a short text in which inner values stand as their numbers:
 *
 *     "/mnt/a" at unit 3, offsets 4-12        "i:builtins.str|t:L3.4.12:/mnt/a|l3.4.12"
 *
 * Sizes are bounded here: of a list of more than {@link maximumElements} elements only the type is kept, of a text
 * of more than {@link maximumPieces} pieces too, and of many origins the first {@link maximumOrigins} stay.
 *
 * One interner lives as long as one interpreter; values of two interners must not meet.
 */
import type { Place } from "../syntax/unit.ts";
import { samePlace } from "./same-place.ts";
import type { Columns, ConstantValue, Data, Named, Origin, Piece, Rows, Type, Value } from "./value.ts";

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
  readonly #values = new Map<string, Value>();
  readonly #types = new Map<string, { readonly type: Type; readonly id: number }>();
  readonly #typeIds = new Map<Type, number>();
  readonly #plainInstances = new Map<string, Value>();
  readonly #symbols = new Map<string, Value>();
  /** By name: most values are instances, and so their type need not be spelled out to be found. */
  readonly #instanceTypes = new Map<string, Type>();
  readonly #data = new Map<string, Data>();
  readonly #dataIds = new Map<Data, number>();
  readonly #objects = new Map<string, number>();
  readonly #nodeIds = new WeakMap<object, number>();
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
    const origins = content.origins ?? [];
    const kept = origins.length > maximumOrigins ? origins.slice(0, maximumOrigins) : origins;
    let key = type ? String(this.#typeIds.get(type)) : "";
    if (constant) key += `|${constantKey(constant)}`;
    for (const origin of kept) key += `/${originKey(origin)}`;
    const data = content.data && this.data(content.data);
    if (data) key += `&${this.#dataIds.get(data)}`;
    let value = this.#values.get(key);
    if (!value) {
      value = { id: this.#values.size, type, constant, origins: kept, data };
      this.#values.set(key, value);
    }
    return value;
  }

  instance(name: string, origins: readonly Origin[] = []): Value {
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
    if (this.#dataIds.has(content)) return content;
    const bounded = boundedData(content);
    if (!bounded) return undefined;
    const key = dataKey(bounded);
    let data = this.#data.get(key);
    if (!data) {
      this.#data.set(key, (data = bounded));
      this.#dataIds.set(data, this.#data.size);
    }
    return data;
  }

  /** Number of the object that an expression makes; `context` tells apart those that it makes on behalf of others. */
  objectAt(place: Place, context: number): number {
    const key = `${placeKey(place)}:${context}`;
    let object = this.#objects.get(key);
    if (object === undefined) this.#objects.set(key, (object = this.#objects.size + 1));
    return object;
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

  text(pieces: readonly Piece[], origins: readonly Origin[] = [], typeName = "builtins.str"): Value {
    return this.value({ type: this.#instanceType(typeName), constant: { kind: "text", pieces: merged(pieces) }, origins });
  }

  number(value: number, isInteger: boolean, origins: readonly Origin[] = []): Value {
    const name = isInteger ? "builtins.int" : "builtins.float";
    return this.value({ type: this.#instanceType(name), constant: { kind: "number", value, isInteger }, origins });
  }

  bool(value: boolean, origins: readonly Origin[] = []): Value {
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
    if (this.#typeIds.has(type)) return type;
    const key = this.#typeKey(type);
    let entry = this.#types.get(key);
    if (!entry) {
      entry = { type, id: this.#types.size + 1 };
      this.#types.set(key, entry);
      this.#typeIds.set(type, entry.id);
    }
    return entry.type;
  }

  #typeKey(type: Type): string {
    switch (type.kind) {
      case "instance": {
        const { made } = type;
        if (!made) return `i:${type.name}`;
        const args = made.arguments.map((each) => `${each.keyword ?? ""}${each.unpacked ? "*" : "="}${each.value.id}@${placeKey(each.place)}`);
        return `i:${type.name}:${made.callable}:${made.receiver?.id ?? ""}:${placeKey(made.place)}(${args.join(",")})`;
      }
      case "module":
      case "symbol":
        return `${type.kind}:${type.name}`;
      case "method":
        return `method:${type.name}:${type.receiver.id}:${type.implementation?.id ?? ""}`;
      case "function":
        return `f:${this.nodeId(type.definition.node)}:${type.binding}:${namedKey(type.defaults)}:${namedKey(type.captured)}`;
      case "class":
        return `c:${this.nodeId(type.definition.node)}:${type.isDataclass}:${idsKey(type.bases)}:${namedKey(type.members)}`;
      case "partial":
        return `p:${type.callable.id}:${idsKey(type.args)}:${namedKey(type.keywords)}`;
      case "object":
        return `o:${type.class.id}:${namedKey(type.attributes)}`;
      case "tuple":
      case "list":
      case "set":
        return `${type.kind}:${idsKey(type.elements)}`;
      case "sequence":
        return `q:${type.name}:${type.element.id}`;
      case "dict":
        return `d:${type.open}:${type.entries.map((entry) => `${entry.key.id}=${entry.value.id}`).join(",")}`;
      case "union":
        return `u:${idsKey(type.members)}`;
    }
  }
}

/** Spelling of a place; two places are the same when their spellings are. */
export function placeKey(place: Place | undefined): string {
  return place ? `${place.anchor.id}.${place.start}.${place.end}` : "";
}

function originKey(origin: Origin): string {
  const at = placeKey(origin.place);
  switch (origin.kind) {
    case "call":
      return `c${at}:${origin.target}`;
    case "literal":
      return `l${at}`;
    case "parameter":
      return `p${at}:${origin.name}`;
    case "external":
      return `x${at}:${origin.source}:${origin.name ?? ""}`;
  }
}

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
  return result ?? left;
}

/** Where a value comes from, leaving out the literals that only shaped it. */
export function withoutLiterals(origins: readonly Origin[]): readonly Origin[] {
  return origins.some((origin) => origin.kind === "literal") ? origins.filter((origin) => origin.kind !== "literal") : origins;
}

function sameOrigin(left: Origin, right: Origin): boolean {
  if (left === right) return true;
  if (left.kind !== right.kind || !samePlace(left.place, right.place)) return false;
  switch (left.kind) {
    case "call":
      return right.kind === "call" && left.target === right.target;
    case "literal":
      return true;
    case "parameter":
      return right.kind === "parameter" && left.name === right.name;
    case "external":
      return right.kind === "external" && left.source === right.source && left.name === right.name;
  }
}

function idsKey(values: readonly Value[]): string {
  return values.map((value) => value.id).join(",");
}

function namedKey(values: readonly Named[]): string {
  return values.map((each) => `${each.name}=${each.value.id}`).join(",");
}

function dataKey({ objects, columns, rows, fits }: Data): string {
  const fitted = fits?.map((fit) => `${placeKey(fit.place)}~${rowsKey(fit.rows)}~${columnsKey(fit.columns)}`).join("^");
  return `${objects.join(",")}&${columnsKey(columns)}&${rowsKey(rows)}&${fitted ?? "-"}`;
}

/** JSON keeps labels that contain separators, and `1` and `"1"`, apart. */
function columnsKey(columns: Columns | undefined): string {
  if (!columns) return "";
  const { present, absent, isWhole, doubt, index } = columns;
  return `${isWhole ? "=" : "~"}${JSON.stringify(present)}${absent.length > 0 ? JSON.stringify(absent) : ""}${doubt ?? ""}${index ? `#${JSON.stringify(index)}` : ""}`;
}

function rowsKey(rows: Rows | undefined): string {
  if (!rows) return "";
  return rows.kind === "whole" ? `w${placeKey(rows.source)}` : `${rows.part}${placeKey(rows.split)}<${rowsKey(rows.of)}`;
}

function constantKey(constant: ConstantValue): string {
  switch (constant.kind) {
    case "text":
      return `t${constant.pieces.map(pieceKey).join("")}`;
    case "bytes":
      return `b${constant.value}`;
    case "number":
      return `n${constant.isInteger ? "i" : "f"}${Object.is(constant.value, -0) ? "-0" : constant.value}`;
    case "bool":
      return constant.value ? "T" : "F";
    case "none":
      return "N";
  }
}

/** The length of a literal keeps texts that contain separators apart. */
function pieceKey(piece: Piece): string {
  return piece.kind === "literal"
    ? `L${placeKey(piece.place)}:${piece.text.length}:${piece.text}`
    : `H${placeKey(piece.place)}:${piece.value.id};`;
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "literal") {
      if (piece.text === "" && pieces.length > 1) continue;
      const last = result.at(-1);
      if (last?.kind === "literal" && placeKey(last.place) === placeKey(piece.place)) {
        result[result.length - 1] = { kind: "literal", text: last.text + piece.text, place: last.place };
        continue;
      }
    }
    result.push(piece);
  }
  if (result.length > 0) return result;
  return [pieces[0] ?? { kind: "literal", text: "", place: undefined }];
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
  const isTooWide = columns && columns.present.length + columns.absent.length > maximumColumns;
  if (objects.length === 0 && !columns && !rows && !fits) return undefined;
  return isTooWide ? { objects, columns: undefined, rows, fits } : data;
}

function boundedConstant(constant: ConstantValue): ConstantValue | undefined {
  if (constant.kind === "bytes") return constant.value.length > maximumTextLength ? undefined : constant;
  if (constant.kind !== "text") return constant;
  if (constant.pieces.length > maximumPieces) return undefined;
  let length = 0;
  for (const piece of constant.pieces) if (piece.kind === "literal") length += piece.text.length;
  return length > maximumTextLength ? undefined : constant;
}
