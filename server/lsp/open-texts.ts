/**
 * YAML and JSON texts that an editor has open: no documents of the session, but catalogues and lists of references are read as they stand
 * in the editor, and asked about there.
 */
import type { DidChangeTextDocumentParams, DidOpenTextDocumentParams } from "vscode-languageserver";
import { applyEdits } from "../analysis/text/edit.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import type { Abilities } from "./abilities.ts";
import { editRounds } from "./edits.ts";

export interface OpenText {
  readonly version: number;
  readonly source: SourceText;
}

export interface OpenTexts {
  get(uri: string): OpenText | undefined;
  /** True when the text is kept. */
  open(params: DidOpenTextDocumentParams): boolean;
  change(params: DidChangeTextDocumentParams, columns: Abilities["columns"]): void;
  /** True when it was kept. */
  close(uri: string): boolean;
}

export function createOpenTexts(): OpenTexts {
  const texts = new Map<string, OpenText>();
  return {
    get: (uri) => texts.get(uri),
    open({ textDocument: { uri, version, text } }) {
      // Of any scheme, as workspaces are; a view of an older state has another URI than the file, and is asked about by nobody.
      if (!/\.(?:ya?ml|json)$/u.test(uri)) return false;
      texts.set(uri, { version, source: new SourceText(text) });
      return true;
    },
    change({ textDocument: { uri, version }, contentChanges }, columns) {
      let source = texts.get(uri)?.source;
      if (!source) return;
      const current = (): SourceText => source ?? new SourceText("");
      for (const round of editRounds(contentChanges, current, columns)) source = new SourceText(applyEdits(source.text, round));
      texts.set(uri, { version, source });
    },
    close: (uri) => texts.delete(uri),
  };
}
