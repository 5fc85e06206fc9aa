/**
 * Attribute access: what `value.name` is.
 *
 *     pd.read_csv            module pandas             -> symbol pandas.read_csv
 *     df.dropna              instance DataFrame        -> method pandas.DataFrame.dropna, bound to df
 *     config.path            object of a class here    -> what __init__ or the class body assigned
 *     args.path              unknown, from outside     -> unknown, from outside
 */
import { callableOf, canonicalName, memberBelow, memberOf } from "../knowledge/callables.ts";
import type { Place } from "../syntax/unit.ts";
import { dataSetAttribute } from "./frames/data-sets.ts";
import { frameAttribute } from "./frames/selecting.ts";
import { learningAttribute } from "./learning/index.ts";
import { valueOfTypeName } from "./library-types.ts";
import { pathAttribute } from "./library-calls.ts";
import { findMember, libraryBases } from "./hierarchy.ts";
import type { Machine } from "./machine.ts";
import { isPath } from "./operators.ts";
import { overMembers } from "./join.ts";
import type { Named, Origin, Type, Value } from "./value.ts";
import { withoutLiterals } from "./interner.ts";

/** `getter` runs the body of a property of this workspace. */
export type PropertyReader = (getter: Value, owner: Value) => Value;

export function attributeOf(machine: Machine, value: Value, name: string, place: Place, property: PropertyReader): Value {
  const { interner } = machine;
  const { type } = value;
  switch (type?.kind) {
    case "module":
    case "symbol":
      return names.has(name) ? interner.instance("builtins.str") : symbol(machine, `${type.name}.${name}`);
    case "instance":
      return ofInstance(machine, value, type.name, name, place);
    case "object": {
      const own = type.attributes.find((each) => each.name === name);
      if (own) return own.value;
      return memberValue(machine, value, type.class, name, property) ?? interner.value({ origins: value.origins });
    }
    case "class":
      return memberValue(machine, value, value, name, property) ?? interner.unknown;
    case "tuple":
    case "list":
    case "set":
    case "dict":
      return methodOfContainer(machine, `builtins.${type.kind}`, name, value);
    case "sequence":
      return type.name === "iterator" ? interner.unknown : methodOfContainer(machine, type.name, name, value);
    case "union":
      return overMembers(interner, value, (each) => attributeOf(machine, each, name, place, property));
    default:
      // What is a text if anything: no column has the methods that only texts have.
      if (value.constant?.kind === "text" && !columnMethods.has(name)) return method(machine, "builtins.str", name, value);
      return interner.value({ origins: named(value.origins, name) });
  }
}

/** Frames and their columns first, then what the types say; either has its rows. */
function ofInstance(machine: Machine, value: Value, className: string, name: string, place: Place): Value {
  const typed = (): Value => instanceAttribute(machine, value, className, name, place);
  return dataSetAttribute(machine.interner, value, name, typed) ?? learningAttribute(machine.interner, value, name, frameAttribute(machine, value, name, place) ?? typed());
}

/** What a function or class is called. */
const names: ReadonlySet<string> = new Set(["__name__", "__qualname__", "__module__"]);

/** Methods of texts that a pandas series has too. */
const columnMethods = new Set(["replace", "count", "index"]);

/**
 * A library's function, class or constant; a few constants have a known value. Or what another module of the workspace binds.
 *
 * @param from the document whose import statement has the name
 */
export function symbol(machine: Machine, name: string, from = ""): Value {
  const { interner } = machine;
  const imported = machine.modules.value(name, from);
  if (imported) return imported;
  const canonical = canonicalName(name);
  switch (canonical) {
    case "os.sep":
    case "os.path.sep":
      return interner.text([{ kind: "literal", text: "/", place: undefined }]);
    case "os.curdir":
      return interner.text([{ kind: "literal", text: ".", place: undefined }]);
    case "os.pardir":
      return interner.text([{ kind: "literal", text: "..", place: undefined }]);
    case "os.linesep":
      return interner.text([{ kind: "literal", text: "\n", place: undefined }]);
    default:
      return interner.symbol(canonical);
  }
}

/** What `import name as x` binds. @param from the document in which it is written */
export function importedModule(machine: Machine, name: string, from: string): Value {
  const { type } = symbol(machine, name, from);
  if (type?.kind === "module" || type?.kind === "symbol") return machine.interner.module(type.name);
  // Of the workspace, and nobody can tell which.
  return machine.interner.unknown;
}

function instanceAttribute(machine: Machine, value: Value, className: string, name: string, place: Place): Value {
  const { interner } = machine;
  if (className === "builtins.type" && names.has(name)) return interner.instance("builtins.str");
  const given = name === "name" ? definedName(machine, value) : undefined;
  if (given) return given;
  const path = isPath(value) ? pathAttribute(machine, value, name, place) : undefined;
  if (path) return path;
  const known = memberOf(className, name);
  const member = known.kind === "none" && standsForAllBelow.has(className) ? memberBelow(className, name) : known;
  switch (member.kind) {
    case "method":
      return interner.value({ type: { kind: "method", name: member.name, receiver: value, implementation: undefined } });
    case "property":
      return member.returns === undefined
        ? interner.value({ origins: value.origins })
        : valueOfTypeName(machine, member.returns, value, value.origins);
    case "none": {
      // A namespace of command-line arguments and its like: the attribute comes from where its object comes from.
      const external = value.origins.find((origin) => origin.kind === "external");
      if (!external) return interner.value({ origins: withoutLiterals(value.origins) });
      return interner.value({ origins: [{ ...external, name, place }] });
    }
  }
}

/** Classes of which an object is rarely proved to be exactly: `frame.index` is of one of those that inherit from pandas.Index. */
const standsForAllBelow: ReadonlySet<string> = new Set(["pandas.Index"]);

/** What a definition was called: `stats.name` after `stats = FeatureView(name="stats", ...)`, or under `@on_demand_feature_view(...)`. */
function definedName({ interner }: Machine, { type }: Value): Value | undefined {
  const made = type?.kind === "instance" ? type.made : undefined;
  if (!made) return undefined;
  const isDecorated = made.callable.endsWith(".__call__");
  if (!isDecorated && !/\.[A-Z]\w*$/u.test(made.callable)) return undefined;
  const decorator = made.receiver?.type;
  const settings = isDecorated ? (decorator?.kind === "instance" ? decorator.made : undefined) : made;
  if (!settings || settings.arguments.some(({ unpacked }) => unpacked)) return undefined;
  const given = settings.arguments.find(({ keyword }) => keyword === "name")?.value;
  if (given) return given.constant?.kind === "text" ? given : undefined;
  const decorated = isDecorated ? made.arguments[0]?.value.type : undefined;
  return decorated?.kind === "function" ? interner.text([{ kind: "literal", text: decorated.definition.name, place: undefined }]) : undefined;
}

function named(origins: readonly Origin[], name: string): readonly Origin[] {
  if (!origins.some((origin) => origin.kind === "external")) return origins;
  return origins.map((origin) => (origin.kind === "external" && origin.name === undefined ? { ...origin, name } : origin));
}

function method(machine: Machine, className: string, name: string, receiver: Value): Value {
  return machine.interner.value({ type: { kind: "method", name: `${className}.${name}`, receiver, implementation: undefined } });
}

/** What is known to hold its elements may be more than a list or dict: what those do not have is not known. */
function methodOfContainer(machine: Machine, className: string, name: string, receiver: Value): Value {
  return memberOf(className, name).kind === "method" ? method(machine, className, name, receiver) : machine.interner.value({ origins: withoutLiterals(receiver.origins) });
}

/** A name of the class body or of a base class, bound to the object or class it was looked up on. */
function memberValue(machine: Machine, receiver: Value, classValue: Value, name: string, property: PropertyReader): Value | undefined {
  const { interner } = machine;
  const found = findMember(classValue, name);
  if (!found) {
    const bases = libraryBases(classValue);
    // Estimators are described as a whole under their common base; which mixin gives the method says more.
    const givers = bases.filter((each) => callableOf(`${each}.${name}`));
    const base = givers.find((each) => each !== "sklearn.base.BaseEstimator") ?? givers[0] ?? bases[0];
    if (base === undefined || receiver.type?.kind !== "object") return undefined;
    // What the class's own objects are given under this name is no method of a library.
    if (!callableOf(`${base}.${name}`) && !isStableIn(machine, classValue, name)) return undefined;
    const member = memberOf(base, name);
    if (member.kind !== "method") return undefined;
    return interner.value({ type: { kind: "method", name: member.name, receiver, implementation: undefined } });
  }
  const { value, owner } = found;
  const { type } = value;
  if (type?.kind === "function") {
    const className = owner.type?.kind === "class" ? owner.type.definition.name : "";
    if (type.binding === "property") return receiver.type?.kind === "object" ? property(value, owner) : interner.unknown;
    if (type.binding === "static") return value;
    if (type.binding === "plain" && receiver.type?.kind !== "object") return value;
    const self = type.binding === "class" ? classOf(receiver) : receiver;
    return interner.value({ type: { kind: "method", name: `${className}.${name}`, receiver: self, implementation: value } });
  }
  const member = enumMember(machine, owner, name, value);
  if (member) return member;
  if (!isReadable(owner)) return undefined;
  if (!isStableIn(machine, owner, name)) return undefined;
  return value;
}

/** `Color.RED`: an object of the enumeration, which knows its name and, where the class makes nothing else of it, its value. */
function enumMember(machine: Machine, owner: Value, name: string, value: Value): Value | undefined {
  if (name.startsWith("_") || !libraryBases(owner).some((each) => enumerations.has(each))) return undefined;
  const isPlain = !findMember(owner, "__init__") && !findMember(owner, "__new__");
  const isGiven = value.type !== undefined && !(value.type.kind === "instance" && value.type.name.startsWith("enum."));
  const label = machine.interner.text([{ kind: "literal", text: name, place: undefined }]);
  return withAttributes(machine, owner, [{ name: "name", value: label }, { name: "value", value: isPlain && isGiven ? value : machine.interner.unknown }], []);
}

const enumerations: ReadonlySet<string> = new Set(["enum.Enum", "enum.StrEnum", "enum.IntEnum"]);

/** Whether nothing but an `__init__` assigns this attribute of a class's objects; bases may lie in other modules. */
export function isStableIn(machine: Machine, classValue: Value, attribute: string, depth = 0): boolean {
  const { type } = classValue;
  if (type?.kind !== "class" || depth > maximumBases) return true;
  return machine.isStable(type.definition.node, attribute) && type.bases.every((base) => isStableIn(machine, base, attribute, depth + 1));
}

const maximumBases = 10;

function classOf(value: Value): Value {
  return value.type?.kind === "object" ? value.type.class : value;
}

/** Bases that leave class attributes what they are. Pydantic models, Django settings and enums do not. */
const plainBases = new Set([
  "builtins.object", "builtins.Exception", "abc.ABC", "typing.Protocol", "typing.Generic", "threading.Thread", "torch.nn.Module",
  "sklearn.base.BaseEstimator", "sklearn.base.TransformerMixin", "sklearn.base.ClassifierMixin", "sklearn.base.RegressorMixin",
  "typing.NamedTuple", "unittest.TestCase", "torch.utils.data.Dataset", "torch.utils.data.IterableDataset",
]);

export function isReadable(classValue: Value, depth = 0): boolean {
  const { type } = classValue;
  if (type?.kind === "symbol") return plainBases.has(type.name);
  if (type?.kind !== "class" || depth > 8) return false;
  return type.bases.every((base) => isReadable(base, depth + 1));
}

export function withAttributes(machine: Machine, classValue: Value, attributes: readonly Named[], origins: readonly Origin[]): Value {
  if (classValue.type?.kind !== "class") return machine.interner.unknown;
  const type: Type = { kind: "object", definition: classValue.type.definition, class: classValue, attributes };
  return machine.interner.value({ type, origins });
}
