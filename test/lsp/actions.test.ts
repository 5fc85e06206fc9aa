/** What the light bulb offers, taken up and applied; the hover on a finding. */
import { afterEach, describe, expect, test } from "vitest";
import { eventually, plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/src/train.py";
let client: LspClient | undefined;

async function opened(text: string, profile: Profile = vscodeProfile, files?: ReadonlyMap<string, string>): Promise<LspClient> {
  client = toyClient(profile, files);
  await client.initialize(["file:///w"]);
  await client.open(uri, text);
  return client;
}

async function take(client: LspClient, find: string, title: string): Promise<void> {
  const actions = await client.codeActions(uri, client.find(uri, find));
  const action = actions.find((each) => each.title === title);
  if (!action) throw new Error(`no ${title} among ${actions.map((each) => each.title).join(", ")}`);
  await client.take(action);
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe.each([
  ["rich client", vscodeProfile],
  ["plain client", plainProfile],
  ["UTF-8", { ...plainProfile, encodings: ["utf-8"] } satisfies Profile],
] as const)("%s", (_, profile) => {
  test("a quick fix changes exactly its place, and the finding is gone", async () => {
    const client = await opened('s = "é😀"; bad # keep\nworse\n', profile);
    await client.marked(uri, 2);
    await take(client, "bad", "Rename bad to good");
    expect(client.text(uri)).toBe('s = "é😀"; good # keep\nworse\n');
    expect(await client.marked(uri, 1)).toEqual(["worse"]);
  });

  test("all of one rule, those that need a look too", async () => {
    const client = await opened("bad\nkeep = 1\nworse\nsecret\n", profile);
    await take(client, "worse", "Fix all bad-name in this file");
    expect(client.text(uri)).toBe("good\nkeep = 1\ngood\nsecret\n");
  });

  test("`source.fixAll.seaworthy`: what is safe only, when asked for by name", async () => {
    const client = await opened("bad\nworse\nsecret\n", profile);
    const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    expect((await client.codeActions(uri, nowhere)).map(({ kind }) => kind)).not.toContain("source.fixAll.seaworthy");
    for (const only of ["source.fixAll", "source.fixAll.seaworthy", "source"]) {
      expect((await client.codeActions(uri, nowhere, { only: [only] })).map(({ kind }) => kind)).toEqual(["source.fixAll.seaworthy"]);
    }
    expect(await client.codeActions(uri, nowhere, { only: ["source.organizeImports"] })).toEqual([]);
    expect(await client.codeActions(uri, nowhere, { only: ["refactor.inline"] })).toEqual([]);
    await client.take((await client.codeActions(uri, nowhere, { only: ["source.fixAll"] }))[0]);
    expect(client.text(uri)).toBe("good\nworse\nsecret\n");
  });

  test("an action belongs to the client's own diagnostic", async () => {
    const client = await opened("bad\n", profile);
    const diagnostics = [...(await client.diagnostics(uri, (shown) => shown.length === 1))];
    const [fix] = await client.codeActions(uri, client.find(uri, "bad"), { diagnostics });
    expect(fix).toMatchObject({ kind: "quickfix", isPreferred: true, diagnostics });
  });
});

test("a fix is for the text as it is, though the client's diagnostics are old", async () => {
  const client = await opened("bad\n", plainProfile);
  const diagnostics = [...(await client.diagnostics(uri, (shown) => shown.length === 1))];
  await client.edit(uri, "bad", "first = 1\nbad");
  const actions = await client.codeActions(uri, client.find(uri, "bad"), { diagnostics });
  await client.take(actions[0]);
  expect(client.text(uri)).toBe("first = 1\ngood\n");
});

describe("ignore here", () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ["at the end of the line", "a = bad\nb = 1\n", "a = bad  # seaworthy: ignore[bad-name] reason\nb = 1\n"],
    ["in the place of trailing blanks", "a = bad  \t\n", "a = bad  # seaworthy: ignore[bad-name] reason\n"],
    ["at the end of the file", "a = bad", "a = bad  # seaworthy: ignore[bad-name] reason"],
    ["after another comment", "a = bad  # noqa\n", "a = bad  # noqa  # seaworthy: ignore[bad-name] reason\n"],
    ["added to the rules that are ignored already",
      "a = bad  # seaworthy: ignore[secret-name] old reason\n", "a = bad  # seaworthy: ignore[secret-name, bad-name] old reason\n"],
    ["not inside a string, but where the statement ends",
      'f(bad, """\n  text\n""")\nb = 1\n', 'f(bad, """\n  text\n""")  # seaworthy: ignore[bad-name] reason\nb = 1\n'],
    ["not inside an f-string", 'f(f"""{bad}\n""", 1)\n', 'f(f"""{bad}\n""", 1)  # seaworthy: ignore[bad-name] reason\n'],
    ["not after a backslash", "a = bad + \\\n  1\n", "a = bad + \\\n  1  # seaworthy: ignore[bad-name] reason\n"],
    ["on the finding's line of a long call", "f(\n  bad,\n  1,\n)\n", "f(\n  bad,  # seaworthy: ignore[bad-name] reason\n  1,\n)\n"],
    ["in a line with CRLF", "a = bad\r\nb = 1\r\n", "a = bad  # seaworthy: ignore[bad-name] reason\r\nb = 1\r\n"],
    ["on the header of a block", "if bad:\n    pass\n", "if bad:  # seaworthy: ignore[bad-name] reason\n    pass\n"],
  ];
  test.each(cases)("%s", async (_, before, after) => {
    const client = await opened(before);
    await client.marked(uri, 1);
    await take(client, "bad", "Ignore bad-name here with a reason");
    expect(client.text(uri)).toBe(after);
    await client.marked(uri, 0);
  });

  test("the reason is a place to type in where the client can, and to be replaced where it cannot", async () => {
    const client = await opened("bad\n", plainProfile);
    await take(client, "bad", "Ignore bad-name here with a reason");
    expect(client.text(uri)).toBe("bad  # seaworthy: ignore[bad-name] TODO: reason\n");
  });
});

test("explaining is offered where the client has the command", async () => {
  const client = await opened("bad\n");
  const explain = (await client.codeActions(uri, client.find(uri, "bad"))).find(({ title }) => title === "Explain bad-name");
  expect(explain?.command).toMatchObject({ command: "seaworthy.explainRule", arguments: ["bad-name"] });
  await client.stop();
  const plain = await opened("bad\n", plainProfile);
  expect((await plain.codeActions(uri, plain.find(uri, "bad"))).map(({ title }) => title)).not.toContain("Explain bad-name");
});

describe("a fix with a line for a file beside the code", () => {
  const example = "file:///w/.env.example";

  test("makes the file where it is missing, in the folder of the workspace", async () => {
    const client = await opened("secret\n");
    await take(client, "secret", "Hide it");
    expect(client.text(uri)).toBe("hidden\n");
    expect([...client.created]).toEqual([[example, "SECRET=\n"]]);
  });

  test("appends to it, in the folder of the settings file", async () => {
    const beside = "file:///w/src/.env.example";
    const files = new Map([[beside, "OTHER=1"], ["file:///w/src/seaworthy.toml", ""]]);
    const client = await opened("secret\n", { ...vscodeProfile, files }, files);
    await take(client, "secret", "Hide it");
    expect([...client.created]).toEqual([[beside, "OTHER=1\nSECRET=\n"]]);
  });

  test("leaves it alone where the line is there", async () => {
    const files = new Map([[example, "SECRET=\n"]]);
    const client = await opened("secret\n", vscodeProfile, files);
    await take(client, "secret", "Hide it");
    expect(client.text(uri)).toBe("hidden\n");
    expect([...client.created]).toEqual([]);
  });
});

test("hover on a finding: why for both readers, an example, how to silence it, and where to read on", async () => {
  const client = await opened("x = 1\nbad\n");
  const hover = await client.hover(uri, "bad");
  const { value } = hover?.contents as { value: string };
  for (const part of ["It hurts the scientist.", "It hurts the engineer.", "```python\nbad\n```", "```python\ngood\n```", "# seaworthy: ignore[bad-name]", "command:seaworthy.explainRule?%5B%22bad-name%22%5D"]) {
    expect(value).toContain(part);
  }
  expect(hover?.range).toEqual(client.find(uri, "bad"));
  expect(await client.hover(uri, "x = 1")).toBeNull();
});

test("the link on a diagnostic's code, for clients with pages", async () => {
  const client = await opened("bad\n");
  const [diagnostic] = await client.diagnostics(uri, (shown) => shown.length === 1);
  expect(diagnostic?.codeDescription).toEqual({ href: "page:bad-name" });
});

test("our own requests: a rule's page, the list of rules, the status", async () => {
  const client = await opened("bad\n");
  const page = await client.connection.sendRequest<{ markdown: string }>("seaworthy/explainRule", { rule: "bad-name" });
  expect(page.markdown).toMatch(/^# bad-name\n/);
  expect(await client.connection.sendRequest("seaworthy/explainRule", { rule: "no-such-rule" })).toBeNull();
  expect(await client.connection.sendRequest("seaworthy/rules", null)).toContainEqual({ name: "bad-name", topic: "clean-code", summary: "A name is bad" });
  await client.marked(uri, 1);
  const status = { uri, profile: "production", findings: 1, failed: [] };
  expect(await client.connection.sendRequest("seaworthy/status", { uri })).toMatchObject(status);
  const told = await eventually(() => client.analysed.at(-1));
  expect(told).toMatchObject(status);
  expect(told.milliseconds).toBeGreaterThan(0);
});
