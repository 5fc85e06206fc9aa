/**
 * Single files that the client is asked to watch while somebody needs them, wherever they lie and whatever their names are: a registry
 * beside the repository, settings that others extend. Names that are always watched are registered by configuring.ts.
 */
import { DidChangeWatchedFilesNotification } from "vscode-languageserver";
import type { Disposable } from "vscode-languageserver";
import { nameOf, parentUri } from "../analysis/text/uri.ts";
import type { Context } from "./context.ts";

/**
 * Takes all files that are needed now, in place of those before.
 *
 * @param what the files, for the log
 */
export function createFileWatcher({ connection, host, abilities }: Pick<Context, "connection" | "host" | "abilities">, what: string): (files: Iterable<string>) => void {
  let watched = "";
  let watcher: Promise<Disposable | undefined> = Promise.resolve(undefined);
  return (needed) => {
    if (!abilities.registersWatchers) return;
    const files = [...new Set(needed)].toSorted();
    if (files.join("\n") === watched) return;
    watched = files.join("\n");
    watcher = watcher.then(async (before) => {
      before?.dispose();
      if (files.length === 0) return undefined;
      return await connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: files.map((file) => {
          const pattern = nameOf(file).replaceAll(/[*?{}[\],!]/g, "?");
          return { globPattern: abilities.watchesFolders ? { baseUri: parentUri(file), pattern } : `**/${pattern}` };
        }),
      });
    }).catch((error: unknown) => {
      host.log("warn", `${what} are not watched: ${String(error)}`);
      return undefined;
    });
  };
}
