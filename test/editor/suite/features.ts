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
  {
    name: "references of a feature are found in files that are not open, and renamed together with the definition",
    run: async () => {
      const definitions = await openScript("feature_repo/definitions.py");
      const position = positionAfter(definitions, 'Field(name="minutes');
      const found = await until(async () => {
        const places = await vscode.commands.executeCommand<vscode.Location[]>("vscode.executeReferenceProvider", definitions.uri, position);
        return places.some(({ uri }) => uri.path.endsWith("/scoring.py")) && places;
      }, () => "a reference in scoring.py");
      const here = found.find(({ uri }) => uri.path.endsWith("/scoring.py"));
      const scoring = await vscode.workspace.openTextDocument(file("scoring.py"));
      equal(here && scoring.getText(here.range), "minutes_30d", "text of the reference");
      const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", definitions.uri, position, "minutes_last_30d");
      const texts = edit.entries().flatMap(([uri, edits]) => edits.map(({ newText }) => `${uri.path.split("/").at(-1) ?? ""}: ${newText}`)).sort();
      equal(texts.filter((each) => each.includes("scoring") || each.includes("definitions")).join(" | "),
        'definitions.py: , field_mapping={"minutes_30d": "minutes_last_30d"} | definitions.py: minutes_last_30d | scoring.py: minutes_last_30d', "edits of the rename");
    },
  },
  {
    name: "code lenses on definitions say how much they are used",
    run: async () => {
      const definitions = await openScript("feature_repo/definitions.py");
      let titles: readonly string[] = [];
      await until(async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>("vscode.executeCodeLensProvider", definitions.uri, 20);
        titles = lenses.map(({ range, command }) => `${definitions.getText(range)}: ${command?.title ?? ""}`);
        // The scripts and the notebook.
        return titles.includes("minutes_30d: 1 training, 2 serving") && titles.includes("data_gb_30d: no use found");
      }, () => `lenses, last ${titles.join(" | ")}`);
    },
  },
  {
    name: "a feature of the view is inserted at the cursor, as an element of the list there",
    run: async () => {
      const document = await openScript("scoring.py");
      const editor = await vscode.window.showTextDocument(document);
      const node = {
        id: "x", kind: "feature", label: "data_gb_30d", detail: "", reference: "customer_usage:data_gb_30d", location: null, children: [],
        standing: null, isDeprecated: false,
      };
      const position = positionAfter(document, "features=[");
      editor.selection = new vscode.Selection(position, position);
      await vscode.commands.executeCommand("seaworthy.insertFeature", node);
      truly(document.lineAt(6).text.includes('features=["customer_usage:data_gb_30d", "customer_usage:minutes_30d"'), `before the others: ${document.lineAt(6).text}`);
      const inside = positionAfter(document, 'features=["customer');
      editor.selection = new vscode.Selection(inside, inside);
      await vscode.commands.executeCommand("seaworthy.insertFeature", { ...node, reference: "customer_usage:support_calls_30d" });
      truly(document.lineAt(6).text.includes('"customer_usage:data_gb_30d", "customer_usage:support_calls_30d", "customer'), `in an element: ${document.lineAt(6).text}`);
    },
  },
  {
    name: "the details of the feature at the cursor are shown in a panel, which shows one thing after the other",
    run: async () => {
      const document = await openScript("scoring.py");
      const shown = async (marker: string): Promise<string> => {
        const editor = await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
        const position = positionAfter(document, marker);
        editor.selection = new vscode.Selection(position, position);
        await vscode.commands.executeCommand("seaworthy.showFeatureAtCursor");
        return detailTabs().map(({ label }) => label).join(" | ");
      };
      await until(async () => (await shown('"customer_usage:minu')) === "customer_usage:minutes_30d", () => `a panel, not ${detailTabs().map(({ label }) => label).join(" | ")}`);
      await until(async () => (await shown('"custo')) === "customer_usage", () => "the view in the place of the feature");
      await vscode.window.tabGroups.close(detailTabs());
      equal(await shown("from fe"), "", "nothing is named there");
    },
  },
];

function detailTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes("seaworthy.featureDetails"));
}

function text(label: string | vscode.CompletionItemLabel): string {
  return typeof label === "string" ? label : label.label;
}
