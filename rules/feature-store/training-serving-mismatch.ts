/**
 * training-serving-mismatch: a model is served with other features than it was trained on: missing ones, more, out of another view or
 * version, or in another order.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { indentOf, replace } from "../../server/analysis/facts/call-edits.ts";
import { trainingContract } from "../../server/analysis/facts/training-contract.ts";
import type { ContractPair, ListedFeature, TrainedFeature } from "../../server/analysis/facts/training-contract.ts";

export default defineRule({
  name: "training-serving-mismatch",
  topic: "feature-store",
  summary: "Model is served with other features than it was trained on",
  why: {
    scientist:
      "A model only knows what its columns meant in training. A feature from another view or version, or one that is missing, gives " +
      "predictions that look fine and are worse than those you evaluated.",
    engineer:
      "Two lists kept by hand drift apart: nothing compares them at run time unless the model checks its columns. One shared " +
      "constant, or a FeatureService, makes training and serving the same by construction.",
  },
  bad: `
from feast import FeatureStore
from sklearn.linear_model import LogisticRegression

store = FeatureStore(repo_path="feature_repo")
training = store.get_historical_features(
    entity_df="SELECT * FROM orders", features=["driver_stats:conv_rate", "driver_stats:acc_rate"]
).to_df()
model = LogisticRegression().fit(training.drop(columns="late"), training["late"])

row = store.get_online_features(features=["driver_stats:conv_rate"], entity_rows=[{"driver_id": 1001}]).to_df()
print(model.predict(row))
`,
  good: `
from feast import FeatureStore
from sklearn.linear_model import LogisticRegression

FEATURES = ["driver_stats:conv_rate", "driver_stats:acc_rate"]
store = FeatureStore(repo_path="feature_repo")
training = store.get_historical_features(entity_df="SELECT * FROM orders", features=FEATURES).to_df()
model = LogisticRegression().fit(training.drop(columns="late"), training["late"])

row = store.get_online_features(features=FEATURES, entity_rows=[{"driver_id": 1001}]).to_df()
print(model.predict(row))
`,
  severity: { exploration: "warning", production: "error" },
  needs: { pairs: trainingContract },
  check: ({ pairs }) => pairs.flatMap(mismatches),
});

function mismatches(pair: ContractPair): readonly Finding[] {
  const { serving, training, besides } = pair;
  const related = [{ at: training.at, message: "what the model is trained on" }];
  const fixes = (): readonly Fix[] => repairs(pair);
  const trained = new Map(training.features.map((each) => [each.name, each]));
  const served = new Set(serving.features.map(({ name }) => name));
  const moved = new Set<string>();
  const findings: Finding[] = [];
  for (const feature of serving.features) {
    if (trained.has(feature.name)) continue;
    const twins = training.features.filter((each) => nameOf(each) === nameOf(feature) && !served.has(each.name) && !besides.has(each.name));
    const [twin] = twins;
    if (twin && twins.length === 1) moved.add(twin.name);
    const message = twin ? otherOrigin(feature, twin) : `Served with "${feature.name}", which the model is not trained on`;
    // A feature more may be wanted for something else than the model.
    const severity = twin ? {} : { severity: { exploration: "information", production: "warning" } as const };
    const at = feature.reference?.textPlace ?? feature.reference?.place ?? serving.place;
    findings.push({ at, message, related, fixes, ...severity });
  }
  const missing = training.features.filter(
    (each) => !served.has(each.name) && !besides.has(each.name) && !moved.has(each.name) && !each.isLabel && !each.isNamedElsewhere,
  );
  const [first] = missing;
  if (first) {
    const more = missing.length > 1 ? ` and ${String(missing.length - 1)} more` : "";
    findings.push({ at: serving.place, message: `Served without "${first.name}"${more}, which the model is trained on`, related, fixes });
  } else if (findings.length === 0 && isOtherOrder(pair)) {
    const severity = { exploration: "information", production: "warning" } as const;
    findings.push({ at: serving.place, message: "Served with the features in another order than the model is trained on", related, fixes, severity });
  }
  return findings;
}

function otherOrigin({ parsed: here }: ListedFeature, { parsed: there }: TrainedFeature): string {
  const version = (number: number | undefined): string => (number === undefined ? "the active version" : `version ${String(number)}`);
  if (here.view.name !== there.view.name) return `Served with "${here.feature?.name ?? ""}" of "${here.view.name}", trained on that of "${there.view.name}"`;
  return `Served with ${version(here.version)} of "${here.view.name}", trained on ${version(there.version)}`;
}

/**
 * Feast 0.67 returns historical columns view by view, in the order of the list, and online columns in the order of a set: where no
 * code chooses them by name, equal lists may be luck, and other ones are a mistake.
 */
function isOtherOrder({ serving, training, besides, choosesColumns }: ContractPair): boolean {
  if (serving.retrieval.index.dialect.kind !== "feast" || besides.size > 0 || serving.features.length !== training.features.length) return false;
  const columns = (features: readonly TrainedOrListed[]): string => {
    const views = [...new Set(features.map(({ parsed }) => parsed.view.name))];
    return views.flatMap((view) => features.filter(({ parsed }) => parsed.view.name === view).map(({ name }) => name)).join(" ");
  };
  return columns(serving.features) !== columns(training.features) && !choosesColumns && !training.choosesColumns;
}

type TrainedOrListed = Pick<ListedFeature, "name" | "parsed">;

function nameOf({ parsed }: TrainedOrListed): string {
  return parsed.feature?.name ?? "";
}

function repairs({ serving, training, own, besides }: Omit<ContractPair, "choosesColumns">): readonly Fix[] {
  const { event, given, index } = serving.retrieval;
  const { unit, node: call } = event;
  const added = withMissing({ serving, training, own, besides });
  if (added) return [added];
  if (index.dialect.kind !== "feast" || given.node.kind !== "List" || call.func.kind !== "Attribute" || besides.size > 0) return [];
  const edit = (text: string): Fix["edits"] => [replace(unit, given.node, text)];
  const wanted = training.features.filter((each) => !each.isLabel);
  const fixes: Fix[] = [];
  const store = unit.text.slice(call.func.value.start, call.func.value.end);
  for (const service of index.stores.flatMap(({ services }) => services)) {
    const names = new Set(service.features.map(({ view, field }) => `${view}:${field}`));
    if (!service.closed || names.size !== wanted.length || !wanted.every(({ name }) => names.has(name))) continue;
    fixes.push({ title: `Retrieve the feature service "${service.name}"`, safety: "review", edits: edit(`${store}.get_feature_service("${service.name}")`) });
  }
  const shared = own?.retrieval.given.node;
  if (shared?.kind === "Name" && own?.retrieval.event.scope === undefined) {
    fixes.push({ title: `Use ${shared.id}, as training does`, safety: "review", edits: edit(shared.id) });
  }
  const texts = wanted.map(({ name }) => JSON.stringify(name));
  const source = unit.text.slice(given.node.start, given.node.end);
  if (source.includes("#")) return fixes;
  const outer = indentOf(unit.text, given.node.start);
  const lines = texts.map((each) => `\n${outer}    ${each},`).join("");
  fixes.push({ title: "Ask for the features of training", safety: "review", edits: edit(source.includes("\n") ? `[${lines}\n${outer}]` : `[${texts.join(", ")}]`) });
  return fixes;
}

/**
 * Where each feature is an object of its own, those that are missing are written like the last one of the same view.
 *
 *     inputs=[FeatureStoreInput(name="risk.age", entity=user)]     , FeatureStoreInput(name="risk.job", entity=user)
 */
function withMissing({ serving, training, besides }: Omit<ContractPair, "choosesColumns">): Fix | undefined {
  const { event: { unit }, given: { node } } = serving.retrieval;
  const trained = new Set(training.features.map(({ name }) => name));
  if (node.kind !== "List" || besides.size > 0 || serving.features.some(({ name }) => !trained.has(name))) return undefined;
  const served = new Set(serving.features.map(({ name }) => name));
  const missing = training.features.filter(({ name, isLabel }) => !served.has(name) && !isLabel);
  const written: string[] = [];
  for (const { parsed } of missing) {
    const like = serving.features.findLast((each) => each.parsed.view.name === parsed.view.name)?.reference?.featurePlace;
    const element = node.elts.find(({ kind, start, end }) => kind === "Call" && like?.anchor.unit === unit && start <= like.start && like.end <= end);
    if (!like || !element) return undefined;
    written.push(unit.text.slice(element.start, like.start) + (parsed.feature?.name ?? "") + unit.text.slice(like.end, element.end));
  }
  const last = node.elts.at(-1);
  const before = node.elts.at(-2);
  if (!last || written.length === 0) return undefined;
  const between = before ? unit.text.slice(before.end, last.start) : ", ";
  if (!/^\s*,\s*$/u.test(between)) return undefined;
  return { title: "Add the features of training", safety: "review", edits: [replace(unit, { start: last.end, end: last.end }, written.map((each) => between + each).join(""))] };
}
