/** asserted-data: an assert that checks data, which optimised Python leaves out. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { blanksBefore, isAlone, stepOf } from "../../server/analysis/facts/indentation.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { dataAssertions } from "../../server/analysis/facts/data-assertions.ts";
import type { DataAssertion } from "../../server/analysis/facts/data-assertions.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { lineBreakOf } from "../../server/analysis/facts/edits.ts";
import { negated } from "../../server/analysis/facts/negation.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "asserted-data",
  topic: "clean-code",
  summary: "Data is checked by an assert, which python -O leaves out",
  why: {
    scientist:
      "An assert is a note about your own code. Where the job runs with `python -O` or PYTHONOPTIMIZE it does not exist, and the bad file goes straight into the model.",
    engineer:
      "Validation of input must not depend on an interpreter flag, and AssertionError is what callers and retries take for a bug, not for bad data. " +
      "Raise an error that names the data.",
  },
  bad: `
import pandas as pd

sales = pd.read_csv("sales.csv")
assert len(sales) > 0, "no sales"
`,
  good: `
import pandas as pd

sales = pd.read_csv("sales.csv")
if not len(sales) > 0:
    raise ValueError("no sales")
`,
  severity: { exploration: "off", production: "warning" },
  covers: ["S101"],
  needs: { dataAssertions, document: documentKind },
  check: ({ dataAssertions, document }) => (document.isTest || document.isExample ? [] : dataAssertions.map(report)),
});

function report(assertion: DataAssertion): Finding {
  const { unit, node, data } = assertion;
  const code = unit.text.slice(data.start, data.end);
  const name = code.length <= 40 && !/[\r\n]/u.test(code) ? code : "The data";
  return { at: place(unit, node), message: `${name} is checked by an assert, which is gone under python -O`, fixes: () => fixesFor(assertion) };
}

function fixesFor({ unit, node, mayChange }: DataAssertion): readonly Fix[] {
  if (!mayChange || !isAlone(unit, node) || unit.problems.length > 0) return [];
  const { text } = unit;
  const condition = negated(unit, node.test);
  // Comments would be lost with the lines that they stand on.
  if (unit.comments.some((comment) => comment.start > node.start && comment.end < node.end)) return [];
  const message = node.msg ? text.slice(node.msg.start, node.msg.end) : JSON.stringify(`not true: ${text.slice(node.test.start, node.test.end).replace(/\s+/gu, " ")}`);
  const indent = blanksBefore(text, node.start);
  const step = stepOf(unit, node, undefined);
  const code = `if ${condition}:${lineBreakOf(unit)}${indent}${step}raise ValueError(${message})`;
  return [{ title: "Raise a ValueError instead", safety: "review", edits: [replace(unit, node, code)] }];
}
