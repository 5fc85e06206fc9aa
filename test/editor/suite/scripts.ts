/** Scripts: findings, quick fixes, suppression, commands, settings. */
import * as vscode from "vscode";
import {
  applyFix, diagnostics, equal, expectShown, file, hoverAt, openScript, pause, positionAfter, quickFixes, replace, ruleOf,
  shown, titles, truly, until, type Shown, type SuiteTest,
} from "./testing.ts";

const nan: Shown = { rule: "nan-comparison", line: 8, text: 'customers["age"] == np.nan' };
const tls: Shown = { rule: "unverified-tls", line: 12, text: "verify=False" };

export const scriptTests: readonly SuiteTest[] = [
  {
    name: "a script shows its findings, each with source, rule and a link to its page",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      for (const { source, code, severity } of diagnostics(document)) {
        equal(source, "seaworthy", "source");
        truly(typeof code === "object" && code.target.toString().length > 0, "the code links to the rule's page");
        equal(severity, vscode.DiagnosticSeverity.Error, "severity in production code");
      }
    },
  },
  {
    name: "a quick fix repairs the line and the finding goes away",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      await applyFix(document, "nan-comparison", /isna/);
      equal(document.lineAt(7).text, '    return customers[customers["age"].isna()]', "the repaired line");
      await expectShown(document, [tls]);
    },
  },
  {
    name: "one undo takes a quick fix back",
    run: async () => {
      const document = await openScript("customers.py");
      const before = document.getText();
      await applyFix(document, "nan-comparison", /isna/);
      truly(document.getText() !== before, "the fix changes the text");
      await vscode.commands.executeCommand("undo");
      equal(document.getText(), before, "text after undo");
      await expectShown(document, [nan, tls]);
    },
  },
  {
    name: "findings follow typing: they move, come and go",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      await replace(document, new vscode.Range(0, 0, 0, 0), "# one line more\n");
      await expectShown(document, [{ ...nan, line: 9 }, { ...tls, line: 13 }]);
      await replace(document, document.lineAt(12).range, "    return requests.get(url, timeout=10)");
      await expectShown(document, [{ ...nan, line: 9 }]);
      await replace(document, document.lineAt(12).range, "    return requests.get(url, timeout=10, verify=False)  ");
      await expectShown(document, [{ ...nan, line: 9 }, { ...tls, line: 13 }]);
    },
  },
  {
    name: "ignore here writes a comment that silences this finding only",
    run: async () => {
      const document = await openScript("customers.py");
      const actions = await quickFixes(document, "unverified-tls");
      const ignore = actions.find(({ title }) => /ignore/i.test(title));
      if (ignore?.edit === undefined) throw new Error(`no action to ignore among ${titles(actions)}`);
      truly(await vscode.workspace.applyEdit(ignore.edit), "it applies");
      truly(document.getText().includes("# seaworthy: ignore[unverified-tls]"), `the comment is there: ${document.lineAt(11).text}`);
      await until(() => shown(document).every(({ rule }) => rule !== "unverified-tls"), () => `silence, not ${JSON.stringify(shown(document))}`);
      truly(shown(document).some(({ rule }) => rule === "nan-comparison"), "the other finding stays");
    },
  },
  {
    name: "fix all repairs what is safe in the whole file",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      await vscode.commands.executeCommand("seaworthy.fixAll");
      await until(() => shown(document).length === 0, () => `nothing left, not ${JSON.stringify(shown(document))}`);
      truly(document.getText().includes('customers["age"].isna()'), "the comparison is repaired");
      truly(!document.getText().includes("verify=False"), "the certificate is verified");
    },
  },
  {
    name: "hovering a finding explains it",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      const text = await hoverAt(document, positionAfter(document, "timeout=10, ver"));
      truly(/certificate|TLS/i.test(text), `the hover explains the finding: ${text}`);
    },
  },
  {
    name: "a rule's page opens in the editor",
    run: async () => {
      await openScript("customers.py");
      // Not awaited: the preview comes from another extension, and this test workbench lacks its browser build.
      void vscode.commands.executeCommand("seaworthy.explainRule", "nan-comparison");
      await until(
        () => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => label.includes("nan-comparison"))),
        () => `a tab of the page, not ${vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label)).join(", ")}`,
      );
    },
  },
  {
    name: "the configuration in force opens in the editor",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      const before = vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length;
      void vscode.commands.executeCommand("seaworthy.showConfiguration"); // a preview, as above
      await until(() => vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).length > before, () => "a tab of the configuration");
    },
  },
  {
    name: "a settings file counts as soon as it is there, and as soon as it is gone",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      const settings = file("seaworthy.toml");
      await vscode.workspace.fs.writeFile(settings, new TextEncoder().encode('ignore = ["unverified-tls"]\n'));
      try {
        await expectShown(document, [nan]);
      } finally {
        await vscode.workspace.fs.delete(settings);
      }
      await expectShown(document, [nan, tls]);
    },
  },
  {
    name: "what is written in a module shows where a script uses it, follows the module's edits, and its file on the disk",
    run: async () => {
      const [module, script] = [file("folders.py"), file("report.py")];
      const write = (uri: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      const personal: Shown = { rule: "hardcoded-path", line: 6, text: "DATA" };
      await write(module, 'DATA = "/home/jane/customers.csv"\n');
      await write(script, "import pandas as pd\nfrom folders import DATA\n\n\ndef report():\n    return pd.read_csv(DATA)\n");
      try {
        const document = await openScript("report.py");
        await expectShown(document, [personal]);
        // Otherwise the module would take its tab.
        await vscode.commands.executeCommand("workbench.action.keepEditor");
        const folders = await openScript("folders.py");
        await replace(folders, folders.lineAt(0).range, 'DATA = "customers.csv"');
        await expectShown(document, []);
        truly(!document.isClosed, "the script is open");
        // The edit is not saved: without it the file counts.
        await vscode.commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
        await expectShown(document, [personal]);
        await write(module, 'DATA = "customers.csv"\n');
        await expectShown(document, []);
      } finally {
        await vscode.workspace.fs.delete(script);
        await vscode.workspace.fs.delete(module);
      }
    },
  },
  {
    name: "restarting the server brings the findings back",
    run: async () => {
      const document = await openScript("customers.py");
      await expectShown(document, [nan, tls]);
      await vscode.commands.executeCommand("seaworthy.restart");
      await expectShown(document, [nan, tls]);
      await applyFix(document, "unverified-tls", /verif/i);
      await expectShown(document, [nan]);
    },
  },
  {
    name: "an unsaved file is analysed, another language is not",
    run: async () => {
      const content = 'import requests\n\n\ndef get(url):\n    return requests.get(url, verify=False, timeout=10)\n';
      const python = await vscode.workspace.openTextDocument({ language: "python", content });
      await vscode.window.showTextDocument(python);
      await expectShown(python, [{ rule: "unverified-tls", line: 5, text: "verify=False" }]);
      const plain = await vscode.workspace.openTextDocument({ language: "plaintext", content });
      await vscode.window.showTextDocument(plain);
      await pause(500);
      equal(diagnostics(plain).map(ruleOf).join(), "", "findings in plain text");
    },
  },
];
