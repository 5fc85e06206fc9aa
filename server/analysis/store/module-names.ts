/**
 * From the name in an import statement to a file of the repository.
 *
 * Feast imports each file with the repository's folder as a root of `sys.path`; people also write the folder's own name first, as
 * they do when the project's folder is the root.
 *
 *     in views/orders.py:   from .names import X        -> views/names.py
 *                           from . import names         -> views/__init__.py, and views/names.py for the name
 *                           from data_sources import *  -> data_sources.py
 *                           import feature_repo.entities (the repository's folder is feature_repo) -> entities.py
 */

export interface ModuleNames {
  /** Absolute dotted name of the module in a file: `views.orders`, `views` for `views/__init__.py`. */
  nameOf(path: string): string;
  /** The file of a module by absolute name. */
  fileOf(name: string): string | undefined;
  /** Whether a module or a folder of modules has this name. */
  isModule(name: string): boolean;
  /** Absolute name of what an import statement in a file names: `.names.X` in views/orders.py is `views.names.X`. */
  absolute(written: string, inPath: string): string;
}

/** @param folder Name of the repository's folder. */
export function moduleNames(paths: readonly string[], folder: string): ModuleNames {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  for (const path of paths) {
    const name = nameOf(path);
    files.set(name, path);
    for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) packages.add(name.slice(0, dot));
  }
  return {
    nameOf,
    fileOf: (name) => files.get(name),
    isModule: (name) => files.has(name) || packages.has(name),
    absolute(written, inPath) {
      const dots = /^\.*/.exec(written)?.[0].length ?? 0;
      if (dots === 0) {
        const [first, ...rest] = written.split(".");
        const isOwnFolder = first === folder && rest.length > 0 && !files.has(folder) && !packages.has(folder);
        return isOwnFolder ? rest.join(".") : written;
      }
      const steps = inPath.split("/").slice(0, -1);
      const base = steps.slice(0, Math.max(0, steps.length - (dots - 1)));
      return [...base, ...written.slice(dots).split(".")].filter((step) => step !== "").join(".");
    },
  };
}

function nameOf(path: string): string {
  return path
    .replace(/\.py$/, "")
    .replace(/(^|\/)__init__$/, "")
    .replaceAll("/", ".");
}
