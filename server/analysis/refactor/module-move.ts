/**
 * Code of a document that goes to a module: the module's text, and what is left of the document.
 *
 *     import pandas as pd                      sales.py
 *     LIMIT = 3                                    import pandas as pd
 *     def clean(df): ... LIMIT ...
 *     df = pd.read_csv(path)                       LIMIT = 3
 *     df = clean(df)
 *     print(len(df))                               def clean(df): ... LIMIT ...
 *                                                  def load_df(path): ... return df
 *
 *                                              from sales import load_df
 *                                              df = load_df(path)
 *                                              print(len(df))
 *
 * Definitions and constants move as they are. Statements become a function (live-names.ts): what they read of the document is given to
 * it, what is read of theirs later is returned. Imports are written where they are needed, and taken away where they were only needed
 * for what has moved.
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { blanksBefore } from "../facts/indentation.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import { Document } from "../syntax/document.ts";
import type { Import, ImportFrom, Statement } from "../syntax/nodes.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { nameOf } from "../text/uri.ts";
import { isFree, isKeyword, proposedName } from "./function-name.ts";
import { importLines } from "./import-lines.ts";
import { isInOrder, sectionOf, sortedMembers, statementText } from "./import-order.ts";
import type { ImportKey } from "./import-order.ts";
import { moduleOf } from "./imported-names.ts";
import { layoutOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import { liveNamesOf } from "./live-names.ts";
import type { LiveNames } from "./live-names.ts";
import type { ModulePlace } from "./module-place.ts";
import type { MovedLine } from "./moved-lines.ts";
import { definitionIn, namesNeeded } from "./movable-names.ts";
import type { MovableNames } from "./movable-names.ts";
import type { Narrowed } from "./cell-runs.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { afterBreak, enclosed, haveOwnLines, indentedText, linesOfParts, linesRange, movedLines } from "./moved-lines.ts";
import { projectModules } from "./project-modules.ts";
import { refused } from "./refactoring.ts";
import type { Change, ProjectView, RefactoringOptions, Refused } from "./refactoring.ts";
import { cellChangesOf } from "./result-text.ts";
import { startOf, statementsOf, unitScopes } from "./statement-run.ts";
import type { StatementRun } from "./statement-run.ts";
import { reasonsOf } from "./summary.ts";
import { spaced } from "./top-level-spacing.ts";
import { hintsOf } from "./type-hints.ts";
import { waysOutOf } from "./ways-out.ts";
import { callText, functionText } from "./write-function.ts";

/** Statements as a function of the module, and the call that stands for them. */
export interface NewFunction {
  readonly kind: "function";
  readonly run: StatementRun;
  readonly name: string;
  readonly names: LiveNames;
  readonly text: string;
  readonly call: string;
  /** Names of the document that it needs beside its parameters. */
  readonly needs: ReadonlySet<string>;
}

/**
 * The function that statements become in another module; one that returns what its cell shows, if that is all that goes.
 *
 * @param taken names that other new functions have
 */
export function newFunction(
  { run, isValue }: Pick<Narrowed, "run" | "isValue">, project: ProjectView, movable: MovableNames, taken: ReadonlySet<string>, options: RefactoringOptions = {},
): NewFunction | Refused {
  const { document } = run;
  const [first] = run.parts;
  if (!first) return refused("there are no statements");
  if (run.path.length > 0) return refused("only statements of the top level can move to a module");
  if (run.parts.some(({ unit }) => unit.problems.length > 0)) return refused("the statements have a syntax error");
  if (!run.parts.every(haveOwnLines)) return refused("a line of the statements holds other code as well");
  const names = liveNamesOf(run, { constantsToo: true });
  if (names.kind === "refused") return names;
  const ways = waysOutOf(run);
  if (ways.awaits || ways.yields || ways.leavesLoop || ways.returns !== "never") return refused("the statements wait for something, which a function called here cannot");
  const parameters = names.parameters.map(({ name }) => name);
  const results = names.results.map(({ name }) => name);
  const needs = neededBy(run, new Set(parameters));
  const missing = movable.missing(needs);
  if (missing !== undefined) return refused(missing, place(first.unit, first.statements[0] ?? { start: 0, end: 0 }));
  const name = options.name ?? freeName(document, proposedName(statementsOf(run), results, parameters), taken);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || isKeyword(name)) return refused(`${name} is no name for a function`);
  if (taken.has(name) || !isFree(document, name)) return refused(`${name} is used in this file already`);
  const layout = layoutOf(document, project);
  const hints = hintsOf(document, place(first.unit, { start: 0, end: 0 }));
  const made = functionText({
    name,
    parameters: names.parameters.map((each) => ({ name: each.name, hint: hints.ofPlace(each.read) })),
    returns: results.length === 0 && !isValue ? "None" : undefined,
    body: isValue ? linesOfParts(run.parts, (part, lines) => enclosed(part, lines, "return ", "")) : withoutSemicolons(run), results,
  }, { ...layout, lineBreak: "\n" });
  const text = laidOutAnew(made, document.units.map((unit) => unit.text).join("\n"), { ...layout, lineBreak: "\n" });
  const call = callText({ callee: name, arguments: parameters, results, form: "plain" }, layout, "");
  return { kind: "function", run, name, names, text, call, needs };
}

/** A semicolon at the end of a line hides a value from the notebook's reader; a function shows none. */
function withoutSemicolons({ parts }: StatementRun): readonly MovedLine[] {
  const lines = new Set(parts.filter(({ unit, statements }) => /^[ \t]*;[ \t]*(?:\r?\n|$)/u.test(unit.text.slice(statements.at(-1)?.end))).map((part) => movedLines(part).at(-1)?.text));
  return linesOfParts(parts).map((line) => (lines.has(line.text) ? { ...line, text: line.text.replace(/[ \t]*;[ \t]*$/u, "") } : line));
}

function neededBy({ document, parts }: StatementRun, given: ReadonlySet<string>): ReadonlySet<string> {
  const imports = document.analysis().imports;
  const needed = new Set<string>();
  const bound = new Set(given);
  for (const { unit, statements } of parts) {
    for (const name of namesNeeded(document, imports, unit)) if (!bound.has(name)) needed.add(name);
    for (const name of nameFlowOf(statements, unitScopes(unit)).binds) bound.add(name);
  }
  // What they assign themselves is theirs, though some way may read it before.
  const own = new Set(parts.flatMap(({ unit }) => [...unitScopes(unit).module.bindings.keys()]));
  return new Set([...needed].filter((name) => !own.has(name)));
}

function freeName(document: OpenDocument, wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${String(number)}`;
    if (!taken.has(name) && isFree(document, name)) return name;
  }
}

// ---- the whole change --------------------------------------------------------------------------------------

export interface Moving {
  readonly document: OpenDocument;
  readonly project: ProjectView;
  readonly place: ModulePlace;
  readonly movable: MovableNames;
  /** Definitions and constants, in document order. */
  readonly units: readonly Unit[];
  readonly functions: readonly NewFunction[];
}

export function moveChange(moving: Moving, summary: readonly string[], left: readonly string[]): Change | Refused {
  const { document, units, functions, place: { uri, module, before, toDo } } = moving;
  const written = moduleText(moving);
  if (written.kind === "refused") return written;
  const removed = new Set([...units, ...functions.flatMap(({ run }) => run.parts.map(({ unit }) => unit))]);
  const remaining = document.units.filter((unit) => !removed.has(unit));
  const used = usedNames(remaining, functions);
  const provided = [...units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]).filter((name) => used.has(name)), ...functions.map(({ name }) => name)].sort();
  const edits = documentEdits(moving, removed, provided, used, written.needs);
  const cells = cellChangesOf(document, edits);
  const file: Pick<Change, "created" | "elsewhere"> = before === undefined
    ? { created: [{ uri, text: written.text }] }
    : { elsewhere: [{ uri, before, edits: [{ start: 0, end: before.length, text: written.text }] } satisfies FileEdit] };
  const isOwn = projectModules(moving.project, document.uri);
  const beside = [...written.modules].filter((each) => isOwn.locate(each) !== undefined && projectModules(moving.project, uri).locate(each) !== isOwn.locate(each));
  return {
    kind: "change", edits: cells.edits, ...(cells.changes.length > 0 ? { cells: cells.changes } : {}), ...file,
    summary: [...summary, ...functions.flatMap(({ name, names }) => reasonsOf(document, names, name))],
    left: [...toDo, ...beside.map((each) => `${module} imports ${each}, which lies beside ${nameOf(document.uri)}`), ...left],
  };
}

interface ModuleText {
  readonly kind: "text";
  readonly text: string;
  /** Names of imports that the module's code needs. */
  readonly needs: ReadonlySet<string>;
  /** Modules that it imports. */
  readonly modules: ReadonlySet<string>;
}

function moduleText({ document, project, place: { uri, before, module }, movable, units, functions }: Moving): ModuleText | Refused {
  const pieces = [
    ...units.map((unit) => ({ order: orderOf(document, unit), text: textOfUnit(unit) })),
    ...functions.map(({ run, text }) => ({ order: orderOf(document, run.parts[0]?.unit), text })),
  ];
  const isConstant = new Set(units.filter((unit) => definitionIn(unit) === undefined).map((unit) => orderOf(document, unit)));
  // Constants first: defaults of functions may need them.
  pieces.sort((a, b) => Number(isConstant.has(b.order)) - Number(isConstant.has(a.order)) || a.order - b.order);
  const body = pieces.map(({ text }, index) => (index > 0 && !(isConstant.has(pieces[index - 1]?.order ?? -1) && isConstant.has(pieces[index]?.order ?? -1)) ? `\n${text}` : text)).join("\n");
  const used = usedNames(Document.script(uri, body).units, []);
  const needs = new Set([...used].filter((name) => movable.isImported(name)));
  const others = projectModules(project, uri);
  const keys = movable.imports(needs, (name) => others.locate(name) !== undefined);
  const modules = new Set(keys.map((key) => key.module));
  if ([...modules].some((each) => each.startsWith("."))) return refused("what moves needs a relative import, which means another module there");
  if (before === undefined) {
    const head = `"""Functions of ${nameOf(document.uri)}."""\n\n`;
    const lines = importLines(keys);
    return { kind: "text", text: spaced(uri, `${head}${lines === "" ? "" : `${lines}\n\n`}${body}\n`), needs, modules };
  }
  const added = appended(uri, before, body, keys, module, (name) => others.locate(name) !== undefined);
  return typeof added === "string" ? { kind: "text", text: added, needs, modules } : added;
}

/** A module that is there, with more imports at its top and more code at its end. */
function appended(uri: string, before: string, body: string, keys: readonly ImportKey[], module: string, isOwn: (name: string) => boolean): string | Refused {
  const old = Document.script(uri, before);
  const made = Document.script(uri, body);
  if (old.units.some(({ problems }) => problems.length > 0)) return refused(`${module} has a syntax error`);
  const there = new Set(old.units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]));
  const conflict = made.units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]).find((name) => there.has(name));
  if (conflict !== undefined) return refused(`${module} has ${conflict} already`);
  const statements = new Set(old.units.flatMap(({ body: nodes, text }) => nodes.map((node) => text.slice(node.start, node.end))));
  const fresh = keys.map(statementText).filter((line) => !statements.has(line));
  const clash = Document.script(uri, `${fresh.join("\n")}\n`).units.flatMap((unit) => [...unitScopes(unit).module.bindings.keys()]).find((name) => there.has(name));
  if (clash !== undefined) return refused(`${clash} is something else in ${module}`);
  const tail = `\n\n\n${spaced(uri, `${body}\n`)}`;
  const block = fresh.length === 0 ? undefined : mergedBlock(old.units, keys.filter((key) => !statements.has(statementText(key))), isOwn);
  if (block) return applyEdits(before, [block]).trimEnd() + tail;
  const last = old.units.findLast(({ body: nodes }) => nodes.some((node) => node.kind === "Import" || node.kind === "ImportFrom"));
  const docstring = old.units[0]?.body[0];
  const isDocstring = docstring?.kind === "Expr" && docstring.value.kind === "Constant";
  const top = last ?? (isDocstring ? old.units[0] : undefined);
  const at = top ? top.anchor.offset + top.text.trimEnd().length : 0;
  const head = fresh.length === 0 ? before : `${before.slice(0, at)}${at > 0 ? (last ? "\n" : "\n\n") : ""}${fresh.join("\n")}${at > 0 ? "" : "\n\n"}${before.slice(at)}`;
  return head.trimEnd() + tail;
}

/** The first imports of a module, in order before, with more of them. */
function mergedBlock(units: readonly Unit[], more: readonly ImportKey[], isOwn: (name: string) => boolean): TextEdit | undefined {
  const start = units.findIndex(({ body }) => body.some(isImport));
  const rest = units.slice(Math.max(start, 0));
  const end = rest.findIndex(({ body }) => !(body.length > 0 && body.every(isImport)));
  const block = end < 0 ? rest : rest.slice(0, end);
  const [first] = block;
  const last = block.at(-1);
  const begin = first?.body[0]?.start;
  const nodes = block.flatMap(({ body }) => body.filter(isImport));
  const there = nodes.map((node) => keyOf(node, isOwn));
  if (start < 0 || !first || !last || begin === undefined || !isInOrder(there) || block.some((unit) => unit.comments.some((each) => unit !== first || each.start > begin))) return undefined;
  const stop = last.anchor.offset + (last.body.at(-1)?.end ?? 0);
  return { start: first.anchor.offset + begin, end: stop, text: importLines([...there.flatMap(separate), ...more]) };
}

/** One key for each name. */
function separate(key: ImportKey): readonly ImportKey[] {
  return key.members.map((member) => ({ ...key, module: key.isFrom ? key.module : member.name, members: [member] }));
}

function orderOf({ units }: OpenDocument, unit: Unit | undefined): number {
  return unit ? units.indexOf(unit) : -1;
}

/** A definition or constant with the comments right above it. */
function textOfUnit(unit: Unit): string {
  return indentedText(movedLines({ unit, statements: unit.body }), "", "\n").replaceAll("\r\n", "\n");
}

/** Every name that the units' code reads of the module, and that calls of new functions need. */
function usedNames(units: readonly Unit[], functions: readonly NewFunction[]): ReadonlySet<string> {
  const used = new Set<string>(functions.flatMap(({ names }) => names.parameters.map(({ name }) => name)));
  for (const unit of units) {
    const { module } = unitScopes(unit);
    for (const name of [...module.uses.keys(), ...module.children.flatMap((child) => [...child.free])]) used.add(name);
    walk(unit.body, (node) => {
      // What is written in shell lines, formulas and queries may be names as well.
      const text = node.kind === "Magic" ? unit.text.slice(node.start, node.end) : node.kind === "Constant" && node.type === "str" ? node.value : "";
      for (const [name] of text.matchAll(/[^\W\d]\w*/gu)) used.add(name);
      return undefined;
    });
  }
  return used;
}

// ---- what is left of the document --------------------------------------------------------------------------

function documentEdits(
  { document, project, functions, place: { module } }: Moving, removed: ReadonlySet<Unit>, provided: readonly string[], used: ReadonlySet<string>, needed: ReadonlySet<string>,
): readonly PlaceEdit[] {
  const layout = layoutOf(document, project);
  const others = projectModules(project, document.uri);
  const isOwn = (name: string): boolean => name === module || others.locate(name) !== undefined;
  const edits: PlaceEdit[] = [];
  const calls = new Map(functions.flatMap(({ run, call }) => run.parts.map(({ unit }, index) => [unit, index === run.parts.length - 1 ? call : ""] as const)));
  for (const unit of removed) edits.push(removal(unit, calls.get(unit) ?? "", removed));
  for (const unit of document.units) if (!removed.has(unit)) edits.push(...unneededImports(unit, used, needed));
  if (provided.length > 0) {
    const key: ImportKey = { module, isFrom: true, members: sortedMembers(provided.map((name) => ({ name, asname: undefined }))), section: 3 };
    insertImport(document, key, removed, edits, layout, isOwn);
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
    const before = units.slice(0, index).findLast((each) => !isGone(each));
    const between = index - (before ? units.indexOf(before) : -1) - 1;
    const blank = /^(?:[ \t]*\r?\n)+/u.exec(unit.text)?.[0] ?? "";
    const at = { anchor: unit.anchor, start: 0, end: blank.length };
    const isCall = removed.has(unit);
    // An import that took the place of what has gone.
    const isBelowImport = !before && !isCall && made.some(({ at: { anchor }, text }) => anchor.cell === unit.anchor.cell && anchor.index < index && text.trim() !== "");
    if (isBelowImport) edits.push({ at, text: lineBreak.repeat(definitionIn(unit) ? 2 : 1) });
    else if (!before && index > 0 && blank !== "" && !isCall) edits.push({ at, text: "" });
    else if (between > 0 && before?.body.every(isImport) === true && before.body.length > 0 && definitionIn(unit) === undefined && unit.body.length > 0 && !isCall) edits.push({ at, text: lineBreak });
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

/** Behind the first imports of the document; behind what prepares imports; at the latest where the first of the names is needed. */
function insertImport(
  document: OpenDocument, key: ImportKey, removed: ReadonlySet<Unit>, edits: PlaceEdit[], { lineBreak }: Layout, isOwn: (module: string) => boolean,
): void {
  const text = statementText(key).replaceAll("\n", lineBreak);
  const { units } = document;
  const first = units.findIndex((unit) => removed.has(unit));
  const before = units.slice(0, first);
  const preparing = before.findLast((unit) => /\b(?:sys\.path|os\.chdir|site\.addsitedir)\b|^\s*%(?:cd|load_ext autoreload|autoreload)\b/mu.test(unit.text));
  const cell = before.find(({ body }) => body.some(isImport))?.anchor.cell;
  const lastImport = before.findLast((unit) => unit.anchor.cell === cell && unit.body.some(isImport));
  const anchor = preparing && (!lastImport || orderOf(document, preparing) > orderOf(document, lastImport)) ? preparing : lastImport;
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
  const top = units[first]?.anchor.cell.units.find(({ body: [node] }) => node !== undefined && !isPreface(node));
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

function keyOf(node: Import | ImportFrom, isOwn: (module: string) => boolean): ImportKey {
  const isFrom = node.kind === "ImportFrom";
  const module = isFrom ? moduleOf(node) : (node.names[0]?.name.name ?? "");
  return { module, isFrom, members: node.names.map(({ name, asname }) => ({ name: name.name, asname: asname?.name })), section: sectionOf(module, isOwn(module)) };
}

/** What stays above the imports of its cell. */
function isPreface(node: Statement): boolean {
  return node.kind === "Expr" && (node.value.kind === "Magic" || (node.value.kind === "Constant" && node.value.type === "str"));
}

function isImport(node: Statement): node is Import | ImportFrom {
  return node.kind === "Import" || node.kind === "ImportFrom";
}
