/** unsafe-archive-extraction: a tar archive is unpacked to wherever its entries say. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { archiveExtractions } from "../../server/analysis/facts/archive-extractions.ts";
import type { ArchiveExtraction } from "../../server/analysis/facts/archive-extractions.ts";
import { appendArgument, keywordOf, replace } from "../../server/analysis/facts/call-edits.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unsafe-archive-extraction",
  topic: "data-access",
  summary: "Archive may write outside the folder that it is unpacked to",
  why: {
    scientist: "The names inside an archive decide where its files go: one called ../../notebook.ipynb replaces yours, without a question.",
    engineer: "Path traversal (CVE-2007-4559): before Python 3.14 tarfile trusts absolute names, .., links and modes in the archive. filter=\"data\" (3.12, and security releases since 3.8) refuses them.",
  },
  bad: `import tarfile

with tarfile.open("images.tar.gz") as archive:
    archive.extractall("images")
`,
  good: `import tarfile

with tarfile.open("images.tar.gz") as archive:
    archive.extractall("images", filter="data")
`,
  severity: { exploration: "hint", production: "warning" },
  imports: ["tarfile", "shutil"],
  covers: ["S202"],
  needs: { archiveExtractions, document: documentKind },
  check: ({ archiveExtractions, document }) => (document.isTest ? [] : archiveExtractions.map(report)),
});

function report({ event: { unit, node, target = "" }, origin }: ArchiveExtraction): Finding {
  const code = unit.text.slice(node.func.start, node.func.end);
  const name = /^[\w.]{1,30}$/u.test(code) ? code : target.slice(target.lastIndexOf(".") + 1);
  const isOutside = origin.kind === "outside";
  const filter = keywordOf(node, "filter");
  const edit = filter ? replace(unit, filter, 'filter="data"') : appendArgument(unit, node, 'filter="data"');
  return {
    at: place(unit, node),
    message: isOutside ? `${name} trusts an archive from ${origin.from}` : `${name} writes wherever the archive says`,
    covers: /^tarfile\.\w+\.extractall$/u.test(target) ? ["S202"] : [],
    ...(isOutside ? { severity: { exploration: "warning", production: "warning" } } : {}),
    ...(isOutside && origin.place ? { related: [{ at: origin.place, message: "the archive comes from here" }] } : {}),
    fixes: edit ? [{ title: "Refuse what leaves the folder", safety: "review", edits: [edit] }] : [],
  };
}
