/**
 * Programs run in real Python, many per process (fork_server.py), in several processes at once.
 */
import { spawn } from "node:child_process";
import type { ChildProcessWithoutNullStreams } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { python } from "../execution/run-python.ts";

export interface Program {
  readonly cells: readonly string[];
  readonly isNotebook: boolean;
}

/** What a program left behind. Values are told as fingerprints. */
export interface Run {
  readonly output: string;
  readonly error: string;
  readonly values: Readonly<Record<string, string>>;
  readonly figures: readonly string[];
  readonly files: Readonly<Record<string, string>>;
}

/** Every program finds these files in its folder. */
const data = join(import.meta.dirname, "programs/data");

export interface PythonRuns {
  run(program: Program): Promise<Run>;
  stop(): void;
}

interface Waiting {
  readonly program: Program;
  readonly resolve: (run: Run) => void;
  readonly reject: (error: Error) => void;
}

export function startPython(processes: number): PythonRuns {
  const waiting: Waiting[] = [];
  const idle: Worker[] = [];
  const workers = Array.from({ length: processes }, () => new Worker((worker) => {
    idle.push(worker);
    next();
  }));
  idle.push(...workers);
  function next(): void {
    while (waiting.length > 0 && idle.length > 0) idle.pop()?.start(waiting.shift());
  }
  return {
    run: (program) => new Promise((resolve, reject) => {
      waiting.push({ program, resolve, reject });
      next();
    }),
    stop() {
      for (const worker of workers) worker.stop();
    },
  };
}

class Worker {
  readonly #process: ChildProcessWithoutNullStreams;
  #current: Waiting | undefined;

  constructor(done: (worker: Worker) => void) {
    this.#process = spawn(python, [join(import.meta.dirname, "fork_server.py")], { env: { ...process.env, PYTHONHASHSEED: "0" } });
    let complaints = "";
    this.#process.stderr.on("data", (data: Buffer) => {
      complaints = (complaints + data.toString()).slice(-4000);
    });
    this.#process.on("close", () => {
      this.#current?.reject(new Error(`Python has ended: ${complaints}`));
    });
    createInterface({ input: this.#process.stdout }).on("line", (line) => {
      const current = this.#current;
      this.#current = undefined;
      current?.resolve(JSON.parse(line) as Run);
      done(this);
    });
  }

  start(waiting: Waiting | undefined): void {
    if (!waiting) return;
    this.#current = waiting;
    const { cells, isNotebook } = waiting.program;
    this.#process.stdin.write(`${JSON.stringify({ id: "", cells, notebook: isNotebook, seconds: 60, data })}\n`);
  }

  stop(): void {
    this.#process.stdin.end();
  }
}

/** What differs, in words; empty when nothing does. `gone`: names that are said to be local to a function afterwards. */
export function differences(before: Run, after: Run, gone: ReadonlySet<string>): readonly string[] {
  const found: string[] = [];
  if (before.error === "" && after.error !== "") found.push(`fails: ${after.error}`);
  if (before.output !== after.output) found.push(`prints\n${after.output.slice(0, 500)}\ninstead of\n${before.output.slice(0, 500)}`);
  for (const [name, value] of Object.entries(before.values)) {
    const now = after.values[name];
    if (now !== value && !gone.has(name)) found.push(`${name} is ${now?.slice(0, 200) ?? "missing"} instead of ${value.slice(0, 200)}`);
  }
  if (JSON.stringify(before.figures) !== JSON.stringify(after.figures)) found.push("draws other figures");
  if (JSON.stringify(Object.entries(before.files).sort()) !== JSON.stringify(Object.entries(after.files).sort())) found.push(`writes other files: ${Object.keys(after.files).join(" ")} instead of ${Object.keys(before.files).join(" ")}`);
  return found;
}
