/**
 * A call as a statement, laid out as Ruff's formatter would: on one line, else its arguments on one, else each on its own.
 *
 *     logger.info("rows: %s", len(df))
 *
 *     logger.info(
 *         "rows: %s of %s", len(df), len(everything_that_was_there)
 *     )
 */
import type { Layout } from "./layout.ts";
import { width } from "./write-function.ts";

/** @param column where the call begins, which may be behind other code of its line */
export function callStatement(callee: string, given: readonly string[], { lineLength, step }: Layout, indent: string, column: number): string {
  const line = `${callee}(${given.join(", ")})`;
  const isLong = given.some((each) => each.includes("\n"));
  if (!isLong && Math.max(column, width(indent)) + width(line) <= lineLength) return line;
  const together = `${indent}${step}${given.join(", ")}`;
  // Nothing is gained by a line of its own for one word that is too long for any.
  if (!isLong && width(together) <= lineLength) return `${callee}(\n${together}\n${indent})`;
  if (given.length === 1 && !isLong) return `${callee}(\n${together}\n${indent})`;
  return `${callee}(\n${given.map((each) => `${indent}${step}${each},\n`).join("")}${indent})`;
}
