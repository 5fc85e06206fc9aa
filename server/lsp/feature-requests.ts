/** Requests about features that concern the whole workspace. */
import { contained } from "./contained.ts";
import type { Context } from "./context.ts";
import type { FeatureIndex } from "./feature-index.ts";
import { featureReferencesAt } from "./feature-references.ts";
import { prepareRename, renameFeature } from "./feature-rename.ts";

export function answerFeatureRequests(context: Context, index: FeatureIndex): void {
  const { connection, host } = context;
  connection.onReferences(contained(host, "references", null, (params, token) => featureReferencesAt(context, index, params, token)));
  connection.onPrepareRename(contained(host, "prepareRename", null, (params) => prepareRename(context, params)));
  connection.onRenameRequest(contained(host, "rename", null, (params, token) => renameFeature(context, index, params, token)));
}
