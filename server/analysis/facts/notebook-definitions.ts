/**
 * What a notebook defines for itself: views, entities and services of Feast that stand in its cells. Feast reads no notebooks, so that no
 * repository has them; in the notebook that makes them they are names like any others.
 *
 *     stats = FeatureView(name="stats", schema=[Field(name="rate", dtype=Float32)], ...)     a cell
 *     store.get_historical_features(frame, features=["stats:rate"])                          another: linked to the first
 *
 * They are added to the store that the notebook talks to, for the notebook alone. What the repository defines under the same name stays.
 */
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import { chooseStores } from "../store/choose-store.ts";
import { readObject } from "../store/feast-objects.ts";
import { resolveService } from "../store/feast-services.ts";
import type { UnresolvedService } from "../store/feast-services.ts";
import type { Catalogue, DefinitionSite, Entity, Store, View } from "../store/model.ts";
import type { Place } from "../syntax/unit.ts";
import { parentUri } from "../text/uri.ts";

/** The catalogue as the document sees it: the same object where it defines nothing of its own, and when it is given back. */
export function asSeenBy(analysis: DocumentAnalysis, uri: string, catalogue: Catalogue | undefined): Catalogue | undefined {
  const identity = analysis.units[0]?.unit.anchor.cell.document;
  if (identity?.dialect !== "notebook" || !importsFeast(analysis)) return catalogue;
  const known = seen.get(analysis);
  if (known && (known.result === catalogue || known.catalogue === catalogue)) return known.result;
  const result = withOwn(analysis, uri, catalogue);
  seen.set(analysis, { catalogue, result });
  return result;
}

const seen = new WeakMap<DocumentAnalysis, { readonly catalogue: Catalogue | undefined; readonly result: Catalogue | undefined }>();

function importsFeast({ imports }: DocumentAnalysis): boolean {
  return [...imports].some((name) => name === "feast" || name.startsWith("feast."));
}

interface Own {
  readonly views: readonly View[];
  readonly entities: readonly Entity[];
  readonly services: readonly UnresolvedService[];
}

function withOwn(analysis: DocumentAnalysis, uri: string, catalogue: Catalogue | undefined): Catalogue | undefined {
  const own = definedBy(analysis, uri);
  if (own.views.length + own.services.length === 0) return catalogue;
  const { stores: all = [] } = catalogue ?? {};
  const feast = all.filter(({ kind }) => kind === "feast");
  const near = new Set(chooseStores(feast, uri).stores);
  const stores = near.size === 0 ? [...all, added(emptyStore(uri), own)] : all.map((store) => (near.has(store) ? added(store, own) : store));
  return { epoch: 0, ...catalogue, stores };
}

function added(store: Store, own: Own): Store {
  const lacks = (names: readonly { readonly name: string }[]) => ({ name }: { readonly name: string }): boolean => !names.some((each) => each.name === name);
  const views = [...store.views, ...own.views.filter(lacks(store.views))];
  return {
    ...store, views,
    entities: [...store.entities, ...own.entities.filter(lacks(store.entities))],
    services: [...store.services, ...own.services.filter(lacks(store.services)).map((service) => resolveService(service, views))],
  };
}

/** A notebook that is all there is: other names may be anywhere. */
function emptyStore(uri: string): Store {
  return {
    kind: "feast", id: uri, project: undefined, root: parentUri(uri), views: [], entities: [], services: [], sources: [], complete: false, problems: [], limits: [],
    registry: undefined,
  };
}

/** The objects that names of the notebook hold in the end. */
function definedBy(analysis: DocumentAnalysis, uri: string): Own {
  const views = new Map<string, View>();
  const entities = new Map<string, Entity>();
  const services = new Map<string, UnresolvedService>();
  for (const name of analysis.exports().values.keys()) {
    const value = analysis.exitValue(name);
    const found = value && readObject(value, siteOf);
    if (found?.kind === "view" && found.view.definition?.uri === uri) views.set(found.view.name, found.view);
    else if (found?.kind === "entity" && found.entity.definition?.uri === uri) entities.set(found.entity.name, found.entity);
    else if (found?.kind === "service" && found.service.definition?.uri === uri) services.set(found.service.name, found.service);
  }
  return { views: [...views.values()], entities: [...entities.values()], services: [...services.values()] };
}

function siteOf({ anchor: { cell, offset, index, unit }, start, end }: Place): DefinitionSite {
  const before = [...cell.units.slice(0, index).map(({ text }) => text), unit.text.slice(0, start)];
  const line = before.reduce((lines, text) => lines + (text.match(/\n/gu)?.length ?? 0), 0);
  return { uri: cell.document.uri, cell: cell.document.dialect === "notebook" ? cell.id : undefined, start: offset + start, end: offset + end, line };
}
