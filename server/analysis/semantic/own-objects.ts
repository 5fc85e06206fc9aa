/**
 * Objects (objects.ts) that a run made and handed to nobody but its caller.
 *
 *     def load(path):
 *         raw = pd.read_csv(path)      made here, and gone at the end
 *         seen.append(raw)             unless something outside holds it now
 *         return raw                   or it is the result: each call's frame is another one
 *
 * The caller gives those of the result numbers of its own, and is told nothing else of them.
 */
import { isPseudoName } from "./flow.ts";
import type { Flow } from "./flow.ts";
import type { Named, Value } from "./value.ts";
import { isOf, objectsIn } from "./objects.ts";

export const noObjects: ReadonlySet<number> = new Set();

/** Objects made by a run that are found nowhere but in its result: not in a name, an attribute or a container outside. */
export function ownObjects(candidates: ReadonlySet<number>, flow: Flow, writes: ReadonlyMap<string, Value | undefined>, attributes: readonly Named[]): ReadonlySet<number> {
  if (candidates.size === 0) return noObjects;
  const held = new Set<number>();
  for (const [name, value] of writes) if (value && (name === "#x" || !isPseudoName(name))) objectsIn(value, held);
  for (const { value } of attributes) objectsIn(value, held);
  const own = [...candidates].filter((object) => !held.has(object) && flow.global(`#l${object}`) === undefined && flow.global(`#m${object}`) === undefined);
  return own.length > 0 ? new Set(own) : noObjects;
}

/** What remains to be told of a run's objects once its result was handed over: nothing of its own. */
export function without<T>(writes: ReadonlyMap<string, T>, own: ReadonlySet<number>): ReadonlyMap<string, T> {
  if (own.size === 0) return writes;
  const result = new Map(writes);
  for (const name of writes.keys()) if (isOf(name, own)) result.delete(name);
  return result;
}
