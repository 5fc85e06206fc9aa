/**
 * The language status item (the `{}` at the right of the status bar): whether the server runs, and for the file in front the profile, the
 * number of findings and the time of the last analysis.
 */
import { LanguageStatusSeverity, languages, window, type LanguageStatusItem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { Analysed, type AnalysisStatus } from "../server/protocol.ts";

export interface StatusItem {
  /** Shows what this client says from now on. */
  follow(client: BaseLanguageClient): void;
  /** The server could not be started. */
  failed(): void;
  dispose(): void;
}

export function showStatus(): StatusItem {
  const item = languages.createLanguageStatusItem("seaworthy.status", [{ language: "python" }]);
  item.name = "Seaworthy";
  item.text = "Seaworthy starts";
  item.busy = true;
  item.command = { title: "Show output", command: "seaworthy.showOutput" };
  const known = new Map<string, AnalysisStatus>();
  const listeners: { dispose(): unknown }[] = [];
  return {
    follow(client) {
      const update = (): void => {
        const uri = (window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri)?.toString();
        if (client.isRunning()) describe(item, uri === undefined ? undefined : known.get(uri));
      };
      listeners.push(
        client.onNotification(Analysed.method, (status: AnalysisStatus) => {
          known.set(status.uri, status);
          update();
        }),
        client.onDidChangeState(() => {
          // Until it has run once it is still starting.
          if (!client.isRunning() && item.busy) return;
          item.busy = false;
          item.text = "Seaworthy is not running";
          update();
        }),
        window.onDidChangeActiveTextEditor(update),
        window.onDidChangeActiveNotebookEditor(update),
      );
    },
    failed() {
      item.severity = LanguageStatusSeverity.Error;
      item.text = "Seaworthy did not start";
      item.busy = false;
    },
    dispose() {
      for (const listener of listeners) listener.dispose();
      item.dispose();
    },
  };
}

function describe(item: LanguageStatusItem, status: AnalysisStatus | undefined): void {
  item.severity = LanguageStatusSeverity.Information;
  if (!status) {
    item.text = "Seaworthy";
    item.detail = "not analysed yet";
    return;
  }
  const findings = status.findings === 1 ? "1 finding" : `${status.findings} findings`;
  item.text = `Seaworthy: ${findings}`;
  item.detail = `${status.profile}, ${status.milliseconds.toFixed(1)} ms`;
  if (status.failed.length === 0) return;
  item.severity = LanguageStatusSeverity.Warning;
  item.detail += `; failed: ${status.failed.join(", ")}`;
}
