/** A store that features.yaml describes over the wire, with lists of references in YAML and JSON. */
import { type Diagnostic, type Location, type LocationLink, type WorkspaceEdit } from "vscode-languageserver/node";
import { afterEach, expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { eventually, vscodeProfile, type LspClient } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";
import { at, hover, labels } from "./questions.ts";

const catalogue = "file:///w/features.yaml";
const settings = "file:///w/seaworthy.toml";
const train = "file:///w/train.py";
const serve = "file:///w/serve.py";
const loading = "file:///w/shop/loading.py";
const config = "file:///w/config/model.yaml";

const workspace = (): Map<string, string> => new Map([
  [catalogue, `store: shop
references: "{view}.{feature}"
views:
  customer_stats:
    description: Orders of a customer
    features:
      # of thirty days
      orders: Int64
      "rating": {type: Float64, description: Mean of all reviews}
services:
  front: {features: [customer_stats.rating]}
calls:
  - {function: shop.loading.load, argument: names, position: 0, role: training}
  - {method: lookup, argument: names, position: 0, role: serving}
`],
  [settings, '[[features.references]]\nfiles = ["config/*.yaml"]\npath = "model.features[*]"\nrole = "serving"\n'],
  [loading, "def load(names):\n    return names\n"],
  [train, 'from shop.loading import load\n\nframe = load(["customer_stats.orders", "customer_stats.rating"])\nprint(frame["rating"].mean())\n'],
  [serve, 'def answer(store, key):\n    return store.lookup(["customer_stats.rating"], key)\n'],
  [config, "model:\n  features:\n    - customer_stats.rating # the mean\n    - customer_stats.orders\n    - customer_stats.ordrs\n"],
]);

let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

async function started(files = workspace()): Promise<LspClient> {
  const made = toyClient({ ...vscodeProfile, previews: true, files }, files, rules);
  client = made;
  await made.initialize(["file:///w"]);
  await made.open(train, files.get(train) ?? "");
  await made.settled();
  await eventually(async () => ((await hover(made, train, "rating")) ?? undefined));
  return made;
}

function textOf(message: Diagnostic["message"]): string {
  return typeof message === "string" ? message : message.value;
}

test("hover, completion and definition in code", async () => {
  const each = await started();
  expect(await hover(each, train, "rating")).toMatch(/customer_stats\.rating.*Float64.*Mean of all reviews/s);
  expect(await hover(each, train, "customer_stats")).toMatch(/Orders of a customer/);
  const [link] = (await each.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(each, train, "rating"))) ?? [];
  expect([link?.targetUri, link?.targetSelectionRange]).toEqual([catalogue, { start: { line: 8, character: 7 }, end: { line: 8, character: 13 } }]);
  await each.change(train, [{ range: each.find(train, "customer_stats.rating"), text: "customer_stats." }]);
  expect(await labels(each, train, ', "customer_stats.')).toEqual(["rating", "orders"]);
  await each.change(train, [{ range: each.find(train, '"customer_stats."'), text: '"cust"' }]);
  expect(await labels(each, train, ', "cust')).toContain("customer_stats");
});

test("references are found in code, in the services of the catalogue and in lists", async () => {
  const each = await started();
  const places = async (text: string): Promise<readonly string[]> =>
    (await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, train, text), context: { includeDeclaration: true } }))
      .map(({ uri, range: { start, end } }) => `${uri.slice(10)}:${String(start.line)}:${String(start.character)}-${String(end.character)}`);
  expect(await places("rating")).toEqual([
    "config/model.yaml:2:21-27", "features.yaml:8:7-13", "features.yaml:10:36-42", "serve.py:1:41-47", "train.py:2:55-61",
  ]);
  expect(await places("customer_stats")).toEqual([
    "config/model.yaml:2:6-20", "config/model.yaml:3:6-20", "config/model.yaml:4:6-20", "features.yaml:3:2-16", "features.yaml:10:21-35", "serve.py:1:26-40", "train.py:2:15-29", "train.py:2:40-54",
  ]);
});

test("rename goes through code, catalogue and lists, and keeps their comments", async () => {
  const each = await started();
  const rename = (text: string, newName: string): Promise<WorkspaceEdit | null> =>
    each.connection.sendRequest("textDocument/rename", { ...at(each, train, text), newName });
  const edit = await rename("orders", "orders_30d");
  expect(edit?.changeAnnotations?.["name"]?.description).not.toContain("Feast");
  await each.apply(edit ?? {});
  expect(each.text(train)).toContain('"customer_stats.orders_30d", "customer_stats.rating"');
  expect(each.created.get(catalogue)).toContain("      # of thirty days\n      orders_30d: Int64\n");
  expect(each.created.get(config)).toContain("    - customer_stats.rating # the mean\n    - customer_stats.orders_30d\n    - customer_stats.ordrs\n");
});

test("what is wrong is shown in features.yaml and in the lists, and follows both", async () => {
  const files = workspace();
  const each = await started(files);
  const messages = async (uri: string, ...lines: readonly number[]): Promise<readonly string[]> =>
    (await each.diagnostics(uri, (shown) => JSON.stringify(shown.map(({ range }) => range.start.line)) === JSON.stringify(lines))).map(({ code, message, range }) => `${String(range.start.line)} ${String(code)}: ${textOf(message)}`);
  expect(await messages(config, 4)).toEqual(['4 unknown-feature: "customer_stats" has no feature "ordrs" (did you mean "orders"?)']);
  expect(await messages(catalogue)).toEqual([]);
  files.set(catalogue, (files.get(catalogue) ?? "").replace("orders: Int64", "ordrs: Int64").replace("front:", "front: {features: [customer_stats.none]}\n  back:"));
  await each.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: catalogue, type: 2 }] });
  expect(await messages(config, 3)).toEqual(['3 unknown-feature: "customer_stats" has no feature "orders" (did you mean "ordrs"?)']);
  expect(await messages(catalogue, 10)).toEqual(["10 feature-store: the view `customer_stats` has no feature `none`"]);
  expect((await each.diagnostics(train, (shown) => shown.length === 1)).map(({ message }) => message)).toEqual(['"customer_stats" has no feature "orders" (did you mean "ordrs"?)']);
  files.set(settings, "");
  await each.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: settings, type: 2 }] });
  expect(await messages(config)).toEqual([]);
  files.delete(catalogue);
  await each.connection.sendNotification("workspace/didChangeWatchedFiles", { changes: [{ uri: catalogue, type: 3 }] });
  expect(await messages(catalogue)).toEqual([]);
  await each.diagnostics(train, (shown) => shown.length === 0);
});

test("in a list: hover, completion, definition, references and rename, as it stands in the editor", async () => {
  const files = workspace();
  const each = await started(files);
  await each.open(config, files.get(config) ?? "", "yaml");
  await each.settled();
  expect(await hover(each, config, "rating")).toMatch(/customer_stats\.rating.*Mean of all reviews/s);
  expect(await hover(each, config, "the mean")).toBeNull();
  const [link] = (await each.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(each, config, "orders"))) ?? [];
  expect([link?.targetUri, link?.targetSelectionRange.start]).toEqual([catalogue, { line: 7, character: 6 }]);
  const found = await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, config, "rating"), context: { includeDeclaration: false } });
  expect(found.map(({ uri }) => uri)).toEqual([config, catalogue, serve, train]);

  await each.change(config, [{ range: each.find(config, "customer_stats.ordrs"), text: "customer_stats.or" }]);
  expect(await labels(each, config, "    - customer_stats.orders\n    - customer_stats.or")).toEqual(["orders"]);
  expect((await each.diagnostics(config, (shown) => shown.some(({ message }) => textOf(message).includes('"or"')))).length).toBe(1);
  const typo = each.find(config, "customer_stats.or\n");
  await each.change(config, [{ range: typo, text: "customer_stats.ordes\n" }]);
  const [shownTypo] = await each.diagnostics(config, (shown) => shown.some(({ message }) => textOf(message).includes('"ordes"')));
  const [fix] = await each.codeActions(config, shownTypo?.range ?? typo);
  expect([fix?.title, fix?.kind]).toEqual(['Replace with "customer_stats.orders"', "quickfix"]);
  await each.take(fix);
  expect(each.text(config)).toContain("    - customer_stats.orders\n    - customer_stats.orders\n");
  await each.change(config, [{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 27 } }, text: "customer_stats.or" }]);
  await each.change(config, [{ range: { start: each.find(config, "customer_stats.or\n").start, end: { line: 4, character: 23 } }, text: "cust" }]);
  expect(await labels(each, config, "    - customer_stats.orders\n    - cust")).toContain("customer_stats");
  await each.change(config, [{ range: { start: { line: 4, character: 6 }, end: { line: 4, character: 10 } }, text: "customer_stats.orders" }]);
  await each.diagnostics(config, (shown) => shown.length === 0);
  const edit = await each.connection.sendRequest<WorkspaceEdit | null>("textDocument/rename", { ...at(each, config, "rating"), newName: "mean_rating" });
  await each.apply(edit ?? {});
  expect(each.text(config)).toBe("model:\n  features:\n    - customer_stats.mean_rating # the mean\n    - customer_stats.orders\n    - customer_stats.orders\n");
  expect(each.text(train)).toContain('"customer_stats.mean_rating"');
  expect(each.created.get(catalogue)).toContain('"mean_rating": {type: Float64');
  expect(each.created.get(catalogue)).toContain("[customer_stats.mean_rating]");
});

test("in features.yaml: references and rename at a definition, and edits that are not saved count", async () => {
  const files = workspace();
  const each = await started(files);
  await each.open(catalogue, files.get(catalogue) ?? "", "yaml");
  const prepared = await eventually(async () => (await each.connection.sendRequest<{ placeholder: string } | null>("textDocument/prepareRename", at(each, catalogue, "orders:"))) ?? undefined);
  expect(prepared).toEqual({ placeholder: "orders", range: { start: { line: 7, character: 6 }, end: { line: 7, character: 12 } } });
  const found = await each.connection.sendRequest<Location[]>("textDocument/references", { ...at(each, catalogue, "orders:"), context: { includeDeclaration: true } });
  expect(found.map(({ uri }) => uri)).toEqual([config, catalogue, train]);
  await each.change(catalogue, [{ range: each.find(catalogue, "orders"), text: "ordrs" }]);
  expect((await each.diagnostics(train, (shown) => shown.length === 1)).map(({ message }) => message)).toEqual(['"customer_stats" has no feature "orders" (did you mean "ordrs"?)']);
  await each.connection.sendNotification("textDocument/didClose", { textDocument: { uri: catalogue } });
  await each.diagnostics(train, (shown) => shown.length === 0);
});

test("a client that can is asked for just the files that name features", async () => {
  const files = workspace();
  const made = toyClient({ ...vscodeProfile, files, texts: true }, files, rules);
  client = made;
  await made.initialize(["file:///w"]);
  await made.open(train, files.get(train) ?? "");
  const asked = await eventually(async () => made.registrations.find(({ method }) => method === "textDocument/hover"));
  expect(asked.registerOptions).toEqual({ documentSelector: [{ pattern: "**/config/model.yaml" }, { pattern: "**/w/features.yaml" }] });
  expect(made.registrations.filter(({ registerOptions }) => JSON.stringify(registerOptions).includes("documentSelector")).map(({ method }) => method).toSorted()).toEqual(
    expect.arrayContaining(["textDocument/codeAction", "textDocument/completion", "textDocument/definition", "textDocument/didChange", "textDocument/didClose", "textDocument/didOpen", "textDocument/references", "textDocument/rename"]));
});
