/** The syntax errors of a document, cell by cell. A plain script is one cell. */
import { defineFact } from "../engine/fact.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Dialect, Place } from "../syntax/unit.ts";

export interface DocumentSyntax {
  readonly dialect: Dialect;
  /** Cells with at least one problem, in order. */
  readonly broken: readonly BrokenCell[];
}

export interface BrokenCell {
  readonly cell: Cell;
  /** In order; never empty. One broken statement may have several. */
  readonly problems: readonly { readonly at: Place; readonly message: string }[];
}

export const syntax = defineFact<never, DocumentSyntax>({
  name: "syntax",
  needs: {},
  document: ({ document, cells }) => ({ dialect: document.dialect, broken: cells.flatMap((cell) => brokenCell(cell) ?? []) }),
});

function brokenCell(cell: Cell): BrokenCell | undefined {
  const problems = cell.units.flatMap((unit) => unit.problems.map((problem) => ({ at: place(unit, problem), message: problem.message })));
  return problems.length > 0 ? { cell, problems } : undefined;
}
