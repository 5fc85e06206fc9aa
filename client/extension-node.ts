/** Entry point of the extension where Node runs: the desktop and remote hosts. The server is a process of its own. */
import type { ExtensionContext } from "vscode";
import { startExtension, stopExtension, type ExtensionApi } from "./extension.ts";

export function activate(context: ExtensionContext): ExtensionApi {
  const module = context.asAbsolutePath("dist/server.cjs");
  return startExtension(context, async (id, name, options) => {
    const { LanguageClient, RevealOutputChannelOn, TransportKind } = await import("vscode-languageclient/node");
    const quiet = { ...options, revealOutputChannelOn: RevealOutputChannelOn.Never };
    return new LanguageClient(id, name, { module, transport: TransportKind.ipc }, quiet);
  });
}

export function deactivate(): Promise<void> {
  return stopExtension();
}
