import { expect, test } from "vitest";
import { collectFiles } from "../../server/workspace/collect-files.ts";
import { createSettingsFinder } from "../../server/workspace/settings-discovery.ts";
import { relativePath } from "../../server/analysis/text/uri.ts";
import { denied, link, memoryHost, project } from "./memory-host.ts";
import type { MemoryFiles } from "./memory-host.ts";

async function collect(files: MemoryFiles, ...roots: string[]) {
  const host = memoryHost(files);
  const finder = createSettingsFinder(host, []);
  const uris = (roots.length === 0 ? ["."] : roots).map((root) => (root === "." ? project : `${project}/${root}`));
  const result = await collectFiles(host, uris, finder);
  return {
    files: result.files.map((uri) => relativePath(project, uri)),
    errors: result.errors.map(({ uri, message, named }) => `${relativePath(project, uri)}: ${message}${named ? " (named)" : ""}`),
  };
}

test("Python files and notebooks, by name, everywhere below", async () => {
  const { files } = await collect({ "b.py": "", "a.ipynb": "", "c.txt": "", "pkg/d.pyw": "", "pkg/e.pyi": "", "ü x/(f).py": "", "UP.PY": "" });
  expect(files).toEqual(["UP.PY", "a.ipynb", "b.py", "pkg/d.pyw", "ü x/(f).py"]);
});

test("folders of installed, generated and kept-back code are left out, unless named", async () => {
  const tree = {
    "a.py": "", ".venv/x.py": "", "node_modules/y.py": "", ".ipynb_checkpoints/a.ipynb": "", "lib/site-packages/z.py": "", "dist/w.py": "",
    "my-environment/pyvenv.cfg": "", "my-environment/lib/v.py": "", "env/cartpole.py": "",
  };
  expect((await collect(tree)).files).toEqual(["a.py", "env/cartpole.py"]);
  expect((await collect(tree, "dist", ".venv/x.py", "my-environment")).files).toEqual(["dist/w.py", ".venv/x.py", "my-environment/lib/v.py"]);
});

test("git's ignore files count: nested, negated, anchored, and .git/info/exclude", async () => {
  const { files } = await collect({
    ".git/info/exclude": "private.py\n",
    ".gitignore": "*.gen.py\n/top/\nscratch*\n!scratch_keep.py\n",
    "a.gen.py": "", "private.py": "", "top/x.py": "", "sub/top/y.py": "", "scratch_1.py": "", "scratch_keep.py": "",
    "sub/.gitignore": "!b.gen.py\nonly_here.py\n", "sub/b.gen.py": "", "sub/only_here.py": "", "only_here.py": "", "sub/private.py": "",
  });
  expect(files).toEqual(["only_here.py", "scratch_keep.py", "sub/b.gen.py", "sub/top/y.py"]);
});

test("ignore files above the start count within the repository only", async () => {
  const tree = { "/.gitignore": "*.py\n", ".git/HEAD": "", ".gitignore": "gen.py\nold/\n", "src/gen.py": "", "src/a.py": "", "old/b.py": "" };
  expect((await collect(tree, "src")).files).toEqual(["src/a.py"]);
  expect((await collect(tree, "old")).files).toEqual(["old/b.py"]);
  expect((await collect(tree, "src/gen.py")).files).toEqual(["src/gen.py"]);
});

test("exclude of the nearest settings counts for what is walked, not for what is named", async () => {
  const tree = {
    "seaworthy.toml": 'exclude = ["gen/", "*_pb2.py"]', "gen/a.py": "", "b_pb2.py": "", "c.py": "",
    "inner/seaworthy.toml": "", "inner/b_pb2.py": "",
  };
  expect((await collect(tree)).files).toEqual(["c.py", "inner/b_pb2.py"]);
  expect((await collect(tree, "gen/a.py", "b_pb2.py")).files).toEqual(["gen/a.py", "b_pb2.py"]);
});

test("symbolic links: files are followed, folders are not, circles and dead ends are passed over", async () => {
  const { files, errors } = await collect({
    "real/a.py": "", "real/up": link(".."), "round.py": link("round.py"), "dead.py": link("nowhere.py"), "alias.py": link("real/a.py"), "again": link("real"),
  });
  expect(files).toEqual(["alias.py", "real/a.py"]);
  expect(errors).toEqual([]);
});

test("a folder without permission is reported and does not stop the walk", async () => {
  const { files, errors } = await collect({ "a.py": "", "locked/": denied, "z/b.py": "" });
  expect(files).toEqual(["a.py", "z/b.py"]);
  expect(errors).toEqual(["locked: cannot read locked: permission denied"]);
});

test("a named path that is missing is reported; overlapping roots give each file once", async () => {
  const { files, errors } = await collect({ "src/a.py": "", "src/b.py": "" }, "src/b.py", "src", "nope.py");
  expect(files).toEqual(["src/b.py", "src/a.py"]);
  expect(errors).toEqual(["nope.py: there is no such file or folder (named)"]);
});
