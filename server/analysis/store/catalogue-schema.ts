/**
 * The published JSON schema of catalogue files (`features.yaml`), made from the table of keys, for editors with YAML support.
 *
 * Files of that name exist that are none of ours: without `views` the schema says nothing.
 */
import { catalogueKeys } from "./catalogue-keys.ts";
import type { CatalogueShape, CatalogueTable } from "./catalogue-keys.ts";

type Schema = Readonly<Record<string, unknown>>;

/** A plain value; `JSON.stringify(catalogueSchema(), null, 2)` is the file that ships. */
export function catalogueSchema(): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Seaworthy feature catalogue",
    description: "features.yaml: the views, features and services of a feature store, and the functions that take references to them.",
    if: { type: "object", required: ["views"] },
    then: tableSchema(catalogueKeys),
  };
}

function tableSchema({ keys, oneOf }: CatalogueTable): Schema {
  const required = keys.filter((key) => key.required === true).map(({ name }) => name);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(keys.map(({ name, description, shape }) => [name, { description, ...schemaOf(shape) }])),
    ...(required.length > 0 ? { required } : {}),
    ...(oneOf ? { oneOf: oneOf.map((name) => ({ required: [name] })) } : {}),
  };
}

const scalar: Schema = { type: ["string", "number", "boolean"] };

function schemaOf(shape: CatalogueShape): Schema {
  switch (shape.kind) {
    case "text":
      return { type: "string", minLength: 1 };
    case "flag":
      return { type: "boolean" };
    case "number":
      return { type: "integer", minimum: 0 };
    case "choice":
      return { type: "string", enum: shape.of };
    case "note":
      return { type: ["boolean", "string"] };
    case "pattern":
      return { type: "string", pattern: String.raw`^\{view\}.+\{feature\}$` };
    case "tags":
      return { anyOf: [{ type: "object", additionalProperties: scalar }, { type: "array", items: scalar }] };
    case "list": {
      const list = { type: "array", items: schemaOf(shape.of) };
      return shape.orOne ? { anyOf: [schemaOf(shape.of), list] } : list;
    }
    case "named": {
      const { of } = shape;
      const isBare = !of.keys.some((key) => key.required === true);
      const values = [tableSchema(of), ...(of.short === undefined ? [] : [{ type: "string" }]), ...(isBare ? [{ type: "null" }] : [])];
      const table = { type: "object", additionalProperties: values.length > 1 ? { anyOf: values } : values[0] };
      return isBare ? { anyOf: [table, { type: "array", items: { type: "string" } }] } : table;
    }
    case "table":
      return tableSchema(shape);
  }
}
