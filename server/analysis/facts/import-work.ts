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
import type { CallEvent } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { isMainGuard } from "./wrap-in-main.ts";

export interface ImportWork {
  /** All units of the document, in order. */
  readonly units: readonly Unit[];
  /** In document order, by the top-level statement that does it. */
  readonly work: readonly { readonly at: Place; readonly verb: string }[];
}

export const importWork = defineFact<never, ImportWork>({
  name: "importWork",
  needs: {},
  document: ({ document, units, analysis }) => ({
    units,
    work: document.dialect === "script" ? analysis.units.flatMap(({ calls }) => calls.flatMap(workOf)).sort((a, b) => a.at.anchor.index - b.at.anchor.index || a.at.start - b.at.start) : [],
  }),
});

const verbs: Partial<Record<Effect, string>> = {
  read: "reads", deserialize: "reads", write: "writes", connect: "connects", execute: "runs queries", network: "calls the network", fit: "trains",
};

function workOf(event: CallEvent): ImportWork["work"] {
  const { target, via, scope, unit, node } = event;
  const effects = target === undefined ? [] : (callableOf(target)?.effects ?? []);
  const verb = effects.map((effect) => verbs[effect]).find((found) => found !== undefined);
  if (verb === undefined) return [];
  if (verb === "reads" && event.args.some(({ value }) => isInMemory(value))) return [];
  // Inside a function: only where the module itself calls it.
  const at = via[0] ?? place(unit, node);
  const home = at.anchor.unit;
  if ((scope && via.length === 0) || isInsideFunction(at)) return [];
  return home.body.some(isMainGuard) || isPackageData(home.text, verb) ? [] : [{ at, verb }];
}

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

/** A module may read a file that lies beside it, once, into a constant. */
function isPackageData(text: string, verb: string): boolean {
  return verb === "reads" && /\b__file__\b|\bimportlib\.resources\b|\bpkgutil\b|\bfiles\(__/u.test(text);
}
