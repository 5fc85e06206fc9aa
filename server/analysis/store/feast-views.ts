/**
 * Views in definitions: the five classes, and functions under `@on_demand_feature_view` and the like.
 *
 * Defaults are those of Feast's constructors, which differ between a class and its decorator:
 *
 *     BatchFeatureView(...)    online False, offline False        @batch_feature_view(...)    online True, offline True
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, flagArgument, isNone, lastStep, madeOf, nonEmpty, text, textArgument, timedeltaSeconds } from "./construction.ts";
import type { Argument } from "./construction.ts";
import type { Locate } from "./defined-name.ts";
import { definingCallable, described, functionName, functionText, inCode, objectName, originalOf, settingsOf } from "./defined-object.ts";
import { fieldList, schemaOf } from "./feast-fields.ts";
import { sourceName } from "./feast-sources.ts";
import type { Aggregation, LabelSettings, Selection, Transformation, View, ViewInput, ViewKind } from "./model.ts";
import { selectionMade } from "./selection.ts";

export const viewKinds: ReadonlyMap<string, ViewKind> = new Map([
  ["FeatureView", "FeatureView"],
  ["BatchFeatureView", "BatchFeatureView"],
  ["StreamFeatureView", "StreamFeatureView"],
  ["OnDemandFeatureView", "OnDemandFeatureView"],
  ["LabelView", "LabelView"],
  ["batch_feature_view", "BatchFeatureView"],
  ["stream_feature_view", "StreamFeatureView"],
  ["on_demand_feature_view", "OnDemandFeatureView"],
]);

interface Defaults {
  readonly online: boolean;
  /** `undefined`: the constructor has no such parameter. */
  readonly offline: boolean | undefined;
  readonly mode: string | undefined;
  readonly ttlSeconds: number | undefined;
}

const defaults: ReadonlyMap<string, Defaults> = new Map<string, Defaults>([
  ["FeatureView", { online: true, offline: false, mode: undefined, ttlSeconds: 0 }],
  ["BatchFeatureView", { online: false, offline: false, mode: "python", ttlSeconds: undefined }],
  ["batch_feature_view", { online: true, offline: true, mode: "python", ttlSeconds: undefined }],
  ["StreamFeatureView", { online: true, offline: false, mode: "python", ttlSeconds: 0 }],
  ["stream_feature_view", { online: true, offline: false, mode: "spark", ttlSeconds: undefined }],
  ["OnDemandFeatureView", { online: false, offline: undefined, mode: "pandas", ttlSeconds: undefined }],
  ["on_demand_feature_view", { online: false, offline: undefined, mode: "pandas", ttlSeconds: undefined }],
  ["LabelView", { online: true, offline: undefined, mode: undefined, ttlSeconds: 0 }],
]);

export function readView(made: Construction, locate: Locate): View | undefined {
  const settings = settingsOf(made);
  const callable = definingCallable(made);
  const kind = viewKinds.get(callable);
  const byDefault = defaults.get(callable);
  const named = objectName(made, settings, locate);
  if (!kind || !byDefault || !named) return undefined;
  const isOnDemand = kind === "OnDemandFeatureView";
  const entities = entitiesOf(argument(settings, "entities"));
  const inputs = isOnDemand ? inputsOf(settings, locate) : { list: [], whole: true };
  // Feast keeps it apart from the sources.
  const hasOwnInputs = isOnDemand && argument(settings, "input_schema").kind !== "absent";
  const schema = schemaOf(settings, locate);
  const fields = schema.fields.filter(({ name }) => !entities.joinKeys.has(name));
  const ttl = argument(settings, "ttl");
  return {
    kind,
    ...named,
    ...described(settings),
    entities: entities.names,
    fields,
    keyFields: schema.fields.filter(({ name }) => entities.joinKeys.has(name)),
    // Feast infers the features of a view that lists none.
    open: !schema.whole || fields.length === 0,
    unlisted: [...(entities.whole ? [] : ["entities" as const]), ...(inputs.whole && !hasOwnInputs ? [] : ["inputs" as const])],
    ttlSeconds: ttl.kind === "given" ? timedeltaSeconds(ttl.value) : ttl.kind === "absent" ? byDefault.ttlSeconds : undefined,
    source: sourceOf(settings),
    online: flagArgument(settings, isOnDemand ? "write_to_online_store" : "online", byDefault.online),
    offline: byDefault.offline === undefined ? undefined : flagArgument(settings, "offline", byDefault.offline),
    mode: modeOf(argument(settings, "mode"), byDefault.mode),
    version: kind === "LabelView" ? undefined : argument(settings, "version").kind === "absent" ? "latest" : textArgument(settings, "version"),
    enabled: kind === "LabelView" ? undefined : flagArgument(settings, "enabled", true),
    inputs: inputs.list,
    aggregations: aggregationsOf(argument(settings, "aggregations")),
    transformation: transformationOf(made, settings, locate),
    labels: kind === "LabelView" ? labelsOf(settings) : undefined,
    applied: undefined,
    standing: inCode,
  };
}

export function joinKeyOf(made: Construction): string | undefined {
  const keys = argument(made, "join_keys");
  const first = keys.kind === "given" ? elements(keys.value)?.[0] : undefined;
  return (first && text(first)) ?? textArgument(made, "join_key") ?? textArgument(made, "name", 0);
}

/** Entities are objects, in old repositories their names. */
function entitiesOf(given: Argument): {
  readonly names: readonly string[];
  readonly joinKeys: ReadonlySet<string>;
  readonly whole: boolean;
} {
  const names: string[] = [];
  const joinKeys = new Set<string>();
  const listed = given.kind === "given" ? listOrNone(given.value) : undefined;
  let whole = given.kind === "absent" || listed !== undefined;
  for (const each of listed ?? []) {
    const made = madeOf(each);
    const name = made ? textArgument(made, "name", 0) : text(each);
    whole &&= name !== undefined;
    if (name === undefined) continue;
    names.push(name);
    joinKeys.add((made && joinKeyOf(made)) ?? name);
  }
  return { names, joinKeys, whole };
}

function listOrNone(value: Value): readonly Value[] | undefined {
  return isNone(value) ? [] : elements(value);
}

function sourceOf(settings: Construction): string | undefined {
  for (const name of ["source", "batch_source", "stream_source", "sources"]) {
    const given = argument(settings, name);
    if (given.kind !== "given") continue;
    const names = (elements(given.value) ?? [given.value]).map(sourceName).filter((each) => each !== undefined);
    if (names.length > 0) return names.join(", ");
  }
  return undefined;
}

/** `"pandas"` or `TransformationMode.PANDAS`. */
function modeOf(given: Argument, byDefault: string | undefined): string | undefined {
  if (given.kind === "absent") return byDefault;
  if (given.kind !== "given") return undefined;
  if (given.value.type?.kind === "symbol") return lastStep(given.value.type.name).toLowerCase();
  return nonEmpty(text(given.value));
}

/** What an on-demand view computes from: views, projections of views, request sources. */
function inputsOf(settings: Construction, locate: Locate): { readonly list: readonly ViewInput[]; readonly whole: boolean } {
  const given = argument(settings, "sources");
  const inputs = new Map<string, ViewInput>();
  const listed = given.kind === "given" ? listOrNone(given.value) : undefined;
  let whole = given.kind === "absent" || listed !== undefined;
  for (const each of listed ?? []) {
    const made = originalOf(each);
    const isRequest = made && definingCallable(made) === "RequestSource";
    if (isRequest) {
      const name = textArgument(made, "name");
      whole &&= name !== undefined;
      if (name === undefined) continue;
      const schema = fieldList(argument(made, "schema"), locate);
      inputs.set(name, { kind: "request", name, fields: schema.fields, closed: schema.whole });
    } else {
      const selection = selectionOf(each, locate);
      // Feast keeps one projection of a view: the last.
      if (selection) inputs.set(selection.view, { kind: "view", selection });
      else whole = false;
    }
  }
  return { list: [...inputs.values()], whole };
}

function aggregationsOf(given: Argument): readonly Aggregation[] {
  const found: Aggregation[] = [];
  for (const each of (given.kind === "given" ? elements(given.value) : undefined) ?? []) {
    const made = madeOf(each);
    if (!made || lastStep(made.callable) !== "Aggregation") continue;
    const window = argument(made, "time_window", 2);
    const slide = argument(made, "slide_interval", 3);
    const windowSeconds = window.kind === "given" ? timedeltaSeconds(window.value) : undefined;
    found.push({
      column: textArgument(made, "column", 0) ?? "",
      function: textArgument(made, "function", 1) ?? "",
      windowSeconds,
      // By default it slides by its whole length.
      slideSeconds: slide.kind === "given" ? timedeltaSeconds(slide.value) : slide.kind === "absent" ? windowSeconds : undefined,
      name: nonEmpty(textArgument(made, "name", 4)),
    });
  }
  return found;
}

function transformationOf(made: Construction, settings: Construction, locate: Locate): Transformation | undefined {
  if (settings !== made) {
    const decorated = functionName(made.arguments[0]?.value, locate);
    return decorated && { name: decorated.name, text: functionText(made.arguments[0]?.value), definition: decorated.definition };
  }
  const udf = argument(settings, "udf");
  if (udf.kind !== "given" || udf.value.type?.kind !== "function") return undefined;
  const named = functionName(udf.value, locate);
  return { name: named?.name ?? "<lambda>", text: functionText(udf.value), definition: named?.definition ?? locate(udf.value.type.definition.place) };
}

function labelsOf(settings: Construction): LabelSettings {
  const labeler = argument(settings, "labeler_field");
  const policy = argument(settings, "conflict_policy");
  const policyName = policy.kind === "given" && policy.value.type?.kind === "symbol" ? lastStep(policy.value.type.name) : undefined;
  return {
    labelerField: labeler.kind === "absent" ? "labeler" : textArgument(settings, "labeler_field"),
    conflictPolicy: policy.kind === "absent" ? "LAST_WRITE_WINS" : policyName,
    referenceView: nonEmpty(textArgument(settings, "reference_feature_view")),
  };
}

/** A view in a service or among the inputs of an on-demand view. */
export function selectionOf(value: Value, locate: Locate): Selection | undefined {
  return selectionMade(value, (original) => {
    const view = viewKinds.has(definingCallable(original)) ? readView(original, locate) : undefined;
    if (!view) return undefined;
    // Of an on-demand view Feast selects the whole schema, columns with a join key too.
    const selectable = view.kind === "OnDemandFeatureView" ? schemaOf(settingsOf(original), locate).fields : view.fields;
    return { name: view.name, fields: selectable.map(({ name }) => name), open: view.open, version: pinnedVersion(view.version) };
  });
}

/** `v2` and `version2` name a version; everything else is the active one. */
export function pinnedVersion(version: string | undefined): number | undefined {
  const match = /^v(?:ersion)?(\d+)$/i.exec(version ?? "");
  return match ? Number(match[1]) : undefined;
}
