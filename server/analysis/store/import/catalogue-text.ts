/**
 * Writes a catalogue down as `features.yaml`, afresh or into a file that is there.
 *
 *     views:                          import: orders {total: bigint}, visits {count: bigint}
 *       orders:
 *         owner: shop@example.com     stays: the import does not speak of it
 *         features:
 *           total: int # in cents     becomes `total: bigint # in cents`
 *       old: {features: [x]}          goes, and is named
 *
 * Names are sorted, and the same import gives the same text. In a file that is there, what stays keeps its comments and its keys that the
 * import does not speak of; sections that the import does not have stay as they are. A file with anchors is not written into: what
 * stands for several places cannot be changed in one.
 */
import { Document, isMap, isScalar, isSeq, Pair, parseDocument, Scalar, visit, YAMLMap } from "yaml";
import type { Alias, Node } from "yaml";
import { catalogueKeys } from "../catalogue-keys.ts";
import type { CatalogueShape, CatalogueTable } from "../catalogue-keys.ts";
import { patternGrammar, readPattern, splitsFor } from "../reference-pattern.ts";
import type { ReferenceGrammar } from "../reference.ts";
import type { CatalogueDocument } from "./document.ts";
import { compareText } from "../../text/order.ts";

export type CatalogueText =
  | { readonly kind: "text"; readonly text: string; /** Names that were there and are not in the import: `view old`, `feature orders:total`. */ readonly removed: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string };

/** @param existing text of the file that is there */
export function writeCatalogue(document: CatalogueDocument, existing: string | undefined): CatalogueText {
  const yaml: Document = existing === undefined || existing.trim() === "" ? new Document(new YAMLMap()) : parseDocument(existing, { prettyErrors: false, logLevel: "silent" });
  const refusal = existing === undefined ? undefined : whyNot(yaml);
  if (refusal !== undefined) return { kind: "refused", reason: refusal };
  const root = isMap(yaml.contents) ? yaml.contents : new YAMLMap();
  yaml.contents = root;
  const writer = new Writer(yaml);
  const pattern = pairOf(root, "references")?.value;
  const kept = patternsOf(isScalar(pattern) || isSeq(pattern) ? pattern.toJSON() : undefined);
  const written = patternsOf(document.references);
  const content = { ...document, ...(kept && document.services ? { services: rewritten(document, grammarOf(document, written), grammarOf(document, kept)) } : {}) };
  for (const { name, shape } of catalogueKeys.keys) {
    const value: unknown = content[name as keyof CatalogueDocument];
    // The file's own word on its name and its references.
    if (value === undefined || (root.has(name) && (name === "store" || name === "references"))) continue;
    writer.set(root, name, shape, value);
  }
  sortByTable(root, catalogueKeys);
  return { kind: "text", text: yaml.toString({ lineWidth: 0, nullStr: "", flowCollectionPadding: false }), removed: writer.removed.toSorted() };
}

function whyNot(yaml: Document): string | undefined {
  if (yaml.errors.length > 0) return "it is not valid YAML";
  if (yaml.contents !== null && !isMap(yaml.contents)) return "it holds no catalogue";
  const aliases: Alias[] = [];
  visit(yaml, { Alias: (_, alias) => { aliases.push(alias); } });
  return aliases.length > 0 ? "it uses anchors and aliases, and what stands for several places cannot be changed in one" : undefined;
}

class Writer {
  readonly removed: string[] = [];
  readonly #yaml: Document;

  constructor(yaml: Document) {
    this.#yaml = yaml;
  }

  /** Makes `key` of the map say `value`; what says it already stays as it is written. */
  set(map: YAMLMap, key: string, shape: CatalogueShape, value: unknown, holder?: string): void {
    const pair = pairOf(map, key);
    const existing = pair?.value as Node | null | undefined;
    if (shape.kind === "named") {
      const what = shape.what.replace(/^an? /u, "");
      const named = isMap(existing) ? existing : isSeq(existing) ? fromList(existing) : new YAMLMap();
      this.#names(named, shape.of, entriesOf(value, shape.of), holder === undefined ? what : `${what} ${holder}:`);
      this.#put(map, key, named);
      return;
    }
    if (existing && same(existing, value)) return;
    this.#put(map, key, this.#node(value, shape));
  }

  #names(named: YAMLMap, of: CatalogueTable, entries: Readonly<Record<string, object>>, what: string): void {
    firstComment(named);
    const names = new Set(Object.keys(entries));
    const gone = named.items.map(({ key }) => nameOf(key)).filter((name) => !names.has(name));
    for (const name of gone) this.removed.push(`${what}${what.endsWith(":") ? "" : " "}${name}`);
    named.items = named.items.filter(({ key }) => names.has(nameOf(key)));
    for (const [name, entry] of Object.entries(entries)) this.#entry(named, name, of, entry);
    named.items.sort((a, b) => compareText(nameOf(a.key), nameOf(b.key)));
    named.flow = false;
  }

  #entry(named: YAMLMap, name: string, of: CatalogueTable, entry: object): void {
    const existing = pairOf(named, name)?.value as Node | null | undefined;
    const keys = Object.keys(entry);
    const [only, ...others] = keys;
    const isShort = !isMap(existing) && others.length === 0 && (only === undefined || only === of.short);
    if (isShort) {
      const value: unknown = only === undefined ? null : (entry as Readonly<Record<string, unknown>>)[only];
      // Nothing is known of it: what the file says stays.
      if (existing && (value === null || same(existing, value))) return;
      this.#put(named, name, this.#scalar(value));
      return;
    }
    const table = isMap(existing) ? existing : new YAMLMap();
    if (isScalar(existing) && existing.value !== null && of.short !== undefined) table.set(this.#scalar(of.short), this.#scalar(existing.value));
    if (isScalar(existing) && existing.comment) table.commentBefore = existing.comment;
    for (const { name: key, shape } of of.keys) {
      const value = (entry as Readonly<Record<string, unknown>>)[key];
      if (value !== undefined) this.set(table, key, shape, value, name);
    }
    sortByTable(table, of);
    this.#put(named, name, table);
  }

  /** The comment beside a value stays beside the new one. */
  #put(map: YAMLMap, key: string, node: Node): void {
    const pair = pairOf(map, key);
    if (!pair) {
      map.items.push(new Pair(this.#scalar(key), node));
      return;
    }
    const before = pair.value as Node | null;
    if (before !== node && before?.comment && isScalar(before) && isScalar(node)) node.comment = before.comment;
    pair.value = node;
  }

  #node(value: unknown, shape: CatalogueShape): Node {
    const node = this.#yaml.createNode(value);
    if (isSeq(node) && shape.kind === "list") node.flow = node.items.length > 0 && node.items.length < 4 && shape.of.kind === "text" && !JSON.stringify(value).includes(":");
    if (isMap(node) && shape.kind === "tags") node.flow = node.items.length < 4;
    return node;
  }

  #scalar(value: unknown): Scalar {
    return this.#yaml.createNode(value) as Scalar;
  }
}

/** A list of names, and what stands in short, as tables. */
function entriesOf(value: unknown, { short }: CatalogueTable): Readonly<Record<string, object>> {
  const entries: readonly (readonly [string, unknown])[] = Array.isArray(value) ? value.map((name) => [String(name), null]) : Object.entries(value ?? {});
  return Object.fromEntries(entries.map(([name, entry]): [string, object] => {
    if (typeof entry === "object") return [name, entry ?? {}];
    return [name, short === undefined ? {} : { [short]: entry }];
  }));
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => nameOf(pair.key) === key);
}

function nameOf(key: unknown): string {
  if (!isScalar(key)) return "";
  return typeof key.value === "string" ? key.value : (key.source ?? String(key.value));
}

/** `[a, b]` as the table `a:`, `b:`, with the comments of its items. */
function fromList(list: { readonly items: readonly unknown[]; readonly commentBefore?: string | null | undefined }): YAMLMap {
  const map = new YAMLMap();
  map.items = list.items.filter((item) => isScalar(item)).map((item) => {
    const { comment } = item;
    item.comment = null;
    const value = new Scalar(null);
    if (comment) value.comment = comment;
    return new Pair(item, value);
  });
  if (list.commentBefore) map.commentBefore = list.commentBefore;
  return map;
}

/** The comment above the first name belongs to that name, not to the table. */
function firstComment(map: YAMLMap): void {
  const key = map.items[0]?.key;
  if (!map.commentBefore || !isScalar(key)) return;
  key.commentBefore = [map.commentBefore, key.commentBefore].filter(Boolean).join("\n");
  map.commentBefore = null;
}

function sortByTable(map: YAMLMap, { keys }: CatalogueTable): void {
  firstComment(map);
  const order = new Map(keys.map(({ name }, index) => [name, index]));
  map.items.sort((a, b) => (order.get(nameOf(a.key)) ?? keys.length) - (order.get(nameOf(b.key)) ?? keys.length));
}

function same(node: Node, value: unknown): boolean {
  const written: unknown = isScalar(node) ? node.value : (node as YAMLMap).toJSON();
  return JSON.stringify(written) === JSON.stringify(value);
}

type Separators = readonly [string, ...string[]];

function patternsOf(references: unknown): Separators | undefined {
  const patterns = typeof references === "string" ? [references] : Array.isArray(references) ? references.filter((each) => typeof each === "string") : [];
  const [first, ...others] = patterns.map(readPattern).flatMap((pattern) => ("problem" in pattern ? [] : [pattern.separator]));
  return first === undefined ? undefined : [first, ...others];
}

function grammarOf({ views }: CatalogueDocument, separators: Separators | undefined): ReferenceGrammar {
  return patternGrammar(splitsFor(separators ?? [":"], Object.keys(entriesOf(views, { kind: "table", keys: [] }))));
}

/** The services' references as the file writes references. */
function rewritten({ services = {} }: CatalogueDocument, from: ReferenceGrammar, to: ReferenceGrammar): NonNullable<CatalogueDocument["services"]> {
  return Object.fromEntries(Object.entries(services).map(([name, service]) => [name, {
    ...service,
    features: [service.features].flat().map((reference) => {
      const { view, feature } = from.parse(reference);
      return feature ? to.write(view.name, feature.name) : reference;
    }),
  }]));
}
