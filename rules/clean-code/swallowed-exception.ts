/** swallowed-exception: a handler that hides whatever goes wrong in reading, writing, querying, training or predicting. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix, PlaceEdit } from "../../server/analysis/engine/finding.ts";
import { insert, replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { lineBreakOf } from "../../server/analysis/facts/edits.ts";
import { hiddenFailures } from "../../server/analysis/facts/hidden-failures.ts";
import type { HiddenFailure } from "../../server/analysis/facts/hidden-failures.ts";
import { blanksBefore, isAlone, stepOf } from "../../server/analysis/facts/indentation.ts";
import { loggers } from "../../server/analysis/facts/loggers.ts";
import type { Loggers } from "../../server/analysis/facts/loggers.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "swallowed-exception",
  topic: "clean-code",
  summary: "Handler hides every failure of reading, writing or model work",
  why: {
    scientist:
      "A wrong path, a renamed column and a full disk all end here, and the notebook goes on with what was there before, or with nothing. The numbers at " +
      "the end look fine and are made of other data.",
    engineer:
      "The job exits with status 0 and leaves no trace of what failed: retries and alerts never start, and the cause is gone. Log it with its traceback and raise, " +
      "or name the one failure that is expected.",
  },
  bad: `import pandas as pd


def load_prices(path):
    try:
        return pd.read_csv(path)
    except Exception:
        return None
`,
  good: `import logging

import pandas as pd

logger = logging.getLogger(__name__)


def load_prices(path):
    try:
        return pd.read_csv(path)
    except Exception:
        logger.exception("pd.read_csv failed")
        raise
`,
  severity: { exploration: "warning", production: "error" },
  covers: ["S110", "S112", "BLE001"],
  needs: { hiddenFailures, loggers, document: documentKind },
  check: ({ hiddenFailures, loggers, document }) => (document.isTest ? [] : hiddenFailures.map((failure) => report(failure, loggers))),
});

function report(failure: HiddenFailure, loggers: Loggers): Finding {
  const { unit, handler, work } = failure;
  const clause = { start: handler.start, end: handler.name?.end ?? handler.type?.end ?? handler.start + "except".length };
  return {
    at: place(unit, clause),
    message: `Any failure of ${nameOf(failure)} is hidden here, and the program goes on without it`,
    related: [{ at: place(unit, work.node), message: "What goes wrong here is not seen" }],
    covers: coveredBy(failure),
    fixes: () => fixesFor(failure, loggers),
  };
}

/** Ruff knows handlers that do nothing, and blind ones that name what they catch. */
function coveredBy({ handler: { type, body }, ends }: HiddenFailure): readonly string[] {
  const blind = type && type.kind !== "Tuple" ? ["BLE001"] : [];
  if (body.length > 1) return blind;
  return ends === "pass" ? [...blind, "S110"] : ends === "continue" ? [...blind, "S112"] : blind;
}

/** As the code names it, its last name alone where the code is long. */
function nameOf({ unit, work: { node: { func } } }: HiddenFailure): string {
  const code = unit.text.slice(func.start, func.end);
  return /^[\w.]{1,32}$/u.test(code) ? code : (/\w{1,32}$/u.exec(code)?.[0] ?? "this call");
}

function fixesFor(failure: HiddenFailure, loggers: Loggers): readonly Fix[] {
  const { unit, handler, last, ends } = failure;
  const access = unit.problems.length > 0 ? undefined : loggers.access(place(unit, handler));
  const [first] = handler.body;
  if (!access || !first) return [];
  const log = `${access.name}.exception("${nameOf(failure)} failed")`;
  const raising = ends === "goes on" ? after(failure, [log, "raise"]) : instead(failure, [log, "raise"]);
  const fixes: Fix[] = raising ? [{ title: "Log it with its traceback and raise it again", safety: "review", edits: [...access.edits, raising] }] : [];
  const isOnlyOne = last.start === first.start;
  const kept = unit.text.slice(last.start, last.end);
  const staying = ends === "pass" ? instead(failure, [log]) : isOnlyOne ? instead(failure, [log, kept]) : undefined;
  if (staying && ends !== "goes on") fixes.push({ title: "Log it with its traceback and go on", safety: "review", edits: [...access.edits, staying] });
  return fixes;
}

/** Puts lines in the place of the handler's last statement, which may stand on the line of `except`. */
function instead({ unit, handler, last }: HiddenFailure, lines: readonly string[]): PlaceEdit | undefined {
  if (isAlone(unit, last)) return replace(unit, last, joined(unit.text, last.start, lines, lineBreakOf(unit)));
  const between = unit.text.slice(handler.type?.end ?? handler.start, last.start);
  if (handler.body.length > 1 || /[\r\n;]/u.test(between) || /^[ \t]*;/u.test(unit.text.slice(last.end))) return undefined;
  const indent = blanksBefore(unit.text, handler.start) + stepOf(unit, handler, undefined);
  const blanks = between.length - between.trimEnd().length;
  const text = lines.map((line) => lineBreakOf(unit) + indent + line).join("");
  return replace(unit, { start: last.start - blanks, end: last.end }, text);
}

function after({ unit, last }: HiddenFailure, lines: readonly string[]): PlaceEdit | undefined {
  if (!isAlone(unit, last)) return undefined;
  const lineBreak = lineBreakOf(unit);
  return insert(unit, last.end, lineBreak + joinedIndented(unit.text, last.start, lines, lineBreak));
}

function joined(text: string, at: number, lines: readonly string[], lineBreak: string): string {
  return lines.join(lineBreak + blanksBefore(text, at));
}

function joinedIndented(text: string, at: number, lines: readonly string[], lineBreak: string): string {
  return blanksBefore(text, at) + joined(text, at, lines, lineBreak);
}
