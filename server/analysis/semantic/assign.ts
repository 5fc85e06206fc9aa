/**
 * Assignment: a value into a target, with unpacking.
 *
 *     (a, *rest), b = (1, 2, 3), 4      a = 1, rest = [2, 3], b = 4
 *     paths["x"] = "/mnt/x"             paths gets a new known dict; whoever holds the old one learns nothing
 *     self.path = path                  remembered until something may have changed it
 */
import type { Attribute, Expression, Subscript } from "../syntax/nodes.ts";
import { heldBy, loseContainers, markReplaced, markShared } from "./aliasing.ts";
import { holdsData, setDataAttribute, storeInData } from "./data-effects.ts";
import { bindName, forgetAttributes, fresh, markChanged, placeOf, rememberAttribute } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { findMember } from "./hierarchy.ts";
import { className, defaultValue, elementOf, isKeyKnown, isMutable, sameKey } from "./join.ts";
import type { Frame } from "./machine.ts";
import { eachMember } from "./members.ts";
import { changedUnknown, expose } from "./objects.ts";
import { specialResult } from "./special-methods.ts";
import type { Type, Value } from "./value.ts";
import { maximumGrowth, withoutLiterals } from "./interner.ts";

/** @param source expression that gave the value, where it is one expression for this very target */
export function assign(frame: Frame, flow: Flow, target: Expression, value: Value, source: Expression | undefined): void {
  const { machine } = frame;
  const { interner } = machine;
  switch (target.kind) {
    case "Name":
      if (!source || !makesValue.has(source.kind)) markShared(interner, flow, value);
      bindName(frame, flow, target.id, value);
      frame.run.values?.set(target, value);
      break;
    case "Starred":
      assign(frame, flow, target.value, interner.instance("builtins.list"), undefined);
      break;
    case "Tuple":
    case "List":
      unpack(frame, flow, target.elts, value, source);
      break;
    case "Attribute":
      assignAttribute(frame, flow, target, value);
      break;
    case "Subscript":
      assignItem(frame, flow, target, value);
      break;
    default:
      machine.evaluate(frame, flow, target);
  }
}

function assignAttribute(frame: Frame, flow: Flow, target: Attribute, value: Value): void {
  const { machine } = frame;
  const { interner } = machine;
  const owner = machine.evaluate(frame, flow, target.value);
  markShared(interner, flow, value);
  frame.run.values?.set(target, value);
  let isRemembered = true as boolean;
  eachMember(frame, flow, target.value, owner, (path, member) => {
    if (isMutable(member)) markChanged(machine, path, member);
    // What is read from a frame's attribute afterwards is not what was assigned.
    if (setDataAttribute(frame, path, target, member, value) || isProperty(member, target.attr.name)) isRemembered = false;
    else if (!member.type) changedUnknown(interner, path);
    return interner.none;
  });
  if (!isRemembered) forgetAttributes(frame);
  else rememberAttribute(frame, flow, target.value.kind === "Name" ? target.value.id : undefined, target.attr.name, value);
}

function assignItem(frame: Frame, flow: Flow, target: Subscript, value: Value): void {
  const { machine } = frame;
  const container = machine.evaluate(frame, flow, target.value);
  const index = machine.evaluate(frame, flow, target.slice);
  frame.run.values?.set(target, value);
  eachMember(frame, flow, target.value, container, (path, member) => {
    storeItem(frame, path, target, member, index, value);
    return machine.interner.none;
  });
}

/** A property's setter runs: what is read afterwards is up to the getter. */
function isProperty({ type }: Value, attribute: string): boolean {
  const member = type?.kind === "object" ? findMember(type.class, attribute)?.value.type : undefined;
  return member?.kind === "function" && member.binding === "property";
}

/** Expressions that give something new, or hand on what a function had to itself. */
export const makesValue: ReadonlySet<Expression["kind"]> = new Set<Expression["kind"]>(["List", "Dict", "Set", "ListComp", "SetComp", "DictComp", "BinOp", "Call"]);

function unpack(frame: Frame, flow: Flow, targets: readonly Expression[], value: Value, source: Expression | undefined): void {
  const { interner } = frame.machine;
  const { type } = value;
  const star = targets.findIndex((each) => each.kind === "Starred");
  const elements = type?.kind === "tuple" || type?.kind === "list" ? type.elements : undefined;
  const sources = source?.kind === "Tuple" || source?.kind === "List" ? source.elts : [];
  const fits = elements && (star < 0 ? elements.length === targets.length : elements.length >= targets.length - 1);
  if (!elements || !fits) {
    const each = elements ? undefined : elementOf(interner, value);
    for (const target of targets) assign(frame, flow, target, target.kind === "Starred" ? interner.unknown : (each ?? spread(frame, value)), undefined);
    return;
  }
  const after = star < 0 ? 0 : targets.length - 1 - star;
  targets.forEach((target, index) => {
    if (target.kind === "Starred") {
      const rest = elements.slice(star, elements.length - after);
      const origins = [{ kind: "literal", place: placeOf(frame, target) }] as const;
      assign(frame, flow, target.value, fresh(frame.machine, flow, interner.value({ type: { kind: "list", elements: rest }, origins })), undefined);
      return;
    }
    const at = star >= 0 && index > star ? elements.length - (targets.length - index) : index;
    assign(frame, flow, target, elements[at] ?? interner.unknown, star < 0 ? sources[index] : undefined);
  });
}

/** Part of a value that is unpacked but not known part by part: it comes from where the whole comes from. */
function spread(frame: Frame, value: Value): Value {
  return frame.machine.interner.value({ origins: withoutLiterals(value.origins) });
}

function storeItem(frame: Frame, flow: Flow, target: Subscript, container: Value, index: Value, value: Value): void {
  const { type } = container;
  const { interner } = frame.machine;
  expose(interner, flow, value);
  markShared(interner, flow, value);
  if (specialResult(frame, flow, target, container, "__setitem__", [index, value])) return;
  if (holdsData(container)) {
    storeInData(frame, flow, target, container, index, value);
    return;
  }
  if (!type || type.kind === "instance") changedUnknown(interner, flow);
  // `counts[word] += 1`: what is in a defaultdict is still what its factory makes.
  const usual = defaultValue(interner, container)?.type;
  if (usual && value.type && className(value.type) === className(usual)) return;
  let changed: Type | undefined;
  if (type?.kind === "dict" && isKeyKnown(index) && type.entries.every((entry) => isKeyKnown(entry.key))) {
    const rest = type.entries.filter((entry) => !sameKey(entry.key, index));
    changed = { ...type, entries: [...rest, { key: index, value }] };
  }
  if (type?.kind === "list" && index.constant?.kind === "number") {
    const at = index.constant.value < 0 ? type.elements.length + index.constant.value : index.constant.value;
    if (type.elements[at]) changed = { kind: "list", elements: type.elements.map((each, position) => (position === at ? value : each)) };
  }
  replaceContent(frame, flow, target.value, container, changed, [value]);
}

/**
 * A container got new content. The name at hand holds the new value; every other name that holds the old one knows only
 * that it is a container. `undefined`: the new content is not known.
 *
 * @param added what it holds from now on: where nobody knows that, `rows[-1]["k"] = 1` changes it unseen
 */
export function replaceContent(frame: Frame, flow: Flow, node: Expression, container: Value, content: Type | undefined, added: readonly Value[]): void {
  const { machine } = frame;
  const value = content && machine.interner.value({ type: content, origins: container.origins });
  // One more element like those that a list of any length has: what every name for it says still holds.
  if (value === container && content?.kind === "sequence") return;
  markChanged(machine, flow, container);
  if (!content || !value || value === container || node.kind !== "Name" || sizeOf(content) > maximumGrowth) {
    if (value !== container) for (const each of [...heldBy(container), ...added]) loseContainers(machine.interner, flow, each);
    return;
  }
  if (isMutable(container)) markReplaced(flow, container, value);
  bindName(frame, flow, node.id, fresh(machine, flow, value));
}

function sizeOf(type: Type): number {
  return "elements" in type ? type.elements.length : type.kind === "dict" ? type.entries.length : 0;
}
