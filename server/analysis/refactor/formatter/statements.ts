/**
 * A statement, or the head of a compound one, as Ruff's formatter lays it out from a given column.
 *
 *     model = RandomForestClassifier(n_estimators=200, max_depth=6)
 *
 *     statementLayout(unit, node, { lineLength: 48, step: "    ", level: 1, ... })
 *
 *     model = RandomForestClassifier(
 *         n_estimators=200, max_depth=6
 *     )
 *
 * Statements with comments between their lines, and what the modules beside this one do not know, have no layout: they stay as they are.
 */
import type { Arguments, AsyncFunctionDef, Expression, FunctionDef, ImportFrom, Node, Range, Statement } from "../../syntax/nodes.ts";
import type { Unit } from "../../syntax/unit.ts";
import { group, indented, softLine } from "./elements.ts";
import type { Element } from "./elements.ts";
import { commaSeparated, expression, hasTrailingComma, isConcatenated, NotLaidOut, onOneLine, operand } from "./expressions.ts";
import type { Source } from "./expressions.ts";
import { assigned, ifItBreaks, isWritten, keptOrWrapped, returnedPair, wrapped, wrappedMessage } from "./parentheses.ts";
import { printed } from "./printer.ts";
import type { Page } from "./printer.ts";

export interface LaidOut {
  /** What is replaced, to the end of the line's comment. */
  readonly range: Range;
  readonly text: string;
}

/** @param node whose line begins at `page.level` */
export function statementLayout(unit: Unit, node: Statement, page: Page): LaidOut | undefined {
  const { text } = unit;
  try {
    const source: Source = { text };
    const parts = elementsOf(node, source);
    if (!parts) return undefined;
    const lineEnd = endOfLine(text, parts.end);
    const tail = text.slice(parts.end, lineEnd).trimEnd();
    const comment = tail.trimStart();
    if (comment !== "" && !comment.startsWith("#")) return undefined;
    if (unit.comments.some(({ start }) => start > node.start && start < parts.end)) return undefined;
    // A comment at its end is taken along by parentheses that are put around a value.
    if (comment !== "" && (parts.isLeaf || isHead(node)) && !isForTools(comment)) return undefined;
    const made = printed([parts.element, comment === "" ? "" : isForTools(comment) ? { kind: "weightless", text: `  ${comment}` } : `  ${comment}`], page);
    const range = { start: parts.start, end: parts.end + tail.length };
    return hasJoinedTexts(node, made) ? undefined : { range, text: made };
  } catch (problem) {
    if (problem instanceof NotLaidOut) return undefined;
    throw problem;
  }
}

function isHead({ kind }: Statement): boolean {
  return kind === "If" || kind === "While" || kind === "For" || kind === "AsyncFor" || kind === "With" || kind === "AsyncWith" || kind === "FunctionDef" || kind === "AsyncFunctionDef";
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : text[end - 1] === "\r" ? end - 1 : end;
}

/** Does not count for the length of the line. */
function isForTools(comment: string): boolean {
  return /^#\s*(?:noqa|type:|pyright:|pylint:|flake8:|ruff:|ty:|isort:|nosec)/iu.test(comment);
}

/** Texts side by side on one line: they would become one, which is more than a layout. */
function hasJoinedTexts(node: Node, made: string): boolean {
  return /["'][ \t]+[rbfuRBFU]{0,2}["']/u.test(made) && containsConcatenation(node);
}

function containsConcatenation(node: Node): boolean {
  let found = false;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null || found) return;
    if ("kind" in value && isConcatenated(value as Node)) found = true;
    else for (const each of Object.values(value)) visit(each);
  };
  visit(node);
  return found;
}

interface Parts extends Range {
  readonly element: Element;
  /** Its value is a name or another leaf. */
  readonly isLeaf?: boolean;
}

function elementsOf(node: Statement, source: Source): Parts | undefined {
  const { text } = source;
  const whole = (element: Element, isLeaf = false): Parts => ({ start: node.start, end: endOf(node, text), element, isLeaf });
  switch (node.kind) {
    case "Expr":
      if (node.value.kind === "Magic") return undefined;
      if (isArithmetic(node.value)) return whole(keptOrWrapped(node.value, node, source), isLeaf(node.value));
      return whole(operand(node.value, node, "none", source), isLeaf(node.value));
    case "Return":
      if (!node.value) return undefined;
      return whole(["return ", returned(node.value, source)], isLeaf(node.value));
    case "Assign": {
      const targets = node.targets.map((each) => target(each, source));
      const last = targets.at(-1) ?? "";
      const before = targets.slice(0, -1).map((each) => [each, " = "]);
      const { value: given } = node;
      if (given.kind === "Tuple" && !isWritten(given, source)) return whole([before, last, " = ", value(given, source)]);
      return whole([before, assigned(last, hasBrackets(node.targets.at(-1)), "=", given, source)], isLeaf(given));
    }
    case "AugAssign":
      return whole(assigned(target(node.target, source), hasBrackets(node.target), `${node.op}=`, node.value, source), isLeaf(node.value));
    case "AnnAssign":
      if (!node.value) return undefined;
      return whole(assigned([target(node.target, source), ": ", onOneLine(node.annotation, source)], hasBrackets(node.annotation), "=", node.value, source), isLeaf(node.value));
    case "Assert":
      return whole(["assert ", wrapped(node.test, source), ...(node.msg ? [", ", wrappedMessage(node.msg, source)] : [])], isLeaf(node.msg ?? node.test));
    case "Raise":
      if (!node.exc) return undefined;
      return whole(["raise ", keptOrWrapped(node.exc, node, source), ...(node.cause ? [" from ", keptOrWrapped(node.cause, node, source)] : [])], isLeaf(node.cause ?? node.exc));
    case "ImportFrom":
      return importLayout(node, source);
    case "If":
    case "While":
      return head(node, node.test, [text.startsWith("elif", node.start) ? "elif " : node.kind === "If" ? "if " : "while ", wrapped(node.test, source), ":"], source);
    case "For":
    case "AsyncFor":
      return head(node, node.iter, [node.kind === "For" ? "for " : "async for ", target(node.target, source), " in ", value(node.iter, source), ":"], source);
    case "With":
    case "AsyncWith": {
      const [item] = node.items;
      if (node.items.length !== 1 || !item || item.optionalVars) return undefined;
      return head(node, item.contextExpr, [node.kind === "With" ? "with " : "async with ", wrapped(item.contextExpr, source), ":"], source);
    }
    case "FunctionDef":
    case "AsyncFunctionDef":
      return definition(node, source);
    default:
      return undefined;
  }
}

function isLeaf(node: Expression): boolean {
  return node.kind === "Name" || node.kind === "Constant" || node.kind === "JoinedStr" || node.kind === "Attribute";
}

function isArithmetic(node: Expression): boolean {
  return node.kind === "BinOp" || node.kind === "BoolOp" || node.kind === "Compare";
}

function value(node: Expression, source: Source): Element {
  if (node.kind !== "Tuple" || isWritten(node, source)) return wrapped(node, source);
  if (node.elts.length < 2) throw new NotLaidOut("a tuple of one");
  return ifItBreaks(commaSeparated(node.elts.map((each) => operand(each, node, "brackets", source)), hasTrailingComma(node.elts, endOfLine(source.text, node.end), source)));
}

function returned(node: Expression, source: Source): Element {
  if (node.kind !== "Tuple" || isWritten(node, source) || node.elts.length !== 2) return value(node, source);
  const [first, second] = node.elts;
  return first && second ? returnedPair(first, second, node, source) : "";
}

function hasBrackets(node: Expression | undefined): boolean {
  return node?.kind === "Subscript" || node?.kind === "Tuple" || node?.kind === "List";
}

function target(node: Expression, source: Source): Element {
  if (node.kind !== "Tuple" || isWritten(node, source)) return expression(node, "none", source);
  if (node.elts.length < 2) throw new NotLaidOut("a tuple of one");
  return ifItBreaks(commaSeparated(node.elts.map((each) => operand(each, node, "brackets", source)), false));
}

/** Behind the closing parentheses of a value, which the tree leaves out. */
function endOf(node: Range, text: string): number {
  return node.end + (/^(?:\s*\))*/u.exec(text.slice(node.end))?.[0].length ?? 0);
}

function head(node: Statement, last: Range, element: Element, { text }: Source): Parts | undefined {
  const colon = /^[\s)]*,?[\s)]*:/u.exec(text.slice(last.end))?.[0].length;
  return colon === undefined ? undefined : { start: node.start, end: last.end + colon, element };
}

function importLayout(node: ImportFrom, { text }: Source): Parts | undefined {
  const names = node.names.map(({ name, asname }): Element => (asname ? `${name.name} as ${asname.name}` : name.name));
  if (names[0] === "*") return undefined;
  const from = `from ${".".repeat(node.level)}${node.module?.name ?? ""} import `;
  const last = node.names.at(-1);
  const isTrailing = last !== undefined && /^\s*,\s*\)/u.test(text.slice(last.end));
  return { start: node.start, end: node.end, element: [from, ifItBreaks(commaSeparated(names, isTrailing, 1))] };
}

// ---- definitions -------------------------------------------------------------------------------------------

function definition(node: FunctionDef | AsyncFunctionDef, source: Source): Parts | undefined {
  const { text } = source;
  if (node.typeParams.length > 0) return undefined;
  const [first] = node.body;
  const end = headEnd(node, text);
  if (end === undefined || !first || first.start < end) return undefined;
  const { args } = node;
  const items = parameters(args, source);
  const name = [node.kind === "AsyncFunctionDef" ? "async def " : "def ", node.name.name];
  if (items.length === 0) {
    const hint = node.returns && (node.returns.kind === "Subscript" ? expression(node.returns, "none", source) : ifItBreaks(expression(node.returns, "brackets", source)));
    return { start: node.start, end, element: [name, "()", hint === undefined ? "" : [" -> ", hint], ":"] };
  }
  const returns = node.returns ? ` -> ${text.slice(node.returns.start, node.returns.end)}` : "";
  if (returns.includes("\n")) return undefined;
  const close = text.lastIndexOf(")", node.returns?.start ?? end);
  const isTrailing = /,\s*\)$/u.test(text.slice(node.name.end, close + 1));
  const given = commaSeparated(items, isTrailing, 1);
  return { start: node.start, end, element: [name, "(", group([indented([softLine, items.length === 1 ? given : group(given)]), softLine]), ")", returns, ":"] };
}

function headEnd(node: FunctionDef | AsyncFunctionDef, text: string): number | undefined {
  const after = node.returns?.end ?? lastParameterEnd(node);
  const found = /^[\s,/)]*:/u.exec(text.slice(after))?.[0].length;
  return found === undefined ? undefined : after + found;
}

function lastParameterEnd({ args, name }: FunctionDef | AsyncFunctionDef): number {
  const ends = [...args.posonlyargs, ...args.args, ...args.kwonlyargs, args.vararg, args.kwarg, ...args.defaults, ...args.kwDefaults].flatMap((each) => (each ? [each.end] : []));
  return ends.length === 0 ? name.end + 1 : Math.max(...ends);
}

function parameters({ posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg, defaults }: Arguments, source: Source): readonly Element[] {
  const { text } = source;
  const plain = [...posonlyargs, ...args];
  const written = (each: (typeof plain)[number], given: Expression | undefined): Element => {
    const hint = each.annotation ? [": ", operand(each.annotation, each, "brackets", source)] : "";
    if (!given) return [each.arg.name, hint];
    if (text[given.start - 1] === "(") throw new NotLaidOut("a default in parentheses");
    return [each.arg.name, hint, each.annotation ? " = " : "=", expression(given, "brackets", source)];
  };
  const found: Element[] = [];
  plain.forEach((each, index) => {
    found.push(written(each, defaults[index - (plain.length - defaults.length)]));
    if (index === posonlyargs.length - 1) found.push("/");
  });
  if (vararg) found.push(["*", written(vararg, undefined)]);
  else if (kwonlyargs.length > 0) found.push("*");
  kwonlyargs.forEach((each, index) => found.push(written(each, kwDefaults[index])));
  if (kwarg) found.push(["**", written(kwarg, undefined)]);
  return found;
}
