/**
 * The features of a group-by, as the library names its columns (`validator.get_group_by_output_columns`).
 *
 *     Aggregation(input_column="price", operation=Operation.SUM, windows=[Window(30, TimeUnit.DAYS)])     price_sum_30d
 *     Aggregation("price", Operation.LAST_K(5), buckets=["shop"])                                         price_last5_by_shop
 *     aggregations=None, with select("user_id", city="lower(town)") in the source                         user_id, city
 *     derivations=[Derivation("*", "*"), Derivation("mean", "price_sum_30d / 30")]                        all of these, and mean
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, elements, isNone, lastStep, madeOf, nonEmpty, text, textArgument } from "./construction.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import { valueGiven } from "./defining-calls.ts";
import type { Field } from "./model.ts";

export interface Columns {
  readonly fields: readonly Field[];
  readonly open: boolean;
}

export function featuresOf(made: Construction, locate: Locate): Columns {
  const given = valueGiven(made, ["aggregations"], 2);
  const listed = given && elements(given);
  const isAggregated = listed ? listed.length > 0 : given !== undefined;
  return derived(isAggregated ? joined((listed ?? [undefined]).map((each) => aggregated(each, locate))) : selected(made, locate), made, locate);
}

const unknown: Columns = { fields: [], open: true };

function joined(all: readonly Columns[]): Columns {
  const fields = new Map(all.flatMap((each) => each.fields).map((field) => [field.name, field]));
  return { fields: [...fields.values()], open: all.some(({ open }) => open) };
}

function field(name: string, definition: Field["definition"], description?: string): Field {
  return { name, dtype: undefined, description, tags: new Map(), vector: undefined, definition };
}

function computed(name: string, place: Place, locate: Locate): Field {
  return field(name, { ...locate(place), spelling: "computed" });
}

function aggregated(value: Value | undefined, locate: Locate): Columns {
  const made = madeOf(value);
  if (!made || lastStep(made.callable) !== "Aggregation") return unknown;
  const column = textArgument(made, "input_column", 0);
  const operation = argument(made, "operation", 1);
  const name = operation.kind === "absent" ? "last" : operation.kind === "given" ? operationName(operation.value) : undefined;
  const windows = listIn(made, "windows", 2, windowName);
  const buckets = listIn(made, "buckets", 3, text);
  if (column === undefined || name === undefined || !windows || !buckets) return unknown;
  const plain = windows.length === 0 ? [`${column}_${name}`] : windows.map((window) => `${column}_${name}_${window}`);
  const names = buckets.length === 0 ? plain : buckets.flatMap((bucket) => plain.map((each) => `${each}_by_${bucket}`));
  return { fields: names.map((each) => computed(each, made.place, locate)), open: false };
}

/** Empty when absent; `undefined` unless each element is known. */
function listIn(made: Construction, name: string, position: number, read: (value: Value) => string | undefined): readonly string[] | undefined {
  const given = argument(made, name, position);
  if (given.kind === "absent" || (given.kind === "given" && isNone(given.value))) return [];
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  const known = listed?.map(read).filter((each) => each !== undefined);
  return known && known.length === listed?.length ? known : undefined;
}

/** Of `LAST_K(5)` and the like the number is part of the name; other arguments are not. */
const sized: ReadonlyMap<string, string> = new Map([["LAST_K", "last"], ["TOP_K", "top"], ["FIRST_K", "first"], ["BOTTOM_K", "bottom"]]);
/** Other names for an operation. */
const shorthands: ReadonlyMap<string, string> = new Map([["APPROX_UNIQUE_COUNT_LGK", "approx_unique_count"], ["HISTOGRAM_K", "histogram"]]);

function operationName(value: Value): string | undefined {
  if (isNone(value)) return "last";
  const made = madeOf(value);
  const qualified = made?.callable ?? (value.type?.kind === "symbol" ? value.type.name : undefined);
  if (qualified === undefined || !/\.Operation\.\w+$/.test(qualified)) return undefined;
  const name = lastStep(qualified);
  const prefix = sized.get(name);
  if (prefix === undefined) return shorthands.get(name) ?? name.toLowerCase();
  const size = made?.arguments[0]?.value.constant;
  return size?.kind === "number" ? `${prefix}${String(size.value)}` : undefined;
}

/** `Window(30, TimeUnit.DAYS)` -> `30d`. */
function windowName(value: Value): string | undefined {
  const made = madeOf(value);
  const length = made && valueGiven(made, ["length"], 0)?.constant;
  const unit = made && valueGiven(made, ["timeUnit"], 1)?.type;
  return length?.kind === "number" && unit?.kind === "symbol" ? `${String(length.value)}${lastStep(unit.name).charAt(0).toLowerCase()}` : undefined;
}

/** Without aggregations, what the queries of the sources select. */
function selected(made: Construction, locate: Locate): Columns {
  const given = valueGiven(made, ["sources"], 0);
  const sources = given && (elements(given) ?? [given]);
  return sources ? joined(sources.map((each) => selects(madeOf(each), locate))) : unknown;
}

function selects(source: Construction | undefined, locate: Locate): Columns {
  const within = source && madeOf(valueGiven(source, ["events", "entities", "joinSource"]));
  if (within) return selects(within, locate);
  const query = source && madeOf(valueGiven(source, ["query"]));
  const given = query && valueGiven(query, ["selects"], 0);
  if (query && given?.type?.kind === "dict") {
    const { entries, open } = given.type;
    const fields = entries.flatMap(({ key }) => {
      const name = text(key);
      return name === undefined ? [] : [field(name, siteOf(key, query.place, locate))];
    });
    return { fields, open: open || fields.length !== entries.length };
  }
  const call = madeOf(given);
  if (!call || lastStep(call.callable) !== "select") return unknown;
  const fields = call.arguments.flatMap(({ keyword, unpacked, value }) => {
    if (unpacked) return [];
    if (keyword !== undefined) return [computed(keyword, call.place, locate)];
    const name = text(value);
    return name === undefined ? [] : [field(name, { ...siteOf(value, call.place, locate), spelling: "computed" })];
  });
  return { fields, open: fields.length !== call.arguments.length };
}

/** With a star all columns stay, but those that a derivation only renames. */
function derived(before: Columns, made: Construction, locate: Locate): Columns {
  const given = valueGiven(made, ["derivations"]);
  if (!given) return argument(made, "derivations").kind === "uncertain" ? { ...before, open: true } : before;
  const listed = elements(given);
  const all = (listed ?? []).flatMap((each) => madeOf(each) ?? []).map((each) => ({ each, name: valueGiven(each, ["name"], 0), expression: textArgument(each, "expression", 1) }));
  const own = all.flatMap(({ each, name }): readonly Field[] => {
    const known = name && text(name);
    return name && known !== undefined && known !== "*" ? [field(known, siteOf(name, each.place, locate), nonEmpty(textArgument(each, "description", 2)))] : [];
  });
  const hasStar = all.some(({ expression }) => expression === "*");
  const kept = hasStar ? before.fields.filter(({ name }) => !all.some(({ expression }) => expression === name)) : [];
  const isKnown = all.length === listed?.length && all.every(({ name, expression }) => name && text(name) !== undefined && expression !== undefined);
  return { fields: [...kept, ...own], open: !isKnown || (hasStar && before.open) };
}
