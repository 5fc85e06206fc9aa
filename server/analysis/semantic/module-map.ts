/**
 * The map of a workspace: documents, folders, and who imports whom, all of it as written; nothing is interpreted here.
 *
 *     train.py    imports utils          train.py -> utils.py -> config.py
 *     utils.py    imports config         config.py is in the reach of train.py; train.py is among the importers of config.py
 *
 * What a document imports is worked out when somebody asks, and kept. It rests on what some folders hold and on how some packages
 * bind names; each document *watches* these, and when one changes, the documents that watch it are looked at again, no others.
 * Every change is answered with the documents that it may concern: those, and all that import them.
 */
import { isKnownLibrary } from "../knowledge/callables.ts";
import type { Document } from "../syntax/document.ts";
import type { Unit } from "../syntax/unit.ts";
import { isInside, joinUri, parentUri } from "../text/uri.ts";
import { importsOf } from "./module-imports.ts";
import type { Imports } from "./module-imports.ts";
import { ModuleReach } from "./module-reach.ts";
import { candidates, hiddenBy, isFolder, modulesIn, resolveModule, resolveRun, rootsOf, submodule } from "./module-resolution.ts";
import { untouched } from "./module-touches.ts";
import type { Touched } from "./module-touches.ts";
import type { FolderListing, ModuleLocation, Roots } from "./module-resolution.ts";
import { bindsWritten, isSettled, loadedAtOnce, mayBring, namesWritten } from "./package-names.ts";
import type { PackageFiles } from "./package-names.ts";
import { searchPathOf } from "./search-path.ts";

/** What has to be read before everything that a document imports is known. */
export interface Wanted {
  readonly folders: readonly string[];
  readonly files: readonly string[];
}

export interface ModuleMapOptions {
  /** Folders in which a document's absolute imports are looked for; by default see module-resolution.ts. */
  readonly roots?: (document: string) => readonly string[];
}

interface Entry {
  readonly uri: string;
  document: Document;
  /** What others' imports depend on. */
  signature: string;
  /** Folders, with a slash at the end, and files that what follows was worked out from. */
  readonly watched: Set<string>;
  readonly found: Map<string, ModuleLocation | "unclear" | undefined>;
  roots: { readonly units: readonly Unit[]; readonly imports: Imports; readonly folders: Roots } | undefined;
  imports: readonly string[] | undefined;
  /** What statements of which it is unclear what they import may import. */
  possible: readonly string[] | undefined;
  /** Packages that run first, because a module of theirs is imported. */
  packages: readonly string[] | undefined;
}

const nobody: ReadonlySet<string> = new Set();

export class ModuleMap implements PackageFiles {
  readonly #options: ModuleMapOptions;
  readonly #entries = new Map<string, Entry>();
  readonly #folders = new Map<string, FolderListing | undefined>();
  /** Folders that somebody asked for and nobody has told of. */
  readonly #unlisted = new Set<string>();
  /** Files that cannot be read. */
  readonly #absent = new Set<string>();
  #workspaces: readonly string[] = [];
  readonly #reach = new ModuleReach({
    documents: () => this.#entries.keys(), imports: (uri) => this.#edges(uri), runs: (uri) => this.#runs(uri),
  });
  readonly #libraries = new Map<string, { readonly parts: readonly ReadonlySet<string>[]; readonly all: ReadonlySet<string> }>();
  /** Let go of when somebody imports something else. */
  readonly #touched = new Map<string, Pick<Touched, "bound" | "changed">>();
  readonly #misled = new Map<string, ReadonlySet<string>>();

  constructor(options: ModuleMapOptions) {
    this.#options = options;
  }

  // ---- what it is told: each answers with the documents that may be concerned ------------------------------------

  setWorkspaces(folders: readonly string[]): Iterable<string> {
    const next = folders.map((folder) => joinUri(folder));
    if (sameList(next, this.#workspaces)) return [];
    this.#workspaces = next;
    for (const entry of this.#entries.values()) this.#reset(entry);
    return this.#entries.keys();
  }

  /** `undefined`: there is no such folder. */
  setFolder(uri: string, listing: FolderListing | undefined): Iterable<string> {
    this.#unlisted.delete(uri);
    if (this.#folders.has(uri) && sameListing(this.#folders.get(uri), listing)) return [];
    this.#folders.set(uri, listing);
    return this.#news(`${uri}/`);
  }

  /** Folders from here on downwards are to be asked for again; a file that could not be read, too. */
  forget(uri: string): Iterable<string> {
    this.#absent.delete(uri);
    const gone = [...this.#folders.keys()].filter((folder) => isInside(uri, folder));
    for (const folder of gone) this.#folders.delete(folder);
    return gone.flatMap((folder) => [...this.#news(`${folder}/`)]);
  }

  /** A document is here, or is another object now. */
  put(document: Document): Iterable<string> {
    const { uri } = document;
    this.#absent.delete(uri);
    const entry = this.#entries.get(uri);
    if (entry) {
      entry.document = document;
      return this.edited(uri).concerned;
    }
    this.#entries.set(uri, { uri, document, signature: signatureOf(document), watched: new Set(), found: new Map(), roots: undefined, imports: undefined, possible: undefined, packages: undefined });
    return this.#news(uri);
  }

  /** `finds`: what the document's own imports lead to may be something else now. */
  edited(uri: string): { readonly concerned: Iterable<string>; readonly finds: boolean } {
    const entry = this.#entries.get(uri);
    if (!entry) return { concerned: [], finds: false };
    const signature = signatureOf(entry.document);
    if (signature === entry.signature) return { concerned: this.#reach.withImporters([uri]), finds: importsOf(entry.document).addsPath };
    entry.signature = signature;
    const concerned = this.#news(uri);
    this.#reset(entry);
    return { concerned, finds: true };
  }

  remove(uri: string, isAbsent: boolean): Iterable<string> {
    if (isAbsent) this.#absent.add(uri);
    if (!this.#entries.has(uri)) return [];
    const concerned = this.#news(uri);
    this.#entries.delete(uri);
    this.#libraries.delete(uri);
    this.#reshaped();
    return concerned;
  }

  // ---- what it is asked ----------------------------------------------------------------------------------------

  get workspaces(): readonly string[] {
    return this.#workspaces;
  }

  get folders(): ReadonlyMap<string, FolderListing | undefined> {
    return this.#folders;
  }

  document(uri: string): Document | undefined {
    return this.#entries.get(uri)?.document;
  }

  /** Whether a file, or a folder, was told or found missing. */
  knows(uri: string): boolean {
    return this.#entries.has(uri) || this.#absent.has(uri) || this.#folders.has(uri);
  }

  wanted(uri: string): Wanted {
    const files = this.#entries.has(uri) ? [...this.running(uri)].filter((each) => !this.knows(each)) : [];
    return { folders: [...this.#unlisted], files };
  }

  /** Modules that a document reaches by imports, those that it may import among them; itself, if it reaches itself. */
  reach(uri: string): ReadonlySet<string> {
    return this.#reach.of(uri);
  }

  /** All that runs when a document does: what it reaches, and the packages on the way there with what these reach. */
  running(uri: string): ReadonlySet<string> {
    return this.#reach.running(uri);
  }

  /** Documents that reach a file. */
  importers(uri: string): readonly string[] {
    return [...this.#reach.withImporters([uri])].filter((each) => each !== uri || this.running(uri).has(uri));
  }

  /** Top-level names of the libraries that a document imports, directly or through other modules. */
  libraries(uri: string): ReadonlySet<string> {
    const parts = [uri, ...this.reach(uri)].flatMap((each) => {
      const document = this.document(each);
      return document ? importsOf(document).libraries : [];
    });
    const known = this.#libraries.get(uri);
    if (known && sameList(known.parts, parts)) return known.all;
    const [only = new Set<string>()] = parts;
    const all = parts.length > 1 ? new Set(parts.flatMap((part) => [...part])) : only;
    this.#libraries.set(uri, { parts, all });
    return all;
  }

  /** Modules that a document imports directly. */
  imports(uri: string): readonly string[] {
    const entry = this.#entries.get(uri);
    return entry ? (entry.imports ??= this.#importsOf(entry)) : [];
  }

  /** What the modules that a document reaches do to each other, and it to them; what it changes under a name of its own, its interpreter follows. */
  touched(uri: string): Pick<Touched, "bound" | "changed"> {
    const known = this.#touched.get(uri);
    if (known) return known;
    const of = (each: string): Touched => {
      const document = this.document(each);
      return document ? importsOf(document).touched : untouched;
    };
    const reached = [...this.running(uri)].map(of);
    const own = of(uri);
    const bound = [own, ...reached].flatMap((each) => [...each.bound]);
    const changed = [...own.changedAttributes, ...reached.flatMap((each) => [...each.changed])];
    const touched = bound.length + changed.length > 0 ? { bound: new Set(bound), changed: new Set(changed) } : untouched;
    this.#touched.set(uri, touched);
    return touched;
  }

  /** Whether two modules import each other, through others perhaps. */
  isCircle(a: string, b: string): boolean {
    return this.#reach.isCircle(a, b);
  }

  /**
   * Whether a module, or one that it reaches, would get another module by an absolute name if a document ran it: `import utils` means what
   * lies beside the script that was started, before anything that lies beside the module.
   */
  isMisled(uri: string, reader: string): boolean {
    const misled = this.#misledBy(reader);
    return misled.size > 0 && (misled.has(uri) || [...this.reach(uri)].some((each) => misled.has(each)));
  }

  #misledBy(reader: string): ReadonlySet<string> {
    const known = this.#misled.get(reader);
    if (known) return known;
    const uris = new Set<string>();
    const entry = this.#entries.get(reader);
    const workspace = this.workspaceOf(reader);
    if (entry && workspace !== undefined) {
      const list = this.#listFor(entry);
      const roots = this.#rootsOf(entry, workspace, list);
      const others = roots.others.filter((folder) => folder !== roots.ownPackage);
      for (const each of this.reach(reader)) {
        const document = each === reader ? undefined : this.document(each);
        const own = parentUri(each);
        if (!document || roots.first.every((folder) => folder === own)) continue;
        const isAnother = (name: string): boolean => {
          const hiding = hiddenBy(name, roots.first, list);
          const meant = this.meaning(name, each);
          if (meant === "unclear") return false;
          if (hiding) return meant?.uri !== hiding.uri;
          // What lies beside it is what it means as a script.
          const elsewhere = meant && parentUri(meant.folder ?? meant.uri) === own ? hiddenBy(name, others, list) : undefined;
          return elsewhere !== undefined && elsewhere.uri !== meant?.uri;
        };
        if ([...importsOf(document).libraries].some(isAnother)) uris.add(each);
      }
    }
    const misled = uris.size > 0 ? uris : nobody;
    this.#misled.set(reader, misled);
    return misled;
  }

  /** The module that an import statement names, if there is one of the workspace that it can only mean. */
  find(written: string, from: string): ModuleLocation | undefined {
    const found = this.meaning(written, from);
    return found === "unclear" ? undefined : found;
  }

  /** `unclear`: it depends on how the program is started. */
  meaning(written: string, from: string): ModuleLocation | "unclear" | undefined {
    const entry = this.#entries.get(from);
    const workspace = this.workspaceOf(from);
    if (!entry || workspace === undefined) return undefined;
    const list = this.#listFor(entry);
    const roots = this.#rootsOf(entry, workspace, list);
    // Computed, so that nobody has looked for it.
    if (!written.startsWith(".") && !importsOf(entry.document).named.has(written)) {
      const [top = ""] = written.split(".", 1);
      return isKnownLibrary(written) && ![...roots.first, ...roots.others].some((folder) => modulesIn(list(folder)).includes(top)) ? undefined : "unclear";
    }
    if (entry.found.has(written)) return entry.found.get(written);
    const found = resolveModule(written, from, roots, list);
    const inside = found === "unclear" || (found && this.workspaceOf(found.folder ?? found.uri) !== undefined) ? found : undefined;
    const location = inside && inside !== "unclear" && isContradicted(written, inside, entry.document) ? "unclear" : inside && inside !== "unclear" && isKnownLibrary(written) && this.#isLibraryItself(entry, written, roots) ? undefined : inside;
    entry.found.set(written, location);
    return location;
  }

  /** Whether an absolute name stands in an import of the document, or may be a star's: others are computed. */
  isNamed(written: string, from: string): boolean {
    const document = this.document(from);
    if (!document) return false;
    const { named, modules } = importsOf(document);
    return named.has(written) || modules.some(({ module, names }) => names?.length === 0 && written.startsWith(`${module}.`));
  }

  run(path: string, from: string): string | undefined {
    const entry = this.#entries.get(from);
    const uri = entry && resolveRun(path, from, this.#listFor(entry));
    return uri !== undefined && this.workspaceOf(uri) !== undefined ? uri : undefined;
  }

  submodule(folder: string, name: string, reader: string): ModuleLocation | undefined {
    const entry = this.#entries.get(reader);
    return entry && submodule({ folder }, name, this.#listFor(entry));
  }

  modulesIn(folder: string, reader: string): readonly string[] {
    const entry = this.#entries.get(reader);
    return entry ? modulesIn(this.#listFor(entry)(folder)) : [];
  }

  /** Whether a module binds a name by a statement that is written in it; `import`: a package binds its own module of the name, and nothing else. */
  binds(uri: string, name: string, reader: string): "no" | "import" | "yes" {
    this.#entries.get(reader)?.watched.add(uri);
    return bindsWritten(this, uri, name);
  }

  /** Whether a star in a package that runs before the reader may bring something of this name. */
  mayBring(uri: string, name: string, reader: string): boolean {
    return this.running(reader).has(uri) && mayBring(this, uri, name);
  }

  /** See package-names.ts. */
  namesWritten(uri: string, reader: string): ReadonlySet<string> | undefined {
    return namesWritten(this, uri, this.#misledBy(reader));
  }

  isSettled(uri: string, name: string, module: string): boolean {
    return isSettled(this, uri, name, module);
  }

  /** Modules that a module loads whenever it runs. */
  loads(uri: string): readonly string[] {
    return loadedAtOnce(this, uri);
  }

  // ---- changes -------------------------------------------------------------------------------------------------

  /** Something that documents watch has changed: they are worked out anew. */
  #news(key: string): Iterable<string> {
    // What a package's names are depends on what it watches itself.
    const keys = new Set([key]);
    const watching = new Set<Entry>();
    for (const each of keys) {
      for (const entry of this.#entries.values()) {
        if (!entry.watched.has(each) || watching.has(entry)) continue;
        watching.add(entry);
        keys.add(entry.uri);
      }
    }
    const concerned = this.#reach.withImporters(keys);
    for (const entry of watching) this.#reset(entry);
    this.#reshaped();
    return concerned;
  }

  #reset(entry: Entry): void {
    entry.watched.clear();
    entry.found.clear();
    entry.roots = undefined;
    entry.imports = undefined;
    entry.possible = undefined;
    entry.packages = undefined;
    this.#reshaped();
  }

  /** Who imports whom has changed. */
  #reshaped(): void {
    this.#reach.changed();
    this.#touched.clear();
    this.#misled.clear();
  }

  #edges(uri: string): readonly string[] {
    const entry = this.#entries.get(uri);
    if (!entry) return [];
    const possible = (entry.possible ??= this.#possibleOf(entry));
    return possible.length > 0 ? [...this.imports(uri), ...possible] : this.imports(uri);
  }

  #runs(uri: string): readonly string[] {
    const entry = this.#entries.get(uri);
    if (!entry) return [];
    const packages = (entry.packages ??= this.#packagesOf(entry));
    return packages.length > 0 ? [...this.#edges(uri), ...packages] : this.#edges(uri);
  }

  // ---- one document --------------------------------------------------------------------------------------------

  #listFor(entry: Entry): (folder: string) => FolderListing | undefined {
    return (folder) => {
      if (this.workspaceOf(folder) === undefined) return undefined;
      entry.watched.add(`${folder}/`);
      if (!this.#folders.has(folder)) this.#unlisted.add(folder);
      return this.#folders.get(folder);
    };
  }

  /** The innermost workspace folder around a file or folder. */
  workspaceOf(uri: string): string | undefined {
    let best: string | undefined;
    for (const folder of this.#workspaces) if (uri.length >= folder.length && folder.length > (best?.length ?? 0) && isBelow(uri, folder)) best = folder;
    return best;
  }

  #rootsOf(entry: Entry, workspace: string, list: (folder: string) => FolderListing | undefined): Roots {
    const { units } = entry.document;
    const imports = importsOf(entry.document);
    if (entry.roots?.imports === imports && (!imports.addsPath || sameList(entry.roots.units, units))) return entry.roots.folders;
    const given = this.#options.roots?.(entry.uri);
    const folders = given ? { first: given.slice(0, 1), others: given.slice(1), ownPackage: undefined, perhapsFirst: [] } : rootsOf(entry.uri, workspace, searchPathOf(entry.document, units, workspace), list);
    entry.roots = { units, imports, folders };
    return folders;
  }

  #importsOf(entry: Entry): readonly string[] {
    const uris = new Set<string>();
    const add = (location: ModuleLocation | undefined): void => {
      if (location && !isFolder(location)) uris.add(location.uri);
    };
    const imports = importsOf(entry.document);
    for (const { module, names } of imports.modules) {
      const location = this.find(module, entry.uri);
      if (!names) {
        for (let end = module.indexOf("."); end > 0; end = module.indexOf(".", end + 1)) add(this.find(module.slice(0, end), entry.uri));
        add(location);
        continue;
      }
      if (!location) continue;
      const { folder } = location;
      const inner = names.map((name) => (folder === undefined ? undefined : this.submodule(folder, name, entry.uri)));
      inner.forEach(add);
      // A package is asked for the names that are no modules of it.
      const isAsked = names.length === 0 || names.some((name, index) => !inner[index] || this.binds(location.uri, name, entry.uri) === "yes");
      if (isAsked || !this.#entries.has(location.uri)) add(location);
    }
    for (const path of imports.runs) {
      const uri = this.run(path, entry.uri);
      if (uri !== undefined) uris.add(uri);
    }
    return [...uris];
  }

  /**
   * `from shop.views.orders import X` runs shop and shop.views first, which may do something to other modules. What lies on a relative way has
   * run already.
   */
  #packagesOf(entry: Entry): readonly string[] {
    const uris = new Set<string>();
    for (const { module, names } of importsOf(entry.document).modules) {
      if (!names || module.startsWith(".")) continue;
      for (let end = module.indexOf("."); ; end = module.indexOf(".", end + 1)) {
        const found = this.find(end > 0 ? module.slice(0, end) : module, entry.uri);
        if (found?.folder !== undefined && !isFolder(found)) uris.add(found.uri);
        if (end < 0) break;
      }
    }
    return [...uris];
  }

  /** A circle may go through an import of which it is unclear what it means. */
  #possibleOf(entry: Entry): readonly string[] {
    const uris = new Set<string>();
    const workspace = this.workspaceOf(entry.uri);
    if (workspace === undefined) return [];
    const list = this.#listFor(entry);
    for (const { module, names } of importsOf(entry.document).modules) {
      if (module.startsWith(".")) continue;
      for (let end = module.indexOf("."); ; end = module.indexOf(".", end + 1)) {
        const written = end > 0 ? module.slice(0, end) : module;
        if (this.meaning(written, entry.uri) === "unclear") {
          for (const found of candidates(written, this.#rootsOf(entry, workspace, list), list)) {
            const inner = end > 0 ? [] : (names ?? []).map((name) => submodule(found, name, list));
            for (const location of [found, ...inner]) if (location && !isFolder(location) && this.workspaceOf(location.uri) !== undefined) uris.add(location.uri);
          }
        }
        if (end < 0) break;
      }
    }
    return [...uris];
  }

  /**
   * The workspace is where a known library is developed: what is known of it says more than its source. Somebody's own
   * `datasets.py` has no version.
   */
  #isLibraryItself(entry: Entry, written: string, roots: Roots): boolean {
    const [top = ""] = written.split(".", 1);
    const root = [...roots.first, ...roots.others].map((folder) => this.submodule(folder, top, entry.uri)).find((found) => found !== undefined && !isFolder(found));
    return root !== undefined && this.binds(root.uri, "__version__", entry.uri) !== "no";
  }
}

/** What other documents' imports lead to depends on this much of a document. */
function signatureOf(document: Document): string {
  const { signature: { imports, bound }, version, touched } = importsOf(document);
  // Of a package it matters which names are its own and which are its modules.
  const names = document.uri.endsWith("/__init__.py") ? bound : version;
  return [imports, names, ...touched.bound, "", ...touched.changed, "", ...touched.changedAttributes].join(" ");
}

/** `import config.views`: whoever writes this takes `config` for a package, whatever lies beside him. */
function isContradicted(written: string, { folder }: ModuleLocation, document: Document): boolean {
  return folder === undefined && importsOf(document).modules.some(({ module }) => module.startsWith(`${written}.`));
}

function isBelow(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}

export function sameList<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  if (!a || !b || a === b) return a === b;
  return a.length === b.length && a.every((each, index) => each === b[index]);
}

function sameListing(a: FolderListing | undefined, b: FolderListing | undefined): boolean {
  const same = (left: ReadonlySet<string>, right: ReadonlySet<string>): boolean => left.size === right.size && [...left].every((each) => right.has(each));
  return a === b || (a !== undefined && b !== undefined && same(a.files, b.files) && same(a.folders, b.folders) && sameList(a.sources, b.sources));
}
