/**
 * The adapter for Tecton: entities, sources, feature views and services that a module of the workspace defines.
 *
 *     user = Entity(name="user", join_keys=[Field("user_id", String)])
 *
 *     @batch_feature_view(sources=[payments], entities=[user], mode="pandas", timestamp_field="at",
 *                         aggregation_interval=timedelta(days=1),
 *                         features=[Aggregate(input_column=Field("amt", Float64), function="sum", time_window=timedelta(days=7))])
 *     def spent(payments): ...                                      view spent with the feature amt_sum_7d_1d (tecton-features.ts)
 *
 *     fraud = FeatureService(name="fraud", features=[spent[["amt_sum_7d_1d"]], profile.with_name("p")])
 *
 * The names of a module count, not what is made inside functions. `features=` is the whole schema of a view; version 0.x said it otherwise,
 * and such a view is open.
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, flagArgument, lastStep, madeOf, text, textArgument, timedeltaSeconds } from "./construction.ts";
import { givenName } from "./defined-name.ts";
import { definingCallable, described, functionName, functionText, inCode, objectName, originalOf, settingsOf } from "./defined-object.ts";
import { valuesOf } from "./definition-adapter.ts";
import type { DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import type { Entity, Field, Selection, Service, Source, StoreProblem, View, ViewInput, ViewKind } from "./model.ts";
import { selectionMade } from "./selection.ts";
import { featuresOf } from "./tecton-features.ts";
import { typeName } from "./written-type.ts";

export const tectonAdapter: DefinitionAdapter = {
  kind: "tecton",
  mentions: /\b(?:from|import)\s+tecton\b/,
  isWhole: false,
  read: readModule,
};

const viewKinds: ReadonlyMap<string, ViewKind> = new Map<string, ViewKind>([
  ["batch_feature_view", "BatchFeatureView"], ["BatchFeatureView", "BatchFeatureView"],
  ["stream_feature_view", "StreamFeatureView"], ["StreamFeatureView", "StreamFeatureView"],
  ["realtime_feature_view", "RealtimeFeatureView"], ["RealtimeFeatureView", "RealtimeFeatureView"],
  ["on_demand_feature_view", "RealtimeFeatureView"],
  ["FeatureTable", "FeatureTable"],
]);

function readModule(module: DefiningModule): ModuleDefinitions {
  const views: View[] = [];
  const entities: Entity[] = [];
  const services: Service[] = [];
  const sources: Source[] = [];
  const limits: StoreProblem[] = [];
  for (const value of valuesOf(module.analysis)) {
    const made = originalOf(value);
    const callable = made && isOfLibrary(settingsOf(made)) ? definingCallable(made) : undefined;
    if (!made || callable === undefined) continue;
    const isView = viewKinds.has(callable);
    const view = isView ? readView(made, module) : undefined;
    const service = callable === "FeatureService" ? readService(made, module) : undefined;
    if (view) views.push(view);
    else if (service) services.push(service);
    else if (callable === "Entity") entities.push(...present(readEntity(made, module)));
    else if (/^[A-Z]\w*Source$/.test(callable)) sources.push(...present(readSource(made, module)));
    else if (isView || callable === "FeatureService") {
      const { uri, start, end } = module.locate(made.place);
      limits.push({ uri, start, end, message: `the name of this ${isView ? "feature view" : "feature service"} is known only at run time` });
    }
  }
  return { views, entities, services, sources, problems: [], limits };
}

function isOfLibrary({ callable }: Construction): boolean {
  return callable.startsWith("tecton.");
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function readEntity(made: Construction, { locate }: DefiningModule): Entity | undefined {
  const named = givenName(made, made, locate);
  return named && { ...named, ...described(made), joinKey: keysOf(made, locate)[0]?.name ?? named.name, valueType: undefined, standing: inCode };
}

/** Join keys are fields; in version 0.x texts. */
function keysOf(entity: Construction, locate: DefiningModule["locate"]): readonly Field[] {
  return (listOf(entity, "join_keys") ?? []).flatMap((each) => {
    const made = madeOf(each);
    return made ? present(fieldOf(made, locate)) : present(text(each)).map((name) => ({ ...plain, name, dtype: undefined, definition: undefined }));
  });
}

const plain = { description: undefined, tags: new Map<string, string>(), vector: undefined };

/** `Field("user_id", String)`. */
function fieldOf(made: Construction, locate: DefiningModule["locate"]): Field | undefined {
  const named = givenName(made, made, locate);
  const dtype = argument(made, "dtype", 1);
  return named && { ...plain, ...named, dtype: dtype.kind === "given" ? typeName(dtype.value, dtype.place) : undefined };
}

function readSource(made: Construction, { locate }: DefiningModule): Source | undefined {
  const callable = lastStep(made.callable);
  const isRequest = callable === "RequestSource";
  const named = givenName(made, made, locate, isRequest ? 1 : -1);
  if (!named) return undefined;
  const configs = ["batch_config", "stream_config"].flatMap((name) => {
    const given = argument(made, name);
    return given.kind === "given" ? present(madeOf(given.value)) : [];
  });
  const told = (...names: readonly string[]): string | undefined =>
    configs.flatMap((config) => names.flatMap((name) => present(textArgument(config, name)))).at(0);
  return {
    ...named, ...described(made),
    kind: callable,
    location: told("uri", "table", "query", "stream_name", "topics"),
    timestampField: told("timestamp_field"),
    createdTimestampColumn: undefined,
    fieldMapping: new Map(),
    batchSource: undefined,
    fields: isRequest ? requestFields(made, locate).fields : [],
    standing: inCode,
  };
}

function requestFields(made: Construction, locate: DefiningModule["locate"]): { readonly fields: readonly Field[]; readonly closed: boolean } {
  const given = argument(made, "schema", 0);
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  const fields = (listed ?? []).flatMap((each) => { const field = madeOf(each); return field ? present(fieldOf(field, locate)) : []; });
  return { fields, closed: fields.length === listed?.length };
}

function readView(made: Construction, module: DefiningModule): View | undefined {
  const { locate } = module;
  const settings = settingsOf(made);
  const kind = viewKinds.get(definingCallable(made));
  const named = objectName(made, settings, locate);
  if (!kind || !named) return undefined;
  const { fields, aggregations, open } = featuresOf(settings, kind, locate);
  const entities = listOf(settings, "entities");
  const isComputed = kind === "RealtimeFeatureView";
  const inputs = isComputed ? listOf(settings, "sources") : [];
  const readInputs = (inputs ?? []).flatMap((each) => present(inputOf(each, module)));
  const source = argument(settings, "source");
  const fed = [...(source.kind === "given" ? [source.value] : []), ...(isComputed ? [] : (listOf(settings, "sources") ?? []))].flatMap((each) => present(sourceName(each)));
  const ttl = argument(settings, "ttl");
  const decorated = settings === made ? undefined : made.arguments[0]?.value;
  const computing = decorated && functionName(decorated, locate);
  const keyed = (entities ?? []).flatMap((each) => present(madeOf(each)));
  return {
    ...named, ...described(settings),
    kind, fields, aggregations, open,
    entities: keyed.flatMap((each) => present(textArgument(each, "name", 0))),
    keyFields: keyed.flatMap((each) => keysOf(each, locate)),
    unlisted: [
      ...(keyed.length === entities?.length ? [] : ["entities" as const]),
      ...(readInputs.length === inputs?.length ? [] : ["inputs" as const]),
    ],
    ttlSeconds: ttl.kind === "given" ? timedeltaSeconds(ttl.value) : undefined,
    source: fed.length > 0 ? fed.join(", ") : undefined,
    online: isComputed ? undefined : flagArgument(settings, "online", false),
    offline: isComputed ? undefined : flagArgument(settings, "offline", false),
    mode: textArgument(settings, "mode"),
    version: undefined,
    enabled: undefined,
    inputs: readInputs,
    transformation: computing && { name: computing.name, text: functionText(decorated), definition: computing.definition },
    labels: undefined,
    applied: undefined,
    standing: inCode,
  };
}

/** Empty when absent; `undefined` when it is not known one by one. */
function listOf(made: Construction, name: string): readonly Value[] | undefined {
  const given = argument(made, name);
  return given.kind === "absent" ? [] : given.kind === "given" ? elements(given.value) : undefined;
}

/** The source itself, or `payments.unfiltered()`. */
function sourceName(value: Value): string | undefined {
  let made = madeOf(value);
  while (made?.receiver) made = madeOf(made.receiver);
  return made ? textArgument(made, "name") : undefined;
}

function inputOf(value: Value, module: DefiningModule): ViewInput | undefined {
  const made = madeOf(value);
  if (made !== undefined && lastStep(made.callable) === "RequestSource") {
    return { kind: "request", name: textArgument(made, "name", 1) ?? "request", ...requestFields(made, module.locate) };
  }
  const selection = selectionOf(value, module);
  return selection && { kind: "view", selection };
}

function selectionOf(value: Value, module: DefiningModule): Selection | undefined {
  return selectionMade(value, (original) => {
    const view = isOfLibrary(settingsOf(original)) && viewKinds.has(definingCallable(original)) ? readView(original, module) : undefined;
    return view && { name: view.name, fields: view.fields.map(({ name }) => name), open: view.open };
  });
}

function readService(made: Construction, module: DefiningModule): Service | undefined {
  const named = givenName(made, made, module.locate);
  if (!named) return undefined;
  const listed = listOf(made, "features");
  const selections = (listed ?? []).flatMap((each) => present(selectionOf(each, module)));
  return {
    ...named, ...described(made),
    selections,
    features: selections.flatMap(({ view, fields }) => fields.map((field) => ({ view, field }))),
    closed: selections.length === listed?.length && selections.every(({ closed }) => closed),
    standing: inCode,
  };
}
