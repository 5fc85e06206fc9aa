/**
 * Did you mean: how far one name is from another, and which `view:feature` was meant by a reference that names nothing.
 *
 * The cost of a name is the number of slips that turn it into the other one: an omitted, added, changed or swapped character
 * costs 1. Three slips that people make with whole words cost less than their letters would:
 *
 *     conv-rate    conv_rate      other case or separator   0.5
 *     rate_conv    conv_rate      words in another order    1
 *     driver_stats driver_hourly_stats   a word left out    2
 *
 * A name too far away (more than about a third of its letters) is no candidate at all.
 */
import { mistakes } from "../text/did-you-mean.ts";
import { compareText } from "../text/order.ts";
import type { Field, Store, View } from "./model.ts";
import type { ParsedReference, ReferenceGrammar } from "./reference.ts";

export interface Suggestion {
  readonly view: View;
  /** `undefined` for an open view, whose features are not known: the feature part stays as it is. */
  readonly field: Field | undefined;
  readonly cost: number;
}

/** Where the feature exists under its right name in a view that is not like the one written. */
const sameFeatureElsewhere = 2.5;
/** Both parts wrong is less likely than one. */
const bothWrong = 0.5;
const openView = 1;

/** Candidates for a well-formed reference, best first, at most `limit`. */
export function similarReferences(reference: ParsedReference, stores: readonly Store[], limit = 3): readonly Suggestion[] {
  const { view: wanted, feature } = reference;
  if (!feature) return [];
  const found: Suggestion[] = [];
  const wantedView = foldedName(wanted.name);
  const wantedField = foldedName(feature.name);
  for (const store of stores) {
    for (const view of store.views) {
      const viewCost = foldedCost(wantedView, foldedOf(view));
      const exact = view.fields.find((field) => field.name === feature.name);
      if (exact && viewCost > 0) found.push({ view, field: exact, cost: Math.min(viewCost, sameFeatureElsewhere) });
      if (viewCost === Infinity) continue;
      if (!exact && view.open && viewCost > 0) found.push({ view, field: undefined, cost: viewCost + openView });
      for (const field of view.fields) {
        if (field === exact) continue;
        const fieldCost = foldedCost(wantedField, foldedOf(field));
        if (fieldCost < Infinity) found.push({ view, field, cost: viewCost + fieldCost + (viewCost > 0 ? bothWrong : 0) });
      }
    }
  }
  found.sort((a, b) => a.cost - b.cost || compareText(nameOf(a), nameOf(b)));
  const best = new Map<string, Suggestion>();
  for (const each of found) {
    // Two stores, or two definitions, may have the same name.
    if (!best.has(nameOf(each))) best.set(nameOf(each), each);
    if (best.size === limit) break;
  }
  return [...best.values()];
}

/**
 * The view that was surely meant by a name which no file defines, although another project may: one slip away, with the very feature.
 * Names that differ in numbers (`user-risk-2`) or in short words (`eu-risk`, `us-risk`) are names of other views.
 */
export function surelyMeant(reference: ParsedReference, stores: readonly Store[]): Suggestion | undefined {
  const [best, next] = similarReferences(reference, stores);
  const feature = reference.feature?.name.toLowerCase();
  if (!best?.field || best.view.open || best.cost > 1 || best.field.name.toLowerCase() !== feature || (next && next.cost <= 1)) return undefined;
  const written = foldedName(reference.view.name).words;
  const known = foldedName(best.view.name).words;
  const isLong = (word: string): boolean => word.length > 3 && !/\d/.test(word);
  return written.filter((word) => !known.includes(word)).every(isLong) && known.filter((word) => !written.includes(word)).every(isLong) ? best : undefined;
}

/**
 * The reference that a text without the right separator stands for, when it can only be that one: another separator
 * (`driver_stats.conv_rate`, `driver_stats__conv_rate`), or a bare feature name that one view has.
 */
export function intendedReference(text: string, stores: readonly Store[], grammar: ReferenceGrammar): string | undefined {
  const views = stores.flatMap((store) => store.views);
  const found = new Set<string>();
  for (const { name, fields } of views) {
    for (const separator of [":", ".", "__", "/"]) {
      if (separator === grammar.separator || !text.startsWith(name + separator)) continue;
      const feature = text.slice(name.length + separator.length);
      if (fields.some((field) => field.name === feature)) found.add(grammar.write(name, feature));
    }
  }
  if (found.size === 0) {
    for (const { name, fields } of views) if (fields.some((field) => field.name === text)) found.add(grammar.write(name, text));
  }
  return found.size === 1 ? [...found][0] : undefined;
}

/** The nearest of some names, best first. */
export function similarNames(wanted: string, names: Iterable<string>, limit = 3): readonly string[] {
  const found: { name: string; cost: number }[] = [];
  for (const name of names) {
    const cost = nameCost(wanted, name);
    if (cost > 0 && cost < Infinity) found.push({ name, cost });
  }
  return found.sort((a, b) => a.cost - b.cost || compareText(a.name, b.name)).slice(0, limit).map(({ name }) => name);
}

/** 0 for the same name, `Infinity` when nobody would take one for the other. */
function nameCost(written: string, name: string): number {
  return foldedCost(foldedName(written), foldedName(name));
}

/** A name with what comparing it asks for again and again. */
interface FoldedName {
  readonly name: string;
  /** One case, one separator; camel case becomes words. */
  readonly folded: string;
  readonly words: readonly string[];
}

function foldedName(name: string): FoldedName {
  const folded = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2").replaceAll(/[-. ]/g, "_").toLowerCase();
  return { name, folded, words: folded.split("_") };
}

/** Definitions never change, and are compared with every misspelt reference at every keystroke. */
const foldedNames = new WeakMap<View | Field, FoldedName>();

function foldedOf(definition: View | Field): FoldedName {
  let known = foldedNames.get(definition);
  if (!known) foldedNames.set(definition, (known = foldedName(definition.name)));
  return known;
}

function foldedCost(written: FoldedName, known: FoldedName): number {
  if (written.name === known.name) return 0;
  if (written.name === "" || known.name === "") return Infinity;
  const a = written.folded;
  const b = known.folded;
  if (a === b) return 0.5;
  const byWords = wordCost(written.words, known.words);
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 3));
  const byLetters = mistakes(a, b, limit);
  return byLetters > limit ? byWords : Math.min(byWords, byLetters);
}

/** `Infinity` unless one name has all words of the other and at least half as many. */
function wordCost(a: readonly string[], b: readonly string[]): number {
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  if (more.length < 2 || fewer.length * 2 < more.length) return Infinity;
  const left = [...more];
  for (const word of fewer) {
    const at = left.indexOf(word);
    if (at < 0) return Infinity;
    left.splice(at, 1);
  }
  return 1 + left.length;
}

function nameOf({ view, field }: Suggestion): string {
  return `${view.name}:${field?.name ?? ""}`;
}
