/**
 * Looks into folders that rules ask for, and tells the session their names: data files too, whether git ignores them or not.
 *
 * Reading one folder is all that is ever done, and only of those that a path in the code points to.
 */
import type { FolderAnswer } from "../analysis/engine/disk-folders.ts";
import type { Session } from "../analysis/engine/session-contract.ts";
import type { Host } from "../host.ts";

/** A folder that holds more is not looked through. */
const maximumNames = 50_000;
/** An answer leads to at most one more question, of a folder below. */
const maximumRounds = 8;

export interface FolderAnswers {
  /** Makes reports of an open document until all that they ask is answered. Never rejects. */
  load(uri: string): Promise<void>;
  /** Answers what the last report of a document asked. Never rejects. */
  answer(uri: string): Promise<void>;
  /** Something in these folders was made or removed. Never rejects. */
  refresh(folders: Iterable<string>): Promise<void>;
}

export function createFolderAnswers(host: Pick<Host, "readDirectory" | "stat">, session: Session): FolderAnswers {
  const tell = async (folder: string): Promise<void> => { session.folders.tell(folder, await answerFor(host, folder)); };
  const answer = async (uri: string): Promise<void> => { await Promise.all(session.folders.wanted(uri).map(tell)); };
  return {
    async load(uri) {
      for (let round = 0; round < maximumRounds; round++) {
        session.report(uri);
        if (session.folders.wanted(uri).length === 0) break;
        await answer(uri);
      }
    },
    answer,
    async refresh(folders) {
      await Promise.all([...new Set(folders)].filter((folder) => session.folders.knows(folder)).map(tell));
    },
  };
}

async function answerFor(host: Pick<Host, "readDirectory" | "stat">, folder: string): Promise<FolderAnswer> {
  try {
    const entries = await host.readDirectory(folder);
    return entries.length > maximumNames ? "unknown" : new Set(entries.map(({ name }) => name));
  } catch {
    // A folder that may not be read holds something all the same.
    const found = await host.stat(folder).catch(() => undefined);
    return found === undefined ? "absent" : "unknown";
  }
}
