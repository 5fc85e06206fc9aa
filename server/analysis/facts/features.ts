/**
 * The feature references of a document: the strings that reach `features=` of a retrieval call, and the service names.
 *
 *     VIEW = "driver_stats"
 *     COLUMNS = [f"{VIEW}:{name}" for name in ("conv_rate", "acc_rate")]
 *     store.get_historical_features(entity_df=frame, features=COLUMNS)
 *
 * gives two references, each with the place of its view (line 1) and of its feature (line 2), resolved against the stores that
 * this call may be talking to. What the interpreter does not know whole is left out.
 */
import { defineFact } from "../engine/fact.ts";
import type { ArgumentValue, CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { chooseStores } from "../store/choose-store.ts";
import type { StoreHint } from "../store/choose-store.ts";
import { argument, elements, lastStep, madeOf, text, textArgument } from "../store/construction.ts";
import type { Catalogue } from "../store/model.ts";
import { parseReference } from "../store/reference.ts";
import type { ParsedReference } from "../store/reference.ts";
import { indexStores, resolveReference } from "../store/resolve.ts";
import type { CatalogueIndex, Resolution } from "../store/resolve.ts";
import { intendedReference, similarNames, similarReferences } from "../store/similar-names.ts";
import type { Suggestion } from "../store/similar-names.ts";
import { partPlace, writtenText } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { gathered } from "./kept.ts";

export interface FeatureReferences {
  readonly references: readonly FeatureReference[];
  readonly services: readonly ServiceReference[];
  /** The calls that retrieve features, once for each way that leads to them. */
  readonly retrievals: readonly Retrieval[];
}

export interface Retrieval {
  readonly event: CallEvent;
  readonly role: FeatureReference["role"];
  /** The object is known to be a Feast store, not only taken for one. */
  readonly proved: boolean;
  /** The stores that it may be talking to. */
  readonly index: CatalogueIndex;
  /** False when it may be any one of several. */
  readonly certain: boolean;
  /** The `features` argument. */
  readonly given: ArgumentValue;
  /** In order, as far as they are known. */
  readonly references: readonly FeatureReference[];
  /** Every element of the list is known. */
  readonly isWhole: boolean;
  /** Name of the feature service that is given in place of a list. */
  readonly service: string | undefined;
}

export interface FeatureReference {
  readonly text: string;
  readonly parsed: ParsedReference;
  readonly written: WrittenText;
  readonly role: "training" | "serving";
  readonly resolution: Resolution;
  /** The stores that it was looked up in. */
  readonly index: CatalogueIndex;
  /** What was meant by a reference to an unknown view or feature, best first. */
  readonly suggestions: readonly Suggestion[];
  /** What was meant by a malformed one. */
  readonly intended: string | undefined;
  /** False when the code may be talking to any one of several stores. */
  readonly certain: boolean;
  /** Where each part is written in this document; `undefined` when it is not, or not in one piece. */
  readonly viewPlace: Place | undefined;
  readonly featurePlace: Place | undefined;
  /** The characters of the whole reference. */
  readonly textPlace: Place | undefined;
  /** Where to point when a part cannot be: the string, else the argument. In this document. */
  readonly place: Place;
}

export interface ServiceReference {
  readonly name: string;
  readonly certain: boolean;
  /** `undecided`: not among the services that could be read. */
  readonly resolution: "known" | "unknown" | "undecided";
  readonly suggestions: readonly string[];
  readonly namePlace: Place | undefined;
  readonly place: Place;
}

/** Methods of `feast.FeatureStore` that take references, with the position of `features`. */
export const retrievalMethods: ReadonlyMap<string, { readonly position: number; readonly role: FeatureReference["role"] }> = new Map([
  ["get_historical_features", { position: 1, role: "training" }],
  ["get_online_features", { position: 0, role: "serving" }],
  ["get_online_features_async", { position: 0, role: "serving" }],
]);

/** Keywords of the argument; before Feast 0.13 it was `feature_refs`. */
export const referenceKeywords: ReadonlySet<string> = new Set(["features", "feature_refs"]);

export const featureReferences = defineFact({
  name: "feature-references",
  needs: {},
  document: ({ analysis, document, catalogue }) => collectReferences(analysis, document.uri, catalogue),
});

export function collectReferences(
  analysis: DocumentAnalysis,
  documentUri: string,
  catalogue: Catalogue | undefined,
): FeatureReferences {
  const references = new Map<string, FeatureReference>();
  const services = new Map<string, ServiceReference>();
  const retrievals: Retrieval[] = [];
  if (!catalogue) return { references: [], services: [], retrievals };
  // What the document applies itself may be anything, and is not in the files that were read.
  const applies = definitionsApplied(analysis).length > 0;
  const indexes = new Map<string, Stores>();
  const storesOf = (hint: StoreHint): Stores => {
    const key = JSON.stringify(hint);
    let found = indexes.get(key);
    if (!found) {
      const { stores, certain } = chooseStores(catalogue.stores, documentUri, hint);
      indexes.set(key, (found = { index: indexStores(stores), certain, isWhole: !applies }));
    }
    return found;
  };
  for (const { event, called } of retrievalsIn(analysis)) {
    const stores = storesOf(hintOf(event.receiver));
    if (called.method === "get_feature_service") {
      const found = serviceReference(event, documentUri, stores);
      if (found && called.proved) services.set(`${found.name}@${placeKey(found.place)}`, found);
      continue;
    }
    const { position, role } = retrievalMethods.get(called.method) ?? { position: 0, role: "serving" };
    const given = event.args.find((each) =>
      each.keyword === undefined ? each.position === position && !each.unpacked : referenceKeywords.has(each.keyword),
    );
    if (!given) continue;
    const listed = listedReferences(event, given, role, documentUri, stores);
    // An object of unknown type is taken for a store when the list names at least one view of it.
    if (!called.proved && !listed.some(({ resolution }) => namesView(resolution))) continue;
    for (const each of listed) references.set(`${each.text}@${placeKey(each.place)}${placeKey(each.viewPlace)}${each.role}`, each);
    const isWhole = elements(given.value)?.length === listed.length;
    const { index, certain } = stores;
    retrievals.push({ event, role, proved: called.proved, index, certain, given, references: listed, isWhole, service: serviceGiven(given.value) });
  }
  return { references: [...references.values()], services: [...services.values()], retrievals };
}

/** The name that `get_feature_service` was called with, or `FeatureService` itself. */
function serviceGiven(value: Value): string | undefined {
  const made = madeOf(value);
  if (!made) return undefined;
  const callable = lastStep(made.callable);
  if (callable === "get_feature_service") return textArgument(made, "name", 0);
  return callable === "FeatureService" ? textArgument(made, "name") : undefined;
}

interface RetrievalEvent {
  readonly event: CallEvent;
  readonly called: { readonly method: string; readonly proved: boolean };
}

const definitionsApplied = gathered(({ calls }) =>
  calls.filter(({ target }) => target !== undefined && /^feast\.(\w+\.)*FeatureStore\.apply$/.test(target)));

const retrievalsIn = gathered(({ calls }) =>
  calls.flatMap((event): readonly RetrievalEvent[] => {
    const called = retrievalOf(event);
    return called ? [{ event, called }] : [];
  }));

/** `proved` when the receiver is known to be a Feast store. */
export function retrievalOf(event: CallEvent): { readonly method: string; readonly proved: boolean } | undefined {
  const { func } = event.node;
  if (func.kind !== "Attribute") return undefined;
  const method = func.attr.name;
  if (!retrievalMethods.has(method) && method !== "get_feature_service") return undefined;
  const type = event.receiver?.type;
  if (type === undefined) return { method, proved: event.target !== undefined && isFeastStore(event.target.slice(0, -method.length - 1)) };
  return type.kind === "instance" && isFeastStore(type.name) ? { method, proved: true } : undefined;
}

/** Whether the text names a feature that is known. */
export function namesFeature(text: string, index: CatalogueIndex): boolean {
  return resolveReference(text, index).kind === "feature";
}

export function isFeastStore(qualifiedName: string): boolean {
  return /^feast\.(\w+\.)*FeatureStore$/.test(qualifiedName);
}

/** What `FeatureStore(...)` was told about its repository. */
export function hintOf(receiver: Value | undefined): StoreHint {
  const made = madeOf(receiver);
  if (!made) return {};
  const config = argument(made, "config", 1);
  if (config.kind === "given" && config.value.constant?.kind !== "none") {
    const settings = madeOf(config.value);
    const project = settings && textArgument(settings, "project", 0);
    return project === undefined ? { dynamic: true } : { project };
  }
  for (const [name, position] of [["repo_path", 0], ["fs_yaml_file", 2]] as const) {
    const given = argument(made, name, position);
    if (given.kind === "absent" || (given.kind === "given" && given.value.constant?.kind === "none")) continue;
    const path = given.kind === "given" ? text(given.value) : undefined;
    if (path === undefined) return { dynamic: true };
    return { path: name === "repo_path" ? path : path.replace(/[^/\\]*$/, "") };
  }
  return {};
}

interface Stores {
  readonly index: CatalogueIndex;
  readonly certain: boolean;
  /** False when names may exist that the repository does not define. */
  readonly isWhole: boolean;
}

function listedReferences(
  event: CallEvent, given: ArgumentValue, role: FeatureReference["role"], documentUri: string, stores: Stores,
): readonly FeatureReference[] {
  const listed = elements(given.value);
  if (!listed) return [];
  const found: FeatureReference[] = [];
  for (const each of listed) {
    const written = writtenText(each);
    if (!written) continue;
    const parsed = parseReference(written.text);
    const here = (start: number, end: number): Place | undefined => inDocument(partPlace(written, start, end), documentUri);
    const { view, feature } = parsed;
    const resolved = resolveReference(written.text, stores.index, parsed);
    const isUnknown = stores.isWhole && (resolved.kind === "unknown-view" || resolved.kind === "unknown-feature");
    const isUndecided = !isUnknown && (resolved.kind === "unknown-view" || resolved.kind === "unknown-feature");
    const resolution: Resolution = isUndecided ? { kind: "undecided" } : resolved;
    let suggestions: readonly Suggestion[] | undefined;
    const pieces = written.pieces.map((piece) => inDocument(piece.place, documentUri)).filter((piece) => piece !== undefined);
    found.push({
      text: written.text,
      parsed,
      written,
      role,
      resolution,
      index: stores.index,
      // Comparing with every name of a large repository is for those who report, not for completion and hover.
      get suggestions() {
        // Nobody is sent to a view that is switched off.
        suggestions ??= isUnknown ? similarReferences(parsed, stores.index.stores).filter(({ view: { enabled } }) => enabled !== false) : [];
        return suggestions;
      },
      intended: resolution.kind === "malformed" ? intendedReference(written.text, stores.index.stores) : undefined,
      certain: stores.certain,
      viewPlace: here(view.start, view.end),
      featurePlace: feature && here(feature.start, feature.end),
      textPlace: here(0, written.text.length),
      place: pieces[0] ?? place(event.unit, given.node),
    });
  }
  return found;
}

function serviceReference(event: CallEvent, documentUri: string, stores: Stores): ServiceReference | undefined {
  const given = nameArgument(event);
  const written = given && writtenText(given.value);
  if (!written) return undefined;
  const { index, certain } = stores;
  const isKnown = index.services(written.text).length > 0;
  const names = isKnown ? [] : index.stores.flatMap(({ services }) => services.map(({ name }) => name));
  return {
    name: written.text,
    certain,
    resolution: isKnown ? "known" : index.complete && stores.isWhole ? "unknown" : "undecided",
    suggestions: similarNames(written.text, names),
    namePlace: inDocument(partPlace(written, 0, written.text.length), documentUri),
    place: place(event.unit, given.node),
  };
}

function nameArgument({ args }: CallEvent): ArgumentValue | undefined {
  return args.find(({ keyword, position, unpacked }) => (keyword ?? (position === 0 && !unpacked ? "name" : "")) === "name");
}

function namesView(resolution: Resolution): boolean {
  return resolution.kind === "feature" || resolution.kind === "view" || resolution.kind === "unknown-feature";
}

function inDocument(at: Place | undefined, documentUri: string): Place | undefined {
  return at?.anchor.cell.document.uri === documentUri ? at : undefined;
}

function placeKey(at: Place | undefined): string {
  return at ? `${String(at.anchor.id)}:${String(at.start)}-${String(at.end)}` : "";
}
