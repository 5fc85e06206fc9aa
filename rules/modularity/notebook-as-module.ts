/** notebook-as-module: production code runs or imports a notebook. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { notebookImports } from "../../server/analysis/facts/notebook-imports.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "notebook-as-module",
  topic: "modularity",
  summary: "Production code runs or imports a notebook as if it were a module",
  why: {
    scientist:
      "Everything that somebody tries out in that notebook runs here, too: its plots, its downloads, its training. And the names that you use come from wherever its cells " +
      "happened to put them. Move the functions to a module that both import.",
    engineer:
      "A notebook has no interface, no tests and no stable diff; its cells run with all side effects in this process, and its names overwrite the ones here. " +
      "Put what is shared into a module.",
  },
  bad: `
import import_ipynb
from prepare_data import clean
`,
  good: `
from churn.prepare import clean
`,
  severity: { exploration: "off", production: "warning" },
  needs: { notebookImports, document: documentKind },
  check: ({ notebookImports, document }) => (document.isTest || document.isExample ? [] : notebookImports.map(({ unit, node, name, isRun }) => ({
    at: place(unit, node),
    message: name === undefined ? "This imports notebooks as if they were modules" : `The notebook ${shortened(name)} is ${isRun ? "run" : "imported"} as if it were a module`,
  }))),
});

function shortened(name: string): string {
  return name.length <= 40 ? name : `…${name.slice(-39)}`;
}
