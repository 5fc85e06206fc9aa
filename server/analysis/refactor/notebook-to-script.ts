/**
 * notebook-to-script: the whole notebook as a script with `main()`, beside it; the notebook stays as it is.
 *
 *     cells as text (notebook-code.ts)     in order, magics and displays as Python
 *     imports                              those between other code go up to the first ones, unless something prepares them
 *     the rest                             into main() as wrap-in-main does (main-function.ts); under the guard where functions
 *                                          read names of the notebook; below nothing where not even that is possible
 *     blank lines                          two around definitions
 */
import { Document } from "../syntax/document.ts";
import { isImport } from "../syntax/node-kinds.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import { joinUri, nameOf, parentUri } from "../text/uri.ts";
import { scopesOf } from "../semantic/scopes.ts";
import { importLines } from "./import-lines.ts";
import { sectionOf } from "./import-order.ts";
import type { ImportKey } from "./import-order.ts";
import { preparationOf } from "./import-preparation.ts";
import { moduleName } from "./module-place.ts";
import { wrapInMain } from "./main-function.ts";
import { cellName, codeOfNotebook } from "./notebook-code.ts";
import type { NotebookCode } from "./notebook-code.ts";
import { projectModules } from "./project-modules.ts";
import type { ProjectModules } from "./project-modules.ts";
import { refused } from "./refactoring.ts";
import type { Outcome, ProjectView, Refactoring, RefactoringOptions, Refused, Target } from "./refactoring.ts";
import { isWork } from "./script-work.ts";
import { spaced } from "./top-level-spacing.ts";

export const notebookToScript: Refactoring = {
  name: "notebook-to-script",
  summary: "Write the whole notebook as a script with main(), beside it",
  kind: "refactor.rewrite",
  offer: ({ document }) => (document.dialect === "notebook" && document.units.some(({ body }) => body.length > 0) ? { title: "Turn the notebook into a script" } : undefined),
  perform,
};

function perform({ document, project }: Target, options: RefactoringOptions): Outcome {
  if (document.dialect !== "notebook") return refused("this is a script already; wrap-in-main gives it a main()");
  const obstacle = obstacleIn(document.cells.flatMap(({ units }) => units));
  if (obstacle) return obstacle;
  const uri = freeName(document.uri, project, options);
  const code = codeOfNotebook(document);
  const flat = withImports(uri, code, projectModules(project, uri));
  const { text, form, reason } = wrapped(uri, flat);
  const how = { function: "its work is in main()", guard: "its work stands under the main guard", flat: "without main()" }[form];
  return {
    kind: "change", edits: [],
    created: [{ uri, text: spaced(uri, text) }],
    summary: [
      `${nameOf(document.uri)} is the script ${nameOf(uri)} as well: ${how}`,
      ...(reason === undefined ? [] : [`Not in a function: ${reason}`]),
      ...code.notes,
    ],
    left: [...code.left, ...(options.logging === true ? ["print-to-logging makes log messages of what the script prints"] : [])],
  };
}

/** What only a notebook can do. */
function obstacleIn(units: readonly Unit[]): Refused | undefined {
  const bound = new Set(units.flatMap((unit) => [...scopesOf(unit).module.bindings.keys()]));
  for (const unit of units) {
    const at = (node: Node): { anchor: Unit["anchor"]; start: number; end: number } => ({ anchor: unit.anchor, start: node.start, end: node.end });
    const [problem] = unit.problems;
    if (problem) return refused(`${cellName(unit.anchor.cell)} has a syntax error`, { anchor: unit.anchor, start: problem.start, end: problem.end });
    let found: Refused | undefined;
    walk(unit.body, (node) => {
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "Lambda" || node.kind === "ClassDef") return "skip";
      const isAwait = node.kind === "Await" || node.kind === "AsyncFor" || node.kind === "AsyncWith";
      if (isAwait) found ??= refused(`${cellName(unit.anchor.cell)} awaits outside a function, which only a notebook can`, at(node));
      return undefined;
    });
    walk(unit.body, (node) => {
      if (node.kind !== "Name" || node.ctx !== "load" || bound.has(node.id)) return undefined;
      if (/^(?:get_ipython|In|Out|_+|_i+|_\d+|_i\d+)$/u.test(node.id)) found ??= refused(`${cellName(unit.anchor.cell)} reads ${node.id}, which only a notebook has`, at(node));
      return undefined;
    });
    if (found) return found;
  }
  return undefined;
}

/** Beside the notebook, so that its relative paths lead to the same files. */
function freeName(notebook: string, project: ProjectView, { module, name }: RefactoringOptions): string {
  const wanted = module ?? name ?? nameOf(notebook).replace(/\.ipynb$/iu, "");
  const stem = moduleName(wanted.slice(wanted.lastIndexOf(".") + 1));
  for (let number = 1; ; number++) {
    const uri = joinUri(parentUri(notebook), `${stem}${number === 1 ? "" : `_${String(number)}`}.py`);
    if (project.text(uri) === undefined) return uri;
  }
}

// ---- imports -----------------------------------------------------------------------------------------------

/** The text with the imports it needs, and those that stand between other code moved up to the first ones. */
function withImports(uri: string, { text, modules }: NotebookCode, others: ProjectModules): string {
  const { units } = Document.script(uri, text);
  const firstCode = units.findIndex((unit) => unit.body.some((node) => node.kind !== "Import" && node.kind !== "ImportFrom" && isWork(node)) && preparationOf([unit]) === undefined);
  const head = firstCode < 0 ? units : units.slice(0, firstCode);
  const lastImport = head.findLast((unit) => unit.body.some(isImport));
  const bindings = new Map<string, Set<string>>();
  for (const unit of units) {
    const own = unit.body.length > 0 && unit.body.every(isImport);
    for (const name of scopesOf(unit).module.bindings.keys()) {
      const sources = bindings.get(name) ?? new Set();
      bindings.set(name, sources.add(own ? importedBy(unit, name) : "code"));
    }
  }
  const there = new Set(head.flatMap((unit) => unit.body.filter(isImport).map((node) => unit.text.slice(node.start, node.end))));
  const edits: { start: number; end: number; text: string }[] = [];
  // What a magic has become may stand above the notebook's own import of the module: that one goes up.
  const firstOther = head.findIndex((unit) => unit.body.length > 0 && !unit.body.every(isImport));
  const late = firstOther < 0 ? [] : head.slice(firstOther).filter((unit) => unit.body.length === 1 && unit.body.every(isImport));
  const lateOf = (line: string): Unit | undefined => late.find((unit) => unit.text.trim() === line);
  const added = modules.map(importLine).filter((line) => !there.has(line) || lateOf(line) !== undefined);
  for (const unit of added.flatMap((line) => lateOf(line) ?? [])) edits.push({ start: unit.anchor.offset, end: unit.anchor.offset + unit.text.length, text: "" });
  const lines = [...added];
  for (const [index, unit] of units.entries()) {
    if (index < head.length || unit.body.length === 0 || !unit.body.every(isImport)) continue;
    const names = [...scopesOf(unit).module.bindings.keys()];
    const isSafe = scopesOf(unit).starImports.length === 0 && names.every((name) => bindings.get(name)?.size === 1) &&
      preparationOf(units.slice(head.length, index)) === undefined && unit.body.every((node) => isUnnoticed(node, others));
    if (!isSafe) continue;
    const [first] = unit.body;
    const last = unit.body.at(-1);
    if (!first || !last) continue;
    for (const node of unit.body) {
      const line = unit.text.slice(node.start, node.end);
      if (!there.has(line)) lines.push(line);
      there.add(line);
    }
    const { offset } = unit.anchor;
    const rest = /^[^\n]*\n?/u.exec(unit.text.slice(last.end))?.[0] ?? "";
    edits.push({ start: offset + first.start, end: offset + last.end + (rest.startsWith("\n") ? 1 : 0), text: "" });
  }
  if (lines.length === 0) return text;
  const block = edits.length > 0 && added.some((line) => there.has(line)) ? undefined : sortedBlock(head, lines, uri, others);
  if (block) return applyEdits(text, [...edits, block]);
  // Code among the first imports may need those that the notebook did without.
  if (added.length > 0) {
    edits.push({ start: startOfCode(units), end: startOfCode(units), text: `${added.join("\n")}\n` });
    lines.splice(0, added.length);
  }
  if (lines.length === 0) return applyEdits(text, edits);
  const end = lastImport?.body.at(-1)?.end;
  const at = lastImport && end !== undefined ? lastImport.anchor.offset + end : undefined;
  edits.push(at === undefined ? { start: startOfCode(units), end: startOfCode(units), text: `${lines.join("\n")}\n\n` } : { start: lineEnd(text, at), end: lineEnd(text, at), text: `\n${lines.join("\n")}` });
  return applyEdits(text, edits);
}

/** The first imports together with new ones, in Ruff's order, where nothing but imports stands among them. */
function sortedBlock(head: readonly Unit[], lines: readonly string[], uri: string, others: ProjectModules): { start: number; end: number; text: string } | undefined {
  const first = head.findIndex(({ body }) => body.some(isImport));
  const last = head.findLastIndex(({ body }) => body.some(isImport));
  const units = head.slice(first, last + 1);
  const [top] = units;
  const begin = top?.body[0];
  const end = units.at(-1)?.body.at(-1);
  const bottom = units.at(-1);
  if (!top || !begin || !end || !bottom || !units.every(({ body, comments }, index) => body.length > 0 && body.every(isImport) && (index === 0 ? comments.every((each) => each.end <= begin.start) : comments.length === 0))) return undefined;
  const written = units.flatMap((unit) => unit.body.map((node) => unit.text.slice(node.start, node.end)));
  const keys = keysOf(Document.script(uri, `${[...written, ...lines].join("\n")}\n`).units, others);
  const text = importLines(keys);
  return { start: top.anchor.offset + begin.start, end: bottom.anchor.offset + end.end, text };
}

/** One for each module, or name of one, that is imported. */
function keysOf(units: readonly Unit[], others: ProjectModules): readonly ImportKey[] {
  return units.flatMap(({ body }) => body.filter(isImport).flatMap((node) => node.names.map(({ name, asname }): ImportKey => {
    const module = node.kind === "Import" ? name.name : ".".repeat(node.level) + (node.module?.name ?? "");
    const isOwn = others.locate(module) !== undefined;
    return { module, isFrom: node.kind === "ImportFrom", members: [{ name: name.name, asname: asname?.name }], section: sectionOf(module, isOwn) };
  })));
}

function importedBy(unit: Unit, name: string): string {
  const node = unit.body.find((each) => isImport(each) && each.names.some((alias) => (alias.asname?.name ?? alias.name.name.split(".")[0]) === name));
  if (!node || !isImport(node)) return "code";
  const alias = node.names.find((each) => (each.asname?.name ?? each.name.name.split(".")[0]) === name);
  return node.kind === "Import" ? (alias?.asname ? alias.name.name : name) : `${".".repeat(node.level)}${node.module?.name ?? ""}:${alias?.name.name ?? ""}`;
}

/** Importing a module of the project earlier changes nothing. */
function isUnnoticed(node: Node, others: ProjectModules): boolean {
  if (node.kind === "Import") return node.names.every(({ name }) => others.notice(name.name, []) === undefined);
  if (node.kind !== "ImportFrom") return false;
  return others.notice(".".repeat(node.level) + (node.module?.name ?? ""), node.names.map(({ name }) => name.name)) === undefined;
}

function importLine(module: string): string {
  const [from = "", name] = module.split(":");
  return name === undefined ? `import ${from}` : `from ${from} import ${name}`;
}

/** Below the comments that open the script: a title says what all of it is about. */
function startOfCode(units: readonly Unit[]): number {
  const [first] = units;
  const node = first?.body[0];
  if (!first || !node) return 0;
  const above = first.text.slice(0, node.start);
  const gap = above.lastIndexOf("\n\n");
  return gap < 0 ? 0 : gap + 2;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}

// ---- main --------------------------------------------------------------------------------------------------

interface Wrapped {
  readonly text: string;
  readonly form: "function" | "guard" | "flat";
  /** Why it is not the first form. */
  readonly reason?: string | undefined;
}

/** Statements after the first that are tried as the beginning of main(). */
const mostBeginnings = 40;

function wrapped(uri: string, text: string): Wrapped {
  const { units } = Document.script(uri, text);
  const first = units.findIndex(({ body }) => body.some(isWork));
  if (first < 0) return { text, form: "flat", reason: "there is nothing to run, only definitions and settings" };
  const beginnings = [first];
  for (let index = first; index < units.length && beginnings.length < mostBeginnings; index++) {
    const unit = units[index];
    if (!unit || /\b(?:print|read_\w+|open|load\w*|fetch\w*|connect|fit\w*|run|request\w*|get|show)\(/u.test(unit.text)) break;
    if (units[index + 1]?.body.some(isWork) === true) beginnings.push(index + 1);
  }
  let reason: string | undefined;
  for (const form of ["function", "guard"] as const) {
    for (const begin of beginnings) {
      const wrapping = wrapInMain(units, begin, new Set(), form);
      if (wrapping.kind === "refused") {
        reason ??= wrapping.reason;
        continue;
      }
      const edits = wrapping.edits.map(({ at, text: written }) => ({ start: at.anchor.offset + at.start, end: at.anchor.offset + at.end, text: written }));
      return { text: applyEdits(text, edits), form, reason: form === "function" ? undefined : reason };
    }
  }
  return { text, form: "flat", reason };
}
