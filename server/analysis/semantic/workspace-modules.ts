/**
 * Other modules of the workspace, as an import statement of one document reaches them.
 *
 *     from .names import VIEW     value(".names.VIEW", from)     the value that VIEW has once names.py has run
 *     import sources              value("sources", from)         a module; its name is a key: file:///.../sources.py#
 *     sources.orders              value("file:///.../sources.py#.orders", from)
 *     from sources import *       names("sources", from)
 *     %run ./setup.ipynb          run("./setup.ipynb", from)     a module, whose names all come here
 *     make_view("a")              the body runs with globals("file:///.../sources.py")
 *
 * `from` is the document that holds the code: a function of another module imports as its own module does. Values of different
 * documents meet here, so all of them must come from one interner.
 */
import type { Node } from "../syntax/nodes.ts";
import type { Value } from "./value.ts";

export interface WorkspaceModules {
  /** By the name as written, with leading dots, or by a module's key. `undefined` for what is not of the workspace. */
  value(name: string, from: string): Value | undefined;
  /**
   * What a module binds: `public` is what a star import takes, `all` what `%run` does. `undefined` for a module that is not of the
   * workspace, and for one that may bind names which are not written in it. A name with a question mark is bound, or is not; with
   * a tilde its value is known where it is.
   */
  names(module: string, from: string, which: "public" | "all"): readonly string[] | undefined;
  /** The module that `%run` runs. */
  run(path: string, from: string): Value | undefined;
  /** Globals of the document that holds a function, for calling it from here. */
  globals(documentUri: string): ((name: string) => Value | undefined) | undefined;
  /** Whether nothing in the module that defines a class assigns this attribute of its objects, but the `__init__`. */
  isStable(classNode: Node, attribute: string): boolean;
  /** Fields of the header of a table that the workspace holds, by the path as the code has it. */
  header(path: string): readonly string[] | undefined;
}

/** A document on its own. */
export const noModules: WorkspaceModules = {
  value: () => undefined, names: () => undefined, run: () => undefined, globals: () => undefined, isStable: () => true,
  header: () => undefined,
};

/** Ends the key of a module, which no library's name does: what follows is a dot and a name. */
const keyEnd = "#";

/** The name of a module's value. @param uri of its file; of its folder, with a slash at the end, for a package without a file */
export function moduleKey(uri: string): string {
  return uri + keyEnd;
}

/** The module's URI, and the name after it; `undefined` for a name that does not start with a key. */
export function readModuleKey(name: string): { readonly uri: string; readonly rest: string } | undefined {
  const end = name.indexOf(keyEnd);
  return end < 0 ? undefined : { uri: name.slice(0, end), rest: name.slice(end + keyEnd.length + 1) };
}
