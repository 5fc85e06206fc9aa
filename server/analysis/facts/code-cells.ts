/** The cells of a document that is written in cells: those with Python. A plain script is no cell. */
import { defineFact } from "../engine/fact.ts";
import type { Cell } from "../syntax/unit.ts";

export const codeCells = defineFact<never, readonly Cell[]>({
  name: "codeCells",
  needs: {},
  document: ({ document, cells }) => (document.dialect === "script" ? [] : cells.filter(({ units }) => units.some(({ body }) => body.length > 0))),
});
