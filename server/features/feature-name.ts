/**
 * What identifies a feature, view or service in a workspace: the repository that defines it, and its name there.
 *
 * A name may mean several, where code may be talking to any one of several stores.
 */
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import { fieldNamed } from "../analysis/store/resolve.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";

export type FeatureName =
  | { readonly kind: "view"; readonly store: string; readonly name: string }
  | { readonly kind: "feature"; readonly store: string; readonly view: string; readonly name: string }
  | { readonly kind: "service"; readonly store: string; readonly name: string };

/** The same text for the same name. */
export function nameKey(name: FeatureName): string {
  return JSON.stringify([name.kind, name.store, name.kind === "feature" ? name.view : "", name.name]);
}

/** As code writes it; for Feast `driver_stats:conv_rate`. */
export function nameText(name: FeatureName, catalogue: Catalogue | undefined): string {
  if (name.kind !== "feature") return name.name;
  const store = catalogue?.stores.find(({ id }) => id === name.store);
  return store ? dialectOf(store).grammar.write(name.view, name.name) : `${name.view}:${name.name}`;
}

/** All that a name may mean in some stores, under the names that they give. */
export const namesOf = {
  view: (index: CatalogueIndex, name: string): readonly FeatureName[] =>
    distinct(index.views(name).map(({ store, view }) => ({ kind: "view", store: store.id, name: view.name }))),
  feature: (index: CatalogueIndex, view: string, name: string): readonly FeatureName[] =>
    distinct(index.views(view).flatMap(({ store, view: found }) => {
      const field = fieldNamed(found, name, index.dialect);
      return field ? [{ kind: "feature", store: store.id, view: found.name, name: field.name } as const] : [];
    })),
  service: (index: CatalogueIndex, name: string): readonly FeatureName[] =>
    distinct(index.services(name).map(({ store, service }) => ({ kind: "service", store: store.id, name: service.name }))),
};

export interface NamedDefinition {
  readonly name: FeatureName;
  readonly site: DefinitionSite;
}

/** Every name that is written in code, with its place. */
export function definitionsIn({ stores }: Catalogue): readonly NamedDefinition[] {
  let known = definitions.get(stores);
  if (known) return known;
  const found: NamedDefinition[] = [];
  const add = (name: FeatureName, site: DefinitionSite | undefined): void => { if (site) found.push({ name, site }); };
  for (const { id: store, views, services } of stores) {
    for (const view of views) {
      add({ kind: "view", store, name: view.name }, view.definition);
      for (const field of view.fields) add({ kind: "feature", store, view: view.name, name: field.name }, field.definition);
    }
    for (const service of services) add({ kind: "service", store, name: service.name }, service.definition);
  }
  known = found;
  definitions.set(stores, known);
  return known;
}

/** A catalogue never changes. */
const definitions = new WeakMap<Catalogue["stores"], readonly NamedDefinition[]>();

/** Each once. */
export function distinct(names: readonly FeatureName[]): readonly FeatureName[] {
  return [...new Map(names.map((name) => [nameKey(name), name])).values()];
}
