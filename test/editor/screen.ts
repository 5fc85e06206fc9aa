/**
 * The main job as a person does it, in a real VS Code with the VSIX installed: see the squiggle, open the Problems
 * panel, fix by keyboard, save, complete a feature name; the same in a notebook. Looks at the screen and at the files on
 * disk, never inside the extension. Every step leaves a picture in test/artifacts.
 */
import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator } from "playwright-core";
import { launchBrowser, newScreen } from "./browser.ts";
import { startCodeServer } from "./code-server.ts";
import { projectFolder } from "./pieces.ts";
import { featureSteps } from "./screen-features.ts";
import { refactoringSteps } from "./screen-refactoring.ts";
import { eventually, story, type Outcome, type Test } from "./report.ts";
import { chooseByKeyboard, completion, editorFocus, goTo, openFile, openWorkbench, problems, quickFix, runCommand, squiggles } from "./workbench.ts";

const stepLimit = 90_000;

export async function runOnScreen(workspace: string): Promise<Outcome[]> {
  const server = await startCodeServer({ install: [join(projectFolder, "seaworthy.vsix")] });
  const browser = await launchBrowser();
  try {
    const screen = await newScreen(browser);
    const { page, picture } = screen;
    const onDisk = (name: string): string => readFileSync(join(workspace, name), "utf8");
    const diskBecomes = (name: string, holds: (text: string) => boolean, what: string): Promise<unknown> =>
      eventually(() => holds(onDisk(name)), `${name} on disk: ${what}`, 10_000);
    const cellWith = (text: string): Locator => page.locator(".notebookOverlay .code-cell-row", { hasText: text }).first();

    const script: readonly Test[] = [
      {
        name: "the workbench opens the folder",
        run: async () => { await openWorkbench(page, `${server.base}/?folder=${encodeURIComponent(workspace)}`); },
      },
      {
        name: "squiggles appear in a script",
        run: async () => {
          await openFile(page, "customers.py");
          await squiggles(page, "error").first().waitFor({ timeout: 30_000 });
          await eventually(async () => (await squiggles(page, "error").count()) === 2, "two squiggles");
          await picture("1-squiggles");
        },
      },
      {
        name: "the Problems panel lists them with rule and source",
        run: async () => {
          await runCommand(page, "Problems: Focus on Problems View");
          await problems(page, "nan-comparison").first().waitFor();
          await problems(page, "unverified-tls").first().waitFor();
          const text = await problems(page, "nan-comparison").first().innerText();
          if (!text.includes("seaworthy")) throw new Error(`no source in "${text}"`);
          await picture("2-problems");
          await problems(page, "nan-comparison").first().dblclick({ position: { x: 90, y: 8 } }); // not on the link to the rule
          await editorFocus(page);
        },
      },
      {
        name: "a quick fix taken by keyboard repairs the line, and the saved file is right",
        run: async () => {
          await goTo(page, 8, 32);
          const fix = await quickFix(page, /isna/);
          await picture("3-quick-fix");
          await chooseByKeyboard(page, fix);
          await page.locator(".monaco-editor .view-line", { hasText: "isna()" }).first().waitFor();
          await eventually(async () => (await squiggles(page, "error").count()) === 1, "one squiggle left");
          await page.keyboard.press("Control+S");
          const expected = template("customers.py").replace('customers["age"] == np.nan', 'customers["age"].isna()');
          await diskBecomes("customers.py", (text) => text === expected, "repaired and otherwise unchanged");
          await picture("4-fixed");
        },
      },
      {
        name: "a feature name is completed inside the call and saved",
        run: async () => {
          await openFile(page, "scoring.py");
          await squiggles(page, "error").first().waitFor({ timeout: 30_000 });
          await goTo(page, 7, 69 + 2);
          // Behind the last reference: one more, typed up to the colon.
          await page.keyboard.press("End");
          await page.keyboard.press("ArrowLeft");
          await page.keyboard.press("ArrowLeft");
          await page.keyboard.type(', "customer_usage:', { delay: 30 });
          const item = await completion(page, "data_gb_30d");
          await picture("5-completion");
          await item.click();
          await page.locator(".monaco-editor .view-line", { hasText: "customer_usage:data_gb_30d" }).first().waitFor();
          await page.keyboard.press("Control+S");
          await diskBecomes("scoring.py", (text) => text.includes('"customer_usage:suport_calls_30d", "customer_usage:data_gb_30d"],'), "the reference is complete");
        },
      },
      ...featureSteps(page, picture),
      {
        name: "squiggles appear in notebook cells",
        run: async () => {
          await openFile(page, "book.ipynb");
          await cellWith("np.nan").locator(".squiggly-error").first().waitFor({ timeout: 30_000 });
          await page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("h1", { hasText: "Customers" }).waitFor({ timeout: 30_000 });
          await picture("6-notebook");
        },
      },
      {
        name: "a quick fix taken by keyboard repairs a cell",
        run: async () => {
          await cellWith("np.nan").locator(".view-line", { hasText: "np.nan" }).click();
          await page.keyboard.press("Home");
          for (let step = 0; step < 14; step++) await page.keyboard.press("ArrowRight");
          const fix = await quickFix(page, /isna/);
          await picture("7-notebook-quick-fix");
          await chooseByKeyboard(page, fix);
          await cellWith("isna()").waitFor();
        },
      },
      {
        name: "a feature name is completed in a cell, and the saved notebook differs in those lines only",
        run: async () => {
          // Only cells in view exist on the page: go to the last one first.
          await page.keyboard.press("Escape");
          await page.keyboard.press("Control+End");
          await cellWith("get_online_features").locator(".view-line", { hasText: "minutes_30d" }).click();
          await page.keyboard.press("End");
          await page.keyboard.press("ArrowLeft");
          await page.keyboard.press("ArrowLeft");
          await page.keyboard.type(', "customer_usage:', { delay: 30 });
          const item = await completion(page, "support_calls_30d");
          await picture("8-notebook-completion");
          await item.click();
          await cellWith("customer_usage:support_calls_30d").waitFor();
          await page.keyboard.press("Control+S");
          const expected = template("book.ipynb")
            .replace('"execution_count": 2,\n   "id": "load"', '"execution_count": null,\n   "id": "load"') // VS Code's own: edited since it ran
            .replace('customers[\\"age\\"] == np.nan', 'customers[\\"age\\"].isna()')
            .replace('"    features=[\\"customer_usage:minutes_30d\\"],', '"    features=[\\"customer_usage:minutes_30d\\", \\"customer_usage:support_calls_30d\\"],');
          await diskBecomes("book.ipynb", (text) => text.includes("customer_usage:support_calls_30d"), "saved");
          // VS Code writes the keys in an order of its own.
          deepEqual(JSON.parse(onDisk("book.ipynb")), JSON.parse(expected));
          await picture("9-notebook-saved");
        },
      },
      ...refactoringSteps(page, workspace, picture),
      {
        name: "the workbench asked for nothing outside this machine",
        run: () => {
          // Addresses of web views, which their service worker answers.
          const asked = screen.foreign.filter((address) => !/^https:\/\/[\w.+-]+\.vscode-cdn\.net\//.test(address));
          if (asked.length > 0) throw new Error(asked.slice(0, 5).join("\n"));
          return Promise.resolve();
        },
      },
    ];
    const onFailure = async (name: string): Promise<void> => {
      await picture(`failed-screen-${name.replace(/\W+/g, "-").slice(0, 40)}`);
      console.log([...screen.said.slice(-30), server.logs()].join("\n"));
    };
    // `run.ts screen refactorings`, `run.ts screen features`: for working on those.
    const parts: Readonly<Record<string, readonly Test[]>> = { refactorings: refactoringSteps(page, workspace, picture), features: featureSteps(page, picture) };
    const part = parts[process.argv[3] ?? ""];
    const chosen = part ? [...script.slice(0, 1), ...part] : script;
    return await story(chosen, stepLimit, onFailure);
  } finally {
    await browser.close();
    await server.stop();
  }
}

function template(name: string): string {
  return readFileSync(join(projectFolder, "test/editor/workspace", name), "utf8");
}
