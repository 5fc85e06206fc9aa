/**
 * Parentheses that a statement puts around its expression so that it can break over lines.
 *
 *     total = (                            two operators of the same rank: each operand on a line of its own
 *         first + second
 *         + third
 *     )
 *     total = first(aaa) + second(         one operator, brackets at the end: those break instead, and no parentheses are put there
 *         bbb
 *     )
 *     name = (                             nothing in it can break
 *         a_very_long_name
 *     )
 */
import type { Expression, Node } from "../../syntax/nodes.ts";
import { precedenceOf } from "./binary.ts";
import { group, ifBreaks, indented, lineOrBlank, softLine, willBreak } from "./elements.ts";
import type { Element } from "./elements.ts";
import { expression, isConcatenated, isFluent, isOpenedByItem, isParenthesized, operand, parenthesized } from "./expressions.ts";
import type { Level, Source } from "./expressions.ts";

/**
 * What becomes of an expression that is too long for its line: its own brackets break (`never`); parentheses are put around it when they
 * alone make it fit (`fit`); or whenever it goes over several lines (`lines`).
 */
export type Wanted = "never" | "fit" | "lines";

export function wanted(node: Expression, source: Source): Wanted {
  switch (node.kind) {
    case "Name":
      return "fit";
    case "Constant":
    case "JoinedStr":
    case "TemplateStr":
      if (isConcatenated(node)) return "lines";
      return source.text.slice(node.start, node.end).includes("\n") ? "never" : "fit";
    case "Attribute":
    case "Call":
    case "Subscript": {
      if (isFluent(node, source)) return "lines";
      const inner = node.kind === "Call" ? node.func : node.value;
      return isParenthesized(inner, node, source) ? "never" : wanted(inner, source);
    }
    case "UnaryOp":
      return isParenthesized(node.operand, node, source) ? "never" : "lines";
    case "BinOp":
    case "BoolOp":
    case "Compare":
    case "IfExp":
    case "Lambda":
    case "Await":
    case "Yield":
    case "YieldFrom":
    case "NamedExpr":
      return "lines";
    default:
      return "never";
  }
}

/** An expression that its statement may put into parentheses; those that are written are left out where they are not needed. */
export function wrapped(node: Expression, source: Source): Element {
  switch (wanted(node, source)) {
    case "never":
      return expression(node, "none", source);
    case "lines":
      return canDoWithout(node, source) ? optionalParentheses((level) => expression(node, level, source)) : ifItBreaks(expression(node, "brackets", source));
    case "fit": {
      const id = Symbol("parentheses");
      return { kind: "parenthesized", content: expression(node, id, source), id };
    }
  }
}

/** The message of an `assert`: parentheses, too, where `wrapped` has none. */
export function wrappedMessage(node: Expression, source: Source): Element {
  return canDoWithout(node, source) ? optionalParentheses((level) => expression(node, level, source)) : ifItBreaks(expression(node, "brackets", source));
}

/** As `wrapped`, for the value behind `=`, where the target may break, too, when it has brackets. */
export function assigned(target: Element, canTargetBreak: boolean, operator: string, node: Expression, source: Source): Element {
  const before: Element = [target, " ", operator, " "];
  if (!canTargetBreak || wanted(node, source) !== "fit") return [before, wrapped(node, source)];
  const value = expression(node, "none", source);
  if (willBreak(target)) return [before, value];
  const flat: Element = [before, value];
  const inParentheses: Element = [before, "(", group([indented([softLine, value]), softLine], { expands: true }), ")"];
  const split: Element = [group(target, { expands: true }), " ", operator, " ", value];
  const canBreak = node.kind === "Call" || node.kind === "Subscript" || node.kind === "Attribute";
  return { kind: "best", variants: [flat, ...(canBreak ? [[before, group(value, { expands: true })]] : []), inParentheses, split] };
}

/** Parentheses as soon as it breaks anywhere. */
export function ifItBreaks(content: Element): Element {
  const id = Symbol("parentheses");
  return group([ifBreaks("("), indented([softLine, content], id), softLine, ifBreaks(")")], { id });
}

/** Parentheses when it does not fit with its own brackets broken. */
function optionalParentheses(content: (level: Level) => Element): Element {
  const id = Symbol("parentheses");
  return group([ifBreaks("("), indented([softLine, content(id)], id), softLine, ifBreaks(")")], { id });
}

/** `return a, b`: with two, the brackets of the last may break instead. */
export function returnedPair(first: Expression, second: Expression, parent: Node, source: Source): Element {
  return optionalParentheses((level) => [operand(first, parent, level, source), ",", lineOrBlank, operand(second, parent, level, source), ifBreaks(",")]);
}

/** An expression that keeps the parentheses it is written in; `wrapped` without them. */
export function keptOrWrapped(node: Expression, parent: Node, source: Source): Element {
  return isParenthesized(node, parent, source) ? parenthesized("(", expression(node, "brackets", source), ")", "none") : wrapped(node, source);
}

// ---- when brackets are enough ------------------------------------------------------------------------------

/** Of the operators outside brackets, the rank of those that bind least and how many they are; what it begins and ends with. */
interface Outline {
  rank: number;
  count: number;
  hasBrackets: boolean;
  /** `token`: an operator. */
  first: Expression | "token" | undefined;
  last: Expression | undefined;
  /** Parenthesized ones among the expressions. */
  readonly enclosed: Set<Expression>;
}

const attribute = 1;
const conditional = 12;

function canDoWithout(node: Expression, source: Source): boolean {
  const outline: Outline = { rank: 0, count: 0, hasBrackets: false, first: undefined, last: undefined, enclosed: new Set() };
  visitInner(node, outline, source);
  if (!outline.hasBrackets || outline.count > 1) return false;
  if (outline.rank <= attribute) return true;
  const { first, last, enclosed } = outline;
  return [first, last].some((each) => each !== undefined && each !== "token" && (enclosed.has(each) || hasContent(each, source)));
}

function count(outline: Outline, rank: number, times: number): void {
  if (rank > outline.rank) {
    outline.rank = rank;
    outline.count = times;
  } else if (rank === outline.rank) {
    outline.count += times;
  }
}

function visit(node: Expression, parent: Node, outline: Outline, source: Source): void {
  outline.last = node;
  if (isParenthesized(node, parent, source)) {
    outline.hasBrackets = true;
    outline.enclosed.add(node);
  } else visitInner(node, outline, source);
  outline.first ??= node;
}

function visitInner(node: Expression, outline: Outline, source: Source): void {
  switch (node.kind) {
    case "Dict":
    case "List":
    case "Set":
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      outline.hasBrackets = true;
      return;
    case "Tuple":
      if (source.text[node.start] === "(" && !isOpenedByItem(node, source)) outline.hasBrackets = true;
      return;
    case "BoolOp":
      count(outline, precedenceOf(node.op), node.values.length - 1);
      for (const each of node.values) visit(each, node, outline, source);
      return;
    case "BinOp":
      count(outline, precedenceOf(node.op), 1);
      visit(node.left, node, outline, source);
      visit(node.right, node, outline, source);
      return;
    case "Compare":
      count(outline, precedenceOf("=="), node.ops.length);
      visit(node.left, node, outline, source);
      for (const each of node.comparators) visit(each, node, outline, source);
      return;
    case "IfExp":
      count(outline, conditional, 2);
      for (const each of [node.body, node.test, node.orelse]) visit(each, node, outline, source);
      return;
    case "Call":
      outline.hasBrackets = true;
      visit(node.func, node, outline, source);
      outline.last = node;
      return;
    case "Subscript":
      outline.hasBrackets = true;
      visit(node.value, node, outline, source);
      outline.last = node;
      return;
    case "Attribute":
      visit(node.value, node, outline, source);
      if (hasOwnBrackets(node.value, source) || isParenthesized(node.value, node, source)) count(outline, attribute, 1);
      outline.last = node;
      return;
    case "UnaryOp":
      if (node.op === "~") count(outline, attribute + 0.5, 1);
      outline.first ??= "token";
      visit(node.operand, node, outline, source);
      return;
    case "NamedExpr":
      visit(node.target, node, outline, source);
      visit(node.value, node, outline, source);
      return;
    case "Await":
    case "YieldFrom":
      outline.first ??= "token";
      visit(node.value, node, outline, source);
      return;
    case "Lambda":
      outline.first ??= "token";
      visit(node.body, node, outline, source);
      return;
    default:
      if (isConcatenated(node)) count(outline, attribute + 0.7, node.parts.length - 1);
  }
}

function hasOwnBrackets(node: Expression, source: Source): boolean {
  switch (node.kind) {
    case "Dict":
    case "List":
    case "Set":
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
    case "Call":
    case "Subscript":
      return true;
    case "Tuple":
      return source.text[node.start] === "(";
    default:
      return false;
  }
}

function hasContent(node: Expression, source: Source): boolean {
  switch (node.kind) {
    case "Call":
      return node.args.length + node.keywords.length > 0;
    case "Dict":
      return node.values.length > 0;
    case "List":
    case "Tuple":
      return node.elts.length > 0 && hasOwnBrackets(node, source);
    case "Subscript":
      // Those break only where there is nothing else.
      return false;
    default:
      return hasOwnBrackets(node, source);
  }
}

/** With parentheses of its own. */
export function isWritten(node: Extract<Expression, { readonly kind: "Tuple" }>, source: Source): boolean {
  return node.elts.length === 0 || (source.text[node.start] === "(" && source.text[node.end - 1] === ")" && !isOpenedByItem(node, source));
}
