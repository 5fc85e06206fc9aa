/** The first line of a statement: where a finding about a whole loop or function is shown, so that not all of it is underlined. */
import type { Statement } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";

export function headOf(unit: Unit, { start, end }: Statement): Place {
  const lineEnd = unit.text.slice(start, end).search(/\s*(?:\r?\n|$)/u);
  return { anchor: unit.anchor, start, end: lineEnd < 0 ? end : start + lineEnd };
}
