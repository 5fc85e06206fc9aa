/** unclosed-resource: a file, a connection or the like is opened, and nobody can close it any more. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { openResources } from "../../server/analysis/facts/open-resources.ts";
import type { OpenResource } from "../../server/analysis/facts/open-resources.ts";
import { withBlocks } from "../../server/analysis/facts/with-blocks.ts";
import type { WithBlocks } from "../../server/analysis/facts/with-blocks.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unclosed-resource",
  topic: "data-access",
  summary: "File or connection is opened and never closed",
  why: {
    scientist: "What was written may not be in the file yet, an Excel file may stay empty, and on Windows nobody can delete or replace the file until the kernel stops.",
    engineer: "Descriptors and connections are freed whenever the garbage collector gets to them: a loop or a server runs out of them, and locks and transactions stay open on the database.",
  },
  bad: `import json

settings = json.load(open("settings.json"))
`,
  good: `import json

with open("settings.json") as file:
    settings = json.load(file)
`,
  severity: { exploration: "hint", production: "warning" },
  covers: ["SIM115"],
  needs: { openResources, withBlocks, document: documentKind },
  check: ({ openResources, withBlocks, document }) => (document.isTest ? [] : openResources.map((opening) => report(opening, withBlocks))),
});

function report(opening: OpenResource, blocks: WithBlocks): Finding {
  const { event: { unit, node, target = "" }, resource: { what }, name } = opening;
  const message = name !== undefined && name.length < 60 ? `The ${what} "${name}" is never closed` : `The ${what} that is opened here is never closed`;
  // Ruff knows these; nobody but us follows connections.
  const covers = ["builtins.open", "pathlib.Path.open", "tarfile.open", "shelve.open"].includes(target) ? ["SIM115"] : [];
  return { at: place(unit, node), message, covers, fixes: () => fixesFor(opening, blocks) };
}

function fixesFor(opening: OpenResource, blocks: WithBlocks): readonly Fix[] {
  const edits = blocks.around(opening);
  return edits ? [{ title: edits.length === 1 ? "Close it" : "Close it: use with", safety: "review", edits }] : [];
}
