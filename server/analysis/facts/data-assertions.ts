/**
 * Assertions that check data: what was read, what came from outside.
 *
 *     sales = pd.read_csv("sales.csv")
 *     assert len(sales) > 0, "no sales"            checks data
 *     assert not sales["price"].isna().any()       checks data
 *     assert model is not None                     tells readers, and type checkers, what is known
 *     assert isinstance(sales, pd.DataFrame)       the same
 *     assert lower < upper                         nothing says that this is data
 *
 * Data is a frame or a column (pandas, polars, Spark) that was not put together here, what a read gave, and what came by an argument, the environment or the network.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Assert, Expression, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { gathered } from "./kept.ts";
import { classNameOf } from "./values.ts";

export interface DataAssertion {
  readonly unit: Unit;
  readonly node: Assert;
  /** The data that is checked, as the code names it. */
  readonly data: Expression;
  /** False where an AssertionError may be expected around it. */
  readonly mayChange: boolean;
}

export const dataAssertions = defineFact<never, readonly DataAssertion[]>({
  name: "dataAssertions",
  needs: {},
  document({ analysis }) {
    const found = assertionsIn(analysis);
    const isCaught = found.length > 0 && analysis.units.some(({ unit }) => /\bAssertionError\b/u.test(unit.text));
    return found.map((each) => ({ ...each, mayChange: !isCaught }));
  },
});

const assertionsIn = gathered((analysis): readonly Omit<DataAssertion, "mayChange">[] => {
  const { unit } = analysis;
  if (!/\bassert\b/u.test(unit.text)) return [];
  const found: Omit<DataAssertion, "mayChange">[] = [];
  walk(unit.body, (node) => {
    if (node.kind !== "Assert" || isTest(ancestorsOf(unit, node))) return undefined;
    const data = dataIn(analysis, node.test);
    if (data) found.push({ unit, node, data });
    return undefined;
  });
  return found;
});

/** A test that lies in a module of its own subject. */
function isTest(path: readonly Node[]): boolean {
  return path.some((node) => {
    if (node.kind === "ClassDef") return /^Test|Tests?(?:Case)?$/u.test(node.name.name);
    return (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") && /^_*(?:test|self_?test|assert)(?:_|$)|_test$/u.test(node.name.name);
  });
}

/** The first piece of data that decides whether the assertion holds. */
function dataIn(analysis: UnitAnalysis, test: Expression): Expression | undefined {
  let data: Expression | undefined;
  walk([test], (node) => {
    if (data) return "skip";
    switch (node.kind) {
      case "Compare":
        // Says what something is, for whoever reads it.
        return node.ops.every((op) => op === "is" || op === "is not") ? "skip" : undefined;
      case "Call":
        if (node.func.kind === "Name") return /^(?:isinstance|issubclass|callable|hasattr|type)$/u.test(node.func.id) ? "skip" : undefined;
        if (node.func.kind !== "Attribute") return undefined;
        // The object, not the method.
        data = [node.func.value, ...node.args].map((each) => dataIn(analysis, each)).find((found) => found !== undefined) ?? (isData(analysis.valueOf(node)) ? node : undefined);
        return "skip";
      case "Lambda":
        return "skip";
      case "Name":
      case "Attribute":
      case "Subscript":
        if (isData(analysis.valueOf(node))) data = node;
        return data ? "skip" : undefined;
      default:
        return undefined;
    }
  });
  return data;
}

const tables = /^(?:pandas\.(?:DataFrame|Series)|polars\.(?:DataFrame|LazyFrame|Series)|pyspark\.sql\.(?:dataframe\.|classic\.\w+\.)?DataFrame|dask\.dataframe\.\w+|geopandas\.GeoDataFrame)$/u;

function isData(value: Value): boolean {
  if (value.constant !== undefined) return false;
  const isGiven = value.origins.some((origin) => origin.kind === "external" || (origin.kind === "call" && isReading(origin.target)));
  if (!tables.test(classNameOf(value) ?? "")) return isGiven;
  // A table that the code itself put together is what the code says it is.
  return isGiven || value.origins.some(({ kind }) => kind === "parameter") || !value.origins.some((origin) => origin.kind === "call" && /^pandas\.(?:DataFrame|Series)$/u.test(origin.target));
}

/** Gives what is in a file, a table or an answer; not a handle of one, and no facts about the file system. */
function isReading(target: string): boolean {
  if (/^(?:os|pathlib|shutil|glob|importlib|inspect|builtins\.open|subprocess|platform)\b/u.test(target) && !/read_(?:text|bytes)$/u.test(target)) return false;
  const effects = callableOf(target)?.effects ?? [];
  return (effects.includes("read") || effects.includes("deserialize")) && !effects.includes("open") && !effects.includes("connect");
}
