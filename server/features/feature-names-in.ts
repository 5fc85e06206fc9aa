/** All names of features, views and services that stand in a document, for links and hints. */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { TextRange } from "./diagnostics.ts";
import { rangeOf } from "./diagnostics.ts";
import { definitionsIn, nameKey } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";
import { collectUses } from "./feature-uses.ts";

export interface NameInText {
  readonly name: FeatureName;
  readonly at: TextRange;
  readonly isDefinition: boolean;
}

/** In no order; places that may mean several are left out. */
export function featureNamesIn(document: OpenDocument, catalogue: Catalogue): readonly NameInText[] {
  const found = new Map<string, NameInText | undefined>();
  const add = (each: NameInText): void => {
    const { uri, start, end } = each.at;
    const key = `${uri}#${String(start)}-${String(end)}`;
    const before = found.get(key);
    found.set(key, found.has(key) && (!before || nameKey(before.name) !== nameKey(each.name)) ? undefined : before ?? each);
  };
  for (const { name, site } of definitionsIn(catalogue)) {
    if (site.uri !== document.uri) continue;
    const cell = site.cell === undefined ? document.cells[0] : document.cell(site.cell);
    if (cell && document.sourceOf(cell).text.slice(site.start, site.end) === name.name) {
      add({ name, at: { uri: site.cell ?? site.uri, start: site.start, end: site.end }, isDefinition: true });
    }
  }
  for (const { name, role, written } of collectUses(document, catalogue).uses) {
    if (role === "column" || written?.anchor.cell.document.uri !== document.uri) continue;
    add({ name, at: rangeOf(document, written), isDefinition: false });
  }
  return [...found.values()].filter((each) => each !== undefined);
}

/** The page of the Feast UI; `undefined` where the project is not known. */
export function uiPage(address: string, { stores }: Catalogue, name: FeatureName): string | undefined {
  const store = stores.find(({ id }) => id === name.store);
  if (store?.project === undefined || store.kind !== "feast") return undefined;
  const part = encodeURIComponent;
  const project = `${address}/p/${part(store.project)}`;
  if (name.kind === "service") return `${project}/feature-service/${part(name.name)}`;
  const viewName = name.kind === "view" ? name.name : name.view;
  const isLabels = store.views.some((view) => view.name === viewName && view.kind === "LabelView");
  const view = `${project}/${isLabels ? "label" : "feature"}-view/${part(viewName)}`;
  return name.kind === "view" ? view : `${view}/${isLabels ? "label" : "feature"}/${part(name.name)}`;
}

export function dtypeOf({ stores }: Catalogue, name: FeatureName): string | undefined {
  if (name.kind !== "feature") return undefined;
  const views = stores.filter(({ id }) => id === name.store).flatMap((store) => store.views.filter((view) => view.name === name.view));
  return views.flatMap(({ fields }) => fields).find((field) => field.name === name.name)?.dtype;
}
