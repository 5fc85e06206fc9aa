/**
 * Values as short texts that people read: in `seaworthy debug values`, and as expectations in tests (`# reveal:`).
 *
 *     "/mnt/{DATA}/x.csv"       a text with a hole that comes from parameter or variable DATA
 *     pandas.DataFrame          an instance
 *     unknown <- environment DATA
 *     None | pandas.DataFrame   one of the two
 *     pandas.DataFrame["a", ..., not "b"] train
 *                               a frame with a column a, perhaps others, but not b; rows of the training side of a split
 *     pandas.DataFrame["a", "b"] whole
 *                               a frame with these columns and no others, all rows that were read
 *     sklearn.preprocessing.StandardScaler fitted on train["a"]
 */
import type { Columns, Data, Origin, Piece, Rows, Value } from "./value.ts";

export function valueText(value: Value, depth = 0): string {
  if (depth > 4) return "...";
  const text = constantText(value, depth) ?? typeText(value, depth);
  return value.data ? text + dataText(value.data) : text;
}

function constantText({ constant, type }: Value, depth: number): string | undefined {
  switch (constant?.kind) {
    case undefined:
      return undefined;
    case "text": {
      const text = JSON.stringify(constant.pieces.map((piece) => pieceText(piece, depth)).join(""));
      const name = type?.kind === "instance" ? type.name : undefined;
      return name === "builtins.str" ? text : `${name ?? "?"} ${text}`;
    }
    case "number":
      return constant.isInteger ? String(constant.value) : `${constant.value}f`;
    case "bool":
      return constant.value ? "True" : "False";
    case "bytes":
      return `b${JSON.stringify(constant.value)}`;
    case "none":
      return "None";
  }
}

function typeText(value: Value, depth: number): string {
  const { type } = value;
  const listed = (values: readonly Value[]): string => values.map((each) => valueText(each, depth + 1)).join(", ");
  switch (type?.kind) {
    case undefined:
      return unknownText(value);
    case "instance":
      return type.made ? `${type.name} made by ${type.made.callable}(${type.made.arguments.map((each) => (each.keyword === undefined ? "" : `${each.keyword}=`) + valueText(each.value, depth + 1)).join(", ")})` : type.name;
    case "module":
    case "symbol":
      return `${type.kind} ${type.name}`;
    case "method":
      return `method ${type.name}`;
    case "partial":
      return `partial ${valueText(type.callable, depth + 1)}`;
    case "function":
    case "class":
      return `${type.kind} ${type.definition.name}`;
    case "object":
      return `object ${type.definition.name}${type.attributes.length > 0 ? `(${type.attributes.map((each) => `${each.name}=${valueText(each.value, depth + 1)}`).join(", ")})` : ""}`;
    case "tuple":
      return `(${listed(type.elements)})`;
    case "list":
      return `[${listed(type.elements)}]`;
    case "set":
      return `{${listed(type.elements)}}`;
    case "sequence":
      return `${type.name.replace("builtins.", "")} of ${valueText(type.element, depth + 1)}`;
    case "dict":
      return `{${type.entries.map((each) => `${valueText(each.key, depth + 1)}: ${valueText(each.value, depth + 1)}`).join(", ")}${type.open ? (type.entries.length > 0 ? ", ..." : "...") : ""}}`;
    case "union":
      // Members are kept in the order of their making; a text should not depend on it.
      return type.members.map((each) => valueText(each, depth + 1)).sort().join(" | ");
  }
}

/** Columns, rows and fits, after the type: `pandas.DataFrame["a", "b"] train`. */
function dataText({ columns, rows, fits }: Data): string {
  const fitted = (fits ?? []).map((fit) => ` fitted on ${fit.rows ? rowsText(fit.rows) : "?"}${fit.columns ? columnsText(fit.columns) : ""}`);
  return `${columns ? columnsText(columns) : ""}${rows ? ` ${rowsText(rows)}` : ""}${fitted.join(",")}`;
}

function columnsText(columns: Columns): string {
  return `${labelsText(columns)}${columns.along ? ` along ${labelsText(columns.along) || "unknown columns"}` : ""}`;
}

function labelsText({ present, absent, isWhole, doubt, index }: Columns): string {
  if (!isWhole && present.length === 0 && absent.length === 0) return "";
  const labels = present.map((label) => JSON.stringify(label));
  if (!isWhole) labels.push("...", ...absent.map((label) => `not ${JSON.stringify(label)}`));
  const named = index?.some((level) => level !== null) === true ? `; index ${index.map((level) => JSON.stringify(level)).join(", ")}` : "";
  return `[${labels.join(", ")}${doubt === undefined ? "" : `; ${doubt === "order" ? "any order" : doubt}`}${named}]`;
}

function rowsText(rows: Rows): string {
  if (rows.kind === "whole") return "whole";
  return rows.of?.kind === "part" ? `${rows.part} of ${rowsText(rows.of)}` : rows.part;
}

function unknownText({ origins }: Value): string {
  const outside = origins.filter((origin) => origin.kind !== "literal");
  return outside.length > 0 ? `unknown <- ${outside.map(originText).join(", ")}` : "unknown";
}

function pieceText(piece: Piece, depth: number): string {
  if (piece.kind === "literal") return piece.text;
  const { value } = piece;
  const origin = value.origins.find((each) => each.kind === "parameter" || each.kind === "external" || each.kind === "call");
  const what = origin ? originText(origin) : value.constant ? valueText(value, depth + 1) : value.type?.kind === "instance" ? value.type.name : "";
  return `{${what}}${piece.place ? "" : "?"}`;
}

function originText(origin: Origin): string {
  switch (origin.kind) {
    case "call":
      return origin.target;
    case "literal":
      return "literal";
    case "parameter":
      return origin.name;
    case "external":
      return origin.name === undefined ? origin.source : `${origin.source} ${origin.name}`;
  }
}
