/**
 * Go to definition from a feature reference: the name of the Field, of the view, or of the service, where it is written.
 *
 * The file with the definition is often not open: its text is with whoever read it (`StoreIndex.sourceOf`).
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import type { TextRange } from "./diagnostics.ts";
import { featureTargets, targetObject } from "./feature-target.ts";
import type { FeatureTarget } from "./feature-target.ts";

export interface Definition {
  /** The part of the reference that leads there. */
  readonly from: TextRange;
  readonly to: DefinitionSite;
}

export function featureDefinitions(
  document: OpenDocument,
  catalogue: Catalogue | undefined,
  cell: Cell,
  offset: number,
): readonly Definition[] {
  return definitionsOf(featureTargets(document, catalogue, cell, offset));
}

export function definitionsOf(targets: readonly FeatureTarget[]): readonly Definition[] {
  return targets.flatMap((target) => {
    const object = targetObject(target);
    // What only the registry knows is written nowhere.
    return object.definition ? [{ from: target.at, to: object.definition }] : [];
  });
}
