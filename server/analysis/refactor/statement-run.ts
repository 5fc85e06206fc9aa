/**
 * A run of statements: some that follow each other in one block, which are to become a function.
 *
 *     def train(df):
 *         X = df[features]        <- selected from here
 *         y = df["price"]
 *         if quick:
 *             X = X.head(100)     <- to here: the run is the first three statements of train's body
 *         return fit(X, y)
 *
 * At the module level a run goes through several units, of one cell or of several. A selection that holds parts of statements is
 * widened to whole ones, in the innermost block that holds both its ends.
 */
import { keptWithUnit } from "../facts/kept.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Scope } from "../semantic/scopes.ts";
import { blocksOf, clausesOf } from "../syntax/blocks.ts";
import type { AsyncFunctionDef, FunctionDef, Node, Range, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { SelectedPart } from "./refactoring.ts";

export interface StatementRun {
  readonly document: OpenDocument;
  /** In document order, one for each unit that has statements of the run; one only below the module level. */
  readonly parts: readonly RunPart[];
  /** Nodes around the statements in their unit, outermost first; empty at the module level. */
  readonly path: readonly Node[];
}

export interface RunPart {
  readonly unit: Unit;
  readonly statements: readonly Statement[];
}

/** What a name in the run belongs to: the function around it, or the module. */
export type Holder = FunctionDef | AsyncFunctionDef | undefined;

export const unitScopes = keptWithUnit((unit: Unit) => scopesOf(unit));

/** `undefined` where nothing is selected. */
export function runOf(document: OpenDocument, selection: readonly SelectedPart[]): StatementRun | undefined {
  const touched = selection.flatMap((part) => unitsIn(document, part));
  const [only] = touched;
  if (!only) return undefined;
  if (touched.length > 1) return { document, parts: touched.map(({ unit }) => ({ unit, statements: unit.body })), path: [] };
  return { document, ...within(only.unit, only.range) };
}

/** A run of whole units; those without statements are left out. */
export function runOfUnits(document: OpenDocument, units: readonly Unit[]): StatementRun {
  return { document, parts: units.filter(({ body }) => body.length > 0).map((unit) => ({ unit, statements: unit.body })), path: [] };
}

export function statementsOf({ parts }: StatementRun): readonly Statement[] {
  return parts.flatMap(({ statements }) => statements);
}

export function holderOf({ path }: Pick<StatementRun, "path">): Holder {
  const found = path.findLast(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef");
  return found?.kind === "FunctionDef" || found?.kind === "AsyncFunctionDef" ? found : undefined;
}

/** Whether the statements are those of a class itself. */
export function isInClassBody({ path }: StatementRun): boolean {
  return path.findLast(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef")?.kind === "ClassDef";
}

/** The scope of a unit's holder. */
export function scopeOfHolder(unit: Unit, holder: Holder): Scope {
  const scopes = unitScopes(unit);
  return (holder && scopes.scopeOf(holder)) ?? scopes.module;
}

/** The block of a node, or of the unit, that holds the statement. */
export function blockOf(unit: Unit, holder: Node | undefined, statement: Node): readonly Statement[] {
  const blocks = holder ? blocksOf(holder) : [unit.body];
  return blocks.find((block) => block.some((each) => each === statement)) ?? [];
}

/** Decorators lie before the start of what they decorate. */
export function startOf(node: Statement): number {
  const first = "decoratorList" in node ? node.decoratorList[0] : undefined;
  // The `@` stands before the decorator's expression.
  return first ? Math.min(first.start - 1, node.start) : node.start;
}

// ---- from the selection ------------------------------------------------------------------------------------

interface Touched {
  readonly unit: Unit;
  readonly range: Range;
}

function unitsIn(document: OpenDocument, { cell, start, end }: SelectedPart): readonly Touched[] {
  const { text } = document.sourceOf(cell);
  const from = start + (/^\s*/u.exec(text.slice(start, end))?.[0].length ?? 0);
  const to = end - (/\s*$/u.exec(text.slice(from, end))?.[0].length ?? 0);
  if (from >= to) return [];
  return cellsOfText(document, cell).flatMap(({ units }) => units).flatMap((unit): readonly Touched[] => {
    const { offset } = unit.anchor;
    const range = { start: Math.max(from - offset, 0), end: Math.min(to - offset, unit.text.length) };
    return range.start < range.end && unit.body.some((node) => overlaps(node, range)) ? [{ unit, range }] : [];
  });
}

/** A script's cells share one text. */
function cellsOfText(document: OpenDocument, cell: Cell): readonly Cell[] {
  return document.dialect === "notebook" ? [cell] : document.cells;
}

function overlaps(node: Statement, range: Range): boolean {
  return startOf(node) < range.end && range.start < node.end;
}

function within(unit: Unit, range: Range): Pick<StatementRun, "parts" | "path"> {
  const path: Node[] = [];
  let block = unit.body;
  for (;;) {
    const chosen = block.filter((node) => overlaps(node, range));
    const [only] = chosen;
    const inner = only && chosen.length === 1 ? innerBlock(only, range) : undefined;
    if (!inner) return { parts: [{ unit, statements: chosen }], path };
    path.push(...inner.path);
    block = inner.block;
  }
}

/** The block below a statement that holds the whole range, which is not in the statement's own lines. */
function innerBlock(node: Statement, range: Range): { readonly path: readonly Node[]; readonly block: readonly Statement[] } | undefined {
  const choices = [
    ...blocksOf(node).map((block) => ({ path: [node], block })),
    ...clausesOf(node).flatMap((clause) => blocksOf(clause).map((block) => ({ path: [node, clause], block }))),
  ];
  return choices.find(({ block }) => {
    const [first] = block;
    const last = block.at(-1);
    if (!first || !last || range.start >= last.end) return false;
    // Comments above the first statement of a block belong to the block: what matters is that the header is not selected.
    return block.some((each) => overlaps(each, range)) && range.start >= headerEnd(node, block, choices.map((choice) => choice.block)) && range.end <= last.end + 1;
  });
}

/** Where the statement's own text before a block ends: at the end of the block before, or of its expressions. */
function headerEnd(node: Statement, block: readonly Statement[], blocks: readonly (readonly Statement[])[]): number {
  const start = block[0]?.start ?? node.start;
  const before = blocks.flatMap((each) => each.at(-1)?.end ?? []).filter((end) => end <= start);
  const expressions = "test" in node ? [node.test.end] : "iter" in node ? [node.iter.end] : "items" in node ? node.items.map(({ end }) => end) : [];
  return Math.max(node.start + 1, ...before, ...expressions.filter((end) => end <= start));
}
