/**
 * Names and attributes that code elsewhere assigns, at any time: what they hold is one of what is assigned to them anywhere.
 *
 *     class Trainer:
 *         def __init__(self): self.model = None
 *         def fit(self, X): self.model = LinearRegression(n_jobs=self.jobs)
 *         def predict(self, X): return self.model.predict(X)      None or a LinearRegression
 *
 *     conn = None
 *     def connect():
 *         global conn
 *         conn = sqlite3.connect(path)                             conn: None or a Connection, wherever it is read
 *
 * Only types are told, and only where every assignment says its own: a literal, a display, or a call of something imported or
 * defined at module level, whose arguments do not matter.
 */
import { callableOf, isClassName } from "../knowledge/callables.ts";
import type { Expression } from "../syntax/nodes.ts";
import { isReadable, symbol, withAttributes } from "./attributes.ts";
import { builtin } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { baseClasses, findMember } from "./hierarchy.ts";
import { joinAll } from "./join.ts";
import { returnedValue } from "./library-types.ts";
import type { Machine } from "./machine.ts";
import { isLocal } from "./scopes.ts";
import type { Scope, Store } from "./scopes.ts";
import type { Value } from "./value.ts";

/** What an attribute of an object holds that methods beside `__init__` assign. `undefined`: nothing is known. */
export function storedAttribute(machine: Machine, flow: Flow, object: Value, attribute: string): Value | undefined {
  const { type } = object;
  if (type?.kind !== "object" || !assignsItself(type.class)) return undefined;
  const member = findMember(type.class, attribute)?.value;
  if (member && (!member.constant || member.type?.kind !== "instance")) return undefined;
  const stores = machine.attributeStores(type.definition.node, attribute);
  if (!stores || stores.length === 0) return undefined;
  const value = storedValue(machine, flow, stores);
  return value && (member ? plain(joinAll(machine.interner, [value, machine.interner.value({ type: member.type, constant: noneOf(member) })])) : value);
}

/** Nothing but what is written assigns attributes: no generated `__init__`, no descriptors, no library that fills fields. */
function assignsItself(classValue: Value): boolean {
  const bases = baseClasses(classValue);
  if (!bases || !isReadable(classValue) || findMember(classValue, "__setattr__") || findMember(classValue, "__getattribute__")) return false;
  return [classValue, ...bases].every(({ type }) => type?.kind !== "class" || !type.isDataclass);
}

function noneOf({ constant }: Value): Value["constant"] {
  return constant?.kind === "none" ? constant : undefined;
}

/** What is assigned somewhere; `undefined` when some assignment tells nothing. */
export function storedValue(machine: Machine, flow: Flow, stores: readonly Store[]): Value | undefined {
  const values: Value[] = [];
  for (const { value } of stores) {
    const known = value && typeOf(machine, flow, value.node, value.scope, 0);
    if (!known?.type) return undefined;
    values.push(known);
  }
  return values.length > 0 ? plain(joinAll(machine.interner, values)) : undefined;
}

function plain(value: Value): Value | undefined {
  return value.type && value;
}

const maximumDepth = 4;

function typeOf(machine: Machine, flow: Flow, node: Expression, scope: Scope, depth: number): Value | undefined {
  const { interner } = machine;
  if (depth > maximumDepth) return undefined;
  switch (node.kind) {
    case "Constant":
      return node.type === "None" ? interner.none : literals.has(node.type) ? interner.instance(`builtins.${literals.get(node.type) ?? ""}`) : undefined;
    case "JoinedStr":
      return interner.instance("builtins.str");
    case "List":
    case "ListComp":
      return interner.instance("builtins.list");
    case "Set":
    case "SetComp":
      return interner.instance("builtins.set");
    case "Dict":
    case "DictComp":
      return interner.value({ type: { kind: "dict", entries: [], open: true } });
    case "Tuple":
      return interner.instance("builtins.tuple");
    case "IfExp": {
      const values = [node.body, node.orelse].map((each) => typeOf(machine, flow, each, scope, depth + 1));
      return values.every((each) => each !== undefined) ? joinAll(interner, values) : undefined;
    }
    case "Call":
      return resultOf(machine, namedValue(machine, flow, node.func, scope));
    default:
      return undefined;
  }
}

const literals: ReadonlyMap<string, string> = new Map([["str", "str"], ["bytes", "bytes"], ["int", "int"], ["float", "float"], ["True", "bool"], ["False", "bool"]]);

/** `pd.read_csv`, `Model`: a name of the module, or an attribute of one, that is a library's or a class. */
function namedValue(machine: Machine, flow: Flow, node: Expression, scope: Scope): Value | undefined {
  if (node.kind === "Attribute") {
    const owner = namedValue(machine, flow, node.value, scope)?.type;
    return owner?.kind === "module" || owner?.kind === "symbol" ? symbol(machine, `${owner.name}.${node.attr.name}`) : undefined;
  }
  if (node.kind !== "Name" || flow.global("*") || machine.isShared(node.id)) return undefined;
  for (let at: Scope | undefined = scope; at && at.kind !== "module"; at = at.parent) if (at.kind !== "class" && isLocal(at, node.id)) return undefined;
  const value = flow.global(node.id) ?? builtin(machine, node.id);
  const kind = value?.type?.kind;
  return kind === "module" || kind === "symbol" || kind === "class" ? value : undefined;
}

function resultOf(machine: Machine, callee: Value | undefined): Value | undefined {
  const { interner } = machine;
  const type = callee?.type;
  if (callee && type?.kind === "class") return withAttributes(machine, callee, [], []);
  if (type?.kind !== "symbol") return undefined;
  const callable = callableOf(type.name);
  const returned = callable && returnedValue(interner, callable, undefined, { positional: [], keywords: new Map(), isOpen: true }, []);
  if (returned) return plain(returned);
  return isClassName(type.name) ? interner.instance(type.name) : undefined;
}
