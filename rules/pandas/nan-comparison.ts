/**
 * nan-comparison: `==` or `!=` against nan, whose answer is the same for every value; and against None on a series, where pandas
 * compares element by element and a missing value is not None.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { comparisons } from "../../server/analysis/facts/comparisons.ts";
import type { Comparison, Operand } from "../../server/analysis/facts/comparisons.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import type { Edits } from "../../server/analysis/facts/edits.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import type { Expression } from "../../server/analysis/syntax/nodes.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

const nanSymbols = new Set(["numpy.nan", "numpy.NaN", "numpy.NAN", "math.nan", "pandas.NA", "pandas.NaT"]);
const frames = new Set(["pandas.Series", "pandas.DataFrame", "pandas.Index"]);

export default defineRule({
  name: "nan-comparison",
  topic: "pandas",
  summary: "Comparison with nan or None that never finds a missing value",
  why: {
    scientist:
      "nan equals nothing, not even itself: `== np.nan` selects no row and `!= np.nan` selects every row, without a warning. " +
      "The filter looks right and does nothing.",
    engineer:
      "Missing values pass the check that was meant to catch them and reach the model or the table downstream. " +
      "Nothing fails; the numbers are wrong.",
  },
  bad: `
import numpy as np
import pandas as pd

df = pd.read_csv("people.csv")
missing = df[df["age"] == np.nan]
`,
  good: `
import numpy as np
import pandas as pd

df = pd.read_csv("people.csv")
missing = df[df["age"].isna()]
`,
  severity: { exploration: "error", production: "error" },
  imports: ["pandas", "numpy", "math", "polars"],
  covers: ["PLW0177"],
  needs: { comparisons, edits },
  check: ({ comparisons: all, edits: editing }) => all.flatMap((comparison) => report(comparison, editing) ?? []),
});

/** nan beside anything; None only beside a series or frame, where `== None` is not what it is elsewhere. */
function isMissing(candidate: Value, other: Value): boolean {
  const { type, constant } = candidate;
  if (type?.kind === "symbol" && nanSymbols.has(type.name)) return true;
  if (constant?.kind === "number") return Number.isNaN(constant.value);
  return constant?.kind === "none" && other.type?.kind === "instance" && frames.has(other.type.name);
}

function report(comparison: Comparison, editing: Edits): Finding | undefined {
  const { op, left, right, unit, node, isChained } = comparison;
  if (op !== "==" && op !== "!=") return undefined;
  const subject = isMissing(right.value, left.value) ? left : isMissing(left.value, right.value) ? right : undefined;
  if (!subject) return undefined;
  const missing = subject === left ? right : left;
  const written = unit.text.slice(missing.node.start, missing.node.end);
  const message = missing.value.constant?.kind === "none"
    ? `Missing values are not None here: \`${op} None\` is ${op === "==" ? "never" : "always"} true for them`
    : op === "==" ? `Nothing equals ${written}: this is never true` : `Everything differs from ${written}: this is always true`;
  const covers = missing.value.constant?.kind === "none" ? [] : ["PLW0177"];
  return { at: place(unit, node), message, covers, fixes: isChained ? [] : () => fixesFor(comparison, op, subject, editing) };
}

function fixesFor(comparison: Comparison, op: "==" | "!=", subject: Operand, editing: Edits): readonly Fix[] {
  const replacement = replacementFor(comparison, op, subject, editing);
  if (replacement === undefined) return [];
  const title = `Write ${replacement.length < 60 ? replacement : "a test for missing values"}`;
  return [{ title, safety: "safe", edits: [{ at: place(comparison.unit, comparison.node), text: replacement }] }];
}

/** The test for missing values that suits what is compared. */
function replacementFor({ unit, node }: Comparison, op: "==" | "!=", subject: Operand, editing: Edits): string | undefined {
  const text = unit.text.slice(subject.node.start, subject.node.end);
  const type = subject.value.type?.kind === "instance" ? subject.value.type.name : undefined;
  if (type !== undefined && frames.has(type)) return `${isPrimary(subject.node) ? text : `(${text})`}.${op === "==" ? "isna" : "notna"}()`;
  const nameOf = (module: string): string | undefined => {
    const access = editing.importing(module, place(unit, node));
    return access?.edits.length === 0 ? access.name : undefined;
  };
  const numpy = nameOf("numpy");
  if (type === "numpy.ndarray" && numpy !== undefined) return `${op === "==" ? "" : "~"}${numpy}.isnan(${text})`;
  const pandas = nameOf("pandas");
  return pandas === undefined || type?.startsWith("polars.") === true ? undefined : `${pandas}.${op === "==" ? "isna" : "notna"}(${text})`;
}

function isPrimary({ kind }: Expression): boolean {
  return kind === "Name" || kind === "Attribute" || kind === "Subscript" || kind === "Call";
}
