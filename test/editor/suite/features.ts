/** Feature names of the Feast repository in the workspace: completion, hover, definition, unknown names. */
import * as vscode from "vscode";
import {
  applyFix, completionsAt, equal, expectShown, file, hoverAt, openScript, positionAfter, replace, truly, until, type Shown, type SuiteTest,
} from "./testing.ts";

const unknown: Shown = { rule: "unknown-feature", line: 7, text: "suport_calls_30d" };

export const featureTests: readonly SuiteTest[] = [
  {
    name: "an unknown feature is reported, and its fix writes the name that was meant",
    run: async () => {
      const document = await openScript("scoring.py");
      await expectShown(document, [unknown]);
      await applyFix(document, "unknown-feature", /support_calls_30d/);
      truly(document.lineAt(6).text.includes('"customer_usage:support_calls_30d"'), `repaired: ${document.lineAt(6).text}`);
      await expectShown(document, []);
    },
  },
  {
    name: "feature references complete inside the string, and replace what is there",
    run: async () => {
      const document = await openScript("scoring.py");
      const position = positionAfter(document, '"customer_usage:');
      let labels: readonly string[] = [];
      const item = await until(async () => {
        const items = await completionsAt(document, position);
        labels = items.map(({ label }) => text(label));
        return items.find(({ label }) => text(label).includes("data_gb_30d"));
      }, () => `completion of data_gb_30d among ${labels.join(", ")}`);
      const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
      truly(range !== undefined, "the completion says what it replaces");
      const inserted = typeof item.insertText === "string" ? item.insertText : (item.insertText?.value ?? text(item.label));
      await replace(document, range ?? new vscode.Range(position, position), inserted);
      truly(document.lineAt(6).text.includes('features=["customer_usage:data_gb_30d", '), `after accepting: ${document.lineAt(6).text}`);
    },
  },
  {
    name: "no feature names outside a feature reference",
    run: async () => {
      const document = await openScript("scoring.py");
      await expectShown(document, [unknown]);
      const items = await completionsAt(document, positionAfter(document, 'repo_path="feat'));
      truly(items.every(({ label }) => !text(label).includes("customer_usage")), "no feature names in another string");
    },
  },
  {
    name: "hovering a feature tells its type and description",
    run: async () => {
      const document = await openScript("scoring.py");
      const hover = await until(async () => {
        const shown = await hoverAt(document, positionAfter(document, "customer_usage:minu"));
        return shown.includes("Minutes called in the last 30 days") && shown;
      }, () => "a hover with the description");
      truly(hover.includes("Int64"), `the type is there: ${hover}`);
    },
  },
  {
    name: "a feature's definition is its field in the repository",
    run: async () => {
      const document = await openScript("scoring.py");
      const [place] = await until(async () => {
        const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", document.uri, positionAfter(document, "customer_usage:minu"));
        return found.length > 0 && found;
      }, () => "a definition");
      if (place === undefined) throw new Error("no place");
      const uri = "targetUri" in place ? place.targetUri : place.uri;
      const range = "targetUri" in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
      equal(uri.path, file("feature_repo/definitions.py").path, "file of the definition");
      const definitions = await vscode.workspace.openTextDocument(uri);
      truly(definitions.lineAt(range.start.line).text.includes("minutes_30d"), `line ${range.start.line + 1}: ${definitions.lineAt(range.start.line).text}`);
    },
  },
  {
    name: "a field added to the repository is known as soon as it is on disk",
    run: async () => {
      const document = await openScript("scoring.py");
      await expectShown(document, [unknown]);
      const definitions = file("feature_repo/definitions.py");
      const before = await vscode.workspace.fs.readFile(definitions);
      const text = new TextDecoder().decode(before).replace("    schema=[\n", '    schema=[\n        Field(name="suport_calls_30d", dtype=Int64),\n');
      try {
        await vscode.workspace.fs.writeFile(definitions, new TextEncoder().encode(text));
        await expectShown(document, []);
      } finally {
        await vscode.workspace.fs.writeFile(definitions, before);
      }
      await expectShown(document, [unknown]);
    },
  },
];

function text(label: string | vscode.CompletionItemLabel): string {
  return typeof label === "string" ? label : label.label;
}
