import { describe, expect, it } from "vitest";
import { rules } from "../../rules/index.ts";
import { run as runWith } from "./run-cli.ts";
import type { Ran } from "./run-cli.ts";

const run = (files: Readonly<Record<string, string>>, line: string): Promise<Ran> => runWith(files, line, { rules });

const catalogue = `references: "{view}.{feature}"
views:
  stats: {features: {rating: Float64, orders: Int64}}
  events: {open: true, features: [last]}
services:
  front: {features: [stats.rating]}
`;
const settings = `[[features.references]]
files = ["config/*.yaml", "config/*.json"]
path = "model.features[*]"
role = "training"
`;
const files = {
  "features.yaml": catalogue,
  "seaworthy.toml": settings,
  "train.py": "print('no word of stores')\n",
  "config/train.yaml": "model:\n  features:\n    - stats.rating\n    - stats.ratng\n    - 'stat.orders'\n    - events.whatever\n    - stats:orders\n    - 7\n",
  "config/serve.json": '{"model": {"features": ["stats.orders", "stats.order"]}}',
  "other/train.yaml": "model: {features: [stats.nothing]}\n",
};

describe("references in YAML and JSON files on the command line", () => {
  it("are checked with the code", async () => {
    const { status, out } = await run(files, "check --format json");
    expect(status).toBe(1);
    const { findings, summary } = JSON.parse(out) as { findings: readonly { path: string; rule: string; message: string; line: number; column: number; endColumn: number; fixes: readonly object[] }[]; summary: { files: number } };
    expect(findings.map(({ path, rule, line, column, endColumn, message }) => `${path}:${String(line)}:${String(column)}-${String(endColumn)} ${rule}: ${message}`)).toEqual([
      'config/serve.json:1:48-53 unknown-feature: "stats" has no feature "order" (did you mean "orders"?)',
      'config/train.yaml:4:13-18 unknown-feature: "stats" has no feature "ratng" (did you mean "rating"?)',
      'config/train.yaml:5:8-12 unknown-feature: No view "stat" (did you mean "stats"?)',
      'config/train.yaml:7:7-19 malformed-feature-reference: "stats:orders" names no feature: the form is "stats.orders"',
    ]);
    // `seaworthy fix` edits code alone, and nothing else is promised.
    expect(findings.flatMap(({ fixes }) => fixes)).toEqual([]);
    expect(summary.files).toBe(1);
  });

  it.each([
    ["check config", 4], ["check other", 0], ["check train.py", 0], ["check --ignore unknown-feature", 1], ["check --select pandas", 0], ["check --no-config", 0],
  ])("%s finds %i", async (line, count) => {
    const { out } = await run(files, `${line} --format json`);
    expect((JSON.parse(out) as { findings: readonly object[] }).findings).toHaveLength(count);
  });

  it("follow severity and exclude", async () => {
    const { status } = await run({ ...files, "seaworthy.toml": `exclude = ["config/serve.json"]\n[severity]\nunknown-feature = "hint"\nmalformed-feature-reference = "hint"\n${settings}` }, "check");
    expect(status).toBe(0);
    const { out } = await run({ ...files, "seaworthy.toml": `exclude = ["config/serve.json"]\n${settings}` }, "check --format json");
    expect((JSON.parse(out) as { findings: readonly object[] }).findings).toHaveLength(3);
  });

  it("are shown in their file", async () => {
    const { out } = await run(files, "check config/train.yaml config");
    expect(out).toContain("config/train.yaml");
    expect(out).toContain("stats.ratng");
  });

  it("a mistake in the catalogue is told, and silences what it is about", async () => {
    const { out, err } = await run({ ...files, "features.yaml": catalogue.replace("orders: Int64}", "orders: Int64, [x]: 1}") }, "check --format json");
    expect(err).toContain("features.yaml:3");
    expect(out).not.toContain('has no feature "ratng"');
  });

  it("of Feast are checked as well", async () => {
    const feast = {
      "repo/feature_store.yaml": "project: p\nregistry: r.db\n",
      "repo/views.py": "from feast import FeatureView, Field, FileSource\nfrom feast.types import Int64\nsource = FileSource(path='a.parquet')\nstats = FeatureView(name='stats', schema=[Field(name='rating', dtype=Int64)], source=source)\n",
      "seaworthy.toml": settings,
      "config/a.yaml": "model:\n  features: ['stats:rating', 'stats:ratin']\n",
    };
    const { out } = await run(feast, "check config --format json");
    expect((JSON.parse(out) as { findings: readonly { message: string }[] }).findings.map(({ message }) => message)).toEqual(['"stats" has no feature "ratin" (did you mean "rating"?)']);
  });
});

describe("lists for training and for serving in YAML files", () => {
  const both = (training: string, serving: string): Readonly<Record<string, string>> => ({
    "features.yaml": "references: '{view}.{feature}'\nviews: {s: {features: [a, b, c, d, e]}}\n",
    "seaworthy.toml": ["train", "serve"].map((name) => `[[features.references]]\nfiles = ["${name}.yaml"]\npath = "features"\nrole = "${name === "train" ? "training" : "serving"}"\n`).join(""),
    "train.yaml": `features: [${training}]\n`, "serve.yaml": `features: [${serving}]\n`, "a.py": "",
  });

  it.each<[string, string, readonly string[]]>([
    ["s.a, s.b, s.c", "s.c, s.b, s.a", []],
    ["s.a, s.b, s.c", "s.a, s.b", ['serve.yaml:1:12 Served without "s.c", which the model is trained on']],
    ["s.a, s.b, s.c, s.d", "s.a, s.b", ['serve.yaml:1:12 Served without "s.c" and 1 more, which the model is trained on']],
    ["s.a, s.b", "s.a, s.b, s.e", ['serve.yaml:1:22 Served with "s.e", which the model is not trained on']],
    // Another model's.
    ["s.a, s.b", "s.d, s.e", []],
    // Told as unknown, and nothing is concluded from it.
    ["s.a, s.b", "s.a, s.nothing", ['serve.yaml:1:19 "s" has no feature "nothing"']],
  ])("trained on %s, served with %s", async (training, serving, expected) => {
    const { out } = await run(both(training, serving), "check --format json");
    const { findings } = JSON.parse(out) as { findings: readonly { path: string; line: number; column: number; message: string }[] };
    expect(findings.map(({ path, line, column, message }) => `${path}:${String(line)}:${String(column)} ${message}`)).toEqual(expected);
  });
});

describe("a store that features.yaml describes, on the command line", () => {
  it("is known to code that does not speak of stores", async () => {
    const code = "from shop.loading import load\n\nrows = load(['stats.rating', 'stats.ratng'])\n";
    const files = {
      "features.yaml": `${catalogue}calls:\n  - {function: shop.loading.load, argument: names, position: 0, role: training}\n`,
      "shop/__init__.py": "", "shop/loading.py": "def load(names):\n    return names\n", "train.py": code,
    };
    const { out } = await run(files, "check train.py --select unknown-feature --format json");
    expect((JSON.parse(out) as { findings: readonly { message: string }[] }).findings.map(({ message }) => message)).toEqual(['"stats" has no feature "ratng" (did you mean "rating"?)']);
  });
});
