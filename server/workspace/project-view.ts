/**
 * What refactorings see of the project around a document: where it begins, where its modules lie, and the texts of its files.
 *
 *     shop/
 *       pyproject.toml                   root: the nearest folder with a pyproject.toml, setup.cfg or setup.py
 *       src/churn/__init__.py            home: src/churn/, imported as churn
 *
 *     src/__init__.py                    home: src/, imported as src
 *     churn/__init__.py                  home: churn/, imported as churn
 *     src/clean.py                       home: src/, imported without a package
 *     churn/__init__.py, shop/__init__.py   the one that the project is named after, or that holds the document; else none
 *
 * A refactoring asks for texts while it works and cannot wait for a disk. So a text that is not known yet is answered as missing and
 * remembered, read afterwards, and the work is done once more, until it asks for nothing new.
 */
import { readToml } from "../analysis/engine/toml.ts";
import type { TomlValue } from "../analysis/engine/toml.ts";
import type { ModuleHome, ProjectView } from "../analysis/refactor/refactoring.ts";
import { isInside, joinUri, nameOf, parentUri } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { collectFiles } from "./collect-files.ts";
import { listFolder } from "./folder-listing.ts";
import { openedScript } from "./project-scripts.ts";
import { decodePython } from "./python-encoding.ts";

type Reader = Pick<Host, "readFile" | "readDirectory" | "stat">;

export interface Project {
  /** Does work that asks the view, until all that it asks for was there. Whatever it answered last is returned. Never rejects by itself. */
  perform<Result>(work: (view: ProjectView) => Result): Promise<Result>;
}

/** More rounds than any refactoring has steps from one file to the next. */
const maximumRounds = 30;

/**
 * @param workspace the folder of the workspace or repository that holds the document; nothing above it is looked at.
 * @param openText texts of files that are open in an editor, which count more than the disk.
 */
export async function findProject(
  host: Reader, document: string, workspace: string, openText: (uri: string) => string | undefined = () => undefined,
): Promise<Project> {
  const root = await rootOf(host, parentUri(document), workspace);
  const home = await homeOf(host, root, document);
  const texts = new Map<string, string | undefined>();
  const wanted = new Set<string>();
  let scripts: readonly string[] | undefined;
  let wantsScripts = false;
  const view: Required<ProjectView> = {
    root, home,
    opened: (uri, catalogue) => openedScript(uri, catalogue, view),
    text(uri) {
      const open = openText(uri);
      if (open !== undefined) return open;
      if (!texts.has(uri)) wanted.add(uri);
      return texts.get(uri);
    },
    scripts() {
      wantsScripts = true;
      return scripts ?? [];
    },
  };
  return {
    async perform(work) {
      let result = work(view);
      for (let round = 0; (wanted.size > 0 || (wantsScripts && !scripts)) && round < maximumRounds; round++) {
        if (wantsScripts && !scripts) scripts = await scriptsBelow(host, root);
        const uris = [...wanted];
        wanted.clear();
        await Promise.all(uris.map(async (uri) => { texts.set(uri, await readText(host, uri)); }));
        result = work(view);
      }
      return result;
    },
  };
}

/** More files than these are not looked at. */
const maximumScripts = 5_000;

async function scriptsBelow(host: Reader, root: string): Promise<readonly string[]> {
  const { files } = await collectFiles(host, [root], undefined, { accepts: (name) => name.endsWith(".py") });
  return files.slice(0, maximumScripts);
}

/** `undefined` also for a file that is no text: whoever wants to make one of this name finds it taken when it is written. */
async function readText(host: Reader, uri: string): Promise<string | undefined> {
  try {
    return decodePython(await host.readFile(uri)).text;
  } catch {
    return undefined;
  }
}

async function exists(host: Reader, uri: string): Promise<boolean> {
  return (await host.stat(uri).catch(() => undefined)) !== undefined;
}

async function rootOf(host: Reader, start: string, workspace: string): Promise<string> {
  for (let folder = start; isInside(workspace, folder); folder = parentUri(folder)) {
    // A package may have a module of that name.
    const names = await exists(host, joinUri(folder, "__init__.py")) ? ["pyproject.toml"] : ["pyproject.toml", "setup.cfg", "setup.py"];
    for (const name of names) if (await exists(host, joinUri(folder, name))) return folder;
    if (parentUri(folder) === folder) break;
  }
  return workspace;
}

// ---- where modules are -------------------------------------------------------------------------------------

/** Packages that are not what the project is about. */
const besides = new Set(["tests", "test", "testing", "docs", "doc", "examples", "example", "notebooks", "notebook", "scripts", "benchmarks", "bench", "tools"]);

async function homeOf(host: Reader, root: string, document: string): Promise<ModuleHome | undefined> {
  const listing = await listFolder(host, root);
  if (!listing) return undefined;
  const projectName = await projectNameOf(host, root);
  const source = listing.folders.has("src") ? [joinUri(root, "src")] : [];
  for (const folder of [...listing.sources, ...source]) {
    const inside = await listFolder(host, folder);
    if (!inside) continue;
    if (inside.files.has("__init__.py")) return { folder: `${folder}/`, packageName: nameOf(folder) };
    const found = await packageIn(host, folder, inside.folders, projectName, document);
    if (found === "several") return undefined;
    return found ?? { folder: `${folder}/`, packageName: "" };
  }
  const found = await packageIn(host, root, listing.folders, projectName, document);
  return found === "several" ? undefined : found;
}

async function packageIn(
  host: Reader, folder: string, names: Iterable<string>, projectName: string | undefined, document: string,
): Promise<ModuleHome | "several" | undefined> {
  const packages: string[] = [];
  for (const name of names) {
    if (/^[^\W\d]\w*$/u.test(name) && !besides.has(name) && await exists(host, joinUri(folder, name, "__init__.py"))) packages.push(name);
  }
  const [only] = packages;
  if (only === undefined) return undefined;
  const chosen = packages.length === 1 ? only
    : packages.find((name) => normalized(name) === projectName) ?? packages.find((name) => isInside(joinUri(folder, name), document));
  return chosen === undefined ? "several" : { folder: `${joinUri(folder, chosen)}/`, packageName: chosen };
}

/** Of `[project]` or `[tool.poetry]`, as packages are named. */
async function projectNameOf(host: Reader, root: string): Promise<string | undefined> {
  const pyproject = await readText(host, joinUri(root, "pyproject.toml"));
  if (pyproject === undefined) {
    const setup = await readText(host, joinUri(root, "setup.cfg"));
    const name = setup === undefined ? undefined : /^name[ \t]*=[ \t]*(?<name>[\w.-]+)/mu.exec(setup)?.groups?.["name"];
    return name === undefined ? undefined : normalized(name);
  }
  const { root: table } = readToml(pyproject);
  const name = [entry(table, "project", "name"), entry(table, "tool", "poetry", "name")].find((value) => value?.kind === "string");
  return name?.kind === "string" ? normalized(name.value) : undefined;
}

function normalized(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/gu, "_");
}

function entry(value: TomlValue, ...keys: readonly string[]): TomlValue | undefined {
  let found: TomlValue | undefined = value;
  for (const key of keys) found = found?.kind === "table" ? found.entries.get(key)?.value : undefined;
  return found;
}
