/**
 * The modules of a repository, interpreted together: each after the ones that it imports.
 *
 *     views.py imports entities.py and names.py     order: entities, names, views
 *
 * Feast imports each file with the repository's folder as a root of `sys.path`; people also write the folder's own name first, as
 * they do when the project's folder is the root. Kept from one reading to the next: the tree of every file whose text is the same,
 * and the interpretation of every module for which nothing changed in what it imports.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import { ModuleGraph } from "../semantic/module-graph.ts";
import type { FolderListing } from "../semantic/module-resolution.ts";
import type { Value } from "../semantic/value.ts";
import { Document } from "../syntax/document.ts";
import type { Expression } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";
import { joinUri, nameOf, parentUri } from "../text/uri.ts";
import type { SourceFile } from "./feast.ts";

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
  /** Modules that have to do with Feast, directly or through what they import, and what these import; in the order of their paths. */
  read(root: string, files: readonly SourceFile[]): readonly InterpretedModule[];
}

interface Parsed {
  readonly source: SourceFile["source"];
  readonly document: Document;
  /** Modules of star imports, as written. */
  readonly stars: readonly string[];
  readonly mentionsFeast: boolean;
  /** It calls `globals()`, `exec()` ...: it may bind names that are not written. */
  readonly bindsAnything: boolean;
}

interface Interpreted {
  readonly analysis: DocumentAnalysis;
  readonly module: InterpretedModule;
}

const bindingBuiltins = new Set(["globals", "locals", "vars", "exec", "setattr"]);

export function createModuleReader(): ModuleReader {
  let graph: ModuleGraph | undefined;
  let parsed = new Map<string, Parsed>();
  let interpreted = new Map<string, Interpreted>();
  /** Modules whose interpretation failed somewhere. */
  const failed = new Set<string>();

  /** The graph knows what is in the files now. */
  function tell(known: ModuleGraph, root: string, files: readonly SourceFile[]): void {
    known.setWorkspaces([parentUri(root)]);
    for (const [folder, listing] of listings(root, files)) known.setFolder(folder, listing);
    const now = new Map<string, Parsed>();
    for (const file of files) {
      const before = parsed.get(file.uri);
      const each = before?.source === file.source ? before : parse(file);
      now.set(file.uri, each);
      if (each === before) continue;
      failed.delete(file.uri);
      known.open(each.document, () => failed.add(file.uri));
    }
    for (const uri of parsed.keys()) if (!now.has(uri)) known.remove(uri);
    parsed = now;
  }

  return {
    read(root, files) {
      graph ??= new ModuleGraph({ roots: () => (nameOf(root) === "feast" ? [root] : [root, parentUri(root)]) });
      tell(graph, root, files);
      const reading = new Reading(graph, root, parsed, failed);
      const next = new Map<string, Interpreted>();
      const wanted = reading.wanted();
      for (const file of files.toSorted((a, b) => (a.path < b.path ? -1 : 1))) {
        if (!wanted.has(file.uri)) continue;
        const analysis = graph.analysis(file.uri);
        const known = interpreted.get(file.uri);
        if (analysis) next.set(file.uri, known?.analysis === analysis ? known : { analysis, module: reading.module(file, analysis) });
      }
      interpreted = next;
      return [...interpreted.values()].map(({ module }) => module);
    },
  };
}

/** The repository's folders, and the one around it, which holds nothing else as far as we are concerned. */
function listings(root: string, files: readonly SourceFile[]): ReadonlyMap<string, FolderListing> {
  const folders = new Map<string, { readonly files: Set<string>; readonly folders: Set<string>; readonly sources: readonly string[] }>();
  const of = (uri: string): { readonly files: Set<string>; readonly folders: Set<string> } => {
    let listing = folders.get(uri);
    if (!listing) {
      folders.set(uri, (listing = { files: new Set(), folders: new Set(), sources: [] }));
      if (uri !== parentUri(root)) of(parentUri(uri)).folders.add(nameOf(uri));
    }
    return listing;
  };
  of(joinUri(root));
  for (const { uri } of files) of(parentUri(uri)).files.add(nameOf(uri));
  return folders;
}

function parse(file: SourceFile): Parsed {
  const document = Document.script(file.uri, file.source.text);
  const stars: string[] = [];
  let bindsAnything = false;
  walk(document.units.flatMap((unit) => unit.body), (node) => {
    if (node.kind === "ImportFrom" && node.names.some(({ name }) => name.name === "*")) stars.push(".".repeat(node.level) + (node.module?.name ?? ""));
    if (node.kind === "Call" && node.func.kind === "Name" && bindingBuiltins.has(node.func.id)) bindsAnything = true;
    return undefined;
  });
  return { source: file.source, document, stars, mentionsFeast: /\bfeast\b/.test(file.source.text), bindsAnything };
}

/** One reading of all modules. */
class Reading {
  readonly #graph: ModuleGraph;
  readonly #parsed: ReadonlyMap<string, Parsed>;
  readonly #failed: ReadonlySet<string>;
  readonly #ownNames: ReadonlySet<string>;

  constructor(graph: ModuleGraph, root: string, parsed: ReadonlyMap<string, Parsed>, failed: ReadonlySet<string>) {
    this.#graph = graph;
    this.#parsed = parsed;
    this.#failed = failed;
    this.#ownNames = new Set(root.split("/"));
  }

  /** Files that have to do with Feast, and those that they import: a name may be written there. */
  wanted(): ReadonlySet<string> {
    const found = new Set<string>();
    const add = (uri: string): void => {
      if (found.has(uri)) return;
      found.add(uri);
      this.#graph.imports(uri).forEach(add);
    };
    for (const uri of this.#parsed.keys()) if (this.#concernsFeast(uri, new Set())) add(uri);
    return found;
  }

  /** It says `feast`, or imports a module that does. */
  #concernsFeast(uri: string, seen: Set<string>): boolean {
    if (seen.has(uri)) return false;
    seen.add(uri);
    return this.#parsed.get(uri)?.mentionsFeast === true || this.#graph.imports(uri).some((each) => this.#concernsFeast(each, seen));
  }

  module(file: SourceFile, analysis: DocumentAnalysis): InterpretedModule {
    const parsed = this.#parsed.get(file.uri);
    const units = parsed?.document.units ?? [];
    const unresolved = parsed?.stars.some((written) => !this.#isResolved(written, file.uri)) === true;
    const values = new Set<Value>();
    let isOpen = this.#failed.has(file.uri) || parsed?.bindsAnything === true || unresolved;
    for (const name of analysis.exports().values.keys()) {
      const value = analysis.exitValue(name);
      if (!value) continue;
      values.add(value);
      isOpen ||= this.#mayBeView(value) && !isSurelyOther(analysis, name);
    }
    const problems = units.flatMap(({ problems: found, anchor }) =>
      found.map(({ start, end, message }) => ({ start: anchor.offset + start, end: anchor.offset + end, message })),
    );
    return { file, values: [...values], problems, isOpen };
  }

  /** A value that could be a feature view for all we know. */
  #mayBeView({ type, constant, origins }: Value): boolean {
    if (type?.kind === "union") return type.members.some((each) => isOfFeast(each) || this.#mayBeView(each));
    if (type?.kind === "symbol") {
      // Imported from this project, from a file that is not in the repository.
      const [first = ""] = type.name.split(".", 1);
      return first === "" || this.#ownNames.has(first);
    }
    // One of several things, of which one was made by Feast: `view = FeatureView(...)` in a `try`, None in its `except`.
    const madeByFeast = origins.some((origin) => origin.kind === "call" && /^feast\b/.test(origin.target));
    return type === undefined && constant === undefined && (origins.length === 0 || madeByFeast);
  }

  #isResolved(module: string, from: string): boolean {
    return this.#graph.find(module, from) !== undefined || module === "feast" || module.startsWith("feast.");
  }
}

function isOfFeast({ type }: Value): boolean {
  return type?.kind === "instance" && /^feast\b/.test(type.name);
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
