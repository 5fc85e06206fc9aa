/**
 * Methods that change a frame and give something else, or nothing.
 *
 *     y = df.pop("y")                      the column; the frame is without it
 *     df.insert(0, "id", range(9))         None; the frame has id in front
 *     df.eval("c = a + b", inplace=True)   None; the frame has c
 */
import type { Content } from "../data.ts";
import { contentOf } from "../data.ts";
import { argumentOf, originsOfResult } from "../library-calls.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Value } from "../value.ts";
import type { CallTransfer } from "./effect.ts";
import { dataFrame, frameEffect, instanceOf, newInstance, series, typedWith } from "./effect.ts";
import { columnsOf, exactly, flag, greater, has, known, labelOf, labelsIn, listing, selected, withLabel, withoutLabels } from "./labels.ts";
import { withUnknownLabels } from "./reshaping.ts";
import { named } from "./selecting.ts";

function receiverWith(call: LibraryCall, columns: Columns | undefined): { readonly content: Content } {
  return { content: { columns, rows: contentOf(call.receiver).rows, fits: undefined } };
}

const pop: CallTransfer = (call) => {
  const { columns, rows } = contentOf(call.receiver);
  const label = labelOf(argumentOf(call, "item"));
  const isOnce = label !== undefined && (listing(columns)?.filter((each) => each === label).length ?? 1) < 2 && columns?.doubt !== "levels";
  const labels = label === undefined ? undefined : { labels: [label], isWhole: true, doubt: undefined };
  return {
    result: isOnce ? newInstance(call, series, named(columns, label), rows) : call.machine.interner.value({ origins: originsOfResult(call) }),
    receiver: receiverWith(call, withoutLabels(columns, labels)),
  };
};

const insert: CallTransfer = (call) => {
  const { columns } = contentOf(call.receiver);
  return { result: call.machine.interner.none, receiver: receiverWith(call, call.isOpen ? undefined : inserted(call, columns)) };
};

function inserted(call: LibraryCall, columns: Columns | undefined): Columns | undefined {
  const label = labelOf(argumentOf(call, "column"));
  const at = positionIn(argumentOf(call, "loc"), columns);
  const mayRepeat = flag(argumentOf(call, "allow_duplicates"), false) !== false;
  if (label === undefined) return withUnknownLabels(columns);
  const list = listing(columns);
  if (list && at !== undefined) return exactly(list.toSpliced(at, 0, label), list.length === 0 ? undefined : columns?.index);
  const after = known(withLabel(columns, label));
  return columnsOf({ ...after, doubt: greater(after.doubt, mayRepeat ? "loose" : "order") });
}

function positionIn(value: Value | undefined, columns: Columns | undefined): number | undefined {
  const { constant } = value ?? {};
  if (constant?.kind !== "number" || constant.value < 0 || !columns || constant.value > columns.present.length) return undefined;
  return constant.value;
}

/** `eval` with assignments gives a frame with more columns; without one, a value. */
const evaluated: CallTransfer = (call) => {
  const expr = argumentOf(call, "expr");
  const text = expr && plainText(expr);
  const assigned = text?.split("\n").map((line) => line.trim()).filter((line) => line !== "");
  const names = assigned?.map((line) => /^(?<name>[A-Za-z_]\w*)\s*=(?!=)/u.exec(line)?.groups?.["name"]);
  const isKnown = names !== undefined && names.length > 0 && names.every((name) => name !== undefined);
  if (isKnown) return frameEffect(call, (_call, columns) => names.reduce<Columns | undefined>((all, name) => withLabel(all, name), columns));
  const mayAssign = text?.includes("=") !== false && text?.replace(/[=!<>]=/gu, "").includes("=") !== false;
  if (!mayAssign || flag(argumentOf(call, "inplace"), false) === false) return undefined;
  return { receiver: receiverWith(call, undefined) };
};

/** `df.get("a")` is a column or the default. */
const got: CallTransfer = (call) => {
  const key = argumentOf(call, "key");
  const { columns, rows } = contentOf(call.receiver);
  const labels = key?.type?.kind === "list" ? labelsIn(key) : undefined;
  // Where one is missing it gives the default.
  if (labels?.isWhole === true && labels.labels.every((label) => has(columns, label) === true) && instanceOf(typedWith(call, undefined, undefined)) === dataFrame) return { result: typedWith(call, selected(columns, labels), rows) };
  return undefined;
};

/** `df.keys()` is `df.columns`. */
const keys: CallTransfer = (call) => {
  const columns = contentOf(call.receiver).columns;
  return { result: newInstance(call, "pandas.Index", columns && columnsOf({ ...columns, index: undefined }), undefined) };
};

export const changingMethods: ReadonlyMap<string, CallTransfer> = new Map([["keys", keys],["pop", pop], ["insert", insert], ["eval", evaluated], ["get", got]]);
