/**
 * Branches: `if`, `match` and what is known on each path.
 *
 *     if path is None:          path None here
 *         path = "/a"
 *     path                      a text, or what else it was before
 */
import type { If, Match } from "../syntax/nodes.ts";
import { isSomething } from "./comparisons.ts";
import { narrowName, unboundGlobal } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { isNone, membersOf } from "./join.ts";
import type { Frame } from "./machine.ts";
import { assume, narrowed, testOf } from "./narrowing.ts";
import { bindPattern, isMatch, matchedClass } from "./patterns.ts";
import type { Value } from "./value.ts";

/** An `elif` chain is followed in a loop, as it may be thousands of links long. */
export function conditional(frame: Frame, flow: Flow, node: If): void {
  const { machine } = frame;
  const ends: Flow[] = [];
  let at = flow;
  let link = node;
  // What follows a test that holds is interpreted for its events, and comes to nothing.
  let isDecided = false;
  for (;;) {
    const { known, yes, no } = testOf(frame, at, link.test);
    machine.execute(frame, yes, link.body);
    if (known !== false && !isDecided) ends.push(yes);
    if (known === true) isDecided = true;
    const [only] = link.orelse;
    const orelse = at.isDeep ? at : no;
    if (link.orelse.length === 1 && only?.kind === "If") {
      at = orelse;
      link = only;
      continue;
    }
    machine.execute(frame, orelse, link.orelse);
    if (!isDecided) ends.push(orelse);
    break;
  }
  merge(machine.interner, flow, ends, unboundGlobal(machine, flow));
}

/** A case is tried where no case before it matched. */
export function matchBlock(frame: Frame, flow: Flow, node: Match): void {
  const { machine } = frame;
  /** What the subject is where no case before matched. */
  let left = machine.evaluate(frame, flow, node.subject);
  const ends: Flow[] = [];
  let at = flow.fork();
  let isDecided = false;
  for (const { body, guard, pattern } of node.cases) {
    const yes = at.fork();
    let no = at.isDeep ? at : at.fork();
    const holds = (member: Value): boolean | undefined => isMatch(frame, yes, pattern, member);
    const answers = membersOf(left).map((member) => (isNone(member) || isSomething(member) ? holds(member) : undefined));
    const known = pattern.kind === "MatchAs" && !pattern.pattern ? true : answers.every((each) => each === answers[0]) ? answers[0] : undefined;
    if (known === false || isDecided) yes.dead = true;
    const matched = narrowed(frame, left, holds, true, matchedClass(frame, yes, pattern));
    const rest = guard ? left : narrowed(frame, left, holds, false, undefined);
    narrowName(frame, yes, node.subject, matched, left);
    narrowName(frame, no, node.subject, rest, left);
    left = rest;
    bindPattern(frame, yes, pattern, matched);
    if (guard) {
      const tested = testOf(frame, yes.fork(), guard);
      // What a pattern captured stays bound when its guard does not hold.
      const next = at.fork();
      merge(machine.interner, next, [no, tested.no], unboundGlobal(machine, flow), at);
      no = next;
      assume(frame, yes, tested, true);
    }
    machine.execute(frame, yes, body);
    if (known !== false && !isDecided) ends.push(yes);
    if (known === true && !guard) isDecided = true;
    at = no;
  }
  if (!isDecided) ends.push(at);
  merge(machine.interner, flow, ends, unboundGlobal(machine, flow));
}
