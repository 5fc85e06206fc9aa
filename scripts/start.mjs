/**
 * npm start: from a fresh clone to findings.
 *
 *   npm start                  installs, builds, checks examples/churn in the terminal, writes seaworthy.vsix
 *   npm start -- --editor      then opens a copy of the example in a real VS Code that runs in the browser
 *   npm start -- --editor --port 8100
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { ensureDependencies } from "./dependencies.mjs";
import { serverEntry } from "./provision/editor.mjs";
import { cacheFolder, projectFolder } from "./provision/piece.mjs";
import { provision } from "./provision.mjs";

/** @param {readonly string[]} words */
async function main(words) {
  const portAt = words.indexOf("--port");
  const port = portAt < 0 ? undefined : Number(words[portAt + 1]);
  const known = words.every((word, at) => word === "--editor" || word === "--port" || (portAt >= 0 && at === portAt + 1));
  if (!known || (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))) {
    console.error("usage: npm start [-- --editor [--port NUMBER]]");
    return 2;
  }
  ensureDependencies(projectFolder, (line) => console.log(`${line} ...`));
  console.log("building ...");
  const build = spawnSync(process.execPath, ["scripts/build.mjs", "--package"], { cwd: projectFolder, encoding: "utf8" });
  if (build.status !== 0) {
    console.error(`${build.stdout}${build.stderr}`.trim());
    return 1;
  }
  console.log("\nseaworthy check examples/churn\n");
  const check = spawnSync(process.execPath, ["dist/cli.cjs", "check", "examples/churn", "--exit-zero"], { cwd: projectFolder, stdio: "inherit" });
  if (check.status !== 0) return 1;
  console.log(`
The extension is in seaworthy.vsix. Install it with
  code --install-extension ${join(projectFolder, "seaworthy.vsix")}
or in VS Code: Extensions view, "..." menu, "Install from VSIX...".`);
  if (words.includes("--editor")) return openEditor(port);
  console.log(`The command line: node ${join(projectFolder, "dist/cli.cjs")} --help
The example in a VS Code in your browser: npm start -- --editor`);
  return 0;
}

/** Runs until interrupted. @param {number | undefined} wantedPort */
async function openEditor(wantedPort) {
  const piece = await provision("editor", (line) => console.log(`\n${line}`));
  if (piece.state === "unavailable") {
    console.error(`No VS Code for the browser here: ${piece.reason}`);
    return 1;
  }
  const demo = join(cacheFolder, "demo");
  const example = join(demo, "churn");
  // A copy: what you try out does not change the project.
  rmSync(example, { recursive: true, force: true });
  cpSync(join(projectFolder, "examples/churn"), example, { recursive: true });
  for (const folder of ["data/User", "extensions", "config", "share"]) mkdirSync(join(demo, folder), { recursive: true });
  const settings = join(demo, "data/User/settings.json");
  if (!existsSync(settings)) writeFileSync(settings, JSON.stringify(firstSettings, null, 2));
  writeFileSync(join(demo, "config/config.yaml"), "");
  const node = join(piece.path, "bin/node");
  const env = { ...process.env, XDG_CONFIG_HOME: join(demo, "config"), XDG_DATA_HOME: join(demo, "share") };
  const folders = ["--config", join(demo, "config/config.yaml"), "--user-data-dir", join(demo, "data"), "--extensions-dir", join(demo, "extensions")];
  execFileSync(node, [serverEntry(piece.path), ...folders, "--install-extension", join(projectFolder, "seaworthy.vsix"), "--force"], { env, stdio: "ignore" });
  const port = wantedPort ?? (await freePort());
  const server = spawn(
    node,
    [serverEntry(piece.path), ...folders, "--bind-addr", `127.0.0.1:${port}`, "--auth", "none", "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--disable-workspace-trust"],
    { env, stdio: "ignore" },
  );
  const ended = new Promise((done) => server.once("exit", (status) => done(status ?? 0)));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => server.kill("SIGTERM"));
  const base = `http://127.0.0.1:${port}`;
  if (!(await answers(base, ended))) {
    console.error(`VS Code did not start on port ${port}`);
    server.kill("SIGTERM");
    return 1;
  }
  console.log(`\nVS Code with the example: ${base}/?folder=${encodeURIComponent(example)}\nOpen serve.py, train.py or notebooks/churn.ipynb. Ctrl+C here stops it.`);
  return ended;
}

const firstSettings = {
  "workbench.startupEditor": "none",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "git.openRepositoryInParentFolders": "never",
  "extensions.autoUpdate": false,
  "chat.disableAIFeatures": true,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
};

/** @param {string} base @param {Promise<unknown>} ended */
async function answers(base, ended) {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (let attempt = 0; attempt < 200 && !isOver; attempt++) {
    try {
      if ((await fetch(`${base}/healthz`)).ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resume) => setTimeout(resume, 150));
  }
  return false;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

process.exitCode = await main(process.argv.slice(2));
