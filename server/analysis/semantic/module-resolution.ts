/**
 * From the name in an import statement to a file of the workspace, given what the folders hold.
 *
 *     shop/
 *       pyproject.toml
 *       src/churn/__init__.py, names.py, views/orders.py
 *       notebooks/explore.ipynb, plots.py
 *
 *     in explore.ipynb:       import plots               notebooks/plots.py: beside it
 *                             from churn import names    src/churn/names.py: below the src folder of a folder around it
 *     in views/orders.py:     from ..names import X      src/churn/names.py
 *
 * Roots are the folders in which absolute names are looked for. *First* ones are the document's own folder (unless it is part of a
 * package) and what the document puts before everything in `sys.path`. *Other* ones, whose order depends on how the program is started, are
 * what it appends, the folder that holds its package, and every folder around it up to the workspace's, each with its `src` and what its
 * pyproject.toml names. In one folder a package comes before a module of its name, and both before a folder without an
 * `__init__.py`; such a folder counts only when no root has anything better. Where roots of equal rank have different modules of a name, it
 * is *unclear* which is meant.
 *
 * Names of the standard library are never of the workspace. A `statistics.py` beside a script hides the library's from that script, and from no
 * test that imports it: unclear, too.
 */
import { isKnownLibrary } from "../knowledge/callables.ts";
import { standardLibraryModules } from "../knowledge/standard-library.ts";
import { joinUri, nameOf, parentUri } from "../text/uri.ts";
import type { SearchPath } from "./search-path.ts";

/** What a folder holds, by name: Python files and notebooks, folders; each without what is ignored. */
export interface FolderListing {
  readonly files: ReadonlySet<string>;
  readonly folders: ReadonlySet<string>;
  /** Folders (URIs) that a pyproject.toml in this folder names as sources. */
  readonly sources: readonly string[];
}

/** What a folder holds; `undefined` when there is no such folder, or nobody knows. */
export type Listings = (folder: string) => FolderListing | undefined;

export interface ModuleLocation {
  /** Of the file, or of a folder without an `__init__.py`, then with a slash at the end. */
  readonly uri: string;
  /** The folder in which its submodules lie. */
  readonly folder: string | undefined;
}

export interface Roots {
  readonly first: readonly string[];
  readonly others: readonly string[];
  /** Of those, the document's own folder when it is a package: a root only for those who run the document as a script. */
  readonly ownPackage: string | undefined;
  /** Of the others, those that may come before the first. */
  readonly perhapsFirst: readonly string[];
}

/** Folders in which a document's absolute imports are looked for. */
export function rootsOf(document: string, workspace: string, added: SearchPath, list: Listings): Roots {
  const roots: string[] = [];
  const own = parentUri(document);
  const isInPackage = list(own)?.files.has(initName) === true;
  const first = [...new Set(isInPackage ? added.inserted : [own, ...added.inserted])];
  const add = (folder: string): void => {
    if (!roots.includes(folder) && !first.includes(folder)) roots.push(folder);
  };
  for (const folder of added.appended) add(folder);
  for (const folder of foldersUpTo(own, workspace)) {
    const listing = list(folder);
    if (listing?.files.has(initName) === true) continue;
    add(folder);
    if (listing?.folders.has("src") === true) {
      const source = joinUri(folder, "src");
      // A package may be named so.
      if (list(source)?.files.has(initName) !== true) add(source);
    }
    for (const source of listing?.sources ?? []) add(source);
  }
  // A script in a package is run, too.
  add(own);
  return { first, others: roots, ownPackage: isInPackage ? own : undefined, perhapsFirst: added.perhapsFirst };
}

/** @param written as in the import statement, with leading dots */
export function resolveModule(written: string, from: string, roots: Roots, list: Listings): ModuleLocation | "unclear" | undefined {
  const dots = /^\.*/u.exec(written)?.[0].length ?? 0;
  const segments = written.slice(dots).split(".").filter((segment) => segment !== "");
  if (dots > 0) {
    let base = parentUri(from);
    for (let up = 1; up < dots; up++) base = parentUri(base);
    return below({ uri: `${base}/`, folder: base }, segments, list);
  }
  const [first] = segments;
  if (first === undefined) return undefined;
  /** By module, or package, of the first name; below that Python looks nowhere else. */
  const regular = (folders: readonly string[]): readonly string[] => folders.filter((root) => {
    const found = child(root, first, list);
    // By its own name a module of a package without `__init__.py` means another.
    return found !== undefined && !isFolder(found) && found.uri !== from;
  });
  const [ranked, others] = [regular(roots.first), regular(roots.others)];
  if (standardLibraryModules.has(first)) {
    return !importedAtStart.has(first) && [...ranked, ...others].some((root) => root !== roots.ownPackage) ? "unclear" : undefined;
  }
  const [root, another] = ranked.length > 0 ? ranked : others;
  if (another !== undefined || (ranked.length > 0 && others.some((folder) => roots.perhapsFirst.includes(folder)))) return "unclear";
  const at = (folder: string): ModuleLocation | undefined => belowRoot(folder, segments, list);
  if (root !== undefined) {
    const found = at(root);
    // Only with this root in the search path a folder of the name elsewhere is passed over.
    return ranked.length === 0 && found && [...roots.first, ...roots.others].some((folder) => folder !== root && at(folder)) ? "unclear" : found;
  }
  // A folder that happens to have a library's name does not hide it.
  if (isKnownLibrary(first)) return undefined;
  const isOwnName = ({ uri, folder }: ModuleLocation): boolean => uri === from && folder === undefined && segments.length === 1;
  const [portion, ...more] = [...roots.first, ...roots.others].flatMap((folder) => at(folder) ?? []).filter((found) => !isOwnName(found));
  return more.length > 0 ? "unclear" : portion;
}

/** The module, or package, of a top-level name in the first of these folders that has one: what is found before anything else. */
export function hiddenBy(name: string, folders: readonly string[], list: Listings): ModuleLocation | undefined {
  if (importedAtStart.has(name)) return undefined;
  return folders.map((folder) => child(folder, name, list)).find((found) => found && !isFolder(found));
}

/** Names of the modules in a folder. */
export function modulesIn(listing: FolderListing | undefined): readonly string[] {
  if (!listing) return [];
  return [...listing.folders, ...[...listing.files].flatMap((name) => (name.endsWith(".py") && name !== initName ? [name.slice(0, -3)] : []))];
}

/** All that an absolute name may mean, where it is unclear which. */
export function candidates(written: string, { first, others }: Roots, list: Listings): readonly ModuleLocation[] {
  return [...first, ...others].flatMap((folder) => belowRoot(folder, written.split("."), list) ?? []);
}

/** Of the standard library: there before anybody could hide them. */
const importedAtStart: ReadonlySet<string> = new Set(["abc", "builtins", "codecs", "encodings", "errno", "faulthandler", "gc", "io", "itertools", "marshal", "os", "posix", "posixpath", "site", "stat", "sys", "time", "zipimport"]);

/** A module of a package by name. */
export function submodule({ folder }: Pick<ModuleLocation, "folder">, name: string, list: Listings): ModuleLocation | undefined {
  return folder === undefined ? undefined : child(folder, name, list);
}

/** The file that `%run` runs: the path as written, or with the ending that was left out. */
export function resolveRun(path: string, from: string, list: Listings): string | undefined {
  if (/^(?:[\\/~]|[A-Za-z]:)/u.test(path)) return undefined;
  const target = joinUri(parentUri(from), path.replaceAll("\\", "/"));
  const listing = list(parentUri(target));
  const ending = ["", ".py", ".ipynb"].find((each) => /\.(?:py|ipynb)$/iu.test(target + each) && listing?.files.has(nameOf(target + each)) === true);
  return ending === undefined ? undefined : target + ending;
}

function belowRoot(folder: string, segments: readonly string[], list: Listings): ModuleLocation | undefined {
  return below({ uri: `${folder}/`, folder }, segments, list);
}

/** The module at the end of a way of names. No names: the package itself. */
function below(start: ModuleLocation, segments: readonly string[], list: Listings): ModuleLocation | undefined {
  let found: ModuleLocation | undefined = segments.length === 0 ? packageIn(start.folder ?? "", list) : start;
  for (const segment of segments) found = found && submodule(found, segment, list);
  // A folder of data is no package.
  return found && (!isFolder(found) || holdsModules(list(found.folder ?? ""))) ? found : undefined;
}

function child(folder: string, name: string, list: Listings): ModuleLocation | undefined {
  const listing = list(folder);
  const inner = listing?.folders.has(name) === true ? packageIn(joinUri(folder, name), list) : undefined;
  if (inner && !isFolder(inner)) return inner;
  return listing?.files.has(`${name}.py`) === true ? { uri: joinUri(folder, `${name}.py`), folder: undefined } : inner;
}

function packageIn(folder: string, list: Listings): ModuleLocation {
  return { uri: list(folder)?.files.has(initName) === true ? joinUri(folder, initName) : `${folder}/`, folder };
}

export function isFolder(location: ModuleLocation | undefined): boolean {
  return location?.uri.endsWith("/") === true;
}

function holdsModules(listing: FolderListing | undefined): boolean {
  return listing !== undefined && ([...listing.files].some((name) => name.endsWith(".py")) || listing.folders.size > 0);
}

/** A folder and those around it, up to and including the workspace's. */
function foldersUpTo(start: string, workspace: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = start; ; folder = parentUri(folder)) {
    folders.push(folder);
    if (folder === workspace || parentUri(folder) === folder) return folders;
  }
}

const initName = "__init__.py";
