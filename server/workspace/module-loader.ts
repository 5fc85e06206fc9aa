/**
 * Reads what the session wants to know of other files: it asks for folders and modules, gets them, and asks for more, as what a
 * module imports is known only once it is read.
 *
 *     train.py imports utils         round 1   the folders around train.py
 *                                    round 2   utils.py
 *     utils.py imports config        round 3   config.py
 *
 * Nothing outside the session's workspace folders is asked for. Files that cannot be read, or are too large, are told as such.
 */
import type { SessionModules } from "../analysis/engine/session-contract.ts";
import { parentUri, nameOf } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { isPythonFile } from "./collect-files.ts";
import { listFolder } from "./folder-listing.ts";
import { readSource } from "./open-document.ts";
import { inTurns } from "./read-ahead.ts";

export interface ModuleLoader {
  /** Reads all that an open document's imports lead to. True when something new was told. Never rejects. */
  load(uri: string): Promise<boolean>;
  /** Files were made, changed or removed: reads again those that the session knows. Never rejects. */
  refresh(uris: readonly string[]): Promise<void>;
}

/** Import chains longer than this are not followed to their end. */
const maximumRounds = 300;
/** Files that are read at the same time. */
const readersAtOnce = 8;
/** In bytes. What is longer is data. */
const maximumSize = 1_000_000;

export function createModuleLoader(host: Pick<Host, "readFile" | "readDirectory" | "stat">, modules: SessionModules): ModuleLoader {
  /** What is being read, for those that want the same. */
  const reading = new Map<string, Promise<void>>();

  const once = (key: string, read: () => Promise<void>): Promise<void> => {
    let running = reading.get(key);
    if (!running) {
      running = read().finally(() => reading.delete(key));
      reading.set(key, running);
    }
    return running;
  };
  const readFolder = (uri: string): Promise<void> => once(`${uri}/`, async () => { modules.setFolder(uri, await listFolder(host, uri)); });
  const readFile = (uri: string): Promise<void> => once(uri, async () => {
    try {
      const source = readSource(nameOf(uri), await host.readFile(uri), maximumSize);
      modules.setFile(uri, source.kind === "script" ? source : { kind: "notebook", cells: source.notebook.cells });
    } catch {
      // Its importers do without, as they do without libraries.
      modules.setFile(uri, undefined);
    }
  });

  const readAll = async (folders: readonly string[], files: readonly string[]): Promise<void> => {
    await inTurns([...folders.map((each) => () => readFolder(each)), ...files.map((each) => () => readFile(each))], readersAtOnce, (read) => read());
  };

  return {
    async load(uri) {
      let told = false;
      for (let round = 0; round < maximumRounds; round++) {
        const { folders, files } = modules.wanted(uri);
        if (folders.length === 0 && files.length === 0) break;
        told = true;
        await readAll(folders, files);
      }
      return told;
    },
    async refresh(uris) {
      const folders = new Set<string>();
      for (const uri of uris) {
        if (/\/(?:\.gitignore|pyproject\.toml)$/u.test(uri)) modules.forget(parentUri(uri));
        // A new folder is news for the one around it.
        for (let folder = parentUri(uri); ; folder = parentUri(folder)) {
          if (modules.knows(folder)) folders.add(folder);
          if (parentUri(folder) === folder) break;
        }
      }
      const files = uris.filter((uri) => isPythonFile(nameOf(uri)) && modules.knows(uri));
      await readAll([...folders], files);
    },
  };
}
