/**
 * References in an expression that a definition computes a feature with: two names with a dot between them, outside texts.
 *
 *     "COALESCE(spent.amt_sum_1d, 0.0) > request.amt AND city <> 'st.ives'"     spent.amt_sum_1d, request.amt
 *
 * What stands before the dot may be a view or something that is no view, like the values of a request: only the catalogue tells.
 */
import type { ParsedReference } from "./reference.ts";
import { partOf } from "./written-text.ts";
import type { WrittenText } from "./written-text.ts";

const namesOrText = /'(?:[^']|'')*'|"[^"]*"|(?<![\w.])([A-Za-z_]\w*)\.([A-Za-z_]\w*)(?![\w.(])/g;

export function referencesInExpression(expression: WrittenText): readonly { readonly written: WrittenText; readonly parsed: ParsedReference }[] {
  return [...expression.text.matchAll(namesOrText)].flatMap(({ 0: text, 1: view, 2: feature, index }) => {
    if (view === undefined || feature === undefined) return [];
    const parsed: ParsedReference = {
      view: { name: view, start: 0, end: view.length },
      version: undefined,
      feature: { name: feature, start: view.length + 1, end: text.length },
    };
    return [{ written: partOf(expression, index, index + text.length), parsed }];
  });
}
