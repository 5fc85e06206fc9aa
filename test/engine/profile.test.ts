import { expect, test } from "vitest";
import { resolveProfile } from "../../server/analysis/engine/profile.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import type { Settings } from "../../server/analysis/engine/settings.ts";
import type { Dialect } from "../../server/analysis/syntax/unit.ts";

const folder = "file:///home/ana/project";

function profile(path: string, dialect: Dialect = "script", settings: Partial<Settings> = {}): string {
  return resolveProfile(path.startsWith("file:") ? path : `${folder}/${path}`, dialect, { ...defaultSettings, ...settings }, folder);
}

test.each([
  ["train.py", "production"],
  ["src/serve/app.py", "production"],
  ["notebooks/clean.py", "exploration"],
  ["a/Experiments/b/run.py", "exploration"],
  ["scratch/x.py", "exploration"],
  ["playground/x.py", "exploration"],
  ["exploration/x.py", "exploration"],
  ["my-notebooks/x.py", "production"],
  ["notebooks.py", "production"],
  ["src/100%25/x.py", "production"],
  ["src/%zz/x.py", "production"],
])("a plain script %s: %s", (path, expected) => {
  expect(profile(path)).toBe(expected);
});

test.each(["cells", "databricks", "notebook"] as const)("%s are exploration", (dialect) => {
  expect(profile("src/a", dialect)).toBe("exploration");
});

test("folders above the project say nothing; outside of it all folders count", () => {
  expect(resolveProfile("file:///home/ana/playground/churn/x.py", "script", defaultSettings, "file:///home/ana/playground/churn")).toBe("production");
  expect(resolveProfile("file:///home/ana/playground/churn/x.py", "script", { ...defaultSettings, root: "file:///home/ana/playground/churn/" })).toBe("production");
  expect(resolveProfile("file:///home/ana/playground/churn/x.py", "script", defaultSettings)).toBe("exploration");
  expect(resolveProfile("untitled:notebooks/x.py", "script", defaultSettings)).toBe("exploration");
});

test("settings decide first, by the first entry that matches, with the patterns of .gitignore", () => {
  const profiles: Settings["profiles"] = [
    { paths: ["/notebooks/scheduled/", "*.job.ipynb"], profile: "production" },
    { paths: ["lab", "src/**/try_*.py"], profile: "exploration" },
    { paths: ["src/"], profile: "production" },
  ];
  expect(profile("notebooks/scheduled/a/x.ipynb", "notebook", { profiles })).toBe("production");
  expect(profile("notebooks/other/x.ipynb", "notebook", { profiles })).toBe("exploration");
  expect(profile("deep/x.job.ipynb", "notebook", { profiles })).toBe("production");
  expect(profile("deep/lab/x.py", "script", { profiles })).toBe("exploration");
  expect(profile("src/a/b/try_it.py", "script", { profiles })).toBe("exploration");
  expect(profile("src/a.py", "cells", { profiles })).toBe("production");
  // Relative to the settings file.
  expect(profile("notebooks/scheduled/x.py", "script", { profiles, root: `${folder}/notebooks` })).toBe("production");
  expect(profile("sub/notebooks/scheduled/x.py", "script", { profiles })).toBe("exploration");
});
