/**
 * The feature references of a document: the strings that reach a call which takes names of features, whatever the store.
 *
 *     VIEW = "driver_stats"
 *     COLUMNS = [f"{VIEW}:{name}" for name in ("conv_rate", "acc_rate")]
 *     store.get_historical_features(entity_df=frame, features=COLUMNS)
 *
 * gives two references, each with the place of its view (line 1) and of its feature (line 2), resolved against the stores that
 * this call may be talking to. What the interpreter does not know whole is left out. Which calls there are, and how their texts are
 * read, the dialects of the stores say (feature-calls.ts).
 */
import { defineFact } from "../engine/fact.ts";
import type { ArgumentValue, CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { chooseStores } from "../store/choose-store.ts";
import type { StoreHint } from "../store/choose-store.ts";
import { madeOf } from "../store/construction.ts";
import type { StoreDialect } from "../store/dialect.ts";
import { dialectOf } from "../store/dialects.ts";
import type { Catalogue } from "../store/model.ts";
import type { ParsedReference } from "../store/reference.ts";
import type { ReferenceForm } from "../store/reference-form.ts";
import { dialectsIn, indexStores, resolveReference } from "../store/resolve.ts";
import type { CatalogueIndex, Resolution } from "../store/resolve.ts";
import { intendedReference, similarNames, similarReferences, surelyMeant } from "../store/similar-names.ts";
import type { Suggestion } from "../store/similar-names.ts";
import { partPlace } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import { place, placeKey } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { argumentOf, featureCalls, mainArgument, spokenBy, spokenNames } from "./feature-calls.ts";
import type { FeatureCall, WrittenReference } from "./feature-calls.ts";
import { gathered, keptWith } from "./kept.ts";
import { asSeenBy } from "./notebook-definitions.ts";

export interface FeatureReferences {
  readonly references: readonly FeatureReference[];
  /** Names of views and of services that stand alone. */
  readonly views: readonly NameReference[];
  readonly services: readonly NameReference[];
  /** The calls that retrieve features, once for each way that leads to them. */
  readonly retrievals: readonly Retrieval[];
}

export type ReferenceRole = "training" | "serving";

export interface Retrieval {
  readonly event: CallEvent;
  readonly form: ReferenceForm;
  /** `undefined` where features are only spoken of. */
  readonly role: ReferenceRole | undefined;
  /** The object is known to be of the store's library, not only taken for it. */
  readonly proved: boolean;
  /** It makes a part of another retrieval, which has its features, too. */
  readonly isPart: boolean;
  /** The stores that it may be talking to. */
  readonly index: CatalogueIndex;
  /** False when it may be any one of several. */
  readonly certain: boolean;
  /** The argument that lists the features. */
  readonly given: ArgumentValue;
  /** That argument; for a call in a function of another module, the call of this document that leads to it. */
  readonly at: Place;
  /** In order, as far as they are known. */
  readonly references: readonly FeatureReference[];
  /** Every element of the list is known. */
  readonly isWhole: boolean;
  /** Name of the feature service that is given in place of a list. */
  readonly service: string | undefined;
}

/** A reference, wherever it is written, and what it means. */
export interface LookedUpReference {
  readonly text: string;
  readonly parsed: ParsedReference;
  readonly resolution: Resolution;
  /** The stores that it was looked up in. */
  readonly index: CatalogueIndex;
  /** What was meant by a reference to an unknown view or feature, best first. */
  readonly suggestions: readonly Suggestion[];
  /** What was meant by a malformed one. */
  readonly intended: string | undefined;
  /** False when the code may be talking to any one of several stores. */
  readonly certain: boolean;
}

export interface FeatureReference extends LookedUpReference {
  readonly written: WrittenText;
  readonly role: ReferenceRole | undefined;
  /** View and feature are given in arguments of their own: `text` is not written anywhere. */
  readonly isSplit: boolean;
  /** Where each part is written in this document; `undefined` when it is not, or not in one piece. */
  readonly viewPlace: Place | undefined;
  readonly featurePlace: Place | undefined;
  /** The characters of the whole reference. */
  readonly textPlace: Place | undefined;
  /** Where to point when a part cannot be: the string, else the argument. In this document. */
  readonly place: Place;
}

/** The name of a view or a service. */
export interface NameReference {
  readonly kind: "view" | "service";
  readonly name: string;
  readonly role: ReferenceRole | undefined;
  /** The stores that it was looked up in. */
  readonly index: CatalogueIndex;
  readonly certain: boolean;
  /** `undecided`: not among those that could be read, or not in a place that names only what is defined. */
  readonly resolution: "known" | "unknown" | "undecided";
  readonly suggestions: readonly string[];
  readonly written: WrittenText;
  readonly namePlace: Place | undefined;
  readonly place: Place;
}

export const featureReferences = defineFact({
  name: "feature-references",
  needs: {},
  document: ({ analysis, document, catalogue }) => collectReferences(analysis, document.uri, catalogue),
});

/** For rules that state what Feast does, and no other store. */
export const feastReferences = defineFact({
  name: "feast-references",
  needs: { featureReferences },
  document: ({ get }): FeatureReferences => {
    const { references, views, services, retrievals } = get(featureReferences);
    const isFeast = ({ index }: { readonly index: CatalogueIndex }): boolean => index.dialect.kind === "feast";
    return { references: references.filter(isFeast), views: views.filter(isFeast), services: services.filter(isFeast), retrievals: retrievals.filter(isFeast) };
  },
});

export function collectReferences(
  analysis: DocumentAnalysis,
  documentUri: string,
  known: Catalogue | undefined,
): FeatureReferences {
  const catalogue = asSeenBy(analysis, documentUri, known);
  const collection = new Collection(documentUri);
  if (catalogue) {
    for (const dialect of dialectsIn(catalogue.stores)) {
      const storesFor = storesOf(analysis, documentUri, catalogue, dialect);
      for (const call of featureCalls(analysis, dialect)) collection.add(call, storesFor(hintOf(call.event.receiver, dialect)));
    }
  }
  return collection.result();
}

class Collection {
  readonly #documentUri: string;
  readonly #references = new Map<string, FeatureReference>();
  readonly #names = new Map<string, NameReference>();
  readonly #retrievals: Retrieval[] = [];

  constructor(documentUri: string) {
    this.#documentUri = documentUri;
  }

  add(call: FeatureCall, stores: Stores): void {
    const { event, form: { role, shape, isPart = false }, dialect, proved } = call;
    if (shape.kind === "fields" && shape.view !== "receiver") this.#addNames(call, argumentOf(event, shape.view), "view", stores);
    const given = argumentOf(event, mainArgument(call.form));
    if (!given) return;
    if (shape.kind === "view" || shape.kind === "service") {
      this.#addNames(call, given, shape.kind, stores);
      return;
    }
    const spoken = spokenBy(call);
    const at = siteOf(event, given, this.#documentUri);
    const read = spoken.references.map((each) => reference(each, call, at, this.#documentUri, stores));
    const listed = shape.kind === "references" && shape.holds === "expression" ? read.filter((each) => isMeant(each, stores.index)) : read;
    // An object of unknown type is taken for a store when the list names at least one view of it.
    if (!proved && !listed.some(({ resolution }) => namesView(resolution))) return;
    // What is written in another module is that document's affair.
    const own = listed.filter(({ written }) => isHere(at, event) || written.pieces.some((piece) => inDocument(piece.place, this.#documentUri)));
    for (const each of own) this.#references.set(`${each.text}@${placeKey(each.place)}${each.viewPlace ? placeKey(each.viewPlace) : ""}${each.role ?? ""}`, each);
    const { index, certain } = stores;
    const service = dialect.serviceOf?.(given.value)?.name;
    this.#retrievals.push({ event, form: call.form, role, proved, isPart, index, certain, given, at, references: listed, isWhole: spoken.open.length === 0, service });
  }

  #addNames({ event, form, proved }: FeatureCall, given: ArgumentValue | undefined, kind: NameReference["kind"], stores: Stores): void {
    if (!given) return;
    for (const written of spokenNames(given.value)) {
      const { index, certain } = stores;
      const name = written.text;
      const isKnown = (kind === "view" ? index.views(name) : index.services(name)).length > 0;
      if (!proved && !isKnown) continue;
      const isDecided = index.complete && stores.isWhole && form.isLenient !== true;
      const at = (start: number, end: number): Place | undefined => inDocument(partPlace(written, start, end), this.#documentUri);
      let suggestions: readonly string[] | undefined;
      const found: NameReference = {
        kind, name, role: form.role, index, certain, written,
        resolution: isKnown ? "known" : isDecided ? "unknown" : "undecided",
        get suggestions() {
          suggestions ??= isKnown ? [] : similarNames(name, index.stores.flatMap(({ views, services }) => (kind === "view" ? views : services).map((each) => each.name)));
          return suggestions;
        },
        namePlace: at(0, name.length),
        place: siteOf(event, given, this.#documentUri),
      };
      this.#names.set(`${kind} ${name}@${placeKey(found.place)}`, found);
    }
  }

  result(): FeatureReferences {
    const names = [...this.#names.values()];
    return {
      references: [...this.#references.values()],
      views: names.filter(({ kind }) => kind === "view"),
      services: names.filter(({ kind }) => kind === "service"),
      retrievals: this.#retrievals,
    };
  }
}

/** Whether the text names a feature that is known. */
export function namesFeature(text: string, index: CatalogueIndex): boolean {
  return resolveReference(text, index).kind === "feature";
}

/** What an object on which a method is called was told about its store. */
export function hintOf(receiver: Value | undefined, dialect: StoreDialect): StoreHint {
  const made = madeOf(receiver);
  return (made && dialect.hintOf?.(made)) ?? {};
}

export interface Stores {
  readonly index: CatalogueIndex;
  readonly certain: boolean;
  /** False when names may exist that no file defines. */
  readonly isWhole: boolean;
}

export function lookUpReference(text: string, { index, certain, isWhole }: Stores, parsed: ParsedReference = index.dialect.grammar.parse(text)): LookedUpReference {
  const resolved = resolveReference(text, index, parsed);
  const isMissing = resolved.kind === "unknown-view" || resolved.kind === "unknown-feature";
  const meant = resolved.kind === "undecided" && isWhole ? meantElsewhere(parsed, index) : undefined;
  const resolution: Resolution = meant ? { kind: "unknown-view" } : isMissing && !isWhole ? { kind: "undecided" } : resolved;
  let suggestions: readonly Suggestion[] | undefined = meant && [meant];
  return {
    text,
    parsed,
    resolution,
    index,
    // Comparing with every name of a large repository is for those who report, not for completion and hover.
    get suggestions() {
      // Nobody is sent to a view that is switched off.
      suggestions ??= isMissing && isWhole ? similarReferences(parsed, index.stores).filter(({ view: { enabled } }) => enabled !== false) : [];
      return suggestions;
    },
    intended: resolution.kind === "malformed" ? intendedReference(text, index.stores, index.dialect.grammar) : undefined,
    // Another project may define it after all.
    certain: certain && !meant,
  };
}

/** A view that no file defines, although another project may, where one that is defined was surely meant. */
function meantElsewhere(parsed: ParsedReference, index: CatalogueIndex): Suggestion | undefined {
  const { dialect, stores } = index;
  const isRead = dialect.isShared === true && stores.every(({ limits }) => limits.length === 0);
  return isRead && index.views(parsed.view.name).length === 0 ? surelyMeant(parsed, stores) : undefined;
}

/** Keeps what is computed when it is asked for. */
function withPlaces(found: LookedUpReference, places: Omit<FeatureReference, keyof LookedUpReference>): FeatureReference {
  const { text, parsed, resolution, index, intended, certain } = found;
  return { ...places, text, parsed, resolution, index, intended, certain, get suggestions() { return found.suggestions; } };
}

function storesOf(analysis: DocumentAnalysis, documentUri: string, catalogue: Catalogue, dialect: StoreDialect): (hint: StoreHint) => Stores {
  // What the document applies itself may be anything, and is not in the files that were read.
  const defines = definesAtRunTime(dialect)(analysis).length > 0;
  const mine = catalogue.stores.filter((store) => dialectOf(store) === dialect);
  const known = new Map<string, Stores>();
  return (hint) => {
    const key = JSON.stringify(hint);
    let found = known.get(key);
    if (!found) {
      const { stores, certain } = chooseStores(mine, documentUri, hint);
      known.set(key, (found = { index: indexStores(stores, dialect), certain, isWhole: !defines }));
    }
    return found;
  };
}

const definesAtRunTime = keptWith(({ definesAtRunTime: pattern }: StoreDialect) =>
  gathered(({ calls }) => (pattern ? calls.filter(({ target }) => target !== undefined && pattern.test(target)) : [])));

function reference({ written, parsed, isSplit }: WrittenReference, { form: { role } }: FeatureCall, at: Place, documentUri: string, stores: Stores): FeatureReference {
  const here = (start: number, end: number): Place | undefined => inDocument(partPlace(written, start, end), documentUri);
  const { view, feature } = parsed;
  const pieces = written.pieces.map((piece) => inDocument(piece.place, documentUri)).filter((piece) => piece !== undefined);
  // A view in an argument of its own is the view of many.
  const piece = isSplit ? pieces.at(-1) : pieces[0];
  return withPlaces(lookUpReference(written.text, stores, parsed), {
    written,
    role,
    isSplit,
    viewPlace: here(view.start, view.end),
    featurePlace: feature && here(feature.start, feature.end),
    textPlace: here(0, written.text.length),
    place: piece ?? at,
  });
}

/** In an expression the name before the dot may be of something that is no view, or of another view under this name. */
function isMeant({ resolution, parsed }: LookedUpReference, { stores }: CatalogueIndex): boolean {
  if (resolution.kind !== "unknown-feature") return namesView(resolution);
  return !stores.some(({ views }) => views.some(({ inputs }) => inputs.some((each) => each.kind === "view" && each.selection.alias === parsed.view.name)));
}

function namesView(resolution: Resolution): boolean {
  return resolution.kind === "feature" || resolution.kind === "view" || resolution.kind === "unknown-feature";
}

function inDocument(at: Place | undefined, documentUri: string): Place | undefined {
  return at?.anchor.cell.document.uri === documentUri ? at : undefined;
}

function siteOf(event: CallEvent, given: ArgumentValue, documentUri: string): Place {
  const own = place(event.unit, given.node);
  return inDocument(own, documentUri) ?? event.via.findLast((each) => inDocument(each, documentUri)) ?? own;
}

/** The call itself stands in the document, and not in a function of another module. */
function isHere(at: Place, { unit }: CallEvent): boolean {
  return at.anchor.cell.document === unit.anchor.cell.document;
}

