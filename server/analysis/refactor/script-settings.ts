/**
 * What a script could be told on its command line: constants that only its work reads, and paths that it opens.
 *
 *     TEST_SIZE = 0.2                      --test-size, by default TEST_SIZE
 *     df = pd.read_csv("sales.csv")        --sales-path, by default "sales.csv"
 *     train_test_split(df, test_size=TEST_SIZE)
 *
 * A constant that functions read as well, or that other constants are made from, stays what it is: an argument would change only half
 * of what depends on it.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { isAddress, fileUsesOf } from "../facts/paths/file-uses.ts";
import { constantNameFor } from "../facts/paths/machine-paths.ts";
import { allNames } from "../semantic/scopes.ts";
import type { Scope } from "../semantic/scopes.ts";
import type { Expression, Name, Range } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { walk } from "../syntax/walk.ts";
import { isKeyword } from "./function-name.ts";
import { unitScopes } from "./statement-run.ts";

export interface ScriptSetting {
  /** Of the parameter: `test_size`. */
  readonly name: string;
  /** `--test-size`. */
  readonly option: string;
  /** `TEST_SIZE`, or the literal. */
  readonly default: string;
  readonly type: "int" | "float" | "str";
  /** Where the work reads it: names, or literals. */
  readonly uses: readonly Place[];
}

const mostLength = 120;

/** Units that only assign a number or a text to a name that nothing else assigns: below the first work, they may stay above it. */
export function literalSettings(units: readonly Unit[]): ReadonlySet<Unit> {
  const counts = new Map<string, number>();
  const assigned = new Set<string>();
  for (const unit of units) {
    const { module, globalsBoundInFunctions } = unitScopes(unit);
    for (const [name, bindings] of module.bindings) counts.set(name, (counts.get(name) ?? 0) + bindings.length);
    for (const name of globalsBoundInFunctions) assigned.add(name);
  }
  return new Set(units.filter((unit) => {
    const found = constantOf(unit);
    return found !== undefined && counts.get(found.name) === 1 && !assigned.has(found.name) && !found.name.startsWith("__");
  }));
}

/**
 * Units that assign what only texts speak of: `shops` for `sales.query("shop in @shops")`. At the module level they are found from every
 * function, and in one they would look as if nobody read them.
 */
export function namesForTexts(units: readonly Unit[]): ReadonlySet<Unit> {
  const read = new Set(units.flatMap((unit) => readNames(unitScopes(unit).module)));
  const counts = new Map<string, number>();
  for (const unit of units) for (const [name, bindings] of unitScopes(unit).module.bindings) counts.set(name, (counts.get(name) ?? 0) + bindings.length);
  return new Set(units.filter(({ body }) => {
    const [node] = body;
    const [target] = node?.kind === "Assign" && body.length === 1 ? node.targets : [];
    if (node?.kind !== "Assign" || target?.kind !== "Name" || read.has(target.id) || counts.get(target.id) !== 1) return false;
    const others: string[] = [];
    walk([node.value], (each) => {
      if (!["Constant", "List", "Tuple", "Set", "Dict", "UnaryOp"].includes(each.kind)) others.push(each.kind);
      return undefined;
    });
    return others.length === 0 && units.some(({ text }) => text.includes(`@${target.id}`));
  }));
}

function readNames(scope: Scope): readonly string[] {
  return [...scope.uses.keys(), ...scope.children.flatMap(readNames)];
}

/** @param moved units that become functions; all others stay at the module level */
export function scriptSettings(document: OpenDocument, moved: ReadonlySet<Unit>): readonly ScriptSetting[] {
  const { units } = document;
  const settings: ScriptSetting[] = [];
  const used = new Set(units.flatMap((unit) => allNames(unitScopes(unit).module)));
  const isFree = (name: string): boolean => !used.has(name) && !isBuiltinName(name);
  const staying = units.filter((unit) => !moved.has(unit));
  const isTaken = (name: string): boolean => settings.some((each) => each.name === name);
  const literals = literalSettings(units);
  for (const unit of staying) {
    const constant = literals.has(unit) ? constantOf(unit) : undefined;
    if (!constant || constant.isLong) continue;
    const isRead = (each: Unit): boolean => namesRead(unitScopes(each).module, constant.name).length > 0;
    const readers = [...moved].filter(isRead);
    if (readers.length === 0 || staying.some((each) => each !== unit && isRead(each))) continue;
    const name = constant.name.toLowerCase();
    if (isTaken(name) || isKeyword(name) || name.startsWith("_") || (name !== constant.name && !isFree(name))) continue;
    const uses = readers.flatMap((each) => namesRead(unitScopes(each).module, constant.name).map((node) => place(each, node)));
    settings.push({ name, option: optionOf(name), default: constant.name, type: constant.type, uses });
  }
  for (const { at, node, unit } of pathLiterals(document, moved)) {
    const written = unit.text.slice(node.start, node.end);
    const existing = settings.find((each) => each.default === written);
    if (existing) {
      settings.splice(settings.indexOf(existing), 1, { ...existing, uses: [...existing.uses, at] });
      continue;
    }
    const name = constantNameFor(node.value).toLowerCase();
    if (!isTaken(name) && !isKeyword(name) && isFree(name)) settings.push({ name, option: optionOf(name), default: written, type: "str", uses: [at] });
  }
  return settings;
}

function optionOf(name: string): string {
  return `--${name.replaceAll("_", "-")}`;
}

interface Constant {
  readonly name: string;
  readonly type: ScriptSetting["type"];
  readonly isLong: boolean;
}

/** `NAME = 3`, `NAME: float = -0.5`. */
function constantOf({ body, problems }: Unit): Constant | undefined {
  const [node] = body;
  if (body.length !== 1 || problems.length > 0 || (node?.kind !== "Assign" && node?.kind !== "AnnAssign")) return undefined;
  const [target] = node.kind === "Assign" ? (node.targets.length === 1 ? node.targets : []) : [node.target];
  if (target?.kind !== "Name" || !node.value) return undefined;
  const type = typeOf(node.value);
  return type && { name: target.id, type, isLong: node.value.end - node.value.start > mostLength || (node.value.kind === "Constant" && node.value.type === "str" && node.value.value.includes("\n")) };
}

function typeOf(value: Expression): ScriptSetting["type"] | undefined {
  const number = value.kind === "UnaryOp" && value.op === "-" ? value.operand : value;
  if (number.kind !== "Constant") return undefined;
  return number.type === "int" || number.type === "float" ? number.type : number.type === "str" && number === value ? "str" : undefined;
}

/** Where a name of the module is read, in functions and comprehensions too that do not bind it themselves. */
function namesRead(scope: Scope, name: string): readonly Name[] {
  if (scope.kind !== "module" && scope.bindings.has(name) && !scope.globals.has(name)) return [];
  return [...(scope.uses.get(name) ?? []), ...scope.children.flatMap((child) => namesRead(child, name))];
}

function pathLiterals(document: OpenDocument, moved: ReadonlySet<Unit>) {
  const analysis = document.analysis();
  const found = new Map<string, { readonly at: Place; readonly unit: Unit; readonly node: Range & { readonly value: string } }>();
  for (const unit of moved) {
    for (const event of analysis.analysisOf(unit)?.calls ?? []) {
      if (event.scope || event.via.length > 0) continue;
      for (const { node, does } of fileUsesOf(event)) {
        const isPath = node.kind === "Constant" && node.type === "str" && node.parts.length === 1 && !/[\n\r]/u.test(node.value) && node.value !== "" && !isAddress(node.value);
        if (isPath && does !== "ask" && isOfUnit(unit, node)) found.set(`${String(unit.anchor.id)}:${String(node.start)}`, { at: place(unit, node), unit, node });
      }
    }
  }
  return [...found.values()];
}

/** The argument as it stands in the call, not a literal that its value comes from. */
function isOfUnit(unit: Unit, { start, end }: Range): boolean {
  return /^(?:[rRuU])?["']/u.test(unit.text.slice(start, end));
}
