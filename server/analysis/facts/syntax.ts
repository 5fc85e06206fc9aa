/**
 * The syntax errors of a notebook or a script with cells, cell by cell. A plain script has no cells here: what does not parse there,
 * Python and every editor say in their own way.
 */
import { defineFact } from "../engine/fact.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place } from "../syntax/unit.ts";

export interface DocumentSyntax {
  readonly cells: readonly CellSyntax[];
}

export interface CellSyntax {
  readonly cell: Cell;
  /** In order; one broken statement may have several. */
  readonly problems: readonly { readonly at: Place; readonly message: string }[];
}

export const syntax = defineFact<never, DocumentSyntax>({
  name: "syntax",
  needs: {},
  document: ({ document, cells }) => ({ cells: document.dialect === "script" ? [] : cells.map(cellSyntax) }),
});

function cellSyntax(cell: Cell): CellSyntax {
  const broken = cell.units.filter((unit) => unit.problems.length > 0);
  const problems = broken.flatMap((unit) => unit.problems.map((problem) => ({ at: place(unit, problem), message: problem.message })));
  return { cell, problems };
}
