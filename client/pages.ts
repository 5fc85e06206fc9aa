/**
 * Pages to read, offline: a rule's explanation, the configuration of a file, what a refactoring did. Virtual Markdown documents whose text comes
 * from the server, shown in the editor's preview.
 */
import { Uri, commands, workspace, type Disposable } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ExplainRule, ShowConfiguration, type FileConfiguration, type RefactorChange, type RulePage } from "../server/protocol.ts";

const scheme = "seaworthy";

/**
 * Link on a diagnostic's code; `{rule}` is filled in by the server. A page and no command: VS Code runs no commands from there. The
 * manifest's `workbench.editorAssociations` has such pages opened as a preview.
 */
export const rulePageAddress = `${scheme}:/rules/{rule}.md`;

export function registerPages(client: Promise<BaseLanguageClient>): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async (page) => textOf(await client, page),
  });
}

export function showRulePage(rule: string): Promise<void> {
  return show(Uri.from({ scheme, path: `/rules/${rule}.md` }));
}

export function showConfigurationPage(file: Uri): Promise<void> {
  const name = file.path.slice(file.path.lastIndexOf("/") + 1);
  return show(Uri.from({ scheme, path: `/configuration/${name}.md`, query: file.toString() }));
}

/** The page's text travels in its address: what was done once cannot be asked for again. */
export function showSummaryPage(change: RefactorChange): Promise<void> {
  return show(Uri.from({ scheme, path: `/refactoring/${change.title}.md`, query: summaryText(change) }));
}

/** What a refactoring does and why, and what is left to do: Markdown. */
export function summaryText({ title, summary, left }: RefactorChange): string {
  const [first = title, ...more] = summary;
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}\n`).join("");
  return `# ${first}\n\n${list(more)}${left.length > 0 ? `\n## Left to do\n\n${list(left)}` : ""}`;
}

async function textOf(client: BaseLanguageClient, { path, query }: Uri): Promise<string> {
  if (path.startsWith("/rules/")) {
    const rule = path.slice("/rules/".length, -".md".length);
    const page = await client.sendRequest<RulePage | null>(ExplainRule.method, { rule });
    return page?.markdown ?? `There is no rule named \`${rule}\`.\n`;
  }
  if (path.startsWith("/refactoring/")) return query;
  const found = await client.sendRequest<FileConfiguration | null>(ShowConfiguration.method, { uri: query });
  return found?.markdown ?? "Seaworthy does not look at this file: it is no open Python script or notebook.\n";
}

/** As a preview; as text where the Markdown extension is switched off. */
async function show(page: Uri): Promise<void> {
  try {
    await commands.executeCommand("markdown.showPreview", page);
  } catch {
    await commands.executeCommand("vscode.open", page);
  }
}
