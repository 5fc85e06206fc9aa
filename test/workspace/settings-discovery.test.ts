import { expect, test } from "vitest";
import { createSettingsFinder } from "../../server/workspace/settings-discovery.ts";
import { resolveProfile } from "../../server/analysis/engine/profile.ts";
import { isExcluded } from "../../server/workspace/path-patterns.ts";
import { denied, memoryHost, project } from "./memory-host.ts";
import type { MemoryFiles } from "./memory-host.ts";

const rules = [
  { name: "hardcoded-path", topic: "data-access" },
  { name: "nan-comparison", topic: "pandas" },
] as const;

function finderFor(files: MemoryFiles) {
  const host = memoryHost(files);
  return { host, finder: createSettingsFinder(host, rules) };
}
const at = (path: string) => `${project}/${path}`;

test("without a settings file the defaults hold", async () => {
  const { finder } = finderFor({ "src/a.py": "" });
  const { settings, files } = await finder.find(at("src/a.py"));
  expect(settings.root).toBeUndefined();
  expect(files).toEqual([]);
});

test("the nearest file upward wins and nothing is merged", async () => {
  const { finder } = finderFor({
    "seaworthy.toml": 'ignore = ["pandas"]',
    "notebooks/seaworthy.toml": 'exclude = ["old/"]',
  });
  expect((await finder.find(at("src/deep/a.py"))).settings.ignore).toEqual(["pandas"]);
  const inner = (await finder.find(at("notebooks/deep/a.py"))).settings;
  expect(inner.ignore).toEqual([]);
  expect(inner.root).toBe(at("notebooks"));
});

test("a pyproject.toml counts only with a [tool.seaworthy] table, and seaworthy.toml goes before it", async () => {
  const { finder } = finderFor({
    "seaworthy.toml": 'ignore = ["pandas"]',
    "pyproject.toml": '[tool.seaworthy]\nignore = ["data-access"]',
    "pkg/pyproject.toml": '[project]\nname = "x"\n',
    "lib/pyproject.toml": '[tool.seaworthy]\nselect = ["pandas"]',
  });
  expect((await finder.find(at("a.py"))).settings.ignore).toEqual(["pandas"]);
  expect((await finder.find(at("pkg/a.py"))).settings.ignore).toEqual(["pandas"]);
  expect((await finder.find(at("lib/a.py"))).settings.select).toEqual(["pandas"]);
});

test("extends builds on another file: lists add up, the nearer severity and profile go first", async () => {
  const { finder } = finderFor({
    "/org/seaworthy.toml":
      'ignore = ["pandas"]\nexclude = ["gen/"]\nmax-file-size = 2\n[severity]\nnan-comparison = "hint"\nhardcoded-path = "off"\n[[profile]]\npaths = ["jobs/"]\nuse = "exploration"',
    "seaworthy.toml":
      'extends = "../org/seaworthy.toml"\nignore = ["hardcoded-path"]\nexclude = ["!gen/keep.py"]\n[severity]\nnan-comparison = "error"\n[[profile]]\npaths = ["jobs/nightly/"]\nuse = "production"',
  });
  const { settings, files } = await finder.find(at("a.py"));
  expect(files.map((file) => file.uri)).toEqual([at("seaworthy.toml"), "file:///org/seaworthy.toml"]);
  expect(settings.ignore).toEqual(["hardcoded-path", "pandas"]);
  expect(settings.exclude).toEqual(["gen/", "!gen/keep.py"]);
  expect([...settings.severity]).toEqual([["nan-comparison", "error"], ["hardcoded-path", "off"]]);
  expect(settings.maxFileSize).toBe(2_000_000);
  expect(resolveProfile(at("jobs/nightly/a.py"), "script", settings, project)).toBe("production");
  expect(resolveProfile(at("jobs/a.py"), "script", settings, project)).toBe("exploration");
});

test.each([
  ["a circle", { "seaworthy.toml": 'extends = "b.toml"\nignore = ["pandas"]', "b.toml": 'extends = "seaworthy.toml"' }, 1, /circle/, '"seaworthy.toml"'],
  ["itself", { "seaworthy.toml": 'ignore = ["pandas"]\nextends = "./seaworthy.toml"' }, 0, /circle/, '"./seaworthy.toml"'],
  ["a missing file", { "seaworthy.toml": 'extends = "../org.toml"\nignore = ["pandas"]' }, 0, /org\.toml.*does not exist/, '"../org.toml"'],
  ["an absolute path", { "seaworthy.toml": 'extends = "/etc/x.toml"\nignore = ["pandas"]' }, 0, /relative/, '"/etc/x.toml"'],
  ["a silent pyproject", { "seaworthy.toml": 'extends = "../pyproject.toml"\nignore = ["pandas"]', "/pyproject.toml": "[project]" }, 0, /no \[tool\.seaworthy\]/, '"../pyproject.toml"'],
])("extends %s is a problem at its place, and the rest counts", async (_, files, file, message, place) => {
  const { finder } = finderFor(files);
  const found = await finder.find(at("a.py"));
  expect(found.settings.ignore).toEqual(["pandas"]);
  const culprit = found.files[file];
  expect(culprit?.problems).toHaveLength(1);
  expect(culprit?.problems[0]?.message).toMatch(message);
  const range = culprit?.problems[0]?.range;
  expect(culprit?.text.slice(range?.start, range?.end)).toBe(place);
});

test("a settings file that cannot be read or decoded is its own problem", async () => {
  const locked = await finderFor({ "seaworthy.toml": denied }).finder.find(at("a.py"));
  expect(locked.files[0]?.problems[0]?.message).toBe("cannot read seaworthy.toml: permission denied");
  const latin = await finderFor({ "seaworthy.toml": Uint8Array.of(0x23, 0xe9) }).finder.find(at("a.py"));
  expect(latin.files[0]?.problems[0]?.message).toMatch(/not UTF-8/);
});

test("answers are kept, and given anew after invalidate", async () => {
  const { host, finder } = finderFor({ "seaworthy.toml": 'ignore = ["pandas"]' });
  await finder.find(at("src/a.py"));
  await finder.find(at("src/b.py"));
  expect(host.reads).toHaveLength(1);
  host.set("seaworthy.toml", "ignore = []");
  expect((await finder.find(at("src/a.py"))).settings.ignore).toEqual(["pandas"]);
  finder.invalidate();
  expect((await finder.find(at("src/a.py"))).settings.ignore).toEqual([]);
});

test("a file in an editor is checked by its text", () => {
  const { finder } = finderFor({});
  expect(finder.check(at("seaworthy.toml"), "selct = []")?.[0]?.message).toBe('unknown key "selct" (did you mean "select"?)');
  expect(finder.check(at("pyproject.toml"), "[project]")).toBeUndefined();
  expect(finder.check(at("other.toml"), "selct = []")).toBeUndefined();
});

test("exclude is written like .gitignore, relative to the settings file", async () => {
  const { finder } = finderFor({ "app/seaworthy.toml": 'exclude = ["gen/", "/top.py", "*_pb2.py", "!keep_pb2.py"]' });
  const { settings } = await finder.find(at("app/a.py"));
  const excluded = ["gen/a.py", "x/gen/a.py", "top.py", "x/top.py", "x/a_pb2.py", "x/keep_pb2.py", "a b/c.py"].filter((path) =>
    isExcluded(`${at("app")}/${path.replace(" ", "%20")}`, settings),
  );
  expect(excluded).toEqual(["gen/a.py", "x/gen/a.py", "top.py", "x/a_pb2.py"]);
});
