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
import { isInside, joinUri, nameOf, parentUri } from "../text/uri.ts";

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
  document({ document: { uri }, disk: { root, namesIn } }) {
    const folder = parentUri(uri);
    const folders = [folder];
    for (let next = folder; root !== undefined && next !== root && isInside(root, next); next = parentUri(next)) folders.push(parentUri(next));
    return {
      folder, root, folders, namesIn,
      presence(start, path) {
        const target = joinUri(start, path);
        if (root === undefined || !isInside(root, target) || target === root) return "unknown";
        const names = namesIn(parentUri(target));
        if (typeof names === "string") return names === "absent" ? "missing" : "unknown";
        return names.has(nameOf(target)) ? "there" : "missing";
      },
    };
  },
});
