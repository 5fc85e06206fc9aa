/**
 * Who reaches whom, from who imports whom.
 *
 *     train.py -> utils.py -> config.py        train.py reaches utils.py and config.py; config.py has two importers
 *
 * Two relations: what a document *imports*, and what *runs* because of that, which are also the packages on the way to a module.
 * Answers are kept until an import changes anywhere. Mostly both relations lead to the same modules; then they share one set, as a
 * workspace has many.
 */
import { componentsOf } from "./module-imports.ts";

export interface ModuleEdges {
  documents(): Iterable<string>;
  imports(uri: string): readonly string[];
  /** All of {@link imports}, and more perhaps. */
  runs(uri: string): readonly string[];
}

/** Modules that one document can reach. */
const maximumReach = 1000;

export class ModuleReach {
  readonly #edges: ModuleEdges;
  readonly #reached = new Map<string, ReadonlySet<string>>();
  readonly #running = new Map<string, ReadonlySet<string>>();
  #components: ReadonlyMap<string, number> | undefined;
  #importers: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(edges: ModuleEdges) {
    this.#edges = edges;
  }

  /** Somebody imports something else than before. */
  changed(): void {
    this.#reached.clear();
    this.#running.clear();
    this.#components = undefined;
    this.#importers = undefined;
  }

  /** What a document reaches by imports; itself, if it reaches itself. */
  of(uri: string): ReadonlySet<string> {
    const known = this.#reached.get(uri);
    if (known) return known;
    const found = closure(uri, (each) => this.#edges.imports(each));
    this.#reached.set(uri, found);
    return found;
  }

  /** What runs when a document does. */
  running(uri: string): ReadonlySet<string> {
    const known = this.#running.get(uri);
    if (known) return known;
    const reached = this.of(uri);
    const all = closure(uri, (each) => this.#edges.runs(each));
    const found = all.size === reached.size && [...all].every((each) => reached.has(each)) ? reached : all;
    this.#running.set(uri, found);
    return found;
  }

  /** Whether two modules reach each other. */
  isCircle(a: string, b: string): boolean {
    const of = (this.#components ??= componentsOf(new Map([...this.#edges.documents()].map((uri) => [uri, this.#edges.imports(uri)]))));
    return of.get(a) === of.get(b);
  }

  /** These, and all that run them. */
  withImporters(uris: Iterable<string>): ReadonlySet<string> {
    const importers = (this.#importers ??= this.#importersOfAll());
    const concerned = new Set(uris);
    // Grows while it is gone through.
    for (const uri of concerned) for (const each of importers.get(uri) ?? []) concerned.add(each);
    return concerned;
  }

  #importersOfAll(): ReadonlyMap<string, readonly string[]> {
    const of = new Map<string, string[]>();
    for (const uri of this.#edges.documents()) {
      for (const target of this.#edges.runs(uri)) {
        const list = of.get(target);
        if (list) list.push(uri);
        else of.set(target, [uri]);
      }
    }
    return of;
  }
}

function closure(uri: string, edges: (uri: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = [uri];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    for (const each of edges(next)) {
      if (found.has(each) || found.size >= maximumReach) continue;
      found.add(each);
      pending.push(each);
    }
  }
  return found;
}
