/**
 * Texts with holes: what is known of a string that is put together at run time.
 *
 *     f"{root}/2024/{name}.csv"     pieces  hole root · "/2024/" · hole name · ".csv"
 *
 * All operations take and give pieces; those that cannot say what the result is give `undefined`. A literal piece keeps the
 * place where it was written even when it is cut, so that a finding and its fix find the source.
 */
import type { Place } from "../syntax/unit.ts";
import type { Interner } from "./interner.ts";
import { unionOrigins } from "./interner.ts";
import type { ConstantValue, Origin, Piece, Value } from "./value.ts";

/** The pieces of a value known to be a text (or a path, which is one). */
export function piecesOf(value: Value): readonly Piece[] | undefined {
  return value.constant?.kind === "text" ? value.constant.pieces : undefined;
}

/** The text, when it has no hole. */
export function plainText(value: Value): string | undefined {
  const pieces = piecesOf(value);
  return pieces && textOf(pieces);
}

export function textOf(pieces: readonly Piece[]): string | undefined {
  let text = "";
  for (const piece of pieces) {
    if (piece.kind === "hole") return undefined;
    text += piece.text;
  }
  return text;
}

/**
 * How a value reads when it is put into a text: its own pieces when they are known, else one hole.
 * A list or dict that is known element by element stays a hole: nobody needs its text.
 */
export function asPieces(value: Value, at: Place | undefined): readonly Piece[] {
  const pieces = piecesOf(value);
  if (pieces) return pieces;
  const text = value.constant && constantText(value.constant);
  if (text === undefined) return [{ kind: "hole", value, place: at }];
  const literal = value.origins.find((origin) => origin.kind === "literal");
  return [{ kind: "literal", text, place: literal?.place ?? at }];
}

/** How a value reads in `f"{value}"`: what is a text only if nothing else defines `+`, may be a list or a column here. */
export function formattedPieces(value: Value, at: Place | undefined): readonly Piece[] {
  return value.type === undefined && piecesOf(value) ? [{ kind: "hole", value, place: at }] : asPieces(value, at);
}

/** `str(constant)`; `undefined` where Python's spelling is not certain. */
function constantText(constant: ConstantValue): string | undefined {
  switch (constant.kind) {
    case "number":
      if (constant.isInteger) return Number.isSafeInteger(constant.value) ? String(constant.value) : undefined;
      return Number.isInteger(constant.value * 1000) && Math.abs(constant.value) < 1e9 ? floatText(constant.value) : undefined;
    case "bool":
      return constant.value ? "True" : "False";
    case "none":
      return "None";
    default:
      return undefined;
  }
}

function floatText(value: number): string {
  const text = String(value);
  return text.includes(".") ? text : `${text}.0`;
}

export function concatenate(interner: Interner, parts: readonly (readonly Piece[])[], origins: readonly Origin[]): Value {
  return interner.text(parts.flat(), origins);
}

/** Origins of everything that a text is made of. */
export function originsOf(values: readonly Value[]): readonly Origin[] {
  let result: readonly Origin[] = [];
  for (const value of values) result = unionOrigins(result, value.origins);
  return result;
}

/** Applies a function to the characters of every literal; holes must stay, so it is only for changes that go letter by letter. */
export function mapLiterals(pieces: readonly Piece[], change: (text: string) => string): readonly Piece[] | undefined {
  if (pieces.some((piece) => piece.kind === "hole")) return undefined;
  return pieces.map((piece) => (piece.kind === "literal" ? { ...piece, text: change(piece.text) } : piece));
}

/** Takes matching characters away from the start or the end; `undefined` when a hole is reached that may begin with more of them. */
export function trimmed(pieces: readonly Piece[], side: "start" | "end", strip: (text: string) => string): readonly Piece[] | undefined {
  const result = [...pieces];
  const index = side === "start" ? 0 : -1;
  for (;;) {
    const piece = result.at(index);
    if (!piece) return [{ kind: "literal", text: "", place: undefined }];
    if (piece.kind === "hole") return undefined;
    const text = strip(piece.text);
    if (text !== "") {
      result[side === "start" ? 0 : result.length - 1] = { ...piece, text };
      return result;
    }
    if (side === "start") result.shift();
    else result.pop();
  }
}

/** Whether a text begins with a prefix: `undefined` where a hole decides. */
export function startsWith(pieces: readonly Piece[], prefix: string): boolean | undefined {
  let known = "";
  for (const piece of pieces) {
    if (piece.kind === "hole") break;
    known += piece.text;
    if (known.length >= prefix.length) return known.startsWith(prefix);
  }
  if (textOf(pieces) !== undefined) return known.startsWith(prefix);
  return prefix.startsWith(known) ? undefined : false;
}

export function endsWith(pieces: readonly Piece[], suffix: string): boolean | undefined {
  let known = "";
  for (const piece of [...pieces].reverse()) {
    if (piece.kind === "hole") break;
    known = piece.text + known;
    if (known.length >= suffix.length) return known.endsWith(suffix);
  }
  if (textOf(pieces) !== undefined) return known.endsWith(suffix);
  return suffix.endsWith(known) ? undefined : false;
}

/** One field of a format string: where its value comes from. */
export type Field =
  | { readonly kind: "text"; readonly text: string }
  /** `{}`, `{0}`, `{name}`; `exact` when neither attribute, conversion nor format specification changes the value's text. */
  | { readonly kind: "field"; readonly key: string; readonly exact: boolean };

/** Splits a `str.format` text. `undefined` for one that Python would reject. */
export function formatFields(text: string): readonly Field[] | undefined {
  const fields: Field[] = [];
  let literal = "";
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if ((character === "{" || character === "}") && text[at + 1] === character) {
      literal += character;
      at++;
    } else if (character === "{") {
      const end = text.indexOf("}", at);
      const inner = end < 0 ? "" : text.slice(at + 1, end);
      if (end < 0 || inner.includes("{")) return undefined;
      if (literal) fields.push({ kind: "text", text: literal });
      literal = "";
      const key = /^[^.[!:]*/u.exec(inner)?.[0] ?? "";
      fields.push({ kind: "field", key, exact: inner === key || inner === `${key}!s` || inner === `${key}:` });
      at = end;
    } else if (character === "}") {
      return undefined;
    } else {
      literal += character;
    }
  }
  if (literal) fields.push({ kind: "text", text: literal });
  return fields;
}

/** Splits a `%` format text. Keys are empty for positional fields. */
export function percentFields(text: string): readonly Field[] | undefined {
  const fields: Field[] = [];
  const pattern = /%(?:\((?<key>[^)]*)\))?(?<flags>[#0\- +]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[hlL]?)(?<type>[diouxXeEfFgGcrsa%])/gu;
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const before = text.slice(at, match.index);
    if (before.includes("%")) return undefined;
    if (before) fields.push({ kind: "text", text: before });
    const { key = "", flags = "", type = "" } = match.groups ?? {};
    if (type === "%") fields.push({ kind: "text", text: "%" });
    else if (flags.includes("*")) return undefined;
    else fields.push({ kind: "field", key, exact: flags === "" && (type === "s" || type === "d") });
    at = match.index + match[0].length;
  }
  const rest = text.slice(at);
  if (rest.includes("%")) return undefined;
  if (rest) fields.push({ kind: "text", text: rest });
  return fields;
}
