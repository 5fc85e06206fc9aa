/**
 * The programs of a PostgreSQL server, for tests that start one of their own in a temporary folder. Debian keeps them beside each
 * other in a folder for each version, of which only clients are on PATH.
 */
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { installPackages } from "./debian.mjs";
import { Unavailable } from "./piece.mjs";

const versions = "/usr/lib/postgresql";

/** The folder that holds initdb, pg_ctl and postgres. @param {(line: string) => void} [tell] */
export async function postgres(tell = () => {}) {
  const here = programs();
  if (here !== undefined) return here;
  await installPackages(["postgresql"], tell);
  const installed = programs();
  if (installed === undefined) throw new Unavailable(`postgresql installed, but no initdb in ${versions}`);
  return installed;
}

/** The newest version that is complete. */
function programs() {
  const numbers = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...numbers.map((number) => join(versions, number, "bin")), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.find((folder) => ["initdb", "pg_ctl", "postgres"].every((name) => existsSync(join(folder, name))));
}
