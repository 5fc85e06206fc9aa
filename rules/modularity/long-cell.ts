/** long-cell: a notebook cell with so many statements, or so deeply nested, that it is a script of its own. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { codeCells } from "../../server/analysis/facts/code-cells.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { excessOf, extentOfCell } from "../../server/analysis/facts/complexity.ts";
import type { Extent } from "../../server/analysis/facts/complexity.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import { seamOfCell } from "../../server/analysis/refactor/seams.ts";
import type { Cell } from "../../server/analysis/syntax/unit.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "long-cell",
  topic: "modularity",
  summary: "Cell is too long or too deeply nested to be read at one go",
  why: {
    scientist:
      "When something in the middle of this cell fails or has to change, all of it runs again, and what it leaves behind depends on where it stopped.",
    engineer:
      "A cell of this size is a program without functions: nothing of it can be tested, reused or scheduled without copying it out of the notebook.",
  },
  bad: `
# %%
rows = []
for order in [{"state": "paid", "currency": "CHF", "price": 2.0, "lines": [{"count": 1, "price": 2.0}]}]:
    if order["state"] == "paid":
        if order["currency"] != "EUR":
            if order["currency"] == "CHF":
                order["price"] *= 1.05
            else:
                continue
        for line in order["lines"]:
            if line["count"] > 0 and line["price"] is not None:
                rows.append(line)
# %%
print(rows)
`,
  good: `
# %%
def convert(order):
    if order["currency"] == "CHF":
        order["price"] *= 1.05
    return order["currency"] in ("EUR", "CHF")


def filled_lines(order):
    return [line for line in order["lines"] if line["count"] > 0 and line["price"] is not None]


# %%
rows = []
for order in [{"state": "paid", "currency": "CHF", "price": 2.0, "lines": [{"count": 1, "price": 2.0}]}]:
    if order["state"] == "paid" and convert(order):
        rows.extend(filled_lines(order))
# %%
print(rows)
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { codeCells, openDocument },
  options: {
    statements: { description: "Statements that a cell may have. Imports, texts and further calls of the same function in a row do not count.", default: 50, least: 5, most: 1000 },
    complexity: { description: "Cognitive complexity, as SonarSource defines it, that the code of a cell may have outside functions.", default: 15, least: 1, most: 1000 },
  },
  check(facts, limits): readonly Finding[] {
    return facts.codeCells.flatMap((cell) => {
      const extent = extentOfCell(cell.units);
      const excess = excessOf(extent, limits);
      const first = cell.units.find(({ body }) => body.length > 0);
      const [statement] = first?.body ?? [];
      if (excess === undefined || !first || !statement) return [];
      return [{ at: place(first, statement), message: `This cell ${excess}`, fixes: () => fixesFor(facts.openDocument, cell, extent, limits) }];
    });
  },
});

function fixesFor(document: OpenDocument, cell: Cell, extent: Extent, limits: Extent): readonly Fix[] {
  const seam = seamOfCell(document, cell, extent, limits);
  return seam ? [{ title: `Extract ${seam.change.placeholder?.name ?? "a function"}() from this cell`, safety: "review", edits: seam.change.edits }] : [];
}
