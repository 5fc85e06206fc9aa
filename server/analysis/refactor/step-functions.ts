/**
 * The function of each step: its name, what it is given and what it returns.
 *
 *     load_data(sales_path: str) -> pd.DataFrame      a path of the step is an argument of the script
 *     evaluate_model(model, test) -> None             names that earlier steps assigned
 *
 * A step whose names cannot all be told, or that a function cannot hold, is left in main() as it is.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { capturesIn } from "./captured-names.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { isFree, isKeyword } from "./function-name.ts";
import { liveNamesOf } from "./live-names.ts";
import type { ScriptSetting } from "./script-settings.ts";
import { runOfUnits, unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";
import type { Phase, ScriptStep } from "./step-kinds.ts";
import { reasonsOf } from "./summary.ts";
import { hintsOf } from "./type-hints.ts";
import type { Hints } from "./type-hints.ts";
import { waysOutOf } from "./ways-out.ts";
import type { FunctionDraft } from "./write-function.ts";

export type StepFunction = {
  readonly step: ScriptStep;
  /** Those that its statements read. */
  readonly settings: readonly ScriptSetting[];
} & (
  | { readonly kind: "function"; readonly draft: Omit<FunctionDraft, "body">; readonly reasons: readonly string[] }
  | { readonly kind: "inline"; readonly reason: string }
);

/** @param moved units that are local to main() from now on */
export function stepFunctions(document: OpenDocument, steps: readonly ScriptStep[], moved: ReadonlySet<Unit>, settings: readonly ScriptSetting[]): readonly StepFunction[] {
  const last = document.units.at(-1);
  // All that stays stands above the functions.
  const hints = last ? hintsOf(document, { anchor: last.anchor, start: last.text.length, end: last.text.length }) : undefined;
  const local = new Set([...moved].flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]));
  const taken = new Set<string>(settings.map(({ name }) => name));
  return steps.map((step) => {
    const own = settings.filter(({ uses }) => uses.some(({ anchor }) => step.units.includes(anchor.unit)));
    const run = runOfUnits(document, step.units);
    const found = namesOf(run, local, moved);
    if (typeof found === "string" || !hints) return { kind: "inline", step, settings: own, reason: typeof found === "string" ? found : "" };
    const name = nameFor(document, step, taken);
    taken.add(name);
    const parameters = found.parameters.map((each) => ({ name: each.name, hint: hints.ofPlace(each.read) }));
    const results = found.results.map((each) => each.name);
    return {
      kind: "function", step, settings: own,
      draft: {
        name,
        parameters: [...parameters, ...own.map((each) => ({ name: each.name, hint: each.type }))],
        returns: returnHint(run, found.results, hints), results,
      },
      reasons: reasonsOf(document, found, name),
    };
  });
}

function namesOf(run: StatementRun, local: ReadonlySet<string>, moved: ReadonlySet<Unit>) {
  const ways = waysOutOf(run);
  if (ways.returns !== "never" || ways.yields || ways.awaits || ways.leavesLoop) return "it awaits or yields at the top level";
  const names = liveNamesOf(run, { constantsToo: true });
  if (names.kind === "refused") return names.reason;
  const parameters = names.parameters.filter(({ name }) => local.has(name));
  const given = new Set(parameters.map(({ name }) => name));
  // Whatever is local to main() has to be handed over: no step sees it otherwise.
  const bound = new Set<string>();
  for (const { unit, statements } of run.parts) {
    const flow = nameFlowOf(statements, unitScopes(unit));
    const captured = capturesIn(unit, statements).flatMap((capture) => [...capture.names]);
    for (const name of [...flow.needs, ...captured]) if (local.has(name) && !given.has(name) && !bound.has(name) && !flow.mayBind.has(name)) return `${name} may not be assigned yet`;
    for (const name of flow.mayBind) bound.add(name);
  }
  // Afterwards only main() reads them: those that no later step speaks of are its own affair.
  const lastUnit = run.parts.at(-1)?.unit;
  const later = [...moved].filter((unit) => lastUnit && run.document.units.indexOf(unit) > run.document.units.indexOf(lastUnit));
  const isRead = (name: string): boolean => later.some(({ text }) => new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "u").test(text));
  const results = names.results.filter(({ name }) => isRead(name));
  return { ...names, parameters, results, own: [...names.own, ...names.results.filter(({ name }) => !isRead(name)).map(({ name }) => name)] };
}

function returnHint({ parts }: StatementRun, results: readonly { readonly name: string; readonly read: Place | undefined }[], hints: Hints): string | undefined {
  if (results.length === 0) return "None";
  const each = results.map(({ name, read }) => hints.ofPlace(read) ?? assignedHint(parts, name, hints));
  if (each.some((hint) => hint === undefined)) return undefined;
  return each.length === 1 ? each[0] : `tuple[${each.join(", ")}]`;
}

/** Of the one plain assignment of a name. */
function assignedHint(parts: StatementRun["parts"], name: string, hints: Hints): string | undefined {
  const values: (string | undefined)[] = [];
  for (const { unit, statements } of parts) {
    walk(statements, (node) => {
      if (node.kind === "Assign" && node.targets.length === 1 && node.targets[0]?.kind === "Name" && node.targets[0].id === name) {
        values.push(hints.ofPlace({ anchor: unit.anchor, start: node.value.start, end: node.value.end }));
      } else if (node.kind === "AugAssign" && node.target.kind === "Name" && node.target.id === name) values.push(undefined);
      return undefined;
    });
  }
  return new Set(values).size === 1 ? values[0] : undefined;
}

// ---- names -------------------------------------------------------------------------------------------------

const usualNames: Readonly<Record<Phase, string>> = {
  load: "load_data", validate: "validate_data", prepare: "prepare_data", split: "split_data", train: "train_model", evaluate: "evaluate_model",
  plot: "plot_results", save: "save_results", report: "report_results",
};

const verbs = /^(?:load|read|fetch|import|get|clean|check|validate|prepare|preprocess|process|build|create|make|engineer|add|compute|calculate|encode|scale|normalize|transform|merge|join|select|filter|split|train|fit|tune|optimize|evaluate|score|test|predict|compare|plot|draw|visualize|show|report|summarize|print|save|write|store|export|explore|describe|analyze|analyse|simulate|generate|run|estimate|count|collect|find|detect|forecast|bootstrap|apply|aggregate|group)$/u;

/** The author's heading where it is the name of something done; else the usual name of the phase. */
function nameFor(document: OpenDocument, { heading, phase }: ScriptStep, taken: ReadonlySet<string>): string {
  const words = (heading ?? "").toLowerCase().replace(/^(?:step\s+)?\d+[.):]?\s*/u, "").replace(/\b(?:the|a|an)\b/gu, " ").split(/[^a-z0-9]+/u).filter((word) => word !== "");
  const [verb = ""] = words;
  const own = words.length >= 2 && words.length <= 4 && verbs.test(verb) ? words.join("_") : undefined;
  const wanted = own !== undefined && !isKeyword(own) && !isBuiltinName(own) ? own : usualNames[phase];
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${String(number)}`;
    if (!taken.has(name) && isFree(document, name)) return name;
  }
}
