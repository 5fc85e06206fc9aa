/**
 * Kinds of nodes that many ask for: statements, definitions, imports, a text that stands alone.
 */
import type { AsyncFunctionDef, ClassDef, Expression, FunctionDef, Import, ImportFrom, Node, Statement } from "./nodes.ts";

export function isStatement(node: Node): node is Statement {
  return statementKinds.has(node.kind);
}

const statementKinds: ReadonlySet<string> = new Set<Statement["kind"]>([
  "FunctionDef", "AsyncFunctionDef", "ClassDef", "Return", "Delete", "Assign", "TypeAlias", "AugAssign", "AnnAssign", "For", "AsyncFor", "While", "If",
  "With", "AsyncWith", "Match", "Raise", "Try", "TryStar", "Assert", "Import", "ImportFrom", "Global", "Nonlocal", "Expr", "Pass", "Break", "Continue",
]);

export function isFunction(node: Node): node is FunctionDef | AsyncFunctionDef {
  return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef";
}

/** A function or a class. */
export function isDefinition(node: Node): node is FunctionDef | AsyncFunctionDef | ClassDef {
  return isFunction(node) || node.kind === "ClassDef";
}

export function isImport(node: Node): node is Import | ImportFrom {
  return node.kind === "Import" || node.kind === "ImportFrom";
}

/** A text that stands alone: a docstring, where it comes first. */
export function isLoneText(node: Node): boolean {
  return node.kind === "Expr" && writtenText(node.value) !== undefined;
}

/** `%matplotlib inline`, `!ls`, `df?`: a magic that is a line, not a cell. */
export function isMagicLine(node: Node): boolean {
  return node.kind === "Expr" && node.value.kind === "Magic" && node.value.form !== "cell";
}

/** The text that an expression is, when it is one literal without holes. */
export function writtenText(node: Expression | undefined): string | undefined {
  return node?.kind === "Constant" && node.type === "str" ? node.value : undefined;
}
