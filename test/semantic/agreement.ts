/**
 * Whether what is claimed of a value is what Python found, as recorded_values.py writes it.
 *
 *     {"k": builtins.int, ...}     agrees with     ["dict", [[["str", "k"], ["int", 3]], [["str", "l"], ["NoneType", null]]]]
 */
import type { Named, Value } from "../../server/analysis/semantic/value.ts";

/** `[kind, content]`. `["deep"]` was not looked at; of `["other", name]` only the class is known. */
export type Real = readonly [kind: string, content?: unknown];

export function agrees(value: Value, real: Real): boolean {
  const [kind, content] = real;
  if (kind === "deep") return true;
  const { constant, type } = value;
  if (type?.kind === "union") return type.members.some((each) => agrees(each, real));
  switch (constant?.kind) {
    case "none":
      return kind === "NoneType";
    case "bool":
      return kind === "bool" && content === constant.value;
    case "number":
      if (kind === "int") return constant.isInteger && (content === null || content === constant.value);
      return kind === "float" && !constant.isInteger && Number(content) === constant.value;
    case "text": {
      if (kind !== "str" || typeof content !== "string") return type === undefined;
      const pattern = constant.pieces.map((piece) => (piece.kind === "literal" ? escaped(piece.text) : "[^]*")).join("");
      return new RegExp(`^${pattern}$`, "u").test(content);
    }
    default:
      break;
  }
  const items = Array.isArray(content) ? (content as readonly Real[]) : [];
  switch (type?.kind) {
    case "instance":
      if (type.name === "builtins.int" && kind === "bool") return true;
      if (type.name === "builtins.type" && kind === "class") return true;
      if (kind === "other") return type.name === content || !comparedTypes.has(type.name);
      return type.name === `builtins.${kind}`;
    case "list":
    case "tuple":
      // A range or a dict's items are known by what they give.
      return (kind === type.kind || (kind === "view" && type.kind === "tuple")) && items.length === type.elements.length && type.elements.every((each, index) => agrees(each, items[index] ?? ["missing"]));
    case "set":
      return kind === "set" && items.length <= type.elements.length && items.every((each) => type.elements.some((element) => agrees(element, each)));
    case "sequence":
      if (type.name === "iterator") return kind === "other" || kind === "view";
      return type.name === `builtins.${kind}` && items.every((each) => agrees(type.element, each));
    case "dict": {
      const pairs = items as unknown as readonly (readonly [Real, Real])[];
      if (kind === "other") return content === "collections.defaultdict";
      if (kind !== "dict" || (!type.open && pairs.length !== type.entries.length)) return false;
      return type.entries.every((entry) => pairs.some(([key, each]) => agrees(entry.key, key) && agrees(entry.value, each)));
    }
    case "function":
      return kind === "function" && (type.definition.node.kind === "Lambda" || content === type.definition.name);
    case "class":
      return kind === "class" && content === type.definition.name;
    case "object": {
      const [classes, attributes] = Array.isArray(content) ? (content as unknown as readonly [readonly string[], Readonly<Record<string, Real>>]) : [[], {}];
      return kind === "object" && classes.includes(type.definition.name) && agreeing(type.attributes, attributes);
    }
    case undefined:
      return true;
    default:
      return kind === "other" || kind === "function" || kind === "class";
  }
}

/**
 * What containers in attributes hold is looked up where they are read: here only what they are counts. An attribute that is not there
 * (a subclass whose `__init__` does not call its base's) is read by nobody: that raises, and `hasattr` and defaults are not answered.
 */
function agreeing(claimed: readonly Named[], real: Readonly<Record<string, Real>>): boolean {
  return claimed.every(({ name, value }) => {
    const found = real[name];
    return !value.type || found === undefined || (["list", "set", "dict", "tuple", "object"].includes(found[0]) || agrees(value, found));
  });
}

/** Of these Python says the kind, so that it cannot be another. */
const comparedTypes = new Set(["str", "int", "bool", "list", "tuple", "dict", "set", "float", "NoneType"].map((name) => `builtins.${name}`));

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
