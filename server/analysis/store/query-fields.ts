/**
 * Features that are the columns of a query.
 *
 *     "SELECT user_id, age, job AS work FROM users"     user_id, age (a column that is selected), work (a name that is given)
 */
import type { Place } from "../syntax/unit.ts";
import type { Argument } from "./construction.ts";
import type { Locate } from "./defined-name.ts";
import type { Field } from "./model.ts";
import { projectionOf } from "./sql-projection.ts";
import { SQL_HOLE } from "./sql-tokens.ts";
import { contentOf, partPlace } from "./written-text.ts";
import type { WrittenPiece, WrittenText } from "./written-text.ts";

/** The text of the query with holes for what is not known, and the places of its pieces. */
export function queryGiven(given: Argument): WrittenText | undefined {
  const constant = given.kind === "given" ? given.value.constant : undefined;
  if (constant?.kind !== "text") return undefined;
  let written = "";
  const pieces: WrittenPiece[] = [];
  for (const piece of constant.pieces) {
    const start = written.length;
    const place = piece.kind === "hole" ? undefined : piece.place;
    written += piece.kind === "hole" ? SQL_HOLE : piece.text;
    pieces.push({ start, end: written.length, place, content: place && piece.kind === "literal" ? contentOf(place, piece.text) : undefined });
  }
  return { text: written, pieces };
}

export function fieldsOfQuery(query: WrittenText, around: Place, locate: Locate): { readonly fields: readonly Field[]; readonly open: boolean } {
  const { columns, open } = projectionOf(query.text);
  const names = new Set<string>();
  const fields: Field[] = [];
  for (const { name, at, kind, isFree } of columns) {
    if (names.has(name.toLowerCase())) continue;
    names.add(name.toLowerCase());
    const place = partPlace(query, at.start, at.end);
    const site = locate(place ?? around);
    const definition = { ...site, spelling: place && isFree ? kind : ("computed" as const) };
    fields.push({ name, dtype: undefined, description: undefined, tags: new Map(), vector: undefined, definition });
  }
  return { fields, open };
}
