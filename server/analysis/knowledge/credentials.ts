/**
 * What credentials are called, and what stands where one goes and is none. Forms of tokens are in token-forms.ts.
 */

/** Ends of names whose value is a credential and nothing else: `DB_PASSWORD`, `openai_api_key`, `clientSecret`. */
export const credentialName =
  /(?:^|_)(?:password|passwd|pwd|passphrase|api_?key|secret_?key|access_?key|client_?secret|(?:auth|access|bearer|api|refresh)_?token|private_?key|account_?key|subscription_?key|secret_access_key)$|^fs_azure_account_key_/u;

/** Ends of names of environment variables that hold a credential: there, unlike in code, a `TOKEN` is no word of a text. */
export const environmentName = /(?:PASSWORD|PASSWD|PASSPHRASE|SECRET|(?:^|_)TOKEN|API_?KEY|(?:ACCESS|SECRET|PRIVATE|ACCOUNT|SUBSCRIPTION)_KEY|KAGGLE_KEY|MYSQL_PWD)$/u;

/** Headers whose value is a credential, in lower case. */
export const credentialHeaders: ReadonlySet<string> = new Set([
  "authorization", "proxy-authorization", "x-api-key", "api-key", "apikey", "x-auth-token", "x-access-token", "private-token", "x-auth-key",
  "ocp-apim-subscription-key", "x-rapidapi-key", "x-goog-api-key", "x-functions-key", "x-amz-security-token", "x-vault-token",
]);

/** What stands before the secret in an `Authorization` header. */
export const headerScheme = /^(?:Bearer|Basic|Token|ApiKey|Api-Key|Key|GenieKey|SSWS|JWT)[ ]+/iu;

/** Texts that stand where a credential goes and are none. */
const placeholderWords =
  /change.?me|replace|place.?holder|example|sample|dummy|fake|mock|test|demo|your|insert|enter|todo|fixme|redacted|hidden|secret_?here|insecure|foo|bar|xxx|\*\*\*|\.\.\.|abc123|abcdef|1234567|qwerty/iu;

/** Passwords that come with a product and protect nothing: `postgres:postgres`. */
const defaultPasswords: ReadonlySet<string> = new Set([
  "password", "passwd", "pass", "pwd", "secret", "token", "root", "admin", "administrator", "guest", "user", "username", "postgres", "mysql",
  "mongo", "rabbitmq", "minio", "minioadmin", "neo4j", "elastic", "redis", "airflow", "jupyter", "anonymous", "default", "none", "null", "true",
  "false", "key", "api_key", "apikey", "empty", "string", "str", "value", "bearer", "not-needed", "na", "n/a", "unused", "ollama", "lm-studio",
]);

/** `secretkey`, as emulators of a cloud take anything. */
const onlyItsName = /^(?:my|the|some)?[-_]?(?:aws|api|app|access|auth|client|private|public|secret)[-_]?(?:access)?[-_]?(?:key|token|secret|id)$/iu;

export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  if (value.length < 4 || defaultPasswords.has(value.toLowerCase())) return true;
  if (/^[<[{(%$].*[>\]})%]?$/u.test(value) || /[<{[][^<>]*[>}\]]/u.test(value) || /\$\w/u.test(value)) return true;
  if (/^(.)\1*$/u.test(value) || /^[\W_]+$/u.test(value)) return true;
  return /^(?:my|the|some|user|db|sa|test)?[-_]?pass(?:word|wd)?[-_]?\d{0,4}!?$/iu.test(value) || onlyItsName.test(value) || placeholderWords.test(value);
}

/**
 * Whether a text that is merely assigned to a telling name can be a credential: letters and digits in one word without spaces, not words
 * joined by hyphens, as identifiers are.
 */
export function looksSecret(text: string): boolean {
  return text.length >= 8 && /^[\x21-\x7e]+$/u.test(text) && /\d/u.test(text) && /[A-Za-z]/u.test(text)
    && !isIdentifier(text) && !/^[a-z]+:\/\//iu.test(text) && !isPlaceholder(text);
}

/** `ed25519-key`, `prod/db/shop-2024`, `hunter2`: a word, or words and numbers joined by signs. */
function isIdentifier(text: string): boolean {
  const parts = text.split(/[-_./:]/u);
  if (parts.length === 1) return /^[A-Za-z]+\d{0,2}$/u.test(text);
  return parts.every((part) => /^(?:[A-Za-z]*\d*)$/u.test(part)) && parts.some((part) => /^[A-Za-z]{3,}$/u.test(part));
}

/** `lowerCase`, `UPPER_CASE` and `lower-case` names in one spelling, for {@link credentialName}. */
export function plainName(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/gu, "$1_$2").replace(/[-\s.]/gu, "_").toLowerCase();
}
