/**
 * What the names of a package's modules stand for, as far as the text of its `__init__.py` tells: a name that it binds itself comes before
 * a module of its folder, and the first import of a module puts the module there.
 *
 *     shop/__init__.py      from . import views         views: its own module, and nothing else
 *                           from .names import *        config, too, if names.py binds one: then that one
 *                           orders = load()             orders: no module, unless orders.py is first imported later
 */
import { starNamesOf } from "../knowledge/star-names.ts";
import type { Document } from "../syntax/document.ts";
import { parentUri } from "../text/uri.ts";
import { importBindingsAtOnce, importBindingsIn } from "./import-bindings.ts";
import type { ImportBinding } from "./import-bindings.ts";
import { bindsName, importsOf, namesBound } from "./module-imports.ts";
import { isFolder } from "./module-resolution.ts";
import type { ModuleLocation } from "./module-resolution.ts";

/** What is asked of the map of the workspace. */
export interface PackageFiles {
  document(uri: string): Document | undefined;
  /** The module that an import statement names. */
  find(written: string, from: string): ModuleLocation | undefined;
  submodule(folder: string, name: string, reader: string): ModuleLocation | undefined;
  /** Names of the modules in a folder. */
  modulesIn(folder: string, reader: string): readonly string[];
}

/** Whether a module binds a name by a statement that is written in it; `import`: a package binds its own module of the name, and nothing else. */
export function bindsWritten(files: PackageFiles, uri: string, name: string): "no" | "import" | "yes" {
  const document = files.document(uri);
  const bound = document ? bindsName(document, name) : "no";
  if (!document || bound !== "import") return bound;
  const folder = parentUri(uri);
  const isOwn = (each: ImportBinding): boolean => each.bound !== name || (each.name === name && files.find(each.module, uri)?.folder === folder);
  return document.units.flatMap(importBindingsIn).every(isOwn) ? "import" : "yes";
}

/**
 * Whether what a package binds to the name of one of its modules is what the name stands for when the package has run: the first import of
 * the module puts the module there, so it must not come later.
 */
export function isSettled(files: PackageFiles, uri: string, name: string, module: string): boolean {
  const units = files.document(uri)?.units ?? [];
  const bound = units.findLastIndex((unit) => bindsName({ units: [unit] }, name) !== "no");
  const first = units.findIndex((unit) => importBindingsAtOnce(unit).some((each) => loadedBy(files, each, uri).includes(module)));
  return first >= 0 && first <= bound;
}

/** Modules that a module loads whenever it runs. */
export function loadedAtOnce(files: PackageFiles, uri: string): readonly string[] {
  const units = files.document(uri)?.units ?? [];
  return units.flatMap(importBindingsAtOnce).flatMap((each) => loadedBy(files, each, uri));
}

function loadedBy(files: PackageFiles, { module, name }: ImportBinding, uri: string): readonly string[] {
  const found = files.find(module, uri);
  if (!found) return [];
  const part = name === undefined || found.folder === undefined || bindsWritten(files, found.uri, name) === "yes" ? undefined : files.submodule(found.folder, name, uri);
  return part ? [found.uri, part.uri] : [found.uri];
}

/** Whether a star in a module may bring something of this name. */
export function mayBring(files: PackageFiles, uri: string, name: string): boolean {
  const document = files.document(uri);
  return document !== undefined && importsOf(document).modules.some(({ module, names }) => {
    if (names?.length !== 0) return false;
    const found = files.find(module, uri);
    if (found) return namesWritten(files, found.uri)?.has(name) !== false;
    return starNamesOf(module)?.includes(name) !== false;
  });
}

/**
 * Names that a module may bind, by what is written in it and in those that it has stars of. `undefined` where others may be bound: by the
 * star of a library, or by code that makes names.
 *
 * @param misled modules whose absolute imports mean something else
 */
export function namesWritten(files: PackageFiles, uri: string, misled?: ReadonlySet<string>): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  // Grows while it is gone through.
  const modules = new Set([uri]);
  for (const each of modules) {
    const document = files.document(each);
    if (!document || document.units.some(({ text }) => makesNames.test(text))) return undefined;
    for (const name of namesBound(document)) names.add(name);
    if (each.endsWith(initName)) for (const name of files.modulesIn(parentUri(each), uri)) names.add(name);
    for (const { module, names: asked } of importsOf(document).modules) {
      if (asked?.length !== 0) continue;
      const found = misled?.has(each) === true && !module.startsWith(".") ? undefined : files.find(module, each);
      if (!found || isFolder(found)) return undefined;
      modules.add(found.uri);
    }
  }
  return names;
}

/** Code that may bind names which are not written. */
const makesNames = /\b(?:globals|vars|locals|exec|setattr|modules|__dict__)\b|^\s*%/mu;
const initName = "/__init__.py";
