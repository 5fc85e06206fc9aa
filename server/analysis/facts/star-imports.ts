/**
 * Star imports, and the names that the document uses of what each brings.
 *
 *     from math import *              brings 60 names; used: pi, sqrt
 *     from helpers import *           brings what helpers.py binds, or lists in __all__; used: clean
 *     area = pi * sqrt(clean(x))
 *
 * A name is used where any code of the document reads it as a name of the module: in functions, in annotations in quotes, in queries and formulas
 * (`df.query("x > @limit")`, `"y ~ log(x)"`), in doctests, in __all__, in the words of magics. A name that the next import
 * binds anew is that import's. Where code can get at names in other ways (globals(), exec), it is not known what is used.
 */
import { defineFact } from "../engine/fact.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { starNamesOf } from "../knowledge/star-names.ts";
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Scope } from "../semantic/scopes.ts";
import type { ImportFrom, Node, Statement } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { gathered, keptWithUnit } from "./kept.ts";

export interface StarImport {
  readonly unit: Unit;
  readonly node: ImportFrom;
  /** As written, with its dots. */
  readonly module: string;
  /** How many names it brings; `undefined`: not known. */
  readonly count: number | undefined;
  /** The names that are used; `undefined`: not known. */
  readonly used: () => readonly string[] | undefined;
  /** Its names are the standard library's or the workspace's: no release of a library has others. */
  readonly isExact: boolean;
}

export interface StarImports {
  readonly all: readonly StarImport[];
  /** The document does nothing but import: its purpose is to hand names on. */
  readonly isHub: boolean;
  /** Nobody imports it, as far as it shows: a notebook, or a script with a main guard. */
  readonly isProgram: boolean;
}

export const starImports = defineFact<never, StarImports>({
  name: "starImports",
  needs: {},
  document({ analysis, document: { dialect } }) {
    const found = starsOf(analysis);
    if (found.length === 0) return { all: [], isHub: false, isProgram: false };
    const stars = found.map((each): Star => ({ ...each, ...broughtBy(each.analysis, each.node) }));
    return {
      all: stars.map((star) => ({
        unit: star.analysis.unit, node: star.node, module: star.module, count: star.names?.length, isExact: star.isExact,
        used: () => usedOf(star, stars, analysis),
      })),
      isHub: analysis.units.every(({ unit }) => unit.body.every(handsOn)),
      isProgram: dialect !== "script" || analysis.units.some(({ unit }) => /^if\s+__name__\s*==/mu.test(unit.text)),
    };
  },
});

interface Star {
  readonly analysis: UnitAnalysis;
  readonly node: ImportFrom;
  readonly module: string;
  readonly names: readonly string[] | undefined;
  readonly isExact: boolean;
}

function starsIn(unit: Unit): readonly ImportFrom[] {
  if (!/\bimport\s*\*/u.test(unit.text)) return nothing;
  const found: ImportFrom[] = [];
  walk(unit.body, (node) => {
    if (node.kind === "ImportFrom" && node.names.some(({ name }) => name.name === "*")) found.push(node);
    return undefined;
  });
  return found;
}

const nothing: readonly never[] = [];

const starsOf = gathered((analysis) => starsIn(analysis.unit).map((node) => ({ analysis, node })));

function broughtBy(analysis: UnitAnalysis, node: ImportFrom): Pick<Star, "module" | "names" | "isExact"> {
  const module = ".".repeat(node.level) + (node.module?.name ?? "");
  const own = analysis.starNames(module);
  if (own) return { module, names: own, isExact: true };
  return { module, names: node.level === 0 ? starNamesOf(module) : undefined, isExact: !/^(?:numpy|pandas|scipy|matplotlib|pylab|sklearn|statsmodels|sqlalchemy|pydantic|pyspark)\b/u.test(module) };
}

/** Imports, `__all__`, a version and a docstring. */
function handsOn(node: Statement): boolean {
  switch (node.kind) {
    case "Import":
    case "ImportFrom":
      return true;
    case "Expr":
      return node.value.kind === "Constant";
    case "Assign":
    case "AugAssign": {
      const targets = node.kind === "Assign" ? node.targets : [node.target];
      return targets.every((target) => target.kind === "Name" && /^__\w+__$/u.test(target.id));
    }
    case "Try":
      return [...node.body, ...node.handlers.flatMap(({ body }) => body)].every((each) => each.kind === "Pass" || handsOn(each));
    default:
      return false;
  }
}

// ---- use ---------------------------------------------------------------------------------------------------

function usedOf(star: Star, stars: readonly Star[], analysis: DocumentAnalysis): readonly string[] | undefined {
  const { units } = analysis;
  const { names } = star;
  if (!names || units.some(({ unit }) => unit.problems.length > 0 || reachesNames.test(unit.text))) return undefined;
  const used = new Set(units.flatMap(({ unit }) => [...usedNames(unit)]));
  const bound = new Set(units.flatMap(({ binds }) => binds));
  const brought = new Set(stars.flatMap((each) => each.names ?? []));
  const isOnlyReadable = stars.every((each) => each.names);
  // A name from nowhere: another release brings others.
  const readsUnknown = units.flatMap(({ reads }) => reads).some((name) => !bound.has(name) && !brought.has(name) && !isBuiltinName(name) && !moduleNames.has(name));
  if (isOnlyReadable && readsUnknown) return undefined;
  const imported = importedModules(units);
  return names.filter((name) => {
    if (!used.has(name) || isBoundNext(star, name, stars, units)) return false;
    // `import numpy as np` beside a module that has np, too.
    const again = imported.get(name);
    const value = again === undefined ? undefined : analysis.exitValue(name)?.type;
    return !(value?.kind === "module" && value.name === again);
  });
}

const reachesNames = /\b(?:globals|locals|vars|exec|eval|execfile|dir)\s*\(|\bsys\.modules\b|\b__dict__\b/u;
const moduleNames: ReadonlySet<string> = new Set(["__name__", "__file__", "__doc__", "__package__", "__spec__", "__loader__", "__builtins__", "__path__", "get_ipython", "display", "In", "Out", "_", "__", "exit", "quit", "WindowsError", "reveal_type"]);

/** The statements up to the next import that binds the name are imports, which do not look at it. */
function isBoundNext(star: Star, name: string, stars: readonly Star[], units: readonly UnitAnalysis[]): boolean {
  const index = units.indexOf(star.analysis);
  for (const each of units.slice(index + 1)) {
    const { unit } = each;
    if (!unit.body.every(({ kind }) => kind === "Import" || kind === "ImportFrom")) return false;
    if (each.binds.includes(name) || stars.some((other) => other.analysis === each && other.names?.includes(name) === true)) return true;
  }
  return false;
}

/** Modules by the names that plain imports bind, where nothing else in the document binds them. */
function importedModules(units: readonly UnitAnalysis[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const { unit } of units) {
    for (const [name, bindings] of scopesOf(unit).module.bindings) counts.set(name, (counts.get(name) ?? 0) + bindings.length);
    for (const node of unit.body) {
      if (node.kind === "Import") for (const { name, asname } of node.names) if (asname || !name.name.includes(".")) found.set(asname?.name ?? name.name, name.name);
    }
  }
  return new Map([...found].filter(([name]) => counts.get(name) === 1));
}

/** Every name that code of the unit may mean a name of the module by. */
const usedNames = keptWithUnit((unit: Unit): ReadonlySet<string> => {
  const found = new Set<string>();
  const { module } = scopesOf(unit);
  const visit = (scope: Scope): void => {
    // In a class body a name is the module's until the class has bound it.
    if (scope.kind === "module" || scope.kind === "class") {
      for (const name of scope.uses.keys()) found.add(name);
      for (const [name, bindings] of scope.bindings) if (bindings.some(({ kind }) => kind === "augmented" || kind === "delete")) found.add(name);
    }
    for (const name of scope.free) found.add(name);
    for (const name of scope.globals) found.add(name);
    scope.children.forEach(visit);
  };
  visit(module);
  const words = (text: string): void => {
    for (const [word] of text.matchAll(/[A-Za-z_]\w*/gu)) found.add(word);
  };
  const texts = (nodes: readonly Node[], only: (text: string) => boolean): void => {
    walk(nodes, (node) => {
      if (node.kind === "Constant" && node.type === "str" && only(node.value)) words(node.value);
      return undefined;
    });
  };
  walk(unit.body, (node) => {
    if (node.kind === "Magic") words(`${node.argument.text} ${node.body?.text ?? ""}`);
    if (node.kind === "Argument" && node.annotation) texts([node.annotation], () => true);
    if (node.kind === "AnnAssign") texts([node.annotation], () => true);
    if ((node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") && node.returns) texts([node.returns], () => true);
    if ((node.kind === "Assign" || node.kind === "AugAssign") && /^__all__\b/u.test(unit.text.slice(node.start, node.end))) texts([node.value], () => true);
    return undefined;
  });
  texts(unit.body, (text) => /@[A-Za-z_]|~|>>> /u.test(text));
  return found;
});
