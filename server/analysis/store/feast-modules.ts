/**
 * The modules of a repository, interpreted together: each after the ones that it imports.
 *
 *     views.py imports entities.py and names.py     order: entities, names, views
 *
 * Kept from one reading to the next: the tree of every file whose text is the same, and the interpretation of every module that
 * neither changed nor imports one that did. A circle of imports is cut where it closes; the name behind it stays unknown.
 */
import { createInterpreter } from "../semantic/interpreter.ts";
import { Interner } from "../semantic/interner.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { WorkspaceModules } from "../semantic/workspace-modules.ts";
import { Document } from "../syntax/document.ts";
import type { Expression } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { elements, text } from "./construction.ts";
import type { SourceFile } from "./feast.ts";
import { moduleNames } from "./module-names.ts";
import type { ModuleNames } from "./module-names.ts";

export interface InterpretedModule {
  readonly file: SourceFile;
  /** What the module's names hold once it has run, each value once. */
  readonly values: readonly Value[];
  /** Syntax errors, at offsets of the file. */
  readonly problems: readonly { readonly start: number; readonly end: number; readonly message: string }[];
  /** It may hold objects that are not among `values`: names made at run time, imports that could not be followed. */
  readonly isOpen: boolean;
}

export interface ModuleReader {
  /** Modules that have to do with Feast, directly or through what they import, in the order of their paths. */
  read(root: string, files: readonly SourceFile[]): readonly InterpretedModule[];
}

interface Parsed {
  readonly source: SourceFile["source"];
  readonly document: Document;
  /** Modules named in import statements, as written. */
  readonly imports: readonly string[];
  readonly mentionsFeast: boolean;
  /** It calls `globals()`, `exec()` ...: it may bind names that are not written. */
  readonly bindsAnything: boolean;
}

interface Interpreted {
  readonly parsed: Parsed;
  readonly imported: readonly (Interpreted | undefined)[];
  readonly analysis: DocumentAnalysis;
  readonly module: InterpretedModule;
}

const bindingBuiltins = new Set(["globals", "locals", "vars", "exec", "setattr"]);

/** Modules that import each other one after the other. */
const maximumDepth = 100;

/** Values beyond which everything is forgotten and read afresh. */
const maximumValues = 2_000_000;

export function createModuleReader(): ModuleReader {
  let interner = new Interner();
  let parsed = new Map<string, Parsed>();
  let interpreted = new Map<string, Interpreted>();

  return {
    read(root, files) {
      if (interner.size > maximumValues) {
        interner = new Interner();
        interpreted = new Map();
      }
      parsed = new Map(files.map((file) => [file.path, parse(file, parsed.get(file.path))]));
      const reading = new Reading(interner, root, files, parsed, interpreted);
      interpreted = reading.all();
      return [...interpreted.values()].map(({ module }) => module).toSorted((a, b) => (a.file.path < b.file.path ? -1 : 1));
    },
  };
}

function parse(file: SourceFile, known: Parsed | undefined): Parsed {
  if (known?.source === file.source) return known;
  const document = Document.script(file.uri, file.source.text);
  const imports: string[] = [];
  let bindsAnything = false;
  walk(document.units.flatMap((unit) => unit.body), (node) => {
    if (node.kind === "Import") imports.push(...node.names.map(({ name }) => name.name));
    if (node.kind === "ImportFrom") {
      const module = ".".repeat(node.level) + (node.module?.name ?? "");
      const prefix = module.endsWith(".") ? module : `${module}.`;
      imports.push(module, ...node.names.map(({ name }) => prefix + name.name));
    }
    if (node.kind === "Call" && node.func.kind === "Name" && bindingBuiltins.has(node.func.id)) bindsAnything = true;
    return undefined;
  });
  return { source: file.source, document, imports, mentionsFeast: /\bfeast\b/.test(file.source.text), bindsAnything };
}

/** One reading of all modules. */
class Reading {
  readonly #interner: Interner;
  readonly #names: ModuleNames;
  readonly #files: ReadonlyMap<string, SourceFile>;
  readonly #parsed: ReadonlyMap<string, Parsed>;
  readonly #previous: ReadonlyMap<string, Interpreted>;
  readonly #done = new Map<string, Interpreted>();
  readonly #active = new Set<string>();
  readonly #ownNames: ReadonlySet<string>;

  constructor(
    interner: Interner,
    root: string,
    files: readonly SourceFile[],
    parsed: ReadonlyMap<string, Parsed>,
    previous: ReadonlyMap<string, Interpreted>,
  ) {
    this.#interner = interner;
    this.#ownNames = new Set(root.split("/"));
    this.#names = moduleNames(files.map(({ path }) => path), root.slice(root.lastIndexOf("/") + 1));
    this.#files = new Map(files.map((file) => [file.path, file]));
    this.#parsed = parsed;
    this.#previous = previous;
  }

  all(): Map<string, Interpreted> {
    for (const path of this.#files.keys()) if (this.#concernsFeast(path, new Set())) this.#module(path);
    return this.#done;
  }

  /** It says `feast`, or imports a module that does. */
  #concernsFeast(path: string, seen: Set<string>): boolean {
    if (seen.has(path)) return false;
    seen.add(path);
    const parsed = this.#parsed.get(path);
    if (!parsed) return false;
    return parsed.mentionsFeast || this.#dependencies(path, parsed).some((each) => this.#concernsFeast(each, seen));
  }

  #dependencies(path: string, parsed: Parsed): readonly string[] {
    const found = new Set<string>();
    for (const written of parsed.imports) {
      const file = this.#names.fileOf(this.#names.absolute(written, path));
      if (file !== undefined && file !== path) found.add(file);
    }
    return [...found];
  }

  /** `undefined` for a module that is being interpreted already, and for one too deep in a chain of imports. */
  #module(path: string): Interpreted | undefined {
    const done = this.#done.get(path);
    const file = this.#files.get(path);
    const parsed = this.#parsed.get(path);
    if (done) return done;
    if (!file || !parsed || this.#active.has(path) || this.#active.size > maximumDepth) return undefined;
    this.#active.add(path);
    const imported = this.#dependencies(path, parsed).map((each) => this.#module(each));
    this.#active.delete(path);
    const known = this.#previous.get(path);
    const isSame = known?.parsed === parsed && known.imported.length === imported.length && known.imported.every((each, index) => each === imported[index]);
    const result = isSame ? known : this.#interpret(file, parsed, imported);
    this.#done.set(path, result);
    return result;
  }

  #interpret(file: SourceFile, parsed: Parsed, imported: readonly (Interpreted | undefined)[]): Interpreted {
    const modules: WorkspaceModules = {
      value: (name) => this.#value(this.#names.absolute(name, file.path)),
      names: (name) => this.#exportedNames(this.#names.absolute(name, file.path)),
      globals: (uri) => {
        const other = [...this.#done.values()].find(({ parsed: each }) => each.document.uri === uri);
        return other && ((name) => other.analysis.exitValue(name));
      },
    };
    const failures: unknown[] = [];
    const onFailure = (error: unknown): void => {
      failures.push(error);
    };
    const { units } = parsed.document;
    const analysis = createInterpreter({ workspace: { interner: this.#interner, modules }, onFailure }).analyse(units);
    const unresolved = parsed.imports.some((written) => written.endsWith(".*") && !this.#isResolved(written.slice(0, -2), file.path));
    const values = new Set<Value>();
    let isOpen = failures.length > 0 || parsed.bindsAnything || unresolved;
    const bound = new Set(analysis.units.flatMap(({ binds }) => binds));
    for (const written of parsed.imports) {
      if (!written.endsWith(".*")) continue;
      for (const name of modules.names(written.slice(0, -2)) ?? []) bound.add(name);
    }
    for (const name of bound) {
      const value = analysis.exitValue(name);
      if (!value) continue;
      values.add(value);
      isOpen ||= this.#mayBeView(value) && !isSurelyOther(analysis, name);
    }
    const problems = units.flatMap(({ problems: found, anchor }) =>
      found.map(({ start, end, message }) => ({ start: anchor.offset + start, end: anchor.offset + end, message })),
    );
    return { parsed, imported, analysis, module: { file, values: [...values], problems, isOpen } };
  }

  /** A value that could be a feature view for all we know. */
  #mayBeView({ type, constant, origins }: Value): boolean {
    if (type?.kind === "symbol") {
      // Imported from this project, from a file that is not in the repository.
      const [first = ""] = type.name.split(".", 1);
      return first === "" || this.#ownNames.has(first);
    }
    // One of several things, of which one was made by Feast: `view = FeatureView(...)` in a `try`, None in its `except`.
    const madeByFeast = origins.some((origin) => origin.kind === "call" && /^feast\b/.test(origin.target));
    return type === undefined && constant === undefined && (origins.length === 0 || madeByFeast);
  }

  #isResolved(module: string, inPath: string): boolean {
    const name = this.#names.absolute(module, inPath);
    return this.#names.fileOf(name) !== undefined || name === "feast" || name.startsWith("feast.");
  }

  /** A module, or what a module's name holds. */
  #value(name: string): Value | undefined {
    const dot = name.lastIndexOf(".");
    const owner = dot < 0 ? undefined : this.#names.fileOf(name.slice(0, dot));
    const own = owner === undefined ? undefined : this.#module(owner)?.analysis.exitValue(name.slice(dot + 1));
    if (own) return own;
    return this.#names.isModule(name) ? this.#interner.module(name) : undefined;
  }

  #exportedNames(module: string): readonly string[] | undefined {
    const path = this.#names.fileOf(module);
    const analysis = path === undefined ? undefined : this.#module(path)?.analysis;
    if (!analysis) return undefined;
    const listed = analysis.exitValue("__all__");
    const names = listed && elements(listed)?.map(text);
    if (names?.every((name) => name !== undefined)) return names;
    const bound = new Set(analysis.units.flatMap(({ binds }) => binds));
    return [...bound].filter((name) => !name.startsWith("_"));
  }
}

/**
 * The name was last assigned an expression whose value is not known, but which cannot be a feature view: arithmetic, or what a
 * library other than Feast returned (`frame["a"].mean()`).
 */
function isSurelyOther(analysis: DocumentAnalysis, name: string): boolean {
  for (const analysed of analysis.units.toReversed()) {
    const assigned = analysed.unit.body.findLast(
      (node) => node.kind === "Assign" && node.targets.some((target) => target.kind === "Name" && target.id === name),
    );
    if (assigned?.kind !== "Assign") continue;
    const isOther = (value: Value): boolean => value.type?.kind === "instance" && !/^feast\b/.test(value.type.name);
    const judge = (node: Expression): boolean => {
      switch (node.kind) {
        case "BinOp":
        case "UnaryOp":
        case "Compare":
        case "JoinedStr":
          return true;
        case "Attribute":
        case "Subscript":
          return isOther(analysed.valueOf(node.value)) || judge(node.value);
        case "Call": {
          const event = analysed.calls.find((call) => call.node === node);
          if (event?.target !== undefined) return !/^feast\b/.test(event.target);
          return node.func.kind === "Attribute" && (isOther(analysed.valueOf(node.func.value)) || judge(node.func.value));
        }
        default:
          return false;
      }
    };
    return judge(assigned.value);
  }
  return false;
}
