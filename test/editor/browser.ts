/** Chromium without a network beyond 127.0.0.1, and a page that remembers what it said and what it asked for. */
import { chromium, type Browser, type Page } from "playwright-core";
import { artifact, browserProgram } from "./pieces.ts";

export interface Screen {
  readonly page: Page;
  /** Console lines, page errors and failed requests so far. */
  readonly said: string[];
  /** Addresses outside 127.0.0.1 that the page asked for. */
  readonly foreign: string[];
  /** Keeps a picture in test/artifacts. */
  picture(name: string): Promise<void>;
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserProgram(),
    args: [
      "--no-sandbox", // root in a container has no other way
      "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync", "--disable-dev-shm-usage",
      "--disable-background-networking", "--disable-component-update",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ],
  });
}

export async function newScreen(browser: Browser, viewport = { width: 1400, height: 900 }): Promise<Screen> {
  const context = await browser.newContext({ viewport, serviceWorkers: "allow" });
  const page = await context.newPage();
  const said: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`page error: ${error.stack ?? error.message}`));
  page.on("requestfailed", (request) => said.push(`request failed: ${request.url()} ${request.failure()?.errorText ?? ""}`));
  page.on("request", (request) => {
    if (!/^(data:|blob:|(http|ws):\/\/127\.0\.0\.1[:/])/.test(request.url())) foreign.push(request.url());
  });
  return {
    page, said, foreign,
    picture: async (name) => {
      if (!page.isClosed()) await page.screenshot({ path: artifact(`${name}.png`) });
    },
  };
}
