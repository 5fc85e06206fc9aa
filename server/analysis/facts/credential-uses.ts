/**
 * Which strings are used as a credential: they reach an argument that takes one, alone or as part of a text.
 *
 *     psycopg2.connect(password=PASSWORD)              PASSWORD = "..."
 *     psycopg2.connect(**CONFIG)                       the "password" of CONFIG = {...}
 *     create_engine(f"postgresql://etl:{PW}@{HOST}/d") PW = "..."
 *     headers = {"X-Api-Key": KEY}                     KEY = "..."
 */
import { credentialHeaders, looksSecret } from "../knowledge/credentials.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Role } from "../knowledge/callables.ts";
import type { CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { argumentRoles } from "./argument-roles.ts";
import { gathered } from "./kept.ts";
import { headerSpan, hole, secretSpan } from "./secret-spans.ts";
import type { SecretSpan } from "./secret-spans.ts";
import { formattedIn } from "./text-constants.ts";
import { textOf } from "./values.ts";
import type { CredentialUse } from "./written-credentials.ts";

export interface UsedText {
  /** The string. */
  readonly place: Place;
  readonly use: CredentialUse;
  /** The call or the text that uses it. */
  readonly at: Place;
}

export const usedTextsIn = gathered((analysis: UnitAnalysis): readonly UsedText[] => {
  const found: UsedText[] = [];
  for (const event of analysis.calls) {
    for (const used of valuesUsed(event)) for (const each of placesOf(used)) found.push({ ...each, at: place(event.unit, event.node) });
  }
  for (const { unit, node } of formattedIn(analysis.unit)) {
    const secret = secretIn(analysis.valueOf(node), (text) => secretSpan(text, false));
    if (secret) found.push({ place: secret, use: { role: "password", target: "a URL" }, at: place(unit, node) });
  }
  found.push(...headersIn(analysis));
  return found;
});

/** `{"Authorization": f"Bearer {KEY}"}`, whoever gets it. */
function headersIn(analysis: UnitAnalysis): readonly UsedText[] {
  const { unit } = analysis;
  if (!/["'](?:proxy-)?authorization["']|-key["']|apikey["']|-token["']/iu.test(unit.text)) return [];
  const found: UsedText[] = [];
  walk(unit.body, (node) => {
    if (node.kind !== "Dict") return undefined;
    for (const [index, key] of node.keys.entries()) {
      const value = node.values[index];
      if (!value || key?.kind !== "Constant" || key.type !== "str" || !credentialHeaders.has(key.value.toLowerCase())) continue;
      const use: CredentialUse = { role: "header", target: "a request", parameter: key.value };
      found.push(...placesOf({ value: analysis.valueOf(value), use }).map((each): UsedText => ({ ...each, at: place(unit, value) })));
    }
    return undefined;
  });
  return found;
}

interface UsedValue {
  readonly value: Value;
  readonly use: CredentialUse;
}

/** Arguments whose name alone says what they take, of callables that nothing is known of. */
const tellingNames: ReadonlyMap<string, "password" | "token"> = new Map([
  ["password", "password"], ["passwd", "password"], ["api_key", "token"], ["apikey", "token"], ["secret_key", "token"], ["client_secret", "token"],
  ["access_token", "token"], ["auth_token", "token"], ["aws_secret_access_key", "token"],
]);

const none: readonly never[] = [];

function valuesUsed(event: CallEvent): readonly UsedValue[] {
  const { target, node, unit } = event;
  if (event.args.length === 0) return none;
  const name = target ?? unit.text.slice(node.func.start, node.func.end);
  const found: UsedValue[] = [];
  for (const { argument: { value, keyword }, role } of argumentRoles(event)) found.push(...usesOf(value, role, name, keyword));
  for (const { unpacked, keyword, value } of event.args) {
    if (unpacked && value.type?.kind === "dict") found.push(...entriesOf(value).flatMap(({ key, value: each }) => usesOf(each, roleOf(target, key), name, key)));
    const role = target === undefined && keyword !== undefined && /^[\w.]{1,40}$/u.test(name) ? tellingNames.get(keyword) : undefined;
    if (role) found.push({ value, use: { role, target: name, parameter: keyword } });
  }
  // The options of a Spark reader go by name: `.option("password", ...)`.
  const [option, value] = event.args;
  if (target !== undefined && /^pyspark\..*\.option$/u.test(target) && option && value && /^(?:\w+_?)?password$/iu.test(textOf(option.value) ?? "")) {
    found.push({ value: value.value, use: { role: "password", target: name } });
  }
  return found;
}

function roleOf(target: string | undefined, parameter: string): Role | undefined {
  const known = target === undefined ? undefined : callableOf(target);
  return known ? known.parameters.find(({ name }) => name === parameter)?.role : undefined;
}

function usesOf(value: Value, role: Role | undefined, target: string, parameter: string | undefined): readonly UsedValue[] {
  switch (role) {
    case "password":
    case "token":
    case "key-id":
      return [{ value, use: { role, target, parameter } }];
    case "connection-url":
    case "url":
      return [{ value, use: { role, target } }];
    case "auth":
      // The password of basic authentication is the second of a pair.
      return value.type?.kind === "tuple" && value.type.elements[1] ? [{ value: value.type.elements[1], use: { role: "password", target } }] : [];
    default:
      return none;
  }
}

function entriesOf({ type }: Value): readonly { readonly key: string; readonly value: Value }[] {
  if (type?.kind !== "dict") return [];
  return type.entries.flatMap(({ key, value }) => {
    const text = textOf(key);
    return text === undefined ? [] : [{ key: text, value }];
  });
}

/** The strings that the value is, or that are the secret in it. */
function placesOf({ value, use }: UsedValue): readonly Omit<UsedText, "at">[] {
  const { role, target } = use;
  if (role === "header") {
    const isSecret = (text: string): boolean => looksSecret(text) && text.length >= 16;
    const text = textOf(value);
    const found = text !== undefined && isSecret(text.slice(headerSpan(text).start)) ? (literalPlace(value) ?? secretIn(value, headerSpan)) : secretIn(value, headerSpan, isSecret);
    return found ? [{ place: found, use }] : [];
  }
  const whole = literalPlace(value);
  if (whole) return role === "url" ? [] : [{ place: whole, use }];
  if (role === "connection-url" || role === "url") {
    const found = secretIn(value, (text) => secretSpan(text, role === "connection-url"));
    return found ? [{ place: found, use: { role: "password", target } }] : [];
  }
  // One of several: `os.getenv("PASSWORD") or "..."`. The string is an origin only where it comes here as it was written.
  return value.constant ? [] : value.origins.flatMap((origin) => (origin.kind === "literal" ? [{ place: origin.place, use }] : []));
}

/** The one string that the value is. */
function literalPlace({ constant }: Value): Place | undefined {
  if (constant?.kind !== "text" || constant.pieces.length !== 1) return undefined;
  const [piece] = constant.pieces;
  return piece?.kind === "literal" ? piece.place : undefined;
}

/** The string that is the secret of a longer text, nothing more and nothing less. */
function secretIn({ constant }: Value, find: (text: string) => SecretSpan | undefined, isSecret: (text: string) => boolean = () => true): Place | undefined {
  if (constant?.kind !== "text" || constant.pieces.length < 2) return undefined;
  const span = find(constant.pieces.map((piece) => (piece.kind === "literal" ? piece.text : hole)).join(""));
  let start = 0;
  for (const piece of constant.pieces) {
    const end = start + (piece.kind === "literal" ? piece.text.length : hole.length);
    if (piece.kind === "literal" && span?.start === start && span.end === end) return isSecret(piece.text) ? piece.place : undefined;
    start = end;
  }
  return undefined;
}
