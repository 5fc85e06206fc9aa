/**
 * `with manager as value`: what `__enter__` gives.
 *
 *     with open(p) as f                  the file itself
 *     with engine.begin() as conn        knowledge: what begin() returns enters as itself
 *     with Timer() as t                  the result of Timer.__enter__ of this document
 *     with session_scope() as s          what a @contextmanager function yields
 */
import { callableOf } from "../knowledge/callables.ts";
import type { WithItem } from "../syntax/nodes.ts";
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
