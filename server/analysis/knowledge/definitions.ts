/**
 * Libraries whose objects are definitions: the interpreter keeps how each was made (see Construction in semantic/value.ts), so
 * that an adapter can read a feature view or a duration from the arguments it was built with.
 */

/** Modules, of the top level or below it: every class, function and method of them counts. */
const definitionModules: ReadonlySet<string> = new Set([
  "feast", "qwak", "frogml", "tecton",
  "databricks.feature_engineering", "databricks.feature_store", "databricks.ml_features",
  "sagemaker.feature_store", "sagemaker.core", "sagemaker.mlops",
  "hsfs",
  "snowflake.ml.feature_store", "snowflake.snowpark", "ai.chronon",
]);

/** Single callables of other modules, by qualified name. */
const definitionCallables: ReadonlySet<string> = new Set([
  "datetime.timedelta",
  "pyspark.sql.types.StructType", "pyspark.sql.types.StructType.add", "pyspark.sql.types.StructField",
]);

export function isDefinitionCallable(qualifiedName: string): boolean {
  if (definitionCallables.has(qualifiedName) || definitionModules.has(qualifiedName)) return true;
  for (let dot = qualifiedName.indexOf("."), steps = 0; dot >= 0 && steps < deepest; dot = qualifiedName.indexOf(".", dot + 1), steps++) {
    if (definitionModules.has(qualifiedName.slice(0, dot))) return true;
  }
  return false;
}

/** Steps of the longest of the modules. */
const deepest = 3;
