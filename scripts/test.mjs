/**
 * npm test: all tests, tier by tier, each with what it needs.
 *
 *   npm test                          everything
 *   npm test -- --tier unit           only this tier (repeat the option for more); --list names them
 *
 * What a tier needs beyond Node is provided first (scripts/provision.mjs). A tier that this machine cannot
 * provide is skipped with its reason, and fails where CI=true. What a tier printed is in test/artifacts; here
 * it is shown only when the tier failed. The last line counts tests over all tiers.
 */
import { spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { provision } from "./provision.mjs";
import { projectFolder } from "./provision/piece.mjs";

const artifacts = join(projectFolder, "test/artifacts");
const isCI = process.env.CI === "true";
const longestTier = 30 * 60_000;

const tsc = "node_modules/typescript/bin/tsc";
const tsx = "node_modules/tsx/dist/cli.mjs";
/** @param {string} name */
const vitest = (name) => ["node_modules/vitest/vitest.mjs", "run", "--project", name, "--reporter=default", "--reporter=json", `--outputFile.json=${resultFile(name)}`];

/**
 * `steps` are arguments for Node, run one after the other. `counts` tells how many tests passed and failed:
 * "vitest" reads its result file, "closing line" the last line `N passed, N failed`, "one" counts the tier itself.
 * A tier runs without a piece that it only `wants`; its tests then say what they left out.
 * @typedef {{ name: string, steps: string[][], counts: "one" | "vitest" | "closing line", needs?: string[], wants?: string[], after?: string }} Tier
 * @type {readonly Tier[]}
 */
const tiers = [
  { name: "typecheck", counts: "one", steps: [[tsc, "-p", "server/analysis"], [tsc, "-p", "."]] },
  { name: "lint", counts: "one", steps: [["node_modules/eslint/bin/eslint.js", "."]] },
  { name: "generated", counts: "one", steps: [[tsx, "scripts/generate.ts", "--check"]] },
  { name: "unit", counts: "vitest", steps: [vitest("unit")], wants: ["python", "frogml", "postgres", "examples"] },
  { name: "build", counts: "one", steps: [["scripts/build.mjs", "--tests", "--release"]] },
  { name: "protocol", counts: "vitest", steps: [vitest("protocol")], after: "build" },
  { name: "neovim", counts: "closing line", steps: [[tsx, "test/editor/run.ts", "neovim"]], needs: ["neovim"], after: "build" },
  { name: "editor-node", counts: "closing line", steps: [[tsx, "test/editor/run.ts", "node"]], needs: ["editor", "browser"], after: "build" },
  { name: "editor-web", counts: "closing line", steps: [[tsx, "test/editor/run.ts", "web"]], needs: ["editor", "browser"], after: "build" },
  { name: "screen", counts: "closing line", steps: [[tsx, "test/editor/run.ts", "screen"]], needs: ["editor", "browser"], after: "build" },
];

process.exitCode = await main();

async function main() {
  const chosen = chosenTiers(process.argv.slice(2));
  if (chosen === undefined) return 2;
  if (chosen.length === 0) return 0;
  console.log(`Seaworthy tests, Node ${process.versions.node}, ${process.platform} ${process.arch}${isCI ? ", CI" : ""}`);
  ensureDependencies(projectFolder, console.log);
  mkdirSync(artifacts, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  /** @type {Map<string, boolean>} */
  const isGood = new Map();
  for (const tier of chosen) {
    const result = await run(tier, chosen, isGood);
    isGood.set(tier.name, result.failed === 0);
    total.passed += result.passed;
    total.failed += result.failed;
    total.skipped += result.skipped;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

/** Prints the tier's line, and what it printed itself when it failed.
 *  @param {Tier} tier @param {readonly Tier[]} chosen @param {ReadonlyMap<string, boolean>} isGood */
async function run(tier, chosen, isGood) {
  const line = (text) => console.log(`${tier.name.padEnd(12)} ${text}`);
  if (tier.after !== undefined && isGood.get(tier.after) === false) {
    line(`FAILED   not run, ${tier.after} failed`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const env = { ...process.env, FORCE_COLOR: "0", NO_COLOR: "1" };
  let lacking = 0;
  for (const name of [...(tier.needs ?? []), ...(tier.wants ?? [])]) {
    const piece = await provision(name, line);
    if (piece.state === "ready") {
      env[`SEAWORTHY_${name.toUpperCase()}`] = piece.path;
      continue;
    }
    const isNeeded = tier.needs?.includes(name) ?? false;
    line(`${isCI ? "FAILED " : isNeeded ? "skipped" : "without"}  ${name}: ${piece.reason}`);
    if (isNeeded) return { passed: 0, failed: isCI ? 1 : 0, skipped: isCI ? 0 : 1 };
    if (isCI) lacking++;
  }
  const started = Date.now();
  const log = join(artifacts, `${tier.name}.log`);
  rmSync(log, { force: true });
  rmSync(resultFile(tier.name), { force: true });
  // A tier alone still needs the bundles it tests.
  const isAlone = tier.after !== undefined && !chosen.some(({ name }) => name === tier.after);
  const before = isAlone ? (tiers.find(({ name }) => name === tier.after)?.steps ?? []) : [];
  let status = 0;
  for (const step of [...before, ...tier.steps]) {
    status = await execute(step, env, log);
    if (status !== 0) break;
  }
  const result = withStatus(count(tier, status, log), status);
  result.failed += lacking;
  const time = `${((Date.now() - started) / 1000).toFixed(1)} s`;
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : "";
  line(`${result.failed === 0 ? "ok      " : "FAILED  "} ${time.padStart(8)}   ${result.passed} passed, ${result.failed} failed${skipped}.`);
  if (result.failed > 0) {
    console.log(readFileSync(log, "utf8").trimEnd().split("\n").slice(-200).join("\n").replace(/^/gm, "  | "));
    console.log(`  whole output: ${log}`);
  }
  return result;
}

/** @param {Tier} tier @param {number} status @param {string} log */
function count(tier, status, log) {
  if (tier.counts === "one") return { passed: status === 0 ? 1 : 0, failed: 0, skipped: 0 };
  if (tier.counts === "vitest") {
    if (!existsSync(resultFile(tier.name))) return { passed: 0, failed: 0, skipped: 0 };
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(readFileSync(resultFile(tier.name), "utf8"));
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  }
  const closing = [...readFileSync(log, "utf8").matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
  return { passed: Number(closing?.[1] ?? 0), failed: Number(closing?.[2] ?? 0), skipped: 0 };
}

/** Ending badly, or without any test, is one failure where no failed test says it already. */
function withStatus(result, status) {
  const isSilentFailure = result.failed === 0 && (status !== 0 || result.passed === 0);
  return isSilentFailure ? { ...result, failed: 1 } : result;
}

/** Exit status of Node with these arguments; its output goes to the log.
 *  @param {string[]} step @param {NodeJS.ProcessEnv} env @param {string} log @returns {Promise<number>} */
function execute(step, env, log) {
  return new Promise((done) => {
    const output = createWriteStream(log, { flags: "a" });
    const child = spawn(process.execPath, step, { cwd: projectFolder, env, stdio: ["ignore", "pipe", "pipe"] });
    const impatience = setTimeout(() => {
      output.write(`\nended after ${longestTier / 60_000} minutes\n`);
      child.kill("SIGKILL");
    }, longestTier);
    child.stdout.pipe(output, { end: false });
    child.stderr.pipe(output, { end: false });
    child.once("close", (status) => {
      clearTimeout(impatience);
      output.end(() => done(status ?? 1));
    });
  });
}

/** The tiers asked for, none after --list, undefined after a mistake. @param {readonly string[]} words */
function chosenTiers(words) {
  const names = tiers.map(({ name }) => name);
  const wanted = [];
  for (let at = 0; at < words.length; at++) {
    const [option, value] = words[at].split("=");
    if (option === "--list") {
      console.log(names.join("\n"));
      return [];
    }
    const name = option === "--tier" ? (value ?? words[++at]) : undefined;
    if (name === undefined || !names.includes(name)) {
      console.error(`unknown ${option === "--tier" ? `tier ${name ?? ""}` : `option ${words[at]}`}; use --list or --tier with one of ${names.join(", ")}`);
      return undefined;
    }
    wanted.push(name);
  }
  return wanted.length === 0 ? tiers : tiers.filter(({ name }) => wanted.includes(name));
}

/** @param {string} name */
function resultFile(name) {
  return join(artifacts, `${name}.json`);
}
