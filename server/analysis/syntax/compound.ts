/**
 * Compound statements: a header, a colon, and a block that is indented below or stands on the same line.
 *
 * A header that is broken still gets its block, and a clause without its statement (`else` alone) still gets its
 * statements read, into the list around it.
 */
import { parseArguments, parseTargets } from "./displays.ts";
import { expectIdentifier, found, missing, parseExpression, parseIdentifier, parseNamed, parseStarExpressions, parseTupleRest } from "./expressions.ts";
import { FunctionNode } from "./function-node.ts";
import { fitted } from "./lists.ts";
import { forgetProblems } from "./token-stream.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Arguments, ExceptHandler, Expression, Identifier, If, Keyword, MatchCase, Statement, WithItem } from "./nodes.ts";
import { parseParameters, parseTypeParameters } from "./parameters.ts";
import { parseCasePattern } from "./patterns.ts";
import { endLine, parseIndented, parseRest, parseSimpleLine, parseStatement } from "./statements.ts";
import { markTarget } from "./targets.ts";
import * as T from "./tokens.ts";

/** Reads the compound statement at the current token into `body`; false when there is none. */
export function parseCompound(s: TokenStream, body: Statement[]): boolean {
  const start = s.starts[s.index]!;
  switch (s.kinds[s.index]!) {
    case T.If:
      body.push(parseIf(s));
      return true;
    case T.Def:
      body.push(parseFunction(s, start, false, []));
      return true;
    case T.For:
      body.push(parseFor(s, start, false));
      return true;
    case T.Class:
      body.push(parseClass(s, start, []));
      return true;
    case T.At:
      parseDecorated(s, body);
      return true;
    case T.With:
      body.push(parseWith(s, start, false));
      return true;
    case T.Try:
      body.push(parseTry(s));
      return true;
    case T.While:
      body.push(parseWhile(s));
      return true;
    case T.Async:
      return parseAsync(s, body, start);
    case T.Name:
      if (s.values[s.index] !== T.MATCH || !isMatch(s)) return false;
      body.push(parseMatch(s));
      return true;
    case T.Elif:
    case T.Else:
    case T.Except:
    case T.Finally:
      parseLoneClause(s, body);
      return true;
    default:
      return false;
  }
}

/** The colon of a header whose keyword lies at `start`, and the block after it. */
function parseBlock(s: TokenStream, what: string, start: number): readonly Statement[] {
  const body: Statement[] = [];
  if (s.kinds[s.index] === T.Colon) s.index++;
  else {
    const newline = s.kinds[s.index] === T.Newline;
    const at = newline ? s.ends[s.index - 1]! : s.starts[s.index]!;
    s.problem(newline ? `\`:\` is missing at the end of this \`${what}\`` : `\`:\` was expected after this \`${what}\`, not ${found(s)}`, at, newline ? at : s.ends[s.index]!);
    skipToColon(s, body);
  }
  if (s.kinds[s.index] !== T.Newline) {
    if (s.kinds[s.index] !== T.Eof) parseSimpleLine(s, body);
    return fitted(body);
  }
  const reported = s.reported;
  const end = s.ends[s.index - 1]!;
  s.nextLine();
  if (s.kinds[s.index] === T.Indent) parseIndented(s, body);
  else if (!reported) {
    const below = s.reported;
    s.reported = false;
    s.problem(`An indented block is missing after this \`${what}\``, start, end);
    s.reported = below;
  }
  return fitted(body);
}

/** In a broken header: what is left of it as expressions, up to and with the colon that ends the line. */
function skipToColon(s: TokenStream, body: Statement[]): void {
  const last = s.count - 2;
  for (;;) {
    const kind = s.kinds[s.index]!;
    if (kind === T.Newline || kind === T.Eof) return;
    if (kind === T.Colon && s.index === last) {
      s.index++;
      return;
    }
    if (T.STARTS_EXPRESSION[kind] === 1) {
      const value = parseStarExpressions(s);
      body.push({ kind: "Expr", start: value.start, end: s.ends[s.index - 1]!, value });
    } else s.index++;
  }
}

/** An `if` with its `elif`s, which are collected first and nested afterwards. */
function parseIf(s: TokenStream): Statement {
  const clauses: { start: number; test: Expression; body: readonly Statement[] }[] = [];
  let orelse: readonly Statement[] = [];
  for (;;) {
    const start = s.starts[s.index]!;
    const what = clauses.length === 0 ? "if" : "elif";
    s.index++;
    const test = parseNamed(s);
    clauses.push({ start, test, body: parseBlock(s, what, start) });
    if (s.kinds[s.index] === T.Elif) continue;
    orelse = parseElse(s);
    break;
  }
  const end = s.ends[s.index - 1]!;
  let node: If | undefined;
  for (let i = clauses.length - 1; i >= 0; i--) {
    const clause = clauses[i]!;
    node = { kind: "If", start: clause.start, end, test: clause.test, body: clause.body, orelse: node === undefined ? orelse : [node] };
  }
  return node!;
}

function parseElse(s: TokenStream): readonly Statement[] {
  if (s.kinds[s.index] !== T.Else) return fitted([]);
  const start = s.starts[s.index]!;
  s.index++;
  return parseBlock(s, "else", start);
}

function parseWhile(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  s.index++;
  const test = parseNamed(s);
  s.loops++;
  const body = parseBlock(s, "while", start);
  s.loops--;
  const orelse = parseElse(s);
  return { kind: "While", start, end: s.ends[s.index - 1]!, test, body, orelse };
}

function parseFor(s: TokenStream, start: number, isAsync: boolean): Statement {
  s.index++;
  const target = parseTargets(s);
  let iter: Expression;
  if (s.kinds[s.index] === T.In) {
    s.index++;
    iter = parseStarExpressions(s);
  } else iter = missing(s, "`in` with what to go through");
  s.loops++;
  const body = parseBlock(s, "for", start);
  s.loops--;
  const orelse = parseElse(s);
  return { kind: isAsync ? "AsyncFor" : "For", start, end: s.ends[s.index - 1]!, target, iter, body, orelse };
}

function parseAsync(s: TokenStream, body: Statement[], start: number): boolean {
  const next = s.kinds[s.index + 1]!;
  s.index++;
  if (next === T.Def) body.push(parseFunction(s, start, true, []));
  else if (next === T.For) body.push(parseFor(s, start, true));
  else if (next === T.With) body.push(parseWith(s, start, true));
  else {
    s.problem("`async` must be followed by `def`, `for` or `with`", start, s.ends[s.index - 1]!);
    parseRest(s, body);
    endLine(s, body);
  }
  return true;
}

function parseDecorated(s: TokenStream, body: Statement[]): void {
  const decorators: Expression[] = [];
  while (s.kinds[s.index] === T.At) {
    s.index++;
    decorators.push(parseNamed(s));
    if (s.kinds[s.index] !== T.Newline) {
      s.problem(`The end of the line was expected after this decorator, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
      s.skipLine();
    }
    // The line of the function may stand at the margin, where otherwise a unit ends.
    const splits = s.splits;
    s.splits = false;
    s.nextLine();
    s.splits = splits;
    if (s.position > s.reach) s.reach = s.position;
  }
  const start = s.starts[s.index]!;
  const kind = s.kinds[s.index]!;
  if (kind === T.Def) body.push(parseFunction(s, start, false, decorators));
  else if (kind === T.Class) body.push(parseClass(s, start, decorators));
  else if (kind === T.Async && s.kinds[s.index + 1] === T.Def) {
    s.index++;
    body.push(parseFunction(s, start, true, decorators));
  } else {
    const last = decorators[decorators.length - 1]!;
    const reported = s.reported;
    s.reported = false;
    if (last.kind !== "Missing") s.problem("A function or class is missing below this decorator", last.start, last.end);
    else s.problem("A decorator is missing after `@`", last.start - 1, last.end);
    s.reported = reported;
    for (const value of decorators) body.push({ kind: "Expr", start: value.start, end: value.end, value });
  }
}

function parseFunction(s: TokenStream, start: number, isAsync: boolean, decoratorList: readonly Expression[]): Statement {
  s.index++;
  const name = expectIdentifier(s, "the function's name");
  const typeParams = parseTypeParameters(s);
  let args: Arguments;
  if (s.kinds[s.index] === T.LeftParen) {
    const open = s.starts[s.index]!;
    s.index++;
    args = parseParameters(s, T.RightParen);
    if (s.kinds[s.index] === T.RightParen) s.index++;
    else {
      s.problem("`(` is never closed", open, open + 1);
      s.stretch();
    }
  } else {
    const at = missing(s, "a list of parameters in parentheses").start;
    args = { kind: "Arguments", start: at, end: at, posonlyargs: fitted([]), args: fitted([]), vararg: undefined, kwonlyargs: fitted([]), kwDefaults: fitted([]), kwarg: undefined, defaults: fitted([]) };
  }
  let returns: Expression | undefined;
  if (s.kinds[s.index] === T.Arrow) {
    s.index++;
    returns = parseExpression(s);
  }
  const { functions, loops } = s;
  s.functions = 1;
  s.loops = 0;
  const body = parseBlock(s, "def", start);
  s.functions = functions;
  s.loops = loops;
  const end = s.ends[s.index - 1]!;
  const header = { start, end, name, typeParams, args, decoratorList: fitted(decoratorList), returns };
  return isAsync ? new FunctionNode("AsyncFunctionDef", header, body) : new FunctionNode("FunctionDef", header, body);
}

function parseClass(s: TokenStream, start: number, decoratorList: readonly Expression[]): Statement {
  s.index++;
  const name = expectIdentifier(s, "the class's name");
  const typeParams = parseTypeParameters(s);
  const bases: Expression[] = [];
  let keywords: readonly Keyword[] = fitted([]);
  if (s.kinds[s.index] === T.LeftParen) keywords = parseArguments(s, bases);
  const { functions, loops } = s;
  s.functions = 0;
  s.loops = 0;
  const body = parseBlock(s, "class", start);
  s.functions = functions;
  s.loops = loops;
  return { kind: "ClassDef", start, end: s.ends[s.index - 1]!, name, typeParams, bases: fitted(bases), keywords, body, decoratorList: fitted(decoratorList) };
}

function parseWith(s: TokenStream, start: number, isAsync: boolean): Statement {
  s.index++;
  const items = (s.kinds[s.index] === T.LeftParen ? parseParenthesizedItems(s) : undefined) ?? parseItems(s, false);
  const body = parseBlock(s, "with", start);
  return { kind: isAsync ? "AsyncWith" : "With", start, end: s.ends[s.index - 1]!, items, body };
}

/** `with (open(a) as f, open(b) as g):`. Undefined, and nothing consumed, when the parentheses belong to an expression. */
function parseParenthesizedItems(s: TokenStream): readonly WithItem[] | undefined {
  const { index, reported } = s;
  const problems = s.problems.length;
  s.index++;
  if (s.kinds[s.index] !== T.RightParen) {
    const items = parseItems(s, true);
    if (s.problems.length === problems && s.kinds[s.index] === T.RightParen &&
      (s.kinds[s.index + 1] === T.Colon || items.some((item) => item.optionalVars !== undefined))) {
      s.index++;
      return items;
    }
  }
  s.index = index;
  forgetProblems(s, problems, reported);
  return undefined;
}

function parseItems(s: TokenStream, parenthesized: boolean): readonly WithItem[] {
  const items: WithItem[] = [];
  do {
    if (items.length > 0) {
      s.index++;
      if (parenthesized && s.kinds[s.index] === T.RightParen) break;
    }
    const start = s.starts[s.index]!;
    const contextExpr = parseExpression(s);
    let optionalVars: Expression | undefined;
    if (s.kinds[s.index] === T.As) {
      s.index++;
      optionalVars = parseExpression(s);
      markTarget(s, optionalVars, "store");
    }
    items.push({ kind: "WithItem", start: Math.min(start, contextExpr.start), end: s.ends[s.index - 1]!, contextExpr, optionalVars });
  } while (s.kinds[s.index] === T.Comma);
  return fitted(items);
}

function parseTry(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  const tryEnd = s.ends[s.index]!;
  s.index++;
  const body = parseBlock(s, "try", start);
  const handlers: ExceptHandler[] = [];
  let star = false;
  while (s.kinds[s.index] === T.Except) {
    if (s.kinds[s.index + 1] === T.Star) {
      if (handlers.length > 0 && !star) s.problem("`except` and `except*` can't stand in one `try`", s.starts[s.index]!, s.ends[s.index + 1]!);
      star = true;
    } else if (star) s.problem("`except` and `except*` can't stand in one `try`", s.starts[s.index]!, s.ends[s.index]!);
    handlers.push(parseHandler(s));
  }
  const orelse = handlers.length > 0 ? parseElse(s) : fitted([]);
  let finalbody: readonly Statement[] = fitted([]);
  const finallyStart = s.starts[s.index]!;
  if (s.kinds[s.index] === T.Finally) {
    s.index++;
    finalbody = parseBlock(s, "finally", finallyStart);
  }
  if (handlers.length === 0 && finalbody.length === 0 && s.problems.length === 0) {
    const reported = s.reported;
    s.reported = false;
    s.problem("This `try` needs an `except` or `finally`", start, tryEnd);
    s.reported = reported;
  }
  return { kind: star ? "TryStar" : "Try", start, end: s.ends[s.index - 1]!, body, handlers: fitted(handlers), orelse, finalbody };
}

/** One `except`. Since 3.14 several types need no parentheses, unless `as` follows. */
function parseHandler(s: TokenStream): ExceptHandler {
  const start = s.starts[s.index]!;
  s.index++;
  const star = s.kinds[s.index] === T.Star;
  if (star) s.index++;
  let type: Expression | undefined;
  let name: Identifier | undefined;
  if (s.kinds[s.index] !== T.Colon && s.kinds[s.index] !== T.Newline) {
    const typeStart = s.starts[s.index]!;
    type = parseExpression(s);
    if (s.kinds[s.index] === T.Comma) type = parseTupleRest(s, typeStart, type);
    if (s.kinds[s.index] === T.As) {
      if (type.kind === "Tuple" && s.text.charCodeAt(s.base + type.start) !== 40) {
        s.problem("Several exception types before `as` need parentheses", type.start, type.end);
      }
      s.index++;
      name = expectIdentifier(s, "a name after `as`");
    }
  } else if (star) type = missing(s, "an exception type after `except*`");
  const body = parseBlock(s, "except", start);
  return { kind: "ExceptHandler", start, end: s.ends[s.index - 1]!, type, name, body };
}

/** `else`, `elif`, `except` or `finally` without the statement it would belong to. */
function parseLoneClause(s: TokenStream, body: Statement[]): void {
  const start = s.starts[s.index]!;
  const kind = s.kinds[s.index]!;
  const word = T.spelling(kind) ?? "";
  s.problem(`\`${word}\` belongs to no statement above it`, start, s.ends[s.index]!);
  s.index++;
  if (s.kinds[s.index] === T.Star) s.index++;
  if (T.STARTS_EXPRESSION[s.kinds[s.index]!] === 1) {
    const value = parseNamed(s);
    body.push({ kind: "Expr", start: value.start, end: value.end, value });
    if (s.kinds[s.index] === T.As && s.kinds[s.index + 1] === T.Name) {
      s.index++;
      parseIdentifier(s);
    }
  }
  for (const statement of parseBlock(s, word, start)) body.push(statement);
}

/**
 * Whether the name `match` begins a match statement. Its header is a line that ends with a colon; an expression that
 * begins with a name never is, except for an annotation without a type.
 */
function isMatch(s: TokenStream): boolean {
  const next = s.kinds[s.index + 1]!;
  const certain = next === T.Name || next === T.NumberLiteral || next === T.StringLiteral || next === T.FStringStart || next === T.LeftBrace ||
    next === T.Ellipsis || next === T.Tilde || next === T.Lambda || next === T.Await || (next >= T.False_ && next <= T.True_) ||
    (next === T.Not && s.kinds[s.index + 2] !== T.In);
  if (certain) return true;
  if (next !== T.LeftParen && next !== T.LeftSquare && next !== T.Minus && next !== T.Plus && next !== T.Star) return false;
  return s.kinds[s.count - 2] === T.Colon;
}

function parseMatch(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  s.index++;
  const subject = parseSubject(s);
  const cases: MatchCase[] = [];
  if (s.kinds[s.index] === T.Colon) s.index++;
  else s.problem(`\`:\` was expected after this \`match\`, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
  const stray: Statement[] = [];
  if (s.kinds[s.index] !== T.Newline) {
    s.problem("The cases of a `match` stand on lines of their own", s.starts[s.index]!, s.ends[s.index]!);
    parseRest(s, stray);
  }
  const reported = s.reported;
  const end = s.ends[s.index - 1]!;
  s.nextLine();
  if (s.kinds[s.index] === T.Indent) {
    s.index++;
    while (s.kinds[s.index] !== T.Dedent && s.kinds[s.index] !== T.Eof) {
      if (s.kinds[s.index] === T.Name && s.values[s.index] === T.CASE) cases.push(parseCase(s));
      else {
        s.problem("Only `case` can stand in a `match`", s.starts[s.index]!, s.ends[s.index]!);
        parseStatement(s, stray);
      }
    }
    if (s.kinds[s.index] === T.Dedent) s.index++;
  } else if (!reported) s.problem("The cases of this `match` are missing", start, end);
  return { kind: "Match", start, end: s.ends[s.index - 1]!, subject, cases: fitted(cases) };
}

function parseSubject(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  const first = s.kinds[s.index] === T.Star ? parseStarExpressions(s) : parseNamed(s);
  return s.kinds[s.index] === T.Comma ? parseTupleRest(s, start, first) : first;
}

function parseCase(s: TokenStream): MatchCase {
  const start = s.starts[s.index]!;
  s.index++;
  const pattern = parseCasePattern(s);
  let guard: Expression | undefined;
  if (s.kinds[s.index] === T.If) {
    s.index++;
    guard = parseNamed(s);
  }
  const body = parseBlock(s, "case", start);
  return { kind: "MatchCase", start, end: s.ends[s.index - 1]!, pattern, guard, body };
}
