/**
 * From the text of a string literal to its value: backslash escapes, line breaks, doubled braces.
 *
 * `\N{name}` needs the Unicode character database, which would outweigh the whole extension: its value is U+FFFD,
 * the replacement character.
 */

export interface Decoding {
  readonly raw: boolean;
  readonly bytes: boolean;
  /** In the text of an f-string `{{` stands for `{`. */
  readonly braces: boolean;
  /** Called with an escape that Python rejects. */
  report(message: string, start: number, end: number): void;
}

/** Value of `text.slice(start, end)`, the inside of a literal. */
export function decode(text: string, start: number, end: number, how: Decoding): string {
  let value = "";
  let from = start;
  let position = start;
  while (position < end) {
    const code = text.charCodeAt(position);
    if (code === 13) {
      value += text.slice(from, position) + "\n";
      position += position + 1 < end && text.charCodeAt(position + 1) === 10 ? 2 : 1;
      from = position;
    } else if (how.braces && (code === 123 || code === 125) && position + 1 < end && text.charCodeAt(position + 1) === code) {
      value += text.slice(from, position + 1);
      position += 2;
      from = position;
    } else if (code === 92 && !how.raw && position + 1 < end) {
      value += text.slice(from, position);
      const next = text.charCodeAt(position + 1);
      const simple = SIMPLE[String.fromCharCode(next)];
      if (simple !== undefined) {
        value += simple;
        position += 2;
      } else if (next === 13) position += position + 2 < end && text.charCodeAt(position + 2) === 10 ? 3 : 2;
      else if (next >= 48 && next <= 55) {
        let stop = position + 2;
        while (stop < end && stop < position + 4 && text.charCodeAt(stop) >= 48 && text.charCodeAt(stop) <= 55) stop++;
        const number = parseInt(text.slice(position + 1, stop), 8);
        value += String.fromCharCode(how.bytes ? number & 255 : number);
        position = stop;
      } else if (next === 120) position = hexadecimal(position, 2);
      else if (next === 117 && !how.bytes) position = hexadecimal(position, 4);
      else if (next === 85 && !how.bytes) position = hexadecimal(position, 8);
      else if (next === 78 && !how.bytes) {
        const close = text.charCodeAt(position + 2) === 123 ? text.indexOf("}", position) : -1;
        if (close > 0 && close < end && close > position + 3) {
          value += "\ufffd";
          position = close + 1;
        } else {
          how.report("`\\N` must be followed by a character's name in braces", position, position + 2);
          value += "\\N";
          position += 2;
        }
      } else {
        // An unknown escape stands for itself.
        value += "\\";
        position++;
        if (how.braces && (next === 123 || next === 125)) {
          from = position;
          continue;
        }
        value += String.fromCharCode(next);
        position++;
      }
      from = position;
    } else position++;
  }
  return value + text.slice(from, end);

  function hexadecimal(at: number, length: number): number {
    let stop = at + 2;
    while (stop < end && stop < at + 2 + length && isHexadecimal(text.charCodeAt(stop))) stop++;
    const number = stop === at + 2 + length ? parseInt(text.slice(at + 2, stop), 16) : -1;
    if (number < 0 || number > 0x10ffff) {
      const letter = text.charAt(at + 1);
      const advice = letter === "U" ? "; in a path write `\\\\` or put `r` before the string" : "";
      how.report(`\`\\${letter}\` must be followed by ${String(length)} hexadecimal digits of a character${advice}`, at, stop);
      value += text.slice(at, stop);
    } else value += number > 0xffff ? String.fromCodePoint(number) : String.fromCharCode(number);
    return stop;
  }
}

function isHexadecimal(code: number): boolean {
  return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 102);
}

const SIMPLE: Readonly<Record<string, string | undefined>> = {
  "\n": "", "\\": "\\", "'": "'", '"': '"', a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t", v: "\v",
};
