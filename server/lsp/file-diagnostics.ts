/**
 * Diagnostics of files that are no documents of the session: settings of stores, catalogues, lists of references. Several parts of the
 * server have something to say of one file, and a client keeps only what it was sent last: so all of it is kept here, and sent together.
 */
import type { Diagnostic } from "vscode-languageserver";
import type { Context } from "./context.ts";
import { sameItems } from "./diagnostic-items.ts";

export interface FileDiagnostics {
  /** Replaces all that `owner` had to say, by file. */
  show(owner: string, items: ReadonlyMap<string, readonly Diagnostic[]>): void;
}

export function createFileDiagnostics({ connection }: Pick<Context, "connection">): FileDiagnostics {
  const byOwner = new Map<string, ReadonlyMap<string, readonly Diagnostic[]>>();
  const shown = new Map<string, readonly Diagnostic[]>();
  return {
    show(owner, items) {
      byOwner.set(owner, items);
      const next = new Map<string, Diagnostic[]>();
      for (const files of byOwner.values()) for (const [uri, diagnostics] of files) next.set(uri, [...(next.get(uri) ?? []), ...diagnostics]);
      for (const uri of new Set([...shown.keys(), ...next.keys()])) {
        const diagnostics = next.get(uri) ?? [];
        if (sameItems(shown.get(uri) ?? [], diagnostics)) continue;
        if (diagnostics.length === 0) shown.delete(uri);
        else shown.set(uri, diagnostics);
        void connection.sendDiagnostics({ uri, diagnostics });
      }
    },
  };
}
