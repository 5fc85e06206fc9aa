/**
 * From a place back to the tree: the nodes that hold it.
 *
 *     x = f(["a"])     ancestorsOf(the place of "a")     Assign, Call, List, Constant
 */
import type { AsyncFunctionDef, FunctionDef, Node, Range } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { children } from "../syntax/walk.ts";

/** Outermost first; the last is the innermost node that covers the range. Empty for a range outside all statements. */
export function ancestorsOf(unit: Unit, range: Range): readonly Node[] {
  const path: Node[] = [];
  let below: readonly Node[] = unit.body;
  for (;;) {
    const next = below.length > long ? searched(below, range) : below.find((node) => covers(node, range));
    if (!next) return path;
    path.push(next);
    below = childrenOf(next);
  }
}

/** Children in which it is worth searching, and which are kept: a function of 10,000 statements is asked for each of its strings. */
const long = 32;

const longChildren = new WeakMap<Node, readonly Node[]>();

function childrenOf(node: Node): readonly Node[] {
  const known = longChildren.get(node);
  if (known) return known;
  const found = children(node);
  if (found.length > long) longChildren.set(node, found);
  return found;
}

/** The first of some nodes, in the order they are written, that covers the range. */
function searched(nodes: readonly Node[], range: Range): Node | undefined {
  let low = 0;
  let high = nodes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((nodes[middle]?.end ?? 0) < range.end) low = middle + 1;
    else high = middle;
  }
  const node = nodes[low];
  return node && covers(node, range) ? node : undefined;
}

export function nodeAt(place: Place): Node | undefined {
  const node = ancestorsOf(place.anchor.unit, place).at(-1);
  return node?.start === place.start && node.end === place.end ? node : undefined;
}

/** The innermost function whose body, not its defaults or decorators, holds the last of these nodes. */
export function functionAround(path: readonly Node[]): FunctionDef | AsyncFunctionDef | undefined {
  for (let index = path.length - 1; index > 0; index--) {
    const holder = path[index - 1];
    const inside = path[index];
    if (holder?.kind === "Lambda" || holder?.kind === "ClassDef") return undefined;
    if (holder?.kind !== "FunctionDef" && holder?.kind !== "AsyncFunctionDef") continue;
    // All that is no part of the body is written before it.
    const [first] = holder.body;
    if (first && inside && inside.start >= first.start) return holder;
  }
  return undefined;
}

export function covers(outer: Range, inner: Range): boolean {
  return startOf(outer) <= inner.start && inner.end <= outer.end;
}

/** Decorators lie before the start of what they decorate. */
function startOf(range: Range): number {
  const first = (range as { readonly decoratorList?: readonly Range[] }).decoratorList?.[0];
  return first ? Math.min(first.start, range.start) : range.start;
}
