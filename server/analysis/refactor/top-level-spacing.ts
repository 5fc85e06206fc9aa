/**
 * Blank lines between the top-level statements of a module that was put together from parts, as Ruff's formatter has them: two around
 * definitions, at most two elsewhere, one after the imports at least.
 */
import { Document } from "../syntax/document.ts";
import { isDefinition, isImport } from "../syntax/node-kinds.ts";
import type { Unit } from "../syntax/unit.ts";

/** The text, with exactly one line break at its end. */
export function spaced(uri: string, text: string): string {
  const { units } = Document.script(uri, text);
  let result = "";
  let previous: Unit | undefined;
  for (const unit of units) {
    const written = unit.text.replace(/^(?:[ \t]*\n)+/u, "");
    if (written.trim() === "") continue;
    const own = unit.text.length - written.length === 0 ? 0 : unit.text.slice(0, unit.text.length - written.length).split("\n").length - 1;
    result = result === "" ? "" : result.trimEnd() + "\n".repeat(1 + gap(previous, unit, own));
    result += written.trimEnd();
    previous = unit;
  }
  return `${result.trimEnd()}\n`;
}

function gap(previous: Unit | undefined, unit: Unit, own: number): number {
  const last = previous?.body.at(-1);
  const [first] = unit.body;
  if ((last && isDefinition(last)) || (first && isDefinition(first))) return 2;
  if (last && isImport(last) && first && !isImport(first)) return Math.min(Math.max(own, 1), 2);
  return Math.min(own, 2);
}
