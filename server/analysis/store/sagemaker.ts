/**
 * The adapter for Amazon SageMaker: feature groups that a module of the workspace creates, by boto3 or either SDK.
 *
 *     client.create_feature_group(FeatureGroupName="users", FeatureDefinitions=[{"FeatureName": "age", "FeatureType": "Integral"}], ...)
 *
 *     users = FeatureGroup(name="users", sagemaker_session=session)      a name, for whatever is done with the group
 *     users.load_feature_definitions(data_frame=frame)                   what is known of `frame`, and perhaps more
 *     users.create(record_identifier_name="user_id", ...)                now it is a definition
 *
 *     FeatureGroup.create(feature_group_name="users", feature_definitions=[FeatureDefinition(feature_name="age", ...)], ...)
 *
 * Records hold the features of the definition and nothing else; `update` and `update_feature_group` add some.
 */
import { samePlace } from "../semantic/same-place.ts";
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, text } from "./construction.ts";
import { columnsIn, definingCalls, isOpenRun, tableView, textsIn, valueGiven } from "./defining-calls.ts";
import type { DefiningCall } from "./defining-calls.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Addition, DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import type { Field, StoreProblem, View } from "./model.ts";

export const sagemakerAdapter: DefinitionAdapter = {
  kind: "sagemaker",
  mentions: /\b(?:FeatureDefinitions|FeatureAdditions|feature_additions)\b|\bsagemaker\.(?:feature_store|core\.resources|mlops\.feature_store)\b/,
  isWhole: false,
  read: readModule,
};

const callables: ReadonlySet<string> = new Set(["create_feature_group", "update_feature_group", "create", "update", "load_feature_definitions"]);

function readModule({ uri, analysis, locate }: DefiningModule): ModuleDefinitions {
  const calls = definingCalls(analysis, callables).filter((call) => (call.name.endsWith("_group") ? isOfClient(call) : isOfGroup(call)));
  const isAssigned = analysis.units.some(({ unit }) => /\.feature_definitions\s*=/.test(unit.text));
  const module = { calls, isAssigned, locate };
  const views: View[] = [];
  const limits: StoreProblem[] = [];
  for (const call of calls.filter(({ name }) => name.startsWith("create"))) {
    const given = nameGiven(call.made);
    const name = given && text(given);
    if (given && name !== undefined) views.push(readGroup(call.made, name, given, module));
    else if (!isOpenRun(call)) limits.push({ ...locate(call.made.place), uri, message: "the name of this feature group is known only at run time" });
  }
  const additions = calls.filter(({ name }) => name.startsWith("update")).flatMap((call) => additionIn(call, locate));
  return { views, entities: [], services: [], sources: [], problems: [], limits, additions };
}

interface Module {
  readonly calls: readonly DefiningCall[];
  /** Somewhere in it the definitions of a group are set. */
  readonly isAssigned: boolean;
  readonly locate: Locate;
}

/** boto3's clients are known by the names of the arguments alone. */
function isOfClient({ made }: DefiningCall): boolean {
  return argument(made, "FeatureGroupName").kind === "given";
}

function isOfGroup({ event: { target } }: DefiningCall): boolean {
  return target !== undefined && /^sagemaker\..*\bFeatureGroup(?:Manager)?\.\w+$/.test(target);
}

/** Of the call itself, else of the object whose method is called. */
function nameGiven(made: Construction): Value | undefined {
  const group = madeOf(made.receiver);
  return valueGiven(made, ["FeatureGroupName", "feature_group_name"]) ?? (group && valueGiven(group, ["name", "feature_group_name"], 0));
}

function readGroup(made: Construction, name: string, given: Value, module: Module): View {
  const { locate } = module;
  const definitions = definitionsFor(made, module);
  return tableView({
    name,
    definition: siteOf(given, made.place, locate),
    kind: "FeatureGroup",
    description: nonEmpty(textsIn(made, ["Description", "description"])[0]),
    tags: new Map(),
    columns: definitions.fields,
    keys: textsIn(made, ["RecordIdentifierFeatureName", "record_identifier_feature_name", "record_identifier_name"]),
    time: textsIn(made, ["EventTimeFeatureName", "event_time_feature_name"])[0],
    open: !definitions.whole,
  });
}

interface Definitions {
  readonly fields: readonly Field[];
  readonly whole: boolean;
}

function definitionsFor(made: Construction, { calls, isAssigned, locate }: Module): Definitions {
  const names = ["FeatureDefinitions", "feature_definitions"];
  const written = argument(made, names[0] ?? "").kind === "absent" && argument(made, names[1] ?? "").kind === "absent" ? undefined : listed(valueGiven(made, names), locate);
  const group = madeOf(made.receiver);
  if (written || !group) return written ?? { fields: [], whole: false };
  const own = listed(valueGiven(group, ["feature_definitions"], 2), locate);
  const loads = calls.filter((call) => call.name === "load_feature_definitions" && isSame(madeOf(call.made.receiver), group));
  const loaded = loads.flatMap((call) => columnsIn(valueGiven(call.made, ["data_frame"], 0)).fields);
  // What is assigned to `group.feature_definitions` is not followed.
  return { fields: [...own.fields, ...loaded], whole: own.whole && loads.length === 0 && !isAssigned };
}

function isSame(one: Construction | undefined, other: Construction): boolean {
  return one !== undefined && samePlace(one.place, other.place);
}

function listed(value: Value | undefined, locate: Locate): Definitions {
  const all = value && elements(value);
  const fields = (all ?? []).flatMap((each) => readDefinition(each, locate) ?? []);
  return { fields, whole: all !== undefined && all.length > 0 && fields.length === all.length };
}

/** `{"FeatureName": "age", "FeatureType": "Integral"}`, `FeatureDefinition(feature_name="age", ...)`, `IntegralFeatureDefinition("age")`. */
function readDefinition(value: Value, locate: Locate): Field | undefined {
  const made = madeOf(value);
  const given = made ? valueGiven(made, ["feature_name"], 0) : entry(value, "FeatureName");
  const name = given && text(given);
  if (!given || name === undefined || (made && !made.callable.endsWith("FeatureDefinition"))) return undefined;
  const type = made ? valueGiven(made, ["feature_type"], 1) : entry(value, "FeatureType");
  return {
    name,
    dtype: (type && typeName(type)) ?? (made && nonEmpty(lastStep(made.callable).slice(0, -"FeatureDefinition".length))),
    description: undefined,
    tags: new Map(),
    vector: undefined,
    definition: made ? siteOf(given, made.place, locate) : siteInDict(given, locate),
  };
}

/** `Integral` for `"Integral"` and for `FeatureTypeEnum.INTEGRAL`. */
function typeName(value: Value): string | undefined {
  if (value.constant) return text(value);
  const name = value.type?.kind === "symbol" ? lastStep(value.type.name) : "";
  return /^[A-Z]+$/.test(name) ? name.charAt(0) + name.slice(1).toLowerCase() : undefined;
}

function entry({ type }: Value, key: string): Value | undefined {
  return type?.kind === "dict" ? type.entries.find((each) => text(each.key) === key)?.value : undefined;
}

/** A dict does not know where it is written; the texts in it do. */
function siteInDict(value: Value, locate: Locate): Field["definition"] {
  const piece = value.constant?.kind === "text" ? value.constant.pieces[0] : undefined;
  return piece?.place && siteOf(value, piece.place, locate);
}

function additionIn({ made, name }: DefiningCall, locate: Locate): readonly Addition[] {
  const given = valueGiven(made, ["FeatureAdditions", "feature_additions"], name === "update" ? 0 : -1);
  if (!given) return [];
  const { fields, whole } = listed(given, locate);
  const group = nameGiven(made);
  return [{ view: group && text(group), fields, open: !whole }];
}
