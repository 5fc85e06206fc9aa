/**
 * Files, connections and the like that are opened here and that nobody closes.
 *
 *     con = sqlite3.connect("shop.db")            opened
 *     cur = con.cursor()                          a view: it needs con, so its uses are uses of con
 *     text = io.TextIOWrapper(file)               a wrapper: to close it is to close the file
 *     rows = cur.execute(QUERY).fetchall()        data: it needs con no more
 *     frame = pd.read_sql(QUERY, con)             a borrower: uses con during the call only
 *     return rows                                 con is still open
 *
 * An opening is followed from expression to expression and from name to name. It is reported when every use is understood and none of
 * them closes it, stores it, returns it or gives it to code that is not known: then nobody else can close it.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import { borrowers, closers, closingFunctions, cursors, fetching, lazyArguments, plainAttributes, resources, viewers, wrappers } from "../knowledge/resources.ts";
import type { Resource } from "../knowledge/resources.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { AsyncFunctionDef, Call, Expression, FunctionDef, Lambda, Name, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { parents, walk } from "../syntax/walk.ts";
import { argument } from "./calls.ts";
import { usedNamesIn } from "./edits.ts";
import { gathered, keptWithUnit } from "./kept.ts";
import { classNameOf, textOf } from "./values.ts";

export interface OpenResource {
  readonly event: CallEvent;
  readonly resource: Resource;
  /** The name that it is given; `undefined` when it is used where it is opened. */
  readonly name: string | undefined;
  /** Where the name, and the names of its views, are read. */
  readonly uses: readonly Use[];
}

export interface Use {
  readonly unit: Unit;
  readonly node: Name;
}

export const openResources = defineFact<never, readonly OpenResource[]>({
  name: "openResources",
  needs: {},
  document({ analysis, document }) {
    const isScript = document.dialect === "script";
    return candidatesIn(analysis).flatMap((candidate) => (candidate.kind === "known" ? [candidate.found] : (atModuleLevel(candidate, analysis, isScript) ?? [])));
  },
});

type Scope = FunctionDef | AsyncFunctionDef | Lambda;

interface Opening {
  readonly event: CallEvent;
  readonly resource: Resource;
}

/** In a function all is known from its unit; a name of the module may be used in any. */
type Candidate = { readonly kind: "known"; readonly found: OpenResource } | ({ readonly kind: "module" } & Opening);

const candidatesIn = gathered((analysis): readonly Candidate[] => {
  const seen = new Set<Node>();
  const candidates: Candidate[] = [];
  for (const event of analysis.calls) {
    const resource = event.via.length > 0 || seen.has(event.node) ? undefined : resourceOf(event);
    if (!resource) continue;
    seen.add(event.node);
    const scope = scopeOf(analysis.unit, event.node);
    const { found, isNamed } = followed({ event, resource }, scope, [analysis]);
    if (found) candidates.push(scope === undefined && isNamed ? { kind: "module", event, resource } : { kind: "known", found });
  }
  return candidates;
});

function resourceOf(event: CallEvent): Resource | undefined {
  const { target = "", node, receiver } = event;
  const cursor = cursors.get(target);
  const opened = cursor ?? resources.get(target);
  if (!opened) return undefined;
  const database = argument(event, "database");
  if (target === "duckdb.connect" && !database) return undefined;
  if (database && textOf(database.value) === ":memory:") return undefined;
  // An archive in memory holds nothing open.
  if (["fileobj", "file"].some((parameter) => isInMemory(argument(event, parameter)?.value))) return undefined;
  if (!cursor) return opened;
  // The cursor of a connection that is opened and closed nearby goes with it.
  const livesOn = (receiver !== undefined && receiver.origins.length > 0 && receiver.origins.every(({ kind }) => kind === "parameter")) || (node.func.kind === "Attribute" && node.func.value.kind === "Attribute");
  return livesOn ? cursor : undefined;
}

function isInMemory(value: Value | undefined): boolean {
  return value !== undefined && /^io\.(?:BytesIO|StringIO)$/u.test(classNameOf(value) ?? "");
}

/** A name of the module: in a notebook it must serve its own cell only, in a script it must be used at all, and in no function. */
function atModuleLevel({ event, resource }: Opening, analysis: DocumentAnalysis, isScript: boolean): OpenResource | undefined {
  const { found } = followed({ event, resource }, undefined, analysis.units);
  if (!found || found.uses.length === 0) return undefined;
  const { cell } = event.unit.anchor;
  return isScript || found.uses.every(({ unit }) => unit.anchor.cell === cell) ? found : undefined;
}

// ---- following ---------------------------------------------------------------------------------------------

interface Followed {
  /** `undefined`: something closes it, or it gets where it cannot be followed. */
  readonly found: OpenResource | undefined;
  /** It, or a view of it, is given a name. */
  readonly isNamed: boolean;
}

function followed(opening: Opening, scope: Scope | undefined, units: readonly UnitAnalysis[]): Followed {
  const { event: { unit, node } } = opening;
  const own = units.find((each) => each.unit === unit);
  const uses: Use[] = [];
  const names = new Set<string>();
  let depth = 0;

  function staysOpen(analysis: UnitAnalysis, at: Expression, isView: boolean): boolean {
    const parent = parentsIn(analysis.unit).get(at);
    if (++depth > 400) return false;
    switch (parent?.kind) {
      case "Expr":
      case "Compare":
      case "Assert":
      case "FormattedValue":
        return true;
      case "If":
      case "While":
      case "IfExp":
        return parent.test === at;
      case "UnaryOp":
        return parent.op === "not";
      case "Attribute":
        return attribute(analysis, parent.attr.name, parent, isView);
      case "Call":
        return parent.func !== at && passed(analysis, parent, isView);
      case "Keyword": {
        const call = parentsIn(analysis.unit).get(parent);
        return call?.kind === "Call" && passed(analysis, call, isView);
      }
      case "Subscript":
        return parent.value === at && (parent.ctx === "store" || staysOpen(analysis, parent, true));
      case "For":
        return parent.iter === at;
      case "Comprehension": {
        const holder = parentsIn(analysis.unit).get(parent);
        return parent.iter === at && holder !== undefined && (holder.kind !== "GeneratorExp" || staysOpen(analysis, holder, true));
      }
      case "WithItem":
        return isView && (parent.optionalVars === undefined || (parent.optionalVars.kind === "Name" && nameStaysOpen(parent.optionalVars.id, true)));
      case "Assign":
        return parent.value === at && parent.targets.every((target) => target.kind === "Name" && nameStaysOpen(target.id, isView));
      case "AnnAssign":
        return parent.value === at && parent.target.kind === "Name" && nameStaysOpen(parent.target.id, isView);
      default:
        return false;
    }
  }

  function attribute(analysis: UnitAnalysis, name: string, at: Node & { readonly kind: "Attribute" }, isView: boolean): boolean {
    const parent = parentsIn(analysis.unit).get(at);
    if (parent?.kind !== "Call" || parent.func !== at) return at.ctx === "store" || plainAttributes.has(name);
    if (closers.has(name)) return isView;
    if (name.startsWith("__") || isLazy(parent)) return staysOpen(analysis, parent, true);
    return fetching.has(name) || isData(analysis, parent) || staysOpen(analysis, parent, true);
  }

  function passed(analysis: UnitAnalysis, call: Call, isView: boolean): boolean {
    const target = analysis.valueOf(call.func).type;
    const name = target && "name" in target ? target.name : "";
    if (closingFunctions.has(name)) return false;
    if (viewers.has(name)) return staysOpen(analysis, call, true);
    if (wrappers.has(name)) return staysOpen(analysis, call, isView);
    const isWriting = call.func.kind === "Attribute" && /^to_(?:csv|sql|excel|json|pickle|parquet|html|string|latex)$/u.test(call.func.attr.name);
    if (!isWriting && !borrowers.has(name)) return isView && callableOf(name) !== undefined && isData(analysis, call);
    return !isLazy(call) || isWriting || staysOpen(analysis, call, true);
  }

  /** Every read of a name in its scope. */
  function nameStaysOpen(name: string, isView: boolean): boolean {
    if (names.has(name)) return true;
    names.add(name);
    for (const analysis of units) {
      if (scope === undefined && !usedNamesIn(analysis.unit).has(name)) continue;
      for (const { node: each, isCaptured } of occurrences(name, scope ? [scope] : analysis.unit.body, scope)) {
        if (isCaptured || each === undefined || each.ctx === "del") return false;
        if (each.ctx !== "load") continue;
        uses.push({ unit: analysis.unit, node: each });
        if (!staysOpen(analysis, each, isView && name !== opened)) return false;
      }
    }
    return true;
  }

  const opened = nameOf(unit, node);
  const isOpen = own !== undefined && staysOpen(own, node, false);
  return { found: isOpen ? { ...opening, name: opened, uses } : undefined, isNamed: names.size > 0 };
}

interface Occurrence {
  /** `undefined` for `global f` and `nonlocal f`. */
  readonly node: Name | undefined;
  /** In a function or class inside: it runs at another time. */
  readonly isCaptured: boolean;
}

function occurrences(name: string, roots: readonly Node[], scope: Scope | undefined): readonly Occurrence[] {
  const found: Occurrence[] = [];
  const stack: { readonly node: Node; readonly isCaptured: boolean }[] = roots.map((node) => ({ node, isCaptured: false }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { isCaptured } = top;
    walk([top.node], (node) => {
      if (node.kind === "Name" && node.id === name) found.push({ node, isCaptured });
      if ((node.kind === "Global" || node.kind === "Nonlocal") && node.names.some((each) => each.name === name)) found.push({ node: undefined, isCaptured });
      const isInner = node !== scope && (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "Lambda" || node.kind === "ClassDef");
      if (!isInner || isCaptured) return undefined;
      stack.push({ node, isCaptured: true });
      return "skip";
    });
  }
  return found.filter(({ node, isCaptured }) => !isCaptured || node === undefined || !isOwnName(name, node, roots, scope));
}

/** A function inside that binds the name for itself speaks of something else. */
function isOwnName(name: string, node: Name, roots: readonly Node[], scope: Scope | undefined): boolean {
  let own = false;
  walk(roots, (each) => {
    if (each.end < node.end || each.start > node.start) return "skip";
    if (each.kind !== "FunctionDef" && each.kind !== "AsyncFunctionDef" && each.kind !== "Lambda") return undefined;
    if (each === scope) return undefined;
    walk([each], (inner) => {
      if (inner.kind === "Argument" && inner.arg.name === name) own = true;
      if (inner.kind === "Name" && inner.id === name && inner.ctx === "store") own = true;
      if ((inner.kind === "Global" || inner.kind === "Nonlocal") && inner.names.some((declared) => declared.name === name)) own = false;
      return undefined;
    });
    return undefined;
  });
  return own;
}

/** Results that need nothing open: text, numbers, frames. */
function isData(analysis: UnitAnalysis, call: Call): boolean {
  const value = analysis.valueOf(call);
  if (value.type?.kind === "tuple" || value.type?.kind === "dict" || value.type?.kind === "list") return true;
  return /^(?:builtins\.(?:str|bytes|int|float|bool|list|dict|tuple|set|NoneType)|pandas\.(?:DataFrame|Series)|numpy\.ndarray|requests\.Response)$/u.test(classNameOf(value) ?? "");
}

function isLazy({ keywords }: Call): boolean {
  return keywords.some(({ arg }) => arg === undefined || lazyArguments.has(arg.name));
}

// ---- places ------------------------------------------------------------------------------------------------

const parentsIn = keptWithUnit((unit: Unit): ReadonlyMap<Node, Node> => parents(unit.body));

/** The name that the opening is assigned to. */
function nameOf(unit: Unit, node: Call): string | undefined {
  const parent = parentsIn(unit).get(node);
  const target = parent?.kind === "Assign" && parent.value === node ? parent.targets[0] : parent?.kind === "AnnAssign" && parent.value === node ? parent.target : undefined;
  return target?.kind === "Name" ? target.id : undefined;
}

function scopeOf(unit: Unit, node: Node): Scope | undefined {
  const above = parentsIn(unit);
  for (let each = above.get(node), below = node; each; below = each, each = above.get(each)) {
    if (each.kind === "Lambda") return each;
    if ((each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef") && each.body.some((statement) => statement === below)) return each;
  }
  return undefined;
}
