/**
 * Feature-store definitions for the files of one run: a project's repositories are looked for when the first of its files
 * speaks of features, and kept for the others. In a project with a features.yaml, or whose settings name such files, any file may.
 */
import type { Settings } from "../analysis/engine/settings.ts";
import { nearestStores } from "../analysis/store/choose-store.ts";
import { speaksOfStores } from "../analysis/store/dialects.ts";
import type { Catalogue, StoreProblem } from "../analysis/store/model.ts";
import type { ReferenceFile } from "../analysis/store/reference-file.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import { joinUri } from "../analysis/text/uri.ts";
import { catalogueName } from "../store/feature-files.ts";
import { walk } from "../store/find-repositories.ts";
import { createStoreIndex } from "../store/store-index.ts";
import type { StoreIndex } from "../store/store-index.ts";
import type { SourceFile } from "../workspace/open-document.ts";
import type { FileError } from "./report.ts";
import type { Terminal } from "./terminal.ts";

export interface Catalogues {
  /** `root`: folder of the project that the file belongs to. */
  catalogueFor(uri: string, source: SourceFile, root: string): Promise<Catalogue | undefined>;
  /** YAML and JSON files of a project that name features; `undefined` when it has none. */
  listsOf(root: string): Promise<ProjectLists | undefined>;
  /** What could not be read in the definitions that were needed; each file once. */
  problems(): readonly (Omit<FileError, "path"> & { readonly uri: string })[];
}

export interface ProjectLists {
  readonly catalogue: Catalogue;
  readonly files: readonly ReferenceFile[];
  sourceOf(uri: string): SourceText | undefined;
}

/** @param settingsFor the settings that hold for a file */
export function createCatalogues(terminal: Terminal, settingsFor: (uri: string) => Promise<{ readonly settings: Settings }>): Catalogues {
  const catalogueFiles = new Map<string, Promise<boolean>>();
  const indexes = new Map<string, Promise<StoreIndex>>();
  const told = new Map<string, Omit<FileError, "path">>();
  const build = async (root: string): Promise<StoreIndex> => {
    const index = createStoreIndex(terminal.host, [root], {
      environment: (name) => terminal.environment[name],
      settingsFor: async (uri) => (await settingsFor(uri)).settings,
    });
    await index.refresh();
    return index;
  };
  const indexOf = (root: string): Promise<StoreIndex> => {
    let index = indexes.get(root);
    if (!index) indexes.set(root, (index = build(root)));
    return index;
  };
  /** Whether features are described or named outside of code. */
  const hasFiles = async (uri: string, root: string): Promise<boolean> => {
    const { settings: { features } } = await settingsFor(uri);
    if (features.catalogues.length + features.references.length > 0) return true;
    let found = catalogueFiles.get(root);
    if (!found) catalogueFiles.set(root, (found = walk(terminal.host, root, (name) => name === catalogueName).then(({ files }) => files.length > 0)));
    return found;
  };
  return {
    async catalogueFor(uri, source, root) {
      // A function of the user's own that asks for features mostly says so in its name.
      if (!speaksOfStores(source.text) && !/feast|_features\b/i.test(source.text) && !(await hasFiles(uri, root))) return undefined;
      const stores = await indexOf(root);
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
    async listsOf(root) {
      if (!(await hasFiles(joinUri(root, "_.py"), root))) return undefined;
      const stores = await indexOf(root);
      const catalogue = stores.catalogueFor(root);
      return catalogue?.files && { catalogue, files: catalogue.files, sourceOf: (uri) => stores.sourceOf(uri) };
    },
    problems: () => [...told].map(([uri, problem]) => ({ uri, ...problem })),
  };
}

function describe({ uri, start, message }: StoreProblem, others: number, stores: StoreIndex): Omit<FileError, "path"> {
  const position = start === 0 ? undefined : stores.sourceOf(uri)?.positionAt(start, "code-point");
  const at = position && { line: position.line + 1, column: position.column + 1 };
  return { message: message + (others > 0 ? ` (and ${others} more)` : ""), at };
}
