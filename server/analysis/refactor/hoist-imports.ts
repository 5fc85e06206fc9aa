/**
 * hoist-imports: imports inside functions and below code go to the top.
 *
 *     import pandas as pd                    import json
 *                                            from pathlib import Path
 *     LIMIT = 3
 *     from pathlib import Path         ->    import pandas as pd
 *
 *     def save(rows):                        LIMIT = 3
 *         import json
 *         json.dump(rows, ...)               def save(rows):
 *                                                json.dump(rows, ...)
 *
 * An import stays where its place means something: under a condition or a `try`; after code that prepares it (`sys.path`,
 * environment variables, a backend); where it closes a circle; where the name is something else elsewhere; and inside a function that
 * may never be called, when the library is not needed otherwise and nothing says that it is installed. The last may be selected, then
 * it moves all the same.
 */
import { isAlone } from "../facts/indentation.ts";
import { removalOf } from "../facts/statement-removal.ts";
import type { Removal } from "../facts/statement-removal.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { standardLibraryModules } from "../knowledge/standard-library.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Scope, UnitScopes } from "../semantic/scopes.ts";
import type { AsyncFunctionDef, FunctionDef, Import, ImportFrom, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { isDeclared } from "./declared-libraries.ts";
import { importEdits } from "./import-block.ts";
import type { WantedImport } from "./import-block.ts";
import { preparationOf } from "./import-preparation.ts";
import { bindingsOf, boundBy, moduleOf, moduleSources, sourceOf, topImports } from "./imported-names.ts";
import { projectModules } from "./project-modules.ts";
import type { ProjectModules } from "./project-modules.ts";
import type { Outcome, Refactoring, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { surelyCalled } from "./surely-called.ts";

export const hoistImports: Refactoring = {
  name: "hoist-imports",
  summary: "Move imports from functions and from below code to the top",
  kind: "refactor.rewrite",
  offer(target) {
    const count = candidatesIn(target).length;
    return count === 0 ? undefined : { title: count === 1 ? "Move the import to the top" : `Move ${String(count)} imports to the top` };
  },
  perform,
};

type FunctionNode = FunctionDef | AsyncFunctionDef;

/** An import that does not stand at the top. */
interface Candidate {
  readonly unit: Unit;
  readonly node: Import | ImportFrom;
  /** Outermost first; empty below code. */
  readonly functions: readonly FunctionNode[];
  /** The statements among which it stands. */
  readonly block: readonly Statement[];
  readonly isSelected: boolean;
}

function perform(target: Target): Outcome {
  const { document, project } = target;
  if (document.dialect === "databricks") return refused("in a Databricks notebook cells may be run one by one");
  if (document.units.some(({ problems }) => problems.length > 0)) return refused("the file has a syntax error");
  const candidates = candidatesIn(target);
  if (candidates.length === 0) return refused("all imports are at the top already, or under a condition");
  const file = fileView(target, projectModules(project, document.uri));
  const wanted: WantedImport[] = [];
  const moving: Candidate[] = [];
  const kept: { readonly line: string; readonly candidate: Candidate; readonly reason: string }[] = [];
  for (const candidate of candidates) {
    const reason = file.obstacle(candidate) ?? clashWith(wanted, candidate);
    if (reason !== undefined) {
      kept.push({ line: written(candidate), candidate, reason });
      continue;
    }
    wanted.push(...wantedBy(candidate, [], undefined, file.modules));
    moving.push(candidate);
  }
  const [first] = kept;
  if (moving.length === 0) return refused(first ? `${first.line} stays: ${first.reason}` : "nothing to move", first && place(first.candidate.unit, first.candidate.node));
  const nodes = new Set<Statement>(moving.map(({ node }) => node));
  const removals: (Removal & { readonly each: Candidate })[] = [];
  for (const each of moving) {
    const removal = removalOf(each.unit, [each.node], each.functions.length === 0 ? "line and above" : "line", (node) => nodes.has(node));
    if (!removal) return refused(`${written(each)} shares its line with other code`, place(each.unit, each.node));
    removals.push({ each, ...removal });
  }
  const block = importEdits(document, removals.flatMap(({ each, above, comment }) => wantedBy(each, above, comment, file.modules)), {
    isOwn: (module) => file.modules.locate(module) !== undefined, isRemoved: (node) => nodes.has(node),
  });
  if (!block) return refused("there is no place for imports at the top");
  return {
    kind: "change", edits: [...removals.map(({ edit }) => edit), ...block],
    summary: [
      moving.length === 1 ? "An import moved to the top" : `${String(moving.length)} imports moved to the top`,
      ...moving.map((each) => `${written(each)} ${describe(each)}`),
      ...kept.map(({ line, reason }) => `${line} stays: ${reason}`),
    ],
  };
}

function written({ unit, node }: Candidate): string {
  return unit.text.slice(node.start, node.end).replace(/\s*\\?\r?\n\s*/gu, " ");
}

function describe({ functions }: Candidate): string {
  const inner = functions.at(-1);
  return inner ? `was in ${inner.name.name}()` : "stood below code";
}

function wantedBy({ node }: Candidate, above: readonly string[], comment: string | undefined, modules: ProjectModules): readonly WantedImport[] {
  const from = node.kind === "ImportFrom" ? moduleOf(node) : undefined;
  return node.names.map(({ name, asname }, index) => ({
    module: from ?? name.name, name: from === undefined ? undefined : name.name, asname: asname?.name,
    isOwn: modules.locate(from ?? name.name) !== undefined,
    ...(index === 0 && above.length > 0 ? { above } : {}),
    ...(index === 0 && comment !== undefined && node.names.length === 1 ? { comment } : {}),
  }));
}

/** Two imports of one name that mean different things: the first moves. */
function clashWith(wanted: readonly WantedImport[], { node }: Candidate): string | undefined {
  const taken = new Map(wanted.map((each) => [boundBy(each.module, each.name, each.asname), sourceOf(each.module, each.name, each.asname)]));
  for (const { bound, source } of bindingsOf(node)) if ((taken.get(bound) ?? source) !== source) return `${bound} is imported from elsewhere in another function`;
  return undefined;
}

// ---- candidates --------------------------------------------------------------------------------------------

function candidatesIn({ document, selection }: Selected): readonly Candidate[] {
  const found: Candidate[] = [];
  const isWhole = selection.every(({ cell, start, end }) => start <= cell.start && end >= cell.end);
  const visit = (unit: Unit, body: readonly Statement[], functions: readonly FunctionNode[], isBelow: boolean): void => {
    let below = isBelow;
    for (const node of body) {
      if (node.kind === "Import" || node.kind === "ImportFrom") {
        if (!below && functions.length === 0) continue;
        const { cell, start, end } = document.locate(place(unit, node));
        const isSelected = selection.some((part) => part.cell === cell && part.start <= end && start <= part.end);
        if (isSelected) found.push({ unit, node, functions, block: body, isSelected: !isWhole });
      } else {
        below = below || functions.length > 0 || !isPreface(node);
        if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") visit(unit, node.body, [...functions, node], true);
        else if (node.kind === "ClassDef") for (const each of node.body) if (each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef") visit(unit, each.body, [...functions, each], true);
      }
    }
  };
  let isBelow = false;
  let home: Cell | undefined;
  for (const unit of document.units) {
    const { cell } = unit.anchor;
    visit(unit, unit.body, [], isBelow || (home !== undefined && home !== cell));
    if (unit.body.some((node) => node.kind === "Import" || node.kind === "ImportFrom")) home ??= cell;
    isBelow = isBelow || unit.body.some((node) => !isPreface(node) && node.kind !== "Import" && node.kind !== "ImportFrom");
  }
  return found;
}

/** What may stand above imports: a docstring, `__version__ = "1"`, a logger or the guard of an optional library. */
function isPreface(node: Statement): boolean {
  if (node.kind === "Expr") return node.value.kind === "Constant" || node.value.kind === "Magic";
  if (node.kind === "Try" || node.kind === "If") return [...node.body, ...node.orelse].every((each) => each.kind === "Import" || each.kind === "ImportFrom" || each.kind === "Pass");
  return node.kind === "Assign" && node.targets.every((target) => target.kind === "Name" && /^__\w+__$/u.test(target.id));
}

// ---- what holds an import back -----------------------------------------------------------------------------

interface FileView {
  readonly modules: ProjectModules;
  obstacle(candidate: Candidate): string | undefined;
}

function fileView({ document, project }: Target, modules: ProjectModules): FileView {
  const { units } = document;
  const scopes = new Map(units.map((unit) => [unit, scopesOf(unit)]));
  const scopesIn = (unit: Unit): UnitScopes => scopes.get(unit) ?? scopesOf(unit);
  const preparation = preparationOf(units);
  const sources = moduleSources(units);
  const atTop = topImports(units);
  const called = surelyCalled(units);
  const looksAtNames = namespaceReader(units);
  const dynamic = units.some(({ text }) => /\bimportlib\.reload\b|\breload\(/u.test(text));

  const ofPlace = ({ unit, node, functions, block }: Candidate): string | undefined => {
    if (node.kind === "ImportFrom" && node.module?.name === "__future__") return "it belongs to the top of the file already";
    if (node.names.some(({ name }) => name.name === "*")) return "a star import may bind any name";
    if (!isAlone(unit, node)) return "it shares its line with other statements";
    const comment = unit.comments.find(({ start }) => start >= node.end && !unit.text.slice(node.end, start).includes("\n")) ?? commentAbove(unit, node.start);
    if (comment !== undefined && /\b(?:lazy|lazily|circular|cycle|optional|heavy|slow|defer|delay|avoid|only if|needed here|on purpose|noqa: ?E402|isort: ?skip)/iu.test(comment.text)) return "a comment says why it stands there";
    if (dynamic) return "modules are loaded again here";
    if (functions.length > 0 && block === functions[0]?.body && looksAtNames !== undefined) return `${looksAtNames}() looks at the names`;
    return looksAtNames === undefined ? undefined : `${looksAtNames}() looks at the module's names`;
  };

  const ofNames = ({ unit, node, functions }: Candidate): string | undefined => {
    const path = functions.map((each) => scopesIn(unit).scopeOf(each));
    const inner = path.at(-1);
    for (const { bound, source } of bindingsOf(node)) {
      const outside = sources.get(bound);
      if (outside === "other" || (outside !== undefined && outside !== source)) return `${bound} is something else at the top level`;
      if (outside === "conditional") return `${bound} is imported at the top level under a condition`;
      if (inner && path.slice(0, -1).some((scope) => scope?.bindings.has(bound) === true)) return `${bound} is something else in the function around it`;
      if (inner && (inner.globals.has(bound) || inner.nonlocals.has(bound))) return `${bound} is declared global or nonlocal`;
      if (inner && !onlyImports(inner, bound, source)) return `${bound} is assigned as well`;
      if (outside === undefined && usesElsewhere(units, scopesIn, bound, inner)) {
        if (isBuiltinName(bound)) return `${bound} means the builtin elsewhere`;
      }
      if (units.some((each) => scopesIn(each).globalsBoundInFunctions.has(bound))) return `${bound} is assigned as a global`;
    }
    return undefined;
  };

  const ofModule = (candidate: Candidate): string | undefined => {
    const { node, functions, isSelected } = candidate;
    const names = node.kind === "ImportFrom" ? node.names.map(({ name }) => name.name) : [];
    const imported = node.kind === "ImportFrom" ? [moduleOf(node)] : node.names.map(({ name }) => name.name);
    for (const module of imported) {
      const [root = ""] = module.split(".");
      const isOwn = module.startsWith(".") || modules.locate(module) !== undefined || modules.locate(root) !== undefined;
      if (!isOwn && standardLibraryModules.has(root)) continue;
      if (preparation !== undefined) return `${preparation} may prepare it`;
      if (isOwn) {
        const notice = modules.locate(module) === undefined && !module.startsWith(".") ? "where it leads is not known" : modules.notice(module, names);
        if (notice !== undefined) return notice;
        if (functions.length > 0 && node.kind === "ImportFrom" && units.some(({ text }) => new RegExp(`\\b${root}\\.\\w+\\s*=[^=]`, "u").test(text))) return `${root} is changed here`;
        continue;
      }
      const isNeeded = functions.length === 0 || isSelected || atTop.has(root) || functions.every(({ name }) => called.has(name.name)) || isDeclared(project, document.uri, root);
      if (!isNeeded) return `whoever does not call ${functions[0]?.name.name ?? ""}() need not have ${root}; select it to move it all the same`;
    }
    return undefined;
  };

  return { modules, obstacle: (candidate) => ofPlace(candidate) ?? ofNames(candidate) ?? ofModule(candidate) };
}

function namespaceReader(units: readonly Unit[]): string | undefined {
  let found: string | undefined;
  walk(units.flatMap(({ body }) => body), (node) => {
    if (node.kind === "Call" && node.func.kind === "Name" && /^(?:exec|eval|globals|locals|vars|dir)$/u.test(node.func.id)) {
      if (node.func.id !== "vars" && node.func.id !== "dir" ? true : node.args.length === 0) found ??= node.func.id;
    }
    return undefined;
  });
  return found;
}

/** Whether the function binds the name by this very import only. */
function onlyImports(scope: Scope, bound: string, source: string): boolean {
  const bindings = scope.bindings.get(bound) ?? [];
  if (bindings.some(({ kind }) => kind !== "import")) return false;
  let same = 0;
  const body = scope.node?.kind === "FunctionDef" || scope.node?.kind === "AsyncFunctionDef" ? scope.node.body : [];
  walk(body, (node) => {
    if (node.kind === "Import" || node.kind === "ImportFrom") same += bindingsOf(node).filter((each) => each.bound === bound && each.source === source && bindings.some(({ start }) => start >= node.start && start <= node.end)).length;
    return undefined;
  });
  return same === bindings.length;
}

/** Whether the name is read as a name of the module, by others than the function that imports it. */
function usesElsewhere(units: readonly Unit[], scopesIn: (unit: Unit) => UnitScopes, name: string, except: Scope | undefined): boolean {
  const uses = (scope: Scope): boolean => {
    if (scope === except || (scope.kind !== "module" && scope.bindings.has(name))) return false;
    return scope.uses.has(name) || scope.children.some(uses);
  };
  return units.some((unit) => uses(scopesIn(unit).module));
}

/** The comment on the line above a statement. */
function commentAbove(unit: Unit, start: number): Unit["comments"][number] | undefined {
  const line = unit.text.lastIndexOf("\n", start - 1);
  return unit.comments.find((comment) => line >= 0 && comment.end <= line && unit.text.slice(comment.end, line).trim() === "" && !unit.text.slice(comment.end, line).includes("\n"));
}
