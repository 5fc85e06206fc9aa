/** A unified diff in the colours that terminals show them in. */
import type { Style } from "./style.ts";

export function colourDiff(diff: string, style: Style): string {
  if (!style.colour) return diff;
  const paint = (line: string): string => {
    if (line.startsWith("+++") || line.startsWith("---")) return style.bold(line);
    if (line.startsWith("@@")) return style.cyan(line);
    return line.startsWith("+") ? style.green(line) : line.startsWith("-") ? style.red(line) : line;
  };
  return diff.split("\n").map(paint).join("\n");
}
