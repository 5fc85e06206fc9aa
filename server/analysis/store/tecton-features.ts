/**
 * The features of a Tecton view, read off `features=[...]`.
 *
 *     Attribute("tier", String)                                                          tier
 *     Aggregate(input_column=Field("amt", Float64), function=last(3), time_window=timedelta(hours=36))
 *                                                                                        amt_last_3_1d12h_1d, when tiles are a day
 *     Embedding(input_column=Field("text", String), model=...)                           text_embedding
 *     Calculation(name="high", expr="spent.amt_sum_1d > 100")                            high
 *
 * Names of aggregates are those that the library makes (`build_aggregation_default_name`): column, function, window, and the size of the
 * tiles, or `continuous`, unless the view is compacted. A view with one that cannot be named is open.
 */
import type { Construction, Value } from "../semantic/value.ts";
import { argument, elements, flagArgument, lastStep, madeOf, nonEmpty, text, textArgument, textMapArgument, timedeltaSeconds } from "./construction.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Aggregation, Field, ViewKind } from "./model.ts";
import { typeName } from "./written-type.ts";

export interface ViewFeatures {
  readonly fields: readonly Field[];
  readonly aggregations: readonly Aggregation[];
  readonly open: boolean;
}

export function featuresOf(settings: Construction, kind: ViewKind, locate: Locate): ViewFeatures {
  const given = argument(settings, "features");
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  const tiles = tilesOf(settings, kind);
  const fields: Field[] = [];
  const aggregations: Aggregation[] = [];
  const windows = new Set<string>();
  let open = !listed;
  for (const each of listed ?? []) {
    const made = madeOf(each);
    const aggregate = made && lastStep(made.callable) === "Aggregate" ? readAggregate(made, tiles) : undefined;
    const field = made && readField(made, aggregate?.name, locate);
    if (field) fields.push(field);
    else open = true;
    if (aggregate) aggregations.push({ ...aggregate, name: field?.name });
    if (aggregate?.window !== undefined) windows.add(aggregate.window);
  }
  const secondary = argument(settings, "aggregation_secondary_key");
  if (secondary.kind === "given" && secondary.value.constant?.kind !== "none") {
    const key = text(secondary.value);
    const place = locate(secondary.place ?? settings.place);
    if (key === undefined) open = true;
    else fields.push(...[...windows].map((window): Field => ({ ...plain, name: `${key}_keys_${window}`, dtype: undefined, definition: { ...place, spelling: "computed" } })));
  }
  return { fields, aggregations, open: open || secondary.kind === "uncertain" };
}

const plain = { description: undefined, tags: new Map<string, string>(), vector: undefined };

/** Where a feature of each class has its name, and what it is called without. */
const named: ReadonlyMap<string, number> = new Map([["Attribute", 0], ["Aggregate", 3], ["Embedding", 2], ["Inference", 2], ["Calculation", 0]]);

function readField(made: Construction, aggregate: string | undefined, locate: Locate): Field | undefined {
  const kind = lastStep(made.callable);
  const position = made.callable.startsWith("tecton.") ? named.get(kind) : undefined;
  if (position === undefined) return undefined;
  const given = argument(made, "name", position);
  const isGiven = given.kind === "given" && given.value.constant?.kind !== "none";
  if (given.kind === "uncertain") return undefined;
  const column = inputColumn(made, kind === "Aggregate" ? 2 : 0);
  const name = isGiven ? text(given.value) : kind === "Aggregate" ? aggregate : kind === "Embedding" && column !== undefined ? `${column}_embedding` : undefined;
  if (name === undefined) return undefined;
  const dtype = kind === "Attribute" ? argument(made, "dtype", 1) : undefined;
  return {
    name,
    dtype: dtype?.kind === "given" ? typeName(dtype.value, dtype.place) : undefined,
    description: nonEmpty(textArgument(made, "description")),
    tags: textMapArgument(made, "tags"),
    vector: undefined,
    definition: isGiven ? siteOf(given.value, made.place, locate) : { ...locate(made.place), spelling: "computed" },
  };
}

/** `Field("amt", Float64)`. */
function inputColumn(made: Construction, position: number): string | undefined {
  const given = argument(made, "input_column", position);
  const field = given.kind === "given" ? madeOf(given.value) : undefined;
  return field && textArgument(field, "name", 0);
}

interface ReadAggregate extends Aggregation {
  /** As it appears in names: `7d`, `7d_offset_1d`. */
  readonly window: string | undefined;
}

function readAggregate(made: Construction, tiles: string | undefined): ReadAggregate {
  const column = inputColumn(made, 2);
  const called = argument(made, "function", 0);
  const name = called.kind === "given" ? functionIn(called.value) : undefined;
  const spanned = argument(made, "time_window", 1);
  const window = spanned.kind === "given" ? windowIn(spanned.value) : undefined;
  const isKnown = column !== undefined && name !== undefined && window !== undefined && tiles !== undefined;
  return {
    column: column ?? "",
    function: name ?? "",
    windowSeconds: window?.seconds,
    slideSeconds: undefined,
    name: isKnown ? [column, name, window.length, tiles, window.rest].filter((each) => each !== "").join("_").replaceAll(" ", "") : undefined,
    window: window && [window.length, window.rest].filter((each) => each !== "").join("_"),
  };
}

/** `"sum"`, `last(3)` -> `last_3`, `approx_percentile(percentile=0.99)` -> `approx_percentile_p0_99`. */
function functionIn(value: Value): string | undefined {
  const plainName = text(value);
  const made = plainName === undefined ? madeOf(value) : undefined;
  if (!made) return plainName;
  const kind = lastStep(made.callable);
  if (kind === "approx_count_distinct") return kind;
  const given = argument(made, kind === "approx_percentile" ? "percentile" : "n", 0);
  const number = given.kind === "given" && given.value.constant?.kind === "number" ? given.value.constant : undefined;
  if (!number) return undefined;
  if (["last", "last_distinct", "first", "first_distinct"].includes(kind)) return `${kind}_${String(number.value)}`;
  if (kind !== "approx_percentile" || number.isInteger) return undefined;
  return `${kind}_p${(Number.isInteger(number.value) ? number.value.toFixed(1) : String(number.value)).replace(".", "_")}`;
}

/** The parts of a window's name; what comes after the tiles is the `rest`. */
function windowIn(value: Value): { readonly length: string; readonly rest: string; readonly seconds: number | undefined } | undefined {
  const plainLength = timedeltaSeconds(value);
  if (plainLength !== undefined) return { length: duration(plainLength), rest: "", seconds: plainLength };
  const made = madeOf(value);
  const kind = made && lastStep(made.callable);
  if (!made || kind === undefined) return undefined;
  if (kind === "LifetimeWindow") return { length: "lifetime", rest: "", seconds: undefined };
  const seconds = secondsOf(made, "window_size", undefined);
  if (seconds === undefined) return undefined;
  if (kind === "TimeWindow") {
    const offset = secondsOf(made, "offset", 0);
    return offset === undefined ? undefined : { length: duration(seconds), rest: offset < 0 ? `offset_${duration(-offset)}` : "", seconds };
  }
  const parts = [secondsOf(made, "series_start", undefined), secondsOf(made, "series_end", 0), secondsOf(made, "step_size", seconds)];
  if (kind !== "TimeWindowSeries" || parts.includes(undefined)) return undefined;
  return { length: duration(seconds), rest: ["series", ...parts.map((each) => duration(Math.abs(each ?? 0)))].join("_"), seconds };
}

function secondsOf(made: Construction, name: string, absent: number | undefined): number | undefined {
  const given = argument(made, name);
  return given.kind === "given" ? timedeltaSeconds(given.value) : given.kind === "absent" ? absent : undefined;
}

/** `1d2h`, as `to_human_readable_str` prints it. */
function duration(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [[Math.floor(whole / 86_400), "d"], [Math.floor(whole / 3_600) % 24, "h"], [Math.floor(whole / 60) % 60, "m"], [whole % 60, "s"]] as const;
  const printed = parts.filter(([count]) => count > 0).map(([count, unit]) => `${String(count)}${unit}`).join("");
  return printed === "" ? "0s" : printed;
}

/** What names say of the tiles; empty for a compacted view, `undefined` where that is known only at run time. */
function tilesOf(settings: Construction, kind: ViewKind): string | undefined {
  const compacted = flagArgument(settings, "compaction_enabled", false);
  if (compacted !== false) return compacted ? "" : undefined;
  const interval = secondsOf(settings, "aggregation_interval", 0);
  const sized = interval === undefined ? undefined : duration(interval);
  if (kind !== "StreamFeatureView") return sized;
  const mode = argument(settings, "stream_processing_mode");
  if (mode.kind === "given" && mode.value.type?.kind === "symbol") {
    const isContinuous = lastStep(mode.value.type.name) === "CONTINUOUS";
    return isContinuous ? "continuous" : sized;
  }
  if (mode.kind !== "absent") return undefined;
  const isPushed = pushes(argument(settings, "source"));
  return isPushed === undefined ? undefined : isPushed ? "continuous" : sized;
}

/** Whether rows are pushed into the view's source; `undefined` when that is not known. */
function pushes(source: ReturnType<typeof argument>): boolean | undefined {
  let made = source.kind === "given" ? madeOf(source.value) : undefined;
  while (made?.receiver) made = madeOf(made.receiver);
  const config = made && argument(made, "stream_config");
  const stream = config?.kind === "given" ? madeOf(config.value) : undefined;
  return stream && lastStep(stream.callable) === "PushConfig";
}
