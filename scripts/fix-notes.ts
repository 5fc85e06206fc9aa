/** Which fixes a rule offers for its own example, for its page. The feature repository of its fixture stands beside the example. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { defaultSettings } from "../server/analysis/engine/settings.ts";
import { createSession } from "../server/analysis/engine/session.ts";
import type { Rule } from "../server/analysis/engine/rule.ts";
import type { FixNote } from "../server/features/rule-page.ts";
import { readFixture } from "../test/harness/fixture.ts";
import { surroundingsOf } from "../test/harness/rule-check.ts";
import { openExample } from "./rule-example.ts";

export async function fixNotes(root: string, rule: Rule, rules: readonly Rule[]): Promise<readonly FixNote[]> {
  const fixture = join(root, "test/rules", rule.topic, `${rule.name}.md`);
  const { shared } = readFixture(existsSync(fixture) ? readFileSync(fixture, "utf8") : "");
  const { stores } = await surroundingsOf({ title: "", files: [], settings: undefined }, shared, rules);
  const session = createSession({ rules });
  const uri = openExample(session, rule, rule.bad, defaultSettings);
  session.setCatalogue(uri, stores?.catalogueFor(uri));
  const fixes = session.report(uri)?.findings.filter((finding) => finding.rule === rule.name).flatMap((finding) => finding.fixes) ?? [];
  const notes = new Map(fixes.map(({ title, safety }) => [title, { title, safety }]));
  return [...notes.values()];
}
