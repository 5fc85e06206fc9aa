/**
 * Soundness: what is claimed of a variable or an expression is what Python finds in it.
 *
 * Random programs (random_programs.py) are run by Python and interpreted here. Every claim about a name at the end, and about an
 * expression whenever it was evaluated, down to the elements of containers, must agree. How much is claimed is asserted too: an interpreter
 * that knows nothing is sound.
 *
 *     PROGRAM_SEED=1000 PROGRAM_COUNT=5000 PROGRAM_ALL=1 npx vitest run test/semantic/soundness.test.ts     others, more, and all that is wrong
 */
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import type { Expression, Node } from "../../server/analysis/syntax/nodes.ts";
import { walk } from "../../server/analysis/syntax/walk.ts";
import { python, pythonExists } from "../syntax/python-files.ts";
import type { Real } from "./agreement.ts";
import { agrees } from "./agreement.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";

interface Program {
  readonly seed: number;
  readonly source: string;
  /** At the end; `null` when the program did not come to its end. */
  readonly values: Readonly<Record<string, Real>> | null;
  /** By `start:end`: what the expression was, each time that it was evaluated. */
  readonly expressions: Readonly<Record<string, readonly Real[]>>;
}

const seed = Number(process.env["PROGRAM_SEED"] ?? 1);
const count = Number(process.env["PROGRAM_COUNT"] ?? 300);

describe.skipIf(!pythonExists)("claims about values", () => {
  it("agree with what Python finds", async () => {
    let atEnd = 0;
    let atExpressions = 0;
    let ended = 0;
    const wrong: string[] = [];
    for await (const program of programs()) {
      const document = Document.script("file:///program.py", program.source);
      const interpreter = createInterpreter({
        onFailure(error) {
          throw error;
        },
      });
      const analysis = interpreter.analyse(document.units);
      if (program.values) ended++;
      for (const [name, real] of Object.entries(program.values ?? {})) {
        const value = analysis.exitValue(name);
        if (!isClaim(value)) continue;
        atEnd++;
        if (!agrees(value, real)) wrong.push(`seed ${program.seed}: at the end ${name} is ${JSON.stringify(real)}, not ${valueText(value)}`);
      }
      for (const unit of analysis.units) {
        const { anchor, body } = unit.unit;
        walk(body, (node: Node) => {
          const reals = program.expressions[`${anchor.offset + node.start}:${anchor.offset + node.end}`];
          const value = reals ? unit.valueOf(node as Expression) : undefined;
          if (!reals || !isClaim(value)) return;
          atExpressions++;
          const other = reals.find((real) => !agrees(value, real));
          if (!other) return;
          const line = document.sourceOf(anchor.cell).positionAt(anchor.offset + node.start).line + 1;
          wrong.push(`seed ${program.seed}: in line ${line} ${unit.unit.text.slice(node.start, node.end)} is ${JSON.stringify(other)}, not ${valueText(value)}`);
        });
      }
      if (wrong.length > 0 && !showsAll) expect.fail(`${wrong.join("\n")}\n\n${program.source}`);
    }
    if (showsAll) console.log(`${count} programs, ${ended} ended; claims: ${atEnd} at the end, ${atExpressions} at expressions; wrong: ${wrong.length}\n${wrong.join("\n")}`);
    expect(wrong).toEqual([]);
    // The programs are hostile: most of what they do to their names cannot be known.
    expect(ended).toBeGreaterThan(count / 4);
    expect(atEnd).toBeGreaterThan(count / 2);
    expect(atExpressions).toBeGreaterThan(count * 50);
  }, 1_200_000);
});

/** Goes on after a wrong claim and lists all. */
const showsAll = process.env["PROGRAM_ALL"] !== undefined;

function isClaim(value: Value | undefined): value is Value {
  return value?.type !== undefined || value?.constant !== undefined;
}

async function* programs(): AsyncGenerator<Program> {
  const script = fileURLToPath(new URL("random_programs.py", import.meta.url));
  const run = spawn(python, [script, String(seed), String(count)], { stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise<number | null>((resolve) => run.on("close", resolve));
  for await (const line of createInterface({ input: run.stdout })) yield JSON.parse(line) as Program;
  expect(await ended).toBe(0);
}
