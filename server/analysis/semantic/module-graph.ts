/**
 * The modules of a workspace: who imports whom, what each gives to those that import it, and when that holds no longer.
 *
 *     config.py        DATA = "/mnt/x"
 *     utils.py         from config import DATA          def load(): return pd.read_csv(DATA)
 *     train.py         from utils import load           load()
 *
 * Only documents that are open, and what they import, are here. Asked for the analysis of train.py, the graph interprets it; the
 * interpreter asks for `load`, so utils.py is interpreted, which asks for `DATA`. Every answer is remembered with the document that
 * asked. After an edit of config.py the questions are asked again, from the inside out: while the answers are the same, an
 * analysis stays the object that it was (*early cut-off*), and nobody further out is disturbed.
 *
 * The graph does no reading. It says which folders and files it lacks ({@link ModuleGraph.wanted}) and is given them.
 *
 * Modules that import each other in a circle know nothing of each other's names, whichever is asked first: so the findings do not
 * depend on the order in which documents were opened.
 *
 * All values come from one interner. It grows with every edit; once most of it must be waste, it is dropped with all that was made of it.
 */
import { isKnownLibrary } from "../knowledge/callables.ts";
import { Document } from "../syntax/document.ts";
import type { CellContent } from "../syntax/document.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { isInside, joinUri } from "../text/uri.ts";
import type { DocumentAnalysis, Exports } from "./analysis.ts";
import { createInterpreter } from "./interpreter.ts";
import type { Interpreter } from "./interpreter.ts";
import { Interner } from "./interner.ts";
import { bindsName, componentsOf, importsOf } from "./module-imports.ts";
import { isFolder, resolveModule, resolveRun, rootsOf, submodule } from "./module-resolution.ts";
import type { FolderListing, ModuleLocation } from "./module-resolution.ts";
import { searchPathOf } from "./search-path.ts";
import { WorkspaceAnswers } from "./workspace-answers.ts";

/** A file's text as it is read: of a script, or of a notebook's cells. */
export type ModuleContent = { readonly kind: "script"; readonly text: string } | { readonly kind: "notebook"; readonly cells: readonly CellContent[] };

/** What has to be read before everything that a document imports is known. */
export interface Wanted {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export type OnFailure = (error: unknown) => void;

/** A document of the graph. */
export interface ModuleNode {
  readonly uri: string;
  document: Document;
  /** Told of failures; present while the document is open. */
  onFailure: OnFailure | undefined;
  /** `undefined` until asked for, and of documents that are not open as soon as they were interpreted. */
  interpreter: Interpreter | undefined;
  analysis: DocumentAnalysis | undefined;
  exports: Exports | undefined;
  /** Units that `exports` are of. */
  units: readonly Unit[] | undefined;
  /** Questions of the last interpretation, with their answers. */
  asked: Map<string, Answer>;
  /** {@link ModuleGraph} version at which `asked` was last known to hold. */
  checked: number;
  active: boolean;
  /** Values that its first interpretation made. */
  size: number;
  lastUsed: number;
  /** Modules that it imports directly, for the shape of the graph they were worked out for. */
  imports: { readonly shape: number; readonly uris: readonly string[] } | undefined;
  roots: { readonly shape: number; readonly units: readonly Unit[]; readonly uris: readonly string[] } | undefined;
  /** What the shape of the graph depends on. */
  signature: string;
}

export interface Answer {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

/** Longer files are data. */
const maximumLength = 400_000;
/** Modules that one document can reach. */
const maximumReach = 1000;
/** Characters of modules that nobody imports now and that are kept for the next who does. */
const maximumUnused = 2_000_000;
/** Values that may always be there. */
const baseValues = 100_000;

export interface ModuleGraphOptions {
  /** Folders in which a document's absolute imports are looked for; by default see module-resolution.ts. */
  readonly roots?: (document: string) => readonly string[];
}

export class ModuleGraph {
  interner = new Interner();
  readonly #options: ModuleGraphOptions;
  readonly #nodes = new Map<string, ModuleNode>();
  readonly #folders = new Map<string, FolderListing | undefined>();
  /** Files that cannot be read. */
  readonly #absent = new Set<string>();
  #workspaces: readonly string[] = [];
  /** Counts up when an answer to a question may have changed. */
  version = 0;
  /** Counts up when imports or what they lead to may have changed. */
  #shape = 0;
  #clock = 0;
  /** Values by documents that have been interpreted. */
  #attributed = 0;
  readonly #found = new Map<string, ModuleLocation | undefined>();
  #components: { readonly shape: number; readonly of: ReadonlyMap<string, number> } | undefined;
  #imported: { readonly shape: number; readonly uris: ReadonlySet<string> } | undefined;
  readonly #reached = new Map<string, { readonly shape: number; readonly uris: ReadonlySet<string> }>();
  /** Folders that somebody asked for and nobody has told of. */
  readonly #unlisted = new Set<string>();
  readonly #owners = new WeakMap<Node, ModuleNode>();

  constructor(options: ModuleGraphOptions = {}) {
    this.#options = options;
  }

  // ---- what the graph is told --------------------------------------------------------------------------------

  /** Folders in which modules may lie. A document elsewhere imports nothing but libraries. */
  setWorkspaces(folders: readonly string[]): void {
    if (folders.length === this.#workspaces.length && folders.every((each, index) => each === this.#workspaces[index])) return;
    this.#workspaces = folders.map((folder) => joinUri(folder));
    this.#reshape();
  }

  /** `undefined`: there is no such folder. */
  setFolder(uri: string, listing: FolderListing | undefined): void {
    if (this.#folders.has(uri) && sameListing(this.#folders.get(uri), listing)) return;
    this.#folders.set(uri, listing);
    this.#unlisted.delete(uri);
    this.#reshape();
  }

  /** A file as it is on the disk; `undefined` when it cannot be read. Says nothing about a document that is open. */
  setModule(uri: string, content: ModuleContent | undefined): void {
    const node = this.#nodes.get(uri);
    if (node?.onFailure) return;
    if (!content || lengthOf(content) > maximumLength) {
      this.#absent.add(uri);
      if (node) this.#remove(node);
      return;
    }
    this.#absent.delete(uri);
    if (!node) this.#add(uri, content.kind === "script" ? Document.script(uri, content.text) : Document.notebook(uri, content.cells));
    else if (content.kind === "script") this.#rewrite(node, content.text);
    else this.#replace(node, Document.notebook(uri, content.cells));
  }

  /** A folder or file that was read before may be another now. */
  forget(uri: string): void {
    this.#absent.delete(uri);
    for (const folder of [...this.#folders.keys()]) {
      if (folder !== uri && !isInside(uri, folder)) continue;
      this.#folders.delete(folder);
      this.#reshape();
    }
  }

  open(document: Document, onFailure: OnFailure): void {
    const node = this.#nodes.get(document.uri);
    if (node) this.#replace(node, document);
    (node ?? this.#add(document.uri, document)).onFailure = onFailure;
  }

  /** Opens a script. One that was here as a module keeps the units that are the same. */
  openScript(uri: string, text: string, onFailure: OnFailure): Document {
    const node = this.#nodes.get(uri);
    if (!node || node.onFailure || node.document.dialect === "notebook") {
      const document = Document.script(uri, text);
      this.open(document, onFailure);
      return document;
    }
    this.#rewrite(node, text);
    node.onFailure = onFailure;
    node.checked = -1;
    return node.document;
  }

  /** The document was edited. */
  edited(uri: string): void {
    const node = this.#nodes.get(uri);
    if (!node) return;
    node.checked = -1;
    const signature = signatureOf(node.document);
    if (signature !== node.signature) {
      node.signature = signature;
      this.#reshape();
    } else if (this.#importedUris().has(uri)) this.version += 1;
  }

  /** The document is on the disk only: as it is here until {@link setModule} says otherwise. */
  close(uri: string): void {
    const node = this.#nodes.get(uri);
    if (!node) return;
    node.onFailure = undefined;
    this.#letGo(node);
    this.#dropUnused();
  }

  /** The document is nowhere any more. */
  remove(uri: string): void {
    const node = this.#nodes.get(uri);
    if (node) this.#remove(node);
  }

  // ---- what it is asked --------------------------------------------------------------------------------------

  document(uri: string): Document | undefined {
    return this.#nodes.get(uri)?.document;
  }

  /** Whether a file is part of the graph. */
  has(uri: string): boolean {
    return this.#nodes.has(uri) || this.#absent.has(uri);
  }

  hasFolder(uri: string): boolean {
    return this.#folders.has(uri);
  }

  /** The analysis of an open document. The same object as before while nothing that it depends on has changed. */
  analysis(uri: string): DocumentAnalysis | undefined {
    const node = this.#nodes.get(uri);
    if (!node) return undefined;
    this.#renewInterner();
    this.#bringUpToDate(node);
    return node.analysis;
  }

  /** What is missing of the modules that a document imports, and of those that they import. */
  wanted(uri: string): Wanted {
    const files = this.#nodes.has(uri) ? [...this.#reach(uri)].filter((each) => !this.has(each)) : [];
    return { folders: [...this.#unlisted], files };
  }

  /** What a document imports directly, from the workspace. */
  imports(uri: string): readonly string[] {
    const node = this.#nodes.get(uri);
    return node ? this.#importsOf(node) : [];
  }

  /** Open documents that import a file, directly or through others. */
  importers(uri: string): readonly string[] {
    const open = [...this.#nodes.values()].filter(({ onFailure }) => onFailure);
    return open.flatMap((node) => (node.uri !== uri && this.#reach(node.uri).has(uri) ? [node.uri] : []));
  }

  /** Libraries that a document imports, directly or through other modules: top-level names. */
  libraries(uri: string): ReadonlySet<string> {
    const found = new Set<string>();
    for (const each of [uri, ...this.#reach(uri)]) {
      const node = this.#nodes.get(each);
      if (node) for (const { module } of importsOf(node.document).modules) if (!module.startsWith(".")) found.add(module.split(".", 1)[0] ?? module);
    }
    return found;
  }

  /** What was told of all folders, and of the modules that a document reaches as they are now. */
  contents(uri: string): { readonly workspaces: readonly string[]; readonly folders: ReadonlyMap<string, FolderListing | undefined>; readonly files: ReadonlyMap<string, ModuleContent> } {
    const files = new Map<string, ModuleContent>();
    for (const each of this.#reach(uri)) {
      const document = this.#nodes.get(each)?.document;
      if (document && each !== uri) files.set(each, contentOf(document));
    }
    return { workspaces: this.#workspaces, folders: this.#folders, files };
  }

  /** Size of what is kept, for tests and benches. */
  get size(): { readonly modules: number; readonly values: number } {
    return { modules: this.#nodes.size, values: this.interner.size };
  }

  // ---- for the answers to an interpreter's questions (workspace-answers.ts) ------------------------------------

  /** The module that an import statement names. */
  find(written: string, from: string): ModuleLocation | undefined {
    const node = this.#nodes.get(from);
    const workspace = this.#workspaceOf(from);
    if (!node || workspace === undefined) return undefined;
    const roots = this.#rootsOf(node, workspace);
    const key = `${from}\n${written}`;
    const known = this.#found.get(key);
    if (known || this.#found.has(key)) return known;
    const found = resolveModule(written, from, roots, this.#list);
    const inside = found && this.#isInWorkspace(found.folder ?? found.uri) ? found : undefined;
    const location = inside && isKnownLibrary(written) && this.#isLibraryItself(inside, written, roots) ? undefined : inside;
    this.#found.set(key, location);
    return location;
  }

  run(path: string, from: string): string | undefined {
    const uri = this.#workspaceOf(from) === undefined ? undefined : resolveRun(path, from, this.#list);
    return uri !== undefined && this.#isInWorkspace(uri) ? uri : undefined;
  }

  submodule(folder: string, name: string): ModuleLocation | undefined {
    return submodule({ folder }, name, this.#list);
  }

  /** What a module gives to a reader; `undefined` when it is not there, or imports the reader. */
  exports(uri: string, reader: ModuleNode): Exports | undefined {
    const node = this.#nodes.get(uri);
    if (!node || node === reader || this.#isCircle(node, reader)) return undefined;
    this.#bringUpToDate(node);
    return node.exports;
  }

  /** Whether a module binds a name by a statement that is written in it; `import`: by import statements only. */
  binds(uri: string, name: string): "no" | "import" | "yes" {
    const node = this.#nodes.get(uri);
    return node ? bindsName(node.document, name) : "no";
  }

  /** Whether nothing in the module that defines a class assigns an attribute of its objects, but the `__init__`. */
  isStable(classNode: Node, attribute: string, reader: ModuleNode): boolean {
    const owner = this.#owners.get(classNode);
    const exports = owner && this.exports(owner.uri, reader);
    return exports !== undefined && (stabilities.get(exports)?.isStable(classNode, attribute) ?? false);
  }

  // ---- documents -----------------------------------------------------------------------------------------------

  #add(uri: string, document: Document): ModuleNode {
    const node: ModuleNode = {
      uri, document, onFailure: undefined, interpreter: undefined, analysis: undefined, exports: undefined, units: undefined, asked: new Map(), checked: -1,
      active: false, size: 0, lastUsed: ++this.#clock, imports: undefined, roots: undefined, signature: signatureOf(document),
    };
    this.#nodes.set(uri, node);
    this.#absent.delete(uri);
    this.#reshape();
    return node;
  }

  #remove(node: ModuleNode): void {
    this.#nodes.delete(node.uri);
    this.#reached.delete(node.uri);
    this.#reshape();
  }

  #replace(node: ModuleNode, document: Document): void {
    node.document = document;
    node.signature = signatureOf(document);
    this.#letGo(node);
    this.#reshape();
  }

  /** One edit from the first to the last difference: units in between are parsed again, the others stay. */
  #rewrite(node: ModuleNode, text: string): void {
    const [cell] = node.document.cells;
    const before = cell ? node.document.sourceOf(cell).text : "";
    if (before === text) return;
    let start = 0;
    const shorter = Math.min(before.length, text.length);
    while (start < shorter && before[start] === text[start]) start++;
    let tail = 0;
    while (tail < shorter - start && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail++;
    node.document.change({ start, end: before.length - tail, text: text.slice(start, text.length - tail) });
    this.edited(node.uri);
  }

  /** Drops what interpreting made. */
  #letGo(node: ModuleNode): void {
    node.interpreter = undefined;
    node.analysis = undefined;
    node.exports = undefined;
    node.units = undefined;
    node.asked = new Map();
    node.checked = -1;
    node.size = 0;
  }

  #reshape(): void {
    this.#shape += 1;
    this.#found.clear();
    this.version += 1;
  }

  /** Modules that no open document reaches go, those that nobody needed for longest first. */
  #dropUnused(): void {
    const used = new Set<string>();
    for (const { uri, onFailure } of this.#nodes.values()) if (onFailure) for (const each of [uri, ...this.#reach(uri)]) used.add(each);
    const unused = [...this.#nodes.values()].filter(({ uri }) => !used.has(uri)).sort((a, b) => b.lastUsed - a.lastUsed);
    let length = 0;
    for (const node of unused) {
      for (const { text } of node.document.units) length += text.length;
      if (length > maximumUnused) this.#remove(node);
    }
  }

  // ---- interpretation --------------------------------------------------------------------------------------------

  #bringUpToDate(node: ModuleNode): void {
    if (node.checked === this.version || node.active) return;
    node.lastUsed = ++this.#clock;
    node.active = true;
    try {
      const { units } = node.document;
      const isCurrent = node.exports && sameUnits(node.units, units) && (node.onFailure === undefined || node.analysis) && this.#stillAnswered(node);
      if (!isCurrent) this.#interpret(node, units);
      node.checked = this.version;
    } finally {
      node.active = false;
    }
  }

  #stillAnswered(node: ModuleNode): boolean {
    for (const { ask, answer } of node.asked.values()) if (ask() !== answer) return false;
    return true;
  }

  #interpret(node: ModuleNode, units: readonly Unit[]): void {
    const before = this.interner.size - this.#attributed;
    node.asked = new Map();
    const interpreter = (node.interpreter ??= createInterpreter({
      workspace: { interner: this.interner, modules: new WorkspaceAnswers(this, node) },
      onFailure: (error) => node.onFailure?.(error),
    }));
    const analysis = interpreter.analyse(units);
    node.units = units;
    node.exports = analysis.exports();
    // What other modules made meanwhile is theirs.
    const own = this.interner.size - this.#attributed - before;
    if (node.size === 0) node.size = own;
    this.#attributed += own;
    const { stability } = interpreter;
    if (stability) {
      stabilities.set(node.exports, stability);
      for (const { classes } of stability.summaries) for (const each of classes) this.#owners.set(each, node);
    }
    if (node.onFailure) node.analysis = analysis;
    // Nobody asks for more than what it gives to others.
    else node.interpreter = undefined;
  }

  /** Starts with an empty interner when most values can only be those of texts that are gone. */
  #renewInterner(): void {
    let live = 0;
    for (const node of this.#nodes.values()) live += node.size;
    if (this.interner.size <= baseValues + 2 * live) return;
    this.interner = new Interner();
    this.#attributed = 0;
    for (const node of this.#nodes.values()) this.#letGo(node);
    this.version += 1;
  }

  // ---- the shape of the graph ------------------------------------------------------------------------------------

  readonly #list = (folder: string): FolderListing | undefined => {
    if (!this.#folders.has(folder) && this.#isInWorkspace(folder)) this.#unlisted.add(folder);
    return this.#folders.get(folder);
  };

  #isInWorkspace(uri: string): boolean {
    return this.#workspaceOf(uri) !== undefined;
  }

  /** The innermost workspace folder around a file or folder. */
  #workspaceOf(uri: string): string | undefined {
    let best: string | undefined;
    for (const folder of this.#workspaces) if (isInside(folder, uri) && folder.length > (best?.length ?? 0)) best = folder;
    return best;
  }

  #rootsOf(node: ModuleNode, workspace: string): readonly string[] {
    const { units } = node.document;
    if (node.roots?.shape === this.#shape && node.roots.units === units) return node.roots.uris;
    const uris = this.#options.roots?.(node.uri) ?? rootsOf(node.uri, workspace, searchPathOf(node.document, units, workspace), this.#list);
    if (!sameList(uris, node.roots?.uris)) for (const key of [...this.#found.keys()]) if (key.startsWith(`${node.uri}\n`)) this.#found.delete(key);
    node.roots = { shape: this.#shape, units, uris };
    return uris;
  }

  /** Modules that a document reaches by imports; itself, if it reaches itself. */
  #reach(uri: string): ReadonlySet<string> {
    const known = this.#reached.get(uri);
    if (known?.shape === this.#shape) return known.uris;
    const uris = new Set<string>();
    const pending = [uri];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const node = this.#nodes.get(next);
      for (const each of node ? this.#importsOf(node) : []) {
        if (uris.has(each) || uris.size >= maximumReach) continue;
        uris.add(each);
        pending.push(each);
      }
    }
    this.#reached.set(uri, { shape: this.#shape, uris });
    return uris;
  }

  #importsOf(node: ModuleNode): readonly string[] {
    if (node.imports?.shape === this.#shape) return node.imports.uris;
    const uris = new Set<string>();
    const add = (location: ModuleLocation | undefined): void => {
      if (location && !isFolder(location)) uris.add(location.uri);
    };
    const imports = importsOf(node.document);
    for (const { module, names } of imports.modules) {
      const location = this.find(module, node.uri);
      if (!names) {
        for (let end = module.indexOf("."); end > 0; end = module.indexOf(".", end + 1)) add(this.find(module.slice(0, end), node.uri));
        add(location);
        continue;
      }
      if (!location) continue;
      const inner = names.map((name) => (location.folder === undefined ? undefined : this.submodule(location.folder, name)));
      inner.forEach(add);
      // A package is asked for the names that are no modules of it.
      const isAsked = names.some((name, index) => !inner[index] || this.binds(location.uri, name) === "yes");
      if (isAsked || names.length === 0) add(location);
      else if (!this.#nodes.has(location.uri)) add(location);
    }
    for (const path of imports.runs) {
      const uri = this.run(path, node.uri);
      if (uri !== undefined) uris.add(uri);
    }
    node.imports = { shape: this.#shape, uris: [...uris] };
    return node.imports.uris;
  }

  #importedUris(): ReadonlySet<string> {
    if (this.#imported?.shape !== this.#shape) {
      this.#imported = { shape: this.#shape, uris: new Set([...this.#nodes.values()].flatMap((node) => this.#importsOf(node))) };
    }
    return this.#imported.uris;
  }

  #isCircle(a: ModuleNode, b: ModuleNode): boolean {
    if (this.#components?.shape !== this.#shape) {
      const edges = new Map([...this.#nodes.values()].map((node) => [node.uri, this.#importsOf(node)]));
      this.#components = { shape: this.#shape, of: componentsOf(edges) };
    }
    const { of } = this.#components;
    return of.get(a.uri) === of.get(b.uri);
  }

  /**
   * The workspace is where a known library is developed: what is known of it says more than its source. Somebody's own
   * `datasets.py` has no version.
   */
  #isLibraryItself(location: ModuleLocation, written: string, roots: readonly string[]): boolean {
    const [top = ""] = written.split(".", 1);
    const root = roots.map((folder) => this.submodule(folder, top)).find((found) => found !== undefined && !isFolder(found));
    const uri = root?.uri ?? location.uri;
    const node = this.#nodes.get(uri);
    return node?.document.units.some(({ text }) => /^(?:from .* import .*)?__version__\b/mu.test(text)) === true;
  }
}

const stabilities = new WeakMap<Exports, NonNullable<Interpreter["stability"]>>();

/** The same units in the same order: an edit of blank lines between two documents' openings is none. */
function sameUnits(before: readonly Unit[] | undefined, now: readonly Unit[]): boolean {
  return sameList(before, now);
}

function sameList<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function sameListing(a: FolderListing | undefined, b: FolderListing | undefined): boolean {
  const same = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => left.size === right.size && [...left].every((each) => right.has(each));
  return a === b || (a !== undefined && b !== undefined && same(a.files, b.files) && same(a.folders, b.folders) && sameList(a.sources, b.sources));
}

function lengthOf(content: ModuleContent): number {
  if (content.kind === "script") return content.text.length;
  return content.cells.reduce((sum, cell) => sum + (cell.kind === "code" ? cell.text.length : 0), 0);
}

function contentOf(document: Document): ModuleContent {
  const textOf = (cell: Cell): string => document.sourceOf(cell).text;
  if (document.dialect !== "notebook") return { kind: "script", text: document.cells[0] ? textOf(document.cells[0]) : "" };
  // Cells in other languages have no units, whatever their language is called.
  return { kind: "notebook", cells: document.cells.map((cell) => ({ id: cell.id, kind: cell.kind, language: cell.units.length > 0 ? "python" : "", text: textOf(cell) })) };
}

/** What other documents' imports lead to depends on this much of a document. */
function signatureOf(document: Document): string {
  const { imports, bound } = importsOf(document).signature;
  // Of a package it matters which names are its own and which are its modules.
  return imports + (document.uri.endsWith("/__init__.py") ? bound : bindsName(document, "__version__"));
}
