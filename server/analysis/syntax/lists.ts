/**
 * Lists of nodes, as they are kept.
 *
 * A list that grows by `push` has room for 17 elements from the first on (V8), and most lists of a tree have none or one: left as
 * they grew, they would take a third of a document's memory.
 */

const none: readonly never[] = [];

/** As many elements, in a list of that size. */
export function fittedFrom<T>(elements: Iterable<T>, size: number): readonly T[] {
  if (size === 0) return none;
  const list = new Array<T>(size);
  let at = 0;
  for (const each of elements) list[at++] = each;
  return list;
}

/** The same elements, in a list that takes no more room than they need. */
export function fitted<T>(list: readonly T[]): readonly T[] {
  return list.length === 0 ? none : list.slice();
}
