/** Parameters of functions and lambdas, and type parameters. */
import { closeBracket } from "./displays.ts";
import { expectIdentifier, found, missing, parseBinary, parseExpression, parseIdentifier } from "./expressions.ts";
import { fitted } from "./lists.ts";
import type { TokenStream } from "./token-stream.ts";
import type { Argument, Arguments, Expression, TypeParameter } from "./nodes.ts";
import * as T from "./tokens.ts";

/** Parameters up to `closing`, which stays: `)` for a function, whose parameters may have annotations, `:` for a lambda. */
export function parseParameters(s: TokenStream, closing: number): Arguments {
  const start = s.starts[s.index]!;
  const annotated = closing === T.RightParen;
  let posonlyargs: Argument[] = [];
  let args: Argument[] = [];
  const kwonlyargs: Argument[] = [];
  const kwDefaults: (Expression | undefined)[] = [];
  const defaults: Expression[] = [];
  let vararg: Argument | undefined;
  let kwarg: Argument | undefined;
  let star = false;
  let bareStar = -1;
  for (;;) {
    const kind = s.kinds[s.index]!;
    const at = s.starts[s.index]!;
    if (kind === closing || kind <= T.Newline || kind === T.RightParen || kind === T.FStringMiddle || kind === T.FStringEnd) break;
    if (kwarg !== undefined) s.problem("Nothing can follow the `**` parameter", at, s.ends[s.index]!);
    if (kind === T.Name) {
      const arg = parseArgument(s, annotated);
      let value: Expression | undefined;
      if (s.kinds[s.index] === T.Equal) {
        s.index++;
        value = parseExpression(s);
      }
      if (star) {
        kwonlyargs.push(arg);
        kwDefaults.push(value);
      } else {
        args.push(arg);
        if (value !== undefined) defaults.push(value);
        else if (defaults.length > 0) s.problem(`Parameter \`${arg.arg.name}\` needs a default, as the one before it has one`, arg.start, arg.end);
      }
    } else if (kind === T.Slash) {
      s.index++;
      if (posonlyargs.length > 0 || star || args.length === 0) s.problem("`/` can't stand here", at, at + 1);
      else {
        posonlyargs = args;
        args = [];
      }
    } else if (kind === T.Star) {
      s.index++;
      if (star) s.problem("Only one `*` can stand here", at, at + 1);
      star = true;
      if (s.kinds[s.index] === T.Name) {
        const arg = parseArgument(s, annotated, true);
        vararg ??= arg;
        if (s.kinds[s.index] === T.Equal) {
          s.problem("A `*` parameter can't have a default", s.starts[s.index]!, s.ends[s.index]!);
          s.index++;
          parseExpression(s);
        }
      } else bareStar = at;
    } else if (kind === T.DoubleStar) {
      s.index++;
      const name = expectIdentifier(s, "a parameter's name");
      const annotation = annotated ? parseAnnotation(s, false) : undefined;
      kwarg = { kind: "Argument", start: name.start, end: s.ends[s.index - 1]!, arg: name, annotation };
      if (s.kinds[s.index] === T.Equal) {
        s.problem("A `**` parameter can't have a default", s.starts[s.index]!, s.ends[s.index]!);
        s.index++;
        parseExpression(s);
      }
    } else if (kind === T.LeftParen) {
      s.problem("A parameter can't be a tuple in Python 3", at, at + 1);
      parseExpression(s);
    } else {
      s.problem(`A parameter was expected, not ${found(s)}`, at, s.ends[s.index]!);
      s.index++;
    }
    if (s.kinds[s.index] === T.Comma) s.index++;
    else if (s.kinds[s.index] !== closing && s.kinds[s.index] !== T.Newline && s.kinds[s.index] !== T.RightParen) {
      s.problem(`\`,\` was expected after this parameter, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
    }
  }
  if (bareStar >= 0 && vararg === undefined && kwonlyargs.length === 0) s.problem("A name must follow this `*`", bareStar, bareStar + 1);
  reportDuplicates(s, [posonlyargs, args, vararg === undefined ? [] : [vararg], kwonlyargs, kwarg === undefined ? [] : [kwarg]]);
  const end = Math.max(s.ends[s.index - 1]!, start);
  return { kind: "Arguments", start: Math.min(start, end), end, posonlyargs: fitted(posonlyargs), args: fitted(args), vararg, kwonlyargs: fitted(kwonlyargs), kwDefaults: fitted(kwDefaults), kwarg, defaults: fitted(defaults) };
}

function parseArgument(s: TokenStream, annotated: boolean, star = false): Argument {
  const arg = parseIdentifier(s);
  const annotation = annotated ? parseAnnotation(s, star) : undefined;
  return { kind: "Argument", start: arg.start, end: s.ends[s.index - 1]!, arg, annotation };
}

function parseAnnotation(s: TokenStream, star: boolean): Expression | undefined {
  if (s.kinds[s.index] !== T.Colon) return undefined;
  s.index++;
  if (star && s.kinds[s.index] === T.Star) return parseStarredType(s);
  return parseExpression(s);
}

function parseStarredType(s: TokenStream): Expression {
  const start = s.starts[s.index]!;
  s.index++;
  const value = parseBinary(s, T.BIT_OR_LEVEL);
  return { kind: "Starred", start, end: s.ends[s.index - 1]!, value, ctx: "load" };
}

function reportDuplicates(s: TokenStream, groups: readonly (readonly Argument[])[]): void {
  let count = 0;
  for (const group of groups) count += group.length;
  if (count < 2) return;
  const all = groups.length === 0 ? [] : groups.flat();
  if (all.length < 12) {
    for (let i = 1; i < all.length; i++) for (let j = 0; j < i; j++) if (all[i]!.arg.name === all[j]!.arg.name) duplicate(s, all[i]!);
    return;
  }
  const seen = new Set<string>();
  for (const argument of all) {
    if (seen.has(argument.arg.name)) duplicate(s, argument);
    seen.add(argument.arg.name);
  }
}

function duplicate(s: TokenStream, argument: Argument): void {
  if (argument.arg.name === "") return;
  s.problem(`Two parameters are named \`${argument.arg.name}\``, argument.arg.start, argument.arg.end);
}

/** `[T: int = str, *Ts, **P]` after the name of a function, class or type; nothing when there is no `[`. */
export function parseTypeParameters(s: TokenStream): readonly TypeParameter[] {
  if (s.kinds[s.index] !== T.LeftSquare) return fitted([]);
  const params: TypeParameter[] = [];
  const open = s.starts[s.index]!;
  s.index++;
  while (s.kinds[s.index] !== T.RightSquare && s.kinds[s.index]! > T.Newline) {
    const start = s.starts[s.index]!;
    const kind = s.kinds[s.index]!;
    if (kind === T.Star || kind === T.DoubleStar) s.index++;
    if (s.kinds[s.index] !== T.Name) {
      missing(s, "the name of a type parameter");
      if (s.kinds[s.index]! > T.Newline && s.kinds[s.index] !== T.RightSquare) s.index++;
      continue;
    }
    const name = parseIdentifier(s);
    let bound: Expression | undefined;
    if (s.kinds[s.index] === T.Colon) {
      const colon = s.starts[s.index]!;
      s.index++;
      bound = parseExpression(s);
      if (kind !== T.Name) s.problem("Only a plain type parameter can have a bound", colon, colon + 1);
    }
    let defaultValue: Expression | undefined;
    if (s.kinds[s.index] === T.Equal) {
      s.index++;
      defaultValue = kind === T.Star && s.kinds[s.index] === T.Star ? parseStarredType(s) : parseExpression(s);
    }
    const end = s.ends[s.index - 1]!;
    params.push(
      kind === T.Star
        ? { kind: "TypeVarTuple", start, end, name, defaultValue }
        : kind === T.DoubleStar
          ? { kind: "ParamSpec", start, end, name, defaultValue }
          : { kind: "TypeVar", start, end, name, bound, defaultValue },
    );
    if (s.kinds[s.index] === T.Comma) s.index++;
    else if (s.kinds[s.index] !== T.RightSquare) {
      s.problem(`\`,\` or \`]\` was expected, not ${found(s)}`, s.starts[s.index]!, s.ends[s.index]!);
      if (s.kinds[s.index]! > T.Newline && s.kinds[s.index] !== T.Name) s.index++;
    }
  }
  if (params.length === 0) s.problem("A type parameter is missing here", open, open + 1);
  closeBracket(s, T.RightSquare, open);
  return fitted(params);
}
