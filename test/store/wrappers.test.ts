/** References that reach a retrieval through functions of the project's own, and through objects of the store: checked where they are written. */
import { describe, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { dialects } from "../../server/analysis/store/dialects.ts";
import { collectColumns } from "../../server/analysis/facts/named-columns.ts";
import type { Catalogue } from "../../server/analysis/store/model.ts";
import { featureRetrievals } from "../../server/analysis/knowledge/feature-retrievals.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { moduleFiles, workspace } from "../harness/module-files.ts";
import { memoryHost } from "../workspace/memory-host.ts";

const definitions = `from feast import Entity, FeatureView, Field, FileSource, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(path="data/stats.parquet", timestamp_field="event_timestamp")
stats = FeatureView(name="driver_stats", entities=[driver], schema=[Field(name="conv_rate", dtype=Float32), Field(name="acc_rate", dtype=Float32)], source=source)


@on_demand_feature_view(sources=[stats], schema=[Field(name="sum", dtype=Float32)])
def totals(inputs):
    return inputs
`;

const client = `from feast import FeatureStore

store = FeatureStore(repo_path="feature_repo")
DEFAULT = ["driver_stats:conv_rate", "driver_stats:gone"]


def fetch(names, frame=None):
    return store.get_historical_features(entity_df=frame, features=names).to_df()


def one(view, name):
    return store.get_online_features(features=[f"{view}:{name}"], entity_rows=[{"driver_id": 1}]).to_dict()


def deep(names):
    return fetch(names + ["driver_stats:conv_rate"])


def standard(frame):
    return fetch(DEFAULT, frame)


class Client:
    def __init__(self, path="feature_repo"):
        self.store = FeatureStore(repo_path=path)

    def load(self, frame, *names):
        return self.store.get_historical_features(frame, features=list(names))

    def many(self, frame, feature_names):
        return self.store.get_historical_features(frame, features=[f"driver_stats:{name}" for name in feature_names])
`;

async function opened(code: string): Promise<{ readonly session: Session; readonly uri: string; readonly catalogue: Catalogue | undefined }> {
  const texts = { "feature_repo/__init__.py": "", "feature_repo/definitions.py": definitions, "client.py": client, "train.py": code };
  const index = createStoreIndex(memoryHost({ "/w/feature_repo/feature_store.yaml": "project: drivers\nregistry: data/registry.db\n", "/w/feature_repo/definitions.py": definitions }), [workspace]);
  await index.refresh();
  const files = moduleFiles(texts);
  const uri = files.uri("train.py");
  const session = createSession({ rules: rules.filter(({ name }) => name === "unknown-feature"), strict: true });
  session.openScript(uri, code, { settings: defaultSettings, profile: "production" });
  session.setCatalogue(uri, index.catalogueFor(uri));
  files.tell(session.modules, uri);
  return { session, uri, catalogue: index.catalogueFor(uri) };
}

/** What is unknown in the code, by the characters that are underlined. */
async function unknownIn(code: string): Promise<readonly string[]> {
  const { session, uri } = await opened(code);
  return (session.report(uri)?.findings ?? []).map(({ at }) => {
    const { source, start, end } = session.modules.locate(at) ?? {};
    return source?.text.slice(start, end) ?? "nowhere";
  });
}

describe("functions of another module", () => {
  test.each([
    ["a function", 'from client import fetch\nfetch(["driver_stats:conv_rat"])', ["conv_rat"]],
    ["by name, through the module", 'import client\nclient.fetch(names=["driver_stat:conv_rate"])', ["driver_stat"]],
    ["view and feature apart", 'from client import one\none("driver_stats", "acc_rat")', ["acc_rat"]],
    ["through two functions", 'from client import deep\ndeep(["driver_stats:acc_rte"])', ["acc_rte"]],
    ["a method, arguments in a row", 'from client import Client\nClient().load(None, "driver_stats:conv_rate", "driver_stats:a")', ["a"]],
    ["names of features alone", 'from client import Client\nclient = Client("feature_repo")\nclient.many(None, ["conv_rate", "acc"])', ["acc"]],
    ["out of a function of this file", 'from client import fetch\ndef load():\n    return fetch(["driver_stats:conv"])', ["conv"]],
    ["a wrapper around the wrapper", 'from client import fetch\ndef load(*names):\n    return fetch([f"driver_stats:{name}" for name in names])\nload("conv_rate", "x")', ["x"]],
    ["what is written in the other module is told there", "from client import standard\nstandard(None)", []],
    ["right references", 'from client import Client, fetch, one\nfetch(["driver_stats:conv_rate"])\none("driver_stats", "acc_rate")\nClient().many(None, ["acc_rate"])', []],
    ["what nobody knows", 'import sys\nfrom client import fetch\nfetch(sys.argv[1:])\nfetch([f"driver_stats:{sys.argv[1]}"])', []],
    ["a function that asks for nothing", 'def fetch(names):\n    return names\nfetch(["driver_stats:conv_rat"])', []],
  ])("%s", async (_name, code, expected) => {
    expect(await unknownIn(`${code}\n`)).toEqual(expected);
  });
});

describe("forms of lists", () => {
  const start = 'from feast import FeatureStore\nfrom feature_repo.definitions import stats, totals\nstore = FeatureStore(repo_path="feature_repo")\nNAMES = ("conv_rate", "acc")\n';

  test.each([
    ["an unpacked generator", '[*(f"driver_stats:{name}" for name in NAMES), "driver_stats:b"]', ["acc", "b"]],
    ["a list of a generator", 'list(f"driver_stats:{name}" for name in NAMES)', ["acc"]],
    ["names of views", '[f"{stats.name}:conv", f"{totals.name}:sum", f"{totals.name}:summ"]', ["conv", "summ"]],
    ["names of fields of one's own", '[f"{stats.name}:{name}" for name in NAMES if name != "acc"]', []],
  ])("%s", async (_name, list, expected) => {
    expect(await unknownIn(`${start}store.get_historical_features(None, ${list})\n`)).toEqual(expected);
  });
});

test.each([
  ["a frame", 'from client import fetch\nframe = fetch(["driver_stats:conv_rate", "driver_stats:acc_rate"])\nframe[["conv_rate", "other"]]\nframe.head().acc_rate', ["conv_rate", "acc_rate"]],
  ["a response", 'from client import one\none("driver_stats", "acc_rate")["acc_rate"]\none("driver_stats", "acc_rate").get("conv_rate")', ["acc_rate"]],
  ["a job", 'from client import Client\nfound = Client().load(None, "driver_stats:conv_rate").to_df()\nfound.drop(columns=["conv_rate"])', ["conv_rate"]],
  ["a name for the columns, elsewhere", 'from client import fetch\nLABELS = ["conv_rate"]\nX = fetch([f"driver_stats:{name}" for name in LABELS])[LABELS]', ["conv_rate"]],
  ["a frame of its own", 'from client import fetch\nimport pandas as pd\nfetch(["driver_stats:conv_rate"])\npd.read_csv("x.csv")["conv_rate"]', []],
])("columns of what a function of another module retrieves: %s", async (_, code, expected) => {
  const { session, uri, catalogue } = await opened(`${code}\n`);
  const document = session.document(uri);
  const { names } = document ? collectColumns(document.analysis(), uri, catalogue) : { names: [] };
  expect(names.map(({ written, columns }) => `${written.text}${columns.map(({ view }) => view.name).join() === "driver_stats" ? "" : " of another view"}`)).toEqual(expected);
});

test("all calls that retrieve are kept of functions of other modules", () => {
  for (const { forms } of dialects.values()) {
    const retrieving = forms.filter(({ role, isPart }) => role !== undefined && isPart !== true).map(({ callable }) => callable);
    expect(retrieving.filter((name) => !featureRetrievals.has(name))).toEqual([]);
  }
});
