/**
 * LSP's incremental changes to edits on offsets.
 *
 * The changes of one notification build on each other: the positions of the second count in the text after the first.
 * Editors send several carets' edits from the bottom up, and then no edit moves what a later one refers to: all can be
 * read against the text as it is. Otherwise the text has to be changed in between, so the result is a list of rounds,
 * made lazily: each is applied before the next one is asked for.
 */
import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { SourceText } from "../analysis/text/source-text.ts";
import type { TextEdit } from "../analysis/text/edit.ts";
import type { Abilities } from "./abilities.ts";
import { comparePositions, toOffset } from "./position.ts";

/** `current` gives the text with all rounds so far applied. */
export function* editRounds(
  changes: readonly TextDocumentContentChangeEvent[],
  current: () => SourceText,
  columns: Abilities["columns"],
): Generator<readonly TextEdit[]> {
  let source = current();
  let round: TextEdit[] = [];
  let previous: TextDocumentContentChangeEvent | undefined;
  for (const change of changes) {
    if (previous && !liesBefore(change, previous)) {
      yield round;
      source = current();
      round = [];
    }
    round.push(editOf(change, source, columns));
    previous = change;
  }
  if (round.length > 0) yield round;
}

function editOf(change: TextDocumentContentChangeEvent, source: SourceText, columns: Abilities["columns"]): TextEdit {
  if (!("range" in change)) return { start: 0, end: source.text.length, text: change.text };
  const start = toOffset(source, change.range.start, columns);
  return { start, end: Math.max(start, toOffset(source, change.range.end, columns)), text: change.text };
}

function liesBefore(next: TextDocumentContentChangeEvent, previous: TextDocumentContentChangeEvent): boolean {
  return "range" in next && "range" in previous && comparePositions(next.range.end, previous.range.start) <= 0;
}
