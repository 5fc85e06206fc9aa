/** A document with a cursor, beside a Feast repository: the setting of all feature-name tests. */
import { createSession } from "../../server/analysis/engine/session.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { createFeastReader } from "../../server/analysis/store/feast.ts";
import type { SourceFile } from "../../server/analysis/store/feast.ts";
import type { Catalogue } from "../../server/analysis/store/model.ts";
import type { Cell } from "../../server/analysis/syntax/unit.ts";
import { SourceText } from "../../server/analysis/text/source-text.ts";

const root = "file:///w/feature_repo";

export const repository: Readonly<Record<string, string>> = {
  "feature_store.yaml": "project: drivers\nregistry: data/registry.db\n",
  "entities.py": 'from feast import Entity\n\ndriver = Entity(name="driver", join_keys=["driver_id"], description="A person who drives")\n',
  "views.py": `from datetime import timedelta

from entities import driver
from feast import FeatureService, FeatureView, Field, FileSource
from feast.types import Array, Float32, Int64

source = FileSource(name="stats_source", path="data/stats.parquet", timestamp_field="at")
driver_stats = FeatureView(
    name="driver_stats",
    entities=[driver],
    ttl=timedelta(days=1, hours=6),
    schema=[
        Field(name="driver_id", dtype=Int64),
        Field(name="conv_rate", dtype=Float32, description="Share of trips that *converted*", tags={"unit": "share"}),
        Field(name="acc_rate", dtype=Float32),
        Field(name="last_zones", dtype=Array(Int64)),
    ],
    source=source,
    description="Hourly numbers of a driver",
    owner="fleet@example.com",
    tags={"team": "fleet"},
)
driver_fresh = FeatureView(name="driver_fresh", entities=[driver], schema=[Field(name="trips_today", dtype=Int64)], source=source)
inferred = FeatureView(name="inferred", entities=[driver], source=source)
activity = FeatureService(name="driver_activity", features=[driver_stats[["conv_rate"]], driver_fresh], description="For the dispatcher")
`,
};

export function feastCatalogue(files: Readonly<Record<string, string>> = repository): Catalogue {
  const sources = Object.entries(files).map(([path, text]): SourceFile => ({ uri: `${root}/${path}`, path, source: new SourceText(text) }));
  const store = createFeastReader().read({
    root,
    config: sources.find(({ path }) => path === "feature_store.yaml"),
    ignore: [],
    environment: () => undefined,
    files: sources.filter(({ path }) => path.endsWith(".py")),
    broken: [],
  });
  return { epoch: 1, stores: [store] };
}

export interface Cursor {
  readonly document: OpenDocument;
  readonly cell: Cell;
  readonly offset: number;
  /** The text without the cursor. */
  readonly text: string;
}

/** Opens a script; `|` is the cursor. */
export function scriptAt(marked: string, uri = "file:///w/train.py"): Cursor {
  const offset = marked.indexOf("|");
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const session = createSession({ rules: [], strict: true });
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  return found(session.document(uri), (cell) => cell.start <= offset && offset <= cell.end, offset, text);
}

/** Opens a notebook; `|` in one of the cells is the cursor. */
export function notebookAt(...marked: readonly string[]): Cursor {
  const uri = "file:///w/train.ipynb";
  const at = marked.findIndex((cell) => cell.includes("|"));
  const offset = marked[at]?.indexOf("|") ?? 0;
  const texts = marked.map((cell) => cell.replace("|", ""));
  const session = createSession({ rules: [], strict: true });
  const cells = texts.map((text, index) => ({ id: `cell-${String(index)}`, kind: "code" as const, language: "python", text }));
  session.openNotebook(uri, cells, { settings: defaultSettings, profile: "exploration" });
  return found(session.document(uri), ({ index }) => index === at, offset, texts[at] ?? "");
}

function found(document: OpenDocument | undefined, holds: (cell: Cell) => boolean, offset: number, text: string): Cursor {
  const cell = document?.cells.findLast(holds);
  if (!document || !cell) throw new Error("the cursor is in no cell");
  return { document, cell, offset, text };
}
