/** Classes of characters, for the lexer: a table for ASCII, Unicode properties for the rest. */

export const OTHER = 0;
export const BLANK = 1;
export const LINE_BREAK = 2;
export const NAME_START = 3;
export const DIGIT = 4;
export const QUOTE = 5;

/** Class of each ASCII character. */
export const CLASS: Uint8Array = new Uint8Array(128);
/** 1 for ASCII letters, digits and `_`. */
export const NAME_PART: Uint8Array = new Uint8Array(128);

for (let code = 0; code < 128; code++) {
  const letter = (code | 32) >= 97 && (code | 32) <= 122 && code >= 65;
  if (letter || code === 95) CLASS[code] = NAME_START;
  else if (code >= 48 && code <= 57) CLASS[code] = DIGIT;
  else if (code === 32 || code === 9 || code === 12) CLASS[code] = BLANK;
  else if (code === 10 || code === 13) CLASS[code] = LINE_BREAK;
  else if (code === 34 || code === 39) CLASS[code] = QUOTE;
  NAME_PART[code] = CLASS[code] === NAME_START || CLASS[code] === DIGIT ? 1 : 0;
}

const START = /^[\p{XID_Start}_]$/u;
const PART = /^\p{XID_Continue}$/u;

/**
 * End of the name that begins at `at`, or `at` when none does. CPython asks the properties of the NFKC form of the
 * whole name; asking each character's own form is the same for all names that people write.
 */
export function unicodeNameEnd(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const code = text.codePointAt(position) ?? 0;
    const character = String.fromCodePoint(code);
    if (code < 128) {
      if (NAME_PART[code] === 0 || (position === at && CLASS[code] === DIGIT)) break;
    } else if (!(position === at ? START : PART).test(character)) break;
    position += character.length;
  }
  return Math.min(position, limit);
}

/** Offset after the line break at `at`: `\r\n`, `\n` or `\r`. */
export function afterLineBreak(text: string, at: number, limit: number): number {
  return text.charCodeAt(at) === 13 && at + 1 < limit && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** Offset of the next line break at or after `at`, or `limit`. */
export function lineEnd(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const code = text.charCodeAt(position);
    if (code === 10 || code === 13) break;
    position++;
  }
  return position;
}

export function isLineBreak(text: string, at: number, limit: number): boolean {
  if (at >= limit) return false;
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
}
