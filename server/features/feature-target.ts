/**
 * What the reference under the cursor names: the view left of the separator, the feature right of it, or a service.
 *
 * References that reach a retrieval call come first, then columns of what was retrieved and of on-demand views; any other string counts when all of it is a reference to a view and a
 * feature that the catalogue has, which is no accident.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { RequestField } from "../analysis/facts/column-names.ts";
import { collectReferences } from "../analysis/facts/features.ts";
import { asSeenBy } from "../analysis/facts/notebook-definitions.ts";
import { collectColumns } from "../analysis/facts/named-columns.ts";
import type { Catalogue, Field, Service, Store, View } from "../analysis/store/model.ts";
import { fieldNamed, resolveReference, storesInReach } from "../analysis/store/resolve.ts";
import type { CatalogueIndex } from "../analysis/store/resolve.ts";
import { partPlace } from "../analysis/store/written-text.ts";
import type { Cell, Place } from "../analysis/syntax/unit.ts";
import type { TextRange } from "./diagnostics.ts";
import { rangeOf } from "./diagnostics.ts";
import { expectedBy, stringAt } from "./feature-at.ts";
import type { StringAt } from "./feature-at.ts";

export type FeatureTarget =
  | { readonly kind: "view"; readonly view: View; readonly store: Store; readonly at: TextRange }
  | { readonly kind: "feature"; readonly view: View; readonly field: Field; readonly store: Store; readonly at: TextRange }
  | { readonly kind: "service"; readonly service: Service; readonly store: Store; readonly at: TextRange }
  /** A value that is passed with the request. */
  | { readonly kind: "request"; readonly request: RequestField; readonly store: Store; readonly at: TextRange };

/** All that it may be: more than one where several stores could be meant, or a view's name is defined twice. */
export function featureTargets(
  document: OpenDocument,
  applied: Catalogue | undefined,
  cell: Cell,
  offset: number,
): readonly FeatureTarget[] {
  const catalogue = asSeenBy(document.analysis(), document.uri, applied);
  if (!catalogue) return [];
  const unit = document.unitAt(cell, offset);
  if (!unit) return [];
  const at = offset - unit.anchor.offset;
  const { references, views, services } = collectReferences(document.analysis(), document.uri, catalogue);
  const holds = (place: Place | undefined): place is Place => place?.anchor === unit.anchor && place.start <= at && at <= place.end;
  const targets: FeatureTarget[] = [];
  // A constant may be the view of many references; they are all the same one.
  for (const { parsed, index, viewPlace, featurePlace } of references) {
    if (holds(viewPlace)) targets.push(...viewTargets(index, parsed.view.name, rangeOf(document, viewPlace)));
    else if (holds(featurePlace)) targets.push(...fieldTargets(index, parsed.view.name, parsed.feature?.name ?? "", rangeOf(document, featurePlace)));
  }
  for (const { namePlace, name, index } of views) if (holds(namePlace)) targets.push(...viewTargets(index, name, rangeOf(document, namePlace)));
  for (const { namePlace, name, index } of services) if (holds(namePlace)) targets.push(...serviceTargets(index, name, rangeOf(document, namePlace)));
  if (targets.length === 0) targets.push(...columnTargets(document, catalogue, holds));
  if (targets.length === 0) {
    const string = stringAt(document, cell, offset);
    if (string) for (const { index } of storesInReach(catalogue.stores, document.uri)) targets.push(...literalTargets(document, string, index));
  }
  return distinct(targets);
}

/** The column of a frame, the key of a response, the input of an on-demand view. */
function columnTargets(document: OpenDocument, catalogue: Catalogue, holds: (place: Place | undefined) => place is Place): readonly FeatureTarget[] {
  const { names, requests } = collectColumns(document.analysis(), document.uri, catalogue);
  const targets: FeatureTarget[] = [];
  for (const { written, columns } of names) {
    for (const { store, view, field, viewPart, featurePart } of columns) {
      const viewPlace = viewPart && partPlace(written, viewPart.start, viewPart.end);
      const fieldPlace = partPlace(written, featurePart.start, featurePart.end);
      if (holds(fieldPlace)) targets.push({ kind: "feature", view, field, store, at: rangeOf(document, fieldPlace) });
      else if (holds(viewPlace)) targets.push({ kind: "view", view, store, at: rangeOf(document, viewPlace) });
    }
  }
  for (const { written, request } of requests) {
    const place = partPlace(written, 0, written.text.length);
    if (holds(place)) targets.push({ kind: "request", request, store: request.store, at: rangeOf(document, place) });
  }
  return targets;
}

/** A string that stands alone: in unfinished code, in a list that goes elsewhere, in a function that is never called. */
function literalTargets(document: OpenDocument, string: StringAt, index: CatalogueIndex): readonly FeatureTarget[] {
  const { unit, node, part, offset } = string;
  if (node.kind !== "Constant" || node.parts.length !== 1) return [];
  const text = unit.text.slice(part.content.start, part.content.end);
  if (text !== node.value) return [];
  const range = (start: number, end: number): TextRange =>
    rangeOf(document, { anchor: unit.anchor, start: part.content.start + start, end: part.content.start + end });
  const argument = expectedBy(string, [index.dialect], document.analysis().analysisOf(unit));
  const whole = range(0, text.length);
  if (argument?.takes === "service") return serviceTargets(index, text, whole);
  if (argument?.takes === "view") return viewTargets(index, text, whole);
  if (argument?.takes === "field") return argument.view === undefined ? [] : fieldTargets(index, argument.view, text, whole);
  const parsed = index.dialect.grammar.parse(text);
  const resolution = resolveReference(text, index, parsed);
  const isReference = resolution.kind === "feature" || (argument && (resolution.kind === "view" || resolution.kind === "unknown-feature"));
  if (!isReference || !parsed.feature) return [];
  return offset - part.content.start <= parsed.view.end
    ? viewTargets(index, parsed.view.name, range(parsed.view.start, parsed.view.end))
    : fieldTargets(index, parsed.view.name, parsed.feature.name, range(parsed.feature.start, parsed.feature.end));
}

export function viewTargets(index: CatalogueIndex, name: string, at: TextRange): readonly FeatureTarget[] {
  return index.views(name).map(({ store, view }) => ({ kind: "view", view, store, at }));
}

export function fieldTargets(index: CatalogueIndex, view: string, name: string, at: TextRange): readonly FeatureTarget[] {
  return index.views(view).flatMap(({ store, view: found }) => {
    const field = fieldNamed(found, name, index.dialect);
    return field ? [{ kind: "feature", view: found, field, store, at } as const] : [];
  });
}

function serviceTargets(index: CatalogueIndex, name: string, at: TextRange): readonly FeatureTarget[] {
  return index.services(name).map(({ store, service }) => ({ kind: "service", service, store, at }));
}

function distinct(targets: readonly FeatureTarget[]): readonly FeatureTarget[] {
  const seen = new Set<unknown>();
  return targets.filter((target) => {
    const named = targetObject(target);
    return !seen.has(named) && seen.add(named);
  });
}

/** What is defined somewhere. */
export function targetObject(target: FeatureTarget): View | Field | Service {
  switch (target.kind) {
    case "view":
      return target.view;
    case "feature":
      return target.field;
    case "service":
      return target.service;
    case "request":
      return target.request.field;
  }
}
