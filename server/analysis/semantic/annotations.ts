/**
 * Annotations: what a parameter or variable is said to be.
 *
 *     df: pd.DataFrame                  instance pandas.DataFrame
 *     path: str | None, Optional[str]   None or a text
 *     rows: "list[Row]"                 a list of objects of this document's class; quotes make no difference
 *     size: "Literal['a', 'b']"         a text
 *     source: Reader | T                nothing, when a part says nothing
 */
import { isClassName } from "../knowledge/callables.ts";
import { splitOutside } from "../knowledge/returns.ts";
import type { Expression } from "../syntax/nodes.ts";
import { attributeOf, withAttributes } from "./attributes.ts";
import { builtin, placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { joinAll } from "./join.ts";
import type { Frame } from "./machine.ts";
import type { Type, Value } from "./value.ts";

const builtinClasses: ReadonlySet<string> = new Set(["str", "int", "float", "bool", "bytes", "list", "dict", "set", "tuple"].map((name) => `builtins.${name}`));

export function annotatedValue(frame: Frame, flow: Flow, annotation: Expression | undefined): Value | undefined {
  if (!annotation) return undefined;
  const { interner } = frame.machine;
  switch (annotation.kind) {
    case "Constant":
      if (annotation.type === "None") return interner.none;
      return annotation.type === "str" ? quoted(frame, flow, annotation) : undefined;
    case "BinOp":
      return annotation.op === "|" ? oneOf(frame, [annotatedValue(frame, flow, annotation.left), annotatedValue(frame, flow, annotation.right)]) : undefined;
    case "Subscript": {
      const generic = frame.machine.evaluate(frame, flow, annotation.value);
      const parts = annotation.slice.kind === "Tuple" ? annotation.slice.elts : [annotation.slice];
      return ofGeneric(frame, generic, parts, (part) => annotatedValue(frame, flow, part));
    }
    case "Name":
    case "Attribute":
      return ofClass(frame, frame.machine.evaluate(frame, flow, annotation));
    default:
      return undefined;
  }
}

function ofClass(frame: Frame, named: Value): Value | undefined {
  const { interner } = frame.machine;
  const { type } = named;
  if (type?.kind === "class") return withAttributes(frame.machine, named, [], []);
  if (type?.kind !== "symbol") return undefined;
  const plain = type.name.startsWith("typing.") ? undefined : type.name;
  const isClass = plain !== undefined && (plain.startsWith("builtins.") ? builtinClasses.has(plain) : isClassName(plain));
  if (isClass) return interner.instance(plain);
  const container = containers.get(type.name);
  return container === undefined ? undefined : interner.instance(container);
}

/** Names in `typing` for the builtin containers. */
const containers: ReadonlyMap<string, string> = new Map(["List", "Dict", "Set", "Tuple"].map((name) => [`typing.${name}`, `builtins.${name.toLowerCase()}`]));

/** One of several; nothing when one of them says nothing. */
function oneOf({ machine }: Frame, values: readonly (Value | undefined)[]): Value | undefined {
  const known = values.flatMap((each) => each ?? []);
  const value = known.length === values.length && known.length > 0 ? joinAll(machine.interner, known) : undefined;
  return value?.type && value;
}

function ofGeneric<P>(frame: Frame, generic: Value, parts: readonly P[], valueOf: (part: P) => Value | undefined): Value | undefined {
  const { interner } = frame.machine;
  const name = generic.type?.kind === "symbol" ? generic.type.name : undefined;
  const first = (): Value | undefined => parts[0] && valueOf(parts[0]);
  const sequence = (of: Extract<Type, { kind: "sequence" }>["name"]): Value => {
    const element = first();
    if (element) return interner.value({ type: { kind: "sequence", name: of, element } });
    return of === "iterator" ? interner.unknown : interner.instance(of);
  };
  switch (name) {
    case "typing.Optional":
      return oneOf(frame, [first(), interner.none]);
    case "typing.Union":
      return oneOf(frame, parts.map(valueOf));
    case "typing.Annotated":
    case "typing.Final":
    case "typing.ClassVar":
      return first();
    case "builtins.list":
    case "typing.List":
      return sequence("builtins.list");
    case "builtins.set":
    case "typing.Set":
      return sequence("builtins.set");
    case "typing.Iterator":
    case "typing.Generator":
    case "collections.abc.Iterator":
    case "collections.abc.Generator":
      return sequence("iterator");
    case "builtins.dict":
    case "typing.Dict":
      return interner.value({ type: { kind: "dict", entries: [], open: true } });
    case "builtins.tuple":
    case "typing.Tuple":
      return interner.instance("builtins.tuple");
    default:
      return name !== undefined && !name.startsWith("typing.") && isClassName(name) && !name.startsWith("collections.abc.") ? interner.instance(name) : undefined;
  }
}

/** An annotation in quotes, which need not be defined yet: names, `|` and brackets. */
function quoted(frame: Frame, flow: Flow, node: Expression & { kind: "Constant"; type: "str" }): Value | undefined {
  return node.value.length > maximumText ? undefined : written(frame, flow, node, node.value);
}

const maximumText = 200;

function written(frame: Frame, flow: Flow, node: Expression, text: string): Value | undefined {
  const alternatives = splitOutside(text, "|");
  if (alternatives.length > 1) return oneOf(frame, alternatives.map((each) => written(frame, flow, node, each)));
  const match = /^\s*(?<name>\w+(?:\.\w+)*)\s*(?:\[(?<parts>.*)\])?\s*$/su.exec(text);
  const { name, parts } = match?.groups ?? {};
  if (name === undefined) return undefined;
  if (name === "None") return frame.machine.interner.none;
  const value = dotted(frame, flow, node, name);
  return parts === undefined ? ofClass(frame, value) : ofGeneric(frame, value, splitOutside(parts, ","), (each) => written(frame, flow, node, each));
}

/** `pd.DataFrame`, `Config`. */
function dotted(frame: Frame, flow: Flow, node: Expression, text: string): Value {
  const { machine } = frame;
  const [root = "", ...rest] = text.split(".");
  if (machine.isShared(root)) return machine.interner.unknown;
  let value = flow.global(root) ?? builtin(machine, root) ?? machine.interner.unknown;
  for (const name of rest) {
    value = attributeOf(machine, value, name, placeOf(frame, node), () => machine.interner.unknown);
  }
  return value;
}
