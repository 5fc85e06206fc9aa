/**
 * Forms that only one issuer's tokens have: GitHub's begin with `ghp_` and are 40 characters long.
 *
 * The forms are public facts, from the issuers' own documentation of their key formats and from the formats that GitHub lists for
 * secret scanning; where an issuer documents a prefix alone, the length is that of keys it hands out. One is listed only when prefix
 * and length leave no ordinary meaning. How random a text looks is never asked.
 */

export interface TokenForm {
  /** Whose credential it is, as a message says it: "GitHub token". */
  readonly label: string;
  /** What every text of this form has in it, as a pattern: nearly every string is told from all forms by one look. */
  readonly mark: string;
  readonly pattern: RegExp;
  /** The environment variable that the issuer's own tools read, else the usual one. */
  readonly variable: string;
}

/** A token of word characters: `form("PyPI token", "pypi-AgE", "[\\w-]{50,}", ...)`. The mark is its beginning. */
const form = (label: string, mark: string, rest: string, variable: string): TokenForm =>
  ({ label, mark, pattern: new RegExp(`(?<![\\w-])${mark}${rest}(?![\\w-])`, "u"), variable });

export const tokenForms: readonly TokenForm[] = [
  { label: "AWS access key", mark: "A[KS]IA", pattern: /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/u, variable: "AWS_ACCESS_KEY_ID" },
  { label: "GitHub token", mark: "gh[pousr]_|github_pat_", pattern: /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_\w{82})(?!\w)/u, variable: "GITHUB_TOKEN" },
  form("GitLab token", "gl(?:pat|ptt|dt|rt|cbt|ft|agent|soat)-", "[\\w-]{20,128}(?:\\.[a-z0-9]{2}\\.[a-z0-9]{9})?", "GITLAB_TOKEN"),
  { label: "Slack token", mark: "xox[abeopr]-", pattern: /(?<!\w)xox[abeopr]-(?:\d-)?(?:\d{8,}-)+[A-Za-z0-9-]{16,}(?!\w)/u, variable: "SLACK_BOT_TOKEN" },
  form("Slack token", "xapp-", "\\d-A[A-Z0-9]{8,12}-\\d{8,}-[a-f0-9]{64}", "SLACK_APP_TOKEN"),
  {
    label: "Slack webhook",
    mark: "hooks\\.slack\\.com",
    pattern: /https:\/\/hooks\.slack\.com\/services\/T[A-Z0-9]{8,}\/B[A-Z0-9]{8,}\/[A-Za-z0-9]{20,}/u,
    variable: "SLACK_WEBHOOK_URL",
  },
  {
    label: "Discord webhook",
    mark: "discord(?:app)?\\.com",
    pattern: /https:\/\/(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/\d{17,20}\/[\w-]{60,80}/u,
    variable: "DISCORD_WEBHOOK_URL",
  },
  {
    label: "Teams webhook",
    mark: "webhook\\.office\\.com",
    pattern: /https:\/\/\w+\.webhook\.office\.com\/webhookb2\/[\w-]{36}@[\w-]{36}\/IncomingWebhook\/[a-f0-9]{32}\/[\w-]{36}/u,
    variable: "TEAMS_WEBHOOK_URL",
  },
  { label: "Telegram token", mark: ":AA", pattern: /(?<![\w:])\d{8,10}:AA[\w-]{33}(?![\w-])/u, variable: "TELEGRAM_BOT_TOKEN" },
  form("Google API key", "AIza", "[\\w-]{35}", "GOOGLE_API_KEY"),
  form("Google client secret", "GOCSPX-", "[\\w-]{28}", "GOOGLE_CLIENT_SECRET"),
  {
    label: "OpenAI key",
    mark: "T3BlbkFJ",
    pattern: /(?<!\w)sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}T3BlbkFJ[\w-]{0,100}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})(?![\w-])/u,
    variable: "OPENAI_API_KEY",
  },
  form("Anthropic key", "sk-ant-", "(?:api|admin)\\d\\d-[\\w-]{80,128}", "ANTHROPIC_API_KEY"),
  form("OpenRouter key", "sk-or-v1-", "[a-f0-9]{64}", "OPENROUTER_API_KEY"),
  form("Hugging Face token", "hf_", "[A-Za-z]{34}", "HF_TOKEN"),
  form("Databricks token", "dapi", "[a-f0-9]{32}(?:-\\d)?", "DATABRICKS_TOKEN"),
  form("Groq key", "gsk_", "[A-Za-z0-9]{52}", "GROQ_API_KEY"),
  form("Replicate token", "r8_", "[A-Za-z0-9]{37}", "REPLICATE_API_TOKEN"),
  form("Perplexity key", "pplx-", "[A-Za-z0-9]{48}", "PERPLEXITY_API_KEY"),
  form("xAI key", "xai-", "[A-Za-z0-9]{80}", "XAI_API_KEY"),
  form("Pinecone key", "pcsk_", "[A-Za-z0-9]{5,6}_[A-Za-z0-9]{60,70}", "PINECONE_API_KEY"),
  form("LangSmith key", "lsv2_(?:pt|sk)_", "[a-f0-9]{32}_[a-f0-9]{10}", "LANGSMITH_API_KEY"),
  form("Kaggle token", "KGAT_", "[a-f0-9]{32}", "KAGGLE_API_TOKEN"),
  form("Prefect key", "pn[ub]_", "[A-Za-z0-9]{36}", "PREFECT_API_KEY"),
  form("dbt token", "dbt[cu]_", "[\\w-]{36,64}", "DBT_TOKEN"),
  form("Stripe key", "[rs]k_live_", "[A-Za-z0-9]{24,120}", "STRIPE_API_KEY"),
  form("SendGrid key", "SG\\.", "[\\w-]{22}\\.[\\w-]{43}", "SENDGRID_API_KEY"),
  form("PyPI token", "pypi-AgEIcHlwaS5vcmc", "[\\w-]{50,}", "TWINE_PASSWORD"),
  form("npm token", "npm_", "[A-Za-z0-9]{36}", "NPM_TOKEN"),
  form("Docker Hub token", "dckr_[po]at_", "[\\w-]{27,32}", "DOCKER_TOKEN"),
  form("DigitalOcean token", "do[opr]_v1_", "[a-f0-9]{64}", "DIGITALOCEAN_TOKEN"),
  form("Grafana token", "glsa_", "[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}", "GRAFANA_TOKEN"),
  form("New Relic key", "NRAK-", "[A-Z0-9]{27}", "NEW_RELIC_API_KEY"),
  form("Airtable token", "pat", "[A-Za-z0-9]{14}\\.[a-f0-9]{64}", "AIRTABLE_API_KEY"),
  form("Notion token", "ntn_", "\\d{11}[A-Za-z0-9]{35}", "NOTION_TOKEN"),
  form("Linear key", "lin_api_", "[A-Za-z0-9]{40}", "LINEAR_API_KEY"),
  form("Postman key", "PMAK-", "[a-f0-9]{24}-[a-f0-9]{34}", "POSTMAN_API_KEY"),
  form("Shopify token", "shp(?:at|ca|pa|ss)_", "[a-fA-F0-9]{32}", "SHOPIFY_TOKEN"),
  form("Supabase token", "sbp_", "[a-f0-9]{40}", "SUPABASE_ACCESS_TOKEN"),
  form("Mapbox token", "sk\\.eyJ", "[\\w-]{60,120}\\.[\\w-]{22}", "MAPBOX_ACCESS_TOKEN"),
  form("Atlassian token", "ATATT3xFfGF0", "[\\w=-]{170,220}", "ATLASSIAN_API_TOKEN"),
  form("Vault token", "hv[sb]\\.", "[\\w-]{90,300}", "VAULT_TOKEN"),
  { label: "Terraform token", mark: "\\.atlasv1\\.", pattern: /(?<![\w.])[A-Za-z0-9]{14}\.atlasv1\.[\w=-]{60,70}(?![\w-])/u, variable: "TF_TOKEN" },
  { label: "Azure storage key", mark: "AccountKey=", pattern: /AccountKey=[A-Za-z0-9+/]{86}==/u, variable: "AZURE_STORAGE_CONNECTION_STRING" },
  { label: "Azure client secret", mark: "\\dQ~", pattern: /(?<![\w~.-])[\w~.-]{3}\dQ~[\w~.-]{34}(?![\w~-])/u, variable: "AZURE_CLIENT_SECRET" },
  {
    label: "Azure shared access signature",
    mark: "sig=",
    pattern: /(?<=[?&"]|^)(?=[^\s"]*\bs[vr]=)(?=[^\s"]*\bse=)[^\s"]*\bsig=[A-Za-z0-9%+/]{40,}(?:%3D|=)/u,
    variable: "AZURE_STORAGE_SAS_TOKEN",
  },
  {
    label: "private key",
    mark: "PRIVATE KEY",
    pattern: /-----BEGIN (?:(?:RSA|DSA|EC|OPENSSH|PGP|ENCRYPTED) )?PRIVATE KEY(?: BLOCK)?-----\s*(?:[\w-]+:[^\n]*\n\s*)*[A-Za-z0-9+/=\\\s]{64,}/u,
    variable: "PRIVATE_KEY",
  },
];

const marks = new RegExp(tokenForms.map(({ mark }) => mark).join("|"), "u");

export interface FoundToken {
  readonly form: TokenForm;
  readonly index: number;
  readonly text: string;
}

/** The token in a text; one that says itself that it is an example is none. */
export function tokenIn(text: string): FoundToken | undefined {
  if (!marks.test(text)) return undefined;
  for (const each of tokenForms) {
    const match = each.pattern.exec(text);
    if (match && !isExample(match[0])) return { form: each, index: match.index, text: match[0] };
  }
  return undefined;
}

/** Documentation's own: `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxxxxxx...`, counted up, or a few signs over and over. */
function isExample(token: string): boolean {
  return /example|dummy|placeholder|x{4}|0{6}|1234567|abcdefg|your[-_]/iu.test(token) || new Set(token.slice(-16)).size < 5;
}
