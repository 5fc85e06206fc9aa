/**
 * What a reference means in some stores: the feature it names, or why it names none.
 *
 * Three-valued, like everything here: a reference is wrong only when every store that the code may be talking to is known
 * whole and none has it. An open view may have any feature; an older version of a view may have had others.
 */
import type { Field, Service, Store, View } from "./model.ts";
import { parseReference } from "./reference.ts";
import type { ParsedReference } from "./reference.ts";

export type Resolution =
  | { readonly kind: "feature"; readonly store: Store; readonly view: View; readonly field: Field }
  /** The view is known; whether it has the feature is not. */
  | { readonly kind: "view"; readonly store: Store; readonly view: View }
  /** The view is known whole and has no such feature. */
  | { readonly kind: "unknown-feature"; readonly store: Store; readonly view: View }
  | { readonly kind: "unknown-view" }
  /** No colon, or a side of it still empty. */
  | { readonly kind: "malformed" }
  /** Not in what could be read of the stores. */
  | { readonly kind: "undecided" };

/** Names of some stores, for many look-ups. */
export interface CatalogueIndex {
  readonly stores: readonly Store[];
  readonly complete: boolean;
  views(name: string): readonly { readonly store: Store; readonly view: View }[];
  services(name: string): readonly { readonly store: Store; readonly service: Service }[];
}

export function indexStores(stores: readonly Store[]): CatalogueIndex {
  return {
    stores,
    complete: stores.length > 0 && stores.every((store) => store.complete),
    views: (name) => stores.flatMap((store) => (namesOf(store).views.get(name) ?? []).map((view) => ({ store, view }))),
    services: (name) => stores.flatMap((store) => (namesOf(store).services.get(name) ?? []).map((service) => ({ store, service }))),
  };
}

interface StoreNames {
  readonly views: ReadonlyMap<string, readonly View[]>;
  readonly services: ReadonlyMap<string, readonly Service[]>;
}

/** A store never changes, and is asked at every keystroke. */
const names = new WeakMap<Store, StoreNames>();

function namesOf(store: Store): StoreNames {
  let known = names.get(store);
  if (!known) {
    known = { views: byName(store.views), services: byName(store.services) };
    names.set(store, known);
  }
  return known;
}

export function resolveReference(text: string, index: CatalogueIndex, parsed: ParsedReference = parseReference(text)): Resolution {
  const { view: wanted, feature, version } = parsed;
  if (!feature || feature.name === "" || wanted.name === "") return { kind: "malformed" };
  const candidates = index.views(wanted.name);
  let open: Resolution | undefined;
  for (const { store, view } of candidates) {
    const field = view.fields.find(({ name }) => name === feature.name);
    if (field) return { kind: "feature", store, view, field };
    if (view.open || version !== undefined) open ??= { kind: "view", store, view };
  }
  if (open) return open;
  const first = candidates[0];
  // Another store that could not be read whole may define a view of the same name with more in it; its own store may not.
  if (first) {
    const decided = index.stores.length === 1 || index.complete;
    return decided ? { kind: "unknown-feature", ...first } : { kind: "undecided" };
  }
  return index.complete ? { kind: "unknown-view" } : { kind: "undecided" };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const each of all) {
    const same = result.get(each.name);
    if (same) same.push(each);
    else result.set(each.name, [each]);
  }
  return result;
}
