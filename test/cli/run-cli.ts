/** Runs a command line in memory and keeps what it said. */
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { runCommandLine } from "../../server/cli/run.ts";
import type { ExitStatus, Terminal } from "../../server/cli/terminal.ts";
import { joinUri } from "../../server/analysis/text/uri.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";
import type { MemoryFiles, MemoryHost } from "../workspace/memory-host.ts";
import { testRules } from "./test-rules.ts";

export interface Ran {
  readonly status: ExitStatus;
  readonly out: string;
  readonly err: string;
  readonly host: MemoryHost;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  readonly columns?: number;
  /** Instead of the rules made for these tests. */
  readonly rules?: readonly Rule[];
  /** Called before each file is finished: what happens meanwhile. */
  readonly meanwhile?: (host: MemoryHost) => void;
}

/** `line` is split at spaces. */
export async function run(files: MemoryFiles | MemoryHost, line: string, options: RunOptions = {}): Promise<Ran> {
  const host = isHost(files) ? files : memoryHost(files);
  const said = { out: "", err: "" };
  const { meanwhile } = options;
  const terminal: Terminal = {
    host: meanwhile ? { ...host, stat: (uri) => (meanwhile(host), host.stat(uri)) } : host,
    rules: options.rules ?? testRules,
    version: "1.2.3",
    cwd: project,
    uriOf: (path) => (path.startsWith("/") ? joinUri("file:///", path) : joinUri(project, path)),
    out: (text) => { said.out += text; },
    err: (text) => { said.err += text; },
    environment: options.environment ?? {},
    stdout: { isTerminal: options.isTerminal ?? false, columns: options.columns },
    stderr: { isTerminal: options.isTerminal ?? false },
    readStdin: async () => (typeof options.stdin === "string" ? new TextEncoder().encode(options.stdin) : (options.stdin ?? new Uint8Array())),
    turn: () => Promise.resolve(),
    interrupted: () => false,
    serve: () => Promise.resolve(),
  };
  const status = await runCommandLine(terminal, line.split(" ").filter(Boolean));
  return { status, ...said, host };
}

function isHost(files: MemoryFiles | MemoryHost): files is MemoryHost {
  return typeof files.readFile === "function";
}

/** A notebook file as Jupyter writes it. */
export function notebook(...cells: readonly (string | { readonly markdown: string })[]): string {
  const written = cells.map((cell, index) => {
    const text = typeof cell === "string" ? cell : cell.markdown;
    const source = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
    return typeof cell === "string"
      ? { cell_type: "code", execution_count: null, id: `c${index}`, metadata: {}, outputs: [], source }
      : { cell_type: "markdown", id: `c${index}`, metadata: {}, source };
  });
  const metadata = { kernelspec: { display_name: "Python 3", language: "python", name: "python3" }, language_info: { name: "python" } };
  return `${JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}
