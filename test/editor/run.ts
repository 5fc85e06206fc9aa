/**
 * The editor tests, one tier at a time: `run.ts node`, `web`, `screen` or `neovim` (and `picture`, see there). They need `node scripts/build.mjs --tests --package`
 * and the pieces of the test machine; `npm test -- --tier editor-node` sees to both.
 */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCodeServer } from "./code-server.ts";
import { runInHost } from "./in-host.ts";
import { runInNeovim } from "./neovim.ts";
import { built, projectFolder, workspaceTemplate } from "./pieces.ts";
import { takePicture } from "./picture.ts";
import { printed, type Outcome } from "./report.ts";
import { runOnScreen } from "./screen.ts";
import { startServerless } from "./serverless.ts";

const tiers: Readonly<Record<string, (workspace: string) => Promise<Outcome[]>>> = {
  node: inNodeHost,
  web: inWebWorker,
  screen: runOnScreen,
  neovim: runInNeovim,
  picture: takePicture,
};

async function inNodeHost(workspace: string): Promise<Outcome[]> {
  const tests = built("test/node/index.cjs");
  const server = await startCodeServer({ isTestDriven: true });
  try {
    const remote = (path: string): string => `vscode-remote://${server.authority}${path}`;
    const payload = JSON.stringify([["extensionDevelopmentPath", remote(projectFolder)], ["extensionTestsPath", remote(tests)]]);
    const outcomes = await runInHost(`${server.base}/?folder=${encodeURIComponent(workspace)}&payload=${encodeURIComponent(payload)}`, "node");
    if (outcomes.some(({ error }) => error !== undefined)) console.log(server.logs());
    return outcomes;
  } finally {
    await server.stop();
  }
}

async function inWebWorker(workspace: string): Promise<Outcome[]> {
  const host = await startServerless(workspace, built("test/web/index.cjs"));
  try {
    return await runInHost(host.base, "web");
  } finally {
    await host.stop();
  }
}

const tier = tiers[process.argv[2] ?? ""];
if (tier === undefined) {
  console.error(`usage: run.ts ${Object.keys(tiers).join("|")}`);
  process.exitCode = 2;
} else {
  const workspace = mkdtempSync(join(tmpdir(), "seaworthy-workspace-"));
  try {
    cpSync(workspaceTemplate, workspace, { recursive: true });
    if (!printed(await tier(workspace))) process.exitCode = 1;
  } finally {
    rmSync(workspace, { recursive: true, force: true });
  }
}
