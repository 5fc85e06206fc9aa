/**
 * Work that a module does when it is imported: reading, writing, connecting, training at its top level, or in a function that its
 * top level calls.
 *
 *     df = pd.read_csv("a.csv")                   work: reads
 *     def load(): return pd.read_csv("a.csv")     no work
 *     load()                                      work: reads, through load
 *     if __name__ == "__main__": load()           no work: runs only as a script
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Effect } from "../knowledge/callables.ts";
import { isFoundByImport } from "../knowledge/found-by-import.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { DocumentIdentity, Place, Unit } from "../syntax/unit.ts";
import { place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { usedNamesIn } from "./edits.ts";
import { gathered, gatheredFromCalls, keptWithUnit } from "./kept.ts";
import { isMainGuard, mainNames } from "./main-guard.ts";
import { opensToWrite } from "./paths/file-uses.ts";

export interface ImportWork {
  /** All units of the document, in order. */
  readonly units: readonly Unit[];
  /** In document order, by the top-level statement that does it. */
  readonly work: readonly { readonly at: Place; readonly verb: string }[];
  /** Units whose objects a tool finds by importing the module: an application, a feature view. */
  readonly offers: ReadonlySet<Unit>;
}

export const importWork = defineFact<never, ImportWork>({
  name: "importWork",
  needs: {},
  document: ({ document, units, analysis }) => importWorkOf(document, units, analysis),
});

export function importWorkOf({ dialect }: DocumentIdentity, units: readonly Unit[], analysis: DocumentAnalysis): ImportWork {
  return {
    units,
    work: dialect === "script" ? excused([...ownWork(analysis), ...workThroughCalls(analysis).flatMap(workOf)], units).sort((a, b) => a.at.anchor.index - b.at.anchor.index || a.at.start - b.at.start) : [],
    get offers() { return new Set(unitsThatOffer(analysis)); },
  };
}

/**
 * Without what other statements excuse:
 *
 *     is_main = __name__ == "__main__"
 *     if is_main: main()                       the usual question, under a name
 *
 *     HERE = Path(__file__).parent
 *     STYLE = (HERE / "a.css").read_text()     a constant from a file beside the module, in two steps
 */
function excused(work: ImportWork["work"], units: readonly Unit[]): ImportWork["work"][number][] {
  if (work.length === 0) return [];
  const guards = new Set(units.flatMap(({ body }) => mainNames(body)));
  const own = new Set<string>();
  const namesOwn = (unit: Unit): boolean => [...own].some((name) => usedNamesIn(unit).has(name));
  for (const unit of units) if (namesItsPackage(unit) || namesOwn(unit)) for (const name of assignedIn(unit)) own.add(name);
  return work.filter(({ at: { anchor: { unit } }, verb }) =>
    !(verb === "reads" && namesOwn(unit) && assignedIn(unit).some((name) => /^_?[A-Z][A-Z\d_]*$/u.test(name))) && !unit.body.some((node) => node.kind === "If" && node.test.kind === "Name" && guards.has(node.test.id)));
}

function assignedIn({ body }: Unit): readonly string[] {
  return body.flatMap((node) => (node.kind === "Assign" ? node.targets : node.kind === "AnnAssign" ? [node.target] : [])).flatMap((target) => (target.kind === "Name" ? [target.id] : []));
}

const verbs: Partial<Record<Effect, string>> = {
  read: "reads", deserialize: "reads", write: "writes", connect: "connects", execute: "runs queries", network: "calls the network", fit: "trains",
};

function isOffer({ target, scope, via }: CallEvent): boolean {
  return scope === undefined && via.length === 0 && target !== undefined && isFoundByImport(target);
}

const unitsThatOffer = gathered(({ unit, calls }) => (calls.some(isOffer) ? [unit] : []));

interface WorkingCall {
  readonly event: CallEvent;
  readonly verb: string;
}

/** What a call does that is work. */
function verbOf(event: CallEvent): string | undefined {
  const { target, args } = event;
  const effects = target === undefined ? undefined : callableOf(target)?.effects;
  let verb = opensToWrite(event) ? "writes" : undefined;
  for (const effect of effects ?? []) verb ??= verbs[effect];
  return verb === "reads" && args.some(({ value }) => isInMemory(value)) ? undefined : verb;
}

/** Calls in a unit's own code say the same as long as the unit stays; others stand where another unit calls the function. */
const ownWork = gatheredFromCalls((event) => {
  // Inside a function: only where the module itself calls it.
  if (event.via.length > 0 || event.scope) return undefined;
  const verb = verbOf(event);
  return verb === undefined ? undefined : workOf({ event, verb });
});
const workThroughCalls = gatheredFromCalls((event): readonly WorkingCall[] | undefined => {
  const verb = event.via.length > 0 ? verbOf(event) : undefined;
  return verb === undefined ? undefined : [{ event, verb }];
});

function workOf({ event: { via, unit, node }, verb }: WorkingCall): ImportWork["work"] {
  const at = via[0] ?? place(unit, node);
  const home = at.anchor.unit;
  return isInsideFunction(at) || hasMainGuard(home) || (verb === "reads" && (namesItsPackage(home) || readsVersion(home) || isConfiguration(home))) ? [] : [{ at, verb }];
}

const hasMainGuard = keptWithUnit((unit: Unit): boolean => unit.body.some(isMainGuard));

/** A call site may lie in a function that nobody has called. */
function isInsideFunction(at: Place): boolean {
  const path = ancestorsOf(at.anchor.unit, at);
  return path.some((node, index) => {
    const below = path[index + 1];
    if (node.kind === "Lambda") return node.body === below;
    return (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") && node.body.some((statement) => statement === below);
  });
}

function isInMemory({ type }: Value): boolean {
  return type?.kind === "instance" && (type.name === "io.StringIO" || type.name === "io.BytesIO");
}

/** `__version__ = open("VERSION").read()`: setuptools' own advice. */
const readsVersion = keptWithUnit(({ text }: Unit): boolean => /\b__version__\s*=/u.test(text));

/** `config = load_config()` in config.py: to hold what is read there is what the module is for. */
function isConfiguration({ body, anchor: { cell: { document } } }: Unit): boolean {
  if (!/\/(?:config|configuration|conf|settings|params|parameters)(?:\/(?:core|base|main|__init__|loader|settings|config))?\.py$/u.test(document.uri)) return false;
  return body.every(({ kind }) => kind === "Assign" || kind === "AnnAssign" || kind === "Expr" || kind === "If" || kind === "For");
}

/** A module may read a file that lies beside it, once, into a constant. */
const namesItsPackage = keptWithUnit(({ text }: Unit): boolean =>
  /\b__(?:file|path)__\b|\bimportlib\.resources\b|\bpkgutil\b|\bfiles\(__/u.test(text));
