/**
 * A path that exists on one machine only, written as a literal whose value reaches a read or a write.
 *
 * The value is followed to the place where a file is opened: a text that merely looks like a path is nothing. Silent are paths that
 * every machine has (/etc, /dev, /tmp), addresses (s3://, https://), what hangs on an unknown folder, and what is a setting
 * already: defaults of parameters, of settings classes, of lookups in the environment.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { configuration } from "../../server/analysis/facts/configuration/sources.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { edits } from "../../server/analysis/facts/edits.ts";
import { fixesInModule, pathFixes } from "../../server/analysis/facts/paths/fixes.ts";
import { textConstants } from "../../server/analysis/facts/text-constants.ts";
import type { ReachingPath } from "../../server/analysis/facts/paths/written-paths.ts";
import { writtenPaths } from "../../server/analysis/facts/paths/written-paths.ts";

export default defineRule({
  name: "hardcoded-path",
  topic: "data-access",
  summary: "A path that exists on one machine only is read or written",
  why: {
    scientist: "Nobody else can run this: a colleague, the server and you on a new laptop have no such folder. With a setting, the same notebook runs everywhere.",
    engineer: "The path ties the code to one host. Deployment, tests and a second environment need it to come from outside; today's value can stay as the default.",
  },
  bad: `import pandas as pd

orders = pd.read_csv("/home/jane/churn/orders.csv")
`,
  good: `import os

import pandas as pd

ORDERS_PATH = os.environ.get("ORDERS_PATH", "/home/jane/churn/orders.csv")

orders = pd.read_csv(ORDERS_PATH)
`,
  severity: { exploration: "warning", production: "error" },
  needs: { paths: writtenPaths, configuration, constants: textConstants, edits, document: documentKind },
  check(facts) {
    const { paths, edits, document } = facts;
    if (document.isTest) return [];
    const found = paths.paths.filter(({ isSetting }) => !isSetting);
    // Asked for now, as it may have to be read first: fixes are made later.
    const configuration = found.length > 0 ? facts.configuration : [];
    // All at once, so that no two new names are the same.
    let fixes: ReturnType<typeof pathFixes> | undefined;
    const own = found.filter(({ isHere }) => isHere);
    const fixesOf = (path: ReachingPath): readonly Fix[] => {
      const { contextOf, parameters } = paths;
      const surroundings = { edits, constants: facts.constants, document, contextOf, parameters, configuration };
      if (!path.isHere) return fixesInModule(path.written, surroundings);
      fixes ??= pathFixes(own.map(({ written }) => written), surroundings);
      return fixes[own.indexOf(path)] ?? [];
    };
    return found.map((path): Finding => ({
      at: path.place,
      message: `${shortened(path.known)} exists only ${path.machine.where}`,
      severity: path.machine.isShared ? { production: "warning", ...(path.machine.isAsked ? { exploration: "hint" } : {}) } : {},
      related: path.use.isElsewhere ? [{ at: path.use.at, message: `it is ${path.use.verb} here` }] : [],
      fixes: () => fixesOf(path),
    }));
  },
});

/** Enough of a path to know it by. */
function shortened(path: string): string {
  const text = path.replaceAll(/\s/gu, " ");
  return `"${text.length <= 48 ? text : `${text.slice(0, 16)}…${text.slice(-31)}`}"`;
}
