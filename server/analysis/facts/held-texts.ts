/**
 * A text that is given a name and used under it in one other text.
 *
 *     marks = ", ".join(map(str, ids))                         held: the join
 *     query = f"SELECT * FROM t WHERE id IN ({marks})"         its only use
 *
 * A fix can treat the name as what it stands for, and take the statement away.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { Assign, Expression, Name, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { indentOf, replace } from "./call-edits.ts";

export interface HeldText {
  readonly value: Expression;
  /** Takes the statement away. */
  readonly removal: PlaceEdit;
}

/** What a name in a function stands for, when it is bound once, used once, and nothing that it was made from changes in between. */
export function heldText(unit: Unit, name: Name): HeldText | undefined {
  const path = ancestorsOf(unit, name);
  const scope = path.findLast(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef");
  if (!scope || path.some((node) => repeated.has(node.kind) && node.start > scope.start)) return undefined;
  const mentions: Name[] = [];
  const assigned: Assign[] = [];
  walk([scope], (node) => {
    if (node.kind === "Name" && node.id === name.id) mentions.push(node);
    if (node.kind === "Assign" && node.targets.length === 1 && node.targets[0]?.kind === "Name" && node.targets[0].id === name.id) assigned.push(node);
    return undefined;
  });
  const [statement] = assigned;
  if (!statement || assigned.length !== 1 || mentions.length !== 2 || statement.end > name.start) return undefined;
  const block = ancestorsOf(unit, statement).at(-2);
  // The block keeps the statement that uses the name, so it is not empty afterwards.
  if (!block || !path.includes(block) || changesBetween(scope, statement, name)) return undefined;
  const removal = lineOf(unit, statement);
  return removal && { value: statement.value, removal };
}

const repeated: ReadonlySet<Node["kind"]> = new Set(["For", "AsyncFor", "While", "Lambda", "ListComp", "SetComp", "DictComp", "GeneratorExp"]);

/** Whether a name that the statement reads is bound anew, or a method of it is called, before the use. */
function changesBetween(scope: Node, statement: Assign, use: Name): boolean {
  const read = new Set<string>();
  walk([statement.value], (node) => {
    if (node.kind === "Name") read.add(node.id);
    return undefined;
  });
  let found = false;
  walk([scope], (node) => {
    if (node.start < statement.end || node.start >= use.start) return undefined;
    const root = node.kind === "Name" && node.ctx !== "load" ? node
      : node.kind === "Call" && node.func.kind === "Attribute" ? node.func.value
      : node.kind === "Subscript" && node.ctx !== "load" ? node.value : undefined;
    if (root?.kind === "Name" && read.has(root.id)) found = true;
    return undefined;
  });
  return found;
}

/** All lines of a statement, when nothing else is on them. */
function lineOf(unit: Unit, statement: Assign): PlaceEdit | undefined {
  const { text } = unit;
  const start = text.lastIndexOf("\n", statement.start - 1) + 1;
  const next = text.indexOf("\n", statement.end);
  if (next < 0 || text.slice(start, statement.start) !== indentOf(text, statement.start) || text.slice(statement.end, next).trim() !== "") return undefined;
  return replace(unit, { start, end: next + 1 }, "");
}
