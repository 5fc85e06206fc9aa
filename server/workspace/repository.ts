/**
 * The repository that holds a file: the nearest folder above it with a `.git` (a folder, or a file in worktrees and submodules).
 *
 * Without one, the project that a file belongs to is told by less: it lies below the working directory; or below a folder that was
 * named; or a folder near above it has the marks of a project.
 *
 *     seaworthy check ../churn            ../churn, for all files in it
 *     seaworthy check ../churn/train.py   ../churn, as feature_repo/feature_store.yaml is in it
 */
import type { Host } from "../host.ts";
import { isInside, joinUri, parentUri } from "../analysis/text/uri.ts";

/** The folders from `start` up to and including the repository's; `undefined` outside any repository. */
export async function foldersToRepository(host: Pick<Host, "stat">, start: string): Promise<readonly string[] | undefined> {
  const folders: string[] = [];
  for (let folder = joinUri(start); ; folder = parentUri(folder)) {
    folders.push(folder);
    if (await host.stat(joinUri(folder, ".git")).catch(() => undefined)) return folders;
    if (parentUri(folder) === folder) return undefined;
  }
}

/** What only the topmost folder of a project has. */
const marks = ["pyproject.toml", "setup.py", "feature_store.yaml", "features.yaml"];
/** A project's own folder is not far above its files. */
const nearLevels = 3;
/** A folder with more folders in it holds many projects, and is none. */
const mostFolders = 100;

/**
 * Finds the folder below which folder names tell something about a file; answers are kept.
 *
 * @param cwd the folder of files below it that lie in no repository
 * @param named folders whose files were asked for
 */
export function createProjectFolders(host: Pick<Host, "stat" | "readDirectory">, cwd: string, named: readonly string[] = []): (uri: string) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  const find = async (folder: string): Promise<string> => {
    const repository = (await foldersToRepository(host, folder))?.at(-1);
    if (repository !== undefined) return repository;
    if (isInside(cwd, folder)) return cwd;
    const given = named.filter((each) => isInside(each, folder)).sort((a, b) => a.length - b.length)[0];
    return (await markedFolder(host, given ?? folder, cwd)) ?? given ?? cwd;
  };
  return (uri) => {
    const folder = parentUri(uri);
    let found = known.get(folder);
    if (!found) known.set(folder, (found = find(folder)));
    return found;
  };
}

/**
 * The nearest folder with a mark, or with a Feast repository in it or, under a name that says so, beside it; none of those that hold
 * the working directory too. Further up, a repository may be anyone's.
 */
async function markedFolder(host: Pick<Host, "readDirectory" | "stat">, start: string, cwd: string): Promise<string | undefined> {
  let folder = start;
  for (let level = 0; level <= nearLevels && !isInside(folder, cwd); level++) {
    const entries = await host.readDirectory(folder).catch(() => []);
    if (entries.some(({ name, kind }) => kind === "file" && marks.includes(name))) return folder;
    const folders = entries.filter(({ name, kind }) => kind === "directory" && (level === 0 ? !name.startsWith(".") : level === 1 && /^(?:feature|feast)/iu.test(name)));
    for (const { name } of folders.length > mostFolders ? [] : folders) {
      if (await host.stat(joinUri(folder, name, "feature_store.yaml")).catch(() => undefined)) return folder;
    }
    folder = parentUri(folder);
  }
  return undefined;
}
