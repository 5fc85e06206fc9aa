/**
 * What a catalogue file says, as plain data: the form that every import ends in, and that is written down (catalogue-text.ts). Keys that
 * say nothing are absent.
 */
export interface CatalogueDocument {
  readonly store?: string;
  /** How references are written, among them those of the services; `{view}:{feature}` when absent. */
  readonly references?: string | readonly string[];
  readonly entities?: Named<EntityEntry>;
  readonly sources?: Named<SourceEntry>;
  readonly views: Named<ViewEntry>;
  readonly services?: Named<ServiceEntry>;
}

export type Named<Entry> = Readonly<Record<string, Entry>>;

export interface DescribedEntry {
  readonly description?: string;
  readonly owner?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly deprecated?: boolean | string;
}

export interface EntityEntry extends DescribedEntry {
  readonly key?: string;
  readonly type?: string;
}

export interface SourceEntry extends DescribedEntry {
  readonly location?: string;
  readonly kind?: string;
  readonly timestamp?: string;
}

export interface ViewEntry extends DescribedEntry {
  readonly entities?: readonly string[];
  readonly features?: Named<FeatureEntry>;
  readonly open?: boolean;
  readonly source?: string;
  readonly ttl?: number;
  readonly online?: boolean;
  readonly version?: string;
}

export interface FeatureEntry extends DescribedEntry {
  readonly type?: string;
}

export interface ServiceEntry extends DescribedEntry {
  /** References, as `references` of the document says. */
  readonly features: readonly string[];
}

/** What an import gives: a catalogue and what is to be said of it, or why there is none. */
export type Imported =
  | { readonly kind: "catalogue"; readonly document: CatalogueDocument; /** What was left out or taken so, in the user's words. */ readonly notes: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string };

/** Without the keys that say nothing. */
export function compact<Entry extends object>(entry: { readonly [Key in keyof Entry]: Entry[Key] | undefined }): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => isSaid(value))) as Entry;
}

function isSaid(value: unknown): boolean {
  if (value === undefined || value === "") return false;
  return typeof value !== "object" || value === null || Object.keys(value).length > 0;
}
