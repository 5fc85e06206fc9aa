/**
 * Statements: lines of simple ones here, compound ones in compound.ts.
 *
 * Every function starts at its statement's first token and leaves the current token after it; `parseStatement` also
 * leaves the line. What can't be understood on a line is reported once and read as expressions, so that names and
 * unfinished calls in it still are nodes.
 */
import { parseCompound } from "./compound.ts";
import { parseYield } from "./displays.ts";
import { expectIdentifier, found, missing, parseExpression, parseIdentifier, parseName, parseStarExpressions } from "./expressions.ts";
import { fitted } from "./lists.ts";
import type { TokenStream } from "./token-stream.ts";
import { parseMagicLine } from "./magics.ts";
import type { Alias, Expression, Identifier, Statement } from "./nodes.ts";
import { parseTypeParameters } from "./parameters.ts";
import { describe, markTarget } from "./targets.ts";
import * as T from "./tokens.ts";

/** Reads one line of simple statements, or one compound statement, into `body`. */
export function parseStatement(s: TokenStream, body: Statement[]): void {
  const kind = s.kinds[s.index]!;
  if (kind === T.Indent) {
    s.problem("This line is indented more than the one above for no reason", s.starts[s.index]!, s.starts[s.index]!);
    parseIndented(s, body);
    return;
  }
  if ((kind < T.FIRST_KEYWORD && kind !== T.Name && kind !== T.At) || !parseCompound(s, body)) parseSimpleLine(s, body);
}

/** Statements of a block whose Indent is the current token. */
export function parseIndented(s: TokenStream, body: Statement[]): void {
  s.index++;
  while (s.kinds[s.index] !== T.Dedent && s.kinds[s.index] !== T.Eof) parseStatement(s, body);
  if (s.kinds[s.index] === T.Dedent) s.index++;
}

/** Simple statements up to the end of the line, which is left. */
export function parseSimpleLine(s: TokenStream, body: Statement[]): void {
  for (;;) {
    parseSimple(s, body);
    if (s.kinds[s.index] === T.Semicolon) {
      s.index++;
      if (s.kinds[s.index] !== T.Newline) continue;
    }
    if (s.kinds[s.index] === T.Newline || s.kinds[s.index] === T.Eof) break;
    reportRest(s, body);
    parseRest(s, body);
    if (s.kinds[s.index] !== T.Semicolon) break;
    s.index++;
  }
  endLine(s, body);
}

/** Leaves the line. A block below a line that is broken belongs to it: it is not reported again. */
export function endLine(s: TokenStream, body: Statement[]): void {
  if (s.kinds[s.index] !== T.Newline) return;
  const broken = s.reported;
  s.nextLine();
  if (broken && s.kinds[s.index] === T.Indent) parseIndented(s, body);
}

function reportRest(s: TokenStream, body: readonly Statement[]): void {
  const start = s.starts[s.index]!;
  const end = s.ends[s.index]!;
  const last = body[body.length - 1];
  const name = last?.kind === "Expr" && last.value.kind === "Name" ? last.value.id : "";
  if ((name === "print" || name === "exec") && T.STARTS_EXPRESSION[s.kinds[s.index]!] === 1) {
    s.problem(`\`${name}\` is a function in Python 3: it needs parentheses`, last!.start, last!.end);
  } else if (s.kinds[s.index] === T.ColonEqual) s.problem("`:=` needs parentheses around it here", start, end);
  else s.problem(`The end of the line was expected, not ${found(s)}`, start, end);
}

/** What is left of a broken line, as expressions. */
export function parseRest(s: TokenStream, body: Statement[]): void {
  for (;;) {
    const kind = s.kinds[s.index]!;
    if (kind === T.Newline || kind === T.Eof || kind === T.Semicolon) return;
    if (T.STARTS_EXPRESSION[kind] === 1) {
      const value = parseStarExpressions(s);
      body.push({ kind: "Expr", start: value.start, end: s.ends[s.index - 1]!, value });
    } else s.index++;
  }
}

function parseSimple(s: TokenStream, body: Statement[]): void {
  const index = s.index;
  const kind = s.kinds[index]!;
  const start = s.starts[index]!;
  switch (kind) {
    case T.Name:
      if (s.values[index] === T.TYPE && isTypeAlias(s)) body.push(parseTypeAlias(s));
      else body.push(parseExpressionStatement(s));
      return;
    case T.Return: {
      s.index++;
      const value = startsValue(s) ? parseStarExpressions(s) : undefined;
      const end = s.ends[s.index - 1]!;
      if (s.functions === 0 && s.problems.length === 0) s.problem("`return` stands outside a function", start, end);
      body.push({ kind: "Return", start, end, value });
      return;
    }
    case T.Pass:
      s.index++;
      body.push({ kind: "Pass", start, end: s.ends[index]! });
      return;
    case T.Import:
      body.push(parseImport(s));
      return;
    case T.From:
      body.push(parseImportFrom(s));
      return;
    case T.Raise: {
      s.index++;
      const exc = startsValue(s) ? parseExpression(s) : undefined;
      let cause: Expression | undefined;
      if (s.kinds[s.index] === T.From) {
        s.index++;
        cause = parseExpression(s);
      }
      body.push({ kind: "Raise", start, end: s.ends[s.index - 1]!, exc, cause });
      return;
    }
    case T.Break:
    case T.Continue:
      s.index++;
      if (s.loops === 0 && s.problems.length === 0) {
        s.problem(`\`${kind === T.Break ? "break" : "continue"}\` stands outside a loop`, start, s.ends[index]!);
      }
      body.push({ kind: kind === T.Break ? "Break" : "Continue", start, end: s.ends[index]! });
      return;
    case T.Assert: {
      s.index++;
      const test = parseExpression(s);
      let msg: Expression | undefined;
      if (s.kinds[s.index] === T.Comma) {
        s.index++;
        msg = parseExpression(s);
      }
      body.push({ kind: "Assert", start, end: s.ends[s.index - 1]!, test, msg });
      return;
    }
    case T.Del: {
      s.index++;
      body.push(parseDelete(s, start));
      return;
    }
    case T.Global:
    case T.Nonlocal: {
      s.index++;
      const names: Identifier[] = [expectIdentifier(s, "a name")];
      while (s.kinds[s.index] === T.Comma) {
        s.index++;
        names.push(expectIdentifier(s, "a name"));
      }
      body.push({ kind: kind === T.Global ? "Global" : "Nonlocal", start, end: s.ends[s.index - 1]!, names: fitted(names) });
      return;
    }
    case T.MagicLine: {
      const value = parseMagicLine(s);
      body.push({ kind: "Expr", start, end: s.ends[s.index - 1]!, value });
      return;
    }
    default:
      if (kind === T.Star || kind === T.Yield || kind === T.Stray || T.STARTS_EXPRESSION[kind] === 1) body.push(parseExpressionStatement(s));
      else if (kind === T.Semicolon || kind === T.Newline) s.problem("A statement was expected here", start, s.ends[index]!);
      else {
        s.problem(`A line can't begin with ${found(s)}`, start, s.ends[index]!);
        s.index++;
      }
  }
}

/** Whether a value follows `return` or `raise`; another keyword after it is an error of that value. */
function startsValue(s: TokenStream): boolean {
  const kind = s.kinds[s.index]!;
  return T.STARTS_EXPRESSION[kind] === 1 || kind === T.Star || kind === T.Stray;
}

/** Right side of an assignment: `yield` and magics are allowed there besides expressions. */
function parseValue(s: TokenStream): Expression {
  const kind = s.kinds[s.index]!;
  if (kind === T.Yield) return parseYield(s);
  if (kind === T.MagicLine) return parseMagicLine(s);
  return parseStarExpressions(s);
}

function parseExpressionStatement(s: TokenStream): Statement {
  const first = s.index;
  const start = s.starts[first]!;
  let value = s.kinds[first] === T.Yield ? parseYield(s) : parseStarExpressions(s);
  const kind = s.kinds[s.index]!;
  if (kind === T.Equal) {
    const targets: Expression[] = [];
    do {
      markTarget(s, value, "store");
      targets.push(value);
      s.index++;
      value = parseValue(s);
    } while (s.kinds[s.index] === T.Equal);
    return { kind: "Assign", start, end: s.ends[s.index - 1]!, targets: fitted(targets), value };
  }
  if (kind >= T.FIRST_AUGMENTED && kind <= T.LAST_AUGMENTED) {
    const op = T.BINARY_TEXT[kind - T.FIRST_AUGMENTED]!;
    if (value.kind === "Name" || value.kind === "Attribute" || value.kind === "Subscript") markTarget(s, value, "store");
    else s.problem(`\`${op}=\` can't change ${describe(value)}`, value.start, value.end);
    s.index++;
    const right = parseValue(s);
    return { kind: "AugAssign", start, end: s.ends[s.index - 1]!, target: value, op, value: right };
  }
  if (kind === T.Colon) {
    const parenthesized = s.kinds[first] === T.LeftParen;
    if (value.kind === "Name" || value.kind === "Attribute" || value.kind === "Subscript") {
      markTarget(s, value, "store");
      s.index++;
      const annotation = parseExpression(s);
      let assigned: Expression | undefined;
      if (s.kinds[s.index] === T.Equal) {
        s.index++;
        assigned = parseValue(s);
      }
      const simple = value.kind === "Name" && !parenthesized ? 1 : 0;
      return { kind: "AnnAssign", start, end: s.ends[s.index - 1]!, target: value, annotation, value: assigned, simple };
    }
    s.problem(`\`:\` has no meaning after ${describe(value)}`, s.starts[s.index]!, s.ends[s.index]!);
    s.index++;
  }
  return { kind: "Expr", start, end: s.ends[s.index - 1]!, value };
}

function parseDelete(s: TokenStream, start: number): Statement {
  const targets: Expression[] = [];
  do {
    if (targets.length > 0) s.index++;
    if (targets.length > 0 && T.STARTS_EXPRESSION[s.kinds[s.index]!] === 0) break;
    const target = parseExpression(s);
    markTarget(s, target, "del");
    targets.push(target);
  } while (s.kinds[s.index] === T.Comma);
  return { kind: "Delete", start, end: s.ends[s.index - 1]!, targets: fitted(targets) };
}

/** A dotted name as one identifier; blanks around the dots do not count. */
function parseDottedName(s: TokenStream): Identifier {
  const first = expectIdentifier(s, "the name of a module");
  if (s.kinds[s.index] !== T.Dot) return first;
  let name = first.name;
  while (s.kinds[s.index] === T.Dot) {
    s.index++;
    name += ".";
    if (s.kinds[s.index] === T.Name) name += parseIdentifier(s).name;
    else s.problem("A name is missing after the dot", s.starts[s.index - 1]!, s.ends[s.index - 1]!);
  }
  return { name, start: first.start, end: s.ends[s.index - 1]! };
}

function parseAsName(s: TokenStream): Identifier | undefined {
  if (s.kinds[s.index] !== T.As) return undefined;
  s.index++;
  return expectIdentifier(s, "a name after `as`");
}

function parseImport(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  s.index++;
  const names: Alias[] = [];
  do {
    if (names.length > 0) s.index++;
    const name = parseDottedName(s);
    const asname = parseAsName(s);
    names.push({ kind: "Alias", start: name.start, end: s.ends[s.index - 1]!, name, asname });
  } while (s.kinds[s.index] === T.Comma);
  return { kind: "Import", start, end: s.ends[s.index - 1]!, names: fitted(names) };
}

function parseImportFrom(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  s.index++;
  let level = 0;
  while (s.kinds[s.index] === T.Dot || s.kinds[s.index] === T.Ellipsis) level += s.kinds[s.index++] === T.Dot ? 1 : 3;
  const module = s.kinds[s.index] === T.Import && level > 0 ? undefined : parseDottedName(s);
  const names: Alias[] = [];
  if (s.kinds[s.index] !== T.Import) {
    s.problem(`\`import\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
    return { kind: "ImportFrom", start, end: s.ends[s.index - 1]!, module, names: fitted(names), level };
  }
  s.index++;
  const open = s.index;
  if (s.kinds[open] === T.Star) {
    const at = s.starts[open]!;
    s.index++;
    names.push({ kind: "Alias", start: at, end: at + 1, name: { name: "*", start: at, end: at + 1 }, asname: undefined });
  } else if (s.kinds[open] === T.LeftParen) {
    s.index++;
    parseImportedNames(s, names, true);
    if (s.kinds[s.index] === T.RightParen) {
      if (names.length === 0) s.problem("The names to import are missing", s.starts[open]!, s.ends[s.index]!);
      s.index++;
    } else {
      s.problem("`(` is never closed", s.starts[open]!, s.ends[open]!);
      s.stretch();
    }
  } else {
    parseImportedNames(s, names, false);
    if (names.length === 0) missing(s, "the name to import");
  }
  return { kind: "ImportFrom", start, end: s.ends[s.index - 1]!, module, names: fitted(names), level };
}

function parseImportedNames(s: TokenStream, names: Alias[], parenthesized: boolean): void {
  while (s.kinds[s.index] === T.Name || (s.kinds[s.index]! >= T.FIRST_KEYWORD)) {
    const name = expectIdentifier(s, "a name to import");
    const asname = parseAsName(s);
    names.push({ kind: "Alias", start: name.start, end: s.ends[s.index - 1]!, name, asname });
    if (s.kinds[s.index] === T.Comma) {
      s.index++;
      if (!parenthesized && s.kinds[s.index] === T.Newline) s.problem("A name is missing after this comma", s.starts[s.index - 1]!, s.ends[s.index - 1]!);
    } else if (!parenthesized || s.kinds[s.index] !== T.Name) return;
    else s.problem(`\`,\` or \`)\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
  }
}

/** `type X = ...` or `type X[T] = ...`; elsewhere `type` is a plain name. */
function isTypeAlias(s: TokenStream): boolean {
  if (s.kinds[s.index + 1] !== T.Name) return false;
  const after = s.kinds[s.index + 2]!;
  return after === T.Equal || after === T.LeftSquare;
}

function parseTypeAlias(s: TokenStream): Statement {
  const start = s.starts[s.index]!;
  s.index++;
  const name = parseName(s, "store");
  const typeParams = parseTypeParameters(s);
  let value: Expression;
  if (s.kinds[s.index] === T.Equal) {
    s.index++;
    value = parseExpression(s);
  } else value = missing(s, "an `=` with a type");
  return { kind: "TypeAlias", start, end: s.ends[s.index - 1]!, name, typeParams, value };
}
