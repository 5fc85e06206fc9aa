/**
 * Models that a document trains on features of a store, by the features' names.
 *
 *     frame = store.get_historical_features(entities, features=["stats:trips", "stats:age"]).to_df()
 *     model.fit(frame[["trips"]], frame["churned"])
 *
 * The model is trained on `stats:trips`. Where the columns that go in are not known one by one, it may be any that were retrieved.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Retrieval } from "../analysis/facts/features.ts";
import { trainedModels } from "../analysis/facts/trained-models.ts";
import type { SavedModel, TrainedModel } from "../analysis/facts/trained-models.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import { nameKey, namesOf } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";

export interface FeatureModel {
  /** `RandomForestClassifier` */
  readonly className: string;
  /** Features that go in, or may. */
  readonly features: readonly ModelFeature[];
  /** The service that was retrieved by. */
  readonly services: readonly FeatureName[];
  /** Where it is fitted. */
  readonly place: Place;
  readonly saved: readonly SavedModel[];
}

export interface ModelFeature {
  readonly name: FeatureName;
  /** Its column is seen to go in; else it was retrieved with what goes in. */
  readonly isSeen: boolean;
}

export function collectModels(document: OpenDocument, catalogue: Catalogue): readonly FeatureModel[] {
  return trainedModels(document.analysis(), document.uri, catalogue).map((model) => {
    const { className, place, saved, retrieval } = model;
    const { index, service } = retrieval;
    const services = service === undefined ? [] : namesOf.service(index, service);
    return { className, place, saved, services, features: featuresOf(retrieval, model) };
  });
}

function featuresOf({ references, service, index }: Retrieval, { columns }: TrainedModel): readonly ModelFeature[] {
  const retrieved = [
    ...references.flatMap(({ parsed }) => (parsed.feature ? [{ view: parsed.view.name, field: parsed.feature.name }] : [])),
    ...(service === undefined ? [] : index.services(service).flatMap((found) => found.service.features)),
  ];
  const found = new Map<string, ModelFeature>();
  for (const { view, field } of retrieved) {
    const isSeen = columns.known.has(field) || columns.known.has(`${view}__${field}`);
    if (!isSeen && columns.isWhole) continue;
    for (const name of namesOf.feature(index, view, field)) found.set(nameKey(name), { name, isSeen });
  }
  return [...found.values()];
}
