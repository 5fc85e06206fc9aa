/**
 * The command line as a Node program. What it does is in cli/; here it is given the process: streams, signals, files.
 */
import { writeSync } from "node:fs";
import { version } from "../package.json";
import { rules } from "../rules/index.ts";
import { runCommandLine } from "./cli/run.ts";
import type { Terminal } from "./cli/terminal.ts";
import { createNodeHost, uriFromPath } from "./main-node-host.ts";

let isInterrupted = false;
process.on("SIGINT", () => {
  // The first asks for an orderly end between two files; whoever presses again means now.
  if (isInterrupted) process.exit(130);
  isInterrupted = true;
});

// The reader went away, as in `seaworthy check | head`: nothing is wrong, and nobody is left to tell. The status is that of SIGPIPE.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE" || error.code === "ERR_STREAM_DESTROYED") process.exit(141);
    // A full disk behind `>`: what was printed is not whole.
    try {
      writeSync(2, `error: cannot write the output: ${error.message}\n`);
    } finally {
      process.exit(2);
    }
  });
}

const terminal: Terminal = {
  host: createNodeHost((level, message) => { if (level === "error") process.stderr.write(`${message}\n`); }),
  rules,
  version,
  cwd: uriFromPath("."),
  uriOf: uriFromPath,
  out: (text) => { process.stdout.write(text); },
  err: (text) => { process.stderr.write(text); },
  environment: process.env,
  stdout: { isTerminal: process.stdout.isTTY, columns: process.stdout.columns },
  stderr: { isTerminal: process.stderr.isTTY },
  async readStdin() {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
  turn: () => new Promise((done) => { setImmediate(done); }),
  interrupted: () => isInterrupted,
  serve,
};

/** Loaded only when asked for: the other commands start faster without it. */
async function serve(): Promise<void> {
  const [{ createConnection }, { connectionLog, connectionStrategy, start }] = await Promise.all([
    import("vscode-languageserver/node"),
    import("./lsp/start.ts"),
  ]);
  const connection = createConnection(process.stdin, process.stdout, { connectionStrategy });
  start(connection, createNodeHost(connectionLog(connection)), rules, { version, reaches: (uri) => uri.startsWith("file:") });
  await new Promise<void>((done) => { process.stdin.once("end", done); });
}

// Not process.exit(): what was written to a pipe must arrive.
void runCommandLine(terminal, process.argv.slice(2)).then((status) => { process.exitCode = isInterrupted ? 130 : status; });
