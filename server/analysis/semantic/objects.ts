/**
 * Objects that are changed in place: frames and estimators. A value names the objects that it may be; what is known of an
 * object's content is kept in the flow, so that a change through one name is seen through all of them.
 *
 *     df = pd.read_csv("a.csv", names=["a"])    object 1, columns a        #o1 -> columns a
 *     same = df                                 object 1
 *     same["b"] = 0                                                        #o1 -> columns a, b
 *     df                                        object 1: columns a, b
 *     if quick:
 *         df = df.head()                        object 2, columns a, b
 *     df                                        object 1 or 2: what both have in common
 *     df["c"] = 1                               object 3 under this name; objects 1 and 2 are given up (#l1, #l2)
 *
 * An object is known by the expression that makes it. Where that is evaluated again (in a loop, in a function called twice) the
 * object counts as *repeated* (#m): several objects share the number, and only a value that agrees with the one made last is
 * believed. A function's own objects get another number at each call (`handedOver`), so that `load("a")` and `load("b")` stay apart.
 *
 * An object is *given up* (#l) when code that is not followed got hold of it: nothing is known of its content any more. One that was
 * put into a container or an attribute is *exposed* (#x): it is given up at the next change of something unknown, which may be it.
 * When an object is given up, so are those that may be the same one under a later number (#d).
 *
 * Kept under names that Python cannot have, beside the module's globals: see flow.ts.
 */
import { isSubclass } from "../knowledge/callables.ts";
import type { Place } from "../syntax/unit.ts";
import type { Content } from "./data.ts";
import type { Interner } from "./interner.ts";
import { mapMembers } from "./join.ts";
import { anyObject, joinData, withAnyObject } from "./join-data.ts";
import type { Data, Value } from "./value.ts";

/** What is needed of a flow. */
export interface ObjectFlow {
  global(name: string): Value | undefined;
  set(table: "globals", name: string, value: Value | undefined): void;
}

/** Whether things of this kind are changed in place, and their content is followed. */
export function isChangeable(value: Value): boolean {
  const { type, data } = value;
  if (type?.kind !== "instance") return false;
  if (data?.fits !== undefined) return true;
  // Of a column, only its name changes: `s.name = "x"`.
  if (type.name === "pandas.Series") return data?.columns !== undefined;
  return isFrame(type.name);
}

/** Whether a class is pandas' frame, or a library's frame that inherits from it. */
function isFrame(name: string): boolean {
  if (name === "pandas.DataFrame") return true;
  // Asked of every value that an expression gives: names of classes are few.
  let answer = frames.get(name);
  if (answer === undefined) frames.set(name, (answer = isSubclass(name, "pandas.DataFrame")));
  return answer;
}

const frames = new Map<string, boolean>();

/** What is kept of an object. */
interface ObjectNames {
  readonly object: number;
  readonly content: string;
  readonly lost: string;
  readonly repeated: string;
  readonly dependent: string;
}

/** The names of the objects that were asked for last: every look at a value asks for all of them. */
function namesOf(object: number): ObjectNames {
  const slot = object & (remembered - 1);
  const known = names[slot];
  if (known?.object === object) return known;
  return (names[slot] = { object, content: `#o${object}`, lost: `#l${object}`, repeated: `#m${object}`, dependent: `#d${object}` });
}

const remembered = 4096;
const names: (ObjectNames | undefined)[] = [];

/** The value with its content as it is now. */
export function currentObject(interner: Interner, flow: ObjectFlow, value: Value): Value {
  const { data, type } = value;
  if (!data || data.objects.length === 0) return value;
  if (type?.kind === "union") return mapMembers(interner, value, (each) => currentObject(interner, flow, each));
  const now = interner.data(currentData(flow, data));
  return now === data ? value : interner.value({ type: value.type, constant: value.constant, origins: value.origins, data: now });
}

function currentData(flow: ObjectFlow, data: Data): Data {
  const { objects } = data;
  if (flow.global("#*") !== undefined || objects[0] === anyObject) return unknownContent(data);
  let result: Data | undefined;
  for (const object of objects) {
    if (flow.global(namesOf(object).lost) !== undefined) return unknownContent(data);
    const latest = flow.global(namesOf(object).content);
    // Made where this flow does not reach, in another module: nobody here has changed it.
    const now = latest ? latest.data : data;
    if (!now) return unknownContent(data);
    if (flow.global(namesOf(object).repeated) !== undefined) {
      if (objects.length > 1 || now !== data) return unknownContent(data);
    }
    result = result ? joinData(result, now) : now;
  }
  if (!result) return unknownContent(data);
  return result.objects === objects ? result : { ...result, objects };
}

/** Rows stay: nobody puts other rows into a frame that is at hand. */
function unknownContent({ objects, rows }: Data): Data {
  return { objects, columns: undefined, rows, fits: undefined };
}

/** The same kind of thing, perhaps one of these objects, with nothing known of its content; `undefined` when there is nothing to leave out. */
export function withoutContent(interner: Interner, value: Value): Value | undefined {
  const { type, origins, data } = value;
  if (type?.kind !== "instance" || !data) return undefined;
  const objects = withAnyObject(data.objects);
  const blurred = interner.value({ type, origins, data: { objects, columns: undefined, rows: undefined, fits: undefined } });
  return blurred === value ? undefined : blurred;
}

/** Something was made by the expression at `place`: from here on the value is this object. */
export function made(interner: Interner, flow: ObjectFlow, place: Place, value: Value, context = 0): Value {
  return numbered(interner, flow, interner.objectAt(place, context), value, value.data);
}

/** Of these names, those that are contents stand for objects that are made more than once. @returns whether there is any */
export function madeAgain(interner: Interner, flow: ObjectFlow, contents: readonly string[]): boolean {
  let isAny = false;
  for (const name of contents) {
    if (!isObjectContent(name)) continue;
    flow.set("globals", namesOf(Number(name.slice(2))).repeated, interner.none);
    isAny = true;
  }
  return isAny;
}

function numbered(interner: Interner, flow: ObjectFlow, object: number, value: Value, content: Content | undefined): Value {
  const { columns, rows, fits } = content ?? {};
  const known = interner.data({ objects: [object], columns, rows, fits });
  const name = namesOf(object).content;
  if (flow.global(name) !== undefined) flow.set("globals", namesOf(object).repeated, interner.none);
  if (flow.global(namesOf(object).lost) !== undefined) flow.set("globals", namesOf(object).lost, undefined);
  flow.set("globals", name, interner.value({ data: known }));
  return interner.value({ type: value.type, constant: value.constant, origins: value.origins, data: known });
}

/**
 * The content of what `value` names was changed in place. The result is what the name it was changed through stands for now.
 *
 * @param content `undefined`: how it changed is not known
 * @param place the expression that changes it
 */
export function changed(interner: Interner, flow: ObjectFlow, value: Value, content: Content | undefined, place: Place): Value {
  const { data } = value;
  if (!data || data.objects.length === 0) return value;
  const [only, ...more] = data.objects;
  if (only === undefined) return value;
  if (more.length === 0 && flow.global(namesOf(only).repeated) === undefined) {
    if (flow.global(namesOf(only).lost) !== undefined) return value;
    giveUpDependents(interner, flow, only);
    const now = interner.data({ ...(content ?? { columns: undefined, rows: data.rows, fits: undefined }), objects: data.objects });
    flow.set("globals", namesOf(only).content, interner.value({ data: now }));
    return interner.value({ type: value.type, constant: value.constant, origins: value.origins, data: now });
  }
  // One of several: this name knows what it is now, the others do not. Should they change it later, this name must learn of it.
  const object = interner.objectAt(place, only);
  const link = interner.value({ data: interner.data({ objects: [object], columns: undefined, rows: undefined, fits: undefined }) });
  for (const each of data.objects) {
    giveUpDependents(interner, flow, each);
    if (flow.global(namesOf(each).repeated) === undefined) flow.set("globals", namesOf(each).lost, interner.unknown);
    else flow.set("globals", namesOf(each).content, interner.unknown);
    flow.set("globals", namesOf(each).dependent, link);
  }
  return numbered(interner, flow, object, value, content);
}

/** Code that is not followed holds these objects from now on. @param how see `mark` in aliasing.ts */
export function giveUp(interner: Interner, flow: ObjectFlow, value: Value, how = interner.unknown): void {
  for (const object of value.data?.objects ?? []) giveUpObject(interner, flow, object, how);
}

function giveUpObject(interner: Interner, flow: ObjectFlow, object: number, how = interner.unknown): void {
  if (flow.global(namesOf(object).lost) !== undefined) return;
  flow.set("globals", namesOf(object).lost, how);
  giveUpDependents(interner, flow, object);
}

function giveUpDependents(interner: Interner, flow: ObjectFlow, object: number): void {
  for (const each of flow.global(namesOf(object).dependent)?.data?.objects ?? []) giveUpObject(interner, flow, each);
}

/** These objects were put where they may be found again by code whose values are not known. */
export function expose(interner: Interner, flow: ObjectFlow, value: Value): void {
  const { data } = value;
  if (!data || data.objects.length === 0) return;
  const exposed = flow.global("#x")?.data?.objects ?? [];
  if (data.objects.every((object) => exposed.includes(object))) return;
  const objects = [...new Set([...exposed, ...data.objects])].sort((a, b) => a - b);
  flow.set("globals", "#x", interner.value({ data: interner.data({ objects, columns: undefined, rows: undefined, fits: undefined }) }));
}

/** Something that is not known was changed in place: it may be any object that is exposed. */
export function changedUnknown(interner: Interner, flow: ObjectFlow): void {
  const exposed = flow.global("#x");
  if (exposed) giveUp(interner, flow, exposed);
}

/** Numbers of the objects that can be reached from a value. */
export function objectsIn(value: Value, found = new Set<number>(), depth = 0): Set<number> {
  for (const object of value.data?.objects ?? []) found.add(object);
  if (depth > 6) return found;
  for (const inner of partsOf(value)) objectsIn(inner, found, depth + 1);
  return found;
}

function partsOf({ type }: Value): readonly Value[] {
  switch (type?.kind) {
    case "tuple":
    case "list":
    case "set":
      return type.elements;
    case "sequence":
      return [type.element];
    case "dict":
      return type.entries.map((entry) => entry.value);
    case "object":
      return type.attributes.map((each) => each.value);
    case "union":
      return type.members;
    case "method":
      return [type.receiver];
    case "function":
      return [...type.defaults, ...type.captured].map((each) => each.value);
    default:
      return [];
  }
}

/**
 * A function's result at one of its calls: objects that it made and keeps nowhere else get numbers of this call.
 *
 * @param own objects that only the result still holds
 */
export function handedOver(interner: Interner, flow: ObjectFlow, place: Place, value: Value, own: ReadonlySet<number>, depth = 0): Value {
  const { type, data } = value;
  if (depth > 6) return value;
  if (type?.kind === "union") return mapMembers(interner, value, (each) => handedOver(interner, flow, place, each, own, depth + 1));
  if (data && data.objects.length > 0 && data.objects.every((object) => own.has(object))) {
    return made(interner, flow, place, value, data.objects[0]);
  }
  const inside = (each: Value): Value => handedOver(interner, flow, place, each, own, depth + 1);
  const rebuilt = (to: Value["type"]): Value => interner.value({ type: to, constant: value.constant, origins: value.origins, data });
  switch (type?.kind) {
    case "tuple":
    case "list":
    case "set": {
      const elements = type.elements.map(inside);
      return elements.every((each, index) => each === type.elements[index]) ? value : rebuilt({ kind: type.kind, elements });
    }
    case "sequence": {
      const element = inside(type.element);
      return element === type.element ? value : rebuilt({ ...type, element });
    }
    case "dict": {
      const entries = type.entries.map((entry) => ({ key: entry.key, value: inside(entry.value) }));
      return entries.every((each, index) => each.value === type.entries[index]?.value) ? value : rebuilt({ ...type, entries });
    }
    default:
      return value;
  }
}

/** Names of this module's that say more the longer they are followed, and that a loop must not give up. */
export function onlyGrows(name: string): boolean {
  return name === "#x" || name.startsWith("#d");
}

/** Whether a name of this module's is about one of these objects. */
export function isOf(name: string, objects: ReadonlySet<number>): boolean {
  const match = name.startsWith("#") ? /^#[olmd](\d+)$/u.exec(name) : null;
  return match !== null && objects.has(Number(match[1]));
}

/** Whether a name of this module's has a value that is joined like that of a variable. */
export function isContent(name: string): boolean {
  return isObjectContent(name) || onlyGrows(name);
}

/** Whether what a name of this module's holds is the content of an object. */
export function isObjectContent(name: string): boolean {
  return name.startsWith("#o");
}
