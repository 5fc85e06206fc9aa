/** Steps: kind, rows and columns that go in, what the estimator was fitted on, for the module's run and each function's own. */
import { stepsOf } from "../../server/analysis/facts/steps.ts";
import type { Step } from "../../server/analysis/facts/steps.ts";
import type { Rows, Value } from "../../server/analysis/semantic/value.ts";
import { checkExamples } from "./literate.ts";

checkExamples(new URL("steps.md", import.meta.url), (analysis) =>
  stepsOf(analysis).runs.flatMap(({ scope, steps }) => steps.map((step, index) => ({
    at: step.place,
    text: `${scope ? `in ${scope.name} ` : ""}${index + 1} ${textOf(step)}`,
  }))));

function textOf({ kind, inputs, estimator }: Step): string {
  return `${kind}${estimator ? ` ${short(estimator)}` : ""}${inputs.length > 0 ? ` of ${inputs.map(({ value }) => short(value)).join(", ")}` : ""}`;
}

/** The class of an estimator and what it was fitted on; the rows of data, `?` where they are not known. */
function short({ data, type }: Value): string {
  if (!data?.fits) return rowsText(data?.rows);
  const name = type?.kind === "instance" ? type.name.replace(/^.*\./u, "") : "?";
  return [name, ...data.fits.map(({ rows }) => `fitted on ${rowsText(rows)}`)].join(" ");
}

function rowsText(rows: Rows | undefined): string {
  return rows?.kind === "part" ? rows.part : (rows?.kind ?? "?");
}
