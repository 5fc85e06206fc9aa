/**
 * The Feast adapter: the files of a repository in, a Store out. Nothing of the user's code is imported or run.
 *
 * The modules of a repository import each other, so they are interpreted together: a name that comes from another module has the
 * value it has there. A reader keeps what it parsed and interpreted; a changed file costs itself and the modules that import it.
 *
 *     entities.py   driver = Entity(name="driver", join_keys=["driver_id"])
 *     views.py      from entities import driver
 *                   stats = FeatureView(name="stats", entities=[driver], ...)     its join key is read in entities.py
 */
import type { Place } from "../syntax/unit.ts";
import type { SourceText } from "../text/source-text.ts";
import { readFeastConfig } from "./feast-config.ts";
import type { Environment } from "./feast-config.ts";
import { definitionFileFilter } from "./feast-files.ts";
import { createModuleReader } from "./feast-modules.ts";
import type { InterpretedModule } from "./feast-modules.ts";
import { readObject, resolveService } from "./feast-objects.ts";
import type { Locate, UnresolvedService } from "./feast-objects.ts";
import type { DefinitionSite, Entity, Store, StoreProblem, View } from "./model.ts";

export interface SourceFile {
  readonly uri: string;
  /** Relative to the repository's folder, with `/`: `features/driver.py`. */
  readonly path: string;
  readonly source: SourceText;
}

export interface RepositoryInput {
  readonly root: string;
  /** feature_store.yaml; `undefined` when it could not be read. */
  readonly config: SourceFile | undefined;
  /** Globs of .feastignore. */
  readonly ignore: readonly string[];
  readonly environment: Environment;
  /** Every Python file below the folder that could be read, in any order. */
  readonly files: readonly SourceFile[];
  /** Files and folders that could not be read. */
  readonly broken: readonly StoreProblem[];
}

export interface FeastReader {
  /** The same object as before when nothing in it has changed. */
  read(input: RepositoryInput): Store;
}

export function createFeastReader(): FeastReader {
  const modules = createModuleReader();
  let last: Store | undefined;
  return {
    read(input) {
      const store = readStore(input, modules.read(input.root, input.files));
      if (last && fingerprint(last) === fingerprint(store)) return last;
      last = store;
      return store;
    },
  };
}

function readStore(input: RepositoryInput, modules: readonly InterpretedModule[]): Store {
  const counts = definitionFileFilter(input.ignore);
  const sources = new Map(modules.map(({ file }) => [file.uri, file.source]));
  const locate: Locate = (place) => siteOf(place, sources);
  const problems: StoreProblem[] = [...input.broken];
  const limits: StoreProblem[] = [];
  let complete = !input.broken.some(({ uri }) => counts(relative(uri, input.root)) || !uri.endsWith(".py"));

  const views = new Map<string, View>();
  const entities = new Map<string, Entity>();
  const services = new Map<string, UnresolvedService>();
  for (const module of modules) {
    if (!counts(module.file.path)) continue;
    const reported = module.problems.map((problem) => ({ uri: module.file.uri, ...problem }));
    problems.push(...reported);
    if (module.problems.length > 0 || module.isOpen) complete = false;
    for (const value of module.values) {
      const found = readObject(value, locate);
      if (found?.kind === "view") views.set(keyOf(found.view), found.view);
      else if (found?.kind === "entity") entities.set(keyOf(found.entity), found.entity);
      else if (found?.kind === "service") services.set(keyOf(found.service), found.service);
      else if (found?.kind === "unreadable") {
        complete = false;
        const { start, end, uri } = found.place ? locate(found.place) : { start: 0, end: 0, uri: module.file.uri };
        limits.push({ uri, start, end, message: `the name of this ${found.what} is known only at run time` });
      }
    }
  }

  const config = input.config && readFeastConfig(input.config.source.text, input.environment);
  for (const problem of config?.problems ?? []) problems.push({ uri: input.config?.uri ?? input.root, ...problem });
  const allViews = [...views.values()];
  return {
    kind: "feast",
    project: config?.project,
    root: input.root,
    views: allViews,
    entities: [...entities.values()],
    services: [...services.values()].map((service) => resolveService(service, allViews)),
    complete,
    problems,
    limits,
  };
}

/** One object under two names, in two modules or as a copy is one definition; two definitions of one name are two. */
function keyOf({ name, definition }: { readonly name: string; readonly definition: DefinitionSite }): string {
  return `${name}@${definition.uri}:${String(definition.start)}`;
}

function siteOf(place: Place, sources: ReadonlyMap<string, SourceText>): DefinitionSite {
  const { cell, offset } = place.anchor;
  const { uri } = cell.document;
  const start = offset + place.start;
  return { uri, cell: undefined, start, end: offset + place.end, line: sources.get(uri)?.lineAt(start) ?? 0 };
}

function relative(uri: string, root: string): string {
  return uri.startsWith(root + "/") ? uri.slice(root.length + 1) : uri;
}

/** Everything in a store, as text: maps as their entries. */
function fingerprint(store: Store): string {
  return JSON.stringify(store, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
