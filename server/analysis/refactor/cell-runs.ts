/**
 * What of a selection at the module level goes into a function.
 *
 *     import numpy as np         stays: an import in a function would be the function's own
 *     %matplotlib inline         stays: a magic at the edge of the selection
 *     def scale(x): ...          stays: a definition
 *     X = scale(df)              goes
 *     X.head()                   stays: the last line of a cell shows its value
 *
 * What stays runs before what goes; so an import or a definition in the middle stays only where nothing above it matters to it.
 */
import { isNone } from "../facts/values.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import { isImport, isMagicLine } from "../syntax/node-kinds.ts";
import type { Expression, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { unitScopes } from "./statement-run.ts";
import type { RunPart, StatementRun } from "./statement-run.ts";

export interface Narrowed {
  readonly kind: "run";
  readonly run: StatementRun;
  /** Expressions that the function has to `display`, as their cells did. */
  readonly shown: ReadonlySet<Statement>;
  /** The run is one expression that its cell shows: the function returns it. */
  readonly isValue: boolean;
}

export function narrowed(run: StatementRun): Narrowed | Refused {
  if (run.path.length > 0) return { kind: "run", run, shown: new Set(), isValue: false };
  const parts = withoutEdges(run, run.parts);
  const staying = new Set<Statement>();
  const bound = new Set<string>();
  let prepares = false;
  for (const { unit, statements } of parts) {
    const isOnOwnLines = statements.length === 1;
    for (const node of statements) {
      if (isOnOwnLines && isDefinition(node)) {
        const needs = nameFlowOf([node], unitScopes(unit)).needs;
        const isFree = ![...needs].some((name) => bound.has(name)) && !(isImport(node) && prepares);
        const isFirst = !boundBy(unit).some((name) => bound.has(name) || isBoundAbove(run, unit, name, isImport(node)));
        if (isFree && isFirst) {
          staying.add(node);
          continue;
        }
        if (node.kind === "ClassDef") return refused(`${node.name.name} is a class: in a function it would have another name, and nobody could pickle its objects`, place(unit, node));
      }
      if (preparesImports(unit)) prepares = true;
    }
    if (!statements.every((node) => staying.has(node))) for (const name of nameFlowOf(statements, unitScopes(unit)).mayBind) bound.add(name);
  }
  const left = withoutEdges(run, parts.filter(({ statements }) => !statements.every((node) => staying.has(node))));
  const [value] = run.parts.filter((part) => isShown(run, part));
  if (left.length === 0) {
    const last = run.parts.at(-1);
    if (value && value === last && value.statements.length === 1) return { kind: "run", run: { ...run, parts: [value] }, shown: new Set(), isValue: true };
    return refused("the selection holds nothing that a function could do: imports, definitions and what a cell shows stay where they are");
  }
  const shown = left.filter((part) => part !== left.at(-1) && isShown(run, part));
  // `display` of what turns out to be None would show it, which the cell did not.
  const unclear = shown.find((part) => run.document.dialect === "cells" || part.statements.length !== 1 || !isKnown(run, part));
  if (unclear) return refused("a cell in the middle of the selection shows a value, which a function would not", place(unclear.unit, unclear.statements[0] ?? { start: 0, end: 0 }));
  const bared = cellThatWouldShow(run, left);
  if (bared) return refused("a cell would show a value that it does not show now, as what comes behind it goes", place(bared.unit, bared.statements[0] ?? { start: 0, end: 0 }));
  return { kind: "run", run: { ...run, parts: left }, shown: new Set(shown.flatMap(({ statements }) => statements)), isValue: false };
}

/** A cell above the last one whose statements at the end all go: what is its last statement then, if it is an expression. */
function cellThatWouldShow(run: StatementRun, left: readonly RunPart[]): RunPart | undefined {
  if (run.document.dialect === "script") return undefined;
  const moved = new Set(left.map(({ unit }) => unit));
  const last = left.at(-1)?.unit.anchor.cell;
  for (const cell of new Set(left.map(({ unit }) => unit.anchor.cell))) {
    const units = cell.units.filter(({ body }) => body.length > 0);
    const end = units.at(-1);
    const rest = units.findLast((unit) => !moved.has(unit));
    if (cell === last || !rest || !end || !moved.has(end)) continue;
    const part = { unit: rest, statements: rest.body };
    const node = rest.body.at(-1);
    if (node?.kind === "Expr" && !(node.value.kind === "Call" && node.value.func.kind === "Name" && node.value.func.id === "print")) return part;
  }
  return undefined;
}

function isKnown({ document }: StatementRun, { unit, statements: [node] }: RunPart): boolean {
  const type = node?.kind === "Expr" ? document.analysis().analysisOf(unit)?.valueOf(node.value).type : undefined;
  return node?.kind === "Expr" && (neverNone.has(node.value.kind) || (type !== undefined && type.kind !== "union"));
}

const neverNone: ReadonlySet<Expression["kind"]> = new Set([
  "BinOp", "Compare", "JoinedStr", "List", "Tuple", "Dict", "Set", "ListComp", "SetComp", "DictComp", "GeneratorExp", "Lambda",
] as const);

function boundBy(unit: Unit): readonly string[] {
  return [...unitScopes(unit).module.bindings.keys()];
}

/** What is above reads the older definition; an import that comes twice gives the same. */
function isBoundAbove({ document }: StatementRun, unit: Unit, name: string, isImported: boolean): boolean {
  const above = document.units.slice(0, document.units.indexOf(unit));
  return above.some((each) => unitScopes(each).module.bindings.get(name)?.some(({ kind }) => !isImported || kind !== "import") === true);
}

/** Without the imports, definitions, magics and shown values at the ends. */
function withoutEdges(run: StatementRun, parts: readonly RunPart[]): readonly RunPart[] {
  const stays = (part: RunPart, isLast: boolean): boolean =>
    part.statements.every((node) => isDefinition(node) || isMagicLine(node) || isDocstring(part.unit, node)) || (isLast && isShown(run, part));
  const first = parts.findIndex((part) => !stays(part, false));
  let end = parts.length;
  while (end > first && first >= 0) {
    const part = parts[end - 1];
    if (!part || !stays(part, true)) break;
    end--;
  }
  return first < 0 ? [] : parts.slice(first, end);
}

function isDefinition(node: Statement): boolean {
  return isImport(node) || node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "TypeAlias";
}

function isDocstring(unit: Unit, node: Statement): boolean {
  return node.kind === "Expr" && node.value.kind === "Constant" && node.value.type === "str" && unit.anchor.index === 0;
}

/** Later imports may depend on it. */
function preparesImports({ text }: Unit): boolean {
  return /\b(?:sys\.(?:path|modules)|os\.(?:environ|putenv|chdir|add_dll_directory)|matplotlib\.use|importlib|site\.addsitedir|filterwarnings|simplefilter)\b/u.test(text);
}

/** Whether a cell shows the value of the part: its last statement, an expression that is not known to be None. */
function isShown({ document }: StatementRun, { unit, statements }: RunPart): boolean {
  if (document.dialect === "script") return false;
  const last = statements.at(-1);
  const below = unit.anchor.cell.units.slice(unit.anchor.index + 1);
  if (last?.kind !== "Expr" || below.some(({ body }) => body.length > 0)) return false;
  if (/^[ \t]*;/u.test(unit.text.slice(last.end))) return false;
  const value = document.analysis().analysisOf(unit)?.valueOf(last.value);
  const isPrint = last.value.kind === "Call" && last.value.func.kind === "Name" && last.value.func.id === "print";
  return !isPrint && !(value && isNone(value));
}
