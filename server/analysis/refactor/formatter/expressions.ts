/**
 * Expressions as elements for the printer, by the rules of Ruff's formatter.
 *
 *     total = first(a) + second(b)       an operator breaks only where parentheses are around it: those that are written, or those
 *                                        that the statement puts there when nothing else helps (parentheses.ts)
 *     names = ["a", "b"]                 brackets break by themselves, with a comma behind the last item where they do
 *     frame.dropna().groupby("a")        a chain of calls breaks before its dots, when there are two calls or more
 *
 * Names, numbers and texts are taken as they are written.
 */
import type { Call, Comprehension, Dict, Expression, Keyword, Node, Tuple } from "../../syntax/nodes.ts";
import { parenthesizedRange } from "../../syntax/source-ranges.ts";
import { binaryChain } from "./binary.ts";
import { expand, fitsBroken, group, ifBreaks, indented, lineOrBlank, softLine } from "./elements.ts";
import type { Element, GroupId } from "./elements.ts";

/**
 * Where an expression stands: in brackets; in parentheses that are put there when the group of that name breaks; or in none at all.
 */
export type Level = "brackets" | "none" | GroupId;

/** The text that the nodes are of. */
export interface Source {
  readonly text: string;
}

/** What is not known to be laid out rightly: the statement stays as it is. */
export class NotLaidOut extends Error {}

/** An expression, in the parentheses that it is written in. */
export function operand(node: Expression, parent: Node, level: Level, source: Source): Element {
  return isParenthesized(node, parent, source) ? parenthesized("(", expression(node, "brackets", source), ")", level) : expression(node, level, source);
}

export function isParenthesized(node: Expression, parent: Node, { text }: Source): boolean {
  // The only argument of a call has the call's parentheses for its own.
  if (node.kind === "GeneratorExp" && parent.kind === "Call" && node.end === parent.end) return false;
  return parenthesizedRange(text, node, parent).start < node.start;
}

/** Without parentheses around it. */
export function expression(node: Expression, level: Level, source: Source): Element {
  const { text } = source;
  switch (node.kind) {
    case "Name":
      return text.slice(node.start, node.end);
    case "Constant":
    case "JoinedStr":
    case "TemplateStr":
      return literal(node, level, source);
    case "Attribute":
    case "Call":
    case "Subscript":
      return chain(node, level, source);
    case "BinOp":
    case "BoolOp":
    case "Compare":
      return binaryChain(node, level, source);
    case "UnaryOp":
      return [node.op === "not" ? "not " : node.op, operand(node.operand, node, level, source)];
    case "IfExp":
      return inParenthesesGroup([
        operand(node.body, node, level, source), lineInParentheses(level), "if ", operand(node.test, node, level, source),
        lineInParentheses(level), "else ", node.orelse.kind === "IfExp" && !isParenthesized(node.orelse, node, source)
          ? conditionalWithoutGroup(node.orelse, level, source) : operand(node.orelse, node, level, source),
      ], level);
    case "List":
      return parenthesized("[", sequence(node.elts, node, source, node.end - 1), "]", level);
    case "Set":
      return parenthesized("{", sequence(node.elts, node, source, node.end - 1), "}", level);
    case "Tuple":
      return tuple(node, level, source);
    case "Dict":
      return parenthesized("{", dictItems(node, source), "}", level);
    case "ListComp":
      return parenthesized("[", comprehension([operand(node.elt, node, "brackets", source)], node.generators, source), "]", level);
    case "SetComp":
      return parenthesized("{", comprehension([operand(node.elt, node, "brackets", source)], node.generators, source), "}", level);
    case "DictComp":
      return parenthesized("{", comprehension([group(operand(node.key, node, "brackets", source)), ": ", operand(node.value, node, "brackets", source)], node.generators, source), "}", level);
    case "GeneratorExp":
      return parenthesized("(", generator(node, source), ")", level);
    case "Starred":
      return ["*", operand(node.value, node, level, source)];
    case "Await":
      return ["await ", operand(node.value, node, level, source)];
    case "NamedExpr":
      return [operand(node.target, node, level, source), " := ", operand(node.value, node, level, source)];
    case "Lambda":
    case "Slice":
      return onOneLine(node, source);
    case "Yield":
      return node.value ? ["yield ", operand(node.value, node, level, source)] : "yield";
    case "YieldFrom":
      return ["yield from ", operand(node.value, node, level, source)];
    case "FormattedValue":
    case "Interpolation":
    case "Magic":
    case "Missing":
      throw new NotLaidOut(node.kind);
  }
}

/** As it is written, as long as that is one line. */
/** A text over several lines. */
function isLongText(node: Node, { text }: Source): boolean {
  return "parts" in node && node.parts.length === 1 && text.slice(node.start, node.end).includes("\n");
}

export function onOneLine(node: Node, { text }: Source): Element {
  const written = text.slice(node.start, node.end);
  if (written.includes("\n")) throw new NotLaidOut(node.kind);
  return written;
}

function literal(node: Extract<Expression, { readonly kind: "Constant" | "JoinedStr" | "TemplateStr" }>, level: Level, { text }: Source): Element {
  if (!isConcatenated(node)) return text.slice(node.start, node.end);
  const parts = node.parts.map((part, index) => [index > 0 ? lineInParentheses(level) : "", text.slice(part.start, part.end)]);
  return inParenthesesGroup(parts, level);
}

/** Texts side by side that are one. */
export function isConcatenated(node: Node): node is Extract<Expression, { readonly kind: "JoinedStr" | "TemplateStr" }> | Extract<Expression, { readonly kind: "Constant"; readonly type: "str" | "bytes" }> {
  return "parts" in node && node.parts.length > 1;
}

// ---- brackets ----------------------------------------------------------------------------------------------

/** Brackets whose content goes on lines of its own when it does not fit. */
export function parenthesized(open: string, content: Element, close: string, level: Level): Element {
  if (content === "") return open + close;
  const inner = group([indented([softLine, content]), softLine]);
  return [open, typeof level === "symbol" ? fitsBroken(inner, level) : inner, close];
}

/** Items with commas between them, and one behind the last where they break. `end`: of the brackets. */
export function sequence(items: readonly Expression[], parent: Node, source: Source, end: number): Element {
  return commaSeparated(items.map((item) => operand(item, parent, "brackets", source)), hasTrailingComma(items, end, source));
}

/** @param least items from which on there is a comma behind the last one where they break */
export function commaSeparated(items: readonly Element[], isTrailing: boolean, least = 2): Element {
  if (items.length === 0) return "";
  return [items.map((item, index) => (index > 0 ? [",", lineOrBlank, item] : item)), isTrailing ? [",", expand] : items.length >= least ? ifBreaks(",") : ""];
}

/** The author's comma behind the last item: it keeps the items on lines of their own. */
export function hasTrailingComma(items: readonly Node[], end: number, { text }: Source): boolean {
  const last = items.at(-1);
  return last !== undefined && /^[\s)]*,/u.test(text.slice(last.end, end));
}

export function tuple(node: Tuple, level: Level, source: Source): Element {
  const isWritten = source.text[node.start] === "(" && source.text[node.end - 1] === ")" && (node.elts.length === 0 || (node.elts[0]?.start ?? 0) > node.start);
  if (!isWritten || isOpenedByItem(node, source)) throw new NotLaidOut("a tuple without parentheses");
  if (node.elts.length === 0) return "()";
  const [only] = node.elts;
  if (node.elts.length === 1 && only) return parenthesized("(", [operand(only, node, "brackets", source), ","], ")", level);
  return parenthesized("(", sequence(node.elts, node, source, node.end - 1), ")", level);
}

/** `(a), (b)`: the first parenthesis is of the first item. */
export function isOpenedByItem(node: Tuple, source: Source): boolean {
  const [first] = node.elts;
  return first !== undefined && parenthesizedRange(source.text, first, node).start === node.start;
}

function dictItems(node: Dict, source: Source): Element {
  const items = node.values.map((value, index): Element => {
    const key = node.keys[index];
    const written = operand(value, node, "brackets", source);
    return key ? group([operand(key, node, "brackets", source), ": ", written]) : ["**", written];
  });
  return commaSeparated(items, hasTrailingComma(node.values, node.end - 1, source));
}

function comprehension(element: Element, generators: readonly Comprehension[], source: Source): Element {
  return group([group(element), generators.map((each) => [lineOrBlank, oneGenerator(each, source)])]);
}

function generator(node: Extract<Expression, { readonly kind: "GeneratorExp" }>, source: Source): Element {
  return comprehension([operand(node.elt, node, "brackets", source)], node.generators, source);
}

function oneGenerator(node: Comprehension, source: Source): Element {
  const { target, iter, ifs, isAsync } = node;
  return [
    group([isAsync ? "async for " : "for ", bareTarget(target, node, source), " in ", operand(iter, node, "brackets", source)]),
    ifs.map((each) => [lineOrBlank, group(["if ", operand(each, node, "brackets", source)])]),
  ];
}

/** A tuple as the target of a loop has no parentheses. */
function bareTarget(target: Expression, parent: Node, source: Source): Element {
  if (target.kind !== "Tuple" || target.elts.length < 2 || (source.text[target.start] === "(" && !isOpenedByItem(target, source))) return operand(target, parent, "brackets", source);
  return target.elts.map((each, index) => [index > 0 ? ", " : "", operand(each, target, "brackets", source)]);
}

function conditionalWithoutGroup(node: Extract<Expression, { readonly kind: "IfExp" }>, level: Level, source: Source): Element {
  return [
    operand(node.body, node, level, source), lineInParentheses(level), "if ", operand(node.test, node, level, source), lineInParentheses(level), "else ",
    node.orelse.kind === "IfExp" && !isParenthesized(node.orelse, node, source) ? conditionalWithoutGroup(node.orelse, level, source) : operand(node.orelse, node, level, source),
  ];
}

// ---- inside parentheses only -------------------------------------------------------------------------------

/** A group, but where there are no parentheses around it (yet). */
export function inParenthesesGroup(content: Element, level: Level): Element {
  if (level === "none") return content;
  return level === "brackets" ? group(content) : group(content, { onlyIfBreaks: level });
}

/** A place where the line may break inside parentheses, else a blank. */
export function lineInParentheses(level: Level): Element {
  if (level === "none") return " ";
  return level === "brackets" ? lineOrBlank : ifBreaks(lineOrBlank, level, " ");
}

// ---- chains of attributes, calls and subscripts ------------------------------------------------------------

type Link = Extract<Expression, { readonly kind: "Attribute" | "Call" | "Subscript" }>;

function chain(node: Link, level: Level, source: Source): Element {
  if (!isFluent(node, source)) return link(node, false, level, source);
  return inParenthesesGroup(link(node, true, level, source), level);
}

function link(node: Link, fluent: boolean, level: Level, source: Source): Element {
  switch (node.kind) {
    case "Attribute": {
      const { value } = node;
      const isEnclosed = isParenthesized(value, node, source);
      const breaks = fluent && (isEnclosed || value.kind === "Call" || value.kind === "Subscript");
      const isNumber = value.kind === "Constant" && (value.type === "int" || value.type === "float");
      if (isNumber && !isEnclosed) throw new NotLaidOut("an attribute of a number");
      return [below(value, node, fluent, level, source), breaks ? softLineInParentheses(level) : "", ".", node.attr.name];
    }
    case "Call":
      return [below(node.func, node, fluent, level, source), callArguments(node, level, source)];
    case "Subscript": {
      const { slice } = node;
      const isTuple = slice.kind === "Tuple" && !(source.text[slice.start] === "(" && !isOpenedByItem(slice, source) && source.text[slice.end - 1] === ")");
      const inside = isTuple ? subscripts(slice, node.end - 1, source) : operand(slice, node, "brackets", source);
      return [below(node.value, node, fluent, level, source), parenthesized("[", inside, "]", level)];
    }
  }
}

function below(value: Expression, parent: Node, fluent: boolean, level: Level, source: Source): Element {
  if (isParenthesized(value, parent, source)) return operand(value, parent, level, source);
  return value.kind === "Attribute" || value.kind === "Call" || value.kind === "Subscript" ? (fluent ? link(value, true, level, source) : chain(value, level, source)) : expression(value, level, source);
}

/** `frame[rows, columns]`. */
function subscripts(slice: Tuple, end: number, source: Source): Element {
  const [only] = slice.elts;
  if (slice.elts.length === 1 && only) return [operand(only, slice, "brackets", source), ","];
  return group(commaSeparated(slice.elts.map((each) => operand(each, slice, "brackets", source)), hasTrailingComma(slice.elts, end, source)));
}

function softLineInParentheses(level: Level): Element {
  if (level === "none") return "";
  return level === "brackets" ? softLine : ifBreaks(softLine, level);
}

/** Two calls or more with something behind them. */
export function isFluent(node: Expression, source: Source): boolean {
  let count = 0;
  let at: Expression = node;
  let parent: Node | undefined;
  for (;;) {
    if (at.kind === "Attribute") {
      parent = at;
      at = at.value;
      if (isParenthesized(at, parent, source)) return count + 1 >= 2;
      if (at.kind === "Call" || at.kind === "Subscript") count++;
    } else if (at.kind === "Call" || at.kind === "Subscript") {
      parent = at;
      at = at.kind === "Call" ? at.func : at.value;
      if (isParenthesized(at, parent, source)) return count >= 2;
    } else {
      return count >= 2;
    }
  }
}

function callArguments(node: Call, level: Level, source: Source): Element {
  const given = [...node.args, ...node.keywords].sort((a, b) => a.start - b.start);
  const [only] = given;
  if (!only) return "()";
  if (given.length === 1 && only.kind === "GeneratorExp" && only.end === node.end) return parenthesized("(", group(generator(only, source)), ")", level);
  if (only.kind !== "Keyword" && given.length === 1 && isLongText(only, source)) {
    // It stays at the bracket when its first line is empty; other cases depend on more.
    const isPlain = level === "none" && !hasTrailingComma(given, node.end - 1, source) && !isParenthesized(only, node, source);
    if (!isPlain || !/^[rbfu]*(?:"""|''')\\?\r?\n/iu.test(source.text.slice(only.start))) throw new NotLaidOut("a text over several lines");
    return ["(", expression(only, "brackets", source), ")"];
  }
  const items = given.map((each) => (each.kind === "Keyword" ? keyword(each, source) : operand(each, node, "brackets", source)));
  return parenthesized("(", group(commaSeparated(items, hasTrailingComma(given, node.end - 1, source))), ")", level);
}

function keyword(node: Keyword, source: Source): Element {
  return [node.arg ? `${node.arg.name}=` : "**", operand(node.value, node, "brackets", source)];
}
