/**
 * Applies fixes to a document that is open in a session, pass by pass, until nothing is left to fix.
 *
 * Fixes of one report are computed independently, and two of them may want the same place: both add `import os`, say.
 * So a pass takes each fix whole or not at all, only where it touches no edit already taken, and the next pass works on
 * a new report:
 *
 *     pass 1   fix A: insert "import os", replace path 1      taken
 *              fix B: insert "import os", replace path 2      touches A: waits
 *     pass 2   fix B: replace path 2                          taken; `os` is there now
 *     pass 3   nothing to do
 *
 * A fix may edit other files as well (a module of constants, a configuration file). The session is told their new texts, so that the
 * next pass sees them; of two fixes that edit the same one, the second waits.
 *
 * A pass that leaves more syntax errors than it found is undone: a mistaken fix must not damage a file.
 */
import type { FileEdit, FileLine, Fix, ReportedFinding } from "../analysis/engine/finding.ts";
import type { OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import { applyEdits } from "../analysis/text/edit.ts";
import type { TextEdit } from "../analysis/text/edit.ts";

export interface FixChoice {
  /** `review` takes fixes of both kinds. */
  readonly safety: Fix["safety"];
  /** Only this rule's fixes. */
  readonly rule?: string;
  /** Only fixes that edit no other file. */
  readonly isAlone?: boolean;
}

export interface AppliedFix {
  readonly rule: string;
  readonly fix: Fix;
}

export interface FixOutcome {
  readonly applied: readonly AppliedFix[];
  /** Lines for files beside the document; each once. */
  readonly files: readonly FileLine[];
  /** Other files as they were and as they are to be, by URI. */
  readonly elsewhere: ReadonlyMap<string, ChangedFile>;
  /** `unsettled`: fixes kept calling for more. `undone`: the last pass would have broken the syntax. */
  readonly end: "settled" | "unsettled" | "undone";
}

export interface ChangedFile {
  readonly before: string;
  readonly after: string;
}

/** Leaves the document in the session fixed. A document that is not open has nothing to fix. */
export function applyFixes(session: Session, uri: string, choice: FixChoice): FixOutcome {
  const applied: AppliedFix[] = [];
  const elsewhere = new Map<string, ChangedFile>();
  const outcome = (end: FixOutcome["end"]): FixOutcome => ({ applied, files: filesOf(applied), elsewhere, end });
  let fewest = Infinity;
  for (let idle = 0; idle < 3; ) {
    const document = session.document(uri);
    const findings = session.report(uri)?.findings;
    if (!document || !findings) break;
    const pass = choosePass(document, findings, choice);
    if (pass.taken.length === 0) return outcome("settled");
    // Fixes that bring forth as many as they take away would never end.
    if (pass.candidates < fewest) idle = 0;
    else idle += 1;
    fewest = Math.min(fewest, pass.candidates);

    const before = snapshot(document);
    for (const [cell, edits] of pass.edits) session.change(uri, lastFirst(edits), cell);
    if (problemCount(session.document(uri)) > before.problems) {
      restore(session, uri, before, pass.edits.keys());
      return outcome("undone");
    }
    for (const { uri: file, before: text, edits } of pass.elsewhere) {
      const after = applyEdits(text, edits);
      tellFile(session, file, after);
      elsewhere.set(file, { before: elsewhere.get(file)?.before ?? text, after });
    }
    applied.push(...pass.taken);
  }
  return outcome("unsettled");
}

/** The fix that would be taken for a finding, if any: the first that the choice allows. */
export function preferredFix(finding: Pick<ReportedFinding, "rule" | "fixes">, choice: FixChoice): Fix | undefined {
  if (choice.rule !== undefined && finding.rule !== choice.rule) return undefined;
  const fixes = choice.isAlone ? finding.fixes.filter(({ elsewhere = [] }) => elsewhere.length === 0) : finding.fixes;
  return fixes.find((fix) => fix.safety === "safe") ?? (choice.safety === "review" ? fixes[0] : undefined);
}

/** Key of the edits: a notebook cell's id; `undefined` for a script's one text. */
type TextKey = string | undefined;

interface Pass {
  readonly taken: readonly AppliedFix[];
  /** How many findings had a fix to offer. */
  readonly candidates: number;
  readonly edits: ReadonlyMap<TextKey, readonly TextEdit[]>;
  readonly elsewhere: readonly FileEdit[];
}

function choosePass(document: OpenDocument, findings: readonly ReportedFinding[], choice: FixChoice): Pass {
  const taken: AppliedFix[] = [];
  const edits = new Map<TextKey, TextEdit[]>();
  const elsewhere: FileEdit[] = [];
  let candidates = 0;
  for (const finding of findings) {
    const fix = preferredFix(finding, choice);
    if (!fix) continue;
    candidates += 1;
    const wanted = fix.edits.map(({ at, text }) => {
      const { cell, start, end } = document.locate(at);
      return { key: document.dialect === "notebook" ? cell.id : undefined, edit: { start, end, text } };
    });
    if (wanted.some(({ key, edit }) => edits.get(key)?.some((other) => touches(edit, other)))) continue;
    if (fix.elsewhere?.some(({ uri }) => elsewhere.some((other) => other.uri === uri))) continue;
    elsewhere.push(...(fix.elsewhere ?? []));
    for (const { key, edit } of wanted) {
      const list = edits.get(key);
      if (list) list.push(edit);
      else edits.set(key, [edit]);
    }
    taken.push({ rule: finding.rule, fix });
  }
  return { taken, candidates, edits, elsewhere };
}

/** The text of another file from now on, as modules and configuration files are read by the session. */
export function tellFile(session: Session, uri: string, text: string): void {
  const open = session.document(uri);
  const [cell] = open?.cells ?? [];
  if (open && cell) session.change(uri, [{ start: 0, end: open.sourceOf(cell).text.length, text }]);
  else if (uri.endsWith(".py")) session.modules.setFile(uri, { kind: "script", text });
  else session.folders.tellText(uri, text);
}

/** Neighbours count: whether one insertion goes before or after another is not for us to guess. */
function touches(a: TextEdit, b: TextEdit): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/** Edits that refer to one text, in an order in which each may be applied after the one before. */
function lastFirst(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.map((edit, index) => ({ edit, index }))
    .sort((a, b) => b.edit.start - a.edit.start || b.edit.end - a.edit.end || b.index - a.index)
    .map(({ edit }) => edit);
}

interface Snapshot {
  readonly texts: ReadonlyMap<TextKey, string>;
  readonly problems: number;
}

function snapshot(document: OpenDocument): Snapshot {
  const texts = new Map<TextKey, string>();
  for (const cell of document.cells) texts.set(document.dialect === "notebook" ? cell.id : undefined, document.sourceOf(cell).text);
  return { texts, problems: problemCount(document) };
}

function restore(session: Session, uri: string, before: Snapshot, keys: Iterable<TextKey>): void {
  const document = session.document(uri);
  if (!document) return;
  for (const key of keys) {
    const cell = key === undefined ? document.cells[0] : document.cell(key);
    if (cell) session.change(uri, [{ start: 0, end: document.sourceOf(cell).text.length, text: before.texts.get(key) ?? "" }], key);
  }
}

function problemCount(document: OpenDocument | undefined): number {
  return document?.units.reduce((sum, unit) => sum + unit.problems.length, 0) ?? 0;
}

function filesOf(applied: readonly AppliedFix[]): FileLine[] {
  const seen = new Map<string, FileLine>();
  for (const { fix } of applied) for (const file of fix.files ?? []) seen.set(`${file.path}\n${file.line}`, file);
  return [...seen.values()];
}
