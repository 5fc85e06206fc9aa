/**
 * Results of calls with what is known of their content put on top of what knowledge says of their type.
 *
 *     scaler.transform(X)      type as the stubs say, rows of X
 */
import { callableOf, isClassName } from "../../knowledge/callables.ts";
import type { Content } from "../data.ts";
import { contentOf } from "../data.ts";
import type { Interner } from "../interner.ts";
import { originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { returnedValue } from "../library-types.ts";
import type { Rows, Value } from "../value.ts";

/** What the call gives as far as types go, with no content; `described`: whose result knowledge tells, where it is not what users call. */
export function typedResult(call: LibraryCall, described = call.target): Value {
  const { interner } = call.machine;
  const origins = originsOfResult(call);
  const callable = callableOf(described);
  const known = callable && returnedValue(interner, callable, call.receiver, call, origins);
  if (known) return known;
  return !call.receiver && isClassName(call.target) ? interner.instance(call.target, origins) : interner.value({ origins });
}

/** The value as a new thing with this content; what the content leaves out stays as it is known. */
export function withContent(interner: Interner, value: Value, content: Partial<Content>): Value {
  const { columns, rows, fits } = { ...contentOf(value), ...content };
  return interner.value({ type: value.type, constant: undefined, origins: value.origins, data: { objects: [], columns, rows, fits } });
}

/** The value with rows, where there are any to tell of. Texts, numbers and None hold no rows. */
export function withRows(interner: Interner, value: Value, rows: Rows | undefined): Value {
  // A view of an object (`df.loc`, a grouping) has the rows of that object.
  const isView = value.data !== undefined && value.data.objects.length > 0;
  return rows && !value.constant && !isView ? withContent(interner, value, { rows }) : value;
}

export function rowsOf(value: Value | undefined): Rows | undefined {
  return value?.data?.rows;
}

/** Last part of a qualified name: `fit_transform`. */
export function lastName(target: string): string {
  return target.slice(target.lastIndexOf(".") + 1);
}

export function instanceName(value: Value | undefined): string | undefined {
  return value?.type?.kind === "instance" ? value.type.name : undefined;
}

/** What was passed under any of these names, or by this position: for callables that the stubs describe partly. */
export function passed(call: LibraryCall, position: number, ...names: readonly string[]): Value | undefined {
  for (const name of names) {
    const value = call.keywords.get(name);
    if (value) return value;
  }
  return call.positional[position];
}

export function numberOf(value: Value | undefined): number | undefined {
  return value?.constant?.kind === "number" ? value.constant.value : undefined;
}

export function isTrue(value: Value | undefined): boolean {
  return value?.constant?.kind === "bool" && value.constant.value;
}
