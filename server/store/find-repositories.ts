/**
 * Finds Feast repositories below some folders: every folder that holds a `feature_store.yaml`, or settings that Feast is told of with -f.
 *
 *     repo/feature_store.yaml                               the settings
 *     repo/feature_store_prod.yaml, no feature_store.yaml   the settings, as there is no other such file
 *     repo/feature_store_{dev,prod}.yaml                    a repository whose settings depend on who asks
 *
 * The walk does not enter version control, caches, virtual environments and installed packages, follows no symbolic link,
 * and stops at a depth and a number of folders that no real workspace reaches.
 */
import { HostError } from "../host.ts";
import type { Host } from "../host.ts";
import { joinUri, nameOf, parentUri } from "../analysis/text/uri.ts";
import { readText } from "./read-text.ts";

export const configName = "feature_store.yaml";
const maxDepth = 16;
const maxFolders = 50_000;
const skipped = new Set([
  ".git", ".hg", ".svn", ".venv", ".tox", ".nox", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".ipynb_checkpoints", ".idea",
  ".vscode", ".cache", "__pycache__", "node_modules", "site-packages", "__pypackages__",
]);

export interface WalkResult {
  /** URIs in walk order. */
  readonly files: readonly string[];
  /** Folders that could not be listed, in the user's words; and whether the walk gave up. */
  readonly failures: readonly { readonly uri: string; readonly message: string }[];
}

export interface FoundRepository {
  readonly root: string;
  /** `undefined` where there are several, and none is the usual one. */
  readonly config: string | undefined;
}

/** The usual name, or one that may be given to Feast with -f. */
export function mayBeConfig(name: string): boolean {
  return /^feature_store[\w.-]*\.ya?ml$/.test(name);
}

/** Repositories at or below `roots`. */
export async function findRepositories(host: Host, roots: readonly string[]): Promise<readonly FoundRepository[]> {
  const named = new Map<string, string[]>();
  for (const root of roots) {
    const { files } = await walk(host, root, mayBeConfig);
    for (const file of files) named.set(parentUri(file), [...(named.get(parentUri(file)) ?? []), file]);
  }
  const found: FoundRepository[] = [];
  for (const [root, files] of named) {
    const usual = files.find((file) => nameOf(file) === configName);
    const configs = usual === undefined ? await settingsAmong(host, files) : [usual];
    if (configs.length > 0) found.push({ root, config: configs.length === 1 ? configs[0] : undefined });
  }
  return found;
}

/** Those that say what Feast's settings must. */
async function settingsAmong(host: Host, files: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of new Set(files)) {
    const read = await readText(host, file);
    if ("text" in read && /^project\s*:/mu.test(read.text) && /^(?:registry|provider)\s*:/mu.test(read.text)) found.push(file);
  }
  return found;
}

/** Files below a folder whose name is wanted. */
export async function walk(host: Host, root: string, isWanted: (name: string) => boolean): Promise<WalkResult> {
  const files: string[] = [];
  const failures: { uri: string; message: string }[] = [];
  let pending = [{ uri: joinUri(root), depth: 0 }];
  let folders = 0;
  while (pending.length > 0) {
    const next: typeof pending = [];
    for (const { uri, depth } of pending) {
      folders += 1;
      if (folders > maxFolders || depth > maxDepth) {
        failures.push({ uri, message: "too many folders: what lies below was not read" });
        if (folders > maxFolders) return { files, failures };
        continue;
      }
      let entries;
      try {
        entries = await host.readDirectory(uri);
      } catch (error) {
        failures.push({ uri, message: error instanceof HostError ? error.message : String(error) });
        continue;
      }
      if (depth > 0 && entries.some(({ name }) => name === "pyvenv.cfg" || name === "conda-meta")) continue;
      for (const { name, kind } of entries) {
        const child = joinUri(uri, name);
        if (kind === "file" && isWanted(name)) files.push(child);
        else if (kind === "directory" && !skipped.has(name)) next.push({ uri: child, depth: depth + 1 });
      }
    }
    pending = next;
  }
  return { files, failures };
}
