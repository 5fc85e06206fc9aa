/**
 * The Python that code is traced under: an environment beside that of the tests, whose packages it sees and adds to.
 * Prints the path of its interpreter.
 *
 *   node bench/targets/python.mjs
 */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { provision } from "../../scripts/provision.mjs";
import { hashOf, provide } from "../../scripts/provision/piece.mjs";
import { interpreterIn } from "../../scripts/provision/python.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const requirements = join(here, "requirements.txt");

/** @returns {Promise<string>} */
async function base() {
  const python = await provision("python", console.error);
  if (python.state === "unavailable") throw new Error(python.reason);
  return python.path;
}

/** @param {string} interpreter */
function packagesOf(interpreter) {
  return execFileSync(interpreter, ["-c", "import sysconfig; print(sysconfig.get_paths()['purelib'])"], { encoding: "utf8" }).trim();
}

/** @type {import("../../scripts/provision/piece.mjs").Piece} */
const piece = {
  name: "traced-python",
  summary: "the Python environment that code is traced under",
  async key() {
    return `${packagesOf(await base())} ${hashOf(requirements, join(here, "../../test/python/requirements.txt"))}`;
  },
  async make(folder, log) {
    const tests = await base();
    await log.run(tests, ["-m", "venv", folder]);
    const own = interpreterIn(folder);
    writeFileSync(join(packagesOf(own), "tests.pth"), `${packagesOf(tests)}\n`);
    await log.run(own, ["-m", "pip", "install", "--disable-pip-version-check", "-r", requirements]);
  },
};

console.log(interpreterIn(await provide(piece, console.error)));
