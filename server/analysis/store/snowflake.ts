/**
 * The adapter for Snowflake's feature store: entities, feature views and feature groups, wherever code makes them.
 *
 *     taxi = Entity(name="TRIP", join_keys=["TRIP_ID"])
 *     draft = FeatureView(name="F_TRIP", entities=[taxi], feature_df=session.sql("SELECT TRIP_ID, FARE FROM TRIPS"))    FARE
 *         .attach_feature_desc({"FARE": "What was paid"})
 *     store.register_feature_view(draft, version="v1")                                                                 its version
 *     FeatureView(..., features=[Feature.sum("FARE", "7d"), Feature.avg("FARE", "1h").alias("MEAN")])                   FARE_SUM_7D, MEAN
 *
 * A view of a frame that was not read is open. Names of aggregates are those of the library (`Feature._default_output_name`).
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, text, textArgument, textMap } from "./construction.ts";
import { givenName, siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import { definingCalls, isOpenRun, tableView, textsIn, valueGiven } from "./defining-calls.ts";
import type { DefiningCall } from "./defining-calls.ts";
import type { DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import type { Entity, Field, Selection, Service, View } from "./model.ts";
import { snowparkColumns } from "./snowpark-columns.ts";
import type { FrameColumns } from "./snowpark-columns.ts";

export const snowflakeAdapter: DefinitionAdapter = {
  kind: "snowflake",
  mentions: /\bsnowflake\.ml(?:\.feature_store\b|\s+import\b)/,
  isWhole: false,
  read: readModule,
};

const definers: ReadonlySet<string> = new Set(["Entity", "FeatureView", "FeatureGroup", "register_feature_view", "attach_feature_desc"]);
const inCode = { kind: "code" } as const;

function readModule({ analysis, locate }: DefiningModule): ModuleDefinitions {
  // What callers hand over says more than what nobody does.
  const calls = definingCalls(analysis, definers).filter(({ event: { target } }) => target !== undefined && isOfLibrary(target))
    .sort((one, other) => Number(isOpenRun(other)) - Number(isOpenRun(one)));
  const named = (name: string): readonly DefiningCall[] => calls.filter((each) => each.name === name);
  const told = new Map<string, ReadonlyMap<string, string>>();
  for (const { event: { receiver }, made } of named("attach_feature_desc")) {
    const draft = draftOf(receiver);
    const given = valueGiven(made, ["descs"], 0);
    if (draft && given) told.set(placeKey(draft.place), textMap(given));
  }
  const read = (made: Construction, version?: string): readonly View[] => {
    const view = readView(made, version, told.get(placeKey(made.place)), locate);
    return view ? [view] : [];
  };
  const registered = named("register_feature_view").flatMap(({ made }) => {
    const draft = draftOf(valueGiven(made, ["feature_view"], 0));
    return draft ? read(draft, textArgument(made, "version", 1)) : [];
  });
  return {
    views: [...named("FeatureView").flatMap(({ made }) => read(made)), ...registered],
    entities: named("Entity").flatMap(({ made }) => readEntity(made, locate) ?? []),
    services: named("FeatureGroup").flatMap(({ made }) => readGroup(made, locate) ?? []),
    sources: [], problems: [], limits: [],
  };
}

function isOfLibrary(name: string): boolean {
  return name.startsWith("snowflake.ml.feature_store.");
}

function placeKey({ anchor, start }: Place): string {
  return `${anchor.cell.document.uri} ${String(anchor.id)} ${String(start)}`;
}

/** The call of `FeatureView` that an object comes from, through what was made of it. */
function draftOf(value: Value | undefined): Construction | undefined {
  for (let made = madeOf(value); made && isOfLibrary(made.callable); made = madeOf(made.receiver)) {
    const callable = lastStep(made.callable);
    if (callable === "FeatureView") return made;
    if (callable === "register_feature_view") return draftOf(valueGiven(made, ["feature_view"], 0));
  }
  return undefined;
}

function readEntity(made: Construction, locate: Locate): Entity | undefined {
  const named = givenName(made, made, locate);
  return named && {
    ...named, owner: undefined, tags: new Map(), standing: inCode, valueType: undefined,
    description: nonEmpty(textArgument(made, "desc")),
    joinKey: textsIn(made, ["join_keys"], 1)[0] ?? named.name,
  };
}

function readView(made: Construction, version: string | undefined, told: ReadonlyMap<string, string> | undefined, locate: Locate): View | undefined {
  const named = givenName(made, made, locate);
  if (!named) return undefined;
  const given = argument(made, "entities", 1);
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  const entities = (listed ?? []).flatMap((each) => entityMade(each) ?? []);
  const { fields, open } = columnsOf(made, locate);
  const descriptions = new Map([...(told ?? [])].map(([name, description]) => [fold(name), description]));
  const view = tableView({
    ...named,
    kind: "FeatureView",
    description: nonEmpty(textArgument(made, "desc")),
    tags: new Map(),
    columns: fields.map((field) => ({ ...field, description: descriptions.get(fold(field.name)) })),
    keys: entities.flatMap((each) => textsIn(each, ["join_keys"], 1)),
    time: textArgument(made, "timestamp_col"),
    open, version,
  });
  return { ...view, entities: entities.flatMap((each) => textArgument(each, "name", 0) ?? []), unlisted: entities.length === listed?.length ? [] : ["entities"] };
}

/** `Entity(...)`, also once it was registered; what was fetched by its name, says it and nothing more. */
function entityMade(value: Value): Construction | undefined {
  const made = madeOf(value);
  const entity = made && lastStep(made.callable) === "register_entity" ? valueGiven(made, ["entity"], 0) : undefined;
  return entity ? madeOf(entity) : made;
}

function fold(name: string): string {
  return name.replaceAll('"', "").toLowerCase();
}

/** Aggregates make the whole schema; without any it is that of the frame. */
function columnsOf(made: Construction, locate: Locate): FrameColumns {
  const listed = valueGiven(made, ["features"]);
  if (!listed) return snowparkColumns(valueGiven(made, ["feature_df"], 2), locate);
  const all = elements(listed);
  const fields = (all ?? []).flatMap((each) => readFeature(each, locate) ?? []);
  // The keys within a key come as columns of their own.
  return { fields, open: fields.length !== all?.length || argument(made, "aggregation_secondary_keys").kind !== "absent" };
}

const aggregates: ReadonlySet<string> = new Set([
  "sum", "count", "avg", "min", "max", "stddev", "var", "last_n", "last_distinct_n", "first_n", "first_distinct_n", "approx_count_distinct", "approx_percentile",
]);

/** `Feature.sum("FARE", "7d")` -> FARE_SUM_7D, unless it has an alias. */
function readFeature(value: Value, locate: Locate): Field | undefined {
  const made = madeOf(value);
  if (!made || !isOfLibrary(made.callable)) return undefined;
  const kind = lastStep(made.callable);
  if (kind === "alias") {
    const given = valueGiven(made, ["name"], 0);
    const name = given && text(given);
    if (!given || name === undefined) return undefined;
    return { ...plain, name, definition: siteOf(given, made.place, locate) };
  }
  const column = textArgument(made, "column", 0);
  const window = textArgument(made, "window", 1);
  const offset = argument(made, "offset", 2);
  const shift = offset.kind === "absent" ? "0" : offset.kind === "given" ? text(offset.value) : undefined;
  if (!aggregates.has(kind) || column === undefined || window === undefined || shift === undefined) return undefined;
  const compact = (interval: string): string => interval.replaceAll(" ", "");
  const parts = [column, kind === "stddev" ? "std" : kind, compact(window), ...(/^0+\D*$/.test(compact(shift)) ? [] : ["offset", compact(shift)])];
  return { ...plain, name: parts.join("_").toUpperCase(), definition: { ...locate(made.place), spelling: "computed" } };
}

const plain = { dtype: undefined, description: undefined, tags: new Map<string, string>(), vector: undefined };

function readGroup(made: Construction, locate: Locate): Service | undefined {
  const named = givenName(made, made, locate);
  if (!named) return undefined;
  const given = valueGiven(made, ["features"], 1);
  const listed = given && elements(given);
  const selections = (listed ?? []).flatMap((each) => selectionOf(each, locate) ?? []);
  return {
    ...named, owner: undefined, tags: new Map(), standing: inCode,
    description: nonEmpty(textArgument(made, "desc")),
    selections,
    features: selections.flatMap(({ view, fields }) => fields.map((field) => ({ view, field }))),
    closed: selections.length === listed?.length && selections.every(({ closed }) => closed),
  };
}

/** `draft.slice(["FARE"]).with_name("t")`, `store.get_feature_view("F_TRIP", "v1")`. */
function selectionOf(value: Value, locate: Locate): Selection | undefined {
  let chosen: readonly string[] | undefined;
  let alias: string | undefined;
  for (let made = madeOf(value); made && isOfLibrary(made.callable); made = madeOf(made.receiver)) {
    const callable = lastStep(made.callable);
    if (callable === "slice") chosen ??= textsIn(made, ["names"], 0);
    else if (callable === "with_name") alias ??= textArgument(made, "name", 0);
    const draft = callable === "FeatureView" || callable === "register_feature_view" ? draftOf(value) : undefined;
    const view = draft && readView(draft, undefined, undefined, locate);
    const name = callable === "get_feature_view" ? textArgument(made, "name", 0) : view?.name;
    if (name === undefined) continue;
    const fields = chosen ?? view?.fields.map((each) => each.name) ?? [];
    return { view: name, alias, fields, closed: chosen !== undefined || view?.open === false, joinKeyMap: new Map(), version: undefined };
  }
  return undefined;
}
