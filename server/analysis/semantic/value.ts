/**
 * Values: what the interpreter knows about the result of an expression.
 *
 * A value is small, immutable and interned: two values with the same content are the same object, so equality is
 * identity and an analysis can stop as soon as nothing changed. Every part may be unknown, and unknown is always sound.
 *
 *     DATA = "/mnt/" + name      text   pieces ["/mnt/" @ its place, hole]
 *     df = pd.read_csv(DATA)     type   instance of pandas.DataFrame; origins [the call]
 *     pd                         type   module pandas
 *     pd.read_csv                type   symbol pandas.read_csv
 *     None if x else df          type   union of None and instance pandas.DataFrame
 *     df[["a", "b"]]             type   instance pandas.DataFrame; data columns a, b
 */
import type { AsyncFunctionDef, ClassDef, FunctionDef, Lambda } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";

export interface Value {
  /** Interning number; values are compared by identity. */
  readonly id: number;
  /** `undefined`: unknown. */
  readonly type: Type | undefined;
  /** What is known of a number, string, bool or None. */
  readonly constant: ConstantValue | undefined;
  /** Where the value comes from; empty when nothing is known of it. Bounded; sorted by first event. */
  readonly origins: readonly Origin[];
  /** Of a frame, a column, an array or an estimator: what is known of its content. */
  readonly data: Data | undefined;
}

export type Type = Numbered & (
  /** An object of a class, by the class's qualified name: `pandas.DataFrame`, `builtins.str`. */
  | { readonly kind: "instance"; readonly name: string; readonly made?: Construction }
  | { readonly kind: "module"; readonly name: string }
  /** A function, class or constant of a library by its qualified name: `pandas.read_csv`. */
  | { readonly kind: "symbol"; readonly name: string }
  /**
   * A method looked up on a value: `cursor.execute` before it is called. `name` is qualified: `sqlite3.Cursor.execute`.
   * `implementation` is the function value when the method is defined in this workspace.
   */
  | { readonly kind: "method"; readonly name: string; readonly receiver: Value; readonly implementation: Value | undefined }
  /** `defaults` and `captured` are what Python keeps with a function: values of defaults and of enclosing functions' names. */
  | {
      readonly kind: "function";
      readonly definition: Definition<FunctionDef | AsyncFunctionDef | Lambda>;
      readonly defaults: readonly Named[];
      readonly captured: readonly Named[];
      readonly binding: "plain" | "static" | "class" | "property";
    }
  /** `functools.partial(f, 1, sep=";")`. */
  | { readonly kind: "partial"; readonly callable: Value; readonly args: readonly Value[]; readonly keywords: readonly Named[] }
  | {
      readonly kind: "class";
      readonly definition: Definition<ClassDef>;
      readonly bases: readonly Value[];
      readonly members: readonly Named[];
      /** Made by `@dataclass`: calling it fills the annotated members in order. */
      readonly isDataclass: boolean;
    }
  /** An object of a class defined in this workspace, with the attributes that only its `__init__` assigns. */
  | { readonly kind: "object"; readonly definition: Definition<ClassDef>; readonly class: Value; readonly attributes: readonly Named[] }
  /** A sequence whose elements are known one by one. */
  | { readonly kind: "tuple" | "list" | "set"; readonly elements: readonly Value[] }
  /** A list, set or tuple of unknown length whose elements all satisfy `element`. */
  | { readonly kind: "sequence"; readonly name: "builtins.list" | "builtins.tuple" | "builtins.set" | "iterator"; readonly element: Value }
  | { readonly kind: "dict"; readonly entries: readonly { readonly key: Value; readonly value: Value }[]; readonly open: boolean }
  /** One of several: two to four values, none of them unknown or a union, in an order that does not depend on how they met. */
  | { readonly kind: "union"; readonly members: readonly Value[] }
);

/** What the interner keeps has a number; a copy that was changed since still bears that of the original. */
interface Numbered {
  readonly id?: number;
}

/**
 * What is known of the content of a frame, column, array or estimator.
 *
 *     df = pd.read_csv("sales.csv", usecols=["a", "b"])     columns a, b and no others; rows whole
 *     train, test = train_test_split(df)                    rows train (test) of this split
 *     train["c"] = 1                                        columns a, b, c
 *     scaler.fit(train)                                     scaler: fitted on rows train, columns a, b, c
 *
 * Frames and estimators are changed in place through any of their names: such a value names the objects that it may be (see
 * objects.ts), and what is known of them lives with the object.
 */
export interface Data extends Numbered {
  /** Numbers of the objects that this may be, for what can be changed in place. Empty for what nobody changes. */
  readonly objects: readonly number[];
  readonly columns: Columns | undefined;
  readonly rows: Rows | undefined;
  /** Of an estimator: what it was fitted on, in order; empty: not fitted as far as it is known to be made here. `undefined`: unknown. */
  readonly fits: readonly Fit[] | undefined;
}

/** A label of a column; numbers are integer labels. */
export type Label = string | number;

/** Column labels of a frame; of a column (a Series), the one that it is: `[]`, whole, when it has no name. */
export interface Columns {
  /** Labels that are there. When `isWhole`: all of them, in order and as often as they are there, but for what `doubt` says. */
  readonly present: readonly Label[];
  /** Labels that are known not to be there; empty when `isWhole`. */
  readonly absent: readonly Label[];
  /** There are no others than those present. */
  readonly isWhole: boolean;
  /**
   * What is left open of how labels are listed. Which labels are there and which are not stays as said.
   * - `order`: each is there once, in an order that is not known (`read_csv(p, usecols=["b", "a"])`). Only with `isWhole`.
   * - `loose`: perhaps more often than once, perhaps in another order, perhaps as the first of several levels.
   * - `levels`: most likely the first of several levels: `df["a"]` may be a frame.
   */
  readonly doubt?: "order" | "loose" | "levels";
  /** Names of the levels of the index, `null` for one without a name. Absent: unknown. */
  readonly index?: readonly (Label | null)[];
  /** Of a column that has a cell for each column of a frame (`df.mean()`, `df.iloc[0]`): the labels of those. Absent: any, or unknown. */
  readonly along?: Columns;
}

/** Which rows of which data these are. */
export type Rows =
  /** All rows that a read or a literal gave, perhaps filtered; no split went before as far as is proved. */
  | { readonly kind: "whole"; readonly source: Place }
  /**
   * Some of the rows of `of`, as told apart at `split`: a side of a split (`fold`: one of several, not told apart), or what an
   * expression selects (`some`: `df[df.x > 0]`) and what it leaves over (`rest`). Where `split` runs again, it may select others.
   */
  | { readonly kind: "part"; readonly part: "train" | "test" | "fold" | "some" | "rest"; readonly split: Place; readonly of: Rows | undefined };

/** One call of an estimator's `fit` or the like. */
export interface Fit {
  readonly place: Place;
  readonly rows: Rows | undefined;
  readonly columns: Columns | undefined;
}

/**
 * How an object was made, kept only where the object is a definition that is read from its arguments: everything of
 * the libraries in knowledge/definitions.ts (a feature view with its schema, a duration). It travels with the value through
 * names, lists, comprehensions, helper functions and modules; where two paths differ, the join drops it.
 *
 *     fv = FeatureView(name="a", schema=[...])    callable feast.FeatureView, arguments [name, schema]
 *     fv[["x"]]                                   callable feast.FeatureView.__getitem__, receiver fv, arguments [["x"]]
 *     fv.with_name("b")                           callable feast.FeatureView.with_name, receiver fv, arguments ["b"]
 *     @on_demand_feature_view(schema=[...])       callable feast.on_demand_feature_view.__call__, receiver the decorator's
 *     def f(inputs): ...                          value, arguments [function f]
 */
export interface Construction {
  /** Qualified name of what was called. */
  readonly callable: string;
  /** The object whose method was called, or that was called or subscripted. */
  readonly receiver: Value | undefined;
  readonly arguments: readonly {
    readonly keyword: string | undefined;
    /** `*x` or `**x`. */
    readonly unpacked: boolean;
    readonly value: Value;
    readonly place: Place;
  }[];
  /** The call or subscript; the `def` for a decorated function. */
  readonly place: Place;
}

export interface Named {
  readonly name: string;
  readonly value: Value;
}

/** A function or class of the workspace, with the name users know it by. */
export interface Definition<N> {
  readonly name: string;
  readonly node: N;
  readonly place: Place;
}

export type ConstantValue =
  | { readonly kind: "text"; readonly pieces: readonly Piece[] }
  | { readonly kind: "bytes"; readonly value: string }
  | { readonly kind: "number"; readonly value: number; readonly isInteger: boolean }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "none" };

/** Part of a text: written in the source, or a hole filled at run time. Neighbouring literals stay apart when their places differ. */
export type Piece =
  | {
      readonly kind: "literal";
      readonly text: string;
      /** The string constant that was written (quotes and all), or a literal part of an f-string. */
      readonly place: Place | undefined;
    }
  | {
      readonly kind: "hole";
      readonly value: Value;
      /** The expression that fills it, where it stands in a text. */
      readonly place: Place | undefined;
    };

/** Where a value was made. */
export type Origin =
  /** The result of a call of a library function: `target` is its qualified name. */
  | { readonly kind: "call"; readonly target: string; readonly place: Place }
  | { readonly kind: "literal"; readonly place: Place }
  /** A parameter of a function of this workspace, as its callers in the open world fill it. */
  | { readonly kind: "parameter"; readonly name: string; readonly place: Place }
  /** An environment variable, command-line argument, input(), widget: from outside the program. */
  | { readonly kind: "external"; readonly source: "environment" | "argument" | "input" | "network"; readonly name: string | undefined; readonly place: Place };
