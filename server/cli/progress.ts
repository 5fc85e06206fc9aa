/**
 * A line on standard error that tells how far a long run is. Only on a terminal, and only once a run has taken a while.
 */
import { textWidth, visible } from "./style.ts";
import type { Style } from "./style.ts";
import type { Terminal } from "./terminal.ts";

export interface Progress {
  step(done: number, total: number, path: string): void;
  /** Call before anything else is written to the terminal. */
  clear(): void;
}

const quietMilliseconds = 500;
const redrawMilliseconds = 80;

export function createProgress(terminal: Terminal, style: Style, verb: string): Progress {
  if (!terminal.stderr.isTerminal) return { step: () => undefined, clear: () => undefined };
  const started = terminal.host.now();
  const columns = terminal.stdout.columns ?? 80;
  let drawn = 0;
  let isShown = false;
  return {
    step(done, total, path) {
      const now = terminal.host.now();
      if (now - started < quietMilliseconds || now - drawn < redrawMilliseconds) return;
      drawn = now;
      isShown = true;
      const head = `${verb} ${done}/${total}`;
      const shown = visible(path);
      const room = columns - head.length - 4;
      // From the right, so that the file's name stays; a wrapped line could not be erased.
      const tail = textWidth(shown) <= room ? shown : `…${[...shown].slice(-Math.max(0, Math.floor(room / 2))).join("")}`;
      terminal.err(`\r\x1b[2K${style.bold(head)}  ${style.dim(tail)}`);
    },
    clear() {
      if (isShown) terminal.err("\r\x1b[2K");
      isShown = false;
    },
  };
}
