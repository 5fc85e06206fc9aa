/**
 * Hosts, URLs, databases, buckets and regions that are written as literals and reach a connection.
 *
 *     psycopg2.connect(host="db.internal", dbname="shop")      one endpoint: host, and with it the database
 *     create_engine("postgresql://reader@db.internal/shop")    url
 *     pd.read_csv("s3://churn-data/orders.csv")                bucket churn-data
 *
 * Each call is one endpoint, at its most telling literal. What is a setting already (a default of a parameter or of a lookup, a module
 * named `config`) is none.
 */
import { defineFact } from "../engine/fact.ts";
import { bucketAddress, everyServersDatabases, isLocal, isPlaceholder, placeArguments, serviceOf } from "../knowledge/endpoints.ts";
import type { CallEvent } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import type { Place } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { argumentRoles } from "./argument-roles.ts";
import { precedes } from "./edits.ts";
import { gatheredFromCalls } from "./kept.ts";
import { isSetting, pathUsesOf } from "./paths/uses.ts";

export interface Endpoint {
  /** The most telling first, then the others that the same call has. */
  readonly parts: readonly [EndpointPart, ...EndpointPart[]];
  readonly call: Place;
  readonly isLocal: boolean;
}

export interface EndpointPart {
  readonly kind: "host" | "url" | "bucket" | "database" | "region";
  /** The literal that holds the name. */
  readonly at: Place;
  /** The host of a URL, the bucket of an address, else the literal's own text. */
  readonly name: string;
  /** What its setting is called. */
  readonly variable: string;
}

/** Each literal once, in document order. */
export const endpoints = defineFact<never, readonly Endpoint[]>({
  name: "endpoints",
  needs: {},
  document({ analysis }) {
    const found = new Map<string, Endpoint>();
    for (const endpoint of inCalls(analysis)) {
      const { at } = endpoint.parts[0];
      const key = `${String(at.anchor.id)}:${String(at.start)}`;
      if (!found.has(key)) found.set(key, endpoint);
    }
    return [...found.values()].sort((a, b) => (precedes(a.parts[0].at, b.parts[0].at) ? -1 : 1));
  },
});

const order: readonly EndpointPart["kind"][] = ["host", "url", "bucket", "database", "region"];

const inCalls = gatheredFromCalls((event): readonly Endpoint[] => {
  const found = partsOf(event);
  // Nearly no call has any.
  if (found.length === 0) return none;
  const [first, ...others] = [...found].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  if (!first) return [];
  const host = first.kind === "host" || first.kind === "url" ? first.name : undefined;
  return [{ parts: [first, ...others], call: place(event.unit, event.node), isLocal: host !== undefined && isLocal(host) }];
});

const none: readonly never[] = [];

function partsOf(event: CallEvent): readonly EndpointPart[] {
  const { target, args, unit, node } = event;
  if (target === undefined) return none;
  const parts: EndpointPart[] = [];
  for (const { argument: { value }, role } of argumentRoles(event)) {
    if (role === "host") parts.push(...partIn(value, "host", hostOf, `${serviceOf(target)}_HOST`));
    else if (role === "database") parts.push(...partIn(value, "database", (text) => (everyServersDatabases.has(text) ? undefined : text), `${serviceOf(target)}_NAME`));
    else if (role === "connection-url") parts.push(...partIn(value, "url", hostInUrl, `${serviceOf(target)}_URL`));
  }
  for (const { keyword, kind, target: pattern } of placeArguments) {
    const passed = args.find((each) => each.keyword === keyword);
    if (!passed || !pattern.test(target)) continue;
    parts.push(...(kind === "region" ? partIn(passed.value, "region", (text) => text, "AWS_REGION") : partIn(passed.value, "url", hostInUrl, "AWS_ENDPOINT_URL")));
  }
  const uses = pathUsesOf(event);
  if (uses.length === 0) return parts;
  const buckets = uses.flatMap(({ value }) => partIn(value, "bucket", (text) => bucketAddress.exec(text)?.groups?.["bucket"], "DATA_BUCKET"));
  // Open data is where it is.
  const isOpen = buckets.length > 0 && /\banon\b|no-?sign|unsigned/iu.test(unit.text.slice(node.start, node.end));
  return isOpen ? parts : [...parts, ...buckets];
}

/** The part that a value holds, where it is written as a literal that is no setting. */
function partIn(value: Value, kind: EndpointPart["kind"], nameIn: (text: string) => string | undefined, variable: string): readonly EndpointPart[] {
  if (value.constant?.kind !== "text") return [];
  const { pieces } = value.constant;
  const text = pieces.map((piece) => (piece.kind === "literal" ? piece.text : hole)).join("");
  const name = nameIn(text);
  if (name === undefined || name.includes(hole) || isPlaceholder(name)) return [];
  const piece = pieces.find((each) => each.kind === "literal" && each.text.includes(name));
  if (!piece?.place || isSetting(ancestorsOf(piece.place.anchor.unit, piece.place))) return [];
  return [{ kind, at: piece.place, name, variable }];
}

/** Stands for what is filled in at run time. */
const hole = "\u0000";

function hostOf(text: string): string | undefined {
  const host = /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?<host>[^/:\s,]+)/iu.exec(text)?.groups?.["host"];
  return host === undefined || host.startsWith(".") ? undefined : host;
}

/** The host of a URL or of `host=... dbname=...`. With a password in it, it is another rule's. */
function hostInUrl(text: string): string | undefined {
  const url = /^[a-z][a-z0-9+.-]*:\/\/(?:(?<user>[^@/]*)@)?(?<host>\[[^\]]+\]|[^/:?#@,\s]+)/iu.exec(text)?.groups;
  if (url) {
    const [, password] = url["user"]?.split(":") ?? [];
    return password === undefined || password.includes(hole) ? url["host"] : undefined;
  }
  const pair = /(?:^|[\s;])(?:host|server|address|data source)\s*=\s*(?:tcp:)?(?<host>[^\s;,']+)/iu.exec(text)?.groups?.["host"];
  return /\b(?:password|pwd)\s*=\s*[^\s;\u0000]/iu.test(text) ? undefined : pair;
}
