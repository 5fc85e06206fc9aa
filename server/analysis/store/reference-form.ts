/**
 * Reference forms: which calls take the names of features, in which argument and in which shape. One table per store, as data.
 *
 *     store.get_online_features(features=["stats:rate"])                        references   a reference, or a list or dict of them
 *     FeatureSetFeatures(feature_set_name="stats", feature_names=["rate"])      fields       the view in one argument, its features in another
 *     fs.get_feature_group("stats").select(["rate"])                            fields       the view in the object on which the method is called
 *     Calculation(name="high", expr="stats.rate > 0.5")                         references   wherever they stand in an expression
 *     OfflineClientV2().get_feature_values(features=[FeatureSetFeatures(...)])  parts        objects made by other forms
 *     store.materialize(..., feature_views=["stats"])                           view         a view, or a list of them
 *     store.get_feature_service("model")                                        service      a service
 */

import type { Construction } from "../semantic/value.ts";

export interface ReferenceForm {
  /** Last name of the callable: of a function, a method or a class. */
  readonly callable: string;
  /** Class that has the method; absent for functions and classes. */
  readonly owner?: string;
  /** Its whole name, which alone decides: `shop.features.load`, of a library or of the workspace. */
  readonly qualified?: string;
  /** What its features are used for; absent where code only speaks of them. */
  readonly role?: "training" | "serving";
  readonly shape: ReferenceShape;
  /** The frame of the rows that features are wanted for, and the column that says the time of each, under its usual name. */
  readonly rows?: { readonly frame: ArgumentSpec; readonly time: ArgumentSpec; readonly usualTime: string };
  /** The flag that puts the view's name before the feature's in what is returned; absent where the dialect alone says how columns are named. */
  readonly fullNames?: ArgumentSpec;
  /** Columns that a requested on-demand view computes from are returned as well. */
  readonly returnsInputs?: boolean;
  /** What the call returns is handed to another form, which makes the retrieval. */
  readonly isPart?: boolean;
  /** An object of unknown type is taken for the owner when the argument names a view that is known. */
  readonly mayBeUnproved?: boolean;
  /** The name may well be one that is defined no more: it is linked and renamed, never called unknown. */
  readonly isLenient?: boolean;
}

export type ReferenceShape =
  | {
      readonly kind: "references";
      /** `receiver`: the object on which the method is called is a service. */
      readonly argument: ArgumentSpec | "receiver";
      /** One text; a list of texts; one or the other; a dict of such lists; an expression with references in it. */
      readonly holds: "text" | "list" | "text-or-list" | "lists" | "expression";
    }
  /** `entries`: a part may also be a dict, with the view and its fields under these keys. */
  | { readonly kind: "parts"; readonly argument: ArgumentSpec; readonly entries?: PartEntries }
  /** Without the argument for fields: all that the view has. */
  /** `element`: a field may also be a dict that has its name under this key, or an object that was made with it. */
  | { readonly kind: "fields"; readonly view: ArgumentSpec | "receiver"; readonly fields: ArgumentSpec; readonly element?: ArgumentSpec }
  | { readonly kind: "view"; readonly argument: ArgumentSpec }
  | { readonly kind: "service"; readonly argument: ArgumentSpec };

export interface PartEntries {
  readonly view: string;
  readonly fields: string;
}

/** A call whose result stands for a view (`fs.get_feature_group("stats", version=1)`), and the argument that says for which. */
export interface ViewObject {
  /** Last name of the function, method or class. */
  readonly callable: string;
  /** Takes the view's name, or another object that stands for it. */
  readonly name: ArgumentSpec;
  /** The view's name, where it is not given but follows from where the object is made. */
  readonly named?: (made: Construction) => string | undefined;
  /** Takes the version that is asked for, which need not be the one that is defined. */
  readonly version?: ArgumentSpec;
}

export interface ArgumentSpec {
  readonly names: readonly string[];
  /** Index among positional arguments; -1 for one that is given by name only. */
  readonly position: number;
}

export function argumentNamed(position: number, ...names: readonly string[]): ArgumentSpec {
  return { names, position };
}
