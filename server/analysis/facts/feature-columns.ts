/**
 * The columns in which features come back: what a retrieval's frame, or the response of an online store, has under which name.
 *
 *     store.get_historical_features(entity_df=frame, features=["stats:rate", "fare:price"], full_feature_names=full)
 *
 *     full is False                 rate, price
 *     full is True                  stats__rate: its view is 0-5, its feature 7-11
 *     full is not known             either
 *     fare computes from stats      and every feature of stats that it takes: Feast returns what a view computes from
 *
 * Columns that are no features, keys and whatever else the rows brought along, are told apart: they are known when the rows are.
 */
import type { StoreDialect } from "../store/dialect.ts";
import type { Field, Store, View } from "../store/model.ts";
import { fieldNamed } from "../store/resolve.ts";
import { entityFrame, entityRows, neededColumns } from "./entity-columns.ts";
import { argumentOf } from "./feature-calls.ts";
import type { Retrieval } from "./features.ts";

/** A feature under the name of its column. */
export interface FeatureColumn {
  readonly name: string;
  readonly store: Store;
  readonly view: View;
  readonly field: Field;
  /** Offsets in the column's name; the view's is not there, or stands there under another name. */
  readonly viewPart: Part | undefined;
  readonly featurePart: Part;
}

export interface Part {
  readonly start: number;
  readonly end: number;
}

export interface ReturnedColumns {
  readonly features: readonly FeatureColumn[];
  /** Names of columns that are no features, as far as they are known. */
  readonly others: ReadonlySet<string>;
  /** Names that nobody is offered, and nobody is told not to be there. */
  readonly doubtful: ReadonlySet<string>;
  /** There can be no other columns than these. */
  readonly isWhole: boolean;
}

/** What the retrieval returns. */
export function returnedColumns(retrieval: Retrieval): ReturnedColumns {
  const { references, index, role } = retrieval;
  const features: FeatureColumn[] = [];
  const shown = namesShown(retrieval);
  const add = (store: Store, view: View, field: Field, viewName = view.name): void => {
    features.push(...featureColumns(index.dialect, store, view, field, viewName).filter(shown));
  };
  for (const { parsed } of references) {
    for (const { store, view } of index.views(parsed.view.name)) {
      const isAll = parsed.feature !== undefined && parsed.feature.name === index.dialect.grammar.wildcard;
      const field = parsed.feature && fieldNamed(view, parsed.feature.name, index.dialect);
      for (const each of isAll ? view.fields : field ? [field] : []) add(store, view, each);
    }
  }
  let isServiceWhole = true;
  for (const { store, service } of retrieval.service === undefined ? [] : index.services(retrieval.service)) {
    isServiceWhole &&= service.closed;
    for (const { view: name, alias, fields, closed } of service.selections) {
      isServiceWhole &&= closed;
      for (const view of store.views.filter((each) => each.name === name)) {
        for (const field of view.fields) if (fields.includes(field.name)) add(store, view, field, alias);
      }
    }
  }
  if (retrieval.form.returnsInputs === true) for (const each of inputsOf(features)) add(each.store, each.view, each.field, each.viewName);
  const rows = givenRows(retrieval);
  const keys = neededColumns(retrieval).filter(({ kind }) => kind === "join key" || role === "training");
  const isListed = retrieval.service === undefined ? references.every(({ resolution }) => resolution.kind === "feature") : index.services(retrieval.service).length === 1;
  return {
    features: distinct(features),
    others: new Set([...(role === "training" ? rows.names : []), ...keys.map(({ name }) => name)]),
    doubtful: new Set([...rows.names, ...index.stores.flatMap(({ entities }) => entities.flatMap(({ name, joinKey }) => [name, joinKey]))]),
    isWhole: retrieval.certain && (retrieval.isWhole || retrieval.service !== undefined) && isListed && isServiceWhole && rows.isWhole && features.every(({ view }) => hasKnownInputs(view)),
  };
}

/** The names that a feature's column may have. */
export function featureColumns(dialect: StoreDialect, store: Store, view: View, field: Field, viewName = view.name): readonly FeatureColumn[] {
  return dialect.columns(viewName, field.name).map((name) => {
    const hasView = viewName === view.name && name.length > field.name.length && name.startsWith(view.name);
    return {
      name, store, view, field,
      viewPart: hasView ? { start: 0, end: view.name.length } : undefined,
      featurePart: { start: name.length - field.name.length, end: name.length },
    };
  });
}

/** Whether a column bears the name of its view as well, as far as the call says. */
function namesShown({ form: { fullNames }, event }: Retrieval): (column: FeatureColumn) => boolean {
  if (!fullNames || event.args.some(({ unpacked }) => unpacked)) return () => true;
  const given = argumentOf(event, fullNames);
  const constant = given?.value.constant;
  const isFull = given === undefined ? false : constant?.kind === "bool" ? constant.value : undefined;
  return ({ featurePart }) => isFull === undefined || isFull === (featurePart.start > 0);
}

/** Every column that an on-demand view computes from is known. */
export function hasKnownInputs({ inputs, unlisted }: View): boolean {
  return unlisted.length === 0 && inputs.every((input) => (input.kind === "view" ? input.selection.closed : input.closed));
}

/** What on-demand views that are asked for compute from. */
function inputsOf(features: readonly FeatureColumn[]): readonly { readonly store: Store; readonly view: View; readonly field: Field; readonly viewName: string }[] {
  return features.flatMap(({ store, view: { inputs } }) => inputs.flatMap((input) => {
    if (input.kind !== "view") return [];
    const { view: name, alias, fields } = input.selection;
    return store.views.filter((view) => view.name === name).flatMap((view) =>
      view.fields.filter((field) => fields.includes(field.name)).map((field) => ({ store, view, field, viewName: alias ?? name })));
  }));
}

/** What the rows bring along. */
function givenRows(retrieval: Retrieval): { readonly names: readonly string[]; readonly isWhole: boolean } {
  if (retrieval.role === "training") {
    const frame = entityFrame(retrieval);
    return { names: [...(frame?.all ?? [])], isWhole: frame?.all !== undefined && frame.hasPlainIndex === true };
  }
  // A response has the keys of its features, whatever else a row holds.
  return { names: entityRows(retrieval).flatMap(({ all }) => [...(all ?? [])]), isWhole: true };
}

/** Each feature once under each name. */
export function distinct(columns: readonly FeatureColumn[]): readonly FeatureColumn[] {
  const seen = new Map<Field, Set<string>>();
  return columns.filter(({ name, field }) => {
    const names = seen.get(field) ?? new Set();
    seen.set(field, names);
    return !names.has(name) && names.add(name);
  });
}
