/**
 * Asks the client for the texts of YAML and JSON files that name features, and for the questions of their readers: registered for just
 * these files, once they are known, so that no other file of that kind is ever sent.
 */
import {
  BulkRegistration, CodeActionKind, CodeActionRequest, CompletionRequest, DefinitionRequest, DidChangeTextDocumentNotification, DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification, HoverRequest, ReferencesRequest, RenameRequest, TextDocumentSyncKind, type BulkUnregistration,
} from "vscode-languageserver";
import { completionTriggers } from "./abilities.ts";
import type { Context } from "./context.ts";

/** Call the result after stores have changed. */
export function createListedSync({ connection, abilities, project, host }: Context): () => void {
  let registered = "";
  let current: Promise<BulkUnregistration | undefined> = Promise.resolve(undefined);
  return () => {
    if (!abilities.registersTexts) return;
    const files = (project.catalogue()?.files ?? []).map(({ uri }) => uri).toSorted();
    if (files.join("\n") === registered) return;
    registered = files.join("\n");
    current = current.then(async (before) => {
      const after = files.length === 0 ? undefined : await connection.client.register(registrations(files, abilities.preparesRename));
      before?.dispose();
      return after;
    }).catch((error: unknown) => {
      host.log("warn", `files that name features are not followed while they are edited: ${String(error)}`);
      return undefined;
    });
  };
}

function registrations(files: readonly string[], prepareProvider: boolean): BulkRegistration {
  const selector = { documentSelector: files.map((uri) => ({ pattern: patternOf(uri) })) };
  const bulk = BulkRegistration.create();
  bulk.add(DidOpenTextDocumentNotification.type, selector);
  bulk.add(DidChangeTextDocumentNotification.type, { ...selector, syncKind: TextDocumentSyncKind.Incremental });
  bulk.add(DidCloseTextDocumentNotification.type, selector);
  bulk.add(HoverRequest.type, selector);
  bulk.add(CompletionRequest.type, { ...selector, triggerCharacters: completionTriggers });
  bulk.add(DefinitionRequest.type, selector);
  bulk.add(CodeActionRequest.type, { ...selector, codeActionKinds: [CodeActionKind.QuickFix] });
  bulk.add(ReferencesRequest.type, selector);
  bulk.add(RenameRequest.type, { ...selector, prepareProvider });
  return bulk;
}

/** The last steps of its path: enough, as an answer for another file is empty. */
function patternOf(uri: string): string {
  let path = uri.slice(uri.indexOf(":") + 1);
  try {
    path = decodeURIComponent(path);
  } catch {
    // As it is.
  }
  return `**/${path.split("/").slice(-2).join("/").replaceAll(/[*?{}[\],!]/gu, "?")}`;
}
