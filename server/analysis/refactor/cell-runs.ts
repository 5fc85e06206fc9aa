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
import type { Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { unitScopes } from "./statement-run.ts";
import type { RunPart, StatementRun } from "./statement-run.ts";

export function narrowed(run: StatementRun): { readonly kind: "run"; readonly run: StatementRun } | Refused {
  if (run.path.length > 0) return { kind: "run", run };
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
        const isFirst = !boundBy(unit).some((name) => bound.has(name));
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
  if (left.length === 0) return refused("the selection holds nothing that a function could do: imports, definitions and what a cell shows stay where they are");
  const shown = left.find((part) => part !== left.at(-1) && isShown(run, part));
  if (shown) return refused("a cell in the middle of the selection shows a value, which a function would not", place(shown.unit, shown.statements[0] ?? { start: 0, end: 0 }));
  return { kind: "run", run: { ...run, parts: left } };
}

function boundBy(unit: Unit): readonly string[] {
  return [...unitScopes(unit).module.bindings.keys()];
}

/** Without the imports, definitions, magics and shown values at the ends. */
function withoutEdges(run: StatementRun, parts: readonly RunPart[]): readonly RunPart[] {
  const stays = (part: RunPart, isLast: boolean): boolean =>
    part.statements.every((node) => isDefinition(node) || isMagic(node) || isDocstring(part.unit, node)) || (isLast && isShown(run, part));
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

function isImport(node: Statement): boolean {
  return node.kind === "Import" || node.kind === "ImportFrom";
}

function isMagic(node: Statement): boolean {
  return node.kind === "Expr" && node.value.kind === "Magic" && node.value.form !== "cell";
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
