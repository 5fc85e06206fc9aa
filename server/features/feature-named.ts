/**
 * The feature, view or service whose name stands at an offset, be it a reference to it or its definition.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import type { Cell } from "../analysis/syntax/unit.ts";
import type { TextRange } from "./diagnostics.ts";
import { rangeOf, textUri } from "./diagnostics.ts";
import { definitionsIn, nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { featureTargets } from "./feature-target.ts";
import { collectUses } from "./feature-uses.ts";

export interface NamedHere {
  /** More than one where several stores could be meant, or several objects share the name's place. */
  readonly names: readonly FeatureName[];
  readonly at: TextRange;
}

export function featureNamedAt(document: OpenDocument, catalogue: Catalogue | undefined, cell: Cell, offset: number): NamedHere | undefined {
  if (!catalogue) return undefined;
  const uri = textUri(document, cell);
  const names = new Map<string, FeatureName>();
  let at: TextRange | undefined;
  const add = (name: FeatureName, range: TextRange): void => {
    names.set(nameKey(name), name);
    at ??= range;
  };
  for (const { name, site } of definitionsIn(catalogue)) {
    if (isAt(site, document.uri, cell, offset) && document.sourceOf(cell).text.slice(site.start, site.end) === name.name) add(name, { uri, start: site.start, end: site.end });
  }
  if (names.size === 0) {
    for (const { name, written, role } of collectUses(document, catalogue).uses) {
      if (written?.anchor.cell !== cell || role === "column") continue;
      const range = rangeOf(document, written);
      if (range.start <= offset && offset <= range.end) add(name, range);
    }
  }
  if (names.size === 0) {
    // In unfinished code.
    for (const target of featureTargets(document, catalogue, cell, offset)) {
      const store = target.store.id;
      if (target.kind === "view") add({ kind: "view", store, name: target.view.name }, target.at);
      else if (target.kind === "service") add({ kind: "service", store, name: target.service.name }, target.at);
      else if (target.kind === "feature") add({ kind: "feature", store, view: target.view.name, name: target.field.name }, target.at);
    }
  }
  return at && { names: [...names.values()], at };
}

function isAt(site: DefinitionSite, uri: string, cell: Cell, offset: number): boolean {
  return site.uri === uri && (site.cell === undefined || site.cell === cell.id) && site.start <= offset && offset <= site.end;
}
