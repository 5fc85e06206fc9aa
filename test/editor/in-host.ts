/**
 * Runs the suite (test/editor/suite) inside an extension host of a real VS Code and collects what it reports.
 *
 * VS Code loads the suite as it loads any extension's tests; the page, its "test driver" here, passes on console lines
 * and the exit code. One line of the suite is one outcome: `SUITE {"name": ..., "milliseconds": ..., "error": ...}`.
 */
import { writeFileSync } from "node:fs";
import { launchBrowser, newScreen } from "./browser.ts";
import { artifact } from "./pieces.ts";
import type { Outcome } from "./report.ts";

const marker = "SUITE ";
const limit = 240_000;

/** @param kind names the artefacts of a failure. */
export async function runInHost(address: string, kind: string): Promise<Outcome[]> {
  const browser = await launchBrowser();
  const started = performance.now();
  try {
    const screen = await newScreen(browser);
    const outcomes: Outcome[] = [];
    const heard: string[] = [];
    let ended: (code: unknown) => void = () => undefined;
    const exit = new Promise<unknown>((resolve) => { ended = resolve; });
    await screen.page.exposeFunction("codeAutomationLog", (_type: string, parts: readonly unknown[]) => {
      for (const part of parts) {
        const text = String(part);
        if (text.startsWith(marker)) outcomes.push(JSON.parse(text.slice(marker.length)) as Outcome);
        else heard.push(text);
      }
    });
    await screen.page.exposeFunction("codeAutomationExit", (code: unknown) => { ended(code); });
    await screen.page.goto(address);
    const late = Symbol("late");
    let timer: ReturnType<typeof setTimeout> | undefined;
    const code = await Promise.race([exit, new Promise<symbol>((resolve) => { timer = setTimeout(() => { resolve(late); }, limit); })]);
    clearTimeout(timer);
    const reason = code === late ? `did not end within ${limit} ms` : `exit code ${String(code)}`;
    const isFailed = outcomes.some(({ error }) => error !== undefined);
    if (code !== 0 && !isFailed) outcomes.push({ name: "the suite ends by itself", milliseconds: performance.now() - started, error: `${reason}\n${heard.slice(-20).join("\n")}` });
    if (code !== 0 || isFailed) {
      await screen.picture(`failed-${kind}`);
      writeFileSync(artifact(`failed-${kind}.log`), [...heard, "--- page", ...screen.said].join("\n"));
    }
    return outcomes;
  } finally {
    await browser.close();
  }
}
