/** debugging-leftover: debuggers and displays that were left in production code. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { leftovers } from "../../server/analysis/facts/leftovers.ts";
import type { Leftover } from "../../server/analysis/facts/leftovers.ts";
import { blockOf, removalOf } from "../../server/analysis/facts/statement-removal.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "debugging-leftover",
  topic: "clean-code",
  summary: "Debugger, display or plot window left in production code",
  why: {
    scientist:
      "A notebook shows the value of an expression; a script computes it and throws it away. A debugger or a plot window stops the script until somebody " +
      "types or clicks.",
    engineer:
      "A debugger or a window in a job waits for input that never comes: the worker hangs, or crashes where there is no terminal and no display. " +
      "Bare expressions on frames cost time and memory for nothing.",
  },
  bad: `
import pandas as pd

sales = pd.read_csv("sales.csv")
sales.head()
breakpoint()
sales.to_parquet("sales.parquet")
`,
  good: `
import pandas as pd

sales = pd.read_csv("sales.csv")
sales.to_parquet("sales.parquet")
`,
  severity: { exploration: "off", production: "warning" },
  covers: ["T100", "B018"],
  needs: { leftovers, document: documentKind },
  check: ({ leftovers, document }) => (document.isTest || document.isExample ? [] : leftovers.map(report)),
});

function report(leftover: Leftover): Finding {
  const { kind, unit, statement, named } = leftover;
  const code = unit.text.slice(named.start, named.end);
  const name = code.length < 40 && !/[\r\n]/u.test(code) ? code : (/\w{1,40}$/u.exec(code)?.[0] ?? "This expression");
  const shown = statement.value.kind === "Call" ? `${name}()` : name;
  const message = {
    debugger: `${shown} stops the program and waits for somebody to type`,
    display: `${shown} shows something in a notebook; here its result is thrown away`,
    window: `${shown} stops the program until somebody closes the window`,
  }[kind];
  return { at: place(unit, statement), message, covers: coveredBy(leftover), fixes: () => fixesFor(leftover) };
}

/** Ruff knows the debuggers of Python and IPython, and names and attributes that stand alone. */
function coveredBy({ kind, statement: { value }, module }: Leftover): readonly string[] {
  if (kind === "debugger") return value.kind === "Call" && /^(?:pdb|ipdb|pudb|)$/u.test(module) ? ["T100"] : [];
  return value.kind === "Name" || value.kind === "Attribute" ? ["B018"] : [];
}

function fixesFor({ kind, unit, statement, module, isSaved }: Leftover): readonly Fix[] {
  // A plot that is only shown would be lost.
  if (kind === "window" && !isSaved) return [];
  // `import pdb; pdb.set_trace()` goes as a whole.
  const block = blockOf(unit, statement);
  const before = block[block.indexOf(statement) - 1];
  const isJoined = before?.kind === "Import" && before.names.length === 1 && module !== "" && before.names[0]?.name.name === module.split(".")[0]
    && !/[\r\n]/u.test(unit.text.slice(before.end, statement.start));
  const removal = removalOf(unit, isJoined ? [before, statement] : [statement], "none");
  return removal ? [{ title: "Remove it", safety: kind === "window" ? "review" : "safe", edits: [removal.edit] }] : [];
}
