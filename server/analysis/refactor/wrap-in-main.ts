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
import type { Expression, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { staysAnywhere, wrapInMain } from "./main-function.ts";
import type { Form, Wrapping } from "./main-function.ts";
import type { Outcome, Refactoring, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";

export const wrapInMainRefactoring: Refactoring = {
  name: "wrap-in-main",
  summary: "Move what a script does when it is run into main()",
  kind: "refactor.rewrite",
  offer: ({ document }) => (document.dialect === "script" && firstWork(document.units) >= 0 ? { title: "Move the work into main()" } : undefined),
  perform,
};

/** Statements after the first that are tried as the beginning of main(). */
const mostBeginnings = 40;

function perform({ document }: Target): Outcome {
  if (document.dialect !== "script") return refused("the file has cells; notebook-to-script makes a script with main() of it");
  const { units } = document;
  const first = firstWork(units);
  if (first < 0) return refused("nothing is done when the file is run: there are only imports, definitions and settings");
  const { offers, work } = importWorkOf(document, units, document.analysis());
  const heavy = work[0] ? units.findIndex(({ anchor }) => anchor === work[0]?.at.anchor) : first;
  const beginnings = [first];
  for (let index = first + 1; index <= heavy && beginnings.length < mostBeginnings; index++) if (units[index]?.body.some(isWork) === true) beginnings.push(index);
  const tried = (["function", "guard"] as const).flatMap((form) => beginnings.map((begin) => ({ form, begin })));
  let reason: string | undefined;
  for (const { form, begin } of tried) {
    const wrapping = wrapInMain(units, begin, offers, form);
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

function isWork(node: Statement): boolean {
  if (staysAnywhere(node)) return false;
  switch (node.kind) {
    case "Assign":
      return !isSetting(node.value);
    case "AnnAssign":
      return node.value !== undefined && !isSetting(node.value);
    case "If":
      return ![...node.body, ...node.orelse].every((each) => !isWork(each));
    case "Try":
      return ![...node.body, ...node.orelse, ...node.handlers.flatMap(({ body }) => body)].every((each) => !isWork(each));
    case "Pass":
      return false;
    default:
      return true;
  }
}

/** What modules hold by right: literals, and what is computed from them, paths, loggers, patterns and types. */
function isSetting(value: Expression): boolean {
  let works = false;
  walk([value], (node) => {
    if (node.kind === "Lambda") return "skip";
    if (node.kind === "Call" && !holdable.test(calledName(node.func))) works = true;
    if (node.kind === "Await" || node.kind === "NamedExpr" || node.kind === "Magic") works = true;
    return undefined;
  });
  return !works;
}

const holdable = /^(?:(?:pathlib\.)?Path|Path\.(?:cwd|home|resolve|absolute|expanduser|joinpath|with_suffix|with_name)|(?:os\.)?getenv|os\.environ\.get|os\.path\.\w+|(?:logging\.)?getLogger|re\.compile|(?:typing\.)?(?:TypeVar|NewType|NamedTuple)|(?:collections\.)?namedtuple|frozenset|dict|list|tuple|set|int|float|str|len|range|(?:datetime\.)?timedelta)$/u;

/** `os.environ.get`; `Path.resolve` for a method of what a call gives. */
function calledName(node: Expression): string {
  switch (node.kind) {
    case "Name":
      return node.id;
    case "Attribute":
      return `${calledName(node.value)}.${node.attr.name}`;
    case "Call":
      return calledName(node.func);
    default:
      return "?";
  }
}
