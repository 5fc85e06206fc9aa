/**
 * Statements: what each does to the flow.
 *
 *     conn = None                       conn -> None
 *     with open(path) as f:             f -> file
 *         rows += f.readlines()         rows -> a list
 *
 * Branches and loops have files of their own (branches.ts, loops.ts).
 */
import type { AsyncFunctionDef, AsyncWith, Expression, FunctionDef, Statement, Try, TryStar, With, WithItem } from "../syntax/nodes.ts";
import { annotatedValue } from "./annotations.ts";
import { heldBy, loseOthers, markShared } from "./aliasing.ts";
import { assign, makesValue, replaceContent } from "./assign.ts";
import { importedModule, symbol } from "./attributes.ts";
import { conditional, matchBlock } from "./branches.ts";
import { classValue } from "./classes.ts";
import { deleteFromData } from "./data-effects.ts";
import { anythingBound, bindName, documentOf, markChanged, placeOf, unboundGlobal } from "./environment.ts";
import { extended } from "./containers.ts";
import { enteredValue, leave, mayGoOn } from "./entered.ts";
import { maximumNesting } from "./evaluate.ts";
import type { Flow, Log, Snapshot } from "./flow.ts";
import { interrupted, merge } from "./flow.ts";
import { functionValue } from "./functions.ts";
import type { FunctionType } from "./functions.ts";
import { isMutable } from "./join.ts";
import { loop } from "./loops.ts";
import type { Frame } from "./machine.ts";
import { eachMember } from "./members.ts";
import { assume, testOf } from "./narrowing.ts";
import { isChangeable } from "./objects.ts";
import { binaryOperation } from "./operators.ts";
import { bindAllNames, starImport } from "./star-import.ts";
import { isDefinitionCallable } from "../knowledge/definitions.ts";
import type { Value } from "./value.ts";

export function execute(frame: Frame, flow: Flow, body: readonly Statement[]): void {
  const { machine } = frame;
  if (machine.depth > maximumNesting) {
    // Too deep to follow: everything may have happened in there.
    frame.run.exhausted = true;
    anythingBound(frame, flow, machine.moduleNames(), false);
    return;
  }
  let at = flow;
  machine.depth++;
  for (const statement of body) {
    // What follows a return is interpreted for its events, in a flow that nobody sees.
    if (at.dead && at === flow) at = flow.fork();
    machine.steps++;
    executeOne(frame, at, statement);
  }
  machine.depth--;
}

function executeOne(frame: Frame, flow: Flow, node: Statement): void {
  const { machine } = frame;
  const { interner } = machine;
  switch (node.kind) {
    case "Expr":
      machine.evaluate(frame, flow, node.value);
      break;
    case "Assign": {
      const value = machine.evaluate(frame, flow, node.value);
      for (const target of node.targets) assign(frame, flow, target, value, node.value);
      break;
    }
    case "AugAssign":
      augmented(frame, flow, node);
      break;
    case "AnnAssign": {
      const declared = annotatedValue(frame, flow, node.annotation);
      if (node.value) {
        const value = machine.evaluate(frame, flow, node.value);
        const known = value.type ? value : interner.value({ type: declared?.type, constant: value.constant, origins: value.origins });
        assign(frame, flow, node.target, known, node.value);
      }
      break;
    }
    case "Import":
      for (const alias of node.names) {
        const [root = ""] = alias.name.name.split(".", 1);
        bindName(frame, flow, alias.asname?.name ?? root, importedModule(machine, alias.asname ? alias.name.name : root, documentOf(frame)));
      }
      break;
    case "ImportFrom": {
      const module = ".".repeat(node.level) + (node.module?.name ?? "");
      for (const alias of node.names) {
        const names = alias.name.name === "*" ? machine.modules.names(module, documentOf(frame), "public") : undefined;
        if (names) bindAllNames(frame, flow, names, (each) => importedValue(frame, module, each));
        else if (alias.name.name === "*") {
          // Of the workspace, and nobody can tell which: unknown.
          if (symbol(machine, module, documentOf(frame)).type) starImport(frame, flow, module, (name) => importedValue(frame, module, name));
          else anythingBound(frame, flow, machine.moduleNames(), false);
        } else bindName(frame, flow, alias.asname?.name ?? alias.name.name, importedValue(frame, module, alias.name.name));
      }
      break;
    }
    case "FunctionDef":
    case "AsyncFunctionDef":
      bindName(frame, flow, node.name.name, decoratedFunction(frame, flow, node));
      break;
    case "ClassDef":
      bindName(frame, flow, node.name.name, classValue(frame, flow, node));
      break;
    case "Return": {
      const value = node.value ? machine.evaluate(frame, flow, node.value) : interner.none;
      // A return that is not reached counts for nothing.
      if (flow.dead) break;
      if (node.value && !isHandedOver(frame, node.value)) markShared(interner, flow, value);
      frame.control.results.push(value);
      frame.control.returns.push(flow.snapshot(frame.control.start));
      flow.dead = true;
      break;
    }
    case "Delete":
      for (const target of node.targets) remove(frame, flow, target);
      break;
    case "If":
      conditional(frame, flow, node);
      break;
    case "For":
    case "AsyncFor":
    case "While":
      loop(frame, flow, node);
      break;
    case "With":
    case "AsyncWith":
      withBlock(frame, flow, node);
      break;
    case "Match":
      matchBlock(frame, flow, node);
      break;
    case "Raise":
      if (node.exc) machine.evaluate(frame, flow, node.exc);
      if (node.cause) machine.evaluate(frame, flow, node.cause);
      flow.dead = true;
      break;
    case "Try":
    case "TryStar":
      tryBlock(frame, flow, node);
      break;
    case "Assert": {
      const tested = testOf(frame, flow, node.test);
      if (node.msg) machine.evaluate(frame, tested.no, node.msg);
      assume(frame, flow, tested, true);
      break;
    }
    case "Break":
    case "Continue": {
      const innermost = frame.control.loops.at(-1);
      if (innermost && !flow.dead) (node.kind === "Break" ? innermost.breaks : innermost.continues).push(flow.snapshot(innermost.head));
      flow.dead = true;
      break;
    }
    case "TypeAlias":
      bindName(frame, flow, node.name.id, interner.unknown);
      break;
    case "Global":
    case "Nonlocal":
    case "Pass":
      break;
  }
}

function importedValue(frame: Frame, module: string, name: string): Value {
  return symbol(frame.machine, module.endsWith(".") ? module + name : `${module}.${name}`, documentOf(frame));
}

/** What is returned was the function's own: made here, or held by a variable that ends with it. */
function isHandedOver({ scope }: Frame, node: Expression): boolean {
  if (scope.node?.kind === "FunctionDef" && scope.node.decoratorList.some(isCache)) return false;
  if (node.kind !== "Name") return makesValue.has(node.kind);
  const bindings = scope.kind === "function" ? scope.bindings.get(node.id) : undefined;
  return bindings !== undefined && bindings.every((each) => each.kind !== "parameter") && !scope.globals.has(node.id) && !scope.nonlocals.has(node.id);
}

/** `@lru_cache(maxsize=8)`: the same result is handed out again. */
function isCache(decorator: Expression): boolean {
  const func = decorator.kind === "Call" ? decorator.func : decorator;
  return (func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr.name : "").endsWith("cache");
}

function augmented(frame: Frame, flow: Flow, node: Statement & { kind: "AugAssign" }): void {
  const { machine } = frame;
  const { interner } = machine;
  const target = machine.evaluate(frame, flow, node.target);
  const value = machine.evaluate(frame, flow, node.value);
  const holder = node.target.kind === "Subscript" || node.target.kind === "Attribute" ? node.target.value : undefined;
  const held = holder && frame.run.values?.get(holder);
  eachMember(frame, flow, node.target, target, (path, member) => {
    augmentedBy(frame, path, node, member, value);
    return interner.none;
  });
  // Python looks at it once; the assignment did so again, knowing more.
  if (holder && held) frame.run.values?.set(holder, held);
}

function augmentedBy(frame: Frame, flow: Flow, node: Statement & { kind: "AugAssign" }, old: Value, value: Value): void {
  const { machine } = frame;
  const { interner } = machine;
  const at = { node: placeOf(frame, node), left: placeOf(frame, node.target), right: placeOf(frame, node.value) };
  const result = binaryOperation(machine, node.op, old, value, at);
  if (isMutable(old)) {
    // `rows += [...]` changes the list itself.
    const content = result.type?.kind === "list" ? result.type : node.op === "+" ? extended(interner, flow, old, value) : undefined;
    replaceContent(frame, flow, node.target, old, content, heldBy(value));
    return;
  }
  loseOthers(interner, flow, value, result);
  const origins = result.origins.length > 0 ? result.origins : old.origins;
  assign(frame, flow, node.target, interner.value({ type: result.type, constant: result.constant, origins }), undefined);
}

function remove(frame: Frame, flow: Flow, target: Expression): void {
  const { machine } = frame;
  switch (target.kind) {
    case "Name":
      bindName(frame, flow, target.id, undefined);
      break;
    case "Tuple":
    case "List":
      for (const each of target.elts) remove(frame, flow, each);
      break;
    case "Subscript": {
      const container = machine.evaluate(frame, flow, target.value);
      const index = machine.evaluate(frame, flow, target.slice);
      eachMember(frame, flow, target.value, container, (path, member) => {
        markChanged(machine, path, member);
        if (isChangeable(member)) deleteFromData(frame, path, target, member, index);
        return member;
      });
      break;
    }
    default:
      machine.evaluate(frame, flow, target.kind === "Attribute" ? target.value : target);
  }
}

// ---- definitions -------------------------------------------------------------------------------------------

/** Decorators that leave a function callable as it is written. */
const transparent = new Set([
  "functools.lru_cache", "functools.cache", "functools.wraps", "contextlib.contextmanager", "contextlib.asynccontextmanager", "abc.abstractmethod",
  "typing.overload", "typing.override", "typing.final", "torch.no_grad", "torch.inference_mode", "torch.enable_grad", "numba.jit", "numba.njit",
  "tensorflow.function", "jax.jit", "retry.retry", "tenacity.retry",
]);

function decoratedFunction(frame: Frame, flow: Flow, node: FunctionDef | AsyncFunctionDef): Value {
  const { machine } = frame;
  const { interner } = machine;
  let binding: FunctionType["binding"] = "plain";
  const decorators = node.decoratorList.map((decorator) => machine.evaluate(frame, flow, decorator));
  const names = decorators.map((value, index) => {
    const decorator = node.decoratorList[index];
    const target = decorator?.kind === "Call" ? frame.run.events.get(decorator)?.target : undefined;
    return target ?? (value.type?.kind === "symbol" ? value.type.name : undefined);
  });
  for (const name of names) {
    if (name === "builtins.staticmethod") binding = "static";
    else if (name === "builtins.classmethod") binding = "class";
    else if (name === "builtins.property" || name === "functools.cached_property") binding = "property";
  }
  const plain = functionValue(frame, flow, node, node.name.name, binding);
  frame.run.deferred.set(node, { callable: plain, unit: frame.unit, owner: frame.owner });
  if (node.returns) machine.evaluate(frame, flow, node.returns);
  let result = plain;
  for (let index = decorators.length - 1; index >= 0; index--) {
    const decorator = decorators[index];
    const name = names[index];
    const accessor = node.decoratorList[index];
    const accessed = accessor?.kind === "Attribute" && (accessor.attr.name === "setter" || accessor.attr.name === "deleter") ? machine.evaluate(frame, flow, accessor.value) : undefined;
    if (accessed?.type?.kind === "function" && accessed.type.binding === "property") {
      // `@path.setter`: the name stays the property with its getter.
      result = accessed;
      continue;
    }
    if (name !== undefined && (transparent.has(name) || /^builtins\.(?:staticmethod|classmethod|property)$/u.test(name) || name === "functools.cached_property")) continue;
    result = definitionOf(frame, node, decorator, accessor, result) ?? decoratedBy(frame, flow, decorator, accessor, result) ?? interner.unknown;
  }
  return result;
}

/** What a decorator of the workspace makes of a function: mostly another function that calls it. */
function decoratedBy(frame: Frame, flow: Flow, decorator: Value | undefined, source: Expression | undefined, plain: Value): Value | undefined {
  if (decorator?.type?.kind !== "function" || !source) return undefined;
  const args = [{ keyword: undefined, unpacked: false, value: plain }];
  return frame.machine.callFunction({ frame, flow, callable: decorator, self: undefined, owner: undefined, args, at: source, slot: "decorated", recorded: true }).value;
}

/** A function that a definition library's decorator turned into a definition: `@on_demand_feature_view(...)`. */
function definitionOf(frame: Frame, node: FunctionDef | AsyncFunctionDef, decorator: Value | undefined, source: Expression | undefined, plain: Value): Value | undefined {
  const type = decorator?.type;
  const name = type?.kind === "instance" || type?.kind === "symbol" ? type.name : undefined;
  if (!decorator || name === undefined || !source || !isDefinitionCallable(name)) return undefined;
  const place = placeOf(frame, node);
  return frame.machine.interner.value({
    type: {
      kind: "instance", name,
      made: {
        callable: type?.kind === "symbol" ? name : `${name}.__call__`,
        receiver: type?.kind === "symbol" ? undefined : decorator,
        arguments: [{ keyword: undefined, unpacked: false, value: plain, place }],
        place,
      },
    },
  });
}

// ---- blocks with exits -------------------------------------------------------------------------------------

/** Context managers after which the program goes on although the body stopped. */
const swallowing = new Set(["contextlib.suppress", "pytest.raises"]);

function withBlock(frame: Frame, flow: Flow, node: With | AsyncWith): void {
  const { machine } = frame;
  let mayStop = false;
  const managers: { readonly item: WithItem; readonly manager: Value }[] = [];
  for (const item of node.items) {
    const manager = machine.evaluate(frame, flow, item.contextExpr);
    const entered = enteredValue(frame, flow, manager, item);
    if (item.optionalVars) assign(frame, flow, item.optionalVars, entered, undefined);
    const called = frame.run.events.get(item.contextExpr);
    if ((called?.target !== undefined && swallowing.has(called.target)) || mayGoOn(manager, called?.callee)) mayStop = true;
    if (manager.type?.kind === "object") managers.push({ item, manager });
  }
  if (mayStop) {
    const body = flow.fork();
    const log: Log = { locals: new Map(), globals: new Map() };
    frame.run.logs.push(log);
    execute(frame, body, node.body);
    frame.run.logs.pop();
    const stopped = interrupted(machine.interner, flow, log, unboundGlobal(machine, flow));
    stopped.dead = false;
    merge(machine.interner, flow, [body, stopped], unboundGlobal(machine, flow));
  } else execute(frame, flow, node.body);
  for (const { item, manager } of managers.reverse()) leave(frame, flow, manager, item);
}

/**
 * `try`: an exception may arrive after any assignment of the body, so a handler starts with every value that the names had.
 * `finally` is run once, on all of that; what it changes holds afterwards.
 */
function tryBlock(frame: Frame, flow: Flow, node: Try | TryStar): void {
  const { machine } = frame;
  const { interner } = machine;
  const fallback = unboundGlobal(machine, flow);
  const log: Log = { locals: new Map(), globals: new Map() };
  const body = flow.fork();
  const leaving = ways(frame);
  frame.run.logs.push(log);
  execute(frame, body, node.body);
  frame.run.logs.pop();
  const broken = interrupted(interner, flow, log, fallback);
  broken.dead = false;
  const outer: Log = { locals: new Map(log.locals), globals: new Map(log.globals) };
  frame.run.logs.push(outer);
  const ends: Flow[] = [];
  for (const handler of node.handlers) {
    const flowOfHandler = broken.fork();
    if (handler.type) machine.evaluate(frame, flowOfHandler, handler.type);
    if (handler.name) bindName(frame, flowOfHandler, handler.name.name, interner.unknown);
    execute(frame, flowOfHandler, handler.body);
    if (handler.name) bindName(frame, flowOfHandler, handler.name.name, undefined);
    ends.push(flowOfHandler);
  }
  const orelse = body;
  execute(frame, orelse, node.orelse);
  frame.run.logs.pop();
  ends.unshift(orelse);
  if (node.finalbody.length === 0) {
    merge(interner, flow, ends, fallback);
    return;
  }
  const anywhere = interrupted(interner, flow, outer, fallback);
  anywhere.dead = false;
  const final = anywhere.fork();
  execute(frame, final, node.finalbody);
  const changes = { locals: final.changes("locals", anywhere), globals: final.changes("globals", anywhere) };
  merge(interner, flow, ends, fallback);
  flow.apply("locals", changes.locals);
  flow.apply("globals", changes.globals);
  if (final.dead) flow.dead = true;
  for (const { list, length } of leaving) {
    // A `finally` that returns itself lets nobody pass.
    const left = list.splice(length);
    if (!final.dead) for (const each of left) list.push({ locals: new Map([...each.locals, ...changes.locals]), globals: new Map([...each.globals, ...changes.globals]) });
  }
}

/** The ways out of the block at hand, with how many left it so far: `break`, `continue` and `return` inside it run its `finally` first. */
function ways({ control }: Frame): readonly { readonly list: Snapshot[]; readonly length: number }[] {
  const innermost = control.loops.at(-1);
  const lists = innermost ? [innermost.breaks, innermost.continues, control.returns] : [control.returns];
  return lists.map((list) => ({ list, length: list.length }));
}

