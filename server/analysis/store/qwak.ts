/**
 * The adapter for Qwak (JFrog ML): feature sets, entities and data sources that a module of the workspace defines, with `qwak` or with
 * its successor `frogml`.
 *
 *     user = Entity(name="user", description="...", key="user_id")                an entity; its key without `key=` is its name
 *
 *     @batch.feature_set(name="user-risk", entity="user", data_sources=["users"])  a view; without `name=` the function's
 *     @batch.metadata(owner="ann", description="...")
 *     def user_risk():
 *         return SparkSqlTransformation("SELECT user_id, age, job AS work FROM users")     features age and work (qwak-features.ts)
 *
 * The platform is one for a whole company: sets may exist that no file here defines. The library runs each function when its module is
 * imported; what it refuses there, qwak-mistakes.ts tells.
 */
import type { Construction, Value } from "../semantic/value.ts";
import { elements, argument, lastStep, madeOf, nonEmpty, text, textArgument, timedeltaSeconds } from "./construction.ts";
import { valuesOf } from "./definition-adapter.ts";
import type { DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import { decorationOf, returnedBy } from "./qwak-decorators.ts";
import type { Decoration } from "./qwak-decorators.ts";
import { featuresOf } from "./qwak-features.ts";
import { givenName, siteOf } from "./defined-name.ts";
import type { DefinitionSite, Entity, Field, Source, StoreProblem, View } from "./model.ts";

export const qwakAdapter: DefinitionAdapter = {
  kind: "qwak",
  // Models talk to the store as well, and define nothing in it.
  mentions: /\b(?:qwak|frogml)(?:\.core)?\.feature_store(?:\.(?:feature_sets|entities|data_sources)\b|\s+import\b)/,
  isWhole: false,
  read: readModule,
};

const inCode = { kind: "code" } as const;
const described = { owner: undefined, tags: new Map<string, string>(), standing: inCode };

function readModule(module: DefiningModule): ModuleDefinitions {
  const values = valuesOf(module.analysis);
  const entities = values.map((value) => readEntity(value, module)).filter((each) => each !== undefined);
  const sources = values.map((value) => readSource(value, module)).filter((each) => each !== undefined);
  const views: View[] = [];
  const limits: StoreProblem[] = [];
  for (const value of values) {
    const decoration = decorationOf(value);
    if (!decoration) continue;
    const { uri, start, end } = module.locate(decoration.definition.place);
    const view = readView(decoration, module, entities, sources);
    if (view) views.push(view);
    else limits.push({ uri, start, end, message: "the name of this feature set is known only at run time" });
  }
  return { views, entities, services: [], sources, problems: [], limits };
}

function isOfLibrary(qualifiedName: string): boolean {
  return /^(?:qwak|frogml)\./.test(qualifiedName);
}

/** The call that made an object of a class of the library. */
function instanceOf(value: Value, isClass: (name: string) => boolean): Construction | undefined {
  const made = madeOf(value);
  return made && made.receiver === undefined && isOfLibrary(made.callable) && isClass(lastStep(made.callable)) ? made : undefined;
}

function readEntity(value: Value, { locate }: DefiningModule): Entity | undefined {
  const made = instanceOf(value, (name) => name === "Entity");
  // The entities of a model's schema have the same name, and are other things.
  if (!made || /\.schema(?:_entities)?\./.test(made.callable)) return undefined;
  const named = givenName(made, made, locate);
  if (!named) return undefined;
  const key = textArgument(made, "key", 2) ?? firstText(made, "keys");
  return { ...described, ...named, description: nonEmpty(textArgument(made, "description", 1)), joinKey: key ?? named.name, valueType: undefined };
}

function readSource(value: Value, { locate }: DefiningModule): Source | undefined {
  const made = instanceOf(value, (name) => /^[A-Z]\w*Source$/.test(name));
  const named = made && givenName(made, made, locate, -1);
  if (!named) return undefined;
  return {
    ...described, ...named,
    kind: lastStep(made.callable),
    description: nonEmpty(textArgument(made, "description")),
    location: ["path", "table", "query", "topic", "collection", "db_table"].map((name) => textArgument(made, name)).find((each) => each !== undefined),
    timestampField: textArgument(made, "date_created_column"),
    createdTimestampColumn: undefined,
    fieldMapping: new Map(),
    batchSource: undefined,
    fields: [],
  };
}

function readView(decoration: Decoration, module: DefiningModule, entities: readonly Entity[], sources: readonly Source[]): View | undefined {
  const { settings, kind, metadata, definition } = decoration;
  const name = nameOf(decoration, module);
  if (!name) return undefined;
  const entity = textArgument(settings, "entity");
  const key = textArgument(settings, "key");
  const fed = sourceNames(settings);
  const features = featuresOf(returnedBy(definition, module.analysis), module.locate);
  const isKey = keyTest(settings, entities.find((each) => each.name === entity), entity, fed.map((each) => sources.find((source) => source.name === each)));
  const ttl = argument(settings, "online_time_to_live");
  return {
    ...described, ...name,
    kind: kind === "batch" ? "BatchFeatureSet" : "StreamingFeatureSet",
    description: metadata && nonEmpty(textArgument(metadata, "description")),
    owner: metadata && nonEmpty(textArgument(metadata, "owner")),
    entities: entity === undefined ? (key === undefined ? [] : [key]) : [entity],
    fields: features.fields.filter((field) => !isKey(field)),
    keyFields: features.fields.filter(isKey),
    open: features.open,
    unlisted: entity === undefined && key === undefined ? ["entities"] : [],
    ttlSeconds: ttl.kind === "given" ? timedeltaSeconds(ttl.value) : undefined,
    source: fed.length > 0 ? fed.join(", ") : undefined,
    online: true,
    offline: true,
    mode: features.mode,
    version: undefined,
    enabled: undefined,
    inputs: [],
    aggregations: features.aggregations,
    transformation: { name: definition.name, text: features.sql, definition: functionSite(decoration, module) },
    labels: undefined,
    applied: undefined,
  };
}

/** `name=`, else the function's own name. */
function nameOf(decoration: Decoration, module: DefiningModule): { readonly name: string; readonly definition: DefinitionSite } | undefined {
  const given = argument(decoration.settings, "name");
  if (given.kind === "uncertain") return undefined;
  const isGiven = given.kind === "given" && given.value.constant?.kind !== "none";
  if (!isGiven) return { name: decoration.definition.name, definition: functionSite(decoration, module) };
  const name = text(given.value);
  return name === undefined ? undefined : { name, definition: siteOf(given.value, decoration.definition.place, module.locate) };
}

/** Where the function's name stands. */
function functionSite({ definition: { node, place } }: Decoration, { locate }: DefiningModule): DefinitionSite {
  return locate({ anchor: place.anchor, start: node.name.start, end: node.name.end });
}

function sourceNames(settings: Construction): readonly string[] {
  const given = argument(settings, "data_sources");
  if (given.kind !== "given") return [];
  const { type } = given.value;
  const names = type?.kind === "dict" ? type.entries.map(({ key }) => key) : (elements(given.value) ?? []);
  return names.map(text).filter((each) => each !== undefined);
}

function firstText(made: Construction, name: string): string | undefined {
  const given = argument(made, name);
  const first = given.kind === "given" ? elements(given.value)?.[0] : undefined;
  return first && text(first);
}

/** Columns that identify a row or say its time are no features. */
function keyTest(settings: Construction, entity: Entity | undefined, entityName: string | undefined, sources: readonly (Source | undefined)[]): (field: Field) => boolean {
  const names = [
    textArgument(settings, "key"), entity?.joinKey ?? entityName, textArgument(settings, "timestamp_column_name") ?? sources[0]?.timestampField,
    "qwak_window_start_ts", "qwak_window_end_ts",
  ].filter((name) => name !== undefined).map((name) => name.toLowerCase());
  return ({ name }) => names.includes(name.toLowerCase());
}
