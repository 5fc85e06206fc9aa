/**
 * What a run of a function changed of things that it did not make: containers, frames and estimators that names of the module hold, or the
 * object whose method it is.
 *
 *     NAMES = ["a"]
 *     def add(name):
 *         found = []             made here
 *         found.append(name)
 *         NAMES.append(name)     changed outside: NAMES
 *         frame.drop(FIXED)      FIXED: handed to code of nobody here, which is not taken to change it
 */
import { escaped } from "./aliasing.ts";
import type { Interner } from "./interner.ts";
import { isMutable } from "./join.ts";
import type { Changes, Run } from "./machine.ts";
import { isModuleRead } from "./module-reads.ts";
import { isPseudoName } from "./flow.ts";
import type { Value } from "./value.ts";

/** By the names of flow.ts, with what they say once nobody believes in the content any more. */
export function changedOutside(interner: Interner, { reads, writes }: Run, self: Value | undefined): Changes {
  let isChanging = false;
  for (const name of writes.keys()) if (changing.test(name)) isChanging = true;
  if (!isChanging) return noChanges;
  const outside: Outside = { containers: new Set(), objects: new Set(), seen: new Set() };
  for (const [index, name] of reads.names.entries()) {
    const value = reads.values[index];
    if (value && (!isPseudoName(name) || isModuleRead(name))) collect(outside, value, 0);
  }
  if (self) collect(outside, self, 0);
  // The same containers, when what they hold is known otherwise.
  for (const id of outside.containers) {
    const same = writes.get(`#r${id}`);
    if (same) outside.containers.add(same.id);
  }
  let result: Map<string, Value | undefined> | undefined;
  for (const [name, value] of writes) {
    const match = changing.exec(name);
    if (!match || value === interner.none || value === escaped(interner)) continue;
    const number = Number(match[2]);
    const isContainer = match[1] === "";
    if (!(isContainer ? outside.containers : outside.objects).has(number)) continue;
    (result ??= new Map<string, Value | undefined>()).set(isContainer ? name : `#l${number}`, interner.unknown);
  }
  return result ?? noChanges;
}

const changing = /^#([ol]?)(\d+)$/u;
const noChanges: Changes = new Map();

interface Outside {
  readonly containers: Set<number>;
  readonly objects: Set<number>;
  readonly seen: Set<Value>;
}

/** Nesting that is followed. */
const maximumDepth = 6;

function collect(outside: Outside, value: Value, depth: number): void {
  if (depth > maximumDepth || outside.seen.has(value)) return;
  outside.seen.add(value);
  for (const object of value.data?.objects ?? []) outside.objects.add(object);
  if (isMutable(value)) outside.containers.add(value.id);
  for (const each of within(value)) collect(outside, each, depth + 1);
}

function within({ type }: Value): readonly Value[] {
  switch (type?.kind) {
    case "list":
    case "set":
    case "tuple":
      return type.elements;
    case "sequence":
      return [type.element];
    case "dict":
      return type.entries.map(({ value }) => value);
    case "object":
      return [type.class, ...type.attributes.map(({ value }) => value)];
    case "class":
      return [...type.bases, ...type.members.map(({ value }) => value)];
    case "function":
      return [...type.defaults, ...type.captured].map(({ value }) => value);
    case "method":
      return [type.receiver];
    case "partial":
      return [type.callable, ...type.args, ...type.keywords.map(({ value }) => value)];
    case "union":
      return type.members;
    default:
      return [];
  }
}
