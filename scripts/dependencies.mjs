/**
 * Brings node_modules to what package-lock.json says, where it is not so already. Uses only Node, as it runs before
 * anything is installed.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} project @param {(line: string) => void} tell */
export function ensureDependencies(project, tell) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) throw new Error(`Node ${process.versions.node} is too old, 20.19 or newer is needed`);
  const state = installed(project);
  if (state === "complete") return;
  // `ci` starts from an empty folder and follows the lock; `install` adds what a newer lock asks for.
  const command = state === "missing" ? "ci" : "install";
  tell(`npm ${command}`);
  const options = { cwd: project, encoding: /** @type {const} */ ("utf8"), shell: process.platform === "win32" };
  const result = spawnSync("npm", [command, "--no-audit", "--no-fund"], options);
  if (result.status !== 0) throw new Error(`npm ${command} failed:\n${result.stdout ?? ""}${result.stderr ?? ""}${result.error?.message ?? ""}`.trimEnd());
}

/** @param {string} project */
function installed(project) {
  const record = join(project, "node_modules/.package-lock.json");
  if (!existsSync(record)) return "missing";
  const wanted = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8")).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const isPresent = ([path, entry]) => path === "" || entry.optional === true || present[path]?.version === entry.version;
  return Object.entries(wanted).every(isPresent) ? "complete" : "outdated";
}
