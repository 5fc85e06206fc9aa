/**
 * What was made of a file's data is written onto that file.
 *
 * The data is followed from the call that reads it to the call that writes, and so is the path. A file that the program has made itself,
 * asks for, or copies first is its own: a cache or a checkpoint.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { overwrites } from "../../server/analysis/facts/overwrites.ts";

export default defineRule({
  name: "overwritten-source",
  topic: "data-access",
  summary: "The result is written onto the file that it was read from",
  why: {
    scientist: "The raw data is gone after the first run, and a second run cleans what is clean already: nobody can repeat the work or find a mistake in it.",
    engineer: "The job is not idempotent and destroys its input: a rerun gives another result, and a crash while writing leaves neither the old file nor the new.",
  },
  bad: `import pandas as pd

orders = pd.read_csv("data/orders.csv")
orders["total"] = orders["price"] * orders["count"]
orders.to_csv("data/orders.csv", index=False)
`,
  good: `import pandas as pd

orders = pd.read_csv("data/orders.csv")
orders["total"] = orders["price"] * orders["count"]
orders.to_csv("data/orders_with_total.csv", index=False)
`,
  severity: { exploration: "warning", production: "error" },
  needs: { overwrites, document: documentKind },
  check({ overwrites, document }) {
    if (document.isTest) return [];
    return overwrites.map(({ at, path, read, isCallers }): Finding => ({
      at,
      message: `${path === undefined ? "The file that was read" : shortened(path)} is overwritten with what was made of it`,
      severity: isCallers ? { exploration: "hint", production: "warning" } : {},
      related: [{ at: read, message: "the data is read here" }],
    }));
  },
});

function shortened(path: string): string {
  return `"${path.length <= 48 ? path : `…${path.slice(-47)}`}"`;
}
