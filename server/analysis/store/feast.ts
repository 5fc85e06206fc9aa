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
import { readObject } from "./feast-objects.ts";
import type { Locate } from "./defined-name.ts";
import type { FeastObject } from "./feast-objects.ts";
import { resolveService } from "./feast-services.ts";
import type { UnresolvedService } from "./feast-services.ts";
import type { DefinitionSite, Entity, Source, Store, StoreProblem, View } from "./model.ts";

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
  const kept = new WeakMap<InterpretedModule, ModuleObjects>();
  let last: { readonly key: readonly string[]; readonly store: Store } | undefined;
  return {
    read(input) {
      const interpreted = modules.read(input.root, input.files);
      const sources = new Map(interpreted.map(({ file }) => [file.uri, file.source]));
      const counts = definitionFileFilter(input.ignore);
      const read: ModuleObjects[] = [];
      for (const module of interpreted) {
        if (!counts(module.file.path)) continue;
        let objects = kept.get(module);
        if (!objects) kept.set(module, (objects = readModule(module, sources)));
        read.push(objects);
      }
      const key = [input.config?.source.text ?? "", JSON.stringify(input.broken), ...read.map((each) => each.key)];
      if (last?.key.length === key.length && key.every((each, index) => each === last?.key[index])) return last.store;
      last = { key, store: storeOf(input, read, counts) };
      return last.store;
    },
  };
}

/** What one module defines. */
interface ModuleObjects {
  readonly objects: readonly FeastObject[];
  readonly problems: readonly StoreProblem[];
  readonly limits: readonly StoreProblem[];
  readonly isOpen: boolean;
  /** All of it as text: the same when a comment was added below. */
  readonly key: string;
}

function readModule(module: InterpretedModule, sources: ReadonlyMap<string, SourceText>): ModuleObjects {
  const { uri } = module.file;
  const locate: Locate = (place) => siteOf(place, sources);
  const objects = module.values.map((value) => readObject(value, locate)).filter((found) => found !== undefined);
  const limits: StoreProblem[] = [];
  for (const found of objects) {
    if (found.kind !== "unreadable") continue;
    const at = found.place ? locate(found.place) : { uri, start: 0, end: 0 };
    limits.push({ uri: at.uri, start: at.start, end: at.end, message: `the name of this ${found.what} is known only at run time` });
  }
  const problems = module.problems.map((problem) => ({ uri, ...problem }));
  const isOpen = module.isOpen || problems.length > 0 || limits.length > 0;
  const named = objects.map((found) => (found.kind === "unreadable" ? found.what : found));
  return { objects, problems, limits, isOpen, key: fingerprint({ uri, named, problems, limits, isOpen }) };
}

function storeOf(input: RepositoryInput, modules: readonly ModuleObjects[], counts: (path: string) => boolean): Store {
  const views = new Map<string, View>();
  const entities = new Map<string, Entity>();
  const services = new Map<string, UnresolvedService>();
  const sources = new Map<string, Source>();
  for (const found of modules.flatMap(({ objects }) => objects)) {
    if (found.kind === "view") views.set(keyOf(found.view), found.view);
    else if (found.kind === "entity") entities.set(keyOf(found.entity), found.entity);
    else if (found.kind === "service") services.set(keyOf(found.service), found.service);
    if ("sources" in found) for (const source of found.sources) sources.set(keyOf(source), source);
  }
  const config = input.config && readFeastConfig(input.config.source.text, input.environment);
  const configProblems = (config?.problems ?? []).map((problem) => ({ uri: input.config?.uri ?? input.root, ...problem }));
  // What could not be read matters where definitions may be in it: in files that count, and in folders.
  const hidden = input.broken.some(({ uri }) => counts(relative(uri, input.root)) || !/\.(py|yaml)$/.test(uri));
  const allViews = [...views.values()];
  return {
    kind: "feast",
    id: input.root,
    project: config?.project,
    root: input.root,
    views: allViews,
    entities: [...entities.values()],
    services: [...services.values()].map((service) => resolveService(service, allViews)),
    sources: [...sources.values()],
    registry: undefined,
    complete: !hidden && !modules.some(({ isOpen }) => isOpen),
    problems: [...input.broken, ...modules.flatMap(({ problems }) => problems), ...configProblems],
    limits: modules.flatMap(({ limits }) => limits),
  };
}

/** One object under two names, in two modules or as a copy is one definition; two definitions of one name are two. */
function keyOf({ name, definition }: { readonly name: string; readonly definition: DefinitionSite | undefined }): string {
  return `${name}@${definition?.uri ?? ""}:${String(definition?.start)}`;
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

/** Maps as their entries. */
function fingerprint(content: unknown): string {
  return JSON.stringify(content, (_, value: unknown) => (value instanceof Map ? [...value] : value));
}
