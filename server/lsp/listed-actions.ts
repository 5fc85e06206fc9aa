/** Quick fixes of findings in YAML and JSON files that name features. */
import { CodeActionKind, type CodeAction, type CodeActionParams, type WorkspaceEdit } from "vscode-languageserver";
import { checkListed } from "../features/listed-references.ts";
import type { Context } from "./context.ts";
import { ruleDiagnostic } from "./diagnostic-items.ts";
import { toOffset, toRange } from "./position.ts";

export async function listedFixes({ openTexts, project, abilities, rules }: Context, { textDocument: { uri }, range }: CodeActionParams): Promise<CodeAction[]> {
  const open = openTexts.get(uri);
  const catalogue = project.catalogueFor(uri);
  const file = catalogue?.files?.find((each) => each.uri === uri);
  // While what was typed last has not been read yet, places are those of another text.
  if (!open || !catalogue || file?.source.text !== open.source.text) return [];
  const { excluded, options: { settings } } = await project.optionsFor(uri, "script");
  const { source, version } = open;
  const [from, to] = [toOffset(source, range.start, abilities.columns), toOffset(source, range.end, abilities.columns)];
  const here = excluded ? [] : checkListed(file, catalogue, rules.values(), settings).filter(({ start, end }) => start <= to && from <= end);
  return here.flatMap(({ fixes, start, end, ...finding }) => fixes.map(({ title, edit }, index): CodeAction => {
    const edits = [{ range: toRange(source, edit.start, edit.end, abilities.columns), newText: edit.text }];
    const change: WorkspaceEdit = abilities.documentChanges ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
    return { title, kind: CodeActionKind.QuickFix, isPreferred: index === 0, diagnostics: [ruleDiagnostic(finding, source, { start, end }, abilities)], edit: change };
  }));
}
