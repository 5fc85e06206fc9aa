/** unordered-input: a listing without a defined order decides the order of rows or columns. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding } from "../../server/analysis/engine/finding.ts";
import { listings } from "../../server/analysis/facts/listings.ts";
import type { Listing } from "../../server/analysis/facts/listings.ts";
import { place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "unordered-input",
  topic: "reproducibility",
  summary: "Order of files or of a set decides the order of the data",
  why: {
    scientist:
      "Files come in the order the file system likes, sets in an order that changes with every Python process. The same code gives rows or " +
      "columns in another order on another machine, and a seeded split is then another split.",
    engineer:
      "A rerun, another container image or a restored volume changes the training set order without any change in code or data, so a model cannot be " +
      "reproduced and diffs between runs mean nothing.",
  },
  bad: `
import glob
import pandas as pd

sales = pd.concat([pd.read_csv(path) for path in glob.glob("sales/*.csv")])
`,
  good: `
import glob
import pandas as pd

sales = pd.concat([pd.read_csv(path) for path in sorted(glob.glob("sales/*.csv"))])
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { listings },
  check: ({ listings: all }) => all.map(report),
});

function report({ unit, node, kind, name, isSortable, use }: Listing): Finding {
  const at = place(unit, node);
  const [first] = node.args;
  const message = kind === "set"
    ? "Columns come in the order of a set, which changes from run to run"
    : `${name} lists in no defined order, and the data follows it`;
  const edits = kind === "set"
    ? [{ at: place(unit, node.func), text: "sorted" }]
    : [{ at: place(unit, { start: node.start, end: node.start }), text: "sorted(" }, { at: place(unit, { start: node.end, end: node.end }), text: ")" }];
  const inside = kind === "set" && first ? unit.text.slice(first.start, first.end) : unit.text.slice(node.start, node.end);
  return {
    at, message,
    ...(use.unit === unit && use.node.start >= node.start && use.node.end <= node.end ? {} : { related: [{ at: place(use.unit, use.node), message: "The data takes the order here" }] }),
    fixes: isSortable ? [{ title: inside.length < 40 ? `Sort: sorted(${inside})` : "Sort it", safety: "safe", edits }] : [],
  };
}
