/** Training and serving in documents of their own: open beside each other in one session, the lists are held against each other. */
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";

const repository = {
  "feature_repo/feature_store.yaml": "project: drivers\nregistry: data/registry.db\n",
  "feature_repo/definitions.py": `from feast import Entity, FeatureView, Field, FileSource
from feast.types import Float32

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
stats = FeatureView(name="stats", entities=[driver], schema=[Field(name=each, dtype=Float32) for each in ("a", "b", "c", "d")], source=source)
`,
};

const training = (list: string): string => `from feast import FeatureStore
from sklearn.linear_model import LinearRegression

frame = FeatureStore(repo_path="feature_repo").get_historical_features("SELECT * FROM t", ${list}).to_df()
LinearRegression().fit(frame, frame.index)
`;
const serving = (list: string): string => `import joblib
from feast import FeatureStore

model = joblib.load("model.joblib")
print(model.predict(FeatureStore(repo_path="feature_repo").get_online_features(${list}, [{"driver_id": 1}]).to_df()))
`;

async function opened(files: Readonly<Record<string, string>>): Promise<Session> {
  const index = createStoreIndex(memoryHost(repository), [project]);
  await index.refresh();
  const session = createSession({ rules: rules.filter(({ name }) => name === "training-serving-mismatch"), strict: true });
  for (const [path, text] of Object.entries(files)) {
    const uri = `${project}/${path}`;
    session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
    session.setCatalogue(uri, index.catalogueFor(uri));
  }
  return session;
}

function found(session: Session, path: string): readonly string[] {
  return (session.report(`${project}/${path}`)?.findings ?? []).map(({ message, level, related = [] }) => {
    const [at] = related;
    const where = at && session.modules.locate(at.at);
    return `${level}: ${message} <- ${where ? where.source.text.slice(where.start, where.end) : ""}`;
  });
}

const trained = '["stats:a", "stats:b"]';
const lacking = `error: Served without "stats:b", which the model is trained on <- ${trained}`;

describe("training and serving in two documents", () => {
  test("the finding stands where the model is served, and leads to where it is trained", async () => {
    const session = await opened({ "train.py": training(trained), "serve.py": serving('["stats:a"]') });
    expect(found(session, "serve.py")).toEqual([lacking]);
    expect(found(session, "train.py")).toEqual([]);
  });

  test("in whichever order they are opened, and until the other one is closed", async () => {
    const session = await opened({ "serve.py": serving('["stats:a"]'), "train.py": training(trained) });
    expect(found(session, "serve.py")).toEqual([lacking]);
    session.close(`${project}/train.py`);
    expect(found(session, "serve.py")).toEqual([]);
  });

  test("an edit of the training list is seen; any other leaves the report as it is", async () => {
    const session = await opened({ "train.py": training(trained), "serve.py": serving('["stats:a"]') });
    const uri = `${project}/train.py`;
    const first = session.report(`${project}/serve.py`);
    session.change(uri, [{ start: 0, end: 0, text: "import math\n" }]);
    expect(session.report(`${project}/serve.py`)).toBe(first);
    expect(found(session, "serve.py")).toEqual([lacking]);
    const at = `import math\n${training(trained)}`.indexOf(', "stats:b"');
    session.change(uri, [{ start: at, end: at + ', "stats:b"'.length, text: "" }]);
    expect(found(session, "serve.py")).toEqual([]);
  });

  test("a document that trains itself looks at no other", async () => {
    const own = `${training('["stats:a"]')}\n${serving('["stats:a"]')}`;
    const session = await opened({ "train.py": training(trained), "both.py": own });
    expect(found(session, "both.py")).toEqual([]);
  });

  test("two models that it may be, a model with other features, and code that trains nothing", async () => {
    const two = await opened({ "one.py": training(trained), "two.py": training('["stats:a", "stats:c"]'), "serve.py": serving('["stats:a"]') });
    expect(found(two, "serve.py")).toEqual([]);
    const other = await opened({ "train.py": training('["stats:c", "stats:d"]'), "serve.py": serving('["stats:a", "stats:b"]') });
    expect(found(other, "serve.py")).toEqual([]);
    const nothing = await opened({ "train.py": training(trained).replace(".fit(", ".show("), "serve.py": serving('["stats:a"]') });
    expect(found(nothing, "serve.py")).toEqual([]);
  });

  test("the fix writes the features of training", async () => {
    const session = await opened({ "train.py": training(trained), "serve.py": serving('["stats:a"]') });
    const [finding] = session.report(`${project}/serve.py`)?.findings ?? [];
    expect(finding?.fixes.map(({ title, edits }) => `${title}: ${edits.map(({ text }) => text).join("")}`)).toEqual([`Ask for the features of training: ${trained}`]);
  });
});
