/**
 * One more entry in a configuration file that is YAML, TOML or JSON, and everything else in it byte for byte as it was.
 *
 *     # where things are            addEntry(file, "prices_path", "/mnt/prices.csv")
 *     paths:
 *       orders: /mnt/orders.csv     # nightly
 *       prices_path: "/mnt/prices.csv"          <- in the section that holds paths, or at the top level
 *     model: {depth: 3}
 *
 * The line is put in by offset and the result is read again: it must say what it said before and the new entry, else there is no edit.
 * Files with mistakes, several documents or tags of their own are refused.
 */
import { isMap, isScalar, parseDocument } from "yaml";
import type { YAMLMap } from "yaml";
import { readToml } from "../../engine/toml.ts";
import type { TomlTable, TomlValue } from "../../engine/toml.ts";
import { applyEdits } from "../../text/edit.ts";
import type { TextEdit } from "../../text/edit.ts";

export type ConfigurationFormat = "yaml" | "toml" | "json";

export interface ConfigurationText {
  readonly format: ConfigurationFormat;
  readonly text: string;
}

/** A text; or a number, as it is written: `1` and `1.0` are different things to Python. */
export type ConfigurationValue = { readonly kind: "text"; readonly text: string } | { readonly kind: "number"; readonly written: string };

export interface AddedEntry {
  /** Keys from the top. */
  readonly keys: readonly string[];
  readonly edit: TextEdit;
}

/** What a file says, as nested objects. */
type Content = Readonly<Record<string, unknown>>;

export function formatOf(name: string): ConfigurationFormat | undefined {
  const ending = /\.(?<ending>ya?ml|toml|json)$/u.exec(name)?.groups?.["ending"];
  return ending === "yml" ? "yaml" : (ending as ConfigurationFormat | undefined);
}

/** Keys of an entry that says exactly this already. */
export function entryWith(file: ConfigurationText, value: string): readonly string[] | undefined {
  const content = contentOf(file);
  return content && keysOf(content, value, 3);
}

/** Keys of the entry of this name that says this already. */
export function numberEntry(file: ConfigurationText, name: string, written: string): readonly string[] | undefined {
  const content = contentOf(file);
  if (!content) return undefined;
  const holders = [{ keys: [], table: content }, ...Object.entries(content).flatMap(([key, table]) => (isTable(table) && /^[A-Za-z_]\w*$/u.test(key) ? [{ keys: [key], table }] : []))];
  const found = holders.filter(({ table }) => table[name] === Number(written));
  const [only] = found;
  return only && found.length === 1 && writtenAt(file, [...only.keys, name]) === written ? [...only.keys, name] : undefined;
}

/** The entry's value as it is written: content does not tell 1 from 1.0. */
function writtenAt({ text }: ConfigurationText, keys: readonly string[]): string | undefined {
  const line = new RegExp(`^[ \\t]*"?${keys.at(-1) ?? ""}"?[ \\t]*[:=][ \\t]*(?<value>-?[\\d.]+)[ \\t]*,?[ \\t]*(?:#.*)?\\r?$`, "gmu");
  const found = [...text.matchAll(line)];
  return found.length === 1 ? found[0]?.groups?.["value"] : undefined;
}

export function addEntry(file: ConfigurationText, wanted: string, value: ConfigurationValue): AddedEntry | undefined {
  const content = contentOf(file);
  if (!content || Object.keys(content).length === 0 || (value.kind === "text" && value.text.includes("${"))) return undefined;
  const section = Object.keys(content).find((key) => (value.kind === "text" ? sections.test(key) && isSection(content[key]) : numberSections.test(key) && isFlat(content[key])));
  for (const path of section === undefined ? [[]] : [[section], []]) {
    const [name] = path;
    const table = name === undefined ? content : (content[name] as Content);
    const key = freeKey(table, wanted);
    const edit = editFor(file, name, key, value);
    if (edit && isRight(file, content, edit, [...path, key], value)) return { keys: [...path, key], edit };
  }
  return undefined;
}

/** Names of sections that hold paths, when they hold nothing but texts. */
const sections = /^(?:paths?|files?|dirs?|directories|folders|locations|data_?paths?|io)$/iu;

/** Names of sections that hold numbers of a model. */
const numberSections = /^(?:model|train(?:ing)?|params?|parameters|hyper_?param(?:eter)?s|hparams|estimator)$/iu;

function isFlat(value: unknown): boolean {
  return isTable(value) && Object.keys(value).length > 0 && Object.values(value).every((each) => typeof each !== "object");
}

function isSection(value: unknown): boolean {
  return isTable(value) && Object.keys(value).length > 0 && Object.values(value).every((each) => typeof each === "string");
}

function isTable(value: unknown): value is Content {
  return typeof value === "object" && value !== null && !Array.isArray(value) && Object.getPrototypeOf(value) === Object.prototype;
}

function keysOf(content: Content, value: string, depth: number): readonly string[] | undefined {
  for (const [key, each] of Object.entries(content)) {
    if (each === value && /^[A-Za-z_]\w*$/u.test(key)) return [key];
    const below = depth > 1 && isTable(each) && /^[A-Za-z_]\w*$/u.test(key) ? keysOf(each, value, depth - 1) : undefined;
    if (below) return [key, ...below];
  }
  return undefined;
}

function freeKey(table: Content, wanted: string): string {
  let key = wanted;
  for (let count = 2; key in table; count++) key = `${wanted}_${String(count)}`;
  return key;
}

function isRight(file: ConfigurationText, before: Content, edit: TextEdit, [first = "", second]: readonly string[], wanted: ConfigurationValue): boolean {
  const value = wanted.kind === "text" ? wanted.text : Number(wanted.written);
  const after = contentOf({ ...file, text: applyEdits(file.text, [edit]) });
  const table = second === undefined ? {} : (before[first] as Content);
  const expected = second === undefined ? { ...before, [first]: value } : { ...before, [first]: { ...table, [second]: value } };
  return after !== undefined && sorted(after) === sorted(expected);
}

/** With keys in one order, so that content can be compared. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    (isTable(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}

// ---- reading -----------------------------------------------------------------------------------------------

function contentOf({ format, text }: ConfigurationText): Content | undefined {
  switch (format) {
    case "json":
      return jsonContent(text);
    case "yaml":
      return yamlContent(text);
    case "toml": {
      const { root, problems } = readToml(text);
      return problems.length > 0 ? undefined : tomlContent(root);
    }
  }
}

function jsonContent(text: string): Content | undefined {
  try {
    const content: unknown = JSON.parse(text);
    return isTable(content) ? content : undefined;
  } catch {
    return undefined;
  }
}

function yamlContent(text: string): Content | undefined {
  const root = yamlRoot(text);
  const content: unknown = root?.content;
  return isTable(content) ? content : undefined;
}

function yamlRoot(text: string): { readonly map: YAMLMap; readonly content: unknown } | undefined {
  if (/^(?:---|\.\.\.)(?:\s|$)/mu.test(text.replace(/^(?:[ \t]*(?:#[^\n]*)?\r?\n)*---[ \t]*\r?\n/u, ""))) return undefined;
  const document = parseDocument(text, { uniqueKeys: true });
  if (document.errors.length > 0 || document.warnings.length > 0 || !isMap(document.contents)) return undefined;
  return { map: document.contents, content: document.toJS({ maxAliasCount: 100 }) as unknown };
}

function tomlContent(table: TomlTable): Content {
  const plain = (value: TomlValue): unknown => {
    if (value.kind === "table") return tomlContent(value);
    return value.kind === "array" ? value.items.map(plain) : value.value;
  };
  return Object.fromEntries([...table.entries].map(([key, { value }]) => [key, plain(value)]));
}

// ---- writing -----------------------------------------------------------------------------------------------

function editFor({ format, text }: ConfigurationText, section: string | undefined, key: string, value: ConfigurationValue): TextEdit | undefined {
  switch (format) {
    case "json":
      return jsonEdit(text, section, key, value);
    case "yaml":
      return yamlEdit(text, section, key, value);
    case "toml":
      return tomlEdit(text, section, key, value);
  }
}

/** The same in all three formats. */
function writtenValue(value: ConfigurationValue): string {
  return value.kind === "text" ? JSON.stringify(value.text) : value.written;
}

/** The map, or the section of it, as YAML reads it: JSON is YAML. */
function mapIn(text: string, section: string | undefined): YAMLMap | undefined {
  const map = yamlRoot(text)?.map;
  if (section === undefined) return map;
  const value = map?.items.find(({ key }) => isScalar(key) && key.value === section)?.value;
  return isMap(value) ? value : undefined;
}

function jsonEdit(text: string, section: string | undefined, key: string, value: ConfigurationValue): TextEdit | undefined {
  const map = mapIn(text, section);
  const last = map?.items.at(-1);
  const end = rangeEnd(last?.value);
  const start = isScalar(last?.key) ? last.key.range?.[0] : undefined;
  if (end === undefined || start === undefined) return undefined;
  const indent = /(?<lead>\r?\n[ \t]*)$/u.exec(text.slice(0, start))?.groups?.["lead"] ?? " ";
  return { start: end, end, text: `,${indent}${JSON.stringify(key)}: ${writtenValue(value)}` };
}

function yamlEdit(text: string, section: string | undefined, key: string, value: ConfigurationValue): TextEdit | undefined {
  const map = mapIn(text, section);
  const first = map?.items[0]?.key;
  const last = map?.items.at(-1);
  const start = isScalar(first) ? first.range?.[0] : undefined;
  const end = rangeEnd(last?.value);
  if (!map || map.flow === true || start === undefined || end === undefined) return undefined;
  const indent = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return /^ *$/u.test(indent) ? lineAfter(text, end, `${indent}${key}: ${writtenValue(value)}`) : undefined;
}

function rangeEnd(node: unknown): number | undefined {
  const range = (node as { readonly range?: readonly [number, number, number] | null } | null | undefined)?.range;
  return range?.[1];
}

function tomlEdit(text: string, section: string | undefined, key: string, value: ConfigurationValue): TextEdit | undefined {
  const { root } = readToml(text);
  const found = section === undefined ? root : root.entries.get(section)?.value;
  if (found?.kind !== "table" || text.slice(found.range.start, found.range.start + 1) === "{") return undefined;
  const ends = [...found.entries.values()].flatMap(({ value: each }) => (each.kind === "table" && text[each.range.start] !== "{" ? [] : [each.range.end]));
  return ends.length === 0 ? undefined : lineAfter(text, Math.max(...ends), `${key} = ${writtenValue(value)}`);
}

/** Below the line that holds an offset; `undefined` where more than a comment follows it */
function lineAfter(text: string, offset: number, line: string): TextEdit | undefined {
  const lineBreak = text.includes("\r\n") ? "\r\n" : "\n";
  if (offset > 0 && text[offset - 1] === "\n") return { start: offset, end: offset, text: `${line}${lineBreak}` };
  const next = text.indexOf("\n", offset);
  const rest = text.slice(offset, next < 0 ? text.length : next);
  if (!/^[ \t]*(?:#[^\n]*?)?\r?$/u.test(rest)) return undefined;
  const at = next < 0 ? text.length : next + 1;
  return { start: at, end: at, text: next < 0 ? `${lineBreak}${line}` : `${line}${lineBreak}` };
}
