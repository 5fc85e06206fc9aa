/**
 * Selections of whole statements, chosen at random: statements that follow each other in a block of any depth, or in neighbouring cells.
 * Blocks of classes, and statements that are only imports and definitions, are left out: there is nothing in them to extract.
 */
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { startOf } from "../../server/analysis/refactor/statement-run.ts";
import { blocksOf } from "../../server/analysis/syntax/blocks.ts";
import type { Statement } from "../../server/analysis/syntax/nodes.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import type { Random } from "../harness/random.ts";
import type { Selection } from "./perform.ts";

interface Place {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
  readonly isDefinition: boolean;
}

export function chooseSelection(document: OpenDocument, random: Random): readonly Selection[] {
  const blocks = blocksIn(document).filter((block) => block.some(({ isDefinition }) => !isDefinition));
  if (blocks.length === 0) return [];
  for (let attempt = 0; attempt < 20; attempt++) {
    // Every statement is as likely to be chosen as any other.
    const total = blocks.reduce((sum, block) => sum + block.length, 0);
    let at = random.below(total);
    const block = blocks.find((each) => (at -= each.length) < 0) ?? [];
    const start = random.below(block.length);
    const chosen = block.slice(start, start + 1 + random.below(Math.min(10, block.length)));
    if (chosen.some(({ isDefinition }) => !isDefinition)) return byCell(chosen);
  }
  return [];
}

function byCell(chosen: readonly Place[]): readonly Selection[] {
  const cells = [...new Set(chosen.map(({ cell }) => cell))];
  return cells.map((cell) => {
    const own = chosen.filter((each) => each.cell === cell);
    return { cell, start: own[0]?.start ?? 0, end: own.at(-1)?.end ?? 0 };
  });
}

function blocksIn(document: OpenDocument): readonly (readonly Place[])[] {
  const placed = (unit: Unit, node: Statement): Place => ({
    cell: document.dialect === "notebook" ? unit.anchor.cell.index : 0,
    start: unit.anchor.offset + startOf(node),
    end: unit.anchor.offset + node.end,
    isDefinition: /^(?:Import|ImportFrom|FunctionDef|AsyncFunctionDef|ClassDef)$/u.test(node.kind) || (node.kind === "Expr" && node.value.kind === "Magic"),
  });
  const found: Place[][] = [document.units.flatMap((unit) => unit.body.map((node) => placed(unit, node)))];
  for (const unit of document.units) {
    walk(unit.body, (node) => {
      if (node.kind !== "ClassDef") for (const block of blocksOf(node)) if (block.length > 0) found.push(block.map((each) => placed(unit, each)));
      return undefined;
    });
  }
  return found.filter((block) => block.length > 0);
}
