/**
 * Loops: the body is run until the head no longer changes; what still changes after the second round becomes unknown (of a
 * frame, first its content).
 *
 *     conn = None
 *     for path in paths:             head: conn -> None
 *         conn = connect(path)       second round, head: conn -> None or a connection; stable
 *
 * Objects that the first round makes are made by each, so the second round starts as if they had been made before (objects.ts).
 * Every round sees at least what the round before saw, so the last one is what is recorded. A short list that is known element by
 * element is also gone through exactly, for the state after the loop.
 */
import type { AsyncFor, For, While } from "../syntax/nodes.ts";
import { isMarked, leadsToItself, leakAllBut, loseInside } from "./aliasing.ts";
import { assign } from "./assign.ts";
import { iterableOf } from "./data-effects.ts";
import { carriedNames } from "./carried-names.ts";
import { unboundGlobal } from "./environment.ts";
import type { Flow, Snapshot } from "./flow.ts";
import { isPseudoName, merge } from "./flow.ts";
import type { Interner } from "./interner.ts";
import { isMutable, iterated, widened } from "./join.ts";
import type { Frame } from "./machine.ts";
import { testOf } from "./narrowing.ts";
import { currentObject, madeAgain, onlyGrows, withoutContent } from "./objects.ts";
import { goneThrough } from "./special-methods.ts";
import type { Value } from "./value.ts";

/** Loops inside loops inside loops: from here on a body is run at most twice. */
const patientNesting = 2;

/** Elements of a list whose loop is run round by round; those of the loops around it count. */
const maximumRounds = 32;

export function loop(frame: Frame, flow: Flow, node: For | AsyncFor | While): void {
  const { machine } = frame;
  const { interner } = machine;
  const { loops } = frame.control;
  const fallback = unboundGlobal(machine, flow);
  const iterable = node.kind === "While" ? undefined : iterableIn(frame, flow, node);
  if (iterable) loseInside(interner, flow, iterable);
  const exact = node.kind === "For" && iterable ? unrolled(frame, flow, node, iterable) : undefined;
  const patience = loops.length >= patientNesting ? 1 : 2;
  let head = flow.fork();
  let exit: Flow;
  let breaks: Flow[];
  let isEndless = false;
  for (let round = 1; ; round++) {
    const body = head.fork();
    const { forgotten } = frame.control;
    let inside: Flow;
    if (node.kind === "While") {
      const { known, yes, no } = testOf(frame, body, node.test);
      isEndless = known === true;
      inside = yes;
      exit = no;
    } else {
      if (iterable) assign(frame, body, node.target, iterated(interner, iterable), undefined);
      inside = body;
      exit = head.fork();
    }
    const current = { head, breaks: [] as Snapshot[], continues: [] as Snapshot[] };
    loops.push(current);
    frame.machine.execute(frame, inside, node.body);
    loops.pop();
    const continues = current.continues.map((each) => head.resume(each));
    breaks = current.breaks.map((each) => head.resume(each));
    const next = head.fork();
    merge(interner, next, [head, inside, ...continues], fallback, head);
    if (round > patience) settle(interner, next, head);
    const changed = countChanges(next, head);
    // What was remembered of attributes before the loop may be wrong from the second round on.
    const isForgetful = round === 1 && frame.control.forgotten !== forgotten;
    if ((changed === 0 && !isForgetful) || round > 8) break;
    if (round === 1 && node.kind === "For" && !isForgetful && !carries(next, head, node)) {
      // Every later round would see what this one saw, and leave what this one left.
      head = next;
      head.dead = false;
      exit = head.fork();
      breaks = current.breaks.map((each) => next.resume(each));
      break;
    }
    if (round === 1) expectAgain(interner, next, head);
    if (round >= patience) {
      for (const table of tables) {
        for (const [name, value] of [...next.changes(table, head)]) {
          if (onlyGrows(name) || (leadsToItself(name) && isBelieved(interner, next, value) && !isBelieved(interner, next, head.get(table, name)))) continue;
          const blurred = value && (withoutContent(interner, value) ?? plainContainer(interner, value));
          if (!isPseudoName(name) && !blurred?.data) leakAllBut(interner, next, blurred ?? interner.unknown, [head.get(table, name), value]);
          next.set(table, name, blurred ?? interner.unknown);
        }
      }
    }
    next.dead = false;
    head = next;
  }
  const orelse = exit;
  if (isEndless) orelse.dead = true;
  else {
    // A for loop ends at its head after any number of rounds; its target keeps the last element.
    if (node.kind !== "While" && iterable) {
      const last = head.fork();
      assign(frame, last, node.target, iterated(interner, iterable), undefined);
      merge(interner, orelse, [orelse.fork(), last], fallback);
    }
    frame.machine.execute(frame, orelse, node.orelse);
  }
  merge(interner, flow, exact ? [exact] : [orelse, ...breaks], fallback);
}

/** What is unknown stays so: a join with an object would say that it may be this one, and every round would have to forget that anew. */
function settle(interner: Interner, next: Flow, head: Flow): void {
  for (const table of tables) {
    for (const [name, value] of [...next.changes(table, head)]) {
      if (!value || value.type || value.constant || head.get(table, name) !== interner.unknown) continue;
      if (!isPseudoName(name)) leakAllBut(interner, next, interner.unknown, [value]);
      next.set(table, name, interner.unknown);
    }
  }
}

/** Every round makes anew what the first one made: names that may stand for what the round before made know so from the start. */
function expectAgain(interner: Interner, next: Flow, head: Flow): void {
  if (!madeAgain(interner, next, [...next.changes("globals", head)].filter(([name]) => head.get("globals", name) === undefined).map(([name]) => name))) return;
  for (const table of tables) {
    for (const [name, value] of [...next.changes(table, head)]) {
      if (value?.data && !isPseudoName(name)) next.set(table, name, currentObject(interner, next, value));
    }
  }
}

function isBelieved(interner: Interner, flow: Flow, value: Value | undefined): boolean {
  return value?.type !== undefined && !isMarked(interner, flow, value);
}

function countChanges(next: Flow, head: Flow): number {
  let count = 0;
  for (const table of tables) for (const [name, value] of next.changes(table, head)) if (value !== head.get(table, name)) count++;
  return count;
}

/** Whether anything that changed in a round is seen in the next one. */
function carries(next: Flow, head: Flow, loop: For): boolean {
  for (const table of tables) {
    for (const name of next.changes(table, head).keys()) {
      if (isPseudoName(name) || name.includes(".")) return true;
      // The names of comprehensions and class bodies begin with a number.
      if (carriedNames(loop).has(name.slice(name.indexOf(":") + 1))) return true;
    }
  }
  return false;
}

const tables = ["locals", "globals"] as const;

function iterableIn(frame: Frame, flow: Flow, { kind, iter }: For | AsyncFor): Value {
  const value = frame.machine.evaluate(frame, flow, iter);
  return iterableOf(frame.machine, kind === "For" ? goneThrough(frame, flow, iter, value) : value);
}

/** A list that other elements come into in every round is a list; `undefined` for what is none, or is known as no more. */
function plainContainer(interner: Interner, value: Value): Value | undefined {
  const plain = isMutable(value) ? widened(interner, value) : value;
  return plain === value ? undefined : plain;
}

/**
 * The state after a loop over a short list that is known element by element: `for name in NAMES: fields.append(Field(name=name))`
 * leaves a list as long as NAMES. What is recorded of the body is recorded by the rounds with all elements joined, afterwards.
 * `undefined` where it is not known whether a round ends early.
 */
function unrolled(frame: Frame, flow: Flow, node: For, iterable: Value): Flow | undefined {
  const { type } = iterable;
  const { loops } = frame.control;
  if ((type?.kind !== "list" && type?.kind !== "tuple") || loops.length >= patientNesting) return undefined;
  if (loops.reduce((count, { elements = 1 }) => count * elements, type.elements.length) > maximumRounds) return undefined;
  const exact = flow.fork();
  let isLeft = false;
  for (const element of type.elements) {
    const round = { head: exact, breaks: [] as Snapshot[], continues: [] as Snapshot[], elements: type.elements.length };
    const inside = exact.fork();
    assign(frame, inside, node.target, element, undefined);
    loops.push(round);
    frame.machine.execute(frame, inside, node.body);
    loops.pop();
    const [end, ...others] = [...round.breaks, ...round.continues];
    if (end && (!inside.dead || others.length > 0)) return undefined;
    if (!end && inside.dead) return undefined;
    isLeft = round.breaks.length > 0;
    const after = end ? exact.resume(end) : inside;
    merge(frame.machine.interner, exact, [after], unboundGlobal(frame.machine, flow));
    if (isLeft) break;
  }
  if (!isLeft) frame.machine.execute(frame, exact, node.orelse);
  return exact.dead ? undefined : exact;
}
