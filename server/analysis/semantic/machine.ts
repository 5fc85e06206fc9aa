/**
 * What the parts of the interpreter share: the machine (state of one analysis), frames and runs.
 *
 * A *run* is one interpretation of one piece of code: of a unit at module level, of a function's body for one call, or of a
 * function's body with open parameters. It keeps everything that somebody else needs to use it again without repeating it:
 * which names of the module it read with which values, what it changed there, what it returned, and the events it saw.
 *
 *     load("/mnt/a")      run of `load` with path = "/mnt/a"; reads pd; returns instance pandas.DataFrame
 *
 * A *frame* is the place of a run's code among scopes. Comprehensions and class bodies run inside the frame around them;
 * their names live in the frame's locals under a prefix.
 */
import type { Expression, Node, Statement } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import type { CallEvent, Scope as EventScope } from "./analysis.ts";
import type { CallContext, ContextInProgress } from "./call-context.ts";
import type { Flow, FlowRoot, History, Log, Snapshot } from "./flow.ts";
import type { Interner } from "./interner.ts";
import type { Scope, Store, UnitScopes } from "./scopes.ts";
import type { Named, Value } from "./value.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

/** The way to code that no call leads to: at module level, and with open parameters. Calls are recorded with it. */
export const outermost: readonly Place[] = [];

export type Changes = ReadonlyMap<string, Value | undefined>;

/** Names that a run read, each with the value it had then: two lists, as they are compared one by one and never searched. */
export interface Reads {
  readonly names: readonly string[];
  readonly values: readonly (Value | undefined)[];
}

export interface Run {
  readonly unit: Unit;
  /** What was run with which values; two runs with the same key and reads are the same. */
  readonly key: string;
  readonly events: readonly CallEvent[];
  readonly children: readonly ChildRun[];
  /** Runs of functions of other modules that ask for features (knowledge/feature-retrievals.ts), here or further on; of their events only those are kept. */
  readonly imported: readonly ChildRun[];
  /** Kept for module-level code and open parameters. */
  readonly values: ReadonlyMap<Node, Value> | undefined;
  readonly reads: Reads;
  readonly writes: Changes;
  /** Values that names of the module had for a while: seen by who is called meanwhile, or left behind by an exception. */
  readonly passing: ReadonlyMap<string, readonly (Value | undefined)[]>;
  readonly result: Value;
  /** For an `__init__`: what it assigned to its object. */
  readonly attributes: readonly Named[];
  /** Objects that it made and that only its result holds. */
  readonly own: ReadonlySet<number>;
  /** Functions that this run defined, to be run with open parameters later. */
  readonly deferred: readonly Deferred[];
  /** Steps it took, its children's included. */
  readonly cost: number;
  /** It ran out of steps somewhere inside. */
  readonly exhausted: boolean;
  /** What of the calls around it made a difference. */
  readonly context: CallContext;
}

export interface ChildRun {
  readonly place: Place;
  readonly run: Run;
}

export interface Deferred {
  /** A function value. */
  readonly callable: Value;
  readonly unit: Unit;
  /** The class that holds the function, if one does. */
  readonly owner: Value | undefined;
}

/** State of one analysis, and the operations that the parts of the interpreter need of each other. */
export interface Machine {
  readonly interner: Interner;
  readonly modules: WorkspaceModules;
  /** Steps taken so far, steps of reused runs included. */
  steps: number;
  /** Step at which the run of the call being interpreted must stop. */
  limit: number;
  /** Nesting of expressions and statements. */
  depth: number;
  /** The value of a literal, made once. */
  constant(node: Node, make: () => Value): Value;
  /** True for a global that some function of the document rebinds: its value is never known. */
  isShared(name: string): boolean;
  /** True when nothing but the `__init__` of the class assigns this attribute of its objects. */
  isStable(classNode: Node, attribute: string): boolean;
  /** See stability.ts. */
  attributeStores(classNode: Node, attribute: string): readonly Store[] | undefined;
  globalStores(name: string): readonly Store[];
  readonly changedByFunctions: readonly string[];
  mayBeMethod(name: string): boolean;
  /** Names that the module has bound so far. */
  moduleNames(): Iterable<string>;
  evaluate(frame: Frame, flow: Flow, node: Expression): Value;
  /** Of what is gone through at once and to its end: a generator gives a list. */
  evaluateDrained(frame: Frame, flow: Flow, node: Expression): Value;
  execute(frame: Frame, flow: Flow, body: readonly Statement[]): void;
  callFunction(request: FunctionCall): CallResult;
}

export interface CallResult {
  readonly value: Value;
  /** For an `__init__`: what it assigned to its object. */
  readonly attributes: readonly Named[];
}

/** A call of a function of the workspace, with arguments already evaluated. */
export interface FunctionCall {
  readonly frame: Frame;
  readonly flow: Flow;
  readonly callable: Value;
  /** The object or class that a method is bound to. */
  readonly self: Value | undefined;
  readonly owner: Value | undefined;
  readonly args: readonly PassedArgument[];
  /** The call (or with item, decorator) that the run is recorded under. */
  readonly at: Node;
  /** Tells apart several calls that one node makes. */
  readonly slot?: string;
  /** False for a call that may or may not happen: its effects count, its events do not. */
  readonly recorded: boolean;
}

export interface PassedArgument {
  readonly keyword: string | undefined;
  readonly unpacked: boolean;
  readonly value: Value;
}

/** The run being made. */
export interface OpenRun extends FlowRoot {
  readonly events: Map<Node, CallEvent>;
  /** By the node that makes the call, and by its number and what tells them apart when it makes several. */
  readonly children: Map<Node | string, ChildRun>;
  readonly imported: Map<Node | string, ChildRun>;
  /** Which members of unions are at hand, outermost first: a call makes a run for each (members.ts). Empty where there is one value. */
  member: string;
  readonly values: Map<Node, Value> | undefined;
  readonly deferred: Map<Node, Deferred>;
  readonly logs: Log[];
  readonly history: History;
  /** For a run of a call. */
  readonly context: ContextInProgress | undefined;
  /** Numbers of the objects that it made (objects.ts). */
  readonly made: Set<number>;
  exhausted: boolean;
}

export interface Frame {
  readonly machine: Machine;
  readonly run: OpenRun;
  readonly unit: Unit;
  readonly scopes: UnitScopes;
  /** The module's or function's scope. */
  readonly scope: Scope;
  /** Class bodies and comprehensions around the code at hand, innermost last. */
  readonly inline: readonly InlineScope[];
  readonly captured: readonly Named[];
  /** In a method: its object's name and value. */
  readonly self: { readonly name: string; readonly value: Value; readonly isInit: boolean } | undefined;
  /** The class whose body or method this is. */
  readonly owner: Value | undefined;
  readonly eventScope: EventScope | undefined;
  readonly control: Control;
}

export interface InlineScope {
  readonly scope: Scope;
  readonly prefix: string;
}

/** Where paths go that leave a block early. */
export interface Control {
  /** Values at each `return` that is reached. */
  readonly results: Value[];
  yielded: Value | undefined;
  /** State at each `return`, over the function's first flow. */
  readonly returns: Snapshot[];
  readonly start: Flow;
  /** Loops around the code at hand, with the state at each `break` and `continue` over the loop's head. */
  readonly loops: {
    readonly head: Flow;
    readonly breaks: Snapshot[];
    readonly continues: Snapshot[];
    /** Elements that it is gone through one by one. */
    readonly elements?: number;
  }[];
  /** Counts up whenever remembered attributes of objects may have changed. */
  generation: number;
  generations: Map<string, number> | undefined;
  /** Names and, with a dot, attributes of which something was ever remembered. */
  remembered: Set<string> | undefined;
  /** Counts up whenever something remembered may have been forgotten. */
  forgotten: number;
}

export function newControl(start: Flow): Control {
  return { results: [], yielded: undefined, returns: [], start, loops: [], generation: 0, generations: undefined, remembered: undefined, forgotten: 0 };
}
