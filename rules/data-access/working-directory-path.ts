/**
 * A relative path that leads to its file from one working directory only.
 *
 * Found are paths that go up (`../data/x.csv`), and files that are seen to lie beside a script and not in the project's folder. What is
 * joined to a known folder, a setting, or changed by `os.chdir` is left alone, and so is a plain `data/x.csv`: a program that is started
 * in its project finds it.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { anchoredFix, cwdPaths } from "../../server/analysis/facts/paths/cwd-paths.ts";
import type { CwdPath } from "../../server/analysis/facts/paths/cwd-paths.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import { writtenPaths } from "../../server/analysis/facts/paths/written-paths.ts";

export default defineRule({
  name: "working-directory-path",
  topic: "data-access",
  summary: "A relative path leads to its file from one working directory only",
  why: {
    scientist: "Started from another folder, by a colleague, a scheduler or the terminal below your editor, the program looks in the wrong place and fails, or writes there.",
    engineer: "The working directory belongs to whoever starts the process: a service, a test runner, cron. A path from `__file__` or a setting does not depend on it.",
  },
  bad: `import pandas as pd

orders = pd.read_csv("../data/orders.csv")
`,
  good: `from pathlib import Path

import pandas as pd

orders = pd.read_csv(Path(__file__).resolve().parents[1] / "data" / "orders.csv")
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { cwdPaths, paths: writtenPaths, edits, document: documentKind },
  check({ cwdPaths, paths: { takesPath }, edits, document }) {
    // Sphinx goes into the folder of its configuration before it runs it, and whoever builds a package into that of its setup.py.
    const isRunThere = (document.isExample && document.uri.endsWith("/conf.py")) || document.uri.endsWith("/setup.py");
    if (document.isTest || document.dialect === "databricks" || isRunThere) return [];
    return cwdPaths.map((path): Finding => ({
      at: path.literal.place,
      message: `${shortened(path)} ${path.kind === "up" ? "works from one folder only" : "is there only for a program started in its folder"}`,
      related: path.isElsewhere ? [{ at: path.use, message: "it is used here" }] : [],
      fixes() {
        const fix = anchoredFix(path, { edits, document, takesPath });
        return fix ? [fix] : [];
      },
    }));
  },
});

function shortened({ text }: CwdPath): string {
  const line = text.replaceAll(/\s/gu, " ");
  return `"${line.length <= 44 ? line : `…${line.slice(-43)}`}"`;
}
