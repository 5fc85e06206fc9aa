/**
 * Columns of frames: what is claimed of them is what pandas finds.
 *
 * Random programs (random_frames.py) are run by Python and interpreted here. After every line, every claim about a frame's or a
 * series' labels must agree with `list(df.columns)`; how much is claimed is asserted too. FRAMES_SEED and FRAMES_COUNT choose others.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import { isInstance, mistakeIn, values } from "./frame-claims.ts";
import type { Described, Line } from "./frame-claims.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

interface Program {
  readonly seed: number;
  readonly lines: readonly Line[];
}

const seed = Number(process.env["FRAMES_SEED"] ?? 1);
const count = Number(process.env["FRAMES_COUNT"] ?? 300);

const imports = [
  "import pandas as pd", "import numpy as np", "from sklearn.compose import ColumnTransformer", "from sklearn.impute import SimpleImputer", "from sklearn.pipeline import make_pipeline",
  "from sklearn.preprocessing import MinMaxScaler, StandardScaler",
];

const hasPandas = pythonExists && spawnSync(python, ["-c", "import pandas"]).status === 0;

describe.skipIf(!hasPandas)("claims about columns", () => {
  it("agree with what pandas finds", () => {
    const shares = { frames: 0, typed: 0, claimed: 0, whole: 0, listed: 0, indexed: 0, series: 0, named: 0 };
    const wrong: string[] = [];
    for (const program of programs()) {
      const found = values(program.lines, imports);
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

function programs(): readonly Program[] {
  const script = fileURLToPath(new URL("random_frames.py", import.meta.url));
  const run = spawnSync(python, [script, String(seed), String(count)], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly Program[];
}
