/**
 * The file that was meant: names on the disk that differ from a path's in a letter or two.
 *
 *     data/orders.cvs     data/ holds orders.csv          data/orders.csv
 *     dta/orders.csv      the folder data holds it        data/orders.csv
 *     x_2023.csv          x_2024.csv is another year      nothing
 */
import { mistakes } from "../../text/did-you-mean.ts";
import { joinUri, parentUri } from "../../text/uri.ts";
import type { Disk } from "../disk.ts";

export interface MeantFile {
  /** Parts of the path that are wrong, and what they are on the disk. */
  readonly wrong: string;
  readonly right: string;
}

/** One part of the path is wrong, and all others are there. `unknown`: a folder on the way has not been looked into. */
export function meantFile(path: string, folder: string, disk: Disk): MeantFile | "unknown" | undefined {
  const parts = path.split("/");
  let here = folder;
  for (const [index, part] of parts.entries()) {
    if (part === "..") {
      here = joinUri(here, "..");
      continue;
    }
    const names = disk.namesIn(here);
    if (typeof names === "string") return names === "unknown" ? names : undefined;
    if (!names.has(part)) {
      const rest = parts.slice(index + 1).join("/");
      const likely = [...names].filter((name) => isLike(part, name)).map((name) => ({ name, presence: rest === "" ? "there" : disk.presence(joinUri(here, name), rest) }));
      if (likely.some(({ presence }) => presence === "unknown")) return "unknown";
      const [right, other] = likely.filter(({ presence }) => presence === "there");
      return right && !other ? { wrong: part, right: right.name } : undefined;
    }
    here = joinUri(here, part);
  }
  return undefined;
}

/** Whether the folder that should hold the file holds others with the same ending. */
export function hasSiblings(folder: string, path: string, disk: Disk): boolean {
  const names = disk.namesIn(parentUri(joinUri(folder, path)));
  const ending = /\.[^./]+$/u.exec(path)?.[0];
  return typeof names !== "string" && ending !== undefined && ending !== ".py" && [...names].some((name) => name.endsWith(ending));
}

/** Numbers and single letters tell files apart: `X_train` is not `y_train`, 2023 not 2024. */
function isLike(wanted: string, name: string): boolean {
  const [a, b] = [wanted.toLowerCase(), name.toLowerCase()];
  if (distinctive(a) !== distinctive(b)) return false;
  const limit = Math.max(1, Math.floor(Math.max(a.length, b.length) / 5));
  return a.length > 2 && mistakes(a.replaceAll(/[-_ ]/gu, "_"), b.replaceAll(/[-_ ]/gu, "_"), limit) <= limit;
}

function distinctive(name: string): string {
  return (name.match(/\d+|(?<![a-z])[a-z](?![a-z])/gu) ?? []).join(" ");
}
