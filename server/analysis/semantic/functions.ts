/**
 * Functions of the workspace: their values, and how arguments meet parameters.
 *
 *     def load(name, folder=DATA): ...      function value, with the value that DATA has at the `def`
 *     load("x.csv")                         name = "x.csv", folder = that value
 *
 * A function inside a function keeps the values of the outer names it uses, where those are bound once; names that are
 * bound again are unknown to it, as the call may come before or after.
 */
import { fitted } from "../syntax/lists.ts";
import type { Argument, Arguments, AsyncFunctionDef, FunctionDef, Lambda } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { isReboundInside, placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { isNone, join, joinAll, membersOf } from "./join.ts";
import type { Frame, Machine, PassedArgument } from "./machine.ts";
import { isLocal } from "./scopes.ts";
import { plainText } from "./texts.ts";
import type { Named, Type, Value } from "./value.ts";

type FunctionNode = FunctionDef | AsyncFunctionDef | Lambda;
export type FunctionType = Extract<Type, { kind: "function" }>;

export function functionValue(frame: Frame, flow: Flow, node: FunctionNode, name: string, binding: FunctionType["binding"]): Value {
  const { interner } = frame.machine;
  const definition = { name, node, place: placeOf(frame, node) };
  const type: Type = { kind: "function", definition, defaults: defaults(frame, flow, node.args), captured: capture(frame, flow, node), binding };
  return interner.value({ type });
}

function defaults(frame: Frame, flow: Flow, args: Arguments): readonly Named[] {
  const positional = [...args.posonlyargs, ...args.args];
  const first = positional.length - args.defaults.length;
  const result: Named[] = [];
  args.defaults.forEach((node, index) => {
    const value = frame.machine.evaluate(frame, flow, node);
    const parameter = positional[first + index];
    if (parameter) result.push({ name: parameter.arg.name, value });
  });
  args.kwonlyargs.forEach((parameter, index) => {
    const node = args.kwDefaults[index];
    if (node) result.push({ name: parameter.arg.name, value: frame.machine.evaluate(frame, flow, node) });
  });
  return fitted(result);
}

/** Values of the names that a nested function takes from the functions around it. */
function capture(frame: Frame, flow: Flow, node: FunctionNode): readonly Named[] {
  const scope = frame.scopes.scopeOf(node);
  if (!scope || (frame.scope.kind === "module" && frame.inline.length === 0)) return [];
  const { interner } = frame.machine;
  const result: Named[] = [];
  for (const name of scope.free) {
    const inline = frame.inline.findLast((each) => each.scope.kind !== "class" && isLocal(each.scope, name));
    if (inline) {
      // A comprehension's name changes with every round.
      result.push({ name, value: interner.unknown });
    } else if (frame.scope.kind === "function" && isLocal(frame.scope, name)) {
      const isBoundOnce = frame.scope.bindings.get(name)?.length === 1 && !isReboundInside(frame.scope, name);
      result.push({ name, value: (isBoundOnce ? flow.local(name) : undefined) ?? interner.unknown });
    } else {
      const outer = frame.captured.find((each) => each.name === name);
      if (outer) result.push(outer);
    }
  }
  return result;
}

/** Values of all parameters for a call; what the call leaves open is unknown. */
export function bindArguments(machine: Machine, type: FunctionType, self: Value | undefined, passed: readonly PassedArgument[], at: Place): readonly Named[] {
  const { interner } = machine;
  const { args } = type.definition.node;
  const { positional: given, keywords, isOpen } = expanded(machine, passed);
  const positional = self ? [self, ...given] : given;
  const result: Named[] = [];
  const used = new Set<string>();
  const parameters = [...args.posonlyargs, ...args.args];
  const fill = (parameter: Argument, value: Value | undefined): void => {
    const { name } = parameter.arg;
    used.add(name);
    const fallback = isOpen ? undefined : type.defaults.find((each) => each.name === name)?.value;
    result.push({ name, value: value ?? keywords.get(name) ?? fallback ?? interner.unknown });
  };
  parameters.forEach((parameter, index) => {
    fill(parameter, positional[index]);
  });
  for (const parameter of args.kwonlyargs) fill(parameter, undefined);
  const origins = [{ kind: "literal", place: at }] as const;
  if (args.vararg) {
    const elements = positional.slice(parameters.length);
    const value = isOpen ? interner.instance("builtins.tuple") : interner.value({ type: { kind: "tuple", elements }, origins });
    result.push({ name: args.vararg.arg.name, value });
  }
  if (args.kwarg) {
    const entries = [...keywords].filter(([name]) => !used.has(name)).map(([name, value]) => ({ key: textValue(machine, name), value }));
    result.push({ name: args.kwarg.arg.name, value: interner.value({ type: { kind: "dict", entries, open: isOpen }, origins }) });
  }
  return result;
}

function textValue(machine: Machine, text: string): Value {
  return machine.interner.text([{ kind: "literal", text, place: undefined }]);
}

export interface Expanded {
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** Something was unpacked that is not known element by element. */
  readonly isOpen: boolean;
}

/** Arguments with `*known` and `**known` spread out. */
export function expanded(_machine: Machine, passed: readonly PassedArgument[]): Expanded {
  if (passed.length === 0) return nothingPassed;
  const positional: Value[] = [];
  let keywords: Map<string, Value> | undefined;
  let isOpen = false;
  let countsPositions = true;
  for (const each of passed) {
    const { type } = each.value;
    if (!each.unpacked) {
      if (each.keyword !== undefined) (keywords ??= new Map()).set(each.keyword, each.value);
      else if (countsPositions) positional.push(each.value);
    } else if (type?.kind === "tuple" || type?.kind === "list") {
      if (countsPositions) positional.push(...type.elements);
    } else if (type?.kind === "dict") {
      for (const entry of type.entries) {
        const key = plainText(entry.key);
        if (key === undefined) isOpen = true;
        else (keywords ??= new Map()).set(key, entry.value);
      }
      if (type.open) isOpen = true;
    } else {
      isOpen = true;
      countsPositions = false;
    }
  }
  return { positional, keywords: keywords ?? nothingPassed.keywords, isOpen };
}

const nothingPassed: Expanded = { positional: [], keywords: new Map(), isOpen: false };

/** Parameters when anybody may call: unknown, or an instance of the annotated class. */
export function openParameters(
  frame: Frame,
  type: FunctionType,
  self: Value | undefined,
  annotated: (annotation: Argument["annotation"]) => Value | undefined,
): readonly Named[] {
  const { interner } = frame.machine;
  const { args } = type.definition.node;
  const anchor = type.definition.place.anchor;
  const result: Named[] = [];
  [...args.posonlyargs, ...args.args, ...args.kwonlyargs].forEach((parameter, index) => {
    const { name } = parameter.arg;
    if (index === 0 && self) {
      result.push({ name, value: self });
      return;
    }
    const origins = [{ kind: "parameter", name, place: { anchor, start: parameter.arg.start, end: parameter.arg.end } }] as const;
    const said = annotated(parameter.annotation);
    // `path: str = None` says that it may be None.
    const fallback = said && type.defaults.find((each) => each.name === name)?.value;
    const known = said && fallback?.constant?.kind === "none" ? join(interner, said, fallback) : said;
    // Whatever it is, it comes from the caller.
    const members = known ? membersOf(known).map((each) => interner.value({ type: each.type, constant: isNone(each) ? each.constant : undefined, origins })) : [];
    result.push({ name, value: members.length > 0 ? joinAll(interner, members) : interner.value({ origins }) });
  });
  if (args.vararg) result.push({ name: args.vararg.arg.name, value: interner.instance("builtins.tuple") });
  if (args.kwarg) result.push({ name: args.kwarg.arg.name, value: interner.value({ type: { kind: "dict", entries: [], open: true } }) });
  return result;
}
