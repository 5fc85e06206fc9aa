/**
 * Code written twice: runs of statements that are the same but for names and a few literals.
 *
 *     train = pd.read_csv("train.csv")       | test = pd.read_csv("test.csv")
 *     train = train.dropna()                 | test = test.dropna()
 *     train["day"] = train.date.dt.day       | test["day"] = test.date.dt.day
 *     ...                                    | ...
 *
 * One block of two copies. Its names: `train` here, `test` there, `pd` in both. Its parameters: "train.csv" here, "test.csv" there.
 *
 * A *run* is a stretch of one list of statements: of a body, a branch, the module as far as a cell goes. Names must correspond one to one,
 * and those of modules, functions, classes and builtins must be the same names: `np.mean(x)` and `pd.concat(x)` are not one
 * block. Literals may differ in a few positions.
 *
 * How it is found, for all runs at once and in time linear in the code: from each statement on, the shortest run that is long enough
 * (its *seed*, run-seeds.ts) is looked up by its shape (statement-shapes.ts). Seeds of the same shape whose tokens correspond make a group; a group
 * grows to the right while all its members do, and is dropped where all its members go on to the left, as it is part of the group that
 * begins there. Of groups that overlap, the one that saves most stays. Seeds are kept with their unit, so an edit looks at its own unit again.
 */
import { defineFact } from "../engine/fact.ts";
import type { ModuleText } from "../engine/fact.ts";
import type { Located } from "../semantic/analysis.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Binding, Scope } from "../semantic/scopes.ts";
import type { Constant, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { keptAwhile } from "./kept.ts";
import { bodiesOf, seedsIn, unitsThatMatch } from "./run-seeds.ts";
import type { Seed } from "./run-seeds.ts";
import { calledBy, shapeOf, tokensOf } from "./statement-shapes.ts";
import type { Token } from "./statement-shapes.ts";

export interface DuplicatedBlock {
  /** Two at least, in document order; none overlaps another. */
  readonly copies: readonly BlockCopy[];
  /** Statements that do something, those inside others counted. */
  readonly size: number;
  /** Different things that it does: eight lines of `model.add(...)` are one, whatever is added. */
  readonly variety: number;
  /** It does more than call things for what they do, as a plot's decoration does: labels, limits, a legend. */
  readonly computes: boolean;
  /** Literals that differ between copies, one entry for each that a shared function needs as a parameter. */
  readonly literals: readonly LiteralParameter[];
}

export interface BlockCopy {
  /** Of one list, in order. At module level each may lie in a unit of its own. */
  readonly statements: readonly Located<Statement>[];
  /** The innermost function or class that holds them; `undefined` at module level. */
  readonly holder: Located | undefined;
  /** Names by where they first occur in the block, so that the same index is the same role in every copy. */
  readonly names: readonly string[];
}

export interface LiteralParameter {
  /** By copy: the places that hold it, which have the same value within a copy. */
  readonly places: readonly (readonly Located<Constant>[])[];
}

const nothing: readonly never[] = [];

/** More than these, and a function of what is shared would be called with a table. */
const mostLiterals = 4;
/** Seeds of one shape beyond these are a generated table. */
const mostSeeds = 64;

export const duplicatedBlocks = defineFact<never, readonly DuplicatedBlock[]>({
  name: "duplicatedBlocks",
  needs: {},
  document({ cells, modules }) {
    const own = modules.all.length > 0 ? seedsIn(cells) : noSeeds;
    const shared = (each: ModuleText): readonly Unit[] => unitsThatMatch(each.cells, own);
    modules.watch((all) => all.flatMap(shared).map(({ text }) => text).join("\n\n"));
    return duplicatedBlocksIn(cells, modules.all.filter((each) => shared(each).length > 0).map((each) => each.cells));
  },
});

const noSeeds: ReadonlyMap<number, unknown> = new Map();

/**
 * Blocks with a copy in these cells, those that save most first.
 *
 * @param modules cells of other documents: their copies come after those of this one
 */
export function duplicatedBlocksIn(cells: readonly Cell[], modules: readonly (readonly Cell[])[] = []): readonly DuplicatedBlock[] {
  const isHere = ({ list: { statements: [first] } }: Seed): boolean => first !== undefined && cells.includes(first.unit.anchor.cell);
  const alike: Seed[][] = [];
  for (const seeds of seedsIn([cells, ...modules].flat()).values()) {
    if (Array.isArray(seeds) && seeds.length <= mostSeeds && (modules.length === 0 || seeds.some(isHere))) alike.push(seeds);
  }
  if (alike.length === 0) return nothing;
  const names = variablesOf([cells, ...modules]);
  const groups = alike.flatMap((each) => groupsOf(each, names))
    .filter(({ seeds }) => modules.length === 0 || seeds.some(isHere));
  return withoutOverlaps(groups.flatMap(grown(names)));
}

// ---- names that have to be the same --------------------------------------------------------------------------

/** Whether a name stands for a variable, which may be called otherwise elsewhere. */
type IsVariable = (name: string, unit: Unit) => boolean;

/** Names that are bound as variables anywhere in a unit: neither imported nor defined. */
const variablesIn = keptAwhile((unit: Unit): ReadonlySet<string> => {
  const variables = new Set<string>();
  const visit = (scope: Scope): void => {
    for (const [name, bindings] of scope.bindings) if (!isDefined(bindings)) variables.add(name);
    for (const child of scope.children) visit(child);
  };
  visit(scopesOf(unit).module);
  return variables;
}, 1000);

function isDefined(bindings: readonly Binding[]): boolean {
  return bindings.every(({ kind }) => kind === "import" || kind === "function" || kind === "class" || kind === "type");
}

/** Names that each document binds as variables at module level, and nowhere there in another way. */
function moduleVariables(documents: readonly (readonly Cell[])[]): ReadonlyMap<unknown, ReadonlySet<string>> {
  return new Map(documents.flatMap((cells) => {
    const variables = new Set<string>();
    const definitions = new Set<string>();
    for (const { units } of cells) {
      for (const unit of units) for (const [name, bindings] of scopesOf(unit).module.bindings) (isDefined(bindings) ? definitions : variables).add(name);
    }
    for (const name of definitions) variables.delete(name);
    return cells.slice(0, 1).map(({ document }) => [document, variables] as const);
  }));
}

function variablesOf(documents: readonly (readonly Cell[])[]): IsVariable {
  let known: ReadonlyMap<unknown, ReadonlySet<string>> | undefined;
  // Most documents have no two runs of the same shape: nobody asks.
  const byDocument = (): typeof known & object => (known ??= moduleVariables(documents));
  return (name, unit) => variablesIn(unit).has(name) || byDocument().get(unit.anchor.cell.document)?.has(name) === true;
}

// ---- groups ------------------------------------------------------------------------------------------------

/** Runs whose tokens correspond. */
interface Group {
  readonly seeds: readonly Seed[];
  /** Statements of each run. */
  readonly length: number;
}

/** Seeds of one shape, by what their tokens are when names are numbered in the order in which they occur. */
function groupsOf(seeds: readonly Seed[], isVariable: IsVariable): readonly Group[] {
  const byKey = new Map<string, Seed[]>();
  for (const seed of seeds) {
    const numbers = new Map<string, number>();
    const key = seed.list.statements.slice(seed.start, seed.end).map((each) => keyOf(each, numbers, isVariable)).join("\n");
    const known = byKey.get(key);
    if (known) known.push(seed);
    else byKey.set(key, [seed]);
  }
  return [...byKey.values()].filter(({ length }) => length > 1).map((each) => ({ seeds: each, length: (each[0]?.end ?? 0) - (each[0]?.start ?? 0) }));
}

/** @param numbers of the names so far; new ones are added */
function keyOf({ unit, node }: Located<Statement>, numbers: Map<string, number>, isVariable: IsVariable): string {
  return tokensOf(node).map((token) => {
    switch (token.kind) {
      case "mark":
        return token.text;
      case "literal":
        return "\u0002";
      case "name": {
        if (!isVariable(token.text, unit)) return `\u0001${token.text}`;
        const number = numbers.get(token.text) ?? numbers.size;
        numbers.set(token.text, number);
        return `\u0001${String(number)}`;
      }
    }
  }).join("\u0000");
}

/**
 * The group at its full length; none where it is part of one that begins earlier, or its runs overlap. Where too many literals differ,
 * those of its runs that have the same literals are groups of their own.
 */
function grown(isVariable: IsVariable): (group: Group) => readonly DuplicatedBlock[] {
  const grow = (group: Group): readonly DuplicatedBlock[] => {
    if (goesOnToTheLeft(group, isVariable)) return nothing;
    const seeds = separate(group);
    if (seeds.length < 2) return nothing;
    if (literalsOf(runsOf(seeds, 0, group.length)).length > mostLiterals) {
      const parts = withSameLiterals({ seeds, length: group.length });
      return parts.length === 1 ? nothing : parts.flatMap(grow);
    }
    return [blockOf(seeds, fullLength(seeds, group.length, isVariable), isVariable)];
  };
  return grow;
}

/** Runs of this length grow while what follows them corresponds. */
function fullLength(seeds: readonly Seed[], least: number, isVariable: IsVariable): number {
  const copies = seeds.map((seed) => ({ seed, numbers: new Map<string, number>() }));
  const keysAt = (index: number): readonly (string | undefined)[] => copies.map(({ seed: { list, start }, numbers }) => {
    const statement = list.statements[start + index];
    return statement && keyOf(statement, numbers, isVariable);
  });
  for (let index = 0; index < least; index++) keysAt(index);
  for (let length = least; ; length++) {
    if (seeds.some((seed, copy) => touches(seed, length, seeds[copy + 1]))) return length;
    const [first, ...others] = keysAt(length);
    if (first === undefined || others.some((key) => key !== first)) return length;
    if (literalsOf(runsOf(seeds, 0, length + 1)).length > mostLiterals) return length;
  }
}

function runsOf(seeds: readonly Seed[], from: number, to: number): readonly (readonly Located<Statement>[])[] {
  return seeds.map(({ list, start }) => list.statements.slice(start + from, start + to));
}

function withSameLiterals({ seeds, length }: Group): readonly Group[] {
  const byLiterals = new Map<string, Seed[]>();
  for (const seed of seeds) {
    const [run = []] = runsOf([seed], 0, length);
    const key = run.flatMap(({ node }) => tokensOf(node).filter(isLiteral).map(({ text }) => text)).join("\u0000");
    byLiterals.set(key, [...(byLiterals.get(key) ?? []), seed]);
  }
  return [...byLiterals.values()].map((each) => ({ seeds: each, length }));
}

/** Whether the next run begins where this one, one statement longer, would have to end. */
function touches(seed: Seed, length: number, next: Seed | undefined): boolean {
  return next?.list === seed.list && seed.start + length >= next.start;
}

/** Runs in order, without those that begin before the one before has ended. */
function separate({ seeds, length }: Group): readonly Seed[] {
  const chosen: Seed[] = [];
  for (const seed of seeds) {
    const last = chosen.findLast(({ list }) => list === seed.list);
    if (!last || last.start + length <= seed.start) chosen.push(seed);
  }
  return chosen;
}

/** The same runs, one statement earlier, are a group, too: what begins there holds these. */
function goesOnToTheLeft({ seeds, length }: Group, isVariable: IsVariable): boolean {
  if (seeds.some(({ list, start }) => !doesSomething(list.statements[start - 1]))) return false;
  const runs = runsOf(seeds, -1, length);
  const keys = runs.map((run) => {
    const numbers = new Map<string, number>();
    return run.map((each) => keyOf(each, numbers, isVariable)).join("\n");
  });
  return keys.every((key) => key === keys[0]) && literalsOf(runs).length <= mostLiterals;
}

function doesSomething(statement: Located<Statement> | undefined): boolean {
  return statement !== undefined && shapeOf(statement.node).size > 0;
}

function blockOf(seeds: readonly Seed[], length: number, isVariable: IsVariable): DuplicatedBlock {
  const copies = runsOf(seeds, 0, length);
  const [first = []] = copies;
  return {
    copies: copies.map((statements, copy) => ({ statements, holder: seeds[copy]?.list.holder, names: namesOf(statements, isVariable) })),
    size: first.reduce((sum, { node }) => sum + shapeOf(node).size, 0),
    variety: new Set(deedsWithin(first)).size,
    computes: first.some(({ node }) => computes(node)),
    literals: literalsOf(copies),
  };
}

/** Statements and those inside: a call by what is called, others by their shape. */
function deedsWithin(statements: readonly Located<Statement>[]): readonly (number | string)[] {
  const deeds: (number | string)[] = [];
  const visit = (node: Statement): void => {
    const { shape, size } = shapeOf(node);
    if (size > 0) deeds.push(calledBy(node) ?? shape);
    for (const body of bodiesOf(node)) for (const each of body) visit(each);
  };
  for (const { node } of statements) visit(node);
  return deeds;
}

function computes(node: Statement): boolean {
  const inside = bodiesOf(node).flat();
  if (inside.length > 0) return inside.some(computes);
  if (node.kind === "Expr") return false;
  if (node.kind !== "Assign" || node.value.kind !== "Call") return shapeOf(node).size > 0;
  const { func } = node.value;
  const [target] = node.targets;
  return !(target?.kind === "Name" && target.id === "_") && !(func.kind === "Attribute" && makesFigures.has(func.attr.name));
}

const makesFigures: ReadonlySet<string> = new Set(["figure", "subplots", "subplot", "subplot_mosaic", "add_subplot", "axes", "add_axes", "gca", "gcf", "twinx", "twiny"]);

function namesOf(statements: readonly Located<Statement>[], isVariable: IsVariable): readonly string[] {
  const names = new Set<string>();
  for (const { unit, node } of statements) {
    for (const token of tokensOf(node)) if (token.kind === "name" && isVariable(token.text, unit)) names.add(token.text);
  }
  return [...names];
}

/** Positions at which the copies' literals differ; those that differ in the same way are one parameter. */
function literalsOf(copies: readonly (readonly Located<Statement>[])[]): readonly LiteralParameter[] {
  const rows = copies.map((statements) => statements.flatMap(({ unit, node }) => tokensOf(node).filter(isLiteral).map((token) => ({ unit, node: token.node, text: token.text }))));
  const [first = []] = rows;
  const found = new Map<string, Located<Constant>[][]>();
  first.forEach(({ text }, position) => {
    const column = rows.map((row) => row[position]).filter((each) => each !== undefined);
    if (column.every((each) => each.text === text)) return;
    const key = column.map((each) => each.text).join("\u0000");
    const places = found.get(key) ?? column.map(() => []);
    column.forEach(({ unit, node }, copy) => places[copy]?.push({ unit, node }));
    found.set(key, places);
  });
  return [...found.values()].map((places) => ({ places }));
}

function isLiteral(token: Token): token is Token & { kind: "literal" } {
  return token.kind === "literal";
}

// ---- which of overlapping groups stay ------------------------------------------------------------------------

function withoutOverlaps(blocks: readonly DuplicatedBlock[]): readonly DuplicatedBlock[] {
  const taken = new Map<Unit, Located<Statement>["node"][]>();
  const isTaken = ({ statements }: BlockCopy): boolean => statements.some(({ unit, node }) => taken.get(unit)?.some((each) => each.start < node.end && node.start < each.end));
  const kept: DuplicatedBlock[] = [];
  for (const block of [...blocks].sort((a, b) => savedBy(b) - savedBy(a))) {
    if (block.copies.some(isTaken)) continue;
    kept.push(block);
    for (const { statements } of block.copies) {
      for (const { unit, node } of statements) {
        const known = taken.get(unit);
        if (known) known.push(node);
        else taken.set(unit, [node]);
      }
    }
  }
  return kept;
}

/** Statements that need not be there. */
function savedBy({ size, copies }: DuplicatedBlock): number {
  return size * (copies.length - 1);
}
