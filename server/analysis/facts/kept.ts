/**
 * Results kept with what they were computed from: a unit, the analysis of one, a group of those. All are immutable and replaced when
 * they change, so a result stays right as long as its key lives, and after an edit only what concerns the edited unit is computed again.
 *
 * What is computed may look at its key only: a place in a value can lie in another unit, which changes on its own.
 */
import type { DocumentAnalysis, UnitAnalysis, UnitGroup, UnitSection } from "../semantic/analysis.ts";

export function keptWith<Key extends object, Result>(compute: (key: Key) => Result): (key: Key) => Result {
  // Results are many and small: one that is `undefined` is told by asking again, and not by an object around each.
  const kept = new WeakMap<Key, Result>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined || kept.has(key)) return known as Result;
    const result = compute(key);
    kept.set(key, result);
    return result;
  };
}

/**
 * As `keptWith`, for what is asked again and again while one document is worked on and would be much to keep for all: results are let
 * go once `most` more have been made.
 */
export function keptAwhile<Key extends object, Result extends object>(compute: (key: Key) => Result, most: number): (key: Key) => Result {
  let kept = new WeakMap<Key, Result>();
  let made = 0;
  return (key) => {
    let result = kept.get(key);
    if (result) return result;
    result = compute(key);
    if (made++ >= most) {
      kept = new WeakMap();
      made = 1;
    }
    kept.set(key, result);
    return result;
  };
}

/** What all units of a document contribute, in order. Kept by groups and sections of units: after an edit one of each is put together anew. */
export function gathered<Result>(compute: (analysis: UnitAnalysis) => readonly Result[]): (analysis: DocumentAnalysis) => readonly Result[] {
  const inGroup = keptWithGroup((group) => joined(group, compute));
  const inSection = keptWith((section: UnitSection) => joined(section, inGroup));
  return ({ sections }) => joined(sections, inSection);
}

/** As `keptWith`; there are few groups and many facts, so that a group's results are one list. */
function keptWithGroup<Result extends object>(compute: (group: UnitGroup) => Result): (group: UnitGroup) => Result {
  const slot = slots++;
  return (group) => {
    let results = ofGroups.get(group);
    if (!results) ofGroups.set(group, (results = []));
    return (results[slot] ??= compute(group)) as Result;
  };
}

let slots = 0;
const ofGroups = new WeakMap<UnitGroup, unknown[]>();

function joined<Part, Result>(parts: readonly Part[], resultsOf: (part: Part) => readonly Result[]): readonly Result[] {
  let first: readonly Result[] = nothing;
  let all: Result[] | undefined;
  for (const part of parts) {
    const found = resultsOf(part);
    if (found.length === 0) continue;
    if (all) all.push(...found);
    else if (first.length > 0) all = [...first, ...found];
    else first = found;
  }
  return all ?? first;
}

const nothing: readonly never[] = [];
