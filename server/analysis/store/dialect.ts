/**
 * A dialect: how code speaks of a store. What one must know to read, complete, check and rename references, and nothing about how a
 * store is defined.
 *
 * Features and rules never ask which store it is: they ask for the grammar, the words, the forms. A rule that states facts of one
 * product says so by what it needs (facts/features.ts).
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { StoreHint } from "./choose-store.ts";
import type { StoreKind } from "./model.ts";
import type { ReferenceGrammar } from "./reference.ts";
import type { ReferenceForm, ViewObject } from "./reference-form.ts";

export interface StoreDialect {
  readonly kind: StoreKind;
  /** What people call it: `Feast`. */
  readonly title: string;
  /** What it calls its views and services. */
  readonly words: { readonly view: string; readonly service: string };
  readonly grammar: ReferenceGrammar;
  /** Names that the feature's column may have in what is retrieved. */
  readonly columns: (view: string, feature: string) => readonly string[];
  /** Names that differ only in case are the same. */
  readonly foldsCase: boolean;
  /** What a name may stand in, in queries or anywhere, when it is more than letters and digits. A name in quotes is taken for the same one. */
  readonly quote?: string;
  /** One store for many projects: a view that no file of the workspace defines may exist. */
  readonly isShared?: boolean;
  /** Columns that hold a key cannot be asked for; absent where that is not known, and nobody is told so. */
  readonly refusesKeys?: boolean;
  /** Top-level modules of its library. Without any, calls are known by their name alone. */
  readonly packages: readonly string[];
  readonly forms: readonly ReferenceForm[];
  /** Objects that are handed over, or called, in place of a view's name. */
  readonly viewObjects?: readonly ViewObject[];
  /** Features are attributes and items of the objects that stand for views; without what these have themselves. */
  readonly membersBut?: ReadonlySet<string>;
  /** What an object on which a method is called says about its store; absent where it never says anything. */
  readonly hintOf?: (receiver: Construction) => StoreHint;
  /** Qualified names of calls that define something at run time: in a document with one, a name that was not read may exist. */
  readonly definesAtRunTime?: RegExp;
  /** The service that a value stands for, where it is handed over in place of references. */
  readonly serviceOf?: (value: Value) => ServiceGiven | undefined;
}

/** `undefined` for a name that is known only at run time. */
export interface ServiceGiven {
  readonly name: string | undefined;
}
