/**
 * missing-event-timestamp: an entity frame without the time as of which features are wanted.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { entityFrame, neededColumns, population } from "../../server/analysis/facts/entity-columns.ts";
import { featureReferences } from "../../server/analysis/facts/features.ts";
import type { Retrieval } from "../../server/analysis/facts/features.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "missing-event-timestamp",
  topic: "feature-store",
  summary: "Entity frame has no column for the time as of which features are wanted",
  why: {
    scientist:
      "Feast joins the values that were known at each row's time; that is what keeps the future out of the training data. Without " +
      "the column `event_timestamp` there is no such time.",
    engineer:
      "get_historical_features raises EntityTimestampInferenceException unless the frame has `event_timestamp` or exactly one column " +
      "of a datetime type, so a change of the frame's source breaks training.",
  },
  bad: `
import pandas as pd
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
drivers = pd.DataFrame({"driver_id": [1001, 1002]})
training = store.get_historical_features(entity_df=drivers, features=["driver_stats:conv_rate"]).to_df()
`,
  good: `
import pandas as pd
from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
drivers = pd.DataFrame({"driver_id": [1001, 1002]})
drivers["event_timestamp"] = pd.to_datetime(["2026-01-01", "2026-02-01"])
training = store.get_historical_features(entity_df=drivers, features=["driver_stats:conv_rate"]).to_df()
`,
  severity: { exploration: "error", production: "error" },
  imports: ["pandas"],
  needs: { found: featureReferences },
  check: ({ found }) => found.retrievals.map((each) => (each.form.rows ? withoutColumn(each) : withoutTime(each))).filter((finding) => finding !== undefined),
});

/** The call names the column, or takes its usual name. */
function withoutColumn(retrieval: Retrieval): Finding | undefined {
  const given = retrieval.proved ? population(retrieval) : undefined;
  if (given?.time === undefined || !given.frame.lacks(given.time)) return undefined;
  return { at: place(retrieval.event.unit, given.frame.node), message: `The population has no column "${given.time}" for the time of each row` };
}

function withoutTime(retrieval: Retrieval): Finding | undefined {
  const frame = retrieval.certain && retrieval.index.dialect.kind === "feast" ? entityFrame(retrieval) : undefined;
  if (!frame?.all || !frame.lacks("event_timestamp")) return undefined;
  // Any other column may be of a datetime type, and does then.
  const needed = new Map(neededColumns(retrieval).map((column) => [column.name, column]));
  const isTime = (name: string): boolean => !isOtherType(needed.get(name)?.dtype);
  if (frame.all.size === 0 || [...frame.all].some(isTime)) return undefined;
  const columns = [...frame.all].map((name) => `"${name}"`).join(", ");
  const message = `The entity frame has no "event_timestamp", only ${columns}`;
  return { at: place(retrieval.event.unit, frame.node), message: message.length < 100 ? message : `The entity frame has no "event_timestamp"` };
}

/** Known, and no time: as Field and as Entity write it. */
function isOtherType(dtype: string | undefined): boolean {
  return dtype !== undefined && /^(?:Int32|Int64|Float32|Float64|Bool|String|Bytes|Uuid|INT32|INT64|FLOAT|DOUBLE|BOOL|STRING|BYTES|UUID)$/u.test(dtype);
}
