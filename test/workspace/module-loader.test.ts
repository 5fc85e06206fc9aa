/** What is read of a workspace so that imports can be followed, and what is not. */
import { expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { listFolder } from "../../server/workspace/folder-listing.ts";
import { createModuleLoader } from "../../server/workspace/module-loader.ts";
import { memoryHost, project } from "./memory-host.ts";
import type { MemoryFiles, MemoryHost } from "./memory-host.ts";

const uri = `${project}/jobs/train.py`;

/** Opens jobs/train.py with this text, and reads all that it wants. */
async function load(text: string, files: MemoryFiles) {
  const host = memoryHost({ ...files, "jobs/train.py": text });
  const session = createSession({ rules: [], strict: true });
  session.modules.setWorkspaces([project]);
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  const loader = createModuleLoader(host, session.modules);
  await loader.load(uri);
  const known = (name: string): string | undefined => {
    const constant = session.document(uri)?.analysis().exitValue(name)?.constant;
    return constant?.kind === "text" ? constant.pieces.map((piece) => (piece.kind === "literal" ? piece.text : "?")).join("") : undefined;
  };
  return { host, session, loader, known, read: filesRead(host) };
}

function filesRead(host: MemoryHost): readonly string[] {
  return host.reads.filter((each) => /\.(?:py|ipynb)$/u.test(each)).map((each) => each.slice(project.length + 1)).sort();
}

test("only what is imported is read, through chains of imports", async () => {
  const { read, known } = await load("from a import X", { "jobs/a.py": "from b import X", "b.py": "X = 'x'", "c.py": "X = 'c'", "jobs/d.py": "" });
  expect(read).toEqual(["b.py", "jobs/a.py"]);
  expect(known("X")).toBe("x");
});

test("source folders that pyproject.toml names", async () => {
  const toml = '[tool.setuptools.packages.find]\nwhere = ["python"]\n[tool.pytest.ini_options]\npythonpath = "extra"\n[tool.poetry]\npackages = [{ include = "q", from = "lib" }]\n[tool.setuptools]\npackage-dir = {"" = "../outside"}\n';
  const files = { "pyproject.toml": toml, "python/p/__init__.py": "X = 'p'", "extra/e.py": "Y = 'e'", "lib/q/__init__.py": "Z = 'q'", "/outside/o.py": "W = 'o'" };
  const { known } = await load("from p import X\nfrom e import Y\nfrom q import Z\nfrom o import W", files);
  expect([known("X"), known("Y"), known("Z"), known("W")]).toEqual(["p", "e", "q", undefined]);
});

test("what git ignores and other people's code are not there", async () => {
  const host = memoryHost({
    ".git/HEAD": "", ".gitignore": "/made/\n*.tmp.py\n", "sub/.gitignore": "local.py\n", "made/a.py": "", "sub/local.py": "", "sub/b.py": "", "sub/c.tmp.py": "",
    "sub/env/pyvenv.cfg": "", "sub/env/d.py": "", "sub/node_modules/e.py": "", "sub/notes.txt": "", "sub/n.ipynb": "{}",
  });
  const top = await listFolder(host, project);
  expect([...(top?.folders ?? [])]).toEqual(["sub"]);
  const sub = await listFolder(host, `${project}/sub`);
  expect([...(sub?.files ?? [])].sort()).toEqual(["b.py", "n.ipynb"]);
  expect([...(sub?.folders ?? [])]).toEqual(["env"]);
  expect((await listFolder(host, `${project}/sub/env`))?.files.size).toBe(0);
  // In an ignored folder everything counts: only a document in it asks.
  expect([...((await listFolder(host, `${project}/made`))?.files ?? [])]).toEqual(["a.py"]);
  expect(await listFolder(host, `${project}/nowhere`)).toBeUndefined();
});

test("files that are too large or no Python are as if they were not there", async () => {
  const { known, session } = await load("from a import X\nfrom b import Y\nfrom c import Z", {
    "jobs/a.py": new Uint8Array([0, 1, 2]), "jobs/b.py": `Y = 'y'\n${"# long\n".repeat(160_000)}`, "jobs/c.py": "Z = 'z'",
  });
  expect([known("X"), known("Y"), known("Z")]).toEqual([undefined, undefined, "z"]);
  expect(session.modules.wanted(uri)).toEqual({ folders: [], files: [] });
});

test("a file that is changed, made or removed is read again when it was known", async () => {
  const { host, loader, known } = await load("from a import X\nfrom b import Y", { "jobs/a.py": "X = 'x'", "other.py": "" });
  host.set("jobs/a.py", "X = 'new'");
  host.set("jobs/b.py", "Y = 'y'");
  host.set("other.py", "Z = 1");
  const before = host.reads.length;
  await loader.refresh(["jobs/a.py", "jobs/b.py", "other.py"].map((path) => `${project}/${path}`));
  await loader.load(uri);
  expect([known("X"), known("Y")]).toEqual(["new", "y"]);
  expect(host.reads.slice(before).filter((each) => each.endsWith("other.py"))).toEqual([]);
  host.remove("jobs/a.py");
  await loader.refresh([`${project}/jobs/a.py`]);
  expect([known("X"), known("Y")]).toEqual([undefined, "y"]);
});
