/**
 * Findings with their places worked out: file, cell, text and offsets, ready to be printed after the document is closed.
 */
import type { ReportedFinding } from "../analysis/engine/finding.ts";
import type { Session } from "../analysis/engine/session-contract.ts";
import type { DistantPlace } from "../analysis/engine/summary.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import type { SourceText } from "../analysis/text/source-text.ts";

export interface Spot {
  /** As printed: relative to the working directory, with `/`. */
  readonly path: string;
  /** 0-based index in the notebook's `cells`; `null` in scripts. */
  readonly cell: number | null;
  /** The text that the offsets count in: the file's, or the cell's. */
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

export interface LocatedFinding {
  readonly finding: PrintedFinding;
  readonly at: Spot;
  readonly related: readonly { readonly message: string; readonly at: Spot }[];
}

/** What is printed of a finding besides its places. */
export type PrintedFinding = Pick<ReportedFinding, "rule" | "topic" | "level" | "message" | "fixes">;

export function locateFinding(session: Session, finding: ReportedFinding, pathOf: (uri: string) => string): LocatedFinding {
  const spotOf = (place: Place | DistantPlace): Spot | undefined => {
    const found = session.modules.locate(place);
    if (!found) return undefined;
    const { document: { uri, dialect }, cell, source, start, end } = found;
    return { path: pathOf(uri), cell: dialect === "notebook" ? cell.index : null, source, start, end };
  };
  const at = spotOf(finding.at);
  if (!at) throw new Error(`the finding of ${finding.rule} lies in no open document`);
  const related = (finding.related ?? []).flatMap(({ at: place, message }) => {
    const spot = spotOf(place);
    return spot ? [{ message, at: spot }] : [];
  });
  return { finding, at, related };
}

/** 1-based, columns in code points: what people and reports count in. */
export interface SpotRange {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function rangeOfSpot({ source, start, end }: Spot): SpotRange {
  const from = source.positionAt(start, "code-point");
  const to = source.positionAt(end, "code-point");
  return { line: from.line + 1, column: from.column + 1, endLine: to.line + 1, endColumn: to.column + 1 };
}
