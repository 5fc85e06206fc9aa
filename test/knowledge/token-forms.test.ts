/**
 * Forms of tokens against made-up ones and look-alikes. Tokens are drawn here from the formats that issuers document, written down
 * independently of the patterns; none of them was ever valid.
 */
import { describe, expect, test } from "vitest";
import { tokenForms, tokenIn } from "../../server/analysis/knowledge/token-forms.ts";

const upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const lower = upper.toLowerCase();
const digits = "0123456789";
const word = upper + lower + digits;
const url = `${word}-_`;
const hex = `abcdef${digits}`;

/** The same texts in every run. */
function drawing(seed: number): (alphabet: string, count: number) => string {
  let state = seed;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 0x80000000) / 0x80000000;
  return (alphabet, count) => Array.from({ length: count }, () => alphabet.charAt(Math.floor(next() * alphabet.length))).join("");
}

const draw = drawing(12_345);

const made: Readonly<Record<string, () => string>> = {
  "AWS access key": () => `AKIA${draw(`${upper}234567`, 16)}`,
  "GitHub token": () => `ghp_${draw(word, 36)}`,
  "GitLab token": () => `glpat-${draw(word, 20)}`,
  "Slack token": () => `xoxb-${draw(digits, 12)}-${draw(digits, 13)}-${draw(word, 24)}`,
  "Slack webhook": () => `https://hooks.slack.com/services/T${draw(upper + digits, 8)}/B${draw(upper + digits, 8)}/${draw(word, 24)}`,
  "Discord webhook": () => `https://discord.com/api/webhooks/${draw("123456789", 18)}/${draw(url, 68)}`,
  "Teams webhook": () => `https://acme.webhook.office.com/webhookb2/${draw(hex, 36)}@${draw(hex, 36)}/IncomingWebhook/${draw(hex, 32)}/${draw(hex, 36)}`,
  "Telegram token": () => `${draw("123456789", 10)}:AA${draw(url, 32)}${draw(word, 1)}`,
  "Google API key": () => `AIza${draw(url, 35)}`,
  "Google client secret": () => `GOCSPX-${draw(url, 28)}`,
  "OpenAI key": () => `sk-proj-${draw(word, 74)}T3BlbkFJ${draw(word, 74)}`,
  "Anthropic key": () => `sk-ant-api03-${draw(url, 93)}AA`,
  "OpenRouter key": () => `sk-or-v1-${draw(hex, 64)}`,
  "Hugging Face token": () => `hf_${draw(upper + lower, 34)}`,
  "Databricks token": () => `dapi${draw(hex, 32)}`,
  "Groq key": () => `gsk_${draw(word, 52)}`,
  "Replicate token": () => `r8_${draw(word, 37)}`,
  "Perplexity key": () => `pplx-${draw(word, 48)}`,
  "xAI key": () => `xai-${draw(word, 80)}`,
  "Pinecone key": () => `pcsk_${draw(word, 5)}_${draw(word, 63)}`,
  "LangSmith key": () => `lsv2_pt_${draw(hex, 32)}_${draw(hex, 10)}`,
  "Kaggle token": () => `KGAT_${draw(hex, 32)}`,
  "Prefect key": () => `pnu_${draw(word, 36)}`,
  "dbt token": () => `dbtc_${draw(word, 40)}`,
  "Stripe key": () => `sk_live_${draw(word, 24)}`,
  "SendGrid key": () => `SG.${draw(word, 22)}.${draw(word, 43)}`,
  "PyPI token": () => `pypi-AgEIcHlwaS5vcmc${draw(url, 130)}`,
  "npm token": () => `npm_${draw(word, 36)}`,
  "Docker Hub token": () => `dckr_pat_${draw(url, 27)}`,
  "DigitalOcean token": () => `dop_v1_${draw(hex, 64)}`,
  "Grafana token": () => `glsa_${draw(word, 32)}_${draw(hex, 8)}`,
  "New Relic key": () => `NRAK-${draw(upper + digits, 27)}`,
  "Airtable token": () => `pat${draw(word, 14)}.${draw(hex, 64)}`,
  "Notion token": () => `ntn_${draw(digits, 11)}${draw(word, 35)}`,
  "Linear key": () => `lin_api_${draw(word, 40)}`,
  "Postman key": () => `PMAK-${draw(hex, 24)}-${draw(hex, 34)}`,
  "Shopify token": () => `shpat_${draw(hex, 32)}`,
  "Supabase token": () => `sbp_${draw(hex, 40)}`,
  "Mapbox token": () => `sk.eyJ${draw(word, 80)}.${draw(url, 22)}`,
  "Atlassian token": () => `ATATT3xFfGF0${draw(url, 180)}`,
  "Vault token": () => `hvs.${draw(url, 95)}`,
  "Terraform token": () => `${draw(word, 14)}.atlasv1.${draw(word, 67)}`,
  "Azure storage key": () => `DefaultEndpointsProtocol=https;AccountName=shop;AccountKey=${draw(`${word}+/`, 86)}==;EndpointSuffix=core.windows.net`,
  "Azure client secret": () => `${draw(word, 3)}8Q~${draw(word, 34)}`,
  "Azure shared access signature": () => `https://shop.blob.core.windows.net/raw?sv=2023-01-03&se=2030-01-01&sp=r&sig=${draw(word, 43)}%3D`,
  "private key": () => `-----BEGIN RSA PRIVATE KEY-----\n${draw(`${word}+/`, 64)}\n${draw(`${word}+/`, 64)}\n-----END RSA PRIVATE KEY-----`,
};

describe("made-up tokens", () => {
  test("every form has one here", () => {
    expect(new Set(Object.keys(made))).toEqual(new Set(tokenForms.map(({ label }) => label)));
  });

  test.each(Object.entries(made))("%s", (label, make) => {
    for (let count = 0; count < 20; count++) {
      const token = make();
      expect(tokenIn(token)?.form.label, token).toBe(label);
      // In a sentence or a command too, but not as a part of a longer word.
      expect(tokenIn(`use ${token} now`)?.form.label, token).toBe(label);
    }
  });
});

describe("look-alikes", () => {
  const alike: Readonly<Record<string, () => string>> = {
    "a hash": () => draw(hex, 64),
    "a commit": () => draw(hex, 40),
    "a run's number": () => [8, 4, 4, 4, 12].map((count) => draw(hex, count)).join("-"),
    "a checksum": () => `sha256-${draw(`${word}+/`, 43)}=`,
    "data in base64": () => draw(`${word}+/`, 120),
    "a file": () => `s3://shop-${draw(lower, 6)}/${draw(hex, 16)}/part-${draw(digits, 5)}.parquet`,
    "upper-case letters": () => draw(upper + digits, 20),
    "a token that goes on": () => `ghp_${draw(word, 37)}`,
    "a token that is too short": () => `ghp_${draw(word, 35)}`,
  };

  test.each(Object.entries(alike))("%s", (_, make) => {
    for (let count = 0; count < 200; count++) {
      const text = make();
      expect(tokenIn(text), text).toBeUndefined();
    }
  });

  test.each([
    "AKIAIOSFODNN7EXAMPLE", `ghp_${"x".repeat(36)}`, `ghp_${"0".repeat(36)}`, `hf_${"a".repeat(34)}`, "hf_transfer", "npm_config_registry", "sk-learn-contrib",
    "xoxb-your-token", "ASIA_PACIFIC_REGION_NAME", "pplx-7b-online", "r8_quantized_model_weights_v2_final_best", "pk_live_51H8publishable", "gsk_pipeline_step_name",
    "-----BEGIN PRIVATE KEY-----", "-----BEGIN PUBLIC KEY-----\nMIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA", "https://hooks.slack.com/services/T/B/X", "AIzaSy...",
    "https://shop.blob.core.windows.net/raw?sv=2023-01-03&sig=<signature>",
  ])("%s", (text) => {
    expect(tokenIn(text)).toBeUndefined();
  });
});
