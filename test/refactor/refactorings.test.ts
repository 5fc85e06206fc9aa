/** The literate fixtures of refactorings beside this file. */
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";
import { refactorings } from "../../server/analysis/refactor/index.ts";
import { testRefactoring } from "./harness.ts";

const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".md")).map((name) => basename(name, ".md"));

test("every refactoring has fixtures", () => {
  expect(refactorings.map(({ name }) => name).filter((name) => !names.includes(name))).toEqual([]);
});

for (const name of names) testRefactoring(name);
