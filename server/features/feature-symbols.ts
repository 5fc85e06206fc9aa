/** Features, views and services by name: the editor's search for symbols of the workspace. */
import type { Catalogue, DefinitionSite } from "../analysis/store/model.ts";
import { definitionsIn, nameText } from "./feature-name.ts";
import type { FeatureName } from "./feature-name.ts";

export interface FeatureSymbol {
  readonly name: FeatureName;
  readonly site: DefinitionSite;
  /** The project, and for a feature its view. */
  readonly container: string;
}

const maxSymbols = 500;

/** The letters of the query occur in the name in this order, as editors match them; whole references are matched too. */
export function featureSymbols(catalogue: Catalogue, query: string): readonly FeatureSymbol[] {
  const projects = new Map(catalogue.stores.map(({ id, project }) => [id, project]));
  const found: FeatureSymbol[] = [];
  for (const { name, site } of definitionsIn(catalogue)) {
    if (!occurs(query, nameText(name, catalogue))) continue;
    const container = [projects.get(name.store), name.kind === "feature" ? name.view : undefined].filter((each) => each !== undefined).join(" › ");
    found.push({ name, site, container });
    if (found.length >= maxSymbols) break;
  }
  return found;
}

function occurs(query: string, name: string): boolean {
  const text = name.toLowerCase();
  let at = 0;
  for (const char of query.toLowerCase().replaceAll(/\s/g, "")) {
    at = text.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
