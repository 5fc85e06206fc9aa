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
import { Document } from "../syntax/document.ts";
import type { CellContent } from "../syntax/document.ts";
import { foldFunction, isUnfolded } from "../syntax/folding.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import type { DocumentAnalysis, Exports } from "./analysis.ts";
import { perhapsBound } from "./certain-names.ts";
import { createInterpreter } from "./interpreter.ts";
import type { Interpreter } from "./interpreter.ts";
import { Interner } from "./interner.ts";
import { ModuleMap, sameList } from "./module-map.ts";
import type { ModuleMapOptions, Wanted } from "./module-map.ts";
import type { FolderListing, ModuleLocation } from "./module-resolution.ts";
import type { Touched } from "./module-touches.ts";
import { forgetScopes } from "./scopes.ts";
import { TableHeaders } from "./table-headers.ts";
import type { HeaderFields } from "./table-headers.ts";
import { WorkspaceAnswers } from "./workspace-answers.ts";

/** A file's text as it is read: of a script, or of a notebook's cells. */
export type ModuleContent = { readonly kind: "script"; readonly text: string } | { readonly kind: "notebook"; readonly cells: readonly CellContent[] };

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
  /** What its code proves about names and attributes that other code may change. */
  stability: Interpreter["stability"];
  /** Units that the analysis, or `exports`, is of. */
  units: readonly Unit[] | undefined;
  /** Questions of the last interpretation, with their answers. */
  asked: Map<string, Answer>;
  /** Something has changed that the analysis may depend on. */
  isStale: boolean;
  /** Nothing has that the answers may depend on: at most the document's own text did. */
  isAnswered: boolean;
  isActive: boolean;
  /** Values that its first interpretation made. */
  size: number;
  lastUsed: number;
}

export interface Answer {
  readonly ask: () => unknown;
  readonly answer: unknown;
}

export interface ModuleGraphOptions extends ModuleMapOptions {
  /** Characters of modules that nobody imports now and that are kept for the next who does. */
  readonly keep?: number;
}

/** Longer files are data. */
const maximumLength = 400_000;
const keptByDefault = 1_000_000;
/** Values that may always be there. */
const baseValues = 100_000;

export class ModuleGraph {
  interner = new Interner();
  readonly #map: ModuleMap;
  readonly #keep: number;
  readonly #tables = new TableHeaders();
  readonly #nodes = new Map<string, ModuleNode>();
  #clock = 0;
  /** Values by documents that have been interpreted. */
  #attributed = 0;
  readonly #owners = new WeakMap<Node, ModuleNode>();

  constructor(options: ModuleGraphOptions = {}) {
    this.#map = new ModuleMap(options);
    this.#keep = options.keep ?? keptByDefault;
  }

  // ---- what the graph is told --------------------------------------------------------------------------------

  /** Folders in which modules may lie. A document elsewhere imports nothing but libraries. */
  setWorkspaces(folders: readonly string[]): void {
    this.#outdate(this.#map.setWorkspaces(folders));
  }

  /** `undefined`: there is no such folder. */
  setFolder(uri: string, listing: FolderListing | undefined): void {
    this.#outdate(this.#map.setFolder(uri, listing));
  }

  /** A file as it is on the disk; `undefined` when it cannot be read. Says nothing about a document that is open. */
  setModule(uri: string, content: ModuleContent | undefined): void {
    const node = this.#nodes.get(uri);
    if (node?.onFailure) return;
    if (!content || lengthOf(content) > maximumLength) this.#remove(uri, true);
    else if (node && content.kind === "script" && node.document.dialect !== "notebook") this.#rewrite(node, content.text);
    else this.#put(content.kind === "script" ? Document.script(uri, content.text) : Document.notebook(uri, content.cells));
  }

  /** A folder or file that was read before may be another now. */
  forget(uri: string): void {
    this.#outdate(this.#map.forget(uri));
  }

  /**
   * Fields of a table's header; `undefined`: there is none, or none that can be told.
   *
   * @returns open documents whose analysis may be another now
   */
  setTable(table: string, fields: HeaderFields | undefined): readonly string[] {
    const readers = this.#tables.tell(table, fields);
    const concerned = [...new Set(readers.flatMap((reader) => [reader, ...this.#map.importers(reader)]))];
    this.#outdate(concerned);
    return concerned.filter((uri) => this.#nodes.get(uri)?.onFailure);
  }

  open(document: Document, onFailure: OnFailure): void {
    this.#put(document).onFailure = onFailure;
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
    node.isStale = true;
    return node.document;
  }

  /** The document was edited. */
  edited(uri: string): void {
    const { concerned, finds } = this.#map.edited(uri);
    for (const each of concerned) this.#outdate([each], finds || each !== uri);
  }

  /** The document is on the disk only: as it is here until {@link setModule} says otherwise. */
  close(uri: string): void {
    const node = this.#nodes.get(uri);
    if (!node) return;
    node.onFailure = undefined;
    node.interpreter = undefined;
    node.analysis = undefined;
    // Nobody has asked yet what it gives to others.
    if (!node.exports) node.isStale = true;
    this.#dropUnused();
  }

  /** The document is nowhere any more. */
  remove(uri: string): void {
    this.#remove(uri, false);
  }

  // ---- what it is asked --------------------------------------------------------------------------------------

  document(uri: string): Document | undefined {
    return this.#map.document(uri);
  }

  /** Whether a file, or a folder, was told or found missing. */
  knows(uri: string): boolean {
    return this.#map.knows(uri);
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
    return this.#map.wanted(uri);
  }

  /** What a document imports directly, from the workspace. */
  imports(uri: string): readonly string[] {
    return this.#map.imports(uri);
  }

  /** Modules that a document imports, directly or through others, as far as they were read; by name, so that the order tells nothing. */
  reached(uri: string): readonly Document[] {
    return [...this.#map.reach(uri)].filter((each) => each !== uri).sort().flatMap((each) => this.#map.document(each) ?? []);
  }

  /** Tables whose headers the last analysis of a document, or of a module that it reaches, asked for and nobody has told. */
  wantedTables(uri: string): readonly string[] {
    return [...new Set([uri, ...this.#map.reach(uri)].flatMap((each) => this.#tables.wanted(each)))];
  }

  knowsTable(table: string): boolean {
    return this.#tables.knows(table);
  }

  /** Open documents that import a file, directly or through others. */
  importers(uri: string): readonly string[] {
    return this.#map.importers(uri).filter((each) => each !== uri && this.#nodes.get(each)?.onFailure);
  }

  /** Libraries that a document imports, directly or through other modules: top-level names. */
  libraries(uri: string): ReadonlySet<string> {
    return this.#map.libraries(uri);
  }

  /** What was told of all folders, and of the modules that a document reaches as they are now. */
  contents(uri: string): { readonly workspaces: readonly string[]; readonly folders: ReadonlyMap<string, FolderListing | undefined>; readonly files: ReadonlyMap<string, ModuleContent> } {
    const { workspaces, folders } = this.#map;
    const files = new Map<string, ModuleContent>();
    for (const each of this.#map.running(uri)) {
      const document = this.#map.document(each);
      if (document && each !== uri) files.set(each, contentOf(document));
    }
    return { workspaces, folders, files };
  }

  /** Size of what is kept, for tests and benches. */
  get size(): { readonly modules: number; readonly values: number } {
    return { modules: this.#nodes.size, values: this.interner.size };
  }

  // ---- for the answers to an interpreter's questions (workspace-answers.ts) ------------------------------------

  /** The module that an import statement names. */
  find(written: string, from: string): ModuleLocation | undefined {
    return this.#map.find(written, from);
  }

  isNamed(written: string, from: string): boolean {
    return this.#map.isNamed(written, from);
  }

  isUnclear(written: string, from: string): boolean {
    return this.#map.meaning(written, from) === "unclear";
  }

  /** Names of modules in a folder that a reader reaches. */
  loadedIn(folder: string, reader: ModuleNode): readonly string[] {
    const files = [...this.#map.running(reader.uri)].filter((each) => each.startsWith(`${folder}/`)).map((each) => each.slice(folder.length + 1));
    const names = files.flatMap((path) => /^(?<name>\w+)(?:\.py$|\/)/u.exec(path)?.groups?.["name"] ?? []);
    return [...new Set(names)].filter((name) => name !== "__init__").sort();
  }

  /** Whether a reader runs a module of a folder, or one below it. */
  isLoaded(folder: string, name: string, reader: ModuleNode): boolean {
    const [file, below] = [`${folder}/${name}.py`, `${folder}/${name}/`];
    for (const each of this.#map.running(reader.uri)) if (each === file || each.startsWith(below)) return true;
    return false;
  }

  isReached(uri: string, reader: ModuleNode): boolean {
    return this.#map.reach(reader.uri).has(uri);
  }

  /** Modules that a module loads whenever it runs. */
  loads(uri: string): readonly string[] {
    return this.#map.loads(uri);
  }

  mayBring(uri: string, name: string, reader: ModuleNode): boolean {
    return this.#map.mayBring(uri, name, reader.uri);
  }

  /** Names that a module binds on some ways and not on others. */
  perhapsBound(uri: string): ReadonlySet<string> {
    return perhapsBound(this.#map.document(uri)?.units ?? []);
  }

  /** Names that a module may bind, by what is written, for a reader that reaches it. */
  namesWritten(uri: string, reader: ModuleNode): ReadonlySet<string> | undefined {
    return this.isReached(uri, reader) ? this.#map.namesWritten(uri, reader.uri) : undefined;
  }

  isSettled(uri: string, name: string, module: string): boolean {
    return this.#map.isSettled(uri, name, module);
  }

  touched(reader: ModuleNode): Pick<Touched, "bound" | "changed"> {
    return this.#map.touched(reader.uri);
  }

  run(path: string, from: string): string | undefined {
    return this.#map.run(path, from);
  }

  submodule(folder: string, name: string, reader: ModuleNode): ModuleLocation | undefined {
    return this.#map.submodule(folder, name, reader.uri);
  }

  binds(uri: string, name: string, reader: ModuleNode): "no" | "import" | "yes" {
    return this.#map.binds(uri, name, reader.uri);
  }

  /** What a module gives to a reader; `undefined` when it is not there, or imports the reader. */
  exports(uri: string, reader: ModuleNode): Exports | undefined {
    const node = this.#nodes.get(uri);
    // Others may be open, or kept from before: that must make no difference.
    if (!node || node === reader || !this.isReached(uri, reader) || this.#map.isCircle(uri, reader.uri) || this.#map.isMisled(uri, reader.uri)) return undefined;
    this.#bringUpToDate(node);
    // Of an open document only when somebody asks: most are imported by none.
    return (node.exports ??= node.analysis?.exports());
  }

  /** Whether nothing in the module that defines a class assigns an attribute of its objects, but the `__init__`. */
  isStable(classNode: Node, attribute: string, reader: ModuleNode): boolean {
    const owner = this.#owners.get(classNode);
    return owner !== undefined && this.exports(owner.uri, reader) !== undefined && owner.stability?.isStable(classNode, attribute) === true;
  }

  header(path: string, reader: ModuleNode): HeaderFields | undefined {
    const workspace = this.#map.workspaceOf(reader.uri);
    return workspace === undefined ? undefined : this.#tables.headerOf(path, reader.uri, workspace, reader.document.dialect === "notebook");
  }

  // ---- documents -----------------------------------------------------------------------------------------------

  /** @param withAnswers what others answer may be something else, too */
  #outdate(uris: Iterable<string>, withAnswers = true): void {
    for (const uri of uris) {
      const node = this.#nodes.get(uri);
      if (!node) continue;
      node.isStale = true;
      node.isAnswered &&= !withAnswers;
    }
  }

  #put(document: Document): ModuleNode {
    const { uri } = document;
    let node = this.#nodes.get(uri);
    if (node) {
      node.document = document;
      letGo(node);
    } else {
      node = {
        uri, document, onFailure: undefined, interpreter: undefined, analysis: undefined, exports: undefined, stability: undefined, units: undefined, asked: new Map(),
        isStale: true, isAnswered: false, isActive: false, size: 0, lastUsed: ++this.#clock,
      };
      this.#nodes.set(uri, node);
    }
    this.#outdate(this.#map.put(document));
    return node;
  }

  #remove(uri: string, isAbsent: boolean): void {
    this.#outdate(this.#map.remove(uri, isAbsent));
    this.#tables.forget(uri);
    this.#nodes.delete(uri);
  }

  /** One edit from the first to the last difference: units around it stay. */
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

  /** Modules that no open document reaches go, those that nobody needed for longest first. */
  #dropUnused(): void {
    let whole = 0;
    for (const { document } of this.#nodes.values()) whole += lengthOfDocument(document);
    if (whole <= this.#keep) return;
    const used = new Set<string>();
    for (const { uri, onFailure } of this.#nodes.values()) if (onFailure) for (const each of [uri, ...this.#map.running(uri)]) used.add(each);
    const unused = [...this.#nodes.values()].filter(({ uri }) => !used.has(uri)).sort((a, b) => b.lastUsed - a.lastUsed);
    let length = 0;
    for (const { uri, document } of unused) {
      length += lengthOfDocument(document);
      if (length > this.#keep) this.#remove(uri, false);
    }
  }

  // ---- interpretation --------------------------------------------------------------------------------------------

  #bringUpToDate(node: ModuleNode): void {
    if (!node.isStale || node.isActive) return;
    node.lastUsed = ++this.#clock;
    node.isActive = true;
    try {
      const { units } = node.document;
      const isMade = (node.onFailure ? node.analysis : node.exports) !== undefined;
      if (!isMade || !sameList(node.units, units) || !stillAnswered(node)) this.#interpret(node, units);
      node.isStale = false;
      node.isAnswered = true;
    } finally {
      node.isActive = false;
    }
  }

  #interpret(node: ModuleNode, units: readonly Unit[]): void {
    const before = this.interner.size - this.#attributed;
    if (!node.isAnswered || !node.interpreter) node.asked = new Map();
    const interpreter = (node.interpreter ??= createInterpreter({
      workspace: { interner: this.interner, modules: new WorkspaceAnswers(this, node) },
      onFailure: (error) => node.onFailure?.(error),
    }));
    // Of what is not open nobody asks for more than what it gives to others.
    // What somebody unfolded is in use.
    const foldable = node.onFailure || node.document.dialect !== "script" ? [] : units.filter((unit) => !isUnfolded(unit));
    const analysis = node.onFailure && interpreter.analyse(units, node.isAnswered);
    node.units = units;
    node.exports = analysis ? undefined : interpreter.exports(units);
    // What other modules made meanwhile is theirs.
    const own = this.interner.size - this.#attributed - before;
    if (node.size === 0) node.size = own;
    this.#attributed += own;
    const { stability } = interpreter;
    node.stability = stability;
    for (const { classes } of stability?.summaries ?? []) for (const each of classes) this.#owners.set(each, node);
    node.analysis = analysis;
    if (!analysis) node.interpreter = undefined;
    // Of a module that nobody has open, a function's body is wanted only by those who call it.
    for (const unit of foldable) {
      foldFunction(unit);
      forgetScopes(unit);
    }
  }

  /** Starts with an empty interner when most values can only be those of texts that are gone. */
  #renewInterner(): void {
    let live = 0;
    for (const node of this.#nodes.values()) live += node.size;
    if (this.interner.size <= baseValues + 2 * live) return;
    this.interner = new Interner();
    this.#attributed = 0;
    for (const node of this.#nodes.values()) letGo(node);
  }
}

function stillAnswered(node: ModuleNode): boolean {
  for (const { ask, answer } of node.asked.values()) if (ask() !== answer) return false;
  return true;
}

/** Drops what interpreting made. */
function letGo(node: ModuleNode): void {
  node.interpreter = undefined;
  node.analysis = undefined;
  node.exports = undefined;
  node.units = undefined;
  node.asked = new Map();
  node.isStale = true;
  node.isAnswered = false;
  node.size = 0;
}

function lengthOfDocument(document: Document): number {
  let length = 0;
  for (const { text } of document.units) length += text.length;
  return length;
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
