import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

test("index, pages and schema follow the rules; else the command that brings them up to date is printed", () => {
  const root = join(import.meta.dirname, "..");
  const run = (): string => execFileSync(process.execPath, ["--import", "tsx", "scripts/generate.ts", "--check"], { cwd: root, encoding: "utf8", stdio: "pipe" });
  expect(run).not.toThrow();
}, 60_000);
