/** print-in-production: a job tells its operators by print what it does. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { prints } from "../../server/analysis/facts/prints.ts";
import type { Prints } from "../../server/analysis/facts/prints.ts";
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
  needs: { prints, document: documentKind },
  check: ({ prints, document }) => (document.isTest || document.isExample ? [] : report(prints)),
});

function report({ all, logger }: Prints): readonly Finding[] {
  const [first, ...others] = all;
  if (!first) return [];
  const count = all.length === 1 ? "This is printed" : `This and ${String(others.length)} more ${others.length === 1 ? "line" : "lines"} below are printed`;
  const message = logger === undefined ? `${count}, not logged: no time, no level, no way to turn it off` : `${count}, although the module has a logger, ${logger}`;
  return [{ at: place(first.unit, first.node), message, related: others.slice(0, 8).map(({ unit, node }) => ({ at: place(unit, node), message: "printed, too" })) }];
}
