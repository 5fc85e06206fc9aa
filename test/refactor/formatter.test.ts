/**
 * The layout of statements, with the real Ruff as the oracle: files that it has formatted, for several lengths of line, and each statement
 * in them laid out by us from the column where it stands. Statements that we do not lay out are counted.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isStatement } from "../../server/analysis/syntax/node-kinds.ts";
import { statementLayout } from "../../server/analysis/refactor/formatter/statements.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Statement } from "../../server/analysis/syntax/nodes.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { ownPrograms } from "./programs.ts";
import { ruff, ruffFormatted } from "./ruff.ts";

const step = "    ";

/** Packages that the tests' Python has; the first files of each, by name. */
function installed(): readonly string[] {
  const lib = join(import.meta.dirname, "../../.cache/python/lib");
  const [version] = existsSync(lib) ? readdirSync(lib).filter((name) => name.startsWith("python3")) : [];
  if (version === undefined) return [];
  return ["sklearn", "statsmodels", "feast", "dask"].flatMap((name) => {
    const folder = join(lib, version, "site-packages", name);
    if (!existsSync(folder)) return [];
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".py")).sort();
    return files.filter((_, index) => index % Math.ceil(files.length / 50) === 0).map((file) => readFileSync(join(folder, file), "utf8"));
  });
}

interface Judged {
  laidOut: number;
  /** Over several lines. */
  divided: number;
  unknown: number;
  readonly differences: string[];
}

function judge(text: string, lineLength: number, judged: Judged): void {
  if (/^\t|\r/mu.test(text) || text.includes("fmt:")) return;
  for (const unit of Document.script("file:///a.py", text).units) {
    if (unit.problems.length > 0) continue;
    walk(unit.body, (node) => {
      if (isStatement(node)) judgeStatement(unit, node, lineLength, judged);
      return undefined;
    });
  }
}

function judgeStatement(unit: Unit, node: Statement, lineLength: number, judged: Judged): void {
  const { text } = unit;
  const indent = text.slice(text.lastIndexOf("\n", node.start - 1) + 1, node.start);
  if (indent.trim() !== "" || (node.kind === "Expr" && node.value.kind === "Constant")) return;
  const made = statementLayout(unit, node, { lineLength, step, stepWidth: 4, level: indent.length / 4 });
  const written = made ? text.slice(made.range.start, made.range.end) : text.slice(node.start, node.end);
  if (!made) {
    if (written.includes("\n") && !("body" in node)) judged.unknown++;
    return;
  }
  judged.laidOut++;
  if (written.includes("\n")) judged.divided++;
  if (made.text !== written) judged.differences.push(`${indent}${written}\n->\n${indent}${made.text}\n`);
}

describe.runIf(existsSync(ruff))("statements are laid out as Ruff has them", () => {
  const sources = [...ownPrograms().flatMap(({ source }) => (typeof source === "string" ? [source] : [])), ...installed()];
  test.each([88, 100, 60, 48])("lines of %i", (lineLength) => {
    const judged: Judged = { laidOut: 0, divided: 0, unknown: 0, differences: [] };
    // Twice: what Ruff moves to another line may be laid out otherwise there.
    for (const source of ruffFormatted(ruffFormatted(sources, lineLength), lineLength)) judge(typeof source === "string" ? source : "", lineLength, judged);
    process.stdout.write(`${String(lineLength)}: ${String(judged.laidOut)} statements, ${String(judged.divided)} over several lines, ${String(judged.unknown)} of those unknown, ${String(judged.differences.length)} otherwise\n`);
    expect(judged.laidOut).toBeGreaterThan(1000);
    expect(judged.divided).toBeGreaterThan(100);
    // Of those over several lines: one in a hundred, on short lines with more corners.
    expect(judged.differences.length, judged.differences.slice(0, 20).join("\n")).toBeLessThanOrEqual(Math.ceil(judged.divided / (lineLength < 88 ? 100 : 400)));
    expect(judged.unknown).toBeLessThanOrEqual(judged.divided / 10);
  }, 300_000);
});
