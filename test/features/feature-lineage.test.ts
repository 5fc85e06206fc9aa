/** Where features come from and go to, over a repository and the scripts around it. A graph is told as its edges. */
import { describe, expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { featureDetails, namesCalled, nameWithKey } from "../../server/features/feature-details.ts";
import type { FeatureDetails } from "../../server/features/feature-details.ts";
import { nameKey } from "../../server/features/feature-name.ts";
import { usesIn } from "../../server/features/found-uses.ts";
import type { WorkspaceUses } from "../../server/features/found-uses.ts";
import { feastCatalogue } from "./feature-workspace.ts";

const repository = {
  "feature_store.yaml": "project: drivers\nregistry: data/registry.db\n",
  "views.py": `from datetime import timedelta

import pandas as pd
from feast import Entity, FeatureService, FeatureView, Field, FileSource, PushSource, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
trips_file = FileSource(name="trips_file", path="data/trips.parquet", timestamp_field="at")
trips_push = PushSource(name="trips_push", batch_source=trips_file)
stats = FeatureView(
    name="stats", entities=[driver], ttl=timedelta(days=2), source=trips_push, owner="fleet@example.com", tags={"team": "fleet"},
    description="Trips of a driver",
    schema=[
        Field(name="trips", dtype=Int64, description="Trips of the last day", tags={"deprecated": "true", "replaced_by": "rides"}),
        Field(name="rating", dtype=Float64),
        Field(name="idle", dtype=Float64),
    ],
)
now = RequestSource(name="now", schema=[Field(name="distance", dtype=Float64)])


@on_demand_feature_view(sources=[stats[["rating"]], now], schema=[Field(name="adjusted", dtype=Float64)])
def fares(inputs: pd.DataFrame) -> pd.DataFrame:
    df = pd.DataFrame()
    df["adjusted"] = inputs["rating"] * inputs["distance"]
    return df


dispatch = FeatureService(name="dispatch", features=[stats[["trips", "rating"]], fares])
`,
};

const train = `import joblib
import pandas as pd
from feast import FeatureStore
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

store = FeatureStore("feature_repo")
frame = store.get_historical_features(entity_df=pd.read_csv("e.csv"), features=["stats:trips", "stats:rating"]).to_df()
X = frame[["rating"]].fillna(0)
train, test, y, z = train_test_split(X, frame["label"])
scaler = StandardScaler().fit(train)
model = RandomForestClassifier()
model.fit(train, y)
joblib.dump(model, "models/drivers.joblib")
`;
const byService = `import pickle

from feast import FeatureStore
from sklearn.linear_model import LogisticRegression


def load(store):
    return store.get_historical_features(entity_df=people(), features=store.get_feature_service("dispatch")).to_df()


def people():
    return "SELECT * FROM people"


def train(frame):
    model = LogisticRegression()
    return model.fit(frame.drop(columns=["label"]), frame["label"])


frame = load(FeatureStore("feature_repo"))
model = train(frame)
with open("service.pkl", "wb") as file:
    pickle.dump({"model": model}, file)
`;
const serve = `from feast import FeatureStore

store = FeatureStore("feature_repo")
row = store.get_online_features(features=["stats:rating", "fares:adjusted"], entity_rows=[{"driver_id": 1, "distance": 2.0}]).to_dict()
`;
const dynamic = `import sys

from feast import FeatureStore

row = FeatureStore("feature_repo").get_online_features(features=[f"stats:{sys.argv[1]}"], entity_rows=[]).to_dict()
`;
const scripts: Readonly<Record<string, string>> = { "train.py": train, "by_service.py": byService, "serve.py": serve, "explore.py": dynamic };

function detailsOf(called: string, chosen: readonly string[] = Object.keys(scripts), texts: Readonly<Record<string, string>> = scripts): FeatureDetails {
  const catalogue = feastCatalogue(repository);
  const session = createSession({ rules: [], strict: true });
  const files = chosen.flatMap((name) => {
    const uri = `file:///w/${name}`;
    const text = texts[name] ?? "";
    if (name.endsWith(".ipynb")) session.openNotebook(uri, [{ id: "a", kind: "code", language: "python", text }], { settings: defaultSettings, profile: "production" });
    else session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
    const document = session.document(uri);
    return document ? [usesIn(session, document, catalogue)] : [];
  });
  const uses: WorkspaceUses = { files, whole: true };
  const [name] = namesCalled(catalogue, called);
  const details = name && featureDetails(name, catalogue, uses, Date.UTC(2026, 0, 1));
  if (!name || !details) throw new Error(`nothing is called ${called}`);
  expect(nameWithKey(catalogue, nameKey(name))).toEqual(name);
  return details;
}

/** `rating > serve.py`; `?` where it may be. */
function edgesOf({ lineage: { nodes, edges } }: FeatureDetails): readonly string[] {
  const label = (id: string): string => nodes.find((node) => node.id === id)?.label ?? `no node ${id}`;
  return edges.map(({ from, to, isSure }) => `${label(from)} ${isSure ? ">" : ">?"} ${label(to)}`).sort();
}

describe("lineage of a feature", () => {
  test("leads from the source behind a push source to models and where they are kept", () => {
    const details = detailsOf("stats:rating");
    expect(edgesOf(details)).toEqual([
      "by_service.py >? LogisticRegression",
      "dispatch > by_service.py",
      "fares > dispatch", "fares > serve.py",
      "rating > dispatch", "rating > fares", "rating > serve.py", "rating > train.py",
      "stats > rating",
      "train.py > RandomForestClassifier",
      "trips_file > trips_push", "trips_push > stats",
    ]);
    const node = (label: string) => details.lineage.nodes.find((each) => each.label === label);
    expect(node("RandomForestClassifier")).toMatchObject({ kind: "model", detail: "saved as models/drivers.joblib" });
    expect(node("LogisticRegression")).toMatchObject({ kind: "model", detail: "saved as service.pkl" });
    expect(node("rating")).toMatchObject({ kind: "feature", detail: "Float64", isSubject: true });
    expect(node("train.py")).toMatchObject({ kind: "script", detail: "training" });
    expect(node("serve.py")).toMatchObject({ kind: "script", detail: "serving" });
    expect(node("trips_file")?.detail).toBe("FileSource data/trips.parquet");
    expect(details.lineage.gaps).toEqual(["Names known only at run time may mean it: explore.py."]);
  });

  test("leads to no model that its column does not go into", () => {
    const details = detailsOf("stats:trips", ["train.py"]);
    expect(edgesOf(details)).toEqual(["stats > trips", "trips > dispatch", "trips > train.py", "trips_file > trips_push", "trips_push > stats"]);
    expect(details.lineage.gaps).toEqual(["No model is seen to be trained on it in train.py: the data may be used elsewhere, or in ways that are not followed."]);
  });

  test("notebooks are called notebooks", () => {
    const { nodes } = detailsOf("stats:rating", ["look.ipynb"], { "look.ipynb": serve }).lineage;
    expect(nodes.find(({ label }) => label === "look.ipynb")).toMatchObject({ kind: "notebook", detail: "serving" });
  });

  test("a scaler is no model", () => {
    const text = train.replace(/model = Random[^]*$/, "");
    expect(edgesOf(detailsOf("stats:rating", ["train.py"], { "train.py": text })).filter((edge) => edge.startsWith("train.py"))).toEqual([]);
  });

  test("a model that was fitted anew on other data is not the one that is saved", () => {
    const text = train.replace("joblib.dump", 'model.fit(pd.read_csv("other.csv")[["a"]], y)\njoblib.dump');
    const { nodes } = detailsOf("stats:rating", ["train.py"], { "train.py": text }).lineage;
    expect(nodes.find(({ kind }) => kind === "model")?.detail).toBe("not seen to be saved");
  });

  test("a frame that is merged with others is followed", () => {
    const text = train.replace('X = frame[["rating"]].fillna(0)', 'X = pd.read_csv("more.csv").merge(frame, on="driver_id")');
    expect(edgesOf(detailsOf("stats:rating", ["train.py"], { "train.py": text }))).toContain("train.py >? RandomForestClassifier");
  });
});

describe("lineage of views and services", () => {
  test("a view that is computed on demand comes from views and from the request", () => {
    expect(edgesOf(detailsOf("fares"))).toEqual([
      "by_service.py >? LogisticRegression", "dispatch > by_service.py", "fares > dispatch", "fares > serve.py", "now > fares", "stats > fares",
      "trips_file > trips_push", "trips_push > stats",
    ]);
  });

  test("a service comes from its views and goes where it is retrieved", () => {
    const details = detailsOf("dispatch");
    expect(edgesOf(details)).toEqual([
      "by_service.py > LogisticRegression", "dispatch > by_service.py", "fares > dispatch", "now > fares", "stats > dispatch", "stats > fares",
      "trips_file > trips_push", "trips_push > stats",
    ]);
    expect(details.features.map(({ label }) => label)).toEqual(["stats:trips", "stats:rating", "fares:adjusted"]);
  });

  test("nothing retrieves it", () => {
    expect(edgesOf(detailsOf("stats:idle", ["train.py"]))).toEqual(["stats > idle", "trips_file > trips_push", "trips_push > stats"]);
  });
});

describe("details", () => {
  test("say what is known of a feature and its view", () => {
    const { facts, tags, type, description, deprecated, usage, reference, project } = detailsOf("stats:trips");
    expect({ reference, project, type, description, deprecated }).toEqual({
      reference: "stats:trips", project: "drivers", type: "Int64", description: "Trips of the last day", deprecated: "deprecated, replaced by rides",
    });
    expect(Object.fromEntries(facts.map(({ label, text }) => [label, text]))).toEqual({
      View: "stats (FeatureView)", "View description": "Trips of a driver", Entities: "driver", "Join keys": "driver_id", "Time to live": "2 days",
      Source: "trips_push", Owner: "fleet@example.com", "Served online": "yes", Project: "drivers",
    });
    expect(tags).toEqual([{ key: "team", value: "fleet" }, { key: "deprecated", value: "true" }, { key: "replaced_by", value: "rides" }]);
    expect(usage.text).toBe("2 training, 1 service");
    expect(usage.training.map(({ uri }) => uri)).toEqual(["file:///w/train.py", "file:///w/by_service.py"]);
    expect(usage.possibly.map(({ uri }) => uri)).toEqual(["file:///w/explore.py"]);
  });

  test("names are found by what they are called, the most exact reading first", () => {
    const catalogue = feastCatalogue(repository);
    expect(namesCalled(catalogue, "rating")).toMatchObject([{ kind: "feature", view: "stats" }]);
    expect(namesCalled(catalogue, "stats")).toMatchObject([{ kind: "view" }]);
    expect(namesCalled(catalogue, "ratings")).toEqual([]);
  });
});
