/**
 * The feature stores of a workspace as a tree: project, then views with their features, then services. A query leaves what speaks of all
 * its words, by name, description, owner or tag, with what stands above and below it.
 */
import type { Catalogue, Defined, DefinitionSite, Field, Store, View } from "../analysis/store/model.ts";
import { dialectOf } from "../analysis/store/dialects.ts";
import { isDeprecated } from "../analysis/facts/deprecation.ts";
import { nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { differencesOf, registryText } from "./feature-standing.ts";
import { describeField, describeService, describeView } from "./feature-text.ts";

export interface FeatureTreeNode {
  /** Same as long as the thing has the same name. */
  readonly id: string;
  readonly kind: "project" | "view" | "feature" | "service";
  readonly label: string;
  readonly detail: string;
  /** As code writes it; `undefined` for a project. */
  readonly reference: string | undefined;
  readonly site: DefinitionSite | undefined;
  readonly children: readonly FeatureTreeNode[];
  /** What code and registry tell otherwise; `undefined` where they agree, or no registry was read. */
  readonly standing: "not-applied" | "differs" | "registry-only" | undefined;
  readonly isDeprecated: boolean;
}

/** @param now milliseconds since 1970 */
export function featureTree({ stores }: Catalogue, query: string, now: number): readonly FeatureTreeNode[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return stores.flatMap((store): readonly FeatureTreeNode[] => {
    const children = [...store.views.flatMap((view) => viewNode(view, store, words)), ...serviceNodes(store, words)];
    if (children.length === 0 && words.length > 0) return [];
    const label = store.project ?? folderName(store.root);
    return [{ id: JSON.stringify(["project", store.id]), kind: "project", label, detail: registryText(store.registry, now) ?? "", reference: undefined, site: undefined, children, ...unremarkable }];
  });
}

/** Markdown about what a node stands for; `undefined` when it is gone. */
export function describeNode({ stores }: Catalogue, id: string): string | undefined {
  for (const store of stores) {
    for (const view of store.views) {
      if (viewKey(view, store) === id) return describeView(view, store);
      const field = view.fields.find((each) => fieldKey(each, view, store) === id);
      if (field) return describeField(field, view, store);
    }
    const service = store.services.find(({ name }) => nameKey({ kind: "service", store: store.id, name }) === id);
    if (service) return describeService(service, store);
  }
  return undefined;
}

function viewNode(view: View, store: Store, words: readonly string[]): readonly FeatureTreeNode[] {
  const own = textOf(view);
  const isFound = speaksOf(own, words);
  const children = view.fields.flatMap((field): readonly FeatureTreeNode[] => {
    if (!isFound && !speaksOf(`${own} ${textOf(field)}`, words)) return [];
    const reference = dialectOf(store).grammar.write(view.name, field.name);
    return [{ id: fieldKey(field, view, store), kind: "feature", label: field.name, detail: field.dtype ?? "", reference, site: field.definition, children: [], standing: fieldStanding(view, field), isDeprecated: isDeprecated(field.tags) }];
  });
  if (!isFound && children.length === 0) return [];
  return [{ id: viewKey(view, store), kind: "view", label: view.name, detail: view.kind === "OnDemandFeatureView" ? "on demand" : view.entities.join(", "), reference: view.name, site: view.definition, children, ...remarks(view) }];
}

function serviceNodes({ id, services }: Store, words: readonly string[]): readonly FeatureTreeNode[] {
  return services.filter((service) => speaksOf(textOf(service), words)).map((service) => ({
    id: nameKey({ kind: "service", store: id, name: service.name }), kind: "service", label: service.name, detail: "service",
    reference: service.name, site: service.definition, children: [], ...remarks(service),
  }));
}

const unremarkable = { standing: undefined, isDeprecated: false } as const;

function remarks({ standing: { kind }, tags }: Defined): Pick<FeatureTreeNode, "standing" | "isDeprecated"> {
  return { standing: kind === "code" || kind === "applied" ? undefined : kind, isDeprecated: isDeprecated(tags) };
}

/** Where it is its view's, the view says so. */
function fieldStanding({ standing }: View, { name }: Field): FeatureTreeNode["standing"] {
  const own = differencesOf(standing, name);
  const isNew = own.some(({ part, registry }) => part === `fields.${name}` && registry === undefined);
  return isNew ? "not-applied" : own.length > 0 ? "differs" : undefined;
}

function textOf(object: Pick<Defined, "name" | "description" | "tags"> & { readonly owner?: string | undefined }): string {
  const { name, description, owner, tags } = object;
  return [name, description, owner, ...[...tags].flat()].filter((each) => each !== undefined).join(" ").toLowerCase();
}

function speaksOf(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function viewKey({ name }: View, { id }: Store): string {
  return nameKey({ kind: "view", store: id, name });
}

function fieldKey({ name }: Field, view: View, { id }: Store): string {
  const feature: FeatureName = { kind: "feature", store: id, view: view.name, name };
  return nameKey(feature);
}

function folderName(root: string): string {
  return root.slice(root.lastIndexOf("/") + 1);
}
