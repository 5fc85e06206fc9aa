/**
 * The types of fields, as definitions name them and people read them.
 *
 *     dtype=types.Array(Int64)     Array(Int64)
 *     dtype=ValueType.INT64        INT64
 */
import type { Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { lastStep, madeOf, text } from "./construction.ts";

/** `Float32`, `Array(Int64)`, `Struct({city: String})`, `ValueType.INT64` -> `INT64`; through names, else as written. */
export function typeName(value: Value, place: Place | undefined): string | undefined {
  if (value.type?.kind === "symbol") return lastStep(value.type.name);
  const made = madeOf(value);
  if (made) {
    const parts = made.arguments.map((each) => memberType(each.value) ?? typeName(each.value, each.place) ?? "?");
    return parts.length === 0 ? lastStep(made.callable) : `${lastStep(made.callable)}(${parts.join(", ")})`;
  }
  const written = place?.anchor.unit.text.slice(place.start, place.end);
  return written !== undefined && /^[A-Za-z_][\w.]*(\(.*\))?$/s.test(written) ? written.replaceAll(/\s+/g, " ").replaceAll(/(?:\w+\.)+(?=\w)/g, "") : undefined;
}

/** `{"city": String}` of a struct. */
function memberType({ type }: Value): string | undefined {
  if (type?.kind !== "dict" || type.open) return undefined;
  return `{${type.entries.map(({ key, value }) => `${text(key) ?? "?"}: ${typeName(value, undefined) ?? "?"}`).join(", ")}}`;
}
