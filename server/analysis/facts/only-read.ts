/**
 * Whether a container or frame stays what it was made: every mention of its name is one that only reads.
 *
 *     response = store.get_online_features(...).to_dict()
 *     response["rate"]; len(response); response.items()      only read
 *     response["x"] = 1; fill(response); other = response    there may be more in it than was put in first
 */
import type { Call, Node } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

/** @param bindings how often the name may be bound: 0 for a parameter */
export function isOnlyRead(roots: readonly Node[], id: string, bindings: 0 | 1): boolean {
  let bound = 0;
  let unexplained = 0;
  const is = (node: Node): boolean => node.kind === "Name" && node.id === id;
  walk(roots, (node) => {
    if (node.kind === "Name" && node.id === id) {
      if (node.ctx === "load") unexplained += 1;
      else bound += 1;
    } else if ((node.kind === "Argument" && node.arg.name === id) || ((node.kind === "Global" || node.kind === "Nonlocal") && node.names.some(({ name }) => name === id))) unexplained += 1;
    // What is understood is taken off again.
    else if (node.kind === "Subscript" && is(node.value) && node.ctx === "load") unexplained -= 1;
    else if (node.kind === "Attribute" && is(node.value) && node.ctx === "load" && !changing.has(node.attr.name)) unexplained -= 1;
    else if (node.kind === "Call") unexplained -= readBy(node, is);
    return undefined;
  });
  return bound === bindings && unexplained === 0;
}

/** Methods and properties by which a dict or a frame may get other keys or columns. */
const changing: ReadonlySet<string> = new Set([
  "update", "setdefault", "pop", "popitem", "clear", "insert", "loc", "iloc", "at", "iat", "eval", "drop", "rename", "set_index", "reset_index", "query", "set_axis",
  "__setitem__", "columns",
]);

/** `print(response)`, `len(response)`, `pd.DataFrame(response)`. */
function readBy({ func, args }: Call, is: (node: Node) => boolean): number {
  const name = func.kind === "Name" ? func.id : func.kind === "Attribute" ? func.attr.name : "";
  return readers.has(name) && (func.kind === "Name" || name === "DataFrame") ? args.filter(is).length : 0;
}

const readers: ReadonlySet<string> = new Set(["print", "len", "list", "sorted", "dict", "DataFrame"]);
