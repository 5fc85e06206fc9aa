/**
 * How much a feature, view or service is used in the workspace, in three states:
 *
 *     3 training, 1 serving     scripts and notebooks that retrieve it, also through a service
 *     possibly used             names known only at run time may mean it, or it is named where nobody is seen to retrieve it
 *     no use found              neither
 */
import type { Catalogue, Store } from "../analysis/store/model.ts";
import { nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { mayMean } from "./feature-uses.ts";
import type { WorkspaceUses } from "./found-uses.ts";

export interface Usage {
  /** Numbers of scripts and notebooks. */
  readonly training: number;
  readonly serving: number;
  /** Numbers of services, and of on-demand views, that are made of it. */
  readonly services: number;
  readonly onDemand: number;
  readonly state: "used" | "possibly" | "none";
}

export function usageOf(name: FeatureName, catalogue: Catalogue, { files, whole }: WorkspaceUses): Usage {
  const store = catalogue.stores.find(({ id }) => id === name.store);
  const { services, onDemand } = store ? holders(store, name) : { services: [], onDemand: 0 };
  const wanted = keysRetrieving(name, services);
  const training = new Set<string>();
  const serving = new Set<string>();
  let isNamed = false;
  let isOpen = !whole;
  for (const { uri, uses, open } of files) {
    for (const use of uses) {
      if (!wanted.has(nameKey(use.name))) continue;
      if (use.role === "training") training.add(uri);
      else if (use.role === "serving") serving.add(uri);
      else isNamed = true;
    }
    isOpen ||= open.some(({ use }) => mayMean(use, name, catalogue) || (use.takes === "service" && services.some((service) => mayMean(use, { kind: "service", store: name.store, name: service }, catalogue))));
  }
  const isUsed = training.size + serving.size + services.length + onDemand > 0;
  const state = isUsed ? "used" : isNamed || isOpen ? "possibly" : "none";
  return { training: training.size, serving: serving.size, services: services.length, onDemand, state };
}

export function usageText({ training, serving, services, onDemand, state }: Usage): string {
  if (state !== "used") return state === "none" ? "no use found" : "possibly used";
  const parts: string[] = [];
  if (training > 0) parts.push(`${String(training)} training`);
  if (serving > 0) parts.push(`${String(serving)} serving`);
  if (services > 0) parts.push(`${String(services)} service${services === 1 ? "" : "s"}`);
  if (onDemand > 0) parts.push(`${String(onDemand)} on-demand view${onDemand === 1 ? "" : "s"}`);
  return parts.join(", ");
}

/** Keys of the names that retrieve it: its own, and those of services that it is in. */
export function retrievedBy(name: FeatureName, { stores }: Catalogue): ReadonlySet<string> {
  const store = stores.find(({ id }) => id === name.store);
  return keysRetrieving(name, store ? holders(store, name).services : []);
}

function keysRetrieving(name: FeatureName, services: readonly string[]): ReadonlySet<string> {
  return new Set([name, ...services.map((service): FeatureName => ({ kind: "service", store: name.store, name: service }))].map(nameKey));
}

/** What of the store selects it. */
function holders({ services, views }: Store, name: FeatureName): { readonly services: readonly string[]; readonly onDemand: number } {
  if (name.kind === "service") return { services: [], onDemand: 0 };
  const selects = (view: string, field: string | undefined): boolean =>
    name.kind === "view" ? view === name.name : view === name.view && field === name.name;
  return {
    services: services.filter(({ features, selections }) =>
      features.some(({ view, field }) => selects(view, field)) || (name.kind === "view" && selections.some(({ view }) => view === name.name))).map((service) => service.name),
    onDemand: views.filter(({ inputs }) => inputs.some((input) => input.kind === "view" &&
      (name.kind === "view" ? input.selection.view === name.name : input.selection.fields.some((field) => selects(input.selection.view, field))))).length,
  };
}
