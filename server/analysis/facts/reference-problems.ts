/**
 * What is wrong with a reference, in words: for the rules, and for references that are written outside of code (YAML, JSON).
 *
 *     driver_stats:conv_rat     part "feature"   "driver_stats" has no feature "conv_rat" (did you mean "conv_rate"?)
 *     driver_stat:conv_rate     part "view"      No feature view "driver_stat" (did you mean "driver_stats"?)
 *     driver_stats.conv_rate    part "text"      "driver_stats.conv_rate" names no feature: the form is "driver_stats:conv_rate"
 */
import { malformationOf } from "./malformed-references.ts";
import type { Malformation } from "./malformed-references.ts";
import type { LookedUpReference } from "./features.ts";

export interface ReferenceProblem {
  /** What of the reference is to be pointed at. */
  readonly part: "text" | "view" | "feature";
  readonly message: string;
}

/** For unknown-feature; `undefined` when nothing is wrong, or its form is. */
export function unknownProblem(reference: LookedUpReference): ReferenceProblem | undefined {
  const { parsed, resolution, suggestions, index: { dialect: { words, grammar } } } = reference;
  if (malformationOf(reference) || (resolution.kind !== "unknown-view" && resolution.kind !== "unknown-feature")) return undefined;
  const best = suggestions[0];
  const feature = parsed.feature?.name ?? "";
  if (resolution.kind === "unknown-view") {
    const isMoved = best?.field?.name === feature;
    const hint = best ? didYouMean(isMoved || !best.field ? best.view.name : grammar.write(best.view.name, best.field.name)) : "";
    return { part: "view", message: short(`No ${words.view} "${parsed.view.name}"`, hint) };
  }
  const elsewhere = best !== undefined && best.view.name !== parsed.view.name;
  const hint = !best ? "" : elsewhere ? `; "${best.view.name}" has "${best.field?.name ?? feature}"` : didYouMean(best.field?.name ?? "");
  return { part: "feature", message: short(`"${parsed.view.name}" has no feature "${feature}"`, hint) };
}

/** For malformed-feature-reference. */
export function malformedMessage(malformation: Malformation, { text, index: { dialect: { title, words, grammar } } }: LookedUpReference): string {
  switch (malformation.kind) {
    case "misspelt":
      return `"${text}" names no feature: the form is "${malformation.intended}"`;
    case "wildcard":
      return `${title} does not expand "${text}": each feature is named`;
    case "service":
      return `"${text}" is a ${words.service}, which takes the place of the list`;
    case "view":
      return `"${text}" names a view and no feature: the form is "${grammar.form}"`;
    case "no-separator":
      return `"${text}" names no feature: the form is "${grammar.form}"`;
  }
}

/** The reference that a suggestion stands for. */
export function replacedReference({ parsed, index: { dialect: { grammar } } }: LookedUpReference, { view, field }: LookedUpReference["suggestions"][number]): string {
  return grammar.write(view.name, field?.name ?? parsed.feature?.name ?? "");
}

export function didYouMean(name: string): string {
  return ` (did you mean "${name}"?)`;
}

/** The hint is left to the fix where the message would grow too long to read in a list. */
export function short(message: string, hint: string): string {
  return (message + hint).length < 100 ? message + hint : message;
}
