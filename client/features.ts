/**
 * Features in the editor: the view of all feature stores of the workspace, and the list of uses that code lenses open.
 *
 * The view is hidden until the server has found a store. Its tree comes from the server whole, filtered there; what a node is about is
 * asked for when the pointer rests on it.
 */
import {
  commands, env, EventEmitter, MarkdownString, Selection, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window,
  type Disposable, type TextEditor, type TreeDataProvider,
} from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";
import { DescribeFeature, FeaturesChanged, ListFeatures, type FeatureNode } from "../server/protocol.ts";

/** Commands that the server may name. */
export const featureCommands = ["seaworthy.showFeatureUses"];

export function registerFeatures(made: Promise<BaseLanguageClient>): readonly Disposable[] {
  const tree = new FeatureTree(made);
  const view = window.createTreeView("seaworthy.features", { treeDataProvider: tree, showCollapseAll: true });
  const search = async (query: string): Promise<void> => {
    view.message = query === "" ? "" : `Showing “${query}”`;
    await commands.executeCommand("setContext", "seaworthy.featuresFiltered", query !== "");
    await tree.show(query);
  };
  const register = (name: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(`seaworthy.${name}`, run);
  void made.then((client) => {
    client.onNotification(FeaturesChanged.method, async () => {
      await tree.show(tree.query);
      await commands.executeCommand("setContext", "seaworthy.hasFeatures", tree.query !== "" || tree.roots.length > 0);
    });
  });
  return [
    view,
    register("showFeatureUses", async (uri: string, position: Position, places: Location[]) => {
      const { protocol2CodeConverter: convert } = await made;
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), convert.asPosition(position), places.map((place) => convert.asLocation(place)));
    }),
    register("searchFeatures", async () => {
      const query = await window.showInputBox({ prompt: "Names, descriptions, owners and tags of features", value: tree.query });
      if (query !== undefined) await search(query.trim());
    }),
    register("clearFeatureSearch", () => search("")),
    register("openFeature", async (node: FeatureNode) => openDefinition(await made, node)),
    register("insertFeature", (node: FeatureNode) => insertReference(node)),
    register("copyFeature", async ({ reference }: FeatureNode) => {
      if (reference !== null) await env.clipboard.writeText(reference);
    }),
  ];
}

class FeatureTree implements TreeDataProvider<FeatureNode> {
  roots: readonly FeatureNode[] = [];
  query = "";
  readonly #made: Promise<BaseLanguageClient>;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(made: Promise<BaseLanguageClient>) {
    this.#made = made;
  }

  async show(query: string): Promise<void> {
    const client = await this.#made;
    this.query = query;
    const roots = client.isRunning() ? await client.sendRequest<readonly FeatureNode[]>(ListFeatures.method, { query }) : [];
    if (this.query !== query) return;
    this.roots = roots;
    this.#changed.fire(undefined);
  }

  getChildren(node?: FeatureNode): FeatureNode[] {
    return [...(node?.children ?? this.roots)];
  }

  getTreeItem(node: FeatureNode): TreeItem {
    const isOpen = node.kind === "project" || this.query !== "";
    const state = node.children.length === 0 ? TreeItemCollapsibleState.None : isOpen ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
    const item = new TreeItem(node.label, state);
    // Expansion is kept by the id: a search opens what it finds and must not change what was open before.
    item.id = `${this.query}|${node.id}`;
    item.description = node.detail;
    item.iconPath = new ThemeIcon(icons[node.kind]);
    item.contextValue = `${node.kind}${node.location ? ".defined" : ""}`;
    if (node.location && node.kind !== "view") item.command = { title: "Open Definition", command: "seaworthy.openFeature", arguments: [node] };
    return item;
  }

  async resolveTreeItem(item: TreeItem, node: FeatureNode): Promise<TreeItem> {
    const client = await this.#made;
    if (!client.isRunning()) return item;
    const found = await client.sendRequest<{ readonly markdown: string } | null>(DescribeFeature.method, { id: node.id });
    item.tooltip = found ? new MarkdownString(found.markdown) : node.label;
    return item;
  }
}

const icons: Readonly<Record<FeatureNode["kind"], string>> = { project: "database", view: "table", feature: "symbol-field", service: "symbol-interface" };

async function openDefinition({ protocol2CodeConverter: convert }: BaseLanguageClient, { location }: FeatureNode): Promise<void> {
  if (location) await window.showTextDocument(Uri.parse(location.uri), { selection: convert.asRange(location.range) });
}

/** At each cursor of the editor that was used last; in quotes unless the cursor is in a string already. */
async function insertReference({ reference }: FeatureNode): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || reference === null) return;
  await editor.edit((edit) => {
    for (const selection of editor.selections) edit.replace(selection, isInString(editor, selection) ? reference : `"${reference}"`);
  });
  editor.selections = editor.selections.map(({ end }) => new Selection(end, end));
  await window.showTextDocument(editor.document, editor.viewColumn);
}

/** As far as its line tells. */
function isInString({ document }: TextEditor, { start }: Selection): boolean {
  const before = document.lineAt(start.line).text.slice(0, start.character);
  let open: string | undefined;
  for (let at = 0; at < before.length; at++) {
    const char = before[at];
    if (open !== undefined && char === "\\") at += 1;
    else if (open !== undefined ? char === open : char === '"' || char === "'") open = open === undefined ? char : undefined;
    else if (open === undefined && char === "#") return false;
  }
  return open !== undefined;
}
