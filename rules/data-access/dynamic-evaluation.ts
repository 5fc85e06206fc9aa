/**
 * Text that the program does not write itself is run as code: `eval`, `exec`, and the expressions of pandas.
 *
 * What is constant, or made of constants and numbers alone, is code like any other and no finding.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import type { Edits } from "../../server/analysis/facts/edits.ts";
import { evaluations } from "../../server/analysis/facts/evaluations.ts";
import type { Evaluation } from "../../server/analysis/facts/evaluations.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "dynamic-evaluation",
  topic: "data-access",
  summary: "Text that is not constant is run as code",
  why: {
    scientist: "Whatever the text says is done: a cell of a CSV or an odd column name can delete files or simply compute something else than you think.",
    engineer: "Code injection: whoever has a say in the text runs code in this process. Parse literals with ast.literal_eval, look functions up in a dict, and pass values to query() as @names.",
  },
  bad: `def parse(text):
    return eval(text)
`,
  good: `import ast


def parse(text):
    return ast.literal_eval(text)
`,
  severity: { exploration: "warning", production: "error" },
  covers: ["S307", "S102"],
  needs: { evaluations, edits, document: documentKind },
  check({ evaluations, edits, document }) {
    return document.isTest ? [] : evaluations.map((found) => findingFor(found, edits));
  },
});

function findingFor(found: Evaluation, edits: Edits): Finding {
  const { unit, node, name, kind, origin } = found;
  const message = origin.kind === "outside" ? `${name} runs ${kind === "code" ? "code" : "an expression"} that comes from ${origin.from}`
    : kind === "code" ? `${name} runs text as code`
    : `${name} runs an expression that ${found.isPasted ? "is put together from values" : "is not written here"}`;
  const related = origin.kind === "outside" && origin.place ? [{ at: origin.place, message: "the text comes from here" }] : [];
  const severity = origin.kind === "outside" ? { exploration: "error", production: "error" } as const
    : origin.kind === "beside" ? { exploration: "hint", production: "hint" } as const
    : kind === "expression" ? { exploration: "hint", production: "warning" } as const : {};
  return { at: place(unit, node), message, related, severity, covers: coveredBy(found), fixes: () => literalOnly(found, edits) };
}

/** Ruff knows the two builtins. */
function coveredBy({ name }: Evaluation): readonly string[] {
  return name === "eval" ? ["S307"] : name === "exec" ? ["S102"] : [];
}

/** `ast.literal_eval` reads the numbers, texts, lists and dicts that most uses of eval are about. */
function literalOnly({ unit, evaluator, isPlainEval }: Evaluation, edits: Edits): readonly Fix[] {
  const access = isPlainEval ? edits.importing("ast", place(unit, evaluator)) : undefined;
  if (!access) return [];
  return [{ title: "Read literals only: ast.literal_eval", safety: "review", edits: [...access.edits, replace(unit, evaluator, `${access.name}.literal_eval`)] }];
}
