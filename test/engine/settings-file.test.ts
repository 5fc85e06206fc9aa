import { expect, test } from "vitest";
import { combineLayers, readSettingsFile } from "../../server/analysis/engine/settings-file.ts";
import { settingsKeys } from "../../server/analysis/engine/settings-keys.ts";
import { settingsSchema } from "../../server/analysis/engine/settings-schema.ts";

const rules = [
  { name: "hardcoded-path", topic: "data-access", summary: "A path of one machine" },
  { name: "nan-comparison", topic: "pandas", summary: "A comparison with NaN" },
  {
    name: "long-function", topic: "modularity", summary: "Too long",
    options: { statements: { description: "How many.", default: 60, least: 5, most: 1000 }, complexity: { description: "How deep.", default: 15, least: 1, most: 500 } },
  },
] as const;

/** Reads a seaworthy.toml; problems as `"text in question": message`. */
function read(text: string) {
  const file = readSettingsFile(text, "seaworthy.toml", rules);
  if (!file) throw new Error("a seaworthy.toml is always a settings file");
  const problems = file.problems.map(({ range, message }) => `${text.slice(range.start, range.end)} → ${message}`);
  return { file, problems, settings: combineLayers([file.layer], "file:///p") };
}

test("every key is read", () => {
  const { settings, problems, file } = read(`
extends = "../org.toml"
select = ["pandas", "hardcoded-path"]
ignore = ["nan-comparison"]
exclude = ["gen/"]
max-file-size = 0.5
[severity]
nan-comparison = "error"
hardcoded-path = { exploration = "off", production = "hint" }
[rules.long-function]
statements = 80
[[profile]]
paths = ["jobs/", "*.nb.py"]
use = "production"
[features]
catalogues = ["stores/*.yaml"]
[[features.references]]
files = ["config/*.yaml", "config/*.json"]
path = 'models.*."my features"[*].names[0]'
role = "training"
[[features.calls]]
function = "featurelib.load"
argument = "names"
position = 1
role = "serving"
[[features.calls]]
function = "featurelib.for_model"
position = 0
takes = "service"
store = "feast"
`);
  expect(problems).toEqual([]);
  expect(file.extends?.path).toBe("../org.toml");
  expect(settings).toEqual({
    select: ["pandas", "hardcoded-path"],
    ignore: ["nan-comparison"],
    exclude: ["gen/"],
    maxFileSize: 500_000,
    severity: new Map<string, unknown>([["nan-comparison", "error"], ["hardcoded-path", { exploration: "off", production: "hint" }]]),
    ruleOptions: new Map([["long-function", new Map([["statements", 80]])]]),
    profiles: [{ paths: ["jobs/", "*.nb.py"], profile: "production" }],
    features: {
      catalogues: ["stores/*.yaml"],
      references: [{
        files: ["config/*.yaml", "config/*.json"],
        path: [
          { kind: "key", name: "models" }, { kind: "every-key" }, { kind: "key", name: "my features" }, { kind: "every-item" },
          { kind: "key", name: "names" }, { kind: "item", index: 0 },
        ],
        role: "training",
      }],
      calls: [
        { function: "featurelib.load", argument: "names", position: 1, takes: "references", role: "serving", store: undefined },
        { function: "featurelib.for_model", argument: undefined, position: 0, takes: "service", role: undefined, store: "feast" },
      ],
    },
    root: "file:///p",
  });
});

test.each([
  ['selct = ["pandas"]', 'selct → unknown key "selct" (did you mean "select"?)'],
  ['select = ["hardcode-path"]', '"hardcode-path" → unknown rule or topic "hardcode-path" (did you mean "hardcoded-path"?)'],
  ['select = "pandas"', '"pandas" → a list is expected here: [ ... ]'],
  ["[[features.references]]\nfiles = ['a.yaml']\npath = 'a..b'", "'a..b' → a path to values is expected here, such as \"model.features[*]\""],
  ["[[features.references]]\nfiles = ['a.yaml']\npath = 'a[x]'", "'a[x]' → a path to values is expected here, such as \"model.features[*]\""],
  ["[[features.calls]]\nfunction = 'a.b'", '[[features.calls]] → "argument" or "position" is missing in this table'],
  ["[[features.calls]]\nfunction = 'a.b'\nposition = -1", "-1 → a position is expected here, counted from 0"],
  ["[[features.calls]]\nargument = 'a'", '[[features.calls]] → "function" is missing in this table'],
  ["ignore = [1]", "1 → the name of a rule or topic is expected here, in quotes"],
  ["[severity]\nnan-comparision = 'off'", 'nan-comparision → unknown rule "nan-comparision" (did you mean "nan-comparison"?)'],
  ["[severity]\npandas = 'off'", 'pandas → unknown rule "pandas"'],
  ["[severity]\nnan-comparison = 'warn'", `'warn' → "warn" is not one of "error", "warning", "information", "hint", "off" (did you mean "warning"?)`],
  ["[severity]\nnan-comparison = { prod = 'off' }", 'prod → unknown key "prod"'],
  ["[severity]\nnan-comparison = warning", 'warning → text needs quotes: "warning"'],
  ["severity = 'error'", "'error' → a table is expected here: [severity] and lines like nan-comparison = \"error\""],
  ["[[profile]]\nuse = 'production'", '[[profile]] → "paths" is missing in this table'],
  ["[[profile]]\npaths = ['x']\nuse = 'prod'", `'prod' → "prod" is not one of "exploration", "production"`],
  ["max-file-size = 0", "0 → a number of megabytes up to 10 is expected here"],
  ["[rules.long-functoin]\nstatements = 3", 'long-functoin → unknown rule "long-functoin" (did you mean "long-function"?)'],
  ["[rules.nan-comparison]\nstatements = 3", 'nan-comparison → the rule "nan-comparison" has no options'],
  ["[rules.long-function]\nstatement = 30", 'statement → unknown option "statement" (did you mean "statements"?)'],
  ["[rules.long-function]\nstatements = 3", "3 → a whole number from 5 to 1000 is expected here"],
  ["[rules.long-function]\nstatements = '60'", "'60' → a whole number from 5 to 1000 is expected here"],
  ["rules = 5", "5 → a table is expected here: [rules.long-function] and lines like statements = 80"],
  ["[rules]\nlong-function = 5", "5 → a table of options is expected here: statements, complexity"],
  ["extends = ['a']", "['a'] → a path is expected here, in quotes"],
  ["exclude = ['']", "'' → a path pattern is expected here"],
])("%s", (text, problem) => {
  const { problems } = read(`${text}\n`);
  expect(problems).toEqual([problem]);
});

test("what is not mistaken counts: the good items of a list, the other keys, and all after a syntax error", () => {
  const { settings, problems } = read(`
select = ["pandas", "nonsense-rule"]
ignore = ["data-access"
exclude = ["a/",
[severity]
nan-comparison = "error"
hardcoded-path = oops
[[profile]]
paths = ["jobs/"]
use = "production"
`);
  expect(problems).toEqual([
    '"nonsense-rule" → unknown rule or topic "nonsense-rule"',
    '["data-access" → this list is never closed: "]" is missing',
    '["a/", → this list is never closed: "]" is missing',
    'oops → text needs quotes: "oops"',
  ]);
  expect(settings.select).toEqual(["pandas"]);
  expect(settings.ignore).toEqual([]);
  expect(settings.severity).toEqual(new Map([["nan-comparison", "error"]]));
  expect(settings.profiles).toHaveLength(1);
});

test("a list whose items are all mistaken is left out: it must not switch every rule off", () => {
  expect(read('select = ["hardcode-path"]').settings.select).toBeUndefined();
  expect(read("select = []").settings.select).toEqual([]);
});

test("a pyproject.toml whose [tool.seaworthy] is broken itself is told, a broken one without it is not", () => {
  const of = (text: string) => readSettingsFile(text, "pyproject.toml", rules)?.problems.map(({ message }) => message);
  expect(of("[project]\nname = 'x'\n[tool.seaworthy\n")).toHaveLength(1);
  expect(of("[project\n# see tool.seaworthy\n")).toBeUndefined();
});

test("a pyproject.toml counts when it has [tool.seaworthy], however broken the rest is", () => {
  const of = (text: string) => readSettingsFile(text, "pyproject.toml", rules);
  expect(of("[project]\nname = 'x'")).toBeUndefined();
  expect(of("[tool.seaworthy]\nignore = ['pandas']")?.layer.ignore).toEqual(["pandas"]);
  const broken = of("[project\nname = 'x'\n[tool.seaworthy]\nignore = ['pandas']");
  expect(broken?.layer.ignore).toEqual(["pandas"]);
  expect(broken?.problems).toHaveLength(1);
});

test("the schema has every key, every rule and nothing else", () => {
  const schema = settingsSchema(rules) as { properties: Record<string, { description: string }>; additionalProperties: boolean };
  expect(Object.keys(schema.properties)).toEqual(settingsKeys.map((key) => key.name));
  expect(schema.additionalProperties).toBe(false);
  expect(schema.properties["severity"]).toMatchObject({
    additionalProperties: false,
    properties: { "nan-comparison": { description: "A comparison with NaN" }, "hardcoded-path": {} },
  });
  expect(schema.properties["select"]).toMatchObject({ items: { enum: ["hardcoded-path", "nan-comparison", "long-function", "data-access", "pandas", "modularity"] } });
  expect(schema.properties["rules"]).toMatchObject({
    properties: { "long-function": { additionalProperties: false, properties: { statements: { description: "How many.", type: "integer", minimum: 5, maximum: 1000, default: 60 } } } },
  });
  expect(schema.properties["rules"]).not.toHaveProperty("properties.nan-comparison");
  for (const property of Object.values(schema.properties)) expect(property.description).toMatch(/\.$|}\.$/);
});

test("options are combined one by one, the nearest file wins", () => {
  const layers = ["[rules.long-function]\nstatements = 80", "[rules.long-function]\nstatements = 40\ncomplexity = 20"].map((text) => read(text).file.layer);
  expect(combineLayers(layers, undefined).ruleOptions).toEqual(new Map([["long-function", new Map([["statements", 80], ["complexity", 20]])]]));
});
