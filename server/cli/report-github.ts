/**
 * `--format github`: workflow commands, which GitHub Actions shows at the line in a pull request.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
import { rangeOfSpot } from "./located-finding.ts";
import type { LocatedFinding } from "./located-finding.ts";
import type { FileError, Reporter } from "./report.ts";

export function githubReporter(out: (text: string) => void): Reporter {
  return {
    file: (checked) => { for (const finding of checked.findings) out(`${command(finding)}\n`); },
    finish: ({ errors }) => { for (const error of errors) out(`${errorCommand(error)}\n`); },
  };
}

const levels = { error: "error", warning: "warning", information: "notice", hint: "notice" } as const;

function command({ finding, at }: LocatedFinding): string {
  const { line, column, endLine, endColumn } = rangeOfSpot(at);
  // A line of a notebook's cell is no line of the file: the cell is named in the message instead.
  const lines = at.cell === null ? `,line=${line},endLine=${endLine}${line === endLine ? `,col=${column},endColumn=${endColumn}` : ""}` : "";
  const where = at.cell === null ? "" : `cell ${at.cell + 1}, line ${line}: `;
  return `::${levels[finding.level]} file=${property(at.path)}${lines},title=${property(finding.rule)}::${data(where + finding.message)}`;
}

function errorCommand({ path, message, at }: FileError): string {
  return `::error file=${property(path)}${at ? `,line=${at.line},col=${at.column}` : ""},title=Seaworthy::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
