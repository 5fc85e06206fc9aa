/**
 * Stores that are defined in Python code anywhere in a workspace: an adapter reads one module after the other, and what they define
 * together is the store. Feast is not one of them: its repositories are folders of their own with a settings file (feast.ts).
 *
 *     features/user.py     @batch.feature_set(name="user-risk", ...)         a view
 *     features/base.py     user = Entity(name="user", ...)                   an entity
 *     main/model.py        FeatureStoreInput(name="user-risk.age")           nothing: it mentions the library and defines nothing
 *
 * An adapter reads values and calls that the interpreter knows; it never looks at other files, and throws for nothing.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import type { StoreDialect } from "./dialect.ts";
import type { DefinitionSite, Entity, Field, Service, Source, Store, StoreKind, StoreProblem, View } from "./model.ts";

export interface DefinitionAdapter {
  readonly kind: StoreKind;
  /** A file can define something only when its text matches. Cheap: every Python file of a workspace is asked. */
  readonly mentions: RegExp;
  /** Nothing exists but what is defined in the workspace: no platform that other projects define for, too. */
  readonly isWhole: boolean;
  read(module: DefiningModule): ModuleDefinitions;
  /** The dialect of a store, where its grammar needs the names of the views. */
  readonly dialectOf?: (views: readonly View[], otherNames: readonly string[]) => StoreDialect;
}

export interface DefiningModule {
  readonly uri: string;
  readonly analysis: DocumentAnalysis;
  readonly locate: (place: Place) => DefinitionSite;
}

export interface ModuleDefinitions {
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly Service[];
  readonly sources: readonly Source[];
  /** Mistakes, in the user's words. */
  readonly problems: readonly StoreProblem[];
  /** Where right code cannot be followed without running it. */
  readonly limits: readonly StoreProblem[];
  readonly additions?: readonly Addition[];
  /** What may be a view as well: for the grammar alone. */
  readonly otherNames?: readonly string[];
}

/** What a module adds to a view that another one may define: columns that it writes into a table. */
export interface Addition {
  /** `undefined`: its name is known only at run time, it may be any. */
  readonly view: string | undefined;
  readonly fields: readonly Field[];
  /** There may be more. */
  readonly open: boolean;
}

/** What the names of a module hold once it has run, each value once. */
export function valuesOf(analysis: DocumentAnalysis): readonly Value[] {
  const values = new Set<Value>();
  for (const name of analysis.exports().values.keys()) {
    const value = analysis.exitValue(name);
    if (value) values.add(value);
  }
  return [...values];
}

/** What all modules define; `undefined` when that is nothing. The name of a folder tells stores of one kind apart. */
export function storeOf(adapter: DefinitionAdapter, root: string, modules: readonly ModuleDefinitions[]): Store | undefined {
  const additions = modules.flatMap((each) => each.additions ?? []);
  // Of one view that is told twice, the one that tells its version counts.
  const told = modules.flatMap((each) => each.views).sort((one, other) => Number(one.version !== undefined) - Number(other.version !== undefined));
  const views = distinct(told).map((view) => extended(view, additions));
  const entities = distinct(modules.flatMap((each) => each.entities));
  const services = distinct(modules.flatMap((each) => each.services));
  const sources = distinct(modules.flatMap((each) => each.sources));
  const limits = modules.flatMap((each) => each.limits);
  if (views.length + entities.length + services.length + sources.length + limits.length === 0) return undefined;
  return {
    kind: adapter.kind,
    id: `${root}#${adapter.kind}`,
    project: undefined,
    root,
    views, entities, services, sources,
    complete: adapter.isWhole && limits.length === 0,
    problems: modules.flatMap((each) => each.problems),
    limits,
    registry: undefined,
    ...(adapter.dialectOf && { dialect: adapter.dialectOf(views, modules.flatMap((each) => each.otherNames ?? [])) }),
  };
}

function extended(view: View, additions: readonly Addition[]): View {
  const mine = additions.filter((each) => each.view === undefined || mayBeSame(each.view.toLowerCase(), view.name.toLowerCase()));
  if (mine.length === 0) return view;
  const known = new Set([...view.fields, ...view.keyFields].map(({ name }) => name.toLowerCase()));
  const fields = mine.flatMap((each) => (each.view === undefined ? [] : each.fields)).filter(({ name }) => !known.has(name.toLowerCase()) && known.add(name.toLowerCase()));
  return { ...view, fields: [...view.fields, ...fields], open: view.open || mine.some((each) => each.open || each.view === undefined) };
}

/** A table may be named without the catalog and schema that it lies in. */
function mayBeSame(name: string, other: string): boolean {
  return name === other || name.endsWith(`.${other}`) || other.endsWith(`.${name}`);
}

/** One object under two names, or imported by another module, is one definition. */
function distinct<T extends { readonly name: string; readonly definition: DefinitionSite | undefined }>(all: readonly T[]): readonly T[] {
  return [...new Map(all.map((each) => [`${each.name}@${each.definition?.uri ?? ""}:${String(each.definition?.start)}`, each])).values()];
}
