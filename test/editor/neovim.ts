/**
 * One real client that is not VS Code: Neovim, headless, with its own LSP client over standard input and output. The
 * steps are in neovim.lua; each prints `ok NAME` or `not ok NAME: reason`, a tab and its milliseconds; the last line is `plan COUNT`.
 */
import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { built, neovimProgram, projectFolder } from "./pieces.ts";
import type { Outcome } from "./report.ts";

export async function runInNeovim(workspace: string): Promise<Outcome[]> {
  const state = join(workspace, ".neovim-state");
  mkdirSync(state);
  const env = { ...process.env, HOME: state, XDG_STATE_HOME: state, XDG_CACHE_HOME: state, SEAWORTHY_NODE: process.execPath, SEAWORTHY_CLI: built("cli.cjs") };
  const script = join(projectFolder, "test/editor/neovim.lua");
  const started = performance.now();
  const { status, text } = await new Promise<{ status: number | null; text: string }>((done, fail) => {
    const neovim = spawn(neovimProgram(), ["--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", `luafile ${script}`], { cwd: workspace, env, stdio: ["ignore", "pipe", "pipe"], timeout: 60_000 });
    let heard = "";
    for (const stream of [neovim.stdout, neovim.stderr]) stream.setEncoding("utf8").on("data", (part: string) => { heard += part; });
    neovim.once("error", fail);
    neovim.once("close", (code) => { done({ status: code, text: heard }); });
  });
  const outcomes: Outcome[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, verdict, name, reason, time] = /^(ok|not ok) ([^:\t]+)(?:: ([^\t]*))?(?:\t(\d+))?$/.exec(line) ?? [];
    if (name === undefined) continue;
    const milliseconds = Number(time ?? 0);
    outcomes.push(verdict === "ok" ? { name, milliseconds } : { name, milliseconds, error: reason ?? "" });
  }
  const planned = Number(/^plan (\d+)$/m.exec(text)?.[1]);
  if (planned !== outcomes.length) {
    outcomes.push({ name: "every step reports", milliseconds: 0, error: `${outcomes.length} of ${planned} steps\n${text.slice(-2000)}` });
  }
  if (status !== 0 && outcomes.every(({ error }) => error === undefined)) {
    outcomes.push({ name: "Neovim ends by itself", milliseconds: performance.now() - started, error: `exit status ${String(status)}\n${text.slice(-2000)}` });
  }
  return outcomes;
}
