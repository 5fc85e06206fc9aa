/**
 * Reads `feature_store.yaml` as Feast does: environment variables first, anywhere in the text, then YAML.
 *
 * `$NAME` and `${NAME}` are replaced when the variable is set and stay as they are when not (`os.path.expandvars`). A value that
 * still holds one is unknown here, since the shell that runs Feast may know it.
 *
 * YAML 1.1, as PyYAML reads it (`yes` is true there).
 *
 *     project: churn_$STAGE     STAGE=dev -> "churn_dev"; not set -> unknown
 *
 * What Feast refuses is reported at its place (`feast.repo_config.RepoConfig`).
 */
import { isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Document, YAMLMap } from "yaml";
import { authTypes, offlineStores, onlineStores, registrySchemes, registryTypes } from "./feast-store-types.ts";
import { firstLine } from "./located-value.ts";
import { decoded } from "../text/uri.ts";

export interface FeastConfig {
  readonly project: string | undefined;
  readonly provider: string | undefined;
  readonly onlineStore: string | undefined;
  readonly offlineStore: string | undefined;
  /** `undefined`: none, or none that is known without running Feast. */
  readonly registry: RegistrySetting | undefined;
  /** How servers are told who asks; `undefined`: not at all. */
  readonly auth: AuthSetting | undefined;
  readonly problems: readonly ConfigProblem[];
}

/** Where the registry is. */
export type RegistrySetting = { readonly at: ConfigRange; readonly cacheSeconds: number } & (
  /** A path, relative to the repository's folder or absolute. */
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "sqlite"; readonly path: string }
  /** `host:port` of a registry server. */
  | { readonly kind: "server"; readonly address: string; readonly tls: TlsSetting | undefined }
  /** Only a registry server can read it: a database, an object store. `what` says which. */
  | { readonly kind: "elsewhere"; readonly what: string }
);

export interface TlsSetting {
  /** Paths of files, as written. */
  readonly certificate: string | undefined;
  readonly clientCertificate: string | undefined;
  readonly clientKey: string | undefined;
  readonly authority: string | undefined;
}

/** Where a token for servers comes from (`feast.permissions.auth_model`). */
export type AuthSetting =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "variable"; readonly name: string }
  /** With a name or a secret, at a provider of identities. */
  | { readonly kind: "sign-in" }
  /** Nothing is said: from where such a token lies by custom. */
  | { readonly kind: "oidc" | "kubernetes" };

/** UTF-16 offsets of the file as written. */
export interface ConfigRange {
  readonly start: number;
  readonly end: number;
}

/** A mistake. */
export interface ConfigProblem extends ConfigRange {
  readonly message: string;
}

export type Environment = (name: string) => string | undefined;

export function readFeastConfig(text: string, environment: Environment): FeastConfig {
  const expanded = expandVariables(text, environment);
  const document = parseDocument(expanded.text, { version: "1.1", prettyErrors: false, logLevel: "silent" });
  const problems: ConfigProblem[] = [];
  const sourceRange = (start: number, end: number): ConfigRange => {
    const from = expanded.toSource(start);
    return { start: from, end: Math.max(expanded.toSource(end), from) };
  };
  const empty = { project: undefined, provider: undefined, onlineStore: undefined, offlineStore: undefined, registry: undefined, auth: undefined, problems };
  for (const error of document.errors) problems.push({ ...sourceRange(error.pos[0], error.pos[1]), message: `not valid YAML: ${firstLine(error.message)}` });
  if (problems.length > 0) return empty;
  if (!isMap(document.contents)) {
    problems.push({ start: 0, end: 0, message: "feature_store.yaml holds no settings: `project` and `registry` are required" });
    return empty;
  }
  const check: Check = {
    range: (holder, key) => {
      const node = nodeAt(holder, key);
      return node?.range ? sourceRange(node.range[0], node.range[1]) : { start: 0, end: 0 };
    },
    report: (holder, key, message) => problems.push({ ...check.range(holder, key), message }),
  };
  checkProject(document, check);
  const registry = readRegistry(document, check);
  checkStore(document, "online_store", onlineStores, "OnlineStore", check);
  checkStore(document, "offline_store", offlineStores, "OfflineStore", check);
  checkAuth(document, check);
  return {
    project: known(scalarText(document, "project")),
    provider: known(scalarText(document, "provider")),
    onlineStore: storeType(document, "online_store"),
    offlineStore: storeType(document, "offline_store"),
    registry,
    auth: authOf(document),
    problems,
  };
}

type Holder = Document | YAMLMap;

interface Check {
  /** Of the value, in the file as written. */
  range(holder: Holder, key: string): ConfigRange;
  report(holder: Holder, key: string, message: string): void;
}

function checkProject(document: Document, check: Check): void {
  const project = scalarText(document, "project");
  if (project === undefined) {
    check.report(document, "project", nodeAt(document, "project") ? "`project` must be a text" : "`project` is missing");
  } else if (!isUnknown(project) && !/^(?![_-])[\p{L}\p{N}_-]*$/u.test(project)) {
    check.report(document, "project", `\`${project}\` is no project name: letters, digits, _ and -, and none of these two first`);
  } else if (!isUnknown(project) && project.includes("-") && isSqliteOnline(document)) {
    check.report(document, "project", `\`${project}\` is no project name for a SQLite online store, whose tables are named after it: no hyphens`);
  }
}

function isSqliteOnline(document: Document): boolean {
  const node = document.get("online_store", true);
  return !document.has("online_store") || (isMap(node) && (node.items.length === 0 || (scalarText(node, "type") ?? "sqlite") === "sqlite"));
}

function readRegistry(document: Document, check: Check): RegistrySetting | undefined {
  if (!document.has("registry")) {
    check.report(document, "registry", "`registry` is missing");
    return undefined;
  }
  const node = document.get("registry", true);
  const at = check.range(document, "registry");
  if (isScalar(node) && typeof node.value === "string") return fileRegistry(node.value, 600, document, "registry", check);
  if (!isMap(node)) {
    check.report(document, "registry", "`registry` must be a path or a mapping");
    return undefined;
  }
  const type = node.has("registry_type") ? scalarText(node, "registry_type") : "file";
  if (type === undefined || isUnknown(type)) return undefined;
  if (!registryTypes.has(type)) {
    check.report(node, "registry_type", `\`${type}\` is no registry type: ${[...registryTypes].join(", ")}`);
    return undefined;
  }
  const ttl = node.get("cache_ttl_seconds");
  const cacheSeconds = typeof ttl === "number" ? ttl : 600;
  if (type === "snowflake.registry") return { kind: "elsewhere", what: "a Snowflake registry", at, cacheSeconds };
  const path = scalarText(node, "path");
  if (path === undefined || path === "") {
    check.report(document, "registry", "`path` of the registry is missing");
    return undefined;
  }
  if (type === "remote") return isUnknown(path) ? undefined : { kind: "server", address: path, tls: tlsOf(node), at, cacheSeconds };
  if (type === "sql") return sqlRegistry(path, cacheSeconds, check.range(node, "path"));
  const store = scalarText(node, "registry_store_type");
  if (store !== undefined && store !== "FileRegistryStore") return { kind: "elsewhere", what: `a registry in ${store}`, at, cacheSeconds };
  return fileRegistry(path, cacheSeconds, node, "path", check);
}

/** `data/registry.db`, `file:///x/registry.db`, `s3://bucket/registry.db`; one letter before the colon is a drive. */
function fileRegistry(path: string, cacheSeconds: number, holder: Holder, key: string, check: Check): RegistrySetting | undefined {
  if (isUnknown(path)) return undefined;
  const at = check.range(holder, key);
  const scheme = /^([A-Za-z][\w+.-]+):/.exec(path)?.[1]?.toLowerCase();
  if (scheme === undefined) return { kind: "file", path, at, cacheSeconds };
  if (scheme === "file") return { kind: "file", path: decoded(path.replace(/^file:(\/\/)?/i, "")), at, cacheSeconds };
  if (registrySchemes.has(scheme)) return { kind: "elsewhere", what: `a registry at ${scheme}://`, at, cacheSeconds };
  check.report(holder, key, `\`${scheme}\` is no scheme of a registry path: ${[...registrySchemes].join(", ")}`);
  return undefined;
}

/** SQLAlchemy's URLs: three slashes before a relative path, four before an absolute one. */
function sqlRegistry(url: string, cacheSeconds: number, at: ConfigRange): RegistrySetting | undefined {
  if (isUnknown(url)) return undefined;
  const sqlite = /^sqlite(?:\+\w+)?:\/\/\/([^?]*)/.exec(url);
  if (sqlite) return { kind: "sqlite", path: sqlite[1] ?? "", at, cacheSeconds };
  const database = /^([a-z]+)/i.exec(url)?.[1] ?? "SQL";
  return { kind: "elsewhere", what: `a registry in a ${database} database`, at, cacheSeconds };
}

function tlsOf(registry: YAMLMap): TlsSetting | undefined {
  const text = (key: string): string | undefined => {
    const value = known(scalarText(registry, key));
    return value === "" ? undefined : value;
  };
  const certificate = text("cert");
  if (registry.get("is_tls") !== true && certificate === undefined) return undefined;
  return { certificate, clientCertificate: text("client_cert"), clientKey: text("client_key"), authority: text("authority") };
}

function checkStore(document: Document, key: string, names: ReadonlySet<string>, ending: string, check: Check): void {
  const node = document.get(key, true);
  const type = isMap(node) ? scalarText(node, "type") : scalarText(document, key);
  if (type === undefined || isUnknown(type) || names.has(type) || type.endsWith(ending)) return;
  if (!isMap(node) && /^(none|null)$/i.test(type)) return;
  const message = `\`${type}\` is no ${key.replace("_", " ")} of Feast, and no class whose name ends in ${ending}`;
  if (isMap(node)) check.report(node, "type", message);
  else check.report(document, key, message);
}

function checkAuth(document: Document, check: Check): void {
  const node = document.get("auth", true);
  if (!isMap(node)) return;
  const type = scalarText(node, "type");
  if (type === undefined && !node.has("type")) check.report(document, "auth", "`type` of auth is missing");
  else if (type !== undefined && !isUnknown(type) && !authTypes.has(type)) {
    check.report(node, "type", `\`${type}\` is no kind of authentication: ${[...authTypes].join(", ")}`);
  }
}

/** `auth: oidc` is the same as `auth: {type: oidc}`. */
function authOf(document: Document): AuthSetting | undefined {
  const node = document.get("auth", true);
  const settings = isMap(node) ? node : undefined;
  const type = settings ? scalarText(settings, "type") : scalarText(document, "auth");
  const text = (key: string): string | undefined => {
    const value = settings && scalarText(settings, key);
    return value === "" ? undefined : value;
  };
  const given = (token: string | undefined): AuthSetting | undefined => (token === undefined ? undefined : { kind: "token", token });
  if (type === "kubernetes") return given(known(text("user_token"))) ?? { kind: "kubernetes" };
  if (type !== "oidc") return undefined;
  const name = known(text("token_env_var"));
  if (name !== undefined) return { kind: "variable", name };
  return given(known(text("token"))) ?? (text("client_secret") === undefined ? { kind: "oidc" } : { kind: "sign-in" });
}

/** As Python's `os.path.expandvars`, with a way back to offsets of the text as written. */
export function expandVariables(text: string, environment: Environment): { readonly text: string; toSource(offset: number): number } {
  const pieces: { readonly at: number; readonly source: number; readonly length: number; readonly isValue: boolean }[] = [];
  let result = "";
  let from = 0;
  const copy = (to: number): void => {
    if (to > from) pieces.push({ at: result.length, source: from, length: to - from, isValue: false });
    result += text.slice(from, to);
  };
  for (const match of text.matchAll(/\$(\w+|\{[^}]*\})/g)) {
    const written = match[1] ?? "";
    const value = environment(written.startsWith("{") ? written.slice(1, -1) : written);
    if (value === undefined) continue;
    copy(match.index);
    pieces.push({ at: result.length, source: match.index, length: value.length, isValue: true });
    result += value;
    from = match.index + match[0].length;
  }
  copy(text.length);
  return {
    text: result,
    toSource(offset) {
      const piece = pieces.findLast(({ at }) => at <= offset);
      if (!piece) return Math.min(offset, text.length);
      return piece.isValue ? piece.source : Math.min(piece.source + (offset - piece.at), text.length);
    },
  };
}

function scalarText(holder: Holder, key: string): string | undefined {
  const node: unknown = holder.get(key, true);
  return isScalar(node) && typeof node.value === "string" ? node.value : undefined;
}

/** Type of a store: the text itself, or `type` of a mapping. */
function storeType(document: Document, key: string): string | undefined {
  const node = document.get(key, true);
  if (isMap(node)) {
    const type = node.get("type");
    return typeof type === "string" ? known(type) : undefined;
  }
  return known(scalarText(document, key));
}

function nodeAt(holder: Holder, key: string): { readonly range?: readonly [number, number, number] | null } | undefined {
  const node: unknown = holder.get(key, true);
  return isNode(node) ? node : undefined;
}

function isUnknown(value: string): boolean {
  return /\$(\w|\{)/.test(value);
}

function known(value: string | undefined): string | undefined {
  return value === undefined || isUnknown(value) ? undefined : value;
}
