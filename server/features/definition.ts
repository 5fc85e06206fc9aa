/**
 * Go to definition from a feature reference: the name of the Field, of the view, or of the service, where it is written.
 *
 * From the field of an on-demand view, where it is defined, it goes on to where its function computes the column.
 *
 * The file with the definition is often not open: its text is with whoever read it (`StoreIndex.sourceOf`).
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { collectColumns } from "../analysis/facts/named-columns.ts";
import { asSeenBy } from "../analysis/facts/notebook-definitions.ts";
import { partPlace } from "../analysis/store/written-text.ts";
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import { rangeOf, textUri } from "./diagnostics.ts";
import type { TextRange } from "./diagnostics.ts";
import { definitionsIn } from "./feature-name.ts";
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
  const found = definitionsOf(featureTargets(document, catalogue, cell, offset));
  return found.length > 0 ? found : computations(document, catalogue, cell, offset);
}

/** `Field(name="fare")` of an on-demand view leads to `out["fare"] = ...` in its function. */
function computations(document: OpenDocument, applied: Catalogue | undefined, cell: Cell, offset: number): readonly Definition[] {
  const analysis = document.analysis();
  const catalogue = asSeenBy(analysis, document.uri, applied);
  if (!catalogue) return [];
  const uri = textUri(document, cell);
  const defined = definitionsIn(catalogue).find(({ name, site }) =>
    name.kind === "feature" && (site.cell ?? site.uri) === uri && site.start <= offset && offset <= site.end);
  if (defined?.name.kind !== "feature") return [];
  const { name: { store, view, name }, site } = defined;
  return collectColumns(analysis, document.uri, catalogue).names.flatMap(({ written, isComputed, columns }): readonly Definition[] => {
    const isIts = isComputed === true && columns.some((each) => each.store.id === store && each.view.name === view && each.field.name === name);
    const place = isIts ? partPlace(written, 0, written.text.length) : undefined;
    if (!place) return [];
    const at = document.locate(place);
    const range = rangeOf(document, place);
    return [{
      from: { uri, start: site.start, end: site.end },
      to: { uri: document.uri, cell: range.uri === document.uri ? undefined : range.uri, start: range.start, end: range.end, line: document.sourceOf(at.cell).positionAt(at.start).line },
    }];
  });
}

export function definitionsOf(targets: readonly FeatureTarget[]): readonly Definition[] {
  return targets.flatMap((target) => {
    const object = targetObject(target);
    // What only the registry knows is written nowhere.
    return object.definition ? [{ from: target.at, to: object.definition }] : [];
  });
}
