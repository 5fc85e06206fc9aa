/**
 * An element added to a list in the code, as the list is written.
 *
 *     ["a", "b"]          ["a", "b", "c"]
 *     ['a']               ['a', 'c']                in the quotes of its neighbours
 *
 *     [                   [
 *         "a",                "a",
 *         "b",                "b",
 *     ]                       "c",
 *                         ]
 */
import type { Expression, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import type { TextEdit } from "../text/edit.ts";

export type Listing = Extract<Node, { readonly elts: readonly Expression[] }>;

/** Behind an element of the list. Offsets of the unit. */
export function addedBehind({ text }: Unit, listing: Listing, element: Node, made: string): TextEdit {
  const lineStart = text.lastIndexOf("\n", element.start - 1) + 1;
  const indent = text.slice(lineStart, element.start);
  const hasOwnLine = lineStart > listing.start && indent.trim() === "";
  return { start: element.end, end: element.end, text: `,${hasOwnLine ? `\n${indent}` : " "}${made}` };
}

/** Behind the last one; a list without any gets its first. */
export function addedToList(unit: Unit, listing: Listing, content: string): TextEdit {
  const made = inQuotesOf(listing, content);
  const last = listing.elts.at(-1);
  return last ? addedBehind(unit, listing, last, made) : { start: listing.start + 1, end: listing.end - 1, text: made };
}

function inQuotesOf({ elts }: Listing, content: string): string {
  const quotes = elts.flatMap((each) => (each.kind === "Constant" && each.type === "str" ? each.parts.map(({ quote }) => quote) : []));
  const quote = quotes.filter((each) => each === "'").length > quotes.length / 2 ? "'" : '"';
  return `${quote}${content}${quote}`;
}
