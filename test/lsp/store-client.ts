/** A client of a server whose workspace uses a feature store, for the protocol tests of one store each. It is stopped after each test. */
import type { LocationLink } from "vscode-languageserver/node";
import { afterEach } from "vitest";
import { eventually, vscodeProfile, type LspClient } from "../harness/lsp-client.ts";
import { at, hover } from "./questions.ts";
import { toyClient } from "./toy-server.ts";

let client: LspClient | undefined;

afterEach(async () => {
  await client?.stop();
  client = undefined;
});

/**
 * @param files by URI, below file:///w
 * @param opened in this order
 * @param ready where, once the definitions are read, there is something to say of a text
 */
export async function storeClient(files: Map<string, string>, opened: readonly string[], ready: { readonly uri: string; readonly text: string }): Promise<LspClient> {
  const made = toyClient({ ...vscodeProfile, previews: true, files }, files);
  client = made;
  await made.initialize(["file:///w"]);
  for (const uri of opened) await made.open(uri, files.get(uri) ?? "");
  await made.settled();
  await eventually(async () => ((await hover(made, ready.uri, ready.text)) ?? undefined));
  return made;
}

/** Where go to definition leads from a text: `features.py:11:17`. */
export async function definitions(from: LspClient, uri: string, text: string): Promise<readonly string[]> {
  const links = await from.connection.sendRequest<LocationLink[] | null>("textDocument/definition", at(from, uri, text));
  return (links ?? []).map(({ targetUri, targetSelectionRange: { start } }) => `${targetUri.slice(10)}:${String(start.line)}:${String(start.character)}`);
}
