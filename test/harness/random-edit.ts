import type { TextEdit } from "../../server/analysis/text/edit.ts";
import type { Random } from "./random.ts";

/** Edits as people make them (a word, a line, a character) and some that nobody would. */
export function randomEdit(text: string, next: Random): TextEdit {
  const start = next.below(text.length + 1);
  const line = text.lastIndexOf("\n", start - 1) + 1;
  const newline = text.indexOf("\n", start);
  const lineEnd = newline === -1 ? text.length : newline + 1;
  switch (next.below(6)) {
    case 0:
      return { start: line, end: lineEnd, text: "" };
    case 1:
      return { start: line, end: line, text: text.slice(line, lineEnd) };
    case 2:
      return { start: line, end: line, text: next.pick(["import os\n", "x = 1\n", "# note\n", "\n", "def f():\n    return 1\n", "if x:\n"]) };
    case 3:
      return { start, end: Math.min(text.length, start + 1), text: "" };
    case 4:
      return { start, end: start, text: next.pick(["a", " ", "(", ")", '"', "=", ".", ",", "\n", "    ", ":", "[", "]", "#"]) };
    default: {
      const from = next.below(text.length + 1);
      return { start, end: start, text: text.slice(from, from + next.below(40)) };
    }
  }
}
