/**
 * Expressions: the value of each, in the flow at hand.
 *
 *     root = os.environ["DATA"]            unknown, from the environment
 *     path = f"{root}/{2024}/x.csv"        text  hole root · "/" · "2024" · "/x.csv"
 *     pd.read_csv(path)                    instance pandas.DataFrame
 */
import type { Attribute, BinOp, Call, Compare, Comprehension, Expression, FormattedValue, JoinedStr, Lambda, Subscript } from "../syntax/nodes.ts";
import { attributeOf } from "./attributes.ts";
import type { PropertyReader } from "./attributes.ts";
import { evaluateCall, lookedAt } from "./calls.ts";
import { scalarOf } from "./comparisons.ts";
import { isPlainSuper, superAttribute } from "./instantiation.ts";
import { heldBy, leak, leakAllBut, leakContent, loseContainers, loseInside, loseOthers, markShared } from "./aliasing.ts";
import { assign, makesValue } from "./assign.ts";
import { adopt, firstLook, iterableOf, operated } from "./data-effects.ts";
import { current, fresh, lookUp, narrowName, placeOf, rememberedAttribute, unboundGlobal } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { functionValue } from "./functions.ts";
import type { Interner } from "./interner.ts";
import { elementOf, iterated, join, joinAll, presentMembers } from "./join.ts";
import type { Frame, InlineScope } from "./machine.ts";
import { evaluateMagic } from "./magics.ts";
import { assume, isPlain, rejoin, testOf } from "./narrowing.ts";
import { binaryOperation, compareOperation, truth } from "./operators.ts";
import { storedAttribute } from "./stored-values.ts";
import { goneThrough, specialResult } from "./special-methods.ts";
import { combinedMasks, inverted, labelComparison } from "./frames/masks.ts";
import { subscriptOf } from "./subscripts.ts";
import { formattedPieces, originsOf } from "./texts.ts";
import type { Piece, Value } from "./value.ts";

/** Nesting of expressions and statements that is followed; what lies deeper is unknown. */
export const maximumNesting = 120;

/** Elements up to which a comprehension over a known list is evaluated for each element. */
const maximumUnrolled = 64;

export function evaluate(frame: Frame, flow: Flow, node: Expression): Value {
  const { machine } = frame;
  machine.steps++;
  if (machine.steps > machine.limit) {
    frame.run.exhausted = true;
    return machine.interner.unknown;
  }
  if (machine.depth > maximumNesting) return machine.interner.unknown;
  machine.depth++;
  let value = evaluateKind(frame, flow, node);
  if (makesObjects.has(node.kind)) value = adopt(frame, flow, node, value);
  machine.depth--;
  frame.run.values?.set(node, value);
  return value;
}

const makesObjects: ReadonlySet<Expression["kind"]> = new Set(["Call", "Subscript", "BinOp", "Attribute", "UnaryOp", "Compare", "Magic"] as const);

function evaluateKind(frame: Frame, flow: Flow, node: Expression): Value {
  const { machine } = frame;
  const { interner } = machine;
  switch (node.kind) {
    case "Constant":
      return constant(frame, node);
    case "Name":
      return lookUp(frame, flow, node);
    case "JoinedStr":
      return joinedStr(frame, flow, node);
    case "TemplateStr":
      for (const each of node.values) if (each.kind !== "Constant") evaluate(frame, flow, each.value);
      return interner.instance("string.templatelib.Template");
    case "FormattedValue":
    case "Interpolation":
      return evaluate(frame, flow, node.value);
    case "Attribute":
      return attribute(frame, flow, node);
    case "Call":
      return evaluateCall(frame, flow, node);
    case "Subscript":
      return subscript(frame, flow, node);
    case "BinOp":
      return binOp(frame, flow, node);
    case "BoolOp":
      return condition(frame, flow, node);
    case "UnaryOp": {
      if (node.op === "not") return condition(frame, flow, node);
      const operand = evaluate(frame, flow, node.operand);
      const { constant: number } = operand;
      if (node.op === "-" && number?.kind === "number") return interner.number(-number.value, number.isInteger, operand.origins);
      if (operand.type?.kind === "instance" && operand.type.name === "builtins.bool") return interner.instance("builtins.int", operand.origins);
      const mask = node.op === "~" ? inverted(interner, operand, placeOf(frame, node)) : undefined;
      return mask ?? (operand.type?.kind === "instance" ? operated(interner, [operand], interner.instance(operand.type.name, operand.origins)) : interner.unknown);
    }
    case "Compare":
      return comparison(frame, flow, node);
    case "IfExp": {
      const { known, yes, no } = testOf(frame, flow, node.test);
      const values = [evaluate(frame, yes, node.body), evaluate(frame, no, node.orelse)] as const;
      merge(interner, flow, known === undefined ? [yes, no] : [known ? yes : no], unboundGlobal(machine, flow));
      if (known !== undefined) return known ? values[0] : values[1];
      const result = join(interner, values[0], values[1]);
      leakAllBut(interner, flow, result, values);
      return result;
    }
    case "NamedExpr": {
      const value = evaluate(frame, flow, node.value);
      assign(frame, flow, node.target, value, node.value);
      return value;
    }
    case "Tuple":
    case "List":
    case "Set":
      return display(frame, flow, node);
    case "Dict":
      return dictionary(frame, flow, node);
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return listComprehension(frame, flow, node);
    case "DictComp":
      return dictComprehension(frame, flow, node);
    case "Lambda":
      return lambda(frame, flow, node);
    case "Await":
      return evaluate(frame, flow, node.value);
    case "Starred":
      evaluate(frame, flow, node.value);
      return interner.unknown;
    case "Yield":
    case "YieldFrom": {
      const value = node.value ? evaluate(frame, flow, node.value) : interner.none;
      const each = node.kind === "Yield" ? value : (elementOf(interner, value) ?? interner.unknown);
      leak(interner, flow, each);
      frame.control.yielded = frame.control.yielded ? join(interner, frame.control.yielded, each) : each;
      return interner.unknown;
    }
    case "Slice":
      for (const each of [node.lower, node.upper, node.step]) if (each) evaluate(frame, flow, each);
      return interner.instance("builtins.slice");
    case "Magic":
      return evaluateMagic(frame, flow, node);
    case "Missing":
      return interner.unknown;
  }
}

function attribute(frame: Frame, flow: Flow, node: Attribute): Value {
  const { machine } = frame;
  const { name } = node.attr;
  const found = evaluate(frame, flow, node.value);
  if (node.value.kind === "Call" && isSuperCall(frame, node.value)) {
    const inherited = superAttribute(frame, name);
    if (inherited) return inherited;
  }
  const value = name.startsWith("__") ? found : present(frame, flow, node.value, found);
  if (node.value.kind === "Name") {
    const remembered = rememberedAttribute(frame, flow, node.value.id, name);
    if (remembered) return remembered;
  }
  const hasProperties = value.type?.kind === "object" || value.type?.kind === "class" || value.type?.kind === "union";
  const result = attributeOf(machine, value, name, placeOf(frame, node), hasProperties ? propertyReader(frame, flow, node, value) : noProperties);
  if (!result.type && !result.constant && value.type?.kind === "object") return storedAttribute(machine, flow, value, name) ?? result;
  // A method of one of several things, and of which is not known: it may be one that changes it.
  if (!result.type && value.type?.kind === "union") leak(machine.interner, flow, value);
  return firstLook(frame, flow, node, value, current(machine, flow, result));
}

function propertyReader(frame: Frame, flow: Flow, node: Attribute, self: Value): PropertyReader {
  return (getter, owner) => frame.machine.callFunction({ frame, flow, callable: getter, self, owner, args: [], at: node, recorded: true }).value;
}

/** For what is no object of this workspace: it has no properties whose bodies could be run, and this is never asked. */
const noProperties: PropertyReader = (getter) => getter;

function comparison(frame: Frame, flow: Flow, node: Compare): Value {
  const { interner } = frame.machine;
  let left = evaluate(frame, flow, node.left);
  const links: Value[] = [];
  for (const [index, op] of node.ops.entries()) {
    const operand = node.comparators[index];
    if (operand && (op === "in" || op === "not in")) lookedAt(operand);
    const right = operand ? evaluate(frame, flow, operand) : interner.unknown;
    links.push(labelComparison(interner, op, left, right, placeOf(frame, node)) ?? operated(interner, [left, right], compareOperation(interner, op, left, right)));
    left = right;
  }
  return chained(interner, links);
}

function constant(frame: Frame, node: Expression & { kind: "Constant" }): Value {
  // Remembering costs more than making, except for texts, whose content is part of their key.
  return node.type === "str" ? frame.machine.constant(node, () => literal(frame, node)) : literal(frame, node);
}

function literal(frame: Frame, node: Expression & { kind: "Constant" }): Value {
  const { interner } = frame.machine;
  const place = placeOf(frame, node);
  const origins = [{ kind: "literal", place }] as const;
  switch (node.type) {
    case "str":
      return interner.literal(node.value, place);
    case "bytes":
      return interner.value({
        type: { kind: "instance", name: "builtins.bytes" }, constant: { kind: "bytes", value: node.value }, origins,
      });
    case "int":
    case "float":
      return interner.number(node.value, node.type === "int", origins);
    case "complex":
      return interner.instance("builtins.complex", origins);
    case "True":
    case "False":
      return interner.bool(node.type === "True", origins);
    case "None":
      return interner.value({ type: { kind: "instance", name: "builtins.NoneType" }, constant: { kind: "none" }, origins });
    case "Ellipsis":
      return interner.instance("builtins.ellipsis", origins);
  }
}

function joinedStr(frame: Frame, flow: Flow, node: JoinedStr): Value {
  const { interner } = frame.machine;
  const pieces: Piece[] = [];
  const values: Value[] = [];
  for (const part of node.values) {
    if (part.kind === "Constant") {
      pieces.push({ kind: "literal", text: part.value, place: placeOf(frame, part) });
      continue;
    }
    const value = evaluate(frame, flow, part.value);
    values.push(value);
    pieces.push(...formatted(frame, flow, part, value));
  }
  const literal = { kind: "literal", place: placeOf(frame, node) } as const;
  return interner.text(pieces, [...originsOf(values).filter((origin) => origin.kind !== "literal"), literal]);
}

function formatted(frame: Frame, flow: Flow, node: FormattedValue, value: Value): readonly Piece[] {
  const at = placeOf(frame, node.value);
  if (node.formatSpec) evaluate(frame, flow, node.formatSpec);
  const changesText = node.formatSpec !== undefined || (node.conversion !== undefined && node.conversion !== "s");
  return changesText ? [{ kind: "hole", value, place: at }] : formattedPieces(value, at);
}

/** `a + b + c` nests to the left, sometimes hundreds deep: it is taken apart in a loop. */
function binOp(frame: Frame, flow: Flow, node: BinOp): Value {
  const chain: BinOp[] = [];
  let left: Expression = node;
  while (left.kind === "BinOp") {
    chain.push(left);
    left = left.left;
  }
  let result = evaluate(frame, flow, left);
  for (const link of chain.reverse()) {
    const right = evaluate(frame, flow, link.right);
    const mask = combinedMasks(frame.machine.interner, link.op, result, right, placeOf(frame, link));
    const made = mask ?? binaryOperation(frame.machine, link.op, result, right, {
      node: placeOf(frame, link), left: placeOf(frame, link.left), right: placeOf(frame, link.right),
      elements: link.right.kind === "Tuple" ? link.right.elts.map((each) => placeOf(frame, each)) : undefined,
    });
    if (link.op !== "%") for (const each of [result, right]) if (heldBy(each).length > 0) loseOthers(frame.machine.interner, flow, each, made);
    result = mask ?? operated(frame.machine.interner, [result, right], made, link.op);
    if (link !== node) frame.run.values?.set(link, result);
  }
  return fresh(frame.machine, flow, result);
}

function isSuperCall(frame: Frame, node: Call): boolean {
  const event = frame.run.events.get(node);
  return event?.target === "builtins.super" && isPlainSuper(frame, event.args);
}

/** `a < b < c` is `a < b and b < c`. */
function chained(interner: Interner, links: readonly Value[]): Value {
  const open = links.filter((each, index) => truth(each) !== true || index === links.length - 1);
  return open.find((each) => truth(each) === false) ?? joinAll(interner, open);
}

/** `a and b`, `not a`: each operand is evaluated where the ones before let it. */
function condition(frame: Frame, flow: Flow, node: Expression): Value {
  const tested = testOf(frame, flow, node);
  rejoin(frame, flow, tested);
  if (tested.parts) leakAllBut(frame.machine.interner, flow, tested.value, tested.parts);
  return tested.value;
}

function subscript(frame: Frame, flow: Flow, node: Subscript): Value {
  const value = present(frame, flow, node.value, evaluate(frame, flow, node.value));
  const index = evaluate(frame, flow, node.slice);
  const own = specialResult(frame, flow, node, value, "__getitem__", [index]);
  if (own) return current(frame.machine, flow, own);
  const result = subscriptOf(frame.machine, value, index, node.slice, {
    node: placeOf(frame, node), index: placeOf(frame, node.slice), holder: node.value, bound: (bound) => (isPlain(bound) ? evaluate(frame, flow, bound) : frame.machine.interner.unknown),
  });
  // Not one of the elements, but some of them: whoever holds it may change what they hold.
  if (!isElement(value, result)) (result.type ? loseInside : leakContent)(frame.machine.interner, flow, value);
  return current(frame.machine, flow, result);
}

/** Something that has attributes or elements, which None has not: the name at hand is known to be no None from here on. */
function present(frame: Frame, flow: Flow, node: Expression, value: Value): Value {
  if (value.type?.kind !== "union") return value;
  const result = joinAll(frame.machine.interner, presentMembers(value));
  if (result !== value) narrowName(frame, flow, node, result);
  return result;
}

function isElement({ type }: Value, result: Value): boolean {
  if (type?.kind === "list" || type?.kind === "tuple") return type.elements.includes(result);
  if (type?.kind === "dict") return type.entries.some((entry) => entry.value === result);
  return type?.kind === "sequence" && type.element === result;
}

function display(frame: Frame, flow: Flow, node: Expression & { kind: "Tuple" | "List" | "Set" }): Value {
  const { interner } = frame.machine;
  const elements: Value[] = [];
  let isKnown = true;
  for (const each of node.elts) {
    if (each.kind !== "Starred") {
      const element = evaluate(frame, flow, each);
      if (!makesValue.has(each.kind)) markShared(interner, flow, element);
      elements.push(element);
      continue;
    }
    const inner = evaluateDrained(frame, flow, each.value);
    if (inner.type?.kind === "list" || inner.type?.kind === "tuple") elements.push(...inner.type.elements);
    else isKnown = false;
  }
  const place = placeOf(frame, node);
  const origins = [{ kind: "literal", place }] as const;
  const kind = node.kind === "Tuple" ? "tuple" : node.kind === "List" ? "list" : "set";
  if (!isKnown) {
    for (const each of elements) loseContainers(interner, flow, each);
    return interner.instance(`builtins.${kind}`, origins);
  }
  return fresh(frame.machine, flow, interner.value({ type: { kind, elements }, origins }));
}

function dictionary(frame: Frame, flow: Flow, node: Expression & { kind: "Dict" }): Value {
  const { interner } = frame.machine;
  const entries: { key: Value; value: Value }[] = [];
  const positions = new Map<string, number>();
  let open = false;
  const store = (key: Value, value: Value): void => {
    const scalar = scalarOf(key);
    const name = scalar && `${scalar.kind} ${String(scalar.content)}`;
    const before = name === undefined ? undefined : positions.get(name);
    // The first key stays, with the last value.
    if (before !== undefined) entries[before] = { key: entries[before]?.key ?? key, value };
    else {
      if (name !== undefined) positions.set(name, entries.length);
      entries.push({ key, value });
    }
  };
  node.values.forEach((valueNode, index) => {
    const keyNode = node.keys[index];
    const key = keyNode && evaluate(frame, flow, keyNode);
    const value = evaluate(frame, flow, valueNode);
    if (!makesValue.has(valueNode.kind)) markShared(interner, flow, value);
    if (key) store(key, value);
    else if (value.type?.kind === "dict" && !value.type.open) for (const each of value.type.entries) store(each.key, each.value);
    else {
      // What an unknown dict holds may replace any entry before it.
      entries.length = 0;
      positions.clear();
      open = true;
    }
  });
  const place = placeOf(frame, node);
  const origins = [{ kind: "literal", place }] as const;
  return fresh(frame.machine, flow, interner.value({ type: { kind: "dict", entries, open }, origins }));
}

function listComprehension(frame: Frame, flow: Flow, node: Expression & { kind: "ListComp" | "SetComp" | "GeneratorExp" }): Value {
  return comprehended(frame, flow, node, comprehension(frame, flow, node, node.generators, (inner, at) => evaluate(inner, at, node.elt)), false);
}

function dictComprehension(frame: Frame, flow: Flow, node: Expression & { kind: "DictComp" }): Value {
  const { machine } = frame;
  const pairs: { key: Value; value: Value }[] = [];
  const elements = comprehension(frame, flow, node, node.generators, (inner, at) => {
    const key = evaluate(inner, at, node.key);
    const value = evaluate(inner, at, node.value);
    pairs.push({ key, value });
    return value;
  });
  const entries = elements.each ? pairs.slice(0, elements.each.length) : [];
  const origins = [{ kind: "literal", place: placeOf(frame, node) }] as const;
  return fresh(machine, flow, machine.interner.value({ type: { kind: "dict", entries, open: !elements.each }, origins }));
}

interface Comprehended {
  /** The results one by one, when the iterable was known element by element. */
  readonly each: readonly Value[] | undefined;
  /** What all results have in common. */
  readonly element: Value;
}

/**
 * Runs the generators of a comprehension: once for each element of a known list, for the results, then once with what
 * the elements have in common, which is what is recorded.
 */
function comprehension(
  frame: Frame,
  flow: Flow,
  node: Expression,
  generators: readonly Comprehension[],
  result: (inner: Frame, flow: Flow) => Value,
): Comprehended {
  const { machine } = frame;
  const { interner } = machine;
  const [first] = generators;
  const scope = frame.scopes.scopeOf(node);
  if (!first || !scope) return { each: undefined, element: interner.unknown };
  const inline: InlineScope = { scope, prefix: `${interner.nodeId(node)}:` };
  const inner: Frame = { ...frame, inline: [...frame.inline, inline] };
  const iterable = iterableIn(frame, flow, first);
  const body = flow.fork();
  const each: Value[] = [];
  const isListed = unroll(inner, body, generators, iterable, () => each.push(result(inner, body)) <= maximumUnrolled);
  generators.forEach((generator, index) => {
    const from = index === 0 ? iterable : iterableIn(inner, body, generator);
    loseInside(interner, body, from);
    assign(inner, body, generator.target, iterated(interner, from), undefined);
    for (const test of generator.ifs) assume(inner, body, testOf(inner, body.fork(), test), true);
  });
  const element = result(inner, body);
  body.dropLocals(inline.prefix);
  merge(interner, flow, [flow.fork(), body], unboundGlobal(machine, flow));
  return { each: isListed ? each : undefined, element };
}

function iterableIn(frame: Frame, flow: Flow, { iter, isAsync }: Comprehension): Value {
  const value = evaluate(frame, flow, iter);
  return iterableOf(frame.machine, isAsync ? value : goneThrough(frame, flow, iter, value));
}

/**
 * Visits every combination of elements that passes the conditions. False when it gave up: an iterable or a condition is not
 * known, or `visit` had enough.
 */
function unroll(inner: Frame, body: Flow, [generator, ...rest]: readonly Comprehension[], iterable: Value, visit: () => boolean): boolean {
  const { type } = iterable;
  if (!generator || (type?.kind !== "list" && type?.kind !== "tuple") || type.elements.length > maximumUnrolled) return false;
  for (const element of type.elements) {
    assign(inner, body, generator.target, element, undefined);
    const passed = generator.ifs.map((test) => truth(evaluate(inner, body, test)));
    if (passed.includes(undefined)) return false;
    if (passed.includes(false)) continue;
    const [next] = rest;
    const goesOn = next ? unroll(inner, body, rest, iterableIn(inner, body, next), visit) : visit();
    if (!goesOn) return false;
  }
  return true;
}

/** `*(f(x) for x in xs)`, `list(f(x) for x in xs)`: what a generator gives, as a list. */
export function evaluateDrained(frame: Frame, flow: Flow, node: Expression): Value {
  if (node.kind !== "GeneratorExp") return evaluate(frame, flow, node);
  const elements = comprehension(frame, flow, node, node.generators, (inner, at) => evaluate(inner, at, node.elt));
  const value = comprehended(frame, flow, node, elements, true);
  frame.run.values?.set(node, comprehended(frame, flow, node, elements, false));
  return value;
}

function comprehended(frame: Frame, flow: Flow, node: Expression, elements: Comprehended, isDrained: boolean): Value {
  const { interner } = frame.machine;
  const place = placeOf(frame, node);
  const origins = [{ kind: "literal", place }] as const;
  if (node.kind === "GeneratorExp" && !isDrained) {
    return interner.value({ type: { kind: "sequence", name: "iterator", element: elements.element }, origins });
  }
  const kind = node.kind === "SetComp" ? "set" : "list";
  if (elements.each && kind === "list") return fresh(frame.machine, flow, interner.value({ type: { kind, elements: elements.each }, origins }));
  return fresh(frame.machine, flow, interner.value({ type: { kind: "sequence", name: `builtins.${kind}`, element: elements.element }, origins }));
}

function lambda(frame: Frame, flow: Flow, node: Lambda): Value {
  const value = functionValue(frame, flow, node, "<lambda>", "plain");
  frame.run.deferred.set(node, { callable: value, unit: frame.unit, owner: frame.owner });
  return value;
}
