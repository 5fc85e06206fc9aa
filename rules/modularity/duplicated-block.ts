/** duplicated-block: the same statements written more than once, up to names and a few literals. */
import { defineRule } from "../../server/analysis/engine/rule.ts";
import type { Finding, Fix } from "../../server/analysis/engine/finding.ts";
import type { OpenDocument } from "../../server/analysis/engine/session-contract.ts";
import { ancestorsOf } from "../../server/analysis/facts/ancestors.ts";
import { documentKind } from "../../server/analysis/facts/document-kind.ts";
import { duplicatedBlocks } from "../../server/analysis/facts/duplicated-blocks.ts";
import type { BlockCopy, DuplicatedBlock, LiteralParameter } from "../../server/analysis/facts/duplicated-blocks.ts";
import { isGenerated } from "../../server/analysis/facts/generated-code.ts";
import { openDocument } from "../../server/analysis/facts/open-document.ts";
import { leastStatements } from "../../server/analysis/facts/run-seeds.ts";
import { headOf } from "../../server/analysis/facts/statement-head.ts";
import { extractCopies } from "../../server/analysis/refactor/extract-duplicate.ts";
import type { Place } from "../../server/analysis/syntax/unit.ts";

export default defineRule({
  name: "duplicated-block",
  topic: "modularity",
  summary: "Same statements are written more than once",
  why: {
    scientist:
      "The copies drift apart: a correction goes into one of them, and two numbers that should have been computed alike no longer are. Nothing tells.",
    engineer:
      "Every change has to be found and made in each copy, and a reader has to compare them line by line to learn whether they are meant to differ.",
  },
  bad: `
def prepare_train(train):
    train = train.dropna(subset=["price"])
    train["day"] = train["sold"].dt.dayofweek
    train["month"] = train["sold"].dt.month
    train["price"] = train["price"].clip(0, 1000)
    train["shop"] = train["shop"].str.strip().str.lower()
    return train.sort_values("sold")


def prepare_test(test):
    test = test.dropna(subset=["price"])
    test["day"] = test["sold"].dt.dayofweek
    test["month"] = test["sold"].dt.month
    test["price"] = test["price"].clip(0, 1000)
    test["shop"] = test["shop"].str.strip().str.lower()
    return test.sort_values("sold")
`,
  good: `
def prepare(sales):
    sales = sales.dropna(subset=["price"])
    sales["day"] = sales["sold"].dt.dayofweek
    sales["month"] = sales["sold"].dt.month
    sales["price"] = sales["price"].clip(0, 1000)
    sales["shop"] = sales["shop"].str.strip().str.lower()
    return sales.sort_values("sold")
`,
  severity: { exploration: "hint", production: "warning" },
  needs: { duplicatedBlocks, documentKind, isGenerated, openDocument },
  options: {
    statements: { description: "Statements that have to be the same. Imports, docstrings and `self.a = a` do not count.", default: leastStatements, least: leastStatements, most: 1000 },
  },
  check(facts, { statements }): readonly Finding[] {
    const { isTest, isExample, uri } = facts.documentKind;
    if (isTest || isExample || facts.isGenerated) return [];
    const counts = ({ size, variety, computes, copies }: DuplicatedBlock): boolean =>
      size >= statements && variety >= leastVariety && (computes || copies.length >= leastCopiesOfPlots) && !copies.some(isInTestCase);
    return facts.duplicatedBlocks.filter(counts).flatMap((block) => findingOf(block, uri, () => facts.openDocument));
  },
});

/** Fewer different things than this are a table, or the layers of a network. */
const leastVariety = 4;
/** Two plots that are decorated alike are no nuisance yet. */
const leastCopiesOfPlots = 3;

/** At the second copy: the first was there before. */
function findingOf(block: DuplicatedBlock, uri: string, document: () => OpenDocument): readonly Finding[] {
  const here = block.copies.filter((copy) => documentOf(copy) === uri);
  const copy = here[1] ?? here[0];
  if (!copy) return [];
  const others = block.copies.filter((each) => each !== copy);
  const [elsewhere] = here.length > 1 ? [] : others;
  const times = block.copies.length === 2 ? "twice" : `${String(block.copies.length)} times`;
  const where = elsewhere ? `also in ${documentOf(elsewhere).replace(/^.*\//u, "")}` : `written ${times}`;
  return [{
    at: startOf(copy),
    message: `These ${String(block.size)} statements are ${where}: ${differenceOf(block)}`,
    related: others.map((each) => ({ at: startOf(each), message: "the same statements" })),
    fixes: () => fixesFor(document(), block, uri),
  }];
}

/** Copies in other files stay: to import from here is not what everybody wants. */
function fixesFor(document: OpenDocument, block: DuplicatedBlock, uri: string): readonly Fix[] {
  const isHere = block.copies.map((copy) => documentOf(copy) === uri);
  const copies = block.copies.filter((_, index) => isHere[index]);
  if (copies.length < 2) return [];
  const literals = block.literals.map(({ places }) => places.filter((_, index) => isHere[index])).filter(differ);
  // A fix stands in the document alone: how the project is laid out matters little.
  const change = extractCopies(document, copies, literals.map((places) => places.map((each) => each.map(({ node }) => node))), { project: { root: "", home: undefined, text: () => undefined } }, {});
  if (change.kind === "refused" || change.cells || change.elsewhere) return [];
  return [{ title: `Extract ${String(copies.length)} copies into one function`, safety: "review", edits: change.edits }];
}

/** Of the copies here; not only from those elsewhere. */
function differ(places: LiteralParameter["places"]): boolean {
  const [first, ...others] = places.map(([located]) => located?.unit.text.slice(located.node.start, located.node.end));
  return others.some((text) => text !== first);
}

function differenceOf({ copies, literals }: DuplicatedBlock): string {
  const [first, ...others] = copies;
  const isRenamed = others.some(({ names }) => names.join(" ") !== first?.names.join(" "));
  const values = literals.length === 1 ? "a value" : `${String(literals.length)} values`;
  if (literals.length > 0) return isRenamed ? `only names and ${values} differ` : `only ${values} ${literals.length === 1 ? "differs" : "differ"}`;
  return isRenamed ? "only names differ" : "nothing differs";
}

function startOf({ statements: [first] }: BlockCopy): Place {
  if (!first) throw new Error("a copy without statements");
  return headOf(first.unit, first.node);
}

/** Tests in a module of another name: each says again what it needs. */
function isInTestCase({ statements: [first] }: BlockCopy): boolean {
  return first !== undefined && ancestorsOf(first.unit, first.node).some((node) => node.kind === "ClassDef" && node.bases.some((base) =>
    (base.kind === "Attribute" ? base.attr.name : base.kind === "Name" ? base.id : "").endsWith("TestCase")));
}

function documentOf({ statements: [first] }: BlockCopy): string {
  return first?.unit.anchor.cell.document.uri ?? "";
}
