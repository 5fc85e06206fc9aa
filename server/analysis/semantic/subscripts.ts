/**
 * Subscripts: what `value[index]` is.
 *
 *     paths["train"]            the entry of a known dict
 *     os.environ["DATA"]        unknown, from the environment
 *     defaultdict(list)["a"]    a list
 *     df["price"]               a series; df[["price"]] and df[df.price > 0] are frames
 */
import { isDefinitionCallable } from "../knowledge/definitions.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { frameSubscript } from "./frames/selecting.ts";
import { defaultValue, isKeyKnown, isMutable, joinAll, overMembers, sameKey } from "./join.ts";
import { sliced } from "./known-sequences.ts";
import { learningSubscript } from "./learning/index.ts";
import { specialMethod } from "./library-types.ts";
import type { Machine } from "./machine.ts";
import { plainText } from "./texts.ts";
import type { Origin, Value } from "./value.ts";

export interface SubscriptPlaces {
  readonly node: Place;
  readonly index: Place;
  /** What is subscripted, as it is written. */
  readonly holder: Expression;
  /** Evaluates a bound of a slice. */
  readonly bound: (node: Expression) => Value;
}

export function subscriptOf(machine: Machine, value: Value, index: Value, slice: Expression, at: SubscriptPlaces): Value {
  const { interner } = machine;
  const { type } = value;
  switch (type?.kind) {
    case "tuple":
    case "list":
      return element(machine, value, type.kind, type.elements, index, slice, at.bound);
    case "sequence":
      return slice.kind === "Slice" ? value : type.element;
    case "dict": {
      if (!isKeyKnown(index)) return interner.unknown;
      const found = type.entries.findLast((entry) => sameKey(entry.key, index));
      // A key that is not known may be this one.
      return found && type.entries.every((entry) => isKeyKnown(entry.key)) ? found.value : interner.unknown;
    }
    case "symbol":
      return ofSymbol(machine, type.name, index, at);
    case "instance":
      if (isMutable(value)) return defaultValue(interner, value) ?? interner.unknown;
      if (isDefinitionCallable(type.name)) return definition(machine, value, type.name, index, at);
      return ofText(machine, value, index, slice, at) ?? ofData(machine, value, index, slice, at);
    case "union":
      return overMembers(interner, value, (each) => subscriptOf(machine, each, index, slice, at));
    default: {
      const result = interner.value({ origins: value.origins.map((origin) => withKey(origin, index)) });
      // Whatever a transformer made, it has rows.
      return value.data ? learningSubscript({ interner, value, index, slice, place: at.node, result }) : result;
    }
  }
}

/** Frames and their columns first, then what the types say; either has its rows. */
function ofData(machine: Machine, value: Value, index: Value, slice: Expression, at: SubscriptPlaces): Value {
  const result = frameSubscript(machine, value, index, slice, at) ?? ofInstance(machine, value, index, slice);
  return value.data ? learningSubscript({ interner: machine.interner, value, index, slice, place: at.node, result }) : result;
}

function element(
  machine: Machine,
  value: Value,
  kind: "tuple" | "list",
  elements: readonly Value[],
  index: Value,
  slice: Expression,
  boundOf: SubscriptPlaces["bound"],
): Value {
  const { interner } = machine;
  if (slice.kind === "Slice") {
    const part = sliced(elements, slice, boundOf);
    return part ? interner.value({ type: { kind, elements: part }, origins: value.origins }) : interner.instance(`builtins.${kind}`, value.origins);
  }
  if (index.constant?.kind === "number" && index.constant.isInteger) return elements.at(index.constant.value) ?? interner.unknown;
  return elements.length > 0 && index.type?.kind === "instance" && index.type.name === "builtins.int"
    ? joinAll(interner, elements)
    : interner.unknown;
}

/** A character or a part of a text that is known. */
function ofText(machine: Machine, value: Value, index: Value, slice: Expression, at: SubscriptPlaces): Value | undefined {
  const text = value.type?.kind === "instance" && value.type.name === "builtins.str" ? plainText(value) : undefined;
  if (text === undefined) return undefined;
  const characters = [...text];
  const { constant } = index;
  const single = constant?.kind === "number" && constant.isInteger ? characters.at(constant.value) : undefined;
  const part = slice.kind === "Slice" ? sliced(characters, slice, at.bound)?.join("") : single;
  return part === undefined ? undefined : machine.interner.text([{ kind: "literal", text: part, place: undefined }], value.origins);
}

function ofSymbol(machine: Machine, name: string, index: Value, at: SubscriptPlaces): Value {
  const { interner } = machine;
  switch (name) {
    case "os.environ":
    case "os.environb":
      return interner.value({
        type: { kind: "instance", name: name === "os.environ" ? "builtins.str" : "builtins.bytes" },
        origins: [{ kind: "external", source: "environment", name: plainText(index), place: at.node }],
      });
    case "sys.argv":
      return interner.value({ origins: [{ kind: "external", source: "argument", name: undefined, place: at.node }] });
    case "flask.request.files":
    case "flask.request.form":
    case "flask.request.args":
    case "flask.request.values":
    case "flask.request.cookies":
    case "flask.request.headers":
      return interner.value({ origins: [{ kind: "external", source: "network", name: plainText(index), place: at.node }] });
    default:
      return interner.unknown;
  }
}

function withKey(origin: Origin, index: Value): Origin {
  if (origin.kind !== "external" || origin.name !== undefined) return origin;
  const key = plainText(index);
  return key === undefined ? origin : { ...origin, name: key };
}

/** `view[["feature"]]` of a feature store makes another definition: keep how. */
function definition(machine: Machine, value: Value, className: string, index: Value, at: SubscriptPlaces): Value {
  return machine.interner.value({
    type: {
      kind: "instance",
      name: className,
      made: {
        callable: `${className}.__getitem__`,
        receiver: value,
        arguments: [{ keyword: undefined, unpacked: false, value: index, place: at.index }],
        place: at.node,
      },
    },
    origins: value.origins,
  });
}

/** `value[a, b]` asks with two arguments: rows and columns of `.loc`, the axes of an array. */
function ofInstance(machine: Machine, value: Value, index: Value, slice: Expression): Value {
  const { interner } = machine;
  const keys = slice.kind === "Tuple" ? slice.elts : [slice];
  const values = slice.kind === "Tuple" && index.type?.kind === "tuple" ? index.type.elements : [index];
  const args = keys.map((key, position) => (key.kind === "Slice" ? interner.instance("builtins.slice") : (values[position] ?? interner.unknown)));
  return specialMethod(interner, value, "__getitem__", args) ?? interner.value({ origins: value.origins });
}
