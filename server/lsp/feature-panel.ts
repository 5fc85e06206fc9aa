/** What our own client shows and does beyond plain LSP: a feature with its uses and lineage, and references that are inserted. */
import type { CancellationToken, Position } from "vscode-languageserver";
import type { DefinitionSite } from "../analysis/store/model.ts";
import { featureDetails, nameWithKey } from "../features/feature-details.ts";
import { insertionAt } from "../features/feature-insertion.ts";
import { nameKey } from "../features/feature-name.ts";
import { featureNamedAt } from "../features/feature-named.ts";
import type { TextPlace } from "../features/found-uses.ts";
import type { CodePlace, FeatureDetails, FeatureQuery, TextInsertion } from "../protocol.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { definitionText, spotOf } from "./language.ts";
import { toRange } from "./position.ts";

export async function shownFeature(context: Context, index: FeatureIndex, query: FeatureQuery, token: CancellationToken): Promise<FeatureDetails | null> {
  const { project, host } = context;
  await project.loadStores();
  const catalogue = project.catalogue();
  if (!catalogue) return null;
  let name = "id" in query ? nameWithKey(catalogue, query.id) : undefined;
  if (!("id" in query)) {
    const spot = await spotOf(context, { textDocument: { uri: query.uri }, position: query.position });
    name = spot && featureNamedAt(spot.document, spot.document.catalogue, spot.cell, spot.offset)?.names[0];
  }
  const details = name && featureDetails(name, catalogue, await index.uses(token), host.now());
  if (!name || !details) return null;
  const at = (place: DefinitionSite | TextPlace | undefined): CodePlace | null => codePlace(context, place) ?? null;
  const all = (places: readonly TextPlace[]): readonly CodePlace[] => places.flatMap((place) => codePlace(context, place) ?? []);
  const { type, description, deprecated, standing, registry, definition, features, usage, lineage } = details;
  return {
    id: nameKey(name), kind: name.kind, label: name.name, reference: details.reference,
    project: details.project ?? null, type: type ?? null, description: description ?? null, facts: details.facts, tags: details.tags,
    deprecated: deprecated ?? null,
    standing: {
      kind: standing.kind, text: standing.text ?? null,
      differences: standing.differences.map(({ part, code, registry: applied }) => ({ part, code: code ?? null, registry: applied ?? null })),
    },
    registry: registry ?? null, location: at(definition),
    features: features.map((each) => ({ id: nameKey(each.name), label: each.label, dtype: each.dtype ?? null, description: each.description ?? null })),
    hasMoreFeatures: details.hasMoreFeatures,
    usage: { text: usage.text, training: all(usage.training), serving: all(usage.serving), possibly: all(usage.possibly) },
    lineage: {
      ...lineage,
      nodes: lineage.nodes.map(({ at: place, name: feature, ...node }) => ({ ...node, location: at(place), feature: feature ? nameKey(feature) : null })),
    },
  };
}

function codePlace(context: Context, place: DefinitionSite | TextPlace | undefined): CodePlace | undefined {
  if (!place) return undefined;
  const { columns } = context.abilities;
  if ("source" in place) return { uri: place.uri, range: toRange(place.source, place.start, place.end, columns) };
  const text = definitionText(context, place);
  return text && { uri: place.cell ?? place.uri, range: toRange(text, place.start, place.end, columns) };
}

export async function featureInsertion(context: Context, uri: string, position: Position, reference: string): Promise<TextInsertion | null> {
  const spot = await spotOf(context, { textDocument: { uri }, position });
  if (!spot) return null;
  const { start, end, text } = insertionAt(spot.document, spot.cell, spot.offset, reference);
  return { range: toRange(sourceOfText(spot.document, uri), start, end, context.abilities.columns), text };
}
