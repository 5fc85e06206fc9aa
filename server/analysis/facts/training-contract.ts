/**
 * What a model is trained on and what it is served with: the features that a training and a serving retrieval ask for, held
 * against each other across documents.
 *
 *     train.py   X = store.get_historical_features(..., ["a:x", "a:y"]); model.fit(X)         trained on   a:x, a:y
 *     serve.py   row = store.get_online_features(["a:x", "b:y"], ...); model.predict(row)     served with  a:x, b:y
 *                                                                                             `y` comes from another view
 *
 * Not every retrieval feeds a model, and a repository feeds many models. So a list counts only in a document that trains (or
 * predicts), and is compared only with the one list that it is most like: with the half of its features or more in common.
 *
 * What a model is trained on is a {@link TrainingList}: plain data, so that the training script need not be open where the serving
 * script is looked at. The finding stands where the model is served, whichever file is looked at first or alone.
 */
import { defineFact } from "../engine/fact.ts";
import { distantPlace, placeInFile } from "../engine/summary.ts";
import type { DistantPlace, Summary } from "../engine/summary.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import { samePlace } from "../semantic/same-place.ts";
import type { Catalogue } from "../store/model.ts";
import type { ParsedReference } from "../store/reference.ts";
import type { ReferenceList } from "../store/reference-file.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { storesInReach } from "../store/resolve.ts";
import { collectReferences, lookUpReference } from "./features.ts";
import type { FeatureReference, ReferenceRole, Retrieval } from "./features.ts";
import { gatheredFromCalls, keptWith, keptWithUnit } from "./kept.ts";
import { trainedModels } from "./trained-models.ts";

/** A list of features that is known whole. */
export interface FeatureList {
  readonly retrieval: Retrieval;
  readonly features: readonly ListedFeature[];
  /** The `features` argument. */
  readonly place: Place;
  readonly units: readonly Unit[];
}

export interface ListedFeature {
  /** As the store reads it; Feast: `view:feature`, `view@v2:feature`. */
  readonly name: string;
  readonly parsed: ParsedReference;
  /** `undefined` for a feature of a service. */
  readonly reference: FeatureReference | undefined;
}

/** What a model is trained on, without the code that does it. */
export interface TrainingList {
  /** Of the store that it comes from. */
  readonly store: string;
  readonly features: readonly TrainedFeature[];
  /** Columns are chosen by name after the retrieval. */
  readonly choosesColumns: boolean;
  readonly at: Place | DistantPlace;
}

export interface TrainedFeature {
  readonly name: string;
  readonly parsed: ParsedReference;
  /** It comes from a view of labels. */
  readonly isLabel: boolean;
  /** The code that trains speaks of its column elsewhere: it may be the label, or be dropped. */
  readonly isNamedElsewhere: boolean;
}

/** A serving list with the training list that it belongs to. */
export interface ContractPair {
  readonly serving: FeatureList;
  /** Whether columns are chosen by name where the model is served. */
  readonly choosesColumns: boolean;
  readonly training: TrainingList;
  /** The training list where it stands in the same document. */
  readonly own: FeatureList | undefined;
  /** Features that the other retrievals of the serving document ask for. */
  readonly besides: ReadonlySet<string>;
}

/** What is trained in a document, and may be served by another one. */
export const trainingLists: Summary<readonly TrainingList[]> = {
  name: "training-lists",
  of: (document) => {
    const lists = listsOf(document.analysis(), document.uri, document.units, document.catalogue).training ?? [];
    const kept = lists.filter((list) => document.dialect !== "notebook" || !isTriedOut(list, document));
    return kept.length > 0 ? kept.map(summaryOf) : undefined;
  },
  kept: (lists, document) => lists.map((list) => ("located" in list.at ? list : { ...list, at: distantPlace(document, list.at) })),
};

/** A cheap look at a text: it has the words for a retrieval and for a training. */
export function mayTrain(text: string): boolean {
  return /feast|_features\b/iu.test(text) && /\.\s*(?:fit|fit_transform|fit_predict|partial_fit|train|train_on_batch)\b/u.test(text);
}

export const trainingContract = defineFact<never, readonly ContractPair[]>({
  name: "training-contract",
  needs: {},
  document: ({ analysis, document, units, catalogue, others }) => {
    const own = listsOf(analysis, document.uri, units, catalogue);
    if (!own.serving) return [];
    // Lists of the document itself come first: a notebook often trains and tries out.
    if (!own.training) others.watch((all) => all.summaries(trainingLists).flat().map(digestOf).join("\n"));
    const training = own.training?.map((list) => ({ training: summaryOf(list), own: list }))
      ?? [...others.summaries(trainingLists).flat(), ...listsInFiles(catalogue, document.uri, ["training", undefined])].map((list) => ({ training: list, own: undefined }));
    const { serving } = own;
    return serving.flatMap((list) => {
      const counterpart = counterpartOf(list, training.filter((each) => each.training.store === storeOf(list)));
      if (!counterpart) return [];
      const besides = new Set(serving.flatMap((each) => (each === list ? [] : each.features.map(({ name }) => name))));
      return [{ serving: list, choosesColumns: choosesColumns(list.units), ...counterpart, besides }];
    });
  },
});

/** A notebook trains a model on it and keeps none: what is served is trained elsewhere. */
function isTriedOut({ retrieval }: FeatureList, document: OpenDocument): boolean {
  const { uri, catalogue } = document;
  if (!catalogue) return false;
  const models = trainedModels(document.analysis(), uri, catalogue).filter((each) => samePlace(each.retrieval.at, retrieval.at));
  return models.length > 0 && models.every(({ saved }) => saved.length === 0);
}

function summaryOf(list: FeatureList): TrainingList {
  return {
    store: storeOf(list) ?? "",
    features: list.features.map((feature) => ({
      name: feature.name,
      parsed: feature.parsed,
      isLabel: feature.reference?.resolution.kind === "feature" && feature.reference.resolution.view.kind === "LabelView",
      isNamedElsewhere: isNamedElsewhere(feature, list),
    })),
    choosesColumns: choosesColumns(list.units),
    at: list.place,
  };
}

/** A serving list in a YAML or JSON file, with the training list in such a file that it belongs to. */
export interface FilePair {
  readonly serving: TrainingList;
  readonly training: TrainingList;
}

export function pairsInFiles(catalogue: Catalogue, uri: string): readonly FilePair[] {
  const trained = listsInFiles(catalogue, uri, ["training"]).map((training) => ({ training }));
  return listsInFiles({ ...catalogue, files: (catalogue.files ?? []).filter((file) => file.uri === uri) }, uri, ["serving"]).flatMap((serving) => {
    const counterpart = counterpartOf(serving, trained.filter(({ training }) => training.store === serving.store));
    return counterpart ? [{ serving, training: counterpart.training }] : [];
  });
}

/** Lists in YAML and JSON files: whoever reads them may choose columns by name. Only those whose features are all known. */
function listsInFiles(catalogue: Catalogue | undefined, documentUri: string, roles: readonly ReferenceList["role"][]): readonly TrainingList[] {
  return (catalogue?.files ?? []).flatMap(({ uri, source, lists }) => lists.flatMap(({ role, references }): readonly TrainingList[] => {
    if (!catalogue || !roles.includes(role)) return [];
    const found = storesInReach(catalogue.stores, documentUri).flatMap(({ index, certain }) => {
      const features = references.map(({ text }) => lookUpReference(text, { index, certain, isWhole: true }));
      const isKnown = features.every(({ resolution: { kind } }) => kind === "feature" || kind === "view");
      const [store, ...otherStores] = index.stores;
      return isKnown && certain && store && otherStores.length === 0 ? [{ store: store.id, features }] : [];
    });
    const [first] = references;
    const last = references.at(-1);
    if (!first || !last) return [];
    return found.map(({ store, features }) => ({
      store,
      features: features.map(({ parsed, index }) => ({ name: index.dialect.grammar.write(parsed.view.name, parsed.feature?.name ?? ""), parsed, isLabel: false, isNamedElsewhere: false })),
      choosesColumns: true,
      at: placeInFile(uri, source, first.start, last.end),
    }));
  }));
}

/** Where columns are chosen by name after a retrieval, the order of its list does not matter. */
function choosesColumns(units: readonly Unit[]): boolean {
  return units.some(unitChooses);
}

const unitChooses = keptWithUnit((unit: Unit): boolean => {
  let found = false;
  walk(unit.body, (node) => {
    if (node.kind === "Subscript" && node.slice.kind !== "Constant" && node.slice.kind !== "Slice") found = true;
    if (node.kind === "Attribute" && /^(?:reindex|filter|loc|feature_names_in_|select|get_feature_names_out)$/u.test(node.attr.name)) found = true;
    if (node.kind === "Keyword" && node.arg?.name === "columns") found = true;
    return undefined;
  });
  return found;
});

/** Whether a feature's column is spoken of elsewhere in the code that trains: it may be the label, or be dropped. */
function isNamedElsewhere({ parsed }: ListedFeature, { units, features }: FeatureList): boolean {
  const name = parsed.feature?.name ?? "";
  const written = new Set(features.flatMap(({ reference }) => {
    const at = reference?.featurePlace;
    return at ? [`${String(at.anchor.id)}:${String(at.start)}`] : [];
  }));
  return units.some((unit) => {
    for (const quote of ['"', "'", "__", "."]) {
      for (let at = unit.text.indexOf(quote + name); at >= 0; at = unit.text.indexOf(quote + name, at + 1)) {
        const start = at + quote.length;
        const isWhole = !/[\w]/u.test(unit.text.charAt(start + name.length));
        if (isWhole && !written.has(`${String(unit.anchor.id)}:${String(start)}`)) return true;
      }
    }
    return false;
  });
}

// ---- lists -------------------------------------------------------------------------------------------------

interface DocumentLists {
  /** Absent where the document trains no model, or predicts with none. */
  readonly training: readonly FeatureList[] | undefined;
  readonly serving: readonly FeatureList[] | undefined;
}

const none: DocumentLists = { training: undefined, serving: undefined };
const ofAnalysis = keptWith((_analysis: DocumentAnalysis) => new WeakMap<Catalogue, DocumentLists>());

function listsOf(analysis: DocumentAnalysis, uri: string, units: readonly Unit[], catalogue: Catalogue | undefined): DocumentLists {
  if (!catalogue) return none;
  const kept = ofAnalysis(analysis);
  let lists = kept.get(catalogue);
  if (!lists) kept.set(catalogue, (lists = gather(analysis, uri, units, catalogue)));
  return lists;
}

function gather(analysis: DocumentAnalysis, uri: string, units: readonly Unit[], catalogue: Catalogue): DocumentLists {
  const uses = new Set(modelUses(analysis));
  if (uses.size === 0) return none;
  const lists = new Map<string, FeatureList>();
  for (const retrieval of collectReferences(analysis, uri, catalogue).retrievals) {
    const features = featuresOf(retrieval);
    if (!features || retrieval.isPart || !retrieval.certain || retrieval.index.stores.length !== 1) continue;
    const { at } = retrieval;
    lists.set(`${String(at.anchor.id)}:${String(at.start)} ${features.map(({ name }) => name).join(" ")}`, { retrieval, features, place: at, units });
  }
  const all = [...lists.values()];
  const of = (role: ReferenceRole): readonly FeatureList[] | undefined => {
    const found = uses.has(role) ? all.filter(({ retrieval }) => retrieval.role === role) : [];
    return found.length > 0 ? found : undefined;
  };
  return { training: of("training"), serving: of("serving") };
}

const modelUses = gatheredFromCalls(({ node: { func } }): readonly ReferenceRole[] => {
    if (func.kind !== "Attribute") return [];
    if (/^(?:fit|fit_transform|fit_predict|partial_fit|train|train_on_batch)$/u.test(func.attr.name)) return ["training"];
    return /^(?:predict|predict_\w+|decision_function)$/u.test(func.attr.name) ? ["serving"] : [];
  });

function featuresOf({ references, isWhole, service, index }: Retrieval): readonly ListedFeature[] | undefined {
  const { grammar, foldsCase } = index.dialect;
  if (service !== undefined) {
    const [found, ...others] = index.services(service);
    if (!found?.service.closed || others.length > 0) return undefined;
    return found.service.features.map(({ view, field }) => {
      const name = grammar.write(view, field);
      return { name, parsed: grammar.parse(name), reference: undefined };
    });
  }
  if (!isWhole || references.length === 0) return undefined;
  // What was not read may exist: its name says which feature it is all the same.
  if (references.some(({ resolution: { kind } }) => kind !== "feature" && kind !== "view" && (kind !== "undecided" || index.complete))) return undefined;
  if (references.some(({ parsed }) => parsed.feature !== undefined && parsed.feature.name === grammar.wildcard)) return undefined;
  return references.map((reference) => {
    const { view, version, feature } = reference.parsed;
    const name = grammar.write(`${view.name}${version === undefined ? "" : `@v${String(version)}`}`, feature?.name ?? "");
    if (!foldsCase) return { name, parsed: reference.parsed, reference };
    return { name: name.toLowerCase(), parsed: grammar.parse(name.toLowerCase()), reference };
  });
}

function storeOf({ retrieval }: FeatureList): string | undefined {
  return retrieval.index.stores[0]?.id;
}

/** The training list that a serving list must be like; `undefined` when there is none, or when it is not the only one. */
function counterpartOf<Candidate extends { readonly training: TrainingList }>(list: { readonly features: readonly Pick<ListedFeature, "name" | "parsed">[] }, candidates: readonly Candidate[]): Candidate | undefined {
  const distinct = [...new Map(candidates.toReversed().map((each) => [each.training.features.map(({ name }) => name).join(" "), each])).values()];
  const own = new Set(list.features.map(featureName));
  const scored = distinct
    .map((each) => ({ each, common: each.training.features.filter((feature) => own.has(featureName(feature))).length }))
    .filter(({ each, common }) => common * 2 >= Math.max(each.training.features.length, own.size))
    .sort((a, b) => b.common - a.common);
  const [best, next] = scored;
  if (!best) return undefined;
  const isSame = ({ training: { features } }: Candidate): boolean => features.length === list.features.length && features.every(({ name }, at) => name === list.features[at]?.name);
  const same = scored.find(({ each }) => isSame(each));
  if (same) return same.each;
  return next === undefined ? best.each : undefined;
}

function featureName({ parsed }: Pick<ListedFeature, "parsed">): string {
  return parsed.feature?.name ?? "";
}

/** Names, and where they are: places in a text that was written anew are other places. */
function digestOf({ features, at, choosesColumns: chooses }: TrainingList): string {
  const names = features.map(({ name, isNamedElsewhere: isNamed, isLabel }) => `${name}${isNamed ? "*" : ""}${isLabel ? "!" : ""}`);
  const where = "located" in at ? `${at.located.document.uri} ${at.located.cell.id} ${String(at.located.start)}` : `${String(at.anchor.id)}:${String(at.start)}`;
  return `${where} ${String(chooses)} ${names.join(" ")}`;
}
