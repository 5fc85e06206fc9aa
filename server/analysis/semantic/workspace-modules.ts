/**
 * Other modules of the workspace, as an import statement of one document reaches them.
 *
 *     from .names import VIEW     value(".names.VIEW")     the value that VIEW has once names.py has run
 *     import sources              sources.orders ->  value("sources.orders")
 *     from sources import *       names("sources")
 *     make_view("a")              the body runs with globals("file:///.../sources.py")
 *
 * Values of different documents meet here, so all of them must come from one interner. An interpreter with such modules is
 * good for as long as none of them changes.
 */
import type { Value } from "./value.ts";

export interface WorkspaceModules {
  /** By the name as written, with leading dots. `undefined` for what is not of the workspace; a module is a value too. */
  value(name: string): Value | undefined;
  /** What a star import binds; `undefined` for a module that is not of the workspace. */
  names(module: string): readonly string[] | undefined;
  /** Globals of the document that holds a function, for calling it from here. */
  globals(documentUri: string): ((name: string) => Value | undefined) | undefined;
}

/** A document on its own. */
export const noModules: WorkspaceModules = { value: () => undefined, names: () => undefined, globals: () => undefined };
