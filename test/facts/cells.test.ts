/** Cells: what each takes, gives, misses; told at its first statement. */
import { cellNamesOf } from "../../server/analysis/facts/cells.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { checkExamples } from "./literate.ts";

checkExamples(new URL("cells.md", import.meta.url), (_, document) =>
  cellNamesOf(document.cells).flatMap(({ cell, takes, takesLater, gives, fromBelow, fromNowhere }) => {
    const first = cell.units.find(({ body }) => body.length > 0);
    const lists = { takes, later: takesLater, gives, below: fromBelow, nowhere: fromNowhere };
    const text = Object.entries(lists).filter(([, names]) => names.length > 0).map(([name, names]) => `${name} ${names.join(" ")}`).join("; ");
    return first && text !== "" ? [{ at: place(first, first.body[0] ?? { start: 0, end: 0 }), text }] : [];
  }));
