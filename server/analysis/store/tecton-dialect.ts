/**
 * How code speaks of a Tecton feature platform (the library's version 1.2; what stayed of 0.x reads the same).
 *
 *     FeatureService(name="fraud", features=[user, spent[["amt_sum_1d"]]])            views and selections, as objects
 *     RealtimeFeatureView(features=[Calculation(name="high", expr="spent.amt_sum_1d > 100")])     names in an expression
 *     workspace.get_feature_service("fraud").get_features_for_events(events)          columns `view__feature`
 *
 * A workspace is one of many that a company has, and a notebook asks the applied ones: a name that no file defines may exist.
 */
import type { Value } from "../semantic/value.ts";
import { lastStep, madeOf, textArgument } from "./construction.ts";
import type { ServiceGiven, StoreDialect } from "./dialect.ts";
import { separated } from "./reference.ts";
import { argumentNamed } from "./reference-form.ts";
import type { ReferenceForm } from "./reference-form.ts";

const name = argumentNamed(0, "name");

/** Methods that services and views have alike. */
const retrievals = [["get_features_for_events", "training"], ["get_historical_features", "training"], ["get_online_features", "serving"]] as const;

const forms: readonly ReferenceForm[] = [
  { callable: "__getitem__", isPart: true, shape: { kind: "fields", view: "receiver", fields: argumentNamed(0, "features") } },
  { callable: "FeatureService", shape: { kind: "parts", argument: argumentNamed(-1, "features") } },
  ...["RealtimeFeatureView", "realtime_feature_view", "on_demand_feature_view"].map(
    (callable): ReferenceForm => ({ callable, shape: { kind: "parts", argument: argumentNamed(-1, "sources") } }),
  ),
  { callable: "Calculation", shape: { kind: "references", holds: "expression", argument: argumentNamed(1, "expr") } },
  ...["get_feature_view", "get_feature_table"].map((callable): ReferenceForm => ({ callable, isLenient: true, shape: { kind: "view", argument: name } })),
  ...retrievals.flatMap(([callable, role]): readonly ReferenceForm[] => [
    { callable, role, shape: { kind: "references", holds: "list", argument: "receiver" } },
    { callable, role, shape: { kind: "fields", view: "receiver", fields: argumentNamed(-1) } },
  ]),
  { callable: "get_feature_service", isLenient: true, shape: { kind: "service", argument: name } },
];

/** What makes a view; a decorated function without `name=` gives its own. */
export const tectonViews = [
  "batch_feature_view", "stream_feature_view", "realtime_feature_view", "on_demand_feature_view",
  "BatchFeatureView", "StreamFeatureView", "RealtimeFeatureView", "FeatureTable",
] as const;

export const tectonDialect: StoreDialect = {
  kind: "tecton",
  title: "Tecton",
  words: { view: "feature view", service: "feature service" },
  grammar: separated("__", { form: "feature_view__feature" }),
  columns: (view, feature) => [`${view}__${feature}`, `${view}.${feature}`],
  foldsCase: false,
  isShared: true,
  packages: ["tecton"],
  forms,
  serviceOf,
  viewObjects: [
    ...tectonViews.map((callable) => ({ callable, name: argumentNamed(-1, "name") })),
    ...["get_feature_view", "get_feature_table"].map((callable) => ({ callable, name })),
  ],
};

/** `FeatureService(name="fraud", ...)`, or the one that was fetched by its name. */
function serviceOf(value: Value): ServiceGiven | undefined {
  const made = madeOf(value);
  const callable = made?.callable.startsWith("tecton.") === true ? lastStep(made.callable) : undefined;
  if (!made || (callable !== "FeatureService" && callable !== "get_feature_service")) return undefined;
  return { name: textArgument(made, "name", callable === "FeatureService" ? -1 : 0) };
}
