/**
 * Call targets on the notebooks beside this file, which are labelled with what they call when they run (see labels.ts; made by
 * bench/label.ts). `npx tsx bench/labelled.ts titanic` lists what is missed.
 */
import { expect, test } from "vitest";
import { judge, readLabels, writeLabels } from "./labels.ts";
import { judgedNotebooks, total } from "./notebooks.ts";

/** Shares that were reached: raise them when they rise. */
const leastRecall = 0.975;
const leastPrecision = 0.997;

const notebooks = judgedNotebooks();

test("nearly every call in the labelled notebooks is named", () => {
  const { called, named, misses } = total(notebooks);
  expect(named / called, misses.join("\n")).toBeGreaterThanOrEqual(leastRecall);
});

test("nearly every name that is given to a call is right", () => {
  const { claims, right, misses } = total(notebooks);
  expect(right / claims, misses.join("\n")).toBeGreaterThanOrEqual(leastPrecision);
});

test.each(notebooks)("$name has its labels where the analysis has its calls", ({ figures }) => {
  expect(figures.called).toBeGreaterThan(100);
  expect(figures.claims).toBeGreaterThan(0);
});

test("a claim counts by any name of what is called; a wrong one is wrong and does not name", () => {
  const labels = readLabels("0:1:1-1:9\tdf.head\tpandas.DataFrame.head = pandas.core.generic.NDFrame.head\n0:2:1-2:5\tf\ta.f + b.f\n");
  expect(readLabels(writeLabels(labels))).toEqual(labels);
  const at = (line: number, endColumn: number, targets: readonly string[]) => ({ cell: 0, endLine: line, endColumn, targets });
  expect(judge(labels, [at(1, 9, ["pandas.core.generic.NDFrame.head"]), at(2, 5, ["a.f", "c.f"])])).toMatchObject({ called: 3, named: 2, claims: 3, right: 2 });
  expect(judge(labels, [at(1, 8, ["pandas.DataFrame.head"])])).toMatchObject({ called: 3, named: 0, claims: 0 });
});
