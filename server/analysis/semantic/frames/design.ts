/**
 * Design matrices of statsmodels: a column of ones is added, where there is none yet.
 *
 *     df: a, b
 *     sm.add_constant(df)                         a, b are there, perhaps const: where one of them is constant, nothing is added
 *     sm.add_constant(df, has_constant="add")     const, a, b
 */
import type { CallTransfer } from "./effect.ts";
import { contentOf } from "../data.ts";
import { argumentOf } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns } from "../value.ts";
import { columnsOfValue, dataFrame, instanceOf, newInstance, series } from "./effect.ts";
import { columnsOf, exactly, flag, has, isNone, listing } from "./labels.ts";
import { isFrame } from "./selecting.ts";

export const withConstant: CallTransfer = (call) => {
  const data = argumentOf(call, "data") ?? call.positional[0];
  const option = call.keywords.get("has_constant") ?? call.positional[2];
  const prepend = call.keywords.get("prepend") ?? call.positional[1];
  const own = isFrame(data) ? columnsOfValue(data) : instanceOf(data) === series ? asFrame(columnsOfValue(data)) : undefined;
  const kind = option === undefined || isNone(option) ? "skip" : plainText(option);
  if (!data || call.isOpen || (!isFrame(data) && instanceOf(data) !== series)) return undefined;
  return { result: newInstance(call, dataFrame, own && withOnes(own, flag(prepend, true), kind), contentOf(data).rows) };
};

function asFrame(columns: Columns | undefined): Columns | undefined {
  const name = listing(columns);
  return name && exactly(name.length > 0 ? name : [0], columns?.index);
}

function withOnes(columns: Columns, isFirst: boolean | undefined, kind: string | undefined): Columns | undefined {
  const { present, absent, doubt, isWhole, index } = columns;
  // Beside labels in levels, each becomes a pair.
  if (doubt === "loose" || doubt === "levels") return undefined;
  const isNew = has(columns, "const") === false;
  if (isWhole && (kind === "add" || kind === "raise")) return columnsOf({ present: isFirst === false ? [...present, "const"] : ["const", ...present], isWhole, doubt: isFirst === undefined ? "order" : doubt, index });
  return columnsOf({ present, absent: absent.filter((label) => label !== "const"), doubt: isNew ? undefined : "loose", index });
}
