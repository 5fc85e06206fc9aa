import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { run } from "./run-cli.ts";

const text = new TextDecoder();

async function imported(json: unknown, line = "features import in.json", files: Readonly<Record<string, string>> = {}): Promise<{ status: number; out: string; err: string; yaml: string | undefined }> {
  const { status, out, err, host } = await run({ ...files, "in.json": typeof json === "string" ? json : JSON.stringify(json) }, line);
  const yaml = await host.readFile("file:///project/features.yaml").then((bytes) => text.decode(bytes), () => undefined);
  return { status, out, err, yaml };
}

const group = {
  FeatureGroupName: "orders", Description: "Orders: of a customer", RecordIdentifierFeatureName: "customer_id", EventTimeFeatureName: "at",
  OnlineStoreConfig: { EnableOnlineStore: true },
  FeatureDefinitions: [
    { FeatureName: "customer_id", FeatureType: "Integral" }, { FeatureName: "at", FeatureType: "Fractional" },
    { FeatureName: "total", FeatureType: "Fractional" }, { FeatureName: "count", FeatureType: "Integral" },
  ],
};

const ordersYaml = `entities:
  customer_id:
    type: Integral
views:
  orders:
    description: "Orders: of a customer"
    entities: [customer_id]
    features:
      count: Integral
      total: Fractional
    online: true
`;

describe("seaworthy features import", () => {
  it("writes features.yaml, sorted", async () => {
    const { status, out, err, yaml } = await imported(group);
    expect([status, out, err]).toEqual([0, "wrote features.yaml: 1 view with 2 features from aws sagemaker describe-feature-group\n", ""]);
    expect(yaml).toBe(ordersYaml);
  });

  it("reads standard input and writes standard output", async () => {
    const { status, out, host } = await run({}, "features import - --out -", { stdin: JSON.stringify([group]) });
    expect([status, out]).toEqual([0, ordersYaml]);
    await expect(host.readFile("file:///project/features.yaml")).rejects.toThrow();
  });

  it("leaves a file alone that is there", async () => {
    const { status, err, yaml } = await imported(group, "features import in.json", { "features.yaml": "# mine\nviews: {}\n" });
    expect([status, yaml]).toEqual([2, "# mine\nviews: {}\n"]);
    expect(err).toContain("features.yaml is there already: --force writes into it, --out FILE elsewhere");
  });

  it("keeps comments and what it does not know, and names what goes, when told to write into it", async () => {
    const mine = `# The shop's features
references: "{view}.{feature}" # as the library writes them

views:
  # By hand
  old: {features: [x]}
  orders:
    owner: shop@example.com # ask first
    features:
      # in cents
      total: int # net
      gone: int
services:
  # For the front page
  front: {features: [orders.total]}
calls:
  - {function: shop.load, argument: names, role: training}
`;
    const { status, err, yaml } = await imported(group, "features import in.json --force", { "features.yaml": mine });
    expect(status).toBe(0);
    expect(err.split("\n")).toEqual([
      "warning: feature orders:gone is not in in.json any more and was removed", "warning: view old is not in in.json any more and was removed", "",
    ]);
    expect(yaml).toBe(`# The shop's features
references: "{view}.{feature}" # as the library writes them
entities:
  customer_id:
    type: Integral

views:
  orders:
    description: "Orders: of a customer"
    owner: shop@example.com # ask first
    entities: [customer_id]
    features:
      count: Integral
      # in cents
      total: Fractional # net
    online: true
services:
  # For the front page
  front: {features: [orders.total]}
calls:
  - {function: shop.load, argument: names, role: training}
`);
    const again = await imported(group, "features import in.json --force", { "features.yaml": yaml ?? "" });
    expect([again.yaml, again.out]).toEqual([yaml, "unchanged features.yaml: 1 view with 2 features from aws sagemaker describe-feature-group\n"]);
  });

  it("says when what stays by hand names what went", async () => {
    const { status, err } = await imported(group, "features import in.json --force", { "features.yaml": "views: {}\nservices: {m: {features: ['orders:tax']}}\n" });
    expect(status).toBe(0);
    expect(err).toContain("the view `orders` has no feature `tax`");
  });

  it.each([
    ["views: {a: &x {features: [b]}, c: *x}\n", "it uses anchors and aliases"],
    ["views: [a\n", "it is not valid YAML"],
    ["- a\n", "it holds no catalogue"],
  ])("does not write into %j", async (existing, reason) => {
    const { status, err, yaml } = await imported(group, "features import in.json --force", { "features.yaml": existing });
    expect([status, yaml]).toEqual([2, existing]);
    expect(err).toContain(`features.yaml cannot be written into: ${reason}`);
  });

  it.each<[string, unknown, string]>([
    ["no JSON", "{", "in.json is no JSON"],
    ["another object", { a: 1, b: [] }, "it is an object with a, b, and none of: lists of Feast's REST registry server"],
    ["an empty list", [], "it is an empty list"],
    ["a list of something else", [{ a: 1 }, 2], "it is a list of 2 items, the first an object with a"],
    ["one wrong item among right ones", [group, { FeatureGroupName: "x" }], "it is a list of 2 items"],
    ["a catalogue with a mistake", { views: { a: { ownr: "me" } } }, 'unknown key "ownr" (did you mean "owner"?)'],
  ])("refuses %s", async (_, json, reason) => {
    const { status, err, yaml } = await imported(json);
    expect([status, yaml]).toEqual([2, undefined]);
    expect(err).toContain(reason);
  });

  it("holds a format that is named against the file", async () => {
    const { status, err } = await imported(group, "features import in.json --from hopsworks");
    expect(status).toBe(2);
    expect(err).toContain("none of: feature groups of Hopsworks");
  });

  it.each([
    ["features import", "import what?"],
    ["features import a.json b.json", "one file at a time"],
    ["features import in.json --from featurestore", "--from is one of feast"],
  ])("%s: %s", async (line, message) => {
    const { status, err } = await run({ "in.json": "{}" }, line);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});

describe("formats of import", () => {
  async function catalogue(json: unknown): Promise<{ readonly content: unknown; readonly err: string }> {
    const { status, err, yaml } = await imported(json);
    expect([status, err.includes("error")]).toEqual([0, false]);
    return { content: parse(yaml ?? ""), err };
  }

  const spec = (name: string, rest: object): object => ({ spec: { name, project: "rides", ...rest }, meta: {} });
  const featureViews = [
    {
      type: "featureView",
      ...spec("stats", {
        entities: ["driver"], description: "Hourly", owner: "fleet@example.com", tags: { team: "fleet" }, ttl: "86400s", online: true,
        features: [{ name: "rate", valueType: "FLOAT", description: "Share" }, { name: "trips", valueType: "INT64" }],
        batchSource: { name: "stats_source", type: "BATCH_FILE" },
      }),
    },
    { type: "onDemandFeatureView", ...spec("scaled", { features: [{ name: "rate_x", valueType: "DOUBLE" }], sources: {} }) },
  ];

  it("Feast's REST server: everything at once", async () => {
    const { content } = await catalogue({
      project: "rides",
      objects: {
        entities: [spec("driver", { joinKey: "driver_id", valueType: "INT64" })],
        dataSources: [{ name: "stats_source", project: "rides", type: "BATCH_FILE", fileOptions: { uri: "data/stats.parquet" }, timestampField: "at" }],
        featureViews,
        featureServices: [spec("model_v1", { features: [{ featureViewName: "stats", featureColumns: [{ name: "trips", valueType: "INT64" }, { name: "rate", valueType: "FLOAT" }] }] })],
      },
      relationships: [],
    });
    expect(content).toEqual({
      store: "rides",
      entities: { driver: { key: "driver_id", type: "Int64" } },
      sources: { stats_source: { location: "data/stats.parquet", kind: "FileSource", timestamp: "at" } },
      views: {
        scaled: { features: { rate_x: "Float64" } },
        stats: {
          description: "Hourly", owner: "fleet@example.com", tags: { team: "fleet" }, entities: ["driver"],
          features: { rate: { type: "Float32", description: "Share" }, trips: "Int64" }, source: "stats_source", ttl: 86_400, online: true,
        },
      },
      services: { model_v1: { features: ["stats:trips", "stats:rate"] } },
    });
  });

  it("Feast's REST server: one list, with what is missing said", async () => {
    const { content } = await catalogue({ featureViews, pagination: { totalCount: 2 } });
    expect(Object.keys((content as { views: object }).views)).toEqual(["scaled", "stats"]);
    const { err } = await catalogue({ entities: [spec("driver", { joinKey: "driver_id" })], pagination: {} });
    expect(err).toContain("it holds no feature views");
  });

  it("Feast's REST server: several projects are refused", async () => {
    const { status, err } = await imported({ featureViews: [...featureViews, { spec: { name: "x", project: "food" } }] });
    expect(status).toBe(2);
    expect(err).toContain("it holds objects of several projects (food, rides)");
  });

  it("Feast's list of features", async () => {
    const { content } = await catalogue({ features: [{ name: "rate", featureView: "stats", type: "Float32", kind: "feature" }, { name: "constructor", featureView: "__proto__", type: "Int64" }] });
    expect(JSON.stringify(content)).toBe('{"views":{"__proto__":{"features":{"constructor":"Int64"}},"stats":{"features":{"rate":"Float32"}}}}');
  });

  const rows = [["stats", "rate", "Float32"], ["stats", "trips", "Int64"], ["fresh", "rate", "Float32"], ["fresh", "age", "Int64"], ["fresh", "km", "Int64"]] as const;

  it("the list of Feast's command line, which writes views and features under each other's key", async () => {
    const { content, err } = await catalogue(rows.map(([view, feature, dtype]) => ({ feature_name: view, feature_view: feature, dtype })));
    expect(content).toEqual({ views: { fresh: { features: { age: "Int64", km: "Int64", rate: "Float32" } }, stats: { features: { rate: "Float32", trips: "Int64" } } } });
    expect(err).toContain("views were taken from `feature_name`");
  });

  it("and that list as it should be", async () => {
    const { content, err } = await catalogue(rows.map(([view, feature, dtype]) => ({ feature_name: feature, feature_view: view, dtype })));
    expect(Object.keys((content as { views: object }).views)).toEqual(["fresh", "stats"]);
    expect(err).toBe("");
    const one = await imported([{ feature_name: "a", feature_view: "b", dtype: "Int64" }]);
    expect(one.status).toBe(2);
    expect(one.err).toContain("it cannot be seen which names are views");
  });

  it("Hopsworks: the newest version of each feature group", async () => {
    const feature = (name: string, type: string, primary = false): object => ({ name, type, primary, partition: false });
    const version = (number: number, ...features: readonly object[]): object => ({
      id: number, name: "transactions", version: number, description: "Card payments", onlineEnabled: true, eventTime: "at", type: "streamFeatureGroupDTO",
      features: [feature("card", "bigint", true), feature("at", "timestamp"), ...features],
    });
    const { content, err } = await catalogue({ count: 2, items: [version(2, feature("amount", "double"), feature("place", "string")), version(1, feature("amount", "double"))] });
    expect(content).toEqual({
      entities: { card: { type: "bigint" } },
      views: { transactions: { description: "Card payments", entities: ["card"], features: { amount: "double", place: "string" }, online: true, version: "2" } },
    });
    expect(err).toContain("1 older version was left out");
  });

  it("Databricks: tables of Unity Catalog", async () => {
    const { content, err } = await catalogue({
      tables: [
        {
          name: "users", full_name: "main.shop.users", owner: "shop", comment: "What we know of a user",
          columns: [{ name: "user_id", type_text: "bigint" }, { name: "ts", type_text: "timestamp" }, { name: "spend", type_text: "double", comment: "Last 30 days" }],
          table_constraints: [{ primary_key_constraint: { name: "pk", child_columns: ["user_id", "ts"], timeseries_columns: ["ts"] } }],
        },
        { name: "raw", full_name: "main.shop.raw", columns: [{ name: "a", type_name: "INT" }] },
      ],
    });
    expect(content).toEqual({
      entities: { user_id: { type: "bigint" } },
      views: {
        "main.shop.raw": { features: { a: "INT" } },
        "main.shop.users": { description: "What we know of a user", owner: "shop", entities: ["user_id"], features: { spend: { type: "double", description: "Last 30 days" } } },
      },
    });
    expect(err).toContain("no primary key, so no entity: main.shop.raw");
  });

  it("SageMaker: an answer that goes on leaves the view open", async () => {
    const { content, err } = await catalogue({ ...group, NextToken: "abc" });
    expect(content).toMatchObject({ views: { orders: { open: true } } });
    expect(err).toContain("so these are open: orders");
  });

  it("Featureform: variants are the features", async () => {
    const { content } = await catalogue([
      {
        "all-variants": ["v1", "v2"], type: "Feature", "default-variant": "v2", name: "avg_price",
        variants: {
          v1: { name: "avg_price", variant: "v1", entity: "user", "data-type": "float32", description: "Old", owner: "me", tags: ["price"] },
          v2: { name: "avg_price", variant: "v2", entity: "user", "data-type": "float64", description: "", owner: "me", tags: [] },
        },
      },
      { "all-variants": ["v1"], type: "TrainingSet", "default-variant": "v1", name: "fraud", variants: { v1: { features: { avg_price: [{ name: "avg_price", variant: "v2" }] }, owner: "me" } } },
    ]);
    expect(content).toEqual({
      references: "{view}.{feature}",
      entities: { user: null },
      views: { avg_price: { entities: ["user"], features: { v1: { type: "float32", description: "Old", owner: "me", tags: { price: "" } }, v2: { type: "float64", owner: "me" } } } },
      services: { "fraud.v1": { features: ["avg_price.v2"], owner: "me" } },
    });
  });

  it("a catalogue as JSON", async () => {
    const plain = { store: "s", views: { b: ["y", "x"], a: { features: ["z"] } }, services: { m: { features: ["b:x"] } }, calls: [{ method: "get", position: 0, role: "serving" }] };
    const refused = await imported(plain);
    expect(refused.status).toBe(2);
    const { content } = await catalogue({ ...plain, views: { b: { features: ["y", "x"] }, a: { features: { z: "int" }, entities: "u" } } });
    expect(content).toEqual({
      store: "s", views: { a: { entities: "u", features: { z: "int" } }, b: { features: { x: null, y: null } } }, services: { m: { features: ["b:x"] } },
      calls: [{ method: "get", position: 0, role: "serving" }],
    });
  });
});
