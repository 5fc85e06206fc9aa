/** Requests that only features of feature stores are asked for. */
import type { CodeLens } from "vscode-languageserver";
import { describeNode } from "../features/feature-tree.ts";
import {
  DescribeFeature, InsertFeature, ListFeatures, ShowFeature,
  type FeatureDetails, type FeatureNode, type FeatureQuery, type FileParams, type TextInsertion, type TextRange,
} from "../protocol.ts";
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { featureInsertion, shownFeature } from "./feature-panel.ts";
import { featureHints, featureLinks, featureNodes, featureWorkspaceSymbols } from "./feature-display.ts";
import { featureLenses, resolvedLens } from "./feature-lenses.ts";
import { featureReferencesAt } from "./feature-references.ts";
import { prepareRename, renameFeature } from "./feature-rename.ts";

export function answerFeatureRequests(context: Context, index: FeatureIndex): void {
  const { connection, host } = context;
  connection.onReferences(contained(host, "references", null, (params, token) => featureReferencesAt(context, index, params, token)));
  connection.onPrepareRename(contained(host, "prepareRename", null, (params) => prepareRename(context, params)));
  connection.onRenameRequest(contained(host, "rename", null, (params, token) => renameFeature(context, index, params, token)));
  connection.onCodeLens(contained(host, "codeLens", null, (params) => featureLenses(context, params)));
  connection.onCodeLensResolve(async (lens, token) => contained<CodeLens, CodeLens>(host, "codeLens", lens, (each) => resolvedLens(context, index, each, token))(lens, token));
  connection.onWorkspaceSymbol(contained(host, "symbols", null, (params) => featureWorkspaceSymbols(context, params)));
  connection.onDocumentLinks(contained(host, "links", null, (params) => featureLinks(context, params)));
  connection.languages.inlayHint.on(contained(host, "hints", null, (params) => featureHints(context, params)));
  const tree = contained<{ readonly query: string }, readonly FeatureNode[]>(host, "features", [], ({ query }) => featureNodes(context, query));
  connection.onRequest(ListFeatures.method, tree);
  const described = contained<{ readonly id: string }, { readonly markdown: string } | null>(host, "feature", null, ({ id }) => {
    const catalogue = context.project.catalogue();
    const markdown = catalogue && describeNode(catalogue, id);
    return markdown === undefined ? null : { markdown };
  });
  connection.onRequest(DescribeFeature.method, described);
  const shown = contained<FeatureQuery, FeatureDetails | null>(host, "feature details", null, (query, token) => shownFeature(context, index, query, token));
  connection.onRequest(ShowFeature.method, shown);
  const inserted = contained<FileParams & { readonly position: TextRange["start"]; readonly reference: string }, TextInsertion | null>(
    host, "insert feature", null, ({ uri, position, reference }) => featureInsertion(context, uri, position, reference));
  connection.onRequest(InsertFeature.method, inserted);
}
