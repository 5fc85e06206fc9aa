/** A position of the client in an open YAML or JSON file that may name features. */
import type { Position, TextDocumentIdentifier } from "vscode-languageserver";
import type { Catalogue } from "../analysis/store/model.ts";
import type { ListedText } from "../features/listed-at.ts";
import type { Context } from "./context.ts";
import { toOffset } from "./position.ts";

export interface ListedSpot {
  readonly text: ListedText;
  readonly catalogue: Catalogue;
  readonly offset: number;
}

export function listedSpot(
  { openTexts, project, abilities }: Context, { textDocument: { uri }, position }: { readonly textDocument: TextDocumentIdentifier; readonly position: Position },
): ListedSpot | undefined {
  const source = openTexts.get(uri)?.source;
  const catalogue = project.catalogueFor(uri);
  const file = catalogue?.files?.find((each) => each.uri === uri);
  return source && catalogue && file ? { text: { uri, source, paths: file.paths }, catalogue, offset: toOffset(source, position, abilities.columns) } : undefined;
}
