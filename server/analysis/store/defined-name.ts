/**
 * The name that a definition gives its object, and where it is written; for every store that is defined in code.
 *
 *     Entity(name="driver", ...)      `driver`, at the text between the quotes
 *     Entity(name=NAME, ...)          the same where NAME is a text in one piece, wherever that stands
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { argument, isNone, text } from "./construction.ts";
import type { DefinitionSite } from "./model.ts";
import { contentOf } from "./written-text.ts";

/** From a place in a module to its file. */
export type Locate = (place: Place) => DefinitionSite;

/** `name=`, known whole, with the place where it is written; else that of the definition. */
export function givenName(
  settings: Construction, made: Construction, locate: Locate, position = 0,
): { readonly name: string; readonly definition: DefinitionSite } | undefined {
  const given = argument(settings, "name", position);
  const name = given.kind === "given" && !isNone(given.value) ? text(given.value) : undefined;
  if (given.kind !== "given" || name === undefined) return undefined;
  return { name, definition: siteOf(given.value, made.place, locate) };
}

/** Where a name is written, when it is written in one piece; else the definition. */
export function siteOf(value: Value, fallback: Place, locate: Locate): DefinitionSite {
  const { constant } = value;
  const piece = constant?.kind === "text" && constant.pieces.length === 1 ? constant.pieces[0] : undefined;
  if (piece?.kind !== "literal" || !piece.place) return locate(fallback);
  return locate(contentOf(piece.place, piece.text) ?? piece.place);
}
