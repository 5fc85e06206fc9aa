/**
 * What credentials look like, and what they are called.
 *
 * Forms are those that the issuers document; they agree with the patterns of Secretlint 12 (MIT, preset "recommend") and
 * detect-secrets 1.5 (Apache-2.0). Neither is used as it stands: Secretlint's preset is 218 kB, needs Node's `path` and scans whole texts,
 * and both add patterns that match ordinary strings (any `user:password@`, any long hexadecimal text). A form is listed here only when its prefix and
 * length leave no ordinary meaning. How random a text looks is never enough.
 */

export interface TokenForm {
  /** Whose credential it is, as a message says it: "GitHub token". */
  readonly label: string;
  readonly pattern: RegExp;
  /** The environment variable that the issuer's own tools read. */
  readonly variable: string;
}

export const tokenForms: readonly TokenForm[] = [
  { label: "AWS access key", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/u, variable: "AWS_ACCESS_KEY_ID" },
  { label: "GitHub token", pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})(?!\w)/u, variable: "GITHUB_TOKEN" },
  { label: "GitLab token", pattern: /(?<!\w)glpat-[\w-]{20,128}(?![\w-])/u, variable: "GITLAB_TOKEN" },
  { label: "Slack token", pattern: /(?<!\w)xox[abopr]-(?:\d-)?(?:\d{8,}-)+[A-Za-z0-9-]{16,}(?!\w)/u, variable: "SLACK_BOT_TOKEN" },
  {
    label: "Slack webhook",
    pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,}/u,
    variable: "SLACK_WEBHOOK_URL",
  },
  { label: "Google API key", pattern: /(?<![\w-])AIza[\w-]{35}(?![\w-])/u, variable: "GOOGLE_API_KEY" },
  { label: "OpenAI key", pattern: /(?<!\w)sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}T3BlbkFJ[\w-]{0,100}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})(?![\w-])/u, variable: "OPENAI_API_KEY" },
  { label: "Anthropic key", pattern: /(?<!\w)sk-ant-(?:api|admin)\d\d-[\w-]{80,128}(?![\w-])/u, variable: "ANTHROPIC_API_KEY" },
  { label: "Hugging Face token", pattern: /(?<!\w)hf_[A-Za-z]{34}(?!\w)/u, variable: "HF_TOKEN" },
  { label: "Databricks token", pattern: /(?<!\w)dapi[a-f0-9]{32}(?:-\d)?(?!\w)/u, variable: "DATABRICKS_TOKEN" },
  { label: "Stripe key", pattern: /(?<!\w)[rs]k_live_[A-Za-z0-9]{24,}(?!\w)/u, variable: "STRIPE_API_KEY" },
  { label: "SendGrid key", pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/u, variable: "SENDGRID_API_KEY" },
  { label: "PyPI token", pattern: /(?<!\w)pypi-AgEIcHlwaS5vcmc[\w-]{50,}(?![\w-])/u, variable: "TWINE_PASSWORD" },
  { label: "npm token", pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/u, variable: "NPM_TOKEN" },
  { label: "Groq key", pattern: /(?<!\w)gsk_[A-Za-z0-9]{52}(?!\w)/u, variable: "GROQ_API_KEY" },
  { label: "Vault token", pattern: /(?<!\w)hv[sb]\.[\w-]{90,300}(?![\w-])/u, variable: "VAULT_TOKEN" },
  { label: "Azure storage key", pattern: /AccountKey=[A-Za-z0-9+/]{86}==/u, variable: "AZURE_STORAGE_CONNECTION_STRING" },
  {
    label: "private key",
    pattern: /-----BEGIN (?:(?:RSA|DSA|EC|OPENSSH|PGP|ENCRYPTED) )?PRIVATE KEY(?: BLOCK)?-----\s*(?:[\w-]+:[^\n]*\n\s*)*[A-Za-z0-9+/=\\\s]{64,}/u,
    variable: "PRIVATE_KEY",
  },
];

/** Ends of names whose value is a credential and nothing else: `DB_PASSWORD`, `openai_api_key`, `clientSecret`. */
export const credentialName =
  /(?:^|_)(?:password|passwd|pwd|passphrase|api_?key|secret_?key|access_?key|client_?secret|(?:auth|access|bearer|api|refresh)_?token|private_?key|secret_access_key)$/u;

/** Texts that stand where a credential goes and are none. */
const placeholderWords =
  /change.?me|replace|place.?holder|example|sample|dummy|fake|mock|test|demo|your|insert|enter|todo|fixme|redacted|hidden|secret_?here|insecure|foo|bar|xxx|\*\*\*|\.\.\.|abc123|abcdef|1234567|qwerty/iu;

/** Passwords that come with a product and protect nothing: `postgres:postgres`. */
const defaultPasswords: ReadonlySet<string> = new Set([
  "password", "passwd", "pass", "pwd", "secret", "token", "root", "admin", "administrator", "guest", "user", "username", "postgres", "mysql",
  "mongo", "rabbitmq", "minio", "minioadmin", "neo4j", "elastic", "redis", "airflow", "jupyter", "anonymous", "default", "none", "null", "true",
  "false", "key", "api_key", "apikey", "empty", "string", "str", "value", "bearer", "not-needed", "na", "n/a", "unused", "ollama", "lm-studio",
]);

export function isPlaceholder(text: string): boolean {
  const value = text.trim();
  if (value.length < 4 || defaultPasswords.has(value.toLowerCase())) return true;
  if (/^[<[{(%$].*[>\]})%]?$/u.test(value) || /[<{[][^<>]*[>}\]]/u.test(value) || /\$\w/u.test(value)) return true;
  if (/^(.)\1*$/u.test(value) || /^[\W_]+$/u.test(value)) return true;
  return /^(?:my|the|some|user|db|sa|test)?[-_]?pass(?:word|wd)?[-_]?\d{0,4}!?$/iu.test(value) || placeholderWords.test(value);
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
