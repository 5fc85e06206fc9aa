/**
 * What one folder holds as far as imports are concerned: Python files, notebooks and folders, without what git ignores and without
 * other people's code. The same judgement as in collect-files.ts, for one folder instead of a walk.
 *
 * A folder that is ignored itself is asked for only because a document in it is open: then everything in it counts.
 */
import { readToml } from "../analysis/engine/toml.ts";
import type { TomlTable, TomlValue } from "../analysis/engine/toml.ts";
import type { FolderListing } from "../analysis/semantic/module-resolution.ts";
import { joinUri, parentUri } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { holdsEnvironment, ignoreFilesAbove, isIgnored, isPythonFile, readIgnoreFile, skippedFolders } from "./collect-files.ts";

const empty: FolderListing = { files: new Set(), folders: new Set(), sources: [] };

/** `undefined` when there is no such folder, or it cannot be read. */
export async function listFolder(host: Pick<Host, "readFile" | "readDirectory" | "stat">, folder: string): Promise<FolderListing | undefined> {
  const entries = await host.readDirectory(folder).catch(() => undefined);
  if (!entries) return undefined;
  const names = new Set(entries.map(({ name }) => name));
  if (holdsEnvironment(names)) return empty;
  const above = await ignoreFilesAbove(host, folder);
  const ignores = isIgnored(folder, above, true) ? [] : [...above, ...(names.has(".gitignore") ? await readIgnoreFile(host, folder, ".gitignore") : [])];
  const files = new Set<string>();
  const folders = new Set<string>();
  for (const { name, kind } of entries) {
    const uri = joinUri(folder, name);
    if (kind === "directory") {
      if (!skippedFolders.has(name) && !isIgnored(uri, ignores, true)) folders.add(name);
    } else if (kind !== "other" && isPythonFile(name) && !isIgnored(uri, ignores, false)) {
      if (kind === "file" || (await host.stat(uri).catch(() => undefined))?.kind === "file") files.add(name);
    }
  }
  return { files, folders, sources: names.has("pyproject.toml") ? await sourceFolders(host, folder) : [] };
}

/**
 * Folders of packages that a pyproject.toml names for setuptools, Poetry or pytest:
 *
 *     [tool.setuptools]                      package-dir = {"" = "lib"}
 *     [tool.setuptools.packages.find]        where = ["lib"]
 *     [tool.poetry]                          packages = [{ include = "churn", from = "lib" }]
 *     [tool.pytest.ini_options]              pythonpath = ["lib"]
 */
async function sourceFolders(host: Pick<Host, "readFile">, folder: string): Promise<readonly string[]> {
  const bytes = await host.readFile(joinUri(folder, "pyproject.toml")).catch(() => undefined);
  if (!bytes) return [];
  const { root } = readToml(new TextDecoder().decode(bytes));
  const packages = at(root, "tool", "poetry", "packages");
  const named = [
    at(root, "tool", "setuptools", "package-dir", ""),
    ...items(at(root, "tool", "setuptools", "packages", "find", "where")),
    ...items(packages).map((each) => at(each, "from")),
    ...items(at(root, "tool", "pytest", "ini_options", "pythonpath")),
  ];
  const paths = named.flatMap((value) => (value?.kind === "string" && !/^(?:[\\/~]|[A-Za-z]:)/u.test(value.value) ? [value.value] : []));
  return [...new Set(paths.map((path) => joinUri(folder, path)))].filter((uri) => uri !== folder && uri !== parentUri(folder));
}

function at(value: TomlValue | undefined, ...keys: readonly string[]): TomlValue | undefined {
  let found = value;
  for (const key of keys) found = found?.kind === "table" ? entryOf(found, key) : undefined;
  return found;
}

function entryOf(table: TomlTable, key: string): TomlValue | undefined {
  return table.entries.get(key)?.value;
}

function items(value: TomlValue | undefined): readonly TomlValue[] {
  return value?.kind === "array" ? value.items : value?.kind === "string" ? [value] : [];
}
