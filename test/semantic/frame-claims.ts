/**
 * Programs that Python ran, held against what the analysis claims of the labels of their frames and series.
 *
 *     df = pd.DataFrame({"a": [1]})     Python: columns ["a"], one level, index [null]
 *     df.insert(0, "b", 1)              Python: columns ["b", "a"]; claimed ["a", "b"] in this order: "another list"
 *
 * Every line is followed by lines that only name the variables: their values are what is held against it.
 */
import { expect } from "vitest";
import type { DocumentAnalysis } from "../../server/analysis/semantic/analysis.ts";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import type { Columns, Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";

export type Real = string | number | { readonly repr: string };

/** What pandas finds under a name: a frame, a series or something else. */
export type Described =
  | { readonly columns: readonly Real[]; readonly levels: number; readonly index: readonly (Real | null)[]; readonly name?: undefined }
  | { readonly name: Real | null; readonly index: readonly (Real | null)[]; readonly columns?: undefined }
  | { readonly other: string; readonly columns?: undefined; readonly name?: undefined };

export interface Line {
  readonly source: string;
  readonly values: Readonly<Record<string, Described>>;
}

export function isInstance({ type }: Value, name: string): boolean {
  return type?.kind === "instance" && type.name === name;
}

/** What is claimed and not so; `undefined`: everything that is claimed is right. */
export function mistakeIn(value: Value, real: Described): string | undefined {
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

/** The first label of a tuple that Python wrote, where that is a text or an integer. */
function firstLevel(label: Real): Real {
  const { text, quoted, number } = (typeof label === "object" ? /^\((?:'(?<text>[^']*)'|"(?<quoted>[^"]*)"|(?:np\.int64\()?(?<number>-?\d+)\)?),/u.exec(label.repr)?.groups : undefined) ?? {};
  return text ?? quoted ?? (number === undefined ? label : Number(number));
}

function same(left: readonly (Real | null)[], right: readonly (Real | null)[]): boolean {
  return left.length === right.length && left.every((each, index) => each === right[index]);
}

/** The value of each name after each line, under `line:name`. */
export function values(program: readonly Line[], imports: readonly string[]): ReadonlyMap<string, Value> {
  const marks = new Map<number, string>();
  const lines = [...imports];
  program.forEach(({ source, values: real }, line) => {
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
