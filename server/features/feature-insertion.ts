/**
 * Where and how a reference is written when it is inserted at a cursor, so that the code is right afterwards.
 *
 *     features=[|]                     features=["stats:trips"]
 *     features=['stats:age'|]          features=['stats:age', 'stats:trips']       in the quotes of its neighbours
 *     features=['sta|ts:age']          the same: a cursor in an element inserts behind it
 *     features=["|"]                   features=["stats:trips"]
 *     print(|)                         print("stats:trips")
 *
 * In a list that has a line for each element, the new one gets a line too.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Node } from "../analysis/syntax/nodes.ts";
import type { Cell, Unit } from "../analysis/syntax/unit.ts";
import { nodesAt, walk } from "../analysis/syntax/walk.ts";
import { addedBehind } from "../analysis/refactor/list-element.ts";
import type { Listing } from "../analysis/refactor/list-element.ts";
import { stringAt } from "./feature-at.ts";

/** Offsets in `sourceOf(cell)`. */
export interface Insertion {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function insertionAt(document: OpenDocument, cell: Cell, offset: number, reference: string): Insertion {
  const unit = document.unitAt(cell, offset);
  if (!unit) return { start: offset, end: offset, text: quoted(reference, undefined, document) };
  const found = insertionIn(unit, offset - unit.anchor.offset, reference, document, stringAt(document, cell, offset));
  return { ...found, start: found.start + unit.anchor.offset, end: found.end + unit.anchor.offset };
}

function insertionIn(unit: Unit, at: number, reference: string, document: OpenDocument, string: ReturnType<typeof stringAt>): Insertion {
  if (string) {
    const { part, node, parents } = string;
    const { start, end } = part.content;
    if (unit.text.slice(start, end).trim() === "") return { start, end, text: reference };
    const parent = parents.at(-1);
    return parent && isListing(parent) ? behind(unit, parent, node, reference, document) : { start: at, end: at, text: reference };
  }
  const listing = nodesAt(unit.body, at).findLast((node): node is Listing => isListing(node) && node.start < at && at < node.end);
  if (!listing) return { start: at, end: at, text: quoted(reference, undefined, document) };
  const before = listing.elts.findLast(({ end }) => end <= at);
  const after = listing.elts.find(({ start }) => start >= at);
  if (before && !unit.text.slice(before.end, at).includes(",")) return behind(unit, listing, before, reference, document);
  const text = quoted(reference, listing, document);
  const space = unit.text[at - 1] === "," ? " " : "";
  const isTrailing = !after && before && unit.text.slice(at, listing.end).includes("\n");
  return { start: at, end: at, text: `${space}${text}${after ? ", " : isTrailing ? "," : ""}` };
}

function behind(unit: Unit, listing: Listing, element: Node, reference: string, document: OpenDocument): Insertion {
  return addedBehind(unit, listing, element, quoted(reference, listing, document));
}

function isListing(node: Node): node is Listing {
  return node.kind === "List" || node.kind === "Set" || node.kind === "Tuple";
}

function quoted(reference: string, listing: Listing | undefined, document: OpenDocument): string {
  const quote = (listing && mostlyUsed(listing.elts)) ?? mostlyUsed(document.units.flatMap(({ body }) => body)) ?? '"';
  return `${quote}${reference}${quote}`;
}

/** The quote of most strings, those of docstrings and the like left out. */
function mostlyUsed(nodes: readonly Node[]): string | undefined {
  let single = 0;
  let double = 0;
  walk(nodes, (node) => {
    if (node.kind === "Constant" && node.type === "str") {
      for (const { quote } of node.parts) {
        if (quote === "'") single += 1;
        if (quote === '"') double += 1;
      }
    }
    return undefined;
  });
  return single === 0 && double === 0 ? undefined : single > double ? "'" : '"';
}
