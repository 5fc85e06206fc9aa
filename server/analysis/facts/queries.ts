/** Queries with pasted values that are sent to a database, each once: in the most open context that its code is run in. */
import { defineFact } from "../engine/fact.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { isSameHole, looksLikeExecute, pastedQuery } from "./pasted-queries.ts";
import type { PastedQuery } from "./pasted-queries.ts";

export interface SentQuery {
  readonly query: PastedQuery;
  /** The argument at the call. */
  readonly at: Place;
  /** The argument does not hold the text. */
  readonly isElsewhere: boolean;
}

export interface Queries {
  /** In document order. */
  readonly sent: readonly SentQuery[];
  readonly analysis: DocumentAnalysis;
  readonly cells: readonly Cell[];
}

export const queries = defineFact<never, Queries>({
  name: "queries",
  needs: {},
  document: ({ analysis, cells }) => ({ analysis, cells, sent: sentQueries(analysis) }),
});

function sentQueries(analysis: DocumentAnalysis): readonly SentQuery[] {
  const found: SentQuery[] = [];
  for (const { at, value } of textsWithHoles(analysis)) {
    const query = pastedQuery(value);
    const [first] = query?.pasted ?? [];
    if (!query || !first) continue;
    const isElsewhere = first.place.anchor !== at.anchor || first.place.start < at.start || first.place.end > at.end;
    const same = found.findIndex((each) => each.query.pasted.some((hole) => isSameHole(hole, first)));
    const known = found[same];
    if (!known) found.push({ query, at, isElsewhere });
    else if (known.query.pasted.length < query.pasted.length) found[same] = { query, at, isElsewhere };
  }
  return found.sort((a, b) => (precedes(a.at, b.at) ? -1 : 1));
}

/** Arguments that are sent as SQL and have something filled in. */
const textsWithHoles = gathered(({ unit, calls }) => {
  const known = calls.flatMap((event) => argumentRoles(event).flatMap(({ argument, role }) => (role === "sql" ? [argument] : [])));
  const guessed = calls.filter(looksLikeExecute).flatMap(({ args }) => args.filter(({ position, unpacked }) => position === 0 && !unpacked));
  const isFilledIn = ({ constant }: Value): boolean => constant?.kind === "text" && constant.pieces.some(({ kind }) => kind === "hole");
  return [...known, ...guessed].flatMap(({ node, value }) => (isFilledIn(value) ? [{ at: place(unit, node), value }] : []));
});
