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
 * it, what is read of theirs later is returned. Imports are written where they are needed. What is left of the document is in
 * left-behind.ts.
 */
import type { FileEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { nameFlowOf } from "../facts/name-flow.ts";
import { Document } from "../syntax/document.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { isImport } from "../syntax/node-kinds.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { nameOf, parentUri } from "../text/uri.ts";
import { isFree, isKeyword, proposedName } from "./function-name.ts";
import { importLines } from "./import-lines.ts";
import { isInOrder, keyOf, separate, statementText } from "./import-order.ts";
import type { ImportKey } from "./import-order.ts";
import { layoutOf } from "./layout.ts";
import { editsBehind } from "./left-behind.ts";
import { liveNamesOf } from "./live-names.ts";
import type { LiveNames } from "./live-names.ts";
import type { ModulePlace } from "./module-place.ts";
import type { MovedLine } from "./moved-lines.ts";
import { definitionIn, namesNeeded } from "./movable-names.ts";
import type { MovableNames } from "./movable-names.ts";
import type { Narrowed } from "./cell-runs.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { enclosed, haveOwnLines, indentedText, linesOfParts, movedLines } from "./moved-lines.ts";
import { projectModules } from "./project-modules.ts";
import { refused } from "./refactoring.ts";
import type { Change, ProjectView, RefactoringOptions, Refused } from "./refactoring.ts";
import { cellChangesOf } from "./result-text.ts";
import { statementsOf, unitScopes } from "./statement-run.ts";
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
  const edits = editsBehind({
    document, project: moving.project, module, isBeside: parentUri(uri) === parentUri(document.uri), functions, removed, provided, used, needed: written.needs,
  });
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
