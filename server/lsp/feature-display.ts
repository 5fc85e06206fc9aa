/** Features in the editor's own lists and margins: symbols of the workspace, links to the Feast UI, types beside references, a tree. */
import {
  InlayHintKind, SymbolKind,
  type DocumentLink, type DocumentLinkParams, type InlayHint, type InlayHintParams, type WorkspaceSymbol, type WorkspaceSymbolParams,
} from "vscode-languageserver";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import { dtypeOf, featureNamesIn, uiPage } from "../features/feature-names-in.ts";
import { featureSymbols } from "../features/feature-symbols.ts";
import { featureTree, type FeatureTreeNode } from "../features/feature-tree.ts";
import type { FeatureNode } from "../protocol.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import { featureSettings } from "./feature-settings.ts";
import { definitionText } from "./language.ts";
import { toOffset, toRange } from "./position.ts";

const kinds = { view: SymbolKind.Class, feature: SymbolKind.Field, service: SymbolKind.Interface } as const;

export async function featureWorkspaceSymbols(context: Context, { query }: WorkspaceSymbolParams): Promise<WorkspaceSymbol[] | null> {
  const { project, abilities } = context;
  await project.loadStores();
  const catalogue = project.catalogue();
  if (!catalogue) return null;
  return featureSymbols(catalogue, query).flatMap(({ name, site, container }) => {
    const text = definitionText(context, site);
    if (!text) return [];
    return [{
      name: name.name, kind: kinds[name.kind], containerName: container,
      location: { uri: site.cell ?? site.uri, range: toRange(text, site.start, site.end, abilities.columns) },
    }];
  });
}

export async function featureLinks(context: Context, { textDocument: { uri } }: DocumentLinkParams): Promise<DocumentLink[] | null> {
  const shown = await documentOf(context, uri);
  const { uiAddress } = await featureSettings(context, uri);
  if (!shown || uiAddress === undefined) return null;
  const { document, catalogue } = shown;
  const source = sourceOfText(document, uri);
  return featureNamesIn(document, catalogue).flatMap(({ name, at }) => {
    const target = at.uri === uri ? uiPage(uiAddress, catalogue, name) : undefined;
    return target === undefined ? [] : [{ range: toRange(source, at.start, at.end, context.abilities.columns), target, tooltip: `${name.name} in the Feast UI` }];
  });
}

export async function featureHints(context: Context, { textDocument: { uri }, range }: InlayHintParams): Promise<InlayHint[] | null> {
  const shown = await documentOf(context, uri);
  if (!shown || !(await featureSettings(context, uri)).inlayHints) return null;
  const { document, catalogue } = shown;
  const { columns } = context.abilities;
  const source = sourceOfText(document, uri);
  const first = toOffset(source, range.start, columns);
  const last = toOffset(source, range.end, columns);
  return featureNamesIn(document, catalogue).flatMap(({ name, at, isDefinition }) => {
    const dtype = isDefinition || at.uri !== uri ? undefined : dtypeOf(catalogue, name);
    if (dtype === undefined || at.end < first || at.start > last) return [];
    // Behind the closing quote, where that follows at once.
    const end = at.end + (/["']/.test(source.text[at.end] ?? "") ? 1 : 0);
    return [{ position: toRange(source, end, end, columns).start, label: `: ${dtype}`, kind: InlayHintKind.Type }];
  });
}

/** For the tree of our own client. */
export async function featureNodes(context: Context, query: string): Promise<readonly FeatureNode[]> {
  const { project, abilities, host } = context;
  await project.loadStores();
  const catalogue = project.catalogue();
  const made = ({ site, reference, standing, children, ...node }: FeatureTreeNode): FeatureNode => {
    const text = site && definitionText(context, site);
    const location = site && text ? { uri: site.cell ?? site.uri, range: toRange(text, site.start, site.end, abilities.columns) } : null;
    return { ...node, reference: reference ?? null, standing: standing ?? null, location, children: children.map(made) };
  };
  return catalogue ? featureTree(catalogue, query, host.now()).map(made) : [];
}

async function documentOf({ documents, session }: Context, uri: string): Promise<{ document: OpenDocument; catalogue: Catalogue } | undefined> {
  const tracked = documents.ofText(uri);
  await tracked?.ready;
  const document = tracked?.enabled === true ? session.document(tracked.uri) : undefined;
  return document?.catalogue && { document, catalogue: document.catalogue };
}
