/**
 * Feature-store definitions for the files of one run: a project's repositories are looked for when the first of its files
 * speaks of features, and kept for the others.
 */
import type { Catalogue } from "../analysis/store/model.ts";
import { createStoreIndex } from "../store/store-index.ts";
import type { StoreIndex } from "../store/store-index.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import type { Terminal } from "./terminal.ts";

export interface Catalogues {
  /** `root`: folder of the project that the file belongs to. */
  catalogueFor(uri: string, source: SourceFile, root: string): Promise<Catalogue | undefined>;
  /** What could not be read in the definitions that were needed; each once. */
  problems(): readonly { readonly uri: string; readonly message: string }[];
}

export function createCatalogues(terminal: Terminal): Catalogues {
  const indexes = new Map<string, Promise<StoreIndex>>();
  const problems = new Map<string, { readonly uri: string; readonly message: string }>();
  const build = async (root: string): Promise<StoreIndex> => {
    const index = createStoreIndex(terminal.host, [root], { environment: (name) => terminal.environment[name] });
    await index.refresh();
    return index;
  };
  return {
    async catalogueFor(uri, source, root) {
      // Every way to ask a store for features has one of these words in it.
      if (!/feast|_features\b/i.test(source.text)) return undefined;
      let index = indexes.get(root);
      if (!index) {
        index = build(root);
        indexes.set(root, index);
      }
      const stores = await index;
      const catalogue = stores.catalogueFor(uri);
      for (const { uri: file, start, message } of catalogue?.stores.flatMap((store) => store.problems) ?? []) {
        const line = (stores.sourceOf(file)?.lineAt(start) ?? 0) + 1;
        problems.set(`${file} ${start} ${message}`, { uri: file, message: start === 0 ? message : `line ${line}: ${message}` });
      }
      return catalogue;
    },
    problems: () => [...problems.values()],
  };
}
