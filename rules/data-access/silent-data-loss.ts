/** silent-data-loss: what cannot be read is left out or made missing, and nothing in the code would notice. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { losses } from "../../server/analysis/facts/losses.ts";
import type { Loss } from "../../server/analysis/facts/losses.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "silent-data-loss",
  topic: "data-access",
  summary: "Data that cannot be read is dropped, and nobody counts it",
  why: {
    scientist: "A changed decimal comma turns a whole column into NaN, and the model trains on what is left. Compare the number of missing values, or rows, before and after.",
    engineer: "A change in the source loses data without an error or a log line. Count the loss after the call, log it, and fail above a limit.",
  },
  bad: `import pandas as pd

sales = pd.read_csv("sales.csv")
sales["price"] = pd.to_numeric(sales["price"], errors="coerce")
print(sales["price"].mean())
`,
  good: `import pandas as pd

sales = pd.read_csv("sales.csv")
sales["price"] = pd.to_numeric(sales["price"], errors="coerce")
print(sales["price"].isna().sum(), "prices could not be read")
print(sales["price"].mean())
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { losses, document: documentKind },
  check: ({ losses, document }) => (document.isTest ? [] : losses.map(report)),
});

function report({ event: { unit, node: { func } }, keyword, argument, isReturned }: Loss): Finding {
  const code = unit.text.slice(func.start, func.end);
  const name = /^[\w.]{1,24}$/u.test(code) ? code : code.slice(code.lastIndexOf(".") + 1);
  const finding = { at: place(unit, keyword), message: `${name} ${argument.does}` };
  // Whoever calls the function may look.
  return isReturned ? { ...finding, severity: { exploration: "hint", production: "hint" } } : finding;
}
