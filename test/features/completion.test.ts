import { describe, expect, it } from "vitest";
import { completeFeatures } from "../../server/features/completion.ts";
import type { CompletionItem } from "../../server/features/completion-items.ts";
import { featureDefinitions } from "../../server/features/definition.ts";
import { featureHover } from "../../server/features/feature-hover.ts";
import { feastCatalogue, notebookAt, repository, scriptAt } from "./feature-workspace.ts";
import type { Cursor } from "./feature-workspace.ts";

const catalogue = feastCatalogue();
const store = 'from feast import FeatureStore\n\nstore = FeatureStore(repo_path="feature_repo")\n';

function items({ document, cell, offset }: Cursor): readonly CompletionItem[] {
  return completeFeatures(document, catalogue, cell, offset)?.items ?? [];
}

/** Labels in order, or `nothing`. */
function labels(cursor: Cursor): string {
  const found = completeFeatures(cursor.document, catalogue, cursor.cell, cursor.offset);
  return found ? found.items.map(({ label }) => label).join(" ") : "nothing";
}

/** The text after accepting an item, on the line of the cursor. */
function accepted(cursor: Cursor, label: string): string {
  const item = items(cursor).find((each) => each.label === label);
  if (!item) throw new Error(`not offered: ${label}`);
  const { start, end, text } = item.edit;
  const typed = cursor.text.slice(start, cursor.offset);
  expect(typed).not.toContain("\n");
  const result = cursor.text.slice(0, start) + text + cursor.text.slice(end);
  return (result.slice(0, start + text.length).split("\n").at(-1) ?? "") + (result.slice(start + text.length).split("\n")[0] ?? "");
}

describe("completion of views", () => {
  const views = "driver_fresh driver_stats inferred";

  it.each([
    ["finished code", 'store.get_online_features(features=["|"], entity_rows=[])'],
    ["an open string", 'store.get_online_features(features=["|'],
    ["an open string before other code", 'store.get_online_features(features=["|\nx = 1\n'],
    ["an open list", 'store.get_online_features(features=["|"'],
    ["a later element", 'store.get_online_features(features=["driver_stats:conv_rate", "|'],
    ["single quotes", "store.get_online_features(features=['|'])"],
    ["a tuple", 'store.get_online_features(features=("|",))'],
    ["by position", 'store.get_historical_features(frame, ["|"])'],
    ["asynchronous", 'await store.get_online_features_async(features=["|"])'],
    ["the old keyword", 'store.get_online_features(feature_refs=["|"])'],
    ["a sum of lists", 'store.get_online_features(features=BASE + ["|"])'],
    ["a list that reaches the call", 'REFS = ["|"]\nstore.get_online_features(features=REFS, entity_rows=[])'],
    ["inside a function", 'def score(rows):\n    return store.get_online_features(features=["|"], entity_rows=rows)'],
    ["inside a class", 'class Model:\n    def run(self):\n        return self.store.get_online_features(features=["|"])'],
  ])("%s", (_, code) => {
    expect(labels(scriptAt(`${store}${code}`))).toBe(views);
  });

  it("those that need no other join keys than the references beside them come first", () => {
    const cities = `from datetime import timedelta

from entities import driver
from feast import Entity, FeatureView, Field, FileSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float32
from views import driver_stats, source

city = Entity(name="city", join_keys=["city_id"])
city_stats = FeatureView(name="city_stats", entities=[city], schema=[Field(name="drivers_there", dtype=Float32)], source=source)
both = FeatureView(name="both", entities=[city, driver], schema=[Field(name="trips_there", dtype=Float32)], source=source)

@on_demand_feature_view(sources=[city_stats], schema=[Field(name="x", dtype=Float32)])
def computed(inputs):
    return inputs

@on_demand_feature_view(sources=[driver_stats], schema=[Field(name="y", dtype=Float32)])
def derived(inputs):
    return inputs
`;
    const wide = feastCatalogue({ ...repository, "cities.py": cities });
    const offered = (code: string): string => {
      const { document, cell, offset } = scriptAt(`${store}${code}`);
      return completeFeatures(document, wide, cell, offset)?.items.map(({ label }) => label).join(" ") ?? "nothing";
    };
    expect(offered('store.get_online_features(features=["|"])')).toBe("both city_stats computed derived driver_fresh driver_stats inferred");
    expect(offered('store.get_online_features(features=["driver_stats:conv_rate", "|"])')).toBe("derived driver_fresh driver_stats inferred both city_stats computed");
    expect(offered('store.get_online_features(features=["city_stats:drivers_there", "|"])')).toBe("city_stats computed both derived driver_fresh driver_stats inferred");
    expect(offered('store.get_online_features(features=["driver_stats:conv_rate", "trip|"])')).toBe("driver_fresh:trips_today both:trips_there");
  });

  it.each([
    ["another argument", 'store.get_online_features(features=[], entity_rows=["|"])'],
    ["another function", 'print("|")'],
    ["a call inside the argument", 'store.get_online_features(features=[load("|")])'],
    ["a subscript inside the argument", 'store.get_online_features(features=[os.environ["|"]])'],
    ["the names of a comprehension", 'store.get_online_features(features=[f"a:{n}" for n in unknown("|")])'],
    ["outside of the string", 'store.get_online_features(features=["driver_stats:conv_rate"|])'],
    ["a comment", 'store.get_online_features(features=[])  # "|"'],
  ])("nothing in %s", (_, code) => {
    expect(labels(scriptAt(`${store}${code}`))).toBe("nothing");
  });

  it("is nothing without a repository", () => {
    const { document, cell, offset } = scriptAt(`${store}store.get_online_features(features=["|`);
    expect(completeFeatures(document, undefined, cell, offset)).toBeUndefined();
  });

  it("replaces what is typed and asks again", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["driver_st|`);
    expect(labels(cursor)).toBe("driver_stats");
    expect(accepted(cursor, "driver_stats")).toBe('store.get_online_features(features=["driver_stats:');
    expect(items(cursor)[0]).toMatchObject({ kind: "view", detail: "3 features · driver", continues: true, filter: "driver_stats" });
  });

  it("keeps a feature that is there already", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["driver_f|stats:conv_rate"])`);
    expect(accepted(cursor, "driver_fresh")).toBe('store.get_online_features(features=["driver_fresh:conv_rate"])');
  });

  it("does not swallow code behind an open string", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["driver_s|, entity_rows=rows)`);
    expect(accepted(cursor, "driver_stats")).toBe('store.get_online_features(features=["driver_stats:, entity_rows=rows)');
  });

  it("finds a feature by its own name", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["trips|"])`);
    expect(labels(cursor)).toBe("driver_fresh:trips_today");
    expect(accepted(cursor, "driver_fresh:trips_today")).toBe('store.get_online_features(features=["driver_fresh:trips_today"])');
  });
});

describe("completion of features", () => {
  const features = "conv_rate acc_rate last_zones";

  it.each([
    ["finished code", 'store.get_online_features(features=["driver_stats:|"], entity_rows=[])'],
    ["an open string", 'store.get_online_features(features=["driver_stats:|'],
    ["with a version", 'store.get_online_features(features=["driver_stats@v2:|"])'],
    ["a list that goes nowhere yet", 'REFS = ["driver_stats:|"]'],
    ["beside a known reference", 'REFS = ["driver_fresh:trips_today", "driver_stats:|'],
    ["an f-string with a constant", 'VIEW = "driver_stats"\nstore.get_online_features(features=[f"{VIEW}:|"])'],
  ])("%s", (_, code) => {
    expect(labels(scriptAt(`${store}${code}`))).toBe(features);
  });

  it("replaces the feature only", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["driver_stats:co|nv"])`);
    expect(accepted(cursor, "conv_rate")).toBe('store.get_online_features(features=["driver_stats:conv_rate"])');
    expect(items(cursor)[0]).toMatchObject({ kind: "feature", detail: "Float32", filter: "conv_rate", continues: false });
  });

  it("ranks listed features down", () => {
    const cursor = scriptAt(`${store}store.get_online_features(features=["driver_stats:conv_rate", "driver_stats:|"])`);
    expect(labels(cursor)).toBe("acc_rate last_zones conv_rate");
  });

  it("offers nothing for a view that is not known", () => {
    expect(labels(scriptAt(`${store}store.get_online_features(features=["orders:|"])`))).toBe("");
  });

  it("documents them", () => {
    const text = items(scriptAt(`${store}store.get_online_features(features=["driver_stats:|"])`))[0]?.documentation ?? "";
    expect(text).toContain("Share of trips that \\*converted\\*");
    expect(text).toContain("`driver` (join key `driver_id`)");
  });

  it("works in a notebook, with the store made in another cell", () => {
    const cursor = notebookAt(store, 'rows = store.get_online_features(features=["driver_stats:a|');
    expect(labels(cursor)).toBe(features);
    expect(accepted(cursor, "acc_rate")).toBe('rows = store.get_online_features(features=["driver_stats:acc_rate');
  });
});

describe("completion of services", () => {
  it("offers names", () => {
    const cursor = scriptAt(`${store}service = store.get_feature_service("|")`);
    expect(labels(cursor)).toBe("driver_activity");
    expect(accepted(cursor, "driver_activity")).toBe('service = store.get_feature_service("driver_activity")');
    expect(items(cursor)[0]).toMatchObject({ kind: "service", detail: "2 features" });
  });
});

describe("completion of columns", () => {
  const frame = `import pandas as pd\n${store}drivers = pd.DataFrame({"driver_id": [1], "event_timestamp": [2]})\ndata = store.get_historical_features(entity_df=drivers, features=["driver_stats:conv_rate", "driver_fresh:trips_today"]).to_df()\n`;
  const response = `${store}found = store.get_online_features(features=store.get_feature_service("driver_activity"), entity_rows=[{"driver_id": 1}]).to_dict()\n`;
  const all = "conv_rate trips_today driver_id event_timestamp";

  it.each([
    ["a column", `${frame}data["|"]`, all],
    ["an open string", `${frame}data["|`, all],
    ["a list", `${frame}data[["conv_rate", "|"]]`, "trips_today driver_id event_timestamp conv_rate"],
    ["an argument", `${frame}data.drop(columns=["|"])`, all],
    ["what is typed", `${frame}X = data[["conv|"]]`, "conv_rate"],
    ["a frame that lost columns", `${frame}data.drop(columns=["conv_rate"])["|"]`, "trips_today driver_id event_timestamp"],
    ["rows of it, in a later unit", `${frame}recent = data[data.trips_today > 3]\n\nrecent["|"]`, all],
    ["a key", `${response}found["|"]`, "conv_rate trips_today driver_id"],
    ["a key that is asked for", `${response}found.get("|")`, "conv_rate trips_today driver_id"],
    ["another frame", `${frame}drivers["|"]`, "nothing"],
    ["another dict", `${frame}{"a": 1}["|"]`, "nothing"],
  ])("%s", (_, code, expected) => {
    expect(labels(scriptAt(code))).toBe(expected);
  });

  it("tells types and views, and replaces what is typed", () => {
    const at = scriptAt(`${frame}data[["co|nv"]]`);
    expect(items(at).map(({ label, kind, detail }) => `${label} ${kind} ${detail}`)).toEqual(["conv_rate feature Float32 · driver_stats"]);
    expect(accepted(at, "conv_rate")).toBe('data[["conv_rate"]]');
    expect(items(scriptAt(`${frame}data["dri|"]`)).map(({ kind, detail }) => `${kind} ${detail}`)).toEqual(["column column of the rows"]);
  });
});

describe("columns in the function of an on-demand view", () => {
  const text = `import pandas as pd
from views import driver_fresh, driver_stats
from feast import Field, RequestSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64

trip = RequestSource(name="trip", schema=[Field(name="distance", dtype=Float64, description="In km")])


@on_demand_feature_view(sources=[driver_stats[["conv_rate"]], trip], schema=[Field(name="twice", dtype=Float64), Field(name="far", dtype=Float64)])
def doubled(inputs):
    out = pd.DataFrame()
    out["twice"] = inputs["conv_rate"] * inputs.conv_rate
    out["far"] = inputs["distance"] > 3
    return out
`;
  const uri = "file:///w/feature_repo/ondemand.py";
  const at = (found: string, marked: string): Cursor => {
    if (!text.includes(found)) throw new Error(found);
    return scriptAt(text.replace(found, marked), uri);
  };
  const all = feastCatalogue({ ...repository, "ondemand.py": text });
  const offered = ({ document, cell, offset }: Cursor): readonly string[] => completeFeatures(document, all, cell, offset)?.items.map(({ label, detail }) => `${label} ${detail}`) ?? [];

  it("inputs between the brackets of the parameter, else what is computed", () => {
    expect(offered(at('inputs["distance"]', 'inputs["|"]'))).toEqual(["conv_rate Float32 · driver_stats", "driver_stats__conv_rate Float32 · driver_stats", "distance Float64 · trip"]);
    expect(offered(at('out["far"]', 'out["|"]'))).toEqual(["twice Float64 · doubled", "far Float64 · doubled"]);
  });

  it("the schema's field leads to where it is computed", () => {
    const { document, cell, offset } = at('Field(name="far"', 'Field(name="f|ar"');
    expect(featureDefinitions(document, all, cell, offset).map(({ to: { start, end, line } }) => `${String(line)} ${text.slice(start - 5, end + 2)}`)).toEqual(['13 out["far"]']);
    const distance = at('Field(name="distance"', 'Field(name="dis|tance"');
    expect(featureDefinitions(distance.document, all, distance.cell, distance.offset)).toEqual([]);
  });

  it.each([
    ["an input", 'inputs["conv_rate"]', 'inputs["conv|_rate"]', "driver_stats:conv_rate", 'Field(name="conv_rate"'],
    ["an attribute", "inputs.conv_rate", "inputs.con|v_rate", "driver_stats:conv_rate", 'Field(name="conv_rate"'],
    ["a request's value", 'inputs["distance"]', 'inputs["dis|tance"]', "Passed with the request: source `trip`", 'Field(name="distance"'],
    ["an output", 'out["far"]', 'out["f|ar"]', "doubled:far", 'Field(name="far"'],
  ])("hover and definition of %s", (_, found, marked, described, defined) => {
    const { document, cell, offset } = at(found, marked);
    expect(featureHover(document, all, cell, offset)?.markdown).toContain(described);
    const [definition] = featureDefinitions(document, all, cell, offset);
    const file = { ...repository, "ondemand.py": text }[definition?.to.uri.split("/").at(-1) ?? ""] ?? "";
    expect(file.slice((definition?.to.start ?? 0) - 'Field(name="'.length, definition?.to.end)).toContain(defined.slice(0, -1));
  });
});
