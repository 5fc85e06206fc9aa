/**
 * Other scripts of a project for refactorings: each analysed as if it were open, with the modules of the project that it imports.
 *
 * What is not read yet is answered as missing, and everything is done once more afterwards (project-view.ts): so nothing is kept here.
 */
import { createSession } from "../analysis/engine/session.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { ProjectView } from "../analysis/refactor/refactoring.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import { isInside, nameOf, parentUri } from "../analysis/text/uri.ts";

export function openedScript(
  uri: string, catalogue: Catalogue | undefined, { root, text: textOf, scripts }: Required<Pick<ProjectView, "root" | "text" | "scripts">>,
): OpenDocument | undefined {
  const text = textOf(uri);
  if (text === undefined) return undefined;
  const session = createSession({ rules: [] });
  session.modules.setWorkspaces([root]);
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  session.setCatalogue(uri, catalogue);
  const listed = scripts();
  for (let round = 0; round < maximumRounds; round++) {
    const { folders, files } = session.modules.wanted(uri);
    if (folders.length === 0 && files.length === 0) break;
    for (const folder of folders) session.modules.setFolder(folder, listing(folder, listed));
    for (const file of files) {
      const content = textOf(file);
      session.modules.setFile(file, content === undefined ? undefined : { kind: "script", text: content });
    }
  }
  return session.document(uri);
}

/** More than any chain of imports is long. */
const maximumRounds = 30;

/** What a folder holds, as far as scripts tell. */
function listing(folder: string, scripts: readonly string[]): { readonly files: ReadonlySet<string>; readonly folders: ReadonlySet<string>; readonly sources: readonly string[] } | undefined {
  const inside = scripts.filter((uri) => isInside(folder, uri));
  if (inside.length === 0) return undefined;
  const files = inside.filter((uri) => parentUri(uri) === folder).map(nameOf);
  const folders = inside.filter((uri) => parentUri(uri) !== folder).map((uri) => uri.slice(folder.length + 1).split("/")[0] ?? "");
  return { files: new Set(files), folders: new Set(folders), sources: [] };
}
