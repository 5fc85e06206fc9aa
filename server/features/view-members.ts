/**
 * Features that code names as members of the object which stands for their view, where a store has that (StoreDialect.membersBut).
 *
 *     cards = fs.get_feature_group("cards", version=1)
 *     cards.filter(cards.limit > 10)         limit, of cards
 *     cards["limit"]                         the same
 *     cards.version                          nothing: the object has that itself
 */
import { viewNameIn } from "../analysis/facts/feature-calls.ts";
import type { UnitAnalysis } from "../analysis/semantic/analysis.ts";
import { madeOf } from "../analysis/store/construction.ts";
import type { StoreDialect } from "../analysis/store/dialect.ts";
import { contentOf } from "../analysis/store/written-text.ts";
import { place } from "../analysis/syntax/unit.ts";
import type { Place, Unit } from "../analysis/syntax/unit.ts";
import { walk } from "../analysis/syntax/walk.ts";

export interface ViewMember {
  readonly view: string;
  readonly name: string;
  /** Where the name stands, as far as it can be changed there. */
  readonly written: Place | undefined;
  /** The string of an item. */
  readonly literal: Place | undefined;
  readonly around: Place;
}

export function viewMembers(unit: Unit, analysis: UnitAnalysis, dialect: StoreDialect): readonly ViewMember[] {
  const own = dialect.membersBut;
  const found: ViewMember[] = [];
  if (!own) return found;
  walk(unit.body, (node) => {
    if (node.kind !== "Attribute" && node.kind !== "Subscript") return undefined;
    const item = node.kind === "Subscript" && node.slice.kind === "Constant" && node.slice.type === "str" ? node.slice : undefined;
    const attribute = node.kind === "Attribute" && !own.has(node.attr.name) ? node.attr : undefined;
    const object = item ?? attribute ? analysis.valueOf(node.value) : undefined;
    const view = madeOf(object) && viewNameIn(object, dialect)?.written?.text;
    if (view === undefined) return undefined;
    const around = place(unit, node);
    if (attribute) found.push({ view, name: attribute.name, written: place(unit, attribute), literal: undefined, around });
    else if (item) {
      const literal = place(unit, item);
      found.push({ view, name: item.value, written: contentOf(literal, item.value), literal, around });
    }
    return undefined;
  });
  return found;
}
