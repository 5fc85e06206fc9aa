/**
 * All that is known of a feature, view or service, as data: what it is, who knows it, who uses it, where its values come from and go.
 *
 * For a panel, for other editors and for the command line; `feature-text.ts` says the same in fewer words for a hover.
 */
import { endOf, isDeprecated, replacementNamed } from "../analysis/facts/deprecation.ts";
import type { Catalogue, Defined, DefinitionSite, Difference, Standing, Store, View } from "../analysis/store/model.ts";
import { lineageOf } from "./feature-lineage.ts";
import type { Lineage } from "./feature-lineage.ts";
import { nameKey, nameText } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { differencesOf, momentText, registryText, standingText } from "./feature-standing.ts";
import { duration } from "./feature-text.ts";
import { retrievedBy, usageOf, usageText } from "./feature-usage.ts";
import { mayMean } from "./feature-uses.ts";
import type { TextPlace, WorkspaceUses } from "./found-uses.ts";

export interface FeatureDetails {
  readonly name: FeatureName;
  /** As code writes it. */
  readonly reference: string;
  readonly project: string | undefined;
  /** `Float32`; of views and services their class. */
  readonly type: string | undefined;
  readonly description: string | undefined;
  /** What is known besides, in order, to be shown as it is: entities, time to live, owner, source ... */
  readonly facts: readonly DetailFact[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** What tags say of its end, in words. */
  readonly deprecated: string | undefined;
  readonly standing: { readonly kind: Standing["kind"]; readonly text: string | undefined; readonly differences: readonly Difference[] };
  /** When the registry that was read was applied, and how old what is known of it is. */
  readonly registry: string | undefined;
  readonly definition: DefinitionSite | undefined;
  /** Features of a view or service. */
  readonly features: readonly DetailFeature[];
  /** There may be more than these. */
  readonly hasMoreFeatures: boolean;
  readonly usage: DetailUsage;
  readonly lineage: Lineage;
}

export interface DetailFact {
  readonly label: string;
  readonly text: string;
}

export interface DetailFeature {
  readonly name: FeatureName;
  readonly label: string;
  readonly dtype: string | undefined;
  readonly description: string | undefined;
}

export interface DetailUsage {
  readonly text: string;
  readonly training: readonly TextPlace[];
  readonly serving: readonly TextPlace[];
  /** Where names that are known only at run time may mean it. */
  readonly possibly: readonly TextPlace[];
}

/** `undefined` when it is gone. `now`: milliseconds since 1970. */
export function featureDetails(name: FeatureName, catalogue: Catalogue, uses: WorkspaceUses, now: number): FeatureDetails | undefined {
  const store = catalogue.stores.find(({ id }) => id === name.store);
  const found = store && foundIn(store, name);
  const lineage = found && lineageOf(name, catalogue, uses);
  if (!store || !found || !lineage) return undefined;
  const { object, view, field } = found;
  const described = field ?? object;
  const fieldName = field?.name;
  const { standing } = object;
  return {
    name, reference: nameText(name, catalogue), project: store.project, type: field ? field.dtype : (view?.kind ?? "FeatureService"),
    description: described.description,
    facts: factsOf(found, store),
    tags: [...(field ? new Map([...object.tags, ...field.tags]) : object.tags)].map(([key, value]) => ({ key, value })),
    deprecated: deprecationOf(found),
    standing: { kind: standing.kind, text: standingText(object, store.registry, fieldName), differences: differencesOf(standing, fieldName) },
    registry: registryText(store.registry, now),
    definition: described.definition,
    ...featuresOf(name, found, store),
    usage: usageFound(name, catalogue, uses),
    lineage,
  };
}

/** The name that an id of the features' tree stands for; `undefined` for one that is gone, and for a project. */
export function nameWithKey({ stores }: Catalogue, key: string): FeatureName | undefined {
  const is = (name: FeatureName): boolean => nameKey(name) === key;
  for (const { id, views, services } of stores) {
    for (const view of views) {
      const own: FeatureName = { kind: "view", store: id, name: view.name };
      if (is(own)) return own;
      for (const field of view.fields) {
        const feature: FeatureName = { kind: "feature", store: id, view: view.name, name: field.name };
        if (is(feature)) return feature;
      }
    }
    for (const service of services) {
      const own: FeatureName = { kind: "service", store: id, name: service.name };
      if (is(own)) return own;
    }
  }
  return undefined;
}

/** All that are called so: `driver_stats:conv_rate`, `driver_stats`, `conv_rate`. The most exact reading alone. */
export function namesCalled(catalogue: Catalogue, text: string): readonly FeatureName[] {
  const all = catalogue.stores.flatMap(({ id, views, services }): readonly FeatureName[] => [
    ...views.flatMap((view): readonly FeatureName[] => [
      { kind: "view", store: id, name: view.name },
      ...view.fields.map((field): FeatureName => ({ kind: "feature", store: id, view: view.name, name: field.name })),
    ]),
    ...services.map((service): FeatureName => ({ kind: "service", store: id, name: service.name })),
  ]);
  const exact = all.filter((name) => nameText(name, catalogue) === text);
  return exact.length > 0 ? exact : all.filter((name) => name.name === text);
}

// ---- parts -------------------------------------------------------------------------------------------------

interface Found {
  /** The view or service. */
  readonly object: Defined;
  readonly view: View | undefined;
  readonly field: View["fields"][number] | undefined;
}

function foundIn({ views, services }: Store, name: FeatureName): Found | undefined {
  if (name.kind === "service") {
    const object = services.find((each) => each.name === name.name);
    return object && { object, view: undefined, field: undefined };
  }
  const view = views.find((each) => each.name === (name.kind === "view" ? name.name : name.view));
  const field = name.kind === "feature" ? view?.fields.find((each) => each.name === name.name) : undefined;
  return view && (name.kind === "view" || field) ? { object: view, view, field } : undefined;
}

function factsOf({ object, view, field }: Found, store: Store): readonly DetailFact[] {
  const entities = view?.entities.map((name) => store.entities.find((each) => each.name === name) ?? name) ?? [];
  const facts: readonly (readonly [string, string | undefined])[] = [
    ["View", field && view ? `${view.name} (${view.kind})` : undefined],
    ["View description", field ? object.description : undefined],
    ["Entities", list(entities.map((each) => (typeof each === "string" ? each : each.name)))],
    ["Join keys", list(entities.flatMap((each) => (typeof each === "string" ? [] : `${each.joinKey}${each.valueType === undefined ? "" : ` (${each.valueType})`}`)))],
    ["Time to live", view?.ttlSeconds === undefined ? undefined : duration(view.ttlSeconds)],
    ["Source", view?.inputs.length === 0 ? view.source : undefined],
    ["Computed from", view && list(view.inputs.map((input) => (input.kind === "view" ? input.selection.view : `${input.name} (request)`)))],
    ["Mode", view?.mode],
    ["Owner", object.owner],
    ["Served online", view?.online === undefined ? undefined : view.online ? "yes" : "no"],
    ["Switched off", view?.enabled === false ? "yes: retrieval refuses it" : undefined],
    ["Materialized until", view?.applied?.materializedUntil === undefined ? undefined : momentText(view.applied.materializedUntil)],
    ["Project", store.project],
  ];
  return facts.flatMap(([label, text]) => (text === undefined || text === "" ? [] : [{ label, text }]));
}

function list(texts: readonly string[]): string | undefined {
  return texts.length === 0 ? undefined : texts.join(", ");
}

function deprecationOf({ object, view, field }: Found): string | undefined {
  const own = field && isDeprecated(field.tags) ? field.tags : isDeprecated(object.tags) ? object.tags : undefined;
  if (!own) return undefined;
  const end = endOf(own);
  const other = replacementNamed(own);
  const what = field && own !== field.tags && view ? `its view ${view.name} is deprecated` : "deprecated";
  return `${what}${end === undefined ? "" : `, until ${end}`}${other === undefined ? "" : `, replaced by ${other}`}`;
}

function featuresOf(name: FeatureName, { object, view }: Found, { services, views }: Store): Pick<FeatureDetails, "features" | "hasMoreFeatures"> {
  if (name.kind === "feature") return { features: [], hasMoreFeatures: false };
  const made = (of: View, field: View["fields"][number], label: string): DetailFeature =>
    ({ name: { kind: "feature", store: name.store, view: of.name, name: field.name }, label, dtype: field.dtype, description: field.description });
  if (view) return { features: view.fields.map((field) => made(view, field, field.name)), hasMoreFeatures: view.open };
  const service = services.find((each) => each.name === object.name);
  const features = service?.features.flatMap((selected): readonly DetailFeature[] => {
    const of = views.find((each) => each.name === selected.view);
    const field = of?.fields.find((each) => each.name === selected.field);
    return of && field ? [made(of, field, `${of.name}:${field.name}`)] : [];
  }) ?? [];
  return { features, hasMoreFeatures: service?.closed === false };
}

function usageFound(name: FeatureName, catalogue: Catalogue, uses: WorkspaceUses): DetailUsage {
  const keys = retrievedBy(name, catalogue);
  const places = (role: string): readonly TextPlace[] => {
    const found = new Map<string, TextPlace>();
    for (const file of uses.files) {
      for (const use of file.uses) {
        const place = use.written ?? use.around;
        if (use.role === role && keys.has(nameKey(use.name))) found.set(`${place.uri}#${String(place.start)}`, place);
      }
    }
    return [...found.values()];
  };
  return {
    text: usageText(usageOf(name, catalogue, uses)),
    training: places("training"), serving: places("serving"),
    possibly: uses.files.flatMap(({ open }) => open.flatMap(({ use, place }) => (mayMean(use, name, catalogue) ? [place] : []))),
  };
}
