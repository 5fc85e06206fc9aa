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
import { nameFlowOf } from "../facts/name-flow.ts";
import { keptWith } from "../facts/kept.ts";
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { narrowed } from "./cell-runs.ts";
import { literalParameters, speaksOfNames } from "./differing-literals.ts";
import type { DifferingLiteral, LiteralParameters } from "./differing-literals.ts";
import { callEdits, definitionText, draftOf } from "./extract-function.ts";
import type { Draft } from "./extract-function.ts";
import { liveNamesOf } from "./live-names.ts";
import { linesOfParts } from "./moved-lines.ts";
import { insertion, positionOf } from "./new-function.ts";
import type { Change, Outcome, Refactoring, RefactoringOptions, Refused, Selected, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { placeholderOf } from "./result-text.ts";
import { holderOf, statementsOf, unitScopes } from "./statement-run.ts";
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

const blocksOfCells = keptWith((cells: readonly Cell[]) => duplicatedBlocksIn(cells));

/** The block with a copy that the selection touches; where there are several, the longest. */
function blockAt({ document, selection }: Selected): DuplicatedBlock | undefined {
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
  if (drafts.some((each) => !isSameHome(each, model))) return refused("the copies belong to different classes");
  const named = withFixedNames(copies, drafts);
  const roles = rolesOf(named, runs, drafts);
  if (roles.kind === "refused") return roles;
  const given = literalParameters(document, literals, named);
  return given.kind === "refused" ? given : written(document, named, drafts, roles, given);
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

/** Both belong to the module; or to one class, and are called on it or on its instances alike. */
function isSameHome({ what: left, run }: Draft, { what: right, run: other }: Draft): boolean {
  if (left.kind !== "method" || right.kind !== "method") return left.kind === right.kind;
  return left.receiver === right.receiver && run.path[run.path.indexOf(left.holder) - 1] === other.path[other.path.indexOf(right.holder) - 1];
}

/** Names that are the same word in every copy have a role as well: of functions and modules that come from around, or are left behind; those in texts. */
function withFixedNames(copies: readonly BlockCopy[], drafts: readonly Draft[]): readonly BlockCopy[] {
  const known = new Set(copies.flatMap(({ names }) => names));
  const fixed = new Set(drafts.flatMap(({ names: { parameters, results } }) => [...parameters, ...results].map(({ name }) => name).filter((name) => !known.has(name))));
  return copies.map((copy) => ({ ...copy, names: [...copy.names, ...fixed] }));
}

/** A variable of a comprehension, a lambda or a function in the run: what is around neither gives nor sees it. */
function belongsInside(name: string, { parts }: StatementRun, { names: { globals } }: Draft): boolean {
  return !globals.includes(name) && parts.every(({ unit, statements }) => {
    const { needs, later, onFailure, mayBind } = nameFlowOf(statements, unitScopes(unit));
    return [needs, later, onFailure, mayBind].every((names) => !names.has(name) && !names.has("*"));
  });
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
  const isSameIn = (role: number): boolean => copies.every(({ names }) => names[role] === copies[0]?.names[role]);
  if (copies.some((copy) => speaksOfNames(copy, isSameIn))) return refused("a text in the copies reads names that are called otherwise in each");
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
    } else if (!parameters.includes(role) && !isSame && !isAssigned && !runs.every((run, index) => drafts[index] && belongsInside(names[index] ?? "", run, drafts[index]))) {
      return refused(`${names.join(" and ")} are different things that belong to the code around`);
    }
  }
  return { kind: "roles", parameters, results };
}

function written(
  document: OpenDocument, copies: readonly BlockCopy[], drafts: readonly Draft[], { parameters, results }: Roles, { names: named, replaced, values }: LiteralParameters,
): Change | Refused {
  const [model] = drafts;
  const [first] = copies;
  if (!model || !first) return refused("the selected code is written here only once");
  const nameIn = (copy: BlockCopy, role: number): string => copy.names[role] ?? "";
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
  const gone = new Set<string>();
  drafts.forEach((draft, index) => {
    const copy = copies[index] ?? first;
    // Names that nobody reads after this copy are assigned as before at module level, where a call alone would show its value; in a function, where others come with them.
    const names = results.map((role) => nameIn(copy, role));
    const targets = !holderOf(draft.run) || names.some((name) => draft.call.results.includes(name)) ? names : [];
    const call = {
      callee: model.call.callee,
      form: draft.call.form,
      arguments: [...parameters.map((role) => nameIn(copy, role)), ...(values[index] ?? [])],
      results: targets,
    };
    for (const name of draft.names.own) if (!targets.includes(name)) gone.add(name);
    edits.push(...callEdits({ run: draft.run, layout: draft.layout, call }, undefined, position.unit));
  });
  const cells = new Set(edits.map(({ at }) => at.anchor.cell));
  const change: Change = {
    kind: "change", edits,
    summary: [
      `${made.name}(${made.parameters.map(({ name }) => name).join(", ")}) made of ${copies.length} copies of ${first.statements.length} statements`,
      ...parameters.map((role) => `${nameIn(first, role)} is a parameter: ${copies.map((copy) => nameIn(copy, role)).join(", ")} at the calls`),
      ...named.map((name, index) => `${name} is a parameter: ${values.map((each) => each[index] ?? "").join(", ")} at the calls`),
      ...results.map((role) => `${nameIn(first, role)} is returned: ${copies.map((copy) => nameIn(copy, role)).join(", ")} after the calls`),
      ...(gone.size > 0 ? [`${[...gone].join(", ")} ${gone.size === 1 ? "is" : "are"} local to ${made.name}() now: nothing else reads ${gone.size === 1 ? "it" : "them"}`] : []),
    ],
  };
  return document.dialect === "notebook" && cells.size > 1 ? change : { ...change, placeholder: placeholderOf(document, change, made.name) };
}
