/**
 * recomputed-feature: a column that is computed by hand as the feature store computes it already.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { recomputedFeatures } from "../../server/analysis/facts/recomputed-features.ts";

export default defineRule({
  name: "recomputed-feature",
  topic: "feature-store",
  summary: "Column is computed by hand in the same way as a feature of the store",
  why: {
    scientist:
      "Somebody has built this feature already, with a name, a description and values that serving will have too. Asking for it saves the " +
      "work, and what your model learns from is what it will be given.",
    engineer:
      "Sooner or later, a formula that stands in two places is changed in one of them. Training then computes one thing and the store " +
      "serves another, under the same name, and nothing fails.",
  },
  bad: `
import pandas as pd

trips = pd.read_parquet("trips.parquet")
trips["price_per_km"] = trips["fare"] / trips["distance"]  # which is what prices:price_per_km is
`,
  good: `
import pandas as pd
from feast import FeatureStore

trips = pd.read_parquet("trips.parquet")
store = FeatureStore(repo_path="feature_repo")
trips = store.get_historical_features(entity_df=trips, features=["prices:price_per_km"]).to_df()
`,
  severity: { exploration: "information", production: "information" },
  needs: { recomputed: recomputedFeatures },
  check: ({ recomputed }) => recomputed.map(({ at, column, view, feature }) => ({
    at,
    message: `"${column}" is computed in the same way as the feature "${view.name}:${feature}"`,
  })),
});
