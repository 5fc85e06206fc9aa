/**
 * Finds the Python files and notebooks below some folders, as git would: what .gitignore (of every folder, of the folders
 * above the start up to the repository, and .git/info/exclude) or the settings' `exclude` names is left out. So are folders
 * that hold other people's or generated code. A file that is named outright is always taken.
 *
 * Symbolic links to files are followed, those to folders are not (as git, so that walks end and no file comes twice).
 * A folder that cannot be read is reported and does not stop the walk.
 */
import { HostError } from "../host.ts";
import type { Host } from "../host.ts";
import { isExcluded, pathPatterns } from "./path-patterns.ts";
import type { PathPatterns } from "./path-patterns.ts";
import { foldersToRepository } from "./repository.ts";
import type { SettingsFinder } from "./settings-discovery.ts";
import { joinUri, relativePath } from "../analysis/text/uri.ts";

export interface CollectedFiles {
  /** In the order of the roots, then by folder and name; no file twice. */
  readonly files: readonly string[];
  /** Folders and named paths that could not be read. `named`: the user gave this path, and it is the whole of the failure. */
  readonly errors: readonly { readonly uri: string; readonly message: string; readonly named: boolean }[];
}

export interface CollectOptions {
  /** Which names count; by default Python files and notebooks. */
  readonly accepts?: (name: string) => boolean;
  /** Asked now and then. */
  readonly cancelled?: () => boolean;
}

export function isPythonFile(name: string): boolean {
  return /\.(?:py|pyw|ipynb)$/i.test(name);
}

/** Never somebody's own code. */
export const skippedFolders: ReadonlySet<string> = new Set([
  ".git", ".hg", ".svn", ".venv", "venv", ".tox", ".nox", ".eggs", "node_modules", "__pycache__", ".ipynb_checkpoints",
  "site-packages", "__pypackages__", ".mypy_cache", ".ruff_cache", ".pytest_cache", "build", "dist",
]);

/** A virtual environment, whatever its name. */
export function holdsEnvironment(names: ReadonlySet<string>): boolean {
  return names.has("pyvenv.cfg") || names.has("conda-meta");
}

type Walker = Pick<Host, "readFile" | "readDirectory" | "stat">;

export async function collectFiles(
  host: Walker,
  roots: readonly string[],
  settings: SettingsFinder | undefined,
  options: CollectOptions = {},
): Promise<CollectedFiles> {
  const accepts = options.accepts ?? isPythonFile;
  const files = new Set<string>();
  const errors: { uri: string; message: string; named: boolean }[] = [];

  const walk = async (folder: string, ignores: readonly IgnoreFile[], named: boolean): Promise<void> => {
    if (options.cancelled?.() === true) return;
    let entries;
    try {
      entries = await host.readDirectory(folder);
    } catch (error) {
      errors.push({ uri: folder, message: messageOf(error), named });
      return;
    }
    const names = new Set(entries.map((entry) => entry.name));
    if (holdsEnvironment(names) && !named) return;
    const here = [...ignores];
    if (names.has(".gitignore")) here.push(...(await readIgnoreFile(host, folder, ".gitignore")));
    const found = settings && (await settings.find(joinUri(folder, "_"))).settings;
    for (const entry of entries) {
      const uri = joinUri(folder, entry.name);
      if (entry.kind === "directory") {
        if (skippedFolders.has(entry.name) || isIgnored(uri, here, true) || (found && isExcluded(uri, found, true))) continue;
        await walk(uri, here, false);
      } else if (entry.kind !== "other" && accepts(entry.name)) {
        if (isIgnored(uri, here, false) || (found && isExcluded(uri, found))) continue;
        if (entry.kind === "link" && (await host.stat(uri).catch(() => undefined))?.kind !== "file") continue;
        files.add(uri);
      }
    }
  };

  for (const root of roots) {
    const stat = await host.stat(root).catch(() => undefined);
    if (!stat) errors.push({ uri: root, message: "there is no such file or folder", named: true });
    else if (stat.kind === "file") files.add(root);
    else if (stat.kind === "directory") {
      const above = await ignoreFilesAbove(host, root);
      // Naming a folder that git ignores means wanting it.
      await walk(root, isIgnored(root, above, true) ? [] : above, true);
    }
    else errors.push({ uri: root, message: "it is neither a file nor a folder", named: true });
  }
  return { files: [...files], errors };
}

/** The patterns of one .gitignore, relative to its folder. */
export interface IgnoreFile {
  readonly folder: string;
  readonly patterns: PathPatterns;
}

/** The deepest file that has an opinion decides, as in git. Folders above have been asked on the way down. */
export function isIgnored(uri: string, ignores: readonly IgnoreFile[], isFolder: boolean): boolean {
  for (let index = ignores.length - 1; index >= 0; index--) {
    const file = ignores[index];
    const opinion = file?.patterns.test(relativePath(file.folder, uri) + (isFolder ? "/" : ""));
    if (opinion !== undefined) return opinion;
  }
  return false;
}

/** .git/info/exclude and the .gitignore files from the repository's root down to the folder above the start. */
export async function ignoreFilesAbove(host: Walker, start: string): Promise<IgnoreFile[]> {
  const folders = await foldersToRepository(host, start);
  const repository = folders?.[folders.length - 1];
  // Outside a repository only the .gitignore files inside the start count.
  if (!folders || repository === undefined) return [];
  const ignores = await readIgnoreFile(host, repository, ".git/info/exclude");
  for (const folder of folders.slice(1).reverse()) ignores.push(...(await readIgnoreFile(host, folder, ".gitignore")));
  return ignores;
}

export async function readIgnoreFile(host: Walker, folder: string, path: string): Promise<IgnoreFile[]> {
  try {
    const bytes = await host.readFile(joinUri(folder, path));
    return [{ folder, patterns: pathPatterns(new TextDecoder().decode(bytes)) }];
  } catch {
    return [];
  }
}

function messageOf(error: unknown): string {
  return error instanceof HostError ? error.message : String(error);
}
