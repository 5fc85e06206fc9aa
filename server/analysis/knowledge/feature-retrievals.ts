/**
 * Calls that retrieve features from a store, by their last names: what a helper of another module does with references that it is handed.
 *
 *     client.py    def load(names): return store.get_historical_features(frame, names)
 *     train.py     load(["stats:rate"])                                                  the reference is written here, and used there
 *
 * Of what functions of other modules call, only these calls are kept. How they are read is said by the stores' dialects (store/dialect.ts).
 */
export const featureRetrievals: ReadonlySet<string> = new Set([
  // Feast
  "get_historical_features", "get_online_features", "get_online_features_async",
  // Qwak
  "get_feature_values", "get_feature_range_values", "ModelSchema",
  // Databricks
  "create_training_set", "create_feature_spec",
  // Tecton
  "get_features_for_events",
  // Snowflake
  "generate_training_set", "generate_dataset", "retrieve_feature_values",
  // SageMaker
  "get_record", "batch_get_record", "with_feature_group", "create_dataset",
  // Snowflake
  "generate_training_set", "generate_dataset", "retrieve_feature_values",
]);

/**
 * The column in which Feast returns a feature: `rate` for `stats:rate`, `stats__rate` with full names. `undefined` where the active
 * configuration has a say: a reference with a version, one without a view.
 */
export function feastColumn(reference: string, hasFullNames: boolean): string | undefined {
  const colon = reference.indexOf(":");
  const view = reference.slice(0, colon);
  if (colon < 1 || colon === reference.length - 1 || view.includes("@")) return undefined;
  const feature = reference.slice(colon + 1);
  return hasFullNames ? `${view}__${feature}` : feature;
}
