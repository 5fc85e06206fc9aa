/**
 * Fields in definitions: `schema=[Field(name=..., dtype=...)]`, before Feast 0.21 `features=[Feature(...)]`.
 */
import type { Construction } from "../semantic/value.ts";
import { argument, elements, flagArgument, lastStep, madeOf, nonEmpty, text, textArgument, textMapArgument } from "./construction.ts";
import type { Argument } from "./construction.ts";
import { siteOf } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import type { Field, VectorIndex } from "./model.ts";
import { typeName } from "./written-type.ts";

/** `whole` when every field is known. */
export interface FieldList {
  readonly fields: readonly Field[];
  readonly whole: boolean;
}

/** The schema of a view. */
export function schemaOf(settings: Construction, locate: Locate): FieldList {
  const schema = argument(settings, "schema");
  return fieldList(schema.kind === "absent" ? argument(settings, "features") : schema, locate);
}

export function fieldList(given: Argument, locate: Locate): FieldList {
  const listed = given.kind === "given" ? elements(given.value) : undefined;
  if (!listed) return { fields: [], whole: false };
  const fields: Field[] = [];
  for (const each of listed) {
    const made = madeOf(each);
    const field = made && readField(made, locate);
    if (field) fields.push(field);
  }
  return { fields, whole: fields.length === listed.length };
}

function readField(made: Construction, locate: Locate): Field | undefined {
  const className = lastStep(made.callable);
  if (className !== "Field" && className !== "Feature") return undefined;
  const isLegacy = className === "Feature";
  const given = argument(made, "name", isLegacy ? 0 : -1);
  const name = given.kind === "given" ? text(given.value) : undefined;
  if (given.kind !== "given" || name === undefined) return undefined;
  const dtype = argument(made, "dtype", isLegacy ? 1 : -1);
  return {
    name,
    dtype: dtype.kind === "given" ? typeName(dtype.value, dtype.place) : undefined,
    description: nonEmpty(textArgument(made, "description")),
    tags: textMapArgument(made, isLegacy ? "labels" : "tags"),
    vector: vectorOf(made),
    definition: siteOf(given.value, made.place, locate),
  };
}

function vectorOf(made: Construction): VectorIndex | undefined {
  if (flagArgument(made, "vector_index", false) !== true) return undefined;
  const length = argument(made, "vector_length");
  return {
    length: length.kind === "given" && length.value.constant?.kind === "number" ? length.value.constant.value : undefined,
    metric: nonEmpty(textArgument(made, "vector_search_metric")),
  };
}
