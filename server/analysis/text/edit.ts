/**
 * Text edits on flat offsets.
 *
 * Offsets are UTF-16 code units, as in JavaScript strings; lines and columns exist only at the border
 * (see source-text.ts).
 */

/** Replace `[start, end)` by `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Applies edits that all refer to the same original text. Edits at one offset keep their order.
 *
 * @throws RangeError when two edits overlap or one lies outside the text: applying only some of them would
 * damage the user's file.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const ordered = edits
    .map((edit, index) => ({ edit, index }))
    .sort((a, b) => a.edit.start - b.edit.start || a.edit.end - b.edit.end || a.index - b.index);
  let result = "";
  let at = 0;
  for (const { edit } of ordered) {
    if (edit.start < at || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`edit [${edit.start}, ${edit.end}) overlaps another edit or lies outside the text`);
    }
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
