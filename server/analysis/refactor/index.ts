/** All refactorings, in the order in which menus and help show them. */
import { hoistImports } from "./hoist-imports.ts";
import { notebookToScript } from "./notebook-to-script.ts";
import { printToLogging } from "./print-to-logging.ts";
import type { Refactoring, RefactoringName } from "./refactoring.ts";
import { wrapInMainRefactoring } from "./wrap-in-main.ts";

export const refactorings: readonly Refactoring[] = [
  wrapInMainRefactoring,
  hoistImports,
  printToLogging,
  notebookToScript,
];

export function refactoringNamed(name: string): Refactoring | undefined {
  return refactorings.find((each) => each.name === (name as RefactoringName));
}
