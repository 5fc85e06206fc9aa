/**
 * Provides what the tests need and a bare machine lacks. Everything is kept in .cache and used again.
 *
 *   node scripts/provision.mjs                    all pieces
 *   node scripts/provision.mjs python editor      only these
 *
 * Prints one line a piece: ready with its path, or unavailable with the reason. Exit status 1 when a
 * piece asked for is unavailable.
 */
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { installPackages, program } from "./provision/debian.mjs";
import { editor } from "./provision/editor.mjs";
import { examples } from "./provision/examples.mjs";
import { provide, Unavailable } from "./provision/piece.mjs";
import { postgres } from "./provision/postgres.mjs";
import { frogml, interpreterIn, python } from "./provision/python.mjs";

/**
 * Piece name -> the path its users want: an interpreter, a program, a folder.
 * @type {Readonly<Record<string, (tell: (line: string) => void) => Promise<string>>>}
 */
const providers = {
  python: async (tell) => interpreterIn(await provide(python, tell)),
  frogml: async (tell) => interpreterIn(await provide(frogml, tell)),
  editor: (tell) => provide(editor, tell),
  browser: async (tell) => {
    const chosen = process.env.SEAWORTHY_CHROMIUM;
    if (chosen) return chosen;
    const chromium = await program(["chromium", "chromium-browser", "google-chrome"], ["chromium", "fonts-dejavu-core"], tell);
    // Without any font the workbench measures zero-wide letters and draws no text.
    if (process.platform === "linux" && !existsSync("/usr/share/fonts/truetype")) await installPackages(["fonts-dejavu-core"], tell);
    return chromium;
  },
  neovim: (tell) => program(["nvim"], ["neovim"], tell),
  postgres,
  examples: (tell) => provide(examples, tell),
};

/** @typedef {{ name: string, state: "ready", path: string } | { name: string, state: "unavailable", reason: string }} Provided */

const pieceNames = Object.keys(providers);

/** @type {Map<string, Promise<Provided>>} */
const asked = new Map();

/** Asked twice, the answer is the same: what failed is not tried again in this run.
 *  @param {string} name @param {(line: string) => void} [tell] @returns {Promise<Provided>} */
export function provision(name, tell = () => {}) {
  const answer = asked.get(name) ?? provisionOnce(name, tell);
  asked.set(name, answer);
  return answer;
}

/** @param {string} name @param {(line: string) => void} tell @returns {Promise<Provided>} */
async function provisionOnce(name, tell) {
  const provider = providers[name];
  if (provider === undefined) throw new Error(`no piece named ${name}; there are ${pieceNames.join(", ")}`);
  try {
    return { name, state: "ready", path: await provider(tell) };
  } catch (error) {
    if (error instanceof Unavailable) return { name, state: "unavailable", reason: error.message };
    throw error;
  }
}

async function main() {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => !pieceNames.includes(name));
  if (unknown.length > 0) {
    console.error(`no piece named ${unknown.join(", ")}; there are ${pieceNames.join(", ")}`);
    return 2;
  }
  let status = 0;
  for (const name of names.length > 0 ? names : pieceNames) {
    const started = Date.now();
    const result = await provision(name, (line) => console.log(`${name}: ${line}`));
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    if (result.state === "ready") console.log(`${name}: ready (${seconds} s) ${result.path}`);
    else console.log(`${name}: unavailable, ${result.reason}`);
    if (result.state === "unavailable") status = 1;
  }
  return status;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = await main();
