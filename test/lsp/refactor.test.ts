/** Refactorings over the protocol: when they are offered, what taking one up gives, what a refusal looks like. */
import { CodeActionTriggerKind } from "vscode-languageserver";
import { afterEach, describe, expect, test } from "vitest";
import { Refactor, type RefactorAnswer, type RefactorChange, type RefactorParams } from "../../server/protocol.ts";
import { plainProfile, vscodeProfile, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const uri = "file:///w/src/train.py";
const ownCommands = { commands: ["seaworthy.applyRefactoring"] };
const script = 'import pandas as pd\n\ndf = pd.read_csv("é😀.csv")\nprint(df.shape)\n';
const wrapped = 'import pandas as pd\n\n\ndef main() -> None:\n    df = pd.read_csv("é😀.csv")\n    print(df.shape)\n\n\nif __name__ == "__main__":\n    main()\n';
const title = "Move the work into main()";
let client: LspClient | undefined;

async function connected(profile: Profile = vscodeProfile, files?: ReadonlyMap<string, string>, options: object = ownCommands): Promise<LspClient> {
  client = toyClient(profile, files);
  await client.initialize(["file:///w"], options);
  return client;
}

async function opened(text: string, profile: Profile = vscodeProfile, files?: ReadonlyMap<string, string>, options: object = ownCommands): Promise<LspClient> {
  const made = await connected(profile, files, options);
  await made.open(uri, text);
  return made;
}

function ask(client: LspClient, params: RefactorParams): Promise<RefactorAnswer | null> {
  return client.connection.sendRequest<RefactorAnswer | null>(Refactor.method, params);
}

const invoked = { triggerKind: CodeActionTriggerKind.Invoked };

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

describe("when refactorings are offered", () => {
  test("a caret alone shows none by itself; a selection, and asking, do", async () => {
    const client = await opened(script);
    const selection = client.find(uri, "df = ");
    const caret = { start: selection.start, end: selection.start };
    const titles = async (...args: Parameters<LspClient["codeActions"]> extends [string, ...infer Rest] ? Rest : never): Promise<readonly string[]> =>
      (await client.codeActions(uri, ...args)).map((each) => each.title);
    expect(await titles(caret, { triggerKind: CodeActionTriggerKind.Automatic })).not.toContain(title);
    expect(await titles(caret, invoked)).toContain(title);
    expect(await titles(selection, { triggerKind: CodeActionTriggerKind.Automatic })).toContain(title);
  });

  test("`only` is a prefix, and other kinds are not asked for", async () => {
    const client = await opened(script);
    const at = client.find(uri, "df = ");
    for (const only of ["refactor", "refactor.rewrite", ""]) {
      expect((await client.codeActions(uri, at, { only: [only] })).map(({ kind }) => kind)).toContain("refactor.rewrite");
    }
    for (const only of ["refactor.inline", "refactor.rew", "quickfix", "source"]) {
      expect((await client.codeActions(uri, at, { only: [only] })).filter(({ kind }) => kind?.startsWith("refactor"))).toEqual([]);
    }
  });

  test("nothing is computed before it is taken up", async () => {
    const client = await opened(script);
    const action = (await client.codeActions(uri, client.find(uri, "df = "), invoked)).find((each) => each.title === title);
    expect(action).toMatchObject({ kind: "refactor.rewrite", data: { refactoring: "wrap-in-main" } });
    expect(action?.edit).toBeUndefined();
    expect(client.result?.capabilities.codeActionProvider).toMatchObject({ codeActionKinds: expect.arrayContaining(["refactor.rewrite"]) as unknown });
  });
});

describe.each([
  ["rich client", vscodeProfile],
  ["plain client", plainProfile],
  ["UTF-8", { ...plainProfile, encodings: ["utf-8"] } satisfies Profile],
] as const)("%s", (_, profile) => {
  test("taking one up changes the text", async () => {
    const client = await opened(script, profile, undefined, {});
    await client.take((await client.codeActions(uri, client.find(uri, "df = "), invoked)).find((each) => each.title === title));
    expect(client.text(uri)).toBe(wrapped);
  });
});

test("our own client is given the whole change, with the question that it answers; others get the edit alone", async () => {
  const client = await opened(script);
  const [action] = (await client.codeActions(uri, client.find(uri, "df = "), invoked)).filter((each) => each.title === title);
  const resolved = action && (await client.resolve(action));
  expect(resolved?.edit).toBeUndefined();
  expect(resolved?.command).toMatchObject({ title, command: "seaworthy.applyRefactoring" });
  const [change] = (resolved?.command?.arguments ?? []) as readonly RefactorChange[];
  expect(change).toMatchObject({ kind: "change", title, uri, summary: ["What the script does moved into main(), called under a main guard"], cells: [], created: [] });
  if (!change) throw new Error("no change");
  expect(await ask(client, change.request)).toEqual(change);
  await client.edit(uri, "shape", "size");
  expect(await ask(client, change.request)).not.toMatchObject({ edit: change.edit });
  await client.stop();
  const other = await opened(script, vscodeProfile, undefined, {});
  const [theirs] = (await other.codeActions(uri, other.find(uri, "df = "), invoked)).filter((each) => each.title === title);
  const edit = theirs && (await other.resolve(theirs));
  expect(edit?.edit).toBeDefined();
  expect(edit?.command).toBeUndefined();
});

describe("refusals", () => {
  const refusing = 'import os\n\nrows = os.listdir(".")\nprint(globals()["rows"])\n';

  test("a message with the reason, and no edit", async () => {
    const client = await opened(refusing);
    const [action] = (await client.codeActions(uri, client.find(uri, "rows = "), invoked)).filter((each) => each.title === title);
    const resolved = action && (await client.resolve(action));
    expect(resolved?.edit).toBeUndefined();
    await client.settled();
    expect(client.messages).toEqual([`${title}: globals() looks at the module's names`]);
  });

  test("where refactorings only are asked for, the action is disabled with the reason", async () => {
    const client = await opened(refusing);
    const [action] = (await client.codeActions(uri, client.find(uri, "rows = "), { only: ["refactor"], ...invoked })).filter((each) => each.title === title);
    expect(action?.disabled).toEqual({ reason: "globals() looks at the module's names" });
  });

  test("our own request answers with the reason", async () => {
    const client = await opened(refusing);
    expect(await ask(client, { uri, name: "wrap-in-main", selection: [] })).toEqual({ kind: "refused", title: "wrap-in-main", reason: "globals() looks at the module's names" });
    expect(await ask(client, { uri: "file:///w/other.py", name: "wrap-in-main", selection: [] })).toBeNull();
  });

  test("an action for a text that has changed since does nothing", async () => {
    const client = await opened(script);
    const [action] = (await client.codeActions(uri, client.find(uri, "df = "), invoked)).filter((each) => each.title === title);
    await client.edit(uri, "print", "print ");
    expect((action && (await client.resolve(action)))?.edit).toBeUndefined();
  });
});

describe("notebooks", () => {
  const book = "file:///w/notebooks/sales.ipynb";
  const cell = (name: string): string => `vscode-notebook-cell:/w/notebooks/sales.ipynb#${name}`;
  const cells = [
    { uri: cell("a"), text: "import math" },
    { uri: cell("b"), text: "def root(x):\n    return math.sqrt(x)" },
    { uri: cell("c"), text: "root(4)" },
  ];

  async function openedNotebook(profile: Profile = vscodeProfile, files?: ReadonlyMap<string, string>, options: object = ownCommands): Promise<LspClient> {
    const made = await connected(profile, files, options);
    await made.openNotebook(book, cells);
    return made;
  }

  test("cells that go are told apart from texts that change, and a file is made", async () => {
    const client = await openedNotebook();
    const answer = await ask(client, { uri: book, name: "notebook-to-module", selection: [] });
    expect(answer).toMatchObject({
      kind: "change", uri: book, cells: [{ start: 1, deleteCount: 1, cells: [] }],
      texts: cells.map(({ uri: text }) => ({ uri: text, version: 1 })),
      created: [{ uri: "file:///w/notebooks/sales.py", text: '"""Functions of sales.ipynb."""\n\nimport math\n\n\ndef root(x):\n    return math.sqrt(x)\n' }],
      edit: { documentChanges: [{ textDocument: { uri: cell("a"), version: 1 } }] },
    });
  });

  test("several cells by their URIs, also by one of them; the module is the project's, as it is open", async () => {
    const files = new Map([["file:///w/pyproject.toml", '[project]\nname = "shop"\n'], ["file:///w/src/shop/__init__.py", ""], ["file:///w/src/shop/roots.py", "old = 1\n"]]);
    const client = await openedNotebook(vscodeProfile, files);
    await client.open("file:///w/src/shop/roots.py", "unsaved = 1\n");
    const answer = await ask(client, { uri: cell("b"), name: "move-to-module", selection: [{ uri: cell("a") }, { uri: cell("b") }], options: { module: "shop.roots" } });
    expect(answer).toMatchObject({ kind: "change", left: ["sales.ipynb finds shop when the project is installed: pip install -e ."] });
    const { edit } = answer as { readonly edit: Parameters<LspClient["apply"]>[0] };
    await client.apply(edit);
    expect(client.text("file:///w/src/shop/roots.py")).toBe("import math\n\nunsaved = 1\n\n\ndef root(x):\n    return math.sqrt(x)\n");
    expect(client.text(cell("a"))).toBe("from shop.roots import root");
  });

  test("taken up from the light bulb, our own client makes the change", async () => {
    const client = await openedNotebook();
    const [action] = (await client.codeActions(cell("b"), client.find(cell("b"), "def root"), invoked)).filter((each) => each.title === "Move root to a module");
    const resolved = action && (await client.resolve(action));
    expect(resolved?.edit).toBeUndefined();
    expect(resolved?.command).toMatchObject({ command: "seaworthy.applyRefactoring", arguments: [{ kind: "change", cells: [{ start: 1, deleteCount: 1, cells: [] }] }] });
  });

  test("an editor that cannot change cells is told where it can be done", async () => {
    const client = await openedNotebook(vscodeProfile, undefined, {});
    const [action] = (await client.codeActions(cell("b"), client.find(cell("b"), "def root"), invoked)).filter((each) => each.title === "Move root to a module");
    const resolved = action && (await client.resolve(action));
    expect([resolved?.edit, resolved?.command]).toEqual([undefined, undefined]);
    await client.settled();
    expect(client.messages.join()).toContain("seaworthy refactor move-to-module");
  });

  test("a file that is made lies beside the notebook, and leaves it as it is", async () => {
    const client = await openedNotebook();
    const answer = await ask(client, { uri: book, name: "notebook-to-script", selection: [] });
    expect(answer).toMatchObject({ kind: "change", cells: [], created: [{ uri: "file:///w/notebooks/sales.py", text: expect.stringContaining("    root(4)") as unknown }], edit: { documentChanges: [] } });
  });

  test("any client that can make files makes it", async () => {
    const client = await openedNotebook(vscodeProfile, undefined, {});
    const [action] = (await client.codeActions(cell("c"), client.find(cell("c"), "root"), invoked)).filter((each) => each.title === "Turn the notebook into a script");
    await client.take(action);
    expect(client.created.get("file:///w/notebooks/sales.py")).toContain("    root(4)");
    expect(client.text(cell("c"))).toBe("root(4)");
  });
});

test("the name of an extracted function is told with its places, in the columns that were agreed", async () => {
  const client = await opened('s = "é😀"\nt = s.upper(); # here\nprint(t)\n'.replace("; # here", ""));
  const answer = await ask(client, { uri, name: "extract-function", selection: [{ uri, range: client.find(uri, "t = s.upper()") }] });
  if (answer?.kind !== "change" || !answer.placeholder) throw new Error(JSON.stringify(answer));
  await client.apply(answer.edit as Parameters<LspClient["apply"]>[0]);
  expect(answer.placeholder.ranges.map((range) => client.textIn(uri, range))).toEqual([answer.placeholder.name, answer.placeholder.name]);
});
