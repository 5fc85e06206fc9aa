/**
 * Classes of the workspace: the body runs once, at the definition, and its names become members.
 *
 *     class Loader:
 *         folder = "/mnt/data"            member folder
 *         def __init__(self, name):       member __init__; run with open parameters later, like all functions
 *             self.name = name
 */
import type { ClassDef } from "../syntax/nodes.ts";
import { placeOf } from "./environment.ts";
import type { Flow } from "./flow.ts";
import type { Frame, InlineScope } from "./machine.ts";
import type { Named, Type, Value } from "./value.ts";

export function classValue(frame: Frame, flow: Flow, node: ClassDef): Value {
  const { machine } = frame;
  const { interner } = machine;
  const decorators = node.decoratorList.map((decorator) => {
    const value = machine.evaluate(frame, flow, decorator);
    const target = decorator.kind === "Call" ? frame.run.events.get(decorator)?.target : undefined;
    return target ?? (value.type?.kind === "symbol" ? value.type.name : undefined);
  });
  const bases = node.bases.map((base) => machine.evaluate(frame, flow, base));
  for (const keyword of node.keywords) machine.evaluate(frame, flow, keyword.value);
  const scope = frame.scopes.scopeOf(node);
  if (!scope) return interner.unknown;
  const inline: InlineScope = { scope, prefix: `${interner.nodeId(node)}:` };
  const before = new Set(frame.run.deferred.keys());
  const inner: Frame = { ...frame, inline: [...frame.inline, inline], eventScope: { node, name: node.name.name } };
  // A body that runs again finds nothing of the last time.
  for (const name of scope.bindings.keys()) if (flow.local(inline.prefix + name)) flow.set("locals", inline.prefix + name, undefined);
  machine.execute(inner, flow, node.body);
  const members: Named[] = [];
  for (const name of scope.bindings.keys()) {
    const value = flow.local(inline.prefix + name);
    if (value) members.push({ name, value });
  }
  const definition = { name: node.name.name, node, place: placeOf(frame, node) };
  const isDataclass = decorators.some((name) => name === "dataclasses.dataclass" || name === "attrs.define" || name === "attr.s")
    || bases.some((each) => each.type?.kind === "symbol" && each.type.name === "typing.NamedTuple");
  const type: Type = { kind: "class", definition, bases, members, isDataclass };
  const value = interner.value({ type });
  for (const [key, deferred] of frame.run.deferred) {
    // Functions of the body belong to the class; functions of classes inside it have their own.
    if (!before.has(key) && deferred.owner === frame.owner) frame.run.deferred.set(key, { ...deferred, owner: value });
  }
  const isPlain = decorators.every((name) => name !== undefined && transparent.has(name));
  return isPlain ? value : interner.unknown;
}

const transparent = new Set(["dataclasses.dataclass", "attrs.define", "attr.s", "typing.final", "functools.total_ordering", "typing.runtime_checkable"]);
