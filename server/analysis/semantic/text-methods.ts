/**
 * Methods of `str` on texts with holes.
 *
 *     "SELECT {} FROM t".format(col)       "SELECT " · hole col · " FROM t"
 *     "/".join(["mnt", user])              "mnt" · "/" · hole user
 *     "  a ".strip() + x                   "a" · hole x
 */
import type { Place } from "../syntax/unit.ts";
import type { LibraryCall } from "./library-calls.ts";
import { argumentPlace } from "./library-calls.ts";
import { elementOf } from "./join.ts";
import { asPieces, endsWith, formatFields, formattedPieces, mapLiterals, originsOf, piecesOf, plainText, startsWith, textOf, trimmed } from "./texts.ts";
import type { Piece, Value } from "./value.ts";
import { withoutLiterals } from "./interner.ts";

export function textMethod(call: LibraryCall, receiver: Value): Value | undefined {
  const { interner } = call.machine;
  const pieces = piecesOf(receiver);
  const [first, second] = call.positional;
  const origins = originsOf([receiver, ...call.positional]);
  const result = (made: readonly Piece[] | undefined): Value => (made ? interner.text(made, origins) : interner.instance("builtins.str", origins));
  const yesNo = (known: boolean | undefined): Value => (known === undefined ? interner.instance("builtins.bool") : interner.bool(known));
  switch (call.target.slice("builtins.str.".length)) {
    case "format":
      return result(pieces && !call.isOpen ? formatted(call, pieces) : undefined);
    case "format_map":
      return result(undefined);
    case "join":
      return result(pieces && first ? joined(call, pieces, first) : undefined);
    case "strip":
    case "lstrip":
    case "rstrip":
      return result(pieces && stripped(call, pieces, first));
    case "lower":
    case "casefold":
      return result(pieces && mapLiterals(pieces, (text) => text.toLowerCase()));
    case "upper":
      return result(pieces && mapLiterals(pieces, (text) => text.toUpperCase()));
    case "replace":
      return result(pieces && first && second ? replaced(call, pieces, first, second) : undefined);
    case "removeprefix":
    case "removesuffix":
    case "title":
    case "capitalize":
    case "swapcase":
    case "zfill":
    case "ljust":
    case "rjust":
    case "center":
    case "expandtabs":
    case "translate": {
      const text = changedWhole(call, receiver);
      return result(text === undefined ? undefined : [{ kind: "literal", text, place: placeOfText(receiver) }]);
    }
    case "startswith":
      return yesNo(pieces && first && call.positional.length === 1 ? prefixKnown(first, (text) => startsWith(pieces, text)) : undefined);
    case "endswith":
      return yesNo(pieces && first && call.positional.length === 1 ? prefixKnown(first, (text) => endsWith(pieces, text)) : undefined);
    case "split":
    case "rsplit":
    case "splitlines":
      return parts(call, receiver, first);
    case "encode": {
      const text = pieces && textOf(pieces);
      if (text === undefined || /[^\u0020-\u007e\s]/u.test(text)) return interner.instance("builtins.bytes", origins);
      return interner.value({ type: { kind: "instance", name: "builtins.bytes" }, constant: { kind: "bytes", value: text }, origins });
    }
    case "find":
    case "rfind":
    case "index":
    case "rindex":
    case "count":
      return interner.instance("builtins.int");
    default:
      return undefined;
  }
}

/** One prefix, or a tuple of them. */
function prefixKnown(value: Value, known: (text: string) => boolean | undefined): boolean | undefined {
  if (value.type?.kind === "tuple") {
    const answers = value.type.elements.map((each) => prefixKnown(each, known));
    return answers.includes(true) ? true : answers.includes(undefined) ? undefined : false;
  }
  const text = plainText(value);
  return text === undefined ? undefined : known(text);
}

function placeOfText(receiver: Value): Place | undefined {
  return receiver.origins.find((origin) => origin.kind === "literal")?.place;
}

/** Methods that look at a text as a whole, of texts for which cases and widths are plain. */
function changedWhole(call: LibraryCall, receiver: Value): string | undefined {
  const text = plainText(receiver);
  if (text === undefined || call.isOpen || call.keywords.size > 0 || !/^[\x20-\x7e]*$/u.test(text)) return undefined;
  const [first, second] = call.positional;
  const given = first && plainText(first);
  const width = first?.constant?.kind === "number" && first.constant.isInteger && first.constant.value < 1000 ? first.constant.value : undefined;
  const filling = second ? plainText(second) : " ";
  switch (call.target.slice("builtins.str.".length)) {
    case "removeprefix":
      return given === undefined ? undefined : text.startsWith(given) ? text.slice(given.length) : text;
    case "removesuffix":
      return given === undefined ? undefined : text.endsWith(given) ? text.slice(0, text.length - given.length) : text;
    case "title":
      return text.toLowerCase().replaceAll(/[a-z]+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1));
    case "capitalize":
      return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
    case "swapcase":
      return [...text].map((each) => (each === each.toLowerCase() ? each.toUpperCase() : each.toLowerCase())).join("");
    case "zfill": {
      if (width === undefined) return undefined;
      const sign = /^[+-]/u.exec(text)?.[0] ?? "";
      return sign + text.slice(sign.length).padStart(width - sign.length, "0");
    }
    case "ljust":
      return width === undefined || filling?.length !== 1 ? undefined : text.padEnd(width, filling);
    case "rjust":
      return width === undefined || filling?.length !== 1 ? undefined : text.padStart(width, filling);
    default:
      return undefined;
  }
}

function formatted(call: LibraryCall, template: readonly Piece[]): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let next = 0;
  for (const piece of template) {
    if (piece.kind === "hole") {
      pieces.push(piece);
      continue;
    }
    const fields = formatFields(piece.text);
    if (!fields) return undefined;
    for (const field of fields) {
      if (field.kind === "text") {
        pieces.push({ kind: "literal", text: field.text, place: piece.place });
        continue;
      }
      const index = field.key === "" ? next++ : /^\d+$/u.test(field.key) ? Number(field.key) : -1;
      const value = index >= 0 ? call.positional[index] : call.keywords.get(field.key);
      const argument = index >= 0 ? call.args[index] : call.args.find((each) => each.keyword === field.key);
      const at = argument && { anchor: call.place.anchor, start: argument.node.start, end: argument.node.end };
      if (field.exact && value) pieces.push(...formattedPieces(value, at));
      else pieces.push({ kind: "hole", value: value ?? call.machine.interner.unknown, place: at });
    }
  }
  return pieces;
}

function joined(call: LibraryCall, separator: readonly Piece[], list: Value): readonly Piece[] | undefined {
  const { type } = list;
  const at = argumentPlace(call, 0);
  if (type?.kind === "list" || type?.kind === "tuple") {
    return type.elements.flatMap((element, index) => [...(index > 0 ? separator : []), ...asPieces(element, at)]);
  }
  const element = elementOf(call.machine.interner, list);
  // A join of any number of the same separator-free constant is still no single text.
  return [{ kind: "hole", value: element ?? call.machine.interner.value({ origins: list.origins }), place: at }];
}

function stripped(call: LibraryCall, pieces: readonly Piece[], characters: Value | undefined): readonly Piece[] | undefined {
  const set = characters ? plainText(characters) : " \t\n\r\v\f";
  if (set === undefined) return undefined;
  const isIn = (character: string): boolean => set.includes(character);
  const start = (text: string): string => {
    let at = 0;
    while (at < text.length && isIn(text[at] ?? "")) at++;
    return text.slice(at);
  };
  const end = (text: string): string => {
    let at = text.length;
    while (at > 0 && isIn(text[at - 1] ?? "")) at--;
    return text.slice(0, at);
  };
  const method = call.target.slice("builtins.str.".length);
  let result: readonly Piece[] = pieces;
  // Where a hole is met nothing more can be said of that side: it may begin with such characters, and keeping them is harmless to readers.
  if (method !== "rstrip") result = trimmed(result, "start", start) ?? result;
  if (method !== "lstrip") result = trimmed(result, "end", end) ?? result;
  return result;
}

function replaced(call: LibraryCall, pieces: readonly Piece[], from: Value, to: Value): readonly Piece[] | undefined {
  const old = plainText(from);
  const replacement = plainText(to);
  if (old === undefined || old === "") return undefined;
  const whole = textOf(pieces);
  if (whole === undefined) return undefined;
  // A match that lies across two pieces belongs to neither.
  if (whole.split(old).length !== pieces.reduce((sum, piece) => sum + (piece.kind === "literal" ? piece.text.split(old).length - 1 : 0), 1)) return undefined;
  if (replacement !== undefined) return mapLiterals(pieces, (text) => text.replaceAll(old, replacement));
  // A value put into a template: `query.replace(":id", user_id)`.
  const result: Piece[] = [];
  for (const piece of pieces) {
    if (piece.kind === "hole") return undefined;
    piece.text.split(old).forEach((part, index) => {
      if (index > 0) result.push(...asPieces(to, argumentPlace(call, 1)));
      if (part !== "") result.push({ ...piece, text: part });
    });
  }
  return result;
}

function parts(call: LibraryCall, receiver: Value, separator: Value | undefined): Value {
  const { interner } = call.machine;
  const text = plainText(receiver);
  const by = separator && plainText(separator);
  if (text === undefined || by === undefined || by === "" || call.positional.length > 1 || !call.target.endsWith(".split")) {
    const element = interner.instance("builtins.str", withoutLiterals(receiver.origins));
    return interner.value({ type: { kind: "sequence", name: "builtins.list", element }, origins: [{ kind: "literal", place: call.place }] });
  }
  const place = receiver.origins.find((origin) => origin.kind === "literal")?.place;
  const elements = text.split(by).map((part) => interner.text([{ kind: "literal", text: part, place }], receiver.origins));
  return interner.value({ type: { kind: "list", elements }, origins: [{ kind: "literal", place: call.place }] });
}
