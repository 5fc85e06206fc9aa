/**
 * Views in definitions: the five classes, and functions under `@on_demand_feature_view` and the like.
 *
 * Defaults are those of Feast's constructors, which differ between a class and its decorator:
 *
 *     BatchFeatureView(...)    online False, offline False        @batch_feature_view(...)    online True, offline True
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, flagArgument, isNone, lastStep, madeOf, nonEmpty, text, textArgument, textMap, timedeltaSeconds } from "./construction.ts";
import type { Argument } from "./construction.ts";
import { fieldList, schemaOf } from "./feast-fields.ts";
import { definingCallable, described, inCode, joinKeyOf, originalOf, settingsOf } from "./feast-definition.ts";
import { givenName } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import { sourceName } from "./feast-sources.ts";
import type { Aggregation, DefinitionSite, LabelSettings, Selection, Transformation, View, ViewInput, ViewKind } from "./model.ts";

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
  const named = nameOf(made, settings, locate);
  if (!kind || !byDefault || !named) return undefined;
  const isOnDemand = kind === "OnDemandFeatureView";
  const entities = entitiesOf(argument(settings, "entities"));
  const inputs = isOnDemand ? inputsOf(settings, locate) : { list: [], whole: true };
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
    unlisted: [...(entities.whole ? [] : ["entities" as const]), ...(inputs.whole ? [] : ["inputs" as const])],
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

function nameOf(made: Construction, settings: Construction, locate: Locate): { name: string; definition: DefinitionSite } | undefined {
  const isDecorated = settings !== made;
  const given = givenName(settings, made, locate, isDecorated ? -1 : 0);
  if (given) return given;
  const written = argument(settings, "name", isDecorated ? -1 : 0);
  const isLeftOut = written.kind === "absent" || (written.kind === "given" && written.value.constant?.kind === "none");
  return isDecorated && isLeftOut ? functionName(made.arguments[0]?.value, locate) : undefined;
}

/** Name of a function of the repository, where it is written. */
function functionName(value: Value | undefined, locate: Locate): { name: string; definition: DefinitionSite } | undefined {
  const found = value?.type;
  if (found?.kind !== "function" || found.definition.node.kind === "Lambda") return undefined;
  const { name } = found.definition.node;
  return { name: name.name, definition: locate({ anchor: found.definition.place.anchor, start: name.start, end: name.end }) };
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

/** From its `def` on, or from its `lambda`. */
function functionText(value: Value | undefined): string | undefined {
  if (value?.type?.kind !== "function") return undefined;
  const { node, place: { anchor } } = value.type.definition;
  return anchor.unit.text.slice(node.start, node.end);
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

/**
 * A view in a service or among the inputs of an on-demand view. A selection is a chain of copies, each made from the one before; of
 * two that say the same thing, the last one counts.
 */
export function selectionOf(value: Value, locate: Locate): Selection | undefined {
  const original = originalOf(value);
  const view = original && viewKinds.has(definingCallable(original)) ? readView(original, locate) : undefined;
  if (!original || !view) return undefined;
  // Of an on-demand view Feast selects the whole schema, columns with a join key too.
  const selectable = view.kind === "OnDemandFeatureView" ? schemaOf(settingsOf(original), locate).fields : view.fields;
  const whole = { fields: selectable.map(({ name }) => name), closed: !view.open };
  let chosen: typeof whole | undefined;
  let alias: string | undefined;
  let joinKeyMap: ReadonlyMap<string, string> | undefined;
  let isKnown = true;
  for (let made = madeOf(value); made && made !== original; made = made.receiver && madeOf(made.receiver)) {
    const step = lastStep(made.callable);
    if (step === "__getitem__") chosen ??= namesIn(made);
    else if (step === "with_name") {
      alias ??= textArgument(made, "name", 0);
      isKnown &&= alias !== undefined;
    } else if (step === "with_join_key_map") {
      joinKeyMap ??= mapIn(made);
      isKnown &&= joinKeyMap !== undefined;
    } else isKnown &&= step === "__copy__";
  }
  const { fields, closed } = chosen ?? whole;
  return { view: view.name, alias, fields, closed: closed && isKnown, joinKeyMap: joinKeyMap ?? new Map<string, string>(), version: pinnedVersion(view.version) };
}

function namesIn(made: Construction): { fields: string[]; closed: boolean } {
  const [item] = made.arguments;
  const names = (item && elements(item.value))?.map(text);
  const known = names?.filter((each) => each !== undefined) ?? [];
  return { fields: known, closed: known.length === names?.length };
}

/** `undefined` unless it is known whole. */
function mapIn(made: Construction): ReadonlyMap<string, string> | undefined {
  const given = argument(made, "join_key_map", 0);
  if (given.kind !== "given" || given.value.type?.kind !== "dict" || given.value.type.open) return undefined;
  const map = textMap(given.value);
  return map.size === given.value.type.entries.length ? map : undefined;
}

/** `v2` and `version2` name a version; everything else is the active one. */
export function pinnedVersion(version: string | undefined): number | undefined {
  const match = /^v(?:ersion)?(\d+)$/i.exec(version ?? "");
  return match ? Number(match[1]) : undefined;
}
