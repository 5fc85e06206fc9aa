/**
 * The repository that holds a file: the nearest folder above it with a `.git` (a folder, or a file in worktrees and submodules).
 */
import type { Host } from "../host.ts";
import { joinUri, parentUri } from "../analysis/text/uri.ts";

/** The folders from `start` up to and including the repository's; `undefined` outside any repository. */
export async function foldersToRepository(host: Pick<Host, "stat">, start: string): Promise<readonly string[] | undefined> {
  const folders: string[] = [];
  for (let folder = joinUri(start); ; folder = parentUri(folder)) {
    folders.push(folder);
    if (await host.stat(joinUri(folder, ".git")).catch(() => undefined)) return folders;
    if (parentUri(folder) === folder) return undefined;
  }
}

/** Finds the folder below which folder names tell something about a file; answers are kept. */
export function createProjectFolders(host: Pick<Host, "stat">, otherwise: string): (uri: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (uri) => {
    const folder = parentUri(uri);
    let found = known.get(folder);
    if (!found) {
      found = foldersToRepository(host, folder).then((folders) => folders?.[folders.length - 1] ?? otherwise);
      known.set(folder, found);
    }
    return found;
  };
}
