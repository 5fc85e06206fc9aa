/**
 * A refactoring shown before it is made: what it does and why, and every text as it is and as it will be, all on one page; above it the
 * question whether to go on. Enter does it; Escape, and closing the page, leaves everything as it is.
 *
 * Scripts, notebooks and files that are made look alike: the texts are virtual documents, which nobody can edit and nobody analyses.
 */
import {
  Disposable, Uri, commands, languages, window, workspace,
  type NotebookEditor, type QuickPickItem, type Tab,
} from "vscode";
import type { RefactorChange } from "../server/protocol.ts";
import { summaryText } from "./pages.ts";
import type { ChangedText } from "./refactoring-change.ts";

/** The server knows it, too, and leaves such texts alone. */
const scheme = "seaworthy-preview";

const texts = new Map<string, string>();
let asking: Disposable | undefined;
let pages = 0;

export function registerPreviews(): Disposable {
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? "",
  });
  return Disposable.from(provider, new Disposable(() => { asking?.dispose(); }));
}

/** Whether the user wants the change. A question that is still open is answered with no. */
export async function isWanted(change: RefactorChange, changed: readonly ChangedText[]): Promise<boolean> {
  asking?.dispose();
  const number = String(++pages);
  const shown: Uri[] = [];
  // Before and after have the same path: else VS Code would show a file that is renamed.
  const page = async (path: string, when: "before" | "after", text: string, language?: string): Promise<Uri> => {
    const uri = Uri.from({ scheme, path: `/${path}`, query: `${number}-${when}` });
    texts.set(uri.toString(), text);
    shown.push(uri);
    const document = await workspace.openTextDocument(uri);
    // A notebook is shown as a script.
    if (language !== undefined) await languages.setTextDocumentLanguage(document, language);
    return uri;
  };
  const summary = await page("What is done, and why.md", "after", summaryText(change));
  const resources: [Uri, Uri | undefined, Uri][] = [[summary, undefined, summary]];
  for (const { uri, before, after } of changed) {
    const path = workspace.asRelativePath(uri);
    const language = path.endsWith(".ipynb") ? "python" : undefined;
    const was = before === undefined ? undefined : await page(path, "before", before, language);
    resources.push([uri, was, await page(path, "after", after, language)]);
  }
  // A tab that is only looked at would be taken for the page.
  await commands.executeCommand("workbench.action.keepEditor");
  const active = window.activeNotebookEditor;
  // As it was: the editor itself follows what is in front.
  const notebook = active && { notebook: active.notebook, selections: active.selections };
  const title = `${change.title} (Preview)`;
  await commands.executeCommand("vscode.changes", title, resources);
  // VS Code adds the number of texts.
  const tabs = (): readonly Tab[] => window.tabGroups.all.flatMap((group) => group.tabs).filter(({ label }) => label.startsWith(title));
  try {
    return await answer(change, tabs());
  } finally {
    await window.tabGroups.close(tabs());
    // Where the code is: for renaming, and for undo.
    await commands.executeCommand("workbench.action.focusActiveEditorGroup");
    if (notebook) await selectAgain(notebook);
    for (const uri of shown) texts.delete(uri.toString());
  }
}

/** Cells that were selected; VS Code brings back only the one in focus. */
async function selectAgain({ notebook, selections }: Pick<NotebookEditor, "notebook" | "selections">): Promise<void> {
  const editor = window.activeNotebookEditor ?? await new Promise<NotebookEditor | undefined>((resolve) => {
    const timer = setTimeout(() => { end(undefined); }, 1000);
    const listening = window.onDidChangeActiveNotebookEditor((each) => { if (each) end(each); });
    const end = (found: NotebookEditor | undefined): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(found);
    };
  });
  if (editor?.notebook === notebook) editor.selections = selections;
}

function answer({ title, summary }: RefactorChange, tabs: readonly Tab[]): Promise<boolean> {
  const go: QuickPickItem = { label: "$(check) Apply", description: summary[0] ?? "" };
  const stay: QuickPickItem = { label: "$(close) Cancel", description: "Leave everything as it is" };
  return new Promise((resolve) => {
    const question = window.createQuickPick();
    question.title = title;
    question.placeholder = "Make the changes that are shown below?";
    question.items = [go, stay];
    // For looking at the page, and scrolling in it.
    question.ignoreFocusOut = true;
    const closed = window.tabGroups.onDidChangeTabs((change) => { if (change.closed.some((tab) => tabs.includes(tab))) question.hide(); });
    const end = (isYes: boolean): void => {
      resolve(isYes);
      asking = undefined;
      closed.dispose();
      question.dispose();
    };
    asking = new Disposable(() => { end(false); });
    question.onDidAccept(() => { end(question.selectedItems[0] === go); });
    question.onDidHide(() => { end(false); });
    question.show();
  });
}
