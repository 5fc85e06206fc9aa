/**
 * Pythons of their own for the tests: virtual environments made from the newest interpreter here, with the exact packages of a
 * file in test/python.
 */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { installPackages } from "./debian.mjs";
import { hashOf, projectFolder, Unavailable } from "./piece.mjs";

const minors = [14, 13, 12, 11];

export const python = environment("python", "the Python environment of the tests", "requirements.txt");

/** What it asks for contradicts the other one: older versions, and no Python newer than it was made for. */
export const frogml = environment("frogml", "the library of Qwak (JFrog ML), in an environment of its own", "frogml.txt", ["--no-deps", "--ignore-requires-python"]);

/**
 * @param {string} name @param {string} summary @param {string} file @param {readonly string[]} [options] of pip
 * @returns {import("./piece.mjs").Piece}
 */
function environment(name, summary, file, options = []) {
  const requirements = join(projectFolder, "test/python", file);
  return {
    name,
    summary,
    async key() {
      return `${(await newestInterpreter()).version} ${hashOf(requirements)}`;
    },
    async make(folder, log) {
      await log.run((await newestInterpreter()).command, ["-m", "venv", folder]);
      await log.run(interpreterIn(folder), ["-m", "pip", "install", "--disable-pip-version-check", "--no-compile", ...options, "-r", requirements]);
    },
  };
}

/** The interpreter of an environment. @param {string} folder */
export function interpreterIn(folder) {
  return process.platform === "win32" ? join(folder, "Scripts", "python.exe") : join(folder, "bin", "python");
}

/** @type {Promise<{ command: string, version: string }> | undefined} */
let newest;

/** Newest interpreter that can make environments; on a bare Debian it is installed. */
function newestInterpreter() {
  newest ??= (async () => {
    const here = bestOf(candidates());
    if (here !== undefined) return here;
    await installPackages(["python3", "python3-venv"]);
    const installed = bestOf(candidates());
    if (installed === undefined) throw new Unavailable("no Python 3.11 to 3.14 with venv and ensurepip here");
    return installed;
  })();
  return newest;
}

/** Commands worth asking, newest first where the name tells. */
function candidates() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const versions = join(homedir(), ".pyenv", "versions");
  if (existsSync(versions)) folders.push(...readdirSync(versions).map((version) => join(versions, version, "bin")));
  const names = [...minors.map((minor) => `python3.${minor}`), "python3", "python.exe"];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).filter((file) => existsSync(file));
}

/** @param {readonly string[]} commands */
function bestOf(commands) {
  /** @type {{ command: string, version: string, minor: number } | undefined} */
  let best;
  for (const command of commands) {
    const minor = Number(/python3\.(\d+)$/.exec(command)?.[1] ?? Infinity);
    if (best !== undefined && minor <= best.minor) continue;
    const version = versionOf(command);
    const found = Number(version?.split(".")[1]);
    if (version === undefined || !minors.includes(found) || (best !== undefined && found <= best.minor)) continue;
    best = { command, version, minor: found };
  }
  return best;
}

/** `3.13.0`, or undefined for what does not run, is not Python 3, or lacks venv. @param {string} command */
function versionOf(command) {
  const ask = "import sys, venv, ensurepip; assert sys.version_info.releaselevel == 'final'; print('3.%d.%d' % sys.version_info[1:3])";
  try {
    return execFileSync(command, ["-c", ask], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"], timeout: 20_000 }).trim();
  } catch {
    return undefined;
  }
}
