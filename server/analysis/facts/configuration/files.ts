/**
 * Configuration files that a document loads into a name, or is given by Hydra.
 *
 *     with open("config.yaml") as file:
 *         config = yaml.safe_load(file)              config["paths"]["orders"]
 *     config = OmegaConf.load("config.yaml")         config.paths.orders
 *     @hydra.main(config_path="conf", config_name="config")
 *     def main(cfg): ...                             cfg.paths.orders
 *
 * The file has to lie where the path leads to from exactly one of the folders that the code may be run in, or beside `__file__`.
 * A JSON file may hold data as well: its name, or the variable's, must say that it is configuration.
 */
import type { CallEvent, DocumentAnalysis } from "../../semantic/analysis.ts";
import type { Value } from "../../semantic/value.ts";
import type { Call, Expression, Node } from "../../syntax/nodes.ts";
import { place } from "../../syntax/unit.ts";
import type { DocumentIdentity, Place, Unit } from "../../syntax/unit.ts";
import { joinUri, nameOf, parentUri } from "../../text/uri.ts";
import { ancestorsOf, functionAround } from "../ancestors.ts";
import { applyEdits } from "../../text/edit.ts";
import type { TextEdit } from "../../text/edit.ts";
import type { ConfigurationEntries, ConfigurationEntry, ConfigurationSource } from "./sources.ts";
import { addEntry, entryWith, formatOf, numberEntry } from "./text.ts";
import type { Disk } from "../disk.ts";
import { precedes } from "../edits.ts";
import type { Edits } from "../edits.ts";
import { gathered } from "../kept.ts";
import type { Quote } from "../paths/settings.ts";
import { textOf } from "../values.ts";

export interface ConfigurationSurroundings {
  readonly analysis: DocumentAnalysis;
  readonly document: DocumentIdentity;
  readonly disk: Disk;
  readonly edits: Edits;
  /** Text of a configuration file. */
  readonly textOf: (uri: string) => string | undefined;
}

export function fileSources(surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  return loadingCalls(surroundings.analysis).flatMap(({ event, unit }) => {
    const { target = "" } = event;
    if (target === "hydra.main") return given(event, unit, surroundings);
    return loaded(event, unit, loaders.exec(target)?.groups?.["omega"] === undefined ? "items" : "attributes", surroundings);
  });
}

/** Calls that load configuration, or are given it; each once, whatever contexts it was reached in. */
const loadingCalls = gathered(({ unit, calls }) => {
  const seen = new Set<Call>();
  return calls.flatMap((event) => {
    const { target = "", node } = event;
    if (seen.has(node)) return [];
    seen.add(node);
    return target === "hydra.main" || loaders.test(target) ? [{ event, unit }] : [];
  });
});

const loaders = /^(?:yaml\.(?:safe_load|full_load|load)|json\.loads?|(?:tomllib|tomli|toml)\.loads?|(?<omega>omegaconf\.(?:omegaconf\.)?OmegaConf\.load))$/u;
const opening = /^(?:builtins\.open|io\.open|pathlib\.\w+\.(?:open|read_text|read_bytes))$/u;
const speaking = /conf(?:ig)?|cfg|settings?|param|option|paths|hyper|hparams/iu;
/** Read by other tools, which may not like an entry that they do not know. */
const others = /^(?:pyproject\.toml|Cargo\.toml|package(?:-lock)?\.json|tsconfig\.json|composer\.json|environment\.ya?ml|docker-compose.*|feature_store\.yaml)$/u;

type Access = "items" | "attributes";

// ---- loaded ------------------------------------------------------------------------------------------------

function loaded(event: CallEvent, unit: Unit, access: Access, surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  const { edits } = surroundings;
  const path = ancestorsOf(unit, event.node);
  const statement = path.at(-2);
  const target = statement?.kind === "Assign" && statement.targets.length === 1 ? statement.targets[0] : statement?.kind === "AnnAssign" ? statement.target : undefined;
  if (!statement || path.at(-1) !== event.node || target?.kind !== "Name" || edits.bindings(target.id) !== 1) return [];
  const blocks = path.slice(0, -2);
  while (blocks.at(-1)?.kind === "With") blocks.pop();
  const holder = blocks.at(-1);
  if (holder && holder.kind !== "FunctionDef" && holder.kind !== "AsyncFunctionDef") return [];
  const uri = fileOf(event, unit, path, surroundings);
  if (uri === undefined || !(speaking.test(nameOf(uri)) || speaking.test(target.id))) return [];
  const at = place(unit, statement);
  const name = target.id;
  return sourceFor(uri, name, access, surroundings, (use) => {
    const isBelow = precedes(at, use) && !(use.anchor === at.anchor && use.start < at.end);
    return isBelow && (!holder || functionAround(ancestorsOf(use.anchor.unit, use)) === holder);
  });
}

/** URI of the file that is loaded. */
function fileOf({ args: [first], target = "" }: CallEvent, unit: Unit, path: readonly Node[], surroundings: ConfigurationSurroundings): string | undefined {
  if (!first || first.unpacked) return undefined;
  let opened: Expression = first.node;
  if (opened.kind === "Name") {
    const { id } = opened;
    const item = path.flatMap((each) => (each.kind === "With" ? each.items : [])).findLast(({ optionalVars }) => optionalVars?.kind === "Name" && optionalVars.id === id);
    if (item) opened = item.contextExpr;
  }
  if (opened.kind === "Call") {
    const call = surroundings.analysis.analysisOf(unit)?.calls.find(({ node }) => node === opened);
    if (call?.target === undefined || !opening.test(call.target)) return undefined;
    if (call.target.startsWith("pathlib.")) return call.receiver && opened.func.kind === "Attribute" ? located(call.receiver, opened.func.value, unit, surroundings) : undefined;
    return call.args[0] && located(call.args[0].value, call.args[0].node, unit, surroundings);
  }
  return target.endsWith(".load") ? located(first.value, first.node, unit, surroundings) : undefined;
}

const besideFile = /^(?:(?:pathlib\.)?Path\(__file__\)(?:\.resolve\(\)|\.absolute\(\))?\.parent\s*\/|(?:os\.path|path)\.join\(\s*(?:os\.path|path)\.dirname\((?:(?:os\.path|path)\.abspath\()?__file__\){1,2}\s*,)/u;

function located(value: Value, node: Expression, unit: Unit, { disk }: ConfigurationSurroundings): string | undefined {
  const text = textOf(value);
  if (text !== undefined) return isRelative(text) ? onlyOne([...new Set([disk.folder, disk.root ?? disk.folder])], text, disk) : undefined;
  const pieces = value.constant?.kind === "text" ? value.constant.pieces : [];
  const rest = pieces.slice(1).map((piece) => (piece.kind === "literal" ? piece.text : "\0")).join("").replace(/^\//u, "");
  const isBeside = pieces[0]?.kind === "hole" && !rest.includes("\0") && besideFile.test(unit.text.slice(node.start, node.end));
  return isBeside && isRelative(rest) ? onlyOne([disk.folder], rest, disk) : undefined;
}

function isRelative(text: string): boolean {
  return text !== "" && !/^(?:[\\/~]|[A-Za-z]:)|[*?\n]/u.test(text);
}

function onlyOne(folders: readonly string[], path: string, disk: Disk): string | undefined {
  const found = folders.map((folder) => ({ folder, presence: disk.presence(folder, path) })).filter(({ presence }) => presence !== "missing");
  const [first] = found;
  return first?.presence === "there" && found.length === 1 ? joinUri(first.folder, path.replaceAll("\\", "/")) : undefined;
}

// ---- given by Hydra ----------------------------------------------------------------------------------------

function given(event: CallEvent, unit: Unit, surroundings: ConfigurationSurroundings): readonly ConfigurationSource[] {
  const { edits, disk, document } = surroundings;
  const definition = unit.body.find((each) => each.kind === "FunctionDef" && each.decoratorList.length === 1 && each.decoratorList[0] === event.node);
  const folder = keywordText(event, "config_path");
  const name = keywordText(event, "config_name");
  if (definition?.kind !== "FunctionDef" || folder === undefined || name === undefined || !isRelative(folder) || folder.includes("://")) return [];
  const parameter = definition.args.args[0]?.arg.name;
  const path = `${folder}/${/\.ya?ml$/u.test(name) ? name : `${name}.yaml`}`;
  if (parameter === undefined || edits.bindings(parameter) !== 1 || disk.presence(parentUri(document.uri), path) !== "there") return [];
  return sourceFor(joinUri(parentUri(document.uri), path), parameter, "attributes", surroundings,
    (use) => functionAround(ancestorsOf(use.anchor.unit, use)) === definition);
}

function keywordText({ args }: CallEvent, name: string): string | undefined {
  const value = args.find(({ keyword }) => keyword === name)?.value;
  return value && textOf(value);
}

// ---- entries -----------------------------------------------------------------------------------------------

function sourceFor(
  uri: string, name: string, access: Access, { textOf: read }: ConfigurationSurroundings, reaches: (at: Place) => boolean,
): readonly ConfigurationSource[] {
  const file = nameOf(uri);
  const format = formatOf(file);
  const text = format && !others.test(file) ? read(uri) : undefined;
  if (format === undefined || text === undefined) return [];
  const expression = (keys: readonly string[]) => (quote: Quote): string =>
    access === "attributes" ? [name, ...keys].join(".") : name + keys.map((key) => `[${quote}${key}${quote}]`).join("");
  return [{
    reaches,
    entryFor(wanted, value): ConfigurationEntry | undefined {
      const known = entryWith({ format, text }, value);
      if (known) return { title: `Use ${known.join(".")} of ${file}`, expression: expression(known), edits: [], elsewhere: [] };
      const added = addEntry({ format, text }, wanted.toLowerCase(), { kind: "text", text: value });
      return added && {
        title: `Add it to ${file}: ${added.keys.join(".")}`, expression: expression(added.keys), edits: [],
        elsewhere: [{ uri, before: text, edits: [added.edit] }],
      };
    },
    entriesFor(settings): ConfigurationEntries | undefined {
      let now = text;
      const expressions: string[] = [];
      for (const { name: wanted, value } of settings) {
        const known = value.kind === "text" ? entryWith({ format, text }, value.text) : numberEntry({ format, text }, wanted, value.written);
        const added = known ? undefined : addEntry({ format, text: now }, wanted, value);
        const keys = known ?? added?.keys;
        if (!keys) return undefined;
        if (added) now = applyEdits(now, [added.edit]);
        expressions.push(expression(keys)('"'));
      }
      return { what: `entries of ${file}`, expressions, edits: [], elsewhere: now === text ? [] : [{ uri, before: text, edits: [changeBetween(text, now)] }] };
    },
  }];
}

/** One edit for what differs. */
function changeBetween(before: string, after: string): TextEdit {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  while (same < before.length - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same++;
  return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}
