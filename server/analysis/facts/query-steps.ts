/**
 * Queries that are put together in several statements, and their repair: the values are collected beside the text.
 *
 *     query = "SELECT * FROM t WHERE 1 = 1"          query = "SELECT * FROM t WHERE 1 = 1"
 *                                                    params = []
 *     if name:                                       if name:
 *         query += f" AND name = '{name}'"               query += " AND name = ?"
 *                                                        params.append(name)
 *     connection.execute(query)                      connection.execute(query, params)
 *
 * A *step* is a statement that sets the text or adds to it. Each value is read where it was read before, so nothing can have changed it.
 * Refused: another use of the text, a driver that reads per cent signs differently when there are no values, a step that is not alone
 * on its lines.
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Piece } from "../semantic/value.ts";
import type { AugAssign, Assign, Expression, Name, Node } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { appendArgument, indentOf, insert } from "./call-edits.ts";
import { fills } from "./pasted-queries.ts";
import type { PastedHole } from "./pasted-queries.ts";
import { deliveryOf } from "./query-deliveries.ts";
import type { QuerySurroundings } from "./query-deliveries.ts";
import { parametrize } from "./sql-parameters.ts";
import type { PassedValue } from "./pasted-parameters.ts";

export interface QuerySteps {
  /** The first sets the text, the others add to it. In the order they are written. */
  readonly steps: readonly QueryStep[];
  /** The one place where the text is read, outside the steps. */
  readonly use: { readonly unit: Unit; readonly node: Name };
}

interface QueryStep {
  readonly unit: Unit;
  readonly statement: Assign | AugAssign;
  /** What is set or added. */
  readonly added: Expression;
}

/** The steps that lead to a text that is read at `node`. */
export function stepsTo(cells: readonly Cell[], unit: Unit, node: Expression): QuerySteps | undefined {
  if (node.kind !== "Name") return undefined;
  const scope = scopeAround(ancestorsOf(unit, node));
  const region = scope ? [unit] : cells.flatMap((cell) => cell.units);
  const steps: QueryStep[] = [];
  const names: Name[] = [];
  const own = new Set<Node>();
  for (const each of region) {
    if (!each.text.includes(node.id)) continue;
    walk(scope ? [scope] : each.body, (found) => {
      if (found.kind === "Name" && found.id === node.id) names.push(found);
      const step = stepIn(found, node.id);
      if (!step) return undefined;
      steps.push({ unit: each, statement: step.statement, added: step.added });
      for (const name of step.names) own.add(name);
      return undefined;
    });
  }
  const uses = names.filter((name) => !own.has(name));
  const [first, ...more] = steps;
  if (first?.statement.kind !== "Assign" || more.length === 0 || uses.length !== 1 || uses[0] !== node) return undefined;
  const isAddition = more.every(({ statement, added }) => statement.kind === "AugAssign" || statement.value !== added);
  return isAddition && steps.every((step) => scopeAround(ancestorsOf(step.unit, step.statement)) === scope) ? { steps, use: { unit, node } } : undefined;
}

/** All that the steps put together, as if each of them ran once. */
export function piecesOf(analysis: DocumentAnalysis, { steps }: QuerySteps): readonly Piece[] {
  return steps.flatMap(({ unit, added }): readonly Piece[] => {
    const value = analysis.analysisOf(unit)?.valueOf(added);
    if (value?.constant?.kind === "text") return value.constant.pieces;
    return value ? [{ kind: "hole", value, place: undefined }] : [];
  });
}

function stepIn(node: Node, id: string): { readonly statement: Assign | AugAssign; readonly added: Expression; readonly names: readonly Node[] } | undefined {
  if (node.kind === "AugAssign" && node.op === "+" && node.target.kind === "Name" && node.target.id === id) {
    return { statement: node, added: node.value, names: [node.target] };
  }
  const target = node.kind === "Assign" && node.targets.length === 1 ? node.targets[0] : undefined;
  if (node.kind !== "Assign" || target?.kind !== "Name" || target.id !== id) return undefined;
  const { value } = node;
  const isAdding = value.kind === "BinOp" && value.op === "+" && value.left.kind === "Name" && value.left.id === id;
  return isAdding ? { statement: node, added: value.right, names: [target, value.left] } : { statement: node, added: value, names: [target] };
}

function scopeAround(path: readonly Node[]): Node | undefined {
  return path.findLast(({ kind }) => kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "Lambda" || kind === "ClassDef");
}

// ---- the repair --------------------------------------------------------------------------------------------

export function stepsFix({ steps, use }: QuerySteps, pasted: readonly PastedHole[], surroundings: QuerySurroundings): Fix | undefined {
  const delivery = deliveryOf(use.unit, use.node, surroundings);
  const [first] = steps;
  if (!delivery || !first || delivery.existing || delivery.driver.container === "arguments" || delivery.driver.container === "job") return undefined;
  const { driver } = delivery;
  const isNamed = driver.container === "dict";
  const loops = new Set(ancestorsOf(first.unit, first.statement));
  const [params = "params"] = surroundings.edits.freeNames(["params"]);
  const edits: PlaceEdit[] = [];
  const taken: string[] = [];
  let count = 0;
  for (const step of steps) {
    const isPasted = (hole: Expression): boolean => pasted.some((each) => fills(each, step.unit, hole));
    const holdsSome = pasted.some(({ place: at }) => at.anchor === step.unit.anchor && step.added.start <= at.start && at.end <= step.added.end);
    // Whether `%%` is one sign or two depends on whether there are values, and a sign anywhere may be taken for a placeholder.
    const source = step.unit.text.slice(step.added.start, step.added.end);
    if (!holdsSome && (step.added.kind !== "Constant" || (driver.placeholder === "?" ? source.includes("?") : /[%:@$]/u.test(source)))) return undefined;
    const result = holdsSome ? parametrize(step.unit, step.added, driver, { isConstant: (hole) => !isPasted(hole), taken }) : undefined;
    if (holdsSome && (!result || result.values.some(({ kind }) => kind === "list") || (driver.placeholder === "%s" && /%(?!s\b)/u.test(source)))) return undefined;
    if (isNamed && holdsSome && ancestorsOf(step.unit, step.statement).some((node) => isLoop(node) && !loops.has(node))) return undefined;
    const values = result?.values ?? [];
    taken.push(...values.map(({ name }) => name));
    count += values.length;
    const lines = step === first ? [`${params} = ${container(values, isNamed)}`] : additions(params, values, isNamed);
    const line = lines.length === 0 ? undefined : linesAfter(step, lines);
    if (line === undefined && lines.length > 0) return undefined;
    edits.push(...(result?.edits ?? []), ...(line ? [line] : []));
  }
  const atCall = appendArgument(delivery.unit, delivery.call, driver.keyword === undefined ? params : `${driver.keyword}=${params}`);
  if (!atCall || count === 0 || count < pasted.length) return undefined;
  return { title: "Collect the values and pass them as parameters", safety: "review", edits: [...edits, ...delivery.edits(""), atCall] };
}

function isLoop({ kind }: Node): boolean {
  return kind === "For" || kind === "AsyncFor" || kind === "While";
}

function container(values: readonly PassedValue[], isNamed: boolean): string {
  return isNamed ? `{${values.map(({ name, source }) => `"${name}": ${source}`).join(", ")}}` : `[${values.map(({ source }) => source).join(", ")}]`;
}

function additions(params: string, values: readonly PassedValue[], isNamed: boolean): readonly string[] {
  if (isNamed) return [...new Map(values.map(({ name, source }) => [name, `${params}["${name}"] = ${source}`])).values()];
  const [only] = values;
  if (!only) return [];
  return [values.length === 1 ? `${params}.append(${only.source})` : `${params}.extend([${values.map(({ source }) => source).join(", ")}])`];
}

/** Lines below a statement that has its lines to itself. */
function linesAfter({ unit, statement }: QueryStep, lines: readonly string[]): PlaceEdit | undefined {
  const { text } = unit;
  const indent = indentOf(text, statement.start);
  const lineStart = text.lastIndexOf("\n", statement.start - 1) + 1;
  const next = text.indexOf("\n", statement.end);
  const end = next < 0 ? text.length : next;
  const rest = text.slice(statement.end, end);
  if (text.slice(lineStart, statement.start) !== indent || !/^[ \t]*(?:#.*)?\r?$/u.test(rest)) return undefined;
  const lineBreak = rest.endsWith("\r") ? "\r\n" : "\n";
  return insert(unit, rest.endsWith("\r") ? end - 1 : end, lines.map((line) => `${lineBreak}${indent}${line}`).join(""));
}
