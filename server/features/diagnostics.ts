/**
 * What the editor underlines: the findings of a document, each in the text that it lies in.
 *
 * An editor knows *texts*: a script is one text under its own URI, a notebook is one text per cell under the cell's
 * URI. The analysis knows documents and cells. `textUri` is the bridge, and every feature answers in texts and flat offsets.
 */
import type { ReportedFinding } from "../analysis/engine/finding.ts";
import type { DocumentReport, OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import type { Cell, Place } from "../analysis/syntax/unit.ts";
import type { SourceText } from "../analysis/text/source-text.ts";

/** A stretch of one text, in UTF-16 offsets. */
export interface TextRange {
  readonly uri: string;
  readonly start: number;
  readonly end: number;
}

export interface Diagnosis {
  readonly finding: ReportedFinding;
  /** Position in the report that it comes from. */
  readonly index: number;
  readonly at: TextRange;
  readonly related: readonly RelatedPlace[];
}

/** A step of the explanation, which may lie in another document. */
export interface RelatedPlace {
  readonly at: TextRange;
  /** The text that the offsets count in; a document may be there that is not open. */
  readonly source: SourceText;
  readonly message: string;
}

export interface Diagnoses {
  readonly report: DocumentReport;
  /** One entry for every text of the document, those without findings included; findings in reading order. */
  readonly texts: ReadonlyMap<string, readonly Diagnosis[]>;
}

/** `undefined` for a document that is not open. `cancelled` is asked between rules; a cancelled answer is incomplete. */
export function diagnose(session: Session, uri: string, cancelled?: () => boolean): Diagnoses | undefined {
  const report = session.report(uri, cancelled);
  const document = session.document(uri);
  if (!report || !document) return undefined;
  const texts = new Map<string, Diagnosis[]>();
  if (document.dialect !== "notebook") texts.set(document.uri, []);
  else for (const cell of document.cells) texts.set(cell.id, []);
  for (const [index, finding] of report.findings.entries()) {
    const diagnosis = diagnosisOf(session, document, finding, index);
    texts.get(diagnosis.at.uri)?.push(diagnosis);
  }
  return { report, texts };
}

/** The findings that a selection touches: overlapping it, or with the caret at either end. */
export function findingsAt(session: Session, uri: string, selection: TextRange): readonly Diagnosis[] {
  const diagnoses = diagnose(session, uri)?.texts.get(selection.uri) ?? [];
  return diagnoses.filter(({ at }) => at.start <= selection.end && selection.start <= at.end);
}

/** The URI of the text that holds a cell. */
export function textUri(document: OpenDocument, cell: Cell): string {
  return document.dialect === "notebook" ? cell.id : document.uri;
}

export function rangeOf(document: OpenDocument, place: Place): TextRange {
  const { cell, start, end } = document.locate(place);
  return { uri: textUri(document, cell), start, end };
}

function diagnosisOf(session: Session, document: OpenDocument, finding: ReportedFinding, index: number): Diagnosis {
  return {
    finding,
    index,
    at: rangeOf(document, finding.at),
    related: (finding.related ?? []).flatMap(({ at, message }) => {
      const found = session.modules.locate(at);
      if (!found) return [];
      const { document: { uri, dialect }, cell, source, start, end } = found;
      // Only an editor knows the URIs of cells: of a notebook that is not open there is none to point at.
      if (dialect === "notebook" && !session.has(uri)) return [];
      return [{ at: { uri: dialect === "notebook" ? cell.id : uri, start, end }, source, message }];
    }),
  };
}
