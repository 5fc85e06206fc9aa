/**
 * SQL text with values pasted into it reaches a database.
 *
 * The text is followed to the call as a value, whatever built it: f-strings, %, format, +, through names. Constants of the program,
 * numbers and choices among constants are no finding. A table or column name cannot be a parameter: it is reported only where its
 * content is seen to come from outside, and never with a fix that would not work.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { ancestorsOf } from "../../server/analysis/facts/ancestors.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import { queries } from "../../server/analysis/facts/queries.ts";
import type { SentQuery } from "../../server/analysis/facts/queries.ts";
import { isFromOutside } from "../../server/analysis/facts/pasted-queries.ts";
import { queryFixes } from "../../server/analysis/facts/query-fixes.ts";

export default defineRule({
  name: "sql-interpolation",
  topic: "data-access",
  summary: "Values are pasted into SQL text instead of passed as parameters",
  why: {
    scientist: "A value with an apostrophe breaks the query, and a wrong one silently selects other rows. As a parameter it is always just a value.",
    engineer: "Whoever controls the value controls the statement: they can read or delete other data. Parameters also let the database reuse its plan.",
  },
  bad: `import sqlite3


def find_user(name):
    connection = sqlite3.connect("shop.db")
    return connection.execute(f"SELECT * FROM users WHERE name = '{name}'").fetchall()
`,
  good: `import sqlite3


def find_user(name):
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT * FROM users WHERE name = ?", (name,)).fetchall()
`,
  severity: { exploration: "error", production: "error" },
  covers: ["S608"],
  needs: { queries, edits },
  check({ queries, edits }) {
    return queries.sent.map((sent): Finding => ({
      at: reported(sent).place,
      message: messageFor(sent),
      severity: severityOf(sent),
      covers: isSeenByRuff(reported(sent).place) ? ["S608"] : [],
      related: sent.isElsewhere ? [{ at: sent.at, message: "the text is sent to the database here" }] : [],
      fixes: () => queryFixes(sent, { analysis: queries.analysis, cells: queries.cells, edits }),
    }));
  },
});

/** What no parameter can stand for comes first: it is what needs thought. */
function reported({ query: { pasted } }: SentQuery): SentQuery["query"]["pasted"][number] {
  const hole = pasted.find(({ position }) => position === "name" || position === "text") ?? pasted[0];
  if (!hole) throw new RangeError("a query without pasted holes is no finding");
  return hole;
}

/** Ruff knows the four common statements, where the text stands as a whole; no others, and no text that is put together step by step. */
function isSeenByRuff(at: Finding["at"]): boolean {
  const { unit } = at.anchor;
  const text = ancestorsOf(unit, at).find(({ kind }) => kind === "JoinedStr" || kind === "BinOp" || kind === "Call");
  return text !== undefined && /\b(?:select\s.*\sfrom\s|delete\s+from\s|(?:insert|replace)\s.*\svalues\s|update\s.*\sset\s)/isu.test(unit.text.slice(text.start, text.end));
}

/** Only callers know whether a name or a piece of SQL in a parameter is their own; what a user types is not. */
function severityOf(sent: SentQuery): Finding["severity"] & object {
  const { position, value } = reported(sent);
  const isStructure = position === "name" || position === "text";
  return isStructure && !isFromOutside(value) ? { exploration: "hint", production: "warning" } : {};
}

function messageFor(sent: SentQuery): string {
  const { position, place } = reported(sent);
  // A generator that is the only argument has the parentheses of the call.
  const source = place.anchor.unit.text.slice(place.start, place.end).replaceAll(/\s+/gu, " ").replace(/^\((?<inner>[^()]* for .*)\)$/u, "$<inner>");
  const name = `"${source.length <= 30 ? source : `${source.slice(0, 29)}…`}"`;
  switch (position) {
    case "list":
      return `${name} is pasted into a list in SQL: pass one placeholder for each value`;
    case "name":
      return `${name} becomes a name in SQL, which can't be a parameter: allow known names only`;
    case "text":
      return `${name} becomes part of the SQL itself: build it from known pieces only`;
    default:
      return `${name} is pasted into SQL text: pass it as a parameter`;
  }
}
