/**
 * Ruff next door: which of its rules are on for a file, so that we say nothing that it says already.
 *
 *     [tool.ruff]                                    a pyproject.toml; ruff.toml and .ruff.toml are the same without the header
 *     extend = "../ruff.toml"                        that file counts first: a layer below this one
 *     exclude = ["generated"]
 *     [tool.ruff.lint]
 *     select = ["E", "S"]                            S101 is on
 *     ignore = ["S1"]                                S101 is off: the longer selector counts, and of two alike, `ignore`
 *     [tool.ruff.lint.per-file-ignores]
 *     "scripts/*" = ["T20"]                          off there, whatever else is said
 *
 * Without `select`, Ruff's own choice holds, which has changed with the years: what is on in any version counts. A project without any settings of Ruff's is taken not to use it.
 * Files are found and read by the workspace.
 */
import { isInside, joinUri, nameOf, parentUri, relativePath } from "../text/uri.ts";
import type { Comment, Range } from "../syntax/nodes.ts";
import { readToml } from "./toml.ts";
import type { TomlTable, TomlValue } from "./toml.ts";

/** What holds for the files below a settings file of Ruff's. */
export interface RuffSettings {
  /** What `extend` names goes before what extends it. */
  readonly layers: readonly RuffLayer[];
}

/** What one file says; absent: nothing. */
export interface RuffLayer {
  /** Folder of the file: its patterns are relative to it. */
  readonly root: string;
  readonly extend: string | undefined;
  readonly select: readonly string[] | undefined;
  readonly extendSelect: readonly string[];
  readonly ignore: readonly string[];
  readonly exclude: readonly string[] | undefined;
  readonly extendExclude: readonly string[];
  readonly lintExclude: readonly string[] | undefined;
  readonly perFileIgnores: PerFileIgnores | undefined;
  readonly extendPerFileIgnores: PerFileIgnores;
}

type PerFileIgnores = readonly { readonly pattern: string; readonly codes: readonly string[] }[];

export const ruffFileNames = [".ruff.toml", "ruff.toml", "pyproject.toml"] as const;

/** `undefined` for a pyproject.toml that does not mention Ruff. Never throws; what is no value of its key counts as absent. */
export function readRuffFile(uri: string, text: string): RuffLayer | undefined {
  const { root } = readToml(text);
  const table = nameOf(uri) === "pyproject.toml" ? tableAt(tableAt(root, "tool"), "ruff") : root;
  if (!table) return undefined;
  const lint = tableAt(table, "lint");
  // Settings of the linter were written beside the others once.
  const linting = (key: string): TomlValue | undefined => lint?.entries.get(key)?.value ?? table.entries.get(key)?.value;
  const extend = table.entries.get("extend")?.value;
  return {
    root: parentUri(uri),
    extend: extend?.kind === "string" ? extend.value : undefined,
    select: textsOf(linting("select")),
    extendSelect: textsOf(linting("extend-select")) ?? [],
    ignore: [...(textsOf(linting("ignore")) ?? []), ...(textsOf(linting("extend-ignore")) ?? [])],
    exclude: textsOf(table.entries.get("exclude")?.value),
    extendExclude: textsOf(table.entries.get("extend-exclude")?.value) ?? [],
    lintExclude: textsOf(lint?.entries.get("exclude")?.value),
    perFileIgnores: perFileIgnoresOf(linting("per-file-ignores")),
    extendPerFileIgnores: perFileIgnoresOf(linting("extend-per-file-ignores")) ?? [],
  };
}

/** Whether Ruff reports a rule, by its code, in a file. */
export function isRuffRuleOn({ layers }: RuffSettings, uri: string, code: string): boolean {
  return isSelected(layers, code) && !isExcluded(layers, uri) && !ignoredIn(layers, uri).some((selector) => selects(selector, code));
}

/** Whether the line says to linters that this is meant: `# noqa: F403`, or `# noqa` to all of them. */
export function isMeant(comments: readonly Comment[], text: string, at: Range, codes: readonly string[]): boolean {
  return comments.some((comment) => {
    const noqa = /#\s*noqa\b(?<codes>:[\s,A-Z\d]+)?/iu.exec(comment.text);
    if (!noqa) return false;
    const isOnLine = !text.slice(Math.min(at.end, comment.start), comment.start).includes("\n") && comment.start >= at.end;
    const isInside = at.start <= comment.start && comment.start < at.end;
    const named = noqa.groups?.["codes"]?.toUpperCase();
    return (isOnLine || isInside) && (named === undefined || codes.some((code) => named.includes(code)));
  });
}

// ---- selection ---------------------------------------------------------------------------------------------

/** What Ruff chose for long; and of what it chooses as of 0.17, which is a list of single rules, those that we cover. */
const ownChoice = ["E4", "E7", "E9", "F", "S102", "S110", "S112", "BLE001", "B018", "T100", "SIM115", "PLW0177"];

function isSelected(layers: readonly RuffLayer[], code: string): boolean {
  let isOn = ownChoice.some((selector) => selects(selector, code));
  for (const { select, extendSelect, ignore } of layers) {
    const on = longest([...(select ?? []), ...extendSelect], code);
    const off = longest(ignore, code);
    if (on >= 0 || off >= 0) isOn = on > off;
    // A selection replaces all that was selected before.
    else if (select) isOn = false;
  }
  return isOn;
}

/** Length of the longest selector that includes the code; -1: none does. */
function longest(selectors: readonly string[], code: string): number {
  return Math.max(-1, ...selectors.filter((selector) => selects(selector, code)).map((selector) => (selector === "ALL" ? 0 : selector.length)));
}

/** `T20`, `T` and `ALL` select T201; `S` selects S101 and not SIM115, `PL` selects PLW0177. */
function selects(selector: string, code: string): boolean {
  if (selector === "ALL") return true;
  const letters = /^[A-Z]+/u.exec(selector)?.[0];
  const own = /^[A-Z]+/u.exec(code)?.[0];
  if (letters === undefined || own === undefined || !code.startsWith(selector)) return false;
  return letters === own || (letters === "PL" && /^PL[CEFRW]$/u.test(own));
}

// ---- files -------------------------------------------------------------------------------------------------

function isExcluded(layers: readonly RuffLayer[], uri: string): boolean {
  const last = (key: "exclude" | "lintExclude") => layers.findLast((layer) => layer[key]);
  const excluding = last("exclude");
  const linting = last("lintExclude");
  const lists = [
    ...(excluding?.exclude ?? []).map((pattern) => ({ root: excluding?.root ?? "", pattern })),
    ...(linting?.lintExclude ?? []).map((pattern) => ({ root: linting?.root ?? "", pattern })),
    ...layers.flatMap(({ root, extendExclude }) => extendExclude.map((pattern) => ({ root, pattern }))),
  ];
  // A pattern takes a file, or a folder above it.
  return lists.some(({ root, pattern }) => {
    for (let at = uri; isInside(root, at) && at !== joinUri(root); at = parentUri(at)) if (fits(root, pattern, at, !pattern.includes("/"))) return true;
    return false;
  });
}

function ignoredIn(layers: readonly RuffLayer[], uri: string): readonly string[] {
  const chosen = layers.findLast(({ perFileIgnores }) => perFileIgnores);
  const all = [
    ...(chosen?.perFileIgnores ?? []).map((each) => ({ root: chosen?.root ?? "", ...each })),
    ...layers.flatMap(({ root, extendPerFileIgnores }) => extendPerFileIgnores.map((each) => ({ root, ...each }))),
  ];
  return all.flatMap(({ root, pattern, codes }) => {
    const isNegated = pattern.startsWith("!");
    return fits(root, isNegated ? pattern.slice(1) : pattern, uri, true) === isNegated ? [] : codes;
  });
}

/** By the way from the folder, or by the last name. */
function fits(root: string, pattern: string, uri: string, byName: boolean): boolean {
  const glob = globOf(pattern.replace(/^\.\//u, ""));
  return glob.test(relativePath(root, uri)) || (byName && glob.test(nameOf(uri)));
}

/** A star goes across folders, as in Ruff. What is no pattern fits nothing. */
function globOf(pattern: string): RegExp {
  let source = "";
  for (let at = 0; at < pattern.length; at++) {
    const rest = pattern.slice(at);
    const set = /^\[(?<not>[!^]?)(?<inside>\]?[^\]]*)\]/u.exec(rest);
    const either = /^\{(?<inside>[^{}]*)\}/u.exec(rest);
    if (rest.startsWith("**/")) [source, at] = [`${source}(?:.*/)?`, at + 2];
    else if (rest.startsWith("/**") && rest.length === 3) [source, at] = [`${source}/.*`, at + 2];
    else if (rest.startsWith("*")) source += ".*";
    else if (rest.startsWith("?")) source += ".";
    else if (set?.groups) [source, at] = [`${source}[${set.groups["not"] ? "^" : ""}${(set.groups["inside"] ?? "").replace(/[\\\]^[]/gu, "\\$&")}]`, at + set[0].length - 1];
    else if (either?.groups) [source, at] = [`${source}(?:${(either.groups["inside"] ?? "").split(",").map((each) => globOf(each).source.slice(1, -1)).join("|")})`, at + either[0].length - 1];
    else source += (pattern[at] ?? "").replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
  }
  try {
    return new RegExp(`^${source}$`, "su");
  } catch {
    return /(?!)/u;
  }
}

// ---- TOML --------------------------------------------------------------------------------------------------

function tableAt(table: TomlTable | undefined, key: string): TomlTable | undefined {
  const value = table?.entries.get(key)?.value;
  return value?.kind === "table" ? value : undefined;
}

function textsOf(value: TomlValue | undefined): readonly string[] | undefined {
  return value?.kind === "array" ? value.items.flatMap((item) => (item.kind === "string" ? [item.value] : [])) : undefined;
}

function perFileIgnoresOf(value: TomlValue | undefined): PerFileIgnores | undefined {
  if (value?.kind !== "table") return undefined;
  return [...value.entries].map(([pattern, entry]) => ({ pattern, codes: textsOf(entry.value) ?? [] }));
}
