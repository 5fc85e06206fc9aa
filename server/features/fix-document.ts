/**
 * Repairs a whole document the way an editor needs it: as changes of the text that is open now.
 *
 * Fixes are applied pass by pass to a copy (see apply-fixes.ts); what the copy's texts differ in is the answer.
 */
import type { FileEdit, FileLine } from "../analysis/engine/finding.ts";
import type { Rule } from "../analysis/engine/rule.ts";
import { createSession } from "../analysis/engine/session.ts";
import type { OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import { applyFixes, type FixChoice } from "./apply-fixes.ts";
import type { TextChange } from "./code-actions.ts";
import { textUri } from "./diagnostics.ts";
import { lineEdits } from "./line-edits.ts";

export type { FixChoice };

export interface FixedDocument {
  readonly changes: readonly TextChange[];
  readonly files: readonly FileLine[];
  readonly elsewhere: readonly FileEdit[];
  /** Number of fixes in it. */
  readonly fixed: number;
}

/** `languageOf` gives the language of a notebook's cell by its URI. */
export function fixDocument(
  session: Session,
  uri: string,
  rules: readonly Rule[],
  choice: FixChoice,
  languageOf: (cell: string) => string,
): FixedDocument {
  const document = session.document(uri);
  if (!document) return { changes: [], files: [], elsewhere: [], fixed: 0 };
  const copy = createSession({ rules });
  session.modules.copyTo(copy.modules, uri);
  session.folders.copyTo(copy.folders);
  openCopy(copy, document, languageOf);
  const { applied, files, elsewhere } = applyFixes(copy, uri, choice);
  const fixed = copy.document(uri);
  return {
    changes: fixed ? differences(document, fixed) : [], files, fixed: applied.length,
    elsewhere: [...elsewhere].map(([file, { before, after }]) => ({ uri: file, before, edits: lineEdits(before, after) })),
  };
}

function openCopy(copy: Session, document: OpenDocument, languageOf: (cell: string) => string): void {
  const { uri, cells, options, catalogue } = document;
  if (document.dialect === "notebook") {
    const inputs = cells.map((cell) => ({ id: cell.id, kind: cell.kind, language: languageOf(cell.id), text: document.sourceOf(cell).text, tags: cell.tags }));
    copy.openNotebook(uri, inputs, options);
  } else copy.openScript(uri, cells[0] ? document.sourceOf(cells[0]).text : "", options);
  copy.setCatalogue(uri, catalogue);
}

/** By text; the cells of a script share one. */
function differences(before: OpenDocument, after: OpenDocument): readonly TextChange[] {
  const texts = new Map(before.cells.map((cell) => [textUri(before, cell), cell]));
  return [...texts].flatMap(([uri, cell]) => {
    const other = before.dialect === "notebook" ? after.cell(cell.id) : after.cells[0];
    if (!other) return [];
    return lineEdits(before.sourceOf(cell).text, after.sourceOf(other).text)
      .map(({ start, end, text }) => ({ at: { uri, start, end }, text }));
  });
}
