/**
 * Where in a text the secret is: URLs and connection strings carry it among other things.
 *
 *     postgresql://etl:Xk29dkQ1@db/shop                  the password between : and @
 *     https://api.example.com/v1?api_key=9f8e7d6c5b4a    the value of a telling parameter
 *     DRIVER={x};SERVER=db;UID=etl;PWD=Xk29dkQ1          the value of PWD
 *     Bearer 9f8e7d6c5b4a39281706                        what follows the scheme
 *
 * A text may have holes: parts that are not known are one sign each, {@link hole}.
 */
import { headerScheme, isPlaceholder, looksSecret } from "../knowledge/credentials.ts";

export interface SecretSpan {
  readonly what: "URL with a password" | "URL with a key" | "connection string with a password" | "header";
  readonly start: number;
  readonly end: number;
}

/** Stands for a part of a text that is not known. */
export const hole = "\uE000";

const inAuthority = /^[a-z][a-z0-9+.-]*:\/\/(?<user>[^\s:/@]*):(?<secret>[^\s/@]+)@(?<host>[^\s/@:?,]+)/diu;
const passwordParameter = /[?&;](?:password|passwd|pwd)=(?<secret>[^&;\s]+)/diu;
const keyParameter = /[?&](?:api_?key|access_?token|appid|client_?secret|subscription-key)=(?<secret>[^&;\s#]+)/diu;
const assignment = /(?:^|[\s;])(?:password|pwd)\s*=\s*'?(?<secret>[^\s;']+)/diu;

/**
 * @param isConnection it is known to be what a driver connects with
 */
export function secretSpan(text: string, isConnection: boolean): SecretSpan | undefined {
  const authority = inAuthority.exec(text);
  if (authority && isPassword(authority.groups ?? {})) return span("URL with a password", authority);
  if (text.includes("://") || text.startsWith("jdbc:")) {
    const password = passwordParameter.exec(text);
    if (password && !isLocal(/^[\w:+.-]*:\/\/(?<host>[^/:?;,]*)/u.exec(text)?.groups?.["host"] ?? "") && isReal(secretOf(password))) return span("URL with a password", password);
    const key = keyParameter.exec(text);
    return key && secretOf(key).length >= 16 && looksSecret(secretOf(key)) ? span("URL with a key", key) : undefined;
  }
  // Somewhere else `pwd = ...` is anything; beside a driver or a server it is a password.
  if (!isConnection && !/(?:^|;)\s*(?:driver|server|data source|uid|user id)\s*=/iu.test(text)) return undefined;
  const found = assignment.exec(text);
  return found && isReal(secretOf(found)) ? span("connection string with a password", found) : undefined;
}

/** Of the value of an `Authorization` header, what follows the scheme. */
export function headerSpan(text: string): SecretSpan {
  return { what: "header", start: headerScheme.exec(text)?.[0].length ?? 0, end: text.length };
}

function span(what: SecretSpan["what"], match: RegExpExecArray): SecretSpan {
  const [start, end] = match.indices?.groups?.["secret"] ?? [0, 0];
  return { what, start, end };
}

function secretOf({ groups }: RegExpExecArray): string {
  return groups?.["secret"] ?? "";
}

function isPassword({ user = "", secret = "", host = "" }: Readonly<Record<string, string | undefined>>): boolean {
  return !isLocal(host) && secret !== user && isReal(secret) && !/^\d+$/u.test(secret);
}

function isReal(secret: string): boolean {
  return !secret.includes(hole) && !isPlaceholder(secret) && !/%[sr(]|\{/u.test(secret);
}

/** A database on one's own machine is reached by nobody else. */
export function isLocal(host: string): boolean {
  return /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)$/iu.test(host);
}
