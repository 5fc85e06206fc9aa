/**
 * What lies on the disk around the open documents, as far as somebody has looked: names in folders, and the text of a
 * configuration file that code loads.
 *
 * The analysis reads nothing. A rule asks for a folder; when nobody has looked into it, the answer is "not known", the rule is silent,
 * and the folder is wanted. Whoever owns the session looks, tells, and asks for the report again:
 *
 *     report("train.py")          asks for file:///project/data: not known
 *     wanted("train.py")          [file:///project/data]
 *     tell(".../data", [...])     the report of train.py is stale
 *     report("train.py")          missing-file knows now
 *
 * Only folders inside a workspace are asked for, and only so many of them.
 */
import { isInside, joinUri } from "../text/uri.ts";

/** Names of all that a folder holds. */
export type FolderNames = ReadonlySet<string>;

/** `absent`: there is no such folder. `unknown`: nobody has looked, or could. */
export type FolderAnswer = FolderNames | "absent" | "unknown";

/** What a document may ask. */
export interface DiskView {
  /** The workspace folder that holds the document; `undefined` when it lies in none: then nothing is known. */
  readonly root: string | undefined;
  readonly namesIn: (folder: string) => FolderAnswer;
  /** Text of a configuration file; `undefined` until somebody has read it, and when it cannot be read. */
  readonly textOf: (file: string) => string | undefined;
}

/** A way that may lead out again. */
const dots = /\/\.\.?(?:\/|$)/u;

/** Folders that one document may ask for. */
const maximumAsked = 200;
/** Configuration files that one document may ask for. */
const maximumTexts = 10;

export class DiskFolders {
  #workspaces: readonly string[] = [];
  readonly #known = new Map<string, FolderAnswer>();
  readonly #texts = new Map<string, string | undefined>();
  readonly #questions = new Map<string, Questions>();

  setWorkspaces(folders: readonly string[]): void {
    this.#workspaces = folders.map((folder) => joinUri(folder));
    for (const questions of this.#questions.values()) questions.isStale = true;
  }

  /** Begins a report: what the document asked for before no longer counts. */
  view(uri: string): DiskView {
    const root = this.#workspaceOf(uri);
    const questions: Questions = { asked: new Set(), texts: new Set(), isStale: false };
    this.#questions.set(uri, questions);
    return {
      root,
      namesIn: (folder) => {
        const key = joinUri(folder);
        if (root === undefined || dots.test(key) || !isInside(root, key) || (questions.asked.size >= maximumAsked && !questions.asked.has(key))) return "unknown";
        questions.asked.add(key);
        return this.#known.get(key) ?? "unknown";
      },
      textOf: (file) => {
        const key = joinUri(file);
        if (root === undefined || dots.test(key) || !isInside(root, key) || (questions.texts.size >= maximumTexts && !questions.texts.has(key))) return undefined;
        questions.texts.add(key);
        return this.#texts.get(key);
      },
    };
  }

  /** Whether an answer that the document's last report was given has changed. */
  isStale(uri: string): boolean {
    return this.#questions.get(uri)?.isStale === true;
  }

  wanted(uri: string): readonly string[] {
    return [...(this.#questions.get(uri)?.asked ?? [])].filter((folder) => !this.#known.has(folder));
  }

  tell(folder: string, answer: FolderAnswer): void {
    const key = joinUri(folder);
    if (isSame(this.#known.get(key), answer)) return;
    this.#known.set(key, answer);
    for (const questions of this.#questions.values()) if (questions.asked.has(key)) questions.isStale = true;
  }

  wantedTexts(uri: string): readonly string[] {
    return [...(this.#questions.get(uri)?.texts ?? [])].filter((file) => !this.#texts.has(file));
  }

  /** `undefined`: it cannot be read. */
  tellText(file: string, text: string | undefined): void {
    const key = joinUri(file);
    if (this.#texts.has(key) && this.#texts.get(key) === text) return;
    this.#texts.set(key, text);
    for (const questions of this.#questions.values()) if (questions.texts.has(key)) questions.isStale = true;
  }

  knowsText(file: string): boolean {
    return this.#texts.has(joinUri(file));
  }

  /** Tells another session what was told here. */
  copyTo(other: { tell(folder: string, answer: FolderAnswer): void; tellText(file: string, text: string | undefined): void }): void {
    for (const [folder, answer] of this.#known) other.tell(folder, answer);
    for (const [file, text] of this.#texts) other.tellText(file, text);
  }

  knows(folder: string): boolean {
    return this.#known.has(joinUri(folder));
  }

  close(uri: string): void {
    this.#questions.delete(uri);
  }

  #workspaceOf(uri: string): string | undefined {
    let best: string | undefined;
    for (const folder of this.#workspaces) if (isInside(folder, uri) && folder.length > (best?.length ?? 0)) best = folder;
    return best;
  }
}

interface Questions {
  readonly asked: Set<string>;
  readonly texts: Set<string>;
  isStale: boolean;
}

function isSame(a: FolderAnswer | undefined, b: FolderAnswer): boolean {
  if (a === b) return true;
  if (a === undefined || typeof a === "string" || typeof b === "string") return false;
  return a.size === b.size && [...a].every((name) => b.has(name));
}
