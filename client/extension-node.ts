/** Entry point of the extension where Node runs: the desktop and remote hosts. The server is a process of its own. */
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { startExtension, stopExtension, type ExtensionApi } from "./extension.ts";

export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath("dist/server.cjs");
  return startExtension(context, (id, name, options) =>
    new LanguageClient(id, name, { module, transport: TransportKind.ipc }, options));
}

export function deactivate(): Promise<void> {
  return stopExtension();
}
