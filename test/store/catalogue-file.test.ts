import { Ajv } from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { parse } from "yaml";
import { readSettingsFile } from "../../server/analysis/engine/settings-file.ts";
import { importFormats } from "../../server/analysis/store/import/formats.ts";
import { catalogueKeys } from "../../server/analysis/store/catalogue-keys.ts";
import { isCatalogueFile, readCatalogueFile } from "../../server/analysis/store/catalogue-file.ts";
import type { CatalogueContent } from "../../server/analysis/store/catalogue-file.ts";
import { catalogueSchema } from "../../server/analysis/store/catalogue-schema.ts";
import { readLocated } from "../../server/analysis/store/located-value.ts";
import { patternGrammar } from "../../server/analysis/store/reference-pattern.ts";
import { SourceText } from "../../server/analysis/text/source-text.ts";

const uri = "file:///shop/features.yaml";

function read(text: string): CatalogueContent {
  return readCatalogueFile(uri, new SourceText(text));
}

/** Problems as `written text: message`. */
function problems(text: string): readonly string[] {
  return read(text).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

const shop = `# What the recommender knows.
store: shop
references: "{view}.{feature}"

entities:
  customer: customer_id
  product: {key: sku, type: string, description: What is sold}

views:
  customer_stats:
    description: Orders of a customer
    owner: growth@example.com
    tags: {team: growth, tier: 1}
    entities: customer
    source: orders_daily
    ttl: 86400
    features:
      orders_30d: Int64
      "rating": {type: Float64, description: Mean of all reviews, owner: reviews@example.com}
      score_v1:
        deprecated: until 2027
        replaced-by: customer_stats.rating
  product_stats:
    entities: [product]
    features: [views_1d, clicks_1d]
  clicks:
    entities: [customer, product]
    open: true
    features:
      last:

sources:
  orders_daily: {location: warehouse.orders, timestamp: ordered_at}

services:
  recommender:
    owner: growth@example.com
    features:
      - customer_stats.rating
      - product_stats.views_1d
      - customer_stats.orders_30d

calls:
  - function: shop.features.load
    argument: names
    position: 0
    role: training
  - {method: lookup, position: 1, takes: service, role: serving}
`;

describe("features.yaml", () => {
  it("is read whole", () => {
    const content = read(shop);
    expect(content).toMatchObject({ name: "shop", complete: true, problems: [] });
    expect(content.entities.map(({ name, joinKey, valueType, description }) => [name, joinKey, valueType, description])).toEqual([
      ["customer", "customer_id", undefined, undefined], ["product", "sku", "string", "What is sold"],
    ]);
    expect(content.views.map(({ name, entities, open, fields }) => [name, entities, open, fields.map((field) => `${field.name} ${field.dtype ?? ""}`)])).toEqual([
      ["customer_stats", ["customer"], false, ["orders_30d Int64", "rating Float64", "score_v1 "]],
      ["product_stats", ["product"], false, ["views_1d ", "clicks_1d "]],
      ["clicks", ["customer", "product"], true, ["last "]],
    ]);
    const [stats] = content.views;
    expect(stats).toMatchObject({ description: "Orders of a customer", owner: "growth@example.com", source: "orders_daily", ttlSeconds: 86_400 });
    expect([...stats?.tags ?? []]).toEqual([["team", "growth"], ["tier", "1"]]);
    expect([...stats?.fields[1]?.tags ?? []]).toEqual([["owner", "reviews@example.com"]]);
    expect([...stats?.fields[2]?.tags ?? []]).toEqual([["deprecated", "until 2027"], ["replaced_by", "customer_stats.rating"]]);
    expect(content.sources).toMatchObject([{ name: "orders_daily", location: "warehouse.orders", timestampField: "ordered_at" }]);
    expect(content.services).toMatchObject([{ name: "recommender", closed: true, features: [
      { view: "customer_stats", field: "rating" }, { view: "product_stats", field: "views_1d" }, { view: "customer_stats", field: "orders_30d" },
    ] }]);
    expect(content.services[0]?.selections.map(({ view, fields }) => [view, fields])).toEqual([["customer_stats", ["rating", "orders_30d"]], ["product_stats", ["views_1d"]]]);
    expect(content.calls).toEqual([
      { callee: { kind: "function", name: "shop.features.load" }, keyword: "names", position: 0, takes: "references", role: "training" },
      { callee: { kind: "method", name: "lookup" }, keyword: undefined, position: 1, takes: "service", role: "serving" },
    ]);
    expect(content.splits).toEqual([{ separator: ".", at: "first" }]);
  });

  it("has each name where it is written, quotes left out", () => {
    const { views, services, entities } = read(shop);
    for (const { name, definition } of [...views, ...views.flatMap(({ fields }) => fields), ...services, ...entities]) {
      expect(shop.slice(definition?.start, definition?.end)).toBe(name);
      expect(definition).toMatchObject({ uri, line: shop.slice(0, definition?.start).split("\n").length - 1 });
    }
  });

  it("is read as JSON, too", () => {
    const text = '{\n\t"views": {\n\t\t"stats": {"features": ["a", "b"]}\n\t}\n}\n';
    const { views, problems: found } = read(text);
    expect(found).toEqual([]);
    expect(views[0]?.fields.map(({ definition }) => text.slice(definition?.start, definition?.end))).toEqual(["a", "b"]);
  });

  it.each(["", "# nothing yet\n", "store: shop\n", "views:\n"])("says nothing wrong of %j", (text) => {
    expect(read(text)).toMatchObject({ views: [], problems: [], complete: true });
  });

  it("reads names that YAML takes for something else as names", () => {
    expect(read("views:\n  1: {features: [no, 2024, 1.0, ~]}\n").views.map(({ name, fields }) => [name, fields.map((field) => field.name)])).toEqual([["1", ["no", "2024", "1.0"]]]);
  });

  it("follows aliases and merge keys", () => {
    const { views, problems: found } = read("views:\n  a: &base\n    owner: me\n    features: [x]\n  b:\n    <<: *base\n    owner: you\n  c: *base\n");
    expect(found).toEqual([]);
    expect(views.map(({ name, owner, fields }) => [name, owner, fields.length])).toEqual([["a", "me", 1], ["b", "you", 1], ["c", "me", 1]]);
  });

  it("gives up on aliases that multiply", () => {
    const bomb = `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${Array.from({ length: 8 }, (_, at) => `a${String(at + 1)}: &a${String(at + 1)} [${Array.from({ length: 10 }, () => `*a${String(at)}`).join(", ")}]\n`).join("")}`;
    expect(read(`${bomb}views: *a8\n`).problems.map(({ message }) => message)).toContain("too much: what stands from here on was not read");
  });

  it.each<[string, readonly string[]]>([
    ["veiws: {}\n", ['veiws: unknown key "veiws" (did you mean "views"?)']],
    ["- a\n", ["- a\n: a table is expected here: store, references, open, entities ..."]],
    ["views: stats\n", ["stats: names are expected here, each the key of what is said of a view"]],
    ["views:\n  a:\n    ownr: me\n    features: [x]\n", ['ownr: unknown key "ownr" (did you mean "owner"?)']],
    ["views:\n  a:\n    features:\n      - name: x\n", ["name: x\n: the name of a feature is expected here; to say more of it, make its name a key: `name: ...`, without the hyphen"]],
    ["views:\n  a:\n    features:\n      x: [1]\n", ["[1]: a text or a table is expected here: type, description, owner, tags ..."]],
    ["views:\n  a: {features: [x]}\n  a: {features: [y]}\n", ["a: `a` stands here twice: only the first counts"]],
    ["views:\n  a: {features: [x], open: maybe}\n", ["maybe: true or false is expected here"]],
    ["views:\n  a: {features: [x], ttl: 1d}\n", ["1d: a whole number is expected here"]],
    ["entities: [customer]\nviews:\n  a: {entities: [custmer], features: [x]}\n", ["custmer: there is no entity `custmer` (did you mean \"customer\"?)"]],
    ["views:\n  a: {entities: [custmer], features: [x]}\n", []],
    ["references: {view}:{feature}\n", ["{view}: a pattern is expected here, such as {view}:{feature}, in quotes", ":{feature}: not valid: Unexpected scalar at node end"]],
    ["references: '{vew}:{feature}'\n", ["{vew}:{feature}: `{view}`, something between, and `{feature}` is expected here, such as {view}:{feature}"]],
    ["references: '{view}{feature}'\n", ["{view}{feature}: `{view}`, something between, and `{feature}` is expected here, such as {view}:{feature}"]],
    ["views:\n  stats: {features: [rate]}\nservices:\n  m: {features: ['stats:rte', stas:rate, rate]}\n", [
      'rte: the view `stats` has no feature `rte` (did you mean "rate"?)', 'stas: there is no view `stas` (did you mean "stats"?)', "rate: `rate` is no reference: view:feature is expected here",
    ]],
    ["open: true\nviews:\n  stats: {features: [rate], open: true}\nservices:\n  m: {features: ['stats:rte', 'other:rate']}\n", []],
    ["services:\n  m: {owner: me}\n", ["owner: `features` is missing here"]],
    ["calls:\n  - {function: a.b, role: training}\n", ["function: `argument` or `position` must say where the references are"]],
    ["calls:\n  - {argument: x, role: training}\n", ["argument: one of `function` and `method` is expected here"]],
    ["calls:\n  - {method: f, argument: x}\n", ["method: `role` is missing here"]],
    ["calls:\n  - {method: f, argument: x, role: trainning}\n", ['trainning: training or serving is expected here (did you mean "training"?)']],
  ])("%j", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  it.each([["views:\n", true], [shop, true], ["- views\n", false], ["flags: {views: on}\n", false], ["", false]])("knows a file by its views: %j", (text, expected) => {
    expect(isCatalogueFile(readLocated(text))).toBe(expected);
  });

  it("leaves what a mistake is about open, and the rest as it is", () => {
    const { views, complete } = read("views:\n  a: {features: 5}\n  b: {features: [x, {name: y}]}\n  c: {features: [x], ttl: soon}\n  d: {features: [x]}\n  e: {owner: me}\n  f: 5\n");
    expect(views.map(({ name, open }) => `${name} ${open ? "open" : "closed"}`)).toEqual(["a open", "b open", "c open", "d closed", "e open", "f open"]);
    expect(complete).toBe(true);
    expect(read("views: 5\n").complete).toBe(false);
    expect(read("open: true\nviews: {a: {features: [x]}}\n").complete).toBe(false);
    const broken = read("views:\n  a: {features: [x]}\n  b: {features: [x\n");
    expect(broken.complete).toBe(false);
    expect(broken.problems[0]?.message).toContain("not valid");
    expect(broken.views.map(({ name }) => name)).toContain("a");
  });

  it.each([
    [["{view}:{feature}"], [], "stats:a:b", "stats", "a:b"],
    [["{view}.{feature}"], ["main.sales.orders"], "main.sales.orders.total", "main.sales.orders", "total"],
    [["{view}.{feature}"], ["orders"], "orders.total.x", "orders", "total.x"],
    [["{view}__{feature}"], ["stats"], "stats__rate", "stats", "rate"],
    [["{view}:{feature}", "{view}__{feature}"], ["stats"], "stats__rate", "stats", "rate"],
    [["{view}:{feature}", "{view}__{feature}"], ["stats"], "stats:my__rate", "stats", "my__rate"],
    [["{view}:{feature}"], ["stats"], "stats", "stats", undefined],
  ])("reads references by %j with views %j: %s", (patterns, views, text, view, feature) => {
    const { splits } = read(JSON.stringify({ references: patterns, views: Object.fromEntries(views.map((name) => [name, { features: ["x"] }])) }));
    const parsed = patternGrammar(splits).parse(text);
    expect([parsed.view.name, parsed.feature?.name]).toEqual([view, feature]);
    expect(text.slice(parsed.view.start, parsed.view.end)).toBe(view);
  });
});

describe("the schema of features.yaml", () => {
  it("describes every key", () => {
    const schema = catalogueSchema() as { readonly then: { readonly properties: Readonly<Record<string, { readonly description: string }>> } };
    const { properties } = schema.then;
    expect(Object.keys(properties)).toEqual(catalogueKeys.keys.map(({ name }) => name));
    for (const { name, description } of catalogueKeys.keys) expect(properties[name]?.description).toBe(description);
  });

  const validate = new Ajv({ allowUnionTypes: true }).compile(catalogueSchema());

  it.each([shop, "views: {a: }\n", "views: [a, b]\n", "views: {}\nreferences: ['{view}:{feature}']\n", "views: {}\nservices: {m: {features: 'a:b'}}\n"])("takes what is right: %j", (text) => {
    expect(validate(parse(text)) ? [] : validate.errors).toEqual([]);
    expect(read(text).problems.filter(({ message }) => !message.startsWith("there is no view"))).toEqual([]);
  });

  it.each([
    "views: {}\nveiws: {}\n", "views: stats\n", "views: {a: {ownr: me}}\n", "views: {a: {features: [{name: x}]}}\n", "views: {a: {features: {x: [1]}}}\n",
    "views: {a: {features: [x], open: maybe}}\n", "views: {a: {ttl: 1d}}\n", "views: {}\nreferences: '{vew}:{feature}'\n", "views: {}\nservices: {m: {owner: me}}\n",
    "views: {}\ncalls: [{argument: x, role: training}]\n", "views: {}\ncalls: [{method: f, argument: x}]\n",
    "views: {}\ncalls: [{method: f, function: g, argument: x, role: serving}]\n",
  ])("and refuses what is not: %j", (text) => {
    expect(validate(parse(text))).toBe(false);
    expect(read(text).problems).not.toEqual([]);
  });
});

test("the page of features.yaml shows every key, and nothing that is not right", () => {
  const page = readFileSync(join(import.meta.dirname, "../../docs/features-yaml.md"), "utf8");
  const [, example = ""] = /```yaml\n([^]*?)```/u.exec(page) ?? [];
  expect(problems(example)).toEqual([]);
  for (const { name } of catalogueKeys.keys) if (name !== "open" && name !== "sources") expect(example).toMatch(new RegExp(`^${name}:`, "mu"));
  const [, settings = ""] = /```toml\n([^]*?)```/u.exec(page) ?? [];
  expect(readSettingsFile(settings, "seaworthy.toml", [])?.problems).toEqual([]);
  for (const { name } of importFormats) expect(page).toContain(`\`${name}\``);
});
