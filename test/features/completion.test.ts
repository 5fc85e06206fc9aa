import { describe, expect, it } from "vitest";
import { completeFeatures } from "../../server/features/completion.ts";
import type { CompletionItem } from "../../server/features/completion-items.ts";
import { feastCatalogue, notebookAt, scriptAt } from "./feature-workspace.ts";
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
