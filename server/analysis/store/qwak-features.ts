/**
 * The features of a set, read off the transformation that its function returns.
 *
 *     SparkSqlTransformation("SELECT user_id, age, job AS work FROM users")        the columns of the query: user_id, age, work
 *
 *     SparkSqlTransformation("SELECT amount, ... FROM transactions")
 *         .aggregate(QwakAggregation.sum("amount"), QwakAggregation.percentile("amount", p=50).alias("median"))
 *         .by_windows("1 minute", "1 hour")                                       sum_amount_1m, median_1m, sum_amount_1h, median_1h
 *
 *     PySparkTransformation(function=f), UdfTransformation(...)                    known only to the platform: open
 *
 * Names of aggregations are those that the library makes (`BaseTransformation.get_features_names`).
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, lastStep, madeOf, text } from "./construction.ts";
import type { Aggregation, DefinitionSite, Field } from "./model.ts";
import { fieldsOfQuery, queryGiven } from "./query-fields.ts";
import { SQL_HOLE } from "./sql-tokens.ts";
import type { Place } from "../syntax/unit.ts";

export interface SetFeatures {
  readonly fields: readonly Field[];
  readonly aggregations: readonly Aggregation[];
  /** There may be more. */
  readonly open: boolean;
  /** `sql`, `pyspark` ...: how the transformation runs. */
  readonly mode: string | undefined;
  /** The query, when it is known whole. */
  readonly sql: string | undefined;
}

type Locate = (place: Place) => DefinitionSite;

const unknown: SetFeatures = { fields: [], aggregations: [], open: true, mode: undefined, sql: undefined };

export function featuresOf(transformation: Value | undefined, locate: Locate): SetFeatures {
  const chain = transformation && chainOf(transformation);
  if (!chain) return unknown;
  const mode = modes.get(lastStep(chain.made.callable));
  const query = mode === "sql" ? queryGiven(argument(chain.made, "sql", 0)) : undefined;
  const sql = query && !query.text.includes(SQL_HOLE) ? query.text : undefined;
  if (chain.aggregations.length > 0 || chain.windows.length > 0 || chain.isOpen) return { ...aggregated(chain, locate), mode, sql };
  return query ? { ...fieldsOfQuery(query, chain.made.place, locate), aggregations: [], mode, sql } : { ...unknown, mode };
}

const modes: ReadonlyMap<string, string> = new Map([
  ["SparkSqlTransformation", "sql"], ["PySparkTransformation", "pyspark"], ["PandasOnSparkTransformation", "pandas-on-spark"],
  ["KoalasTransformation", "koalas"], ["UdfTransformation", "udf"],
]);

/** A transformation with the aggregations and windows that were added to it. */
export interface Chain {
  readonly made: Construction;
  readonly aggregations: readonly { readonly value: Value; readonly place: Place }[];
  readonly windows: readonly { readonly value: Value; readonly place: Place }[];
  /** Some of them are handed over in a way that hides them. */
  readonly isOpen: boolean;
}

/** `undefined` for what is no transformation. */
export function chainOf(value: Value): Chain | undefined {
  let made = madeOf(value);
  const aggregations: { value: Value; place: Place }[] = [];
  const windows: { value: Value; place: Place }[] = [];
  let isOpen = false;
  for (let depth = 0; made && depth < 50; depth++) {
    if (!/^(?:qwak|frogml)\./.test(made.callable)) return undefined;
    const method = lastStep(made.callable);
    if (!made.receiver) return modes.has(method) ? { made, aggregations, windows, isOpen } : undefined;
    const list = method === "aggregate" ? aggregations : method === "by_windows" ? windows : undefined;
    if (!list) return undefined;
    const given = made.arguments.map(({ unpacked, value: each, place }) => (unpacked ? elements(each)?.map((element) => ({ value: element, place })) : [{ value: each, place }]));
    isOpen ||= given.some((each) => each === undefined);
    list.unshift(...given.flatMap((each) => each ?? []));
    made = madeOf(made.receiver);
  }
  return undefined;
}

// ---- aggregations ------------------------------------------------------------------------------------------

function aggregated(chain: Chain, locate: Locate): Pick<SetFeatures, "fields" | "aggregations" | "open"> {
  const { read, spans, isWhole } = readChain(chain);
  const fields = new Map<string, Field>();
  const listed: Aggregation[] = [];
  for (const span of spans) {
    for (const each of read) {
      const name = `${each.name}_${span.suffix}`;
      if (fields.has(name)) continue;
      fields.set(name, field(name, { ...locate(each.place), spelling: "computed" }));
      listed.push({ column: each.column, function: each.function, windowSeconds: span.seconds, slideSeconds: undefined, name });
    }
  }
  return { fields: [...fields.values()], aggregations: listed, open: !isWhole || fields.size === 0 };
}

/** A feature that two aggregations make. */
export function madeTwice(chain: Chain): string | undefined {
  const { read, spans: [span] } = readChain(chain);
  const names = new Set<string>();
  const twice = read.find(({ name }) => names.size === names.add(name).size);
  return twice && span && `${twice.name}_${span.suffix}`;
}

interface Span {
  readonly suffix: string;
  readonly seconds: number;
}

function readChain({ aggregations, windows, isOpen }: Chain): { readonly read: readonly ReadAggregation[]; readonly spans: readonly Span[]; readonly isWhole: boolean } {
  const read = aggregations.map(({ value }) => readAggregation(value)).filter((each) => each !== undefined);
  const known = windows.map(({ value }) => readWindow(value)).filter((each) => each !== undefined);
  // A window that is named twice counts once.
  const spans = [...new Map(known.map((span) => [span.suffix, span])).values()];
  return { read, spans, isWhole: !isOpen && read.length === aggregations.length && known.length === windows.length };
}

interface ReadAggregation {
  readonly name: string;
  readonly column: string;
  readonly function: string;
  readonly place: Place;
}

/** `undefined` when its name is known only at run time. */
function readAggregation(value: Value): ReadAggregation | undefined {
  let made = madeOf(value);
  let alias: string | undefined;
  let isNamed = false;
  // Of several aliases the last one counts, which is the outermost.
  while (made?.receiver && lastStep(made.callable) === "alias") {
    const given = argument(made, "name", 0);
    if (!isNamed) alias = given.kind === "given" ? text(given.value) : undefined;
    isNamed = true;
    made = madeOf(made.receiver);
  }
  if (!made || !/^(?:qwak|frogml)\.(?:\w+\.)*(?:Qwak|Frogml)Aggregation\.\w+$/.test(made.callable)) return undefined;
  const kind = lastStep(made.callable);
  const given = argument(made, "column", 0);
  const column = given.kind === "given" ? text(given.value) : undefined;
  if (isNamed && alias !== undefined) return { name: alias, column: column ?? "", function: kind, place: made.place };
  if (isNamed || column === undefined) return undefined;
  const name = nameOf(kind, column, made);
  return name === undefined ? undefined : { name, column, function: kind, place: made.place };
}

const plainAggregations = new Set([
  "sum", "count", "max", "min", "avg", "sample_variance", "population_variance", "sample_stdev", "population_stdev", "boolean_and", "boolean_or",
]);

function nameOf(kind: string, column: string, made: Construction): string | undefined {
  if (plainAggregations.has(kind)) return `${kind}_${column}`;
  const given = argument(made, kind === "percentile" ? "p" : "n", 1);
  const constant = given.kind === "given" ? given.value.constant : undefined;
  if (constant?.kind !== "number" || !constant.isInteger) return undefined;
  const number = String(constant.value);
  if (kind === "last_n") return `last_${number}_${column}`;
  if (kind === "last_distinct_n") return `last_distinct_${number}_${column}`;
  return kind === "percentile" ? `p${number}_${column}` : undefined;
}

const units: ReadonlyMap<string, Span> = new Map([
  ["week", { suffix: "w", seconds: 604_800 }], ["day", { suffix: "d", seconds: 86_400 }], ["hour", { suffix: "h", seconds: 3_600 }],
  ["minute", { suffix: "m", seconds: 60 }], ["second", { suffix: "s", seconds: 1 }],
]);

/** `1 hour` -> `1h`; `undefined` for what the library refuses or what is not known. */
export function readWindow(value: Value): Span | undefined {
  const match = /^(\d+)\s+(week|day|hour|minute|second)s?$/i.exec(text(value) ?? "");
  const unit = units.get(match?.[2]?.toLowerCase() ?? "");
  const length = Number(match?.[1]);
  return unit && { suffix: `${String(length)}${unit.suffix}`, seconds: length * unit.seconds };
}

function field(name: string, definition: DefinitionSite): Field {
  return { name, dtype: undefined, description: undefined, tags: new Map(), vector: undefined, definition };
}
