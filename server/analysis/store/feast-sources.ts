/**
 * Data sources in definitions.
 *
 * All classes of sources are alike: a name, what is read (a path, a table, a query, a topic), the column of the event's time.
 * Without a name they are called after what they read. A stream or push source brings the source that keeps its history:
 *
 *     trips = FileSource(path="trips.parquet", timestamp_field="ended_at")     named trips.parquet
 *     live = PushSource(name="live", batch_source=trips)                       collected with trips
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, textArgument, textMapArgument } from "./construction.ts";
import { fieldList } from "./feast-fields.ts";
import { definingCallable, described, inCode, originalOf, settingsOf } from "./defined-object.ts";
import { givenName } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Source, ViewKind } from "./model.ts";

/** What is read, in the order in which Feast takes a name from it. `table_ref` is the table of old releases. */
const locations = ["path", "table", "table_ref", "topic", "stream_name", "query"] as const;

export function isSource(callable: string): boolean {
  return /^[A-Z]\w*Source$/.test(callable);
}

/** A source and those that come with it. */
export function readSource(value: Value, locate: Locate): readonly Source[] {
  const made = madeOf(value);
  if (!made || !isSource(lastStep(made.callable))) return [];
  const batch = argument(made, "batch_source");
  const behind = batch.kind === "given" ? readSource(batch.value, locate) : [];
  const source = sourceOf(made, behind[0]?.name, locate);
  return source ? [source, ...behind] : behind;
}

/** The sources that Feast collects with a view. */
export function sourcesOfView(settings: Construction, kind: ViewKind, locate: Locate): readonly Source[] {
  const names = kind === "OnDemandFeatureView" ? ["sources"] : ["source", "sink_source", "batch_source", "stream_source"];
  return names.flatMap((name) => {
    const given = argument(settings, name);
    if (given.kind !== "given") return [];
    return (elements(given.value) ?? [given.value]).flatMap((each) => readSource(each, locate));
  });
}

function sourceOf(made: Construction, batchSource: string | undefined, locate: Locate): Source | undefined {
  const location = locations.map((name) => nonEmpty(textArgument(made, name))).find((each) => each !== undefined);
  const named = givenName(made, made, locate, -1) ?? unnamed(made, locate);
  if (!named) return undefined;
  return {
    ...named,
    ...described(made),
    kind: lastStep(made.callable),
    location,
    timestampField: nonEmpty(textArgument(made, "timestamp_field") ?? textArgument(made, "event_timestamp_column")),
    createdTimestampColumn: nonEmpty(textArgument(made, "created_timestamp_column")),
    fieldMapping: textMapArgument(made, "field_mapping"),
    batchSource,
    fields: fieldList(argument(made, "schema"), locate).fields,
    standing: inCode,
  };
}

function unnamed(made: Construction, locate: Locate): Pick<Source, "name" | "definition"> | undefined {
  const given = argument(made, "name", -1);
  const isLeftOut = given.kind === "absent" || (given.kind === "given" && given.value.constant?.kind === "none");
  const name = isLeftOut ? locationName(made) : undefined;
  return name === undefined ? undefined : { name, definition: locate(made.place) };
}

function locationName(made: Construction): string | undefined {
  return ["path", "table", "table_ref"].map((name) => nonEmpty(textArgument(made, name))).find((each) => each !== undefined);
}

/** Name of a source, or of a view that another one is derived from; for a source without a name, what it reads. */
export function sourceName(value: Value): string | undefined {
  const made = originalOf(value);
  if (!made) return undefined;
  const settings = settingsOf(made);
  const named = nonEmpty(textArgument(settings, "name"));
  if (named !== undefined) return named;
  if (isSource(definingCallable(made))) return locationName(settings) ?? nonEmpty(textArgument(settings, "query"));
  const decorated = made.arguments[0]?.value.type;
  return settings !== made && decorated?.kind === "function" && decorated.definition.node.kind !== "Lambda" ? decorated.definition.node.name.name : undefined;
}
