/** hidden-dependency: a function that reads or changes a frame, model or container of the module that changes. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { moduleState } from "../../server/analysis/facts/module-state.ts";
import type { HiddenDependency } from "../../server/analysis/facts/module-state.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import { passAsParameter } from "../../server/analysis/refactor/pass-as-parameter.ts";

export default defineRule({
  name: "hidden-dependency",
  topic: "modularity",
  summary: "Function depends on a frame, model or container of the module that changes",
  why: {
    scientist:
      "The function gives another answer depending on which lines, or cells, ran before it. It cannot be tried on other data without overwriting what " +
      "everything else uses.",
    engineer:
      "The function's signature hides what it needs: it cannot be tested, moved to a module or run twice at the same time, and calls in another order " +
      "change results without any error.",
  },
  bad: `
import pandas as pd

sales = pd.read_csv("sales.csv")
sales = sales.dropna()


def mean_price():
    return sales["price"].mean()


print(mean_price())
`,
  good: `
import pandas as pd

sales = pd.read_csv("sales.csv")
sales = sales.dropna()


def mean_price(sales):
    return sales["price"].mean()


print(mean_price(sales))
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { moduleState, openDocument, documentKind },
  check({ moduleState: { hidden }, openDocument: document, documentKind: { isTest } }): readonly Finding[] {
    return isTest ? [] : hidden.map((each) => ({ ...findingOf(each), fixes: () => fixesFor(document, each) }));
  },
});

function fixesFor(document: OpenDocument, { unit, function: node, name, does }: HiddenDependency): readonly Fix[] {
  const passing = does === "replaces" ? undefined : passAsParameter(document, unit, node, name);
  return passing?.kind === "edits" ? [{ title: `Pass ${name} to ${node.name.name}() as a parameter`, safety: "review", edits: passing.edits }] : [];
}

function findingOf({ name, kind, function: { name: { name: caller } }, use, does, made, changed }: HiddenDependency): Finding {
  const what = does === "reads" ? `reads ${article[kind]} ${name}, which changes outside it` : `${does} ${article[kind]} ${name} of the module`;
  return {
    at: use,
    message: `${caller}() ${what}, and nobody passes it`,
    related: [{ at: made, message: `${name} is made here` }, ...changed.slice(0, 3).map((at) => ({ at, message: `${name} changes here` }))],
  };
}

const article = { frame: "the frame", model: "the model", container: "the container" } as const;
