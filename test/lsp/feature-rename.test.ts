/** Rename of features over the wire; one repository is renamed and run with the real Feast. */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ResponseError, type PrepareRenameResult, type TextDocumentEdit, type WorkspaceEdit } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { makeFolder } from "../execution/run-python.ts";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { isSkipped, python } from "../store/real-feast.ts";
import { toyClient } from "./toy-server.ts";

const previewing: Profile = { ...vscodeProfile, previews: true };
const definitions = "file:///w/repo/features.py";
const train = "file:///w/train.py";

function workspace(): Map<string, string> {
  return new Map([
    ["file:///w/repo/feature_store.yaml", `project: drivers
provider: local
registry: data/registry.db
online_store: {type: sqlite, path: data/online.db}
entity_key_serialization_version: 3
`],
    [definitions, `from datetime import timedelta

import pandas as pd
from feast import Entity, FeatureService, FeatureView, Field, FileSource
from feast.on_demand_feature_view import on_demand_feature_view
from feast.types import Float64, Int64

driver = Entity(name="driver", join_keys=["driver_id"])
source = FileSource(name="s", path="data/stats.parquet", timestamp_field="at")
stats = FeatureView(
    name="driver_stats",
    entities=[driver],
    ttl=timedelta(days=0),
    schema=[Field(name="conv_rate", dtype=Float64), Field(name="trips", dtype=Int64)],
    source=source,
)


@on_demand_feature_view(sources=[stats], schema=[Field(name="per_trip", dtype=Float64)])
def ratios(inputs: pd.DataFrame) -> pd.DataFrame:
    out = pd.DataFrame()
    out["per_trip"] = inputs["conv_rate"] / inputs["trips"]
    return out


activity = FeatureService(name="activity", features=[stats[["conv_rate"]], ratios])
`],
    ["file:///w/names.py", 'VIEW = "driver_stats"\nFEATURES = [f"{VIEW}:conv_rate", "driver_stats:trips", "ratios:per_trip"]\n'],
    [train, `import pandas as pd
from feast import FeatureStore

from names import FEATURES

store = FeatureStore(repo_path="repo")
entities = pd.DataFrame({"driver_id": [1, 2], "event_timestamp": pd.to_datetime(["2026-01-02", "2026-01-02"], utc=True)})
frame = store.get_historical_features(entity_df=entities, features=FEATURES).to_df().sort_values("driver_id")
served = store.get_historical_features(entity_df=entities, features=store.get_feature_service("activity")).to_df().sort_values("driver_id")
print((frame["conv_rate"] + frame.per_trip).tolist(), len(served.columns))


def mean(data):
    return data["conv_rate"].mean()
`],
  ]);
}

let client: LspClient | undefined;

async function started(profile: Profile, files: ReadonlyMap<string, string>): Promise<LspClient> {
  client = toyClient({ ...profile, files }, files);
  await client.initialize(["file:///w"]);
  await client.open(train, files.get(train) ?? "");
  await client.open(definitions, files.get(definitions) ?? "");
  await client.settled();
  await eventually(() => canRename(definitions, "conv_rate"));
  return client;
}

function canRename(uri: string, text: string): Promise<PrepareRenameResult | undefined> {
  return prepare(uri, text).then((found) => found ?? undefined);
}

function prepare(uri: string, text: string): Promise<PrepareRenameResult | null> {
  const each = needed();
  return each.connection.sendRequest("textDocument/prepareRename", { textDocument: { uri }, position: each.find(uri, text).start });
}

function rename(uri: string, text: string, newName: string): Promise<WorkspaceEdit | null> {
  const each = needed();
  return each.connection.sendRequest("textDocument/rename", { textDocument: { uri }, position: each.find(uri, text).start, newName });
}

function needed(): LspClient {
  if (!client) throw new Error("no client");
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/** `file: group count`. */
function groups(edit: WorkspaceEdit | null): readonly string[] {
  return (edit?.documentChanges ?? []).flatMap((each) => {
    const { textDocument: { uri }, edits } = each as TextDocumentEdit;
    const counts = new Map<string, number>();
    for (const one of edits) {
      const group = "annotationId" in one ? one.annotationId ?? "" : "";
      counts.set(group, (counts.get(group) ?? 0) + 1);
    }
    return [...counts].map(([group, count]) => `${uri.slice(10)} ${group} ${String(count)}`);
  }).sort();
}

test("a feature is renamed in definition, references, functions of on-demand views and selections; what may be something else is to be confirmed", async () => {
  const files = workspace();
  const client = await started(previewing, files);
  expect(await prepare(definitions, "conv_rate")).toMatchObject({ placeholder: "conv_rate" });
  const edit = await rename(definitions, "conv_rate", "rate");
  expect(groups(edit)).toEqual(["names.py name 1", "repo/features.py name 3", "repo/features.py source 1", "train.py column 1", "train.py name 1"]);
  const waiting = Object.entries(edit?.changeAnnotations ?? {}).filter(([, { needsConfirmation }]) => needsConfirmation === true);
  expect(waiting.map(([group]) => group)).toEqual(["column"]);
  expect(client.messages.join()).toContain("online stay under the old name");
  expect(edit?.changeAnnotations?.["name"]?.description).toContain("online stay under the old name");
  await client.apply(edit ?? {});
  expect(client.text(definitions)).toContain('timestamp_field="at", field_mapping={"conv_rate": "rate"})');
  expect(client.created.get("file:///w/names.py")).toContain('f"{VIEW}:rate"');
  expect(client.text(train)).toContain('frame["rate"]');
  expect(client.text(train)).toContain('data["rate"]');
});

test.each([
  ["itself", "", "source"],
  ["as the history of what is pushed", 'pushed = PushSource(name="pushed", batch_source=source)\n', "pushed"],
])("a source that another view reads, %s, is not mapped for one of them", async (_, made, read) => {
  const files = workspace();
  files.set("file:///w/repo/fresh.py", `from features import driver, source
from feast import FeatureView, Field, PushSource
from feast.types import Float64
${made}fresh = FeatureView(name="fresh", entities=[driver], schema=[Field(name="conv_rate", dtype=Float64)], source=${read})
`);
  const client = await started(previewing, files);
  const edit = await rename(definitions, "conv_rate", "rate");
  expect(groups(edit)).toEqual(["names.py name 1", "repo/features.py name 3", "train.py column 1", "train.py name 1"]);
  expect(client.messages.join()).toContain("`field_mapping` of the source");
});

test("what a preview makes of a file is no second file", async () => {
  const files = workspace();
  const client = await started(previewing, files);
  await client.open("vscode-bulkeditpreview-editor:/w/train.py#file:///w/train.py", files.get(train) ?? "");
  expect(groups(await rename(definitions, "conv_rate", "rate")).filter((each) => each.includes("train.py"))).toEqual(["train.py column 1", "train.py name 1"]);
});

test("a view and a service are renamed", async () => {
  await started(previewing, workspace());
  expect(groups(await rename(definitions, "driver_stats", "stats"))).toEqual(["names.py name 2", "repo/features.py name 1"]);
  expect(groups(await rename(train, 'activity"', "active"))).toEqual(["repo/features.py name 1", "train.py name 1"]);
});

test("a client that shows nothing gets what is certain, and is told of the rest", async () => {
  const client = await started(plainProfile, workspace());
  const edit = await rename(definitions, "conv_rate", "rate");
  expect(Object.keys(edit?.changes ?? {}).sort()).toEqual(["file:///w/names.py", definitions, train]);
  expect(edit?.changes?.[train]).toHaveLength(1);
  await client.settled();
  expect(client.messages.join()).toContain("1 text that may be a column");
});

test.each([
  ["names known only at run time", ["file:///w/more.py", "from feast import FeatureStore\nimport sys\nFeatureStore('repo').get_online_features([f'driver_stats:{sys.argv[1]}'], [])\n"], "more.py, line 3 asks for features"],
  ["computed references", ["file:///w/more.py", "from feast import FeatureStore\nFeatureStore('repo').get_online_features(['driver_stats:' + 'conv' + '_rate'], [])\n"], "more.py, line 2 computes the name"],
  ["shared text", ["file:///w/more.py", "from feast import FeatureStore\nFeatureStore('repo').get_online_features([f'{v}:conv_rate' for v in ('driver_stats', 'other')], [])\n"], "also names `other:conv_rate`"],
  ["a name that cannot be an attribute", ["file:///w/more.py", "from feast import FeatureStore\nframe = FeatureStore('repo').get_historical_features(1, ['driver_stats:conv_rate']).to_df()\nframe.conv_rate\n"], "more.py, line 3 names it without quotes, where `count` would be", "count"],
  ["a name that is taken", undefined, "`driver_stats:rate` exists already", "trips"],
] as const satisfies readonly (readonly [string, readonly [string, string] | undefined, string, string?])[])("it is refused with the reason: %s", async (_, added, reason, taken?: string) => {
  const files = workspace();
  if (added) files.set(added[0], added[1]);
  files.set("file:///w/repo/other.py", `from features import driver, source
from feast import FeatureView, Field
from feast.types import Float64
other = FeatureView(name="other", entities=[driver], schema=[Field(name="conv_rate", dtype=Float64)], source=source)
`);
  await started(previewing, files);
  const failure = await rename(definitions, "conv_rate", taken ?? "rate").then(() => undefined, (error: unknown) => error);
  expect(failure).toBeInstanceOf(ResponseError);
  expect((failure as ResponseError).message).toContain(reason.replace("`driver_stats:rate`", `\`driver_stats:${taken ?? ""}\``));
});

test("a view named after its function is not renamed here, and code without features is nothing", async () => {
  await started(previewing, workspace());
  await expect(prepare(definitions, "ratios(inputs")).rejects.toThrow("named after its function");
  expect(await prepare(train, "entities")).toBeNull();
});

test.skipIf(isSkipped)("after a rename `feast apply` and the retrieval still work", async () => {
  const files = workspace();
  const { folder, remove } = makeFolder();
  const write = (texts: Iterable<readonly [string, string]>): void => {
    for (const [uri, text] of texts) {
      const path = join(folder, uri.slice("file:///w/".length));
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  };
  const run = (cwd: string, ...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync(python ?? "", args, { cwd: join(folder, cwd), encoding: "utf8", env: { ...process.env, FEAST_USAGE: "False" } });
    if (status !== 0) throw new Error(stderr);
    return stdout.trim().split("\n").at(-1) ?? "";
  };
  const applied = "import sys; from feast.cli.cli import cli; sys.argv = ['feast', 'apply']; cli()";
  try {
    write(files);
    mkdirSync(join(folder, "repo", "data"));
    run(".", "-c", "import pandas as pd; pd.DataFrame({'driver_id': [1, 2], 'conv_rate': [0.5, 0.25], 'trips': [2, 4], 'at': pd.to_datetime(['2026-01-01', '2026-01-01'], utc=True)}).to_parquet('repo/data/stats.parquet')");
    run("repo", "-c", applied);
    const before = run(".", "train.py");
    expect(before).toBe("[0.75, 0.3125] 5");
    const client = await started(previewing, files);
    await client.apply((await rename(train, "activity", "active")) ?? {});
    // Edited definitions are read a moment later: the next rename waits for them.
    await client.apply((await rename(definitions, "conv_rate", "rate")) ?? {});
    for (const [uri, text] of client.created) files.set(uri, text);
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: "file:///w/names.py", type: 2 }] });
    await client.apply((await rename(train, "per_trip", "each")) ?? {});
    expect(client.text(definitions)).toContain('out["each"] = inputs["rate"]');
    write([[definitions, client.text(definitions)], [train, client.text(train)], ...client.created]);
    run("repo", "-c", applied);
    expect(run(".", "train.py")).toBe(before);
    expect(client.text(train)).toContain('get_feature_service("active")');
    expect(client.text(definitions)).not.toContain('Field(name="conv_rate"');
  } finally {
    remove();
  }
}, 240_000);
