/**
 * The panel with all that is known of a feature, view or service. There is one: showing another thing takes its place.
 *
 * It follows the workspace: when definitions have changed or a file is saved, it is asked for again. After a reload of the window it comes back.
 */
import { commands, Disposable, env, Uri, ViewColumn, window, workspace, type ExtensionContext, type WebviewPanel } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { ShowFeature, type CodePlace, type FeatureDetails, type FeatureQuery } from "../server/protocol.ts";
import { emptyPage, featurePage, type Page, type PageFrame } from "./feature-page.ts";

const viewType = "seaworthy.featureDetails";

export interface FeaturePanel {
  /** False when there is nothing of that name, or at that place. */
  show(query: FeatureQuery): Promise<boolean>;
  /** What is known may be new. */
  refresh(): Promise<void>;
  dispose(): void;
}

/** `insert` writes a reference where the user was typing last. */
export function createFeaturePanel({ extensionUri }: ExtensionContext, made: Promise<BaseLanguageClient>, insert: (reference: string) => Promise<void>): FeaturePanel {
  let panel: WebviewPanel | undefined;
  let shown: { readonly details: FeatureDetails; readonly page: Page } | undefined;

  const ask = async (query: FeatureQuery): Promise<FeatureDetails | null> => {
    const client = await made;
    return client.isRunning() ? client.sendRequest<FeatureDetails | null>(ShowFeature.method, query) : null;
  };
  const frameOf = ({ webview }: WebviewPanel): PageFrame => ({
    source: webview.cspSource,
    script: webview.asWebviewUri(Uri.joinPath(extensionUri, "media/feature-panel.js")).toString(),
    style: webview.asWebviewUri(Uri.joinPath(extensionUri, "media/feature-panel.css")).toString(),
    pathOf: (uri) => workspace.asRelativePath(Uri.parse(uri)),
  });
  const options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, "media")] };

  const fill = (into: WebviewPanel, details: FeatureDetails): void => {
    const page = featurePage(details, frameOf(into));
    const isSame = shown?.page.html === page.html;
    shown = { details, page };
    into.title = details.reference;
    // The same text again would lose the place that the reader has scrolled to.
    if (!isSame) into.webview.html = page.html;
  };
  const idShown = (): string | undefined => (panel?.visible === true ? shown?.details.id : undefined);
  const refresh = async (): Promise<void> => {
    const id = idShown();
    if (id === undefined) return;
    const details = await ask({ id });
    // It may have been closed, or filled with another thing.
    if (!panel || idShown() !== id) return;
    if (details) fill(panel, details);
    else panel.webview.html = emptyPage(frameOf(panel));
  };
  const act = async (message: { readonly target?: number }): Promise<void> => {
    const target = message.target === undefined ? undefined : shown?.page.targets[message.target];
    if (!target || !shown) return;
    if (target.kind === "place") await openPlace(await made, target.place);
    else if (target.kind === "feature") await show({ id: target.id });
    else if (target.kind === "copy") await env.clipboard.writeText(shown.details.reference);
    else await insert(shown.details.reference);
  };
  const adopt = (fresh: WebviewPanel): WebviewPanel => {
    fresh.webview.options = options;
    fresh.webview.onDidReceiveMessage(act);
    fresh.onDidChangeViewState(refresh);
    fresh.onDidDispose(() => {
      if (panel !== fresh) return;
      panel = undefined;
      shown = undefined;
    });
    panel = fresh;
    return fresh;
  };
  const show = async (query: FeatureQuery): Promise<boolean> => {
    const details = await ask(query);
    if (!details) return false;
    const into = panel ?? adopt(window.createWebviewPanel(viewType, details.reference, { viewColumn: ViewColumn.Beside, preserveFocus: false }, options));
    fill(into, details);
    into.reveal(undefined, false);
    return true;
  };

  const restored = window.registerWebviewPanelSerializer(viewType, {
    async deserializeWebviewPanel(again, state: { readonly id?: string } | undefined) {
      const client = await made;
      await client.start();
      const details = state?.id === undefined ? null : await ask({ id: state.id });
      if (details && !panel) fill(adopt(again), details);
      else again.dispose();
    },
  });
  const saved = workspace.onDidSaveTextDocument(refresh);
  return { show, refresh, dispose: () => { Disposable.from(restored, saved).dispose(); panel?.dispose(); } };
}

/** Beside the panel when it stands alone, else where texts are already shown. */
export async function openPlace({ protocol2CodeConverter: convert }: BaseLanguageClient, { uri, range }: CodePlace): Promise<void> {
  const file = Uri.parse(uri);
  // A place in a notebook that is not open is told in its file, which nobody wants to see; one in a cell leads to the cell.
  if (file.path.endsWith(".ipynb")) {
    await commands.executeCommand("vscode.open", file, file.scheme === "file" ? {} : { selection: convert.asRange(range) });
    return;
  }
  const viewColumn = window.visibleTextEditors.find(({ viewColumn: column }) => column !== undefined)?.viewColumn;
  await window.showTextDocument(file, { selection: convert.asRange(range), ...(viewColumn === undefined ? {} : { viewColumn }) });
}
