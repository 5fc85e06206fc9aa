/** What the rules about feature stores say of a repository's own files. */
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";

/** `path: rule: message`, of all Python files below the folder. */
export async function findingsIn(folder: string): Promise<readonly string[]> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\.(?:py|yaml|feastignore)$/.test(path));
  const files = Object.fromEntries(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]));
  const index = createStoreIndex(memoryHost(files), [project]);
  await index.refresh();
  const session = createSession({ rules: rules.filter(({ topic }) => topic === "feature-store"), strict: true });
  return Object.entries(files).filter(([path]) => path.endsWith(".py")).flatMap(([path, text]) => {
    const uri = `${project}/${path}`;
    session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
    session.setCatalogue(uri, index.catalogueFor(uri));
    return (session.report(uri)?.findings ?? []).map(({ rule, message }) => `${path}: ${rule}: ${message}`);
  });
}
