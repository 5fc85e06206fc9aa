/**
 * Results kept with what they were computed from: a unit, the analysis of one, a group of those. All are immutable and replaced when
 * they change, so a result stays right as long as its key lives, and after an edit only what concerns the edited unit is computed again.
 *
 * What is computed may look at its key only: a place in a value can lie in another unit, which changes on its own.
 */
import { slotsOfAnalyses } from "../semantic/analysis.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis, UnitGroup, UnitSection } from "../semantic/analysis.ts";
import type { Bearer, Slot } from "../syntax/slots.ts";
import { slotsOfUnits } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";

/** As {@link keptWith}, with a unit. */
export function keptWithUnit<Result>(compute: (unit: Unit) => Result): (unit: Unit) => Result {
  return keptIn(slotsOfUnits.next(), compute);
}

/** The same with the analysis of a unit. */
export function keptWithAnalysis<Result>(compute: (analysis: UnitAnalysis) => Result): (analysis: UnitAnalysis) => Result {
  return keptIn(slotsOfAnalyses.next(), compute);
}

function keptIn<Key extends Bearer, Result>(slot: Slot<Key, Result | typeof none>, compute: (key: Key) => Result): (key: Key) => Result {
  return (key) => {
    const known = slot.of(key);
    if (known !== undefined) return known === none ? (undefined as Result) : known;
    const result = compute(key);
    slot.set(key, result === undefined ? none : result);
    return result;
  };
}

/** Stands for `undefined`. */
const none = Symbol("none");

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
  return bySections((group) => joined(group, compute));
}

/**
 * What all calls of a document contribute, in order of their units. Many facts look at every call, and nearly every call is nothing to
 * most of them: nothing is made for these.
 */
export function gatheredFromCalls<Result>(
  compute: (event: CallEvent, analysis: UnitAnalysis) => readonly Result[] | undefined,
): (analysis: DocumentAnalysis) => readonly Result[] {
  return bySections((group) => {
    let all: Result[] | undefined;
    for (const analysis of group) {
      for (const event of analysis.calls) {
        const found = compute(event, analysis);
        if (found !== undefined) for (const each of found) (all ??= []).push(each);
      }
    }
    return all ?? nothing;
  });
}

/** The calls of a document that are such. */
export function callsWhere(isSuch: (event: CallEvent) => boolean): (analysis: DocumentAnalysis) => readonly CallEvent[] {
  return bySections((group) => {
    let all: CallEvent[] | undefined;
    for (const { calls } of group) for (const event of calls) if (isSuch(event)) (all ??= []).push(event);
    return all ?? nothing;
  });
}

function bySections<Result>(compute: (group: UnitGroup) => readonly Result[]): (analysis: DocumentAnalysis) => readonly Result[] {
  const inGroup = keptWithGroup(compute);
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
