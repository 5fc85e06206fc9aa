/**
 * `with manager as value`: what `__enter__` gives, and whether the program goes on behind it when its body stopped.
 *
 *     with open(p) as f                  the file itself
 *     with engine.begin() as conn        knowledge: what begin() returns enters as itself
 *     with Timer() as t                  the result of Timer.__enter__ of this document
 *     with session_scope() as s          what a @contextmanager function yields
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Expression, Node, WithItem } from "../syntax/nodes.ts";
import { walkStatements } from "../syntax/walk.ts";
import { findMember } from "./hierarchy.ts";
import type { Flow } from "./flow.ts";
import { valueOfTypeName } from "./library-types.ts";
import type { Frame } from "./machine.ts";
import { eachMember } from "./members.ts";
import type { Value } from "./value.ts";

export function enteredValue(frame: Frame, flow: Flow, managers: Value, item: WithItem): Value {
  return eachMember(frame, flow, item.contextExpr, managers, (path, manager) => enteredOne(frame, path, manager, item));
}

function enteredOne(frame: Frame, flow: Flow, manager: Value, item: WithItem): Value {
  const { machine } = frame;
  const { type } = manager;
  switch (type?.kind) {
    case "instance": {
      const enter = callableOf(`${type.name}.__enter__`);
      return enter?.returns === undefined ? manager : valueOfTypeName(machine, enter.returns, manager, manager.origins);
    }
    case "sequence":
      return type.name === "iterator" ? type.element : machine.interner.unknown;
    case "object": {
      const enter = findMember(type.class, "__enter__") ?? findMember(type.class, "__aenter__");
      if (enter?.value.type?.kind !== "function") return machine.interner.unknown;
      return machine.callFunction({ frame, flow, callable: enter.value, self: manager, owner: enter.owner, args: [], at: item, recorded: true }).value;
    }
    default:
      return machine.interner.value({ origins: manager.origins });
  }
}

/**
 * Whether a manager may swallow an exception: an object of the workspace whose `__exit__` returns something, a generator that catches what
 * its `yield` raises, and anything that is not known.
 *
 * @param callee what was called to make it
 */
export function mayGoOn({ type }: Value, callee: Value | undefined): boolean {
  switch (type?.kind) {
    case undefined:
      return callee === undefined || callee.type?.kind !== "symbol";
    case "union":
      return type.members.some((each) => mayGoOn(each, callee));
    case "object": {
      const exit = findMember(type.class, "__exit__") ?? findMember(type.class, "__aexit__");
      return exit !== undefined && contains(exit.value, ({ kind, value }) => kind === "Return" && value !== undefined && !isFalse(value));
    }
    case "sequence":
      return callee !== undefined && contains(callee.type?.kind === "method" ? callee.type.implementation : callee, ({ kind, handlers }) => kind === "Try" && (handlers?.length ?? 0) > 0);
    default:
      return false;
  }
}

function isFalse(node: Expression): boolean {
  return node.kind === "Constant" && (node.type === "None" || node.type === "False");
}

type Looked = Readonly<{ kind: Node["kind"]; value?: Expression; handlers?: readonly Node[] }>;

/** Whether some statement of a function is like this; of what is no function here it is not known. */
function contains(callable: Value | undefined, test: (node: Looked) => boolean): boolean {
  if (callable?.type?.kind !== "function") return true;
  const { node } = callable.type.definition;
  if (node.kind === "Lambda") return false;
  let found = false;
  walkStatements(node.body, (each) => {
    if (test(each as Looked)) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** `__exit__` of an object of the workspace. */
export function leave(frame: Frame, flow: Flow, manager: Value, item: WithItem): void {
  if (manager.type?.kind !== "object") return;
  const exit = findMember(manager.type.class, "__exit__") ?? findMember(manager.type.class, "__aexit__");
  if (exit?.value.type?.kind !== "function") return;
  const open = { keyword: undefined, unpacked: true, value: frame.machine.interner.unknown };
  frame.machine.callFunction({ frame, flow, callable: exit.value, self: manager, owner: exit.owner, args: [open], at: item, slot: "exit", recorded: true });
}
