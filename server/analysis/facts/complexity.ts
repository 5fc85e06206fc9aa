/**
 * How much there is in a piece of code: statements, and cognitive complexity.
 *
 * Cognitive complexity is defined by SonarSource (G. Ann Campbell, "Cognitive Complexity: A new way of measuring understandability",
 * version 1.7, https://www.sonarsource.com/resources/cognitive-complexity/). It counts what breaks the reading from top to bottom, and
 * more so the deeper it is nested:
 *
 *     def clean(rows):
 *         for row in rows:                 +1
 *             if row.a and row.b:          +2 (nested once), +1 for the sequence of `and`
 *                 keep(row)
 *             elif row.c:                  +1
 *                 drop(row)
 *             else:                        +1
 *                 count(row)               together 6
 *
 * `if`, loops, `except`, `match`, conditional expressions: one, and one for each level around them. `elif`, `else`: one. A sequence of the same
 * logical operator: one. A function that calls itself: one. Functions inside count one level deeper, but for a decorator's: a function that
 * only defines one and returns it. `with`, `try`, `finally`, comprehensions and early returns: nothing.
 */
import { defineFact } from "../engine/fact.ts";
import type { UnitAnalysis } from "../semantic/analysis.ts";
import { isDefinition, isStatement } from "../syntax/node-kinds.ts";
import type { AsyncFunctionDef, BoolOp, Expression, FunctionDef, If, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { children, walk, walkStatements } from "../syntax/walk.ts";
import { gathered, keptWith, keptWithUnit } from "./kept.ts";
import { calledBy, doesSomething } from "./statement-shapes.ts";

export interface Extent {
  /** Those that do something. A function or class inside is one; rows of calls of the same function are one. */
  readonly statements: number;
  readonly complexity: number;
}

/** Of some statements of a block, as they add to what is around them `nesting` levels deep. */
export function extentOfRun({ text }: Unit, statements: readonly Statement[], nesting: number): Extent {
  return { statements: statementsIn(statements), complexity: complexityOf(statements, text, nesting) };
}

/** Levels of nesting that a node adds for what is in its blocks. */
export function addsNesting(node: Node): boolean {
  return nestingKinds.has(node.kind);
}

const nestingKinds: ReadonlySet<string> = new Set<Node["kind"]>(["If", "For", "AsyncFor", "While", "ExceptHandler", "Match", "Lambda", "FunctionDef", "AsyncFunctionDef"]);

export function extentOfFunction({ text }: Unit, node: FunctionDef | AsyncFunctionDef): Extent {
  return { statements: statementsIn(node.body), complexity: complexityOf(bodyOfDecorator(node) ?? node.body, text) + (callsItself(node) ? 1 : 0) };
}

export interface FunctionExtent {
  readonly unit: Unit;
  readonly node: FunctionDef | AsyncFunctionDef;
  readonly extent: Extent;
  /** In another function, which counts what is in it. */
  readonly isInside: boolean;
}

/** All functions of a document. */
export const functionExtents = defineFact<never, readonly FunctionExtent[]>({
  name: "functionExtents",
  needs: {},
  document: ({ analysis }) => extentsIn(analysis),
});

const extentsIn = gathered(({ unit }: UnitAnalysis): readonly FunctionExtent[] => {
  const found: FunctionExtent[] = [];
  const visit = (roots: readonly Node[], isInside: boolean): void => {
    walkStatements(roots, (node) => {
      if (node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") return undefined;
      found.push({ unit, node, extent: extentOfFunction(unit, node), isInside });
      visit(node.body, true);
      return "skip";
    });
  };
  visit(unit.body, false);
  return found;
});

/** Of the module-level code of a cell: functions and classes defined there are code of their own. */
export const extentOfCell = keptWith((units: readonly Unit[]): Extent => ({
  statements: statementsIn(units.flatMap(({ body }) => body)),
  complexity: units.reduce((sum, unit) => sum + moduleComplexity(unit), 0),
}));

const moduleComplexity = keptWithUnit(({ text, body }: Unit): number => complexityOf(body.filter((each) => !isDefinition(each)), text));

/** How it goes beyond its limits, to be said after what it is: `has 84 statements (more than 60)`. `undefined` when it does not. */
export function excessOf({ statements, complexity }: Extent, limits: Extent): string | undefined {
  const told = [
    ...(statements > limits.statements ? [`${String(statements)} statements (more than ${String(limits.statements)})`] : []),
    ...(complexity > limits.complexity ? [`a cognitive complexity of ${String(complexity)} (more than ${String(limits.complexity)})`] : []),
  ];
  return told.length > 0 ? `has ${told.join(" and ")}` : undefined;
}

// ---- statements --------------------------------------------------------------------------------------------

function statementsIn(body: readonly Statement[]): number {
  let count = 0;
  const lists: (readonly Node[])[] = [body];
  for (let list = lists.pop(); list; list = lists.pop()) {
    let row: string | undefined;
    for (const node of list) {
      if (isStatement(node)) {
        const called = calledBy(node);
        if (doesSomething(node) && (called === undefined || called !== row)) count++;
        row = called;
      } else if (node.kind !== "ExceptHandler" && node.kind !== "MatchCase") continue;
      if (!isDefinition(node)) lists.push(children(node));
    }
  }
  return count;
}

// ---- cognitive complexity ------------------------------------------------------------------------------------

/** Blocks within blocks that are counted. */
const maximumDepth = 200;

function complexityOf(body: readonly Statement[], text: string, outerNesting = 0): number {
  let total = 0;

  function blocks(nodes: readonly Node[], nesting: number): void {
    if (nesting > maximumDepth) return;
    for (const node of nodes) each(node, nesting);
  }

  function each(node: Node, nesting: number): void {
    switch (node.kind) {
      case "If":
        chain(node, nesting);
        return;
      case "For":
      case "AsyncFor":
      case "While":
        total += 1 + nesting;
        blocks(node.kind === "While" ? [node.test] : [node.iter], nesting);
        blocks(node.body, nesting + 1);
        if (node.orelse.length > 0) total += 1;
        blocks(node.orelse, nesting + 1);
        return;
      case "ExceptHandler":
      case "Match":
        total += 1 + nesting;
        blocks(node.kind === "Match" ? node.cases : node.body, nesting + 1);
        if (node.kind === "Match") blocks([node.subject], nesting);
        return;
      case "IfExp":
        total += 1 + nesting;
        blocks([node.test, node.body, node.orelse], nesting + 1);
        return;
      case "BoolOp":
        total += 1;
        blocks(operandsOf(node), nesting);
        return;
      case "Lambda":
        blocks([node.body], nesting + 1);
        return;
      case "FunctionDef":
      case "AsyncFunctionDef":
        blocks(node.decoratorList, nesting);
        blocks(node.body, nesting + 1);
        return;
      default:
        blocks(children(node), nesting);
    }
  }

  /** An `elif` chain may be thousands of links long. */
  function chain(node: If, nesting: number): void {
    total += 1 + nesting;
    for (let link = node; ; ) {
      blocks([link.test], nesting);
      blocks(link.body, nesting + 1);
      const [only] = link.orelse;
      if (link.orelse.length > 0) total += 1;
      // The tree of `else:` with an `if` in it differs only in where that begins.
      if (link.orelse.length !== 1 || only?.kind !== "If" || !text.startsWith("elif", only.start)) {
        blocks(link.orelse, nesting + 1);
        return;
      }
      link = only;
    }
  }

  blocks(body, outerNesting);
  return total;
}

/** Of a sequence of one operator: `a and (b and c)` is one. */
function operandsOf(node: BoolOp): readonly Expression[] {
  return node.values.flatMap((value) => (value.kind === "BoolOp" && value.op === node.op ? operandsOf(value) : [value]));
}

function callsItself(node: FunctionDef | AsyncFunctionDef): boolean {
  let found = false;
  walk(node.body, (each) => {
    if (each.kind === "Call" && each.func.kind === "Name" && each.func.id === node.name.name) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** The function that a decorator makes, where it does nothing but make and return it. */
function bodyOfDecorator({ body }: FunctionDef | AsyncFunctionDef): readonly Statement[] | undefined {
  const [first, second, ...rest] = body.filter(doesSomething);
  return rest.length === 0 && first && isDefinition(first) && first.kind !== "ClassDef" && second?.kind === "Return" ? first.body : undefined;
}
