/**
 * What is worth knowing of a document by those who look at another one: plain data, made of an open document, that stays true while the
 * document is closed.
 *
 *     train.py    trains a model on conv_rate, acc_rate        its summary: that list, and where it stands
 *     serve.py    its report asks what others train on         train.py itself need not be open, nor anything of it be in memory
 *
 * Whoever holds the session tells it the summaries of documents that are not open: the command line, which has one open at a time, and
 * the editor, of files that nobody has opened.
 */
import type { Place } from "../syntax/unit.ts";
import type { SourceText } from "../text/source-text.ts";
import type { LocatedPlace, OpenDocument } from "./session-contract.ts";

export interface Summary<T> {
  readonly name: string;
  /** `undefined` when there is nothing to tell. */
  readonly of: (document: OpenDocument) => T | undefined;
  /** The same for when the document is closed: it holds on to no tree and no value. */
  readonly kept: (summary: T, document: OpenDocument) => T;
}

/** Where something stands in a document that need not be open. Holds its text, and none of its trees. */
export interface DistantPlace {
  readonly located: LocatedPlace;
}

export function distantPlace(opened: OpenDocument, place: Place): DistantPlace {
  const { cell: { id, kind, index, start: from, end: to }, start, end } = opened.locate(place);
  const document = { uri: opened.uri, dialect: opened.dialect };
  return { located: { document, cell: { id, kind, index, document, start: from, end: to, units: [] }, source: opened.sourceOf(place.anchor.cell), start, end } };
}

/** In a file that is no document: a settings file, a list of names. */
export function placeInFile(uri: string, source: SourceText, start: number, end: number): DistantPlace {
  const document = { uri, dialect: "script" } as const;
  return { located: { document, cell: { id: uri, kind: "code", index: 0, document, start: 0, end: source.text.length, units: [] }, source, start, end } };
}

/** Summaries of closed documents, and what open ones have asked for. */
export class Summaries {
  readonly #told = new Map<string, Map<string, unknown>>();
  readonly #wanted = new Map<string, Set<string>>();

  /** `undefined`: there is nothing to tell of the document. */
  tell<T>(uri: string, summary: Summary<T>, told: T | undefined): void {
    const byUri = this.#told.get(summary.name) ?? new Map<string, unknown>();
    this.#told.set(summary.name, byUri);
    if (told === undefined) byUri.delete(uri);
    else byUri.set(uri, told);
  }

  wanted(uri: string): ReadonlySet<string> {
    return this.#wanted.get(uri) ?? new Set();
  }

  close(uri: string): void {
    this.#wanted.delete(uri);
  }

  /** Of the open documents, and of those that were told and are not open, in the order of their URIs. */
  all<T>(summary: Summary<T>, open: readonly OpenDocument[], asking: string): readonly T[] {
    this.#wanted.set(asking, (this.#wanted.get(asking) ?? new Set()).add(summary.name));
    const found = new Map<string, T>();
    // Told under this name, by `tell` of the same summary.
    for (const [uri, told] of this.#told.get(summary.name) ?? []) found.set(uri, told as T);
    found.delete(asking);
    for (const document of open) {
      found.delete(document.uri);
      const made = summary.of(document);
      if (made !== undefined) found.set(document.uri, made);
    }
    return [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
  }
}
