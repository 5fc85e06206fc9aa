/**
 * Wrapping a script's work in `main()`: which statements move, and whether they can.
 *
 *     import pandas as pd                       import pandas as pd
 *     TARGET = "price"          stays           TARGET = "price"
 *     df = pd.read_csv("a")     first work      def total(df): ...
 *     def total(df): ...        stays           def main() -> None:
 *     print(total(df))          moves               df = pd.read_csv("a")
 *                                                   print(total(df))
 *
 * Everything above the first statement that does work stays as it is. Below it, imports and definitions stay, all else
 * moves, in order and with its comments. What moves becomes local to `main`, so a name that moves may not be needed by
 * what stays: then there is no such edit, and the answer says why.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { lineBreakOf } from "../facts/edits.ts";
import { indentLines } from "../facts/indentation.ts";
import { isMainGuard } from "../facts/main-guard.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Scope, UnitScopes } from "../semantic/scopes.ts";
import { isDefinition } from "../syntax/node-kinds.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { applyEdits } from "../text/edit.ts";
import type { TextEdit } from "../text/edit.ts";
import { laidOutAnew } from "./moved-layout.ts";
import { unreadNames } from "./unread-names.ts";

export type Wrapping =
  | { readonly kind: "edits"; readonly edits: readonly PlaceEdit[] }
  /** In the user's words: `total() reads df`. */
  | { readonly kind: "refused"; readonly reason: string };

/**
 * - `function`: the work becomes the body of `main()`, called under the guard.
 * - `guard`: the work stands under `if __name__ == "__main__":` itself. Its names stay names of the module, so functions that read
 *   them go on to work for the script itself: for scripts that cannot have the first. A function that reads them and that the
 *   script does not use is there for others, a web server's handler say, who would miss them.
 */
export type Form = "function" | "guard";

/** What moves; in the user's words why nothing can. */
export type MainPlan =
  | { readonly kind: "plan"; readonly moves: ReadonlySet<Unit> }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * @param units of a plain script.
 * @param firstWork index of the first unit that does work.
 * @param offers units that must run when the module is imported, as a tool looks for their objects.
 */
export function wrapInMain(units: readonly Unit[], firstWork: number, offers: ReadonlySet<Unit>, form: Form, settings?: ReadonlySet<Unit>): Wrapping {
  const plan = planMain(units, firstWork, offers, form, settings);
  return plan.kind === "refused" ? plan : { kind: "edits", edits: editsFor({ units, form }, plan.moves) };
}

/** @param settings units that stay although they stand below the first work: what they assign depends on nothing */
export function planMain(units: readonly Unit[], firstWork: number, offers: ReadonlySet<Unit>, form: Form, settings: ReadonlySet<Unit> = new Set()): MainPlan {
  const scopes = new Map(units.map((unit) => [unit, scopesOf(unit)]));
  const script: Script = { units, firstWork, form, settings, scopesOf: (unit) => scopes.get(unit) ?? scopesOf(unit) };
  const blocker = units.map((unit) => blockerIn(script, unit)).find((found) => found !== undefined);
  if (blocker !== undefined) return refused(blocker);
  const moves = chooseMoving(script);
  if ([...moves].some((unit) => offers.has(unit))) return refused("a tool looks for its objects by importing the module");
  const conflict = conflictBetween(script, moves);
  return conflict === undefined ? { kind: "plan", moves } : refused(conflict);
}

interface Script {
  readonly units: readonly Unit[];
  readonly firstWork: number;
  readonly form: Form;
  readonly settings: ReadonlySet<Unit>;
  readonly scopesOf: (unit: Unit) => UnitScopes;
}

function refused(reason: string): Extract<MainPlan, { readonly kind: "refused" }> {
  return { kind: "refused", reason };
}

// ---- what moves --------------------------------------------------------------------------------------------

/** Units that move: from the first work on all but imports and definitions, and constants above that are bound again below. */
function chooseMoving({ units, firstWork, form, settings, scopesOf: scopes }: Script): ReadonlySet<Unit> {
  const moves = new Set(units.slice(firstWork).filter((unit) => !unit.body.every(staysAnywhere) && !settings.has(unit)));
  for (let before = -1; form === "function" && before !== moves.size; ) {
    before = moves.size;
    const bound = boundBy(moves, scopes);
    for (const unit of units) {
      const rebound = unit.body.some((node) => isPlainAssignment(node)) && [...scopes(unit).module.bindings.keys()].some((name) => bound.has(name));
      if (rebound) moves.add(unit);
    }
  }
  return moves;
}

export function staysAnywhere(node: Statement): boolean {
  switch (node.kind) {
    case "Import":
    case "ImportFrom":
    case "FunctionDef":
    case "AsyncFunctionDef":
    case "ClassDef":
    case "TypeAlias":
      return true;
    case "Expr":
      return node.value.kind === "Constant" && node.start === 0;
    case "Try":
      return [...node.body, ...node.orelse].every(staysAnywhere) && node.body.length > 0;
    default:
      return false;
  }
}

function isPlainAssignment(node: Statement): boolean {
  return node.kind === "Assign" || node.kind === "AnnAssign" || node.kind === "AugAssign";
}

function boundBy(units: Iterable<Unit>, scopes: Script["scopesOf"]): Set<string> {
  const names = new Set<string>();
  for (const unit of units) for (const name of scopes(unit).module.bindings.keys()) names.add(name);
  return names;
}

// ---- whether it may move -----------------------------------------------------------------------------------

const namespaceReaders = new Set(["exec", "eval", "globals", "locals", "vars", "dir"]);

/** Something that no script with it can be wrapped around. */
function blockerIn({ form, scopesOf: scopes }: Script, unit: Unit): string | undefined {
  let found: string | undefined;
  walk(unit.body, (node) => {
    if (node.kind === "Call" && node.func.kind === "Name" && namespaceReaders.has(node.func.id)) found ??= `${node.func.id}() looks at the module's names`;
    if (node.kind === "Magic") found ??= "a magic belongs to a notebook";
    return undefined;
  });
  if (unit.problems.length > 0) found ??= "the file has a syntax error";
  if (unit.body.some(isMainGuard)) found ??= "the file has a main guard already";
  if (form === "function" && scopes(unit).module.bindings.has("main")) found ??= "main is defined already";
  return found;
}

function conflictBetween(script: Script, moves: ReadonlySet<Unit>): string | undefined {
  const { units, firstWork, form, scopesOf: scopes } = script;
  const moved = boundBy(moves, scopes);
  for (const name of moved) if (/^__\w+__$/u.test(name)) return `${name} is read by those who import the module`;
  const bound = new Set<string>();
  const reached = form === "guard" ? reachedFrom(script, moves) : undefined;
  let sawMoved = false;
  for (const [index, unit] of units.entries()) {
    if (moves.has(unit)) {
      sawMoved = true;
      continue;
    }
    const { module, globalsBoundInFunctions, starImports } = scopes(unit);
    const needed = form === "function" ? [...module.uses.keys(), ...namesBelow(module), ...globalsBoundInFunctions] : namesAtDefinition(module);
    for (const name of needed) if (moved.has(name)) return `${describe(unit)} uses ${name}`;
    if (reached && ![...module.bindings.keys()].some((name) => reached.has(name))) {
      for (const name of namesBelow(module)) if (moved.has(name)) return `${describe(unit)} uses ${name}, and only others call it`;
    }
    for (const name of module.bindings.keys()) {
      if (form === "function" && moved.has(name)) return `${name} is bound again`;
      if (bound.has(name) && index >= firstWork && unit.body.some(isDefinition)) return `${name} is defined again`;
      bound.add(name);
    }
    for (const name of exportedNames(unit)) if (moved.has(name)) return `__all__ offers ${name}`;
    if (sawMoved && unit.body.some(isImport)) {
      if (starImports.length > 0) return "a star import may bind any name";
      if (units.slice(0, index).some((each) => moves.has(each) && preparesImports(each))) return "what runs before an import prepares it";
    }
  }
  return undefined;
}

/** Names that the moved work reads, and those that the functions it reads read in turn. */
function reachedFrom({ units, scopesOf: scopes }: Script, moves: ReadonlySet<Unit>): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = new Set(units.filter((unit) => !moves.has(unit)));
  let next: readonly Unit[] = [...moves];
  while (next.length > 0) {
    for (const unit of next) for (const name of [...scopes(unit).module.uses.keys(), ...namesBelow(scopes(unit).module)]) reached.add(name);
    next = [...waiting].filter((unit) => [...scopes(unit).module.bindings.keys()].some((name) => reached.has(name)));
    for (const unit of next) waiting.delete(unit);
  }
  return reached;
}

function isImport(node: Statement): boolean {
  return node.kind === "Import" || node.kind === "ImportFrom" || node.kind === "Try";
}

/** Names that functions and classes of the unit need from the module, whenever they run. */
function namesBelow(scope: Scope): readonly string[] {
  return scope.children.flatMap((child) => [...child.free]);
}

/** Names that are read while the unit itself runs: decorators, defaults and class bodies, not the bodies of functions. */
function namesAtDefinition(scope: Scope): readonly string[] {
  return [...scope.uses.keys(), ...scope.children.flatMap((child) => (child.kind === "function" ? [] : namesAtDefinition(child)))];
}

/** `sys.path.append(...)`, `os.environ[...] = ...`, `matplotlib.use(...)`: later imports depend on them. */
export function preparesImports(unit: Unit): boolean {
  return /\b(?:sys\.(?:path|modules)|os\.(?:environ|putenv|chdir|add_dll_directory)|matplotlib\.use|importlib|site\.addsitedir)\b/u.test(unit.text);
}

function exportedNames(unit: Unit): readonly string[] {
  return unit.body.flatMap((node) => {
    const isAll = node.kind === "Assign" && node.targets.some((target) => target.kind === "Name" && target.id === "__all__");
    if (!isAll || (node.value.kind !== "List" && node.value.kind !== "Tuple")) return [];
    return node.value.elts.flatMap((each) => (each.kind === "Constant" && each.type === "str" ? [each.value] : []));
  });
}

function describe(unit: Unit): string {
  const [node] = unit.body;
  if (node?.kind === "FunctionDef" || node?.kind === "AsyncFunctionDef") return `${node.name.name}()`;
  return node?.kind === "ClassDef" ? node.name.name : "a statement that stays";
}

// ---- the edits ---------------------------------------------------------------------------------------------

function editsFor({ units, form }: Pick<Script, "units" | "form">, moves: ReadonlySet<Unit>): readonly PlaceEdit[] {
  const last = units.at(-1);
  if (!last) return [];
  const lineBreak = lineBreakOf(units.find((unit) => unit.text.includes('\n')) ?? last);
  // Comments after the last statement go with it.
  const tail = last.body.length === 0 ? last : undefined;
  const moved = units.filter((unit) => moves.has(unit) || unit === tail);
  // Two blank lines part top-level definitions; inside a block one is enough.
  const unread = unreadNames(units, moves);
  const joined = moved.map((unit) => indented(unit, unread(unit)).replace(/^(?:[ \t]*\r?\n){2,}/u, lineBreak)).join("").replace(/^(?:[ \t]*\r?\n)+/u, "").trimEnd();
  const body = laidOut(joined, moved.map(({ text }) => text).join(""), form, lineBreak);
  const guard = `if __name__ == "__main__":`;
  const lines = form === "function" ? ["def main() -> None:", body, "", "", guard, "    main()", ""] : [guard, body, ""];
  const staying = units.filter((unit) => !moved.includes(unit)).at(-1);
  const end = staying?.text.trimEnd().length ?? 0;
  const edits: PlaceEdit[] = [];
  for (const unit of moved) {
    const isLast = unit === last;
    const isBeforeStaying = staying !== undefined && unit.anchor.index < staying.anchor.index;
    const text = isLast ? lines.join(lineBreak) : "";
    edits.push({ at: { anchor: unit.anchor, start: 0, end: unit.text.length }, text: isBeforeStaying ? lineBreak.repeat(blanksLeft(units, unit, moves)) : text });
  }
  const gap = staying ? lineBreak.repeat(3) : "";
  if (staying === last) {
    edits.push({ at: { anchor: last.anchor, start: end, end: last.text.length }, text: gap + lines.join(lineBreak) });
  } else if (staying) {
    edits.push({ at: { anchor: staying.anchor, start: end, end: staying.text.length }, text: gap });
  }
  return edits;
}

/** Blank lines that what stays below needs, and does not bring itself: after a function there are two. */
function blanksLeft(units: readonly Unit[], unit: Unit, moves: ReadonlySet<Unit>): number {
  const index = units.indexOf(unit);
  const previous = units[index - 1];
  const next = units.slice(index + 1).find((each) => !moves.has(each));
  return !previous || moves.has(previous) || !next ? 0 : Math.max(0, blanksBefore(unit) - blanksBefore(next));
}

function blanksBefore({ text }: Unit): number {
  return /^(?:[ \t]*\r?\n)*/u.exec(text)?.[0].split("\n").length ?? 1;
}

/** The unit's text one level deeper. */
function indented(unit: Unit, renamed: readonly TextEdit[]): string {
  const edits = indentLines(unit, { start: 0, end: unit.text.length }, "    ");
  return applyEdits(unit.text, [...edits.map(({ at: { start, end }, text }) => ({ start, end, text })), ...renamed]);
}

function laidOut(body: string, old: string, form: Form, lineBreak: string): string {
  const head = form === "function" ? "def main() -> None:\n" : "if main:\n";
  const text = laidOutAnew(head + body.replaceAll("\r\n", "\n"), old, { lineLength: 88, step: "    ", lineBreak: "\n" });
  return text.slice(head.length).replaceAll("\n", lineBreak);
}
