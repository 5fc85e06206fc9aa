/**
 * The JSON schema of seaworthy.toml, made from the table of keys and the list of rules, for editors with TOML support.
 */
import { largestMaxFileSize, profileNames, settingsKeys } from "./settings-keys.ts";
import type { Key, Shape } from "./settings-keys.ts";
import { selectors } from "./settings-file.ts";
import type { Rule, RuleOptions } from "./rule.ts";

type RuleSummary = Pick<Rule, "name" | "topic" | "summary" | "options">;
type Schema = Readonly<Record<string, unknown>>;

/** A plain value; `JSON.stringify(settingsSchema(rules), null, 2)` is the file that ships. */
export function settingsSchema(rules: readonly RuleSummary[]): Schema {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Seaworthy settings",
    description: `seaworthy.toml, or [tool.seaworthy] in pyproject.toml. Profiles: ${profileNames.join(", ")}.`,
    ...tableSchema(settingsKeys, rules),
  };
}

function tableSchema(keys: readonly Key[], rules: readonly RuleSummary[]): Schema {
  const required = keys.filter((key) => key.required === true).map((key) => key.name);
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(keys.map((key) => [key.name, { description: key.description, ...schemaOf(key.shape, rules) }])),
    ...(required.length > 0 ? { required } : {}),
  };
}

function schemaOf(shape: Shape, rules: readonly RuleSummary[]): Schema {
  switch (shape.kind) {
    case "text":
    case "key-path":
      return { type: "string", minLength: 1 };
    case "index":
      return { type: "integer", minimum: 0 };
    case "megabytes":
      return { type: "number", exclusiveMinimum: 0, maximum: largestMaxFileSize };
    case "choice":
      return { type: "string", enum: shape.of };
    case "rule":
      return { type: "string", enum: shape.topics ? selectors(rules) : rules.map((rule) => rule.name) };
    case "list":
      return { type: "array", items: schemaOf(shape.of, rules), ...(shape.of.kind === "table" ? {} : { uniqueItems: true }) };
    case "by-rule":
      return {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map((rule) => [rule.name, { description: rule.summary, ...schemaOf(shape.value, rules) }]),
        ),
      };
    case "rule-options":
      return {
        type: "object",
        additionalProperties: false,
        properties: Object.fromEntries(rules.flatMap(({ name, summary, options }) => (options ? [[name, { description: summary, ...optionsSchema(options) }]] : []))),
      };
    case "table":
      return { ...tableSchema(shape.keys, rules), ...(shape.someOf ? { anyOf: shape.someOf.map((name) => ({ required: [name] })) } : {}) };
    case "choice-or-table":
      return { anyOf: [{ type: "string", enum: shape.of }, tableSchema(shape.keys, rules)] };
  }
}

function optionsSchema(options: RuleOptions): Schema {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(options).map(([name, option]) => [
        name,
        { description: option.description, type: "integer", minimum: option.least, maximum: option.most, default: option.default },
      ]),
    ),
  };
}
