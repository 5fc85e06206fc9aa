/**
 * `SELECT *` where the code is seen to use a few columns, by name.
 *
 * Reported only where every use of the frame is understood: one that is printed, passed on or returned may need all columns.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { starQueries } from "../../server/analysis/facts/star-queries.ts";
import type { StarQuery } from "../../server/analysis/facts/star-queries.ts";

export default defineRule({
  name: "select-star",
  topic: "data-access",
  summary: "SELECT * reads every column, and the code uses only some",
  why: {
    scientist: "All columns travel over the network into memory, wide texts too. Naming the few you use makes the query fast and tells readers what is needed.",
    engineer: "A column that is added, dropped or renamed changes what arrives here unnoticed. Named columns fail at the query, and cost only what they weigh.",
  },
  bad: `import sqlite3

import pandas as pd

connection = sqlite3.connect("shop.db")
orders = pd.read_sql("SELECT * FROM orders", connection)
print(orders.groupby("day")["price"].sum())
`,
  good: `import sqlite3

import pandas as pd

connection = sqlite3.connect("shop.db")
orders = pd.read_sql("SELECT day, price FROM orders", connection)
print(orders.groupby("day")["price"].sum())
`,
  severity: { exploration: "hint", production: "warning" },
  imports: ["pandas", "duckdb"],
  needs: { starQueries, document: documentKind },
  check({ starQueries, document }) {
    return document.isTest ? [] : starQueries.map((query): Finding => ({
      at: query.at,
      message: `SELECT * reads every column, and only ${listed(query.columns)} ${query.columns.length === 1 ? "is" : "are"} used`,
      fixes: fixesFor(query),
    }));
  },
});

function fixesFor({ at, columns, prefix, isReplaceable }: StarQuery): readonly Fix[] {
  return isReplaceable ? [{ title: "Select the columns that are used", safety: "review", edits: [{ at, text: columns.map((column) => prefix + column).join(", ") }] }] : [];
}

function listed(columns: readonly string[]): string {
  const text = columns.join(", ");
  return text.length <= 44 ? text : `${String(columns.length)} of them`;
}
