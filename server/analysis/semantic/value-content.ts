/**
 * The content of values: when two are the same, and hashes that agree when they are.
 *
 * Inner values, types and nodes are interned or compared by identity, so one level is looked at. Places are the same stretch of the
 * same unit (same-place.ts); order counts in every list.
 */
import type { Place } from "../syntax/unit.ts";
import { mix, mixText } from "./hash-table.ts";
import { sameRows } from "./join-data.ts";
import { samePlace } from "./same-place.ts";
import type { Columns, ConstantValue, Construction, Data, Fit, Label, Named, Origin, Piece, Rows, Type, Value } from "./value.ts";

// ---- hashes ------------------------------------------------------------------------------------------------

/** `nodeId` numbers nodes of the syntax tree. */
export function hashType(type: Type, nodeId: (node: object) => number): number {
  switch (type.kind) {
    case "instance":
      return type.made ? hashConstruction(mixText(1, type.name), type.made) : mixText(1, type.name);
    case "module":
      return mixText(2, type.name);
    case "symbol":
      return mixText(3, type.name);
    case "method":
      return mix(mix(mixText(4, type.name), type.receiver.id), type.implementation?.id ?? -1);
    case "function":
      return hashNamed(hashNamed(mix(5, nodeId(type.definition.node)), type.defaults), type.captured);
    case "class":
      return hashNamed(hashValues(mix(6, nodeId(type.definition.node)), type.bases), type.members);
    case "partial":
      return hashNamed(hashValues(mix(7, type.callable.id), type.args), type.keywords);
    case "object":
      return hashNamed(mix(8, type.class.id), type.attributes);
    case "tuple":
      return hashValues(9, type.elements);
    case "list":
      return hashValues(10, type.elements);
    case "set":
      return hashValues(11, type.elements);
    case "sequence":
      return mix(mixText(12, type.name), type.element.id);
    case "dict": {
      let hash = type.open ? 13 : 14;
      for (const { key, value } of type.entries) hash = mix(mix(hash, key.id), value.id);
      return hash;
    }
    case "union":
      return hashValues(15, type.members);
  }
}

export function hashConstant(hash: number, constant: ConstantValue): number {
  switch (constant.kind) {
    case "text": {
      let mixed = mix(hash, 1);
      for (const piece of constant.pieces) {
        mixed = hashPlace(mixed, piece.place);
        mixed = piece.kind === "literal" ? mixText(mixed, piece.text) : mix(mixed, piece.value.id);
      }
      return mixed;
    }
    case "bytes":
      return mixText(mix(hash, 2), constant.value);
    case "number":
      return mixText(mix(hash, constant.isInteger ? 3 : 4), String(constant.value));
    case "bool":
      return mix(hash, constant.value ? 5 : 6);
    case "none":
      return mix(hash, 7);
  }
}

export function hashOrigins(hash: number, origins: readonly Origin[]): number {
  let mixed = hash;
  for (const origin of origins) mixed = hashPlace(mix(mixed, origin.kind.length), origin.place);
  return mixed;
}

export function hashData({ objects, columns, rows, fits }: Data): number {
  let hash = 1;
  for (const object of objects) hash = mix(hash, object);
  hash = hashRows(columns ? hashColumns(hash, columns) : hash, rows);
  for (const fit of fits ?? []) hash = hashRows(hashPlace(hash, fit.place), fit.rows);
  return mix(hash, fits?.length ?? -1);
}

function hashColumns(hash: number, { present, absent, isWhole, along }: Columns): number {
  let mixed = mix(along ? hashColumns(hash, along) : hash, isWhole ? 1 : 2);
  for (const label of present) mixed = hashLabel(mixed, label);
  for (const label of absent) mixed = hashLabel(mixed, label);
  return mixed;
}

function hashLabel(hash: number, label: Label): number {
  return mixText(hash, String(label));
}

function hashRows(hash: number, rows: Rows | undefined): number {
  let mixed = hash;
  for (let each = rows; each; each = each.kind === "part" ? each.of : undefined) {
    mixed = each.kind === "whole" ? hashPlace(mixed, each.source) : hashPlace(mixText(mixed, each.part), each.split);
  }
  return mixed;
}

function hashPlace(hash: number, place: Place | undefined): number {
  return place ? mix(mix(mix(hash, place.anchor.id), place.start), place.end) : mix(hash, -1);
}

function hashValues(hash: number, values: readonly Value[]): number {
  let mixed = hash;
  for (const { id } of values) mixed = mix(mixed, id);
  return mixed;
}

function hashNamed(hash: number, values: readonly Named[]): number {
  let mixed = mix(hash, values.length);
  for (const { name, value } of values) mixed = mix(mix(mixed, name.length), value.id);
  return mixed;
}

function hashConstruction(hash: number, { place, receiver, arguments: given }: Construction): number {
  let mixed = mix(hashPlace(hash, place), receiver?.id ?? -1);
  for (const { value } of given) mixed = mix(mixed, value.id);
  return mixed;
}

// ---- sameness ----------------------------------------------------------------------------------------------

export function sameType(left: Type, right: Type): boolean {
  switch (left.kind) {
    case "instance":
      return right.kind === "instance" && left.name === right.name && sameConstruction(left.made, right.made);
    case "module":
    case "symbol":
      return right.kind === left.kind && left.name === right.name;
    case "method":
      return right.kind === "method" && left.name === right.name && left.receiver === right.receiver && left.implementation === right.implementation;
    case "function":
      return right.kind === "function" && left.definition.node === right.definition.node && left.binding === right.binding &&
        sameNamed(left.defaults, right.defaults) && sameNamed(left.captured, right.captured);
    case "class":
      return right.kind === "class" && left.definition.node === right.definition.node && left.isDataclass === right.isDataclass &&
        sameList(left.bases, right.bases) && sameNamed(left.members, right.members);
    case "partial":
      return right.kind === "partial" && left.callable === right.callable && sameList(left.args, right.args) && sameNamed(left.keywords, right.keywords);
    case "object":
      return right.kind === "object" && left.class === right.class && sameNamed(left.attributes, right.attributes);
    case "tuple":
    case "list":
    case "set":
      return right.kind === left.kind && sameList(left.elements, right.elements);
    case "sequence":
      return right.kind === "sequence" && left.name === right.name && left.element === right.element;
    case "dict":
      return right.kind === "dict" && left.open === right.open &&
        sameEach(left.entries, right.entries, (one, other) => one.key === other.key && one.value === other.value);
    case "union":
      return right.kind === "union" && sameList(left.members, right.members);
  }
}

export function sameConstant(left: ConstantValue | undefined, right: ConstantValue | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return false;
  switch (left.kind) {
    case "text":
      return right.kind === "text" && sameEach(left.pieces, right.pieces, samePiece);
    case "bytes":
      return right.kind === "bytes" && left.value === right.value;
    case "number":
      return right.kind === "number" && left.isInteger === right.isInteger && Object.is(left.value, right.value);
    case "bool":
      return right.kind === "bool" && left.value === right.value;
    case "none":
      return right.kind === "none";
  }
}

function samePiece(left: Piece, right: Piece): boolean {
  if (!samePlace(left.place, right.place)) return false;
  return left.kind === "literal" ? right.kind === "literal" && left.text === right.text : right.kind === "hole" && left.value === right.value;
}

export function sameOrigins(left: readonly Origin[], right: readonly Origin[]): boolean {
  return left === right || sameEach(left, right, sameOrigin);
}

export function sameOrigin(left: Origin, right: Origin): boolean {
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

export function sameData(left: Data, right: Data): boolean {
  return sameList(left.objects, right.objects) && sameColumns(left.columns, right.columns) && sameRows(left.rows, right.rows) && sameFits(left.fits, right.fits);
}

function sameColumns(left: Columns | undefined, right: Columns | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return false;
  return left.isWhole === right.isWhole && left.doubt === right.doubt && sameEach(left.present, right.present, sameLabel) &&
    sameEach(left.absent, right.absent, sameLabel) &&
    (left.index === right.index || (left.index !== undefined && right.index !== undefined && sameEach(left.index, right.index, sameLabel))) &&
    sameColumns(left.along, right.along);
}

/** `1` and `"1"` are two labels; NaN is the label that it is. */
function sameLabel(left: Label | null, right: Label | null): boolean {
  return left === right || (Number.isNaN(left) && Number.isNaN(right));
}

function sameFits(left: readonly Fit[] | undefined, right: readonly Fit[] | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return false;
  return sameEach(left, right, (one, other) => samePlace(one.place, other.place) && sameRows(one.rows, other.rows) && sameColumns(one.columns, other.columns));
}

function sameConstruction(left: Construction | undefined, right: Construction | undefined): boolean {
  if (left === right) return true;
  if (!left || !right) return false;
  return left.callable === right.callable && left.receiver === right.receiver && samePlace(left.place, right.place) &&
    sameEach(left.arguments, right.arguments, (one, other) =>
      one.keyword === other.keyword && one.unpacked === other.unpacked && one.value === other.value && samePlace(one.place, other.place));
}

function sameNamed(left: readonly Named[], right: readonly Named[]): boolean {
  return left === right || sameEach(left, right, (one, other) => one.name === other.name && one.value === other.value);
}

function sameList<T>(left: readonly T[], right: readonly T[]): boolean {
  if (left === right) return true;
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (left[at] !== right[at]) return false;
  return true;
}

function sameEach<T>(left: readonly T[], right: readonly T[], same: (left: T, right: T) => boolean): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (!same(left[at] as T, right[at] as T)) return false;
  return true;
}
