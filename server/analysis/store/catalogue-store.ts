/**
 * The store that a catalogue file describes, with its dialect: how code speaks of it is for the file to say (store/dialect.ts).
 *
 *     references: "{view}.{feature}"                                              grammar
 *     calls: [{function: shop.load, argument: names, role: training}]             the form of `shop.load(names=["stats.rating"])`
 *
 * Files that say the same of references and calls share a dialect, so that of several catalogues in a workspace the nearest is meant.
 */
import type { SourceText } from "../text/source-text.ts";
import { parentUri } from "../text/uri.ts";
import { readCatalogueFile } from "./catalogue-file.ts";
import type { CatalogueCall, CatalogueContent } from "./catalogue-file.ts";
import type { StoreDialect } from "./dialect.ts";
import type { LocatedFile } from "./located-value.ts";
import type { Store } from "./model.ts";
import type { ReferenceForm } from "./reference-form.ts";
import { formOfCall } from "./named-calls.ts";
import { patternGrammar } from "./reference-pattern.ts";

export interface CatalogueReader {
  read(uri: string, source: SourceText, located: LocatedFile): Store;
}

export function createCatalogueReader(): CatalogueReader {
  const dialects = new Map<string, StoreDialect>();
  const dialectOf = (content: CatalogueContent): StoreDialect => {
    const key = JSON.stringify([content.splits, content.calls]);
    let known = dialects.get(key);
    if (!known) dialects.set(key, (known = catalogueDialect(content)));
    return known;
  };
  return {
    read(uri, source, located) {
      const content = readCatalogueFile(uri, source, located);
      const { name, views, entities, services, sources, complete, problems } = content;
      return {
        kind: "catalogue", id: uri, root: parentUri(uri), project: name, dialect: dialectOf(content), views, entities, services, sources, complete, problems,
        limits: [], registry: undefined,
      };
    },
  };
}

function catalogueDialect({ splits, calls }: CatalogueContent): StoreDialect {
  const grammar = patternGrammar(splits);
  return {
    kind: "catalogue",
    title: "the store",
    words: { view: "view", service: "service" },
    grammar,
    columns: (view, feature) => [feature, grammar.write(view, feature), `${view}__${feature}`],
    foldsCase: false,
    packages: [],
    forms: calls.map(formOf),
  };
}

function formOf({ callee, keyword, position, takes, role }: CatalogueCall): ReferenceForm {
  const form = formOfCall({ function: callee.name, argument: keyword, position, takes, role });
  if (callee.kind === "function") return form;
  const { qualified: _, ...byName } = form;
  return { ...byName, mayBeUnproved: true };
}
