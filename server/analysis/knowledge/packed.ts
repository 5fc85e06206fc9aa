/**
 * Packed text: how stubs lie in the bundles, less than half their size and quickly read.
 *
 * scripts/knowledge/pack.mjs replaces what stood in the text before by a reference, and puts a mark in front; `unpack` gives the
 * text back, and leaves alone what has no mark, as in the sources.
 *
 *     -> self: head tail\n-> self: copy        becomes        -> self: head tail\n;15copy
 *
 * A reference is `;`, `{` or `}` with a distance of one, two or three digits and a length of one digit; digits are the printable
 * characters but quotes and backslash. Texts with one of the three signs are not packed.
 */
const mark = "\u0001";

const digits = " !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~";
/** A shorter copy is not worth a reference; lengths are counted from here. */
const shortestCopy = 4;

export function unpack(text: string): string {
  if (!text.startsWith(mark)) return text;
  const values = new Uint8Array(128);
  for (let digit = 0; digit < digits.length; digit++) values[digits.charCodeAt(digit)] = digit;
  let output = new Uint8Array(text.length * 3);
  let size = 0;
  for (let at = 1; at < text.length; ) {
    if (size + digits.length + shortestCopy > output.length) {
      const larger = new Uint8Array(output.length * 2 + digits.length + shortestCopy);
      larger.set(output);
      output = larger;
    }
    const code = text.charCodeAt(at++);
    const places = code === 59 ? 1 : code === 123 ? 2 : code === 125 ? 3 : 0;
    if (places === 0) {
      output[size++] = code;
      continue;
    }
    let distance = values[text.charCodeAt(at++)] ?? 0;
    for (let place = 1; place < places; place++) distance = distance * digits.length + (values[text.charCodeAt(at++)] ?? 0);
    const length = (values[text.charCodeAt(at++)] ?? 0) + shortestCopy;
    const from = size - distance - 1;
    // What is copied may reach into what the copy itself writes.
    if (distance >= length) output.copyWithin(size, from, from + length);
    else for (let each = 0; each < length; each++) output[size + each] = output[from + each] ?? 0;
    size += length;
  }
  let whole = "";
  for (let start = 0; start < size; start += 4096) whole += String.fromCharCode(...output.subarray(start, Math.min(size, start + 4096)));
  return whole;
}
