/**
 * What refactorings write is laid out as Ruff's formatter would, and has nothing that Ruff's default rules find: of sources that were so
 * before, formatted by Ruff itself, and statements and refactorings chosen at random. The real Ruff judges.
 *
 * With SEAWORTHY_WILD=3 also every third example of scikit-learn and statsmodels that is there.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { extractFunction } from "../../server/analysis/refactor/extract-function.ts";
import { introduceConfiguration } from "../../server/analysis/refactor/introduce-configuration.ts";
import { notebookToScript } from "../../server/analysis/refactor/notebook-to-script.ts";
import { printToLogging } from "../../server/analysis/refactor/print-to-logging.ts";
import type { Refactoring, RefactoringOptions } from "../../server/analysis/refactor/refactoring.ts";
import { splitIntoSteps } from "../../server/analysis/refactor/split-into-steps.ts";
import { wrapInMainRefactoring } from "../../server/analysis/refactor/wrap-in-main.ts";
import { random } from "../harness/random.ts";
import { chooseSelection } from "./chosen-selections.ts";
import { documentOf, perform, targetOf } from "./perform.ts";
import { ownPrograms } from "./programs.ts";
import type { NamedProgram } from "./programs.ts";
import { ruff, ruffComplaints, ruffFormatted } from "./ruff.ts";
import type { Pair } from "./ruff.ts";

/** Out of a hundred. */
const mostComplaints = 2;
const selectionsPerProgram = 12;

function wild(): readonly NamedProgram[] {
  const step = Number(process.env["SEAWORTHY_WILD"] ?? 0);
  const folder = join(import.meta.dirname, "../../.cache/examples");
  if (step === 0 || !existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".py")).sort();
  return files.filter((_, index) => index % step === 0).map((name) => ({ name, source: readFileSync(join(folder, name), "utf8") }));
}

describe.runIf(existsSync(ruff))("what is written is as Ruff has it", () => {
  const given = [...ownPrograms(), ...wild()];
  const formatted = ruffFormatted(given.map(({ source }) => source));
  const programs = given.map(({ name }, index): NamedProgram => ({ name, source: formatted[index] ?? "" }));

  function judge(what: string, pairs: readonly Pair[]): void {
    const complaints = ruffComplaints(pairs);
    const layout = complaints.filter((text) => text.includes("not as Ruff formats it"));
    process.stdout.write(`${what}: ${String(pairs.length)} results, ${String(layout.length)} laid out otherwise, ${String(complaints.length - layout.length)} with findings\n`);
    if (process.env["SEAWORTHY_COMPLAINTS"] !== undefined) process.stdout.write(`${complaints.join("\n")}\n`);
    expect(pairs.length).toBeGreaterThan(10);
    expect(complaints.length, complaints.join("\n")).toBeLessThanOrEqual(Math.floor((pairs.length * mostComplaints) / 100));
  }

  test("extract-function", () => {
    judge("extract-function", programs.flatMap(({ name, source }): readonly Pair[] => {
      const numbers = random([...name].reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) | 0, 11));
      return Array.from({ length: selectionsPerProgram }, (_, round) => round).flatMap((round): readonly Pair[] => {
        const document = documentOf(source);
        const chosen = chooseSelection(document, numbers);
        if (chosen.length === 0) return [];
        const done = perform(extractFunction, targetOf(document, chosen));
        return done.kind === "refused" ? [] : [{ title: `${name}, selection ${String(round)}`, before: source, after: typeof source === "string" ? (done.texts[0] ?? "") : done.texts }];
      });
    }));
  }, 600_000);

  const whole: readonly (readonly [Refactoring, RefactoringOptions])[] = [
    [splitIntoSteps, {}], [splitIntoSteps, { logging: true }], [wrapInMainRefactoring, {}], [introduceConfiguration, {}], [printToLogging, {}], [notebookToScript, {}],
  ];
  test.each(whole.map(([refactoring, options]) => [`${refactoring.name}${options.logging === true ? " --logging" : ""}`, refactoring, options] as const))("%s", (what, refactoring, options) => {
    judge(what, programs.flatMap(({ name, source }): readonly Pair[] => {
      const document = documentOf(source);
      const cells = typeof source === "string" ? [source] : source;
      const done = perform(refactoring, targetOf(document, cells.map((text, cell) => ({ cell, start: 0, end: text.length }))), options);
      if (done.kind === "refused") return [];
      const made = (done.change.created ?? []).filter(({ uri }) => uri.endsWith(".py")).map(({ uri, text }) => ({ title: `${name}, ${uri}`, before: source, after: text }));
      return [...made, { title: name, before: source, after: typeof source === "string" ? (done.texts[0] ?? "") : done.texts }];
    }));
  }, 600_000);
});
