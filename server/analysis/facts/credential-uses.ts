/**
 * Which strings reach an argument that takes a credential: `psycopg2.connect(password=PASSWORD)` makes one of `PASSWORD = "..."`.
 */
import { defineFact } from "../engine/fact.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { argumentRoles } from "./argument-roles.ts";
import { calls } from "./calls.ts";
import type { CredentialUse } from "./written-credentials.ts";

export interface CredentialUses {
  /** How the string that starts at this offset is used. */
  of(unit: Unit, start: number): CredentialUse | undefined;
}

export const credentialUses = defineFact<never, CredentialUses>({
  name: "credentialUses",
  needs: { calls },
  document({ get }) {
    const uses = new Map<string, CredentialUse>();
    for (const event of get(calls).all) {
      for (const { value, use } of credentialArguments(event)) {
        const at = literalPlace(value);
        if (at) uses.set(key(at.anchor.id, at.start), use);
      }
    }
    return { of: (unit, start) => uses.get(key(unit.anchor.id, start)) };
  },
});

function key(anchor: number, start: number): string {
  return `${String(anchor)}:${String(start)}`;
}

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
