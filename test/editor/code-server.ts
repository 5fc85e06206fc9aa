/**
 * A VS Code server on 127.0.0.1 whose whole state (settings, extensions, home) lives in a folder made for it and
 * thrown away afterwards. It reaches no network: the gallery's address leads nowhere.
 */
import { execFile, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { eventually } from "./report.ts";
import { editor } from "./pieces.ts";

export interface CodeServer {
  readonly base: string;
  /** Authority of `vscode-remote` addresses. */
  readonly authority: string;
  /** What the server and the extension host wrote, for a failed test. */
  logs(): string;
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  /** VSIX files to install first. */
  readonly install?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets a page load a test suite into the extension host. */
  readonly isTestDriven?: boolean;
}

/** Nothing may open, ask, blink or phone while a test looks at the screen. */
export const quietSettings: Readonly<Record<string, unknown>> = {
  "workbench.startupEditor": "none",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "security.workspace.trust.enabled": false,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "extensions.autoUpdate": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "git.enabled": false,
  "chat.disableAIFeatures": true,
  "window.restoreWindows": "none",
  // The web saves by itself after a second; tests decide when.
  "files.autoSave": "off",
  // Words of the file would stand among the completions.
  "editor.wordBasedSuggestions": "off",
  "editor.accessibilitySupport": "off",
  "editor.minimap.enabled": false,
};

const nowhere = "http://127.0.0.1:9/none";

export async function startCodeServer(options: CodeServerOptions = {}): Promise<CodeServer> {
  const { node, serverEntry } = editor();
  const state = mkdtempSync(join(tmpdir(), "seaworthy-editor-"));
  const inState = (name: string): string => join(state, name);
  for (const folder of ["data/User", "extensions", "home", "config", "share", "tmp"]) mkdirSync(inState(folder), { recursive: true });
  writeFileSync(inState("config/config.yaml"), "");
  writeFileSync(inState("data/User/settings.json"), JSON.stringify({ ...quietSettings, ...options.settings }, null, 2));
  const env = {
    PATH: `${dirname(node)}:/usr/bin:/bin`,
    HOME: inState("home"),
    XDG_CONFIG_HOME: inState("config"),
    XDG_DATA_HOME: inState("share"),
    TMPDIR: inState("tmp"),
    LANG: "C.UTF-8",
    EXTENSIONS_GALLERY: JSON.stringify({ serviceUrl: nowhere, itemUrl: nowhere, resourceUrlTemplate: nowhere }),
  };
  const folders = ["--config", inState("config/config.yaml"), "--user-data-dir", inState("data"), "--extensions-dir", inState("extensions")];
  for (const vsix of options.install ?? []) {
    await promisify(execFile)(node, [serverEntry, ...folders, "--install-extension", vsix], { env });
  }
  const port = await freePort();
  const log = openSync(inState("server.log"), "w");
  const arguments_ = [
    serverEntry, ...folders, "--bind-addr", `127.0.0.1:${port}`, "--auth", "none",
    "--disable-telemetry", "--disable-update-check", "--disable-getting-started-override", "--disable-workspace-trust",
    ...(options.isTestDriven === true ? ["--vscode-option", "enable-smoke-test-driver"] : []),
  ];
  // Its own process group: the extension hosts are children of a child.
  const server = spawn(node, arguments_, { env, stdio: ["ignore", log, log], detached: true });
  const gone = new Promise<void>((resolve) => { server.once("exit", () => { resolve(); }); });
  const base = `http://127.0.0.1:${port}`;
  const logs = (): string => logFiles(state).map((file) => `--- ${file}\n${readFileSync(join(state, file), "utf8").slice(-6000)}`).join("\n");
  const stop = async (): Promise<void> => {
    signal(server.pid, "SIGTERM");
    const impatience = setTimeout(() => { signal(server.pid, "SIGKILL"); }, 4000);
    await gone;
    clearTimeout(impatience);
    rmSync(state, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await eventually(() => isUp(base), "code-server answers", 30_000);
  } catch (error) {
    const text = logs();
    await stop();
    throw new Error(`${String(error)}\n${text}`, { cause: error });
  }
  return { base, authority: `127.0.0.1:${port}`, logs, stop };
}

async function isUp(base: string): Promise<boolean> {
  try {
    return (await fetch(`${base}/healthz`)).ok;
  } catch {
    return false;
  }
}

function signal(pid: number | undefined, name: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, name);
  } catch {
    // The group is gone already, which is what was wanted.
  }
}

function logFiles(state: string): string[] {
  return readdirSync(state, { recursive: true, encoding: "utf8" }).filter((name) => /(server\.log|seaworthy[^/]*\/[^/]*\.log|remoteexthost\.log|Seaworthy\.log)$/.test(name));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => { resolve(port); });
    });
  });
}
