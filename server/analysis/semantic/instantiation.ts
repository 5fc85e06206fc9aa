/**
 * Objects of the workspace's classes: making one, calling its methods, `super()`, and what a library's base class does by
 * calling methods that are written here.
 *
 *     class Scale(BaseEstimator, TransformerMixin):
 *         def __init__(self, by): self.by = by
 *         def fit(self, X, y=None): return self
 *         def transform(self, X): return X / self.by
 *
 *     scale = Scale(2)             object with by = 2
 *     scale.fit_transform(df)      the library's fit_transform, which runs fit and transform
 */
import { callableOf, isSubclass, memberOf } from "../knowledge/callables.ts";
import type { Call, Statement } from "../syntax/nodes.ts";
import type { ArgumentValue } from "./analysis.ts";
import { isStableIn, withAttributes } from "./attributes.ts";
import { resultOrigins } from "./library-calls.ts";
import { loseContainers } from "./aliasing.ts";
import { escape, forgetAttributes, placeOf, rememberAttribute } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { expanded } from "./functions.ts";
import { classesAfter, findMember, libraryBases, linearized } from "./hierarchy.ts";
import type { Frame } from "./machine.ts";
import type { Named, Value } from "./value.ts";

export function method(frame: Frame, flow: Flow, node: Call, implementation: Value, self: Value, args: readonly ArgumentValue[]): Value {
  forgetAttributes(frame);
  const classValue = self.type?.kind === "object" ? self.type.class : self;
  const owner = ownerOf(classValue, implementation) ?? classValue;
  const result = frame.machine.callFunction({ frame, flow, callable: implementation, self, owner, args, at: node, recorded: true });
  // `super().__init__(...)` assigns attributes of the object at hand.
  if (frame.self?.isInit === true && node.func.kind === "Attribute" && node.func.attr.name === "__init__") {
    for (const { name, value } of result.attributes) rememberAttribute(frame, flow, frame.self.name, name, value);
  }
  return result.value;
}

/** The class of the hierarchy whose body holds the function. */
function ownerOf(classValue: Value, implementation: Value): Value | undefined {
  return linearized(classValue).classes.find(({ type }) => type?.kind === "class" && type.members.some((each) => each.value === implementation));
}

/** What calling an object runs: its `__call__`, or what the `__call__` of a library's base class runs. */
export function callMethod(classValue: Value): Value | undefined {
  const own = findMember(classValue, "__call__")?.value;
  if (own) return own.type?.kind === "function" ? own : undefined;
  const base = libraryBases(classValue);
  const name = base.some((each) => isSubclass(each, "torch.nn.Module") || modules.has(each)) ? "forward" : base.some((each) => layer.test(each)) ? "call" : undefined;
  const found = name === undefined ? undefined : findMember(classValue, name)?.value;
  return found?.type?.kind === "function" ? found : undefined;
}

const modules: ReadonlySet<string> = new Set([
  "torch.nn.Module", "torch.nn.modules.module.Module", "pytorch_lightning.LightningModule", "lightning.LightningModule", "lightning.pytorch.LightningModule",
]);
const layer = /^(?:tensorflow\.|tf_)?keras\.(?:Model|layers\.Layer|models\.Model)$/u;

/** Methods of library base classes that run methods of the class at hand. */
const inherited: ReadonlyMap<string, readonly string[]> = new Map([
  ["fit_transform", ["fit", "transform"]], ["fit_predict", ["fit"]], ["score", ["predict"]], ["start", ["run"]],
]);

export function runInherited(frame: Frame, flow: Flow, node: Call, target: string, self: Value, args: readonly ArgumentValue[]): void {
  const { type } = self;
  if (type?.kind !== "object") return;
  const names = inherited.get(target.slice(target.lastIndexOf(".") + 1)) ?? [];
  for (const name of names) {
    const found = findMember(type.class, name);
    if (found?.value.type?.kind !== "function") continue;
    // `transform` is given the rows only, `run` nothing.
    const passed = name === "fit" ? args : name === "run" ? [] : args.slice(0, 1);
    forgetAttributes(frame);
    frame.machine.callFunction({ frame, flow, callable: found.value, self, owner: found.owner, args: passed, at: node, slot: name, recorded: true });
  }
}

/** `super()`, and its older spelling `super(Net, self)` inside Net. */
export function isPlainSuper(frame: Frame, args: readonly ArgumentValue[]): boolean {
  const [owner, self] = args;
  if (!owner) return true;
  const written = owner.value.type?.kind === "class" && frame.owner?.type?.kind === "class" && owner.value.type.definition.node === frame.owner.type.definition.node;
  return written && args.length === 2 && self?.node.kind === "Name" && self.node.id === frame.self?.name;
}

/** What `super()` stands for where nothing more is asked of it than an attribute: see {@link superAttribute}. */
export function superValue(frame: Frame): Value {
  const { interner } = frame.machine;
  const [library] = frame.owner ? libraryBases(frame.owner) : [];
  return library === undefined ? interner.unknown : interner.instance(library);
}

/** `super().name`: found in the classes that come after the one at hand, and bound to the object at hand. */
export function superAttribute(frame: Frame, name: string): Value | undefined {
  const { interner } = frame.machine;
  const { owner } = frame;
  const self = frame.self?.value;
  const own = self?.type?.kind === "object" ? self.type.class : self;
  if (!owner || !self || !own) return undefined;
  for (const each of classesAfter(own, owner) ?? linearized(owner).classes.slice(1)) {
    const { type } = each;
    if (type?.kind === "symbol") {
      if (type.name === "builtins.object") continue;
      if (name !== "__init__" && !callableOf(`${type.name}.${name}`)) continue;
      const member = memberOf(type.name, name);
      return interner.value({ type: { kind: "method", name: member.kind === "method" ? member.name : `${type.name}.${name}`, receiver: interner.instance(type.name), implementation: undefined } });
    }
    if (type?.kind !== "class") return undefined;
    const value = type.members.find((member) => member.name === name)?.value;
    if (!value) continue;
    if (value.type?.kind !== "function" || value.type.binding === "property") return interner.unknown;
    if (value.type.binding === "static") return value;
    const receiver = value.type.binding === "class" ? own : self;
    return interner.value({ type: { kind: "method", name: `${type.definition.name}.${name}`, receiver, implementation: value } });
  }
  return undefined;
}

export function instantiate(frame: Frame, flow: Flow, node: Call, classValue: Value, args: readonly ArgumentValue[]): Value {
  const { machine } = frame;
  const { type } = classValue;
  if (type?.kind !== "class") return machine.interner.unknown;
  forgetAttributes(frame);
  const blank = withAttributes(machine, classValue, [], []);
  const init = findMember(classValue, "__init__");
  const dataclass = linearized(classValue).classes.find((each) => each.type?.kind === "class" && each.type.isDataclass);
  let attributes: readonly Named[] = [];
  if (init?.value.type?.kind === "function") {
    attributes = machine.callFunction({ frame, flow, callable: init.value, self: blank, owner: init.owner, args, at: node, recorded: true }).attributes;
  } else if (dataclass) {
    attributes = dataclassAttributes(frame, dataclass, args);
  } else {
    for (const arg of args) escape(machine, flow, arg.value);
  }
  const stable: Named[] = [];
  for (const each of attributes) {
    if (isStableIn(machine, classValue, each.name)) stable.push(each);
    // Read as something unknown from here on, which may be this.
    else loseContainers(machine.interner, flow, each.value);
  }
  const origins = args.length === 0 ? [] : resultOrigins(type.definition.name, placeOf(frame, node), undefined, args).slice(1);
  return withAttributes(machine, classValue, stable, origins);
}

function dataclassAttributes(frame: Frame, classValue: Value, args: readonly ArgumentValue[]): readonly Named[] {
  const { machine } = frame;
  const { positional, keywords, isOpen } = expanded(machine, args);
  return dataclassFields(classValue).map(({ name, value }, index) => {
    const given = positional[index] ?? keywords.get(name);
    return { name, value: given ?? (isOpen ? undefined : value) ?? machine.interner.unknown };
  });
}

/** Annotated names of the class body in order, bases first. */
function dataclassFields(classValue: Value): readonly { readonly name: string; readonly value: Value | undefined }[] {
  const fields = new Map<string, Value | undefined>();
  for (const { type } of [...linearized(classValue).classes].reverse()) {
    if (type?.kind !== "class" || !type.isDataclass) continue;
    for (const statement of type.definition.node.body) {
      const name = fieldName(statement);
      if (name !== undefined) fields.set(name, type.members.find((each) => each.name === name)?.value);
    }
  }
  return [...fields].map(([name, value]) => ({ name, value }));
}

function fieldName(statement: Statement): string | undefined {
  if (statement.kind !== "AnnAssign" || statement.target.kind !== "Name") return undefined;
  const { annotation } = statement;
  const generic = annotation.kind === "Subscript" ? annotation.value : annotation;
  const said = generic.kind === "Attribute" ? generic.attr.name : generic.kind === "Name" ? generic.id : "";
  return said === "ClassVar" ? undefined : statement.target.id;
}
