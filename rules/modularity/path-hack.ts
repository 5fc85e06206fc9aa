/** path-hack: the search path or the working directory is changed so that the project's own code is found. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { pathHacks } from "../../server/analysis/facts/path-hacks.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "path-hack",
  topic: "modularity",
  summary: "Search path or working directory is changed so that own code is found",
  why: {
    scientist:
      "Which code is imported now depends on where this file lies and on what ran before: run it twice, move it or open it elsewhere, and it finds another module " +
      "or none. Make the folder a package (a pyproject.toml is enough) and run `pip install -e .` once.",
    engineer:
      "It works on this layout only: packaged, in a container or as a zip the folder is gone, and a local `utils.py` or `config.py` can shadow an installed one. " +
      "Install the project and import it by name.",
  },
  bad: `
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "src"))

import features
`,
  good: `
from churn import features
`,
  severity: { exploration: "hint", production: "warning" },
  imports: ["sys", "os", "site"],
  needs: { pathHacks, document: documentKind },
  check: ({ pathHacks, document }) => (document.isTest || isSetUp(document.uri) ? [] : pathHacks.map(({ unit, node, kind }) => ({
    at: place(unit, node),
    message: kind === "search path"
      ? "The search path is changed to reach own code: install the project as a package instead"
      : "Everything below depends on this change of the working directory: use paths from the project's root",
  }))),
});

/** Files that tools run from the source tree: no package is installed there. */
function isSetUp(uri: string): boolean {
  return /\/(?:setup|conf|noxfile|fabfile|tasks|versioneer|sitecustomize|conftest|manage)\.py$|\/(?:docs?|sphinxext|_ext)\//u.test(uri);
}
