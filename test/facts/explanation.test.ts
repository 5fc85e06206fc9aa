/** Explanation paths: the lines of their steps and what they say. */
import { expect, test } from "vitest";
import { explanationOf, explanationOfRows, jointExplanation } from "../../server/analysis/facts/explanation.ts";
import type { Step } from "../../server/analysis/facts/explanation.ts";
import { analysed, lineOf } from "./literate.ts";

const { document, analysis } = analysed(`
import os
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
df = pd.read_csv(os.getenv("DATA"))
# %%
train, test = train_test_split(df)
recent = test[test.year > 2020]
few = df.sample(10)
others = df.drop(few.index)
# %%
scaler = StandardScaler().fit(train)
literal = pd.DataFrame({"a": [1]})
`);

function told(steps: readonly Step[]): readonly string[] {
  return steps.map(({ at, message }) => `${lineOf(document, at)} ${message}`);
}

function value(name: string) {
  const found = analysis.exitValue(name);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

test("from the environment through the read and the split to the selection", () => {
  expect(told(explanationOf(value("recent")))).toEqual([
    "6 taken from an environment variable here", "6 read here by read_csv", "8 split here: this is the test part", "9 some of the rows are selected here",
  ]);
});

test("what is left over", () => {
  expect(told(explanationOfRows(value("others").data?.rows))).toEqual(["6 the rows come from here", "10 selected here: these are the rows left over"]);
});

test("an estimator: what it was fitted on, then the fit", () => {
  expect(told(explanationOf(value("scaler"))).slice(-2)).toEqual(["8 split here: this is the training part", "13 fitted here"]);
});

test("several values: each place once", () => {
  const steps = told(jointExplanation([value("train"), value("test")]));
  expect(steps.filter((each) => each.startsWith("8"))).toHaveLength(1);
  expect(new Set(steps).size).toBe(steps.length);
});

test("what is made of literals begins where it is made", () => {
  expect(told(explanationOf(value("literal")))).toEqual(["14 made here by DataFrame"]);
});
