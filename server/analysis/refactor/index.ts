/** All refactorings, in the order in which menus and help show them. */
import type { Refactoring, RefactoringName } from "./refactoring.ts";
import { wrapInMainRefactoring } from "./wrap-in-main.ts";

export const refactorings: readonly Refactoring[] = [
  wrapInMainRefactoring,
];

export function refactoringNamed(name: string): Refactoring | undefined {
  return refactorings.find((each) => each.name === (name as RefactoringName));
}
