/**
 * Turning expressions into targets. `a, b[0] = ...` is read as an expression first, since only the `=` tells what it
 * is; then its names, attributes, subscripts, lists and tuples change from `load` to `store` (or `del`).
 */
import type { TokenStream } from "./token-stream.ts";
import type { Expression, ExpressionContext } from "./nodes.ts";

interface WithContext {
  ctx: ExpressionContext;
}

/** Marks `node` as a target and reports what can't be one. */
export function markTarget(s: TokenStream, node: Expression, ctx: "store" | "del"): void {
  switch (node.kind) {
    case "Name":
    case "Attribute":
    case "Subscript":
      (node as WithContext).ctx = ctx;
      return;
    case "Starred":
      if (ctx === "del") {
        s.problem("A starred expression can't be deleted", node.start, node.end);
        return;
      }
      (node as WithContext).ctx = ctx;
      markTarget(s, node.value, ctx);
      return;
    case "List":
    case "Tuple":
      (node as WithContext).ctx = ctx;
      for (const element of node.elts) markTarget(s, element, ctx);
      return;
    case "Missing":
    case "Magic":
      return;
    default: {
      const verb = ctx === "del" ? "delete" : "assign to";
      s.problem(`Python can't ${verb} ${describe(node)}`, node.start, node.end);
    }
  }
}

/** What an expression is called in a message. */
export function describe(node: Expression): string {
  switch (node.kind) {
    case "Call":
      return "the result of a call";
    case "Constant":
      return node.type === "str" || node.type === "bytes" ? "a string" : node.type === "int" || node.type === "float" || node.type === "complex"
        ? "a number"
        : node.type;
    case "JoinedStr":
      return "an f-string";
    case "Compare":
      return "a comparison";
    case "BinOp":
    case "UnaryOp":
    case "BoolOp":
      return "an expression";
    case "Lambda":
      return "a lambda";
    case "IfExp":
      return "a conditional expression";
    case "Dict":
      return "a dict";
    case "Set":
      return "a set";
    case "Tuple":
      return "a tuple";
    case "List":
      return "a list";
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return "a comprehension";
    case "Await":
      return "an await expression";
    case "Yield":
    case "YieldFrom":
      return "a yield expression";
    case "NamedExpr":
      return "a named expression";
    case "Starred":
      return "a starred expression";
    default:
      return "this";
  }
}
