/**
 * The cell of a notebook, or of a script with cells, whose values whoever runs it replaces.
 *
 *     # %% tags=["parameters"]          so papermill, Ploomber and jupytext mark it; in a notebook it is a tag of the cell
 *     source = "/mnt/data/orders.csv"   a default that can be set, as that of a parameter can
 *
 * Asked when findings are made: what is kept with a unit may not depend on its cell's first unit, which holds the comment.
 */
import type { Cell, Place } from "../../syntax/unit.ts";

/** The end of the first cell whose values a runner such as papermill replaces. */
export function parametersOf(cells: readonly Cell[]): Place | undefined {
  const units = cells.find(isParameters)?.units ?? [];
  const unit = units.findLast(({ text }) => text.trim() !== "") ?? units.at(-1);
  const end = unit?.text.trimEnd().length ?? 0;
  return unit && { anchor: unit.anchor, start: end, end };
}

/** By its tag, wherever that is written. */
export function isParameters(cell: Cell): boolean {
  if (cell.tags?.includes("parameters")) return true;
  return /^# ?(?:%%|\+)[^\n]*\btags=\[[^\]\n]*["']parameters["']/u.test(cell.units[0]?.text ?? "");
}
