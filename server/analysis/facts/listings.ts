/**
 * Listings whose order is not defined, and whether that order ends up in data.
 *
 *     files = glob.glob("*.csv")                       a listing, bound to `files`
 *     parts = [pd.read_csv(f) for f in files]          iterated; each element is read: the order is the order of the parts
 *     len(files), sorted(files), {f: ... for f in files}    the order is gone or does not matter
 *
 * A listing is followed through what keeps its order (list, enumerate, a slice, a name) to its uses. It is *ordering* when some use puts
 * data that is read per element into a sequence, and no use sorts. Everything else is silent, also what is not understood.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Call, Comprehension, Expression, For, Name, Node } from "../syntax/nodes.ts";
import type { Anchor, Unit } from "../syntax/unit.ts";
import { parents, walk } from "../syntax/walk.ts";
import { usedNamesIn } from "./edits.ts";
import { grouped } from "./grouped.ts";
import { gathered, keptWithAnalysis, keptWithUnit } from "./kept.ts";

export interface Listing {
  readonly unit: Unit;
  /** `glob.glob(...)`, or `list(s)` of a set. */
  readonly node: Call;
  readonly kind: "files" | "set";
  /** As the user wrote the function: `os.listdir`. */
  readonly name: string;
  /** Entries can be sorted as they are: paths and names can, `os.scandir` entries cannot. */
  readonly isSortable: boolean;
  /** Where the order becomes the order of data. */
  readonly use: { readonly unit: Unit; readonly node: Node };
}

export const listings = defineFact<never, readonly Listing[]>({
  name: "listings",
  needs: {},
  document: ({ analysis }) => new Listings(analysis).find(),
});

/** Calls whose result depends on no order, or makes its own. */
const orderFree = new Set([
  "builtins.sorted", "builtins.len", "builtins.sum", "builtins.max", "builtins.min", "builtins.any", "builtins.all", "builtins.set",
  "builtins.frozenset", "builtins.dict", "collections.Counter", "natsort.natsorted", "numpy.sort", "numpy.unique", "random.shuffle",
  "random.choice", "random.sample", "math.fsum",
]);
const orderKeeping = new Set(["builtins.list", "builtins.tuple", "builtins.iter", "builtins.enumerate", "builtins.reversed", "tqdm.tqdm", "tqdm.auto.tqdm", "tqdm.notebook.tqdm", "itertools.islice", "builtins.filter", "builtins.zip"]);
const gathering = new Set(["append", "extend", "insert"]);

/** What a frame tells of its rows or its size alone. */
const withoutColumns = new Set(["index", "shape", "size", "empty", "ndim"]);

type Verdict = { readonly kind: "sorted" } | { readonly kind: "ordering"; readonly unit: Unit; readonly node: Node } | undefined;

class Listings {
  readonly #analysis: DocumentAnalysis;
  /** What sorts, by the names in it. */
  #sorters: ReadonlyMap<string, readonly { readonly anchor: Anchor }[]> | undefined;
  constructor(analysis: DocumentAnalysis) {
    this.#analysis = analysis;
  }

  find(): readonly Listing[] {
    const found: Listing[] = [];
    for (const { event, ...source } of sourcesIn(this.#analysis)) {
      const verdict = this.#follow(event.unit, event.node, source.kind, 0);
      if (verdict?.kind !== "ordering") continue;
      const name = event.unit.text.slice(event.node.func.start, event.node.func.end);
      found.push({ unit: event.unit, node: event.node, ...source, name, use: { unit: verdict.unit, node: verdict.node } });
    }
    return found;
  }

  // ---- following a value ----------------------------------------------------------------------------------

  /** What becomes of the order of an expression's elements. */
  #follow(unit: Unit, node: Expression, kind: Listing["kind"], depth: number): Verdict {
    const parent = this.#parentOf(unit, node);
    if (!parent || depth > 12) return undefined;
    switch (parent.kind) {
      case "Call":
        return this.#followArgument(unit, parent, node, kind, depth);
      case "Starred":
      case "Subscript":
        if (kind === "set" && parent.kind === "Subscript" && parent.slice === node) {
          return this.#isFrame(unit, parent.value) && !this.#keepsColumnsInPlace(unit, parent) ? { kind: "ordering", unit, node: parent } : undefined;
        }
        return parent.kind === "Subscript" && (parent.value !== node || parent.slice.kind !== "Slice") ? undefined : this.#follow(unit, parent, kind, depth + 1);
      case "BinOp":
        return parent.op === "+" ? this.#follow(unit, parent, kind, depth + 1) : undefined;
      case "Comprehension":
        return this.#followComprehension(unit, parent, node, kind, depth);
      case "For":
        return parent.iter === node && kind === "files" ? this.#followLoop(unit, parent) : undefined;
      case "Assign": {
        const [target] = parent.targets;
        return parent.targets.length === 1 && target?.kind === "Name" ? this.#followName(unit, target, kind, depth) : undefined;
      }
      default:
        return undefined;
    }
  }

  #followArgument(unit: Unit, call: Call, node: Expression, kind: Listing["kind"], depth: number): Verdict {
    const target = this.#targetOf(unit, call);
    if (target === undefined || !call.args.includes(node)) return undefined;
    if (orderFree.has(target)) return { kind: "sorted" };
    if (orderKeeping.has(target)) return this.#follow(unit, call, kind, depth + 1);
    if (target === "builtins.map" && kind === "files" && call.args[0] && this.#readsData(unit, call.args[0])) return this.#gathered(unit, call);
    return undefined;
  }

  #followComprehension(unit: Unit, generator: Comprehension, node: Expression, kind: Listing["kind"], depth: number): Verdict {
    const holder = this.#parentOf(unit, generator);
    if (generator.iter !== node || (holder?.kind !== "ListComp" && holder?.kind !== "GeneratorExp")) return undefined;
    if (kind === "files" && this.#readsBelow(unit, holder.elt)) return this.#gathered(unit, holder);
    const isSelection = generator.target.kind === "Name" && mentions(holder.elt, generator.target.id);
    return isSelection ? this.#follow(unit, holder, kind, depth + 1) : undefined;
  }

  #followLoop(unit: Unit, loop: For): Verdict {
    const isData = this.#dataIn(unit, loop.body);
    if (!isData) return undefined;
    let list: Name | undefined;
    walk(loop.body, (node) => {
      if (node.kind === "Call" && node.func.kind === "Attribute" && gathering.has(node.func.attr.name) && node.func.value.kind === "Name" && node.args.some(isData)) list ??= node.func.value;
      return node.kind === "FunctionDef" || node.kind === "Lambda" ? "skip" : undefined;
    });
    if (!list || this.#isOrderedLater(unit, list.id)) return undefined;
    return { kind: "ordering", unit, node: loop.target };
  }

  /**
   * Whether an expression of a loop's body holds what the body reads, or something that is made of it; `undefined` when nothing is read.
   *
   *     with open(path) as f:       f
   *         for line in f:          line
   *             names.append(path)  the path is none of it
   */
  #dataIn(unit: Unit, body: readonly Node[]): ((node: Expression) => boolean) | undefined {
    if (!body.some((statement) => this.#readsBelow(unit, statement))) return undefined;
    const names = new Set<string>();
    const isData = (node: Expression): boolean => this.#readsBelow(unit, node) || [...names].some((name) => mentions(node, name));
    const bind = (target: Expression | undefined, from: Expression): void => {
      if (target && isData(from)) addNames(target, names);
    };
    for (let before = -1; before < names.size;) {
      before = names.size;
      walk(body, (node) => {
        if (node.kind === "Assign") for (const target of node.targets) bind(target, node.value);
        else if (node.kind === "AnnAssign" && node.value) bind(node.target, node.value);
        else if (node.kind === "AugAssign" || node.kind === "NamedExpr") bind(node.target, node.value);
        else if (node.kind === "With" || node.kind === "AsyncWith") for (const item of node.items) bind(item.optionalVars, item.contextExpr);
        else if (node.kind === "For" || node.kind === "Comprehension") bind(node.target, node.iter);
        else if (node.kind === "Call" && node.func.kind === "Attribute") for (const given of node.args) bind(node.func.value, given);
        return undefined;
      });
    }
    return isData;
  }

  /**
   * Columns that are chosen in any order, and come out as they were:
   *
   *     df[chosen] = df[chosen].astype(str)    written where they were read: there they stand already
   *     df[chosen].query(rule).index           only the rows are wanted
   */
  #keepsColumnsInPlace(unit: Unit, chosen: Node): boolean {
    const text = (node: Node): string => unit.text.slice(node.start, node.end);
    let node = chosen;
    for (let above = this.#parentOf(unit, node); above; above = this.#parentOf(unit, node)) {
      if (above.kind === "Assign") {
        const other = node === above.value ? above.targets : [above.value];
        return other.some((side) => {
          let isThere = false;
          walk([side], (each) => {
            isThere ||= each.kind === "Subscript" && each !== chosen && text(each) === text(chosen);
            return undefined;
          });
          return isThere;
        });
      }
      if (above.kind === "Attribute" && withoutColumns.has(above.attr.name)) return true;
      if (above.kind !== "Attribute" && above.kind !== "Call") return false;
      node = above;
    }
    return false;
  }

  /** A name takes the order along: to all its uses in its scope. One use that sorts in place settles it. */
  #followName(unit: Unit, target: Name, kind: Listing["kind"], depth: number): Verdict {
    let ordering: Verdict;
    for (const { unit: where, node } of this.#usesOf(unit, target)) {
      const parent = this.#parentOf(where, node);
      if (parent?.kind === "Attribute" && parent.attr.name === "sort") return { kind: "sorted" };
      const verdict = this.#follow(where, node, kind, depth + 1);
      const isRebound = verdict?.kind === "sorted" && this.#assignsTo(where, node, target.id);
      if (isRebound) return verdict;
      if (verdict?.kind === "ordering") ordering ??= verdict;
    }
    return ordering;
  }

  /** `files = sorted(files)`. */
  #assignsTo(unit: Unit, node: Node, name: string): boolean {
    for (let above = this.#parentOf(unit, node); above; above = this.#parentOf(unit, above)) {
      if (above.kind === "Assign") return above.targets.some((target) => target.kind === "Name" && target.id === name);
    }
    return false;
  }

  /** Data in a sequence, in the listing's order, unless what takes the sequence does not care. */
  #gathered(unit: Unit, node: Expression): Verdict {
    const parent = this.#parentOf(unit, node);
    if (parent?.kind === "Call") {
      const target = this.#targetOf(unit, parent);
      if (target !== undefined && orderFree.has(target)) return { kind: "sorted" };
      if (target !== undefined && orderKeeping.has(target)) return this.#gathered(unit, parent);
      if (this.#isSortedAfter(unit, parent)) return { kind: "sorted" };
    }
    if (parent?.kind === "Assign" && parent.targets[0]?.kind === "Name" && this.#isOrderedLater(unit, parent.targets[0].id)) return { kind: "sorted" };
    return { kind: "ordering", unit, node };
  }

  /** `pd.concat(...).sort_values("date")`, also after other methods. */
  #isSortedAfter(unit: Unit, call: Node): boolean {
    for (let node = this.#parentOf(unit, call); node; node = this.#parentOf(unit, node)) {
      if (node.kind === "Attribute" && node.attr.name.startsWith("sort")) return true;
      if (node.kind === "Assign") return node.targets[0]?.kind === "Name" && this.#isOrderedLater(unit, node.targets[0].id);
      if (node.kind !== "Attribute" && node.kind !== "Call") return false;
    }
    return false;
  }

  /** `assertCountEqual(rows, expected)`, which compares in no order, `rows.sort()`, `sorted(rows)`, `frame.sort_values(...)`, `pd.concat(rows).sort_index()` somewhere in the document. */
  #isOrderedLater(unit: Unit, name: string): boolean {
    this.#sorters ??= grouped(sortedIn(this.#analysis), ({ name }) => name);
    return this.#sorters.get(name)?.some(({ anchor }) => anchor.cell !== unit.anchor.cell || anchor.index >= unit.anchor.index) === true;
  }

  // ---- what is read ---------------------------------------------------------------------------------------

  #readsBelow(unit: Unit, root: Node): boolean {
    let found = false;
    walk([root], (node) => {
      if (node.kind === "Call" && isDataRead(this.#targetOf(unit, node))) found = true;
      else if (node.kind === "Call" && this.#callsReader(unit, node)) found = true;
      return found ? "skip" : undefined;
    });
    return found;
  }

  /** The function given to `map`: `pd.read_csv`, or one of the document that reads. */
  #readsData(unit: Unit, node: Expression): boolean {
    const type = this.#analysisOf(unit)?.valueOf(node).type;
    if (type?.kind === "symbol") return isDataRead(type.name);
    return type?.kind === "function" && this.#readsBelow(type.definition.place.anchor.unit, type.definition.node);
  }

  /** A call of a function of this document whose own body reads. */
  #callsReader(unit: Unit, call: Call): boolean {
    const type = this.#analysisOf(unit)?.valueOf(call.func).type;
    if (type?.kind !== "function") return false;
    const { node: definition, place: { anchor } } = type.definition;
    let found = false;
    walk([definition], (node) => {
      if (node.kind === "Call" && isDataRead(this.#targetOf(anchor.unit, node))) found = true;
      return found ? "skip" : undefined;
    });
    return found;
  }

  #isFrame(unit: Unit, node: Expression): boolean {
    const type = this.#analysisOf(unit)?.valueOf(node).type;
    return type?.kind === "instance" && type.name === "pandas.DataFrame";
  }

  // ---- places ---------------------------------------------------------------------------------------------

  #analysisOf(unit: Unit): UnitAnalysis | undefined {
    return this.#analysis.analysisOf(unit);
  }

  #targetOf(unit: Unit, call: Call): string | undefined {
    const analysis = this.#analysisOf(unit);
    return analysis && eventsIn(analysis).get(call)?.target;
  }

  #parentOf(unit: Unit, node: Node): Node | undefined {
    return parentsIn(unit).get(node);
  }

  /** Reads of a name after its binding, in the function that holds it, or in the whole document at module level. */
  #usesOf(unit: Unit, target: Name): readonly { readonly unit: Unit; readonly node: Name }[] {
    let scope: Node | undefined = target;
    while (scope && scope.kind !== "FunctionDef" && scope.kind !== "AsyncFunctionDef") scope = this.#parentOf(unit, scope);
    const roots = scope ? [{ unit, roots: [scope] }] : this.#analysis.units.map((each) => ({ unit: each.unit, roots: each.unit.body }));
    const found: { unit: Unit; node: Name }[] = [];
    for (const { unit: where, roots: below } of roots) {
      if (!usedNamesIn(where).has(target.id)) continue;
      walk(below, (node) => {
        if (node.kind === "Name" && node.id === target.id && node.ctx === "load") found.push({ unit: where, node });
        return undefined;
      });
    }
    return found;
  }
}

interface Source extends Pick<Listing, "kind" | "isSortable"> {
  readonly event: CallEvent;
}

/** Listings of a unit, each once. */
const sourcesIn = gathered((analysis): readonly Source[] =>
  analysis.calls.some(({ target }) => target !== undefined && mayList(target)) ? [...eventsIn(analysis).values()].flatMap((event) => sourceOf(analysis, event) ?? []) : []);

function mayList(target: string): boolean {
  return target === "builtins.list" || callableOf(target)?.effects.includes("unordered") === true;
}

function sourceOf(analysis: UnitAnalysis, event: CallEvent): Source | undefined {
  const { target, args } = event;
  if (target === undefined || !mayList(target)) return undefined;
  if (target !== "builtins.list") return target.endsWith(".walk") ? undefined : { event, kind: "files", isSortable: target !== "os.scandir" };
  const [argument] = args;
  if (args.length !== 1 || !argument) return undefined;
  const { type } = analysis.valueOf(argument.node);
  const isSet = type?.kind === "set" || (type?.kind === "sequence" && type.name === "builtins.set") || (type?.kind === "instance" && type.name === "builtins.set");
  return isSet ? { event, kind: "set", isSortable: true } : undefined;
}

/** Names in calls that sort, or compare in no order, with the unit of the call. */
const sortedIn = gathered(({ unit }) => {
  const names = new Set<string>();
  walk(unit.body, (node) => {
    if (node.kind !== "Call") return undefined;
    const isMethod = node.func.kind === "Attribute" && (node.func.attr.name.startsWith("sort") || node.func.attr.name === "assertCountEqual");
    if (isMethod || (node.func.kind === "Name" && node.func.id === "sorted")) addNames(node, names);
    return undefined;
  });
  return [...names].map((name) => ({ name, anchor: unit.anchor }));
});

function addNames(node: Expression, names: Set<string>): void {
  walk([node], (each) => {
    if (each.kind === "Name") names.add(each.id);
    return undefined;
  });
}

const eventsIn = keptWithAnalysis(({ calls }: UnitAnalysis): ReadonlyMap<Node, CallEvent> => new Map(calls.map((event) => [event.node, event])));

const parentsIn = keptWithUnit((unit: Unit): ReadonlyMap<Node, Node> => parents(unit.body));

function isDataRead(target: string | undefined): boolean {
  if (target === undefined || /^(?:os|shutil|pathlib\.\w+\.(?:stat|exists|is_\w+))(?:\.|$)/u.test(target)) return false;
  const effects = callableOf(target)?.effects;
  return effects?.includes("read") === true && !effects.includes("unordered");
}

function mentions(node: Expression, name: string): boolean {
  let found = false;
  walk([node], (each) => {
    if (each.kind === "Name" && each.id === name) found = true;
    return undefined;
  });
  return found;
}
