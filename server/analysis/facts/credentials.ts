/**
 * Every credential that is written in a document: those that show themselves, and strings that are used as one, whatever they look like.
 */
import { defineFact } from "../engine/fact.ts";
import type { Place } from "../syntax/unit.ts";
import { usedTextsIn } from "./credential-uses.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { magicCredentials } from "./magic-credentials.ts";
import { textConstantsIn } from "./text-constants.ts";
import { credentialIn, evidentCredentials } from "./written-credentials.ts";
import type { WrittenCredential } from "./written-credentials.ts";

/** In document order. */
export const credentials = defineFact<never, readonly WrittenCredential[]>({
  name: "credentials",
  needs: {},
  document({ analysis, document }) {
    const used = usedTextsIn(analysis).flatMap(({ place: at, use, at: usedAt }) => {
      const { unit, cell } = at.anchor;
      const constant = textConstantsIn(unit).find(({ node }) => node.start === at.start);
      const found = constant && credentialIn(unit, constant.node, use);
      if (!found) return [];
      // Told apart from where it stands only when that is elsewhere: the next line says it anyway.
      const isFar = !(usedAt.anchor === at.anchor && usedAt.start <= at.start && usedAt.end >= at.end);
      if (cell.document === document) return isFar ? { ...found, usedAt } : found;
      // What shows itself is reported where it is written.
      return credentialIn(unit, constant.node, undefined) ? [] : { ...found, usedAt };
    });
    const found = new Map<string, WrittenCredential>();
    for (const each of [...used, ...evidentIn(analysis)]) if (!found.has(key(each.place))) found.set(key(each.place), each);
    return [...found.values()].sort((a, b) => (precedes(a.place, b.place) ? -1 : 1));
  },
});

function key({ anchor, start }: Place): string {
  return `${String(anchor.id)}:${String(start)}`;
}

const evidentIn = gathered(({ unit }) => [
  ...evidentCredentials(unit),
  ...magicCredentials(unit),
]);
