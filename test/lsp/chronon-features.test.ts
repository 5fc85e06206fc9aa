/** Group-bys of Chronon over the wire, and a join whose derivations name their columns. */
import { ResponseError, type CodeLens, type Location, type WorkspaceEdit } from "vscode-languageserver/node";
import { expect, test } from "vitest";
import type { LspClient } from "../harness/lsp-client.ts";
import { definitions, storeClient } from "./store-client.ts";
import { at, hover, labels } from "./questions.ts";

const groups = "file:///w/group_bys/shop/purchases.py";
const joins = "file:///w/joins/shop/training.py";
const report = "file:///w/report.py";

const workspace = (): Map<string, string> => new Map([
  [groups, `from ai.chronon.group_by import Aggregation, Derivation, GroupBy, Operation, TimeUnit, Window

v1 = GroupBy(
    sources=[],
    keys=["user_id"],
    aggregations=[Aggregation(input_column="price", operation=Operation.SUM, windows=[Window(7, TimeUnit.DAYS), Window(30, TimeUnit.DAYS)])],
    derivations=[Derivation(name="*", expression="*"), Derivation(name="mean", expression="price_sum_30d / 30", description="A day's share")],
    description="What was bought",
)
`],
  [joins, `from ai.chronon.join import Derivation, Join, JoinPart
from group_bys.shop.purchases import v1 as purchases

v1 = Join(
    left=None,
    right_parts=[JoinPart(group_by=purchases, prefix="seller")],
    derivations=[Derivation(name="ratio", expression="seller_shop_purchases_v1_mean / (1 + seller_shop_purchases_v1_price_sum_7d)")],
)
`],
  [report, `import pandas as pd

frame = pd.read_parquet("training.parquet")
print(frame["seller_shop_purchases_v1_mean"].mean())
`],
]);

const started = (): Promise<LspClient> => storeClient(workspace(), [report, joins, groups], { uri: joins, text: "price_sum_7d" });

test("hover and definition: columns lead to the aggregation and the derivation that make them", async () => {
  const each = await started();
  expect(await hover(each, joins, "mean /")).toMatch(/shop_purchases_v1_mean.*A day's share/s);
  expect(await hover(each, joins, "shop_purchases_v1_mean")).toMatch(/shop_purchases_v1.*What was bought/s);
  expect(await hover(each, report, "mean\"")).toMatch(/shop_purchases_v1_mean/);
  expect(await definitions(each, joins, "mean /")).toEqual(["group_bys/shop/purchases.py:6:72"]);
  expect(await definitions(each, joins, "price_sum_7d")).toEqual(["group_bys/shop/purchases.py:5:18"]);
  expect(await definitions(each, joins, "shop_purchases_v1_mean")).toEqual(["group_bys/shop/purchases.py:2:0"]);
});

test("completion: group-bys in an expression, then their features", async () => {
  const each = await started();
  await each.change(joins, [{ range: each.find(joins, "seller_shop_purchases_v1_mean"), text: "shop" }]);
  expect(await labels(each, joins, 'expression="shop')).toEqual(["shop_purchases_v1"]);
  await each.change(joins, [{ range: each.find(joins, "shop /"), text: "2 * shop_purchases_v1_ /" }]);
  expect(await labels(each, joins, "2 * shop_purchases_v1_")).toEqual(["price_sum_7d", "price_sum_30d", "mean"]);
});

test("references and rename: a derived feature is called so in every expression and column", async () => {
  const each = await started();
  const places = (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, joins, "mean /"), context: { includeDeclaration: true } }))
    .map(({ uri, range: { start } }) => `${uri.slice(10)}:${String(start.line)}`);
  expect(places).toEqual(["group_bys/shop/purchases.py:6", "joins/shop/training.py:6", "report.py:3"]);
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, joins, "mean /"), newName: "daily" });
  await each.apply(edit ?? {});
  expect(each.text(groups)).toContain('Derivation(name="daily", expression');
  expect(each.text(joins)).toContain('"seller_shop_purchases_v1_daily / (1 + ');
  expect(each.text(report)).toContain('frame["seller_shop_purchases_v1_daily"]');
});

test("what is named by its aggregation, or by file and variable, is not renamed", async () => {
  const each = await started();
  const failure = async (text: string): Promise<unknown> =>
    each.connection.sendRequest("textDocument/prepareRename", at(each, joins, text)).then(() => undefined, (error: unknown) => error);
  expect(await failure("price_sum_7d")).toBeInstanceOf(ResponseError);
  expect(String(await failure("price_sum_7d"))).toContain("is made of what stands in purchases.py, line 6");
  expect(String(await failure("shop_purchases_v1_mean"))).toContain("is made of what stands in purchases.py, line 3");
});

test("usage: a join takes all of a group-by", async () => {
  const each = await started();
  const lenses = await each.connection.sendRequest<CodeLens[] | null>("textDocument/codeLens", { textDocument: { uri: groups } });
  const shown: CodeLens[] = [];
  for (const lens of lenses ?? []) shown.push(lens.command ? lens : await each.connection.sendRequest<CodeLens>("codeLens/resolve", lens));
  expect(shown.map(({ command, range }) => `${each.textIn(groups, range)}: ${command?.title ?? ""}`)).toEqual(["mean: 1 service"]);
});
