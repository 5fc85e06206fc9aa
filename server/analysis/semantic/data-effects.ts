/**
 * Data in the flow: what calls, stores and deletions do to frames and estimators, and which object a new one is.
 *
 *     df = pd.read_csv("a.csv")     the call makes an object
 *     df["b"] = 1                   its content changes
 *     scaler.fit(df)                so does the scaler's
 *
 * What changes how is told by the pure functions for frames and learning; this module applies it to the flow (see objects.ts).
 */
import type { Attribute, BinaryOperator, Expression, Subscript } from "../syntax/nodes.ts";
import type { Content, DataEffect } from "./data.ts";
import { contentOf } from "./data.ts";
import { bindName, current, narrowAttribute, narrowName, placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { operatedFrame, operatedSeries } from "./frames/arithmetic.ts";
import { frameCall } from "./frames/calls.ts";
import type { FileHeaders } from "./frames/calls.ts";
import { dataSetOf } from "./frames/data-sets.ts";
import { groupElement } from "./frames/grouping.ts";
import { operatedExpression } from "./frames/polars.ts";
import { frameLabels, isFrame } from "./frames/selecting.ts";
import { headersOnDisk, noteWrites } from "./written-tables.ts";
import { deletedColumns, namedColumns, namedIndex, storedAttribute, storedSubscript } from "./frames/storing.ts";
import type { Interner } from "./interner.ts";
import { mapMembers } from "./join.ts";
import { foldOf, learningCall, learningOperator } from "./learning/index.ts";
import { withOtherSteps } from "./learning/pipelines.ts";
import { originsOfResult } from "./library-calls.ts";
import type { LibraryCall } from "./library-calls.ts";
import type { Frame, Machine } from "./machine.ts";
import { changed, changedUnknown, giveUp, isChangeable, made } from "./objects.ts";
import type { Value } from "./value.ts";

/** Rows and fits are what learning says, columns and types what those who know frames say. */
function dataEffect(call: LibraryCall, outcome: Value, headers: FileHeaders): DataEffect | undefined {
  const learning = learningCall(call);
  const frame = frameCall(call, headers, outcome);
  if (!learning?.result || !frame?.result) return learning ?? frame;
  const { result } = frame;
  const { columns, rows, fits } = { ...contentOf(learning.result), columns: contentOf(result).columns };
  const data = { objects: [], columns, rows: rows ?? contentOf(result).rows, fits };
  const type = result.type ?? learning.result.type;
  return { ...learning, ...frame, result: call.machine.interner.value({ type, constant: result.constant, origins: result.origins, data }) };
}

/**
 * The result of a library call, after what the call did to data happened.
 *
 * @param result what is known otherwise
 * @param func the function expression of the call, whose object may change
 */
export function applyCall(frame: Frame, flow: Flow, func: Expression, call: LibraryCall, result: Value): Value {
  const effect = dataEffect(call, result, headersOnDisk(frame, flow));
  noteWrites(frame, flow, call);
  const applied = appliedEffect(frame, flow, func, call, result, effect);
  noteOutput(frame, flow, call);
  return givesOther(flow, call, applied) || isMadeOtherwise(frame, flow, call, applied) ? withoutType(frame, applied) : applied;
}

/** A transformer was told to give frames, or something else than arrays: `scaler.set_output(transform="pandas")`. */
function noteOutput(frame: Frame, flow: Flow, { machine, target, keywords, receiver }: LibraryCall): void {
  const { unknown } = machine.interner;
  if (target.endsWith(".set_output")) {
    const objects = receiver?.data?.objects ?? [];
    // Objects of a function get other numbers where it is called.
    if (objects.length === 0 || frame.scope.kind !== "module") flow.set("globals", "#f", unknown);
    for (const object of objects) flow.set("globals", `#f${object}`, unknown);
    flow.set("globals", "#u", unknown);
  } else if (/^sklearn\.(?:set_config|config_context)$/u.test(target) && keywords.has("transform_output")) flow.set("globals", "#f", unknown);
}

/** Whether a transformer may give something else than the array that it gives when nobody tells it otherwise. */
function givesOther(flow: Flow, { receiver, target }: LibraryCall, { type }: Value): boolean {
  if (receiver?.type?.kind !== "instance" || type?.kind !== "instance" || !/\.(?:fit_)?transform$/u.test(target)) return false;
  if (type.name !== "numpy.ndarray") return false;
  if (flow.global("#f") !== undefined || receiver.data?.objects.some((object) => flow.global(`#f${object}`) !== undefined) === true) return true;
  return composed.test(receiver.type.name) && flow.global("#u") !== undefined;
}

/** Whether what a pipeline is made of may have been told otherwise since, or may be other columns. */
function isMadeOtherwise({ machine }: Frame, flow: Flow, { receiver }: LibraryCall, { type }: Value): boolean {
  if (receiver?.type?.kind !== "instance" || type?.kind !== "instance" || type.name !== "pandas.DataFrame" || !composed.test(receiver.type.name)) return false;
  return flow.global("#f") !== undefined || receiver.type.made?.arguments.some(({ value }) => current(machine, flow, value) !== value) === true;
}

const composed = /^sklearn\.(?:pipeline|compose|model_selection)\./u;

function withoutType({ machine }: Frame, { origins, data }: Value): Value {
  return machine.interner.value({ origins, data: data && { ...data, columns: undefined } });
}

function appliedEffect(frame: Frame, flow: Flow, func: Expression, call: LibraryCall, result: Value, effect: DataEffect | undefined): Value {
  if (!effect) return result;
  for (const each of effect.handedOver ?? []) giveUp(frame.machine.interner, flow, each);
  let { receiver } = call;
  if (effect.receiver && receiver) receiver = changeContent(frame, flow, func.kind === "Attribute" ? func.value : func, receiver, effect.receiver.content);
  if (effect.returnsReceiver === true) {
    const other = withOtherSteps(call);
    if (other && receiver && func.kind === "Attribute") narrowName(frame, flow, func.value, other, receiver);
    return other ?? receiver ?? result;
  }
  if (!effect.result) return result;
  const { type, constant, data } = effect.result;
  return effect.result.origins.length > 0 ? effect.result : frame.machine.interner.value({ type, constant, data, origins: originsOfResult(call) });
}

/** `container[index] = value`. */
export function storeInData(frame: Frame, flow: Flow, node: Subscript, container: Value, index: Value, value: Value): void {
  const { holder, held } = heldBy(frame, node.value, container);
  changeContent(frame, flow, holder, held, storedSubscript(container, contentOf(container), index, node.slice, value));
}

/** `del container[index]`. */
export function deleteFromData(frame: Frame, flow: Flow, node: Subscript, container: Value, index: Value): void {
  changeContent(frame, flow, node.value, container, deletedColumns(contentOf(container), index));
}

/** `owner.name = value`; also `frame.index.name = value`. False when it changes no frame. */
export function setDataAttribute(frame: Frame, flow: Flow, node: Attribute, owner: Value, value: Value): boolean {
  const { name } = node.attr;
  if (isChangeable(owner)) {
    changeContent(frame, flow, node.value, owner, storedAttribute(owner, contentOf(owner), name, value));
    return isFrame(owner);
  }
  const part = node.value;
  if (part.kind !== "Attribute" || (part.attr.name !== "index" && part.attr.name !== "columns")) return false;
  const whole = frame.machine.evaluate(frame, flow, part.value);
  if (!isFrame(whole)) return false;
  changeContent(frame, flow, part.value, whole, part.attr.name === "index" ? namedIndex(contentOf(whole), name, value) : namedColumns(contentOf(whole)));
  return true;
}

/** `df.loc[...] = value` changes `df`. */
function heldBy(frame: Frame, node: Expression, container: Value): { readonly holder: Expression; readonly held: Value } {
  if (isFrame(container) || node.kind !== "Attribute") return { holder: node, held: container };
  const { interner } = frame.machine;
  return { holder: node.value, held: interner.value({ type: { kind: "instance", name: "pandas.DataFrame" }, origins: container.origins, data: container.data }) };
}

/** Whether storing into it changes a frame or estimator: one itself, or the `loc` of one. */
export function holdsData(container: Value): boolean {
  return isChangeable(container) || (container.data !== undefined && container.data.objects.length > 0);
}

/** What an operator makes of data. */
export function operated(interner: Interner, operands: readonly Value[], result: Value, op?: BinaryOperator): Value {
  if (!result.type || !operands.some((each) => each.data)) return result;
  const withRows = learningOperator(interner, operands, result);
  const names = operatedExpression(operands, result);
  if (names) return interner.value({ type: result.type, origins: result.origins, data: { objects: [], columns: names, rows: undefined, fits: undefined } });
  if (withRows.data?.columns) return withRows;
  const columns = isFrame(result) ? operatedFrame(operands, op) : result.type.kind === "instance" && result.type.name === "pandas.Series" ? operatedSeries(operands, op) : undefined;
  if (!columns) return withRows;
  const { type, constant, origins, data } = withRows;
  return interner.value({ type, constant, origins, data: { objects: [], columns, rows: data?.rows, fits: undefined } });
}

/** What a loop goes through: the labels of a frame, the groups of a grouping, the folds of an older splitter. */
export function iterableOf(machine: Machine, value: Value): Value {
  if (value.type?.kind !== "instance") return value;
  const { interner } = machine;
  const labels = frameLabels(machine, value);
  if (labels) return interner.value({ type: { kind: "tuple", elements: labels }, origins: value.origins });
  const element = groupElement(machine, value) ?? foldOf(machine, value);
  return element ? interner.value({ type: { kind: "sequence", name: "iterator", element }, origins: value.origins }) : value;
}

/** The content of what `holder` stands for changed in place. */
export function changeContent(frame: Frame, flow: Flow, holder: Expression, value: Value, content: Content | undefined): Value {
  const { interner } = frame.machine;
  if (!value.data || value.data.objects.length === 0) {
    changedUnknown(interner, flow);
    return value;
  }
  const now = changed(interner, flow, value, content, placeOf(frame, holder));
  for (const object of now.data?.objects ?? []) if (!value.data.objects.includes(object)) frame.run.made.add(object);
  if (now !== value && holder.kind === "Name") bindName(frame, flow, holder.id, now);
  return now;
}

/** A frame or estimator that an expression has just made becomes an object; so do those in a tuple of them. */
export function adopt(frame: Frame, flow: Flow, node: Expression, value: Value): Value {
  const { type } = value;
  if (type?.kind === "instance") return isNew(value) ? madeHere(frame, flow, node, value, 0) : value;
  if (type?.kind === "union") return mapMembers(frame.machine.interner, value, (each) => (isNew(each) ? madeHere(frame, flow, node, each, 0) : each));
  if (type?.kind !== "tuple" || !type.elements.some(isNew)) return value;
  const elements = type.elements.map((each, index) => (isNew(each) ? madeHere(frame, flow, node, each, index + 1) : each));
  return frame.machine.interner.value({ type: { kind: "tuple", elements }, origins: value.origins });
}

/**
 * A part of a data set is the same frame or list at every look, and any of them may change it: what is known of it counts for the first
 * look, and for as long as that is remembered.
 */
export function firstLook(frame: Frame, flow: Flow, node: Attribute, owner: Value, part: Value): Value {
  const { interner } = frame.machine;
  const dataSet = node.value.kind === "Call" ? undefined : dataSetOf(owner);
  if (dataSet === undefined || !(part.data?.columns ?? part.type?.kind === "list")) return part;
  const looked = `#d${dataSet}.${node.attr.name}`;
  if (flow.global(looked)) return interner.value({ type: part.type?.kind === "instance" ? part.type : undefined, origins: part.origins, data: part.data && { ...part.data, columns: undefined } });
  flow.set("globals", looked, interner.unknown);
  const value = adopt(frame, flow, node, part);
  narrowAttribute(frame, flow, node, value);
  return value;
}

function isNew(value: Value): boolean {
  return (value.data === undefined || value.data.objects.length === 0) && isChangeable(value);
}

function madeHere(frame: Frame, flow: Flow, node: Expression, value: Value, index: number): Value {
  // Contexts below zero: those above are objects of functions called here.
  const result = made(frame.machine.interner, flow, placeOf(frame, node), value, -index);
  for (const object of result.data?.objects ?? []) frame.run.made.add(object);
  return result;
}
