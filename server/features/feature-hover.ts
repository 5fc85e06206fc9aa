/**
 * Hover on a feature reference: what the view, feature or service is, as its definition in the repository says.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import { featureTargets } from "./feature-target.ts";
import type { FeatureTarget } from "./feature-target.ts";
import { describeField, describeRequest, describeService, describeView } from "./feature-text.ts";
import type { HoverText } from "./finding-hover.ts";

export function featureHover(
  document: OpenDocument,
  catalogue: Catalogue | undefined,
  cell: Cell,
  offset: number,
): HoverText | undefined {
  return hoverOf(featureTargets(document, catalogue, cell, offset));
}

export function hoverOf(targets: readonly FeatureTarget[]): HoverText | undefined {
  const first = targets[0];
  if (!first) return undefined;
  const markdown = targets.map((target) => {
    if (target.kind === "view") return describeView(target.view, target.store);
    if (target.kind === "feature") return describeField(target.field, target.view, target.store);
    return target.kind === "request" ? describeRequest(target.request) : describeService(target.service, target.store);
  });
  return { markdown: markdown.join("\n\n---\n\n"), at: first.at };
}
