/**
 * Putting what is opened into a `with`, around exactly the statements that use it.
 *
 *     con = sqlite3.connect(path)              with closing(sqlite3.connect(path)) as con:
 *     rows = con.execute(QUERY).fetchall()  ->     rows = con.execute(QUERY).fetchall()
 *     print(rows)                              print(rows)
 *
 *     text = open(path).read()              -> with open(path) as file:
 *                                                  text = file.read()
 *
 *     open(path, "w")                       -> open(path, "w").close()
 *
 * Names stay bound after a `with`, so what follows can go on reading them. It is refused where the uses are not the statements right below,
 * where the name is bound a second time, where the opening may not happen or not happen first, and where lines are shared.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { defineFact } from "../engine/fact.ts";
import { isFunction, isStatement } from "../syntax/node-kinds.ts";
import type { Call, Expression, Node, Range, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { children, walk } from "../syntax/walk.ts";
import { ancestorsOf, covers } from "./ancestors.ts";
import { insert, replace } from "./call-edits.ts";
import { edits as editsFact, lineBreakOf, usedNamesIn } from "./edits.ts";
import type { Edits } from "./edits.ts";
import { blanksBefore, indentLines, isAlone, stepOf } from "./indentation.ts";
import type { OpenResource } from "./open-resources.ts";
import { blockOf } from "./statement-removal.ts";

export interface WithBlocks {
  /** `undefined` where a `with` would change what the code does, or cannot be written. */
  around(opening: OpenResource): readonly PlaceEdit[] | undefined;
}

export const withBlocks = defineFact<never, WithBlocks>({
  name: "withBlocks",
  needs: { edits: editsFact },
  document(context) {
    return { around: (opening) => aroundOpening(opening, context.get(editsFact), context.cells) };
  },
});

function aroundOpening(opening: OpenResource, edits: Edits, cells: readonly Cell[]): readonly PlaceEdit[] | undefined {
  const { event: { unit, node } } = opening;
  const path = ancestorsOf(unit, node);
  const index = path.findLastIndex(isStatement);
  const statement = path[index];
  if (!statement || !isStatement(statement) || !isAlone(unit, statement) || unit.problems.length > 0) return undefined;
  const closing = opening.resource.enter === "closing" ? edits.importingFrom("contextlib", "closing", place(unit, statement)) : undefined;
  if (opening.resource.enter === "closing" && !closing) return undefined;
  const holder = path.slice(0, index).findLast(isStatement);
  const site: Site = { opening, unit, node, statement, holder, closing: closing?.name, step: stepOf(unit, statement, holder) };
  const block = opening.name === undefined ? aroundStatement(site, path.slice(index + 1), cells) : aroundUses(site);
  return block && [...(closing?.edits ?? []), ...block];
}

interface Site {
  readonly opening: OpenResource;
  readonly unit: Unit;
  readonly node: Call;
  readonly statement: Statement;
  /** The statement whose block holds it; `undefined` at module level. */
  readonly holder: Statement | undefined;
  /** The name of contextlib.closing here, where that is needed. */
  readonly closing: string | undefined;
  /** One more level of indentation. */
  readonly step: string;
}

// ---- a name, and the statements that use it -----------------------------------------------------------------

function aroundUses(site: Site): readonly PlaceEdit[] | undefined {
  const { opening: { name, uses }, unit, node, statement, holder, closing } = site;
  const isPlain = statement.kind === "Assign" && statement.targets.length === 1 && statement.value === node && node.end === statement.end
    && /^\s*=\s*$/u.test(unit.text.slice(statement.targets[0]?.end ?? 0, node.start));
  const below = isPlain && uses.length > 0 ? linesBelow(site) : undefined;
  const scope = holder && ancestorsOf(unit, node).findLast(isFunction);
  const isBoundOnce = name !== undefined && bindingsOf(name, scope ? [scope] : unit.anchor.cell.units.flatMap(({ body }) => body)) === 1;
  if (!below || !isBoundOnce) return undefined;
  return [
    replace(unit, { start: statement.start, end: node.start }, closing === undefined ? "with " : `with ${closing}(`),
    insert(unit, node.end, `${closing === undefined ? "" : ")"} as ${name}:`),
    ...below,
  ];
}

/** Indents the statements below the one that opens, down to the last one that uses it. */
function linesBelow({ opening: { uses }, unit, statement, holder, step }: Site): readonly PlaceEdit[] | undefined {
  const { cell } = unit.anchor;
  const outside = uses.filter((use) => use.unit !== unit || !covers(statement, use.node));
  if (outside.length === 0) return [];
  const block = holder ? blockOf(unit, statement).map((each) => ({ unit, statement: each }))
    : cell.units.flatMap((each) => each.body.map((one) => ({ unit: each, statement: one })));
  const first = block.findIndex((each) => each.statement === statement);
  const users = outside.map((use) => block.findIndex((each) => each.unit === use.unit && covers(each.statement, use.node)));
  if (first < 0 || users.some((index) => index <= first)) return undefined;
  const inside = block.slice(first + 1, Math.max(...users) + 1);
  const isMovable = inside.every((each) => isAlone(each.unit, each.statement) && each.unit.problems.length === 0 && !holdsUnmovable(each.statement, holder === undefined));
  const last = inside.at(-1);
  if (!isMovable || !last) return undefined;
  return [...new Set([unit, ...inside.map((each) => each.unit)])].flatMap((each) =>
    indentLines(each, { start: each === unit ? statement.end : 0, end: each === last.unit ? last.statement.end : each.text.length }, step));
}

/** Magics stand at the left margin, and so do the definitions of a module. */
function holdsUnmovable(statement: Statement, isTop: boolean): boolean {
  if (isTop && (isFunction(statement) || statement.kind === "ClassDef")) return true;
  let found = false;
  walk([statement], (node) => {
    if (node.kind === "Magic") found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

function bindingsOf(name: string, roots: readonly Node[]): number {
  let count = 0;
  walk(roots, (node) => {
    if (node.kind === "Name" && node.id === name && node.ctx !== "load") count++;
    if (node.kind === "Argument" && node.arg.name === name) count++;
    return undefined;
  });
  return count;
}

// ---- used where it is opened --------------------------------------------------------------------------------

function aroundStatement(site: Site, path: readonly Node[], cells: readonly Cell[]): readonly PlaceEdit[] | undefined {
  const { opening, unit, node, statement, closing, step } = site;
  // Opened for its effect only: there is nothing to put into a block.
  if (statement.kind === "Expr" && statement.value === node) return closing === undefined ? [insert(unit, node.end, ".close()")] : undefined;
  const root = valueOf(statement);
  if (!root || path[0] !== root || !path.every((each, index) => index === 0 || isFirst(path[index - 1], each)) || holdsUnmovable(statement, false)) return undefined;
  const name = handleName(opening, unit, statement, cells);
  const below = linesBelow(site);
  if (name === undefined || !below) return undefined;
  const call = unit.text.slice(node.start, node.end);
  const head = `with ${closing === undefined ? call : `${closing}(${call})`} as ${name}:${lineBreakOf(unit)}${blanksBefore(unit.text, statement.start)}${step}`;
  const lines = indentLines(unit, { start: statement.start + 1, end: statement.end }, step).filter(({ at }) => at.start <= node.start || at.start >= node.end);
  return statement.start === node.start
    ? [replace(unit, node, head + name), ...lines, ...below]
    : [insert(unit, statement.start, head), replace(unit, node, name), ...lines, ...below];
}

/** The expression that a statement computes first. */
function valueOf(statement: Statement): Expression | undefined {
  switch (statement.kind) {
    case "Assign":
    case "Expr":
      return statement.value;
    case "AnnAssign":
    case "Return":
      return statement.value;
    case "AugAssign":
      return statement.target.kind === "Name" ? statement.value : undefined;
    case "For":
      return statement.iter;
    default:
      return undefined;
  }
}

/** Whether what is computed before a part of an expression has no effect, and the part is computed always, and once. */
function isFirst(whole: Node | undefined, part: Node): boolean {
  switch (whole?.kind) {
    case "Call":
    case "Keyword":
    case "Attribute":
    case "Subscript":
    case "BinOp":
    case "UnaryOp":
    case "Tuple":
    case "List":
    case "Set":
    case "Starred":
    case "JoinedStr":
    case "FormattedValue":
      break;
    case "Compare":
      if (part !== whole.left && part !== whole.comparators[0]) return false;
      break;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      return part === whole.generators[0];
    case "Comprehension":
      return part === whole.iter;
    case "IfExp":
      return part === whole.test;
    default:
      return false;
  }
  return children(whole).every((each) => each.start >= part.start || isPure(each));
}

function isPure(root: Node): boolean {
  let pure = true;
  walk([root], (node) => {
    if (!["Name", "Constant", "Attribute", "Keyword", "Tuple", "List"].includes(node.kind)) pure = false;
    return undefined;
  });
  return pure;
}

const names: Readonly<Record<OpenResource["resource"]["what"], readonly string[]>> = {
  file: ["file", "handle", "stream"], connection: ["connection", "con"], session: ["session"], cursor: ["cursor"], answer: ["answer", "response"], archive: ["archive"],
  writer: ["writer"],
};

/** A name that means nothing here yet, or only what other `with` statements bind it to. */
function handleName({ resource }: OpenResource, unit: Unit, statement: Range, cells: readonly Cell[]): string | undefined {
  return names[resource.what].find((name) => cells.every((cell) => cell.units.every((each) => !usedNamesIn(each).has(name) || isBoundByWith(name, each, each === unit ? statement : undefined))));
}

function isBoundByWith(name: string, unit: Unit, statement: Range | undefined): boolean {
  const blocks: Range[] = [];
  const others: Range[] = [];
  walk(unit.body, (node) => {
    if ((node.kind === "With" || node.kind === "AsyncWith") && node.items.some(({ optionalVars }) => optionalVars?.kind === "Name" && optionalVars.id === name)) blocks.push(node);
    if (node.kind === "Name" && node.id === name) others.push(node);
    if (node.kind === "Argument" && node.arg.name === name) others.push({ start: -1, end: -1 });
    if ((node.kind === "Global" || node.kind === "Nonlocal") && node.names.some((each) => each.name === name)) others.push({ start: -1, end: -1 });
    return undefined;
  });
  const isInside = (range: Range): boolean => blocks.some((block) => covers(block, range));
  return others.every(isInside) && (statement === undefined || !isInside(statement));
}
