/**
 * What the suite inside VS Code's extension host needs: tests by name, and the questions they ask the editor.
 * Runs in the Node host and in the web worker alike, so it knows only the `vscode` API.
 */
import * as vscode from "vscode";

export interface SuiteTest {
  readonly name: string;
  readonly run: () => Promise<void>;
}

/** A finding as the editor shows it: rule, 1-based line, and the text it underlines. */
export interface Shown {
  readonly rule: string;
  readonly line: number;
  readonly text: string;
}

export function folder(): vscode.Uri {
  const first = vscode.workspace.workspaceFolders?.[0];
  if (first === undefined) throw new Error("no folder is open");
  return first.uri;
}

export function file(name: string): vscode.Uri {
  return vscode.Uri.joinPath(folder(), name);
}

export async function openScript(name: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(name));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Takes back what is not saved and closes every editor, so that the next test finds the files as they are on disk. */
export async function closeAll(): Promise<void> {
  // VS Code writes its own settings as documents, too, and may be at it: these are left to it.
  for (const document of vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && vscode.workspace.getWorkspaceFolder(uri) !== undefined)) {
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  }
  // Notebooks, and what has no file.
  for (let round = 0; round < 30 && vscode.window.tabGroups.all.some(({ tabs }) => tabs.length > 0); round++) {
    await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
  }
}

export function shown(document: vscode.TextDocument): readonly Shown[] {
  return diagnostics(document).map((diagnostic) => ({
    rule: ruleOf(diagnostic),
    line: diagnostic.range.start.line + 1,
    text: document.getText(diagnostic.range),
  })).sort((a, b) => a.line - b.line);
}

export function diagnostics(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === "seaworthy");
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Waits until exactly these findings are shown, and once more after a while, so that late extra ones are caught. */
export async function expectShown(document: vscode.TextDocument, expected: readonly Shown[]): Promise<void> {
  const wanted = JSON.stringify(expected);
  await until(() => JSON.stringify(shown(document)) === wanted, () => `${document.uri.path}: expected ${wanted}, shown ${JSON.stringify(shown(document))}`);
  await pause(150);
  equal(JSON.stringify(shown(document)), wanted, `${document.uri.path} stays as it is`);
}

/** The quick fixes at a finding of this rule. */
export async function quickFixes(document: vscode.TextDocument, rule: string): Promise<vscode.CodeAction[]> {
  const diagnostic = await until(() => diagnostics(document).find((candidate) => ruleOf(candidate) === rule), () => `a ${rule} in ${document.uri.path}`);
  return until(() => codeActions(document, diagnostic.range, vscode.CodeActionKind.QuickFix.value), () => "an answer about code actions");
}

/** What the editor offers for a selection, with edits; `undefined` where the question was called off. */
export async function codeActions(document: vscode.TextDocument, range: vscode.Range, kind: string): Promise<vscode.CodeAction[] | undefined> {
  try {
    return await vscode.commands.executeCommand<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document.uri, range, kind, 20);
  } catch (error) {
    // VS Code cancels the question when it reads the file again meanwhile; its light bulb asks again, and so do we.
    if (error instanceof Error && error.name === "Canceled") return undefined;
    throw error;
  }
}

/** Applies the finding's quick fix with this title. */
export async function applyFix(document: vscode.TextDocument, rule: string, title: RegExp): Promise<void> {
  let actions: readonly vscode.CodeAction[] = [];
  // VS Code gives an empty answer where the text changed while it asked; its light bulb asks again, and so do we.
  const fix = await until(async () => {
    actions = await quickFixes(document, rule);
    const found = actions.find((action) => title.test(action.title));
    return found?.edit && { title: found.title, edit: found.edit };
  }, () => `a fix ${String(title)} with an edit among ${titles(actions)}`);
  truly(await vscode.workspace.applyEdit(fix.edit), `"${fix.title}" applies`);
}

export function titles(actions: readonly vscode.CodeAction[]): string {
  return actions.map(({ title }) => `"${title}"`).join(", ");
}

/** The preview of a refactoring: its texts by the last name of their address, as they will be. */
export async function preview(): Promise<ReadonlyMap<string, string>> {
  await until(() => previewTab() !== undefined, () => "a preview is shown");
  const texts = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === "seaworthy-preview");
  // VS Code keeps those of earlier previews for a while.
  const last = Math.max(...texts.map(({ uri }) => Number.parseInt(uri.query, 10)));
  const shown = texts.filter(({ uri }) => uri.query === `${String(last)}-after`);
  return new Map(shown.map((document) => [document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1), document.getText()]));
}

/** Answers its question by keyboard. */
export async function answerPreview(answer: "Apply" | "Cancel"): Promise<void> {
  await until(() => previewTab() !== undefined, () => "a preview is shown");
  const key = answer === "Apply" ? "workbench.action.acceptSelectedQuickOpenItem" : "workbench.action.closeQuickOpen";
  // The question comes a moment after the page.
  await until(async () => {
    await vscode.commands.executeCommand(key);
    return previewTab() === undefined;
  }, () => "the preview is closed");
}

export function previewTab(): vscode.Tab | undefined {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(({ label }) => label.includes("(Preview)"));
}

export async function replace(document: vscode.TextDocument, range: vscode.Range, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, text);
  truly(await vscode.workspace.applyEdit(edit), "edit applies");
}

export function positionAfter(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${document.uri.path} does not contain ${text}`);
  return document.positionAt(at + text.length);
}

export async function completionsAt(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", document.uri, position, undefined, 50);
  return list.items;
}

export async function hoverAt(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, position);
  const texts = hovers.flatMap(({ contents }) => contents);
  return texts.map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content))).join("\n");
}

export async function until<Answer>(ask: () => Answer | Promise<Answer>, what: () => string, limit = 8_000): Promise<Exclude<Answer, undefined | false>> {
  const started = Date.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<Answer, undefined | false>;
    if (Date.now() - started > limit) throw new Error(`not within ${limit} ms: ${what()}`);
    await pause(40);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

export function equal(actual: unknown, expected: unknown, what: string): void {
  if (actual !== expected) throw new Error(`${what}\n  expected ${String(expected)}\n  actual   ${String(actual)}`);
}

export function truly(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}
