/**
 * Refactorings as a person does them: a selection becomes a function that is named at once; three cells go to a module, and one undo
 * brings them back. Each is looked at before it is made.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "playwright-core";
import { eventually, type Test } from "./report.ts";
import { editorFocus, goTo, openFile, squiggles, startCommand } from "./workbench.ts";

export function refactoringSteps(page: Page, workspace: string, picture: (name: string) => Promise<unknown>): readonly Test[] {
  const cellWith = (text: string): Locator => page.locator(".notebookOverlay .code-cell-row", { hasText: text }).first();
  const line = (text: string): Locator => page.locator(".monaco-editor .view-line", { hasText: text }).first();
  const onDisk = (name: string): string => (existsSync(join(workspace, name)) ? readFileSync(join(workspace, name), "utf8") : "");
  /** The page with the texts before and after, and the question above it. */
  const preview = async (text: string, name: string): Promise<void> => {
    await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Apply" }).first().waitFor({ timeout: 15_000 });
    await page.locator(".multiDiffEditor .view-line", { hasText: text }).first().waitFor({ timeout: 15_000 });
    await page.waitForTimeout(500);
    await picture(name);
  };
  return [
    {
      name: "statements become a function by the refactor menu, and its name is asked for at once",
      run: async () => {
        await openFile(page, "adults.py");
        // When this is the first file of all, the server is not there before its finding is.
        await squiggles(page, "warning").filter({ visible: true }).first().waitFor({ timeout: 30_000 });
        await goTo(page, 4, 1);
        await page.keyboard.press("Shift+ArrowDown");
        await page.keyboard.press("Shift+End");
        await page.waitForTimeout(1000);
        await page.keyboard.press("Control+Shift+R");
        const action = page.locator(".action-widget .monaco-list-row.action", { hasText: "Extract 2 statements into a function" }).first();
        await action.waitFor({ timeout: 15_000 });
        await picture("10-refactor-menu");
        await action.click();
        await preview("customers is a parameter: read in line", "11-preview");
        await page.keyboard.press("Enter");
        const input = page.locator(".rename-box .rename-input");
        await input.waitFor({ timeout: 15_000 });
        await picture("12-extracted");
        await input.fill("mean_age");
        await page.keyboard.press("Enter");
        await line("def mean_age(").waitFor();
        await line("mean = mean_age(customers)").waitFor();
        await picture("13-renamed");
        await editorFocus(page);
        await page.keyboard.press("Control+S");
        await eventually(() => onDisk("moving/adults.py").includes("def mean_age(customers: pd.DataFrame)"), "the saved script");
      },
    },
    {
      name: "three cells go to a module, which is imported",
      run: async () => {
        await openFile(page, "doubles.ipynb");
        await cellWith("LIMIT = 3").waitFor({ timeout: 30_000 });
        // Beside the text: the cells are selected, none is edited.
        await cellWith("LIMIT = 3").locator(".cell-focus-indicator-left").click();
        await cellWith("values = [").locator(".cell-focus-indicator-left").click({ modifiers: ["Shift"] });
        await page.waitForTimeout(500);
        await picture("14-three-cells");
        await startCommand(page, "Seaworthy: Move Cells to a Module");
        await preview("# %%", "15-preview");
        await page.keyboard.press("Escape");
        await page.locator(".quick-input-widget .monaco-list-row", { hasText: "Apply" }).first().waitFor({ state: "hidden" });
        if (existsSync(join(workspace, "moving/doubles.py"))) throw new Error("what was called off was done");
        await cellWith("LIMIT = 3").waitFor();
        await startCommand(page, "Seaworthy: Move Cells to a Module");
        await preview("# %%", "16-preview-again");
        // They are selected still.
        await page.locator(".quick-input-widget", { hasText: "Move 3 cells to a module" }).waitFor({ timeout: 5000 });
        await page.keyboard.press("Enter");
        await cellWith("from doubles import").waitFor({ timeout: 15_000 });
        await eventually(() => onDisk("moving/doubles.py").includes("def double(x):"), "the module on disk");
        await page.waitForTimeout(500);
        await picture("17-moved");
        if ((await cellWith("def double").count()) > 0) throw new Error("the function is still in the notebook");
      },
    },
    {
      name: "one undo brings the cells back and takes the module away, and redo does it again",
      run: async () => {
        // From a cell behind them; not inside its text, where undo is about that cell alone.
        await cellWith("print(values").locator(".cell-focus-indicator-left").click();
        await page.waitForTimeout(500);
        await page.keyboard.press("Control+Z");
        const shown = async (): Promise<string> => (await page.locator(".notebookOverlay .code-cell-row .view-lines").allInnerTexts()).join("\n").replaceAll("\u00a0", " ");
        const all = ["import math", "LIMIT = 3", "def double(x):", "    return min(2 * x, LIMIT)", "values = [double(x) for x in range(4)]", "root = math.sqrt(sum(values))"];
        try {
          // Cells of a notebook behind it are on the page, too; the last cell need not be: it may lie below what is in view.
          await eventually(async () => (await shown()).includes(all.join("\n")), "the code cells as they were", 10_000);
        } catch (error) {
          throw new Error(`the notebook shows\n${await shown()}`, { cause: error });
        }
        await eventually(() => onDisk("moving/doubles.py") === "", "the module is gone", 10_000);
        await picture("18-undone");
        await page.keyboard.press("Control+Y");
        await cellWith("from doubles import").waitFor({ timeout: 10_000 });
        await eventually(() => onDisk("moving/doubles.py").includes("def double(x):"), "the module is there again", 10_000);
        await picture("19-redone");
      },
    },
  ];
}
