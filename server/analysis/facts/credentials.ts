/**
 * Which strings reach an argument that takes a credential: `psycopg2.connect(password=PASSWORD)` makes one of `PASSWORD = "..."`.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { precedes } from "./edits.ts";
import { gathered } from "./kept.ts";
import { textConstantsIn } from "./text-constants.ts";
import { credentialIn, evidentCredentials } from "./written-credentials.ts";
import type { CredentialUse, WrittenCredential } from "./written-credentials.ts";

/** Every credential that is written in the document, in document order. */
export const credentials = defineFact<never, readonly WrittenCredential[]>({
  name: "credentials",
  needs: {},
  document({ analysis, document }) {
    const used = usesIn(analysis).flatMap(({ place, use, at }) => {
      const { unit, cell } = place.anchor;
      const constant = textConstantsIn(unit).find(({ node }) => node.start === place.start);
      const found = constant && credentialIn(unit, constant.node, use);
      if (!found || cell.document === document) return found ?? [];
      // What shows itself is reported where it is written.
      return credentialIn(unit, constant.node, undefined) ? [] : { ...found, usedAt: at };
    });
    const found = new Map(used.map((each) => [key(each.place), each]));
    for (const each of evidentIn(analysis)) if (!found.has(key(each.place))) found.set(key(each.place), each);
    return [...found.values()].sort((a, b) => (precedes(a.place, b.place) ? -1 : 1));
  },
});

function key({ anchor, start }: Place): string {
  return `${String(anchor.id)}:${String(start)}`;
}

const evidentIn = gathered(({ unit }) => evidentCredentials(unit));

const usesIn = gathered((analysis: UnitAnalysis): readonly { readonly place: Place; readonly use: CredentialUse; readonly at: Place }[] =>
  analysis.calls.flatMap((event) => credentialArguments(event).flatMap(({ value, use }) => {
    const found = literalPlace(value);
    return found ? [{ place: found, use, at: place(event.unit, event.node) }] : [];
  })));

/** Arguments whose name alone says what they take, of callables that nothing is known of. */
const tellingNames: ReadonlyMap<string, CredentialUse["role"]> = new Map([
  ["password", "password"], ["passwd", "password"], ["api_key", "token"], ["apikey", "token"], ["secret_key", "token"], ["client_secret", "token"],
  ["access_token", "token"], ["auth_token", "token"], ["aws_secret_access_key", "token"],
]);

function credentialArguments(event: CallEvent): readonly { readonly value: Value; readonly use: CredentialUse }[] {
  const { target, node, unit } = event;
  const known = argumentRoles(event);
  const name = target ?? unit.text.slice(node.func.start, node.func.end);
  // The password of basic authentication is the second of a pair.
  const found = known.flatMap(({ argument: { value }, role }) => {
    if (role === "auth") return value.type?.kind === "tuple" && value.type.elements[1] ? [{ value: value.type.elements[1], use: { role: "password" as const, target: name } }] : [];
    return role === "password" || role === "token" || role === "key-id" || role === "connection-url" ? [{ value, use: { role, target: name } }] : [];
  });
  if (target !== undefined || !/^[\w.]{1,40}$/u.test(name)) return found;
  for (const { keyword, value } of event.args) {
    const role = keyword === undefined ? undefined : tellingNames.get(keyword);
    if (role) found.push({ value, use: { role, target: name } });
  }
  return found;
}

/** The one string that the value is. */
function literalPlace({ constant }: Value): Place | undefined {
  if (constant?.kind !== "text" || constant.pieces.length !== 1) return undefined;
  const [piece] = constant.pieces;
  return piece?.kind === "literal" ? piece.place : undefined;
}
