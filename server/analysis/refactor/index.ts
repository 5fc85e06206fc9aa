/** All refactorings, in the order in which menus and help show them. */
import { extractDuplicate } from "./extract-duplicate.ts";
import { extractFunction } from "./extract-function.ts";
import { hoistImports } from "./hoist-imports.ts";
import { introduceConfiguration } from "./introduce-configuration.ts";
import { introduceParameter } from "./introduce-parameter.ts";
import { moveToModule } from "./move-to-module.ts";
import { notebookToModule } from "./notebook-to-module.ts";
import { notebookToScript } from "./notebook-to-script.ts";
import { printToLogging } from "./print-to-logging.ts";
import { promoteToFeature } from "./promote-to-feature.ts";
import type { Refactoring, RefactoringName } from "./refactoring.ts";
import { splitIntoSteps } from "./split-into-steps.ts";
import { wrapInMainRefactoring } from "./wrap-in-main.ts";

export const refactorings: readonly Refactoring[] = [
  extractFunction,
  extractDuplicate,
  splitIntoSteps,
  wrapInMainRefactoring,
  introduceParameter,
  introduceConfiguration,
  hoistImports,
  printToLogging,
  promoteToFeature,
  moveToModule,
  notebookToModule,
  notebookToScript,
];

export function refactoringNamed(name: string): Refactoring | undefined {
  return refactorings.find((each) => each.name === (name as RefactoringName));
}
