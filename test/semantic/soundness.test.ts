/**
 * Soundness: what is claimed of a variable is what Python finds in it.
 *
 * Random programs (random_programs.py) are run by Python and interpreted here; every claim about a name at the end, down to the
 * elements of its containers, must agree. How much is claimed is asserted too: an interpreter that knows nothing is sound.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { createInterpreter } from "../../server/analysis/semantic/interpreter.ts";
import type { Value } from "../../server/analysis/semantic/value.ts";
import { Document } from "../../server/analysis/syntax/document.ts";
import { python, pythonExists } from "../syntax/python-files.ts";
import { valueText } from "../../server/analysis/semantic/value-text.ts";

/** `[type, content]`; `["deep"]` and `["other"]` have no content that is compared. */
type Real = readonly [kind: string, content?: unknown];

interface Program {
  readonly seed: number;
  readonly source: string;
  readonly values: Readonly<Record<string, Real>>;
}

const seed = Number(process.env["PROGRAM_SEED"] ?? 1);
const count = Number(process.env["PROGRAM_COUNT"] ?? 150);

describe.skipIf(!pythonExists)("claims about values", () => {
  it("agree with what Python finds", () => {
    let claims = 0;
    for (const program of programs()) {
      const document = Document.script("file:///program.py", program.source);
      const interpreter = createInterpreter({
        onFailure(error) {
          throw error;
        },
      });
      const analysis = interpreter.analyse(document.units);
      for (const [name, real] of Object.entries(program.values)) {
        const value = analysis.exitValue(name);
        if (!value || (!value.type && !value.constant)) continue;
        claims++;
        if (!agrees(value, real)) expect.fail(`seed ${program.seed}: ${name} is ${JSON.stringify(real)}, not ${valueText(value)}\n${program.source}`);
      }
    }
    // The programs are hostile: most of what they do to their names cannot be known.
    expect(claims).toBeGreaterThan(count / 2);
  }, 600_000);
});

function programs(): readonly Program[] {
  const script = fileURLToPath(new URL("random_programs.py", import.meta.url));
  const run = spawnSync(python, [script, String(seed), String(count)], { encoding: "utf8", maxBuffer: 1 << 28 });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as readonly Program[];
}

function agrees(value: Value, [kind, content]: Real): boolean {
  if (kind === "deep") return true;
  const { constant, type } = value;
  if (type?.kind === "union") return type.members.some((each) => agrees(each, [kind, content]));
  switch (constant?.kind) {
    case "none":
      return kind === "NoneType";
    case "bool":
      return kind === "bool" && content === constant.value;
    case "number":
      return kind === "int" && content === constant.value;
    case "text": {
      if (kind !== "str" || typeof content !== "string") return type === undefined;
      const pattern = constant.pieces.map((piece) => (piece.kind === "literal" ? escaped(piece.text) : "[^]*")).join("");
      return new RegExp(`^${pattern}$`, "u").test(content);
    }
    default:
      break;
  }
  const items = Array.isArray(content) ? (content as readonly Real[]) : [];
  switch (type?.kind) {
    case "instance":
      if (type.name === "builtins.int" && kind === "bool") return true;
      return kind === "other" ? !plainTypes.has(type.name) : type.name === `builtins.${kind}`;
    case "list":
    case "tuple":
      return kind === type.kind && items.length === type.elements.length && type.elements.every((each, index) => agrees(each, items[index] ?? ["missing"]));
    case "sequence":
      return type.name === `builtins.${kind}` ? items.every((each) => agrees(type.element, each)) : kind === "other" && !plainTypes.has(type.name);
    case "dict": {
      const pairs = items as unknown as readonly (readonly [Real, Real])[];
      if (kind !== "dict" || (!type.open && pairs.length !== type.entries.length)) return false;
      return type.entries.every((entry) => pairs.some(([key, each]) => agrees(entry.key, key) && agrees(entry.value, each)));
    }
    case undefined:
      return true;
    default:
      return kind === "other";
  }
}

const plainTypes = new Set(["builtins.str", "builtins.int", "builtins.bool", "builtins.list", "builtins.tuple", "builtins.dict", "builtins.NoneType"]);

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");
}
