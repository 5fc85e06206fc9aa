/**
 * Cells of a Databricks source file that are not Python: every line carries `# MAGIC `.
 *
 *     # COMMAND ----------
 *
 *     # MAGIC %sql                     one Magic, form "cell", name `sql`, body `SELECT 1`
 *     # MAGIC SELECT 1
 *
 * A cell of line magics (`# MAGIC %pip install x`, `# MAGIC %run ./setup`) becomes one Magic per line, `%md` a markdown cell.
 */
import type { Comment, ExpressionStatement, Magic } from "./nodes.ts";
import { lineEnd, nextLine } from "./document-markers.ts";

export type MagicCell =
  | { readonly kind: "markdown" }
  | { readonly kind: "code"; readonly body: readonly ExpressionStatement[]; readonly comments: readonly Comment[] };

/** Languages whose magic takes the whole cell. */
const cellMagics = new Set(["sql", "scala", "r", "sh", "fs", "python", "html"]);
const magicLine = /^# MAGIC ?/;
const besidesMagic = /^(?:# COMMAND -{6,}|# DBTITLE .*|\uFEFF?# Databricks notebook source)?[ \t]*$/;

interface Line {
  readonly text: string;
  /** Offsets of `text`, without the `# MAGIC ` in front of it. */
  readonly start: number;
  readonly end: number;
}

/** Reads a cell's text. `undefined`: an ordinary Python cell. Offsets count from the start of `text`. */
export function readMagicCell(text: string): MagicCell | undefined {
  const lines: Line[] = [];
  const comments: Comment[] = [];
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const prefix = magicLine.exec(line);
    if (prefix) lines.push({ text: line.slice(prefix[0].length), start: at + prefix[0].length, end });
    else if (!besidesMagic.test(line)) return undefined;
    else if (line.startsWith("#")) comments.push({ text: line.trimEnd(), start: at, end: at + line.trimEnd().length });
  }
  const first = lines[0];
  if (!first) return undefined;
  const name = /^%([\w-]+)/.exec(first.text)?.[1];
  if (name === undefined) return undefined;
  if (name === "md" || name === "md-sandbox") return { kind: "markdown" };
  if (cellMagics.has(name)) return { kind: "code", body: [statement(cellMagic(first, name, lines.slice(1)))], comments };
  const body = lines.flatMap((line) => lineMagic(line) ?? []).map(statement);
  return { kind: "code", body, comments };
}

function cellMagic(first: Line, name: string, rest: readonly Line[]): Magic {
  const last = rest.at(-1) ?? first;
  const text = rest.map((line) => line.text).join("\n");
  return {
    kind: "Magic",
    form: "cell",
    start: first.start,
    end: last.end,
    name: { name, start: first.start + 1, end: first.start + 1 + name.length },
    argument: argumentAfter(first, 1 + name.length),
    body: rest[0] && { text, start: rest[0].start, end: last.end },
    python: [],
  };
}

function lineMagic(line: Line): Magic | undefined {
  const match = /^(?:%([\w-]+)|(!!?))/.exec(line.text);
  if (!match) return undefined;
  const name = match[1] ?? match[2] ?? "";
  const nameStart = line.start + (match[1] === undefined ? 0 : 1);
  return {
    kind: "Magic",
    form: match[1] === undefined ? "shell" : "line",
    start: line.start,
    end: line.end,
    name: { name, start: nameStart, end: nameStart + name.length },
    argument: argumentAfter(line, match[0].length),
    body: undefined,
    python: [],
  };
}

function argumentAfter(line: Line, offset: number): Magic["argument"] {
  const rest = line.text.slice(offset);
  const text = rest.trim();
  const start = line.start + offset + (rest.length - rest.trimStart().length);
  return { text, start, end: start + text.length };
}

function statement(value: Magic): ExpressionStatement {
  return { kind: "Expr", value, start: value.start, end: value.end };
}
