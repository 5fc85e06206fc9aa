/**
 * Chains of operators: lines break before an operator, those that bind least first.
 *
 *     price * sold                    `+` binds least: one line each; the products on them break by themselves, when they must
 *     + tax(price, sold)
 *     - discount
 */
import type { Expression, Node } from "../../syntax/nodes.ts";
import type { Element } from "./elements.ts";
import { inParenthesesGroup, isConcatenated, isParenthesized, lineInParentheses, operand } from "./expressions.ts";
import type { Level, Source } from "./expressions.ts";

export type Binary = Extract<Expression, { readonly kind: "BinOp" | "BoolOp" | "Compare" }>;

type Part =
  | { readonly kind: "operand"; readonly node: Expression; readonly parent: Node }
  /** One of several texts side by side. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "operator"; readonly text: string; readonly precedence: number };

/** Between texts side by side: there the line breaks first. */
const concatenation: Part = { kind: "operator", text: "", precedence: 20 };

export function binaryChain(node: Binary, level: Level, source: Source): Element {
  return inParenthesesGroup(laidOut(flattened(node, source), level, source), level);
}

export function isBinary(node: Node): node is Binary {
  return node.kind === "BinOp" || node.kind === "BoolOp" || node.kind === "Compare";
}

/** Higher binds less. */
export function precedenceOf(operator: string): number {
  return precedences.get(operator) ?? comparison;
}

const comparison = 9;
const precedences: ReadonlyMap<string, number> = new Map([
  ["**", 2], ["*", 3], ["@", 3], ["/", 3], ["%", 3], ["//", 3], ["+", 4], ["-", 4], ["<<", 5], [">>", 5], ["&", 6], ["^", 7], ["|", 8], ["and", 10], ["or", 11],
]);

/** `a * b + c`: a, *, b, +, c. What is in parentheses is one operand. */
function flattened(node: Binary, source: Source): readonly Part[] {
  const operator = (text: string): Part => ({ kind: "operator", text, precedence: precedenceOf(text) });
  const inner = (each: Expression): readonly Part[] => {
    if (isParenthesized(each, node, source)) return [{ kind: "operand", node: each, parent: node }];
    if (isBinary(each)) return flattened(each, source);
    if (!isConcatenated(each)) return [{ kind: "operand", node: each, parent: node }];
    return each.parts.flatMap((part, index): readonly Part[] => [...(index > 0 ? [concatenation] : []), { kind: "text", text: source.text.slice(part.start, part.end) }]);
  };
  switch (node.kind) {
    case "BinOp":
      return [...inner(node.left), operator(node.op), ...inner(node.right)];
    case "BoolOp":
      return node.values.flatMap((each, index) => [...(index > 0 ? [operator(node.op)] : []), ...inner(each)]);
    case "Compare":
      return [...inner(node.left), ...node.comparators.flatMap((each, index) => [operator(node.ops[index] ?? "=="), ...inner(each)])];
  }
}

function laidOut(parts: readonly Part[], level: Level, source: Source): Element {
  const least = Math.max(...parts.map((part) => (part.kind === "operator" ? part.precedence : 0)));
  const [only] = parts;
  if (least === 0 && only?.kind === "operand") return operand(only.node, only.parent, level, source);
  if (least === 0 && only?.kind === "text") return only.text;
  const elements: Element[] = [];
  let from = 0;
  for (let index = 0; index <= parts.length; index++) {
    const part = parts[index];
    if (part && (part.kind !== "operator" || part.precedence !== least)) continue;
    const slice = parts.slice(from, index);
    const isPower = part?.kind === "operator" && part.text === "**" && isSimplePower(parts[index - 1], parts[index + 1], source);
    const inner = laidOut(slice, level, source);
    elements.push(slice.length > 1 ? inParenthesesGroup(inner, level) : inner);
    if (part?.kind === "operator") elements.push(isPower ? part.text : part === concatenation ? lineInParentheses(level) : [lineInParentheses(level), part.text, " "]);
    from = index + 1;
  }
  return elements;
}

/** `x**2`, without blanks. */
function isSimplePower(left: Part | undefined, right: Part | undefined, source: Source): boolean {
  return left?.kind === "operand" && right?.kind === "operand" && isSimple(left.node, left.parent, source) && isSimple(right.node, right.parent, source);
}

function isSimple(node: Expression, parent: Node, source: Source): boolean {
  if (isParenthesized(node, parent, source)) return false;
  switch (node.kind) {
    case "UnaryOp":
      return node.op !== "not" && node.operand.kind === "Constant" && (node.operand.type === "int" || node.operand.type === "float" || node.operand.type === "complex");
    case "Constant":
      return node.type === "int" || node.type === "float" || node.type === "complex" || node.type === "None" || node.type === "True" || node.type === "False";
    case "Name":
      return true;
    case "Attribute":
      return isSimpleAttribute(node);
    default:
      return false;
  }
}

function isSimpleAttribute(node: Expression): boolean {
  return node.kind === "Name" || (node.kind === "Attribute" && isSimpleAttribute(node.value));
}
