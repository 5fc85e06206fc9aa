/**
 * wrap-in-main: what a script does when it is run moves into `main()`, so that it can be imported without doing it.
 *
 *     LIMIT = 3                        stays: a setting
 *     rows = read(LIMIT)               work: main() begins here, where nothing that stays needs what moves
 *     rng = default_rng(0)
 *     def draw(): return rng.normal()  needs rng: so main() begins after rng
 *     print(draw())
 *
 * Where no function can hold the work, it stands under `if __name__ == "__main__":` itself. How it moves is in main-function.ts.
 */
import { importWorkOf } from "../facts/import-work.ts";
import { isMainGuard } from "../facts/main-guard.ts";
import type { Unit } from "../syntax/unit.ts";
import { wrapInMain } from "./main-function.ts";
import type { Form, Wrapping } from "./main-function.ts";
import type { Outcome, Refactoring, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { namesForTexts } from "./script-settings.ts";
import { isWork } from "./script-work.ts";

export const wrapInMainRefactoring: Refactoring = {
  name: "wrap-in-main",
  summary: "Move what a script does when it is run into main()",
  kind: "refactor.rewrite",
  offer: ({ document }) => (document.dialect === "script" && firstWork(document.units) >= 0 && !document.units.some(({ body }) => body.some(isMainGuard)) ? { title: "Move the work into main()" } : undefined),
  perform,
};

/** Statements after the first that are tried as the beginning of main(). */
const mostBeginnings = 40;

function perform({ document }: Target): Outcome {
  if (document.dialect !== "script") return refused("the file has cells; notebook-to-script makes a script with main() of it");
  const { units } = document;
  if (units.some(({ body }) => body.some(isMainGuard))) return refused("the file has a main guard already");
  const first = firstWork(units);
  if (first < 0) return refused("nothing is done when the file is run: there are only imports, definitions and settings");
  const { offers, work } = importWorkOf(document, units, document.analysis());
  const heavy = work[0] ? units.findIndex(({ anchor }) => anchor === work[0]?.at.anchor) : units.length - 1;
  const beginnings = [first];
  for (let index = first + 1; index <= heavy && beginnings.length < mostBeginnings; index++) if (units[index]?.body.some(isWork) === true) beginnings.push(index);
  const tried = (["function", "guard"] as const).flatMap((form) => beginnings.map((begin) => ({ form, begin })));
  let reason: string | undefined;
  const settings = namesForTexts(units);
  for (const { form, begin } of tried) {
    const wrapping = wrapInMain(units, begin, offers, form, settings);
    if (wrapping.kind === "edits") return changeOf(wrapping, form, begin - first, reason);
    reason ??= wrapping.reason;
  }
  return refused(reason ?? "the work cannot move");
}

function changeOf({ edits }: Extract<Wrapping, { readonly kind: "edits" }>, form: Form, left: number, reason: string | undefined): Outcome {
  const where = form === "function" ? "main()" : "the guard, not a function";
  return {
    kind: "change", edits,
    summary: [
      form === "function" ? "What the script does moved into main(), called under a main guard" : "What the script does moved under a main guard",
      ...(reason !== undefined && (left > 0 || form === "guard") ? [`Not everything is in ${where}: ${reason}`] : []),
    ],
  };
}

/** Index of the first unit that does more than import, define and set; below zero when there is none. */
function firstWork(units: readonly Unit[]): number {
  return units.findIndex(({ body }) => body.some(isWork));
}
