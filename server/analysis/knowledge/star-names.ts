/**
 * What a star import of a library binds.
 *
 *     starNamesOf("math")      acos, acosh, ...
 *     starNamesOf("keras")     undefined: not known
 *
 * Read off by doing it (scripts/knowledge/star_names.py). Releases differ: a name may be missing in yours, or be new.
 */
import { starNames as text } from "./generated/star-names.ts";
import { unpack } from "./packed.ts";

/** `__all__` of libraries that are too large to be installed for this: pyspark-client 4.2.0. */
const listed = {
  "pyspark.sql.types":
    "ArrayType BinaryType BooleanType ByteType CalendarIntervalType CharType DataType DateType DayTimeIntervalType DecimalType DoubleType FloatType Geography GeographyType "
    + "Geometry GeometryType IntegerType LongType MapType NullType Row ShortType StringType StructField StructType TimeType TimestampNTZType TimestampType VarcharType VariantType "
    + "VariantVal YearMonthIntervalType",
};

let known: ReadonlyMap<string, readonly string[]> | undefined;

export function starNamesOf(module: string): readonly string[] | undefined {
  known ??= new Map([
    ...unpack(text).trim().split("\n").map((line): [string, readonly string[]] => {
      const [name = "", names = ""] = line.split(": ");
      return [name, names.split(" ")];
    }),
    ...Object.entries(listed).map(([name, names]): [string, readonly string[]] => [name, names.split(" ")]),
  ]);
  return known.get(module);
}
