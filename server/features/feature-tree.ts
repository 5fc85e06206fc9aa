/**
 * The feature stores of a workspace as a tree: project, then views with their features, then services. A query leaves what speaks of all
 * its words, by name, description, owner or tag, with what stands above and below it.
 */
import type { Catalogue, Defined, DefinitionSite, Field, Store, View } from "../analysis/store/model.ts";
import { nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
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
}

export function featureTree({ stores }: Catalogue, query = ""): readonly FeatureTreeNode[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return stores.flatMap((store): readonly FeatureTreeNode[] => {
    const children = [...store.views.flatMap((view) => viewNode(view, store, words)), ...serviceNodes(store, words)];
    if (children.length === 0 && words.length > 0) return [];
    const label = store.project ?? folderName(store.root);
    return [{ id: JSON.stringify(["project", store.root]), kind: "project", label, detail: "", reference: undefined, site: undefined, children }];
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
    const service = store.services.find(({ name }) => nameKey({ kind: "service", store: store.root, name }) === id);
    if (service) return describeService(service, store);
  }
  return undefined;
}

function viewNode(view: View, store: Store, words: readonly string[]): readonly FeatureTreeNode[] {
  const own = textOf(view);
  const isFound = speaksOf(own, words);
  const children = view.fields.flatMap((field): readonly FeatureTreeNode[] => {
    if (!isFound && !speaksOf(`${own} ${textOf(field)}`, words)) return [];
    const reference = `${view.name}:${field.name}`;
    return [{ id: fieldKey(field, view, store), kind: "feature", label: field.name, detail: field.dtype ?? "", reference, site: field.definition, children: [] }];
  });
  if (!isFound && children.length === 0) return [];
  return [{ id: viewKey(view, store), kind: "view", label: view.name, detail: view.entities.join(", "), reference: view.name, site: view.definition, children }];
}

function serviceNodes({ root, services }: Store, words: readonly string[]): readonly FeatureTreeNode[] {
  return services.filter((service) => speaksOf(textOf(service), words)).map((service) => ({
    id: nameKey({ kind: "service", store: root, name: service.name }), kind: "service", label: service.name, detail: "service",
    reference: service.name, site: service.definition, children: [],
  }));
}

function textOf(object: Pick<Defined, "name" | "description" | "tags"> & { readonly owner?: string | undefined }): string {
  const { name, description, owner, tags } = object;
  return [name, description, owner, ...[...tags].flat()].filter((each) => each !== undefined).join(" ").toLowerCase();
}

function speaksOf(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function viewKey({ name }: View, { root }: Store): string {
  return nameKey({ kind: "view", store: root, name });
}

function fieldKey({ name }: Field, view: View, { root }: Store): string {
  const feature: FeatureName = { kind: "feature", store: root, view: view.name, name };
  return nameKey(feature);
}

function folderName(root: string): string {
  return root.slice(root.lastIndexOf("/") + 1);
}
