/** `seaworthy refactor`: what is printed, what is written and what is left alone. */
import { expect, test } from "vitest";
import { HostError } from "../../server/host.ts";
import { memoryHost } from "../workspace/memory-host.ts";
import { notebook, run } from "./run-cli.ts";

const script = "import pandas as pd\n\nframe = pd.read_csv(\"a.csv\")\nprint(frame)\n";
const wrapped = "import pandas as pd\n\n\ndef main() -> None:\n    frame = pd.read_csv(\"a.csv\")\n    print(frame)\n\n\nif __name__ == \"__main__\":\n    main()\n";

test("--diff is the default: a patch on standard output, the summary on standard error, nothing written", async () => {
  const { status, out, err, host } = await run({ "a.py": script }, "refactor wrap-in-main a.py");
  expect(status).toBe(0);
  expect(out).toContain("--- a/a.py\n+++ b/a.py\n");
  expect(out).toContain("+def main() -> None:\n");
  expect(err).toBe("a.py: What the script does moved into main(), called under a main guard\n");
  expect(host.text("a.py")).toBe(script);
});

test("--write writes, and prints no patch", async () => {
  const { status, out, host } = await run({ "a.py": script }, "refactor wrap-in-main a.py --write");
  expect([status, out, host.text("a.py")]).toEqual([0, "", wrapped]);
});

test("encoding, byte order mark and line breaks stay", async () => {
  const latin = Buffer.from("# -*- coding: latin-1 -*-\r\nname = \"é\"\r\nprint(name)\r\n", "latin1");
  const bom = "\uFEFFprint(\"ü\")\n";
  const { status, host } = await run({ "latin.py": latin, "bom.py": bom }, "refactor wrap-in-main latin.py bom.py --write");
  expect(status).toBe(0);
  expect(Buffer.from(host.bytes("latin.py") ?? []).toString("latin1"))
    .toBe("# -*- coding: latin-1 -*-\r\nname = \"é\"\r\n\r\n\r\ndef main() -> None:\r\n    print(name)\r\n\r\n\r\nif __name__ == \"__main__\":\r\n    main()\r\n");
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(host.bytes("bom.py"))).toMatch(/^\uFEFFdef main\(\) -> None:\n {4}print\("ü"\)\n/u);
});

test("a refusal says why, has status 1, and the others go on", async () => {
  const { status, err, host } = await run({ "a.py": "import os\n", "b.py": script }, "refactor wrap-in-main a.py b.py --write");
  expect(status).toBe(1);
  expect(err).toContain("a.py: refused: nothing is done when the file is run");
  expect(host.text("b.py")).toBe(wrapped);
});

test("of a folder, only the files to which it applies are heard of", async () => {
  const { status, err, host } = await run({ "src/a.py": "import os\n", "src/b.py": script }, "refactor wrap-in-main src --write");
  expect(status).toBe(0);
  expect(err).toBe("src/b.py: What the script does moved into main(), called under a main guard\n");
  expect(host.text("src/b.py")).toBe(wrapped);
});

test("a file that cannot be read makes the status 2, and the others go on", async () => {
  const { status, err, host } = await run({ "b.py": script }, "refactor wrap-in-main none.py b.py --write");
  expect(status).toBe(2);
  expect(err).toContain("none.py");
  expect(host.text("b.py")).toBe(wrapped);
});

test("a file that changes meanwhile is left alone", async () => {
  const disk = memoryHost({ "a.py": script });
  let reads = 0;
  const readFile = async (uri: string): Promise<Uint8Array> => {
    const bytes = await disk.readFile(uri);
    // Somebody saves it as soon as it has been read.
    if (uri.endsWith("a.py") && (reads += 1) === 1) disk.set("a.py", "theirs = 1\n");
    return bytes;
  };
  const { status, err } = await run({ ...disk, readFile }, "refactor wrap-in-main a.py --write");
  expect([status, disk.text("a.py")]).toEqual([2, "theirs = 1\n"]);
  expect(err).toContain("changed on disk");
});

test("a file that cannot be written", async () => {
  const disk = memoryHost({ "a.py": script });
  const writeFile = (uri: string): Promise<void> => Promise.reject(new HostError(uri, "no-permission", "cannot write a.py: permission denied"));
  const { status, err } = await run({ ...disk, writeFile }, "refactor wrap-in-main a.py --write");
  expect(status).toBe(2);
  expect(err).toContain("permission denied");
});

test("a notebook: cells that are not concerned keep every byte", async () => {
  const file = notebook("import os", { markdown: "# Text" }, "import json\nx = json.dumps(os.name)", "print(x)");
  const { status, host } = await run({ "n.ipynb": file }, "refactor hoist-imports n.ipynb --write");
  expect(status).toBe(0);
  const after = host.text("n.ipynb") ?? "";
  expect(after).toContain('"import os"'.replace("import os", "import json\\n"));
  expect(after.slice(after.indexOf('"id": "c3"'))).toBe(file.slice(file.indexOf('"id": "c3"')));
});

test("cells and lines are selected as the help says, several at once", async () => {
  const file = notebook("from sklearn.svm import SVC", "a = SVC(C=0.5)\nb = SVC(degree=2)", "c = SVC(C=4.0)");
  const one = await run({ "n.ipynb": file }, "refactor introduce-configuration n.ipynb:cell2:2 --write");
  expect(one.host.text("n.ipynb")).toContain("b = SVC(degree=DEGREE)");
  expect(one.host.text("n.ipynb")).toContain("a = SVC(C=0.5)");
  const two = await run({ "n.ipynb": file }, "refactor introduce-configuration n.ipynb:cell2:1 n.ipynb:cell3 --write");
  expect(two.status).toBe(0);
  expect(two.host.text("n.ipynb")).toContain("c = SVC(C=SVC_C_2)");
  expect(two.host.text("n.ipynb")).toContain("b = SVC(degree=2)");
  const range = await run({ "n.ipynb": file }, "refactor introduce-configuration n.ipynb:cell2-cell3");
  expect(range.err).toContain("3 settings are fields of Config");
  const columns = await run({ "a.py": "f(x=1, y=2)\nf(x=3)\n" }, "refactor introduce-configuration a.py:1:1-1:7 --write");
  expect(columns.host.text("a.py")).toBe("X = 1\n\nf(x=X, y=2)\nf(x=3)\n");
});

test("files that are made: shown as new ones, written with --write, and never over others", async () => {
  const file = notebook("x = 1", "print(x)");
  const shown = await run({ "n.ipynb": file }, "refactor notebook-to-script n.ipynb");
  expect(shown.out).toContain("--- /dev/null\n+++ b/n.py\n");
  expect(shown.host.text("n.py")).toBeUndefined();
  const written = await run({ "n.ipynb": file }, "refactor notebook-to-script n.ipynb --write");
  expect([written.status, written.host.text("n.ipynb")]).toEqual([0, file]);
  expect(written.host.text("n.py")).toContain("print(x)");
});

test("files along the way are edited with the file, or not at all", async () => {
  const files = { "train.py": "from sklearn.svm import SVC\n\nfrom config import TARGET\n\nprint(SVC(C=0.5), TARGET)\n", "config.py": "TARGET = \"a\"\r\n" };
  const shown = await run(files, "refactor introduce-configuration train.py");
  expect(shown.out).toContain("+++ b/config.py\n");
  const { status, host } = await run(files, "refactor introduce-configuration train.py --write");
  expect([status, host.text("config.py")]).toEqual([0, "TARGET = \"a\"\r\nC = 0.5\r\n"]);
  expect(host.text("train.py")).toContain("from config import TARGET, C\n");
  const disk = memoryHost(files);
  const writeFile = (uri: string, bytes: Uint8Array): Promise<void> => (uri.endsWith("config.py") ? Promise.reject(new HostError(uri, "no-permission", "denied")) : disk.writeFile(uri, bytes));
  expect((await run({ ...disk, writeFile }, "refactor introduce-configuration train.py --write")).status).toBe(2);
  expect(disk.text("train.py")).toBe(files["train.py"]);
});

test("--list and help", async () => {
  const listed = await run({}, "refactor --list");
  expect(listed.status).toBe(0);
  expect(listed.out).toMatch(/^ +wrap-in-main +Move what a script does when it is run into main\(\)$/mu);
  const help = await run({}, "refactor --help");
  expect(help.out).toContain("cell3:2-4");
});

test.each([
  ["refactor", "a refactoring and a file"],
  ["refactor wrap-in-mian a.py", "did you mean \"wrap-in-main\"?"],
  ["refactor wrap-in-main", "wrap-in-main needs a file"],
  ["refactor wrap-in-main a.py --diff --write", "--diff writes nothing"],
  ["refactor wrap-in-main a.py a.py:2", "given whole and in parts"],
  ["refactor wrap-in-main a.py:9-12", "there are 4 lines"],
  ["refactor wrap-in-main a.py:4-2", "first before last"],
  ["refactor wrap-in-main a.py:0", "counted from 1"],
  ["refactor wrap-in-main a.py:cell1", "the file has no cells"],
  ["refactor wrap-in-main n.ipynb:3", "lines of a notebook are those of a cell"],
  ["refactor wrap-in-main n.ipynb:cell2-cell4", "there are 2 cells"],
  ["refactor wrap-in-main n.ipynb:cell1-cell2:3", "lines are of one cell"],
  ["refactor wrap-in-main -", "refactor takes files"],
])("%s: %s", async (line, message) => {
  const { status, err } = await run({ "a.py": script, "n.ipynb": notebook("x = 1", "print(x)") }, line);
  expect(err).toContain(message);
  expect(status).toBe(2);
});
