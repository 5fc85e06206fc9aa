import { describe, expect, it } from "vitest";
import { chooseStores } from "../../server/analysis/store/choose-store.ts";
import type { StoreHint } from "../../server/analysis/store/choose-store.ts";
import { store } from "./catalogue.ts";

const churn = store("file:///w/churn/feature_repo", ["a(x)"], { project: "churn" });
const fraud = store("file:///w/fraud/feature_repo", ["b(y)"], { project: "fraud" });
const client = store("file:///w/serving", [], { project: "fraud" });
const all = [churn, fraud, client];

function chosen(uri: string, hint?: StoreHint): string {
  const { stores, certain } = chooseStores(all, uri, hint);
  const names = stores.map(({ root }) => root.replace("file:///w/", "").replace("/feature_repo", "")).join(" ");
  return certain ? names : `${names}?`;
}

describe("which store a file talks to", () => {
  it.each([
    ["beside the repository", "file:///w/churn/train.py", undefined, "churn"],
    ["deeper beside it", "file:///w/fraud/notebooks/x/a.ipynb", undefined, "fraud"],
    ["inside it", "file:///w/fraud/feature_repo/views/a.py", undefined, "fraud"],
    ["in the middle of several", "file:///w/tools/check.py", undefined, "churn fraud?"],
    ["by a relative path", "file:///w/tools/check.py", { path: "../churn/feature_repo" }, "churn"],
    ["by a path that fits several", "file:///w/tools/check.py", { path: "./feature_repo/" }, "churn fraud?"],
    ["by the nearest that a path fits", "file:///w/fraud/jobs/score.py", { path: "feature_repo" }, "fraud"],
    ["by the path of another machine", "file:///w/tools/check.py", { path: "/srv/app/fraud/feature_repo" }, "fraud?"],
    ["from a folder that has nothing to do with it", "file:///other/place/check.py", { path: "feature_repo" }, ""],
    ["by a path that is nowhere here", "file:///w/churn/train.py", { path: "../pricing_repo" }, ""],
    ["by `.`, the working directory", "file:///w/churn/train.py", { path: "." }, "churn"],
    ["by project", "file:///w/churn/train.py", { project: "fraud" }, "fraud serving?"],
    ["by a project of elsewhere", "file:///w/churn/train.py", { project: "pricing" }, ""],
    ["by something known at run time", "file:///w/churn/train.py", { dynamic: true }, "churn fraud serving?"],
    ["as a client with a yaml of its own", "file:///w/serving/app.py", undefined, "fraud"],
  ] as const)("%s", (_, uri, hint, expected) => {
    expect(chosen(uri, hint)).toBe(expected);
  });

  it("is no folder that only has a yaml, without definitions anywhere", () => {
    const lonely = store("file:///w/app", [], { project: "remote" });
    expect(chooseStores([lonely, churn], "file:///w/app/main.py").stores).toEqual([]);
    expect(chooseStores([store("file:///w/app", [])], "file:///w/app/main.py").stores).toEqual([]);
  });

  it("is the only one there is", () => {
    expect(chooseStores([churn], "file:///elsewhere/a.py")).toEqual({ stores: [churn], certain: true });
    expect(chooseStores([], "file:///elsewhere/a.py").stores).toEqual([]);
  });
});
