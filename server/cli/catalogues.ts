/**
 * Feature-store definitions for the files of one run: a project's repositories are looked for when the first of its files
 * speaks of features, and kept for the others.
 */
import { nearestStores } from "../analysis/store/choose-store.ts";
import { speaksOfStores } from "../analysis/store/dialects.ts";
import type { Catalogue, StoreProblem } from "../analysis/store/model.ts";
import { createStoreIndex } from "../store/store-index.ts";
import type { StoreIndex } from "../store/store-index.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import type { FileError } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface Catalogues {
  /** `root`: folder of the project that the file belongs to. */
  catalogueFor(uri: string, source: SourceFile, root: string): Promise<Catalogue | undefined>;
  /** What could not be read in the definitions that were needed; each file once. */
  problems(): readonly (Omit<FileError, "path"> & { readonly uri: string })[];
}

export function createCatalogues(terminal: Terminal): Catalogues {
  const indexes = new Map<string, Promise<StoreIndex>>();
  const told = new Map<string, Omit<FileError, "path">>();
  const build = async (root: string): Promise<StoreIndex> => {
    const index = createStoreIndex(terminal.host, [root], { environment: (name) => terminal.environment[name] });
    await index.refresh();
    return index;
  };
  return {
    async catalogueFor(uri, source, root) {
      // A function of the user's own that asks for features mostly says so in its name.
      if (!speaksOfStores(source.text) && !/feast|_features\b/i.test(source.text)) return undefined;
      let index = indexes.get(root);
      if (!index) {
        index = build(root);
        indexes.set(root, index);
      }
      const stores = await index;
      const catalogue = stores.catalogueFor(uri);
      // Of a project with many repositories, those that the file most likely means: what others lack is no news for it.
      for (const { problems } of catalogue ? nearestStores(catalogue.stores, uri) : []) {
        for (const problem of problems) {
          // One line for a file: what follows the first mistake is often only its echo.
          const all = problems.filter((other) => other.uri === problem.uri);
          if (all[0] === problem) told.set(problem.uri, describe(problem, all.length - 1, stores));
        }
      }
      return catalogue;
    },
    problems: () => [...told].map(([uri, problem]) => ({ uri, ...problem })),
  };
}

function describe({ uri, start, message }: StoreProblem, others: number, stores: StoreIndex): Omit<FileError, "path"> {
  const position = start === 0 ? undefined : stores.sourceOf(uri)?.positionAt(start, "code-point");
  const at = position && { line: position.line + 1, column: position.column + 1 };
  return { message: message + (others > 0 ? ` (and ${others} more)` : ""), at };
}
