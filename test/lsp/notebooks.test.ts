/** Notebooks over the wire: cells are pushed together, follow edits and moves, and leave nothing behind. */
import { afterEach, expect, test } from "vitest";
import { plainProfile, vscodeProfile, type Cell, type LspClient, type Profile } from "../harness/lsp-client.ts";
import { toyClient } from "./toy-server.ts";

const notebook = "file:///w/a%20b.ipynb";
/** As in a remote editor: scheme and authority of a cell are not those of its notebook. */
const cellUri = (name: string): string => `vscode-notebook-cell://127.0.0.1:8080/w/a%20b.ipynb#${name}`;
const [one, two, three, four] = ["W1", "W2", "W3", "W4"].map(cellUri) as [string, string, string, string];
let client: LspClient | undefined;

async function opened(cells: readonly Cell[], profile: Profile = { ...vscodeProfile }): Promise<LspClient> {
  client = toyClient(profile);
  await client.initialize();
  await client.openNotebook(notebook, cells);
  return client;
}

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

const threeCells: readonly Cell[] = [
  { uri: one, text: "bad\n" },
  { uri: two, text: "# bad title\nbad words", language: "markdown" },
  { uri: three, text: "x = 1\nbad, bad" },
];

test("all cells are pushed, also to a client that pulls, and markdown has no findings", async () => {
  const client = await opened(threeCells);
  expect(await client.marked(one, 1)).toEqual(["bad"]);
  expect(await client.marked(three, 2)).toEqual(["bad", "bad"]);
  expect(await client.marked(two, 0)).toEqual([]);
  // A notebook is exploration: the toy rule is milder there.
  expect((await client.diagnostics(one))[0]?.severity).toBe(2);
  expect([one, two, three].map((uri) => client.pulls(uri))).toEqual([false, false, false]);
  expect(await client.pull(one)).toEqual([]);
});

test("with UTF-8 columns too", async () => {
  const client = await opened([{ uri: one, text: 's = "é😀"; bad' }], { ...plainProfile, notebooks: true, encodings: ["utf-8"] });
  expect(client.columns).toBe("utf-8");
  expect(await client.marked(one, 1)).toEqual(["bad"]);
});

test("an edit of one cell sends that cell only, with its version", async () => {
  const client = await opened(threeCells);
  await client.marked(three, 2);
  await client.settled();
  const before = client.pushes.length;
  await client.edit(one, "bad", "fine");
  expect(await client.marked(one, 0)).toEqual([]);
  expect(client.pushed.get(one)?.version).toBe(2);
  await client.settled();
  expect(client.pushes.slice(before).map(({ uri }) => uri)).toEqual([one]);
});

test("cells that are inserted, deleted and moved", async () => {
  const client = await opened(threeCells);
  await client.marked(three, 2);

  await client.changeCells(notebook, 1, 0, [{ uri: four, text: "y = 1\nbad" }]);
  expect(await client.marked(four, 1)).toEqual(["bad"]);

  // Cell 4 (at index 1) and cell 1 (at index 0) change places; their texts are not sent again.
  await client.changeCells(notebook, 0, 2, [{ uri: four, text: "" }, { uri: one, text: "" }]);
  await client.edit(four, "y = 1\n", "y = worse\n\n");
  expect(await client.marked(four, 2)).toEqual(["worse", "bad"]);
  await client.edit(one, "bad\n", "bad\nworse");
  expect(await client.marked(one, 2)).toEqual(["bad", "worse"]);

  await client.changeCells(notebook, 0, 1, []);
  expect(client.pushed.get(four)?.diagnostics).toHaveLength(2);
  await client.settled();
  expect(client.pushed.get(four)?.diagnostics).toEqual([]);
  await client.edit(three, "x = 1\n", "");
  expect(await client.marked(three, 2)).toEqual(["bad", "bad"]);
});

test("a cell that becomes markdown loses its findings, and gets them back as code", async () => {
  const client = await opened(threeCells);
  await client.marked(one, 1);
  // A change of language: VS Code deletes the cell and inserts it again.
  const change = async (language: string): Promise<void> => {
    await client.changeCells(notebook, 0, 1, []);
    await client.changeCells(notebook, 0, 0, [{ uri: one, text: "bad\n", language }]);
  };
  await change("markdown");
  await client.settled();
  expect(client.pushed.get(one)?.diagnostics).toEqual([]);
  await change("python");
  expect(await client.marked(one, 1)).toEqual(["bad"]);
});

test("running a cell and changing metadata change nothing", async () => {
  const client = await opened(threeCells);
  await client.marked(one, 1);
  await client.settled();
  const before = client.pushes.length;
  await client.changeNotebook(notebook, { data: [{ kind: 2, document: one, executionSummary: { executionOrder: 1, success: true } }] });
  await client.changeNotebook(notebook, { data: [{ kind: 2, document: cellUri("unknown") }] });
  await client.settled();
  expect(client.pushes.length).toBe(before);
});

test("closing clears every cell, and opening again shows them again", async () => {
  const client = await opened(threeCells);
  await client.marked(three, 2);
  await client.closeNotebook(notebook);
  await client.settled();
  expect([one, three].map((uri) => client.pushed.get(uri)?.diagnostics)).toEqual([[], []]);
  await client.openNotebook(notebook, threeCells);
  expect(await client.marked(three, 2)).toEqual(["bad", "bad"]);
});

test("a quick fix, and a repair of the whole notebook in one edit", async () => {
  const client = await opened(threeCells);
  await client.marked(three, 2);
  const context = { diagnostics: [...(await client.diagnostics(three))] };
  const actions = await client.codeActions(three, client.find(three, "bad"), context);
  // Refactorings come after the repairs.
  expect(actions.slice(0, 4).map(({ title }) => title)).toEqual([
    "Rename bad to good", "Fix all bad-name in this notebook", "Ignore bad-name here with a reason", "Explain bad-name",
  ]);
  expect(actions.slice(4).every(({ kind }) => kind?.startsWith("refactor"))).toBe(true);
  await client.take(actions[0]);
  expect(client.text(three)).toBe("x = 1\ngood, bad");
  expect(await client.marked(three, 1)).toEqual(["bad"]);

  const again = await client.codeActions(three, client.find(three, "bad"));
  await client.take(again.find(({ title }) => title.startsWith("Fix all")));
  expect([one, two, three].map((uri) => client.text(uri))).toEqual(["good\n", "# bad title\nbad words", "x = 1\ngood, good"]);
});

test("`source.fixAll` answers nothing for a cell; `notebook.source.fixAll` repairs what is safe, everywhere", async () => {
  const client = await opened([...threeCells, { uri: four, text: "worse" }]);
  await client.marked(three, 2);
  const range = client.find(one, "bad");
  for (const kind of ["source.fixAll", "source.fixAll.seaworthy", "source"]) {
    expect(await client.codeActions(one, range, { only: [kind] })).toEqual([]);
  }
  const actions = await client.codeActions(one, range, { only: ["notebook.source.fixAll"] });
  expect(actions.map(({ kind }) => kind)).toEqual(["notebook.source.fixAll.seaworthy"]);
  await client.take(actions[0]);
  expect([one, three, four].map((uri) => client.text(uri))).toEqual(["good\n", "x = 1\ngood, good", "worse"]);
  expect(await client.codeActions(one, range, { only: ["notebook.source.fixAll"] })).toEqual([]);
});

test("our own request takes a notebook or a cell of it, and gives one edit", async () => {
  const client = await opened(threeCells);
  const answer = await client.connection.sendRequest<{ edit: object; fixed: number }>("seaworthy/fixAll", { uri: one, safety: "safe" });
  expect(answer.fixed).toBe(3);
  await client.apply(answer.edit);
  expect([one, three].map((uri) => client.text(uri))).toEqual(["good\n", "x = 1\ngood, good"]);
  expect(await client.connection.sendRequest("seaworthy/fixAll", { uri: notebook, safety: "safe" })).toBeNull();
});
