/** A script's new text as edits of what differs: units that are the same at both ends stay untouched. */
import type { PlaceEdit } from "../engine/finding.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Layout } from "./layout.ts";

/** @param text with `\n` for line breaks */
export function wholeTextEdits({ units }: OpenDocument, text: string, { lineBreak }: Layout): readonly PlaceEdit[] {
  const wanted = text.replaceAll("\n", lineBreak);
  let front = 0;
  let at = 0;
  for (let unit = units[front]; unit && wanted.startsWith(unit.text, at) && front < units.length - 1; unit = units[front]) {
    at += unit.text.length;
    front++;
  }
  let back = units.length;
  let end = wanted.length;
  for (let unit = units[back - 1]; unit && back - 1 > front && end - unit.text.length >= at && wanted.endsWith(unit.text, end); unit = units[back - 1]) {
    end -= unit.text.length;
    back--;
  }
  return units.slice(front, back).map((unit, index) => ({ at: { anchor: unit.anchor, start: 0, end: unit.text.length }, text: index === 0 ? wanted.slice(at, end) : "" }));
}
