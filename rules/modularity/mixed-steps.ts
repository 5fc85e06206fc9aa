/** mixed-steps: one function or cell that reads data, transforms it, trains and writes, all by itself. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { isGenerated } from "../../server/analysis/facts/generated-code.ts";
import { mixedWork } from "../../server/analysis/facts/mixed-work.ts";
import type { MixedWork } from "../../server/analysis/facts/mixed-work.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import { headOf } from "../../server/analysis/facts/statement-head.ts";
import { splitByWork } from "../../server/analysis/refactor/work-runs.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "mixed-steps",
  topic: "modularity",
  summary: "One function or cell reads, transforms, trains and writes",
  why: {
    scientist:
      "To try another model on the same features, all of this has to run again from the file on; and features for new data have to be written a second time, " +
      "because those for training cannot be called.",
    engineer:
      "Steps that fail, scale and change for different reasons are one unit: nothing can be cached, retried, tested or replaced alone, and serving " +
      "cannot share the feature code with training.",
  },
  bad: `
import joblib
import pandas as pd
from sklearn.linear_model import LinearRegression


def run(path):
    sales = pd.read_csv(path)
    sales = sales.dropna(subset=["price"])
    sales = sales[sales["sold"] > 0]
    sales["total"] = sales["price"] * sales["sold"]
    sales["share"] = sales["total"] / sales["total"].sum()
    sales["rank"] = sales["total"].rank()
    low = sales["total"].quantile(0.01)
    high = sales["total"].quantile(0.99)
    sales["total"] = sales["total"].clip(low, high)
    features = sales[["price", "sold", "share"]]
    model = LinearRegression()
    model.fit(features, sales["total"])
    score = model.score(features, sales["total"])
    print(score)
    joblib.dump(model, "model.joblib")
`,
  good: `
import joblib
import pandas as pd
from sklearn.linear_model import LinearRegression


def prepare(sales):
    sales = sales.dropna(subset=["price"])
    sales = sales[sales["sold"] > 0]
    sales["total"] = sales["price"] * sales["sold"]
    sales["share"] = sales["total"] / sales["total"].sum()
    sales["rank"] = sales["total"].rank()
    low = sales["total"].quantile(0.01)
    high = sales["total"].quantile(0.99)
    sales["total"] = sales["total"].clip(low, high)
    return sales


def train(sales):
    features = sales[["price", "sold", "share"]]
    model = LinearRegression()
    model.fit(features, sales["total"])
    print(model.score(features, sales["total"]))
    return model


def run(path):
    sales = prepare(pd.read_csv(path))
    joblib.dump(train(sales), "model.joblib")
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { mixedWork, documentKind, isGenerated, openDocument },
  imports: ["pandas", "polars", "geopandas", "dask", "pyspark", "numpy", "sklearn", "xgboost", "lightgbm", "catboost", "statsmodels", "keras", "tensorflow"],
  options: {
    kinds: { description: "Kinds of work, of reading, transforming, training and writing, from which on they are too many.", default: 3, least: 2, most: 4 },
    statements: { description: "Statements below which a function or cell may do everything.", default: 15, least: 1, most: 1000 },
  },
  check(facts, { kinds, statements: least }): readonly Finding[] {
    if (facts.documentKind.isTest || facts.isGenerated) return [];
    return facts.mixedWork.filter(({ work, statements }) => work.length >= kinds && statements >= least)
      .flatMap((mixed) => findingOf(mixed, () => fixesFor(facts.openDocument, mixed, kinds)));
  },
});

function findingOf(mixed: MixedWork, fixes: () => readonly Fix[]): readonly Finding[] {
  const { where, work } = mixed;
  const at = placeOf(mixed);
  const subject = where.kind === "function" ? `${where.node.name.name}()` : "This cell";
  return at ? [{ at, message: `${subject} ${listed(work.map(({ kind }) => kind))} in one go`, related: work.map((each) => ({ at: each.at, message: `${each.kind} here` })), fixes }] : [];
}

function fixesFor(document: OpenDocument, mixed: MixedWork, kinds: number): readonly Fix[] {
  const change = splitByWork(document, mixed, kinds);
  return change.kind === "refused" || change.cells ? [] : [{ title: "Make a function of each step", safety: "review", edits: change.edits }];
}

/** A cell by the statement at which its work begins. */
function placeOf({ where, work: [first] }: MixedWork): Place | undefined {
  if (where.kind === "function") return place(where.unit, where.node.name);
  if (!first) return undefined;
  const { anchor: { unit }, start, end } = first.at;
  const statement = unit.body.find((each) => each.start <= start && end <= each.end);
  return statement && headOf(unit, statement);
}

/** `reads, transforms and trains`. */
function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
