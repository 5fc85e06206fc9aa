/** Splits: for each side of a cut its role, and for every assigned name the side that its rows are on. */
import { expect, test } from "vitest";
import { splitsOf } from "../../server/analysis/facts/splits.ts";
import { place } from "../../server/analysis/syntax/unit.ts";
import { analysed, checkExamples } from "./literate.ts";

checkExamples(new URL("splits.md", import.meta.url), (analysis, document) => {
  const splits = splitsOf(analysis, document.cells);
  const sides = splits.cuts.flatMap(({ sides }, index) => sides.map((side) => ({ at: side.place, text: `cut ${index + 1} ${side.role ?? "?"}` })));
  const names = analysis.units.flatMap((each) =>
    each.unit.body.flatMap((statement) => {
      if (statement.kind !== "Expr" || statement.value.kind !== "Name") return [];
      const role = splits.roleOf(each.valueOf(statement.value).data?.rows);
      return [{ at: place(each.unit, statement), text: role ?? "no role" }];
    }));
  return [...sides, ...names];
});

test("sides of one split are apart, rows of one side are not", () => {
  const { analysis, document } = analysed(`
import pandas as pd
from sklearn.model_selection import train_test_split
df = pd.read_csv("a.csv")
train, test = train_test_split(df)
first = train[train.x > 0]
a, b = df[:5], df[5:]
inner, outer = train_test_split(train)
`);
  const splits = splitsOf(analysis, document.cells);
  const rows = (name: string) => analysis.exitValue(name)?.data?.rows;
  const apart = (one: string, other: string): boolean => splits.areApart(rows(one), rows(other));
  expect([apart("train", "test"), apart("first", "test"), apart("a", "b"), apart("outer", "test"), apart("inner", "outer")]).toEqual([true, true, true, true, true]);
  expect([apart("train", "first"), apart("df", "test"), apart("a", "test"), apart("train", "a"), apart("inner", "train")]).toEqual([false, false, false, false, false]);
});
