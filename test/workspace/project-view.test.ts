/** Where a project begins and where its modules lie; texts are read when asked for, and the work done again. */
import { expect, test } from "vitest";
import { findProject } from "../../server/workspace/project-view.ts";
import { memoryHost, project } from "./memory-host.ts";
import type { MemoryFiles } from "./memory-host.ts";

async function viewOf(files: MemoryFiles, document: string) {
  const found = await findProject(memoryHost(files), `${project}/${document}`, project);
  return found.perform((view) => ({ root: view.root.slice(project.length), home: view.home && { ...view.home, folder: view.home.folder.slice(project.length) } }));
}

test.each<[string, MemoryFiles, string, { root: string; home: unknown }]>([
  ["src layout", { "pyproject.toml": "", "src/churn/__init__.py": "", "notebooks/a.py": "" }, "notebooks/a.py", { root: "", home: { folder: "/src/churn/", packageName: "churn" } }],
  ["flat package, tests beside it", { "setup.cfg": "", "churn/__init__.py": "", "tests/__init__.py": "", "a.py": "" }, "a.py", { root: "", home: { folder: "/churn/", packageName: "churn" } }],
  ["src is the package", { "src/__init__.py": "", "a.py": "" }, "a.py", { root: "", home: { folder: "/src/", packageName: "src" } }],
  ["modules directly in src", { "src/clean.py": "", "a.py": "" }, "a.py", { root: "", home: { folder: "/src/", packageName: "" } }],
  ["named after the project", { "pyproject.toml": "[project]\nname = \"Churn-Model\"\n", "a/__init__.py": "", "churn_model/__init__.py": "", "x.py": "" }, "x.py",
    { root: "", home: { folder: "/churn_model/", packageName: "churn_model" } }],
  ["the one that holds the document", { "a/__init__.py": "", "b/__init__.py": "", "b/x.py": "" }, "b/x.py", { root: "", home: { folder: "/b/", packageName: "b" } }],
  ["two packages and no way to tell", { "a/__init__.py": "", "b/__init__.py": "", "x.py": "" }, "x.py", { root: "", home: undefined }],
  ["a project within the workspace", { "sub/setup.py": "", "sub/lib/__init__.py": "", "sub/x.py": "", "pyproject.toml": "" }, "sub/x.py",
    { root: "/sub", home: { folder: "/sub/lib/", packageName: "lib" } }],
  ["another source folder", { "pyproject.toml": "[tool.setuptools.packages.find]\nwhere = [\"lib\"]\n", "lib/churn/__init__.py": "", "x.py": "" }, "x.py",
    { root: "", home: { folder: "/lib/churn/", packageName: "churn" } }],
  ["nothing", { "x.py": "" }, "x.py", { root: "", home: undefined }],
])("%s", async (_, files, document, expected) => {
  expect(await viewOf(files, document)).toEqual(expected);
});

test("texts are read when they are asked for, also those that only the first one leads to", async () => {
  const host = memoryHost({ "a.py": "", "b.py": "c", "c.py": "done" });
  const found = await findProject(host, `${project}/a.py`, project);
  const result = await found.perform(({ text }) => {
    const next = text(`${project}/b.py`);
    return next === undefined ? undefined : text(`${project}/${next}.py`);
  });
  expect(result).toBe("done");
});

test("a file that is open counts as it is open", async () => {
  const found = await findProject(memoryHost({ "a.py": "", "b.py": "disk" }), `${project}/a.py`, project, (uri) => (uri.endsWith("b.py") ? "open" : undefined));
  expect(await found.perform(({ text }) => text(`${project}/b.py`))).toBe("open");
});
