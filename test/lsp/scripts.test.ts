/** Scripts over the wire: findings, edits, and who asks whom, for each kind of client. */
import { afterEach, describe, expect, test } from "vitest";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { badName, toyClient } from "./toy-server.ts";

const uri = "file:///w/train.py";
let client: LspClient | undefined;

async function started(profile: Profile, folders: readonly string[] = []): Promise<LspClient> {
  client = toyClient(profile);
  await client.initialize(folders);
  await client.settled();
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const profiles: readonly (readonly [string, Profile])[] = [
  ["VS Code (pull, UTF-16)", vscodeProfile],
  ["plain (push, no encoding offered)", plainProfile],
  ["push, UTF-8 first", { ...plainProfile, encodings: ["utf-8", "utf-16"] }],
  ["pull, UTF-8 first", { ...vscodeProfile, encodings: ["utf-8", "utf-16"] }],
  ["push, UTF-16 before UTF-8", { ...plainProfile, encodings: ["utf-16", "utf-8"] }],
];

describe.each(profiles)("%s", (_, profile) => {
  test("the agreed encoding is the client's first choice", async () => {
    const client = await started(profile);
    expect(client.columns).toBe(profile.encodings[0] ?? "utf-16");
  });

  test("findings are marked where they are, after characters of every width", async () => {
    const client = await started(profile);
    await client.open(uri, 'x = "é€😀"; bad\nprint("😀", bad)\n');
    expect(await client.marked(uri, 2)).toEqual(["bad", "bad"]);
    const [first] = await client.diagnostics(uri);
    expect(first).toMatchObject({ code: "bad-name", source: "seaworthy", severity: 1, message: "`bad` is a bad name" });
    expect(first?.relatedInformation?.[0]).toMatchObject({ message: "here it is", location: { uri, range: first?.range } });
  });

  test("findings follow edits", async () => {
    const client = await started(profile);
    await client.open(uri, 'a = 1\nprint("é😀", fine)\n');
    await client.marked(uri, 0);
    await client.edit(uri, "fine", "bad, worse");
    expect(await client.marked(uri, 2)).toEqual(["bad", "worse"]);
    await client.edit(uri, "a = 1\n", '"""é😀"""\n\n\n');
    expect(await client.marked(uri, 2)).toEqual(["bad", "worse"]);
    await client.edit(uri, "bad, ", "");
    expect(await client.marked(uri, 1)).toEqual(["worse"]);
  });

  test("several edits in one message build on each other, from the bottom up and from the top down", async () => {
    const client = await started(profile);
    await client.open(uri, "é = a\nb = a\nc = a\n");
    // The last character of each line.
    const value = (line: number) => {
      const end = client.text(uri).split("\n").slice(0, line + 1).join("\n").length;
      return { range: { start: client.position(uri, end - 1), end: client.position(uri, end) }, text: "bad" };
    };
    await client.change(uri, [value(2), value(1), value(0)]);
    expect(client.text(uri)).toBe("é = bad\nb = bad\nc = bad\n");
    expect(await client.marked(uri, 3)).toEqual(["bad", "bad", "bad"]);
    // Top down: the second edit counts in what the first has made.
    await client.change(uri, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# one\n# two\n" },
      { range: { start: { line: 3, character: 4 }, end: { line: 3, character: 7 } }, text: "worse" },
    ]);
    expect(client.text(uri)).toBe("# one\n# two\né = bad\nb = worse\nc = bad\n");
    expect(await client.marked(uri, 3)).toEqual(["bad", "worse", "bad"]);
  });

  test("each document is reported by one way only", async () => {
    const client = await started(profile);
    await client.open(uri, "bad\n");
    await client.marked(uri, 1);
    await client.edit(uri, "bad", "bad = bad");
    await client.marked(uri, 2);
    await client.settled();
    if (profile.pull) expect(client.pushes).toEqual([]);
    else await expect(client.pull(uri)).rejects.toThrow(/Unhandled method/);
  });
});

test("a pushed document that closes leaves nothing on the screen, and pushes carry versions", async () => {
  const client = await started(plainProfile);
  await client.open(uri, "bad\n");
  await client.marked(uri, 1);
  await client.edit(uri, "bad", "bad; bad");
  await client.marked(uri, 2);
  expect(client.pushed.get(uri)?.version).toBe(2);
  await client.close(uri);
  await client.diagnostics(uri, (shown) => shown.length === 0);
});

test("with pull, an unchanged document is answered with `unchanged`", async () => {
  const client = await started(vscodeProfile);
  await client.open(uri, "bad\n");
  const ask = (previousResultId?: string) =>
    client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri }, ...(previousResultId ? { previousResultId } : {}) });
  const first = (await ask()) as { kind: string; resultId: string };
  expect(first.kind).toBe("full");
  await client.settled();
  const second = (await ask()) as { kind: string; resultId: string };
  expect(await ask(second.resultId)).toEqual({ kind: "unchanged", resultId: second.resultId });
  await client.edit(uri, "bad", "bad, bad");
  expect(await ask(second.resultId)).toMatchObject({ kind: "full" });
});

test("a file that is pulled by no selector is pushed, though the client can pull", async () => {
  const client = await started(vscodeProfile);
  await client.open("file:///w/train", "bad\n");
  expect(client.pulls("file:///w/train")).toBe(false);
  expect(await client.marked("file:///w/train", 1)).toEqual(["bad"]);
});

test("other languages and past versions of files are left alone", async () => {
  const client = await started(plainProfile);
  await client.open("file:///w/a.sql", "bad\n", "sql");
  await client.open("git:/w/train.py?ref", "bad\n");
  await client.open("seaworthy-preview:/1/train.py", "bad\n");
  await client.open(uri, "bad\n");
  await client.marked(uri, 1);
  expect([...client.pushed.keys()]).toEqual([uri]);
});

test("a rule that throws is off for its document, is logged once, and takes nothing else with it", async () => {
  const client = await started(plainProfile);
  await client.open(uri, "boom\nbad\n");
  await client.marked(uri, 1);
  await client.edit(uri, "bad", "bad, bad");
  await client.marked(uri, 2);
  expect(client.logged.filter((line) => line.includes("the toy rule exploded"))).toHaveLength(1);
  await client.open("file:///w/other.py", "bad\n");
  await client.marked("file:///w/other.py", 1);
});

test("a handler that fails answers nothing and logs why", async () => {
  const crooked: Rule = { ...badName, get why(): Rule["why"] { throw new Error("there is no why"); } };
  client = toyClient(plainProfile, new Map(), [crooked]);
  await client.initialize();
  await client.open(uri, "bad\n");
  await client.marked(uri, 1);
  expect(await client.hover(uri, "bad")).toBeNull();
  expect(await client.connection.sendRequest("seaworthy/explainRule", { rule: "bad-name" })).toBeNull();
  expect(client.logged.filter((line) => line.includes("there is no why"))).toHaveLength(2);
  await client.edit(uri, "bad", "bad, bad");
  await client.marked(uri, 2);
});

test("unknown requests get an error, unknown documents an empty answer, and both leave the server alive", async () => {
  const client = await started(vscodeProfile);
  await expect(client.connection.sendRequest("textDocument/somethingNew", {})).rejects.toThrow(/Unhandled method/);
  expect(await client.pull("file:///w/never-opened.py")).toEqual([]);
  expect(await client.codeActions("file:///w/never-opened.py", { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })).toEqual([]);
  const position = { line: 0, character: 0 };
  expect(await client.connection.sendRequest("textDocument/hover", { textDocument: { uri: "file:///w/never.py" }, position })).toBeNull();
  await client.connection.sendNotification("textDocument/didChange", {
    textDocument: { uri: "file:///w/never-opened.py", version: 2 }, contentChanges: [{ text: "x" }],
  });
  await client.open(uri, "bad\n");
  await client.marked(uri, 1);
});

test("a request that is cancelled while it waits is answered as cancelled, and the next one as usual", async () => {
  const client = await started(vscodeProfile);
  await client.open(uri, "bad\n".repeat(200));
  await client.marked(uri, 200);
  const { CancellationTokenSource } = await import("vscode-languageserver/node");
  const outcomes = await Promise.all(Array.from({ length: 5 }, async () => {
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } }, source.token);
    source.cancel();
    return answer.then(() => "answered", (error: unknown) => (error as { code: number }).code);
  }));
  expect(outcomes).toContain(-32800);
  expect((await client.pull(uri)).length).toBe(200);
});
