/**
 * What is offered where the name of a view, a feature or a service is expected, whatever text it stands in.
 *
 * A *slot* is the place that is being typed into: what stands behind the cursor, what is listed beside it, and which characters an item
 * replaces.
 */
import type { ColumnsAt } from "../analysis/facts/column-names.ts";
import type { Field, Store, View } from "../analysis/store/model.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";
import { describeField, describeRequest, describeService, describeView } from "./feature-text.ts";

export interface Slot {
  /** Behind the cursor, up to the end of the text that is written. */
  readonly rest: string;
  /** References that are in the list already. */
  readonly listed: ReadonlySet<string>;
  /** The range from `typed` characters before the cursor to `after` behind it. */
  readonly edit: (typed: number, after: number) => { readonly start: number; readonly end: number };
}

export interface CompletionList {
  readonly items: readonly CompletionItem[];
  /** True when items were left out: ask again as the user types. */
  readonly isIncomplete: boolean;
}

export interface CompletionItem {
  readonly label: string;
  readonly kind: "view" | "feature" | "service" | "column";
  /** One line beside the label: `Float32`, `4 features`. */
  readonly detail: string;
  readonly documentation: string;
  /** Replaces `start` to `end` of the text that holds the cell. The typed part lies inside that range, which is on one line. */
  readonly edit: { readonly start: number; readonly end: number; readonly text: string };
  /** What the typed part is matched against. */
  readonly filter: string;
  /** Items are ordered by this text. */
  readonly sort: string;
  /** After accepting a view its separator is in place: ask for completion again. */
  readonly continues: boolean;
}

const maxItems = 200;
/** From this many characters on, features are offered without their view being typed. */
const minimumForFeatures = 2;

/** Described only when it is among those offered. */
type Candidate = Omit<CompletionItem, "documentation"> & { readonly documentation: () => string };

/** A reference, as far as it is typed: its view, or its feature. */
export function referenceItems(index: CatalogueIndex, slot: Slot, typed: string): CompletionList {
  const { view, feature } = index.dialect.grammar.parse(typed);
  return feature ? featureItems(index, slot, view.name, feature.name, "reference") : viewItems(index, slot, typed, "reference");
}

/** `name`: the string is the view's name, and no reference. */
export function viewItems(index: CatalogueIndex, slot: Slot, typed: string, takes: "reference" | "name"): CompletionList {
  const { grammar } = index.dialect;
  const { rest, listed } = slot;
  const isDivided = takes === "reference" && rest.includes(grammar.separator);
  const view = slot.edit(typed.length, isDivided ? rest.indexOf(grammar.separator) : rest.length);
  const whole = slot.edit(typed.length, rest.length);
  const items: Candidate[] = [];
  const distance = distanceFrom(listed, index);
  for (const { store, view: each } of viewsOf(index)) {
    if (!mayMatch(typed, each.name)) continue;
    items.push({
      label: each.name,
      kind: "view",
      detail: summary(each),
      documentation: () => describeView(each, store),
      edit: { ...view, text: isDivided || takes === "name" ? each.name : each.name + grammar.separator },
      filter: each.name,
      sort: `0${distance(each, store)}${each.name}`,
      continues: takes === "reference" && !isDivided,
    });
  }
  if (takes === "reference" && typed.length >= minimumForFeatures && !typed.includes("@")) {
    for (const { store, view: each } of viewsOf(index)) {
      const near = distance(each, store);
      for (const field of each.fields) {
        if (field.name.toLowerCase().includes(typed.toLowerCase())) {
          const name = grammar.write(each.name, field.name);
          items.push({ ...featureItem(each, field, store), label: name, edit: { ...whole, text: name }, filter: name, sort: rank("1", `${near}${name}`, listed, name) });
        }
      }
      if (items.length > maxItems) break;
    }
  }
  return limited(items);
}

/** `name`: the string is the feature's name, and no reference. */
export function featureItems(index: CatalogueIndex, slot: Slot, wanted: string, typed: string, takes: "reference" | "name"): CompletionList {
  const { rest, listed } = slot;
  const items: Candidate[] = [];
  const edit = slot.edit(typed.length, rest.length);
  for (const { store, view } of index.views(wanted)) {
    for (const [order, field] of view.fields.entries()) {
      if (!mayMatch(typed, field.name)) continue;
      const written = takes === "name" ? field.name : index.dialect.grammar.write(view.name, field.name);
      const sort = rank("0", String(order).padStart(6, "0"), listed, written);
      items.push({ ...featureItem(view, field, store), edit: { ...edit, text: field.name }, filter: field.name, sort });
    }
  }
  return limited(items);
}

function featureItem(view: View, field: Field, store: Store): Omit<Candidate, "edit" | "filter" | "sort"> {
  return {
    label: field.name,
    kind: "feature",
    detail: field.dtype ?? "",
    documentation: () => describeField(field, view, store),
    continues: false,
  };
}

export function serviceItems(index: CatalogueIndex, slot: Slot, typed: string): CompletionList {
  const edit = slot.edit(typed.length, slot.rest.length);
  const items: Candidate[] = [];
  for (const store of index.stores) {
    for (const service of store.services) {
      if (!mayMatch(typed, service.name)) continue;
      const detail = count(service.features.length, "feature") + (service.closed ? "" : " or more");
      items.push({
        label: service.name, kind: "service", detail, documentation: () => describeService(service, store), edit: { ...edit, text: service.name },
        filter: service.name, sort: service.name, continues: false,
      });
    }
  }
  return limited(items);
}

/** Names of columns, features first. */
export function columnItems({ features, requests, others }: ColumnsAt, slot: Slot, typed: string): CompletionList {
  const edit = slot.edit(typed.length, slot.rest.length);
  const items: Candidate[] = [];
  const add = (group: string, name: string, item: Pick<Candidate, "kind" | "detail" | "documentation">): void => {
    if (!mayMatch(typed, name)) return;
    const order = String(items.length).padStart(6, "0");
    items.push({ ...item, label: name, edit: { ...edit, text: name }, filter: name, sort: rank(group, order, slot.listed, name), continues: false });
  };
  for (const { name, view, field, store } of features) {
    add("0", name, { kind: "feature", detail: [field.dtype, view.name].filter((each) => each !== undefined).join(" · "), documentation: () => describeField(field, view, store) });
  }
  for (const request of requests) {
    const { field: { name, dtype }, source } = request;
    add("0", name, { kind: "column", detail: [dtype, source].filter((each) => each !== undefined).join(" · "), documentation: () => describeRequest(request) });
  }
  for (const name of others) add("1", name, { kind: "column", detail: "column of the rows", documentation: () => "" });
  return limited(items);
}

function viewsOf(index: CatalogueIndex): readonly { readonly store: Store; readonly view: View }[] {
  return index.stores.flatMap((store) => store.views.map((view) => ({ store, view })));
}

function limited(candidates: readonly Candidate[]): CompletionList {
  const sorted = candidates.toSorted((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const items = sorted.slice(0, maxItems).map((each) => ({ ...each, documentation: each.documentation() }));
  return { items, isIncomplete: sorted.length > maxItems };
}

/**
 * Views that need no other join keys than those beside them come first: `0`, else `1`.
 *
 *     features=["driver_stats:rating", "|         trips (driver), then city_stats (city)
 */
function distanceFrom(listed: ReadonlySet<string>, index: CatalogueIndex): (view: View, store: Store) => "0" | "1" {
  const { stores, dialect: { grammar } } = index;
  const beside = new Set([...listed].map((reference) => grammar.parse(reference).view.name));
  const atHand = new Map(stores.map((store) => [store, new Set(store.views.filter(({ name }) => beside.has(name)).flatMap((view) => entitiesOf(view, store)))]));
  return (view, store) => {
    const known = atHand.get(store);
    return known === undefined || known.size === 0 || entitiesOf(view, store).every((entity) => known.has(entity)) ? "0" : "1";
  };
}

/** What a view is looked up by; of a computed one, what the views are that it computes from. */
function entitiesOf({ entities, inputs }: View, { views }: Store): readonly string[] {
  const sources = inputs.flatMap((input) => (input.kind === "view" ? [input.selection.view] : []));
  return sources.length === 0 ? entities : [...entities, ...views.filter(({ name, kind }) => kind !== "OnDemandFeatureView" && sources.includes(name)).flatMap((view) => view.entities)];
}

/** References that the list already has come last. */
function rank(group: string, order: string, listed: ReadonlySet<string>, reference = order): string {
  return `${listed.has(reference) ? "9" : group}${order}`;
}

/** The characters typed so far occur in the name in this order, as editors match them. */
function mayMatch(typed: string, name: string): boolean {
  const wanted = typed.toLowerCase();
  const text = name.toLowerCase();
  let at = 0;
  for (const char of wanted) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

function summary(view: View): string {
  const fields = view.open && view.fields.length === 0 ? "features inferred" : count(view.fields.length, "feature");
  return view.entities.length === 0 ? fields : `${fields} · ${view.entities.join(", ")}`;
}

function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
