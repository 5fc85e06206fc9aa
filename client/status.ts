/**
 * The language status item (the `{}` at the right of the status bar): whether the server runs, and for the file in front the profile, the
 * number of findings and the time of the last analysis.
 */
import { LanguageStatusSeverity, languages, window, type LanguageStatusItem } from "vscode";
import { State, type BaseLanguageClient } from "vscode-languageclient";
import { Analysed, type AnalysisStatus } from "../server/protocol.ts";

export interface StatusItem {
  dispose(): void;
  /** The server could not be started. */
  failed(): void;
}

export function showStatus(client: BaseLanguageClient): StatusItem {
  const item = languages.createLanguageStatusItem("seaworthy.status", [{ language: "python" }]);
  item.name = "Seaworthy";
  item.command = { title: "Show output", command: "seaworthy.showOutput" };
  const known = new Map<string, AnalysisStatus>();
  const update = (): void => {
    const uri = (window.activeNotebookEditor?.notebook.uri ?? window.activeTextEditor?.document.uri)?.toString();
    describe(item, client.state, uri === undefined ? undefined : known.get(uri));
  };
  update();
  const listeners = [
    client.onNotification(Analysed.method, (status: AnalysisStatus) => {
      known.set(status.uri, status);
      update();
    }),
    client.onDidChangeState(update),
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeActiveNotebookEditor(update),
  ];
  return {
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

function describe(item: LanguageStatusItem, state: State, status: AnalysisStatus | undefined): void {
  item.busy = state === State.Starting;
  item.severity = LanguageStatusSeverity.Information;
  if (state !== State.Running) {
    item.text = state === State.Starting ? "Seaworthy starts" : "Seaworthy is stopped";
    return;
  }
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
