/**
 * Folders and tables that findings depend on: what a report asks of the disk is looked up after an analysis, and the analysis made anew
 * when the answer is news.
 *
 *     train.py is analysed       a rule asks what data/ holds: nobody knows
 *     data/ is read              train.py is analysed again: orders.csv is not there
 *     data/orders.csv is made    data/ is read again, and the finding is gone
 */
import { createFolderAnswers, isWanting } from "../workspace/folder-answers.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { renew } from "./documents.ts";
import type { Tracked } from "./documents.ts";

/** Files that code reads and that are no code: making or removing one may be news for findings. */
export const dataFiles =
  "**/*.{csv,tsv,txt,json,jsonl,ndjson,xml,yaml,yml,toml,xls,xlsx,parquet,feather,arrow,orc,avro,pkl,pickle,joblib,npy,npz,h5,hdf5,nc,mat,db,sqlite,duckdb,gz,zip,png,jpg,jpeg,wav}";

export interface DataFolders {
  /** Files were made, changed or removed. */
  filesChanged(uris: readonly string[]): Promise<void>;
}

export function createDataFolders(context: Context, announce: (tracked: Tracked) => void): DataFolders {
  const { host, session: { folders }, session, documents, analysed } = context;
  const answers = createFolderAnswers(host, session);

  const refresh = (concerned: readonly string[]): void => {
    for (const tracked of [...documents.all()]) {
      if (!folders.isStale(tracked.uri) && !concerned.includes(tracked.uri)) continue;
      renew(documents, tracked);
      announce(tracked);
    }
  };

  analysed.add(({ uri }) => {
    if (!isWanting(session, uri)) return;
    attempt(host, "looking into folders", async () => {
      refresh(await answers.answer(uri));
    });
  });

  return {
    async filesChanged(uris) {
      refresh(await answers.refresh(uris));
    },
  };
}
