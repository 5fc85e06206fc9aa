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
  ["refactor wrap-in-main a.py:9-12", "there are 5 lines"],
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
