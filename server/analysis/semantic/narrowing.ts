/**
 * Tests: which paths go on from a condition, and what is known on each of them.
 *
 *     def load(df, path=None):         df unknown, path unknown
 *         if path is None: return df   path None on this path
 *         if isinstance(path, Path)    instance pathlib.Path here ...
 *             and path.exists(): ...
 *         path                         ... and whatever it was but None from here on
 *
 * A test gives two flows over the one it was evaluated in. In `a and b`, b is evaluated where a holds; the path on which the whole
 * does not hold is that of either. A name (or `name.attribute`) is narrowed by leaving out the members of a union that the test
 * rules out. Where nothing would be left, the test contradicts what is known, and what is known stays as it is.
 */
import type { BoolOp, Call, Compare, CompareOperator, Expression } from "../syntax/nodes.ts";
import { isKeptAttribute, narrowAttribute, narrowName, unboundGlobal } from "./environment.ts";
import { compared, scalarOf } from "./comparisons.ts";
import { evaluate, maximumNesting } from "./evaluate.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { instanceOf, isInstanceOfAny, listedClasses } from "./instances.ts";
import { isNone, joinAll, mapMembers, membersOf } from "./join.ts";
import type { Frame } from "./machine.ts";
import { truth } from "./operators.ts";
import type { Value } from "./value.ts";

export interface Tested {
  readonly value: Value;
  /** Whether the test holds, where that is known. */
  readonly known: boolean | undefined;
  /** What the value may be one of, where it is one of several operands. */
  readonly parts?: readonly Value[];
  /** The path on which it holds, and the other. */
  readonly yes: Flow;
  readonly no: Flow;
}

/** Evaluates a condition. The flow given is used up: what follows goes on in one of the two flows, or in both joined. */
export function testOf(frame: Frame, flow: Flow, node: Expression): Tested {
  const { machine } = frame;
  const isNested = (node.kind === "BoolOp" || (node.kind === "UnaryOp" && node.op === "not")) && machine.depth <= maximumNesting;
  if (!isNested) return leaf(frame, flow, node);
  machine.steps++;
  machine.depth++;
  const result = node.kind === "BoolOp" ? several(frame, flow, node) : negated(frame, flow, node.operand);
  machine.depth--;
  frame.run.values?.set(node, result.value);
  return result;
}

/** Goes on where the condition has the outcome that the program needs to go on, as after `assert`. */
export function assume(frame: Frame, flow: Flow, { known, yes, no }: Tested, outcome: boolean): void {
  if (known === !outcome) return;
  merge(frame.machine.interner, flow, [outcome ? yes : no], unboundGlobal(frame.machine, flow));
}

/** Goes on after a condition whose outcome decides nothing. */
export function rejoin(frame: Frame, flow: Flow, { known, yes, no }: Tested): void {
  const paths = known === undefined ? [yes, no] : [known ? yes : no];
  merge(frame.machine.interner, flow, paths, unboundGlobal(frame.machine, flow));
}

function negated(frame: Frame, flow: Flow, operand: Expression): Tested {
  const { interner } = frame.machine;
  const { known, yes, no } = testOf(frame, flow, operand);
  return { value: known === undefined ? interner.instance("builtins.bool") : interner.bool(!known), known: known === undefined ? undefined : !known, yes: no, no: yes };
}

function several(frame: Frame, flow: Flow, node: BoolOp): Tested {
  const { machine } = frame;
  const { interner } = machine;
  /** The outcome of an operand that ends the evaluation. */
  const ending = node.op === "or";
  const ends: Flow[] = [];
  const results: Value[] = [];
  let at = flow;
  let isDecided = false;
  let isCertain = true;
  for (const [index, operand] of node.values.entries()) {
    const tested = testOf(frame, at, operand);
    const isLast = index === node.values.length - 1;
    if (!isDecided) {
      if (tested.known !== !ending) {
        ends.push(ending ? tested.yes : tested.no);
        if (!isLast) results.push(...(tested.parts ?? [tested.value]).map((each) => narrowedByTruth(frame, each, ending)));
      }
      if (isLast) results.push(...(tested.parts ?? [tested.value]));
      else if (tested.known === ending) isDecided = true;
      if (tested.known === undefined) isCertain = false;
    }
    at = ending ? tested.no : tested.yes;
  }
  const ended = flow.fork();
  if (ends.length > 0) merge(interner, ended, ends, unboundGlobal(machine, flow), flow);
  else ended.dead = true;
  const known = isDecided ? ending : isCertain ? ends.length > 0 === ending : undefined;
  return { value: joinAll(interner, results), parts: results, known, yes: ending ? ended : at, no: ending ? at : ended };
}

function leaf(frame: Frame, flow: Flow, node: Expression): Tested {
  const value = evaluate(frame, flow, node);
  const known = truth(value);
  const yes = flow.fork();
  const no = flow.fork();
  narrow(frame, flow, node, yes, no);
  // What is not reached is interpreted for its events only.
  if (known === false) yes.dead = true;
  if (known === true) no.dead = true;
  return { value, known, yes, no };
}

// ---- what a test says --------------------------------------------------------------------------------------

/** Of a member of what is tested: whether the test holds for it. */
type Holds = (member: Value) => boolean | undefined;

function narrow(frame: Frame, flow: Flow, node: Expression, yes: Flow, no: Flow): void {
  switch (node.kind) {
    case "Name":
    case "Attribute":
      narrowBoth(frame, flow, node, yes, no, truth, undefined);
      break;
    case "NamedExpr":
      narrowBoth(frame, flow, node.target, yes, no, truth, undefined);
      break;
    case "Compare":
      narrowByComparison(frame, flow, node, yes, no);
      break;
    case "Call":
      narrowByCall(frame, flow, node, yes, no);
      break;
    default:
      break;
  }
}

function narrowByComparison(frame: Frame, flow: Flow, node: Compare, yes: Flow, no: Flow): void {
  const [op, ...moreOps] = node.ops;
  const [right] = node.comparators;
  if (!op || !right || moreOps.length > 0) return;
  const isMirrored = !isReference(node.left) && isReference(right) && mirrored.has(op);
  const [subject, other] = isMirrored ? [right, node.left] : [node.left, right];
  if (!isReference(subject) || !isPlain(other)) return;
  const against = evaluate(frame, flow, other);
  const isNegative = op === "!=" || op === "is not" || op === "not in";
  const positive: CompareOperator = op === "!=" ? "==" : op === "is not" ? "is" : op === "not in" ? "in" : op;
  const found = positive === "is" && isNone(against) ? against : undefined;
  // Of a member it is enough that it is said to be something else than None.
  const holds: Holds = (member) => (found ? member.type && isNone(member) : compared(positive, member, against));
  narrowBoth(frame, flow, reference(subject), isNegative ? no : yes, isNegative ? yes : no, holds, {
    unknown: found,
    narrower: (member) => (positive === "==" && isSameClass(member, against) ? against : undefined),
  });
}

const mirrored: ReadonlySet<CompareOperator> = new Set<CompareOperator>(["==", "!=", "is", "is not"]);

/** A text that equals a known one is this one, when it is a text at all. */
function isSameClass(member: Value, other: Value): boolean {
  const scalar = scalarOf(other);
  if (!scalar || scalar.kind === "none" || member.constant || member.type?.kind !== "instance" || other.type?.kind !== "instance") return false;
  return member.type.name === other.type.name && (other.type.name === "builtins.str" || other.type.name === "builtins.int");
}

function narrowByCall(frame: Frame, flow: Flow, node: Call, yes: Flow, no: Flow): void {
  const { machine } = frame;
  const [subject, classes] = node.args;
  if (node.func.kind !== "Name" || node.func.id !== "isinstance" || !subject || !classes || !isReference(subject) || !isPlain(classes)) return;
  const { type } = evaluate(frame, flow, node.func);
  if (type?.kind !== "symbol" || type.name !== "builtins.isinstance") return;
  const listed = listedIn(frame, flow, classes);
  if (!listed) return;
  const instances = listed.map((each) => instanceOf(machine, each));
  const known = instances.flatMap((each) => each ?? []);
  const one = known.length > 0 && known.length === instances.length ? joinAll(machine.interner, known) : undefined;
  narrowBoth(frame, flow, reference(subject), yes, no, (member) => isInstanceOfAny(member, listed), {
    unknown: one,
    narrower: (member) => (member.type?.kind === "instance" && one?.type?.kind === "instance" && !member.constant ? one : undefined),
  });
}

/** `str`, `(str, Path)`, `str | Path`. */
export function listedIn(frame: Frame, flow: Flow, node: Expression): readonly Value[] | undefined {
  if (node.kind !== "BinOp" || node.op !== "|") return listedClasses(evaluate(frame, flow, node));
  const left = listedIn(frame, flow, node.left);
  const right = listedIn(frame, flow, node.right);
  return left && right && [...left, ...right];
}

/** What may be narrowed. */
function isReference(node: Expression): boolean {
  return node.kind === "Name" || node.kind === "NamedExpr" || (node.kind === "Attribute" && node.value.kind === "Name");
}

function reference(node: Expression): Expression {
  return node.kind === "NamedExpr" ? node.target : node;
}

/** What may be evaluated once more: it calls nothing. */
export function isPlain(node: Expression): boolean {
  switch (node.kind) {
    case "Constant":
    case "Name":
      return true;
    case "Attribute":
      return isPlain(node.value);
    case "Tuple":
    case "List":
    case "Set":
      return node.elts.every(isPlain);
    case "UnaryOp":
      return isPlain(node.operand);
    case "BinOp":
      return node.op === "|" && isPlain(node.left) && isPlain(node.right);
    default:
      return false;
  }
}

export interface Positive {
  /** What something unknown is where the test holds. */
  readonly unknown: Value | undefined;
  /** What a member of which it is not known is where the test holds, when that says more. */
  readonly narrower: (member: Value) => Value | undefined;
}

function narrowBoth(frame: Frame, flow: Flow, node: Expression, yes: Flow, no: Flow, holds: Holds, positive: Positive | undefined): void {
  if (node.kind !== "Name" && !isKeptAttribute(frame, flow, node)) return;
  const value = evaluate(frame, flow, node);
  const held = narrowed(frame, value, holds, true, positive);
  const not = narrowed(frame, value, holds, false, undefined);
  for (const [path, known] of [[yes, held], [no, not]] as const) {
    if (known === value) continue;
    if (node.kind === "Name") narrowName(frame, path, node, known, value);
    else narrowAttribute(frame, path, node, known);
  }
}

/** What is left of a value where the test has this outcome. */
export function narrowed(frame: Frame, value: Value, holds: Holds, outcome: boolean, positive: Positive | undefined): Value {
  const { interner } = frame.machine;
  const { origins, type } = value;
  if (!type && !value.constant) {
    const known = outcome ? positive?.unknown : undefined;
    return known ? interner.value({ type: known.type, constant: known.constant, origins }) : value;
  }
  const members = membersOf(value);
  const kept = members.filter((member) => holds(member) !== !outcome);
  if (kept.length === 0) return value;
  const narrower = kept.map((member) => {
    const known = outcome && holds(member) === undefined ? positive?.narrower(member) : undefined;
    return known ? interner.value({ type: known.type, constant: known.constant, origins: member.origins }) : member;
  });
  if (narrower.length === members.length && narrower.every((each, index) => each === members[index])) return value;
  return joinAll(interner, narrower);
}

function narrowedByTruth(frame: Frame, value: Value, outcome: boolean): Value {
  const { interner } = frame.machine;
  const isBool = ({ constant, type }: Value): boolean => !constant && type?.kind === "instance" && type.name === "builtins.bool";
  return mapMembers(interner, narrowed(frame, value, truth, outcome, undefined), (each) => (isBool(each) ? interner.bool(outcome, each.origins) : each));
}
