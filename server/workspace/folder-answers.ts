/**
 * Looks up on the disk what reports ask: names in folders, data files too, whether git ignores them or not; header lines of tables;
 * configuration files that code loads.
 *
 * Reading one folder, the beginning of one file, or a small file is all that is ever done, and only of those that a path in the code
 * points to.
 */
import type { FolderAnswer } from "../analysis/engine/disk-folders.ts";
import { parentUri } from "../analysis/text/uri.ts";
import { headLength, headerFields } from "../analysis/semantic/table-headers.ts";
import type { Session } from "../analysis/engine/session-contract.ts";
import type { Host } from "../host.ts";

/** A folder that holds more is not looked through. */
const maximumNames = 50_000;
/** An answer leads to at most one more question, of a folder below. */
const maximumRounds = 8;

export interface FolderAnswers {
  /** Makes reports of an open document until all that they ask is answered. Never rejects. */
  load(uri: string): Promise<void>;
  /** Answers what the last report of a document asked. Documents whose analysis may be another now. Never rejects. */
  answer(uri: string): Promise<readonly string[]>;
  /** These files were made, changed or removed. Documents whose analysis may be another now. Never rejects. */
  refresh(files: readonly string[]): Promise<readonly string[]>;
}

type Disk = Pick<Host, "readDirectory" | "stat" | "readFile" | "readHead">;

/** Tables larger than this are left alone where files come only whole. */
const maximumWhole = 2_000_000;

export function createFolderAnswers(host: Disk, session: Session): FolderAnswers {
  const tell = async (folder: string): Promise<void> => { session.folders.tell(folder, await answerFor(host, folder)); };
  const tellText = async (file: string): Promise<void> => { session.folders.tellText(file, await configurationText(host, file)); };
  const tellTable = async (table: string): Promise<readonly string[]> => session.tables.tell(table, await headerOf(host, table));
  const answer = async (uri: string): Promise<readonly string[]> => {
    await Promise.all([...session.folders.wanted(uri).map(tell), ...session.folders.wantedTexts(uri).map(tellText)]);
    return (await Promise.all(session.tables.wanted(uri).map(tellTable))).flat();
  };
  return {
    async load(uri) {
      for (let round = 0; round < maximumRounds; round++) {
        session.report(uri);
        if (!isWanting(session, uri)) break;
        await answer(uri);
      }
    },
    answer,
    async refresh(files) {
      await Promise.all([...new Set(files.map(parentUri))].filter((folder) => session.folders.knows(folder)).map(tell));
      await Promise.all(files.filter((file) => session.folders.knowsText(file)).map(tellText));
      return (await Promise.all([...new Set(files)].filter((file) => session.tables.knows(file)).map(tellTable))).flat();
    },
  };
}

/** Whether the last report of a document asked for something that nobody has looked up. */
export function isWanting({ folders, tables }: Session, uri: string): boolean {
  return folders.wanted(uri).length > 0 || folders.wantedTexts(uri).length > 0 || tables.wanted(uri).length > 0;
}

/** In bytes. What is longer is data. */
const maximumConfiguration = 256_000;

/** As it is, in UTF-8 without a byte order mark; `undefined` for what cannot be read so, and so could not be written back. */
async function configurationText(host: Disk, file: string): Promise<string | undefined> {
  try {
    const found = await host.stat(file);
    if (found?.kind !== "file" || found.size > maximumConfiguration) return undefined;
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await host.readFile(file));
    return text.startsWith("\uFEFF") ? undefined : text;
  } catch {
    return undefined;
  }
}

/** Fields of a table's header as UTF-8 has them; `undefined` for what cannot be read so. */
async function headerOf(host: Disk, table: string): Promise<readonly string[] | undefined> {
  try {
    const found = await host.stat(table);
    if (found?.kind !== "file" || isPacked.test(table)) return undefined;
    if (host.readHead) {
      const bytes = await host.readHead(table, headLength);
      return headerFields(textOf(bytes), found.size <= bytes.length);
    }
    return found.size > maximumWhole ? undefined : headerFields(textOf(await host.readFile(table)), true);
  } catch {
    return undefined;
  }
}

/** pandas unpacks these by their names. */
const isPacked = /\.(?:gz|bz2|zip|xz|zst|tar|tgz)$/iu;

/** A character that the head's end cut in two is no mistake of the file. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes).replace(bytes.length >= headLength ? /\uFFFD$/u : /$^/u, "");
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
