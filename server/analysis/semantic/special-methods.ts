/**
 * What Python calls of a class that is written in the workspace when one of its objects is subscripted, gone through or measured.
 *
 *     class Batches:
 *         def __init__(self, folder): self.folder = folder
 *         def __getitem__(self, name): return pd.read_csv(self.folder + "/" + name)
 *         def __iter__(self):
 *             for name in ("a.csv", "b.csv"): yield self[name]
 *
 *     batches = Batches("/mnt")
 *     batches["a.csv"]              runs __getitem__: reads /mnt/a.csv
 *     for frame in batches: ...     runs __iter__: each frame is what it yields
 */
import type { Node } from "../syntax/nodes.ts";
import { forgetAttributes, unboundGlobal } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { merge } from "./flow.ts";
import { baseClasses, findMember } from "./hierarchy.ts";
import { isNone } from "./join.ts";
import type { Frame } from "./machine.ts";
import type { Value } from "./value.ts";

/** The result of `object.__name__(...)`; `undefined` when it is no object of the workspace, or its class defines no such method. */
export function specialResult(frame: Frame, flow: Flow, at: Node, object: Value, name: string, args: readonly Value[]): Value | undefined {
  if (object.type?.kind !== "object") return undefined;
  const found = findMember(object.type.class, name);
  if (found?.value.type?.kind !== "function" || found.value.type.binding !== "plain") return undefined;
  forgetAttributes(frame);
  const passed = args.map((value) => ({ keyword: undefined, unpacked: false, value }));
  return frame.machine.callFunction({ frame, flow, callable: found.value, self: object, owner: found.owner, args: passed, at, slot: name, recorded: true }).value;
}

/**
 * What going through a value goes through: for an object of the workspace, what its `__iter__` gives, or anything that its
 * `__getitem__` does. Other values are gone through as they are.
 */
export function goneThrough(frame: Frame, flow: Flow, at: Node, value: Value): Value {
  if (value.type?.kind === "instance" && value.type.name === "tqdm.tqdm") return behindBar(frame, at) ?? value;
  if (value.type?.kind !== "object") return value;
  const iterator = specialResult(frame, flow, at, value, "__iter__", []);
  if (iterator) {
    if (iterator.type?.kind !== "object") return iterator;
    return iteratorOver(frame, anyNumberOfTimes(frame, flow, (path) => specialResult(frame, path, at, iterator, "__next__", [])));
  }
  if (!isIteratedByIndex(value.type.class)) return value;
  const index = frame.machine.interner.instance("builtins.int");
  return iteratorOver(frame, anyNumberOfTimes(frame, flow, (path) => specialResult(frame, path, at, value, "__getitem__", [index])));
}

/** `for name in tqdm(names)` goes through the names. */
function behindBar({ run }: Frame, at: Node): Value | undefined {
  const [first] = run.events.get(at)?.args ?? [];
  return first?.position === 0 && !first.unpacked ? first.value : undefined;
}

/** Its class says how elements are found by number, and none of its bases may say how it is gone through. */
function isIteratedByIndex(classValue: Value): boolean {
  const isPlain = ({ type }: Value): boolean => type?.kind === "class" || (type?.kind === "symbol" && (type.name === "builtins.object" || type.name === "torch.utils.data.Dataset"));
  return baseClasses(classValue)?.every(isPlain) === true && !findMember(classValue, "__iter__") && findMember(classValue, "__getitem__") !== undefined;
}

function anyNumberOfTimes(frame: Frame, flow: Flow, run: (path: Flow) => Value | undefined): Value | undefined {
  const { machine } = frame;
  const once = flow.fork();
  const result = run(once);
  merge(machine.interner, flow, [flow.fork(), once], unboundGlobal(machine, flow));
  return result;
}

/** @param element `None` where its method only raises StopIteration as far as it was followed */
function iteratorOver(frame: Frame, element: Value | undefined): Value {
  const { interner } = frame.machine;
  return interner.value({ type: { kind: "sequence", name: "iterator", element: element && !isNone(element) ? element : interner.unknown } });
}
