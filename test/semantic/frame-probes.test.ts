/**
 * Columns of frames, operation by operation: frame_probes.py says how much has to be known after each line, Python what is so.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { valueText } from "../../server/analysis/semantic/value-text.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import { mistakeIn, values } from "./frame-claims.ts";
import type { Line } from "./frame-claims.ts";
import { python, pythonExists } from "../syntax/python-files.ts";

interface Probe extends Line {
  readonly failed: string | null;
}

const hasPandas = pythonExists && spawnSync(python, ["-c", "import pandas"]).status === 0;

describe.skipIf(!hasPandas)("operations on frames", () => {
  it("leave as much known as the probes say, and nothing that is not so", () => {
    const probes = run("frame_probes.py");
    const found = values(probes, []);
    const problems = probes.flatMap(({ source, values: real, failed }, line) => [
      ...(failed === null ? [] : [`fails: ${source}\n    ${failed}`]),
      ...Object.entries(real).flatMap(([name, described]) => {
        const value = found.get(`${String(line)}:${name}`);
        const problem = value ? mistakeIn(value, described) ?? missing(value, source) : "not reached";
        return problem === undefined ? [] : [`${problem}: ${source}\n    ${value ? valueText(value) : ""} ${JSON.stringify(described)}`];
      }),
    ]);
    expect(problems.join("\n")).toBe("");
  }, 120_000);
});

/** What should be known after a line and is not. */
function missing({ data }: Value, source: string): string | undefined {
  const columns = data?.columns;
  const grade = /# (?<grade>listed|whole|some|named)$/u.exec(source)?.groups?.["grade"];
  const isWhole = columns?.isWhole === true;
  const isKnown = grade === "listed" ? isWhole && columns.doubt === undefined : grade === "whole" || grade === "named" ? isWhole
    : grade !== "some" || (columns !== undefined && (isWhole || columns.present.length + columns.absent.length > 0));
  return isKnown ? undefined : `not ${grade ?? ""}`;
}

function run(name: string): readonly Probe[] {
  const path = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
  const ran = spawnSync(python, [path("run_frame_probes.py"), path(name)], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as readonly Probe[];
}
