/**
 * The catalogue of any store, written down by hand or by `seaworthy features import`: a `features.yaml` in, a Store out.
 *
 *     references: "{view}.{feature}"
 *     entities:
 *       customer: customer_id
 *     views:
 *       customer_stats:
 *         entities: customer
 *         features:
 *           orders_30d: Int64
 *           rating: {type: Float64, description: Mean of all reviews}
 *     calls:
 *       - {function: shop.features.load, argument: names, position: 0, role: training}
 *
 * The view `customer_stats` has two features, each with the place of its name; `shop.features.load(["customer_stats.rating"])` is a
 * reference for training. A mistake is told at its place; what it is about becomes open, so that nothing is called unknown for it.
 */
import { didYouMean } from "../text/did-you-mean.ts";
import type { SourceText } from "../text/source-text.ts";
import { checkCatalogue, isNothing } from "./catalogue-check.ts";
import { catalogueKeys } from "./catalogue-keys.ts";
import { entryOf, readLocated } from "./located-value.ts";
import type { Located, LocatedFile, LocatedProblem, LocatedRange, LocatedScalar, LocatedTable } from "./located-value.ts";
import type { Defined, DefinitionSite, Entity, Field, Selection, Service, ServiceFeature, Source, StoreProblem, View } from "./model.ts";
import type { ReferenceGrammar } from "./reference.ts";
import { patternGrammar, readPattern, splitsFor } from "./reference-pattern.ts";
import type { Splits } from "./reference-pattern.ts";

/** What a catalogue file says; `readCatalogueFile` never throws. */
export interface CatalogueContent {
  readonly name: string | undefined;
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly Service[];
  readonly sources: readonly Source[];
  /** False when there may be views that are not here. */
  readonly complete: boolean;
  readonly problems: readonly StoreProblem[];
  readonly splits: Splits;
  readonly calls: readonly CatalogueCall[];
}

/** A callable that takes references, as the file names it. */
export interface CatalogueCall {
  readonly callee: { readonly kind: "function" | "method"; readonly name: string };
  readonly keyword: string | undefined;
  readonly position: number | undefined;
  readonly takes: "references" | "service";
  readonly role: "training" | "serving";
}

/** Whether a file of the usual name is a catalogue, and not something else that is about features. */
export function isCatalogueFile({ root }: LocatedFile): boolean {
  return root?.kind === "table" && entryOf(root, "views") !== undefined;
}

/** @param located what the text says, for callers that know it */
export function readCatalogueFile(uri: string, source: SourceText, located: LocatedFile = readLocated(source.text)): CatalogueContent {
  const { root, problems: notation } = located;
  const checked = checkCatalogue(root ?? emptyTable, catalogueKeys);
  const reader = new CatalogueReader(uri, source, checked.damaged);
  const content = reader.content(checked.root);
  const problems = [...notation, ...checked.problems, ...reader.problems].sort((a, b) => a.start - b.start);
  return {
    ...content,
    complete: content.complete && notation.length === 0,
    problems: problems.map(({ start, end, message }) => ({ uri, start, end, message })),
  };
}

const emptyTable: LocatedTable = { kind: "table", start: 0, end: 0, entries: [] };

class CatalogueReader {
  readonly problems: LocatedProblem[] = [];
  readonly #uri: string;
  readonly #source: SourceText;
  readonly #damaged: ReadonlySet<Located>;

  constructor(uri: string, source: SourceText, damaged: ReadonlySet<Located>) {
    this.#uri = uri;
    this.#source = source;
    this.#damaged = damaged;
  }

  content(root: LocatedTable): Omit<CatalogueContent, "problems"> {
    const entities = named(root, "entities").map(([key, table]) => this.#entity(key, table));
    const views = named(root, "views").map(([key, table]) => this.#view(key, table));
    this.#checkEntities(root, entities);
    const [first = ":", ...others] = list(root, "references").map((each) => readPattern(each.text)).flatMap((pattern) => ("problem" in pattern ? [] : [pattern.separator]));
    const splits = splitsFor([first, ...others], views.map(({ name }) => name));
    const grammar = patternGrammar(splits);
    const isOpen = flag(root, "open") === true;
    const isDamaged = [root, entryOf(root, "views")?.value].some((each) => each && this.#damaged.has(each));
    const complete = !isOpen && !isDamaged;
    return {
      name: text(root, "store"),
      views,
      entities,
      services: named(root, "services").map(([key, table]) => this.#service(key, table, views, grammar, complete)),
      sources: named(root, "sources").map(([key, table]) => this.#sourceOf(key, table)),
      complete,
      splits,
      calls: tables(root, "calls").flatMap((table) => this.#call(table)),
    };
  }

  #defined(key: LocatedScalar, table: LocatedTable): Defined {
    return {
      name: key.text, description: text(table, "description"), owner: text(table, "owner"), tags: tagsOf(table),
      definition: this.#site(key), standing: { kind: "code" },
    };
  }

  #entity(key: LocatedScalar, table: LocatedTable): Entity {
    return { ...this.#defined(key, table), joinKey: text(table, "key") ?? key.text, valueType: text(table, "type") };
  }

  #view(key: LocatedScalar, table: LocatedTable): View {
    const features = entryOf(table, "features")?.value;
    const isWhole = features !== undefined && !isNothing(features) && ![table, features].some((each) => this.#damaged.has(each));
    return {
      ...this.#defined(key, table),
      kind: "View",
      entities: list(table, "entities").map((each) => each.text),
      fields: named(table, "features").map(([name, about]) => this.#field(name, about)),
      keyFields: [],
      open: flag(table, "open") === true || !isWhole,
      unlisted: [],
      ttlSeconds: number(table, "ttl"),
      source: text(table, "source"),
      online: flag(table, "online"),
      offline: undefined,
      mode: undefined,
      version: text(table, "version"),
      enabled: undefined,
      inputs: [],
      aggregations: [],
      transformation: undefined,
      labels: undefined,
      applied: undefined,
    };
  }

  #field(key: LocatedScalar, table: LocatedTable): Field {
    const { name, description, tags, definition } = this.#defined(key, table);
    const owner = text(table, "owner");
    return {
      name, description, definition, dtype: text(table, "type"), vector: undefined,
      tags: owner === undefined || tags.has("owner") ? tags : new Map([...tags, ["owner", owner]]),
    };
  }

  #sourceOf(key: LocatedScalar, table: LocatedTable): Source {
    return {
      ...this.#defined(key, table), kind: text(table, "kind") ?? "source", location: text(table, "location"), timestampField: text(table, "timestamp"),
      createdTimestampColumn: undefined, fieldMapping: new Map(), batchSource: undefined, fields: [],
    };
  }

  #service(key: LocatedScalar, table: LocatedTable, views: readonly View[], grammar: ReferenceGrammar, complete: boolean): Service {
    const references = entryOf(table, "features")?.value;
    const features: ServiceFeature[] = [];
    let isClosed = references !== undefined && !this.#damaged.has(references);
    for (const reference of list(table, "features")) {
      const found = this.#reference(reference, views, grammar, complete);
      if (found) features.push(found);
      else isClosed = false;
    }
    return { ...this.#defined(key, table), features, selections: selectionsOf(features), closed: isClosed };
  }

  #reference(written: LocatedScalar, views: readonly View[], grammar: ReferenceGrammar, complete: boolean): ServiceFeature | undefined {
    const byName = new Map(views.map((view) => [view.name, view]));
    const parsed = grammar.parse(written.text);
    const { feature } = parsed;
    if (!feature || feature.name === "") return this.#refused(written, `\`${written.text}\` is no reference: ${grammar.form} is expected here`);
    const view = byName.get(parsed.view.name);
    if (!view) {
      if (complete) this.#problem(partOf(written, parsed.view), `there is no view \`${parsed.view.name}\`${didYouMean(parsed.view.name, byName.keys())}`);
      return undefined;
    }
    if (!view.open && !view.fields.some(({ name }) => name === feature.name)) {
      return this.#refused(partOf(written, feature), `the view \`${view.name}\` has no feature \`${feature.name}\`${didYouMean(feature.name, view.fields.map(({ name }) => name))}`);
    }
    return { view: view.name, field: feature.name };
  }

  /** Names of entities, where the file lists any. */
  #checkEntities(root: LocatedTable, entities: readonly Entity[]): void {
    if (entities.length === 0) return;
    const known = new Set(entities.map(({ name }) => name));
    for (const [, view] of named(root, "views")) {
      for (const name of list(view, "entities")) {
        if (!known.has(name.text)) this.#problem(name, `there is no entity \`${name.text}\`${didYouMean(name.text, known)}`);
      }
    }
  }

  #call(table: LocatedTable): readonly CatalogueCall[] {
    const kind = entryOf(table, "function") ? "function" : "method";
    const keyword = text(table, "argument");
    const position = number(table, "position");
    if (keyword === undefined && position === undefined) {
      this.#problem(entryOf(table, kind)?.key ?? table, "`argument` or `position` must say where the references are");
      return [];
    }
    return [{
      callee: { kind, name: text(table, kind) ?? "" }, keyword, position,
      takes: text(table, "takes") === "service" ? "service" : "references", role: text(table, "role") === "serving" ? "serving" : "training",
    }];
  }

  #site({ start, end, quoted, written }: LocatedScalar): DefinitionSite {
    const site: DefinitionSite = { uri: this.#uri, cell: undefined, start, end, line: this.#source.lineAt(start) };
    return quoted || !written ? site : { ...site, spelling: "bare" };
  }

  #problem({ start, end }: LocatedRange, message: string): void {
    this.problems.push({ start, end, message });
  }

  #refused(at: LocatedRange, message: string): ServiceFeature | undefined {
    this.#problem(at, message);
    return undefined;
  }
}

function named(table: LocatedTable, key: string): readonly (readonly [LocatedScalar, LocatedTable])[] {
  const value = entryOf(table, key)?.value;
  if (value?.kind !== "table") return [];
  return value.entries.flatMap((entry) => (entry.value.kind === "table" ? [[entry.key, entry.value] as const] : []));
}

function list(table: LocatedTable, key: string): readonly LocatedScalar[] {
  const value = entryOf(table, key)?.value;
  return value?.kind === "list" ? value.items.filter((item) => item.kind === "scalar") : [];
}

function tables(table: LocatedTable, key: string): readonly LocatedTable[] {
  const value = entryOf(table, key)?.value;
  return value?.kind === "list" ? value.items.filter((item) => item.kind === "table") : [];
}

function text(table: LocatedTable, key: string): string | undefined {
  const value = entryOf(table, key)?.value;
  return value?.kind === "scalar" ? value.text : undefined;
}

function flag(table: LocatedTable, key: string): boolean | undefined {
  const value = entryOf(table, key)?.value;
  return value?.kind === "scalar" && typeof value.value === "boolean" ? value.value : undefined;
}

function number(table: LocatedTable, key: string): number | undefined {
  const value = entryOf(table, key)?.value;
  return value?.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

/** What the model says in tags, and the store's own words for it. */
function tagsOf(table: LocatedTable): ReadonlyMap<string, string> {
  const written = entryOf(table, "tags")?.value;
  const tags = new Map<string, string>();
  if (written?.kind === "table") for (const { key, value } of written.entries) tags.set(key.text, value.kind === "scalar" ? value.text : "");
  if (written?.kind === "list") for (const item of written.items) if (item.kind === "scalar") tags.set(item.text, "");
  const deprecated = text(table, "deprecated");
  const replacement = text(table, "replaced-by");
  if (deprecated !== undefined) tags.set("deprecated", deprecated);
  if (replacement !== undefined) tags.set("replaced_by", replacement);
  return tags;
}

/** One for each view, in the order of their first features. */
function selectionsOf(features: readonly ServiceFeature[]): readonly Selection[] {
  const byView = new Map<string, string[]>();
  for (const { view, field } of features) byView.set(view, [...(byView.get(view) ?? []), field]);
  return [...byView].map(([view, fields]) => ({ view, alias: undefined, fields, closed: true, joinKeyMap: new Map(), version: undefined }));
}

/** A part of a text, where it is written character by character. */
function partOf(written: LocatedScalar, { start, end }: LocatedRange): LocatedRange {
  return written.written ? { start: written.start + start, end: written.start + end } : written;
}
