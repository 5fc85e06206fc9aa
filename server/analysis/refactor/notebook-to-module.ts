/**
 * notebook-to-module: the notebook's functions go to a module, cells that compute become functions of it, and the notebook keeps its
 * text, what it shows and draws, its magics and settings, and calls.
 *
 *     ## Cleaning                           ## Cleaning
 *     df = raw.dropna()                     df = clean_df(raw)
 *     df["day"] = to_datetime(df["day"])    df.head()
 *     df.head()
 *     plt.plot(df["price"])                 plt.plot(df["price"])
 *
 * A cell stays as it is when it draws, has magics in the middle, holds one statement or settings only, or cannot be a function without meaning
 * something else; a function that reads names of the notebook gets them as parameters, or stays where that could mean something else. Each
 * of those is told.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { nameOf } from "../text/uri.ts";
import { drawsFigure } from "./cell-display.ts";
import { narrowed } from "./cell-runs.ts";
import { moveChange, newFunction } from "./module-move.ts";
import type { NewFunction } from "./module-move.ts";
import { modulePlace } from "./module-place.ts";
import { definitionIn, movableNames } from "./movable-names.ts";
import { cellName } from "./notebook-code.ts";
import { onOriginal, passedGlobals } from "./passed-globals.ts";
import type { PassedGlobals } from "./passed-globals.ts";
import { refused } from "./refactoring.ts";
import type { Outcome, ProjectView, Refactoring, RefactoringOptions, Target } from "./refactoring.ts";
import { isWork } from "./script-work.ts";
import { runOfUnits, statementsOf, unitScopes } from "./statement-run.ts";

export const notebookToModule: Refactoring = {
  name: "notebook-to-module",
  summary: "Move the notebook's functions, and cells that compute, to a module that it imports",
  kind: "refactor.move",
  offer: ({ document }) => (document.dialect === "notebook" && document.units.some(({ body }) => body.length > 0) ? { title: "Turn the notebook into a module" } : undefined),
  perform,
};

/** A cell of fewer statements says what it does by itself. */
const fewestStatements = 2;

function perform({ document, project }: Target, options: RefactoringOptions): Outcome {
  if (document.dialect !== "notebook") return refused("this is no notebook; move-to-module moves functions of a script");
  const passed = passedGlobals(document, (unit) => definitionIn(unit) !== undefined);
  return onOriginal(moved(passed, project, options), document, passed.document, project);
}

function moved({ document, summary: passing, reasons }: PassedGlobals, project: ProjectView, options: RefactoringOptions): Outcome {
  const place = modulePlace(document, project, options);
  if (place.kind === "refused") return place;
  const movable = movableNames(document);
  const staying: string[] = [];
  const moving = new Set<Unit>();
  for (const unit of document.units) {
    const definition = definitionIn(unit);
    const why = definition && (reasons.get(unit) ?? movable.obstacle(unit));
    if (why !== undefined) staying.push(`${definition?.name.name ?? ""} stays in the notebook: ${why}`);
    else if (definition) {
      moving.add(unit);
      for (const each of movable.along([definition.name.name])) moving.add(each);
    }
  }
  const functions: NewFunction[] = [];
  const taken = new Set<string>();
  for (const cell of document.cells) {
    const rest = cell.units.filter((unit) => !moving.has(unit) && unit.body.length > 0);
    if (cell.kind !== "code" || rest.length === 0 || (cell.tags ?? []).includes("parameters")) continue;
    const narrow = narrowed(runOfUnits(document, rest));
    if (narrow.kind === "refused" || isOutput(document, cell)) continue;
    const statements = statementsOf(narrow.run);
    if (statements.length < fewestStatements || !statements.some(isWork)) continue;
    const made = newFunction(narrow, project, movable, taken);
    if (made.kind === "refused") {
      staying.push(`${cellName(cell)} stays as it is: ${made.reason}`);
      continue;
    }
    taken.add(made.name);
    functions.push(made);
    for (const each of movable.along(made.needs)) moving.add(each);
  }
  if (moving.size + functions.length === 0) return refused(`the notebook has no function and no cell that could become one${staying[0] === undefined ? "" : `: ${staying[0]}`}`);
  const units = document.units.filter((unit) => moving.has(unit));
  const names = [...units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]), ...functions.map(({ name }) => `${name}()`)];
  const summary = [
    `${nameOf(document.uri)} imports ${String(names.length)} ${names.length === 1 ? "name" : "names"} from the module ${place.module}: ${names.join(", ")}`,
    ...functions.map(({ name, run }) => `${name}() was ${cellName(run.parts[0]?.unit.anchor.cell ?? { index: 0 })}`),
    ...passing,
    ...staying,
  ];
  return moveChange({ document, project, place, movable, units, functions }, summary, []);
}

/** What the reader is to see: figures, and what the notebook displays. */
function isOutput(document: OpenDocument, cell: Cell): boolean {
  if (drawsFigure(document.analysis(), cell)) return true;
  let isShown = false;
  walk(cell.units.flatMap(({ body }) => body), (node) => {
    if (node.kind === "Call" && node.func.kind === "Name" && node.func.id === "display") isShown = true;
    return undefined;
  });
  return isShown;
}
