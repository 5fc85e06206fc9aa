/**
 * A workspace in memory for tests of modules: paths and texts, told to a session (or a graph) as a loader would.
 *
 *     const files = moduleFiles({ "config.py": 'DATA = "/x"', "train.py": "from config import DATA" });
 *     files.tell(session.modules, files.uri("train.py"));
 */
import type { SessionModules } from "../../server/analysis/engine/session-contract.ts";
import type { ModuleContent } from "../../server/analysis/semantic/module-graph.ts";
import type { FolderListing } from "../../server/analysis/semantic/module-resolution.ts";
import { joinUri, nameOf, parentUri } from "../../server/analysis/text/uri.ts";

export const workspace = "file:///w";

/** What a session and a graph have in common. */
export type Told = Pick<SessionModules, "setWorkspaces" | "wanted" | "setFolder"> & { setFile(uri: string, content: ModuleContent | undefined): void };

export interface ModuleFiles {
  uri(path: string): string;
  set(path: string, text: string): void;
  remove(path: string): void;
  text(path: string): string | undefined;
  paths(): readonly string[];
  listing(folder: string): FolderListing | undefined;
  content(uri: string): ModuleContent | undefined;
  /** All that a document reaches. @returns URIs of files in the order in which they were wanted */
  tell(told: Told, uri: string): readonly string[];
}

/** Texts of `.ipynb` files are cells, separated by lines of `---`. */
export function moduleFiles(texts: Readonly<Record<string, string>>): ModuleFiles {
  const files = new Map(Object.entries(texts).map(([path, text]) => [joinUri(workspace, path), text]));
  const result: ModuleFiles = {
    uri: (path) => joinUri(workspace, path),
    set: (path, text) => { files.set(joinUri(workspace, path), text); },
    remove: (path) => { files.delete(joinUri(workspace, path)); },
    text: (path) => files.get(joinUri(workspace, path)),
    paths: () => [...files.keys()].map((uri) => uri.slice(workspace.length + 1)),
    listing(folder) {
      const names = { files: new Set<string>(), folders: new Set<string>(), sources: [] };
      for (const uri of files.keys()) {
        if (parentUri(uri) === folder) names.files.add(nameOf(uri));
        else if (uri.startsWith(`${folder}/`)) names.folders.add(uri.slice(folder.length + 1).split("/", 1)[0] ?? "");
      }
      return names.files.size + names.folders.size > 0 ? names : undefined;
    },
    content(uri) {
      const text = files.get(uri);
      if (text === undefined) return undefined;
      if (!uri.endsWith(".ipynb")) return { kind: "script", text };
      return { kind: "notebook", cells: text.split("\n---\n").map((each, index) => ({ id: `c${String(index)}`, kind: "code", language: "python", text: each })) };
    },
    tell(told, uri) {
      told.setWorkspaces([workspace]);
      const order: string[] = [];
      for (let round = 0; round < 100; round++) {
        const wanted = told.wanted(uri);
        if (wanted.folders.length + wanted.files.length === 0) return order;
        for (const folder of wanted.folders) told.setFolder(folder, result.listing(folder));
        for (const file of wanted.files) {
          order.push(file);
          told.setFile(file, result.content(file));
        }
      }
      throw new Error(`what ${uri} wants never ends`);
    },
  };
  return result;
}
