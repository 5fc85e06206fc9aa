/** Find references of a feature, view or service: all places in the workspace that name it. */
import { Location, type CancellationToken, type ReferenceParams } from "vscode-languageserver";
import { definitionsIn, nameKey } from "../features/feature-name.ts";
import type { FeatureName, NamedDefinition } from "../features/feature-name.ts";
import type { TextPlace } from "../features/found-uses.ts";
import type { PlacedDefinition } from "../features/rename-feature.ts";
import type { Context } from "./context.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { definitionText } from "./language.ts";
import { namedAt } from "./named-at.ts";
import { toRange } from "./position.ts";

export async function featureReferencesAt(
  context: Context, index: FeatureIndex, params: ReferenceParams, token: CancellationToken,
): Promise<Location[] | null> {
  const named = await namedAt(context, params);
  if (!named) return null;
  return placesOf(context, index, named.names, params.context.includeDeclaration, token);
}

/** In the order of files and lines, each once. Texts that may be columns are left out. */
export async function placesOf(
  context: Context, index: FeatureIndex, names: readonly FeatureName[], includeDefinitions: boolean, token: CancellationToken,
): Promise<Location[]> {
  const { abilities } = context;
  const wanted = new Set(names.map(nameKey));
  const found = new Map<string, Location>();
  const add = ({ uri, source, start, end }: TextPlace): void => {
    found.set(`${uri}#${String(start)}`, Location.create(uri, toRange(source, start, end, abilities.columns)));
  };
  if (includeDefinitions) for (const place of definitionPlaces(context, names)) add(place);
  const isDefinition = new Set(definitionPlaces(context, names).map(({ uri, start }) => `${uri}#${String(start)}`));
  const { files } = await index.uses(token);
  for (const { uses } of files) {
    for (const { name, role, written, around } of uses) {
      if (role === "column" || !wanted.has(nameKey(name))) continue;
      const place = written ?? around;
      if (isDefinition.has(`${place.uri}#${String(place.start)}`)) continue;
      add(place);
    }
  }
  return [...found.values()].sort((a, b) =>
    a.uri.localeCompare(b.uri) || a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character);
}

export function definitionPlaces(context: Context, names: readonly FeatureName[]): readonly TextPlace[] {
  return definitionsOf(context, names).map(({ place }) => place);
}

export function definitionsOf(context: Context, names: readonly FeatureName[]): readonly PlacedDefinition[] {
  const wanted = new Set(names.map(nameKey));
  return allDefinitions(context, ({ name }) => wanted.has(nameKey(name)));
}

/** What the repositories of the workspace define, with the text that it stands in. */
export function allDefinitions(
  context: Context, wanted: (definition: NamedDefinition) => boolean = () => true,
): readonly PlacedDefinition[] {
  const catalogue = context.project.catalogue();
  return (catalogue ? definitionsIn(catalogue) : []).flatMap((definition) => {
    const { name, site } = definition;
    const source = wanted(definition) ? definitionText(context, site) : undefined;
    return source ? [{ name, spelling: site.spelling, place: { uri: site.cell ?? site.uri, source, start: site.start, end: site.end } }] : [];
  });
}
