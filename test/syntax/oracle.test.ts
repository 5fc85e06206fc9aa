/**
 * The oracle: our trees against CPython's, for every file of the interpreter's standard library and of the installed
 * packages. Kinds, structure, positions and values of constants must be the same; what CPython rejects we must report,
 * what it accepts we must not.
 *
 * The interpreter is SEAWORTHY_PYTHON or .cache/python. SEAWORTHY_ORACLE=quick takes every twentieth file.
 * Grammar newer than that interpreter is compared with the CPython 3.14 inside the npm package pyodide, on the files in newer/.
 *
 * Files damaged in one place are compared too: the same verdict, and the same tree where the damage happens to be valid.
 *
 * One thing is left out: the value of literals with `\N{name}`, which takes the Unicode database (see escapes.ts).
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { parseModule, parseUnits } from "../../server/analysis/syntax/parse.ts";
import { canonical } from "./canonical.ts";
import { listPythonFiles, python, pythonExists, seeded } from "./python-files.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const quick = process.env["SEAWORTHY_ORACLE"] === "quick";
const MINUTE = 60_000;

/** CPython's words for what a newer grammar than the interpreter's allows. */
const NEWER_GRAMMAR: readonly RegExp[] = [/multiple exception types must be parenthesized/];

interface Answer {
  readonly path: string;
  readonly hashes?: readonly string[];
  /** CPython's parser rejects the file. */
  readonly error?: string;
  /** With `error`: the file could be decoded, so that the error is one of syntax. */
  readonly decoded?: boolean;
  /** The parser takes the file, the compiler rejects it: we may report it or not. */
  readonly compile?: string;
  readonly text?: string;
}

function chosenFiles(): readonly string[] {
  const files = listPythonFiles();
  return quick ? files.filter((_, index) => index % 20 === 7) : files;
}

/** Asks one interpreter about files, handing each answer on as it comes. */
async function ask(files: readonly string[], take: (answer: Answer) => void): Promise<void> {
  const child = spawn(python, [join(here, "dump_ast.py")], { stdio: ["pipe", "pipe", "inherit"] });
  child.stdin.write(`${files.join("\n")}\n`);
  child.stdin.end();
  for await (const line of createInterface({ input: child.stdout })) take(JSON.parse(line) as Answer);
}

/** What is wrong with our reading of a file, in one line; undefined when nothing is. */
function difference(answer: Answer): string | undefined {
  const text = answer.text ?? readFileSync(answer.path, "utf8");
  const units = parseUnits(text, 0, text.length, { ipython: false });
  const hashes: string[] = [];
  let end = 0;
  let problem: string | undefined;
  for (const unit of units) {
    if (unit.start !== end || (end > 0 && !/[\n\r]/.test(text.charAt(end - 1)))) return `a unit starts at ${String(unit.start)}, after one that ends at ${String(end)}`;
    end = unit.end;
    const first = unit.problems[0];
    if (first !== undefined) problem ??= `offset ${String(first.start + unit.start)}: ${first.message}`;
    for (const statement of unit.body) {
      const tree = canonical(statement, { shift: unit.start, text });
      hashes.push(createHash("md5").update(Buffer.from(tree, "utf16le")).digest("hex"));
    }
  }
  if (end !== text.length) return `the last unit ends at ${String(end)} of ${String(text.length)}`;
  const { error } = answer;
  if (error !== undefined) {
    const silent = problem === undefined && answer.decoded === true && !NEWER_GRAMMAR.some((words) => words.test(error));
    return silent ? `CPython rejects it, we do not: ${error}` : undefined;
  }
  if (problem !== undefined && answer.compile === undefined) return `CPython accepts it, we do not: ${problem}`;
  const expected = answer.hashes ?? [];
  const at = expected.findIndex((hash, index) => hash !== hashes[index]);
  if (at >= 0) return `statement ${String(at)} differs`;
  return expected.length === hashes.length ? undefined : `${String(hashes.length)} statements, not ${String(expected.length)}`;
}

/** The trees of one file side by side, around the first difference. */
function showDifference(path: string): string {
  const full = spawnSync(python, [join(here, "dump_ast.py"), "--full"], { input: `${path}\n`, encoding: "utf8", maxBuffer: 1 << 30 });
  const answer = JSON.parse(full.stdout) as { readonly text?: string; readonly trees?: readonly string[] };
  const text = answer.text ?? readFileSync(path, "utf8");
  return sideBySide(text, answer.trees ?? []) ?? "";
}

function sideBySide(text: string, expected: readonly string[]): string | undefined {
  const ours = parseModule(text, { ipython: false }).body.map((statement) => canonical(statement, { shift: 0, text }));
  for (let index = 0; index < Math.max(ours.length, expected.length); index++) {
    const a = ours[index] ?? "";
    const b = expected[index] ?? "";
    if (a === b) continue;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at++;
    const from = Math.max(0, at - 80);
    return `\n  ours    ...${a.slice(from, at + 80)}\n  CPython ...${b.slice(from, at + 80)}`;
  }
  return undefined;
}

const DAMAGED = 600;
const PIECES = [
  "(", ")", "[", "]", "{", "}", "'", '"', ":", ",", "=", "==", "*", "**", "if", "else", "for", "in", "lambda", "not", "is", "await",
  "yield", "x", "1", "f'{x}'", ".", "...", "->", ":=", "@", "\n", "  ", "#", "\\", "async", "return", "del", "with", "as", "import",
  "from", "%", "!", "?", "/", "~", "-", "and", "b'x'", "'a'", "None", "match", "case", "type", "global x", "1j", "0x", "pass",
];

/** A text with one token deleted, replaced by another, or with a piece of Python put in. */
function damage(text: string, random: () => number): string {
  const tokens = [...text.matchAll(/[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu)];
  const token = tokens[Math.floor(random() * tokens.length)];
  const other = tokens[Math.floor(random() * tokens.length)];
  if (token === undefined || other === undefined) return text;
  const piece = PIECES[Math.floor(random() * PIECES.length)] ?? "";
  const [start, end] = [token.index, token.index + token[0].length];
  switch (Math.floor(random() * 4)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return `${text.slice(0, start)}${piece} ${text.slice(start)}`;
    case 2:
      return text.slice(0, start) + piece + text.slice(end);
    default:
      return text.slice(0, start) + other[0] + text.slice(end);
  }
}

describe("trees are CPython's", () => {
  test("an interpreter is there in CI", () => {
    expect(pythonExists || process.env["CI"] !== "true").toBe(true);
  });

  test.skipIf(!pythonExists)("standard library and installed packages", async () => {
    const files = chosenFiles();
    expect(files.length).toBeGreaterThan(quick ? 50 : 1000);
    const wrong: string[] = [];
    let seen = 0;
    let rejected = 0;
    const take = (answer: Answer): void => {
      seen++;
      if (answer.error !== undefined) rejected++;
      const problem = difference(answer);
      if (problem === undefined) return;
      wrong.push(`${answer.path}: ${problem}${problem.startsWith("statement") && wrong.length < 5 ? showDifference(answer.path) : ""}`);
    };
    await Promise.all([ask(files.filter((_, index) => index % 2 === 0), take), ask(files.filter((_, index) => index % 2 === 1), take)]);
    expect(wrong.join("\n")).toBe("");
    expect(seen).toBe(files.length);
    // Only if most files are compared does this test say anything.
    expect(rejected).toBeLessThan(files.length / 10);
  }, 60 * MINUTE);

  test.skipIf(!pythonExists)("damaged files are rejected exactly when CPython rejects them", async () => {
    const random = seeded(31);
    const sources = listPythonFiles().filter((path) => statSync(path).size > 300 && statSync(path).size < 10_000);
    const folder = mkdtempSync(join(tmpdir(), "seaworthy-damaged-"));
    try {
      const files: string[] = [];
      for (let index = 0; index < DAMAGED; index++) {
        const damaged = damage(readFileSync(sources[Math.floor(random() * sources.length)] ?? "", "utf8"), random);
        const path = join(folder, `${String(index)}.py`);
        writeFileSync(path, damaged);
        files.push(path);
      }
      const wrong: string[] = [];
      let rejected = 0;
      await ask(files, (answer) => {
        if (answer.error !== undefined) rejected++;
        const problem = difference(answer);
        if (problem !== undefined) wrong.push(`${problem}\n${readFileSync(answer.path, "utf8")}`);
      });
      expect(wrong.join("\n\n")).toBe("");
      // Both kinds must be among them.
      expect(rejected).toBeGreaterThan(DAMAGED / 10);
      expect(rejected).toBeLessThan(DAMAGED * 0.9);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 5 * MINUTE);

  test("grammar of 3.14", async () => {
    const require = createRequire(import.meta.url);
    const folder = dirname(require.resolve("pyodide/package.json"));
    const { loadPyodide } = await import("pyodide");
    const interpreter = await loadPyodide({ indexURL: folder });
    interpreter.runPython(readFileSync(join(here, "dump_ast.py"), "utf8").replace('if __name__ == "__main__":', "if False:"));
    const canonicalModule = interpreter.runPython("canonical_module") as (source: string) => { toJs(): readonly string[] };
    const files = readdirSync(join(here, "newer")).filter((name) => name.endsWith(".py"));
    expect(files.length).toBeGreaterThan(2);
    for (const name of files) {
      const text = readFileSync(join(here, "newer", name), "utf8");
      expect(parseModule(text, { ipython: false }).problems, name).toEqual([]);
      expect(sideBySide(text, canonicalModule(text).toJs()) ?? "", name).toBe("");
    }
  }, 2 * MINUTE);
});
