/**
 * move-to-module: selected functions, classes and constants go to a module that the document imports; other selected statements go
 * there as a function, of which a call stays. What they need of the document's definitions goes along; selected functions of a notebook
 * that read its names get them as parameters.
 *
 * The module is the project's or lies beside the document (module-place.ts); with a name that is there already, code is added to it.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { nameOf } from "../text/uri.ts";
import { narrowed } from "./cell-runs.ts";
import { moveChange, newFunction } from "./module-move.ts";
import type { NewFunction } from "./module-move.ts";
import { modulePlace } from "./module-place.ts";
import { definitionIn, movableNames } from "./movable-names.ts";
import type { MovableNames } from "./movable-names.ts";
import { onOriginal, passedGlobals } from "./passed-globals.ts";
import type { PassedGlobals } from "./passed-globals.ts";
import { refused } from "./refactoring.ts";
import type { Outcome, ProjectView, Refactoring, RefactoringOptions, Refused, SelectedPart, Target } from "./refactoring.ts";
import { runOf, runOfUnits, unitScopes } from "./statement-run.ts";

export const moveToModule: Refactoring = {
  name: "move-to-module",
  summary: "Move the selected cells, functions or statements to a module",
  kind: "refactor.move",
  offer({ document, selection }) {
    const units = selectedUnits(selection);
    const definitions = units.filter((unit) => definitionIn(unit) !== undefined);
    const [only] = definitions;
    if (units.length === 0) return undefined;
    if (units.length === 1 && only) return { title: `Move ${definitionIn(only)?.name.name ?? ""} to a module` };
    const cells = new Set(units.map(({ anchor }) => anchor.cell));
    return { title: document.dialect === "notebook" ? `Move ${cells.size === 1 ? "the cell" : `${String(cells.size)} cells`} to a module` : "Move the selection to a module" };
  },
  perform,
};

function perform({ document, selection, project }: Target, options: RefactoringOptions): Outcome {
  const inside = selection.map((part) => runOf(document, [part])).find((run) => run && run.path.length > 0);
  if (inside && selectedUnits(selection).length === 1) return refused("only whole functions and statements of the top level can move; extract a function first");
  const selected = selectedUnits(selection);
  const passed = passedGlobals(document, (unit) => selected.includes(unit));
  // As many units as before, and so at the same places.
  const units = selected.flatMap((unit) => passed.document.units[document.units.indexOf(unit)] ?? []);
  return onOriginal(movedUnits(passed, units, project, options), document, passed.document, project);
}

function movedUnits({ document, summary, reasons }: PassedGlobals, units: readonly Unit[], project: ProjectView, options: RefactoringOptions): Outcome {
  const place = modulePlace(document, project, { module: options.module });
  if (place.kind === "refused") return place;
  const movable = movableNames(document);
  const moved = new Set<Unit>();
  const functions: NewFunction[] = [];
  const problem = [...definitionsOf(units, movable, reasons, moved), ...functionsOf(document, units, project, movable, moved, functions, options)].find((each) => each !== undefined);
  if (problem) return problem;
  if (moved.size + functions.length === 0) return refused("nothing is selected that a module could hold: imports, settings and what a cell shows stay where they are");
  const ordered = document.units.filter((unit) => moved.has(unit));
  return moveChange({ document, project, place, movable, units: ordered, functions }, [...summaryOf(document, place.module, units, ordered, functions), ...summary], []);
}

/** Adds what moves as it is, settings too; what else it needs goes along. */
function definitionsOf(units: readonly Unit[], movable: MovableNames, reasons: ReadonlyMap<Unit, string>, moved: Set<Unit>): readonly (Refused | undefined)[] {
  return units.map((unit) => {
    const definition = definitionIn(unit);
    if (!definition) {
      const [name = ""] = unitScopes(unit).module.bindings.keys();
      const isAmongSettings = (): boolean => units.filter(({ anchor }) => anchor.cell === unit.anchor.cell).every((each) => definitionIn(each) !== undefined || movable.isConstant(each));
      if (movable.isConstant(unit) && (name === name.toUpperCase() || isAmongSettings())) for (const each of movable.along([name])) moved.add(each);
      return undefined;
    }
    const why = reasons.get(unit) ?? movable.obstacle(unit);
    if (why !== undefined) return refused(`${definition.name.name} cannot move: ${why}`, { anchor: unit.anchor, start: definition.start, end: definition.end });
    moved.add(unit);
    for (const each of movable.along([definition.name.name])) moved.add(each);
    return undefined;
  });
}

/** One function for the statements of each cell; of a script, for all of them. */
function functionsOf(
  document: OpenDocument, units: readonly Unit[], project: ProjectView, movable: MovableNames, moved: Set<Unit>, functions: NewFunction[], { name }: RefactoringOptions,
): readonly (Refused | undefined)[] {
  const taken = new Set<string>();
  return groupsOf(document, units).map((group) => {
    const rest = group.filter((unit) => !moved.has(unit) && unit.body.length > 0);
    if (rest.length === 0) return undefined;
    const narrow = narrowed(runOfUnits(document, rest));
    // A cell of imports, magics or shown values only: others may go.
    if (narrow.kind === "refused") return groupsOf(document, units).length === 1 && moved.size === 0 ? narrow : undefined;
    const made = newFunction(narrow, project, movable, taken, functions.length === 0 ? { name } : {});
    if (made.kind === "refused") return refused(`${where(document, group)}${made.reason}`, made.at);
    taken.add(made.name);
    functions.push(made);
    for (const each of movable.along(made.needs)) moved.add(each);
    return undefined;
  });
}

function groupsOf({ dialect }: OpenDocument, units: readonly Unit[]): readonly (readonly Unit[])[] {
  if (dialect !== "notebook") return units.length === 0 ? [] : [units];
  const byCell = new Map<Cell, Unit[]>();
  for (const unit of units) byCell.set(unit.anchor.cell, [...(byCell.get(unit.anchor.cell) ?? []), unit]);
  return [...byCell.values()];
}

function where({ dialect }: OpenDocument, [first]: readonly Unit[]): string {
  return dialect === "notebook" && first ? `cell ${String(first.anchor.cell.index + 1)}: ` : "";
}

/** Units with code that the selection touches. */
function selectedUnits(selection: readonly SelectedPart[]): readonly Unit[] {
  return selection.flatMap(({ cell, start, end }) => cell.units.filter((unit) => {
    const first = unit.body[0];
    const last = unit.body.at(-1);
    if (!first || !last) return false;
    const { offset } = unit.anchor;
    const from = Math.min(offset + first.start, ...("decoratorList" in first ? first.decoratorList.map((each) => offset + each.start - 1) : []));
    return start === end ? from <= start && start <= offset + last.end : from < end && start < offset + last.end;
  }));
}

function summaryOf({ uri }: OpenDocument, module: string, selected: readonly Unit[], moved: readonly Unit[], functions: readonly NewFunction[]): readonly string[] {
  const names = [...moved.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]), ...functions.map(({ name }) => `${name}()`)];
  const along = moved.filter((unit) => !selected.includes(unit)).flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]);
  return [
    `${names.join(", ")} moved from ${nameOf(uri)} to ${module}`,
    ...along.map((name) => `${name} went along: what moved needs it`),
  ];
}
