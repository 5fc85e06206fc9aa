/** Refactorings: shown before they are made; a function extracted and renamed at once; cells that go to a module in one edit. */
import * as vscode from "vscode";
import { answerPreview, codeActions, equal, file, openScript, preview, previewTab, replace, truly, until, type SuiteTest } from "./testing.ts";

const script = `import pandas as pd

customers = pd.read_csv("customers.csv")
adults = customers[customers["age"] > 17]
mean = adults["age"].mean()
print(mean)
`;

export const refactoringTests: readonly SuiteTest[] = [
  {
    name: "a selection becomes a function, whose name can be changed at once",
    run: async () => {
      await vscode.workspace.fs.writeFile(file("adults.py"), new TextEncoder().encode(script));
      const document = await openScript("adults.py");
      const selection = new vscode.Range(3, 0, 4, 27);
      const action = await until(() => refactoring(document, selection, "refactor.extract", /^Extract 2 statements/), () => "the refactoring is offered");
      void take(action);
      const shown = await preview();
      truly(shown.get("adults.py")?.includes("(customers)\nprint(mean)\n") === true, `the script as it will be:\n${String(shown.get("adults.py"))}`);
      truly(shown.get("What is done, and why.md")?.includes("customers is a parameter: read in line 4, assigned in line 3") === true, `why:\n${String(shown.get("What is done, and why.md"))}`);
      equal(document.getText(), script, "nothing is done yet");
      await answerPreview("Apply");
      await until(() => document.getText() !== script, () => "the function is made");
      const name = /def (?<name>\w+)\(customers/u.exec(document.getText())?.groups?.["name"] ?? "";
      equal(document.getText().split(name).length - 1, 2, `definition and call of ${name} in\n${document.getText()}`);
      truly(document.getText().includes(`mean = ${name}(customers)\nprint(mean)\n`), `the call stands there:\n${document.getText()}`);
      const at = document.positionAt(document.getText().indexOf(`${name}(`) + 1);
      const edit = await until(async () => {
        try {
          return await vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document.uri, at, "mean_age");
        } catch {
          // Until the extension knows the places.
          return undefined;
        }
      }, () => "the name can be renamed");
      truly(await vscode.workspace.applyEdit(edit), "the renaming applies");
      equal(document.getText().split("mean_age(").length - 1, 2, `both places in\n${document.getText()}`);
      equal(document.getText().includes(name), false, "the old name is gone");
    },
  },
  {
    name: "a refactoring that is called off, or whose text changes while it is looked at, does nothing",
    run: async () => {
      await vscode.workspace.fs.writeFile(file("called_off.py"), new TextEncoder().encode(script));
      const document = await openScript("called_off.py");
      const selection = new vscode.Range(3, 0, 4, 27);
      const offered = (): Promise<vscode.CodeAction> => until(() => refactoring(document, selection, "refactor.extract", /^Extract 2 statements/), () => "the refactoring is offered");
      void take(await offered());
      await answerPreview("Cancel");
      void take(await offered());
      await vscode.window.tabGroups.close(await until(previewTab, () => "a preview is shown"));
      equal(document.getText(), script, "nothing was done");
      const done = take(await offered());
      await preview();
      await replace(document, new vscode.Range(0, 0, 0, 0), "# sales\n");
      await answerPreview("Apply");
      await done;
      equal(document.getText(), `# sales\n${script}`, "only what was edited");
    },
  },
  {
    name: "refactorings are made at once where the settings say so",
    run: async () => {
      const settings = vscode.workspace.getConfiguration("seaworthy.refactoring");
      await settings.update("preview", "severalTexts", vscode.ConfigurationTarget.Global);
      try {
        await vscode.workspace.fs.writeFile(file("at_once.py"), new TextEncoder().encode(script));
        const document = await openScript("at_once.py");
        const wrap = await until(() => refactoring(document, new vscode.Range(2, 0, 2, 5), "refactor.rewrite", /^Move the work/), () => "the refactoring is offered");
        await take(wrap);
        truly(document.getText().includes("def main() -> None:"), `wrapped:\n${document.getText()}`);
        const notebook = await openCells();
        const editor = await until(() => vscode.window.activeNotebookEditor, () => "the notebook is in front");
        editor.selections = [new vscode.NotebookRange(2, 5)];
        void vscode.commands.executeCommand("seaworthy.moveToModule");
        equal([...(await preview()).keys()].sort().join(), "What is done, and why.md,cells.ipynb,cells.py", "a module is shown");
        await answerPreview("Cancel");
        equal(notebook.isDirty, false, "the notebook was changed");
      } finally {
        await settings.update("preview", undefined, vscode.ConfigurationTarget.Global);
      }
    },
  },
  {
    name: "three cells go to a module in one edit, the others keep their outputs, and one undo brings all back",
    run: async () => {
      const notebook = await openCells();
      const before = contents(notebook);
      const editor = await until(() => vscode.window.activeNotebookEditor, () => "the notebook is in front");
      editor.selections = [new vscode.NotebookRange(2, 5)];
      const done = vscode.commands.executeCommand("seaworthy.moveToModule");
      const shown = await preview();
      truly(shown.get("cells.py")?.includes("def double(") === true, `the module as it will be:\n${String(shown.get("cells.py"))}`);
      truly(shown.get("cells.ipynb")?.startsWith("# %% [markdown]\n# # Doubles\n\n# %%\nfrom cells import LIMIT, compute_root\n") === true, `the notebook as it will be:\n${String(shown.get("cells.ipynb"))}`);
      equal(contents(notebook), before, "nothing is done yet");
      await answerPreview("Apply");
      await done;
      const module = await until(() => readText("cells.py"), () => "the module is there");
      for (const name of ["def double(", "LIMIT = 3", "import math"]) truly(module.includes(name), `${name} in the module:\n${module}`);
      await until(() => contents(notebook) !== before, () => "the notebook changed");
      const texts = notebook.getCells().map((cell) => cell.document.getText());
      truly(texts.some((text) => text.includes("from cells import")), `the notebook imports the module:\n${texts.join("\n---\n")}`);
      truly(!texts.some((text) => text.includes("def double")), "the function has left the notebook");
      equal(notebook.getCells().at(-1)?.outputs.length, 1, "the last cell keeps its output");
      editor.selection = new vscode.NotebookRange(notebook.cellCount - 1, notebook.cellCount);
      await vscode.commands.executeCommand("undo");
      await until(() => contents(notebook) === before, () => `one undo brings back\n${before}\nnot\n${contents(notebook)}`);
      await until(async () => (await readText("cells.py")) === undefined, () => "the module is gone");
      equal(notebook.isDirty, false, "the notebook differs from what is on the disk");
    },
  },
  {
    name: "statements of a script go to a module, and one undo brings them back and takes the module away",
    run: async () => {
      const before = "LIMIT = 3\n\n\ndef double(x):\n    return min(2 * x, LIMIT)\n\n\nprint(double(1))\n";
      await vscode.workspace.fs.createDirectory(file("scripted"));
      await vscode.workspace.fs.writeFile(file("scripted/doubling.py"), new TextEncoder().encode(before));
      const document = await openScript("scripted/doubling.py");
      const editor = await until(() => vscode.window.activeTextEditor, () => "the script is in front");
      editor.selection = new vscode.Selection(0, 0, 4, 28);
      const files = async (): Promise<string> => (await vscode.workspace.fs.readDirectory(file("scripted"))).map(([name]) => name).join();
      // The server hears of the script a moment after the editor shows it.
      await until(() => refactoring(document, editor.selection, "refactor.move", /^Move the selection/), () => "moving is offered");
      const done = vscode.commands.executeCommand("seaworthy.moveToModule");
      await answerPreview("Apply");
      await done;
      await until(() => !document.getText().includes("def double"), () => `the function has left the script:\n${document.getText()}`);
      truly((await files()) !== "doubling.py", "the module is there");
      await vscode.commands.executeCommand("undo");
      await until(() => document.getText() === before, () => `one undo brings back\n${before}\nnot\n${document.getText()}`);
      await until(async () => (await files()) === "doubling.py", () => "the module is gone");
    },
  },
  {
    name: "what is refused changes nothing",
    run: async () => {
      const notebook = await openCells();
      const before = contents(notebook);
      const editor = await until(() => vscode.window.activeNotebookEditor, () => "the notebook is in front");
      editor.selections = [new vscode.NotebookRange(0, 1)];
      await vscode.commands.executeCommand("seaworthy.moveToModule");
      equal(contents(notebook), before, "the notebook");
    },
  },
];

async function refactoring(document: vscode.TextDocument, range: vscode.Range, kind: string, title: RegExp): Promise<vscode.CodeAction | undefined> {
  const actions = await codeActions(document, range, kind);
  return actions?.find((action) => title.test(action.title) && action.command !== undefined);
}

/** As from a menu. It is done when the refactoring is, its preview and all. */
async function take({ command }: vscode.CodeAction): Promise<void> {
  if (!command) throw new Error("the action has no command");
  await vscode.commands.executeCommand(command.command, ...(command.arguments as unknown[]));
}

const cells = [
  { cell_type: "markdown", source: "# Doubles" },
  { cell_type: "code", source: "import math" },
  { cell_type: "code", source: "LIMIT = 3" },
  { cell_type: "code", source: "def double(x):\n    return min(2 * x, LIMIT)" },
  { cell_type: "code", source: "values = [double(x) for x in range(4)]\nroot = math.sqrt(sum(values))" },
  { cell_type: "code", source: "print(values, root, LIMIT)" },
];

let copies = 0;

async function openCells(): Promise<vscode.NotebookDocument> {
  const written = cells.map(({ cell_type, source }, index) => cell_type === "code"
    ? { cell_type, id: `c${index}`, metadata: {}, execution_count: 1, outputs: [{ output_type: "stream", name: "stdout", text: `${index}\n` }], source }
    : { cell_type, id: `c${index}`, metadata: {}, source });
  const metadata = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" }, language_info: { name: "python" } };
  await vscode.workspace.fs.createDirectory(file(`cells-${++copies}`));
  const uri = file(`cells-${copies}/cells.ipynb`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 })));
  await vscode.commands.executeCommand("vscode.openWith", uri, "jupyter-notebook");
  return until(() => vscode.window.visibleNotebookEditors.find(({ notebook }) => notebook.uri.path === uri.path)?.notebook, () => `an editor of ${uri.path}`);
}

/** Cells with their outputs. */
function contents(notebook: vscode.NotebookDocument): string {
  return notebook.getCells().map(({ document, outputs }) => `${document.getText()} -> ${outputs.length}`).join("\n---\n");
}

/** From an editor, saved or not; else from the disk. */
async function readText(name: string): Promise<string | undefined> {
  const uri = file(`cells-${copies}/${name}`);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open && open.getText() !== "") return open.getText();
  try {
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    return text === "" ? undefined : text;
  } catch {
    return undefined;
  }
}
