/**
 * Whether somebody reads a configuration, or the section that an entry is to be put into, as a whole: another entry would reach them.
 *
 *     model = Ridge(**config["model"])         config["model"]["alpha"] would be an argument more
 *     print(settings)                          settings.alpha would be printed
 *     path = config["paths"]["orders"]         reads one entry: another one is not noticed
 */
import type { Expression, Node } from "../../syntax/nodes.ts";
import { parseExpression } from "../../syntax/parse.ts";
import type { Unit } from "../../syntax/unit.ts";
import { parents } from "../../syntax/walk.ts";

/** @param expression how an entry is read: `config["model"]["alpha"]`, `cfg.model.alpha` */
export function isReadWhole(units: readonly Unit[], expression: string): boolean {
  const wanted = keysOf(parseExpression(expression).expression);
  const name = wanted?.[0];
  if (!wanted || name === undefined) return true;
  return units.some((unit) => new RegExp(`\\b${name}\\b`, "u").test(unit.text) && readsWhole(unit, name, wanted));
}

function readsWhole({ body }: Unit, name: string, wanted: readonly string[]): boolean {
  const around = parents(body);
  for (const node of around.keys()) {
    if (node.kind !== "Name" || node.id !== name || node.ctx !== "load") continue;
    let top: Node = node;
    const keys = [name];
    for (let next = around.get(top); next; next = around.get(top)) {
      const key = keyOf(next, top);
      if (key === undefined) break;
      keys.push(key);
      top = next;
    }
    // Any of the ways down to the entry, but not the entry itself.
    const isAbove = keys.length < wanted.length && keys.every((key, index) => key === wanted[index]);
    const isBeside = keys.some((key, index) => key !== wanted[index] && index < wanted.length);
    if (isAbove || (isBeside && mayTellAll(keys, wanted))) return true;
  }
  return false;
}

/** The key that one step down reads; `undefined` when it is no such step, or one that is not known. */
function keyOf(node: Node, value: Node): string | undefined {
  if (node.kind === "Attribute" && node.value === value) return node.attr.name;
  if (node.kind !== "Subscript" || node.value !== value) return undefined;
  return node.slice.kind === "Constant" && node.slice.type === "str" ? node.slice.value : undefined;
}

/** `config["model"].items()`, `settings.model_dump()`: what is read beside the entry is a method of the whole. */
function mayTellAll(keys: readonly string[], wanted: readonly string[]): boolean {
  const index = keys.findIndex((key, at) => key !== wanted[at]);
  return methods.has(keys[index] ?? "");
}

const methods: ReadonlySet<string> = new Set([
  "items", "keys", "values", "copy", "get", "pop", "update", "setdefault", "dict", "json", "model_dump", "model_dump_json", "model_copy", "model_fields", "__dict__",
  "__dataclass_fields__", "__len__",
]);

function keysOf(node: Expression): readonly string[] | undefined {
  if (node.kind === "Name") return [node.id];
  if (node.kind !== "Attribute" && node.kind !== "Subscript") return undefined;
  const above = keysOf(node.value);
  const key = keyOf(node, node.value);
  return above && key !== undefined ? [...above, key] : undefined;
}
