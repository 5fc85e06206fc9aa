/** `--format json`: one object on one line, version 1. Fields are only ever added. */
import { rangeOfSpot } from "./located-finding.ts";
import type { LocatedFinding, Spot, SpotRange } from "./located-finding.ts";
import type { FileError, Reporter } from "./report.ts";

export function jsonReporter(out: (text: string) => void): Reporter {
  const findings: unknown[] = [];
  return {
    file: (checked) => void findings.push(...checked.findings.map(jsonFinding)),
    finish({ errors, files, cells, lines, milliseconds }) {
      const summary = { files, cells, lines, milliseconds: Math.round(milliseconds) };
      out(`${JSON.stringify({ version: 1, findings, errors: errors.map(jsonError), summary })}\n`);
    },
  };
}

function jsonFinding({ finding, at, related }: LocatedFinding): unknown {
  return {
    path: at.path,
    rule: finding.rule,
    topic: finding.topic,
    severity: finding.level,
    message: finding.message,
    ...place(at),
    related: related.map((one) => ({ message: one.message, path: one.at.path, ...place(one.at) })),
    fixes: finding.fixes.map(({ title, safety }) => ({ title, safety })),
  };
}

function jsonError({ path, message, at }: FileError): unknown {
  return { path, message: at ? `line ${at.line}, column ${at.column}: ${message}` : message };
}

function place(spot: Spot): SpotRange & Pick<Spot, "cell"> {
  return { cell: spot.cell, ...rangeOfSpot(spot) };
}
