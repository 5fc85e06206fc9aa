/**
 * From what knowledge says of types to values.
 *
 *     pd.read_csv(p)                     .DataFrame                       an instance
 *     plt.subplots(2, 2)                 tuple[...] ? nrows~1 ...         the case that the arguments choose
 *     np.sqrt(df["x"])                   like(x)                          a series, as the argument is one
 *     for ax in axes.flat                __iter__() -> iterator[.Axes]    what a loop gets
 *
 * Where arguments leave open which case holds, the result is one of them.
 */
import { callableOf, isSubclass, methodOf } from "../knowledge/callables.ts";
import type { Callable, Condition, ReturnType } from "../knowledge/callables.ts";
import { elementwise, operatorMethods, plainOperands } from "../knowledge/operators.ts";
import { parseReturnType } from "../knowledge/returns.ts";
import type { Interner } from "./interner.ts";
import { elementOf, joinAll } from "./join.ts";
import type { Origin, Value } from "./value.ts";

/** The arguments of a call, for types that depend on them. */
export interface PassedArguments {
  /** By position; without those that were unpacked. */
  readonly positional: readonly Value[];
  readonly keywords: ReadonlyMap<string, Value>;
  /** There were unpacked arguments that are not known one by one. */
  readonly isOpen: boolean;
}

const nothingPassed: PassedArguments = { positional: [], keywords: new Map(), isOpen: false };

interface Context {
  readonly interner: Interner;
  readonly receiver: Value | undefined;
  readonly origins: readonly Origin[];
  readonly callable: Callable | undefined;
  readonly passed: PassedArguments;
}

/** The value that a type of the stub language stands for. `self` is the receiver's class without what is known of this one object. */
export function valueOfTypeName({ interner }: { readonly interner: Interner }, type: string, receiver: Value | undefined, origins: readonly Origin[]): Value {
  return valueOf({ interner, receiver, origins, callable: undefined, passed: nothingPassed }, parseReturnType(type));
}

/** What a call of the callable gives; `undefined` when knowledge says nothing of it. */
export function returnedValue(
  interner: Interner,
  callable: Callable,
  receiver: Value | undefined,
  passed: PassedArguments,
  origins: readonly Origin[],
): Value | undefined {
  if (callable.returns === undefined) return undefined;
  const context: Context = { interner, receiver, origins, callable, passed };
  const possible: string[] = [];
  for (const { conditions, returns } of callable.cases) {
    const holds = all(conditions.map((each) => holdsFor(context, each)));
    if (holds === false) continue;
    possible.push(returns);
    if (holds === true) return oneOf(context, possible);
  }
  return oneOf(context, [...possible, callable.returns]);
}

/** What the callable gives the function that it is passed by this name, or at this position; `undefined` when knowledge says nothing of it. */
export function callbackValues(
  interner: Interner,
  callable: Callable,
  receiver: Value | undefined,
  passed: PassedArguments,
  given: { readonly keyword: string | undefined; readonly position: number },
): readonly Value[] | undefined {
  const { parameters, callbacks } = callable;
  if (callbacks.length === 0) return undefined;
  const parameter = given.keyword === undefined ? parameters[given.position] : parameters.find((each) => each.name === given.keyword);
  const name = (parameter ?? parameters.find((each) => each.kind === "var-keyword"))?.name;
  const callback = callbacks.find((each) => each.parameter === name);
  return callback?.passes.map((type) => valueOf({ interner, receiver, origins: [], callable, passed }, parseReturnType(type)));
}

/** What a loop over an object of a library's class gets; `undefined` when knowledge says nothing of it. */
export function iteratedValue(interner: Interner, iterable: Value): Value | undefined {
  if (iterable.type?.kind !== "instance") return undefined;
  const iterator = specialMethod(interner, iterable, "__iter__", []);
  // An iterator of a class of its own (`__iter__() -> self`) says in `__next__` what it gives.
  return iterator?.type?.kind === "instance" ? specialMethod(interner, iterator, "__next__", []) : iterator && elementOf(interner, iterator);
}

/** What Python's special method gives for an operator or a subscript. */
export function specialMethod(interner: Interner, receiver: Value, method: string, args: readonly Value[]): Value | undefined {
  const { type } = receiver;
  if (type?.kind !== "instance") return undefined;
  const callable = methodOf(type.name, method);
  return callable && returnedValue(interner, callable, receiver, { positional: args, keywords: nothingPassed.keywords, isOpen: false }, receiver.origins);
}

/** The result of `left op right` where a library's class decides it. */
export function operatorValue(interner: Interner, op: string, left: Value, right: Value, origins: readonly Origin[]): Value | undefined {
  const name = elementwiseOperand(left, right);
  if (name !== undefined) return interner.instance(name, origins);
  const method = operatorMethods[op];
  return method === undefined ? undefined : specialMethod(interner, left, method, [right]);
}

/** The result of a comparison where a library's class decides it. */
export function comparisonValue(interner: Interner, left: Value, right: Value, origins: readonly Origin[]): Value | undefined {
  const name = elementwiseOperand(left, right);
  const found = name === undefined ? undefined : elementwise.find((each) => isSubclass(name, each.name));
  return found && interner.instance(found.compares, origins);
}

/** The class of the side that decides what an elementwise operator gives. */
function elementwiseOperand(left: Value, right: Value): string | undefined {
  const x = left.type?.kind === "instance" ? left.type.name : undefined;
  const y = right.type?.kind === "instance" ? right.type.name : undefined;
  for (const { name, decides } of elementwise) {
    const isLeft = x !== undefined && isSubclass(x, name);
    if (!isLeft && (y === undefined || !isSubclass(y, name))) continue;
    const other = isLeft ? right : left;
    const isPlain = other.type?.kind === "list" || other.type?.kind === "tuple" || (other.type?.kind === "sequence" && other.type.name !== "iterator");
    const otherName = isLeft ? y : x;
    const fits = decides || isPlain || (otherName !== undefined && (plainOperands.has(otherName) || elementwise.some((each) => isSubclass(otherName, each.name))));
    return fits ? (isLeft ? x : y) : undefined;
  }
  return undefined;
}

/**
 * The callable that a call of `target` on the receiver runs. A class that only knowledge has says more of its methods than the base
 * by whose name they go.
 */
export function callableFor(target: string, receiver: Value | undefined): Callable | undefined {
  const own = receiver?.type?.kind === "instance" ? methodOf(receiver.type.name, target.slice(target.lastIndexOf(".") + 1)) : undefined;
  return own ?? callableOf(target);
}

/** Position of the parameter among the first `count` of the signature, for an argument that may be passed by position or by name; or -1. */
export function parameterIndex(target: string, name: string, count: number): number {
  return positionOf(callableOf(target), name, count);
}

/** No more are looked at than were passed by position: some functions have fifty parameters. */
function positionOf(callable: Callable | undefined, name: string, count: number): number {
  const parameters = callable?.parameters ?? [];
  for (let index = 0; index < count; index++) {
    const parameter = parameters[index];
    if (!parameter) return -1;
    if (parameter.name === name && parameter.kind === "positional") return index;
  }
  return -1;
}

// ---- types -------------------------------------------------------------------------------------------------

function oneOf(context: Context, types: readonly string[]): Value {
  return joinAll(context.interner, types.map((each) => valueOf(context, parseReturnType(each))));
}

function valueOf(context: Context, type: ReturnType): Value {
  const { interner, origins } = context;
  switch (type.kind) {
    case "class":
      return interner.instance(type.name, origins);
    case "self":
      return likeReceiver(context);
    case "none":
      return interner.none;
    case "unknown":
      return interner.value({ origins });
    case "union":
      return joinAll(interner, type.parts.map((each) => valueOf(context, each)));
    case "tuple":
      return interner.value({ type: { kind: "tuple", elements: type.parts.map((each) => valueOf(context, each)) }, origins });
    case "tuple-of":
      return interner.value({ type: { kind: "sequence", name: "builtins.tuple", element: firstPart(context, type.parts) }, origins });
    case "list":
      return interner.value({ type: { kind: "sequence", name: "builtins.list", element: firstPart(context, type.parts) }, origins });
    case "set":
      return interner.value({ type: { kind: "sequence", name: "builtins.set", element: firstPart(context, type.parts) }, origins });
    case "iterator":
      return interner.value({ type: { kind: "sequence", name: "iterator", element: firstPart(context, type.parts) }, origins });
    case "argument":
      return argument(context, type.parameter) ?? interner.value({ origins });
    case "element": {
      const given = argument(context, type.parameter);
      const element = given && elementOf(interner, given);
      return element ?? interner.value({ origins });
    }
    case "like": {
      const name = arithmeticType(argument(context, type.parameter));
      return name === undefined ? interner.value({ origins }) : interner.instance(name, origins);
    }
    case "twice":
      return twice(context);
  }
}

function firstPart(context: Context, [first]: readonly ReturnType[]): Value {
  return first ? valueOf(context, first) : context.interner.unknown;
}

function likeReceiver({ interner, receiver, origins }: Context): Value {
  const own = receiver?.type;
  if (own?.kind === "instance") return interner.instance(own.name, origins);
  return own?.kind === "object" ? interner.value({ type: own, origins }) : interner.value({ origins });
}

/** What elementwise arithmetic gives for such an operand. */
function arithmeticType(value: Value | undefined): string | undefined {
  const type = value?.type;
  switch (type?.kind) {
    case "instance":
      if (elementwise.some((each) => isSubclass(type.name, each.name))) return type.name;
      return scalars.has(type.name) ? "numpy.float64" : type.name === "builtins.list" || type.name === "builtins.tuple" ? "numpy.ndarray" : undefined;
    case "list":
    case "tuple":
      return "numpy.ndarray";
    case "sequence":
      return type.name === "iterator" ? undefined : "numpy.ndarray";
    default:
      return undefined;
  }
}

const scalars: ReadonlySet<string> = new Set(["builtins.int", "builtins.float", "builtins.bool", "numpy.int64"]);

/** What is left and what was set aside, for each argument that stands by position. */
function twice({ interner, passed, origins }: Context): Value {
  if (passed.isOpen) return interner.instance("builtins.list", origins);
  const elements = passed.positional.flatMap((each) => {
    const part = partOf(interner, each, origins);
    return [part, part];
  });
  return interner.value({ type: { kind: "list", elements }, origins });
}

function partOf(interner: Interner, { type }: Value, origins: readonly Origin[]): Value {
  switch (type?.kind) {
    case "instance":
      return interner.instance(type.name, origins);
    case "list":
    case "tuple":
      return interner.instance("builtins.list", origins);
    case "sequence":
      return type.name === "iterator" ? interner.value({ origins }) : interner.instance("builtins.list", origins);
    default:
      return interner.value({ origins });
  }
}

// ---- conditions --------------------------------------------------------------------------------------------

function argument({ callable, passed }: Context, parameter: string): Value | undefined {
  const byName = passed.keywords.get(parameter);
  if (byName) return byName;
  const index = positionOf(callable, parameter, passed.positional.length);
  return index >= 0 ? passed.positional[index] : undefined;
}

/** `undefined`: it may. */
function all(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false;
  return answers.includes(undefined) ? undefined : true;
}

function holdsFor(context: Context, { parameter, test, operand }: Condition): boolean | undefined {
  const value = argument(context, parameter);
  if (!value) return context.passed.isOpen ? undefined : test === "absent-or-equals";
  switch (test) {
    case "passed":
      return true;
    case "equals":
      return equals(value, operand);
    case "absent-or-equals":
      // Who passes something that is not written out seldom passes the default.
      return equals(value, operand) ?? false;
    case "is-a":
      return isA(value, operand);
    case "elements-are": {
      const element = elementOf(context.interner, value);
      return element !== undefined && isA(element, operand) === true;
    }
  }
}

function equals({ constant, type }: Value, operand: string): boolean | undefined {
  switch (constant?.kind) {
    case "none":
      return operand === "None";
    case "bool":
      return operand === (constant.value ? "True" : "False");
    case "number":
      return operand === String(constant.value);
    case "text": {
      const [piece] = constant.pieces;
      if (constant.pieces.length === 0) return operand === "";
      return constant.pieces.length === 1 && piece?.kind === "literal" ? piece.text === operand : undefined;
    }
    default:
      // A list is no number, text or bool.
      return type && type.kind !== "instance" && type.kind !== "union" ? false : undefined;
  }
}

type Kind = "text" | "number" | "slice" | "many" | "tuple" | "none" | "other";

function isA(value: Value, operand: string): boolean | undefined {
  const { type } = value;
  if (!type || type.kind === "union") return undefined;
  if (operand.includes(".")) return type.kind === "instance" && isSubclass(type.name, operand);
  return kindOf(value) === operand;
}

function kindOf({ type }: Value): Kind {
  switch (type?.kind) {
    case "tuple":
      return "tuple";
    case "list":
    case "set":
      return "many";
    case "sequence":
      return type.name === "builtins.tuple" ? "tuple" : "many";
    case "instance":
      return instanceKinds.get(type.name) ?? (isSubclass(type.name, "pandas.Index") ? "many" : "other");
    default:
      return "other";
  }
}

const instanceKinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ["builtins.str", "text"], ["builtins.int", "number"], ["builtins.float", "number"], ["builtins.bool", "number"], ["builtins.NoneType", "none"],
  ["builtins.slice", "slice"], ["builtins.list", "many"], ["builtins.set", "many"], ["builtins.tuple", "tuple"], ["pandas.Series", "many"],
  ["pandas.DataFrame", "many"], ["numpy.ndarray", "many"], ["numpy.int64", "number"], ["numpy.float64", "number"],
]);
