/**
 * Names that a statement unpacks and nobody reads: in a function they begin with an underscore, which says that it is on purpose.
 *
 *     solution, residuals, rank, _ = lstsq(x, y)        solution, _residuals, rank, _ = lstsq(x, y)
 *     print(solution, rank)
 */
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import type { TextEdit } from "../text/edit.ts";

/** Edits of the units that become local, in their own offsets. A name counts as read where any text of the file has it as a word. */
export function unreadNames(units: readonly Unit[], local: ReadonlySet<Unit>): (unit: Unit) => readonly TextEdit[] {
  const all = units.map(({ text }) => text).join("\n");
  const count = (name: string): number => all.match(new RegExp(`(?<![\\p{L}\\p{N}_])${name}(?![\\p{L}\\p{N}_])`, "gu"))?.length ?? 0;
  return (unit) => {
    if (!local.has(unit)) return [];
    const edits: TextEdit[] = [];
    walk(unit.body, (node) => {
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef") return "skip";
      if (node.kind !== "Assign") return undefined;
      for (const target of node.targets) {
        if (target.kind !== "Tuple" && target.kind !== "List") continue;
        for (const each of target.elts) {
          const name = each.kind === "Starred" ? each.value : each;
          if (name.kind === "Name" && !name.id.startsWith("_") && count(name.id) === 1 && count(`_${name.id}`) === 0) edits.push({ start: name.start, end: name.start, text: "_" });
        }
      }
      return undefined;
    });
    return edits;
  };
}
