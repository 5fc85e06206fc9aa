/**
 * Pass as parameter: a name of the module that a function reads becomes its parameter, and every call passes it.
 *
 *     def mean(): return df.price.mean()       def mean(df): return df.price.mean()
 *     def report(): print(mean())              def report(df): print(mean(df))
 *     df = load()                              df = load()
 *     report()                                 report(df)
 *
 * The parameter has the name, so nothing changes inside the function; its type stands there where it is known (`df: pd.DataFrame`). A
 * function that calls it gets the parameter, too, as its own calls have to pass it. Refused unless all calls are in the document and
 * direct, the name is surely bound before each, and nobody binds it anew while a call runs.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { ancestorsOf } from "../facts/ancestors.ts";
import { appendArgument, indentOf, insert } from "../facts/call-edits.ts";
import { lineBreakOf } from "../facts/edits.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import { isLocal } from "../semantic/scopes.ts";
import type { Scope } from "../semantic/scopes.ts";
import { blocksOf } from "../syntax/blocks.ts";
import type { AsyncFunctionDef, Call, FunctionDef, Node, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { unitScopes } from "./statement-run.ts";
import { hintsOf } from "./type-hints.ts";

export type Passing = { readonly kind: "edits"; readonly edits: readonly PlaceEdit[] } | Refused;

interface Located {
  readonly unit: Unit;
  readonly node: FunctionDef | AsyncFunctionDef;
}

interface LocatedCall {
  readonly unit: Unit;
  readonly call: Call;
}

export function passAsParameter(document: OpenDocument, unit: Unit, node: FunctionDef | AsyncFunctionDef, name: string): Passing {
  const { units } = document;
  const inTheWay = obstacleTo(units, name);
  if (inTheWay !== undefined) return refused(inTheWay);
  const functions: Located[] = [{ unit, node }];
  const edits: PlaceEdit[] = [];
  // Grows by those that call one of them.
  for (const each of functions) {
    const obstacle = obstacleIn(units, each, name);
    if (obstacle !== undefined) return refused(obstacle);
    const calls = callsOf(units, each.node.name.name);
    if (calls.kind === "refused") return calls;
    const position = positionFor(each.node);
    for (const at of calls.calls) {
      const holder = holderOf(units, at);
      if (holder === "module") {
        if (!isBoundBefore(units, at, name)) return refused(`${name} may not be assigned yet where ${each.node.name.name}() is called`);
      } else if (holder === "unknown") return refused(`${each.node.name.name}() is called where ${name} is another name`);
      else if (!functions.some((known) => known.node === holder.node)) functions.push(holder);
      const edit = argumentFor(at, each.node, name, position === "keyword");
      if (!edit) return refused(`a call of ${each.node.name.name}() cannot take another argument`);
      edits.push(edit);
    }
    const hint = hintsOf(document, place(each.unit, each.node)).ofPlace(readIn({ unit, node }, name));
    const parameter = parameterEdit(each, hint === undefined ? name : `${name}: ${hint}`);
    if (!parameter) return refused(`the parameters of ${each.node.name.name}() leave no room for another`);
    edits.push(parameter);
  }
  return { kind: "edits", edits };
}

// ---- whether it may be ---------------------------------------------------------------------------------------

function obstacleTo(units: readonly Unit[], name: string): string | undefined {
  for (const unit of units) {
    if (unit.problems.length > 0) return "the file has a syntax error";
    const { module, globalsBoundInFunctions, starImports } = unitScopes(unit);
    if (globalsBoundInFunctions.has(name)) return `a function assigns ${name} anew`;
    if (module.bindings.get(name)?.some(({ kind }) => kind === "delete")) return `${name} is deleted`;
    if (starImports.length > 0) return "a star import may bind any name";
  }
  return undefined;
}

/** Something about the function itself. */
function obstacleIn(units: readonly Unit[], { unit, node }: Located, name: string): string | undefined {
  const own = node.name.name;
  const scopes = unitScopes(unit);
  const scope = scopes.scopeOf(node);
  if (!scope || !unit.body.includes(node)) return `${own}() is no function of the module itself`;
  if (node.decoratorList.length > 0) return `${own}() is decorated, and its decorator may call it`;
  if (scope.isGenerator || node.kind === "AsyncFunctionDef") return `${own}() runs later than it is called`;
  if (own === "main" || isOffered(units, own)) return `others may call ${own}()`;
  const bindings = units.flatMap((each) => unitScopes(each).module.bindings.get(own) ?? []);
  if (bindings.length !== 1) return `${own} is bound more than once`;
  if (scope.bindings.has(name)) return `${own}() has a name ${name} of its own`;
  return isCaptured(scope, name) ? `a function inside ${own}() reads ${name}` : undefined;
}

/** By a function that may be called after `name` has become another; a comprehension is done when it is left. */
function isCaptured(scope: Scope, name: string): boolean {
  return scope.children.some((child) => child.free.has(name) && (child.kind !== "comprehension" || child.node?.kind === "GeneratorExp" || isCaptured(child, name)));
}

/** `__all__` offers it. */
function isOffered(units: readonly Unit[], name: string): boolean {
  return units.some((unit) => {
    let isListed = false;
    if (!unitScopes(unit).module.bindings.has("__all__")) return false;
    walk(unit.body, (node) => {
      if (node.kind === "Constant" && node.type === "str" && node.value === name) isListed = true;
      return undefined;
    });
    return isListed;
  });
}

/** All uses of a function; refused where one is no call. */
function callsOf(units: readonly Unit[], name: string): { readonly kind: "calls"; readonly calls: readonly LocatedCall[] } | Refused {
  const calls: LocatedCall[] = [];
  for (const unit of units) {
    const called = new Set<Node>();
    let other = 0;
    walk(unit.body, (node) => {
      if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === name) {
        called.add(node.func);
        calls.push({ unit, call: node });
      }
      if (node.kind === "Magic" && new RegExp(`\\b${name}\\b`, "u").test(`${node.argument.text} ${node.body?.text ?? ""}`)) other++;
      if (node.kind === "Name" && node.id === name && !called.has(node)) other++;
      return undefined;
    });
    if (other > 0) return refused(`${name} is passed on, and may be called elsewhere`);
  }
  return calls.length === 0 ? refused(`nothing in this file calls ${name}()`) : { kind: "calls", calls };
}

/** Whose name is meant at a call: the module's own, or that of a function of the module, which has to pass it on. */
function holderOf(units: readonly Unit[], { unit, call }: LocatedCall): Located | "module" | "unknown" {
  const path = ancestorsOf(unit, call);
  const functions = path.filter((node, index) => node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "Lambda"
    || (node.kind === "GeneratorExp" && !isConsumedBy(units, path[index - 1])));
  const [outermost, ...inner] = functions;
  if (!outermost) return "module";
  // In a default or a decorator the call belongs to the module, but runs only once.
  if (inner.length > 0 || (outermost.kind !== "FunctionDef" && outermost.kind !== "AsyncFunctionDef")) return "unknown";
  return outermost.body.some((each) => path.includes(each)) && units.includes(unit) ? { unit, node: outermost } : "unknown";
}

/** `sum(f(x) for x in xs)`: done when the call is. */
function isConsumedBy(units: readonly Unit[], holder: Node | undefined): boolean {
  if (holder?.kind !== "Call" || holder.args.length !== 1 || holder.func.kind !== "Name") return false;
  const { id } = holder.func;
  return /^(?:all|any|dict|frozenset|list|max|min|set|sorted|sum|tuple)$/u.test(id) && !units.some((unit) => unitScopes(unit).module.bindings.has(id));
}

/** Surely: by a unit before, or by statements before it in the blocks around it. */
function isBoundBefore(units: readonly Unit[], { unit, call }: LocatedCall, name: string): boolean {
  const index = units.indexOf(unit);
  if (units.slice(0, index).some((each) => nameFlowOf(each.body, unitScopes(each)).binds.has(name))) return true;
  const path = ancestorsOf(unit, call);
  const binds = (statements: readonly Statement[]): boolean => nameFlowOf(statements, unitScopes(unit)).binds.has(name);
  let blocks: readonly (readonly Statement[])[] = [unit.body];
  for (const node of path) {
    for (const block of blocks) {
      const at = block.findIndex((each) => each === node);
      if (at > 0 && binds(block.slice(0, at))) return true;
    }
    const loop = node.kind === "For" && node.target.kind === "Name" && node.target.id === name;
    if (loop) return true;
    blocks = blocksOf(node);
  }
  return false;
}

// ---- the edits -----------------------------------------------------------------------------------------------

/** `keyword`: behind parameters with defaults, or that take all that is left, it can only be passed by name. */
function positionFor({ args }: FunctionDef | AsyncFunctionDef): "last" | "keyword" {
  return args.defaults.length > 0 || args.vararg || args.kwonlyargs.length > 0 ? "keyword" : "last";
}

function argumentFor({ unit, call }: LocatedCall, node: FunctionDef | AsyncFunctionDef, name: string, byKeyword: boolean): PlaceEdit | undefined {
  const isLocalHere = ancestorsOf(unit, call).some((each) => {
    const scope = unitScopes(unit).scopeOf(each);
    return scope !== undefined && scope.node !== node && scope.kind === "comprehension" && isLocal(scope, name);
  });
  if (isLocalHere) return undefined;
  const hasStars = call.args.some(({ kind }) => kind === "Starred") || call.keywords.length > 0;
  return bindsIn(call, name) ? undefined : appendArgument(unit, call, byKeyword || hasStars ? `${name}=${name}` : name);
}

/** `f(df := load())`. */
function bindsIn(call: Call, name: string): boolean {
  let binds = false;
  walk([call], (each) => {
    if (each.kind === "NamedExpr" && each.target.id === name) binds = true;
    return undefined;
  });
  return binds;
}

/** Where the function reads the name first. */
function readIn({ unit, node }: Located, name: string): Place | undefined {
  let found: Place | undefined;
  walk(node.body, (each) => {
    if (each.kind === "Name" && each.id === name) found ??= place(unit, each);
    return undefined;
  });
  return found;
}

function parameterEdit({ unit, node }: Located, parameter: string): PlaceEdit | undefined {
  const { text } = unit;
  const { args } = node;
  const first = args.posonlyargs[0] ?? args.args[0];
  const open = text.indexOf("(", node.name.end);
  if (open < 0) return undefined;
  if (!first && !args.vararg && args.kwonlyargs.length === 0 && !args.kwarg) {
    return /^\(\s*\)/u.test(text.slice(open)) ? insert(unit, open + 1, parameter) : undefined;
  }
  const star = positionFor(node) === "keyword" && !args.vararg && args.kwonlyargs.length === 0 ? "*, " : "";
  if (args.kwarg) {
    const at = text.lastIndexOf("**", args.kwarg.start);
    return at > open ? insert(unit, at, `${star}${parameter}, `) : undefined;
  }
  const last = Math.max(...[...args.posonlyargs, ...args.args, ...(args.vararg ? [args.vararg] : []), ...args.kwonlyargs].map(({ end }) => end), ...[...args.defaults, ...args.kwDefaults].map((each) => each?.end ?? 0));
  // A default in parentheses, or a comment behind the last parameter: left alone.
  const rest = /^(?<comma>,?)\s*\)\s*(?:->|:)/u.exec(text.slice(last));
  if (!rest) return undefined;
  if (rest[1] !== ",") return insert(unit, last, `, ${star}${parameter}`);
  const hasOwnLine = text.lastIndexOf("\n", last) > open;
  const gap = hasOwnLine ? lineBreakOf(unit) + indentOf(text, last) : " ";
  return insert(unit, last + 1, `${star === "" ? "" : `${gap}*,`}${gap}${parameter},`);
}
