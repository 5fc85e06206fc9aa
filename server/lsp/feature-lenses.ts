/** Code lenses on definitions of features, views and services: how much each is used. Counted only for those that come into view. */
import type { CancellationToken, CodeLens, CodeLensParams } from "vscode-languageserver";
import type { FeatureName } from "../features/feature-name.ts";
import { usageOf, usageText } from "../features/feature-usage.ts";
import type { Context } from "./context.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { allDefinitions, placesOf } from "./feature-references.ts";
import { featureSettings } from "./feature-settings.ts";
import { toRange } from "./position.ts";

/** Our own client's, which opens the list of places. */
const showCommand = "seaworthy.showFeatureUses";

interface LensData {
  readonly name: FeatureName;
  readonly uri: string;
}

export async function featureLenses(context: Context, { textDocument: { uri } }: CodeLensParams): Promise<CodeLens[] | null> {
  const { documents, project, abilities } = context;
  const tracked = documents.ofText(uri);
  if (!tracked) return null;
  await Promise.all([tracked.ready, project.loadStores()]);
  if (!project.definesFeatures(uri) || !tracked.enabled || !(await featureSettings(context, uri)).codeLens) return null;
  return allDefinitions(context, ({ site }) => site.uri === uri && site.cell === undefined).flatMap(({ name, place }) => {
    // A definition that was edited meanwhile is asked for again.
    if (place.source.text.slice(place.start, place.end) !== name.name) return [];
    const data: LensData = { name, uri };
    return [{ range: toRange(place.source, place.start, place.end, abilities.columns), data }];
  });
}

export async function resolvedLens(context: Context, index: FeatureIndex, lens: CodeLens, token: CancellationToken): Promise<CodeLens> {
  const { name, uri } = lens.data as LensData;
  const catalogue = context.project.catalogue();
  if (!catalogue) return lens;
  const title = usageText(usageOf(name, catalogue, await index.uses(token)));
  const places = await placesOf(context, index, [name], false, token);
  const isClickable = places.length > 0 && context.abilities.options.commands?.includes(showCommand) === true;
  return { ...lens, command: isClickable ? { title, command: showCommand, arguments: [uri, lens.range.start, places] } : { title, command: "" } };
}
