/** Queries with pasted values that are sent to a database, each once: in the most open context that its code is run in. */
import { defineFact } from "../engine/fact.ts";
import type { ArgumentValue, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Piece, Value } from "../semantic/value.ts";
import type { Expression } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { looksLikeExecute, pastedQuery } from "./pasted-queries.ts";
import type { PastedHole, PastedQuery } from "./pasted-queries.ts";
import { piecesOf, stepsTo } from "./query-steps.ts";
import type { QuerySteps } from "./query-steps.ts";

export interface SentQuery {
  readonly query: PastedQuery;
  /** The argument at the call. */
  readonly at: Place;
  /** The argument does not hold the text. */
  readonly isElsewhere: boolean;
  readonly argument: { readonly unit: Unit; readonly node: Expression };
  /** Where the text is put together in several statements. */
  readonly steps: QuerySteps | undefined;
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
  document: ({ analysis, cells }) => ({ analysis, cells, sent: sentQueries(analysis, cells) }),
});

function sentQueries(analysis: DocumentAnalysis, cells: readonly Cell[]): readonly SentQuery[] {
  const found: SentQuery[] = [];
  /** Where the query with a hole is in the list. */
  const byHole = new Map<string, number>();
  const index = (at: number): void => {
    for (const hole of found[at]?.query.pasted ?? []) if (!byHole.has(keyOf(hole))) byHole.set(keyOf(hole), at);
  };
  for (const { unit, node, pieces } of textsWithHoles(analysis)) {
    const at = place(unit, node);
    const steps = stepsTo(cells, unit, node);
    // Where branches add to a text, its value ends with "one of several ends"; the steps say which.
    const isOpen = pieces.some((piece) => piece.kind === "hole" && !piece.place);
    const query = pastedQuery(isOpen && steps ? piecesOf(analysis, steps) : pieces);
    const [first] = query?.pasted ?? [];
    if (!query || !first) continue;
    const isElsewhere = first.place.anchor !== at.anchor || first.place.start < at.start || first.place.end > at.end;
    const sent = { query, at, isElsewhere, steps, argument: { unit, node } };
    const same = byHole.get(keyOf(first));
    const known = same === undefined ? undefined : found[same];
    if (same === undefined || !known) index(found.push(sent) - 1);
    else if (known.query.pasted.length < query.pasted.length) {
      found[same] = sent;
      byHole.clear();
      for (const at of found.keys()) index(at);
    }
  }
  return found.sort((a, b) => (precedes(a.at, b.at) ? -1 : 1));
}

function keyOf({ place: { anchor, start, end } }: PastedHole): string {
  return `${String(anchor.id)}:${String(start)}:${String(end)}`;
}

interface SentText {
  readonly unit: Unit;
  readonly node: Expression;
  readonly pieces: readonly Piece[];
}

/** Arguments that are sent as SQL and have something filled in. */
const textsWithHoles = gathered(({ unit, calls }): readonly SentText[] => {
  const sent: ArgumentValue[] = [];
  for (const event of calls) for (const { argument, role } of argumentRoles(event)) if (role === "sql") sent.push(argument);
  for (const event of calls) if (looksLikeExecute(event)) sent.push(...event.args.filter(({ position, unpacked }) => position === 0 && !unpacked));
  return sent.flatMap(({ node, value }) => {
    const pieces = piecesWithHoles(value);
    return pieces ? [{ unit, node, pieces }] : [];
  });
});

function piecesWithHoles({ constant }: Value): readonly Piece[] | undefined {
  return constant?.kind === "text" && constant.pieces.some(({ kind }) => kind === "hole") ? constant.pieces : undefined;
}
