/** A store that features.yaml describes: made while the editor runs, asked from code and from the file itself, and edited unsaved. */
import * as vscode from "vscode";
import { equal, file, folder, until, type SuiteTest } from "./testing.ts";

const catalogue = `references: "{view}.{feature}"
views:
  basket_stats:
    features:
      items_7d: {type: Int64, description: What was put in}
services:
  upsell: {features: [basket_stats.items_7d]}
calls:
  - {function: loading.load, argument: names, position: 0, role: serving}
`;
const code = 'from loading import load\n\nrow = load(["basket_stats.items_7d"])\n';

export const catalogueTests: readonly SuiteTest[] = [
  {
    name: "features.yaml: definition, hover, completion and rename in the file itself and from code, and edits before they are saved",
    run: async () => {
      const place = vscode.Uri.joinPath(folder(), "described");
      const yaml = vscode.Uri.joinPath(place, "features.yaml");
      const script = vscode.Uri.joinPath(place, "upsell.py");
      const write = (uri: vscode.Uri, text: string): Thenable<void> => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      await write(yaml, catalogue);
      await write(vscode.Uri.joinPath(place, "loading.py"), "def load(names):\n    return names\n");
      await write(script, code);
      try {
        await vscode.window.showTextDocument(file("customers.py"));
        const document = await vscode.workspace.openTextDocument(script);
        await vscode.window.showTextDocument(document);
        const at = positionOf(document, "items_7d");
        // New files are told by the editor's watcher, which takes its time on a busy machine.
        await until(async () => (await hoverText(script, at)).includes("What was put in"), () => "the hover in code", 20_000);
        equal(await definitionLine(script, at), `${yaml.path}:4`, "the definition");

        const described = await vscode.workspace.openTextDocument(yaml);
        const editor = await vscode.window.showTextDocument(described);
        const inService = described.positionAt(described.getText().lastIndexOf("items_7d"));
        await until(async () => (await hoverText(yaml, inService)).includes("What was put in"), () => "the hover in features.yaml");
        equal(await definitionLine(yaml, inService), `${yaml.path}:4`, "the definition from features.yaml");
        const completions = await vscode.commands.executeCommand<vscode.CompletionList>("vscode.executeCompletionItemProvider", yaml, inService);
        equal(String(completions.items.some(({ label }) => (typeof label === "string" ? label : label.label) === "items_7d")), "true", "items_7d is offered");
        const rename = await vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", yaml, positionOf(described, "items_7d"), "items_30d");
        equal(rename.entries().map(([uri, edits]) => `${uri.path.slice(place.path.length)}: ${String(edits.length)}`).sort().join(), "/features.yaml: 2,/upsell.py: 1", "what is renamed");

        await editor.edit((edit) => { edit.replace(new vscode.Range(positionOf(described, "items_7d"), positionOf(described, ": {type")), "items_9d"); });
        // Findings are asked for where they can be seen.
        await vscode.window.showTextDocument(document);
        await until(
          () => vscode.languages.getDiagnostics(script).some(({ message }) => message.includes('has no feature "items_7d"')),
          () => `the edit counts: ${JSON.stringify(vscode.languages.getDiagnostics(script).map(({ message }) => message))}`,
        );
      } finally {
        await vscode.window.showTextDocument(yaml);
        await vscode.commands.executeCommand("workbench.action.files.revert");
        await vscode.workspace.fs.delete(place, { recursive: true });
      }
    },
  },
];

function positionOf(document: vscode.TextDocument, text: string): vscode.Position {
  return document.positionAt(document.getText().indexOf(text));
}

async function hoverText(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>("vscode.executeHoverProvider", uri, at);
  return hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : ""))).join("\n");
}

async function definitionLine(uri: vscode.Uri, at: vscode.Position): Promise<string> {
  const [found] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>("vscode.executeDefinitionProvider", uri, at);
  if (found === undefined) return "nowhere";
  const [target, range] = "targetUri" in found ? [found.targetUri, found.targetSelectionRange ?? found.targetRange] : [found.uri, found.range];
  return `${target.path}:${String(range.start.line)}`;
}
