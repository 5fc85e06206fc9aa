/** print-in-production: a job tells its operators by print what it does. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { loggers } from "../../server/analysis/facts/loggers.ts";
import type { Loggers } from "../../server/analysis/facts/loggers.ts";
import { prints } from "../../server/analysis/facts/prints.ts";
import type { Prints } from "../../server/analysis/facts/prints.ts";
import { logMessageOf } from "../../server/analysis/refactor/log-message.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "print-in-production",
  topic: "clean-code",
  summary: "Production code prints what it should log",
  why: {
    scientist: "A printed line says neither when nor where, cannot be turned off by whoever imports your function, and is lost when the job runs overnight without a screen.",
    engineer:
      "Prints carry no level, no time, no logger name and no context: they cannot be filtered, routed or alerted on, and they mix with the output of the program that " +
      "imports this module. Said once for a file.",
  },
  bad: `
import pandas as pd


def load(path):
    print("loading", path)
    return pd.read_csv(path)
`,
  good: `
import logging

import pandas as pd

logger = logging.getLogger(__name__)


def load(path):
    logger.info("loading %s", path)
    return pd.read_csv(path)
`,
  severity: { exploration: "off", production: "hint" },
  covers: ["T201"],
  needs: { prints, loggers, document: documentKind },
  check: ({ prints, loggers, document }) => (document.isTest || document.isExample ? [] : report(prints, loggers)),
});

function report(prints: Prints, loggers: Loggers): readonly Finding[] {
  const { all, logger } = prints;
  const [first, ...others] = all;
  if (!first) return [];
  const count = all.length === 1 ? "This is printed" : `This and ${String(others.length)} more ${others.length === 1 ? "line" : "lines"} below are printed`;
  const message = logger === undefined ? `${count}, not logged: no time, no level, no way to turn it off` : `${count}, although the module has a logger, ${logger}`;
  return [{ at: place(first.unit, first.node), message, related: others.slice(0, 8).map(({ unit, node }) => ({ at: place(unit, node), message: "printed, too" })), fixes: () => fixesFor(prints, loggers) }];
}

/** All of them, or none: half a change of habit is harder to read than none. */
function fixesFor({ all, isCaught }: Prints, loggers: Loggers): readonly Fix[] {
  const [first] = all;
  const access = first && !isCaught && all.every(({ isStatement }) => isStatement) ? loggers.access(place(first.unit, first.node)) : undefined;
  if (!access) return [];
  const edits = [...access.edits];
  for (const { unit, node } of all) {
    // Numbers of unusual kinds may be written otherwise by %: nothing here says that there are none.
    const message = logMessageOf(unit, node, true);
    if (message.kind === "kept" || unit.problems.length > 0 || unit.comments.some(({ start }) => start > node.start && start < node.end)) return [];
    edits.push(replace(unit, node, `${access.name}.${message.level}(${message.arguments.join(", ")})`));
  }
  return [{ title: all.length === 1 ? "Log it instead" : `Log the ${String(all.length)} lines instead`, safety: "review", edits }];
}
