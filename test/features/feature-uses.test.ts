/** Where documents name features: roles, places, and what stays open until run time. */
import { expect, test } from "vitest";
import { nameText, type FeatureName } from "../../server/features/feature-name.ts";
import { collectUses, mayMean, type FeatureUses } from "../../server/features/feature-uses.ts";
import { offsetInFile } from "../../server/analysis/syntax/notebook-offset.ts";
import { readNotebook } from "../../server/analysis/syntax/notebook.ts";
import { feastCatalogue, repository, scriptAt } from "./feature-workspace.ts";

const catalogue = feastCatalogue();
const root = "file:///w/feature_repo";
const convRate: FeatureName = { kind: "feature", store: root, view: "driver_stats", name: "conv_rate" };
const prelude = "from feast import FeatureStore\nstore = FeatureStore('feature_repo')\n";

function usesOf(code: string, uri?: string): FeatureUses {
  return collectUses(scriptAt(`${code}|`, uri).document, catalogue);
}

/** `role kind name at-line:text`, in order. */
function shown(code: string, uri?: string): readonly string[] {
  const { document } = scriptAt(`${code}|`, uri);
  return collectUses(document, catalogue).uses.map(({ name, role, written }) => {
    if (!written) return `${role} ${nameText(name, catalogue)} computed`;
    const { cell, start, end } = document.locate(written);
    const text = document.sourceOf(cell);
    return `${role} ${nameText(name, catalogue)} ${String(text.positionAt(start).line)}:${text.text.slice(start, end)}`;
  });
}

test("both parts of a reference, with what it is for", () => {
  expect(shown(`${prelude}V = "driver_stats"\nstore.get_historical_features(entity_df=1, features=[f"{V}:conv_rate"])\nstore.get_online_features(["driver_stats:acc_rate"], [])\n`)).toEqual([
    "training driver_stats 2:driver_stats", "training driver_stats:conv_rate 3:conv_rate",
    "serving driver_stats 4:driver_stats", "serving driver_stats:acc_rate 4:acc_rate",
  ]);
});

test("names that are computed have no place", () => {
  expect(shown(`${prelude}n = "rate"\nstore.get_online_features(["driver_stats:conv_" + n], [])\n`)).toContain("serving driver_stats:conv_rate computed");
});

test("a text that names a feature and goes elsewhere is a mention; other texts are nothing", () => {
  expect(shown('fetch(["driver_stats:acc_rate", "driver_stats:acc_rat", "http://x:1", "driver_stats"])\n')).toEqual([
    "mention driver_stats 0:driver_stats", "mention driver_stats:acc_rate 0:acc_rate",
  ]);
});

test("columns of what was retrieved", () => {
  const frame = 'frame = store.get_historical_features(entity_df=1, features=["driver_stats:conv_rate", "driver_stats:acc_rate"]).to_df()\n';
  const at = (code: string): readonly string[] => shown(prelude + code).filter((each) => !each.includes(` ${String(prelude.split("\n").length - 1)}:`));
  const training = "training driver_stats:conv_rate 3:conv_rate";
  for (const use of ['frame["conv_rate"]', 'frame[["conv_rate"]]', "frame.conv_rate", "frame.drop(columns=['conv_rate'])", "frame[frame.acc_rate > 1]['conv_rate']", "frame.loc[:, 'conv_rate']", "frame.rename(columns={'conv_rate': 'x'})"]) {
    expect(at(`${frame}${use}\n`), use).toContain(training);
  }
  expect(at(`${frame}COLUMNS = ["conv_rate"]\nX = frame[COLUMNS]\n`)).toEqual([training]);
  expect(at(`${frame}X = frame.merge(other, on="driver_id", how="left").dropna().conv_rate\n`)).toEqual([training]);
  // What is not there any more, what never was, and what another frame has.
  expect(at(`${frame}x = frame.drop(columns=["driver_id"]).shape\n`)).toEqual([]);
  expect(at(`${frame}left = frame[["acc_rate"]]\nleft.conv_rate\n`)).toEqual(["training driver_stats:acc_rate 3:acc_rate"]);
  expect(at(`${frame}cut = "driver_stats:conv_rate".split(":")[1]\nframe[cut]\n`)).toEqual(["mention driver_stats 3:driver_stats", "mention driver_stats:conv_rate 3:conv_rate"]);
});

test("a function that makes frames of several retrievals", () => {
  const code = `${prelude}def frame_of(job):\n    return job.to_df()\na = store.get_historical_features(entity_df=1, features=["driver_stats:conv_rate"])\nb = store.get_historical_features(entity_df=1, features=["driver_fresh:trips_today"])\nframe_of(a)[["conv_rate", "trips_today"]]\nframe_of(b)[["conv_rate", "trips_today"]]\n`;
  const columns = shown(code).filter((each) => / [67]:/u.test(each) && each.startsWith("training"));
  expect(columns).toEqual(["training driver_stats:conv_rate 6:conv_rate", "training driver_fresh:trips_today 7:trips_today"]);
});

test("full names of columns", () => {
  const frame = 'frame = store.get_historical_features(1, ["driver_stats:conv_rate"], full_feature_names=True).to_df()\n';
  expect(shown(`${prelude}${frame}frame["driver_stats__conv_rate"]\n`).filter((each) => each.includes(" 3:"))).toEqual([
    "training driver_stats 3:driver_stats", "training driver_stats:conv_rate 3:conv_rate",
  ]);
});

test.each([
  ['r["conv_rate"][0]'], ['r.get("conv_rate")'], ['pd.DataFrame(r)["conv_rate"]'], ["pd.DataFrame.from_dict(r).conv_rate"], ['{**r}["acc_rate"], r["conv_rate"]'],
])("keys of a response: %s", (use) => {
  const code = `import pandas as pd\n${prelude}r = store.get_online_features(features=["driver_stats:conv_rate"], entity_rows=[{"driver_id": 1}]).to_dict()\n${use}\n`;
  expect(shown(code).filter((each) => each.includes(" 4:"))).toEqual(["serving driver_stats:conv_rate 4:conv_rate"]);
});

test("columns of a service's features, and of a retrieval in a function", () => {
  const code = `${prelude}def load():\n    return store.get_historical_features(entity_df=1, features=store.get_feature_service("driver_activity")).to_df()\nload()[["conv_rate", "trips_today", "acc_rate"]]\n`;
  expect(shown(code).filter((each) => each.includes(" 4:"))).toEqual(["training driver_stats:conv_rate 4:conv_rate", "training driver_fresh:trips_today 4:trips_today"]);
});

test("texts equal to the name of a retrieved feature may be columns of a frame that is not known", () => {
  const code = `${prelude}frame = store.get_historical_features(entity_df=1, features=["driver_stats:conv_rate"]).to_df()\nx = other["conv_rate"] + other["driver_stats__conv_rate"] + other["acc_rate"]\n`;
  expect(shown(code).filter((each) => each.startsWith("column"))).toEqual([
    "column driver_stats:conv_rate 3:conv_rate", "column driver_stats:conv_rate 3:conv_rate", "column driver_stats 3:driver_stats",
  ]);
});

test("selections, services and commands of the repository", () => {
  const code = `${repository["views.py"] ?? ""}\nmore = FeatureService(name="m", features=["driver_stats:acc_rate"])\n`;
  const found = shown(code, `${root}/views.py`);
  const line = (text: string): string => String(code.slice(0, code.indexOf(text)).split("\n").length - 1);
  expect(found).toEqual([
    `repository driver_stats ${line("more =")}:driver_stats`, `repository driver_stats:acc_rate ${line("more =")}:acc_rate`,
    `repository driver_stats:conv_rate ${line("activity =")}:conv_rate`,
  ]);
  expect(shown(`${prelude}store.materialize_incremental(1, ["driver_stats"])\nstore.get_feature_view("driver_fresh")\nother.get_feature_view("driver_stats")\n`)).toEqual([
    "repository driver_stats 2:driver_stats", "repository driver_fresh 3:driver_fresh",
  ]);
  expect(shown(`${prelude}s = store.get_feature_service("driver_activity")\nstore.get_online_features(s, [])\n`)).toEqual(["serving driver_activity 2:driver_activity"]);
});

test("functions of on-demand views name what they read and compute", () => {
  const text = `from views import driver_stats
from feast import Field
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64

@on_demand_feature_view(sources=[driver_stats], schema=[Field(name="twice", dtype=Float64)])
def doubled(inputs):
    out = inputs[["conv_rate"]].rename(columns={"conv_rate": "twice"})
    return out[["twice"]]
`;
  const all = feastCatalogue({ ...repository, "ondemand.py": text });
  const { document } = scriptAt(`${text}|`, `${root}/ondemand.py`);
  const found = collectUses(document, all).uses.map(({ name, role }) => `${role} ${nameText(name, all)}`);
  expect(found).toEqual([
    "repository driver_stats:conv_rate", "repository driver_stats:conv_rate", "repository doubled:twice", "repository doubled:twice",
  ]);
});

test.each([
  ["unknown", "store.get_online_features(read(), [])", true],
  ["a known view", "store.get_online_features([f'driver_stats:{name()}'], [])", true],
  ["another view", "store.get_online_features([f'driver_fresh:{name()}'], [])", false],
  ["the name's end", "store.get_online_features([f'{name()}_rate'], [])", true],
  ["another end", "store.get_online_features([f'{name()}:zones'], [])", false],
])("names that are known only at run time: %s", (_, call, may) => {
  const { open } = usesOf(`${prelude}${call}\n`);
  expect(open.map((use) => mayMean(use, convRate, catalogue))).toEqual([may]);
});

test.each([
  ["whole lists", "store.get_online_features(['driver_stats:conv_rate'], [])"],
  ["a service", "store.get_online_features(store.get_feature_service('driver_activity'), [])"],
  ["a function whose caller is here", "def f(names):\n    return store.get_online_features(names, [])\nf(['driver_stats:conv_rate'])"],
])("nothing is open: %s", (_, call) => {
  expect(usesOf(`${prelude}${call}\n`).open).toEqual([]);
});

test("places in the file of a notebook", () => {
  const source = 'a = "é"\nprint("x")\n';
  for (const written of [JSON.stringify([source.slice(0, 8), source.slice(8)]), JSON.stringify(source), '["a = \\"\\u00e9\\"\\n", "print(\\"x\\")\\n"]']) {
    const file = `{"cells":[{"cell_type":"code","metadata":{},"source":${written}}],"metadata":{},"nbformat":4,"nbformat_minor":5}`;
    const result = readNotebook(file);
    const cell = "notebook" in result ? result.notebook.cells[0] : undefined;
    const at = cell && offsetInFile(file, cell, source.indexOf("x"));
    expect(file.slice(at, (at ?? 0) + 3)).toBe('x\\"');
  }
});
