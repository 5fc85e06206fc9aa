/**
 * All paths of a document made settings at once: one setting for each folder that several of them have in common, and one for each
 * path that stands alone.
 *
 *     sales = pd.read_csv("/mnt/data/sales.csv")           DATA_DIR = Path(os.environ.get("DATA_DIR", "/mnt/data"))
 *     prices = pd.read_csv("/mnt/data/raw/prices.csv")
 *                                                          sales = pd.read_csv(DATA_DIR / "sales.csv")
 *                                                          prices = pd.read_csv(DATA_DIR / "raw" / "prices.csv")
 *
 * Strings that no finding names but that lie in such a folder use the setting as well: asking whether a file exists and reading it
 * must not go apart. Words that merely hold a path, and defaults that somebody can set already, stay.
 */
import type { FileEdit, Fix, PlaceEdit } from "../../engine/finding.ts";
import type { Place } from "../../syntax/unit.ts";
import { ancestorsOf } from "../ancestors.ts";
import { replace } from "../call-edits.ts";
import { precedes } from "../edits.ts";
import { grouped } from "../grouped.ts";
import { configuredSetting, inOneBlock, newSetting, writtenSetting } from "./definitions.ts";
import type { MadeSetting } from "./definitions.ts";
import type { PathSurroundings, WrittenPath } from "./fixes.ts";
import { isBase, partsAfter, rootsOf, splitPath } from "./roots.ts";
import type { Root } from "./roots.ts";
import { quoted, quoteOf, quoteWithin, sourceOf, throughSetting } from "./settings.ts";
import { isSetting } from "./uses.ts";
import { constantNameFor } from "./machine-paths.ts";
import type { TextConstant } from "../text-constants.ts";

export interface Collection {
  readonly fix: Fix;
  /** Texts that it makes settings of. */
  readonly paths: ReadonlySet<string>;
}

type Folder = Extract<WrittenPath, { readonly kind: "folder" }>;

/** One setting, and what is to use it. */
interface Plan {
  readonly root: Root;
  readonly name: string;
  readonly constants: readonly TextConstant[];
  readonly folders: readonly Folder[];
}

/** `undefined` where no two paths have a folder in common: then each is one setting on its own, which other fixes make. */
export function collectionFix(paths: readonly WrittenPath[], surroundings: PathSurroundings): Collection | undefined {
  const plans = plansFor(paths, surroundings);
  const all = plans.flatMap(placesOf);
  const made = plans.flatMap((plan) => {
    const setting = settingFor(plan, all, surroundings);
    const uses = setting && usesOf(plan, setting, surroundings);
    return setting && uses && uses.edits.length > 0 ? [{ plan, setting, ...uses }] : [];
  });
  if (!made.some(({ plan }) => plan.root.paths.length > 1)) return undefined;
  const edits = inOneHeader(made.map(({ setting }) => setting.edits)).concat(made.flatMap((each) => each.edits));
  const where = surroundings.document.dialect === "notebook" ? "notebook" : "file";
  const names = made.map(({ setting }) => setting.setting.expression('"'));
  const shown = names.length > 3 ? `${names.slice(0, 2).join(", ")} and ${String(names.length - 2)} more` : names.join(", ");
  const title = `Collect the paths of this ${where} into ${names.length === 1 ? "one setting" : "settings"}: ${shown}`;
  const elsewhere = merged(made.flatMap(({ setting }) => setting.elsewhere ?? []));
  return { fix: { title, safety: "review", edits, ...(elsewhere.length > 0 ? { elsewhere } : {}) }, paths: new Set(made.flatMap(({ plan }) => plan.root.paths)) };
}

function plansFor(paths: readonly WrittenPath[], { constants, edits }: PathSurroundings): readonly Plan[] {
  const texts = [...new Set(paths.map(({ text }) => text).filter((text) => text !== ""))];
  const folders = paths.filter((path) => path.kind === "folder");
  const shared = rootsOf(texts, new Set(folders.map(({ text }) => text)));
  const alone = texts.filter((text) => !shared.some((root) => root.paths.includes(text)))
    .map((text): Root => ({ text, style: splitPath(text)?.style ?? "address", paths: [text] }));
  const roots = [...shared, ...alone];
  const names = edits.freeNames(roots.map((root) => (isBase(root.text) ? "DATA_DIR" : nameFor(root))));
  return roots.map((root, index) => ({
    root, name: names[index] ?? "",
    constants: constants.filter((constant) => belongsTo(root, constant)),
    folders: folders.filter(({ text }) => root.paths.includes(text)),
  }));
}

/** A folder may have a dot in its name. */
function nameFor({ text, paths }: Root): string {
  return constantNameFor(paths.length > 1 ? `${text}/`.replace(/\.(?=[^\\/]*\/$)/gu, "_") : text);
}

function belongsTo({ text, paths }: Root, { unit, node }: TextConstant): boolean {
  if (paths.includes(node.value)) return !isSetting(ancestorsOf(unit, node));
  if (paths.length < 2 || /[\s<>|"]/u.test(node.value) || !node.value.startsWith(text)) return false;
  const path = splitPath(node.value);
  const root = splitPath(text);
  return path !== undefined && root !== undefined && partsAfter(path, root) !== undefined && !isSetting(ancestorsOf(unit, node));
}

function placesOf({ constants, folders }: Plan): readonly Place[] {
  return [...constants.map(({ place }) => place), ...folders.map(({ place }) => place)];
}

/** @param all the places of all settings: their definitions stand together */
function settingFor(plan: Plan, all: readonly Place[], surroundings: PathSurroundings): MadeSetting | undefined {
  const { root, name, constants } = plan;
  const { contextOf } = surroundings;
  const whole = constants.filter(({ node }) => node.value === root.text);
  const written = writtenSetting(root.text, whole, surroundings);
  const configured = configuredSetting(root.text, name, placesOf(plan), surroundings);
  if (configured) return configured;
  // A constant that some use stands above cannot serve all.
  if (written && placesOf(plan).every((at) => at === written.from || !written.from || precedes(written.from, at))) return written;
  const isPath = root.paths.length > 1 && root.style !== "address" && constants.some((constant) => contextOf(constant) !== "text" && contextOf(constant) !== "join");
  return newSetting({ text: root.text, name, source: rootSource(root, constants), kind: isPath ? "path" : "text" }, all, surroundings);
}

/** In the manner of the strings that it is taken from: raw where they are raw. */
function rootSource({ text }: Root, constants: readonly TextConstant[]): string {
  const whole = constants.find(({ node }) => node.value === text);
  if (whole) return sourceOf(whole);
  const [first] = constants;
  const isRaw = first !== undefined && text.includes("\\") && /^[rR]["']/u.test(sourceOf(first)) && !/["'\n]|\\$/u.test(text);
  return isRaw ? `r${quoteOf(first)}${text}${quoteOf(first)}` : quoted(text);
}

function usesOf(plan: Plan, { setting, from }: MadeSetting, { edits, contextOf }: PathSurroundings): { readonly edits: readonly PlaceEdit[] } {
  const found: PlaceEdit[] = [];
  for (const constant of plan.constants) {
    if (constant.place === from || hasComment(constant)) continue;
    const text = throughSetting(setting, constant, contextOf(constant), edits.importing("os", constant.place)?.name);
    if (text !== undefined) found.push(replace(constant.unit, constant.node, text));
  }
  for (const { place } of plan.folders) {
    const start = setting.text;
    const source = place.anchor.unit.text.slice(place.start, place.end);
    if (!source.startsWith(start)) continue;
    const at: Place = { ...place, end: place.start + start.length };
    found.push({ at, text: `{${setting.expression(quoteWithin(at))}}` });
  }
  return { edits: found };
}

/** Between its parts, on lines of their own. */
function hasComment({ unit, node }: TextConstant): boolean {
  return node.parts.length > 1 && unit.comments.some(({ start }) => node.start < start && start < node.end);
}

/** One list of edits for each file; what two entries both need (an import) once. */
function merged(all: readonly FileEdit[]): readonly FileEdit[] {
  return [...grouped(all, ({ uri }) => uri).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const edits = new Map([first, ...others].flatMap((file) => file.edits).map((edit) => [`${String(edit.start)}:${edit.text}`, edit]));
    return [{ ...first, edits: [...edits.values()] }];
  });
}

/** Each setting brings its import, and they all want the same one. */
function inOneHeader(all: readonly (readonly PlaceEdit[])[]): PlaceEdit[] {
  const imports = new Map<string, PlaceEdit>();
  const others: PlaceEdit[] = [];
  for (const edit of all.flat()) {
    const isImport = /^\s*(?:import|from) /u.test(edit.text);
    const key = `${String(edit.at.anchor.id)}:${String(edit.at.start)}:${edit.text.trim()}`;
    if (!isImport) others.push(edit);
    else if (!imports.has(key)) imports.set(key, edit);
  }
  return [...inOneBlock([...imports.values()]), ...stacked(others)];
}

/** Definitions that go to the same place stand below one another, with blank lines around them all. */
function stacked(edits: readonly PlaceEdit[]): PlaceEdit[] {
  const found: PlaceEdit[] = [];
  for (const edit of edits) {
    const before = found.findIndex(({ at }) => at.anchor === edit.at.anchor && at.start === edit.at.start && at.end === at.start && edit.at.end === edit.at.start);
    const known = found[before];
    if (!known) {
      found.push(edit);
      continue;
    }
    const body = /^(?<lead>\s*)(?<line>.*?)(?<tail>\s*)$/su;
    const first = body.exec(known.text)?.groups;
    const second = body.exec(edit.text)?.groups;
    const line = edit.at.anchor.unit.text.includes("\r\n") ? "\r\n" : "\n";
    found[before] = { ...known, text: `${first?.["lead"] ?? ""}${first?.["line"] ?? ""}${line}${second?.["line"] ?? ""}${first?.["tail"] ?? ""}` };
  }
  return found;
}
