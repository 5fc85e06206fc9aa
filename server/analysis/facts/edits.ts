/**
 * Edits that several fixes need: a module imported, a constant introduced after the imports, a name nobody uses.
 *
 *     """Load."""                      """Load."""
 *     import pandas as pd              import os
 *                                                                       <- importing("os")
 *     frame = pd.read_csv("/a/b")      import pandas as pd
 *
 *                                      B_PATH = os.environ.get(...)     <- defining("B_PATH = ...")
 *
 *                                      frame = pd.read_csv(B_PATH)
 *
 * The *header* is where both go: the imports at the top of the first code cell that has any, up to the first function or class and
 * never below the place that needs them (`before`). A document without imports has its header after its docstring, after
 * the magics of its first cell, and after the comments that stand apart from its first statement.
 *
 * Nothing is guessed: where a name means something else somewhere in the document, the answer is `undefined` and the fix is
 * not offered.
 */
import { defineFact } from "../engine/fact.ts";
import type { PlaceEdit } from "../engine/finding.ts";
import { standardLibraryModules } from "../knowledge/standard-library.ts";
import { isImport, isLoneText, isMagicLine } from "../syntax/node-kinds.ts";
import type { Import, ImportFrom, Range, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { lineAfter } from "../text/lines.ts";
import { keptWithUnit } from "./kept.ts";

export interface Edits {
  /** Makes a module available under the returned name at and after `before`. */
  importing(module: string, before: Place): Access | undefined;
  /** The same for a name of a module: `importingFrom("pathlib", "Path", before)`. */
  importingFrom(module: string, name: string, before: Place): Access | undefined;
  /** Puts a line such as `DATA = 1` into the header. */
  defining(line: string, before: Place): PlaceEdit | undefined;
  /** Names like `wanted` that mean nothing in the document yet, and differ from one another: `DATA`, `DATA_2`. */
  freeNames(wanted: readonly string[]): readonly string[];
  /** How often the document binds a name, imports apart. */
  bindings(name: string): number;
}

export interface Access {
  /** How the code reaches it: `os`, or `np` where the document says `import numpy as np`. */
  readonly name: string;
  /** Empty when it is imported already. */
  readonly edits: readonly PlaceEdit[];
}

export const edits = defineFact<never, Edits>({
  name: "edits",
  needs: {},
  document: ({ cells }) => editsOf(cells),
});

export function editsOf(cells: readonly Cell[]): Edits {
  let names: Names | undefined;
  const known = (): Names => (names ??= readNames(cells));
  let whole: { readonly header: Header | undefined } | undefined;
  /** Most places lie below the whole header, which need not be read again then. */
  const headerBefore = (before: Place): Header | undefined => {
    const { header } = (whole ??= { header: headerOf(cells, undefined) });
    const next = header?.next;
    const isBelow = next && header.imports.length > 0 && next.unit.anchor.cell.index <= before.anchor.cell.index && !precedes(before, place(next.unit, next.node));
    return isBelow ? header : headerOf(cells, before);
  };

  function access(statement: string, module: string, name: string, found: Access | undefined, before: Place): Access | undefined {
    if (found) return found;
    if (known().bound.has(name)) return undefined;
    const edit = importEdit(headerBefore(before), module, statement);
    return edit && { name, edits: [edit] };
  }

  return {
    importing(module, before) {
      const name = module.split(".")[0] ?? module;
      const found = importedAs(headerBefore(before), known(), (alias, from) =>
        from === undefined && alias.name.name === module ? (alias.asname?.name ?? module) : undefined);
      return access(`import ${module}`, module, name, found, before);
    },
    importingFrom(module, name, before) {
      const found = importedAs(headerBefore(before), known(), (alias, from) =>
        from === module && alias.name.name === name ? (alias.asname?.name ?? name) : undefined);
      return access(`from ${module} import ${name}`, module, name, found, before);
    },
    defining(line, before) {
      const header = headerBefore(before);
      return header && definitionEdit(header, line);
    },
    freeNames(wanted) {
      const taken = new Set<string>();
      return wanted.map((base) => {
        let name = base;
        for (let count = 2; taken.has(name) || known().used.has(name); count++) name = `${base}_${String(count)}`;
        taken.add(name);
        return name;
      });
    },
    bindings: (name) => known().bound.get(name) ?? 0,
  };
}

/** True when `a` stands before `b` in its document. */
export function precedes(a: Place, b: Place): boolean {
  return a.anchor.cell.index - b.anchor.cell.index < 0
    || (a.anchor.cell === b.anchor.cell && (a.anchor.index - b.anchor.index || a.start - b.start) < 0);
}

export function samePlace(a: Place, b: Place): boolean {
  return a.anchor === b.anchor && a.start === b.start && a.end === b.end;
}

// ---- header ------------------------------------------------------------------------------------------------

export interface Entry<S extends Statement = Statement> {
  readonly unit: Unit;
  readonly node: S;
}

export interface Header {
  readonly imports: readonly Entry<Import | ImportFrom>[];
  /** Where the first line goes when there are no imports. */
  readonly top: { readonly unit: Unit; readonly offset: number };
  /** What follows the last import. */
  readonly next: Entry | undefined;
}

/** The header of a document; with `before`, the part of it that lies above that place. */
export function headerOf(cells: readonly Cell[], before: Place | undefined): Header | undefined {
  const candidates = cells.filter((cell) => cell.units.length > 0 && (!before || cell.index <= before.anchor.cell.index));
  const cell = candidates.find((each) => each.units.some(({ body }) => body.some(isImport)))
    ?? candidates.find((each) => each.units.some(({ body }) => body.some((node) => !isMagicLine(node)))) ?? candidates[0];
  if (!cell) return undefined;
  const imports: Entry<Import | ImportFrom>[] = [];
  let top: Header["top"] | undefined;
  let last: Header["top"] | undefined;
  let next: Entry | undefined;
  let isFirst = true;
  for (const entry of entriesOf(cell)) {
    const { node, unit } = entry;
    const reached = before !== undefined && (unit.anchor === before.anchor ? node.end >= before.start : !precedes(place(unit, node), before));
    const isPreface = isFirst && isLoneText(node) && cell === candidates[0];
    isFirst = false;
    if (!reached && (isPreface || isMagicLine(node))) {
      if (imports.length === 0) last = { unit, offset: lineAfter(unit.text, node.end) };
    } else if (!reached && isImport(node)) {
      imports.push({ unit, node });
      next = undefined;
      continue;
    } else {
      top ??= { unit, offset: afterPreface(unit.text, node.start) };
      next ??= entry;
      if (reached || endsHeader(node)) break;
    }
  }
  const first = cell.units[0];
  top ??= last ?? (first && { unit: first, offset: afterPreface(first.text, first.text.length) });
  return top && { imports, top, next };
}

function* entriesOf(cell: Cell): Generator<Entry, undefined> {
  for (const unit of cell.units) for (const node of unit.body) yield { unit, node };
}

function endsHeader(node: Statement): boolean {
  return node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef" || node.kind === "For" || node.kind === "While";
}

// ---- lines -------------------------------------------------------------------------------------------------

function importEdit(header: Header | undefined, module: string, statement: string): PlaceEdit | undefined {
  if (!header) return undefined;
  const ordinary = header.imports.filter(({ node }) => !(node.kind === "ImportFrom" && (node.module?.name === "__future__" || node.level > 0)));
  const [first] = ordinary;
  const future = header.imports.at(-1);
  if (!first) return future ? lineBelow(future.unit, future.node, statement, true) : topLine(header, `${statement}\n\n`);
  if (!isStandard(module)) {
    const last = ordinary.at(-1) ?? first;
    return lineBelow(last.unit, last.node, statement, false);
  }
  const standard = ordinary.filter(({ node }) => isStandard(moduleOf(node)));
  const lastStandard = standard.at(-1);
  if (!lastStandard) return lineBefore(first, `${statement}\n\n`);
  const isFrom = statement.startsWith("from");
  const after = standard.find(({ node }) => sortsAfter(node, module, isFrom));
  return after ? lineBefore(after, `${statement}\n`) : lineBelow(lastStandard.unit, lastStandard.node, statement, false);
}

/** Plain imports stand before `from` imports, each sorted by module. */
function sortsAfter(node: Import | ImportFrom, module: string, isFrom: boolean): boolean {
  if ((node.kind === "ImportFrom") !== isFrom) return node.kind === "ImportFrom";
  return moduleOf(node) > module;
}

function moduleOf(node: Import | ImportFrom): string {
  return node.kind === "ImportFrom" ? (node.module?.name ?? "") : (node.names[0]?.name.name ?? "");
}

function isStandard(module: string): boolean {
  return standardLibraryModules.has(module.split(".")[0] ?? "");
}

function definitionEdit(header: Header, line: string): PlaceEdit {
  const last = header.imports.at(-1);
  const { next } = header;
  if (next && isSetting(next.node)) return lineBefore(next, `${line}\n`);
  if (!last) return topLine(header, `${line}\n\n`);
  const edit = lineBelow(last.unit, last.node, `\n${line}`, false);
  const touches = next && !/^[ \t\f]*\r?\n/u.test(next.unit === last.unit ? "\n" : next.unit.text);
  return touches ? { ...edit, text: edit.text + lineBreakOf(last.unit) } : edit;
}

/** `NAME = os.environ...`: a setting that an earlier fix may have put there. */
function isSetting(node: Statement): boolean {
  const target = node.kind === "Assign" ? node.targets[0] : undefined;
  if (node.kind !== "Assign" || target?.kind !== "Name" || !/^[A-Z][A-Z0-9_]*$/u.test(target.id)) return false;
  const lookup = node.value.kind === "Call" ? node.value.func : node.value;
  return lookup.kind === "Attribute" && lookup.value.kind === "Attribute" && lookup.value.attr.name === "environ";
}

function lineBefore({ unit, node }: Entry, text: string): PlaceEdit {
  return insertion(unit, node.start, text);
}

function lineBelow(unit: Unit, node: Range, line: string, apart: boolean): PlaceEdit {
  const offset = lineAfter(unit.text, node.end);
  const text = `${apart ? "\n" : ""}${line}`;
  const closed = offset > 0 && /[\r\n]/u.test(unit.text[offset - 1] ?? "");
  return insertion(unit, offset, closed ? `${text}\n` : `\n${text}`);
}

function topLine({ top }: Header, text: string): PlaceEdit {
  const { unit, offset } = top;
  const closed = offset === 0 || /[\r\n]/u.test(unit.text[offset - 1] ?? "");
  return insertion(unit, offset, closed ? text : `\n${text}`);
}

function insertion(unit: Unit, offset: number, text: string): PlaceEdit {
  return { at: { anchor: unit.anchor, start: offset, end: offset }, text: text.replaceAll("\n", lineBreakOf(unit)) };
}

export function lineBreakOf(unit: Unit): string {
  return unit.text.includes("\r\n") ? "\r\n" : "\n";
}

/** Within the lines above the first statement: after those that open the file or the cell, and after the last blank one. */
function afterPreface(text: string, statement: number): number {
  let result = 0;
  for (let at = 0; at < statement; ) {
    const end = Math.min(lineAfter(text, at), statement);
    const line = text.slice(at, end);
    if (line.trim() === "" || /^(?:#!|# ?%%|# In\[|# COMMAND -|# Databricks notebook|#.*coding[:=])/u.test(line)) result = end;
    at = end;
  }
  return result;
}

// ---- names -------------------------------------------------------------------------------------------------

interface Names {
  /** Every name that is read, bound or imported anywhere; builtins and keywords are never wanted in capitals. */
  readonly used: ReadonlySet<string>;
  /** Names that something binds, with the number of bindings that are not imports. */
  readonly bound: ReadonlyMap<string, number>;
}

function importedAs(
  header: Header | undefined, names: Names, nameOf: (alias: Import["names"][number], from: string | undefined) => string | undefined,
): Access | undefined {
  for (const { node } of header?.imports ?? []) {
    if (node.kind === "ImportFrom" && node.level > 0) continue;
    for (const alias of node.names) {
      const name = nameOf(alias, node.kind === "ImportFrom" ? (node.module?.name ?? "") : undefined);
      if (name !== undefined && names.bound.get(name) === 0) return { name, edits: [] };
    }
  }
  return undefined;
}

/** What one unit says about names. */
interface UnitNames {
  readonly used: ReadonlySet<string>;
  /** Bindings that are not imports. */
  readonly bound: ReadonlyMap<string, number>;
  readonly imported: readonly { readonly name: string; readonly source: string }[];
}

/** Every name that the unit reads, binds or imports. */
export function usedNamesIn(unit: Unit): ReadonlySet<string> {
  return namesIn(unit).used;
}

function readNames(cells: readonly Cell[]): Names {
  const used = new Set<string>();
  const bound = new Map<string, number>();
  const imported = new Map<string, string>();
  for (const cell of cells) {
    for (const unit of cell.units) {
      const names = namesIn(unit);
      for (const name of names.used) used.add(name);
      for (const [name, count] of names.bound) bound.set(name, (bound.get(name) ?? 0) + count);
      for (const { name, source } of names.imported) {
        // The same import again, or a submodule beside its package, binds the same module.
        if ((imported.get(name) ?? source) !== source) bound.set(name, (bound.get(name) ?? 0) + 1);
        imported.set(name, source);
        if (!bound.has(name)) bound.set(name, 0);
      }
    }
  }
  return { used, bound };
}

const namesIn = keptWithUnit((unit: Unit): UnitNames => {
  const used = new Set<string>();
  const bound = new Map<string, number>();
  const imported: { name: string; source: string }[] = [];
  function bind(name: string): void {
    used.add(name);
    bound.set(name, (bound.get(name) ?? 0) + 1);
  }
  function bindImport(name: string, source: string): void {
    used.add(name);
    imported.push({ name, source });
  }
  walk(unit.body, (node) => {
    switch (node.kind) {
      case "Name":
        if (node.ctx === "load") used.add(node.id);
        else bind(node.id);
        break;
      case "FunctionDef":
      case "AsyncFunctionDef":
      case "ClassDef":
        bind(node.name.name);
        break;
      case "Argument":
        bind(node.arg.name);
        break;
      case "ExceptHandler":
      case "MatchStar":
      case "MatchAs":
        if (node.name) bind(node.name.name);
        break;
      case "MatchMapping":
        if (node.rest) bind(node.rest.name);
        break;
      case "Import":
        for (const { name, asname } of node.names) {
          const root = name.name.split(".")[0] ?? name.name;
          if (asname) bindImport(asname.name, name.name);
          else bindImport(root, root);
        }
        break;
      case "ImportFrom":
        for (const { name, asname } of node.names) {
          bindImport(asname?.name ?? name.name, `${".".repeat(node.level)}${node.module?.name ?? ""}:${name.name}`);
        }
        break;
      default:
    }
    return undefined;
  });
  return { used, bound, imported };
});
