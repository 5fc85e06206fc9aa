/**
 * What transfer functions of frames are given and how their answers become effects.
 *
 * Most methods take a frame and give a frame, either as a result or in place. For them a transfer only says what becomes of the columns;
 * `frameEffect` does the rest:
 *
 *     df.drop(columns="a")                  result: a frame with the receiver's rows
 *     df.drop(columns="a", inplace=True)    result: None; the receiver has the columns
 *     df.drop(columns="a", inplace=quick)   either: the receiver's columns are unknown
 */
import { callableOf } from "../../knowledge/callables.ts";
import type { Content, DataEffect } from "../data.ts";
import { contentOf } from "../data.ts";
import type { LibraryCall } from "../library-calls.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import { typedResult } from "../learning/call-result.ts";
import type { Columns, Rows, Value } from "../value.ts";
import { flag } from "./labels.ts";

/** What an operation makes of a frame's columns. `undefined`: nothing is known of them. */
export type ColumnTransfer = (call: LibraryCall, columns: Columns | undefined) => Columns | undefined;

/** What a call does; `undefined` when it is as good as not described. */
export type CallTransfer = (call: LibraryCall) => DataEffect | undefined;

export const dataFrame = "pandas.DataFrame";
export const series = "pandas.Series";

export function columnsOfValue(value: Value | undefined): Columns | undefined {
  return value?.data?.columns;
}

export function instanceOf(value: Value | undefined): string | undefined {
  return value?.type?.kind === "instance" ? value.type.name : undefined;
}

/** A new object of this class with this content. */
export function newInstance(call: LibraryCall, name: string, columns: Columns | undefined, rows: Rows | undefined): Value {
  const data = { objects: [], columns, rows, fits: undefined };
  return call.machine.interner.value({ type: { kind: "instance", name }, origins: originsOfResult(call), data });
}

/** The call's result as knowledge types it, with content; nothing is added to what is no object of a class. */
export function typedWith(call: LibraryCall, columns: Columns | undefined, rows: Rows | undefined): Value {
  const value = typedResult(call);
  if (value.type?.kind !== "instance" || value.constant) return value;
  return call.machine.interner.value({ type: value.type, origins: value.origins, data: { objects: [], columns, rows, fits: undefined } });
}

/** A method from frame to frame, perhaps in place. */
export function frameEffect(call: LibraryCall, transfer: ColumnTransfer): DataEffect {
  const { receiver, machine } = call;
  const { columns: before, rows } = contentOf(receiver);
  const name = instanceOf(receiver) ?? dataFrame;
  const inPlace = isInPlace(call);
  // Arguments that are not known one by one may be any.
  const columns = call.isOpen ? undefined : transfer(call, before);
  const content: Content = { columns, rows, fits: undefined };
  if (inPlace === true) return { result: machine.interner.none, receiver: { content } };
  if (inPlace === false) return { result: newInstance(call, name, columns, rows) };
  return { result: machine.interner.value({ origins: originsOfResult(call) }), receiver: { content: { columns: undefined, rows, fits: undefined } } };
}

/** Whether the method changes its object. `undefined`: not known. */
function isInPlace(call: LibraryCall): boolean | undefined {
  const parameters = callableOf(call.target)?.parameters ?? [];
  if (!parameters.some((each) => each.name === "inplace") && !call.keywords.has("inplace")) return false;
  const passed = argumentOf(call, "inplace");
  return passed === undefined && call.isOpen ? undefined : flag(passed, false);
}

/** Whether columns, not rows, are meant: `axis=1`, `axis="columns"`. `undefined`: not known. */
export function isColumnAxis(value: Value | undefined): boolean | undefined {
  if (value === undefined) return false;
  const { constant } = value;
  if (constant?.kind === "number") return constant.value === 1 ? true : constant.value === 0 ? false : undefined;
  const text = constant?.kind === "text" && constant.pieces.length === 1 && constant.pieces[0]?.kind === "literal" ? constant.pieces[0].text : undefined;
  if (text === "columns") return true;
  return text === "index" || text === "rows" ? false : undefined;
}
