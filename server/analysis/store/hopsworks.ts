/**
 * The adapter for Hopsworks: feature groups and feature views that a module of the workspace creates.
 *
 *     cards = fs.create_feature_group("cards", version=1, primary_key=["number"], features=[Feature("number", "string"), Feature("limit", "double")])
 *     trips = fs.get_or_create_feature_group(name="trips", version=1, primary_key=["id"])     what is inserted says which features it has:
 *     trips.insert(frame)                                                                     what is known of `frame`, and perhaps more
 *
 *     fs.create_feature_view(name="fraud", version=1, query=cards.select(["limit"]).join(trips.select_all()))     a service
 *
 * With a list of features, `insert` refuses a frame that has others; `append_features` adds some, and so do transformations.
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, nonEmpty, text, textArgument } from "./construction.ts";
import { columnsIn, definingCalls, isOpenRun, tableView, textsIn, valueGiven } from "./defining-calls.ts";
import type { DefiningCall } from "./defining-calls.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Addition, DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import { hopsworksDialect } from "./hopsworks-dialect.ts";
import type { Field, Selection, Service, StoreProblem, View } from "./model.ts";

export const hopsworksAdapter: DefinitionAdapter = {
  kind: "hopsworks",
  mentions: /\b(?:create|get_or_create)\w*_(?:feature_group|spine_group|feature_view)\b|\b(?:append|update)_features\b|\bget_feature_group\b/,
  isWhole: false,
  read: readModule,
};

/** Of groups, with the position of `version`: other arguments are given by name. */
const creators = new Map([
  ["create_feature_group", 1], ["get_or_create_feature_group", 1], ["get_or_create_spine_group", 1],
  ["create_external_feature_group", 6], ["create_on_demand_feature_group", 6],
]);
const selectors: ReadonlySet<string> = new Set(["create_feature_view", "get_or_create_feature_view"]);
const writers: ReadonlySet<string> = new Set(["append_features", "update_features", "insert", "save"]);

function readModule({ uri, analysis, locate }: DefiningModule): ModuleDefinitions {
  const calls = definingCalls(analysis, new Set([...creators.keys(), ...selectors, ...writers])).filter(({ event: { target } }) => target?.startsWith("hsfs.") === true);
  const views: View[] = [];
  const services: Service[] = [];
  const additions: Addition[] = [];
  const limits: StoreProblem[] = [];
  for (const call of calls) {
    if (writers.has(call.name)) additions.push(...additionIn(call, locate));
    else {
      const given = valueGiven(call.made, ["name"], 0);
      const name = given && text(given);
      if (given && name !== undefined) {
        if (selectors.has(call.name)) services.push(readSelection(call.made, name, given, locate));
        else views.push(readGroup(call, name, given, locate));
      } else if (!isOpenRun(call)) limits.push({ ...locate(call.made.place), uri, message: `the name that ${call.name} gives is known only at run time` });
    }
  }
  return { views, entities: [], services, sources: [], problems: [], limits, additions };
}

function readGroup({ made, name: creator }: DefiningCall, name: string, given: Value, locate: Locate): View {
  const { fields, whole } = listed(valueGiven(made, ["features"]), locate);
  const version = valueGiven(made, ["version"], creators.get(creator) ?? -1)?.constant;
  const online = argument(made, "online_enabled");
  return tableView({
    name,
    definition: siteOf(given, made.place, locate),
    kind: "FeatureGroup",
    description: nonEmpty(textArgument(made, "description")),
    tags: new Map(),
    columns: fields,
    keys: textsIn(made, ["primary_key"]).map(nameInStore),
    time: textsIn(made, ["event_time"]).map(nameInStore)[0],
    // Transformations compute more.
    open: !whole || argument(made, "transformation_functions").kind !== "absent",
    online: online.kind === "given" && online.value.constant?.kind === "bool" ? online.value.constant.value : undefined,
    version: version?.kind === "number" ? String(version.value) : undefined,
  });
}

/** As the library writes a name, with a warning where it is another. */
function nameInStore(name: string): string {
  return name.toLowerCase().replaceAll(" ", "_");
}

interface Listed {
  readonly fields: readonly Field[];
  readonly whole: boolean;
}

/** `[Feature("limit", type="double"), ...]`, or one. */
function listed(value: Value | undefined, locate: Locate): Listed {
  const all = value && (elements(value) ?? [value]);
  const fields = (all ?? []).flatMap((each) => readFeature(madeOf(each), locate) ?? []);
  return { fields, whole: all !== undefined && all.length > 0 && fields.length === all.length };
}

function readFeature(made: Construction | undefined, locate: Locate): Field | undefined {
  const given = made && lastStep(made.callable) === "Feature" ? valueGiven(made, ["name"], 0) : undefined;
  const name = given && text(given);
  if (!made || !given || name === undefined) return undefined;
  return {
    name: nameInStore(name),
    dtype: textArgument(made, "type", 1),
    description: nonEmpty(textArgument(made, "description", 2)),
    tags: new Map(),
    vector: undefined,
    definition: siteOf(given, made.place, locate),
  };
}

/** What is appended, or inserted for the first time, by the object of a group. */
function additionIn({ made, name }: DefiningCall, locate: Locate): readonly Addition[] {
  const group = groupOf(made.receiver);
  const value = valueGiven(made, ["features"], 0);
  if (!group || !value) return [];
  const view = group.name && text(group.name);
  const isData = name === "insert" || name === "save";
  // A frame that does not fit is refused: it opens nothing that is closed.
  if (isData) return view === undefined ? [] : [{ view, fields: columnsIn(value).fields.map((each) => ({ ...each, name: nameInStore(each.name) })), open: false }];
  const { fields, whole } = listed(value, locate);
  return [{ view, fields, open: !whole }];
}

interface Group {
  readonly name: Value | undefined;
}

/** The group that an object stands for. */
function groupOf(value: Value | undefined): Group | undefined {
  const made = madeOf(value);
  const object = made && hopsworksDialect.viewObjects?.find(({ callable }) => callable === lastStep(made.callable));
  return made && object && { name: valueGiven(made, object.name.names, object.name.position) };
}

function readSelection(made: Construction, name: string, given: Value, locate: Locate): Service {
  const selections = selectionsIn(valueGiven(made, ["query"], 1));
  return {
    name,
    definition: siteOf(given, made.place, locate),
    description: nonEmpty(textArgument(made, "description")),
    owner: undefined,
    tags: new Map(),
    standing: { kind: "code" },
    features: (selections ?? []).flatMap(({ view, fields }) => fields.map((field) => ({ view, field }))),
    selections: selections ?? [],
    closed: selections?.every(({ closed }) => closed) === true,
  };
}

/** What a query selects, from the inside out; `undefined` when it cannot be followed. */
function selectionsIn(query: Value | undefined): readonly Selection[] | undefined {
  const made = madeOf(query);
  if (!made) return undefined;
  const method = lastStep(made.callable);
  const group = groupOf(made.receiver);
  if (!group) {
    const before = selectionsIn(made.receiver);
    const joined = method === "join" ? selectionsIn(valueGiven(made, ["sub_query"], 0)) : [];
    return before && joined && [...before, ...joined];
  }
  const view = group.name && text(group.name);
  if (view === undefined) return undefined;
  const named = method === "select" ? valueGiven(made, ["features"], 0) : undefined;
  const all = named && elements(named);
  const fields = (all ?? []).map(text).filter((each) => each !== undefined).map(nameInStore);
  return [{ view, alias: undefined, fields, closed: all?.length === fields.length, joinKeyMap: new Map(), version: undefined }];
}
