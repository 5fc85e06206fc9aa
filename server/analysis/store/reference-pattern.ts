/**
 * Grammars of references that are written as patterns: `{view}:{feature}`, `{view}.{feature}`, `{view}__{feature}`.
 *
 * Names may hold the separator. Where names of views do, the last separator of a reference splits, else the first:
 *
 *     {view}.{feature}      "main.sales.orders.total"     view "main.sales.orders" where views have such names, else "main"
 *
 * Of several patterns, a reference is read by the first whose separator it has; the first of all is the one that is offered.
 */
import { separated } from "./reference.ts";
import type { ReferenceGrammar } from "./reference.ts";

/** The text between the two names, or why the pattern is none, in the user's words. */
export function readPattern(pattern: string): { readonly separator: string } | { readonly problem: string } {
  const separator = /^\{view\}(.+)\{feature\}$/su.exec(pattern)?.[1];
  if (separator === undefined) return { problem: "`{view}`, something between, and `{feature}` is expected here, such as {view}:{feature}" };
  if (/[{}\s]/u.test(separator)) return { problem: `\`${separator}\` cannot stand between a view and a feature` };
  return { separator };
}

/** A separator, and which one of several in a reference it is. */
export interface Split {
  readonly separator: string;
  readonly at: "first" | "last";
}

export type Splits = readonly [Split, ...Split[]];

export function splitsFor(separators: readonly [string, ...string[]], viewNames: readonly string[]): Splits {
  const split = (separator: string): Split => ({ separator, at: viewNames.some((name) => name.includes(separator)) ? "last" : "first" });
  const [first, ...others] = separators;
  return [split(first), ...others.map(split)];
}

export function patternGrammar(splits: Splits): ReferenceGrammar {
  const grammars = splits.map(({ separator, at }) => separated(separator, { splitsAt: at }));
  const first = separated(splits[0].separator);
  return {
    ...first,
    form: splits.map(({ separator }) => `view${separator}feature`).join(" or "),
    parse: (text) => (grammars.find(({ separator }) => text.includes(separator)) ?? first).parse(text),
  };
}
