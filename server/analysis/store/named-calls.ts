/**
 * Functions that the user names as takers of references: in features.yaml, for the store that it describes, and in the settings, for any.
 *
 *     [[features.calls]]                           featurelib.load(names=["stats:rate"]) is one more form of the store's dialect,
 *     function = "featurelib.load"                 so that its references are checked, completed and renamed like those of its own calls
 *     argument = "names"
 *     role = "training"
 */
import type { StoreDialect } from "./dialect.ts";
import { dialectOf } from "./dialects.ts";
import type { Store } from "./model.ts";
import type { ReferenceForm } from "./reference-form.ts";

export interface NamedCall {
  /** A qualified name. */
  readonly function: string;
  readonly argument: string | undefined;
  /** Counted from 0, without `self`. */
  readonly position: number | undefined;
  readonly takes: "references" | "service";
  readonly role: "training" | "serving" | undefined;
  /** The kind of store that it talks to; `undefined` where there is only one kind. */
  readonly store: string | undefined;
}

export function formOfCall({ function: name, argument, position, takes, role }: Omit<NamedCall, "store">): ReferenceForm {
  const given = { names: argument === undefined ? [] : [argument], position: position ?? -1 };
  return {
    callable: name.slice(name.lastIndexOf(".") + 1),
    qualified: name,
    ...(role ? { role } : {}),
    shape: takes === "service" ? { kind: "service", argument: given } : { kind: "references", holds: "text-or-list", argument: given },
  };
}

export interface NamedCalls {
  /** The stores, spoken to by these calls as well. The same objects where nothing has changed. */
  add(stores: readonly Store[], calls: readonly NamedCall[]): readonly Store[];
}

export function createNamedCalls(): NamedCalls {
  let known = "";
  let dialects = new Map<StoreDialect, StoreDialect>();
  let added = new WeakMap<Store, Store>();
  return {
    add(stores, calls) {
      if (calls.length === 0) return stores;
      const kinds = new Set(stores.map(({ kind }) => kind).filter((kind) => kind !== "catalogue"));
      const key = JSON.stringify([calls, [...kinds]]);
      if (key !== known) {
        known = key;
        dialects = new Map();
        added = new WeakMap();
      }
      const dialectWith = (store: Store): StoreDialect | undefined => {
        const own = dialectOf(store);
        const mine = calls.filter(({ store: kind }) => (kind === undefined ? kinds.size === 1 : kind === store.kind));
        if (mine.length === 0 || store.kind === "catalogue") return undefined;
        let dialect = dialects.get(own);
        if (!dialect) dialects.set(own, (dialect = { ...own, forms: [...own.forms, ...mine.map(formOfCall)] }));
        return dialect;
      };
      return stores.map((store) => {
        const dialect = dialectWith(store);
        if (!dialect) return store;
        let result = added.get(store);
        if (!result) added.set(store, (result = { ...store, dialect }));
        return result;
      });
    },
  };
}
