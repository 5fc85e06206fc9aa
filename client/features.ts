/**
 * Features in the editor: the view of all feature stores of the workspace, and the list of uses that code lenses open.
 *
 * The view is hidden until the server has found a store. Its tree comes from the server whole, filtered there; what a node is about is
 * asked for when the pointer rests on it, and shown whole in a panel of its own (feature-panel.ts).
 */
import {
  commands, Disposable, env, EventEmitter, MarkdownString, Selection, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri, window,
  type ExtensionContext, type TextEditor, type TreeDataProvider,
} from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";
import { DescribeFeature, FeaturesChanged, InsertFeature, ListFeatures, type FeatureNode, type TextInsertion } from "../server/protocol.ts";
import { createFeaturePanel, openPlace } from "./feature-panel.ts";

/** Commands that the server may name. */
export const featureCommands = ["seaworthy.showFeatureUses"];

export function registerFeatures(context: ExtensionContext, made: Promise<BaseLanguageClient>): readonly Disposable[] {
  const tree = new FeatureTree(made);
  const view = window.createTreeView("seaworthy.features", { treeDataProvider: tree, showCollapseAll: true });
  // While the panel has the focus, no editor is the active one.
  let lastEditor = window.activeTextEditor;
  const insert = async (reference: string): Promise<void> => insertReference(await made, window.activeTextEditor ?? lastEditor, reference);
  const panel = createFeaturePanel(context, made, insert);
  const search = async (query: string): Promise<void> => {
    await commands.executeCommand("setContext", "seaworthy.featuresFiltered", query !== "");
    await tree.show(query);
    view.message = query === "" ? "" : foundText(tree);
  };
  const register = (name: string, run: (...args: never[]) => unknown): Disposable => commands.registerCommand(`seaworthy.${name}`, run);
  /** A key is pressed on what is selected; a button or a menu names its node. */
  const onNode = (name: string, run: (node: FeatureNode) => unknown): Disposable =>
    register(name, (node?: FeatureNode) => {
      const chosen = node ?? view.selection[0];
      return chosen && run(chosen);
    });
  void made.then((client) => {
    client.onNotification(FeaturesChanged.method, async () => {
      await search(tree.query);
      await commands.executeCommand("setContext", "seaworthy.hasFeatures", tree.query !== "" || tree.roots.length > 0);
      await panel.refresh();
    });
  });
  return [
    view, new Disposable(() => { panel.dispose(); }),
    window.onDidChangeActiveTextEditor((editor) => { lastEditor = editor ?? lastEditor; }),
    register("showFeatureUses", async (uri: string, position: Position, places: Location[]) => {
      const { protocol2CodeConverter: convert } = await made;
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), convert.asPosition(position), places.map((place) => convert.asLocation(place)));
    }),
    register("searchFeatures", async (query?: string) => (query === undefined ? askForQuery(tree.query, search) : search(query))),
    register("clearFeatureSearch", () => search("")),
    onNode("openFeature", async (node) => (node.location ? openPlace(await made, node.location) : panel.show({ id: node.id }))),
    onNode("showFeature", (node) => panel.show({ id: node.id })),
    register("showFeatureAtCursor", async () => {
      const editor = window.activeTextEditor;
      if (!editor) return;
      const { code2ProtocolConverter: convert } = await made;
      const position = convert.asPosition(editor.selection.active);
      const isShown = await panel.show({ uri: editor.document.uri.toString(), position });
      if (!isShown) window.setStatusBarMessage("Seaworthy: no feature, view or service is named at the cursor", 4000);
    }),
    onNode("insertFeature", ({ reference }) => (reference === null ? undefined : insert(reference))),
    onNode("copyFeature", async ({ reference }) => {
      if (reference !== null) await env.clipboard.writeText(reference);
    }),
  ];
}

/** The view follows what is typed; Escape brings back what it showed before. */
function askForQuery(before: string, search: (query: string) => Promise<void>): Promise<void> {
  const input = window.createInputBox();
  input.prompt = "Names, descriptions, owners and tags of features";
  input.placeholder = "Words that all have to be there";
  input.value = before;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAccepted = false;
  return new Promise((done) => {
    input.onDidChangeValue((text) => {
      clearTimeout(timer);
      timer = setTimeout(() => void search(text.trim()), typingPause);
    });
    input.onDidAccept(() => {
      isAccepted = true;
      input.hide();
    });
    input.onDidHide(() => {
      clearTimeout(timer);
      void search(isAccepted ? input.value.trim() : before).then(() => (isAccepted ? commands.executeCommand("seaworthy.features.focus") : undefined));
      input.dispose();
      done();
    });
    input.show();
  });
}

const typingPause = 120;

function foundText({ roots, query }: FeatureTree): string {
  const features = countOf(roots, "feature");
  const services = countOf(roots, "service");
  const counted = [...(features > 0 || services === 0 ? [plural(features, "feature")] : []), ...(services > 0 ? [plural(services, "service")] : [])];
  return `${counted.join(" and ")} for “${query}”`;
}

function countOf(nodes: readonly FeatureNode[], kind: FeatureNode["kind"]): number {
  return nodes.reduce((sum, node) => sum + (node.kind === kind ? 1 : 0) + countOf(node.children, kind), 0);
}

function plural(count: number, noun: string): string {
  return `${String(count)} ${noun}${count === 1 ? "" : "s"}`;
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
    const item = new TreeItem({ label: node.label, highlights: highlightsOf(node.label, this.query) }, state);
    // Expansion is kept by the id: a search opens what it finds and must not change what was open before.
    item.id = `${this.query}|${node.id}`;
    const remarks = remarksOn(node);
    item.description = [node.detail, ...remarks].filter((each) => each !== "").join(" · ");
    item.iconPath = new ThemeIcon(icons[node.kind], remarks.length > 0 ? new ThemeColor("list.warningForeground") : undefined);
    item.accessibilityInformation = { label: [node.kind, node.label, node.detail, ...remarks].filter((each) => each !== "").join(", ") };
    item.contextValue = `${node.kind}${node.location ? ".defined" : ""}`;
    if (node.kind === "feature" || node.kind === "service") item.command = { title: "Open Definition", command: "seaworthy.openFeature", arguments: [node] };
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

function remarksOn({ standing, isDeprecated }: FeatureNode): readonly string[] {
  return [...(standing === null ? [] : [remarks[standing]]), ...(isDeprecated ? ["deprecated"] : [])];
}

const remarks: Readonly<Record<NonNullable<FeatureNode["standing"]>, string>> = {
  "not-applied": "not applied", differs: "differs", "registry-only": "only in the registry",
};

/** Each word of the query, where the label has it first. */
function highlightsOf(label: string, query: string): [number, number][] {
  return query.toLowerCase().split(/\s+/u).flatMap((word): [number, number][] => {
    const start = word === "" ? -1 : label.toLowerCase().indexOf(word);
    return start < 0 ? [] : [[start, start + word.length]];
  });
}

const icons: Readonly<Record<FeatureNode["kind"], string>> = { project: "database", view: "table", feature: "symbol-field", service: "symbol-interface" };

/** At each cursor, as the code there wants it: in a list, in quotes. Where the server has no say, as it is. */
async function insertReference(client: BaseLanguageClient, editor: TextEditor | undefined, reference: string): Promise<void> {
  if (!editor) return;
  const { code2ProtocolConverter: toServer, protocol2CodeConverter: toEditor } = client;
  const { document } = editor;
  const { version } = document;
  const asked = editor.selections.map(async (selection) => {
    const params = { uri: document.uri.toString(), position: toServer.asPosition(selection.active), reference };
    const answer = client.isRunning() && selection.isEmpty ? await client.sendRequest<TextInsertion | null>(InsertFeature.method, params) : null;
    return answer ? { range: toEditor.asRange(answer.range), text: answer.text } : { range: selection, text: reference };
  });
  const insertions = await Promise.all(asked);
  if (document.version !== version) return;
  const isDone = await editor.edit((edit) => {
    for (const { range, text } of insertions) edit.replace(range, text);
  });
  const [only, ...others] = insertions;
  if (isDone && only && others.length === 0) {
    const end = document.positionAt(document.offsetAt(only.range.start) + only.text.length);
    editor.selection = new Selection(end, end);
  }
  await window.showTextDocument(document, editor.viewColumn);
}
