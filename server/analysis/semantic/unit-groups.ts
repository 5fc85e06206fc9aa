/**
 * Groups: a document's units by eights, and those by sixteens in sections. A group in which nothing changed stays the array that it was,
 * wherever it is now, and so does a section: what is worked out for one is worth keeping (see facts/kept.ts), and after an edit in a
 * document of 2,000 units there are 20 sections, the 16 groups of one, and the 8 units of one to ask.
 */
import type { UnitAnalysis, UnitGroup, UnitSection } from "./analysis.ts";

const groupSize = 8;
const sectionSize = 16;

export interface Groups {
  readonly groups: readonly UnitGroup[];
  readonly sections: readonly UnitSection[];
}

export const noGroups: Groups = { groups: [], sections: [] };

export function grouped(units: readonly UnitAnalysis[], before: Groups): Groups {
  const groups = cut(units, before.groups, groupSize);
  return { groups, sections: cut(groups, before.sections, sectionSize) };
}

/** Cuts a list into parts of at most `size`: those of the last time where they are the same. */
function cut<Item>(items: readonly Item[], before: readonly (readonly Item[])[], size: number): readonly (readonly Item[])[] {
  const byFirst = new Map<Item | undefined, readonly Item[]>();
  for (const part of before) byFirst.set(part[0], part);
  const parts: (readonly Item[])[] = [];
  let open: Item[] = [];
  const close = (): void => {
    if (open.length > 0) parts.push(open);
    open = [];
  };
  for (let index = 0; index < items.length; ) {
    const item = items[index];
    const old = byFirst.get(item);
    if (old && startsWith(items, index, old)) {
      close();
      parts.push(old);
      index += old.length;
    } else if (item !== undefined) {
      open.push(item);
      if (open.length === size) close();
      index += 1;
    }
  }
  close();
  return parts;
}

function startsWith<Item>(items: readonly Item[], start: number, part: readonly Item[]): boolean {
  for (let index = 0; index < part.length; index++) if (items[start + index] !== part[index]) return false;
  return true;
}
