/**
 * extract-duplicate: code that is written several times becomes one function, called at each place.
 *
 *     train = pd.read_csv("train.csv")        def load_train(path):
 *     train = train.dropna()                      train = pd.read_csv(path)
 *     ...                                         train = train.dropna()
 *     test = pd.read_csv("test.csv")              return train
 *     test = test.dropna()
 *                                             train = load_train("train.csv")
 *                                             ...
 *                                             test = load_train("test.csv")
 *
 * The first copy gives the body. A name has the same *role* in all copies (duplicated-blocks.ts): `train` and `test` here. What one copy
 * needs from around, or leaves behind, all must be able to give and take; literals that differ become parameters. Where a copy could not
 * be extracted by itself, nothing is.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { ancestorsOf } from "../facts/ancestors.ts";
import { duplicatedBlocksIn } from "../facts/duplicated-blocks.ts";
import type { BlockCopy, DuplicatedBlock } from "../facts/duplicated-blocks.ts";
import { keptWith } from "../facts/kept.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Constant, Node, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { narrowed } from "./cell-runs.ts";
import { callEdits, definitionText, draftOf } from "./extract-function.ts";
import type { Draft } from "./extract-function.ts";
import { isFree, isKeyword } from "./function-name.ts";
import { liveNamesOf } from "./live-names.ts";
import { linesOfParts } from "./moved-lines.ts";
import { insertion, positionOf } from "./new-function.ts";
import type { Change, Outcome, Refactoring, RefactoringOptions, Refused, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { placeholderOf } from "./result-text.ts";
import { statementsOf } from "./statement-run.ts";
import type { RunPart, StatementRun } from "./statement-run.ts";

export const extractDuplicate: Refactoring = {
  name: "extract-duplicate",
  summary: "Make one function of code that is written several times",
  kind: "refactor.extract",
  offer(target) {
    const block = blockAt(target);
    return block && { title: `Extract ${block.copies.length} copies of this code into one function` };
  },
  perform(target, options) {
    const block = blockAt(target);
    return block ? extractCopies(target.document, block.copies, literalsOf(block), target, options) : refused("the selected code is written here only once");
  },
};

/** A literal that differs between the copies: for each copy the constants that hold it. */
export type DifferingLiteral = readonly (readonly Constant[])[];

const blocksOfCells = keptWith((cells: readonly Cell[]) => duplicatedBlocksIn(cells));

/** The block with a copy that the selection touches; where there are several, the longest. */
function blockAt({ document, selection }: Target): DuplicatedBlock | undefined {
  const touches = ({ statements }: BlockCopy): boolean => statements.some(({ unit, node }) => selection.some(({ cell, start, end }) => {
    const isHere = document.dialect !== "notebook" || unit.anchor.cell === cell;
    return isHere && unit.anchor.offset + node.start <= end && start <= unit.anchor.offset + node.end;
  }));
  return blocksOfCells(document.cells).filter(({ copies }) => copies.some(touches)).sort((a, b) => b.size - a.size)[0];
}

function literalsOf({ literals }: DuplicatedBlock): readonly DifferingLiteral[] {
  return literals.map(({ places }) => places.map((each) => each.map(({ node }) => node)));
}

/** The change for copies in one document, the first of which gives the body. */
export function extractCopies(
  document: OpenDocument, copies: readonly BlockCopy[], literals: readonly DifferingLiteral[], target: Pick<Target, "project">, options: RefactoringOptions,
): Outcome {
  const [first] = copies;
  const runs = copies.map((copy) => runOfCopy(document, copy));
  const drafts: Draft[] = [];
  for (const run of runs) {
    const whole = narrowed(run);
    if (whole.kind === "refused") return whole;
    if (whole.isValue || statementsOf(whole.run).length !== statementsOf(run).length) return refused("imports, definitions, or what a cell shows, stand in the copies");
    const draft = draftOf(run, target, options);
    if (draft.kind === "refused") return draft;
    drafts.push(draft);
  }
  const [model] = drafts;
  if (!first || !model) return refused("the selected code is written here only once");
  if (drafts.some(({ call }) => call.form !== model.call.form)) return refused("the copies leave their functions in different ways");
  if (drafts.some((each) => each.what.kind !== model.what.kind || !isSameHome(each, model))) return refused("the copies belong to different classes");
  const roles = rolesOf(copies, runs, drafts);
  if (roles.kind === "refused") return roles;
  const named = literalNames(document, literals, first);
  if (!named) return refused("a text over several lines differs between the copies");
  return written(document, copies, drafts, roles, literals, named);
}

function runOfCopy(document: OpenDocument, { statements }: BlockCopy): StatementRun {
  const parts: { unit: Unit; statements: Statement[] }[] = [];
  for (const { unit, node } of statements) {
    const last = parts.at(-1);
    if (last?.unit === unit) last.statements.push(node);
    else parts.push({ unit, statements: [node] });
  }
  const [first] = parts;
  const node = first?.statements[0];
  const path = first && node ? ancestorsOf(first.unit, node) : [];
  const index = path.findIndex((each) => each === node);
  return { document, parts: parts satisfies readonly RunPart[], path: index < 0 ? [] : path.slice(0, index) };
}

function isSameHome(left: Draft, right: Draft): boolean {
  const owner = ({ run, what }: Draft): Node | undefined => (what.kind === "method" ? run.path[run.path.indexOf(what.holder) - 1] : undefined);
  return owner(left) === owner(right);
}

interface Roles {
  readonly kind: "roles";
  /** Indices in `names` of the copies. */
  readonly parameters: readonly number[];
  readonly results: readonly number[];
}

function rolesOf(copies: readonly BlockCopy[], runs: readonly StatementRun[], drafts: readonly Draft[]): Roles | Refused {
  const parameters: number[] = [];
  const results: number[] = [];
  const given = runs.map((run) => liveNamesOf(run, { constantsToo: true }));
  const count = copies[0]?.names.length ?? 0;
  for (let role = 0; role < count; role++) {
    const names = copies.map((copy) => copy.names[role] ?? "");
    const isSame = names.every((name) => name === names[0]);
    const isPassed = drafts.map(({ names: live }, index) => live.parameters.some(({ name }) => name === names[index]));
    const couldBe = given.map((live, index) => live.kind === "names" && live.parameters.some(({ name }) => name === names[index]));
    const receiver = drafts.every(({ what }, index) => what.kind === "method" && what.receiver === names[index]);
    if (receiver) continue;
    if (isPassed.some(Boolean) || (!isSame && couldBe.some(Boolean))) {
      if (!couldBe.every(Boolean)) return refused(`${names.join(" and ")} come from around the code in some of the copies only`);
      parameters.push(role);
    }
    const isLeft = drafts.map(({ names: live }, index) => live.results.some(({ name }) => name === names[index]));
    const isAssigned = drafts.every(({ names: live }, index) => live.own.includes(names[index] ?? "") || live.results.some(({ name }) => name === names[index]));
    if (isLeft.some(Boolean)) {
      if (!isAssigned) return refused(`${names.join(" and ")} are not assigned in all copies`);
      results.push(role);
    } else if (!parameters.includes(role) && !isSame && !isAssigned) {
      return refused(`${names.join(" and ")} are different things that belong to the code around`);
    }
  }
  return { kind: "roles", parameters, results };
}

/** A name for each literal: of the keyword it is given to, or what it is. */
function literalNames(document: OpenDocument, literals: readonly DifferingLiteral[], { statements }: BlockCopy): readonly string[] | undefined {
  const taken = new Set<string>();
  const names: string[] = [];
  for (const literal of literals) {
    const [node] = literal[0] ?? [];
    const unit = node && statements.find(({ node: statement, unit: own }) => statement.start <= node.start && node.end <= statement.end && ancestorsOf(own, node).at(-1) === node)?.unit;
    if (!node || !unit || unit.text.slice(node.start, node.end).includes("\n")) return undefined;
    const above = ancestorsOf(unit, node).at(-2);
    const wanted = above?.kind === "Keyword" && above.arg ? above.arg.name : node.type === "str" ? (/[./\\]/u.test(node.value) ? "path" : "text") : "value";
    let name = wanted;
    for (let number = 2; taken.has(name) || isKeyword(name) || !isFree(document, name); number++) name = `${wanted}_${number}`;
    taken.add(name);
    names.push(name);
  }
  return names;
}

function written(
  document: OpenDocument, copies: readonly BlockCopy[], drafts: readonly Draft[], { parameters, results }: Roles, literals: readonly DifferingLiteral[], named: readonly string[],
): Change | Refused {
  const [model] = drafts;
  const [first] = copies;
  if (!model || !first) return refused("the selected code is written here only once");
  const nameIn = (copy: BlockCopy, role: number): string => copy.names[role] ?? "";
  const replaced = new Map<Node, string>(literals.flatMap((literal, index) => (literal[0] ?? []).map((node) => [node, named[index] ?? ""] as const)));
  const hintOf = (name: string): string | undefined => {
    const hints = drafts.map(({ function: { parameters: own } }, index) => own.find((each) => each.name === nameIn(copies[index] ?? first, first.names.indexOf(name)))?.hint);
    return hints.every((hint) => hint === hints[0]) ? hints[0] : undefined;
  };
  const kept = parameters.map((role) => nameIn(first, role));
  const made = {
    ...model.function,
    parameters: [
      ...(model.what.kind === "method" ? [{ name: model.what.receiver }] : []),
      ...kept.map((name) => ({ name, hint: hintOf(name) })),
      ...named.map((name) => ({ name })),
    ],
    returns: drafts.every(({ function: { returns } }) => returns === model.function.returns) && results.length === model.function.results.length ? model.function.returns : undefined,
    results: results.map((role) => nameIn(first, role)),
    body: linesOfParts(model.run.parts, undefined, (node) => replaced.get(node)),
  };
  const position = positionOf(model.run, model.what);
  const edits: PlaceEdit[] = [insertion(position, definitionText(model.run, made, model.layout, position.indent), model.layout.lineBreak)];
  drafts.forEach((draft, index) => {
    const copy = copies[index] ?? first;
    const values = literals.map((literal) => textOf(copy, literal[index]?.[0]));
    const wanted = new Set(draft.call.results);
    // What nobody reads after this copy is not assigned here.
    const targets = results.map((role) => (wanted.has(nameIn(copy, role)) ? nameIn(copy, role) : "_"));
    const call = {
      callee: model.call.callee,
      form: draft.call.form,
      arguments: [...parameters.map((role) => nameIn(copy, role)), ...values],
      results: targets.every((name) => name === "_") ? [] : targets,
    };
    edits.push(...callEdits({ run: draft.run, layout: draft.layout, call }, undefined, position.unit));
  });
  const cells = new Set(edits.map(({ at }) => at.anchor.cell));
  const change: Change = {
    kind: "change", edits,
    summary: [
      `${made.name}(${made.parameters.map(({ name }) => name).join(", ")}) made of ${copies.length} copies of ${first.statements.length} statements`,
      ...parameters.map((role) => `${nameIn(first, role)} is a parameter: ${copies.map((copy) => nameIn(copy, role)).join(", ")} at the calls`),
      ...named.map((name, index) => `${name} is a parameter: ${copies.map((copy, which) => textOf(copy, literals[index]?.[which]?.[0])).join(", ")} at the calls`),
      ...results.map((role) => `${nameIn(first, role)} is returned: ${copies.map((copy) => nameIn(copy, role)).join(", ")} after the calls`),
    ],
  };
  return document.dialect === "notebook" && cells.size > 1 ? change : { ...change, placeholder: placeholderOf(document, change, made.name) };
}

function textOf({ statements }: BlockCopy, node: Constant | undefined): string {
  const located = node && statements.find(({ node: statement, unit }) => statement.start <= node.start && node.end <= statement.end && ancestorsOf(unit, node).at(-1) === node);
  return located ? located.unit.text.slice(node.start, node.end) : "";
}
