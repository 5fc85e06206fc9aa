/**
 * The answers that one document's interpreter gets from the module graph, each remembered with its question: when all of them are
 * the same as before, so is everything that was made of them.
 *
 * What a module of the workspace does not bind, or does not tell because it imports the reader, is unknown; it is no library's.
 */
import { canonicalName } from "../knowledge/callables.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Exports } from "./analysis.ts";
import type { ModuleGraph, ModuleNode } from "./module-graph.ts";
import { isMutable } from "./join.ts";
import { isFolder } from "./module-resolution.ts";
import type { ModuleLocation } from "./module-resolution.ts";
import type { Value } from "./value.ts";
import { moduleKey, readModuleKey } from "./workspace-modules.ts";
import type { WorkspaceModules } from "./workspace-modules.ts";

export class WorkspaceAnswers implements WorkspaceModules {
  readonly #graph: ModuleGraph;
  readonly #reader: ModuleNode;

  constructor(graph: ModuleGraph, reader: ModuleNode) {
    this.#graph = graph;
    this.#reader = reader;
  }

  value(name: string, from: string): Value | undefined {
    return this.#asked(`=${from} ${name}`, () => this.#value(name, from));
  }

  names(module: string, from: string, which: "public" | "all"): readonly string[] | undefined {
    return this.#asked(`*${which} ${from} ${module}`, () => this.#names(module, from, which)?.join(" "))?.split(" ").filter((name) => name !== "");
  }

  run(path: string, from: string): Value | undefined {
    return this.#asked(`%${from} ${path}`, () => {
      const uri = this.#graph.run(path, from);
      return uri === undefined ? undefined : this.#graph.interner.module(moduleKey(uri));
    });
  }

  globals(documentUri: string): ((name: string) => Value | undefined) | undefined {
    if (documentUri === this.#reader.uri || !this.#exports(documentUri)) return undefined;
    return (name) => this.#asked(`g${documentUri} ${name}`, () => this.#global(documentUri, name));
  }

  isStable(classNode: Node, attribute: string): boolean {
    return this.#asked(`s${String(this.#graph.interner.nodeId(classNode))} ${attribute}`, () => this.#graph.isStable(classNode, attribute, this.#reader));
  }

  header(path: string): readonly string[] | undefined {
    // Asked as a text: a list would be another one each time.
    const answer = this.#asked(`h${path}`, () => {
      const fields = this.#graph.header(path, this.#reader);
      return fields && JSON.stringify(fields);
    });
    return answer === undefined ? undefined : (JSON.parse(answer) as readonly string[]);
  }

  #asked<T>(question: string, ask: () => T): T {
    const answer = ask();
    if (!this.#reader.asked.has(question)) this.#reader.asked.set(question, { ask, answer });
    return answer;
  }

  #value(name: string, from: string): Value | undefined {
    const { interner } = this.#graph;
    const key = readModuleKey(name);
    if (key) return key.rest === "" ? interner.module(moduleKey(key.uri)) : this.#attribute(key.uri, key.rest);
    if (!name.startsWith(".") && !this.#graph.isNamed(name, from)) return this.#graph.isUnclear(name, from) ? interner.unknown : undefined;
    const dot = name.lastIndexOf(".");
    const isRelative = /^\.*$/u.test(name.slice(0, dot + 1));
    const module = dot < 0 ? name : name.slice(0, isRelative ? dot + 1 : dot);
    const found = this.#graph.find(module, from);
    if (!found && this.#graph.isUnclear(module, from)) {
      // Of the folders of a name, one may hold the module.
      const inner = dot < 0 || isRelative ? undefined : this.#graph.find(name, from);
      return inner ? interner.module(moduleKey(inner.uri)) : interner.unknown;
    }
    if (!found) return undefined;
    return dot < 0 ? interner.module(moduleKey(found.uri)) : this.#member(found, name.slice(dot + 1));
  }

  /** `a.b` of a module. */
  #attribute(uri: string, path: string): Value {
    const { interner } = this.#graph;
    const [first = "", ...rest] = path.split(".");
    let value = this.#memberOfLoaded(uri, first);
    for (const name of rest) {
      const { type } = value;
      const key = type?.kind === "module" ? readModuleKey(type.name) : undefined;
      if (key) value = this.#memberOfLoaded(key.uri, name);
      else if (type?.kind === "module" || type?.kind === "symbol") value = interner.symbol(canonicalName(`${type.name}.${name}`));
      else return interner.unknown;
    }
    return value;
  }

  /** Of a module that no import leads to nobody knows anything, though it may be open. */
  #memberOfLoaded(uri: string, name: string): Value {
    const owner = { uri, folder: folderOf(uri) };
    const isLoaded = isFolder(owner) || uri === this.#reader.uri || this.#graph.isReached(uri, this.#reader);
    return isLoaded ? this.#member(owner, name, true) : this.#graph.interner.unknown;
  }

  /** A name of a module, or a module of a package. @param isAttribute of a package it has those modules that somebody imports, and no others */
  #member(owner: ModuleLocation, name: string, isAttribute = false): Value {
    const { interner } = this.#graph;
    const inner = owner.folder === undefined || (isAttribute && !this.#graph.isLoaded(owner.folder, name, this.#reader)) ? undefined : this.#graph.submodule(owner.folder, name, this.#reader);
    const asModule = inner && interner.module(moduleKey(inner.uri));
    if (isFolder(owner)) return asModule ?? interner.unknown;
    const bound = asModule && this.#graph.binds(owner.uri, name, this.#reader);
    if (asModule && bound !== "yes") {
      // The package's `__getattr__` is asked before its folder is looked into.
      if (this.#graph.binds(owner.uri, "__getattr__", this.#reader) !== "no") return interner.unknown;
      if (!this.#graph.mayBring(owner.uri, name, this.#reader)) return asModule;
      const exports = this.#exports(owner.uri);
      return exports?.isOpen === false && (exports.values.get(name) ?? asModule) === asModule ? asModule : interner.unknown;
    }
    const value = this.#asSeen(name, this.#exports(owner.uri)?.values.get(name)) ?? interner.unknown;
    return inner && value !== asModule && !this.#graph.isSettled(owner.uri, name, inner.uri) ? interner.unknown : value;
  }

  /** A global of the module whose function runs; a name that is not bound there is a builtin's. */
  #global(uri: string, name: string): Value | undefined {
    const exports = this.#exports(uri);
    return this.#asSeen(name, exports?.values.get(name)) ?? (exports?.isOpen === false ? undefined : this.#graph.interner.unknown);
  }

  /** What others made of a value, when it is looked at from here. */
  #asSeen(name: string, value: Value | undefined): Value | undefined {
    if (!value) return undefined;
    const { bound, changed } = this.#graph.touched(this.#reader);
    return bound.has(name) || (changed.has(name) && isMutable(value)) ? this.#graph.interner.unknown : value;
  }

  #names(module: string, from: string, which: "public" | "all"): readonly string[] | undefined {
    const uri = readModuleKey(module)?.uri ?? this.#graph.find(module, from)?.uri;
    const exports = uri === undefined ? undefined : this.#exports(uri);
    if (!exports) return uri === undefined ? undefined : this.#perhaps(uri, which);
    if (exports.isOpen) return undefined;
    const perhaps = this.#graph.perhapsBound(uri ?? "");
    const own = [...exports.values.keys()].map((name) => (perhaps.has(name) ? `${name}~` : name));
    if (which === "all") return own;
    const listed = exports.values.get("__all__");
    if (!listed) {
      const others = [...this.#graph.touched(this.#reader).bound].filter((name) => !exports.values.has(name)).map((name) => `${name}?`);
      return [...new Set([...own, ...this.#loaded(uri, exports), ...others])].filter((name) => !name.startsWith("_"));
    }
    const { type } = listed;
    if (type?.kind !== "list" && type?.kind !== "tuple") return undefined;
    const names = type.elements.map(({ constant }) =>
      constant?.kind === "text" && constant.pieces.every(({ kind }) => kind === "literal")
        ? constant.pieces.map((piece) => (piece.kind === "literal" ? piece.text : "")).join("") : undefined);
    return names.every((name) => name !== undefined) ? names : undefined;
  }

  /** Of a module that imports the reader, or would import others if the reader ran it: what is written in it. */
  #perhaps(uri: string, which: "public" | "all"): readonly string[] | undefined {
    const written = this.#graph.namesWritten(uri, this.#reader);
    // What is listed and not written is made when it is asked for.
    if (!written || (written.has("__all__") && written.has("__getattr__"))) return undefined;
    const names = new Set([...written, ...this.#graph.touched(this.#reader).bound]);
    return [...names].filter((name) => which === "all" || written.has("__all__") || !name.startsWith("_")).map((name) => `${name}?`).sort();
  }

  /** Modules of a package that somebody imports are among its names; when, is known where it is the package that does. */
  #loaded(uri: string | undefined, { values }: Exports): readonly string[] {
    const folder = uri === undefined ? undefined : folderOf(uri);
    if (folder === undefined) return [];
    const own = new Set(this.#graph.loads(uri ?? "").map((each) => this.#graph.submodule(folder, each.slice(folder.length + 1).split(/\W/u, 1)[0] ?? "", this.#reader)?.uri));
    return this.#graph.loadedIn(folder, this.#reader).filter((name) => !values.has(name)).map((name) => {
      const inner = this.#graph.submodule(folder, name, this.#reader);
      return inner && own.has(inner.uri) ? name : `${name}?`;
    });
  }

  #exports(uri: string): Exports | undefined {
    return this.#graph.exports(uri, this.#reader);
  }
}

/** Of a package, by its file or folder. */
function folderOf(uri: string): string | undefined {
  return /^(?<folder>.*)\/(?:__init__\.py)?$/u.exec(uri)?.groups?.["folder"];
}
