/**
 * `isinstance`: whether a value is an object of a class, by what is known of both; `undefined` where it is not known.
 *
 *     isinstance("a", str)                 True
 *     isinstance(df, (str, Path))          False for a DataFrame
 *     isinstance(df, Frame)                not known: a subclass may be both
 */
import { isSubclass } from "../knowledge/callables.ts";
import { baseClasses } from "./hierarchy.ts";
import { className } from "./join.ts";
import type { Interner } from "./interner.ts";
import { withAttributes } from "./attributes.ts";
import type { Machine } from "./machine.ts";
import type { Value } from "./value.ts";

/** Classes of the second argument: one, or a tuple of them. `undefined` when some of them is not known. */
export function listedClasses(value: Value): readonly Value[] | undefined {
  const { type } = value;
  if (type?.kind === "symbol" || type?.kind === "class") return [value];
  if (type?.kind !== "tuple") return undefined;
  const classes: Value[] = [];
  for (const each of type.elements) {
    const inner = listedClasses(each);
    if (!inner) return undefined;
    classes.push(...inner);
  }
  return classes;
}

export function isInstanceOfAny(value: Value, classes: readonly Value[]): boolean | undefined {
  let result: boolean | undefined = false;
  for (const each of classes) {
    const answer = isInstance(value, each);
    if (answer === true) return true;
    if (answer === undefined) result = undefined;
  }
  return result;
}

/** @param value no union */
function isInstance({ type, origins }: Value, wanted: Value): boolean | undefined {
  if (!type) return undefined;
  // `range(3)` is known by what it gives, and is no tuple.
  if (type.kind === "tuple" && origins.some((origin) => origin.kind === "call" && origin.target === "builtins.range")) return undefined;
  if (type.kind === "object") return isObjectOf(type.class, wanted);
  const name = className(type);
  if (name === undefined || name === "iterator") return undefined;
  if (wanted.type?.kind === "class") return exclusive.has(name) && baseClasses(wanted)?.every((each) => each.type?.kind === "class") === true ? false : undefined;
  if (wanted.type?.kind !== "symbol") return undefined;
  const other = wanted.type.name;
  if (other === "builtins.object" || isSubclass(name, other) || (name === "builtins.bool" && other === "builtins.int")) return true;
  if (abstract.has(other)) return abstract.get(other)?.has(name) === true ? true : exclusive.has(name) && name.startsWith("builtins.") ? false : undefined;
  if (isSubclass(other, name)) return undefined;
  return exclusive.has(name) && exclusive.has(other) && !(name === "builtins.int" && other === "builtins.bool") ? false : undefined;
}

function isObjectOf(classValue: Value, wanted: Value): boolean | undefined {
  const classes = [classValue, ...(baseClasses(classValue) ?? [])];
  const name = wanted.type?.kind === "symbol" ? wanted.type.name : undefined;
  const isOne = classes.some((each) => each === wanted || (name !== undefined && each.type?.kind === "symbol" && isSubclass(each.type.name, name)));
  if (isOne || name === "builtins.object") return true;
  return name !== undefined && exclusive.has(name) && classes.every((each) => each.type?.kind === "class") ? false : undefined;
}

/** What a value of one of the classes is; `undefined` when one of them is no class that is known. */
export function instanceOf(machine: Machine, classValue: Value): Value | undefined {
  const { interner } = machine;
  const { type } = classValue;
  if (type?.kind === "class") return withAttributes(machine, classValue, [], []);
  if (type?.kind !== "symbol" || abstract.has(type.name)) return undefined;
  return plainInstance(interner, type.name);
}

function plainInstance(interner: Interner, name: string): Value | undefined {
  if (name === "builtins.object") return undefined;
  const last = name.slice(name.lastIndexOf(".") + 1);
  return exclusive.has(name) || /^[A-Z]\w*[a-z]/u.test(last) ? interner.instance(name) : undefined;
}

/** Classes no two of which have a subclass in common. */
const exclusive: ReadonlySet<string> = new Set([
  ...["str", "int", "float", "complex", "bytes", "list", "dict", "set", "tuple", "NoneType", "bool"].map((name) => `builtins.${name}`),
  "pandas.DataFrame", "pandas.Series", "pandas.Index", "numpy.ndarray", "polars.DataFrame", "polars.LazyFrame", "polars.Series",
  "pyspark.sql.DataFrame", "pathlib.Path", "torch.Tensor",
]);

const sized = ["str", "bytes", "list", "dict", "set", "tuple"].map((name) => `builtins.${name}`);
const sequences = ["str", "bytes", "list", "tuple"].map((name) => `builtins.${name}`);

/** Abstract classes, with those of the builtin classes that are of them. */
const abstract: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ["Iterable", sized], ["Collection", sized], ["Sized", sized], ["Container", sized], ["Sequence", sequences], ["MutableSequence", ["builtins.list"]],
      ["Mapping", ["builtins.dict"]], ["MutableMapping", ["builtins.dict"]], ["Set", ["builtins.set"]], ["MutableSet", ["builtins.set"]], ["Callable", []],
    ] as const
  ).flatMap(([name, classes]) => [[`collections.abc.${name}`, new Set<string>(classes)], [`typing.${name}`, new Set<string>(classes)]] as const),
);
