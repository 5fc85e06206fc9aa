/** star-import: names come from another module, and nobody can tell which. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { lineBreakOf } from "../../server/analysis/facts/edits.ts";
import { blanksBefore } from "../../server/analysis/facts/indentation.ts";
import { starImports } from "../../server/analysis/facts/star-imports.ts";
import type { StarImport, StarImports } from "../../server/analysis/facts/star-imports.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "star-import",
  topic: "modularity",
  summary: "Star import: which names come from where cannot be told",
  why: {
    scientist:
      "`from numpy import *` replaces Python's own sum, min and round by others that work differently, and a name of yours may be overwritten without a word. " +
      "Whoever reads the code cannot tell where a function comes from.",
    engineer:
      "Every name that the other module gains becomes a name here: an upgrade can shadow a local function or a builtin. Linters, type checkers and refactorings are blind below the import.",
  },
  bad: `
from math import *

print(sqrt(2) * pi)
`,
  good: `
from math import pi, sqrt

print(sqrt(2) * pi)
`,
  severity: { exploration: "hint", production: "warning" },
  covers: ["F403"],
  needs: { starImports, document: documentKind },
  check({ starImports, document }): readonly Finding[] {
    if (document.isTest || starImports.isHub || document.uri.endsWith("/__init__.py")) return [];
    return starImports.all.map((star) => report(star, starImports));
  },
});

function report(star: StarImport, { isProgram }: StarImports): Finding {
  const { unit, node, module, count } = star;
  const name = module.length <= 40 ? module : `…${module.slice(-39)}`;
  return {
    at: place(unit, node),
    message: count === undefined ? `Which names come from ${name} cannot be told` : `This brings ${count === 1 ? "1 name" : `${String(count)} names`} from ${name}, and any may replace one of yours`,
    fixes: () => fixesFor(star, isProgram),
  };
}

/** Whoever imports this module may use names that it only hands on. */
function fixesFor({ unit, node, module, used, isExact }: StarImport, isProgram: boolean): readonly Fix[] {
  const names = used();
  if (!names || names.length === 0) return [];
  const sorted = [...names].sort((a, b) => rank(a) - rank(b) || compare(a.toLowerCase(), b.toLowerCase()) || compare(a, b));
  const line = `from ${module} import ${sorted.join(", ")}`;
  const indent = blanksBefore(unit.text, node.start);
  const lineBreak = lineBreakOf(unit);
  const block = `from ${module} import (${sorted.map((name) => `${lineBreak}${indent}    ${name},`).join("")}${lineBreak}${indent})`;
  const title = names.length === 1 ? `Import ${sorted[0] ?? ""} only` : `Import the ${String(names.length)} names that are used`;
  const edits = [replace(unit, node, indent.length + line.length <= 88 ? line : block)];
  return [{ title, safety: isExact && isProgram ? "safe" : "review", edits }];
}

/** Constants, classes, functions: as import sorters have them. */
function rank(name: string): number {
  if (/^[A-Z][A-Z\d_]+$/u.test(name)) return 0;
  return /^[A-Z]/u.test(name) ? 1 : 2;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
