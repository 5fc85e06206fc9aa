/** What an editor asks at a place, and the answers as tests compare them. */
import type { CompletionItem, CompletionList, Hover } from "vscode-languageserver";
import type { LspClient } from "../harness/lsp-client.ts";

/** The first place of a text. */
export function at(each: LspClient, uri: string, text: string): { readonly textDocument: { readonly uri: string }; readonly position: unknown } {
  return { textDocument: { uri }, position: each.find(uri, text).start };
}

export async function hover(each: LspClient, uri: string, text: string): Promise<string | null> {
  const found = await each.connection.sendRequest<Hover | null>("textDocument/hover", at(each, uri, text));
  return found ? JSON.stringify(found.contents) : null;
}

export async function labels(each: LspClient, uri: string, after: string): Promise<readonly string[]> {
  const answer = await each.connection.sendRequest<CompletionList | CompletionItem[] | null>("textDocument/completion", { textDocument: { uri }, position: each.find(uri, after).end });
  return (Array.isArray(answer) ? answer : (answer?.items ?? [])).map(({ label }) => label);
}
