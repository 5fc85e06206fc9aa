/**
 * Doing something with a value that is one of several: once for each, on paths of their own, which join again.
 *
 *     df = None                    None
 *     if ready: df = load()        None or instance pandas.DataFrame
 *     df["a"] = 1                  None would raise: from here on df is the frame
 *
 *     out = [] if flat else {}
 *     out.clear()                  as a list on one path, as a dict on the other
 *
 * On the path of a member the name that holds the value stands for this member, and what is called has a run of its own:
 *
 *     load = read_csv if small else read_parts
 *     load(path)                   a run of either function with this path
 */
import type { Expression } from "../syntax/nodes.ts";
import { leakAllBut } from "./aliasing.ts";
import { narrowName, unboundGlobal } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { joinAll, presentMembers } from "./join.ts";
import type { Frame } from "./machine.ts";
import type { Value } from "./value.ts";

/** @param holder expression that gave the value */
export function eachMember(frame: Frame, flow: Flow, holder: Expression, value: Value, use: (flow: Flow, member: Value) => Value): Value {
  if (value.type?.kind !== "union") return use(flow, value);
  const { machine } = frame;
  const members = presentMembers(value);
  const [only, ...others] = members;
  if (only && others.length === 0) {
    narrowName(frame, flow, holder, only);
    return use(flow, only);
  }
  const results: Value[] = [];
  const outside = frame.run.member;
  const paths = members.map((member, index) => {
    const path = flow.fork();
    narrowName(frame, path, holder, member);
    frame.run.member = `${outside}|${String(index)}`;
    results.push(use(path, member));
    return path;
  });
  frame.run.member = outside;
  merge(machine.interner, flow, paths, unboundGlobal(machine, flow));
  const result = joinAll(machine.interner, results);
  leakAllBut(machine.interner, flow, result, results);
  return result;
}
