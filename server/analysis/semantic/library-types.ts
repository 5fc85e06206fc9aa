/**
 * From the names of types, as knowledge and annotations write them, to values.
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Machine } from "./machine.ts";
import type { Origin, Value } from "./value.ts";

/**
 * The value that a type of the stub language stands for. `self` is the receiver's class without what is known of this one
 * object; `argument(name)` is resolved by the caller and unknown here.
 */
export function valueOfTypeName(machine: Machine, type: string, receiver: Value | undefined, origins: readonly Origin[]): Value {
  const { interner } = machine;
  if (type === "self") {
    const own = receiver?.type;
    if (own?.kind === "instance") return interner.instance(own.name, origins);
    return own?.kind === "object" ? interner.value({ type: own, origins }) : interner.value({ origins });
  }
  const bracket = type.indexOf("[");
  if (bracket < 0) return type.includes("(") ? interner.value({ origins }) : interner.instance(type, origins);
  const inner = splitTypes(type.slice(bracket + 1, -1)).map((each) => valueOfTypeName(machine, each, receiver, origins));
  const element = inner[0] ?? interner.unknown;
  switch (type.slice(0, bracket)) {
    case "tuple":
      return interner.value({ type: { kind: "tuple", elements: inner }, origins });
    case "list":
      return interner.value({ type: { kind: "sequence", name: "builtins.list", element }, origins });
    case "iterator":
      return interner.value({ type: { kind: "sequence", name: "iterator", element }, origins });
    default:
      return interner.value({ origins });
  }
}

/** `a, list[b, c]` -> `a`, `list[b, c]`. */
function splitTypes(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "[") depth++;
    else if (text[at] === "]") depth--;
    else if (text[at] === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}

/** Position of the parameter in the signature, for an argument that may be passed by position or by name. */
export function parameterIndex(target: string, name: string): number {
  return callableOf(target)?.parameters.findIndex((each) => each.name === name && each.kind === "positional") ?? -1;
}
