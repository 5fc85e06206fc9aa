/**
 * What a callable returns, in the stub language.
 *
 *     .DataFrame                  an object of this class
 *     self                        one of the receiver's class
 *     None                        Python's None
 *     .Series | None              one of these
 *     list[x]  set[x]  tuple[x, y]  tuple[x, ...]  iterator[x]
 *     argument(name)              what was passed for it
 *     element(name)               what iterating over that argument gives
 *     like(name)                  what arithmetic makes of it: a frame of a frame, an array of a list, a number of a number
 *     twice(name)                 a list with two things of each argument's type: what is left of a split, and what was set aside
 *     unknown                     nothing is known
 *
 * A case says what comes back instead, `? inplace=True None`. Its condition joins by `&`
 *
 *     inplace=True                passed, and this constant (True, False, None, a number, a word for a text)
 *     nrows~1                     not passed, or this constant; a value that is not known is not taken for it
 *     axis                        passed at all
 *     key:many                    its value is one of a kind: text, number, slice, many (a list, a mask), tuple, none, or a class
 *     objs/pandas.Series          its elements are proved to be of the class: where nothing is known of them, the case does not hold
 */

export type ReturnType =
  | { readonly kind: "class"; readonly name: string }
  | { readonly kind: "self" | "none" | "unknown" }
  | { readonly kind: "union" | "list" | "set" | "tuple" | "tuple-of" | "iterator"; readonly parts: readonly ReturnType[] }
  | { readonly kind: "argument" | "element" | "like" | "twice"; readonly parameter: string };

export interface Condition {
  readonly parameter: string;
  readonly test: "equals" | "absent-or-equals" | "passed" | "is-a" | "elements-are";
  /** The constant as Python writes it, a text without quotes; the kind. */
  readonly operand: string;
}

export interface ReturnCase {
  readonly conditions: readonly Condition[];
  readonly returns: string;
}

/** `inplace=True None` and the like. */
export function parseCases(texts: readonly string[]): readonly ReturnCase[] {
  return texts.map((text) => {
    const space = text.indexOf(" ");
    if (space < 0) throw new SyntaxError(`stub: ? ${text}`);
    return { conditions: text.slice(0, space).split("&").map(parseCondition), returns: text.slice(space + 1).trim() };
  });
}

function parseCondition(text: string): Condition {
  const match = /^(?<parameter>\w+)(?:(?<sign>[=~:/])(?<operand>[\w.-]+))?$/u.exec(text);
  if (!match?.groups) throw new SyntaxError(`stub: condition ${text}`);
  const { parameter = "", sign, operand = "" } = match.groups;
  const test = sign === "=" ? "equals" : sign === "~" ? "absent-or-equals" : sign === ":" ? "is-a" : sign === "/" ? "elements-are" : "passed";
  return { parameter, test, operand };
}

/** Reads a type; throws on one that does not follow the language. Each is read once: calls return the same few over and over. */
export function parseReturnType(text: string): ReturnType {
  const known = types.get(text);
  if (known) return known;
  const type = readReturnType(text);
  // Names in them may come from the user's code.
  if (types.size >= maximumTypes) types.clear();
  types.set(text, type);
  return type;
}

const types = new Map<string, ReturnType>();
const maximumTypes = 5_000;

function readReturnType(text: string): ReturnType {
  const alternatives = splitOutside(text, "|");
  if (alternatives.length > 1) return { kind: "union", parts: alternatives.map(parseReturnType) };
  switch (text) {
    case "self":
      return { kind: "self" };
    case "None":
      return { kind: "none" };
    case "unknown":
      return { kind: "unknown" };
  }
  const match = /^(?<head>[\w.]+)(?:\[(?<parts>.*)\]|\((?<parameter>\w+)\))?$/u.exec(text);
  if (!match?.groups) throw new SyntaxError(`stub: type ${text}`);
  const { head = "", parts, parameter } = match.groups;
  if (parameter !== undefined) {
    if (head === "argument" || head === "element" || head === "like" || head === "twice") return { kind: head, parameter };
    throw new SyntaxError(`stub: type ${text}`);
  }
  if (parts === undefined) return { kind: "class", name: head };
  const items = splitOutside(parts, ",");
  if (head === "tuple" && items.length === 2 && items[1] === "...") return { kind: "tuple-of", parts: [parseReturnType(items[0] ?? "")] };
  if (head === "list" || head === "set" || head === "tuple" || head === "iterator") return { kind: head, parts: items.map(parseReturnType) };
  throw new SyntaxError(`stub: type ${text}`);
}

/** Cuts a text at a sign that stands in no brackets: `a, list[b, c]` at `,` is `a` and `list[b, c]`. */
export function splitOutside(text: string, separator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "[") depth++;
    else if (character === "]") depth--;
    else if (character === separator && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
