/**
 * The repairs of a path that is tied to one machine.
 *
 *     pd.read_csv("/home/jane/data/x.csv")
 *
 *     environment   X_PATH = os.environ.get("X_PATH", "/home/jane/data/x.csv")     after the imports, and X_PATH wherever the text stands
 *     configuration pd.read_csv(config["x_path"])     an entry of the configuration that the code loads or imports (configuration/sources.ts)
 *     relative      pd.read_csv(Path(__file__).resolve().parent / "data" / "x.csv")     below the folder of the file or of the settings
 *     parameter     def load(x_path="/home/jane/data/x.csv"): ... pd.read_csv(x_path)     inside a function
 *     collection    DATA_DIR / "x.csv", for all paths of the document at once (collection.ts)
 *
 * Today's value stays as the default, so that the program does what it did. All uses of one text share one name: the plan is made
 * for the text, not for the finding.
 */
import type { Fix, PlaceEdit } from "../../engine/finding.ts";
import type { FunctionDef, AsyncFunctionDef, Node } from "../../syntax/nodes.ts";
import type { Place, Unit } from "../../syntax/unit.ts";
import { nameOf } from "../../text/uri.ts";
import { grouped } from "../grouped.ts";
import { ancestorsOf, functionAround } from "../ancestors.ts";
import { insert, replace } from "../call-edits.ts";
import type { DocumentKind } from "../document-kind.ts";
import { editsOf, precedes } from "../edits.ts";
import type { Edits } from "../edits.ts";
import { moduleEdit } from "../module-edits.ts";
import { collectionFix } from "./collection.ts";
import type { ConfigurationSource } from "../configuration/sources.ts";
import { configuredSetting, isLookupDefault, newSetting, writtenSetting } from "./definitions.ts";
import type { MadeSetting } from "./definitions.ts";
import { isInsideFormatted, quoted, quoteOf, quoteWithin, sourceOf, throughSetting } from "./settings.ts";
import type { PathContext } from "./settings.ts";
import { constantNameFor, folderOf, partsBelow } from "./machine-paths.ts";
import { textConstantsOf } from "../text-constants.ts";
import type { TextConstant } from "../text-constants.ts";

/** A path that is written in the document: a whole string, or the start of an f-string. */
export type WrittenPath =
  | { readonly kind: "string"; readonly text: string; readonly constant: TextConstant }
  /** The folder before the last slash of the text that begins an f-string, and its source. Empty: it cannot be replaced. */
  | { readonly kind: "folder"; readonly text: string; readonly place: Place };

export interface PathSurroundings {
  readonly edits: Edits;
  readonly constants: readonly TextConstant[];
  readonly document: DocumentKind;
  readonly contextOf: (constant: TextConstant) => PathContext;
  /** The cell that a notebook's runner fills in. */
  readonly parameters: Place | undefined;
  /** The configuration that the document uses already. */
  readonly configuration: Iterable<ConfigurationSource>;
}

/**
 * Fixes for every path, in the order of `paths`. Made together, so that two new constants never get the same name.
 */
export function pathFixes(paths: readonly WrittenPath[], surroundings: PathSurroundings): readonly (readonly Fix[])[] {
  const texts = [...new Set(paths.map(({ text }) => text))];
  const names = surroundings.edits.freeNames(texts.map(constantNameFor));
  const members = grouped(paths, ({ text }) => text);
  const written = grouped(surroundings.constants, ({ node }) => node.value);
  const collection = collectionFix(paths, surroundings);
  const shared = new Map(texts.map((text, index) =>
    [text, settingFixes({ text, name: names[index] ?? "", members: members.get(text) ?? [], same: written.get(text) ?? [] }, surroundings)]));
  return paths.map((path) => {
    const isCollected = collection?.paths.has(path.text) ?? false;
    return [isCollected ? collection?.fix : undefined, ...(shared.get(path.text) ?? []), relativeFix(path, surroundings), parameterFix(path, surroundings)]
      .filter((fix) => fix !== undefined);
  });
}

/** A literal that a module holds and only others use: its file is repaired from here, as nothing is found in it. */
export function fixesInModule(path: WrittenPath, surroundings: PathSurroundings): readonly Fix[] {
  const { cell } = (path.kind === "folder" ? path.place : path.constant.place).anchor;
  if (cell.document.dialect !== "script" || cell.units.some(({ problems }) => problems.length > 0)) return [];
  const edits = editsOf([cell]);
  const { text } = path;
  const same = textConstantsOf([cell]).filter(({ node }) => node.value === text);
  const shared = { text, name: edits.freeNames([constantNameFor(text)])[0] ?? "", members: [path], same };
  return settingFixes(shared, { ...surroundings, edits, constants: same, configuration: [], parameters: undefined }).map((fix) => ({
    ...fix, title: `${fix.title}, in ${nameOf(cell.document.uri)}`, edits: [], elsewhere: [moduleEdit(cell, fix.edits)],
  }));
}

// ---- a setting ---------------------------------------------------------------------------------------------

interface SharedText {
  readonly text: string;
  /** Free for a constant. */
  readonly name: string;
  /** What the findings are about. */
  readonly members: readonly WrittenPath[];
  /** Every place where the text is written. */
  readonly same: readonly TextConstant[];
}

function settingFixes(shared: SharedText, surroundings: PathSurroundings): readonly Fix[] {
  const { text, name, members, same } = shared;
  if (name === "" || text === "") return [];
  const folders = members.filter((path) => path.kind === "folder").map(({ place }) => place);
  const own = members.map((path) => (path.kind === "folder" ? path.place : path.constant.place));
  const configured = configuredSetting(text, name, own, surroundings);
  const made = writtenSetting(text, same, surroundings)
    ?? newSetting({ text, name, source: same[0] ? sourceOf(same[0]) : quoted(text), kind: "text" }, [...same.map(({ place }) => place), ...folders], surroundings);
  return [configured, made].flatMap((each) => (each ? [settingFix(each, shared, folders, surroundings)] : []));
}

function settingFix(made: MadeSetting, { same }: SharedText, folders: readonly Place[], { edits, contextOf }: PathSurroundings): Fix {
  const { setting, from, elsewhere, reaches } = made;
  const isLater = (at: Place): boolean => reaches ? reaches(at) : !from || precedes(from, at);
  const uses = same.filter((constant) => constant.place !== from && isLater(constant.place) && !isLookupDefault(constant)).map((constant) =>
    ({ at: constant.place, text: throughSetting(setting, constant, contextOf(constant), edits.importing("os", constant.place)?.name) }));
  const inFormatted = folders.filter(isLater).map((at) => ({ at, text: `{${setting.expression(quoteWithin(at))}}` }));
  const replaced = [...uses, ...inFormatted].flatMap((use) => (use.text === undefined ? [] : [replaceAt(use.at, use.text)]));
  return { title: made.title, safety: "review", edits: [...made.edits, ...replaced], ...(elsewhere?.length ? { elsewhere } : {}) };
}

// ---- relative ----------------------------------------------------------------------------------------------

function relativeFix(path: WrittenPath, { edits, document, contextOf }: PathSurroundings): Fix | undefined {
  const folder = folderOf(document.uri);
  if (path.kind !== "string" || folder === undefined) return undefined;
  const { constant } = path;
  const context = contextOf(constant);
  // Something is put after the slash, which pathlib drops.
  if (/[\\/]$/u.test(path.text) && context !== "join" && context !== "pathlib") return undefined;
  const below = partsBelow(path.text, folder);
  if (document.dialect === "notebook") {
    if (!below) return undefined;
    return { title: "Make it relative to the notebook's folder", safety: "review", edits: [replaceAt(constant.place, quoted(below.join("/"), quoteOf(constant)))] };
  }
  if (document.dialect === "databricks") return undefined;
  const root = document.root === undefined ? undefined : folderOf(`${document.root.replace(/\/$/u, "")}/x`);
  const up = root === undefined ? undefined : partsBelow(folder, root)?.length;
  const fromRoot = up === undefined || root === undefined ? undefined : partsBelow(path.text, root);
  const parts = below ?? fromRoot;
  const access = parts && edits.importingFrom("pathlib", "Path", constant.place);
  if (!parts || !access) return undefined;
  const start = `${access.name}(__file__).resolve()${below ? ".parent" : `.parents[${String(up)}]`}`;
  const quote = quoteOf(constant);
  const names = parts.map((part) => quoted(part, quote));
  if (isInsideFormatted(constant) && names.some((part) => part.includes("\\"))) return undefined;
  const joined = [start, ...names].join(" / ");
  const title = below ? "Make it relative to this file" : "Make it relative to the project's folder";
  return { title, safety: "review", edits: [...access.edits, replaceAt(constant.place, context === "text" ? `str(${joined})` : joined)] };
}

// ---- parameter ---------------------------------------------------------------------------------------------

function parameterFix(path: WrittenPath, { constants }: PathSurroundings): Fix | undefined {
  if (path.kind !== "string") return undefined;
  const { unit, node } = path.constant;
  const definition = functionAround(ancestorsOf(unit, node));
  if (!definition || definition.decoratorList.length > 0) return undefined;
  const name = constantNameFor(path.text).toLowerCase();
  if (usesName(unit, definition, name)) return undefined;
  const insertion = parameterEdit(unit, definition, `${name}=${sourceOf(path.constant)}`);
  if (!insertion) return undefined;
  const uses = constants.filter((each) => each.unit === unit && each.node.value === path.text && functionAround(ancestorsOf(unit, each.node)) === definition);
  return {
    title: `Make it a parameter of ${definition.name.name}: ${name}`,
    safety: "review",
    edits: [insertion, ...uses.map((each) => replaceAt(each.place, name))],
  };
}

/** A parameter with a default, after the last that can stand before it. */
function parameterEdit(unit: Unit, definition: FunctionDef | AsyncFunctionDef, parameter: string): PlaceEdit | undefined {
  const { posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg, defaults } = definition.args;
  const { text } = unit;
  const lastKeyword = kwonlyargs.at(-1);
  const lastPositional = args.at(-1);
  let end: number | undefined;
  if (lastKeyword) end = kwDefaults.at(-1)?.end ?? lastKeyword.end;
  else if (vararg) end = vararg.end;
  else if (lastPositional) end = defaults.at(-1)?.end ?? lastPositional.end;
  else if (posonlyargs.length > 0) return undefined;
  const open = text.indexOf("(", definition.typeParams.at(-1)?.end ?? definition.name.end);
  if (open < 0) return undefined;
  // A default in parentheses ends before them.
  if (end !== undefined) return /^\s*(?:,|\)\s*(?:->|:))/u.test(text.slice(end)) ? insert(unit, end, `, ${parameter}`) : undefined;
  if (kwarg) {
    const stars = text.lastIndexOf("**", kwarg.start);
    return insert(unit, stars, `${parameter}, `);
  }
  return insert(unit, open + 1, parameter);
}

function usesName(unit: Unit, definition: Node, name: string): boolean {
  return new RegExp(`\\b${name}\\b`, "u").test(unit.text.slice(definition.start, definition.end));
}

function replaceAt(at: Place, text: string): PlaceEdit {
  return { ...replace(at.anchor.unit, at, text), at };
}
