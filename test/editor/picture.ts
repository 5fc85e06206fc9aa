/**
 * Makes docs/media/editor.png, the picture in the README: the example project in a real VS Code. Not a test; run it when
 * the picture is out of date: `npm test -- --tier screen` first, for the VSIX and the pieces, then `run.ts picture`.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchBrowser, newScreen } from "./browser.ts";
import { startCodeServer } from "./code-server.ts";
import { projectFolder } from "./pieces.ts";
import type { Outcome } from "./report.ts";
import { goTo, openFile, openWorkbench, problems, quickFix, runCommand, squiggles } from "./workbench.ts";

export async function takePicture(): Promise<Outcome[]> {
  const started = performance.now();
  const folder = mkdtempSync(join(tmpdir(), "seaworthy-picture-"));
  const example = join(folder, "churn");
  cpSync(join(projectFolder, "examples/churn"), example, { recursive: true });
  const server = await startCodeServer({ install: [join(projectFolder, "seaworthy.vsix")], settings: { "breadcrumbs.enabled": false, "workbench.colorTheme": "Default Light Modern" } });
  const browser = await launchBrowser();
  try {
    const { page } = await newScreen(browser, { width: 1280, height: 800 });
    await openWorkbench(page, `${server.base}/?folder=${encodeURIComponent(example)}`);
    await openFile(page, "train.py");
    await squiggles(page, "error").first().waitFor({ timeout: 30_000 });
    await runCommand(page, "Problems: Focus on Problems View");
    await problems(page, "nan-comparison").first().waitFor();
    await page.keyboard.press("Control+1");
    await goTo(page, 26, 30);
    await quickFix(page, /isna/);
    mkdirSync(join(projectFolder, "docs/media"), { recursive: true });
    await page.screenshot({ path: join(projectFolder, "docs/media/editor.png") });
    return [{ name: "docs/media/editor.png is drawn", milliseconds: performance.now() - started }];
  } finally {
    await browser.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
