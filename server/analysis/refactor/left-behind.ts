/**
 * What is left of a document of which code has gone to a module: the lines go, calls stand where statements became functions, what is
 * needed is imported, and imports that nobody needs any more go.
 *
 *     import pandas as pd              from sales import load_df
 *                                ->
 *     df = pd.read_csv(path)           df = load_df(path)
 *     df = df.dropna()                 print(len(df))
 *     print(len(df))
 */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { blanksBefore } from "../facts/indentation.ts";
import { Document } from "../syntax/document.ts";
import { isImport } from "../syntax/node-kinds.ts";
import type { Import, ImportFrom, Statement } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { importLines } from "./import-lines.ts";
import { isInOrder, keyOf, separate, sortedMembers, statementText } from "./import-order.ts";
import type { ImportKey } from "./import-order.ts";
import { moduleOf } from "./imported-names.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { definitionIn } from "./movable-names.ts";
import { afterBreak, linesRange } from "./moved-lines.ts";
import { projectModules } from "./project-modules.ts";
import type { ProjectView } from "./refactoring.ts";
import { startOf } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";

export interface Leaving {
  readonly document: OpenDocument;
  readonly project: ProjectView;
  /** Where it went, as it is imported. */
  readonly module: string;
  /** The module lies beside the document: from another working directory a notebook would not find it. */
  readonly isBeside: boolean;
  /** Runs that became functions of the module, and what stands for them. */
  readonly functions: readonly { readonly run: StatementRun; readonly call: string }[];
  /** What has gone. */
  readonly removed: ReadonlySet<Unit>;
  /** Names that are imported from the module. */
  readonly provided: readonly string[];
  /** Names that what stays reads. */
  readonly used: ReadonlySet<string>;
  /** Names of imports that what has gone needs. */
  readonly needed: ReadonlySet<string>;
}

export function editsBehind({ document, project, module, isBeside, functions, removed, provided, used, needed }: Leaving): readonly PlaceEdit[] {
  const layout = layoutOf(document, project);
  const others = projectModules(project, document.uri);
  const isOwn = (name: string): boolean => name === module || others.locate(name) !== undefined;
  const edits: PlaceEdit[] = [];
  const calls = new Map(functions.flatMap(({ run, call }) => run.parts.map(({ unit }, index) => [unit, index === run.parts.length - 1 ? call : ""] as const)));
  for (const unit of removed) edits.push(removal(unit, calls.get(unit) ?? "", removed));
  for (const unit of document.units) if (!removed.has(unit)) edits.push(...unneededImports(unit, used, needed));
  if (provided.length > 0) {
    const key: ImportKey = { module, isFrom: true, members: sortedMembers(provided.map((name) => ({ name, asname: undefined }))), section: 3 };
    insertImport(document, key, isBeside, removed, edits, layout, isOwn);
  }
  for (const { units } of document.cells) {
    edits.push(...blanksAround(units, document.dialect === "notebook", removed, calls, edits, layout));
    setCallsApart(units, removed, calls, edits, layout);
  }
  return edits;
}

/** The unit's lines, with the blank lines above where nothing stays there. */
function removal(unit: Unit, call: string, removed: ReadonlySet<Unit>): PlaceEdit {
  const range = linesRange({ unit, statements: unit.body });
  const end = call === "" ? afterBreak(unit.text, range.end) : range.end;
  const isBare = unit.text.slice(0, range.start).trim() === "";
  const [first] = unit.body;
  const indent = first ? blanksBefore(unit.text, startOf(first)) : "";
  if (call === "") return { at: { anchor: unit.anchor, start: isBare ? 0 : range.start, end }, text: "" };
  // Where all above it in the cell has gone, so do the blank lines.
  const isFirst = isBare && unit.anchor.cell.units.slice(0, unit.anchor.index).every((each) => removed.has(each));
  return { at: { anchor: unit.anchor, start: isFirst ? 0 : range.start, end }, text: indent + call };
}

/** Blank lines where statements have gone: none at the ends of a cell, one behind imports. */
function blanksAround(
  units: readonly Unit[], isCell: boolean, removed: ReadonlySet<Unit>, calls: ReadonlyMap<Unit, string>, made: readonly PlaceEdit[], { lineBreak }: Layout,
): readonly PlaceEdit[] {
  const isGone = (unit: Unit): boolean => leavesNothing(unit, removed, calls, made);
  const edits: PlaceEdit[] = [];
  for (const [index, unit] of units.entries()) {
    if (isGone(unit)) continue;
    // Its first lines are written anew: a call stands there, or an import.
    if (removed.has(unit) || made.some(({ at }) => at.anchor === unit.anchor && at.start === 0)) continue;
    const before = units.slice(0, index).findLast((each) => !isGone(each));
    const between = index - (before ? units.indexOf(before) : -1) - 1;
    const blank = /^(?:[ \t]*\r?\n)+/u.exec(unit.text)?.[0] ?? "";
    const at = { anchor: unit.anchor, start: 0, end: blank.length };
    // An import that took the place of what has gone.
    const isBelowImport = !before && made.some(({ at: { anchor }, text }) => anchor.cell === unit.anchor.cell && anchor.index < index && text.trim() !== "");
    if (isBelowImport) edits.push({ at, text: lineBreak.repeat(definitionIn(unit) ? 2 : 1) });
    else if (!before && index > 0 && blank !== "") edits.push({ at, text: "" });
    else if (between > 0 && before?.body.every(isImport) === true && before.body.length > 0 && definitionIn(unit) === undefined && unit.body.length > 0) edits.push({ at, text: lineBreak });
  }
  const last = units.findLast((unit) => !isGone(unit));
  const lastEnd = last?.text.trimEnd().length ?? 0;
  const isTrimmed = made.some(({ at }) => at.anchor === last?.anchor && at.end > lastEnd);
  if (isCell && last && last !== units.at(-1) && !isTrimmed) edits.push({ at: { anchor: last.anchor, start: lastEnd, end: last.text.length }, text: "" });
  return edits;
}

function leavesNothing(unit: Unit, removed: ReadonlySet<Unit>, calls: ReadonlyMap<Unit, string>, made: readonly PlaceEdit[]): boolean {
  if (removed.has(unit) && (calls.get(unit) ?? "") === "" && unit.text.slice(0, linesRange({ unit, statements: unit.body }).start).trim() === "") return true;
  return made.some(({ at, text }) => at.anchor === unit.anchor && text === "" && at.start === 0 && at.end === unit.text.length);
}

/** A call below imports, of statements of which the first had the blank line between. */
function setCallsApart(units: readonly Unit[], removed: ReadonlySet<Unit>, calls: ReadonlyMap<Unit, string>, edits: PlaceEdit[], { lineBreak }: Layout): void {
  for (const [index, unit] of units.entries()) {
    const at = edits.findIndex(({ at: { anchor }, text }) => anchor === unit.anchor && text === calls.get(unit) && text !== "");
    const edit = edits[at];
    const before = units.slice(0, index).findLast((each) => !leavesNothing(each, removed, calls, edits));
    if (!edit || !before || before === units[index - 1] || before.body.length === 0 || !before.body.every(isImport)) continue;
    if (edit.at.start === 0 || unit.text.slice(0, edit.at.start).trim() !== "") edits[at] = { ...edit, text: lineBreak + edit.text };
  }
}

/** Imports that only what has moved needed. */
function unneededImports(unit: Unit, used: ReadonlySet<string>, needed: ReadonlySet<string>): readonly PlaceEdit[] {
  const [node] = unit.body;
  if (unit.body.length !== 1 || (node?.kind !== "Import" && node?.kind !== "ImportFrom") || unit.comments.some(({ start }) => start > node.start)) return [];
  const isGone = ({ name, asname }: Import["names"][number]): boolean => {
    const bound = asname?.name ?? (node.kind === "Import" ? (name.name.split(".")[0] ?? name.name) : name.name);
    return needed.has(bound) && !used.has(bound) && !(node.kind === "ImportFrom" && node.module?.name === "__future__");
  };
  const staying = node.names.filter((each) => !isGone(each));
  if (staying.length === node.names.length) return [];
  if (staying.length === 0) return [removal(unit, "", new Set())];
  return [{ at: place(unit, node), text: importText(node, staying) }];
}

function importText(node: Import | ImportFrom, names: Import["names"]): string {
  const isFrom = node.kind === "ImportFrom";
  const members = names.map(({ name, asname }) => ({ name: name.name, asname: asname?.name }));
  return statementText({ module: isFrom ? moduleOf(node) : "", isFrom, members, section: 2 });
}

/**
 * Behind the first imports of the document; behind what prepares imports; at the latest where the first of the names is needed, and
 * before the working directory changes if the module lies beside the document.
 */
function insertImport(
  document: OpenDocument, key: ImportKey, isBeside: boolean, removed: ReadonlySet<Unit>, edits: PlaceEdit[], { lineBreak }: Layout, isOwn: (module: string) => boolean,
): void {
  const text = statementText(key).replaceAll("\n", lineBreak);
  const { units } = document;
  const firstGone = units.findIndex((unit) => removed.has(unit));
  const leaving = isBeside ? units.findIndex((unit) => /\bos\.chdir\b|^\s*%?cd[ \t]/mu.test(unit.text)) : -1;
  const first = leaving >= 0 ? Math.min(leaving, firstGone) : firstGone;
  const before = units.slice(0, first);
  const preparing = before.findLast((unit) => /\b(?:sys\.path|os\.chdir|site\.addsitedir)\b|^\s*%(?:cd|load_ext autoreload|autoreload)\b/mu.test(unit.text));
  const cell = before.find(({ body }) => body.some(isImport))?.anchor.cell;
  const lastImport = before.findLast((unit) => unit.anchor.cell === cell && unit.body.some(isImport));
  const anchor = preparing && (!lastImport || units.indexOf(preparing) > units.indexOf(lastImport)) ? preparing : lastImport;
  if (anchor && anchor === lastImport && insertSorted(key, anchor, edits, lineBreak, isOwn)) return;
  if (anchor) {
    const index = edits.findIndex(({ at, text: written }) => at.anchor === anchor.anchor && written === "" && at.start === 0 && at.end >= anchor.text.trimEnd().length);
    if (index >= 0) {
      // The import that stands there goes: the new one takes its lines.
      const gone = edits[index];
      if (gone) edits[index] = { ...gone, text: (anchor.text.slice(gone.at.start, gone.at.end).endsWith("\n") ? `${text}${lineBreak}` : text) };
      return;
    }
    const end = anchor.text.trimEnd().length;
    edits.push({ at: { anchor: anchor.anchor, start: end, end }, text: lineBreak + text });
    return;
  }
  const top = units[first]?.anchor.cell.units.find((unit) => unit === units[leaving] || (unit.body[0] !== undefined && !isPreface(unit.body[0])));
  if (!top) return;
  const index = edits.findIndex(({ at }) => at.anchor === top.anchor);
  const edit = edits[index];
  const blank = /^(?:[ \t]*\r?\n)*/u.exec(top.text)?.[0].length ?? 0;
  const isDefined = (unit: Unit | undefined): boolean => unit !== undefined && definitionIn(unit) !== undefined;
  if (edit && edit.at.start <= blank) {
    const next = top.anchor.cell.units.slice(top.anchor.index + 1).find((unit) => !removed.has(unit) || (edits.find(({ at }) => at.anchor === unit.anchor)?.text ?? "") !== "");
    const gap = edit.text !== "" ? lineBreak.repeat(2) : next ? lineBreak : "";
    edits[index] = { ...edit, text: `${text}${gap}${edit.text}` };
  } else edits.push({ at: { anchor: top.anchor, start: blank, end: blank }, text: text + lineBreak.repeat(isDefined(top) ? 3 : 2) });
}

/** Into a block of imports that stands in order: it is written anew, with what stays of it. */
function insertSorted(key: ImportKey, { anchor: { cell, index } }: Unit, edits: PlaceEdit[], lineBreak: string, isOwn: (module: string) => boolean): boolean {
  const { units } = cell;
  const start = units.slice(0, index + 1).findLastIndex(({ body }) => !(body.length > 0 && body.every(isImport))) + 1;
  const block = units.slice(start, index + 1);
  const [first] = block;
  const begin = first?.body[0]?.start;
  if (!first || begin === undefined || block.some((unit) => unit.body.length !== 1 || unit.comments.some((each) => unit !== first || each.start > begin))) return false;
  const there = block.flatMap((unit) => unit.body.flatMap((node) => (isImport(node) ? [keyOf(node, isOwn)] : [])));
  if (!isInOrder(there)) return false;
  const staying = block.flatMap((unit) => unit.body.flatMap((node): readonly ImportKey[] => {
    const edit = edits.find(({ at }) => at.anchor === unit.anchor);
    if (!isImport(node)) return [];
    const kept = edit ? Document.script("", `${edit.text}\n`).units.flatMap(({ body }) => body.filter(isImport)) : [node];
    return kept.map((each) => keyOf(each, isOwn));
  }));
  const anchors = new Set(block.map((unit) => unit.anchor));
  for (let at = edits.length - 1; at >= 0; at--) if (anchors.has(edits[at]?.at.anchor ?? first.anchor) && edits[at]) edits.splice(at, 1);
  const text = importLines([...staying, key].flatMap(separate)).replaceAll("\n", lineBreak);
  for (const unit of block) {
    const range = linesRange({ unit, statements: unit.body });
    // Where the block ends the text without a line break, so does what stands for it.
    const isOpen = block.at(-1) === units.at(-1) && block.at(-1)?.text.endsWith("\n") === false;
    if (unit === first) edits.push({ at: { anchor: unit.anchor, start: begin, end: isOpen ? unit.text.length : range.end }, text });
    else edits.push({ at: { anchor: unit.anchor, start: 0, end: unit.text.length }, text: "" });
  }
  return true;
}

/** What stays above the imports of its cell. */
function isPreface(node: Statement): boolean {
  return node.kind === "Expr" && (node.value.kind === "Magic" || (node.value.kind === "Constant" && node.value.type === "str"));
}
