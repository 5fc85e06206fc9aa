/**
 * Header lines of tables in the workspace, so that `pd.read_csv("sales.csv")` has the columns of sales.csv.
 *
 * The analysis reads nothing: a header that was asked for and is not known is *wanted*; whoever owns the session reads the file's
 * beginning and tells its fields.
 *
 *     train.py    pd.read_csv("data/sales.csv")     asked: data/sales.csv beside train.py, and in the workspace's folder
 *     told        ["day", "price"] for the first, nothing for the second: there is one such file, and these are its fields
 *
 * A script may be started in its own folder or in the workspace's: where both hold the file, with other headers, nothing is known.
 */
import { isInside, joinUri, parentUri } from "../text/uri.ts";

/** Fields of a table's first line; `undefined`: no such file, or none whose fields can be told. */
export type HeaderFields = readonly string[];

/** Tables that one document may ask for. */
const maximumAsked = 100;

export class TableHeaders {
  readonly #known = new Map<string, HeaderFields | undefined>();
  readonly #asked = new Map<string, Set<string>>();

  /**
   * @param reader the document that is run, whose folder and workspace relative paths start from
   * @param inOwnFolder a notebook runs in its own folder, whatever the workspace
   */
  headerOf(path: string, reader: string, workspace: string, inOwnFolder: boolean): HeaderFields | undefined {
    const places = candidates(path, reader, workspace, inOwnFolder);
    const asked = this.#askedBy(reader);
    let found: HeaderFields | undefined;
    let isKnown = true;
    for (const place of places) {
      if (asked.size < maximumAsked) asked.add(place);
      if (!this.#known.has(place)) isKnown = false;
      const fields = this.#known.get(place);
      if (found && fields && found.join("\n") !== fields.join("\n")) return undefined;
      found ??= fields;
    }
    return isKnown ? found : undefined;
  }

  #askedBy(reader: string): Set<string> {
    let asked = this.#asked.get(reader);
    if (!asked) this.#asked.set(reader, (asked = new Set()));
    return asked;
  }

  wanted(reader: string): readonly string[] {
    return [...(this.#asked.get(reader) ?? [])].filter((table) => !this.#known.has(table));
  }

  /** @returns documents that asked and were told something else before */
  tell(table: string, fields: HeaderFields | undefined): readonly string[] {
    const before = this.#known.get(table);
    const isSame = this.#known.has(table) && before?.join("\n") === fields?.join("\n");
    this.#known.set(table, fields);
    return isSame ? [] : [...this.#asked].filter(([, tables]) => tables.has(table)).map(([reader]) => reader);
  }

  knows(table: string): boolean {
    return this.#known.has(table);
  }

  /** The document is gone, with what it asked. */
  forget(reader: string): void {
    this.#asked.delete(reader);
  }
}

/** URIs that a path in the code may mean; none for one that leads out of the workspace, or is no path. */
function candidates(path: string, reader: string, workspace: string, inOwnFolder: boolean): readonly string[] {
  if (path === "" || path.startsWith("~") || path.includes("\\") || /^[A-Za-z][\w+.-]*:/u.test(path)) return [];
  const root = joinUri(workspace);
  if (path.startsWith("/")) {
    // The root of the same disk.
    const absolute = joinUri(/^[A-Za-z][\w+.-]*:\/\/[^/]*/u.exec(root)?.[0] ?? "", path);
    return isInside(root, absolute) ? [absolute] : [];
  }
  const starts = inOwnFolder ? [parentUri(reader)] : [...new Set([parentUri(reader), root])];
  return starts.map((folder) => joinUri(folder, path)).filter((uri) => isInside(root, uri));
}

/** Enough for the first two lines of any table that people read columns of. */
export const headLength = 64_000;

/**
 * Fields of a comma-separated text's first line that says something. `undefined` where pandas would make something else of it: the second
 * line has more fields (then the first column is the index), a quote is not closed, the text is cut off before the second line ends.
 *
 * @param isWhole the text is all that the file holds
 */
export function headerFields(text: string, isWhole: boolean): HeaderFields | undefined {
  const rest = text.startsWith("\uFEFF") ? text.slice(1) : text;
  if (rest.includes("\0") || rest.includes("\uFFFD")) return undefined;
  const first = nextRecord(rest, 0, isWhole);
  if (!first) return undefined;
  const second = nextRecord(rest, first.end, isWhole);
  if (second ? second.fields.length > first.fields.length : !isWhole) return undefined;
  return first.fields;
}

/** The next line that is not blank, with quotes as RFC 4180 has them. */
function nextRecord(text: string, start: number, isWhole: boolean): { readonly fields: readonly string[]; readonly end: number } | undefined {
  let at = start;
  while (text[at] === "\n" || text[at] === "\r") at++;
  if (at >= text.length) return undefined;
  const fields: string[] = [];
  let field = "";
  for (;;) {
    const character = text[at];
    if (character === '"' && field === "") {
      const quoted = /^"((?:[^"]|"")*)"/u.exec(text.slice(at));
      if (!quoted) return undefined;
      field = (quoted[1] ?? "").replaceAll('""', '"');
      at += quoted[0].length;
      // Text after a closing quote belongs to the field; who writes such tables has other plans for them.
      if (at < text.length && !/[,\r\n]/u.test(text[at] ?? "")) return undefined;
    } else if (character === undefined || character === "," || character === "\n" || character === "\r") {
      fields.push(field);
      field = "";
      if (character === undefined) return isWhole ? { fields, end: at } : undefined;
      at++;
      if (character !== ",") return { fields, end: at };
    } else {
      field += character;
      at++;
    }
  }
}
