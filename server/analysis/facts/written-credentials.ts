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
import { credentialHeaders, credentialName, environmentName, headerScheme, isPlaceholder, looksSecret, plainName } from "../knowledge/credentials.ts";
import { tokenIn } from "../knowledge/token-forms.ts";
import type { FoundToken } from "../knowledge/token-forms.ts";
import { writtenText } from "../syntax/node-kinds.ts";
import type { Call, Expression, JoinedStr, Node, Statement, StringConstant } from "../syntax/nodes.ts";
import { place as placeOf } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import { hole, isLocal, secretSpan } from "./secret-spans.ts";
import { formattedIn, textConstantsIn } from "./text-constants.ts";

export interface WrittenCredential {
  /** The string, quotes and all; for an f-string, the part of a URL that is the password. */
  readonly place: Place;
  /** Begins a message: "GitHub token", "password for psycopg2.connect". */
  readonly what: string;
  /** The environment variable that it belongs into. */
  readonly variable: string;
  readonly repair: CredentialRepair;
  /** Where it is used, when that is not where it is written. */
  readonly usedAt?: Place;
}

export type CredentialRepair =
  /** `os.environ["X"]` stands in place of the string; `os.environ.get("X")` where nothing may be set. */
  | { readonly kind: "lookup"; readonly at: Place; readonly isOptional?: boolean }
  /** The rest of the text stays: `f"Bearer {os.environ['X']}"`. */
  | { readonly kind: "within"; readonly at: Place; readonly before: string; readonly after: string }
  /** Inside an f-string. */
  | { readonly kind: "hole"; readonly at: Place; readonly quote: "'" | '"' }
  /** The statement that sets the variable goes. */
  | { readonly kind: "statement"; readonly node: Statement }
  /** In a command of a notebook: `$X`, which the shell fills in. */
  | { readonly kind: "shell"; readonly at: Place }
  | { readonly kind: "none" };

/** Role of an argument that a text reaches. */
export interface CredentialUse {
  readonly role: "password" | "token" | "key-id" | "connection-url" | "url" | "header";
  /** Qualified name of the callable. */
  readonly target: string;
  /** The parameter or header, where it has a name. */
  readonly parameter?: string | undefined;
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
  const lookup: CredentialRepair = setting ?? { kind: "lookup", at: defaultLookup(unit, path) ?? place, ...(isOptionDefault(path) ? { isOptional: true } : {}) };

  const token = tokenIn(text);
  if (token) {
    const own = name && !name.isArgument && name.variable.includes("_") && credentialName.test(plainName(name.text)) && !genericVariables.has(name.variable);
    return { place, what: token.form.label, variable: own ? name.variable : token.form.variable, repair: repairOf(text, token, lookup, place) };
  }
  const span = secretSpan(text, use?.role === "connection-url");
  if (span) {
    const isService = span.what === "URL with a key" || /^(?:https?|ftps?|sftp):/iu.test(text);
    const variable = isService ? "SERVICE_URL" : span.what === "connection string with a password" ? "DATABASE_DSN" : "DATABASE_URL";
    return { place, what: span.what, variable: name && !name.isArgument ? name.variable : variable, repair: lookup };
  }
  if (use?.role === "connection-url" || use?.role === "url" || use?.role === "key-id") return undefined;
  const scheme = headerScheme.exec(text)?.[0];
  if (scheme !== undefined && (use?.role === "header" || /^(?:proxy-)?authorization$/iu.test(name?.text ?? ""))) {
    const secret = text.slice(scheme.length);
    return secret.length >= 16 && looksSecret(secret) ? { place, what: "Authorization header", variable: "API_TOKEN", repair: setting ?? { kind: "within", at: place, before: scheme, after: "" } } : undefined;
  }
  if (isForLocalHost(path)) return undefined;
  if (use && !isPlaceholder(text) && !/\s/u.test(text)) {
    const label = name && !name.isArgument ? `"${name.text}"` : use.role === "header" ? `"${use.parameter ?? ""}"` : `${use.role} for ${use.target}`;
    return { place, what: label, variable: name && !name.isArgument && !genericNames.test(name.text) ? name.variable : variableFor(use), repair: lookup };
  }
  if (!name || sameWords(name.text, text)) return undefined;
  if (name.isEnvironment ? !isSecretSetting(name.text, text) : !isCredentialName(name) || !looksSecret(text)) return undefined;
  return { place, what: `"${name.text}"`, variable: name.variable, repair: lookup };
}

/** `connect(host="localhost", password="...")`, `{"host": "localhost", "password": "..."}`: as with URLs, nobody else reaches it. */
function isForLocalHost(path: readonly Node[]): boolean {
  const around = path.findLast((node) => node.kind === "Call" || node.kind === "Dict");
  const given: readonly (readonly [string | undefined, Node])[] = around?.kind === "Call" ? around.keywords.map(({ arg, value }) => [arg?.name, value] as const)
    : around?.kind === "Dict" ? around.values.map((value, index) => {
      const key = around.keys[index];
      return [key?.kind === "Constant" && key.type === "str" ? key.value : undefined, value] as const;
    }) : [];
  return given.some(([name, value]) => /^(?:host|hostname|server|db_host)$/iu.test(name ?? "") && value.kind === "Constant" && value.type === "str" && isLocal(value.value));
}

function isCredentialName({ text, siblings }: Named): boolean {
  if (credentialName.test(plainName(text)) || credentialHeaders.has(text.toLowerCase())) return true;
  // `{"key": ..., "secret": ...}` is how file systems want the two halves of an access key.
  return text === "secret" && (siblings.includes("key") || siblings.includes("client_id"));
}

/** Whether an environment variable is set to a credential: nothing but a password goes into `PGPASSWORD`. */
export function isSecretSetting(variable: string, text: string): boolean {
  if (!environmentName.test(variable) || isPlaceholder(text)) return false;
  return looksSecret(text) || (/PASSW(?:OR)?D$/u.test(variable) && /^[^\s/]{6,}$/u.test(text));
}

/** What a credential needs to show itself; asked first, as nearly no string has it. */
function mayBeEvident(text: string): boolean {
  if (text.length < 6) return false;
  return /\d|[:=_!#$]/u.test(text) || text.includes("PRIVATE KEY");
}

/** The secret in the text of an f-string: `postgresql://etl:pw@{host}/shop`. */
function credentialInFString(unit: Unit, node: JoinedStr): WrittenCredential | undefined {
  for (const part of node.parts) {
    const source = unit.text.slice(part.content.start, part.content.end);
    const isFormatted = part.prefix.toLowerCase().includes("f");
    const text = isFormatted ? source.replace(/\{[^{}]*\}/gu, ({ length }) => hole.repeat(length)) : source;
    const span = secretSpan(text, false);
    if (!span || text.slice(span.start, span.end).includes("\\")) continue;
    const at: Place = { anchor: unit.anchor, start: part.content.start + span.start, end: part.content.start + span.end };
    const repair: CredentialRepair = isFormatted ? { kind: "hole", at, quote: part.quote.startsWith('"') ? "'" : '"' } : { kind: "none" };
    return { place: at, what: span.what, variable: span.what === "URL with a key" ? "API_KEY" : "DATABASE_PASSWORD", repair };
  }
  return undefined;
}

/** Names that say neither what it is nor whose. */
const genericNames = /^(?:p|pw|pwd|pass|key|token|secret|auth|s|x|value)$/iu;

/** Names that say what it is, but not whose. */
const genericVariables: ReadonlySet<string> = new Set(["API_KEY", "SECRET_KEY", "ACCESS_KEY", "ACCESS_TOKEN", "AUTH_TOKEN", "API_TOKEN", "PRIVATE_KEY"]);

// ---- what the text is ----------------------------------------------------------------------------------------

function repairOf(text: string, token: FoundToken, lookup: CredentialRepair, at: Place): CredentialRepair {
  if (lookup.kind === "statement" || token.text.trim() === text.trim() || /PRIVATE KEY|AccountKey/u.test(token.text)) return lookup;
  const before = text.slice(0, token.index);
  const after = text.slice(token.index + token.text.length);
  return /["\\{}\n\r]/u.test(before + after) ? { kind: "none" } : { kind: "within", at, before, after };
}

function sameWords(name: string, text: string): boolean {
  const plain = plainName(text).replaceAll("_", "");
  return plain.includes(plainName(name).replaceAll("_", ""));
}

function variableFor({ role, target, parameter = "" }: CredentialUse): string {
  if (parameter.startsWith("aws_")) return parameter.toUpperCase();
  const library = target.split(".")[0] ?? "";
  if (databases.has(library) || target === "a URL") return role === "password" ? "DATABASE_PASSWORD" : "DATABASE_TOKEN";
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
  /** It names an environment variable that is set. */
  readonly isEnvironment: boolean;
  /** Of a key of a dictionary: the other keys. */
  readonly siblings: readonly string[];
}

/** The name that the string is given where it stands: of a variable, an attribute, an argument, a key, an option. */
function nameOf(path: readonly Node[]): Named | undefined {
  const node = path.at(-1);
  const holder = path.at(-2);
  let text: string | undefined;
  let isArgument = false;
  let siblings: readonly string[] = [];
  if (holder?.kind === "Assign" && holder.value === node) text = targetName(holder.targets[0]);
  else if (holder?.kind === "AnnAssign") text = targetName(holder.target);
  else if (holder?.kind === "Keyword") {
    const option = isOptionDefault(path) ? optionName(path.at(-3)) : undefined;
    [text, isArgument] = [option ?? holder.arg?.name, option === undefined];
  } else if (holder?.kind === "Dict") {
    siblings = holder.keys.flatMap((key) => (key ? (writtenText(key) ?? []) : []));
    text = writtenText(holder.keys[holder.values.findIndex((value) => value === node)] ?? undefined);
  } else if (holder?.kind === "Arguments") text = defaultOf(holder, node);
  else if (holder?.kind === "Call" && holder.args[1] === node && (isEnvironmentCall(holder) || isSetter(holder))) text = writtenText(holder.args[0]);
  if (text === undefined || !/^[\w .-]{1,100}$/u.test(text)) return undefined;
  const variable = plainName(text).toUpperCase().replace(/^X_/u, "").replace(/^(?=\d)/u, "KEY_");
  return { text, variable, isArgument, isEnvironment: setsEnvironment(path), siblings };
}

/** `conf.set(name, value)`, `.option(name, value)`: the first argument names the second. */
function isSetter({ func }: Call): boolean {
  return func.kind === "Attribute" && ["set", "option", "config", "setdefault", "putenv", "add_header"].includes(func.attr.name);
}

/** `add_argument("--api-key", default="...")`, `click.option("--api-key", default="...")`. */
function isOptionDefault(path: readonly Node[]): boolean {
  const keyword = path.at(-2);
  const call = path.at(-3);
  if (keyword?.kind !== "Keyword" || keyword.arg?.name !== "default" || call?.kind !== "Call") return false;
  const { func } = call;
  const name = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
  return name === "add_argument" || name === "option";
}

function optionName(call: Node | undefined): string | undefined {
  if (call?.kind !== "Call") return undefined;
  return call.args.map(writtenText).find((each) => each?.startsWith("--") === true)?.slice(2);
}

function targetName(target: Expression | undefined): string | undefined {
  if (target?.kind === "Name") return target.id;
  if (target?.kind === "Attribute") return target.attr.name;
  return target?.kind === "Subscript" ? writtenText(target.slice) : undefined;
}

function defaultOf(args: Extract<Node, { kind: "Arguments" }>, node: Node | undefined): string | undefined {
  const positional = [...args.posonlyargs, ...args.args];
  const index = args.defaults.findIndex((each) => each === node);
  if (index >= 0) return positional[positional.length - args.defaults.length + index]?.arg.name;
  return args.kwonlyargs[args.kwDefaults.findIndex((each) => each === node)]?.arg.name;
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

/** The string becomes the value of an environment variable. */
function setsEnvironment(path: readonly Node[]): boolean {
  const call = path.at(-3);
  const holder = path.at(-2);
  if (holder?.kind === "Assign") return isEnvironmentItem(holder.targets[0]);
  if (holder?.kind === "Dict") return call?.kind === "Call" && call.func.kind === "Attribute" && call.func.attr.name === "update" && isEnviron(call.func.value);
  return holder?.kind === "Call" && isEnvironmentSetter(holder);
}

function isEnvironmentSetter({ func }: Call): boolean {
  if (func.kind !== "Attribute") return false;
  return func.attr.name === "putenv" || (func.attr.name === "setdefault" && isEnviron(func.value));
}

function isEnvironmentItem(target: Expression | undefined): boolean {
  return target?.kind === "Subscript" && isEnviron(target.value);
}

/** `os.environ["X"] = "..."` as a statement of its own. */
function environmentSetting(path: readonly Node[]): CredentialRepair | undefined {
  const statement = path.at(-3);
  const holder = path.at(-2);
  if (holder?.kind === "Assign") return holder.targets.length === 1 && isEnvironmentItem(holder.targets[0]) ? { kind: "statement", node: holder } : undefined;
  // Of several settings in one call, one cannot go alone without touching the rest.
  if (holder?.kind === "Dict" && setsEnvironment(path)) return { kind: "none" };
  return holder?.kind === "Call" && isEnvironmentSetter(holder) && statement?.kind === "Expr" ? { kind: "statement", node: statement } : undefined;
}

function isComparison(holder: Node | undefined, node: Node): boolean {
  if (holder?.kind === "Compare") return true;
  return holder?.kind === "Dict" && holder.keys.some((key) => key === node);
}
