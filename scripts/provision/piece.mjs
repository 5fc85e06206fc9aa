/**
 * What a piece of the test machine is, and how it is made once and found again.
 *
 * A piece is a folder in the cache (`.cache`, or SEAWORTHY_CACHE) that holds something the tests need
 * and Node alone does not bring: a Python with pinned packages, a real VS Code. Its key says everything
 * it was made from (versions, hashes). A stamp file in the folder repeats the key and is written last,
 * so a folder with the right stamp is complete, and anything else is thrown away and made again.
 *
 * Making a piece either succeeds or throws `Unavailable` with a reason a person can act on.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
export const cacheFolder = resolve(process.env.SEAWORTHY_CACHE || join(projectFolder, ".cache"));

/** This machine cannot have the piece; `message` is the reason, one line. */
export class Unavailable extends Error {}

/**
 * @typedef {object} Piece
 * @property {string} name       folder in the cache, and the name on the command line
 * @property {string} summary    what it is, for people
 * @property {() => Promise<string> | string} key
 * @property {(folder: string, log: Log) => Promise<void>} make  fills the empty folder
 *
 * @typedef {{ file: string, run(command: string, args: readonly string[], options?: RunOptions): Promise<string> }} Log
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv }} RunOptions
 */

/**
 * The piece's folder, made first when it is missing or made from something else.
 * @param {Piece} piece
 * @param {(line: string) => void} [tell] called when something long begins
 * @returns {Promise<string>}
 */
export async function provide(piece, tell = () => {}) {
  const folder = join(cacheFolder, piece.name);
  const stamp = join(folder, ".made-from");
  const key = await piece.key();
  const isReady = () => existsSync(stamp) && readFileSync(stamp, "utf8") === key;
  if (isReady()) return folder;
  return withLock(piece.name, async () => {
    if (isReady()) return folder; // somebody else made it while we waited
    tell(`making ${piece.summary} in ${folder}, once`);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    await piece.make(folder, openLog(piece.name));
    writeFileSync(stamp, key);
    return folder;
  });
}

/** Short hash of files, for keys. @param {...string} files */
export function hashOf(...files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest("hex").slice(0, 16);
}

/** Runs commands with their output in one log file, so that a failure can be looked into.
 *  @param {string} name @returns {Log} */
export function openLog(name) {
  const file = join(cacheFolder, "logs", `${name}.log`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, "");
  return {
    file,
    run(command, args, options = {}) {
      return new Promise((done, fail) => {
        const stream = createWriteStream(file, { flags: "a" });
        stream.write(`$ ${command} ${args.join(" ")}\n`);
        const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
        /** @type {string[]} */
        const printed = [];
        for (const output of [child.stdout, child.stderr]) {
          output.setEncoding("utf8");
          output.on("data", (text) => stream.write(text));
        }
        child.stdout.on("data", (text) => printed.push(text));
        child.once("error", (error) => fail(new Unavailable(`${command} cannot be run: ${error.message}`)));
        child.once("close", (status, signal) => {
          stream.end();
          if (status === 0) done(printed.join(""));
          else fail(new Unavailable(`"${command} ${args.slice(0, 3).join(" ")}" ended with ${status ?? signal}, see ${file}`));
        });
      });
    },
  };
}

/** One maker at a time per piece, over all processes. A lock whose owner is gone does not count.
 *  @template T @param {string} name @param {() => Promise<T>} work @returns {Promise<T>} */
async function withLock(name, work) {
  const lock = join(cacheFolder, `${name}.lock`);
  mkdirSync(cacheFolder, { recursive: true });
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch {
      if (!ownerIsAlive(lock)) rmSync(lock, { force: true });
      await new Promise((resume) => setTimeout(resume, 500));
    }
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** @param {string} lock */
function ownerIsAlive(lock) {
  try {
    const owner = Number(readFileSync(lock, "utf8"));
    if (!owner) return Date.now() - statSync(lock).mtimeMs < 10_000; // just created, pid not written yet
    process.kill(owner, 0);
    return true;
  } catch {
    return false;
  }
}
