/** Feature views of Tecton over the wire: definitions in one module, a service and an expression in another, a script that retrieves. */
import { ResponseError, type CodeLens, type Location, type WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import type { LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const views = "file:///w/views.py";
const services = "file:///w/services.py";
const train = "file:///w/train.py";

const workspace = (): Map<string, string> => new Map([
  [views, `from datetime import timedelta
from tecton import Aggregate, Attribute, Entity, batch_feature_view
from tecton.types import Field, Float64, String

user = Entity(name="user", join_keys=[Field("user_id", String)])


@batch_feature_view(
    name="profile", sources=[], entities=[user], mode="pandas", timestamp_field="at", owner="Ann",
    features=[Attribute("country", String, description="Where the account is"), Attribute("age_days", Float64)],
)
def read_profile(source):
    return source


@batch_feature_view(
    sources=[], entities=[user], mode="pandas", timestamp_field="at", aggregation_interval=timedelta(days=1),
    features=[Aggregate(input_column=Field("paid", Float64), function="sum", time_window=timedelta(days=7))],
)
def spending(source):
    return source
`],
  [services, `from tecton import Calculation, FeatureService, RealtimeFeatureView
from views import read_profile, spending

ratios = RealtimeFeatureView(
    name="ratios", sources=[spending, read_profile],
    features=[Calculation(name="daily", expr="spending.paid_sum_7d_1d / COALESCE(profile.age_days, 1.0)")],
)
fraud = FeatureService(name="fraud", features=[read_profile[["country", "age_days"]], spending[["paid_sum_7d_1d"]].with_name("s"), ratios])
`],
  [train, `import tecton

workspace = tecton.get_workspace("prod")
frame = workspace.get_feature_service("fraud").get_features_for_events("events").to_pandas()
print(frame["profile__country"].unique())
workspace.get_feature_view("spending").summary()
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [train, services, views], { uri: services, text: "country" });

test("hover: in selections, in expressions, by name", async () => {
  const each = await started();
  expect(await hover(each, services, "country")).toMatch(/profile__country.*Where the account is.*BatchFeatureView/s);
  expect(await hover(each, services, "age_days, 1.0")).toMatch(/profile__age_days/);
  expect(await hover(each, services, "profile.age_days")).toMatch(/profile.*Ann/s);
  expect(await hover(each, train, "fraud")).toMatch(/fraud/);
  expect(await hover(each, train, "spending")).toMatch(/spending/);
});

test("completion: the features of the view that a list stands behind, and names in an expression", async () => {
  const each = await started();
  await each.change(services, [{ range: each.find(services, '"age_days"'), text: '""' }]);
  expect(await labels(each, services, '"country", "')).toEqual(["age_days", "country"]);
  await each.change(services, [{ range: each.find(services, "age_days, 1.0"), text: ", 1.0" }]);
  expect(await labels(each, services, "COALESCE(profile.")).toEqual(["country", "age_days"]);
  await each.change(services, [{ range: each.find(services, "spending.paid_sum_7d_1d / COALESCE(profile., 1.0)"), text: "2 * sp" }]);
  expect(await labels(each, services, 'expr="2 * sp')).toEqual(["spending"]);
  await each.change(train, [{ range: each.find(train, "spending"), text: "" }]);
  expect(await labels(each, train, 'get_feature_view("')).toEqual(["profile", "ratios", "spending"]);
});

test("definition, references and rename reach selections, expressions and columns", async () => {
  const each = await started();
  expect(await definitions(each, services, "age_days, 1.0")).toEqual(["views.py:9:91"]);
  expect(await definitions(each, services, "paid_sum_7d_1d\"")).toEqual(["views.py:17:14"]);
  expect(await definitions(each, train, "fraud")).toEqual(["services.py:7:29"]);
  const places = async (text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, views, text), context: { includeDeclaration: true } }))
      .map(({ uri, range: { start } }) => `${uri.slice(10)}:${String(start.line)}`);
  expect(await places("age_days")).toEqual(["services.py:5", "services.py:7", "views.py:9"]);
  expect(await places("country")).toEqual(["services.py:7", "train.py:4", "views.py:9"]);
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, views, "country"), newName: "nation" });
  await each.apply(edit ?? {});
  expect(each.text(views)).toContain('Attribute("nation", String');
  expect(each.text(services)).toContain('read_profile[["nation", "age_days"]]');
  expect(each.text(train)).toContain('frame["profile__nation"]');
});

test("a renamed view is called so in expressions and columns", async () => {
  const each = await started();
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, views, "profile"), newName: "account" });
  await each.apply(edit ?? {});
  expect(each.text(views)).toContain('name="account"');
  expect(each.text(services)).toContain("COALESCE(account.age_days, 1.0)");
  expect(each.text(train)).toContain('frame["account__country"]');
});

test("a feature that is named by its aggregation is not renamed", async () => {
  const each = await started();
  const failure = await each.connection.sendRequest("textDocument/prepareRename", at(each, services, "paid_sum_7d_1d\"")).then(() => undefined, (error: unknown) => error);
  expect(failure).toBeInstanceOf(ResponseError);
  expect(String(failure)).toContain("`spending__paid_sum_7d_1d` is made of what stands in views.py, line 18");
});

test("usage: a service that is fetched and asked, a view that is asked by itself", async () => {
  const each = await started();
  await each.change(train, [{ range: each.find(train, "summary()"), text: 'get_online_features(join_keys={"user_id": "u"})' }]);
  await each.settled();
  const titles = async (uri: string): Promise<readonly string[]> => {
    const lenses = await each.connection.sendRequest<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri } });
    const shown: CodeLens[] = [];
    for (const lens of lenses ?? []) shown.push(lens.command ? lens : await each.connection.sendRequest<CodeLens>("codeLens/resolve", lens));
    return shown.map(({ command, range }) => `${each.textIn(uri, range)}: ${command?.title ?? ""}`);
  };
  expect(await titles(services)).toEqual(["ratios: 1 training, 1 service", "daily: 1 training, 1 service", "fraud: 1 training"]);
  expect(await titles(views)).toEqual([
    "profile: 1 training, 1 service, 1 on-demand view", "country: 1 training, 1 service, 1 on-demand view", "age_days: 1 training, 1 service, 1 on-demand view",
    "spending: 1 training, 1 serving, 1 service, 1 on-demand view",
  ]);
});
