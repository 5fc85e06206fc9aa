/**
 * Where a function goes that is made of statements, and what it is to them: a function of the module, or a method beside theirs.
 *
 *     import pandas as pd                     class Model:
 *                                                 def fit(self, X):
 *     <- here, for statements of the script           <- statements that read self
 *
 *     df = pd.read_csv(path)                      <- a method, here; else a function above the class
 *
 * In a script a new function stands behind the imports and definitions that come before its statements; in a cell, right above them.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { AsyncFunctionDef, ClassDef, FunctionDef, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { blanksBefore } from "../facts/indentation.ts";
import { afterBreak, endOfLine, lineStart, linesRange } from "./moved-lines.ts";
import { refused } from "./refactoring.ts";
import type { Refused } from "./refactoring.ts";
import { statementsOf } from "./statement-run.ts";
import type { Holder, StatementRun } from "./statement-run.ts";

export type Kind =
  | { readonly kind: "function" }
  /** `self` or `cls` is given by the call. */
  | { readonly kind: "method"; readonly holder: FunctionDef | AsyncFunctionDef; readonly receiver: string; readonly decorators: readonly string[] };

export function kindOf(run: StatementRun, holder: Holder): Kind | Refused {
  const owner = holder ? run.path[run.path.indexOf(holder) - 1] : undefined;
  const isMethod = owner?.kind === "ClassDef";
  const used = namesUsed(run);
  const compiled = holder && compilerOf(run.path);
  if (compiled !== undefined) return refused(`@${compiled} compiles the function as it is written; it may not call another`);
  const inClass = run.path.some(({ kind }) => kind === "ClassDef");
  const isBound = used.isSuper || (inClass && used.isMangled);
  if (!holder || !isMethod) return isBound ? refused("super() and names with two underscores mean their class only directly in a method") : { kind: "function" };
  const receiver = holder.args.posonlyargs[0]?.arg.name ?? holder.args.args[0]?.arg.name;
  const decorators = holder.decoratorList.map((each) => (each.kind === "Name" ? each.id : ""));
  const isClassMethod = decorators.includes("classmethod");
  const isPlain = receiver === (isClassMethod ? "cls" : "self") && !decorators.includes("staticmethod");
  const isWanted = receiver !== undefined && (used.names.has(receiver) || isBound);
  if (isWanted && isPlain && !used.assigned.has(receiver)) return { kind: "method", holder, receiver, decorators: isClassMethod ? ["classmethod"] : [] };
  return isBound ? refused("super() and names with two underscores mean their class only directly in a method") : { kind: "function" };
}

function namesUsed(run: StatementRun) {
  const names = new Set<string>();
  const assigned = new Set<string>();
  let isSuper = false;
  let isMangled = false;
  const mangles = (name: string): boolean => name.startsWith("__") && !name.endsWith("__");
  walk(statementsOf(run), (node) => {
    if (node.kind === "Name") {
      (node.ctx === "load" ? names : assigned).add(node.id);
      if (node.id === "super" || node.id === "__class__") isSuper = true;
      if (mangles(node.id)) isMangled = true;
    }
    if (node.kind === "Attribute" && mangles(node.attr.name)) isMangled = true;
    return undefined;
  });
  return { names, assigned, isSuper, isMangled };
}

/** Decorators that need the source of the whole function. */
const compilers = /^(?:n?jit|cfunc|vectorize|guvectorize|stencil|script|component|create_component_from_func|virtualenv|external_python|docker|kubernetes|container_component)$/u;

function compilerOf(path: readonly Node[]): string | undefined {
  for (const node of path) {
    if (node.kind !== "FunctionDef" && node.kind !== "AsyncFunctionDef") continue;
    for (const decorator of node.decoratorList) {
      const callee = decorator.kind === "Call" ? decorator.func : decorator;
      const name = callee.kind === "Attribute" ? callee.attr.name : callee.kind === "Name" ? callee.id : "";
      if (compilers.test(name)) return name;
    }
  }
  return undefined;
}

// ---- where it goes -----------------------------------------------------------------------------------------

export interface Position {
  readonly unit: Unit;
  /** Blank lines that are replaced by those around the function. */
  readonly start: number;
  readonly end: number;
  /** Blank lines before and after. */
  readonly before: number;
  readonly after: number;
  readonly indent: string;
  /** Annotations see what is above. */
  readonly at: Place;
}

export function positionOf(run: StatementRun, kind: Kind): Position {
  if (kind.kind === "method") return behindMethod(run, kind.holder);
  const [first] = run.parts;
  if (!first) throw new RangeError("a run has statements");
  const unit = run.path.length === 0 && run.document.dialect === "script" ? behindDefinitions(run.document, first.unit) : first.unit;
  const isDefinition = unit.body.some(({ kind: each }) => each === "FunctionDef" || each === "AsyncFunctionDef" || each === "ClassDef");
  const position = positionAbove(run.document, unit, isDefinition);
  const next = stayingBehind(run);
  if (unit !== first.unit || !next) return position;
  // The statements below go away: what stays behind them has blank lines of its own.
  const blanks = /^(?:[ \t]*\r?\n)*/u.exec(next.text)?.[0].split("\n").length ?? 1;
  return { ...position, after: Math.max(0, 3 - blanks) };
}

/** An import or a definition in the middle of the run that stays where it is, right behind the first statements that go. */
export function stayingBehind({ document: { units }, parts }: StatementRun): Unit | undefined {
  const moved = new Set(parts.map(({ unit }) => unit));
  const first = parts[0]?.unit;
  if (!first || parts.length < 2) return undefined;
  const next = units.slice(units.indexOf(first) + 1).find((unit) => !moved.has(unit) || unit === parts.at(-1)?.unit);
  return next === parts.at(-1)?.unit ? undefined : next;
}

/** The unit above which a function of a script goes: behind the last import, definition or constant above the statements. */
function behindDefinitions({ units }: OpenDocument, first: Unit): Unit {
  const index = units.indexOf(first);
  const last = units.slice(0, index).findLastIndex(({ body }) => body.length > 0 && body.every(isDefinition));
  return units[last + 1] ?? first;
}

function isDefinition(node: Node): boolean {
  switch (node.kind) {
    case "Import":
    case "ImportFrom":
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
      return true;
    case "Assign":
      return node.targets.every((target) => target.kind === "Name" && /^[A-Z][A-Z0-9_]*$/u.test(target.id));
    default:
      return false;
  }
}

/** Above the comments of a unit; a definition keeps only those right above it. */
function positionAbove({ units }: OpenDocument, unit: Unit, isForDefinition: boolean): Position {
  const { text } = unit;
  const attached = linesRange({ unit, statements: unit.body }).start;
  let end = attached;
  if (!isForDefinition) {
    for (end = 0; end < attached; ) {
      const lineEnd = endOfLine(text, end);
      const line = text.slice(end, lineEnd);
      if (line.trim() !== "" && !opensFile(line)) break;
      end = afterBreak(text, lineEnd);
    }
  }
  let start = end;
  while (start > 0) {
    const above = lineStart(text, start - 1);
    if (text.slice(above, start).trim() !== "") break;
    start = above;
  }
  const isFirst = start === 0 && units.findIndex((each) => each.anchor.cell === unit.anchor.cell && each.body.length > 0) === units.indexOf(unit) && unit.anchor.index === 0;
  const isAfterMarker = start > 0 && opensFile(text.slice(lineStart(text, start - 1), start));
  const before = isFirst || (isAfterMarker && units.indexOf(unit) === 0) ? 0 : 2;
  return { unit, start, end, before, after: 2, indent: "", at: { anchor: unit.anchor, start: end, end } };
}

/** Lines that stay at the top of the file or the cell. */
function opensFile(line: string): boolean {
  return /^(?:#!|#\s*%%|# In\[|# COMMAND -|# Databricks notebook|#.*coding[:=]|# \/\/\/)/u.test(line);
}

function behindMethod({ parts, path }: StatementRun, method: FunctionDef | AsyncFunctionDef): Position {
  const unit = parts[0]?.unit;
  const owner = path[path.indexOf(method) - 1] as ClassDef | undefined;
  if (!unit || !owner) throw new RangeError("a method has a class");
  const indent = blanksBefore(unit.text, method.start);
  let end = endOfLine(unit.text, method.end);
  // Comments below the last statement that are as deep as the body belong to the method.
  for (let next = afterBreak(unit.text, end); next < unit.text.length; ) {
    const lineEnd = endOfLine(unit.text, next);
    const line = unit.text.slice(next, lineEnd);
    if (!new RegExp(`^${indent}[ \\t]+#`, "u").test(line)) break;
    end = lineEnd;
    next = afterBreak(unit.text, lineEnd);
  }
  return { unit, start: end, end, before: 1, after: 0, indent, at: { anchor: unit.anchor, start: owner.start, end: owner.start } };
}

/** The edit that puts the text there; behind a method the line break of the line above stays behind it. */
export function insertion({ unit, start, end, before, after, indent }: Position, text: string, lineBreak: string): PlaceEdit {
  const lines = indent === "" ? lineBreak.repeat(before) + text + lineBreak.repeat(after + 1) : lineBreak.repeat(before + 1) + text;
  return { at: { anchor: unit.anchor, start, end }, text: lines };
}
