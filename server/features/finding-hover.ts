/**
 * Hover on a finding: what is found here, why it matters to either reader, an example, how to silence it.
 *
 * Editors show the message of a diagnostic themselves, so the hover does not repeat it.
 */
import type { Rule } from "../analysis/engine/rule.ts";
import type { Session } from "../analysis/engine/session-contract.ts";
import { findingsAt, type TextRange } from "./diagnostics.ts";
import { ruleSummary } from "./rule-page.ts";

export interface HoverText {
  readonly markdown: string;
  readonly at: TextRange;
}

/**
 * `link` gives the address of a rule's page, or `undefined` where there is none. Several findings at one place are
 * joined; one rule is explained once.
 */
export function findingHover(
  session: Session,
  uri: string,
  at: { readonly uri: string; readonly offset: number },
  rules: ReadonlyMap<string, Rule>,
  link: (rule: string) => string | undefined,
): HoverText | undefined {
  const found = findingsAt(session, uri, { uri: at.uri, start: at.offset, end: at.offset });
  const first = found[0];
  if (!first) return undefined;
  const explained = [...new Set(found.map(({ finding }) => finding.rule))].flatMap((name) => {
    const rule = rules.get(name);
    return rule ? [ruleSummary(rule, link(name))] : [];
  });
  if (explained.length === 0) return undefined;
  return { markdown: explained.join("\n\n---\n\n"), at: first.at };
}
