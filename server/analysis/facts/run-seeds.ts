/**
 * Seeds: from each statement of each list of statements, the shortest run that has enough statements to count as a block.
 *
 *     a = load()        seed 1: these six
 *     b = a.dropna()    seed 2: the five left and the next ... there is none, so this list has one seed
 *     c = b.mean()
 *     d = b - c
 *     e = d ** 2
 *     f = e.sum()
 *
 * Two blocks that are the same begin with seeds of the same shape, whatever they are called in (duplicated-blocks.ts).
 */
import type { Located } from "../semantic/analysis.ts";
import { blocksOf } from "../syntax/blocks.ts";
import { lookInto } from "../syntax/folding.ts";
import { isDefinition } from "../syntax/node-kinds.ts";
import type { Node, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { walkStatements } from "../syntax/walk.ts";
import { keptWith, keptWithUnit } from "./kept.ts";
import { shapeOf, sizeOf } from "./statement-shapes.ts";
import type { StatementShape } from "./statement-shapes.ts";

/** Statements that a run must have to count. */
export const leastStatements = 6;

export interface StatementList {
  readonly statements: readonly Located<Statement>[];
  readonly holder: Located | undefined;
}

/** The shortest run of enough statements that begins here: `start` to `end` of the list. */
export interface Seed {
  readonly list: StatementList;
  readonly start: number;
  readonly end: number;
  readonly shape: number;
}

/** All seeds of these cells by shape. */
export function seedsIn(cells: readonly Cell[]): ReadonlyMap<number, Seed | Seed[]> {
  const byShape = new Map<number, Seed | Seed[]>();
  const add = (seed: Seed): void => {
    const known = byShape.get(seed.shape);
    if (known === undefined) byShape.set(seed.shape, seed);
    else if (Array.isArray(known)) known.push(seed);
    else byShape.set(seed.shape, [known, seed]);
  };
  for (const { units } of cells) for (const seed of seedsWithin(units)) add(seed);
  return byShape;
}

/** Units that hold a seed of the same shape as one of others. */
export function unitsThatMatch(cells: readonly Cell[], others: ReadonlyMap<number, unknown>): readonly Unit[] {
  const found = new Set<Unit>();
  for (const { units } of cells) for (const { shape, unit } of shapesWithin(units)) if (others.has(shape)) found.add(unit);
  return [...found];
}

/** Of modules that are not open there may be hundreds: of their seeds, only the shapes are kept. */
const shapesWithin = keptWith((units: readonly Unit[]): readonly { readonly shape: number; readonly unit: Unit }[] =>
  [
    ...seedsOfCell(units, shapesIn).flatMap(({ list, start, shape }) => list.statements.slice(start, start + 1).map(({ unit }) => ({ shape, unit }))),
    ...units.flatMap((unit) => findSeeds(lookInto(unit)).map(({ shape }) => ({ shape, unit }))),
  ]);

/** Of a cell, whose list of units is replaced when one of them changes. */
const seedsWithin = keptWith((units: readonly Unit[]): readonly Seed[] => [...seedsOfCell(units, keptShapesIn), ...units.flatMap(seedsOfUnit)]);

/** At module level. */
function seedsOfCell(units: readonly Unit[], shapesOf: (unit: Unit) => readonly StatementShape[]): readonly Seed[] {
  const lists = [newList()];
  for (const unit of units) {
    if (isBroken(unit)) lists.push(newList());
    const shapes = isBroken(unit) || unit.body.every(isDefinition) ? nothing : shapesOf(unit);
    for (const [index, node] of isBroken(unit) ? [] : unit.body.entries()) {
      const shape = shapes[index];
      // A run is code that runs: definitions have bodies of their own.
      if (!shape || isDefinition(node)) lists.push(newList());
      else {
        lists.at(-1)?.statements.push({ unit, node });
        lists.at(-1)?.shapes.push(shape);
      }
    }
  }
  return lists.flatMap(({ statements, shapes }) => seedsOf({ statements, holder: undefined }, shapes));
}

function newList(): { readonly statements: Located<Statement>[]; readonly shapes: StatementShape[] } {
  return { statements: [], shapes: [] };
}

function shapesIn(unit: Unit): readonly StatementShape[] {
  return unit.body.map(shapeOf);
}

/** After an edit all units of the cell are asked. */
const keptShapesIn = keptWithUnit(shapesIn);

/** What does not parse is not known to be the same as anything. */
function isBroken({ problems }: Unit): boolean {
  return problems.length > 0;
}

/** In the bodies that the unit's statements have. */
const seedsOfUnit = keptWithUnit(findSeeds);

function findSeeds(unit: Unit): readonly Seed[] {
  if (isBroken(unit)) return nothing;
  const seeds: Seed[] = [];
  const visit = (roots: readonly Node[], holder: Located | undefined): void => {
    walkStatements(roots, (node) => {
      for (const body of bodiesOf(node)) {
        // Most bodies are short: nobody asks what they look like.
        if (sizeOf(body) < leastStatements) continue;
        seeds.push(...seedsOf({ statements: body.map((each) => ({ unit, node: each })), holder: isDefinition(node) ? { unit, node } : holder }, body.map(shapeOf)));
      }
      if (!isDefinition(node)) return undefined;
      visit(node.body, { unit, node });
      return "skip";
    });
  };
  visit(unit.body, undefined);
  return seeds.length > 0 ? seeds : nothing;
}

/** Lists of statements in which runs are looked for, of one node. A class's body is a list of definitions, no run. */
export function bodiesOf(node: Node): readonly (readonly Statement[])[] {
  return node.kind === "ClassDef" ? nothing : blocksOf(node);
}

/** @param shapes of the list's statements */
function seedsOf(list: StatementList, shapes: readonly StatementShape[]): readonly Seed[] {
  const seeds: Seed[] = [];
  let end = 0;
  let size = 0;
  for (let start = 0; start < shapes.length; start++) {
    while (end < shapes.length && size < leastStatements) size += shapes[end++]?.size ?? 0;
    if (size < leastStatements) break;
    const own = shapes[start]?.size ?? 0;
    // A run begins with something done.
    if (own > 0) {
      let shape = end - start;
      for (let index = start; index < end; index++) shape = (shape * 31 + (shapes[index]?.shape ?? 0)) % 9007199254740881;
      seeds.push({ list, start, end, shape });
    }
    size -= own;
  }
  return seeds;
}

const nothing: readonly never[] = [];
