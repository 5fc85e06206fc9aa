/** long-function: a function with so many statements, or so deeply nested, that nobody reads it at one go. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { excessOf, functionExtents } from "../../server/analysis/facts/complexity.ts";
import type { Extent, FunctionExtent } from "../../server/analysis/facts/complexity.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { isGenerated } from "../../server/analysis/facts/generated-code.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { seamOfFunction } from "../../server/analysis/refactor/seams.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

const options = {
  statements: { description: "Statements that a function may have. Imports, docstrings and further calls of the same function in a row do not count.", default: 60, least: 5, most: 1000 },
  complexity: { description: "Cognitive complexity, as SonarSource defines it, that a function may have.", default: 15, least: 1, most: 1000 },
} as const;

export default defineRule({
  name: "long-function",
  topic: "modularity",
  summary: "Function is too long or too deeply nested to be read at one go",
  why: {
    scientist:
      "Something in the middle of this function cannot be tried on its own: every change means running all of it, and the name of the function no " +
      "longer says what it does.",
    engineer:
      "Functions of this size gather defects: a reader has to keep all conditions and variables in mind, tests reach the inner branches only through the outer " +
      "ones, and two people cannot change it without a conflict.",
  },
  bad: `
def clean(orders, rates):
    rows = []
    for order in orders:
        if order["state"] == "paid":
            if order["currency"] != "EUR":
                if order["currency"] in rates:
                    order["price"] *= rates[order["currency"]]
                else:
                    continue
            for line in order["lines"]:
                if line["count"] > 0 and line["price"] is not None:
                    rows.append(line)
    return rows
`,
  good: `
def clean(orders, rates):
    rows = []
    for order in orders:
        if order["state"] == "paid" and convert(order, rates):
            rows.extend(filled_lines(order))
    return rows


def convert(order, rates):
    if order["currency"] == "EUR":
        return True
    if order["currency"] not in rates:
        return False
    order["price"] *= rates[order["currency"]]
    return True


def filled_lines(order):
    return [line for line in order["lines"] if line["count"] > 0 and line["price"] is not None]
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { functionExtents, documentKind, isGenerated, openDocument },
  options,
  check(facts, limits): readonly Finding[] {
    if (facts.documentKind.isTest || facts.isGenerated) return [];
    return facts.functionExtents.flatMap((each) => findingOf(each, limits, () => facts.openDocument));
  },
});

function findingOf(found: FunctionExtent, limits: Extent, document: () => OpenDocument): readonly Finding[] {
  const { unit, node, extent, isInside } = found;
  const excess = excessOf(extent, limits);
  // What a function inside another adds is counted there.
  if (excess === undefined || (isInside && extent.statements <= limits.statements)) return [];
  return [{ at: place(unit, node.name), message: `${node.name.name}() ${excess}`, fixes: () => fixesFor(found, limits, document()) }];
}

function fixesFor({ unit, node, extent }: FunctionExtent, limits: Extent, document: OpenDocument): readonly Fix[] {
  const seam = seamOfFunction(document, unit, node, extent, limits);
  return seam ? [{ title: `Extract ${seam.change.placeholder?.name ?? "a function"}() from ${node.name.name}()`, safety: "review", edits: seam.change.edits }] : [];
}
