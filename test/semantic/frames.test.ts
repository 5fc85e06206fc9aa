/**
 * Columns of frames: what is claimed of them is what pandas finds.
 *
 * Random programs (random_frames.py) are run by Python and interpreted here. After every line, every claim about a frame's or a
 * series' labels must agree with `list(df.columns)`; how much is claimed is asserted too. FRAMES_SEED and FRAMES_COUNT choose others.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { DocumentAnalysis } from "../../server/analysis/semantic/analysis.ts";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Columns, Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

type Real = string | number | { readonly repr: string };

/** What pandas finds under a name: a frame, a series or something else. */
type Described =
  | { readonly columns: readonly Real[]; readonly levels: number; readonly index: readonly (Real | null)[]; readonly name?: undefined }
  | { readonly name: Real | null; readonly index: readonly (Real | null)[]; readonly columns?: undefined }
  | { readonly other: string; readonly columns?: undefined; readonly name?: undefined };

interface Program {
  readonly seed: number;
  readonly lines: readonly { readonly source: string; readonly values: Readonly<Record<string, Described>> }[];
}

const seed = Number(process.env["FRAMES_SEED"] ?? 1);
const count = Number(process.env["FRAMES_COUNT"] ?? 300);

const hasPandas = pythonExists && spawnSync(python, ["-c", "import pandas"]).status === 0;

describe.skipIf(!hasPandas)("claims about columns", () => {
  it("agree with what pandas finds", () => {
    const shares = { frames: 0, typed: 0, claimed: 0, whole: 0, listed: 0, indexed: 0, series: 0, named: 0 };
    const wrong: string[] = [];
    for (const program of programs()) {
      const found = values(program);
      let isRight = true;
      program.lines.forEach(({ values: real }, line) => {
        for (const [name, described] of Object.entries(real)) {
          const value = found.get(`${line}:${name}`);
          if (!value) continue;
          const mistake = isRight ? mistakeIn(value, described) : undefined;
          if (mistake !== undefined) {
            // What is wrong once stays wrong on later lines.
            isRight = false;
            const source = program.lines.slice(0, line + 1).map((each) => each.source).join("\n");
            wrong.push(`seed ${program.seed}, ${name}: ${mistake}, claimed ${valueText(value)} ${JSON.stringify(value.data?.columns)}\n${JSON.stringify(described)}\n${source}`);
          }
          count_(shares, value, described);
        }
      });
    }
    const share = (part: number, of: number): string => `${((part / of) * 100).toFixed(1)} %`;
    const { frames, series } = shares;
    console.log(
      `${frames} frames: ${share(shares.typed, frames)} known as such, ${share(shares.claimed, frames)} with claims, ${share(shares.whole, frames)} whole, `
      + `${share(shares.listed, frames)} listed, ${share(shares.indexed, frames)} with index; ${series} series: ${share(shares.named, series)} named; ${wrong.length} programs with wrong claims`,
    );
    expect(wrong.slice(0, 12).join("\n\n")).toBe("");
    if (count < 100) return;
    // A third of the frames is read from files whose headers nobody knows, or has data for labels.
    expect(shares.claimed / frames).toBeGreaterThan(0.6);
    expect(shares.whole / frames).toBeGreaterThan(0.43);
  }, 1_200_000);
});

function count_(shares: Record<string, number>, value: Value, real: Described): void {
  const add = (name: string, isCounted: boolean): void => {
    shares[name] = (shares[name] ?? 0) + Number(isCounted);
  };
  const columns = value.data?.columns;
  if (real.columns) {
    add("frames", true);
    add("typed", isInstance(value, "pandas.DataFrame"));
    add("claimed", columns !== undefined && (columns.isWhole || columns.present.length + columns.absent.length > 0));
    add("whole", columns?.isWhole === true);
    add("listed", columns?.isWhole === true && columns.doubt === undefined);
    add("indexed", columns?.index !== undefined);
  } else if (real.name !== undefined) {
    add("series", true);
    add("named", columns?.isWhole === true);
  }
}

function isInstance({ type }: Value, name: string): boolean {
  return type?.kind === "instance" && type.name === name;
}

/** What is claimed and not so; `undefined`: everything that is claimed is right. */
function mistakeIn(value: Value, real: Described): string | undefined {
  const columns = value.data?.columns;
  // Types without content are the business of others.
  if (columns && isInstance(value, "pandas.DataFrame") && !real.columns) return "no frame";
  if (columns && columns.doubt === undefined && isInstance(value, "pandas.Series") && real.name === undefined) return "no series";
  if (!columns || (real.columns === undefined && real.name === undefined) || (isInstance(value, "pandas.Series") && real.columns)) return undefined;
  if (columns.index && !same(columns.index, real.index)) return "index";
  if (real.columns === undefined) return columns.isWhole && !same(columns.present, real.name === null ? [] : [real.name]) ? "name" : undefined;
  return labelMistake(columns, real.columns, real.levels);
}

function labelMistake({ present, absent, isWhole, doubt }: Columns, real: readonly Real[], levels: number): string | undefined {
  const isThere = (label: Real): boolean => real.some((each) => each === label || (levels > 1 && firstLevel(each) === label));
  if (levels > 1 && doubt !== "loose" && doubt !== "levels") return "levels";
  if (!present.every(isThere)) return "not there";
  if (absent.some(isThere)) return "not absent";
  if (isWhole && !real.every((each) => present.includes(levels > 1 ? (firstLevel(each) as string) : (each as string)))) return "there are others";
  if (!isWhole && doubt === undefined && new Set(real).size < real.length) return "repeated";
  if (!isWhole || doubt === "loose" || doubt === "levels") return undefined;
  if (doubt === "order") return real.length === present.length ? undefined : "repeated";
  return same(present, real) ? undefined : "another list";
}

/** The first label of a tuple that Python wrote, where that is a text. */
function firstLevel(label: Real): Real {
  const text = typeof label === "object" ? /^\('(?<text>[^']*)'/u.exec(label.repr)?.groups?.["text"] : undefined;
  return text ?? label;
}

function same(left: readonly (Real | null)[], right: readonly (Real | null)[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** The value of each name after each line: every line is followed by lines that only name them. */
function values(program: Program): ReadonlyMap<string, Value> {
  const marks = new Map<number, string>();
  const lines = ["import pandas as pd", "import numpy as np"];
  program.lines.forEach(({ source, values: real }, line) => {
    lines.push(...source.split("\n"));
    for (const name of Object.keys(real)) {
      marks.set(lines.length, `${line}:${name}`);
      lines.push(name);
    }
  });
  const source = `${lines.join("\n")}\n`;
  const document = Document.script("file:///program.py", source);
  const interpreter = createInterpreter({
    onFailure(error) {
      throw error;
    },
  });
  return valuesAt(document.units, interpreter.analyse(document.units), marks, lines);
}

function valuesAt(units: readonly Unit[], analysis: DocumentAnalysis, marks: ReadonlyMap<number, string>, lines: readonly string[]): ReadonlyMap<string, Value> {
  const found = new Map<string, Value>();
  const order = [...marks].sort(([a], [b]) => a - b);
  // Statements that only name a variable, in the order of the marks.
  const named = units.flatMap((unit) => unit.body.flatMap((node) => (node.kind === "Expr" && node.value.kind === "Name" ? [{ unit, node: node.value }] : [])));
  expect(named.length).toBe(order.length);
  named.forEach(({ unit, node }, index) => {
    const [line, mark] = order[index] ?? [0, ""];
    expect(lines[line]).toBe(node.id);
    const value = analysis.analysisOf(unit)?.valueOf(node);
    if (value) found.set(mark, value);
  });
  return found;
}

function programs(): readonly Program[] {
  const script = fileURLToPath(new URL("random_frames.py", import.meta.url));
  const run = spawnSync(python, [script, String(seed), String(count)], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly Program[];
}
