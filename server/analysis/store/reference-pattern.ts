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

/** @param separators at least one */
export function patternGrammar(separators: readonly [string, ...string[]], viewNames: readonly string[]): ReferenceGrammar {
  const grammars = separators.map((separator) =>
    separated(separator, { splitsAt: viewNames.some((name) => name.includes(separator)) ? "last" : "first" }));
  const first = separated(separators[0]);
  return {
    ...first,
    form: separators.map((separator) => `view${separator}feature`).join(" or "),
    parse: (text) => (grammars.find(({ separator }) => text.includes(separator)) ?? first).parse(text),
  };
}
