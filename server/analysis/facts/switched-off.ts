/**
 * Views that are switched off, `FeatureView(..., enabled=False)`: their features exist, and Feast refuses to serve them.
 *
 *     store.get_online_features(features=["old:value"], ...)                        old is disabled and cannot serve features
 *     store.get_historical_features(features=store.get_feature_service("offer"))    the same when the service selects from old
 *
 * An on-demand view that computes from such a view is answered; what an older version of a view says is not known here.
 */
import { defineFact } from "../engine/fact.ts";
import type { CatalogueIndex } from "../store/resolve.ts";
import { feastReferences } from "./features.ts";
import type { FeatureReference, Retrieval } from "./features.ts";
import { callsWhere } from "./kept.ts";

export interface SwitchedOff {
  /** References of which every view that may be meant is switched off. */
  readonly references: readonly FeatureReference[];
  /** Retrievals by a service, with the first of its views that is switched off. */
  readonly services: readonly { readonly retrieval: Retrieval; readonly view: string }[];
}

export const switchedOffViews = defineFact({
  name: "switched-off-views",
  needs: { feastReferences },
  document: ({ analysis, get }): SwitchedOff => {
    // Code that switches views itself may have switched these on.
    if (switches(analysis).length > 0) return { references: [], services: [] };
    const found = get(feastReferences);
    return {
      references: found.references.filter(isSwitchedOff),
      services: found.retrievals.flatMap((retrieval) => {
        const view = inService(retrieval);
        return view === undefined ? [] : [{ retrieval, view }];
      }),
    };
  },
});

const switches = callsWhere(({ target }) => target !== undefined && /^feast\.(\w+\.)*FeatureStore\.(?:apply|enable_feature_view)$/.test(target));

function isSwitchedOff({ resolution, parsed, index }: FeatureReference): boolean {
  return (resolution.kind === "feature" || resolution.kind === "view") && parsed.version === undefined && isOff(parsed.view.name, index);
}

function inService({ service, index }: Retrieval): string | undefined {
  const [found, ...others] = service === undefined ? [] : index.services(service);
  if (!found || others.length > 0) return undefined;
  return found.service.selections.find(({ view, version }) => version === undefined && isOff(view, index))?.view;
}

function isOff(name: string, index: CatalogueIndex): boolean {
  const views = index.views(name);
  return views.length > 0 && views.every(({ view }) => view.enabled === false);
}
