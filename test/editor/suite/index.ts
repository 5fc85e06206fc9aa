/**
 * The tests that run inside VS Code's extension host: the Node host of a desktop or a remote, and the web worker.
 * Each outcome is one console line (see test/editor/in-host.ts).
 */
import * as vscode from "vscode";
import { catalogueTests } from "./catalogues.ts";
import { featureTests } from "./features.ts";
import { notebookTests } from "./notebooks.ts";
import { refactoringTests } from "./refactorings.ts";
import { scriptTests } from "./scripts.ts";
import { closeAll, equal, openScript, pause, until, type SuiteTest } from "./testing.ts";

const activation: SuiteTest = {
  name: "opening a Python file activates the extension, its server and its commands",
  run: async () => {
    const extension = vscode.extensions.getExtension<{ readonly ready: Promise<void> }>("seaworthy.seaworthy");
    if (extension === undefined) throw new Error("the extension is not there");
    await openScript("customers.py");
    await until(() => extension.isActive, () => "activation by opening a Python file");
    await extension.exports.ready;
    const commands = await vscode.commands.getCommands(true);
    const missing = ["restart", "fixAll", "explainRule", "showConfiguration"].filter((name) => !commands.includes(`seaworthy.${name}`));
    equal(missing.join(), "", "commands that are missing");
  },
};

const testLimit = 30_000;

export async function run(): Promise<void> {
  let failed = 0;
  for (const { name, run: test } of [activation, ...scriptTests, ...featureTests, ...catalogueTests, ...notebookTests, ...refactoringTests]) {
    const started = Date.now();
    try {
      await Promise.race([test(), pause(testLimit).then(() => { throw new Error(`took longer than ${testLimit} ms`); })]);
      report({ name, milliseconds: Date.now() - started });
    } catch (error) {
      failed++;
      report({ name, milliseconds: Date.now() - started, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
    await closeAll();
  }
  if (failed > 0) throw new Error(`${failed} failed`);
}

function report(outcome: { readonly name: string; readonly milliseconds: number; readonly error?: string }): void {
  console.log(`SUITE ${JSON.stringify(outcome)}`);
}
