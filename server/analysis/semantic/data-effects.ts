/**
 * Data in the flow: what calls, stores and deletions do to frames and estimators, and which object a new one is.
 *
 *     df = pd.read_csv("a.csv")     the call makes an object
 *     df["b"] = 1                   its content changes
 *     scaler.fit(df)                so does the scaler's
 *
 * What changes how is told by the pure functions for frames and learning; this module applies it to the flow (see objects.ts).
 */
import type { Expression } from "../syntax/nodes.ts";
import type { Content, DataEffect } from "./data.ts";
import { bindName, placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { mapMembers } from "./join.ts";
import type { LibraryCall } from "./library-calls.ts";
import type { Frame } from "./machine.ts";
import { changed, changedUnknown, isChangeable, made } from "./objects.ts";
import type { Origin, Value } from "./value.ts";

function dataEffect(_call: LibraryCall): DataEffect | undefined {
  return undefined;
}

/**
 * The result of a library call, after what the call did to data happened.
 *
 * @param result what is known otherwise
 * @param func the function expression of the call, whose object may change
 */
export function applyCall(frame: Frame, flow: Flow, func: Expression, call: LibraryCall, result: Value, origins: () => readonly Origin[]): Value {
  const effect = dataEffect(call);
  if (!effect) return result;
  let { receiver } = call;
  if (effect.receiver && receiver) receiver = changeContent(frame, flow, func.kind === "Attribute" ? func.value : func, receiver, effect.receiver.content);
  if (effect.returnsReceiver === true) return receiver ?? result;
  if (!effect.result) return result;
  const { type, constant, data } = effect.result;
  return effect.result.origins.length > 0 ? effect.result : frame.machine.interner.value({ type, constant, data, origins: origins() });
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

function isNew(value: Value): boolean {
  return (value.data === undefined || value.data.objects.length === 0) && isChangeable(value);
}

function madeHere(frame: Frame, flow: Flow, node: Expression, value: Value, index: number): Value {
  // Contexts below zero: those above are objects of functions called here.
  const result = made(frame.machine.interner, flow, placeOf(frame, node), value, -index);
  for (const object of result.data?.objects ?? []) frame.run.made.add(object);
  return result;
}
