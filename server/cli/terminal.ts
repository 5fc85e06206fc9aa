/**
 * What the command line is given: the outside world, the rules, and a way to make sessions. `main-cli.ts` fills it in from
 * Node, tests from memory.
 */
import type { Rule } from "../analysis/engine/rule.ts";
import type { Host } from "../host.ts";
import type { Style } from "./style.ts";

export interface Terminal {
  readonly host: Host & Required<Pick<Host, "writeFile">>;
  readonly rules: readonly Rule[];
  readonly version: string;
  /** The working directory, as a URI. */
  readonly cwd: string;
  /** A path as the user types it, to a URI. */
  uriOf(path: string): string;
  /** To standard output; all of it is written before the process ends. */
  out(text: string): void;
  /** To standard error. */
  err(text: string): void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly stdout: { readonly isTerminal: boolean; readonly columns: number | undefined };
  readonly stderr: { readonly isTerminal: boolean };
  readStdin(): Promise<Uint8Array>;
  /** Gives the event loop a turn: lets an interrupt arrive between two files. */
  turn(): Promise<void>;
  /** True once the user has interrupted. */
  interrupted(): boolean;
  /** Runs the language server on standard input and output until it ends. */
  serve(): Promise<void>;
}

/** 0: nothing at or above the limit. 1: findings. 2: could not run. */
export type ExitStatus = 0 | 1 | 2;

export function errorLine(style: Style, message: string): string {
  return `${style.red(style.bold("error"))}${style.bold(":")} ${message}\n`;
}

export function warningLine(style: Style, message: string): string {
  return `${style.yellow(style.bold("warning"))}${style.bold(":")} ${message}\n`;
}
