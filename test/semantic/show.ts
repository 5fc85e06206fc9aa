/**
 * Values as short texts, for expectations that people read:
 *
 *     "/mnt/{DATA}/x.csv"       a text with a hole that comes from parameter or variable DATA
 *     pandas.DataFrame          an instance
 *     unknown <- environment DATA
 */
import type { Origin, Piece, Value } from "../../server/analysis/semantic/value.ts";

export function show(value: Value, depth = 0): string {
  const { constant, type } = value;
  if (depth > 4) return "...";
  if (constant?.kind === "text") {
    const text = JSON.stringify(constant.pieces.map((piece) => showPiece(piece, depth)).join(""));
    const name = type?.kind === "instance" ? type.name : undefined;
    return name === "builtins.str" ? text : `${name ?? "?"} ${text}`;
  }
  if (constant?.kind === "number") return constant.isInteger ? String(constant.value) : `${constant.value}f`;
  if (constant?.kind === "bool") return constant.value ? "True" : "False";
  if (constant?.kind === "bytes") return `b${JSON.stringify(constant.value)}`;
  if (constant?.kind === "none") return "None";
  switch (type?.kind) {
    case undefined:
      return showUnknown(value);
    case "instance":
      return type.made ? `${type.name} made by ${type.made.callable}(${type.made.arguments.map((each) => (each.keyword === undefined ? "" : `${each.keyword}=`) + show(each.value, depth + 1)).join(", ")})` : type.name;
    case "module":
    case "symbol":
      return `${type.kind} ${type.name}`;
    case "method":
      return `method ${type.name}`;
    case "function":
    case "class":
      return `${type.kind} ${type.definition.name}`;
    case "object":
      return `object ${type.definition.name}${type.attributes.length > 0 ? `(${type.attributes.map((each) => `${each.name}=${show(each.value, depth + 1)}`).join(", ")})` : ""}`;
    case "tuple":
      return `(${type.elements.map((each) => show(each, depth + 1)).join(", ")})`;
    case "list":
      return `[${type.elements.map((each) => show(each, depth + 1)).join(", ")}]`;
    case "set":
      return `{${type.elements.map((each) => show(each, depth + 1)).join(", ")}}`;
    case "sequence":
      return `${type.name.replace("builtins.", "")} of ${show(type.element, depth + 1)}`;
    case "dict":
      return `{${type.entries.map((each) => `${show(each.key, depth + 1)}: ${show(each.value, depth + 1)}`).join(", ")}${type.open ? (type.entries.length > 0 ? ", ..." : "...") : ""}}`;
  }
}

function showUnknown({ origins }: Value): string {
  const outside = origins.filter((origin) => origin.kind !== "literal");
  return outside.length > 0 ? `unknown <- ${outside.map(showOrigin).join(", ")}` : "unknown";
}

function showPiece(piece: Piece, depth: number): string {
  if (piece.kind === "literal") return piece.text;
  const { value } = piece;
  const origin = value.origins.find((each) => each.kind === "parameter" || each.kind === "external" || each.kind === "call");
  const what = origin ? showOrigin(origin) : value.constant ? show(value, depth + 1) : value.type?.kind === "instance" ? value.type.name : "";
  return `{${what}}${piece.place ? "" : "?"}`;
}

export function showOrigin(origin: Origin): string {
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
