/**
 * Results kept with what they were computed from: a unit, the analysis of one, a group of those. All are immutable and replaced when
 * they change, so a result stays right as long as its key lives, and after an edit only what concerns the edited unit is computed again.
 *
 * What is computed may look at its key only: a place in a value can lie in another unit, which changes on its own.
 */
import type { DocumentAnalysis, UnitAnalysis, UnitGroup } from "../semantic/analysis.ts";

export function keptWith<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  const kept = new WeakMap<Key, { readonly result: Result }>();
  return (key) => {
    let entry = kept.get(key);
    if (!entry) kept.set(key, (entry = { result: compute(key) }));
    return entry.result;
  };
}

/** What all units of a document contribute, in order. Kept group by group: a document of 2,000 units is 250 look-ups. */
export function gathered<Result>(compute: (analysis: UnitAnalysis) => readonly Result[]): (analysis: DocumentAnalysis) => readonly Result[] {
  const inGroup = keptWith((group: UnitGroup): readonly Result[] => {
    const found = group.flatMap(compute);
    return found.length > 0 ? found : nothing;
  });
  return ({ groups }) => {
    const all: Result[] = [];
    for (const group of groups) {
      const found = inGroup(group);
      if (found.length > 0) all.push(...found);
    }
    return all;
  };
}

const nothing: readonly never[] = [];
