/**
 * Feature services in definitions: a list of views, of selections from them, and of references in text.
 *
 *     FeatureService(name="model", features=[
 *         stats[["conv_rate"]],                                               conv_rate of stats
 *         zone.with_name("origin").with_join_key_map({"zone": "from_zone"}),  all of zone, as origin
 *         "trips", "trips:count"])                                            looked up when all views are known
 */
import type { Construction } from "../semantic/value.ts";
import { argument, elements, text } from "./construction.ts";
import { described, inCode } from "./defined-object.ts";
import { givenName } from "./defined-name.ts";
import type { Locate } from "./defined-name.ts";
import { selectionOf } from "./feast-views.ts";
import type { Selection, Service, View } from "./model.ts";
import { parseFeastReference } from "./feast-reference.ts";

/** A service whose references in text are not looked up yet; they come after the selections, as in Feast. */
export interface UnresolvedService extends Omit<Service, "features"> {
  readonly references: readonly string[];
}

export function readService(made: Construction, locate: Locate): UnresolvedService | undefined {
  const named = givenName(made, made, locate);
  if (!named) return undefined;
  const list = argument(made, "features", 1);
  const listed = list.kind === "given" ? elements(list.value) : undefined;
  const selections: Selection[] = [];
  const references: string[] = [];
  let closed = listed !== undefined;
  for (const each of listed ?? []) {
    const reference = text(each);
    const selection = reference === undefined ? selectionOf(each, locate) : undefined;
    if (reference !== undefined) references.push(reference);
    else if (selection) selections.push(selection);
    closed &&= reference !== undefined || selection?.closed === true;
  }
  return { ...named, ...described(made), selections, references, closed, standing: inCode };
}

/** Replaces string references (`"view"`, `"view:feature"`) by what they select. */
export function resolveService({ references, ...service }: UnresolvedService, views: readonly View[]): Service {
  const selections = [...service.selections];
  let { closed } = service;
  for (const reference of references) {
    const { view: wanted, feature, version } = parseFeastReference(reference);
    const view = views.find(({ name }) => name === wanted.name);
    const selection: Selection = {
      view: wanted.name,
      alias: undefined,
      fields: feature ? [feature.name] : (view?.fields ?? []).map(({ name }) => name),
      closed: feature !== undefined || (view !== undefined && !view.open && version === undefined),
      joinKeyMap: new Map(),
      version,
    };
    selections.push(selection);
    closed &&= selection.closed;
  }
  const features = selections.flatMap(({ view, fields }) => fields.map((field) => ({ view, field })));
  return { ...service, selections, features, closed };
}
