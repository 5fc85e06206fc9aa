/**
 * The extension, on the desktop and in a browser alike: one language client, its commands and its status.
 *
 * Activation must not wait: commands and status are registered at once; the language client's code is loaded afterwards, and the
 * server starts beside it. Nothing pops up; what goes wrong is in the output channel and in the status item.
 */
import { window, workspace, type ExtensionContext, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { TrustChanged, type InitializationOptions, type Trust } from "../server/protocol.ts";
import { registerCommands, serverCommands } from "./commands.ts";
import { featureCommands, registerFeatures } from "./features.ts";
import { answerFileRequests } from "./files.ts";
import { registerPages, rulePageAddress } from "./pages.ts";
import { refactoringCommands, registerRefactorings } from "./refactoring.ts";
import { showStatus } from "./status.ts";

/** What `activate` gives to other extensions and to tests. */
export interface ExtensionApi {
  /** Resolves when the server answers; rejects when it could not be started. */
  readonly ready: Promise<void>;
}

/** Loads the client's code and makes a client of the platform, which must reveal its output channel never. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => Promise<BaseLanguageClient>;

let running: Promise<BaseLanguageClient> | undefined;

export function startExtension(context: ExtensionContext, makeClient: MakeClient): ExtensionApi {
  const output = window.createOutputChannel("Seaworthy", { log: true });
  const status = showStatus();
  const client = afterActivation().then(() => makeClient("seaworthy", "Seaworthy", clientOptions(output)));
  running = client;
  context.subscriptions.push(output, status, registerPages(client), ...registerCommands(client, output), ...registerRefactorings(client), ...registerFeatures(context, client));
  const ready = client.then(async (made) => {
    answerFileRequests(made, workspace.fs);
    status.follow(made);
    context.subscriptions.push(workspace.onDidGrantWorkspaceTrust(() => {
      const trust: Trust = { trusted: true };
      if (made.isRunning()) made.sendNotification(TrustChanged.method, trust).catch((error: unknown) => { output.warn(String(error)); });
    }));
    await made.start();
  });
  ready.catch((error: unknown) => {
    output.error(`The language server did not start: ${String(error)}`);
    status.failed();
  });
  return { ready };
}

export async function stopExtension(): Promise<void> {
  const client = await running;
  running = undefined;
  if (client?.isRunning()) await client.stop();
}

function clientOptions(outputChannel: LogOutputChannel): LanguageClientOptions {
  // Asked for anew when the server is restarted.
  const initializationOptions = (): InitializationOptions => ({
    fileSystem: true, status: true, features: true, commands: [...serverCommands, ...refactoringCommands, ...featureCommands], rulePage: rulePageAddress,
    trusted: workspace.isTrusted,
  });
  return {
    // Every scheme: notebook cells, unsaved files, remote and virtual workspaces. Cells of every language: on saving, VS Code
    // asks the first cell for what to do with the whole notebook.
    documentSelector: [{ language: "python" }, { notebook: "jupyter-notebook" }],
    outputChannel,
    initializationOptions,
    initializationFailedHandler: () => false,
    diagnosticPullOptions: { onChange: true, onSave: false, onFocus: false, onTabs: false },
    markdown: { isTrusted: { enabledCommands: serverCommands } },
  };
}

/** The editor counts what runs before this as the time it takes to activate. */
function afterActivation(): Promise<void> {
  return new Promise((done) => { setTimeout(done, 0); });
}
