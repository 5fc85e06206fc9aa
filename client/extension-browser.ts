/** Entry point of the extension in a browser. The server is a web worker. */
import { Uri, workspace, type ExtensionContext } from "vscode";
import { startExtension, stopExtension, type ExtensionApi } from "./extension.ts";

let running: Worker | undefined;

export function activate(context: ExtensionContext): ExtensionApi {
  const script = Uri.joinPath(context.extensionUri, "dist/web/server.js");
  const nextWorker = async (): Promise<Worker> => {
    running?.terminate();
    running = await startWorker(script);
    return running;
  };
  return startExtension(context, async (id, name, options) => {
    const { LanguageClient } = await import("vscode-languageclient/browser");
    return new LanguageClient(id, name, nextWorker, options);
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
