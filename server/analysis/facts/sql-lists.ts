/**
 * Lists that are written out in SQL: which list it is, when the text is nothing but its elements.
 *
 *     IN ({",".join(ids)})                          ids
 *     IN ({", ".join(map(str, ids))})               ids
 *     IN ({",".join(str(i) for i in ids)})          ids
 *     IN ({",".join(f"'{n}'" for n in names)})      names, quotes inside
 *     IN ('{"','".join(names)}')                    names, quotes outside
 *     IN {tuple(ids)}                               ids, as a tuple
 *
 * The list is read twice afterwards, once to count it and once to pass it: so it must be a name, an attribute or an element of something,
 * not the result of a call.
 */
import type { Call, Expression, Name } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import type { HoleSegment } from "./string-template.ts";

export interface PastedList {
  readonly node: Expression;
  /** The parentheses come from the tuple. */
  readonly isTuple: boolean;
  /** Where the quotes around each element come from. */
  readonly isQuoted: "inside" | "outside" | "no";
}

/** @param held what a name stands for, where a fix may look through it */
export function listIn(unit: Unit, hole: HoleSegment, held?: (name: Name) => Expression | undefined): PastedList | undefined {
  const node = hole.node.kind === "Name" ? (held?.(hole.node) ?? hole.node) : hole.node;
  if (node.kind !== "Call" || node.args.length !== 1 || node.keywords.length > 0) return undefined;
  const [argument] = node.args;
  if (!argument) return undefined;
  if (node.func.kind === "Name" && node.func.id === "tuple") return isReadable(argument) ? { node: argument, isTuple: true, isQuoted: "inside" } : undefined;
  const separator = isJoin(node) && node.func.kind === "Attribute" && node.func.value.kind === "Constant" && node.func.value.type === "str"
    ? node.func.value.value : undefined;
  const quotes = separator === undefined ? undefined : /^\s*(?<quote>'?)\s*,\s*\k<quote>\s*$/u.exec(separator)?.groups?.["quote"];
  if (quotes === undefined) return undefined;
  const found = elementsOf(unit, argument);
  if (!found || (quotes !== "" && found.isQuoted)) return undefined;
  return { node: found.node, isTuple: false, isQuoted: quotes !== "" ? "outside" : found.isQuoted ? "inside" : "no" };
}

/** Several values in one text. */
export function isJoin(node: Expression): node is Call {
  return node.kind === "Call" && node.func.kind === "Attribute" && node.func.attr.name === "join";
}

interface Elements {
  readonly node: Expression;
  readonly isQuoted: boolean;
}

/** What is joined: `ids`, `map(str, ids)`, `[f"'{i}'" for i in ids]`. */
function elementsOf(unit: Unit, node: Expression): Elements | undefined {
  if (isReadable(node)) return { node, isQuoted: false };
  if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "map" && node.args.length === 2 && node.keywords.length === 0) {
    const [change, list] = node.args;
    const isText = change?.kind === "Name" && (change.id === "str" || change.id === "repr");
    return isText && list && isReadable(list) ? { node: list, isQuoted: change.id === "repr" } : undefined;
  }
  if (node.kind !== "GeneratorExp" && node.kind !== "ListComp") return undefined;
  const [generator] = node.generators;
  if (!generator || node.generators.length !== 1 || generator.ifs.length > 0 || generator.isAsync) return undefined;
  const { target, iter } = generator;
  if (target.kind !== "Name" || !isReadable(iter)) return undefined;
  const element = unit.text.slice(node.elt.start, node.elt.end).replaceAll(" ", "");
  const quoted = [`f"'{${target.id}}'"`, `"'"+${target.id}+"'"`, `"'"+str(${target.id})+"'"`, `"'{}'".format(${target.id})`, `"'%s'"%${target.id}`, `repr(${target.id})`, `f"{${target.id}!r}"`];
  if (quoted.includes(element)) return { node: iter, isQuoted: true };
  return [target.id, `str(${target.id})`, `f"{${target.id}}"`, `f'{${target.id}}'`].includes(element) ? { node: iter, isQuoted: false } : undefined;
}

/** Reading it twice gives the same. */
function isReadable(node: Expression): boolean {
  if (node.kind === "Name") return true;
  if (node.kind === "Attribute") return isReadable(node.value);
  return node.kind === "Subscript" && isReadable(node.value) && (node.slice.kind === "Constant" || node.slice.kind === "Name");
}
