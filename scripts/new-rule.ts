/**
 * Starts a rule: `npm run new-rule -- topic/name "what it finds"` writes the rule and its fixture and brings the index up to date.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const topics = ["data-access", "modularity", "clean-code", "reproducibility", "leakage", "pandas", "models", "notebook", "feature-store", "git"];
const root = join(import.meta.dirname, "..");
const [path = "", summary = ""] = process.argv.slice(2);
const [topic = "", name = ""] = path.split("/");

if (!topics.includes(topic) || !/^[a-z]+(-[a-z0-9]+)*$/.test(name) || summary === "") {
  console.error(`Usage: npm run new-rule -- topic/rule-name "What it finds, in one sentence"\nTopics: ${topics.join(", ")}`);
  process.exit(2);
}

const rule = `import { defineRule } from "../../server/analysis/engine/rule.ts";

export default defineRule({
  name: "${name}",
  topic: "${topic}",
  summary: ${JSON.stringify(summary.replace(/\.$/, ""))},
  why: {
    scientist: "",
    engineer: "",
  },
  bad: \`
\`,
  good: \`
\`,
  severity: { exploration: "warning", production: "error" },
  needs: {},
  check() {
    return [];
  },
});
`;

const fixture = `# ${name}

## What it finds

\`\`\`py
x = 1  # error: [${name}] "part of the message"
# ^^^
\`\`\`

## Clean: what looks like it and is fine

\`\`\`py
y = 2
\`\`\`
`;

write(`rules/${topic}/${name}.ts`, rule);
write(`test/rules/${topic}/${name}.md`, fixture);
execFileSync(process.execPath, [...process.execArgv, join(import.meta.dirname, "generate.ts")], { stdio: "inherit" });

function write(file: string, text: string): void {
  const target = join(root, file);
  if (existsSync(target)) {
    console.error(`${file} exists already`);
    process.exit(2);
  }
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  console.log(`wrote ${file}`);
}
