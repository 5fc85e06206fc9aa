/**
 * Runs: interpreting one unit, one call, or one function with open parameters, and using a run again.
 *
 *     DATA = "/mnt/data"                   run of unit 1: writes DATA
 *     def load(name):                      run of unit 2: writes load, defers its body
 *         return pd.read_csv(DATA + name)
 *     a = load("/a.csv")                   run of unit 3: reads load; child run of load(name="/a.csv"), which reads DATA and pd
 *     b = load("/b.csv")                   run of unit 4: another child run, as the argument differs
 *                                          at the end: run of load(name=anything)
 *
 * A run may be used again when every global it read has the same value as then, and when the calls around it would make no difference
 * (call-context.ts). What a child reads from outside, its parent reads too, so a unit's run knows everything that it depends on.
 */
import { fittedFrom } from "../syntax/lists.ts";
import { featureRetrievals } from "../knowledge/feature-retrievals.ts";
import type { Call, Node, Range } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { leakAllBut } from "./aliasing.ts";
import type { CallEvent } from "./analysis.ts";
import { annotatedValue } from "./annotations.ts";
import { isStableIn, withAttributes } from "./attributes.ts";
import { fits, noContext } from "./call-context.ts";
import { current, escape, placeOf, unboundGlobal } from "./environment.ts";
import { evaluate, evaluateDrained, maximumNesting } from "./evaluate.ts";
import { execute } from "./execute.ts";
import { Flow, isPseudoName, merge, nothingPassing, passing } from "./flow.ts";
import type { FunctionType } from "./functions.ts";
import { bindArguments, openParameters } from "./functions.ts";
import { Interner } from "./interner.ts";
import { joinAll, widened } from "./join.ts";
import type { CallResult, Changes, Deferred, Frame, FunctionCall, Machine, OpenRun, Reads, Run } from "./machine.ts";
import { newControl } from "./machine.ts";
import { moduleReads } from "./module-reads.ts";
import type { ModuleReads } from "./module-reads.ts";
import { mayHappenLater } from "./generators.ts";
import { handedOver, isChangeable, made, objectsIn } from "./objects.ts";
import { noObjects, ownObjects, without } from "./own-objects.ts";
import { changedOutside } from "./outside-changes.ts";
import { RunInProgress } from "./run-in-progress.ts";
import { RunMemo } from "./run-memo.ts";
import type { Store, UnitScopes } from "./scopes.ts";
import { scopesOf } from "./scopes.ts";
import type { Stability } from "./stability.ts";
import { SyntaxAnswers } from "./syntax-answers.ts";
import type { Named, Value } from "./value.ts";
import { noModules } from "./workspace-modules.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

/** Calls inside calls inside calls that are followed. */
const maximumCallDepth = 6;

/**
 * The same below a function with open parameters, itself included. Functions that call each other all over (a class with two hundred methods)
 * are interpreted again for every path among them, and deep below open parameters little is known that their own open runs do not tell.
 */
const maximumOpenDepth = 3;

/** Nesting of statements and expressions that a call is followed into, wherever it stands: of that which is followed anywhere. */
const nestingOfCalls = 40;

/** Steps that one call at module level may take, its own calls included. */
const stepsPerCall = 12_000;

/** Steps of a unit's own code: what its text allows, several rounds of loops included. */
function stepsOfUnit(unit: Unit): number {
  return 5_000 + 60 * unit.text.length;
}

/**
 * Steps of a function with open parameters, the calls in it included, by its own length: a class is one unit, and each of its methods would
 * get the whole class's share. Calls with open arguments tell little that the function called does not tell in its own open run.
 */
function stepsOfOpenRun({ start, end }: Range): number {
  return 2_000 + 20 * (end - start);
}

/** A run of a function with open parameters. */
export interface OpenResult {
  readonly run: Run;
  /** See outside-changes.ts. */
  readonly changes: Changes;
}

/** The machine of one document: it lives as long as the document is open. */
export class Interpretation implements Machine {
  readonly interner: Interner;
  readonly modules: WorkspaceModules;
  readonly #reads: ModuleReads;
  /** The run being made: what it asks of other modules counts among its reads. */
  #current: OpenRun | undefined;
  steps = 0;
  limit = 0;
  depth = 0;
  /** Steps that calls may still take in this analysis. */
  pool = 0;
  /** Functions whose bodies are being interpreted, by the numbers of their nodes. */
  readonly #active: number[] = [];
  readonly #owners = new WeakMap<Node, Unit>();
  readonly #constants = new WeakMap<Node, Value>();
  readonly #memo = new RunMemo();
  readonly #answers = new SyntaxAnswers();
  #moduleNames: () => Iterable<string> = () => [];
  /** A function with open parameters is being interpreted: its calls take steps of its own. */
  #isOpen = false;
  #maximumDepth = maximumCallDepth;

  constructor(interner: Interner = new Interner(), modules: WorkspaceModules = noModules) {
    this.interner = interner;
    this.#reads = moduleReads(modules, interner, (question) => (this.#current ? this.#current.outer(question) : this.answer(question)));
    this.modules = this.#reads.modules;
  }

  /** The answer of another module to a question that is one of a run's reads (see module-reads.ts). */
  answer(question: string): Value | undefined {
    return this.#reads.answer(question);
  }

  constant(node: Node, make: () => Value): Value {
    let value = this.#constants.get(node);
    if (!value) {
      value = make();
      this.#constants.set(node, value);
    }
    return value;
  }

  isShared(name: string): boolean {
    return this.#answers.isShared(name);
  }

  attributeStores(classNode: Node, attribute: string): readonly Store[] | undefined {
    return this.#answers.attributeStores(classNode, attribute);
  }

  mayBeMethod(name: string): boolean {
    return this.#answers.mayBeMethod(name);
  }

  get changedByFunctions(): readonly string[] {
    return this.#answers.changed;
  }

  globalStores(name: string): readonly Store[] {
    return this.#answers.globalStores(name);
  }

  isStable(classNode: Node, attribute: string): boolean {
    const answer = this.#answers.isStable(classNode, attribute);
    const isOwn = this.stability?.defines(classNode) !== false;
    return answer && (isOwn || this.modules.isStable(classNode, attribute));
  }

  /** What syntax proved at the last analysis. */
  get stability(): Stability | undefined {
    return this.#answers.stability;
  }

  moduleNames(): Iterable<string> {
    return this.#moduleNames();
  }

  /** Starts an analysis. False when runs of earlier ones cannot be used again: what syntax proves has changed. */
  begin(stability: Stability, moduleNames: () => Iterable<string>, pool: number): boolean {
    this.#moduleNames = moduleNames;
    this.pool = pool;
    this.steps = 0;
    const isSame = this.#answers.renew(stability);
    if (!isSame) this.#memo.clear();
    return isSame;
  }

  /** Ends an analysis. @param held runs of units and open functions, which hold those of calls */
  end(held: () => Iterable<Run>): void {
    this.#memo.collect(held);
  }

  evaluate(frame: Frame, flow: Flow, node: Parameters<Machine["evaluate"]>[2]): Value {
    return evaluate(frame, flow, node);
  }

  evaluateDrained(frame: Frame, flow: Flow, node: Parameters<Machine["evaluate"]>[2]): Value {
    return evaluateDrained(frame, flow, node);
  }

  execute(frame: Frame, flow: Flow, body: Parameters<Machine["execute"]>[2]): void {
    execute(frame, flow, body);
  }

  // ---- module level --------------------------------------------------------------------------------------

  /** @param environment value of a global before the unit */
  runUnit(unit: Unit, environment: (name: string) => Value | undefined): Run {
    const scopes = scopesOf(unit);
    return this.#run(unit, "", environment, undefined, stepsOfUnit(unit), (open, root, flow) => {
      const frame: Frame = {
        machine: this, run: open, unit, scopes, scope: scopes.module, inline: [], captured: [], self: undefined, owner: undefined,
        eventScope: undefined, control: newControl(root),
      };
      this.#own(unit);
      execute(frame, flow, unit.body);
      // `raise` or `sys.exit()` ends the program on this path; the units after it are still written to be run.
      flow.dead = false;
      return { value: this.interner.none, attributes: [] };
    });
  }

  #own(unit: Unit): void {
    const visit = (scope: UnitScopes["module"]): void => {
      if (scope.node) this.#owners.set(scope.node, unit);
      for (const child of scope.children) visit(child);
    };
    visit(scopesOf(unit).module);
  }

  // ---- open parameters -----------------------------------------------------------------------------------

  /** Runs a function as anybody may call it. */
  runOpen(deferred: Deferred, environment: (name: string) => Value | undefined): OpenResult {
    const { callable, unit, owner } = deferred;
    const key = openKey(deferred);
    const type = callable.type as FunctionType;
    let self: Value | undefined;
    this.#isOpen = true;
    const run = this.#run(unit, key, environment, undefined, stepsOfOpenRun(type.definition.node), (open, root, flow) => {
      const bare = this.#frame(open, root, unit, type, undefined, owner);
      self = owner && type.definition.node.kind !== "Lambda" && type.binding !== "static" ? this.#openSelf(bare, flow, owner, type) : undefined;
      const frame = this.#frame(open, root, unit, type, self, owner);
      const outside: Frame = { ...frame, scope: frame.scopes.module, inline: [] };
      const named = openParameters(frame, type, self, (annotation) => annotatedValue(outside, flow, annotation)).map((each, index) => ({
        name: each.name,
        value: isChangeable(each.value) ? made(this.interner, flow, type.definition.place, each.value, index) : each.value,
      }));
      this.#active.push(this.interner.nodeId(type.definition.node));
      this.#maximumDepth = maximumOpenDepth;
      const result = this.#body(frame, flow, type, named);
      this.#maximumDepth = maximumCallDepth;
      this.#active.pop();
      return result;
    });
    this.#isOpen = false;
    return { run, changes: changedOutside(this.interner, run, self) };
  }

  /** The object that an open method runs on: made by `__init__` with open parameters. */
  #openSelf(frame: Frame, flow: Flow, owner: Value, type: FunctionType): Value {
    if (type.binding === "class") return owner;
    const blank = withAttributes(this, owner, [], []);
    if (type.definition.node.kind === "Lambda" || type.definition.node.name.name === "__init__" || owner.type?.kind !== "class") return blank;
    const init = owner.type.members.find((each) => each.name === "__init__")?.value;
    if (init?.type?.kind !== "function") return blank;
    const named = openParameters(frame, init.type, blank, (annotation) => annotatedValue({ ...frame, scope: frame.scopes.module, inline: [] }, flow, annotation));
    const { attributes } = this.#call({
      frame, flow: flow.fork(), callable: init, self: blank, owner, args: [], at: init.type.definition.node, recorded: false,
    }, named);
    const changed = this.changedByFunctions;
    const stable = attributes.filter((each) => isStableIn(this, owner, each.name));
    return withAttributes(this, owner, stable.map((each) => (changed.includes(`.${each.name}`) ? { name: each.name, value: widened(this.interner, each.value) } : each)), []);
  }

  // ---- calls ---------------------------------------------------------------------------------------------

  callFunction(request: FunctionCall): CallResult {
    const { callable, self, frame, at } = request;
    const { type } = callable;
    if (type?.kind !== "function") return { value: this.interner.unknown, attributes: [] };
    const named = bindArguments(this, type, self, request.args, placeOf(frame, at));
    return this.#call(request, named);
  }

  #call(request: FunctionCall, named: readonly Named[]): CallResult {
    const { callable, owner, frame, flow, at, self } = request;
    const type = callable.type as FunctionType;
    const { node } = type.definition;
    const id = this.interner.nodeId(node);
    const { anchor } = type.definition.place;
    const imported = this.#owners.has(node) ? undefined : this.modules.globals(anchor.cell.document.uri);
    const unit = this.#owners.get(node) ?? (imported && anchor.unit);
    const isRecursive = this.#active.includes(id);
    const isTooDeep = this.#active.length >= this.#maximumDepth;
    const isExhausted = !unit || !this.hasPool || this.steps > this.limit;
    if (isRecursive || isTooDeep || isExhausted) {
      if (isRecursive) frame.run.context?.recursed(id);
      else {
        // Not followed: whatever the function may reach may have changed.
        flow.set("globals", "#*", this.interner.unknown);
        frame.run.context?.cut(id);
        if (isExhausted) frame.run.exhausted = true;
      }
      for (const each of named) escape(this, flow, each.value);
      return { value: this.interner.unknown, attributes: [] };
    }
    const key = `${callable.id}|${owner?.id ?? ""}|${named.map((each) => each.value.id).join(",")}`;
    // A function of another module sees that module's names; what it does to containers it was given is seen here.
    const outer = (name: string): Value | undefined => (imported && !isPseudoName(name) ? imported(name) : flow.global(name));
    const run = this.#remembered(key, outer) ?? this.#runCall(key, unit, type, named, self, owner, outer);
    frame.run.context?.followed(id, run.context);
    if (imported) {
      if (run.exhausted) frame.run.exhausted = true;
      if (request.recorded && (run.events.length > 0 || run.imported.length > 0)) this.#record(frame, frame.run.imported, request, run);
      for (const [name, values] of run.passing) if (isPseudoName(name)) flow.pass(name, values);
      for (const [name, value] of run.writes) if (isPseudoName(name)) flow.set("globals", name, value);
      return { value: this.#handedOver(frame, flow, at, run), attributes: run.attributes };
    }
    if (request.recorded) this.#record(frame, frame.run.children, request, run);
    if (run.exhausted) frame.run.exhausted = true;
    for (const [name, values] of run.passing) flow.pass(name, values);
    flow.apply("globals", run.writes);
    return { value: this.#handedOver(frame, flow, at, run), attributes: run.attributes };
  }

  #record(frame: Frame, runs: OpenRun["children"], { at, slot }: FunctionCall, run: Run): void {
    const { member } = frame.run;
    const key = slot === undefined ? at : `${String(this.interner.nodeId(at))}:${slot}`;
    // An earlier round of a loop may have found one value where there are several.
    if (member !== "") runs.delete(key);
    runs.set(member === "" ? key : `${String(this.interner.nodeId(at))}:${slot ?? ""}${member}`, { place: placeOf(frame, at), run });
  }

  #handedOver(frame: Frame, flow: Flow, at: Range, run: Run): Value {
    if (run.own.size === 0) return run.result;
    const value = handedOver(this.interner, flow, placeOf(frame, at), run.result, run.own);
    for (const object of objectsIn(value)) frame.run.made.add(object);
    return value;
  }

  /** Calls are followed: the module's own have left steps for them. */
  get hasPool(): boolean {
    return this.pool > 0;
  }

  /** A call that no other call makes: it gets its steps from those of the document, or has a function with open parameters to itself. */
  get #isOutermost(): boolean {
    return this.#active.length === 0;
  }

  /** Steps that the next call may take. */
  #budget(): number {
    if (!this.#isOutermost) return this.limit - this.steps;
    return this.#isOpen ? stepsPerCall : Math.min(stepsPerCall, this.pool);
  }

  #remembered(key: string, outer: (name: string) => Value | undefined): Run | undefined {
    const budget = this.#budget();
    const surroundings = { active: this.#active, room: this.#maximumDepth - this.#active.length - 1 };
    const run = this.#memo.find(key, (each) => each.cost <= budget && fits(each.context, surroundings) && isCurrent(each.reads, outer));
    if (!run) return undefined;
    this.steps += run.cost;
    this.#spend(run);
    return run;
  }

  #spend({ cost }: Run): void {
    if (this.#isOutermost && !this.#isOpen) this.pool -= cost;
  }

  #runCall(
    key: string, unit: Unit, type: FunctionType, named: readonly Named[], self: Value | undefined, owner: Value | undefined,
    outer: (name: string) => Value | undefined,
  ): Run {
    const id = this.interner.nodeId(type.definition.node);
    const budget = this.#budget();
    this.#active.push(id);
    const run = this.#run(unit, key, outer, id, budget, (open, root, inside) => {
      // An empty body costs something, too: runs are compared by what they cost.
      this.steps++;
      const frame = this.#frame(open, root, unit, type, self, owner);
      const result = this.#body(frame, inside, type, named);
      // What a function of another module calls is that document's affair, but for features that it asks for on behalf of this one, and
      // for what it does with a text that is written elsewhere: that can be told only where the function is called.
      if (!this.#owners.has(type.definition.node)) {
        for (const [at, event] of open.events) if (!featureRetrievals.has(nameOf(event.node)) && !isHandedOn(event, unit)) open.events.delete(at);
        open.children.clear();
      }
      return result;
    });
    this.#active.pop();
    this.#spend(run);
    // One after which any name may be bound depends on names that it does not read.
    if (!run.exhausted && !run.writes.has("*")) this.#memo.add(run);
    return run;
  }

  #frame(open: OpenRun, root: Flow, unit: Unit, type: FunctionType, self: Value | undefined, owner: Value | undefined): Frame {
    const { node, name } = type.definition;
    const scopes = scopesOf(unit);
    const first = node.args.posonlyargs[0] ?? node.args.args[0];
    const className = owner?.type?.kind === "class" ? `${owner.type.definition.name}.` : "";
    return {
      machine: this, run: open, unit, scopes, scope: scopes.scopeOf(node) ?? scopes.module, inline: [], captured: type.captured,
      self: self && first ? { name: first.arg.name, value: self, isInit: name === "__init__" } : undefined,
      owner, eventScope: { node, name: className + name }, control: newControl(root),
    };
  }

  #body(frame: Frame, flow: Flow, type: FunctionType, named: readonly Named[]): CallResult {
    const { node } = type.definition;
    for (const { name, value } of named) flow.set("locals", name, value);
    if (node.kind === "Lambda") return { value: evaluate(frame, flow, node.body), attributes: [] };
    const { control } = frame;
    const end = flow.fork();
    execute(frame, end, node.body);
    const returned = control.returns.map((each) => control.start.resume(each));
    const start = control.start;
    merge(this.interner, start, [...(end.dead ? [] : [end]), ...returned], unboundGlobal(this, start));
    if (frame.scope.isGenerator) mayHappenLater(this.interner, start);
    return { value: this.#result(frame, end, start), attributes: frame.self?.isInit === true ? attributesOf(start) : [] };
  }

  #result(frame: Frame, end: Flow, exit: Flow): Value {
    const { control, scope } = frame;
    const { interner } = this;
    if (scope.isGenerator) {
      const element = control.yielded ?? interner.unknown;
      return interner.value({ type: { kind: "sequence", name: "iterator", element } });
    }
    const results = end.dead ? control.results : [...control.results, interner.none];
    const result = joinAll(interner, results);
    leakAllBut(interner, exit, result, results);
    return result;
  }

  // ---- the frame of every run ----------------------------------------------------------------------------

  /** @param called the function, for a run of a call */
  #run(
    unit: Unit, key: string, outer: (name: string) => Value | undefined, called: number | undefined, budget: number,
    body: (open: RunInProgress, root: Flow, flow: Flow) => CallResult,
  ): Run {
    const isRecorded = called === undefined;
    const open = new RunInProgress(outer, isRecorded);
    const root = new Flow(open);
    const start = this.steps;
    const { limit, depth } = this;
    const outside = this.#current;
    this.#current = open;
    this.limit = start + budget;
    this.depth = isRecorded ? 0 : maximumNesting - nestingOfCalls;
    const { value, attributes } = body(open, root, root);
    // The last step is taken by nobody who looks at the limit.
    const isExhausted = open.exhausted || this.steps > this.limit;
    this.limit = limit;
    this.depth = depth;
    this.#current = outside;
    const writes = root.changes("globals", undefined);
    const own = isRecorded ? noObjects : ownObjects(open.objects, root, writes, attributes);
    const meanwhile = passing(open.history, writes);
    const { reads } = open;
    return {
      unit, key, ...open.recorded(), values: open.values, reads: reads.size > 0 ? { names: fittedFrom(reads.keys(), reads.size), values: fittedFrom(reads.values(), reads.size) } : noReads,
      writes: writes.size > 0 ? without(writes, own) : noChanges, passing: without(meanwhile, own), own,
      result: own.size > 0 ? current(this, root, value) : value, attributes,
      cost: this.steps - start, exhausted: isExhausted, context: isRecorded ? noContext : open.contextOf(called),
    };
  }

  /** What is left of a unit whose interpretation failed: its names are bound to nobody knows what. */
  failedRun(unit: Unit): Run {
    const writes = new Map<string, Value | undefined>([["#*", this.interner.unknown]]);
    for (const name of scopesOf(unit).module.bindings.keys()) writes.set(name, this.interner.unknown);
    this.#active.length = 0;
    this.#current = undefined;
    this.#isOpen = false;
    this.#maximumDepth = maximumCallDepth;
    return {
      unit, key: "failed", events: [], children: [], imported: [], values: new Map(), reads: noReads, writes, result: this.interner.unknown, attributes: [],
      own: noObjects, passing: nothingPassing, deferred: [], cost: 0, exhausted: false, context: noContext,
    };
  }
}

// Most runs have few of these; a run is kept as long as its unit. Never changed.
const nothing: readonly never[] = [];
const noChanges: Changes = new Map();
const noReads: Reads = { names: nothing, values: nothing };

/** Whether an argument begins with a text that is not written in the document of the unit. */
function isHandedOn({ target, args, receiver }: CallEvent, { anchor: { cell: { document } } }: Unit): boolean {
  const comesFromElsewhere = (value: Value | undefined): boolean => {
    const piece = value?.constant?.kind === "text" ? value.constant.pieces[0] : undefined;
    return piece?.kind === "literal" && piece.place !== undefined && piece.place.anchor.cell.document !== document;
  };
  return target !== undefined && (comesFromElsewhere(receiver) || args.some(({ value }) => comesFromElsewhere(value)));
}

function nameOf({ func }: Call): string {
  return func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
}

export function openKey({ callable, owner }: Deferred): string {
  return `open|${callable.id}|${owner?.id ?? ""}`;
}

/** Whether everything that a run read still has the value it had. */
export function isCurrent({ names, values }: Reads, value: (name: string) => Value | undefined): boolean {
  for (let at = 0; at < names.length; at++) if (value(names[at] ?? "") !== values[at]) return false;
  return true;
}

/** What an `__init__` left under its object's name. */
function attributesOf(flow: Flow): readonly Named[] {
  const result: Named[] = [];
  for (const [name, value] of flow.changes("locals", undefined)) if (name.startsWith(".") && value) result.push({ name: name.slice(1), value });
  return result;
}

