/**
 * Aliasing: a container can be changed through any name for it, so whoever loses sight of which container a name stands for
 * must stop believing in the content of all that it may be.
 *
 *     if flag:
 *         target = rows        target may be rows ...
 *     else:
 *         target = other       ... or other
 *     target.append("x")       changes one of them: from the join on, all three are just "a list"
 *
 * Frames and estimators are followed as objects (objects.ts), whichever name they are changed through; they are given up only when
 * code that is not followed gets hold of them, or when the container that they are in is no longer believed.
 *
 * A *mark* on a value (see flow.ts) says that its content may have changed. A container is marked when it is changed, when code
 * that is not known gets hold of it, and when a join makes it one of several.
 */
import type { Interner } from "./interner.ts";
import { className, isMutable, join, membersOf } from "./join.ts";
import type { ObjectFlow } from "./objects.ts";
import { giveUp } from "./objects.ts";
import type { Value } from "./value.ts";

/** Nesting of containers that is followed; `current` looks no deeper. */
const maximumDepth = 5;

/**
 * The content of this container changed in a way that is not followed.
 *
 * @param how `escaped`: code outside of the document got hold of it, which seldom changes what it is given
 */
export function mark(interner: Interner, flow: ObjectFlow, value: Value, how = interner.unknown): void {
  for (const each of membersOf(value)) {
    if (!isMutable(each)) continue;
    const successor = flow.global(`#${each.id}`);
    if (successor !== interner.unknown) flow.set("globals", `#${each.id}`, how);
    // What it became is held under another name, and changes too.
    if (successor?.type && successor !== each) mark(interner, flow, successor, how);
    const same = flow.global(`#r${each.id}`);
    if (same && !isMarked(interner, flow, same)) mark(interner, flow, same, how);
  }
}

/** See {@link mark}. */
export function escaped(interner: Interner): Value {
  return interner.bool(true);
}

/**
 * The content of this container changed, and one name for it holds what it became.
 *
 *     alias = rows             both value 17
 *     rows.append("a")         rows is value 18; value 17 became 18
 *     alias.append("b")        whoever looks at value 17 now has got hold of the same container: 18 is not believed any more
 */
export function markReplaced(flow: ObjectFlow, value: Value, successor: Value): void {
  flow.set("globals", `#${value.id}`, successor);
}

/** The same container, when what it holds is known less well: a change of it under one value is a change under both. */
export function markSame(interner: Interner, flow: ObjectFlow, value: Value, now: Value): void {
  const before = flow.global(`#r${value.id}`);
  if (before === now) return;
  if (before) mark(interner, flow, before);
  flow.set("globals", `#r${value.id}`, now);
}

/** Whether a name is one of this module's that leads from a container to what it became. */
export function isLink(name: string): boolean {
  return /^#r?\d/u.test(name);
}

/** Whether it leads from a container to the same one, known less well (see {@link markSame}). Where no other is known, to have it is safe anywhere. */
export function leadsToItself(name: string): boolean {
  return name.startsWith("#r");
}

/** Whether the content of a container changed since it was this value. */
export function isMarked(interner: Interner, flow: ObjectFlow, value: Value): boolean {
  const found = flow.global(`#${value.id}`);
  return found !== undefined && found !== interner.none;
}

/** A container got a second holder, who will not notice when another one is made at the same place. */
export function markShared(interner: Interner, flow: ObjectFlow, value: Value): void {
  for (const each of membersOf(value)) {
    if (isMutable(each) && flow.global(`#s${each.id}`) === undefined) flow.set("globals", `#s${each.id}`, interner.none);
  }
}

/** Somebody who is not followed holds this value from now on: every container in it may change. */
export function leak(interner: Interner, flow: ObjectFlow, value: Value, depth = 0, how = interner.unknown): void {
  if (value.data) giveUp(interner, flow, value, how);
  if (!value.type || depth > maximumDepth) return;
  mark(interner, flow, value, how);
  leakContent(interner, flow, value, depth, how);
}

/** Which container this is, is no longer known; which frames and estimators they are, still is. */
export function loseContainers(interner: Interner, flow: ObjectFlow, value: Value, depth = 0): void {
  const { type } = value;
  if (type?.kind === "union") for (const each of type.members) loseContainers(interner, flow, each, depth);
  else if (type?.kind === "tuple") loseInside(interner, flow, value, depth);
  else if (type && (type.kind !== "instance" || isMutable(value))) leak(interner, flow, value, depth);
}

/** The same for what a container holds, not for itself: its elements are looked at one by one, as what they have in common. */
export function loseInside(interner: Interner, flow: ObjectFlow, value: Value, depth = 0): void {
  const { type } = value;
  if (depth > maximumDepth) return;
  if (type?.kind === "tuple" || type?.kind === "list" || type?.kind === "set") {
    for (const each of type.elements) loseContainers(interner, flow, each, depth + 1);
  } else if (type?.kind === "sequence") loseContainers(interner, flow, type.element, depth + 1);
  else if (type?.kind === "dict") for (const each of type.entries) loseContainers(interner, flow, each.value, depth + 1);
  else if (type?.kind === "union") for (const each of type.members) loseInside(interner, flow, each, depth + 1);
  else leakContent(interner, flow, value, depth);
}

/** The same for what a container holds, not for itself. */
export function leakContent(interner: Interner, flow: ObjectFlow, value: Value, depth = 0, how = interner.unknown): void {
  const { type } = value;
  switch (type?.kind) {
    case "list":
    case "set":
    case "tuple":
      for (const each of type.elements) leak(interner, flow, each, depth + 1, how);
      break;
    case "sequence":
      leak(interner, flow, type.element, depth + 1, how);
      break;
    case "dict":
      for (const each of type.entries) leak(interner, flow, each.value, depth + 1, how);
      break;
    case "object":
      for (const each of type.attributes) leak(interner, flow, each.value, depth + 1, how);
      break;
    case "partial":
      for (const each of type.args) leak(interner, flow, each, depth + 1, how);
      for (const each of type.keywords) leak(interner, flow, each.value, depth + 1, how);
      break;
    case "union":
      for (const each of type.members) leakContent(interner, flow, each, depth + 1, how);
      break;
    default:
      break;
  }
}

/**
 * The result of a join is one of several containers: neither its own content nor theirs can be relied on from here on. A union
 * still tells which containers it may be; a change of it is a change of each.
 */
export function leakAllBut(interner: Interner, flow: ObjectFlow, result: Value | undefined, values: readonly (Value | undefined)[]): void {
  const kept = result ? membersOf(result) : [];
  for (const value of values) {
    if (!value || value === result) continue;
    for (const member of membersOf(value)) {
      if (kept.includes(member)) continue;
      loseContainers(interner, flow, member);
      if (isMutable(member)) for (const each of kept) if (isSameContainer(member, each)) mark(interner, flow, each);
    }
    if (value.data) giveUpLost(interner, flow, value, result);
  }
}

/**
 * What several paths made of one container, where each says what that is.
 *
 *     rows = []                        value 17
 *     for name in names:
 *         rows.append(name)            value 17 became 18
 *     rows                             17 or 18, and the same list either way: a list of names (19). 17 and 18 became 19
 *
 * Who holds it under another name holds 17 still: looking at that leads to 19, which is not believed any more. `undefined` where some
 * path may have changed it otherwise, or holds another container under the name: see {@link leakAllBut}.
 *
 * @param paths with what each holds
 */
export function mergeContainer(interner: Interner, into: ObjectFlow, before: Value, paths: readonly { readonly flow: ObjectFlow; readonly value: Value | undefined }[]): MergedContainer | undefined {
  const stages = new Set<Value>([before]);
  let result: Value | undefined;
  for (const { flow, value } of paths) {
    if (!value || !becomes(flow, before, value, stages) || isMarked(interner, flow, value)) return undefined;
    result = result ? join(interner, result, value) : value;
  }
  const isListed = result?.type !== undefined && result.type.kind !== "instance" && result.type.kind !== "union";
  if (!result || !isListed || flowsMark(interner, paths, result)) return undefined;
  for (const stage of stages) if (into.global(`#r${stage.id}`) !== undefined) return undefined;
  const links: string[] = [];
  for (const stage of stages) {
    if (stage === result) continue;
    loseOthers(interner, into, stage, result);
    markReplaced(into, stage, result);
    links.push(`#${stage.id}`);
  }
  return { value: result, links };
}

export interface MergedContainer {
  readonly value: Value;
  /** Names of this module's that say so. */
  readonly links: readonly string[];
}

/** Whether a container became this value. @param stages what it was on the way is added */
function becomes(flow: ObjectFlow, before: Value, value: Value, stages: Set<Value>): boolean {
  let stage = before;
  for (let step = 0; stage !== value; step++) {
    const next = flow.global(`#${stage.id}`);
    if (!next?.type || step > maximumStages) return false;
    stage = next;
    stages.add(stage);
  }
  return true;
}

const maximumStages = 200;

function flowsMark(interner: Interner, paths: readonly { readonly flow: ObjectFlow }[], value: Value): boolean {
  return paths.some(({ flow }) => isMarked(interner, flow, value) || flow.global(`#r${value.id}`) !== undefined);
}

/** Elements that are not found as themselves in what their container became, or was made part of. */
export function loseOthers(interner: Interner, flow: ObjectFlow, container: Value, now: Value): void {
  const kept = new Set(heldBy(now));
  for (const each of heldBy(container)) if (!kept.has(each)) loseContainers(interner, flow, each);
}

/** What a container holds as far as it is known: its elements, or what all of them are; values of a dict. */
export function heldBy({ type }: Pick<Value, "type">): readonly Value[] {
  switch (type?.kind) {
    case "list":
    case "tuple":
    case "set":
      return type.elements;
    case "sequence":
      return [type.element];
    case "dict":
      return type.entries.map(({ value }) => value);
    default:
      return [];
  }
}

function isSameContainer({ type: left }: Value, { type: right }: Value): boolean {
  return left !== undefined && right !== undefined && className(left) === className(right);
}

/** What a name no longer tells to be one of these objects may still be one. */
function giveUpLost(interner: Interner, flow: ObjectFlow, value: Value, result: Value | undefined): void {
  const kept = result?.data?.objects ?? [];
  const unionKept = result?.type?.kind === "union" ? result.type.members.flatMap((each) => each.data?.objects ?? []) : [];
  if (value.data?.objects.some((object) => !kept.includes(object) && !unionKept.includes(object))) giveUp(interner, flow, value);
}
