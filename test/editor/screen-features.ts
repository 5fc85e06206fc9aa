/**
 * Features as a person meets them: looked at from the code that names them and from their own view, renamed with a look at what that
 * changes, followed from the table that they come from to the model that they go into.
 */
import type { FrameLocator, Locator, Page } from "playwright-core";
import { eventually, type Test } from "./report.ts";
import { goTo, openFile, runCommand, startCommand } from "./workbench.ts";

export function featureSteps(page: Page, picture: (name: string) => Promise<unknown>): readonly Test[] {
  const activeTab = (name: string): Locator => page.locator(`.tabs-container .tab[data-resource-name="${name}"].active`);
  const row = (text: string): Locator => page.locator(".pane-body .monaco-list-row", { hasText: text }).first();
  const panel = (): FrameLocator => page.locator("iframe.webview.ready").last().contentFrame().locator("iframe#active-frame").contentFrame();
  const minutes = { line: 11, column: 38 };
  return [
    {
      name: "hovering a feature tells what it is",
      run: async () => {
        await openFile(page, "training.py");
        await page.locator(".monaco-editor .view-line", { hasText: "minutes_30d" }).first().waitFor();
        await goTo(page, minutes.line, minutes.column);
        const hover = page.locator(".monaco-hover", { hasText: "Minutes called in the last 30 days" }).first();
        // When this is the first file of all, the server may not be there yet.
        await eventually(async () => {
          await runCommand(page, "Show or Focus Hover");
          return hover.waitFor({ timeout: 2_000 }).then(() => true, () => false);
        }, "a hover that tells what minutes_30d is", 40_000);
        await picture("f1-hover");
        await page.keyboard.press("Escape");
      },
    },
    {
      name: "its definition is the field in the repository, with a code lens that counts its uses",
      run: async () => {
        await goTo(page, minutes.line, minutes.column);
        await page.keyboard.press("F12");
        await activeTab("definitions.py").waitFor({ timeout: 15_000 });
        await page.locator(".codelens-decoration", { hasText: "1 training, 2 serving" }).first().waitFor({ timeout: 15_000 });
        await picture("f2-definition-and-lenses");
      },
    },
    {
      name: "a rename shows what it changes in which files, and can be let go",
      run: async () => {
        await page.locator(".monaco-editor .view-line", { hasText: "support_calls_30d" }).first().waitFor();
        await goTo(page, 17, 24);
        await page.keyboard.press("F2");
        const input = page.locator(".rename-box .rename-input");
        await input.waitFor({ timeout: 15_000 });
        await input.fill("support_calls");
        await page.keyboard.press("Control+Enter");
        const preview = page.locator(".bulk-edit-panel");
        await preview.waitFor({ timeout: 15_000 });
        for (const name of ["definitions.py", "training.py"]) await preview.locator(".monaco-list-row", { hasText: name }).first().waitFor();
        await page.locator(".notification-toast", { hasText: "Values that are online stay under the old name" }).first().waitFor();
        await picture("f3-rename-preview");
        await preview.locator(".monaco-button", { hasText: "Discard" }).click();
        // While it is there, Escape is for the message.
        await runCommand(page, "Notifications: Clear All Notifications");
        await page.locator(".monaco-editor .view-line", { hasText: 'Field(name="support_calls_30d"' }).first().waitFor();
      },
    },
    {
      name: "the Features view shows stores, views and features, and follows what is searched for",
      run: async () => {
        await runCommand(page, "Explorer: Focus on Features View");
        await row("customer_usage").waitFor({ timeout: 15_000 });
        await startCommand(page, "Seaworthy: Search Features");
        await page.locator('.quick-input-widget input[placeholder="Words that all have to be there"]').fill("minutes called");
        await page.locator(".pane-body", { hasText: "1 feature for “minutes called”" }).first().waitFor({ timeout: 15_000 });
        await row("minutes_30d").waitFor();
        await picture("f4-features-view");
        await page.keyboard.press("Enter");
        await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
      },
    },
    {
      name: "a feature's panel shows its lineage, by keyboard, and leads to the script that trains on it",
      run: async () => {
        await row("minutes_30d").click();
        // The editor takes the focus, and would take it from the palette.
        await page.locator(".statusbar-item", { hasText: "Ln 15, Col" }).waitFor();
        await runCommand(page, "Explorer: Focus on Features View");
        await page.keyboard.press("Shift+Enter");
        const { heading, model, script } = {
          heading: panel().locator("h1", { hasText: "minutes_30d" }),
          model: panel().locator("g.node.model", { hasText: "LogisticRegression" }),
          script: panel().locator("g.node.script", { hasText: "training.py" }),
        };
        await heading.waitFor({ timeout: 20_000 });
        await model.waitFor();
        await picture("f5-details");
        await script.focus();
        await page.keyboard.press("Enter");
        await activeTab("training.py").waitFor({ timeout: 15_000 });
        await picture("f6-from-the-lineage");
        await runCommand(page, "Seaworthy: Show All Features");
        await runCommand(page, "View: Close All Editors");
      },
    },
  ];
}
