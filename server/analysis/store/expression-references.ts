/**
 * References in an expression that a definition computes a feature with: two names with a dot between them, or one name that the
 * store's grammar takes apart; outside texts.
 *
 *     "COALESCE(spent.amt_sum_1d, 0.0) > request.amt AND city <> 'st.ives'"     spent.amt_sum_1d, request.amt
 *     "shop_purchases_v1_price_sum_30d / total"                                 shop_purchases_v1 and price_sum_30d
 *
 * What is taken apart so may be a view and its feature or something else, like the values of a request: only the catalogue tells.
 */
import type { ParsedReference, ReferenceGrammar } from "./reference.ts";
import { partOf } from "./written-text.ts";
import type { WrittenText } from "./written-text.ts";

const namesOrText = /'(?:[^']|'')*'|"[^"]*"|(?<![\w.])([A-Za-z_]\w*)(?:\.([A-Za-z_]\w*))?(?![\w.(])/g;

export function referencesInExpression(expression: WrittenText, grammar: ReferenceGrammar): readonly { readonly written: WrittenText; readonly parsed: ParsedReference }[] {
  return [...expression.text.matchAll(namesOrText)].flatMap(({ 0: text, 1: first, 2: second, index }) => {
    if (first === undefined) return [];
    const parsed: ParsedReference = second === undefined ? grammar.parse(first) : {
      view: { name: first, start: 0, end: first.length },
      version: undefined,
      feature: { name: second, start: first.length + 1, end: text.length },
    };
    return parsed.feature ? [{ written: partOf(expression, index, index + text.length), parsed }] : [];
  });
}
