/**
 * The calls of a unit or document, as the interpreter saw them, and their arguments by parameter.
 *
 *     pd.read_csv(path, sep=";")      target pandas.read_csv; argument(event, "filepath_or_buffer") is path
 *
 * A call inside a function is seen once with open parameters and once for every call of the function with known arguments
 * (`via` says through which calls). `of` gives the one with open parameters; a rule that reports on values reports a place
 * once, however often the call was seen.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { ArgumentValue, CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Call } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { keptWithAnalysis } from "./kept.ts";

export interface UnitCalls {
  /** In evaluation order; function bodies after module-level code. */
  readonly all: readonly CallEvent[];
  /** At module level, or with open parameters. */
  of(node: Call): CallEvent | undefined;
}

export interface DocumentCalls {
  /** Unit by unit. */
  readonly all: readonly CallEvent[];
  /** Calls of any of these library callables, by qualified name, in document order. */
  to(...targets: readonly string[]): readonly CallEvent[];
  of(unit: Unit, node: Call): CallEvent | undefined;
}

export const calls = defineFact<UnitCalls, DocumentCalls>({
  name: "calls",
  needs: {},
  unit: ({ analysis }) => ({ all: analysis.calls, of: (node) => openEvent(analysis, node) }),
  document: ({ analysis }) => {
    let all: readonly CallEvent[] | undefined;
    return {
      get all() {
        all ??= analysis.units.flatMap((unit) => unit.calls);
        return all;
      },
      to(...targets) {
        const wanted = new Set(targets);
        return analysis.units.flatMap((unit) => {
          const known = targetsIn(unit);
          return targets.some((target) => known.has(target)) ? unit.calls.filter(({ target = "" }) => wanted.has(target)) : [];
        });
      },
      of(unit, node) {
        const unitAnalysis = analysis.analysisOf(unit);
        return unitAnalysis && openEvent(unitAnalysis, node);
      },
    };
  },
});

const targetsIn = keptWithAnalysis((analysis: UnitAnalysis): ReadonlySet<string> =>
  new Set(analysis.calls.flatMap(({ target }) => target ?? [])));

function openEvent(analysis: UnitAnalysis, node: Call): CallEvent | undefined {
  return openEventsIn(analysis).get(node);
}

/** Calls by their node: at module level, or with open parameters. */
export const openEventsIn = keptWithAnalysis((analysis: UnitAnalysis): ReadonlyMap<Call, CallEvent> => {
  const found = new Map<Call, CallEvent>();
  for (const event of analysis.calls) {
    const known = found.get(event.node);
    if (!known || (known.via.length > 0 && event.via.length === 0)) found.set(event.node, event);
  }
  return found;
});

/**
 * What is passed for a parameter, by position or by name. `undefined`: nothing is, or it is not known (see {@link mayPass}).
 * A callable without a known signature is asked by name only.
 */
export function argument(event: CallEvent, parameter: string): ArgumentValue | undefined {
  const named = event.args.find((each) => each.keyword === parameter);
  if (named) return named;
  const parameters = event.target === undefined ? undefined : callableOf(event.target)?.parameters;
  const index = parameters?.findIndex((each) => each.name === parameter && each.kind === "positional") ?? -1;
  if (index < 0) return undefined;
  for (const each of event.args) {
    if (each.unpacked && each.position >= 0) return undefined;
    if (each.position === index) return each;
  }
  return undefined;
}

/** Whether the parameter may be filled by `*args` or `**options` whose content is not known. */
export function mayPass(event: CallEvent, parameter: string): boolean {
  if (argument(event, parameter)) return true;
  return event.args.some(({ unpacked, value }) => {
    if (!unpacked) return false;
    const { type } = value;
    if (type?.kind !== "dict" || type.open) return true;
    return type.entries.some(({ key }) => {
      const pieces = key.constant?.kind === "text" ? key.constant.pieces : undefined;
      const text = pieces?.length === 1 && pieces[0]?.kind === "literal" ? pieces[0].text : undefined;
      return text === undefined || text === parameter;
    });
  });
}
