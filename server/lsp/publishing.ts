/**
 * Publishing: how findings get to the editor, each document by exactly one way.
 *
 * - *Pull*: the client asks (`textDocument/diagnostic`) when it likes. Scripts only, and only when the client lets us say
 *   which documents to ask for: that selector must leave out notebook cells, which clients would ask for one at a time.
 * - *Push*: we send (`textDocument/publishDiagnostics`). Everything else; a notebook's cells all at once.
 *
 * Messages that wait in the queue are read before anything is analysed; after a slow analysis the next one waits
 * longer, so that a large file costs at most about half of one core while somebody types.
 */
import {
  DocumentDiagnosticReportKind,
  DocumentDiagnosticRequest,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type DocumentFilter,
} from "vscode-languageserver";
import { bringUpToDate } from "./analysis-runs.ts";
import { attempt, contained } from "./contained.ts";
import type { Context } from "./context.ts";
import { sameItems } from "./diagnostic-items.ts";
import type { Tracked } from "./documents.ts";

export interface Publisher {
  /** A client that pulls asks for new documents by itself. */
  opened(tracked: Tracked): void;
  /** Findings may have changed, and the client will not ask by itself (as it does after edits). */
  announce(tracked: Tracked): void;
  /** An edit: a client that pulls asks by itself, and with `onSave` and `manual` nothing happens yet. */
  edited(tracked: Tracked): void;
  /** Takes the findings of texts that were closed or deleted from the screen. */
  clear(texts: readonly string[]): void;
}

/** Files of these names, and unsaved ones. A notebook's cells carry its path, so that no pattern here matches them. */
const pulledDocuments: DocumentFilter[] = [
  { language: "python", pattern: "**/*.{py,pyw,pyi}" },
  { language: "python", scheme: "untitled" },
];
const pulledUri = /^untitled:|\.(?:py|pyw|pyi)$/;
const longestPause = 300;

export function createPublisher(context: Context): Publisher {
  const { connection, host, abilities, documents } = context;
  const timers = new Map<Tracked, ReturnType<typeof setTimeout>>();
  /** What the client has been sent, by text. */
  const published = new Map<string, { readonly version: number | undefined; readonly diagnostics: readonly Diagnostic[] }>();
  let refreshing = false;

  const isPulled = ({ kind, uri }: Tracked): boolean =>
    abilities.pullsDiagnostics && kind === "script" && pulledUri.test(uri);

  const schedule = (tracked: Tracked): void => {
    if (timers.has(tracked)) return;
    const last = tracked.shown?.milliseconds ?? 0;
    const pause = last < 20 ? 0 : Math.min(last, longestPause);
    timers.set(tracked, setTimeout(() => {
      timers.delete(tracked);
      attempt(host, "publishing", async () => {
        await tracked.ready;
        if (documents.get(tracked.uri) === tracked) push(tracked);
      });
    }, pause));
  };

  const push = (tracked: Tracked): void => {
    const { epoch, texts } = bringUpToDate(context, tracked);
    // With `onSave` and `manual` these may be findings of an older text, which the editor has moved along with the edits.
    if (epoch !== tracked.epoch) return;
    for (const [uri, diagnostics] of texts) {
      const version = tracked.texts.get(uri)?.version;
      const known = published.get(uri);
      // A cell that was not touched and looks as before needs no message.
      if (known?.version === version && known && sameItems(known.diagnostics, diagnostics)) continue;
      published.set(uri, { version, diagnostics });
      const versioned = abilities.diagnosticVersions && version !== undefined ? { version } : {};
      void connection.sendDiagnostics({ uri, diagnostics: [...diagnostics], ...versioned });
    }
  };

  const refresh = (): void => {
    if (refreshing || !abilities.refreshesDiagnostics) return;
    refreshing = true;
    setTimeout(() => {
      refreshing = false;
      attempt(host, "refreshing", () => connection.languages.diagnostics.refresh());
    }, 0);
  };

  if (abilities.pullsDiagnostics) {
    connection.languages.diagnostics.on(contained(host, "diagnostics", empty(), async (params, token) => {
      const tracked = documents.get(params.textDocument.uri);
      if (!tracked || !isPulled(tracked)) return empty();
      await tracked.ready;
      return pulledReport(params, bringUpToDate(context, tracked, token));
    }));
  }

  return {
    opened(tracked) {
      if (!isPulled(tracked)) schedule(tracked);
    },
    announce(tracked) {
      if (isPulled(tracked)) refresh();
      else schedule(tracked);
    },
    edited(tracked) {
      if (!isPulled(tracked) && tracked.run === "onType") schedule(tracked);
    },
    clear(texts) {
      for (const uri of texts) {
        if (published.get(uri)?.diagnostics.length) void connection.sendDiagnostics({ uri, diagnostics: [] });
        published.delete(uri);
      }
    },
  };
}

/** Asks the client to pull scripts. Once, when it is ready for requests. */
export async function registerPull({ connection, abilities }: Context): Promise<void> {
  if (!abilities.pullsDiagnostics) return;
  await connection.client.register(DocumentDiagnosticRequest.type, {
    documentSelector: pulledDocuments, identifier: "seaworthy", interFileDependencies: true, workspaceDiagnostics: false,
  });
}

function pulledReport(
  { previousResultId }: DocumentDiagnosticParams,
  { epoch, texts }: { readonly epoch: number; readonly texts: ReadonlyMap<string, readonly Diagnostic[]> },
): DocumentDiagnosticReport {
  const resultId = String(epoch);
  if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
  return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...texts.values()].flat() };
}

function empty(): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}
