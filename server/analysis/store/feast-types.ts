/**
 * Names of Feast's data types: as the registry numbers them, as Python prints them, as old definitions write them.
 *
 *     FLOAT_LIST    Array(Float32)      the registry; ValueType.FLOAT_LIST in definitions from before Feast 0.21
 *
 * What the registry's types cannot say, Feast keeps in tags of the field: the members of a struct, and what is inside a
 * collection of collections.
 */

const primitives: ReadonlyMap<string, string> = new Map([
  ["INVALID", "Invalid"], ["UNKNOWN", "Invalid"], ["BYTES", "Bytes"], ["PDF_BYTES", "PdfBytes"], ["IMAGE_BYTES", "ImageBytes"],
  ["STRING", "String"], ["BOOL", "Bool"], ["INT32", "Int32"], ["INT64", "Int64"], ["FLOAT", "Float32"], ["DOUBLE", "Float64"],
  ["UNIX_TIMESTAMP", "UnixTimestamp"], ["MAP", "Map"], ["JSON", "Json"], ["UUID", "Uuid"], ["TIME_UUID", "TimeUuid"],
  ["DECIMAL", "Decimal"], ["SCALAR_MAP", "ScalarMap"], ["ZONED_TIMESTAMP", "ZonedTimestamp"],
]);

/** Name of `PrimitiveFeastType` -> as Python prints it; used inside the tags. */
const memberNames: ReadonlyMap<string, string> = new Map([...primitives, ["FLOAT32", "Float32"], ["FLOAT64", "Float64"]]);

export const structTag = "feast:struct_schema";
export const nestedTag = "feast:nested_inner_type";

/** Longer descriptions of a struct are not taken apart. */
const longestTag = 5_000;

/** `Array(Float32)` for FLOAT_LIST; the name itself when it is none of Feast's. */
export function typeOfValueType(valueType: string, tags: ReadonlyMap<string, string> = new Map()): string {
  const struct = tags.get(structTag);
  if (struct !== undefined && valueType === "STRUCT") return structType(struct) ?? "Struct";
  if (struct !== undefined && valueType === "STRUCT_LIST") return `Array(${structType(struct) ?? "Struct"})`;
  const nested = tags.get(nestedTag);
  if (nested !== undefined && (valueType === "VALUE_LIST" || valueType === "VALUE_SET")) return nestedType(nested);
  const collection = /^(.+)_(LIST|SET)$/.exec(valueType);
  const inner = primitives.get(collection?.[1] ?? "");
  if (collection && inner !== undefined) return `${collection[2] === "LIST" ? "Array" : "Set"}(${inner})`;
  return primitives.get(valueType) ?? valueType;
}

/** One name for a type however it is written: `FLOAT`, `Float32`. */
export function canonicalType(written: string): string {
  return typeOfValueType(written);
}

/** `{"city": "STRING"}` -> `Struct({city: String})`. */
function structType(schema: string): string | undefined {
  const members = parsed(schema);
  if (!members) return undefined;
  return `Struct({${Object.entries(members).map(([name, type]) => `${name}: ${nestedType(String(type))}`).join(", ")}})`;
}

/** `Array(Set(INT64))` -> `Array(Set(Int64))`. */
function nestedType(written: string): string {
  if (written.length > longestTag) return written;
  const collection = /^(Array|Set)\((.*)\)$/s.exec(written);
  if (collection) return `${collection[1] ?? ""}(${nestedType(collection[2] ?? "")})`;
  if (written.startsWith("{")) {
    const inner = parsed(written)?.["__struct__"];
    if (typeof inner === "object" && inner !== null) return structType(JSON.stringify(inner)) ?? "Struct";
  }
  return memberNames.get(written) ?? written;
}

function parsed(json: string): Readonly<Record<string, unknown>> | undefined {
  if (json.length > longestTag) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}
