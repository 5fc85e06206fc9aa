/**
 * The imports at the top of a document, and what to write where so that more are among them.
 *
 *     import os                        section 1: the standard library
 *     from pathlib import Path         `import` before `from`, each by module
 *
 *     import pandas as pd              section 2: libraries
 *                                          <- from sklearn.svm import SVC
 *     from churn import clean          section 3: the project's own, then relative imports
 *
 * In a block that is in Ruff's order (isort's), a new import takes its place in that order and names join the statement of their
 * module. In any other block it goes after the last one of its section, and nothing that is there moves.
 */
import { sortedMembers, compareImports, isInOrder, memberText, sectionOf, statementText } from "./import-order.ts";
import type { ImportKey, Section } from "./import-order.ts";
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { headerOf, lineBreakOf } from "../facts/edits.ts";
import type { Header } from "../facts/edits.ts";
import type { Import, ImportFrom, Statement } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { lineAfter } from "../text/lines.ts";

/** One name or module to be imported. */
export interface WantedImport {
  /** With its leading dots. */
  readonly module: string;
  /** `undefined` for `import module`. */
  readonly name: string | undefined;
  readonly asname: string | undefined;
  /** Whether the module is the project's own. */
  readonly isOwn: boolean;
  /** Comment lines that stand above it, and the comment at the end of its line: it is not joined to others then. */
  readonly above?: readonly string[] | undefined;
  readonly comment?: string | undefined;
}

/** An import statement of the block, there already or new. */
type Item = ImportKey & (
  | { readonly kind: "there"; readonly unit: Unit; readonly node: Import | ImportFrom }
  | { readonly kind: "new"; readonly lines: readonly string[] }
);

export interface ImportOptions {
  /** Whether a module is the project's own, for imports that are there. */
  readonly isOwn: (module: string) => boolean;
  /** Statements that are taken out by the same change. */
  readonly isRemoved?: (node: Statement) => boolean;
  /** The first place that needs them. */
  readonly before?: Place | undefined;
  /** Lines that go below the imports, apart from them: `logger = logging.getLogger(__name__)`. */
  readonly definitions?: readonly string[];
}

/** `undefined` when the document has no place for imports. */
export function importEdits(
  document: Pick<OpenDocument, "cells">, wanted: readonly WantedImport[], { isOwn, isRemoved = () => false, before, definitions = [] }: ImportOptions,
): readonly PlaceEdit[] | undefined {
  if (wanted.length === 0 && definitions.length === 0) return [];
  const header = headerOf(document.cells, before);
  if (!header) return undefined;
  const there = blockOf(header.imports.filter(({ node }) => !isRemoved(node)), isOwn);
  const isSorted = isInOrder(there.map((each) => each));
  const edits: PlaceEdit[] = [];
  const items: Item[] = [...there];
  const joined = new Map<Item, string[]>();
  for (const group of grouped(wanted)) {
    const [first] = group;
    if (!first) continue;
    const host = first.name !== undefined && isPlain(first) ? there.find((item) => hosts(item, first.module)) : undefined;
    const fresh = group.filter((each) => !there.some((item) => provides(item.node, each)));
    if (fresh.length === 0) continue;
    if (host) joined.set(host, fresh.flatMap(({ name }) => name ?? []));
    else {
      const key = keyOf(first, fresh);
      place(items, { ...key, kind: "new", lines: [...(first.above ?? []), statementText(key) + (first.comment === undefined ? "" : `  ${first.comment}`)] }, isSorted);
    }
  }
  for (const [item, names] of joined) if (item.kind === "there") edits.push(joinEdit(item.unit, item.node, item, names, isSorted));
  const block = definitions.map((line) => `${line}\n`).join("");
  // In the place of an import that goes, what follows stands apart already.
  const [gone] = header.imports;
  const top = there.length === 0 && gone && gone.unit.anchor.index < header.top.unit.anchor.index ? { unit: gone.unit, offset: lineAfter(gone.unit.text, gone.node.end), isApart: true } : { ...header.top, isApart: false };
  if (there.length === 0) return [...edits, ...insertions(items, top, block === "" ? "" : (items.length > 0 ? "\n" : "") + block)];
  edits.push(...insertions(items, top, ""));
  const last = header.imports.filter(({ node }) => !isRemoved(node)).at(-1);
  if (last && block !== "") edits.push(below(last.unit, last.node, block, header.next));
  return edits;
}

/** After the last import, a blank line before it, and one behind where code follows at once. */
function below(unit: Unit, node: Import | ImportFrom, block: string, next: { readonly unit: Unit; readonly node: Statement } | undefined): PlaceEdit {
  const offset = lineAfter(unit.text, node.end);
  const isClosed = unit.text[offset - 1] === "\n";
  const touches = next && next.unit !== unit && !/^[ \t\f]*\r?\n/u.test(next.unit.text);
  return at(unit, offset, (isClosed ? "\n" : "\n\n") + (isClosed ? block : block.trimEnd()) + (touches === true ? "\n" : ""));
}

/** Imports in a row, up to the first other statement. */
function blockOf(imports: readonly { readonly unit: Unit; readonly node: Import | ImportFrom }[], isOwn: (module: string) => boolean): Extract<Item, { readonly kind: "there" }>[] {
  const items: Extract<Item, { readonly kind: "there" }>[] = [];
  for (const { unit, node } of imports) {
    const previous = items.at(-1);
    if (previous && previous.unit !== unit && previous.unit.anchor.index + 1 !== unit.anchor.index) break;
    items.push({ kind: "there", unit, node, ...keyOfNode(node, isOwn) });
  }
  return items;
}

function keyOfNode(node: Import | ImportFrom, isOwn: (module: string) => boolean): ImportKey {
  const isFrom = node.kind === "ImportFrom";
  const module = isFrom ? ".".repeat(node.level) + (node.module?.name ?? "") : (node.names[0]?.name.name ?? "");
  const members = node.names.map(({ name, asname }) => ({ name: name.name, asname: asname?.name }));
  return { module, isFrom, members, section: sectionOf(module, isOwn(module)) };
}

function keyOf({ module, name, asname, isOwn }: WantedImport, group: readonly WantedImport[]): ImportKey {
  const members = name === undefined ? [{ name: module, asname }] : sortedMembers(group.map((each) => ({ name: each.name ?? "", asname: each.asname })));
  return { module, isFrom: name !== undefined, members, section: sectionOf(module, isOwn) };
}

function isPlain({ asname, above = [], comment }: WantedImport): boolean {
  return asname === undefined && above.length === 0 && comment === undefined;
}

/** Names of one module make one statement; each of the others its own. */
function grouped(wanted: readonly WantedImport[]): readonly (readonly WantedImport[])[] {
  const groups: WantedImport[][] = [];
  for (const each of wanted) {
    const same = groups.find(([other]) => other?.module === each.module && ((other.name === each.name && other.asname === each.asname)
      || (isPlain(other) && isPlain(each) && other.name !== undefined && each.name !== undefined)));
    if (!same) groups.push([each]);
    else if (!same.some(({ name }) => name === each.name)) same.push(each);
  }
  return groups;
}

function hosts(item: Item, module: string): boolean {
  return item.kind === "there" && item.isFrom && item.module === module && item.members.every(({ asname, name }) => asname === undefined && name !== "*")
    && !item.unit.comments.some(({ start }) => start > item.node.start && start < item.node.end);
}

function provides(node: Import | ImportFrom, { module, name, asname }: WantedImport): boolean {
  const from = node.kind === "ImportFrom" ? ".".repeat(node.level) + (node.module?.name ?? "") : undefined;
  return node.names.some((alias) => alias.asname?.name === asname && (from === undefined ? name === undefined && alias.name.name === module : from === module && alias.name.name === name));
}

function place(items: Item[], item: Item, isSorted: boolean): void {
  const index = isSorted
    ? items.findIndex((each) => compareImports(each, item) > 0)
    : items.findLastIndex((each) => each.section <= item.section) + 1;
  items.splice(index < 0 ? items.length : index, 0, item);
}

// ---- text --------------------------------------------------------------------------------------------------

function joinEdit(unit: Unit, node: Import | ImportFrom, { module, members }: ImportKey, names: readonly string[], isSorted: boolean): PlaceEdit {
  const all = [...members, ...names.map((name) => ({ name, asname: undefined }))];
  const written = unit.text.slice(node.start, node.end);
  const text = memberText(module, isSorted ? sortedMembers(all) : all, /,\s*\)$/u.test(written));
  return { at: { anchor: unit.anchor, start: node.start, end: node.end }, text: text.replaceAll("\n", lineBreakOf(unit)) };
}

type Top = Header["top"] & { readonly isApart: boolean };

/** Each run of new statements is written at one place, a blank line between sections. */
function insertions(items: readonly Item[], top: Top, block: string): readonly PlaceEdit[] {
  const edits: PlaceEdit[] = [];
  if (items.length === 0 && block !== "") return [topEdit(top, block)];
  for (let start = 0; start < items.length; ) {
    let end = start;
    while (items[end]?.kind === "new") end++;
    if (end === start) {
      start++;
      continue;
    }
    const run = items.slice(start, end).flatMap((item) => (item.kind === "new" ? [item] : []));
    edits.push(insertion(run, items[start - 1], items[end], top, block));
    start = end;
  }
  return edits;
}

function insertion(run: readonly Extract<Item, { readonly kind: "new" }>[], previous: Item | undefined, next: Item | undefined, top: Top, block: string): PlaceEdit {
  const text = run.map(({ lines, section }, index) => (index > 0 && (run[index - 1]?.section !== section || lines[0]?.startsWith("#") === true) ? "\n" : "") + lines.map((line) => `${line}\n`).join("")).join("");
  const first = run[0]?.section;
  const last: Section | undefined = run.at(-1)?.section;
  const before = (item: Extract<Item, { readonly kind: "there" }>, gap: string): PlaceEdit => at(item.unit, firstLine(item.unit, item.node.start), text + gap);
  const after = (item: Extract<Item, { readonly kind: "there" }>, gap: string): PlaceEdit => {
    const offset = lineAfter(item.unit.text, item.node.end);
    const isClosed = item.unit.text[offset - 1] === "\n";
    return at(item.unit, offset, isClosed ? gap + text : `\n${gap}${text}`.trimEnd());
  };
  // The formatter parts a comment from the import above it.
  if (previous?.kind === "there" && previous.section === first) return after(previous, text.startsWith("#") ? "\n" : "");
  // The formatter parts an import from a comment below it.
  if (next?.kind === "there" && next.section === last) return before(next, firstLine(next.unit, next.node.start) < next.unit.text.lastIndexOf("\n", next.node.start - 1) + 1 ? "\n" : "");
  if (previous?.kind === "there") return after(previous, "\n");
  if (next?.kind === "there") return before(next, "\n");
  return topEdit(top, text + block);
}

function topEdit(top: Top, text: string): PlaceEdit {
  const { unit, offset, isApart } = top;
  if (isApart) return at(unit, offset, text);
  const rest = unit.text.slice(offset);
  const closed = offset === 0 || unit.text[offset - 1] === "\n";
  const above = unit.text.slice(0, offset).trim() !== "" && !/\n[ \t]*\r?\n$/u.test(unit.text.slice(0, offset)) ? "\n" : "";
  const isDefinition = /^(?:[ \t]*\r?\n)*(?:#[^\n]*\n)*(?:@|def |class |async def )/u.test(rest);
  const own = /^(?:[ \t]*\r?\n)*/u.exec(rest)?.[0].split("\n").length ?? 1;
  const gap = "\n".repeat(Math.max(0, (isDefinition ? 2 : 1) - (own - 1)));
  return at(unit, offset, (closed ? "" : "\n") + above + text + gap);
}

function at(unit: Unit, offset: number, text: string): PlaceEdit {
  return { at: { anchor: unit.anchor, start: offset, end: offset }, text: text.replaceAll("\n", lineBreakOf(unit)) };
}

/** The line of a statement, or of the comments right above it. */
function firstLine(unit: Unit, start: number): number {
  let line = unit.text.lastIndexOf("\n", start - 1) + 1;
  while (line > 0) {
    const above = unit.text.lastIndexOf("\n", line - 2) + 1;
    if (!/^#(?!!| ?%%| In\[| COMMAND)/u.test(unit.text.slice(above, line))) break;
    line = above;
  }
  return line;
}
