/**
 * What lies on the disk around the document: whether a relative path leads to something, seen from the folders the code may be run in.
 *
 *     project/                      root
 *       data/orders.csv             from the root: there; from src: missing
 *       src/train.py                the document; folders: src, project
 *
 * Everything may be unknown: nobody looked there yet, or it is not in the project.
 */
import { defineFact } from "../engine/fact.ts";
import type { FolderAnswer } from "../engine/disk-folders.ts";
import type { DocumentIdentity } from "../syntax/unit.ts";
import { isInside, joinUri, nameOf, parentUri } from "../text/uri.ts";
import { keptWith } from "./kept.ts";

export interface Disk {
  /** The document's own folder. */
  readonly folder: string;
  /** The project's; `undefined` when the document lies in none. */
  readonly root: string | undefined;
  /** From the document's folder up to the project's. */
  readonly folders: readonly string[];
  /** Whether a path that starts in a folder leads to a file or folder. */
  readonly presence: (folder: string, path: string) => Presence;
  readonly namesIn: (folder: string) => FolderAnswer;
}

export type Presence = "there" | "missing" | "unknown";

export const disk = defineFact<never, Disk>({
  name: "disk",
  needs: {},
  document({ document, disk: { root, namesIn } }) {
    const folder = parentUri(document.uri);
    const folders = [folder];
    for (let next = folder; root !== undefined && next !== root && isInside(root, next); next = parentUri(next)) folders.push(parentUri(next));
    const asked = new Map<string, FolderAnswer>();
    return {
      folder, root, folders, namesIn,
      presence(start, path) {
        const end = root === undefined ? undefined : endOf(document, root, start, path);
        if (!end) return "unknown";
        let names = asked.get(end.folder);
        if (names === undefined) asked.set(end.folder, (names = namesIn(end.folder)));
        if (typeof names === "string") return names === "absent" ? "missing" : "unknown";
        return names.has(end.name) ? "there" : "missing";
      },
    };
  },
});

/** The folder that a way ends in, and the name there. */
interface End {
  readonly folder: string;
  readonly name: string;
}

/** Ways that were followed for a document, by root, start and path: the same ones after every keystroke, and URIs take their time. */
const followed = keptWith((_document: DocumentIdentity) => new Map<string, Map<string, End | undefined>>());
const maximumFollowed = 2_000;

/** `undefined` for a way that does not end inside the root. */
function endOf(document: DocumentIdentity, root: string, start: string, path: string): End | undefined {
  const ways = followed(document);
  const key = `${root} ${start}`;
  let ends = ways.get(key);
  if (!ends || ends.size > maximumFollowed) ways.set(key, (ends = new Map<string, End | undefined>()));
  if (ends.has(path)) return ends.get(path);
  const target = joinUri(start, path);
  const end = isInside(root, target) && target !== root ? { folder: parentUri(target), name: nameOf(target) } : undefined;
  ends.set(path, end);
  return end;
}
