/**
 * Names of a frame: looking one up and binding one, by Python's scoping rules, and what other code may have done meanwhile.
 *
 *     rows = []            rows -> list []  (value 17)
 *     alias = rows         alias -> value 17
 *     rows.append("a")     mark #17, rows -> list ["a"]  (value 18)
 *     alias                value 17 is marked: only "a list" is known
 *
 * Containers can be changed through any of their names, so a change is remembered for the value, not for a name: whoever
 * still holds the old value learns nothing from it. Attributes that are assigned in the same function are remembered under
 * `name.attribute` until something may have changed them.
 */
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { Expression, Name, Range } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { escaped, isMarked, leak, loseContainers, mark, markSame } from "./aliasing.ts";
import { baseClasses, findMember } from "./hierarchy.ts";
import type { Flow } from "./flow.ts";
import type { Table } from "./flow.ts";
import { isPseudoName } from "./flow.ts";
import { className, isMutable, isNone, join, mapMembers, membersOf, widened } from "./join.ts";
import type { Frame, Machine } from "./machine.ts";
import { isLocal } from "./scopes.ts";
import { currentObject, expose } from "./objects.ts";
import type { Scope } from "./scopes.ts";
import { storedValue } from "./stored-values.ts";
import type { Type, Value } from "./value.ts";
import { readModuleKey } from "./workspace-modules.ts";

export function placeOf(frame: Frame, node: Range): Place {
  return { anchor: frame.unit.anchor, start: node.start, end: node.end };
}

/** The document that holds the code: another than the one at hand for functions of other modules. */
export function documentOf(frame: Frame): string {
  return frame.unit.anchor.cell.document.uri;
}

/** Where a name of this frame lives. */
function home(frame: Frame, name: string): { readonly table: Table; readonly key: string } | undefined {
  for (let index = frame.inline.length - 1; index >= 0; index--) {
    const inline = frame.inline[index];
    if (!inline) continue;
    if (inline.scope.globals.has(name)) return { table: "globals", key: name };
    if (inline.scope.nonlocals.has(name)) continue;
    if (inline.scope.bindings.has(name)) return { table: "locals", key: inline.prefix + name };
  }
  if (frame.scope.kind === "module" || frame.scope.globals.has(name)) return { table: "globals", key: name };
  return isLocal(frame.scope, name) ? { table: "locals", key: name } : undefined;
}

export function bindName(frame: Frame, flow: Flow, name: string, value: Value | undefined): void {
  const at = home(frame, name);
  const isHidden = !at || (at.table === "globals" ? frame.machine.isShared(name) : frame.inline.length === 0 && isReboundWhereSeen(frame.scope, name));
  // Whoever reads the name from another function sees something unknown, which may be this.
  if (value && isHidden) {
    loseContainers(frame.machine.interner, flow, value);
    expose(frame.machine.interner, flow, value);
  }
  if (!at) return; // nonlocal: names that are rebound from inside are never known
  flow.set(at.table, at.key, value);
  bump(frame, name);
}

/** More is known of what a name of this frame stands for; its binding is the same. @param before what the name was found to stand for */
export function narrowName(frame: Frame, flow: Flow, node: Expression, value: Value, before?: Value): void {
  if (node.kind !== "Name") return;
  const at = home(frame, node.id);
  // What a function knows of the module's names is no change of theirs.
  if (!at || (at.table === "globals" && (frame.scope.kind !== "module" || frame.machine.isShared(node.id)))) return;
  const held = flow.get(at.table, at.key);
  if (!held) return;
  // It may have been bound to something else in between.
  const now = current(frame.machine, flow, held);
  const possible = membersOf(now);
  if (before ? now === before : membersOf(value).every((each) => possible.includes(each))) flow.set(at.table, at.key, value);
}

/** Some function inside this scope declares the name `nonlocal`. */
export function isReboundInside({ children }: Scope, name: string): boolean {
  return children.length > 0 && children.some((child) => child.nonlocals.has(name) || isReboundInside(child, name));
}

/** A local name that functions inside this one use, and that is bound more than once: they never know its value. */
function isReboundWhereSeen(scope: Scope, name: string): boolean {
  if (scope.kind !== "function" || scope.children.length === 0) return false;
  return (scope.bindings.get(name)?.length ?? 0) > 1 && scope.children.some((child) => child.free.has(name));
}

export function lookUp(frame: Frame, flow: Flow, node: Name): Value {
  const name = node.id;
  const { interner } = frame.machine;
  for (let index = frame.inline.length - 1; index >= 0; index--) {
    const inline = frame.inline[index];
    if (!inline || !isLocal(inline.scope, name)) continue;
    // A class's names are seen in its body only.
    if (inline.scope.kind === "class" && index !== frame.inline.length - 1) continue;
    const value = flow.local(inline.prefix + name);
    if (value) return current(frame.machine, flow, value);
    if (inline.scope.kind !== "class") return interner.unknown;
  }
  if (frame.scope.kind === "function" && isLocal(frame.scope, name)) {
    const value = isReboundInside(frame.scope, name) ? undefined : flow.local(name);
    return value ? current(frame.machine, flow, value) : interner.unknown;
  }
  if (frame.scope.kind === "function" && !frame.scope.globals.has(name)) {
    const captured = frame.captured.find((each) => each.name === name);
    if (captured) return current(frame.machine, flow, captured.value);
  }
  return globalValue(frame, flow, name, node);
}

function globalValue(frame: Frame, flow: Flow, name: string, node: Range): Value {
  const { interner } = frame.machine;
  if (frame.machine.isShared(name)) return sharedValue(frame.machine, flow, name);
  const value = flow.global(name);
  if (value) return current(frame.machine, flow, value);
  const open = flow.global("*");
  if (open) return (open.type && builtin(frame.machine, name)) ?? interner.unknown;
  if (name === "__file__") {
    return interner.instance("builtins.str", [{ kind: "call", target: "__file__", place: placeOf(frame, node) }]);
  }
  if (name === "__name__") return interner.instance("builtins.str");
  return builtin(frame.machine, name) ?? interner.unknown;
}

/** A global that functions rebind: what it is here, or any of what they bind it to. */
function sharedValue(machine: Machine, flow: Flow, name: string): Value {
  const { interner } = machine;
  if (flow.global("*")) return interner.unknown;
  const now = flow.global(name);
  const stored = storedValue(machine, flow, machine.globalStores(name));
  if (!stored || (now && !now.type)) return interner.unknown;
  const value = now ? join(interner, stored, plainOf(machine, now)) : stored;
  return value.type ? current(machine, flow, value) : interner.unknown;
}

/** What a name of the module is where nothing follows: at its end. `undefined`: it is not bound. */
export function boundValue(machine: Machine, flow: Flow, name: string): Value | undefined {
  if (machine.isShared(name)) return sharedValue(machine, flow, name);
  const value = flow.global(name);
  return value && current(machine, flow, value);
}

/** What a value is, whatever its content is now. */
function plainOf(machine: Machine, value: Value): Value {
  const { interner } = machine;
  return mapMembers(interner, value, (each) => {
    const name = each.type && className(each.type);
    return isNone(each) || name === undefined ? each : interner.instance(name);
  });
}

/** The builtin of this name. */
export function builtin(machine: Machine, name: string): Value | undefined {
  return isBuiltinName(name) ? machine.interner.symbol(`builtins.${name}`) : undefined;
}

/** What a global that is not bound on some path may be: see merge in flow.ts. */
export function unboundGlobal(machine: Machine, flow: Flow): (name: string) => Value | undefined {
  return (name) => {
    if (isPseudoName(name)) return undefined;
    const open = flow.global("*");
    return open ? ((open.type && builtin(machine, name)) ?? machine.interner.unknown) : builtin(machine, name);
  };
}

/** The value as it is now: containers that may have changed since say only what they are. */
export function current(machine: Machine, flow: Flow, value: Value, depth = 0): Value {
  const { type } = value;
  const { interner } = machine;
  switch (type?.kind) {
    case "list":
    case "set":
    case "sequence":
    case "dict":
    case "tuple":
      break;
    case "union":
      return mapMembers(interner, value, (each) => current(machine, flow, each, depth));
    default:
      if (!type || !isMutable(value)) return value.data ? currentObject(interner, flow, value) : value;
  }
  const isGone = (each: Value): boolean => isMutable(each) && (flow.global("#*") !== undefined || isMarked(interner, flow, each));
  const given = (each: Value): Value => {
    mark(interner, flow, each);
    return widened(interner, each);
  };
  if (isGone(value)) return given(value);
  if (depth > 3) return value;
  const inner = currentContent(machine, flow, type, depth);
  if (inner === type) return value;
  // A container that holds itself: looking at its elements was looking at it.
  if (isGone(value)) return given(value);
  const now = interner.value({ type: inner, constant: value.constant, origins: value.origins });
  if (isGone(now)) return given(now);
  if (isMutable(value)) markSame(interner, flow, value, now);
  return now;
}

function currentContent(machine: Machine, flow: Flow, type: Type, depth: number): Type {
  switch (type.kind) {
    case "list":
    case "set":
    case "tuple": {
      const elements = type.elements.map((each) => current(machine, flow, each, depth + 1));
      return elements.every((each, index) => each === type.elements[index]) ? type : { kind: type.kind, elements };
    }
    case "sequence": {
      const element = current(machine, flow, type.element, depth + 1);
      return element === type.element ? type : { ...type, element };
    }
    case "dict": {
      const entries = type.entries.map(({ key, value }) => ({ key, value: current(machine, flow, value, depth + 1) }));
      return entries.every((each, index) => each.value === type.entries[index]?.value) ? type : { ...type, entries };
    }
    default:
      return type;
  }
}

/**
 * A container was just made: an earlier one made at the same place is no concern of its holder, unless somebody else may still
 * hold that one.
 */
export function fresh(machine: Machine, flow: Flow, value: Value): Value {
  const { interner } = machine;
  if (!isMutable(value) || !isMarked(interner, flow, value)) return value;
  if (flow.global(`#s${value.id}`) !== undefined) return widened(interner, value);
  flow.set("globals", `#${value.id}`, interner.none);
  return value;
}

/** The content of this container changed in a way that is not followed. */
export function markChanged(machine: Machine, flow: Flow, value: Value): void {
  mark(machine.interner, flow, value);
}

/** Code that is not known got hold of a value: every container in it may change. @param isOutside it is no code of this document */
export function escape(machine: Machine, flow: Flow, value: Value, isOutside = false): void {
  leak(machine.interner, flow, value, 0, isOutside ? escaped(machine.interner) : undefined);
}

/**
 * Anything may have been bound or rebound: keeps modules and symbols of libraries, which nobody rebinds by accident. Who brings a `pd` of his
 * own brings the same; a `config` may well be another.
 */
export function anythingBound(frame: Frame, flow: Flow, names: Iterable<string>, keepValues: boolean): void {
  const { interner } = frame.machine;
  flow.set("globals", "*", interner.unknown);
  if (keepValues) return;
  flow.set("globals", "#*", interner.unknown);
  for (const name of new Set([...names, ...flow.changes("globals", undefined).keys()])) {
    if (isPseudoName(name)) continue;
    const value = flow.global(name);
    if (value && !isOfLibrary(value)) flow.set("globals", name, interner.unknown);
  }
}

function isOfLibrary({ type }: Value): boolean {
  return (type?.kind === "module" || type?.kind === "symbol") && !readModuleKey(type.name);
}

// ---- attributes assigned in this frame ---------------------------------------------------------------------

/**
 * Where an attribute is remembered. Part of it is a count of what may have made what was remembered before wrong: calls of code
 * that is not known, a new object under the name, an assignment to the same attribute of any object.
 */
function attributeKey(frame: Frame, root: string, attribute: string): string {
  const { generation, generations } = frame.control;
  return `${root}.${attribute}@${generation}.${generations?.get(root) ?? 0}.${generations?.get(`.${attribute}`) ?? 0}`;
}

function bump(frame: Frame, name: string): void {
  const { control } = frame;
  // What was never remembered cannot be remembered wrongly.
  if (!control.remembered?.has(name)) return;
  control.forgotten++;
  const generations = (control.generations ??= new Map<string, number>());
  generations.set(name, (generations.get(name) ?? 0) + 1);
}

export function rememberAttribute(frame: Frame, flow: Flow, root: string | undefined, attribute: string, value: Value): void {
  bump(frame, `.${attribute}`);
  const isOwn = frame.self?.isInit === true && frame.self.name === root;
  // Elsewhere the attribute is read as something unknown, which may be this.
  if (!isOwn) loseContainers(frame.machine.interner, flow, value);
  expose(frame.machine.interner, flow, value);
  if (root === undefined) return;
  remember(frame, flow, root, attribute, value);
  if (isOwn) flow.set("locals", `.${attribute}`, value);
}

function remember(frame: Frame, flow: Flow, root: string, attribute: string, value: Value): void {
  (frame.control.remembered ??= new Set<string>()).add(root).add(`.${attribute}`);
  flow.set("locals", attributeKey(frame, root, attribute), value);
}

/** `self.path` of an object of this workspace: unlike a property it is what it was, until something assigns it. */
export function isKeptAttribute(frame: Frame, flow: Flow, node: Expression): boolean {
  if (node.kind !== "Attribute" || node.value.kind !== "Name") return false;
  const { type } = lookUp(frame, flow, node.value);
  if (type?.kind !== "object") return false;
  const member = findMember(type.class, node.attr.name)?.value.type;
  return member?.kind !== "function" && baseClasses(type.class) !== undefined;
}

/** More is known of an attribute, on this path. */
export function narrowAttribute(frame: Frame, flow: Flow, node: Expression, value: Value): void {
  if (node.kind === "Attribute" && node.value.kind === "Name") remember(frame, flow, node.value.id, node.attr.name, value);
}

export function rememberedAttribute(frame: Frame, flow: Flow, root: string, attribute: string): Value | undefined {
  const { remembered } = frame.control;
  if (!remembered?.has(root) || !remembered.has(`.${attribute}`)) return undefined;
  const value = flow.local(attributeKey(frame, root, attribute));
  return value && current(frame.machine, flow, value);
}

/** Code that may assign attributes ran. */
export function forgetAttributes(frame: Frame): void {
  frame.control.generation++;
  if (frame.control.remembered) frame.control.forgotten++;
}
