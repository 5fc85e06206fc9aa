/**
 * References that are not of the form of their store, and what was meant by them where only one reading fits the stores.
 *
 *     "driver_stats.conv_rate"        another separator         driver_stats:conv_rate
 *     "driver_stats: conv_rate"       blanks are part of names  driver_stats:conv_rate
 *     "driver_stats@version2:rate"    no version to Feast       driver_stats@v2:rate
 *     "driver_stats:*"                nothing is expanded       every feature of the view
 *     "driver_activity"               a service in a list
 *
 * A reading counts when the stores have what it names; one that names nothing either is left to those who compare names.
 */
import { resolveReference } from "../store/resolve.ts";
import type { LookedUpReference } from "./features.ts";

export type Malformation =
  /** `intended`: the only reading that names a feature. */
  | { readonly kind: "misspelt"; readonly intended: string }
  | { readonly kind: "wildcard"; readonly view: string; readonly all: readonly string[] | undefined }
  | { readonly kind: "service" }
  | { readonly kind: "view" }
  | { readonly kind: "no-separator" };

/** `undefined` for a reference of the right form, whatever it names, and for one that is still being written. */
export function malformationOf(reference: LookedUpReference): Malformation | undefined {
  const { text, parsed, resolution, intended, index } = reference;
  const { grammar } = index.dialect;
  if (resolution.kind === "malformed") {
    if (parsed.feature || text.trim() === "") return undefined;
    if (index.services(text).length > 0) return { kind: "service" };
    if (intended !== undefined) return { kind: "misspelt", intended };
    return { kind: index.views(text).length > 0 ? "view" : "no-separator" };
  }
  const { name: feature } = parsed.feature ?? { name: "" };
  if (feature === "*" && grammar.wildcard === undefined && (resolution.kind === "unknown-feature" || resolution.kind === "view")) {
    const { view } = resolution;
    const isListed = !view.open && view.fields.length > 0 && parsed.version === undefined;
    return { kind: "wildcard", view: view.name, all: isListed ? view.fields.map(({ name }) => grammar.write(view.name, name)) : undefined };
  }
  const mayBeMisspelt = resolution.kind === "unknown-view" || resolution.kind === "unknown-feature" || (resolution.kind === "undecided" && index.dialect.isShared === true);
  if (!mayBeMisspelt) return undefined;
  const fitting = new Set(readings(reference).filter((reading) => isKnown(reading, reference)));
  const [only] = fitting;
  return fitting.size === 1 && only !== undefined ? { kind: "misspelt", intended: only } : undefined;
}

/** What people may have meant by a text with a separator. */
function readings({ text, index: { stores, dialect: { kind, grammar } } }: LookedUpReference): readonly string[] {
  const found: string[] = [];
  const parts = text.split(grammar.separator).map((part) => part.trim()).filter((part) => part !== "");
  const [first = "", second = "", third] = parts;
  if (parts.length === 2) found.push(grammar.write(first, second), grammar.write(second, first));
  if (kind === "feast") {
    const version = parts.length === 2 ? /^(.+?)\s*@\s*(?:version|ver|v)?[ _.]?(\d+)$/i.exec(first) : undefined;
    if (version) found.push(`${version[1] ?? ""}@v${version[2] ?? ""}:${second}`);
    // The project is that of the store, and is never named.
    if (parts.length === 3 && third !== undefined && stores.some(({ project }) => project === first)) found.push(`${second}:${third}`);
  }
  return found.filter((reading) => reading !== text);
}

function isKnown(reading: string, { index }: LookedUpReference): boolean {
  const parsed = index.dialect.grammar.parse(reading);
  const { kind } = resolveReference(reading, index, parsed);
  return kind === "feature" || (kind === "view" && parsed.version !== undefined);
}
