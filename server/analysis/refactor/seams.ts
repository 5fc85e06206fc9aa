/**
 * Seams: where a long function or cell comes apart, as the flow of its data shows.
 *
 *     df = load(path)                          1
 *     low = df.total.quantile(0.01)            2
 *     high = df.total.quantile(0.99)           3     2 to 4 need df alone and give df alone: one name in, one out
 *     df["total"] = df.total.clip(low, high)   4     3 to 5 would need df and low
 *     X, y = df[names], df[target]             5
 *     model = fit(X, y)                        6
 *
 * Of all stretches that leave both the new function and the rest within the limits, those are tried first over whose ends the fewest
 * names go; then those that divide it best. What extract-function refuses is passed over.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { addsNesting, extentOfRun } from "../facts/complexity.ts";
import type { Extent } from "../facts/complexity.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import type { NameFlow } from "../facts/name-flow.ts";
import { ancestorsOf } from "../facts/ancestors.ts";
import { blocksOf, clausesOf } from "../syntax/blocks.ts";
import type { AsyncFunctionDef, FunctionDef, Node, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { extract } from "./extract-function.ts";
import type { Change } from "./refactoring.ts";
import { unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";

export interface Seam {
  readonly change: Change;
  /** Statements of the block that go. */
  readonly count: number;
}

/** Longer blocks are tables. */
const mostStatements = 250;
/** Stretches that extract-function is asked for. */
const mostTries = 12;
const mostParameters = 5;
const mostResults = 3;

export function seamOfFunction(document: OpenDocument, unit: Unit, node: FunctionDef | AsyncFunctionDef, extent: Extent, limits: Extent): Seam | undefined {
  const path = ancestorsOf(unit, node.name);
  const outer = path.at(-1) === node ? path : [...path, node];
  return best(document, blocksIn(unit, node.body, outer, 0), extent, limits);
}

export function seamOfCell(document: OpenDocument, cell: Cell, extent: Extent, limits: Extent): Seam | undefined {
  const units = cell.units.filter(({ body }) => body.length > 0);
  const statements = units.flatMap((unit) => unit.body.map((node) => ({ unit, node })));
  const inside = units.flatMap((unit) => unit.body.filter((node) => node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef" && node.kind !== "ClassDef")
    .flatMap((node) => blocksBelow(unit, node, [], 0)));
  return best(document, [{ statements, path: [], nesting: 0 }, ...inside], extent, limits);
}

interface Block {
  readonly statements: readonly { readonly unit: Unit; readonly node: Statement }[];
  /** Nodes around it in its unit. */
  readonly path: readonly Node[];
  readonly nesting: number;
}

function blocksIn(unit: Unit, body: readonly Statement[], path: readonly Node[], nesting: number): readonly Block[] {
  const own: Block = { statements: body.map((node) => ({ unit, node })), path, nesting };
  const below = body.filter((node) => node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef" && node.kind !== "ClassDef");
  // An `elif` is a block of one statement in the tree only.
  const [first] = body;
  const isElif = first !== undefined && unit.text.startsWith("elif", first.start);
  return [...(isElif ? [] : [own]), ...below.flatMap((node) => blocksBelow(unit, node, path, isElif ? nesting - 1 : nesting))];
}

function blocksBelow(unit: Unit, node: Node, path: readonly Node[], nesting: number): readonly Block[] {
  const inner = nesting + (addsNesting(node) ? 1 : 0);
  return [...blocksOf(node).flatMap((block) => blocksIn(unit, block, [...path, node], inner)), ...clausesOf(node).flatMap((clause) => blocksBelow(unit, clause, [...path, node], inner))];
}

interface Stretch {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
  /** Names that go in and come out. */
  readonly crossing: number;
  /** How far it is from half of all statements. */
  readonly imbalance: number;
}

function best(document: OpenDocument, blocks: readonly Block[], extent: Extent, limits: Extent): Seam | undefined {
  const stretches = blocks.flatMap((block) => stretchesOf(block, extent, limits));
  stretches.sort((a, b) => a.crossing - b.crossing || a.imbalance - b.imbalance);
  for (const { block, from, to } of stretches.slice(0, mostTries)) {
    const change = extract(runOfStretch(document, block, from, to), { project: noProject }, {});
    if (change.kind === "change" && !change.cells && change.edits.length > 0) return { change, count: to - from };
  }
  return undefined;
}

/** A fix stands in the document alone: how the project is laid out matters little. */
const noProject = { root: "", home: undefined, text: () => undefined };

function runOfStretch(document: OpenDocument, { statements, path }: Block, from: number, to: number): StatementRun {
  const parts = new Map<Unit, Statement[]>();
  for (const { unit, node } of statements.slice(from, to)) {
    const known = parts.get(unit);
    if (known) known.push(node);
    else parts.set(unit, [node]);
  }
  return { document, path, parts: [...parts].map(([unit, nodes]) => ({ unit, statements: nodes })) };
}

/** Stretches of a block that may go and after which both sides are within the limits. */
function stretchesOf(block: Block, extent: Extent, limits: Extent): readonly Stretch[] {
  const { statements, nesting } = block;
  const { length } = statements;
  if (length > mostStatements) return [];
  const flows = statements.map(({ unit, node }) => nameFlowOf([node], unitScopes(unit)));
  const here = statements.map(({ unit, node }) => extentOfRun(unit, [node], nesting));
  const alone = statements.map(({ unit, node }) => extentOfRun(unit, [node], 0));
  const found: Stretch[] = [];
  for (let from = 0; from < length; from++) {
    const inside = { statements: 0, complexity: 0 };
    const made = { statements: 0, complexity: 0 };
    for (let to = from + 1; to <= length; to++) {
      add(inside, here[to - 1]);
      add(made, alone[to - 1]);
      // What comes out is returned.
      if (made.statements + 1 > limits.statements || made.complexity > limits.complexity) break;
      const rest = { statements: extent.statements - inside.statements + 1, complexity: extent.complexity - inside.complexity };
      if (rest.statements > limits.statements || rest.complexity > limits.complexity || inside.statements < leastStatements) continue;
      const crossing = crossingOf(flows, from, to);
      if (crossing !== undefined) found.push({ block, from, to, crossing, imbalance: Math.abs(2 * inside.statements - extent.statements) });
    }
  }
  return found;
}

/** Fewer are no function worth a name. */
const leastStatements = 4;

function add(sum: { statements: number; complexity: number }, extent: Extent | undefined): void {
  sum.statements += extent?.statements ?? 0;
  sum.complexity += extent?.complexity ?? 0;
}

/** `undefined`: more than one would pass to a function, or take from it. */
function crossingOf(flows: readonly NameFlow[], from: number, to: number): number | undefined {
  const bound = new Set<string>();
  const needs = new Set<string>();
  const gives = new Set<string>();
  for (const flow of flows.slice(from, to)) {
    for (const name of flow.needs) if (!bound.has(name)) needs.add(name);
    for (const name of flow.binds) bound.add(name);
    for (const name of flow.mayBind) gives.add(name);
  }
  const before = new Set(flows.slice(0, from).flatMap(({ mayBind }) => [...mayBind]));
  const after = new Set(flows.slice(to).flatMap((flow) => [...flow.needs, ...flow.later]));
  // Names bound further out, parameters of the function among them, count as much; modules and builtins count alike everywhere.
  const inward = [...needs].filter((name) => before.has(name)).length;
  const outward = [...gives].filter((name) => after.has(name)).length;
  return inward > mostParameters || outward > mostResults ? undefined : inward + outward;
}
