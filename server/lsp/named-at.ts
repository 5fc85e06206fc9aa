/** The name of a feature, view or service at a position of the client: in code, or in a YAML or JSON file. */
import type { Position, Range, TextDocumentIdentifier } from "vscode-languageserver";
import { featureNamedAt } from "../features/feature-named.ts";
import type { FeatureName } from "../features/feature-name.ts";
import { namesListedAt } from "../features/listed-at.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import { spotOf } from "./language.ts";
import { listedSpot } from "./listed-spot.ts";
import { toRange } from "./position.ts";

interface At {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

export async function namedAt(context: Context, params: At): Promise<{ readonly names: readonly FeatureName[]; readonly range: Range } | undefined> {
  const { abilities: { columns } } = context;
  const spot = await spotOf(context, params);
  if (spot) {
    const named = featureNamedAt(spot.document, spot.document.catalogue, spot.cell, spot.offset);
    return named && { names: named.names, range: toRange(sourceOfText(spot.document, spot.uri), named.at.start, named.at.end, columns) };
  }
  const listed = listedSpot(context, params);
  const named = listed && namesListedAt(listed.text, listed.catalogue, listed.offset);
  return named && { names: named.names, range: toRange(listed.text.source, named.at.start, named.at.end, columns) };
}
