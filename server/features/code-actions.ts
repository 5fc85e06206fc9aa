/**
 * What the light bulb offers for a finding: its fixes, the same repair for the whole document, silencing it here with a
 * reason, and the explanation of its rule. Everything is data; editors turn it into their own form.
 */
import type { FileEdit, FileLine, Fix } from "../analysis/engine/finding.ts";
import { engineRules } from "../analysis/engine/registry.ts";
import type { Rule } from "../analysis/engine/rule.ts";
import type { OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import { findingsAt, rangeOf, type Diagnosis, type TextRange } from "./diagnostics.ts";
import { suppressionChange } from "./suppress-here.ts";

/** Replace a stretch of a text. `snippet` says the same in snippet syntax, where the change has a place to fill in. */
export interface TextChange {
  readonly at: TextRange;
  readonly text: string;
  readonly snippet?: string;
}

export type Action =
  | {
      readonly kind: "fix";
      readonly title: string;
      readonly diagnosis: Diagnosis;
      readonly changes: readonly TextChange[];
      readonly files: readonly FileLine[];
      readonly elsewhere: readonly FileEdit[];
      /** The one to take when the user does not choose: safe, and the first. */
      readonly isPreferred: boolean;
    }
  /** The changes are computed when the action is taken up: they concern the whole document. */
  | { readonly kind: "fix-rule"; readonly title: string; readonly diagnosis: Diagnosis; readonly rule: string }
  | { readonly kind: "ignore"; readonly title: string; readonly diagnosis: Diagnosis; readonly changes: readonly TextChange[] }
  | { readonly kind: "explain"; readonly title: string; readonly diagnosis: Diagnosis; readonly rule: string };

/** Actions for the findings that a selection touches; fixes first, then what concerns whole rules. */
export function codeActions(
  session: Session,
  uri: string,
  selection: TextRange,
  rules: ReadonlyMap<string, Rule>,
): readonly Action[] {
  const document = session.document(uri);
  if (!document) return [];
  const found = findingsAt(session, uri, selection);
  const fixes = found.flatMap((diagnosis) => fixActions(document, diagnosis));
  const seen = new Set<string>();
  const others = found.flatMap((diagnosis) => {
    const { rule } = diagnosis.finding;
    const isFirst = !seen.has(rule);
    seen.add(rule);
    return rules.has(rule) ? ruleActions(document, diagnosis, isFirst) : [];
  });
  return [...fixes, ...others.toSorted((a, b) => order(a) - order(b))];
}

function changesOf(document: OpenDocument, fix: Fix): readonly TextChange[] {
  return fix.edits.map(({ at, text }) => ({ at: rangeOf(document, at), text }));
}

function fixActions(document: OpenDocument, diagnosis: Diagnosis): Action[] {
  const { fixes } = diagnosis.finding;
  const preferred = fixes.find(({ safety }) => safety === "safe");
  return fixes.map((fix) => ({
    kind: "fix", title: fix.title, diagnosis, changes: changesOf(document, fix), files: fix.files ?? [], elsewhere: fix.elsewhere ?? [], isPreferred: fix === preferred,
  }));
}

function ruleActions(document: OpenDocument, diagnosis: Diagnosis, isFirst: boolean): Action[] {
  const { rule, fixes } = diagnosis.finding;
  const actions: Action[] = [];
  const where = document.dialect === "notebook" ? "notebook" : "file";
  if (isFirst && fixes.length > 0) actions.push({ kind: "fix-rule", title: `Fix all ${rule} in this ${where}`, diagnosis, rule });
  // A comment cannot silence what is wrong with comments.
  const isAboutComments = Object.values<string>(engineRules).includes(rule);
  const ignore = isAboutComments ? undefined : suppressionChange(document, diagnosis);
  if (ignore) actions.push({ kind: "ignore", title: `Ignore ${rule} here with a reason`, diagnosis, changes: [ignore] });
  if (isFirst) actions.push({ kind: "explain", title: `Explain ${rule}`, diagnosis, rule });
  return actions;
}

function order({ kind }: Action): number {
  return ["fix", "fix-rule", "ignore", "explain"].indexOf(kind);
}
