/** Entry point of the extension in a browser. The server is a web worker. */
import { Uri, workspace, type ExtensionContext } from "vscode";
import type { MessageTransports } from "vscode-languageclient";
import { startExtension, stopExtension, type ExtensionApi } from "./extension.ts";

let running: Worker | undefined;

export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, "dist/web/server.js");
  return startExtension(context, async (id, name, options) => {
    const { BrowserMessageReader, BrowserMessageWriter, LanguageClient } = await import("vscode-languageclient/browser");
    // Transports, not the worker: VS Code replaces the global Worker, and the client would not know ours for one.
    const nextServer = async (): Promise<MessageTransports> => {
      running?.terminate();
      running = await startWorker(script);
      return { reader: new BrowserMessageReader(running), writer: new BrowserMessageWriter(running) };
    };
    return new LanguageClient(id, name, nextServer, options);
  });
}

export async function deactivate(): Promise<void> {
  await stopExtension();
  running?.terminate();
}

/**
 * A page may start workers from its own origin only. An extension that a remote serves has another one: its script is
 * read as a file and handed over as a blob.
 */
async function startWorker(script: Uri): Promise<Worker> {
  if (script.scheme === "http" || script.scheme === "https") return new Worker(script.toString(true));
  const bytes = await workspace.fs.readFile(script);
  const address = URL.createObjectURL(new Blob([bytes.slice()], { type: "application/javascript" }));
  try {
    return new Worker(address);
  } finally {
    // The worker has its own hold on the script by now.
    setTimeout(() => { URL.revokeObjectURL(address); }, 10_000);
  }
}
