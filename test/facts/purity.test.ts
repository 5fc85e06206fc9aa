/** Purity: what each statement of the module changes and does. */
import { effectsOf } from "../../server/analysis/facts/purity.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { checkExamples } from "./literate.ts";

checkExamples(new URL("purity.md", import.meta.url), (document) =>
  document.units.flatMap((analysis) =>
    analysis.unit.body.filter(({ kind }) => kind !== "Import" && kind !== "ImportFrom" && kind !== "FunctionDef").map((statement) => {
      const { changes, does, isPure } = effectsOf(document, analysis, [statement]);
      const text = [...(changes.size > 0 ? [`changes ${[...changes].join(" ")}`] : []), ...does].join(", ");
      return { at: place(analysis.unit, statement), text: isPure ? "pure" : text };
    })));
