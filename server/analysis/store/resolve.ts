/**
 * What a reference means in some stores: the feature it names, or why it names none.
 *
 * Three-valued, like everything here: a reference is wrong only when every store that the code may be talking to is known
 * whole and none has it. An open view may have any feature; an older version of a view may have had others.
 */
import { chooseStores } from "./choose-store.ts";
import type { StoreHint } from "./choose-store.ts";
import type { StoreDialect } from "./dialect.ts";
import { dialectOf } from "./dialects.ts";
import { feastDialect } from "./feast-dialect.ts";
import type { Field, Service, Store, View } from "./model.ts";
import type { ParsedReference } from "./reference.ts";

export type Resolution =
  | { readonly kind: "feature"; readonly store: Store; readonly view: View; readonly field: Field }
  /** The view is known; whether it has the feature is not. */
  | { readonly kind: "view"; readonly store: Store; readonly view: View }
  /** The view is known whole and has no such feature. */
  | { readonly kind: "unknown-feature"; readonly store: Store; readonly view: View }
  | { readonly kind: "unknown-view" }
  /** No separator, or a side of it still empty. */
  | { readonly kind: "malformed" }
  /** Not in what could be read of the stores. */
  | { readonly kind: "undecided" };

/** Names of some stores of one dialect, for many look-ups. */
export interface CatalogueIndex {
  readonly dialect: StoreDialect;
  readonly stores: readonly Store[];
  readonly complete: boolean;
  views(name: string): readonly { readonly store: Store; readonly view: View }[];
  services(name: string): readonly { readonly store: Store; readonly service: Service }[];
}

/** @param dialect of all the stores */
export function indexStores(stores: readonly Store[], dialect: StoreDialect = stores[0] ? dialectOf(stores[0]) : feastDialect): CatalogueIndex {
  const fold = foldOf(dialect);
  return {
    dialect,
    stores,
    complete: stores.length > 0 && stores.every((store) => store.complete),
    views: (name) => stores.flatMap((store) => (namesOf(store).views.get(fold(name)) ?? []).map((view) => ({ store, view }))),
    services: (name) => stores.flatMap((store) => (namesOf(store).services.get(fold(name)) ?? []).map((service) => ({ store, service }))),
  };
}

export interface StoresInReach {
  readonly index: CatalogueIndex;
  /** False when the code may be talking to any one of several stores. */
  readonly certain: boolean;
}

/** For each dialect that is spoken in a workspace, the stores that a document most likely talks to. */
export function storesInReach(stores: readonly Store[], documentUri: string, hint?: StoreHint): readonly StoresInReach[] {
  return dialectsIn(stores).map((dialect) => {
    const chosen = chooseStores(stores.filter((store) => dialectOf(store) === dialect), documentUri, hint);
    return { index: indexStores(chosen.stores, dialect), certain: chosen.certain };
  });
}

export function dialectsIn(stores: readonly Store[]): readonly StoreDialect[] {
  return [...new Set(stores.map(dialectOf))];
}

/** The field of that name, as the store compares names. */
export function fieldNamed({ fields }: View, name: string, dialect: StoreDialect): Field | undefined {
  const exact = fields.find((field) => field.name === name);
  if (exact || !dialect.foldsCase) return exact;
  const fold = foldOf(dialect);
  const folded = fold(name);
  return fields.find((field) => fold(field.name) === folded);
}

function isKey({ keyFields }: View, name: string, dialect: StoreDialect): boolean {
  const fold = foldOf({ ...dialect, foldsCase: true });
  return keyFields.some((field) => fold(field.name) === fold(name));
}

function foldOf({ foldsCase, quote }: StoreDialect): (name: string) => string {
  if (!foldsCase) return (name) => name;
  return quote === undefined ? (name) => name.toLowerCase() : (name) => name.replaceAll(quote, "").toLowerCase();
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
    const fold = foldOf(dialectOf(store));
    known = { views: byName(store.views, fold), services: byName(store.services, fold) };
    names.set(store, known);
  }
  return known;
}

export function resolveReference(text: string, index: CatalogueIndex, parsed: ParsedReference = index.dialect.grammar.parse(text)): Resolution {
  const { view: wanted, feature, version, revision } = parsed;
  if (!feature || feature.name === "" || wanted.name === "") return { kind: "malformed" };
  const candidates = index.views(wanted.name);
  let open: Resolution | undefined;
  for (const { store, view } of candidates) {
    const field = fieldNamed(view, feature.name, index.dialect);
    if (field) return { kind: "feature", store, view, field };
    if (feature.name === index.dialect.grammar.wildcard || (!index.dialect.refusesKeys && isKey(view, feature.name, index.dialect))) return { kind: "view", store, view };
    const isOfOtherVersion = version !== undefined || (revision !== undefined && revision !== view.version);
    if (view.open || isOfOtherVersion) open ??= { kind: "view", store, view };
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

function byName<T extends { readonly name: string }>(all: readonly T[], fold: (name: string) => string): ReadonlyMap<string, readonly T[]> {
  const result = new Map<string, T[]>();
  for (const each of all) {
    const key = fold(each.name);
    const same = result.get(key);
    if (same) same.push(each);
    else result.set(key, [each]);
  }
  return result;
}
