/**
 * IPython lines: magics, shell commands, help.
 *
 *     %timeit -n 10 model.fit(X, y)      line magic `timeit`; `model.fit(X, y)` is Python of this notebook
 *     files = !ls data                   shell command as a value
 *     df.merge?                          help
 *     %%bash                             cell magic: everything below is its body, here no Python
 *     %sql                               with nothing beside it: a cell of another language in a notebook of Databricks
 *
 * Some magics run Python in the notebook's own namespace; their payload is parsed where it stands, so its positions are
 * those of the notebook. Which ones, is knowledge about IPython and its common extensions.
 */
import { lineEnd, afterLineBreak } from "./characters.ts";
import { TokenStream } from "./token-stream.ts";
import type { Magic, Statement } from "./nodes.ts";
import { parseStatement } from "./statements.ts";
import * as T from "./tokens.ts";

/** Line magics whose argument is Python, with the options that take a value. */
const PYTHON_LINES: Readonly<Record<string, string | undefined>> = {
  time: "",
  timeit: "nrp",
  prun: "lsTD",
  memit: "rti",
  lprun: "fmuTDs",
  mprun: "fT",
  snakeviz: "f",
};

/** Cell magics whose body is Python of the notebook's namespace. */
const PYTHON_CELLS: ReadonlySet<string> = new Set([
  "time", "timeit", "prun", "capture", "memit", "snakeviz", "scalene", "pyinstrument", "heat", "ipytest", "wandb", "notify", "skip",
]);

/** Cell magics that take a statement beside their name: a setup statement, or the statement to run. */
const PYTHON_ARGUMENT: ReadonlySet<string> = new Set(["timeit", "prun", "memit"]);

/** Cells of another language in notebooks of Databricks, which have one `%`; IPython has no line magics of these names. */
const OTHER_LANGUAGES: ReadonlySet<string> = new Set(["scala", "r", "sh", "fs", "md", "md-sandbox"]);

/** Cell magics inside cell magics at most. */
const MAX_NESTING = 20;

/** The magic at the current token, a MagicLine. */
export function parseMagicLine(s: TokenStream): Magic {
  const index = s.index++;
  const start = s.starts[index]!;
  const end = s.ends[index]!;
  if (!s.ipython) s.problem("Magics and shell commands work in notebooks only", start, end);
  const from = s.base + start;
  const to = trimmedEnd(s.text, from, s.base + end);
  const first = s.text.charCodeAt(from);
  if (s.text.charCodeAt(to - 1) === 63 && first !== 33) return helpAfter(s, from, to);
  if (first === 33) {
    const width = s.text.charCodeAt(from + 1) === 33 ? 2 : 1;
    return magic(s, "shell", from, to, from, from + width, from + width, []);
  }
  if (first === 63) {
    const width = s.text.charCodeAt(from + 1) === 63 ? 2 : 1;
    return magic(s, "help", from, to, from, from + width, from + width, []);
  }
  let nameStart = from + 1;
  if (s.text.charCodeAt(nameStart) === 37) {
    nameStart++;
    s.problem(`\`%%\` works only on the first line of a cell`, from - s.base, nameStart - s.base);
  }
  const nameEnd = magicNameEnd(s.text, nameStart, to);
  const name = s.text.slice(nameStart, nameEnd);
  const options = PYTHON_LINES[name];
  const python = options === undefined || !s.ipython ? [] : parseNested(s, afterOptions(s.text, nameEnd, to, options), to, 0);
  return magic(s, "line", from, to, nameStart, nameEnd, nameEnd, python);
}

/** Whether a cell magic begins at `at`, which must be at the start of a cell's first line. That line alone decides. */
export function isCellMagic(text: string, at: number, limit: number): boolean {
  if (text.charCodeAt(at) !== 37) return false;
  const start = afterSigns(text, at);
  const end = magicNameEnd(text, start, limit);
  const stop = trimmedEnd(text, end, lineEnd(text, end, limit));
  // `%%time?` asks for help.
  if (end <= start || text.charCodeAt(stop - 1) === 63) return false;
  if (start === at + 2) return true;
  const name = text.slice(start, end);
  // `%sql SELECT 1` is a line magic of Jupyter's; `%sql` alone says nothing there.
  return OTHER_LANGUAGES.has(name) || (name === "sql" && stop <= end);
}

function afterSigns(text: string, at: number): number {
  return text.charCodeAt(at + 1) === 37 ? at + 2 : at + 1;
}

/** The cell magic that begins at `from` (absolute) and owns the text up to `to`. */
export function parseCellMagic(s: TokenStream, from: number, to: number, nesting = 0): Magic {
  const text = s.text;
  const nameStart = afterSigns(text, from);
  const firstEnd = lineEnd(text, from, to);
  const nameEnd = magicNameEnd(text, nameStart, firstEnd);
  const name = text.slice(nameStart, nameEnd);
  const bodyStart = firstEnd < to ? afterLineBreak(text, firstEnd, to) : to;
  const python: Statement[] = [];
  if (PYTHON_CELLS.has(name)) {
    if (PYTHON_ARGUMENT.has(name)) {
      const argument = afterOptions(text, nameEnd, firstEnd, PYTHON_LINES[name] ?? "");
      python.push(...parseNested(s, argument, firstEnd, MAX_NESTING));
    }
    for (const statement of parseNested(s, bodyStart, to, nesting)) python.push(statement);
  }
  const node = magic(s, "cell", from, firstEnd, nameStart, nameEnd, nameEnd, python);
  const body = { start: bodyStart - s.base, end: to - s.base, text: text.slice(bodyStart, to) };
  return { ...node, end: Math.max(node.end, trimmedEnd(text, from, to) - s.base), body };
}

function helpAfter(s: TokenStream, from: number, to: number): Magic {
  const width = s.text.charCodeAt(to - 2) === 63 ? 2 : 1;
  const before = s.text.charCodeAt(from) === 63 ? from + 1 : from;
  const subjectEnd = Math.max(before, trimmedEnd(s.text, before, to - width));
  return {
    kind: "Magic",
    start: from - s.base,
    end: to - s.base,
    form: "help",
    name: { name: "?".repeat(width), start: to - width - s.base, end: to - s.base },
    argument: { start: before - s.base, end: subjectEnd - s.base, text: s.text.slice(before, subjectEnd) },
    body: undefined,
    python: [],
  };
}

function magic(
  s: TokenStream, form: Magic["form"], from: number, to: number, nameStart: number, nameEnd: number, after: number, python: readonly Statement[],
): Magic {
  let argument = after;
  while (argument < to && isBlank(s.text.charCodeAt(argument))) argument++;
  const end = Math.max(argument, trimmedEnd(s.text, argument, to));
  return {
    kind: "Magic",
    start: from - s.base,
    end: Math.max(end, nameEnd) - s.base,
    form,
    name: { name: s.text.slice(nameStart, nameEnd), start: nameStart - s.base, end: nameEnd - s.base },
    argument: { start: argument - s.base, end: end - s.base, text: s.text.slice(argument, end) },
    body: undefined,
    python,
  };
}

/** Statements between two absolute offsets, at positions of the unit around them. */
function parseNested(s: TokenStream, from: number, to: number, nesting: number): readonly Statement[] {
  const inner = new TokenStream(s.text, from, to, s.ipython, 0, s.table);
  inner.reported = s.reported;
  inner.begin(from, false, s.base);
  inner.functions = s.functions;
  inner.loops = s.loops;
  const body: Statement[] = [];
  const start = skipBlankLines(s.text, from, to);
  if (nesting < MAX_NESTING && isCellMagic(s.text, start, to)) {
    const value = parseCellMagic(s, start, to, nesting + 1);
    return [{ kind: "Expr", start: value.start, end: value.end, value }];
  }
  while (inner.kinds[inner.index] !== T.Eof) {
    if (inner.kinds[inner.index] === T.Dedent) inner.index++;
    else parseStatement(inner, body);
  }
  for (const comment of inner.comments) s.comments.push(comment);
  for (const problem of inner.problems) s.problems.push(problem);
  return body;
}

/** Offset of the first line at or after `at` that is not blank. */
export function skipBlankLines(text: string, at: number, limit: number): number {
  let start = at;
  for (;;) {
    const end = lineEnd(text, start, limit);
    if (end >= limit || text.slice(start, end).trim() !== "") return start;
    start = afterLineBreak(text, end, limit);
  }
}

/** Offset after the options and blanks that stand between a magic's name and its Python. */
function afterOptions(text: string, at: number, limit: number, withValue: string): number {
  let rest = at;
  for (;;) {
    while (rest < limit && isBlank(text.charCodeAt(rest))) rest++;
    const word = /^(?:--[a-z][\w-]*|-[A-Za-z]\S*)/.exec(text.slice(rest, Math.min(limit, rest + 80)))?.[0];
    if (word === undefined) return rest;
    rest += word.length;
    if (word.length === 2 && withValue.includes(word.charAt(1))) {
      while (rest < limit && isBlank(text.charCodeAt(rest))) rest++;
      while (rest < limit && !isBlank(text.charCodeAt(rest))) rest++;
    }
  }
}

function magicNameEnd(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit && /[\w.:\-+]/.test(text.charAt(end))) end++;
  return end;
}

function trimmedEnd(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end;
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}
