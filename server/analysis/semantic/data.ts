/**
 * What operations do to the content of data: columns, rows, what an estimator was fitted on (see Data in value.ts).
 *
 *     df = pd.read_csv("a.csv", usecols=["a", "b"])    effect: result has columns a, b
 *     df.drop(columns="a", inplace=True)               effect: result None; receiver has column b
 *     scaler.fit(df)                                   effect: result is the receiver; receiver is fitted on df's rows
 *
 * The transfer functions (frames/, learning/) are pure: they are told values whose data is current, and answer with an
 * effect. Which objects are meant, and who else holds them, is the business of objects.ts.
 */
import type { Data, Value } from "./value.ts";

/** Data apart from which objects it may be. */
export type Content = Omit<Data, "objects">;

export interface DataEffect {
  /** The call's result with its content (`objects` empty); absent: what knowledge and the other models say. */
  readonly result?: Value;
  /** Content of the receiver afterwards, when the call changes it in place. `undefined`: nothing is known of it any more. */
  readonly receiver?: { readonly content: Content | undefined };
  /** The result is the receiver itself, changed or not: `scaler.fit(X)`. */
  readonly returnsReceiver?: boolean;
  /** Objects that the result keeps and changes later, behind the back of their names: a pipeline fits the very steps that it was made of. */
  readonly handedOver?: readonly Value[];
}

export const noContent: Content = { columns: undefined, rows: undefined, fits: undefined };

export function contentOf(value: Value | undefined): Content {
  return value?.data ?? noContent;
}
