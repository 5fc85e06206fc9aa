/**
 * Programs that come from the system's package manager: found on PATH, else installed with apt-get
 * where this process may do that (Debian or Ubuntu, as root).
 */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { openLog, Unavailable } from "./piece.mjs";

let listsAreFresh = false;

/**
 * Path of the first of `commands` that exists, after installing `packages` when none does.
 * @param {readonly string[]} commands @param {readonly string[]} packages
 * @param {(line: string) => void} [tell]
 */
export async function program(commands, packages, tell = () => {}) {
  const found = onPath(commands);
  if (found !== undefined) return found;
  await installPackages(packages, tell);
  const installed = onPath(commands);
  if (installed === undefined) throw new Unavailable(`${packages.join(" ")} installed, but no ${commands.join(" or ")} on PATH`);
  return installed;
}

/** Installs Debian packages. @param {readonly string[]} packages @param {(line: string) => void} [tell] */
export async function installPackages(packages, tell = () => {}) {
  const wanted = `apt-get install ${packages.join(" ")}`;
  if (process.platform !== "linux" || onPath(["apt-get"]) === undefined) {
    throw new Unavailable(`not installed, and this system has no apt-get (elsewhere: ${wanted})`);
  }
  if (process.getuid?.() !== 0) throw new Unavailable(`not installed, and only root may do: ${wanted}`);
  tell(wanted);
  const log = openLog(`apt-${packages[0]}`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  if (!listsAreFresh) {
    await log.run("apt-get", ["update", "-q"], { env });
    listsAreFresh = true;
  }
  await log.run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages], { env });
}

/** True when all these packages are installed. @param {readonly string[]} packages */
export function packagesArePresent(packages) {
  return packages.every((name) => ["", ":amd64", ":arm64"].some((suffix) => existsSync(`/var/lib/dpkg/info/${name}${suffix}.list`)));
}

/** @param {readonly string[]} commands */
function onPath(commands) {
  for (const command of commands) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      const file = join(folder, command);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}
