/**
 * A file that is read is not there.
 *
 * Reported for a relative path that is known to the last letter and that no folder from the document's up to the project's leads to, or
 * that starts at the document's own place and leads nowhere from there.
 * Silent where the code may make or fetch the file, asks for it, or catches that it is missing. A near name, or other files of
 * the kind beside it, make it a warning: else the data may only not be on this machine.
 */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import { replace } from "../../server/analysis/facts/call-edits.ts";
import { disk } from "../../server/analysis/facts/disk.ts";
import type { Disk } from "../../server/analysis/facts/disk.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { madeFiles } from "../../server/analysis/facts/paths/made-files.ts";
import { lastLiteral, literalWith, pieceWith, relativeReads } from "../../server/analysis/facts/paths/relative-reads.ts";
import type { RelativeRead } from "../../server/analysis/facts/paths/relative-reads.ts";
import { hasSiblings, meantFile } from "../../server/analysis/facts/paths/similar-files.ts";
import type { MeantFile } from "../../server/analysis/facts/paths/similar-files.ts";

export default defineRule({
  name: "missing-file",
  topic: "data-access",
  summary: "A file that is read does not exist",
  why: {
    scientist: "The cell fails when it is run, perhaps after an hour of work above it. Most often a letter or the folder is wrong, or the file was never added.",
    engineer: "The program fails at the read on every machine that has this checkout. Correct the path, or make and fetch the file in the code.",
  },
  bad: `import pandas as pd

orders = pd.read_csv("data/ordesr.csv")
`,
  good: `import pandas as pd

orders = pd.read_csv("data/orders.csv")
`,
  severity: { exploration: "warning", production: "warning" },
  needs: { reads: relativeReads, made: madeFiles, disk, document: documentKind },
  check({ reads, made, disk, document }) {
    if (document.isTest || document.dialect === "databricks" || made.isAnything) return [];
    return reads.flatMap((read): readonly Finding[] => {
      const starts = read.folder === undefined ? disk.folders : [read.folder];
      if (made.mayMake(read.path, read.folder !== undefined) || !starts.every((folder) => isMissing(folder, read.path, disk))) return [];
      const inProject = starts.filter((folder) => disk.presence(folder, read.path) !== "unknown");
      const meant = inProject.map((folder) => meantFile(read.path, folder, disk)).find((each) => each !== undefined);
      if (meant === "unknown") return [];
      const at = (meant && literalWith(read, meant.wrong)) ?? lastLiteral(read);
      return [{
        at,
        message: `${shortened(read.text)} does not exist${meant ? ` (did you mean ${shortened(meant.right)}?)` : ""}`,
        severity: meant || starts.some((folder) => hasSiblings(folder, read.path, disk)) ? {} : { exploration: "hint", production: "hint" },
        related: read.isElsewhere ? [{ at: read.use, message: "it is read here" }] : [],
        fixes: meant ? fixesFor(read, meant) : [],
      }];
    });
  },
});

/** From a folder above the document's, a path that leaves the project leads nowhere. */
function isMissing(folder: string, path: string, disk: Disk): boolean {
  const presence = disk.presence(folder, path);
  return presence === "missing" || (presence === "unknown" && folder !== disk.folder && path.startsWith("..") && disk.namesIn(folder) !== "unknown");
}

/** The wrong part, where the source says it once. */
function fixesFor(read: RelativeRead, meant: MeantFile): readonly Fix[] {
  const { wrong, right } = meant;
  const at = pieceWith(read, wrong)?.place;
  if (!at) return [];
  const { unit } = at.anchor;
  const source = unit.text.slice(at.start, at.end);
  const start = at.start + source.indexOf(wrong);
  if (source.split(wrong).length !== 2 || /["'\\{}]/u.test(right)) return [];
  return [{ title: `Change it to "${right}"`, safety: "review", edits: [replace(unit, { start, end: start + wrong.length }, right)] }];
}

function shortened(path: string): string {
  return `"${path.length <= 30 ? path : `…${path.slice(-29)}`}"`;
}
