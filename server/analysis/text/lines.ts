/**
 * Lines of a text that nobody has cut into lines yet. Who asks often takes a SourceText.
 */

/** Where the line after the one that holds the offset begins; the end of the text when there is none. */
export function lineAfter(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end + 1;
}
