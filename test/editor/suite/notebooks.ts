/** Notebooks: findings by cell, fixes inside one cell, structure changes. */
import * as vscode from "vscode";
import {
  applyFix, completionsAt, diagnostics, equal, expectShown, file, positionAfter, shown, truly, until, type Shown, type SuiteTest,
} from "./testing.ts";

const nan: Shown = { rule: "nan-comparison", line: 2, text: 'customers["age"] == np.nan' };

export const notebookTests: readonly SuiteTest[] = [
  {
    name: "a notebook shows findings in their cells, and a broken cell does not silence the others",
    run: async () => {
      const notebook = await openBook();
      await expectShown(cell(notebook, "np.nan"), [nan]);
      await until(() => shown(cell(notebook, "total =")).some(({ rule }) => rule === "cell-syntax"), () => "the broken cell is reported");
      equal(shown(cell(notebook, "import numpy")).length, 0, "findings in the imports");
      equal(diagnostics(cell(notebook, "np.nan"))[0]?.severity, vscode.DiagnosticSeverity.Error, "severity");
    },
  },
  {
    name: "a quick fix in a cell changes that cell and no other",
    run: async () => {
      const notebook = await openBook();
      const others = (): string => notebook.getCells().filter(({ document }) => !document.getText().startsWith("customers =")).map(({ document }) => document.getText()).join("\0");
      const before = others();
      const document = cell(notebook, "np.nan");
      await expectShown(document, [nan]);
      await applyFix(document, "nan-comparison", /isna/);
      equal(document.getText(), 'customers = pd.read_csv("customers.csv")\ncustomers[customers["age"].isna()]', "the repaired cell");
      equal(others(), before, "the other cells");
      await expectShown(document, []);
    },
  },
  {
    name: "findings stay with their cell when cells are inserted, moved and removed",
    run: async () => {
      const notebook = await openBook();
      await expectShown(cell(notebook, "np.nan"), [nan]);
      await change(notebook, vscode.NotebookEdit.insertCells(1, [new vscode.NotebookCellData(vscode.NotebookCellKind.Code, "first = 1", "python")]));
      await expectShown(cell(notebook, "np.nan"), [nan]);
      const broken = notebook.getCells().findIndex(({ document }) => document.getText().startsWith("total ="));
      await change(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(broken, broken + 1)));
      await expectShown(cell(notebook, "np.nan"), [nan]);
      // Without its imports the cell proves nothing any more.
      const imports = notebook.getCells().findIndex(({ document }) => document.getText().startsWith("import numpy"));
      await change(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(imports, imports + 1)));
      await until(() => shown(cell(notebook, "np.nan")).every(({ rule }) => rule !== "nan-comparison"), () => "no nan-comparison without the import");
    },
  },
  {
    name: "a new cell sees what earlier cells define",
    run: async () => {
      const notebook = await openBook();
      await expectShown(cell(notebook, "np.nan"), [nan]);
      const last = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, 'left = customers[customers["churned"] != np.nan]', "python");
      await change(notebook, vscode.NotebookEdit.insertCells(notebook.cellCount, [last]));
      await expectShown(cell(notebook, "left ="), [{ rule: "nan-comparison", line: 1, text: 'customers["churned"] != np.nan' }]);
    },
  },
  {
    name: "fix all repairs a notebook",
    run: async () => {
      const notebook = await openBook();
      const document = cell(notebook, "np.nan");
      await expectShown(document, [nan]);
      await vscode.commands.executeCommand("seaworthy.fixAll");
      await until(() => document.getText().includes(".isna()"), () => `the cell is repaired: ${document.getText()}`);
      await expectShown(document, []);
    },
  },
  {
    name: "feature names complete inside a cell",
    run: async () => {
      const notebook = await openBook();
      const document = cell(notebook, "get_online_features");
      const items = await until(async () => {
        const found = await completionsAt(document, positionAfter(document, '"customer_usage:'));
        return found.some(({ label }) => labelOf(label).includes("support_calls_30d")) && found;
      }, () => "completion of a feature");
      truly(items.some(({ label }) => labelOf(label).includes("data_gb_30d")), "every feature of the view is offered");
    },
  },
  {
    name: "closing a notebook clears its findings",
    run: async () => {
      const notebook = await openBook();
      const uri = cell(notebook, "np.nan").uri;
      await expectShown(cell(notebook, "np.nan"), [nan]);
      await vscode.commands.executeCommand("workbench.action.closeAllEditors");
      await until(() => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "seaworthy").length === 0, () => "no findings of a closed notebook");
    },
  },
];

let copies = 0;

/**
 * Opens a copy, as a user opens it: a notebook that a test opens through `openNotebookDocument` stays in memory for
 * minutes after its editor was closed, edits and all.
 */
async function openBook(): Promise<vscode.NotebookDocument> {
  const copy = file(`book-${++copies}.ipynb`);
  await vscode.workspace.fs.writeFile(copy, await vscode.workspace.fs.readFile(file("book.ipynb")));
  await vscode.commands.executeCommand("vscode.openWith", copy, "jupyter-notebook");
  return until(() => vscode.window.visibleNotebookEditors.find(({ notebook }) => notebook.uri.path === copy.path)?.notebook, () => `an editor of ${copy.path}`);
}

/** The code cell that contains the text. */
function cell(notebook: vscode.NotebookDocument, text: string): vscode.TextDocument {
  const found = notebook.getCells().find(({ kind, document }) => kind === vscode.NotebookCellKind.Code && document.getText().includes(text));
  if (found === undefined) throw new Error(`no cell contains ${text}`);
  return found.document;
}

async function change(notebook: vscode.NotebookDocument, ...edits: vscode.NotebookEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(notebook.uri, edits);
  truly(await vscode.workspace.applyEdit(edit), "the notebook edit applies");
}

function labelOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === "string" ? label : label.label;
}
