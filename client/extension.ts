/**
 * The extension, on the desktop and in a browser alike: one language client, its commands and its status.
 *
 * Activation must not wait: everything is registered at once and the server starts beside it. Nothing pops up; what goes wrong is in
 * the output channel and in the status item.
 */
import { window, workspace, type ExtensionContext } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { InitializationOptions } from "../server/protocol.ts";
import { registerCommands, serverCommands } from "./commands.ts";
import { answerFileRequests } from "./files.ts";
import { registerPages, rulePageAddress } from "./pages.ts";
import { showStatus } from "./status.ts";

/** What `activate` gives to other extensions and to tests. */
export interface ExtensionApi {
  /** Resolves when the server answers; rejects when it could not be started. */
  readonly ready: Promise<void>;
}

export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;

export function startExtension(context: ExtensionContext, makeClient: MakeClient): ExtensionApi {
  const output = window.createOutputChannel("Seaworthy", { log: true });
  const initializationOptions: InitializationOptions = {
    fileSystem: true, status: true, commands: serverCommands, rulePage: rulePageAddress,
  };
  const started = makeClient("seaworthy", "Seaworthy", {
    // Every scheme: notebook cells, unsaved files, remote and virtual workspaces. Cells of every language: on saving, VS Code
    // asks the first cell for what to do with the whole notebook.
    documentSelector: [{ language: "python" }, { notebook: "jupyter-notebook" }],
    outputChannel: output,
    initializationOptions,
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    markdown: { isTrusted: { enabledCommands: serverCommands } },
  });
  client = started;
  answerFileRequests(started, workspace.fs);
  const status = showStatus(started);
  context.subscriptions.push(output, status, registerPages(started), ...registerCommands(started, output));
  const ready = started.start();
  ready.catch((error: unknown) => {
    output.error(`The language server did not start: ${String(error)}`);
    status.failed();
  });
  return { ready };
}

export async function stopExtension(): Promise<void> {
  if (client?.isRunning()) await client.stop();
  client = undefined;
}
