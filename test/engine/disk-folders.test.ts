/** What reports ask of the disk, and when an answer makes them stale. */
import { expect, test } from "vitest";
import missingFile from "../../rules/data-access/missing-file.ts";
import { DiskFolders } from "../../server/analysis/engine/disk-folders.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";

const project = "file:///project";
const uri = `${project}/train.py`;

test("folders outside the workspace are neither known nor wanted", () => {
  const disk = new DiskFolders();
  disk.setWorkspaces([project]);
  const view = disk.view(uri);
  expect(view.root).toBe(project);
  expect(view.namesIn("file:///etc")).toBe("unknown");
  expect(view.namesIn(`${project}/../other`)).toBe("unknown");
  expect(disk.wanted(uri)).toEqual([]);
  expect(view.namesIn(`${project}/data/`)).toBe("unknown");
  expect(disk.wanted(uri)).toEqual([`${project}/data`]);
});

test("a document in no workspace asks for nothing", () => {
  const disk = new DiskFolders();
  const view = disk.view(uri);
  expect(view.root).toBeUndefined();
  expect(view.namesIn(project)).toBe("unknown");
  expect(disk.wanted(uri)).toEqual([]);
});

test("an answer makes those stale that asked, and only when it is another one", () => {
  const disk = new DiskFolders();
  disk.setWorkspaces([project]);
  const other = `${project}/other.py`;
  disk.view(uri).namesIn(`${project}/data`);
  disk.view(other).namesIn(`${project}/more`);
  disk.tell(`${project}/data`, new Set(["a.csv"]));
  expect([disk.isStale(uri), disk.isStale(other)]).toEqual([true, false]);
  expect(disk.wanted(uri)).toEqual([]);
  expect(disk.view(uri).namesIn(`${project}/data`)).toEqual(new Set(["a.csv"]));
  disk.tell(`${project}/data`, new Set(["a.csv"]));
  expect(disk.isStale(uri)).toBe(false);
  disk.tell(`${project}/data`, "absent");
  expect(disk.isStale(uri)).toBe(true);
});

test("a report is made anew when the disk has changed, and kept when it has not", () => {
  const session = createSession({ rules: [missingFile], strict: true });
  session.modules.setWorkspaces([project]);
  session.openScript(uri, `import pandas as pd\nframe = pd.read_csv("data/orders.csv")\n`, { settings: defaultSettings, profile: "production" });
  const messages = (): readonly string[] => (session.report(uri)?.findings ?? []).map(({ message }) => message);
  expect(messages()).toEqual([]);
  expect(session.folders.wanted(uri)).toEqual([`${project}/data`]);
  session.folders.tell(`${project}/data`, new Set(["order.csv"]));
  expect(messages()).toEqual([]);
  expect(session.folders.wanted(uri)).toEqual([project]);
  session.folders.tell(project, new Set(["data", "train.py"]));
  expect(messages()).toEqual([`"data/orders.csv" does not exist (did you mean "order.csv"?)`]);
  const report = session.report(uri);
  expect(session.report(uri)).toBe(report);
  session.folders.tell(`${project}/data`, new Set(["order.csv", "orders.csv"]));
  expect(session.folders.isStale(uri)).toBe(true);
  expect(messages()).toEqual([]);
  session.folders.tell(`${project}/elsewhere`, new Set());
  expect(session.folders.isStale(uri)).toBe(false);
});

test("an edit asks for other folders", () => {
  const session = createSession({ rules: [missingFile], strict: true });
  session.modules.setWorkspaces([project]);
  const text = `frame = open("a/x.csv")\n`;
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  session.report(uri);
  session.change(uri, [{ start: text.indexOf("a/"), end: text.indexOf("a/") + 1, text: "b" }]);
  session.report(uri);
  expect(session.folders.wanted(uri)).toEqual([`${project}/b`]);
  session.close(uri);
  expect(session.folders.wanted(uri)).toEqual([]);
});
