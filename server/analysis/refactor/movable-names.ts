/**
 * Names of a document as code in another module would have them: which can go along, and which cannot.
 *
 *     import pandas as pd               an import: written there as well
 *     LIMIT = 3                         a constant, assigned once: moves there, and is imported from there
 *     def clean(df): ... LIMIT ...      a definition: moves with what it needs
 *     df = pd.read_csv("a.csv")         neither: a function that reads df stays where df is
 *     def report(): return df.sum()
 */
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Scope } from "../semantic/scopes.ts";
import type { AsyncFunctionDef, ClassDef, FunctionDef, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import type { ImportKey } from "./import-order.ts";
import { sectionOf } from "./import-order.ts";
import { moduleOf, moduleSources } from "./imported-names.ts";
import { namesInTexts, searchesNames } from "./names-in-texts.ts";
import { isSetting } from "./script-work.ts";
import { unitScopes } from "./statement-run.ts";
import { namespaceReaderIn } from "./surroundings.ts";

export interface MovableNames {
  /** Why a unit that defines a function or a class cannot move, in the user's words; `undefined` when it can. */
  readonly obstacle: (unit: Unit) => string | undefined;
  /** The same, as far as it is about the unit itself and not about what it needs. */
  readonly ownObstacle: (unit: Unit) => string | undefined;
  /** Why code that needs these names cannot move. */
  readonly missing: (names: Iterable<string>) => string | undefined;
  /** Units of definitions and constants that go along with code that needs these names, themselves with all that they need. */
  readonly along: (names: Iterable<string>) => ReadonlySet<Unit>;
  /** Imports that bind these names. */
  readonly imports: (names: Iterable<string>, isOwn: (module: string) => boolean) => readonly ImportKey[];
  readonly isImported: (name: string) => boolean;
  /** Whether the unit assigns a constant that can move. */
  readonly isConstant: (unit: Unit) => boolean;
}

export type Definition = FunctionDef | AsyncFunctionDef | ClassDef;

/** The function or class that a unit defines, and nothing else. */
export function definitionIn({ body }: Unit): Definition | undefined {
  const [only] = body;
  if (body.length !== 1 || !only) return undefined;
  return only.kind === "FunctionDef" || only.kind === "AsyncFunctionDef" || only.kind === "ClassDef" ? only : undefined;
}

/** Names that statements of the module level, and the functions in them, take from the module. */
export function namesNeeded({ units }: OpenDocument, imports: ReadonlySet<string>, unit: Unit): ReadonlySet<string> {
  const { module } = unitScopes(unit);
  const needed = new Set([...module.uses.keys(), ...module.children.flatMap((child) => [...child.free])]);
  const { marked, possible } = namesInTexts(unit.body, searchesNames(imports));
  const local = new Set(localNames(module));
  for (const name of marked) if (!local.has(name)) needed.add(name);
  const isBound = (name: string): boolean => units.some((each) => unitScopes(each).module.bindings.has(name));
  for (const name of possible) if (!local.has(name) && isBound(name)) needed.add(name);
  return needed;
}

function localNames({ children }: Scope): readonly string[] {
  return children.flatMap((child) => [...child.bindings.keys(), ...localNames(child)]);
}

/** Names that are the module's own: they would mean another one. */
const ofTheModule = new Set(["__name__", "__file__", "__doc__", "__annotations__", "get_ipython", "display", "In", "Out", "_", "__", "exit", "quit"]);

export function movableNames(document: OpenDocument): MovableNames {
  const { units } = document;
  const imports = document.analysis().imports;
  const sources = moduleSources(units);
  const binders = new Map<string, Unit[]>();
  const twice = new Set<string>();
  const global = new Set<string>();
  for (const unit of units) {
    const scopes = unitScopes(unit);
    for (const name of scopes.globalsBoundInFunctions) global.add(name);
    for (const [name, places] of scopes.module.bindings) {
      const own = binders.get(name) ?? [];
      binders.set(name, [...own, unit]);
      if (places.length > 1 || own.length > 0) twice.add(name);
    }
  }
  const isImported = (name: string): boolean => {
    const source = sources.get(name);
    return source !== undefined && source !== "other" && source !== "conditional" && !global.has(name);
  };
  const needsOf = (unit: Unit): ReadonlySet<string> => namesNeeded(document, imports, unit);
  const known = new Map<Unit, string | undefined>();

  /** Those that are being looked at: functions that call each other may go if all of them may. */
  const open = new Set<Unit>();
  const obstacle = (unit: Unit): string | undefined => {
    if (known.has(unit)) return known.get(unit);
    if (open.has(unit)) return undefined;
    open.add(unit);
    const found = ownObstacle(unit) ?? missing(needsOf(unit));
    open.delete(unit);
    // What was found without looking at those that are open may be another one without them.
    if (found !== undefined || open.size === 0) known.set(unit, found);
    return found;
  };
  const ownObstacle = (unit: Unit): string | undefined => {
    const definition = definitionIn(unit);
    const name = definition?.name.name ?? "";
    if (unit.problems.length > 0) return `${name} has a syntax error`;
    if (unitScopes(unit).globalsBoundInFunctions.size > 0) return `${name}() assigns the global name ${[...unitScopes(unit).globalsBoundInFunctions].join(", ")}`;
    if (namespaceReaderIn(unit.body)) return `${name}() looks at the names around it`;
    if (twice.has(name)) return `${name} is defined more than once`;
    if (global.has(name)) return `${name} is assigned by a function`;
    const magics: Statement[] = [];
    walk(unit.body, (node) => {
      if (node.kind === "Magic") magics.push(...unit.body);
      return undefined;
    });
    return magics.length > 0 ? `${name}() holds a line that works in notebooks only` : undefined;
  };
  const constantIn = (name: string): Unit | undefined => {
    const [unit] = binders.get(name) ?? [];
    const [node] = unit?.body ?? [];
    if (!unit || twice.has(name) || global.has(name) || unit.body.length !== 1 || !node || (unit.anchor.cell.tags ?? []).includes("parameters")) return undefined;
    return isConstant(node) && missing(needsOf(unit)) === undefined ? unit : undefined;
  };
  const missing = (names: Iterable<string>): string | undefined => {
    for (const name of names) {
      if (ofTheModule.has(name) && !isImported(name)) return `it uses ${name}, which would be another one there`;
      if (isImported(name) || (!binders.has(name) && !global.has(name) && isBuiltinName(name))) continue;
      const [unit] = binders.get(name) ?? [];
      if (!unit) return `it uses ${name}, and nothing here says what that is`;
      const definition = definitionIn(unit);
      const why = definition?.name.name === name && !twice.has(name) ? obstacle(unit) : constantIn(name) ? undefined : "";
      if (why === "") return twice.has(name) ? `it reads ${name}, which is assigned more than once` : `it reads ${name} of ${document.dialect === "notebook" ? "the notebook" : "the script"}`;
      if (why !== undefined) return `it uses ${name}, which cannot move: ${why}`;
    }
    return undefined;
  };
  const along = (names: Iterable<string>): ReadonlySet<Unit> => {
    const found = new Set<Unit>();
    const waiting = [...names];
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const [unit] = isImported(name) ? [] : (binders.get(name) ?? []);
      if (!unit || found.has(unit)) continue;
      found.add(unit);
      waiting.push(...needsOf(unit));
    }
    return found;
  };
  return {
    obstacle, ownObstacle, missing, along, isImported,
    isConstant: (unit) => [...unitScopes(unit).module.bindings.keys()].some((name) => constantIn(name) === unit),
    imports: (names, isOwn) => importsOf(units, new Set(names), isOwn),
  };
}

/** Literals, and what is computed from them alike whenever it is done. */
function isConstant(node: Statement): boolean {
  const target = node.kind === "Assign" && node.targets.length === 1 ? node.targets[0] : node.kind === "AnnAssign" ? node.target : undefined;
  const value = node.kind === "Assign" || node.kind === "AnnAssign" ? node.value : undefined;
  if (target?.kind !== "Name" || !value || !isSetting(value)) return false;
  let isFixed = true;
  walk([value], (each) => {
    const name = each.kind === "Attribute" ? each.attr.name : each.kind === "Name" ? each.id : "";
    if (/^(?:getenv|environ|cwd|home|expanduser|getcwd|abspath|resolve|absolute|exists|listdir)$/u.test(name)) isFixed = false;
    return undefined;
  });
  return isFixed;
}

function importsOf(units: readonly Unit[], names: ReadonlySet<string>, isOwn: (module: string) => boolean): readonly ImportKey[] {
  return units.flatMap(({ body }) => body.flatMap((node): readonly ImportKey[] => {
    if (node.kind !== "Import" && node.kind !== "ImportFrom") return [];
    return node.names.flatMap(({ name, asname }): readonly ImportKey[] => {
      const module = node.kind === "Import" ? name.name : moduleOf(node);
      const bound = asname?.name ?? (node.kind === "Import" ? name.name.split(".")[0] ?? name.name : name.name);
      if (!names.has(bound) && module !== "__future__") return [];
      return [{ module, isFrom: node.kind === "ImportFrom", members: [{ name: name.name, asname: asname?.name }], section: sectionOf(module, isOwn(module)) }];
    });
  }));
}
