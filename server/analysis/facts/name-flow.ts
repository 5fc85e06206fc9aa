/**
 * Names that go into statements and names that come out, in the order in which Python evaluates.
 *
 *     total = total + price        needs total, price; binds total
 *     if flag:                     needs flag
 *         rate = 2                 may bind rate
 *     use(rate)                    needs rate: it may not have been bound here
 *     def f(): return scale        binds f; scale is needed when f is called
 *     if not rate: raise E         whoever comes further has not been here: binds everything, so to say
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
  /** Bound on every way through; all that may be bound where no way leads through. */
  readonly binds: ReadonlySet<string>;
  /** False when every way ends in return, raise, break or continue. */
  readonly goesOn: boolean;
  /** Read by a `finally` block while it may not be bound, if something fails before. */
  readonly onFailure: ReadonlySet<string>;
  /** Bound on some way at least; deleted ones included. `*` for a star import and for code that is not seen: any name. */
  readonly mayBind: ReadonlySet<string>;
}

/** Blocks within blocks that are followed; below that, everything read is needed and nothing is surely bound. */
const maximumDepth = 100;

export function nameFlowOf(statements: readonly Statement[], scopes: UnitScopes): NameFlow {
  const flow: OpenFlow = { scopes, needs: new Set(), onFailure: new Set(), inFunctions: new Set(), mayBind: new Set() };
  const { needs, onFailure, inFunctions, mayBind } = flow;
  const end = block(flow, statements, new Set(), 0);
  const goesOn = end !== nowhere;
  const binds = goesOn ? end : new Set(mayBind);
  return { needs, later: new Set([...inFunctions].filter((name) => !binds.has(name))), binds, goesOn, onFailure, mayBind };
}

interface OpenFlow {
  readonly scopes: UnitScopes;
  readonly needs: Set<string>;
  readonly onFailure: Set<string>;
  readonly inFunctions: Set<string>;
  readonly mayBind: Set<string>;
}

/** Names that are surely bound. */
type Bound = Set<string>;

/** What is bound behind a jump: nobody comes there, so every name is. */
class Everything extends Set<string> {
  override has(): boolean {
    return true;
  }

  override add(): this {
    return this;
  }

  override delete(): boolean {
    return false;
  }
}

const nowhere: Bound = new Everything();

function copy(bound: Bound): Bound {
  return bound === nowhere ? nowhere : new Set(bound);
}

function block(flow: OpenFlow, statements: readonly Statement[], bound: Bound, depth: number): Bound {
  let now = bound;
  for (const each of statements) now = statement(flow, each, now, depth);
  return now;
}

/** Names bound before and, on every way, inside. The set given may be changed. */
function statement(flow: OpenFlow, node: Statement, bound: Bound, depth: number): Bound {
  if (depth > maximumDepth) return unfollowed(flow, node, bound);
  const inside = (body: readonly Statement[], from: Bound = copy(bound)): Bound => block(flow, body, from, depth + 1);
  switch (node.kind) {
    case "FunctionDef":
    case "AsyncFunctionDef":
      read(flow, [...node.decoratorList, ...defaultsOf(node.args), ...annotationsOf(node.args), ...(node.returns ? [node.returns] : [])], bound);
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
      const started = targets(flow, [node.target], copy(bound));
      const ended = inside(node.body, copy(started));
      const isStopped = leavesLoop(node.body);
      inside(node.orelse);
      if (!isNeverEmpty(node.iter)) return bound;
      return isStopped ? started : ended;
    }
    case "While": {
      read(flow, [node.test], bound);
      inside(node.body);
      inside(node.orelse);
      // Who comes behind `while True:` got there by a break.
      const isEndless = node.test.kind === "Constant" && node.test.type === "True" && !leavesLoop(node.body, "Break");
      return isEndless ? nowhere : bound;
    }
    case "If":
      read(flow, [node.test], bound);
      return both(inside(node.body), inside(node.orelse));
    case "With":
    case "AsyncWith":
      for (const item of node.items) {
        read(flow, [item.contextExpr], bound);
        if (item.optionalVars) targets(flow, [item.optionalVars], bound);
      }
      // After a failure that is suppressed, the body may not have come far.
      if (node.items.some(({ contextExpr }) => maySuppress(contextExpr))) {
        inside(node.body);
        return bound;
      }
      return block(flow, node.body, bound, depth + 1);
    case "Try":
    case "TryStar": {
      let after = inside(node.orelse, inside(node.body));
      for (const handler of node.handlers) {
        if (handler.type) read(flow, [handler.type], bound);
        const from = copy(bound);
        if (handler.name) bind(flow, handler.name.name, from);
        after = both(after, inside(handler.body, from));
      }
      block({ ...flow, needs: flow.onFailure, mayBind: new Set(), inFunctions: new Set() }, node.finalbody, copy(bound), depth + 1);
      if (after !== nowhere) return block(flow, node.finalbody, after, depth + 1);
      inside(node.finalbody);
      return nowhere;
    }
    case "Match": {
      read(flow, [node.subject], bound);
      for (const { pattern, guard, body } of node.cases) {
        const from = copy(bound);
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
      if (node.value) read(flow, [node.value], bound);
      return nowhere;
    case "Expr":
      read(flow, [node.value], bound);
      return bound;
    case "Raise":
      read(flow, [node.exc, node.cause].filter((each) => each !== undefined), bound);
      return nowhere;
    case "Break":
    case "Continue":
      return nowhere;
    case "Assert":
      read(flow, [node.test, ...(node.msg ? [node.msg] : [])], bound);
      return bound;
    default:
      return bound;
  }
}

/** `for` over what surely has an element: a display, or a range written with numbers. */
function isNeverEmpty(node: Expression): boolean {
  if (node.kind === "List" || node.kind === "Tuple" || node.kind === "Set") return node.elts.some(({ kind }) => kind !== "Starred");
  if (node.kind !== "Call" || node.func.kind !== "Name" || node.keywords.length > 0) return false;
  if (node.func.id === "enumerate") return node.args[0] !== undefined && isNeverEmpty(node.args[0]);
  const [first, second] = node.args.map((each) => (each.kind === "Constant" && each.type === "int" ? each.value : undefined));
  if (node.func.id !== "range" || first === undefined || node.args.length > 2) return false;
  return node.args.length === 1 ? first > 0 : second !== undefined && first < second;
}

/** Whether the body of a loop ends an iteration early, or the loop. */
function leavesLoop(body: readonly Statement[], by: "Break" | "any" = "any"): boolean {
  let found = false;
  walk(body, (node) => {
    // An inner loop's own jumps count as well: that costs precision only.
    if (node.kind === "Break" || (node.kind === "Continue" && by === "any")) found = true;
    return found || node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" ? "skip" : undefined;
  });
  return found;
}

/** `contextlib.suppress(...)`, `pytest.raises(...)`: code behind the block runs although the block has failed. */
export function maySuppress(node: Expression): boolean {
  const callee = node.kind === "Call" ? node.func : node;
  const name = callee.kind === "Attribute" ? callee.attr.name : callee.kind === "Name" ? callee.id : "";
  return /suppress|raises|ignore|ExitStack/iu.test(name);
}

function both(left: Bound, right: Bound): Bound {
  if (left === nowhere) return right;
  if (right === nowhere) return left;
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
        // The first iterable is evaluated outside.
        if (node.generators[0]) read(flow, [node.generators[0].iter], bound);
        for (const name of flow.scopes.scopeOf(node)?.free ?? []) need(name);
        walk([node], (inner) => {
          if (inner.kind === "NamedExpr") flow.mayBind.add(inner.target.id);
          return undefined;
        });
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

function annotationsOf({ posonlyargs, args, vararg, kwonlyargs, kwarg }: Arguments): readonly Expression[] {
  return [...posonlyargs, ...args, vararg, ...kwonlyargs, kwarg].flatMap((each) => each?.annotation ?? []);
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
