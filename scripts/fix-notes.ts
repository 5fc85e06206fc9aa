/** Which fixes a rule offers for its own example, for its page. */
import { defaultSettings } from "../server/analysis/engine/settings.ts";
import { createSession } from "../server/analysis/engine/session.ts";
import type { Rule } from "../server/analysis/engine/rule.ts";
import type { FixNote } from "../server/features/rule-page.ts";
import { openExample } from "./rule-example.ts";

export function fixNotes(rule: Rule, rules: readonly Rule[]): readonly FixNote[] {
  const session = createSession({ rules });
  const uri = openExample(session, rule, rule.bad, defaultSettings);
  const fixes = session.report(uri)?.findings.filter((finding) => finding.rule === rule.name).flatMap((finding) => finding.fixes ?? []) ?? [];
  const notes = new Map(fixes.map(({ title, safety }) => [title, { title, safety }]));
  return [...notes.values()];
}
