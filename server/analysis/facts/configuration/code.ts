/**
 * Configuration that is Python: a module of constants that the document imports, and an object of a settings class.
 *
 *     config.py    RAW_DIR = os.environ.get("RAW_DIR", "/mnt/raw")       train.py    from config import RAW_DIR
 *                  PRICES_PATH = os.environ.get(...)     <- added                    from config import RAW_DIR, PRICES_PATH
 *
 *     @dataclass
 *     class Settings:
 *         raw: str = "/mnt/raw"
 *         prices_path: str = "..."     <- added: a field that whoever makes the object can set, or pydantic reads from the environment
 */
import type { PlaceEdit } from "../../engine/finding.ts";
import type { Value } from "../../semantic/value.ts";
import type { ClassDef, Import, ImportFrom, Statement } from "../../syntax/nodes.ts";
import { place } from "../../syntax/unit.ts";
import type { Cell, Place, Unit } from "../../syntax/unit.ts";
import { walk } from "../../syntax/walk.ts";
import { nameOf } from "../../text/uri.ts";
import { insert } from "../call-edits.ts";
import type { ConfigurationEntries, ConfigurationEntry, ConfigurationSource } from "./sources.ts";
import type { ConfigurationSurroundings } from "./files.ts";
import { editsOf, lineBreakOf, precedes } from "../edits.ts";
import { moduleEdit } from "../module-edits.ts";
import { quoted } from "../paths/settings.ts";
import { variableNameFor } from "../paths/machine-paths.ts";

export function codeSources(surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  const statements = surroundings.analysis.units.flatMap(({ unit }) => unit.body.map((node) => ({ unit, node })));
  return [
    ...statements.flatMap(({ unit, node }) => objectSources(unit, node, surroundings)),
    ...statements.flatMap(({ unit, node }) => (node.kind === "Import" || node.kind === "ImportFrom" ? moduleSources(unit, node, surroundings) : [])),
  ];
}

// ---- modules -----------------------------------------------------------------------------------------------

const modules = /^(?:config|configuration|conf|settings|constants|consts|params|parameters|paths)\.py$/u;

function moduleSources(unit: Unit, node: Import | ImportFrom, surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  const { edits } = surroundings;
  const last = node.names.at(-1);
  if (!last || last.name.name === "*") return [];
  const at = place(unit, node);
  const reaches = (use: Place): boolean => precedes(at, use);
  if (node.kind === "ImportFrom") {
    const cell = node.names.map(({ name, asname }) => surroundings.analysis.exitValue(asname?.name ?? name.name)).map((value) => value && moduleOf(value, surroundings)).find((found) => found);
    if (cell) {
      return [{ reaches, entryFor: (name, text) => constantIn(cell, name, text, surroundings, (constant) => ({ name: constant, edits: [insert(unit, last.end, `, ${constant}`)] })) }];
    }
  }
  return node.names.flatMap(({ name, asname }) => {
    const bound = asname?.name ?? name.name;
    if (edits.bindings(bound) !== 0 || bound.includes(".")) return [];
    const cell = usedModule(bound, surroundings);
    return cell ? [{ reaches, entryFor: (wanted: string, text: string) => constantIn(cell, wanted, text, surroundings, (constant) => ({ name: `${bound}.${constant}`, edits: [] })) }] : [];
  });
}

/** The module whose constants are read as `bound.NAME`. */
function usedModule(bound: string, surroundings: ConfigurationSurroundings): Cell | undefined {
  if (surroundings.analysis.exitValue(bound)?.type?.kind !== "module") return undefined;
  let found: Cell | undefined;
  for (const { unit, valueOf } of surroundings.analysis.units.map((each) => ({ unit: each.unit, valueOf: each.valueOf.bind(each) }))) {
    walk(unit.body, (node) => {
      if (node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === bound) found ??= moduleOf(valueOf(node), surroundings);
      return undefined;
    });
  }
  return found;
}

/** The module of constants where a value was written. */
function moduleOf({ constant, origins }: Value, { document }: ConfigurationSurroundings): Cell | undefined {
  const places = [...(constant?.kind === "text" ? constant.pieces.map((piece) => piece.place) : []), ...origins.map((origin) => origin.place)];
  return places.map((at) => at?.anchor.cell).find((cell) =>
    cell !== undefined && cell.document !== document && cell.document.dialect === "script" && modules.test(nameOf(cell.document.uri)));
}

function constantIn(
  cell: Cell, wanted: string, text: string, { edits }: ConfigurationSurroundings,
  reach: (constant: string) => { readonly name: string; readonly edits: readonly PlaceEdit[] },
): ConfigurationEntry | undefined {
  const own = editsOf([cell]);
  const [name = ""] = edits.freeNames([wanted]);
  const last = cell.units.at(-1);
  // The same name on both sides.
  if (!last || own.freeNames([name])[0] !== name || cell.units.some(({ problems }) => problems.length > 0)) return undefined;
  const before = { anchor: last.anchor, start: last.text.length, end: last.text.length };
  const os = own.importing("os", before);
  const definition = os && own.defining(`${name} = ${os.name}.environ.get("${variableNameFor(name, text)}", ${quoted(text)})`, before);
  if (!definition) return undefined;
  const use = reach(name);
  return {
    title: `Add it to ${nameOf(cell.document.uri)}: ${name}`, expression: () => use.name, edits: use.edits,
    elsewhere: [moduleEdit(cell, [...os.edits, definition])],
  };
}

// ---- settings classes --------------------------------------------------------------------------------------

function objectSources(unit: Unit, node: Statement, surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  const { analysis, edits, document } = surroundings;
  const names = node.kind === "Assign" ? node.targets.flatMap((target) => (target.kind === "Name" ? target.id : []))
    : node.kind === "ImportFrom" ? node.names.map(({ name, asname }) => asname?.name ?? name.name) : [];
  return names.flatMap((name) => {
    const type = analysis.exitValue(name)?.type;
    const isOnce = edits.bindings(name) === (node.kind === "Assign" ? 1 : 0);
    if (!isOnce || type?.kind !== "object" || !isSettingsClass(type.definition.node)) return [];
    const { node: definition, place: { anchor } } = type.definition;
    const { cell } = anchor;
    const isHere = cell.document === document;
    if ((!isHere && cell.document.dialect !== "script") || isExtended(definition, isHere ? analysis.units.map((each) => each.unit) : cell.units)) return [];
    const at = place(unit, node);
    return [{
      reaches: (use: Place) => precedes(at, use) && !(use.anchor === at.anchor && use.start < at.end),
      entryFor(wanted: string, text: string): ConfigurationEntry | undefined {
        const field = wanted.toLowerCase();
        const edit = fieldsEdit(anchor.unit, definition, [{ name: field, type: "str", written: quoted(text) }]);
        return edit && {
          title: `Add it to ${definition.name.name}: ${field}`, expression: () => `${name}.${field}`,
          edits: isHere ? [edit] : [], elsewhere: isHere ? [] : [moduleEdit(cell, [edit])],
        };
      },
      entriesFor(settings): ConfigurationEntries | undefined {
        const fields = settings.map(({ name: field, type: annotation, value }) => ({ name: field, type: annotation, written: value.kind === "text" ? quoted(value.text) : value.written }));
        const edit = fieldsEdit(anchor.unit, definition, fields);
        return edit && {
          what: `fields of ${definition.name.name}`, expressions: fields.map((field) => `${name}.${field.name}`),
          edits: isHere ? [edit] : [], elsewhere: isHere ? [] : [moduleEdit(cell, [edit])],
        };
      },
    }];
  });
}

/** Made to hold settings, by its name, and by what makes fields of annotations. */
function isSettingsClass({ name, bases, decoratorList }: ClassDef): boolean {
  const last = (text: string): string => text.split(".").at(-1) ?? "";
  const named = [...bases, ...decoratorList].map((each) => {
    const node = each.kind === "Call" ? each.func : each;
    return node.kind === "Name" ? node.id : node.kind === "Attribute" ? last(node.attr.name) : "";
  });
  const isPlain = bases.length === 0 || (bases.length === 1 && /^(?:BaseSettings|BaseModel)$/u.test(named[0] ?? ""));
  return isPlain && named.some((each) => /^(?:dataclass|BaseSettings|BaseModel)$/u.test(each)) && /conf(?:ig)?|settings|param|options|paths/iu.test(name.name);
}

/** A field more may come between those of a class that inherits it. */
function isExtended({ name }: ClassDef, units: readonly Unit[]): boolean {
  let found = false;
  for (const { body } of units) {
    walk(body, (node) => {
      if (node.kind === "ClassDef" && node.bases.some((base) => base.kind === "Name" && base.id === name.name)) found = true;
      return undefined;
    });
  }
  return found;
}

/** Below the last field, so that those without a default stay before it. */
function fieldsEdit(unit: Unit, { body, start, end }: ClassDef, fields: readonly { readonly name: string; readonly type: string; readonly written: string }[]): PlaceEdit | undefined {
  const last = body.findLast((statement) => statement.kind === "AnnAssign");
  if (last?.kind !== "AnnAssign" || fields.some(({ name }) => new RegExp(`\\b${name}\\b`, "u").test(unit.text.slice(start, end)))) return undefined;
  const lineStart = unit.text.lastIndexOf("\n", last.start) + 1;
  const indent = unit.text.slice(lineStart, last.start);
  const next = unit.text.indexOf("\n", last.end);
  const rest = unit.text.slice(last.end, next < 0 ? unit.text.length : next);
  if (!/^[ \t]+$/u.test(indent) || !/^[ \t]*(?:#[^\n]*)?\r?$/u.test(rest)) return undefined;
  const lines = fields.map(({ name, type, written }) => `${indent}${name}: ${type} = ${written}`).join(lineBreakOf(unit));
  return next < 0 ? insert(unit, unit.text.length, `${lineBreakOf(unit)}${lines}`) : insert(unit, next + 1, `${lines}${lineBreakOf(unit)}`);
}
