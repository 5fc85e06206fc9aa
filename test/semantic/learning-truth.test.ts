/**
 * Roles of data held against what Python does: random programs split, filter, fit and transform rows that carry their numbers, and run. Every
 * claim "these rows are among those" and "fitted on these" must be true. SEAWORTHY_EDITS multiplies the number of programs.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Data, Rows, Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";
import { available, python } from "../execution/run-python.ts";

const seed = Number(process.env["SEAWORTHY_SEED"] ?? "1");
const count = Math.round(150 * Number(process.env["SEAWORTHY_EDITS"] ?? "1"));

interface Program {
  readonly seed: number;
  readonly source: string;
  readonly made: Readonly<Record<string, readonly Made[]>>;
  readonly shown: Readonly<Record<string, readonly Told[]>>;
  readonly exits: Readonly<Record<string, Told>> | null;
}

type Told = { readonly rows?: readonly number[]; readonly fits?: readonly (readonly number[] | null)[] } | null;
type Made = (NonNullable<Told> & {
  readonly parts?: readonly Told[];
  readonly pairs?: readonly (readonly (readonly number[])[])[] | null;
}) | null;

describe.skipIf(!available)("rows in random programs", () => {
  it("are those that are claimed", () => {
    let claims = 0;
    let roles = 0;
    let fits = 0;
    for (const program of programs()) {
      const document = Document.script("file:///program.py", program.source);
      const analysis = createInterpreter({
        onFailure(error) {
          throw error;
        },
      }).analyse(document.units);
      const check = (what: string, value: Value | undefined, told: Told | undefined): void => {
        if (!value?.data || !told) return;
        const mistake = disagreement(value.data, told, program, document);
        if (mistake !== undefined) expect.fail(`seed ${program.seed}: ${what} is ${valueText(value)}\n${mistake}\n${program.source}`);
        if (value.data.rows && told.rows) claims++;
        if (value.data.rows?.kind === "part" && told.rows) roles++;
        if (value.data.fits && told.fits) fits++;
      };
      for (const [name, told] of Object.entries(program.exits ?? {})) check(name, analysis.exitValue(name), told);
      for (const unit of analysis.units) {
        for (const event of unit.calls) {
          // What a function's body shows with open parameters holds for all its callers.
          if (event.target !== "builtins.print" || event.via.length > 0) continue;
          for (const told of program.shown[keyOf(document, { anchor: unit.unit.anchor, start: event.node.start, end: event.node.end })] ?? []) {
            check(`print at ${event.node.start}`, event.args[0]?.value, told);
          }
        }
      }
    }
    // Most frames are followed, and so are estimators.
    expect([claims > count * 4, roles > count * 2, fits > count], `${claims} claims about rows, ${roles} of parts, ${fits} about fits`).toEqual([true, true, true]);
  }, 600_000);
});

function programs(): readonly Program[] {
  const script = fileURLToPath(new URL("random_learning.py", import.meta.url));
  const run = spawnSync(python, [script, String(seed), String(count)], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly Program[];
}

function keyOf(document: Document, at: Place): string {
  const { start, end } = document.locate(at);
  return `${start}:${end}`;
}

/** What is wrong with a claim; `undefined` when all of it is true. */
function disagreement(data: Data, told: NonNullable<Told>, program: Program, document: Document): string | undefined {
  if (data.rows && told.rows && !areAmong(told.rows, data.rows, program, document)) return `rows are ${told.rows.join(" ")}`;
  if (!data.fits || !told.fits) return undefined;
  const { fits } = data;
  const wrong = told.fits.find((rows) => !fits.some((fit) => rows === null || !fit.rows || areAmong(rows, fit.rows, program, document)));
  if (wrong) return `fitted on ${wrong.join(" ")}`;
  if (fits.length > 0 && told.fits.length === 0) return "never fitted";
  if (fits.length === 0 && told.fits.length > 0) return "fitted";
  return undefined;
}

function areAmong(rows: readonly number[], claimed: Rows, program: Program, document: Document): boolean {
  const at = claimed.kind === "whole" ? claimed.source : claimed.split;
  const results = program.made[keyOf(document, at)] ?? [];
  if (claimed.kind === "part" && claimed.of && !areAmong(rows, claimed.of, program, document)) return false;
  return results.some((made) => {
    if (claimed.kind === "part" && claimed.part === "rest") return made?.rows === undefined || rows.every((row) => !made.rows?.includes(row));
    const side = sideOf(made, claimed);
    return !side || rows.every((row) => side.includes(row));
  });
}

/** The rows that the split gave for this part; `undefined` where it gave none that are known (positions). */
function sideOf(made: Made, claimed: Rows): readonly number[] | undefined {
  if (claimed.kind === "whole" || claimed.part === "some") return made?.rows;
  const offset = claimed.part === "test" ? 1 : 0;
  if (made?.pairs) return made.pairs.flatMap((pair) => pair[offset] ?? []);
  const parts = (made?.parts ?? []).filter((_, index) => index % 2 === offset || claimed.part === "fold");
  return parts.some((part) => part?.rows) ? parts.flatMap((part) => part?.rows ?? []) : undefined;
}
