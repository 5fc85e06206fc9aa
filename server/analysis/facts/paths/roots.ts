/**
 * Folders that several paths have in common, as texts.
 *
 *     /home/jane/churn/raw/a.csv         root /home/jane/churn: raw/a.csv, raw/b.csv, model.pkl
 *     /home/jane/churn/raw/b.csv
 *     /home/jane/churn/model.pkl
 *     /mnt/shared/prices.csv             alone
 *
 * Paths belong together from a *base* on: below /home/jane, on one share, on one mount. What lies above it (/home, C:\) is nobody's
 * folder, and no setting is made of it.
 */
import { grouped } from "../grouped.ts";
import { isFileName } from "./machine-paths.ts";

/** `address`: a URI, which no path operator may touch. */
export type PathStyle = "posix" | "windows" | "address";

export interface SplitPath {
  readonly style: PathStyle;
  /** What the parts hang on: `/`, `~/`, `C:/`, `\\`, `dbfs:/`. */
  readonly lead: string;
  readonly parts: readonly string[];
  /** Offset in the text where each part ends. */
  readonly ends: readonly number[];
  readonly endsWithSeparator: boolean;
}

export interface Root {
  /** As the first of its paths writes it. */
  readonly text: string;
  readonly style: PathStyle;
  /** In the order given; each once. */
  readonly paths: readonly string[];
}

/** `undefined` where a part is empty, `.` or `..`: what it is below is not decided by its letters. */
export function splitPath(text: string): SplitPath | undefined {
  const match = /^(?:(?<address>(?:dbfs|file):\/*)|(?<drive>[A-Za-z]:)[\\/]|(?<share>\\\\)|(?<posix>\/|~\w*\/))/u.exec(text);
  if (!match) return undefined;
  const { address, drive, share, posix } = match.groups ?? {};
  const style = address !== undefined ? "address" : posix !== undefined ? "posix" : "windows";
  const separator = style === "windows" ? /[\\/]/u : /\//u;
  const rest = text.slice(match[0].length);
  const endsWithSeparator = rest !== "" && separator.test(rest.slice(-1));
  const parts = rest === "" ? [] : (endsWithSeparator ? rest.slice(0, -1) : rest).split(separator);
  if (parts.some((part) => part === "" || part === "." || part === "..")) return undefined;
  let end = match[0].length;
  const ends = parts.map((part, index) => (end += part.length + (index === 0 ? 0 : 1)));
  return { style, lead: address ?? (drive === undefined ? (share ?? posix ?? "") : `${drive.toLowerCase()}/`), parts, ends, endsWithSeparator };
}

/** @param folders texts that are known to be folders, whatever they look like */
export function rootsOf(texts: readonly string[], folders: ReadonlySet<string>): readonly Root[] {
  const placed = texts.flatMap((text) => {
    const path = splitPath(text);
    const folder = path && folderPartsOf(path, folders.has(text));
    const base = path && baseLength(path);
    return path && folder && base !== undefined && folder.length >= base ? [{ text, path, folder, base }] : [];
  });
  const groups = grouped(placed, ({ path, folder, base }) => `${path.lead}${folder.slice(0, base).join("/")}`);
  return [...groups.values()].flatMap((members) => {
    const [first] = members;
    if (!first || members.length < 2) return [];
    let shared = first.folder.length;
    for (const { folder } of members) while (folder.slice(0, shared).join("/") !== first.folder.slice(0, shared).join("/")) shared -= 1;
    const { path: { style, ends } } = first;
    return [{ text: first.text.slice(0, ends[shared - 1]), style, paths: members.map(({ text }) => text) }];
  });
}

/** What a path adds to a root: `["raw", "a.csv"]`. `undefined` for a path elsewhere. */
export function partsAfter(path: SplitPath, root: SplitPath): readonly string[] | undefined {
  if (path.lead !== root.lead || path.parts.length < root.parts.length || root.parts.some((part, index) => part !== path.parts[index])) return undefined;
  return path.parts.slice(root.parts.length);
}

/** A folder in which a person keeps all sorts of things gives no name. */
export function isBase(text: string): boolean {
  const path = splitPath(text);
  return path !== undefined && /^(?:home|Users|users)$/u.test(path.parts[0] ?? "") && path.parts.length <= 2;
}

function folderPartsOf({ parts, endsWithSeparator }: SplitPath, isFolder: boolean): readonly string[] {
  const last = parts.at(-1) ?? "";
  const isFile = !isFolder && !endsWithSeparator && (isFileName(last) || /[{}%*?[\]]/u.test(last));
  return isFile ? parts.slice(0, -1) : parts;
}

/** Parts of the least folder that is somebody's: two of `/home/jane/churn`. */
function baseLength({ style, lead, parts: [first = "", second = ""] }: SplitPath): number {
  if (style === "windows") return lead === "\\\\" || /^users$/iu.test(first) ? 2 : 1;
  if (lead.startsWith("~")) return 1;
  if (/^content$/u.test(first)) return /^g?drive$/u.test(second) ? 3 : 1;
  if (first === "media" || (first === "dbfs" && second === "mnt")) return 3;
  return /^(?:home|Users|mnt|Volumes|dbfs|kaggle|Workspace|nfs|net)$/u.test(first) ? 2 : 1;
}
