/**
 * A run while it is being made. Most runs are of a statement that makes one call or none: what few of them need is made when it is
 * first asked for, as there are several runs for every line of a document.
 */
import { fittedFrom } from "../syntax/lists.ts";
import type { Node } from "../syntax/nodes.ts";
import type { CallEvent } from "./analysis.ts";
import type { CallContext } from "./call-context.ts";
import { ContextInProgress, noContext } from "./call-context.ts";
import type { History, Log } from "./flow.ts";
import type { ChildRun, Deferred, OpenRun, Run } from "./machine.ts";
import type { Value } from "./value.ts";

export class RunInProgress implements OpenRun {
  readonly values: Map<Node, Value> | undefined;
  readonly logs: Log[] = [];
  readonly history: History = new Map();
  readonly reads = new Map<string, Value | undefined>();
  exhausted = false;
  member = "";
  readonly #outer: (name: string) => Value | undefined;
  #events: Map<Node, CallEvent> | undefined;
  #children: Map<Node | string, ChildRun> | undefined;
  #imported: Map<Node | string, ChildRun> | undefined;
  #deferred: Map<Node, Deferred> | undefined;
  #context: ContextInProgress | undefined;
  #made: Set<number> | undefined;

  /** @param outer value of a global before the run; what is asked is kept in `reads` */
  constructor(outer: (name: string) => Value | undefined, isRecorded: boolean) {
    this.#outer = outer;
    this.values = isRecorded ? new Map() : undefined;
  }

  outer(name: string): Value | undefined {
    const known = this.reads.get(name);
    if (known !== undefined || this.reads.has(name)) return known;
    const value = this.#outer(name);
    this.reads.set(name, value);
    return value;
  }

  get events(): Map<Node, CallEvent> {
    return (this.#events ??= new Map<Node, CallEvent>());
  }

  get children(): Map<Node | string, ChildRun> {
    return (this.#children ??= new Map<Node | string, ChildRun>());
  }

  get imported(): Map<Node | string, ChildRun> {
    return (this.#imported ??= new Map<Node | string, ChildRun>());
  }

  get deferred(): Map<Node, Deferred> {
    return (this.#deferred ??= new Map<Node, Deferred>());
  }

  get context(): ContextInProgress | undefined {
    // No call leads to code whose values are kept.
    return this.values ? undefined : (this.#context ??= new ContextInProgress());
  }

  /** @param id the function whose run it is */
  contextOf(id: number): CallContext {
    return this.#context?.of(id) ?? noContext;
  }

  get made(): Set<number> {
    return (this.#made ??= new Set<number>());
  }

  /** What is in `made`, for those who only look. */
  get objects(): ReadonlySet<number> {
    return this.#made ?? noObjects;
  }

  /** What came together. */
  recorded(): Pick<Run, "events" | "children" | "imported" | "deferred"> {
    return { events: listed(this.#events), children: listed(this.#children), imported: listed(this.#imported), deferred: listed(this.#deferred) };
  }
}

const noObjects: ReadonlySet<number> = new Set();
// Most runs have few of these; a run is kept as long as its unit. Never changed.
const nothing: readonly never[] = [];

function listed<T>(made: ReadonlyMap<unknown, T> | undefined): readonly T[] {
  return made ? fittedFrom(made.values(), made.size) : nothing;
}
