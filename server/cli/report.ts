/**
 * What a check hands to its reporter: each file as soon as it is checked, and the whole at the end. A reporter turns that into text.
 */
import type { Severity } from "../analysis/engine/finding.ts";
import type { LocatedFinding } from "./located-finding.ts";

export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly LocatedFinding[];
}

/** A file or folder that could not be read, in whole or from some place on, or a rule that failed on it. */
export interface FileError {
  readonly path: string;
  readonly message: string;
  /** 1-based, columns in code points. */
  readonly at?: { readonly line: number; readonly column: number } | undefined;
}

/** `path:line:column: message`; only the message when it names the file itself. */
export function fileErrorText({ path, message, at }: FileError): string {
  if (at) return `${path}:${at.line}:${at.column}: ${message}`;
  return message.includes(path) ? message : `${path}: ${message}`;
}

export interface CheckSummary {
  /** Files that were checked. */
  readonly files: number;
  /** Code cells of notebooks among them. */
  readonly cells: number;
  readonly lines: number;
  readonly milliseconds: number;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly filesWithFindings: number;
  /** Findings with a safe fix, and those that only have fixes to review. */
  readonly safeFixes: number;
  readonly reviewFixes: number;
  readonly errors: readonly FileError[];
}

export interface Reporter {
  file(checked: CheckedFile): void;
  finish(summary: CheckSummary): void;
}

export const severityOrder: readonly Severity[] = ["error", "warning", "information", "hint"];

export function isAtLeast(severity: Severity, limit: Severity): boolean {
  return severityOrder.indexOf(severity) <= severityOrder.indexOf(limit);
}
