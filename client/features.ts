/** Commands about features that the server names in code lenses. */
import { commands, Uri, type Disposable } from "vscode";
import type { BaseLanguageClient, Location, Position } from "vscode-languageclient";

/** Commands that the server may name. */
export const featureCommands = ["seaworthy.showFeatureUses"];

export function registerFeatures(made: Promise<BaseLanguageClient>): readonly Disposable[] {
  return [
    commands.registerCommand("seaworthy.showFeatureUses", async (uri: string, position: Position, places: Location[]) => {
      const { protocol2CodeConverter: convert } = await made;
      await commands.executeCommand("editor.action.showReferences", Uri.parse(uri), convert.asPosition(position), places.map((place) => convert.asLocation(place)));
    }),
  ];
}
