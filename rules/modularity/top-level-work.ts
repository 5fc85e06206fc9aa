/** top-level-work: a module that reads, trains or writes when it is imported. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { importWork } from "../../server/analysis/facts/import-work.ts";
import { wrapInMain } from "../../server/analysis/refactor/main-function.ts";
import type { Unit } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "top-level-work",
  topic: "modularity",
  summary: "Module reads, trains or writes when it is imported",
  why: {
    scientist:
      "Nothing in this file can be reused or tested without running all of it: importing one function loads the data and trains the model " +
      "again.",
    engineer:
      "Import has side effects: schedulers, test collection and worker processes import modules and would read, train and write each time, in whatever " +
      "folder and with whatever rights they have.",
  },
  bad: `
import pandas as pd

sales = pd.read_csv("sales.csv")
sales.groupby("shop").sum().to_csv("totals.csv")
`,
  good: `
import pandas as pd


def main() -> None:
    sales = pd.read_csv("sales.csv")
    sales.groupby("shop").sum().to_csv("totals.csv")


if __name__ == "__main__":
    main()
`,
  severity: { exploration: "off", production: "warning" },
  needs: { importWork, documentKind },
  check({ importWork: { work, units, offers }, documentKind: { isTest, isExample, uri } }): readonly Finding[] {
    const [first] = work;
    if (!first || isTest || isExample || runsByTool(uri)) return [];
    const verbs = [...new Set(work.map(({ verb }) => verb))];
    const message = `Importing this module ${list(verbs)}: the work is at the top level`;
    const firstUnit = units.findIndex(({ anchor }) => anchor === first.at.anchor);
    return [{ at: first.at, message, fixes: () => fixesFor(units, firstUnit, offers) }];
  },
});

function fixesFor(units: readonly Unit[], firstWork: number, offers: ReadonlySet<Unit>): readonly Fix[] {
  const wrapped = wrapInMain(units, firstWork, offers, "function");
  const guarded = wrapped.kind === "refused" ? wrapInMain(units, firstWork, offers, "guard") : wrapped;
  const title = wrapped.kind === "edits" ? "Move the work into main()" : "Put the work under a main guard";
  return guarded.kind === "edits" ? [{ title, safety: "review", edits: guarded.edits }] : [];
}

/** Files whose tool runs them from top to bottom. */
function runsByTool(uri: string): boolean {
  return /\/(?:setup|conf|noxfile|fabfile|gunicorn\.conf|manage|wsgi|asgi|sitecustomize)\.py$/u.test(uri);
}

/** `reads`, `reads and writes`, `reads, trains and writes`. */
function list(verbs: readonly string[]): string {
  const last = verbs.at(-1) ?? "";
  return verbs.length < 2 ? last : `${verbs.slice(0, -1).join(", ")} and ${last}`;
}
