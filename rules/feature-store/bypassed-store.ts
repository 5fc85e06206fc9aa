/**
 * bypassed-store: a model is trained on the file or table that a feature view is made from, not on what the store gives out.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { bypassedSources } from "../../server/analysis/facts/bypassed-sources.ts";
import type { BypassedSource } from "../../server/analysis/facts/bypassed-sources.ts";

export default defineRule({
  name: "bypassed-store",
  topic: "feature-store",
  summary: "Model is trained on the source of a feature view, past the store",
  why: {
    scientist:
      "The store gives each row the values that were known at its time. The source gives those of some other time, often later ones: the " +
      "model learns from the future, and looks better than it is.",
    engineer:
      "Serving asks the store, training reads the file: a mapping, a fix or a new version of the view reaches only one of the two, and " +
      "nothing says which models depend on the view.",
  },
  bad: `
import pandas as pd
from sklearn.linear_model import LogisticRegression

drivers = pd.read_parquet("feature_repo/data/driver_stats.parquet")
model = LogisticRegression().fit(drivers[["conv_rate", "acc_rate"]], drivers["late"])
`,
  good: `
import pandas as pd
from feast import FeatureStore
from sklearn.linear_model import LogisticRegression

orders = pd.read_parquet("orders.parquet")
store = FeatureStore(repo_path="feature_repo")
features = ["driver_stats:conv_rate", "driver_stats:acc_rate"]
drivers = store.get_historical_features(entity_df=orders, features=features).to_df()
model = LogisticRegression().fit(drivers[["conv_rate", "acc_rate"]], drivers["late"])
`,
  severity: { exploration: "information", production: "warning" },
  needs: { bypassed: bypassedSources },
  check: ({ bypassed }) => bypassed.map((each) => ({
    at: each.at,
    message: messageOf(each),
    related: [{ at: each.fit, message: "the model is trained here" }],
  })),
});

function messageOf({ view, features: [first, second, ...others] }: BypassedSource): string {
  const listed = [first, ...(others.length === 0 ? [second] : [])].filter((each) => each !== undefined).join(" and ");
  const more = others.length > 0 ? ` and ${String(others.length + 1)} more` : "";
  const what = first === undefined ? "" : ` (${listed}${more})`;
  return `A model is trained on the source of "${view.name}"${what}, past the feature store`;
}
