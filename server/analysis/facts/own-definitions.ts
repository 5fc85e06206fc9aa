/**
 * Definitions that a document makes itself, as they read now, with places in it: for rules about definitions.
 *
 *     stats = FeatureView(name="stats", schema=[Field(name="a", dtype=Int64)])     bound
 *     views = [FeatureView(name="x", ...)]                                         held: in a list
 *     def make(): return FeatureView(name="y", ...)                                in a function
 *
 * The store has what Feast would collect of all files; this has what is written here, collected or not. Only of documents inside a
 * repository of the workspace.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import { madeOf } from "../store/construction.ts";
import { readObject } from "../store/feast-objects.ts";
import type { UnresolvedService } from "../store/feast-services.ts";
import type { Catalogue, DefinitionSite, Entity, Store, View } from "../store/model.ts";
import type { Call } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { callsWhere, gathered } from "./kept.ts";

export interface OwnDefinitions {
  /** The repository that the document lies in. */
  readonly store: Store | undefined;
  readonly uri: string;
  readonly definitions: readonly OwnDefinition[];
  /** The document applies definitions itself, or hands them on. */
  readonly applies: boolean;
}

export type OwnDefinition = {
  readonly unit: Unit;
  /** The call that makes it; for a decorated function, the call of the decorator's factory is part of the `def`. */
  readonly call: Call;
  /** Made at the module's top level, not in a function. */
  readonly isTopLevel: boolean;
  /** Where names are written. */
  readonly placeOf: (site: DefinitionSite | undefined) => Place | undefined;
} & (
  | { readonly kind: "view"; readonly object: View }
  | { readonly kind: "entity"; readonly object: Entity }
  | { readonly kind: "service"; readonly object: UnresolvedService }
);

export const ownDefinitions = defineFact<never, OwnDefinitions>({
  name: "own-definitions",
  needs: {},
  document: ({ analysis, document, catalogue }) => {
    const store = storeAround(document.uri, catalogue);
    return { store, uri: document.uri, definitions: store ? definitionsIn(analysis) : [], applies: applyCalls(analysis).length > 0 };
  },
});

function storeAround(uri: string, catalogue: Catalogue | undefined): Store | undefined {
  const around = (catalogue?.stores ?? []).filter(({ root }) => uri.startsWith(root + "/"));
  return around.sort((a, b) => b.root.length - a.root.length)[0];
}

const applyCalls = callsWhere(({ node: { func } }) => (func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "").startsWith("apply"));

const definitionsIn = gathered(({ calls }) => {
  const seen = new Set<Call>();
  return calls.flatMap((event): readonly OwnDefinition[] => {
    if (seen.has(event.node) || event.via.length > 0) return [];
    const found = definitionOf(event);
    if (found) seen.add(event.node);
    return found ? [found] : [];
  });
});

function definitionOf({ unit, node, result, scope, target }: CallEvent): OwnDefinition | undefined {
  // Copies and other methods hand on what was made elsewhere.
  if (target === undefined || !/^feast\.(?:\w+\.)*[A-Z]\w*$/u.test(target)) return undefined;
  const made = madeOf(result);
  const own = place(unit, node);
  if (made?.place.anchor !== own.anchor || made.place.start !== own.start) return undefined;
  const places = new Map<DefinitionSite, Place>();
  const found = readObject(result, (at) => {
    const site: DefinitionSite = { uri: at.anchor.cell.document.uri, cell: undefined, start: at.start, end: at.end, line: 0 };
    places.set(site, at);
    return site;
  });
  const common = { unit, call: node, isTopLevel: scope === undefined, placeOf: (site: DefinitionSite | undefined) => site && places.get(site) };
  if (found?.kind === "view") return { ...common, kind: "view", object: found.view };
  if (found?.kind === "service") return { ...common, kind: "service", object: found.service };
  return found?.kind === "entity" ? { ...common, kind: "entity", object: found.entity } : undefined;
}
