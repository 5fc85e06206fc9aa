/**
 * Flow: the bindings in force at one point of the program, as layers over the ones before.
 *
 *     base = "/a"              root      base -> "/a"
 *     if test:                 fork A    (over root)
 *         base = "/b"                    base -> "/b"
 *     else:                    fork B    (over root)
 *         other = 1                      other -> 1
 *     ...                      merge     base -> join("/b", "/a"), other -> 1
 *
 * A branch writes into its own layer, so that joining two branches looks only at the names that they changed.
 *
 * Two tables go side by side: `locals` of the function being interpreted, and `globals` of the module. What the layers do
 * not know of a global is asked of the root's `outer`: the caller's flow, or the module's environment before the unit.
 * Names with a leading sign are the interpreter's own and cannot clash with Python's:
 *
 *     *        set once anything may have been bound (star import, %run, exec)
 *     #diris.frame  set once this part of a data set (by the function that loads it) was looked at: see firstLook in data-effects.ts
 *     #f #f3   set once all transformers, or object 3, may give frames in place of arrays; #u once some may
 *     #17      set once the container that is value 17 may have changed its content
 *     #*       set once any container may have
 *     #o3 ...  what is known of object 3: see objects.ts
 *     x.y@3.1  in locals: the attribute y of what x names, as assigned here (see environment.ts); .y the attribute of an __init__'s object
 *     @...     a question to another module: see module-reads.ts
 *     12:x     in locals: the name x of the comprehension or class body with number 12
 */
import { isLink, isMarked, leadsToItself, leakAllBut, mark, mergeContainer } from "./aliasing.ts";
import type { Interner } from "./interner.ts";
import { join } from "./join.ts";
import { currentObject, isObjectContent } from "./objects.ts";
import type { Value } from "./value.ts";

export type Table = "locals" | "globals";

/** What lies below the layers. */
export interface FlowRoot {
  /** A global that this flow has not bound. */
  outer(name: string): Value | undefined;
  /** Logs of the `try` bodies that are being interpreted, innermost last. */
  readonly logs: Log[];
  /** Every value that a global got, in order; `undefined`: nobody asks. */
  readonly history: History | undefined;
}

/** By name: the value, or the values when it got several. */
export type History = Map<string, Value | undefined | (Value | undefined)[]>;

/** Every value that names got during a `try` body: any of them may be in force when an exception arrives. */
export interface Log {
  readonly locals: Map<string, (Value | undefined)[]>;
  readonly globals: Map<string, (Value | undefined)[]>;
}

export interface Snapshot {
  readonly locals: Changed;
  readonly globals: Changed;
}

/** Names with their values; `undefined` unbinds. */
type Changed = ReadonlyMap<string, Value | undefined>;

type Layer = Map<string, Value | undefined>;

const nothingChanged: Changed = new Map();

/** Layers below which a chain is folded into one, so that a lookup stays cheap in a long `elif` chain. */
const maximumLayers = 24;

export class Flow {
  /** The end of this path is not reached: it returned, raised, or left the loop. */
  dead = false;
  readonly #parent: Flow | undefined;
  readonly #root: FlowRoot;
  readonly #depth: number;
  #locals: Layer | undefined;
  #globals: Layer | undefined;
  /** Some name is unbound here: only then one that has no value is looked up a second time. */
  #unbinds = false;

  constructor(root: FlowRoot, parent?: Flow) {
    this.#root = root;
    this.#parent = parent;
    this.#depth = parent ? parent.#depth + 1 : 0;
  }

  fork(): Flow {
    const child = new Flow(this.#root, this);
    child.dead = this.dead;
    return child;
  }

  /** True when forks of forks should be avoided. */
  get isDeep(): boolean {
    return this.#depth > maximumLayers;
  }

  local(name: string): Value | undefined {
    const own = this.#locals;
    const value = own?.get(name);
    if (value !== undefined || (this.#unbinds && own?.has(name) === true)) return value;
    for (let below = this.#parent; below; below = below.#parent) {
      const layer = below.#locals;
      if (!layer) continue;
      const found = layer.get(name);
      if (found !== undefined || (below.#unbinds && layer.has(name))) return found;
    }
    return undefined;
  }

  global(name: string): Value | undefined {
    const own = this.#globals;
    const value = own?.get(name);
    if (value !== undefined || (this.#unbinds && own?.has(name) === true)) return value;
    for (let below = this.#parent; below; below = below.#parent) {
      const layer = below.#globals;
      if (!layer) continue;
      const found = layer.get(name);
      if (found !== undefined || (below.#unbinds && layer.has(name))) return found;
    }
    return this.#root.outer(name);
  }

  get(table: Table, name: string): Value | undefined {
    return table === "locals" ? this.local(name) : this.global(name);
  }

  /** Binds a name; `undefined` unbinds it. */
  set(table: Table, name: string, value: Value | undefined): void {
    if (value === undefined) this.#unbinds = true;
    if (table === "locals") (this.#locals ??= new Map()).set(name, value);
    else {
      (this.#globals ??= new Map()).set(name, value);
      remember(this.#root.history, name, value);
    }
    for (const log of this.#root.logs) {
      const values = log[table].get(name);
      if (!values) log[table].set(name, [value]);
      else if (values.at(-1) !== value) values.push(value);
    }
  }

  /** A global had these values for a while: an exception may have arrived then, and other code may have looked. */
  pass(name: string, values: readonly (Value | undefined)[]): void {
    for (const value of values) {
      remember(this.#root.history, name, value);
      for (const { globals } of this.#root.logs) globals.set(name, [...(globals.get(name) ?? []), value]);
    }
  }

  /** Names changed since `base`, with their values now. */
  changes(table: Table, base: Flow | undefined): Changed {
    let newest: Layer | undefined;
    let layers: Layer[] | undefined;
    if (this !== base) {
      newest = table === "locals" ? this.#locals : this.#globals;
      for (let below = this.#parent; below && below !== base; below = below.#parent) {
        const layer = table === "locals" ? below.#locals : below.#globals;
        if (!layer) continue;
        if (newest) (layers ??= [newest]).push(layer);
        else newest = layer;
      }
    }
    if (!layers) return newest ?? nothingChanged;
    const result: Layer = new Map(layers.at(-1));
    for (let index = layers.length - 2; index >= 0; index--) for (const [name, value] of layers[index] ?? []) result.set(name, value);
    return result;
  }

  /** What changed since `base`, kept apart from what the layers in between will still become. */
  snapshot(base: Flow | undefined): Snapshot {
    const locals = this.changes("locals", base);
    const globals = this.changes("globals", base);
    return { locals: locals.size > 0 ? new Map(locals) : nothingChanged, globals: globals.size > 0 ? new Map(globals) : nothingChanged };
  }

  /** A fork in which a snapshot taken over this flow holds. */
  resume(snapshot: Snapshot): Flow {
    const flow = this.fork();
    flow.dead = false;
    flow.#unbinds = true;
    if (snapshot.locals.size > 0) flow.#locals = new Map(snapshot.locals);
    if (snapshot.globals.size > 0) flow.#globals = new Map(snapshot.globals);
    return flow;
  }

  /** Lets go of the names of a comprehension that has ended. */
  dropLocals(prefix: string): void {
    for (const name of this.#locals?.keys() ?? []) if (name.startsWith(prefix)) this.#locals?.delete(name);
  }

  /** Applies recorded changes, such as those of a function that was interpreted before. */
  apply(table: Table, changes: Changed): void {
    for (const [name, value] of changes) this.set(table, name, value);
  }
}

/**
 * Makes `into` what holds after its forks `branches`, one of which ran. Paths that ended count only when all ended.
 *
 * @param base what the branches are forks of, where that is not `into` itself but what `into` was just forked from
 * @param fallback value of a global that is not bound: a builtin, or unknown when anything may have been bound
 */
export function merge(
  interner: Interner, into: Flow, branches: readonly Flow[], fallback: (name: string) => Value | undefined, base: Flow = into,
): void {
  const alive = branches.every((branch) => !branch.dead) ? branches : branches.filter((branch) => !branch.dead);
  if (alive.length === 0) into.dead = true;
  const joined = alive.length > 0 ? alive : branches;
  const [only] = joined;
  if (only && joined.length === 1) {
    lead(interner, into, only, fallback, base);
    return;
  }
  const values = new Array<Value | undefined>(joined.length);
  const changed = { locals: changesOf(joined, "locals", base), globals: changesOf(joined, "globals", base) };
  const done = mergeContainers(interner, into, joined, changed);
  for (const table of tables) {
    const changes = changed[table];
    for (const name of namesOf(changes)) {
      if (done[table].has(name)) continue;
      let result: Value | undefined;
      values.fill(undefined);
      const isPseudo = isPseudoName(name);
      const before = into.get(table, name);
      for (let index = 0; index < joined.length; index++) {
        const branch = joined[index];
        const own = changes[index]?.get(name);
        let value = own !== undefined || changes[index]?.has(name) === true ? own : before;
        // What the path made of the object counts, not what the name knew of it.
        if (value?.data && branch && !isPseudo) value = currentObject(interner, branch, value);
        values[index] = value;
        if (value === undefined && table === "globals") value = fallback(name);
        if (value !== undefined) result = result ? joinNamed(interner, name, result, value) : value;
        else if (name.includes(".")) {
          // An attribute that one path did not assign is whatever it was before.
          result = undefined;
          break;
        }
      }
      if (isPseudo && leadsToItself(name)) result = onlyBelieved(interner, joined, values) ?? result;
      if (result !== before) into.set(table, name, result);
      if (!isPseudo) leakAllBut(interner, into, result, values);
      // Several paths lead on to different values: whichever it is, it is found no more.
      if (isPseudo && isLink(name)) for (const value of values) if (value?.type && value !== result) mark(interner, into, value);
    }
  }
}

/** The only one of the values that all branches still believe in; `undefined` where there are several, or none. */
function onlyBelieved(interner: Interner, branches: readonly Flow[], values: readonly (Value | undefined)[]): Value | undefined {
  let found: Value | undefined;
  for (const value of values) {
    if (!value?.type || value === found || branches.some((branch) => isMarked(interner, branch, value))) continue;
    if (found) return undefined;
    found = value;
  }
  return found;
}

/** Makes `into` what holds after the one path that leads on. */
function lead(interner: Interner, into: Flow, path: Flow, fallback: (name: string) => Value | undefined, base: Flow): void {
  for (const table of tables) {
    for (const [name, own] of path.changes(table, base)) {
      // What the path made of the object counts, not what the name knew of it.
      const value = own?.data && !isPseudoName(name) ? currentObject(interner, path, own) : own;
      const result = value === undefined && table === "globals" ? fallback(name) : value;
      if (result !== into.get(table, name)) into.set(table, name, result);
    }
  }
}

/** Content that is not known on one path is not known: a join would say that there is something, which every round of a loop would say anew. */
function joinNamed(interner: Interner, name: string, left: Value, right: Value): Value {
  return isObjectContent(name) && !(left.data && right.data) ? interner.unknown : join(interner, left, right);
}

function remember(history: History | undefined, name: string, value: Value | undefined): void {
  if (!history) return;
  const before = history.get(name);
  if (Array.isArray(before)) {
    if (!before.includes(value) && before.length < maximumPassing) before.push(value);
  } else if (before === undefined && !history.has(name)) history.set(name, value);
  else if (before !== value) history.set(name, [before, value]);
}

/** Values of one name that are told apart. */
const maximumPassing = 64;

/** Values that names had for a while, and have no longer at the end. */
export function passing(history: History, final: Changed): ReadonlyMap<string, readonly (Value | undefined)[]> {
  let result: Map<string, readonly (Value | undefined)[]> | undefined;
  for (const [name, values] of history) {
    const last = final.get(name);
    const isKept = last !== undefined || final.has(name);
    if (isKept && values === last) continue;
    const gone = (Array.isArray(values) ? values : [values]).filter((value) => !isKept || value !== last);
    if (gone.length > 0) (result ??= new Map<string, readonly (Value | undefined)[]>()).set(name, gone);
  }
  return result ?? nothingPassing;
}

export const nothingPassing: ReadonlyMap<string, readonly (Value | undefined)[]> = new Map();

type Done = Readonly<Record<Table, ReadonlySet<string>>>;

function changesOf(branches: readonly Flow[], table: Table, base: Flow): readonly Changed[] {
  const changes = new Array<Changed>(branches.length);
  for (let index = 0; index < branches.length; index++) changes[index] = branches[index]?.changes(table, base) ?? nothingChanged;
  return changes;
}

/** Names of containers that every path changed in ways that are followed, before others are looked at. @returns names that are done */
function mergeContainers(interner: Interner, into: Flow, branches: readonly Flow[], changed: Readonly<Record<Table, readonly Changed[]>>): Done {
  let done: Record<Table, Set<string>> | undefined;
  for (const table of tables) {
    for (const changes of changed[table]) {
      for (const [name, value] of changes) {
        if (!value || !isContainer(value) || isPseudoName(name) || name.includes(".") || done?.[table].has(name) === true) continue;
        const before = into.get(table, name);
        if (!before || before === value || !isContainer(before)) continue;
        const merged = mergeContainer(interner, into, before, branches.map((flow) => ({ flow, value: flow.get(table, name) })));
        if (!merged) continue;
        into.set(table, name, merged.value);
        done ??= { locals: new Set(), globals: new Set() };
        done[table].add(name);
        for (const link of merged.links) done.globals.add(link);
      }
    }
  }
  return done ?? nothingDone;
}

function isContainer({ type }: Value): boolean {
  return type !== undefined && (type.kind === "list" || type.kind === "dict" || type.kind === "set" || type.kind === "sequence");
}

const nothingDone: Done = { locals: new Set(), globals: new Set() };
const tables = ["locals", "globals"] as const;

/** Names in any of these, each once. The branches stay as they are while `into` changes. */
function namesOf(changes: readonly Changed[]): Iterable<string> {
  let first: Changed | undefined;
  let names: Set<string> | undefined;
  for (const each of changes) {
    if (each.size === 0 || each === first) continue;
    if (names) for (const name of each.keys()) names.add(name);
    else if (first) names = new Set([...first.keys(), ...each.keys()]);
    else first = each;
  }
  return names ?? first?.keys() ?? [];
}

/** A flow in which every name of the log may have any value that it had. @param fallback as of {@link merge} */
export function interrupted(interner: Interner, entry: Flow, log: Log, fallback: (name: string) => Value | undefined): Flow {
  const flow = entry.fork();
  for (const table of tables) {
    for (const [name, values] of log[table]) {
      const before = entry.get(table, name);
      let result = before ?? (table === "globals" ? fallback(name) : undefined);
      // An attribute that was not known for a while is whatever it was.
      const isForgotten = name.includes(".") && !isPseudoName(name) && (before === undefined || values.includes(undefined));
      if (isForgotten) result = undefined;
      else for (const value of values) if (value !== undefined) result = result ? joinNamed(interner, name, result, value) : value;
      flow.set(table, name, result);
      if (!isPseudoName(name)) leakAllBut(interner, flow, result, [before, ...values]);
    }
  }
  return flow;
}

export function isPseudoName(name: string): boolean {
  const code = name.charCodeAt(0);
  return code === 42 || code === 35 || code === 64;
}
