/** The commands of the palette, and those that code actions of the server name. */
import { commands, env, extensions, version, window, workspace, type Disposable, type LogOutputChannel, type Uri } from "vscode";
import type { BaseLanguageClient, WorkspaceEdit } from "vscode-languageclient";
import {
  Analyse, FixAll, ListRules, ShowConfiguration, Status,
  type AnalysisStatus, type FileConfiguration, type FixAllParams, type RuleSummary,
} from "../server/protocol.ts";
import { showConfigurationPage, showRulePage } from "./pages.ts";

/** Commands that the server may put into code actions, hovers and completion items. */
export const serverCommands = ["seaworthy.explainRule", "editor.action.triggerSuggest"];

export function registerCommands(made: Promise<BaseLanguageClient>, output: LogOutputChannel): readonly Disposable[] {
  const register = (name: string, run: (...args: never[]) => unknown): Disposable =>
    commands.registerCommand(`seaworthy.${name}`, run);
  return [
    register("restart", async () => {
      output.info("Restarting the language server");
      const client = await made;
      if (client.isRunning()) await client.stop();
      await client.start();
    }),
    register("fixAll", async (uri?: Uri) => fixAll(await made, uri ?? activeUri())),
    register("explainRule", async (rule?: string) => {
      const chosen = rule ?? (await chooseRule(await made));
      if (chosen !== undefined) await showRulePage(chosen);
    }),
    register("showConfiguration", async () => {
      const uri = activeUri();
      if (uri) await showConfigurationPage(uri);
    }),
    register("analyse", async () => {
      const uri = activeUri();
      if (uri) await (await made).sendRequest(Analyse.method, { uri: uri.toString() });
    }),
    register("showOutput", () => { output.show(true); }),
    register("copyDebugInformation", async () => {
      await env.clipboard.writeText(await debugInformation(await made));
      window.setStatusBarMessage("Seaworthy: debug information is in the clipboard", 4000);
    }),
  ];
}

/** The notebook or text in front; a notebook's cells stand for their notebook on the server. */
function activeUri(): Uri | undefined {
  return window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri;
}

/** A notebook is repaired in one edit, so that one undo takes it back. */
async function fixAll(client: BaseLanguageClient, uri: Uri | undefined): Promise<void> {
  if (!uri) return;
  const params: FixAllParams = { uri: uri.toString(), safety: "safe" };
  const answer = await client.sendRequest<{ readonly edit: WorkspaceEdit; readonly fixed: number } | null>(FixAll.method, params);
  if (!answer) {
    window.setStatusBarMessage("Seaworthy: nothing that is safe to fix", 4000);
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(answer.edit);
  const applied = await workspace.applyEdit(edit);
  const count = answer.fixed === 1 ? "1 problem" : `${answer.fixed} problems`;
  window.setStatusBarMessage(applied ? `Seaworthy: fixed ${count}` : "Seaworthy: the text changed meanwhile, nothing was fixed", 4000);
}

async function chooseRule(client: BaseLanguageClient): Promise<string | undefined> {
  const rules = await client.sendRequest<readonly RuleSummary[]>(ListRules.method, null);
  const items = rules.map(({ name, topic, summary }) => ({ label: name, description: topic, detail: summary }));
  const chosen = await window.showQuickPick(items, { placeHolder: "Rule to explain", matchOnDescription: true, matchOnDetail: true });
  return chosen?.label;
}

/** What a report of a defect needs, and nothing of the user's code. */
async function debugInformation(client: BaseLanguageClient): Promise<string> {
  const uri = activeUri()?.toString();
  const ask = async <Answer>(method: string): Promise<Answer | null> =>
    uri !== undefined && client.isRunning() ? client.sendRequest<Answer | null>(method, { uri }) : null;
  const status = await ask<AnalysisStatus>(Status.method);
  const configuration = await ask<FileConfiguration>(ShowConfiguration.method);
  const own = extensions.getExtension("seaworthy.seaworthy")?.packageJSON as { readonly version?: string } | undefined;
  return [
    `Seaworthy ${own?.version ?? "?"}, ${client.initializeResult?.serverInfo?.version ?? "server not running"}`,
    `${env.appName} ${version}, ${env.appHost}, ${env.remoteName ?? "local"}`,
    `profile ${status?.profile ?? "-"}, last analysis ${status ? `${status.milliseconds.toFixed(1)} ms` : "-"}`,
    `failed rules ${status && status.failed.length > 0 ? status.failed.join(", ") : "-"}`,
    `settings ${configuration?.settings === null ? "defaults" : configuration ? "from a file" : "-"}, ` +
      `rules in force ${configuration?.rules.length ?? "-"}`,
  ].join("\n");
}
