/**
 * Annotations: what a parameter or variable is said to be. Only a plain class says something: `Optional[X]` and `X | None`
 * leave open whether there is an object at all.
 */
import type { Expression } from "../syntax/nodes.ts";
import { withAttributes } from "./attributes.ts";
import type { Flow } from "./flow.ts";
import type { Frame } from "./machine.ts";
import { symbol } from "./attributes.ts";
import { isClassName } from "../knowledge/callables.ts";
import type { Value } from "./value.ts";

const builtinClasses = new Set(["str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple"]);

export function annotatedValue(frame: Frame, flow: Flow, annotation: Expression | undefined): Value | undefined {
  if (!annotation) return undefined;
  const { interner } = frame.machine;
  const named = annotation.kind === "Constant" && annotation.type === "str" ? quoted(frame, flow, annotation) : frame.machine.evaluate(frame, flow, annotation);
  const { type } = named;
  if (type?.kind === "class") return withAttributes(frame.machine, named, [], []);
  if (type?.kind === "symbol") {
    const builtin = type.name.startsWith("builtins.") ? type.name.slice(9) : undefined;
    if (builtin !== undefined ? builtinClasses.has(builtin) : isClassName(type.name) && !type.name.startsWith("typing.")) return interner.instance(type.name);
  }
  if (annotation.kind === "Subscript" && annotation.value.kind === "Name" && (annotation.value.id === "list" || annotation.value.id === "List")) {
    const element = annotatedValue(frame, flow, annotation.slice);
    if (element) return interner.value({ type: { kind: "sequence", name: "builtins.list", element } });
  }
  return undefined;
}

/** `"pd.DataFrame"`, `"Config"`: a dotted name in quotes. */
function quoted(frame: Frame, flow: Flow, node: Expression & { kind: "Constant"; type: "str" }): Value {
  const { machine } = frame;
  const [root = "", ...rest] = node.value.split(".");
  if (!/^\w+(?:\.\w+)*$/u.test(node.value) || machine.isShared(root)) return machine.interner.unknown;
  const value = flow.global(root);
  if (rest.length === 0) return value ?? (builtinClasses.has(root) ? machine.interner.symbol(`builtins.${root}`) : machine.interner.unknown);
  const base = value?.type;
  return base?.kind === "module" || base?.kind === "symbol" ? symbol(machine, [base.name, ...rest].join(".")) : machine.interner.unknown;
}
