/**
 * Names that go into statements and names that come out, in the order in which Python evaluates.
 *
 *     total = total + price        needs total, price; binds total
 *     if flag:                     needs flag
 *         rate = 2                 may bind rate
 *     use(rate)                    needs rate: it may not have been bound here
 *     def f(): return scale        binds f; scale is needed when f is called
 *
 * Used for cells (what a cell takes from those before it) and for moving code. Builtins count as names like others.
 */
import { bindsNothing } from "../semantic/magics.ts";
import type { UnitScopes } from "../semantic/scopes.ts";
import type { Arguments, ClassDef, Expression, Magic, Node, Pattern, Statement } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

export interface NameFlow {
  /** Read while they may not have been bound by these statements. */
  readonly needs: ReadonlySet<string>;
  /** Read by functions defined here, when somebody calls them, and not surely bound here by the end. */
  readonly later: ReadonlySet<string>;
  /** Bound on every way through. */
  readonly binds: ReadonlySet<string>;
  /** Bound on some way at least; deleted ones included. `*` for a star import and for code that is not seen: any name. */
  readonly mayBind: ReadonlySet<string>;
}

/** Blocks within blocks that are followed; below that, everything read is needed and nothing is surely bound. */
const maximumDepth = 100;

export function nameFlowOf(statements: readonly Statement[], scopes: UnitScopes): NameFlow {
  const flow: OpenFlow = { scopes, needs: new Set(), inFunctions: new Set(), mayBind: new Set() };
  const bound = block(flow, statements, new Set(), 0);
  return { needs: flow.needs, later: new Set([...flow.inFunctions].filter((name) => !bound.has(name))), binds: bound, mayBind: flow.mayBind };
}

interface OpenFlow {
  readonly scopes: UnitScopes;
  readonly needs: Set<string>;
  readonly inFunctions: Set<string>;
  readonly mayBind: Set<string>;
}

/** Names that are surely bound. */
type Bound = Set<string>;

function block(flow: OpenFlow, statements: readonly Statement[], bound: Bound, depth: number): Bound {
  let now = bound;
  for (const each of statements) now = statement(flow, each, now, depth);
  return now;
}

/** Names bound before and, on every way, inside. The set given may be changed. */
function statement(flow: OpenFlow, node: Statement, bound: Bound, depth: number): Bound {
  if (depth > maximumDepth) return unfollowed(flow, node, bound);
  const inside = (body: readonly Statement[], from: Bound = new Set(bound)): Bound => block(flow, body, from, depth + 1);
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      read(flow, [...node.decoratorList, ...defaultsOf(node.args)], bound);
      for (const name of flow.scopes.scopeOf(node)?.free ?? []) flow.inFunctions.add(name);
      return bind(flow, node.name.name, bound);
    case "ClassDef":
      read(flow, [...node.decoratorList, ...node.bases, ...node.keywords.map(({ value }) => value)], bound);
      classBody(flow, node, bound);
      return bind(flow, node.name.name, bound);
    case "Assign":
      read(flow, [node.value], bound);
      return targets(flow, node.targets, bound);
    case "AugAssign":
      read(flow, [node.target, node.value], bound);
      needTarget(flow, node.target, bound);
      return targets(flow, [node.target], bound);
    case "AnnAssign":
      read(flow, [node.annotation, ...(node.value ? [node.value] : [])], bound);
      return node.value ? targets(flow, [node.target], bound) : bound;
    case "TypeAlias":
      return bind(flow, node.name.id, bound);
    case "For":
    case "AsyncFor": {
      read(flow, [node.iter], bound);
      inside(node.body, targets(flow, [node.target], new Set(bound)));
      inside(node.orelse);
      return bound;
    }
    case "While":
      read(flow, [node.test], bound);
      inside(node.body);
      inside(node.orelse);
      return bound;
    case "If":
      read(flow, [node.test], bound);
      return both(inside(node.body), inside(node.orelse));
    case "With":
    case "AsyncWith":
      for (const item of node.items) {
        read(flow, [item.contextExpr], bound);
        if (item.optionalVars) targets(flow, [item.optionalVars], bound);
      }
      return block(flow, node.body, bound, depth + 1);
    case "Try":
    case "TryStar": {
      let after = inside(node.orelse, inside(node.body));
      for (const handler of node.handlers) {
        if (handler.type) read(flow, [handler.type], bound);
        const from = new Set(bound);
        if (handler.name) bind(flow, handler.name.name, from);
        after = both(after, inside(handler.body, from));
      }
      return block(flow, node.finalbody, after, depth + 1);
    }
    case "Match": {
      read(flow, [node.subject], bound);
      for (const { pattern, guard, body } of node.cases) {
        const from = new Set(bound);
        for (const name of captured(pattern)) bind(flow, name, from);
        if (guard) read(flow, [guard], from);
        inside(body, from);
      }
      return bound;
    }
    case "Import":
      for (const { name, asname } of node.names) bind(flow, asname?.name ?? name.name.split(".")[0] ?? name.name, bound);
      return bound;
    case "ImportFrom":
      for (const { name, asname } of node.names) bind(flow, asname?.name ?? name.name, bound);
      return bound;
    case "Delete":
      read(flow, node.targets, bound);
      for (const target of node.targets) {
        needTarget(flow, target, bound);
        if (target.kind !== "Name") continue;
        bound.delete(target.id);
        flow.mayBind.add(target.id);
      }
      return bound;
    case "Return":
    case "Expr":
      if (node.value) read(flow, [node.value], bound);
      return bound;
    case "Raise":
      read(flow, [node.exc, node.cause].filter((each) => each !== undefined), bound);
      return bound;
    case "Assert":
      read(flow, [node.test, ...(node.msg ? [node.msg] : [])], bound);
      return bound;
    default:
      return bound;
  }
}

function both(left: Bound, right: Bound): Bound {
  return new Set([...left].filter((name) => right.has(name)));
}

function bind(flow: OpenFlow, name: string, bound: Bound): Bound {
  flow.mayBind.add(name);
  return bound.add(name);
}

/** Names that an assignment target binds; objects whose attribute or element is assigned are read. */
function targets(flow: OpenFlow, nodes: readonly Expression[], bound: Bound): Bound {
  for (const node of nodes) {
    if (node.kind === "Name") bind(flow, node.id, bound);
    else if (node.kind === "Tuple" || node.kind === "List") targets(flow, node.elts, bound);
    else if (node.kind === "Starred") targets(flow, [node.value], bound);
    else read(flow, [node], bound);
  }
  return bound;
}

/** `x += 1` and `del x` read x, which the tree calls a store. */
function needTarget(flow: OpenFlow, node: Expression, bound: Bound): void {
  if (node.kind === "Name" && !bound.has(node.id)) flow.needs.add(node.id);
}

function read(flow: OpenFlow, nodes: readonly Expression[], bound: Bound): void {
  const need = (name: string): void => {
    if (!bound.has(name)) flow.needs.add(name);
  };
  walk(nodes, (node: Node) => {
    switch (node.kind) {
      case "Name":
        if (node.ctx === "load") need(node.id);
        return undefined;
      case "NamedExpr":
        read(flow, [node.value], bound);
        bind(flow, node.target.id, bound);
        return "skip";
      case "Magic":
        magic(flow, node, bound);
        return "skip";
      case "Lambda":
        read(flow, defaultsOf(node.args), bound);
        for (const name of flow.scopes.scopeOf(node)?.free ?? []) flow.inFunctions.add(name);
        return "skip";
      case "ListComp":
      case "SetComp":
      case "DictComp":
      case "GeneratorExp":
        for (const name of flow.scopes.scopeOf(node)?.free ?? []) need(name);
        return "skip";
      default:
        return undefined;
    }
  });
}

/** The body runs at once, with names of its own; what its methods read is read later. */
function classBody(flow: OpenFlow, node: ClassDef, bound: Bound): void {
  const scope = flow.scopes.scopeOf(node);
  if (!scope) return;
  for (const name of scope.uses.keys()) if (!scope.bindings.has(name) && !bound.has(name)) flow.needs.add(name);
  for (const name of scope.free) if (!scope.uses.has(name)) flow.inFunctions.add(name);
}

/** Python inside is Python; others may bind what they name, or anything: `*`. */
function magic(flow: OpenFlow, { form, name, python, argument }: Magic, bound: Bound): void {
  block(flow, python, bound, 1);
  if (form === "help" || form === "shell" || python.length > 0 || bindsNothing.has(name.name)) return;
  for (const [word] of argument.text.matchAll(/[A-Za-z_]\w*/gu)) flow.mayBind.add(word);
  flow.mayBind.add("*");
}

function defaultsOf({ defaults, kwDefaults }: Arguments): readonly Expression[] {
  return [...defaults, ...kwDefaults.filter((each) => each !== undefined)];
}

function captured(pattern: Pattern): readonly string[] {
  const names: string[] = [];
  walk([pattern], (node) => {
    if ((node.kind === "MatchAs" || node.kind === "MatchStar") && node.name) names.push(node.name.name);
    if (node.kind === "MatchMapping" && node.rest) names.push(node.rest.name);
    return undefined;
  });
  return names;
}

function unfollowed(flow: OpenFlow, node: Statement, bound: Bound): Bound {
  walk([node], (each) => {
    if (each.kind !== "Name") return undefined;
    if (each.ctx === "load") flow.needs.add(each.id);
    else flow.mayBind.add(each.id);
    return undefined;
  });
  return bound;
}
