/**
 * Moves of a user in the workbench that work every time: each waits for what it caused before it returns.
 *
 * Selectors name things that VS Code itself keeps stable for its own smoke tests: part names, ARIA roles, resource names.
 */
import type { Locator, Page } from "playwright-core";

export async function openWorkbench(page: Page, address: string): Promise<void> {
  await page.goto(address, { waitUntil: "domcontentloaded" });
  await page.locator(".monaco-workbench .part.statusbar").waitFor({ timeout: 60_000 });
}

/** Runs the command with exactly this title through the palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await startCommand(page, title);
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

/** The same for a command that asks for something in place of the palette. */
export async function startCommand(page: Page, title: string): Promise<void> {
  const input = quickInput(page);
  // What was done before may take the focus late, and the palette closes then.
  for (let attempt = 1; ; attempt++) {
    await page.keyboard.press("F1");
    const isOpen = await input.waitFor({ timeout: 5_000 }).then(() => input.fill(`>${title}`, { timeout: 5_000 })).then(() => true, () => false);
    if (isOpen) break;
    if (attempt === 3) throw new Error(`the palette does not stay open for "${title}"`);
  }
  await page.locator(".quick-input-widget .quick-input-list .monaco-list-row").first().filter({ hasText: title }).waitFor();
  await page.keyboard.press("Enter");
}

export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  const input = quickInput(page);
  await input.waitFor();
  await input.fill(name);
  await page.locator(".quick-input-widget .monaco-list-row", { hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(`.tabs-container .tab[data-resource-name="${name}"].active`).waitFor();
}

/** Puts the cursor there and waits until the status bar says so. The editor has the focus afterwards. */
export async function goTo(page: Page, line: number, column: number): Promise<void> {
  await page.keyboard.press("Control+G");
  const input = quickInput(page);
  await input.waitFor();
  await input.fill(`:${line}:${column}`);
  await page.keyboard.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await page.locator(".statusbar-item", { hasText: `Ln ${line}, Col ${column}` }).waitFor();
  await editorFocus(page);
}

/**
 * Opens the quick fixes at the cursor and returns the one with this title, visible.
 *
 * VS Code asks for code actions by itself about 250 ms after the cursor moved; a Ctrl+. during that request is lost now
 * and then (6 of 16 cold starts). After 800 ms it never was (0 of 16), so there is a pause and no hidden second try.
 */
export async function quickFix(page: Page, title: string | RegExp): Promise<Locator> {
  await editorFocus(page);
  await page.waitForTimeout(800);
  await page.keyboard.press("Control+.");
  const action = page.locator(".action-widget .monaco-list-row.action", { hasText: title }).first();
  await action.waitFor({ timeout: 15_000 });
  return action;
}

/** Moves the selection of the open quick-fix list to the action and takes it, without the mouse. */
export async function chooseByKeyboard(page: Page, action: Locator): Promise<void> {
  for (let step = 0; step < 30; step++) {
    const classes = (await action.getAttribute("class")) ?? "";
    if (/\bfocused\b/.test(classes)) {
      await page.keyboard.press("Enter");
      await page.locator(".action-widget:not(.action-list-submenu-panel)").waitFor({ state: "hidden" });
      return;
    }
    await page.keyboard.press("ArrowDown");
    await page.waitForTimeout(50);
  }
  throw new Error("the quick fix is never focused");
}

/** The completion with this label, after asking for completions. */
export async function completion(page: Page, label: string): Promise<Locator> {
  await page.keyboard.press("Control+Space");
  const item = page.locator(".suggest-widget.visible .monaco-list-row", { hasText: label }).first();
  await item.waitFor({ timeout: 15_000 });
  return item;
}

export async function editorFocus(page: Page): Promise<void> {
  await page.waitForFunction("document.activeElement?.closest('.monaco-editor') !== null");
}

export function squiggles(page: Page, severity: "error" | "warning" | "info"): Locator {
  return page.locator(`.monaco-editor .squiggly-${severity}`);
}

export function problems(page: Page, text: string | RegExp): Locator {
  return page.locator(".markers-panel .monaco-list-row", { hasText: text });
}

function quickInput(page: Page): Locator {
  return page.locator(".quick-input-widget .quick-input-box input");
}
