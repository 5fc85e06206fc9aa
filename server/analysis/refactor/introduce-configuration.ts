/**
 * introduce-configuration: numbers and paths that calls are given become entries with a name, all in one place.
 *
 *     model = Ridge(alpha=0.5, random_state=7)       @dataclass(frozen=True)
 *     df = pd.read_csv("sales.csv")                  class Config:
 *                                                        alpha: float = 0.5
 *                                                        random_state: int = 7
 *                                                        sales_path: str = "sales.csv"
 *
 *                                                    CONFIG = Config()
 *
 *                                                    model = Ridge(alpha=CONFIG.alpha, random_state=CONFIG.random_state)
 *
 * Where the document has a configuration already, they go there: into the file that it loads or that Hydra gives it, the class whose
 * object it reads, the module of constants that it imports. Otherwise one or two become constants (`ALPHA = 0.5`), more a class of their
 * own. Which literals they are is in setting-literals.ts.
 */
import type { FileEdit, PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import { editsOf } from "../facts/edits.ts";
import type { ConfigurationSurroundings } from "../facts/configuration/files.ts";
import { configurationSources } from "../facts/configuration/sources.ts";
import type { ConfigurationSource } from "../facts/configuration/sources.ts";
import type { ConfigurationValue } from "../facts/configuration/text.ts";
import { isReadWhole } from "../facts/configuration/whole-reads.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { allNames } from "../semantic/scopes.ts";
import type { Import, ImportFrom } from "../syntax/nodes.ts";
import { Document } from "../syntax/document.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { joinUri, nameOf, parentUri } from "../text/uri.ts";
import { isKeyword } from "./function-name.ts";
import { importEdits } from "./import-block.ts";
import type { WantedImport } from "./import-block.ts";
import { bindingsOf, moduleOf, moduleSources } from "./imported-names.ts";
import { layoutOf } from "./layout.ts";
import { projectModules } from "./project-modules.ts";
import type { ProjectModules } from "./project-modules.ts";
import type { Outcome, Refactoring, RefactoringOptions, Refused, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { settingLiterals } from "./setting-literals.ts";
import type { SettingLiteral } from "./setting-literals.ts";
import { unitScopes } from "./statement-run.ts";
import { laidOutEdits } from "./whole-text.ts";

export const introduceConfiguration: Refactoring = {
  name: "introduce-configuration",
  summary: "Gather numbers and paths of calls in a configuration",
  kind: "refactor.extract",
  offer(target) {
    const count = literalsIn(target).length;
    return count === 0 ? undefined : { title: count === 1 ? "Make a setting of it" : `Gather ${String(count)} settings in a configuration` };
  },
  perform,
};

/** Fewer become constants. */
const leastFields = 3;

function perform(target: Target, options: RefactoringOptions): Outcome {
  return introduce(target, options, configurationSources(surroundingsOf(target)));
}

/** @param sources the configurations that the document has */
export function introduce(target: Target, options: RefactoringOptions, sources: Iterable<ConfigurationSource>): Outcome {
  const { document, project } = target;
  if (document.units.some(({ problems }) => problems.length > 0)) return refused("the file has a syntax error");
  const literals = literalsIn(target);
  if (literals.length === 0) return refused("no call is given a number or a path that would be a setting");
  const modules = projectModules(project, document.uri);
  const taken = new Set(document.units.flatMap((unit) => allNames(unitScopes(unit).module)));
  const home = options.name === undefined ? configurationModule(document, modules, target) : undefined;
  const made = (options.name === undefined ? inSource(document, literals, sources) : undefined) ?? (home ? inModule(home, literals, taken) : literals.length < leastFields && options.name === undefined ? asConstants(literals, taken) : asClass(document, literals, taken, options));
  if (made.kind === "refused") return made;
  const first = firstUse(document, literals);
  const header = importEdits(document, made.imports, { isOwn: (module) => modules.locate(module) !== undefined, before: first, definitions: made.definitions });
  if (!header) return refused("there is no place for it at the top");
  const uses = literals.flatMap(({ name, uses: places }) => places.map((at): PlaceEdit => ({ at, text: made.access(name) })));
  return {
    kind: "change",
    edits: laidOutEdits(document, [...uses, ...header, ...made.edits], layoutOf(document, project)),
    ...(made.elsewhere.length > 0 ? { elsewhere: made.elsewhere } : {}),
    summary: [made.sum, ...literals.map(({ name, literal, uses: places }) => `${made.access(name)} is ${literal}${places.length > 1 ? `, in ${String(places.length)} places` : ""}`)],
  };
}

function literalsIn({ document, selection }: Selected): readonly SettingLiteral[] {
  const isWhole = selection.every(({ cell, start, end }) => start <= cell.start && end >= cell.end);
  return settingLiterals(document, isWhole ? undefined : (at) => {
    const { cell, start, end } = document.locate(at);
    return selection.some((part) => part.cell === cell && part.start <= start && end <= part.end);
  });
}

/** Where they are defined must be above the first use at the module level. */
function firstUse(document: OpenDocument, literals: readonly SettingLiteral[]): Place | undefined {
  const places = literals.flatMap(({ uses }) => uses);
  const order = ({ anchor, start }: Place): number => document.units.indexOf(anchor.unit) * 1e6 + start;
  return [...places].sort((a, b) => order(a) - order(b))[0];
}

// ---- the kinds ---------------------------------------------------------------------------------------------

interface Made {
  readonly kind: "made";
  readonly imports: readonly WantedImport[];
  readonly definitions: readonly string[];
  readonly edits: readonly PlaceEdit[];
  readonly elsewhere: readonly FileEdit[];
  readonly access: (name: string) => string;
  readonly sum: string;
}

function asConstants(literals: readonly SettingLiteral[], taken: ReadonlySet<string>): Made | Refused {
  const names = new Map(literals.map(({ name }) => [name, name.toUpperCase()]));
  const clash = [...names.values()].find((name) => taken.has(name));
  if (clash !== undefined) return refused(`${clash} is something else in this file`);
  return {
    kind: "made", imports: [], edits: [], elsewhere: [],
    definitions: literals.map(({ name, literal }) => `${name.toUpperCase()} = ${literal}`),
    access: (name) => names.get(name) ?? name,
    sum: literals.length === 1 ? `${literals[0]?.name.toUpperCase() ?? ""} is a constant now` : `${String(literals.length)} settings are constants now`,
  };
}

function asClass(document: OpenDocument, literals: readonly SettingLiteral[], taken: ReadonlySet<string>, options: RefactoringOptions): Made | Refused {
  const wanted = options.name;
  if (wanted !== undefined && (!/^[^\W\d]\w*$/u.test(wanted) || isKeyword(wanted) || isBuiltinName(wanted))) return refused(`${wanted} is no name for a class`);
  const free = (name: string): boolean => !taken.has(name) && !taken.has(instanceName(name));
  const name = wanted === undefined ? ["Config", "Settings", "Configuration"].find(free) : free(wanted) ? wanted : undefined;
  if (name === undefined) return refused(`${wanted ?? "Config"} is something else in this file`);
  if ((moduleSources(document.units).get("dataclass") ?? "dataclasses:dataclass") !== "dataclasses:dataclass") return refused("dataclass is something else in this file");
  const instance = instanceName(name);
  const fields = literals.map((each) => `    ${each.name}: ${each.type} = ${each.literal}`);
  return {
    kind: "made", edits: [], elsewhere: [],
    imports: [{ module: "dataclasses", name: "dataclass", asname: undefined, isOwn: false }],
    // Two blank lines around a class.
    definitions: ["", "@dataclass(frozen=True)", `class ${name}:`, ...fields, "", "", `${instance} = ${name}()`],
    access: (field) => `${instance}.${field}`,
    sum: `${String(literals.length)} settings are fields of ${name}, read through ${instance}`,
  };
}

function instanceName(name: string): string {
  const words = name.replace(/(?<=[a-z0-9])(?=[A-Z])/gu, "_").toUpperCase();
  return words === name ? `${words}_VALUES` : words;
}

// ---- a configuration that is there ---------------------------------------------------------------------------

/** The first that all uses can read, and that nobody reads as a whole. */
function inSource({ units }: OpenDocument, literals: readonly SettingLiteral[], sources: Iterable<ConfigurationSource>): Made | undefined {
  const settings = literals.flatMap(({ name, type, literal }) => {
    const value = configurationValue(type, literal);
    return value ? [{ name, type, value }] : [];
  });
  if (settings.length < literals.length) return undefined;
  for (const { reaches, entriesFor } of sources) {
    const entries = literals.every(({ uses }) => uses.every(reaches)) ? entriesFor?.(settings) : undefined;
    if (!entries || entries.expressions.some((expression) => isReadWhole(units, expression))) continue;
    const access = new Map(literals.map(({ name }, index) => [name, entries.expressions[index] ?? name]));
    return {
      kind: "made", imports: [], definitions: [], edits: entries.edits, elsewhere: entries.elsewhere,
      access: (name) => access.get(name) ?? name,
      sum: `${literals.length === 1 ? "1 setting is" : `${String(literals.length)} settings are`} ${entries.what}`,
    };
  }
  return undefined;
}

/** What all formats and Python write and read alike. */
function configurationValue(type: SettingLiteral["type"], literal: string): ConfigurationValue | undefined {
  if (type === "str") {
    const text = /^(?<quote>["'])(?<text>[^"'\\]*)\k<quote>$/u.exec(literal)?.groups?.["text"];
    return text === undefined ? undefined : { kind: "text", text };
  }
  if (type === "int") return /^-?(?:0|[1-9]\d*)$/u.test(literal) ? { kind: "number", written: literal } : undefined;
  const written = String(Number(literal));
  if (!/^-?\d+(?:\.\d+)?$/u.test(written)) return undefined;
  return { kind: "number", written: written.includes(".") ? written : `${written}.0` };
}

/** What is known of the files around: those that can be read are there. */
function surroundingsOf({ document, project: { root, text } }: Target): ConfigurationSurroundings {
  const folder = parentUri(document.uri);
  const disk: ConfigurationSurroundings["disk"] = {
    folder, root, folders: [folder], namesIn: () => "unknown",
    presence: (start, path) => (text(joinUri(start, path)) === undefined ? "missing" : "there"),
  };
  return { analysis: document.analysis(), document: document.cells[0]?.document ?? document, disk, edits: editsOf(document.cells), textOf: text };
}

// ---- the project's own module ------------------------------------------------------------------------------

interface ConfigurationModule {
  readonly uri: string;
  readonly text: string;
  readonly document: Document;
  readonly unit: Unit;
  readonly node: Import | ImportFrom;
}

const names = /(?:^|\.)(?:config|configuration|conf|settings|constants|consts|params|parameters)$/u;

/** A module of constants that the document imports at its top. */
function configurationModule({ units }: OpenDocument, modules: ProjectModules, { project }: Target): ConfigurationModule | undefined {
  for (const unit of units) {
    for (const node of unit.body) {
      const module = node.kind === "ImportFrom" ? moduleOf(node) : node.kind === "Import" && node.names.length === 1 ? (node.names[0]?.name.name ?? "") : undefined;
      if (module === undefined || !names.test(module) || (node.kind !== "Import" && node.kind !== "ImportFrom") || node.names.some(({ name }) => name.name === "*")) continue;
      const uri = modules.locate(module);
      const text = uri === undefined ? undefined : project.text(uri);
      if (uri === undefined || text === undefined || !/^[A-Z][A-Z0-9_]* *(?::[^=\n]+)?=/mu.test(text)) continue;
      const document = Document.script(uri, text);
      if (document.dialect === "script" && !document.units.some(({ problems }) => problems.length > 0)) return { uri, text, document, unit, node };
    }
  }
  return undefined;
}

function inModule({ uri, text, document, node }: ConfigurationModule, literals: readonly SettingLiteral[], taken: ReadonlySet<string>): Made | Refused {
  const there = new Map(document.units.flatMap(({ body, text: own }) => body.flatMap((each) =>
    (each.kind === "Assign" && each.targets[0]?.kind === "Name" ? [[each.targets[0].id, own.slice(each.value.start, each.value.end)] as const] : []))));
  const used = new Set(document.units.flatMap((unit) => allNames(unitScopes(unit).module)));
  const isModule = node.kind === "Import";
  const imported = new Map(bindingsOf(node).map(({ bound, source }) => [source.split(":")[1] ?? "", bound]));
  const chosen = literals.map((each) => {
    for (let number = 1; ; number++) {
      const name = each.name.toUpperCase() + (number === 1 ? "" : `_${String(number)}`);
      const value = there.get(name);
      // The same name with the same value is the same setting.
      if (value === each.literal && (isModule || imported.get(name) === name || !taken.has(name))) return { each, name, isNew: false };
      if (value === undefined && !used.has(name) && (isModule || !taken.has(name))) return { each, name, isNew: true };
    }
  });
  const lines = chosen.filter(({ isNew }) => isNew).map(({ each, name }) => `${name} = ${each.literal}`);
  const last = document.units.flatMap((unit) => unit.body.map((statement) => ({ unit, statement }))).findLast(({ statement }) => statement.kind === "Assign" || statement.kind === "AnnAssign");
  if (!last) return refused(`${nameOf(uri)} holds no constants`);
  const offset = last.unit.anchor.offset + last.statement.end;
  const lineEnd = text.indexOf("\n", offset);
  const end = lineEnd < 0 ? text.length : text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd;
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  const module = node.kind === "ImportFrom" ? moduleOf(node) : (node.names[0]?.asname?.name ?? node.names[0]?.name.name ?? "");
  const access = new Map(chosen.map(({ each, name }) => [each.name, isModule ? `${module}.${name}` : name]));
  return {
    kind: "made", edits: [], definitions: [],
    imports: isModule ? [] : chosen.filter(({ name }) => imported.get(name) !== name).map(({ name }) => ({ module, name, asname: undefined, isOwn: true })),
    elsewhere: lines.length === 0 ? [] : [{ uri, before: text, edits: [{ start: end, end, text: lines.map((line) => lineBreak + line).join("") + (lineEnd < 0 ? lineBreak : "") }] }],
    access: (name) => access.get(name) ?? name,
    sum: `${String(literals.length)} settings are constants of ${nameOf(uri)}`,
  };
}
