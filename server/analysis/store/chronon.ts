/**
 * The adapter for Chronon: group-bys, and the joins that take them.
 *
 *     group_bys/shop/purchases.py     v1 = GroupBy(sources=..., keys=["user_id"], aggregations=[...])                     a view (chronon-columns.ts)
 *     joins/shop/training.py          v1 = Join(left=..., right_parts=[JoinPart(group_by=purchases.v1, prefix="p")])      a service
 *
 * They are called after their files (chronon-names.ts); the compiler looks into these two folders and nowhere else.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Construction, Value } from "../semantic/value.ts";
import { chrononStoreDialect } from "./chronon-dialect.ts";
import { featuresOf } from "./chronon-columns.ts";
import { assignmentsIn, moduleIn, objectOf, sanitized } from "./chronon-names.ts";
import type { AssignedName } from "./chronon-names.ts";
import { elements, flagArgument, lastStep, madeOf, nonEmpty, textArgument, textMap, textMapArgument } from "./construction.ts";
import type { Locate } from "./defined-name.ts";
import { tableView, textsIn, valueGiven } from "./defining-calls.ts";
import { valuesOf } from "./definition-adapter.ts";
import type { DefinitionAdapter, DefiningModule, ModuleDefinitions } from "./definition-adapter.ts";
import type { Selection, Service, View } from "./model.ts";

export const chrononAdapter: DefinitionAdapter = {
  kind: "chronon",
  mentions: /\bai\.chronon\b/,
  isWhole: false,
  read: readModule,
  dialectOf: chrononStoreDialect,
};

function readModule({ uri, analysis, locate }: DefiningModule): ModuleDefinitions {
  const made = valuesOf(analysis).flatMap((value) => madeOf(value) ?? []).filter(({ callable }) => callable.startsWith("ai.chronon."));
  const named = (name: string): readonly Construction[] => made.filter(({ callable }) => lastStep(callable) === name);
  const folder = moduleIn(uri, "group_bys");
  return {
    views: [...named("GroupBy").flatMap((each) => readGroupBy(each, objectOf(each, "group_bys"), locate) ?? []), ...(folder === undefined ? [] : madeByFunctions(analysis, folder, locate))],
    services: named("Join").flatMap((each) => readJoin(each, locate) ?? []),
    entities: [], sources: [], problems: [], limits: [],
    // A helper may have made a group-by of any of them.
    otherNames: folder === undefined ? [] : [...analysis.exports().values.keys()].map((name) => sanitized(`${folder}.${name}`)),
  };
}

/** `week = windowed(7)` */
function madeByFunctions(analysis: DocumentAnalysis, folder: string, locate: Locate): readonly View[] {
  return analysis.units.flatMap(({ unit }) => assignmentsIn(unit)).flatMap(({ name, place }) => {
    const value = analysis.exitValue(name);
    const made = value && madeOf(value);
    const isOne = made?.callable.startsWith("ai.chronon.") === true && lastStep(made.callable) === "GroupBy" && !objectOf(made, "group_bys");
    return (isOne ? readGroupBy(made, { name: `${folder}.${name}`, place }, locate) : undefined) ?? [];
  });
}

function readGroupBy(made: Construction, object: AssignedName | undefined, locate: Locate): View | undefined {
  if (!object) return undefined;
  const { fields, open } = featuresOf(made, locate);
  const view = tableView({
    name: sanitized(object.name),
    definition: { ...locate(object.place), spelling: "computed" },
    kind: "GroupBy",
    description: nonEmpty(textArgument(made, "description")),
    tags: tagsOf(made),
    columns: fields,
    keys: textsIn(made, ["keys"], 1),
    time: "ts",
    open,
    online: flagArgument(made, "online", false),
  });
  return { ...view, source: sourceOf(made), mode: undefined };
}

function tagsOf(made: Construction): ReadonlyMap<string, string> {
  const date = nonEmpty(textArgument(made, "deprecation_date"));
  return new Map([...textMapArgument(made, "tags"), ...(date === undefined ? [] : [["deprecation_date", date] as const])]);
}

/** The tables that are read. */
function sourceOf(made: Construction): string | undefined {
  const given = valueGiven(made, ["sources"], 0);
  const tables = (given ? (elements(given) ?? [given]) : []).flatMap((each) => {
    const outer = madeOf(each);
    const source = outer && (madeOf(valueGiven(outer, ["events", "entities"])) ?? outer);
    return (source && (textArgument(source, "table") ?? textArgument(source, "snapshotTable"))) ?? [];
  });
  return tables.length > 0 ? tables.join(", ") : undefined;
}

function readJoin(made: Construction, locate: Locate): Service | undefined {
  const object = objectOf(made, "joins");
  if (!object) return undefined;
  const given = valueGiven(made, ["right_parts"], 1);
  const parts = given && elements(given);
  const selections = (parts ?? []).flatMap((each) => readPart(each, locate) ?? []);
  return {
    name: object.name,
    definition: { ...locate(object.place), spelling: "computed" },
    description: nonEmpty(textArgument(made, "description")),
    owner: undefined,
    tags: tagsOf(made),
    standing: { kind: "code" },
    selections,
    features: selections.flatMap(({ view, fields }) => fields.map((field) => ({ view, field }))),
    closed: selections.length === parts?.length && selections.every(({ closed }) => closed),
  };
}

function readPart(value: Value, locate: Locate): Selection | undefined {
  const part = madeOf(value);
  const group = part && madeOf(valueGiven(part, ["group_by"], 0));
  const view = group && readGroupBy(group, objectOf(group, "group_bys"), locate);
  if (!part || !view) return undefined;
  const prefix = textArgument(part, "prefix", 2);
  const mapped = valueGiven(part, ["key_mapping"], 1);
  return {
    view: view.name,
    alias: prefix === undefined ? undefined : `${prefix}_${view.name}`,
    fields: view.fields.map(({ name }) => name),
    closed: !view.open,
    joinKeyMap: mapped ? textMap(mapped) : new Map(),
    version: undefined,
  };
}
