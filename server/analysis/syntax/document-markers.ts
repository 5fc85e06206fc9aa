/**
 * Dialects of Python files and the lines that divide them into cells.
 *
 * - `# %%` scripts (VS Code, Spyder, Jupytext): a line `# %%` starts a cell; `# %% [markdown]` starts one whose text stands in
 *   comments (code below these runs as in any other cell). `# In[3]:`, which nbconvert writes, starts one too. `# %%time` is a magic that Jupytext keeps in a comment,
 *   not a marker.
 * - Databricks source files open with `# Databricks notebook source`; `# COMMAND ----------` starts a cell. A cell in
 *   another language, or a magic, has `# MAGIC ` in front of every line.
 * - Everything else is a plain script, one cell.
 *
 * A marker counts only in the first column and only between top-level statements; a `# %%` line in a string or in a
 * function body is what Python takes it for (see document-units.ts).
 */
import type { CellKind, Dialect } from "./unit.ts";

const magicNames =
  "bash|bigquery|capture|cython|debug|file|html|HTML|javascript|js|latex|lprun|markdown|memit|mprun|perl|prun|pypy|python|python2" +
  "|python3|R|ruby|script|sh|sql|svg|SVG|time|timeit|writefile";
/** Names that VS Code and Spyder would take for a title; in Jupytext's files they are magics in a comment. */
const percentMarker = new RegExp(`^#[ \\t]*(?:%%+(?!(?:${magicNames})\\b)|In ?\\[[ \\d]*\\]:?[ \\t]*$)`, "gm");
const databricksMarker = /^# COMMAND -{6,}[ \t]*$/gm;
const databricksHeader = /^\uFEFF?# Databricks notebook source[ \t]*(?:\r?\n|\r|$)/;
const markdownTag = /^#[^\n\r]*?%%+[^\n\r]*?\[(?:markdown|md)\]/;
const rawTag = /^#[^\n\r]*?%%+[^\n\r]*?\[raw\]/;

/** Which of the three kinds of .py file a text is. */
export function dialectOf(text: string): Exclude<Dialect, "notebook"> {
  if (databricksHeader.test(text)) return "databricks";
  return mayHoldMarker(text) ? "cells" : "script";
}

/**
 * Offset of the first line at or after `from` that looks like a cell marker of the dialect; the text's length when there is
 * none. `from` need not be the start of a line.
 */
export function nextMarker(text: string, from: number, dialect: Dialect): number {
  const pattern = dialect === "cells" ? percentMarker : dialect === "databricks" ? databricksMarker : undefined;
  if (!pattern) return text.length;
  pattern.lastIndex = from;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    // JavaScript's `^` also matches after U+2028, where Python starts no line.
    if (isLineStart(text, match.index)) return match.index;
  }
  return text.length;
}

/** True when lines of the text could change which dialect a file has, were they put in or taken out. */
export function mayChangeDialect(lines: string): boolean {
  return lines.includes("# Databricks notebook source") || mayHoldMarker(lines);
}

function mayHoldMarker(text: string): boolean {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return nextMarker(plain, 0, "cells") < plain.length;
}

function isLineStart(text: string, offset: number): boolean {
  if (offset === 0) return true;
  const before = text.charCodeAt(offset - 1);
  // Between CR and LF is not a line start.
  return before === 10 || (before === 13 && text.charCodeAt(offset) !== 10);
}

/** Kind of the cell that a marker line starts. */
export function kindOfMarker(text: string, offset: number): CellKind {
  const start = offset === 0 && text.startsWith("\uFEFF") ? 1 : offset;
  const line = text.slice(start, lineEnd(text, start));
  if (markdownTag.test(line)) return "markdown";
  return rawTag.test(line) ? "raw" : "code";
}

/** Offset of the line break that ends the line of `offset`, or the text's length. */
export function lineEnd(text: string, offset: number): number {
  for (let at = offset; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) return at;
  }
  return text.length;
}

/** Offset of the first character of the line after the one that holds `offset`, or the text's length. */
export function nextLine(text: string, offset: number): number {
  const end = lineEnd(text, offset);
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
}
