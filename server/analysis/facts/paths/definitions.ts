/**
 * Where a setting for a path comes from, in the code itself.
 *
 *     ROOT = "/mnt/data"           a constant that the module has becomes the setting:  ROOT = os.environ.get("ROOT", "/mnt/data")
 *     ROOT = Path("/mnt/data")     as well:                                             ROOT = Path(os.environ.get("ROOT", "/mnt/data"))
 *     (nothing)                    a new one after the imports:                         DATA_DIR = os.environ.get("DATA_DIR", "/mnt/data")
 *     a cell tagged `parameters`   the notebook's runner fills it in:                   DATA_DIR = "/mnt/data"
 */
import type { FileEdit, PlaceEdit } from "../../engine/finding.ts";
import type { Node } from "../../syntax/nodes.ts";
import type { Place } from "../../syntax/unit.ts";
import { ancestorsOf } from "../ancestors.ts";
import { replace } from "../call-edits.ts";
import { lineBreakOf, precedes } from "../edits.ts";
import type { Edits } from "../edits.ts";
import type { PathSurroundings } from "./fixes.ts";
import { sourceOf } from "./settings.ts";
import type { Setting } from "./settings.ts";
import { variableNameFor } from "./machine-paths.ts";
import type { TextConstant } from "../text-constants.ts";

export interface MadeSetting {
  readonly title: string;
  readonly setting: Setting;
  readonly edits: readonly PlaceEdit[];
  /** Of a configuration file or module. */
  readonly elsewhere?: readonly FileEdit[];
  /** Where code can read it; absent: wherever `from` says. */
  readonly reaches?: (at: Place) => boolean;
  /** The literal that stays as its default: only what stands below it can use the setting. `undefined`: all places that it was made for. */
  readonly from: Place | undefined;
}

/** An entry of the configuration that the document uses already. */
export function configuredSetting(text: string, name: string, uses: readonly Place[], { configuration }: PathSurroundings): MadeSetting | undefined {
  for (const { reaches, entryFor } of configuration) {
    const entry = uses.every(reaches) ? entryFor(name, text) : undefined;
    if (!entry) continue;
    const { title, expression, edits, elsewhere } = entry;
    return { title, edits, elsewhere, reaches, setting: { text, kind: "text", expression }, from: undefined };
  }
  return undefined;
}

/** A constant of the module that holds the text already. */
export function writtenSetting(text: string, same: readonly TextConstant[], { edits, contextOf }: PathSurroundings): MadeSetting | undefined {
  for (const constant of same) {
    const name = nameOf(constant, contextOf(constant) === "pathlib");
    const access = name !== undefined && edits.bindings(name) === 1 ? edits.importing("os", constant.place) : undefined;
    if (name === undefined || !access) continue;
    const variable = variableNameFor(name, text);
    const lookup = `${access.name}.environ.get("${variable}", ${sourceOf(constant)})`;
    return {
      title: titleFor(variable),
      setting: { text, kind: contextOf(constant) === "pathlib" ? "path" : "text", expression: () => name },
      edits: [...access.edits, replace(constant.unit, constant.node, lookup)],
      from: constant.place,
    };
  }
  return undefined;
}

export interface WantedSetting {
  readonly text: string;
  readonly name: string;
  /** The text as Python writes it. */
  readonly source: string;
  readonly kind: Setting["kind"];
}

/** A new constant above all places that are to use it. */
export function newSetting(wanted: WantedSetting, uses: readonly Place[], { edits, parameters }: PathSurroundings): MadeSetting | undefined {
  if (uses.length === 0) return undefined;
  const before = uses.reduce((first, each) => (precedes(each, first) ? each : first));
  const { text, name, kind } = wanted;
  const isParameter = parameters !== undefined && precedes(parameters, before);
  const definition = isParameter ? parameterOf(wanted, parameters) : variableOf(wanted, before, edits);
  if (!definition) return undefined;
  return {
    title: isParameter ? `Make it a parameter of the notebook: ${name}` : titleFor(variableNameFor(name, text)),
    setting: { text, kind: isParameter ? "text" : kind, expression: () => name },
    edits: definition, from: undefined,
  };
}

/** The default of a lookup in the environment: it is a setting already. */
export function isLookupDefault({ unit, node }: TextConstant): boolean {
  const call = ancestorsOf(unit, node).at(-2);
  return call?.kind === "Call" && call.func.kind === "Attribute" && (call.func.attr.name === "getenv" || call.func.attr.name === "get") && call.args[1] === node;
}

function titleFor(variable: string): string {
  return `Read it from the environment variable ${variable}`;
}

function variableOf({ text, name, source, kind }: WantedSetting, before: Place, edits: Edits): readonly PlaceEdit[] | undefined {
  const os = edits.importing("os", before);
  const path = kind === "path" ? edits.importingFrom("pathlib", "Path", before) : undefined;
  if (!os || (kind === "path" && !path)) return undefined;
  const lookup = `${os.name}.environ.get("${variableNameFor(name, text)}", ${source})`;
  const definition = edits.defining(`${name} = ${path ? `${path.name}(${lookup})` : lookup}`, before);
  return definition && [...os.edits, ...(path?.edits ?? []), definition];
}

/** Imports that go to the same place, without a blank line between them. */
export function inOneBlock(imports: readonly PlaceEdit[]): readonly PlaceEdit[] {
  return imports.map((edit, index) => {
    const next = imports[index + 1];
    return next?.at.anchor === edit.at.anchor && next.at.start === edit.at.start ? { ...edit, text: edit.text.replace(/(\r?\n)\r?\n$/u, "$1") } : edit;
  });
}

function parameterOf({ name, source }: WantedSetting, at: Place): readonly PlaceEdit[] {
  return [{ at, text: `${at.start > 0 ? lineBreakOf(at.anchor.unit) : ""}${name} = ${source}` }];
}

/** `NAME` of `NAME = "/a/b"`, or of `NAME = Path("/a/b")`, at the top level of a module. */
function nameOf({ unit, node }: TextConstant, isPath: boolean): string | undefined {
  const isValue = (value: Node | undefined): boolean =>
    isPath ? value?.kind === "Call" && value.args.length === 1 && value.keywords.length === 0 && value.args[0] === node : value === node;
  for (const statement of unit.body) {
    if (statement.kind === "Assign" && isValue(statement.value) && statement.targets.length === 1) {
      const [target] = statement.targets;
      return target?.kind === "Name" ? target.id : undefined;
    }
    if (statement.kind === "AnnAssign" && isValue(statement.value) && statement.target.kind === "Name") return statement.target.id;
  }
  return undefined;
}

