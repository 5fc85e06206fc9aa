/**
 * Credentials that are written in the code, and what proves that they are some.
 *
 *     "ghp_Zq8v..."                              form: only GitHub's tokens look like this
 *     create_engine("postgresql://u:pw@h/d")     a URL that carries a password
 *     psycopg2.connect(password="pw")            it reaches an argument that takes a password, here or through a name
 *     api_key = "9f8e7d6c..."                    its name says so, and it looks like nothing else
 *     os.environ["API_KEY"] = "9f8e..."          the same, set for the whole process
 *
 * Placeholders, default passwords of a product, words and identifiers are none. The secret itself is in no message, title or file that
 * is made from this.
 */
import { credentialName, isPlaceholder, looksSecret, plainName, tokenForms } from "../knowledge/credentials.ts";
import type { Call, Expression, JoinedStr, Node, Range, StringConstant } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { formattedIn, textConstantsIn } from "./text-constants.ts";

export interface WrittenCredential {
  /** The string, quotes and all; for an f-string, the part of a URL that is the password. */
  readonly place: Place;
  /** Begins a message: "GitHub token", "password for psycopg2.connect". */
  readonly what: string;
  /** The environment variable that it belongs into. */
  readonly variable: string;
  readonly repair: CredentialRepair;
  /** Where it is used, for one that another module holds. */
  readonly usedAt?: Place;
}

export type CredentialRepair =
  /** `os.environ["X"]` stands in place of the string. */
  | { readonly kind: "lookup"; readonly at: Place }
  /** The rest of the text stays: `f"Bearer {os.environ['X']}"`. */
  | { readonly kind: "within"; readonly at: Place; readonly before: string; readonly after: string }
  /** Inside an f-string. */
  | { readonly kind: "hole"; readonly at: Place; readonly quote: "'" | '"' }
  /** The statement that sets the variable goes. */
  | { readonly kind: "statement"; readonly node: Node }
  | { readonly kind: "none" };

/** Role of an argument that a text reaches. */
export interface CredentialUse {
  readonly role: "password" | "token" | "key-id" | "connection-url";
  /** Qualified name of the callable. */
  readonly target: string;
}

/** Credentials of a unit that show themselves, whatever they are used for: by their form, their name, as part of a URL. */
export function evidentCredentials(unit: Unit): readonly WrittenCredential[] {
  return [
    ...textConstantsIn(unit).flatMap(({ node }) => credentialIn(unit, node, undefined) ?? []),
    ...formattedIn(unit).flatMap(({ node }) => credentialInFString(unit, node) ?? []),
  ];
}

/**
 * @param use where its value is used as a credential, if it is seen to be
 */
export function credentialIn(unit: Unit, node: StringConstant, use: CredentialUse | undefined): WrittenCredential | undefined {
  const text = node.value;
  if (text.length < 4 || (!use && !mayBeEvident(text))) return undefined;
  const place = placeOf(unit, node);
  const path = ancestorsOf(unit, node);
  if (isComparison(path.at(-2), node)) return undefined;
  const name = nameOf(path);
  const setting = environmentSetting(path);
  const lookup: CredentialRepair = setting ?? { kind: "lookup", at: defaultLookup(unit, path) ?? place };

  const form = tokenForms.find(({ pattern }) => pattern.test(text));
  if (form && !/example|dummy|xxxx|0000000|1234567|placeholder/iu.test(text)) {
    const own = name && !name.isArgument && name.variable.includes('_') && credentialName.test(plainName(name.text)) && !genericVariables.has(name.variable);
    return { place, what: form.label, variable: own ? name.variable : form.variable, repair: repairOf(text, form.pattern, lookup, place) };
  }
  if (hasPassword(text)) {
    const isDatabase = !/^(?:https?|ftps?|sftp):/iu.test(text);
    return { place, what: "URL with a password", variable: name?.variable ?? (isDatabase ? "DATABASE_URL" : "SERVICE_URL"), repair: lookup };
  }
  if (use?.role === "connection-url") {
    const password = /(?:^|[\s;])(?:password|pwd)\s*=\s*(?<password>[^\s;]+)/iu.exec(text)?.groups?.["password"];
    return password === undefined || isPlaceholder(password) ? undefined : { place, what: "connection string with a password", variable: name?.variable ?? "DATABASE_DSN", repair: lookup };
  }
  const header = /^(?<scheme>Bearer|Basic|Token|token) (?<secret>\S{16,})$/u.exec(text)?.groups;
  if (header && name?.text.toLowerCase() === "authorization" && looksSecret(header["secret"] ?? "")) {
    return { place, what: "Authorization header", variable: "API_TOKEN", repair: { kind: "within", at: place, before: `${header["scheme"] ?? ""} `, after: "" } };
  }
  if (use && (use.role === "password" || use.role === "token") && !isPlaceholder(text) && !/\s/u.test(text)) {
    const label = name && !name.isArgument ? `"${name.text}"` : `${use.role} for ${use.target}`;
    return { place, what: label, variable: name && !name.isArgument ? name.variable : variableFor(use), repair: lookup };
  }
  if (!name || !credentialName.test(plainName(name.text)) || !looksSecret(text) || sameWords(name.text, text)) return undefined;
  return { place, what: `"${name.text}"`, variable: name.variable, repair: lookup };
}

/** What a credential needs to show itself; asked first, as nearly no string has it. */
function mayBeEvident(text: string): boolean {
  if (text.length < 8) return false;
  return text.includes("://") || text.includes("PRIVATE KEY") || text.startsWith("AccountKey=") || (/\d/u.test(text) && /[A-Za-z]/u.test(text))
    || /(?<!\w)(?:hf_|AIza|npm_|xox)/u.test(text);
}

/** The password in the text of an f-string: `postgresql://etl:pw@{host}/shop`. */
function credentialInFString(unit: Unit, node: JoinedStr): WrittenCredential | undefined {
  for (const part of node.parts) {
    const source = unit.text.slice(part.content.start, part.content.end);
    const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^\s:/@{}]+|\{[^{}]*\}):(?<password>[^\s:/@{}\\]+)@/iu.exec(source);
    const password = match?.groups?.["password"];
    if (!match || password === undefined || isPlaceholder(password)) continue;
    const end = part.content.start + match[0].length - 1;
    const at: Place = { anchor: unit.anchor, start: end - password.length, end };
    const repair: CredentialRepair = part.prefix.toLowerCase().includes("f") ? { kind: "hole", at, quote: part.quote.startsWith('"') ? "'" : '"' } : { kind: "none" };
    return { place: at, what: "URL with a password", variable: "DATABASE_PASSWORD", repair };
  }
  return undefined;
}

/** Names that say what it is, but not whose. */
const genericVariables: ReadonlySet<string> = new Set(["API_KEY", "SECRET_KEY", "ACCESS_KEY", "ACCESS_TOKEN", "AUTH_TOKEN", "API_TOKEN", "PRIVATE_KEY"]);

// ---- what the text is ----------------------------------------------------------------------------------------

function hasPassword(text: string): boolean {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?<user>[^\s:/@]*):(?<password>[^\s/@]+)@(?<host>[^\s/@:?,]+)/iu.exec(text)?.groups;
  if (!match) return false;
  const { user = "", password = "", host = "" } = match;
  // A database on one's own machine is reached by nobody else.
  return !/^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\]|host\.docker\.internal)$/iu.test(host) && password !== user && !isPlaceholder(password) && !/%[sr(]|\{|^\d+$/u.test(password);
}

function repairOf(text: string, pattern: RegExp, lookup: CredentialRepair, at: Place): CredentialRepair {
  const match = pattern.exec(text);
  if (lookup.kind === "statement" || !match || match[0].trim() === text.trim() || /PRIVATE KEY|AccountKey/u.test(match[0])) return lookup;
  const before = text.slice(0, match.index);
  const after = text.slice(match.index + match[0].length);
  return /["\\{}\n\r]/u.test(before + after) ? { kind: "none" } : { kind: "within", at, before, after };
}

function sameWords(name: string, text: string): boolean {
  const plain = plainName(text).replaceAll("_", "");
  return plain.includes(plainName(name).replaceAll("_", ""));
}

function variableFor({ role, target }: CredentialUse): string {
  const library = target.split(".")[0] ?? "";
  if (databases.has(library)) return role === "password" ? "DATABASE_PASSWORD" : "DATABASE_TOKEN";
  const known = /(?:^|\.)(openai|anthropic|cohere|mistralai|groq|wandb|huggingface_hub|snowflake|pinecone|stripe)\./u.exec(`${target}.`)?.[1];
  if (known !== undefined) return known === "huggingface_hub" ? "HF_TOKEN" : `${known.toUpperCase()}_${role === "password" ? "PASSWORD" : "API_KEY"}`;
  return role === "password" ? "API_PASSWORD" : "API_TOKEN";
}

const databases: ReadonlySet<string> = new Set([
  "psycopg2", "psycopg", "pymysql", "MySQLdb", "mysql", "pyodbc", "sqlalchemy", "pymongo", "redis", "oracledb", "cx_Oracle", "asyncpg", "trino",
  "clickhouse_driver", "clickhouse_connect", "cassandra", "pymssql", "elasticsearch", "neo4j",
]);

// ---- where the text stands -----------------------------------------------------------------------------------

interface Named {
  readonly text: string;
  readonly variable: string;
  /** The name of an argument at a call, which says what it is but not whose. */
  readonly isArgument: boolean;
}

/** The name that the string is given where it stands: of a variable, an attribute, an argument, a key. */
function nameOf(path: readonly Node[]): Named | undefined {
  const node = path.at(-1);
  const holder = path.at(-2);
  let text: string | undefined;
  let isArgument = false;
  if (holder?.kind === "Assign" && holder.value === node) text = targetName(holder.targets[0]);
  else if (holder?.kind === "AnnAssign") text = targetName(holder.target);
  else if (holder?.kind === "Keyword") [text, isArgument] = [holder.arg?.name, true];
  else if (holder?.kind === "Dict") {
    const key = holder.keys[holder.values.findIndex((value) => value === node)];
    if (key?.kind === "Constant" && key.type === "str") text = key.value;
  } else if (holder?.kind === "Arguments") text = defaultOf(holder, node);
  else if (holder?.kind === "Call" && isEnvironmentCall(holder) && holder.args[1] === node) text = textOf(holder.args[0]);
  if (text === undefined || !/^[\w .-]{1,60}$/u.test(text)) return undefined;
  return { text, variable: plainName(text).toUpperCase().replace(/^(?=\d)/u, "KEY_"), isArgument };
}

function targetName(target: Expression | undefined): string | undefined {
  if (target?.kind === "Name") return target.id;
  if (target?.kind === "Attribute") return target.attr.name;
  return target?.kind === "Subscript" ? textOf(target.slice) : undefined;
}

function defaultOf(args: Extract<Node, { kind: "Arguments" }>, node: Node | undefined): string | undefined {
  const positional = [...args.posonlyargs, ...args.args];
  const index = args.defaults.findIndex((each) => each === node);
  if (index >= 0) return positional[positional.length - args.defaults.length + index]?.arg.name;
  return args.kwonlyargs[args.kwDefaults.findIndex((each) => each === node)]?.arg.name;
}

function textOf(node: Expression | undefined): string | undefined {
  return node?.kind === "Constant" && node.type === "str" ? node.value : undefined;
}

function isEnviron(node: Expression): boolean {
  return (node.kind === "Attribute" && node.attr.name === "environ") || (node.kind === "Name" && node.id === "environ");
}

/** `os.environ.get(...)`, `os.getenv(...)`. */
function isEnvironmentCall(call: Call): boolean {
  const { func } = call;
  const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
  return name === "getenv" || (name === "get" && func.kind === "Attribute" && isEnviron(func.value));
}

/** The whole `os.environ.get("X", "...")` that the string is the default of. */
function defaultLookup(unit: Unit, path: readonly Node[]): Place | undefined {
  const node = path.at(-1);
  const holder = path.at(-2);
  return holder?.kind === "Call" && isEnvironmentCall(holder) && holder.args[1] === node ? placeOf(unit, holder) : undefined;
}

function placeOf(unit: Unit, range: Range): Place {
  return { anchor: unit.anchor, start: range.start, end: range.end };
}

/** `os.environ["X"] = "..."` as a statement of its own. */
function environmentSetting(path: readonly Node[]): CredentialRepair | undefined {
  const statement = path.at(-2);
  if (statement?.kind !== "Assign" || statement.targets.length !== 1) return undefined;
  const [target] = statement.targets;
  return target?.kind === "Subscript" && isEnviron(target.value) ? { kind: "statement", node: statement } : undefined;
}

function isComparison(holder: Node | undefined, node: Node): boolean {
  if (holder?.kind === "Compare") return true;
  return holder?.kind === "Dict" && holder.keys.some((key) => key === node);
}
