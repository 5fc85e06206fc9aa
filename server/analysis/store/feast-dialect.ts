/**
 * How code speaks of a Feast store: the calls of `feast.FeatureStore` that take names, what tells one store from another, and
 * feature services in place of lists.
 */
import type { Construction, Value } from "../semantic/value.ts";
import type { StoreHint } from "./choose-store.ts";
import { argument, lastStep, madeOf, text, textArgument } from "./construction.ts";
import type { ServiceGiven, StoreDialect } from "./dialect.ts";
import { feastGrammar } from "./feast-reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

/** Before Feast 0.13 the argument was `feature_refs`. */
const references = (position: number): ReferenceForm["shape"] => ({
  kind: "references", holds: "list", argument: argumentNamed(position, "features", "feature_refs"),
});

const owner = "FeatureStore";
const fullNames = argumentNamed(2, "full_feature_names");

const forms: readonly ReferenceForm[] = [
  { callable: "get_historical_features", owner, role: "training", shape: references(1), mayBeUnproved: true, fullNames, returnsInputs: true },
  { callable: "get_online_features", owner, role: "serving", shape: references(0), mayBeUnproved: true, fullNames },
  { callable: "get_online_features_async", owner, role: "serving", shape: references(0), mayBeUnproved: true, fullNames },
  { callable: "get_feature_service", owner, mayBeUnproved: true, shape: { kind: "service", argument: argumentNamed(0, "name") } },
  { callable: "delete_feature_service", owner, isLenient: true, shape: { kind: "service", argument: argumentNamed(0, "name") } },
  ...[
    "get_feature_view", "get_on_demand_feature_view", "get_stream_feature_view", "get_label_view", "delete_feature_view",
    "enable_feature_view", "disable_feature_view", "list_feature_view_versions", "set_feature_view_state",
  ].map((callable): ReferenceForm => ({ callable, owner, isLenient: true, shape: { kind: "view", argument: argumentNamed(0, "name") } })),
  ...["write_to_online_store", "write_to_online_store_async", "write_to_offline_store", "update_online_store"].map(
    (callable): ReferenceForm => ({ callable, owner, isLenient: true, shape: { kind: "view", argument: argumentNamed(0, "feature_view_name") } }),
  ),
  { callable: "materialize", owner, isLenient: true, shape: { kind: "view", argument: argumentNamed(2, "feature_views") } },
  { callable: "materialize_incremental", owner, isLenient: true, shape: { kind: "view", argument: argumentNamed(1, "feature_views") } },
];

export const feastDialect: StoreDialect = {
  kind: "feast",
  title: "Feast",
  words: { view: "feature view", service: "feature service" },
  grammar: feastGrammar,
  columns: (view, feature) => [feature, `${view}__${feature}`],
  foldsCase: false,
  refusesKeys: true,
  packages: ["feast"],
  forms,
  hintOf,
  definesAtRunTime: /^feast\.(\w+\.)*FeatureStore\.apply$/,
  serviceOf,
};

/** What `FeatureStore(...)` was told about its repository. */
function hintOf(made: Construction): StoreHint {
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

/** The name that `get_feature_service` was called with, or `FeatureService` itself. */
function serviceOf(value: Value): ServiceGiven | undefined {
  const made = madeOf(value);
  if (!made || !/^feast\.(\w+\.)*(FeatureService|FeatureStore\.get_feature_service)$/.test(made.callable)) return undefined;
  return { name: textArgument(made, "name", lastStep(made.callable) === "get_feature_service" ? 0 : -1) };
}
