/** Findings as LSP diagnostics. */
import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from "vscode-languageserver";
import type { Severity } from "../analysis/engine/finding.ts";
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import type { Diagnoses, Diagnosis, TextRange } from "../features/diagnostics.ts";
import type { Abilities } from "./abilities.ts";
import { toRange } from "./position.ts";

export const source = "seaworthy";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** By text URI; one entry for every text. */
export function diagnosticItems(
  document: OpenDocument,
  diagnoses: Diagnoses,
  abilities: Abilities,
): ReadonlyMap<string, readonly Diagnostic[]> {
  const items = new Map<string, readonly Diagnostic[]>();
  for (const [uri, found] of diagnoses.texts) items.set(uri, found.map((diagnosis) => diagnosticItem(document, diagnosis, abilities)));
  return items;
}

export function diagnosticItem(document: OpenDocument, { finding, at, related }: Diagnosis, abilities: Abilities): Diagnostic {
  const range = (text: SourceText, { start, end }: Pick<TextRange, "start" | "end">) => toRange(text, start, end, abilities.columns);
  return {
    ...ruleDiagnostic(finding, sourceOfText(document, at.uri), at, abilities),
    ...(finding.rule === "unused-suppression" ? { tags: [DiagnosticTag.Unnecessary] } : {}),
    ...(abilities.relatedInformation && related.length > 0
      ? { relatedInformation: related.map((step) => ({ location: { uri: step.at.uri, range: range(step.source, step.at) }, message: step.message })) }
      : {}),
  };
}

/** What every finding of a rule shows, in whatever text it stands. */
export function ruleDiagnostic(
  { rule, level, message }: { readonly rule: string; readonly level: Severity; readonly message: string },
  text: SourceText, { start, end }: { readonly start: number; readonly end: number }, abilities: Abilities,
): Diagnostic {
  const link = abilities.codeDescription ? rulePageLink(abilities, rule) : undefined;
  return {
    range: toRange(text, start, end, abilities.columns),
    severity: severities[level],
    source,
    code: rule,
    message,
    ...(link === undefined ? {} : { codeDescription: { href: link } }),
  };
}

/** Address of a rule's page, where the client has such pages. */
function rulePageLink({ options }: Abilities, rule: string): string | undefined {
  return options.rulePage?.replaceAll("{rule}", encodeURIComponent(rule));
}

/** The same for Markdown, where clients that have the command run it. */
export function rulePageLinkInText(abilities: Abilities, rule: string): string | undefined {
  const command = "seaworthy.explainRule";
  if (!abilities.options.commands?.includes(command)) return rulePageLink(abilities, rule);
  return `command:${command}?${encodeURIComponent(JSON.stringify([rule]))}`;
}

/** The text under a URI that `textUri` has given. */
export function sourceOfText(document: OpenDocument, uri: string): SourceText {
  const cell = document.dialect === "notebook" ? document.cell(uri) : document.cells[0];
  if (!cell) throw new Error(`${uri} is not a text of ${document.uri}`);
  return document.sourceOf(cell);
}

/** True when an editor would show both alike: then the second need not be sent. */
export function sameItems(a: readonly Diagnostic[], b: readonly Diagnostic[]): boolean {
  return a === b || (a.length === b.length && JSON.stringify(a) === JSON.stringify(b));
}
