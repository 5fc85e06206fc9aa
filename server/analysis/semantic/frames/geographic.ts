/**
 * Frames of geopandas. One is a GeoDataFrame only as long as it has a column of shapes:
 *
 *     towns = gpd.read_file("towns.geojson")
 *     towns[["name", "geometry"]]        a GeoDataFrame
 *     towns[["name"]]                    a plain frame
 *     towns["geometry"]                  a GeoSeries
 *     towns.drop(columns="geometry")     a plain frame
 *
 * The column is called "geometry" unless somebody says otherwise. What a column of another name holds is not known where its name
 * speaks of shapes; all else is a plain one. Results of methods are those of geopandas 1.2.0, which was run for each.
 */
import type { DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { Label, Value } from "../value.ts";
import { dataFrame, instanceOf, isColumnAxis, newInstance, series } from "./effect.ts";
import { isNone, labelsOf } from "./labels.ts";

export const geoFrame = "geopandas.GeoDataFrame";
const geoSeries = "geopandas.GeoSeries";

export function isGeographic(value: Value | undefined): boolean {
  return instanceOf(value) === geoFrame;
}

/** The class of some of a frame's columns. `undefined`: not known. */
export function classOfColumns(name: string, labels: readonly Label[] | undefined): string | undefined {
  if (name !== geoFrame) return name;
  if (!labels) return undefined;
  if (labels.includes("geometry")) return geoFrame;
  return labels.some(maySpeakOfShapes) ? undefined : dataFrame;
}

/** The class of one column. */
export function classOfColumn(name: string, label: Label): string | undefined {
  if (name !== geoFrame) return series;
  if (label === "geometry") return geoSeries;
  return maySpeakOfShapes(label) ? undefined : series;
}

function maySpeakOfShapes(label: Label): boolean {
  return typeof label === "string" && /geo|shape|shp|point|polygon|line|centroid|buffer|hull|bound|border|area|region|zone|location|coord|wkt|wkb/iu.test(label);
}

/** What a method gives, where what is known of plain frames does not hold. `undefined`: it does. */
export function geographicCall(call: LibraryCall): DataEffect | undefined {
  const { receiver, target, machine } = call;
  const method = target.slice(target.lastIndexOf(".") + 1);
  const unknown: DataEffect = { result: machine.interner.value({ origins: originsOfResult(call) }) };
  if (changingColumns.has(method)) return unknown;
  if (comparing.has(method)) return { result: newInstance(call, dataFrame, undefined, contentOf(receiver).rows) };
  if (method === "merge" || method === "join") return { result: newInstance(call, geoFrame, undefined, contentOf(receiver).rows) };
  if (method !== "drop" || !isNone(argumentOf(call, "inplace"))) return undefined;
  const isColumns = isColumnAxis(argumentOf(call, "axis"));
  const given = isNone(argumentOf(call, "labels")) ? argumentOf(call, "columns") : isColumns === false ? undefined : argumentOf(call, "labels");
  if (call.isOpen || isColumns === undefined) return unknown;
  if (isNone(given)) return undefined;
  const { labels = [], isWhole = false } = labelsOf(given) ?? {};
  if (labels.includes("geometry")) return { result: newInstance(call, dataFrame, undefined, contentOf(receiver).rows) };
  return isWhole && !labels.some(maySpeakOfShapes) ? undefined : unknown;
}

/** After these it may be a plain frame, or not. */
const changingColumns: ReadonlySet<string> = new Set(["filter", "reindex", "select_dtypes", "set_index", "pivot", "explode", "stack", "unstack", "droplevel", "squeeze", "xs", "pop", "get", "transform", "apply"]);

/** What they give holds no shapes. */
const comparing: ReadonlySet<string> = new Set(["isna", "isnull", "notna", "notnull", "isin", "eq", "ne", "lt", "le", "gt", "ge", "map", "applymap"]);
