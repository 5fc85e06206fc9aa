/**
 * split-into-steps: a script that does one thing after the other becomes a function for each step, and a `main()` that calls them.
 *
 *     SEED = 7                                       SEED = 7
 *     df = pd.read_csv("sales.csv")
 *     df = df.dropna()                               def load_data(sales_path: str) -> pd.DataFrame: ...
 *     train, test = train_test_split(df, ...)   ->   def split_data(df: pd.DataFrame, seed: int): ...
 *     model.fit(train[["a"]], train["b"])            def train_model(train): ...
 *     print(model.score(...))                        def evaluate_model(model, test) -> None: ...
 *
 *                                                    def parse_arguments() -> argparse.Namespace: ...
 *                                                    def main() -> None: ...
 *
 * In order:
 *     main-function.ts     what moves and what stays at the module level: imports, definitions, settings
 *     step-kinds.ts        which statements make a step
 *     live-names.ts        what each step needs and gives; one that cannot be a function stays in main() as it is
 *     script-settings.ts   what becomes an argument of the script, with today's value as its default
 *
 * Everything runs in the order in which it ran.
 */
import { importWorkOf } from "../facts/import-work.ts";
import { isMainGuard } from "../facts/main-guard.ts";
import { planMain, preparesImports } from "./main-function.ts";
import type { MainPlan } from "./main-function.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Unit } from "../syntax/unit.ts";
import { freshName } from "./function-name.ts";
import { layoutOf } from "./layout.ts";
import { loggedText } from "./print-to-logging.ts";
import type { Outcome, Refactoring, RefactoringOptions, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { isWork } from "./script-work.ts";
import { literalSettings, namesForTexts, scriptSettings } from "./script-settings.ts";
import type { ScriptSetting } from "./script-settings.ts";
import { stepFunctions } from "./step-functions.ts";
import type { StepFunction } from "./step-functions.ts";
import { assembled } from "./step-text.ts";
import { scriptSteps } from "./step-kinds.ts";
import { wholeTextEdits } from "./whole-text.ts";

export const splitIntoSteps: Refactoring = {
  name: "split-into-steps",
  summary: "Take a script apart into a function for each step, with main() and arguments",
  kind: "refactor.rewrite",
  offer({ document }) {
    if (document.dialect !== "script" && document.dialect !== "cells") return undefined;
    const { units } = document;
    const isScript = units.filter(({ body }) => body.some(isWork)).length >= 4 && !units.some(({ body }) => body.some(isMainGuard));
    return isScript ? { title: "Split the script into steps" } : undefined;
  },
  perform,
};

/** Statements after the first that are tried as the beginning of main(). */
const mostBeginnings = 40;

function perform({ document, project }: Target, options: RefactoringOptions): Outcome {
  if (document.dialect === "notebook" || document.dialect === "databricks") return refused("a notebook becomes a module: notebook-to-module, or notebook-to-script");
  const { units } = document;
  if (units.some(({ problems }) => problems.length > 0)) return refused("the file has a syntax error");
  if (units.some(({ body }) => body.some(isMainGuard))) return refused("the file has a main guard already; extract-function takes a part out of a function");
  const plan = planOf(document);
  if (plan.kind === "refused") return plan;
  const moved = units.filter((unit) => plan.moves.has(unit) && unit.body.length > 0);
  const steps = scriptSteps(document.analysis(), moved);
  const settings = takesArguments(units) ? [] : scriptSettings(document, plan.moves);
  const made = stepFunctions(document, steps, new Set(moved), settings);
  const functions = made.filter((step) => step.kind === "function");
  if (functions.length < 2) {
    if (plan.held !== undefined) return refused(plan.held);
    const reason = made.find((step) => step.kind === "inline")?.reason;
    return refused(reason === undefined || steps.length < 2 ? "it is one step only: wrap-in-main moves it into main()" : `its steps cannot be functions: ${reason}`);
  }
  const layout = layoutOf(document, project);
  const names = { arguments: freshName(document, "args"), parse: freshName(document, "parse_arguments") };
  const used = settings.filter((setting) => made.some((step) => step.settings.includes(setting)));
  const text = assembled({ document, plan, steps: made, settings: used, names, layout });
  const logged = options.logging === true ? loggedText(document.uri, text, layout) : { text, note: undefined };
  return {
    kind: "change",
    edits: wholeTextEdits(document, logged.text, layout),
    summary: summaryOf(functions, made, used, moved, logged.note),
  };
}

/** main() begins at the first work, or further down where something that stays needs what is above. */
function planOf(document: OpenDocument): Extract<MainPlan, { readonly kind: "refused" }> | (Extract<MainPlan, { readonly kind: "plan" }> & { readonly held: string | undefined }) {
  const { units } = document;
  const { offers } = importWorkOf(document, units, document.analysis());
  // A comment above speaks of what follows as well, which moves.
  const settings = [...literalSettings(units)].filter(({ text, body }) => !/^\s*#/mu.test(text.slice(0, body[0]?.start ?? 0)));
  // What later imports depend on stays above them.
  const lastImport = units.findLastIndex(({ body }) => body.some((node) => node.kind === "Import" || node.kind === "ImportFrom"));
  const preparing = new Set(units.slice(0, Math.max(lastImport, 0)).filter(preparesImports));
  const keeps = new Set([...settings, ...preparing, ...namesForTexts(units)]);
  const works = units.flatMap((unit, index) => (unit.body.some(isWork) && !keeps.has(unit) ? [index] : []));
  if (works.length === 0) return { kind: "refused", reason: "nothing is done when the file is run: there are only imports, definitions and settings" };
  let first: Extract<MainPlan, { readonly kind: "refused" }> | undefined;
  for (const begin of works.slice(0, mostBeginnings)) {
    const plan = planMain(units, begin, offers, "function", keeps);
    if (plan.kind === "plan") return { ...plan, held: first?.reason };
    first ??= plan;
  }
  return first ?? { kind: "refused", reason: "the work cannot move" };
}

/** The script reads its arguments already. */
function takesArguments(units: readonly Unit[]): boolean {
  return units.some(({ text }) => /\b(?:argparse|click|typer|docopt|fire|hydra|absl|sys\.argv|ArgumentParser)\b/u.test(text));
}

function summaryOf(functions: readonly Extract<StepFunction, { readonly kind: "function" }>[], made: readonly StepFunction[], settings: readonly ScriptSetting[], moved: readonly Unit[], note: string | undefined): readonly string[] {
  const count = moved.reduce((sum, { body }) => sum + body.length, 0);
  return [
    `${String(count)} statements became ${String(functions.length)} functions, called by main(): ${functions.map(({ draft }) => draft.name).join(", ")}`,
    ...functions.flatMap(({ draft, reasons }) => reasons.map((reason) => `${draft.name}: ${reason}`)),
    ...made.flatMap((step) => (step.kind === "inline" ? [`Left in main(): ${step.reason}`] : [])),
    ...(settings.length > 0 ? [`Arguments of the script: ${settings.map(({ option, default: value }) => `${option} (${value})`).join(", ")}`] : []),
    ...(note === undefined ? [] : [note]),
  ];
}
