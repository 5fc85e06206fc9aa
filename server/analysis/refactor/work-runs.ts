/**
 * A function, or a cell, that does several kinds of work, taken apart between them: each run of statements of one kind becomes a function.
 *
 *     def run(path):                              def run(path):
 *         sales = pd.read_csv(path)   load            sales = pd.read_csv(path)       one statement: stays
 *         sales = sales.dropna()      prepare         sales = clean_sales(sales)
 *         sales["x"] = sales.a * 2    prepare
 *         model = Ridge()             train           model = fit_model(sales)
 *         model.fit(sales[["x"]], y)  train
 *         joblib.dump(model, "m")     save            joblib.dump(model, "m")
 *
 * The runs are extracted as extract-function extracts each; one that it refuses, or that would need more names than anybody reads, stays.
 * When afterwards the function would still do too many kinds of work itself, there is no such change.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import { ancestorsOf } from "../facts/ancestors.ts";
import { remainingWork } from "../facts/mixed-work.ts";
import type { MixedWork } from "../facts/mixed-work.ts";
import { stepsOf } from "../facts/steps.ts";
import type { PlaceEdit } from "../engine/finding.ts";
import type { Node, Statement } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { narrowed } from "./cell-runs.ts";
import { callEdits, definitionText, draftOf } from "./extract-function.ts";
import type { Draft } from "./extract-function.ts";
import { isFree } from "./function-name.ts";
import { insertion, positionOf } from "./new-function.ts";
import { refused } from "./refactoring.ts";
import type { Change, Refused } from "./refactoring.ts";
import { cellChangesOf } from "./result-text.ts";
import { phasesOf } from "./step-kinds.ts";
import type { Phase } from "./step-kinds.ts";
import { startOf } from "./statement-run.ts";
import type { RunPart, StatementRun } from "./statement-run.ts";

const mostParameters = 5;
const mostResults = 4;
/** Fewer are not worth a function, unless it has to be. */
const leastStatements = 2;

/** @param kinds of work from which on they are too many */
export function splitByWork(document: OpenDocument, mixed: MixedWork, kinds: number): Change | Refused {
  const runs = runsOf(document, mixed);
  const worthIt = runs.filter(({ run }) => run.parts.reduce((sum, { statements }) => sum + statements.length, 0) >= leastStatements);
  for (const chosen of worthIt.length < runs.length ? [worthIt, runs] : [runs]) {
    const drafts = draftsOf(document, chosen);
    const isElsewhere = (at: Place): boolean => drafts.some(({ run }) => run.parts.some(({ unit, statements }) =>
      unit === at.anchor.unit && statements.some((node) => startOf(node) <= at.start && at.end <= node.end)));
    if (drafts.length > 0 && remainingWork(mixed.done, isElsewhere).size < kinds) return written(document, drafts);
  }
  return refused("its steps cannot be functions of their own");
}

// ---- runs of one kind --------------------------------------------------------------------------------------

/** Neighbours of one kind of work, in the block that the function or the cell itself is. */
function runsOf(document: OpenDocument, { where }: MixedWork): readonly WorkRun[] {
  const analysis = document.analysis();
  const block = where.kind === "function" ? withoutDocstring(where.node.body).map((node) => ({ unit: where.unit, node }))
    : where.cell.units.flatMap((unit) => unit.body.map((node) => ({ unit, node })));
  const scope = where.kind === "function" ? where.node : undefined;
  const steps = stepsOf(analysis).runs.find((run) => run.scope?.node === scope)?.steps ?? [];
  const parts = block.map(({ unit, node }): RunPart => ({ unit, statements: [node] }));
  const work = phasesOf(analysis, steps, parts, []).map(workOf);
  const path = where.kind === "function" ? pathIn(where.unit, where.node) : [];
  const runs: { readonly work: Phase; readonly parts: { unit: Unit; statements: Statement[] }[] }[] = [];
  for (const [index, { unit, node }] of block.entries()) {
    const own = work[index] ?? "report";
    const last = runs.at(-1);
    // What ends the function stays in it.
    if (node.kind === "Return" || isDefinition(node)) runs.push({ work: "report", parts: [] });
    else if (last?.work !== own || last.parts.length === 0) runs.push({ work: own, parts: [{ unit, statements: [node] }] });
    else if (last.parts.at(-1)?.unit === unit) last.parts.at(-1)?.statements.push(node);
    else last.parts.push({ unit, statements: [node] });
  }
  return runs.filter(({ parts: own }) => own.length > 0).map(({ work: own, parts: of }) => ({ work: own, run: { document, path, parts: of } }));
}

interface WorkRun {
  readonly work: Phase;
  readonly run: StatementRun;
}

/** Looks at the data go with what they look at. */
function workOf(phase: Phase): Phase {
  switch (phase) {
    case "validate":
      return "load";
    case "split":
      return "prepare";
    case "report":
      return "evaluate";
    default:
      return phase;
  }
}

function isDefinition({ kind }: Statement): boolean {
  return kind === "Import" || kind === "ImportFrom" || kind === "FunctionDef" || kind === "AsyncFunctionDef" || kind === "ClassDef";
}

function withoutDocstring(body: readonly Statement[]): readonly Statement[] {
  const [first] = body;
  return first?.kind === "Expr" && first.value.kind === "Constant" ? body.slice(1) : body;
}

/** Nodes around a function, and the function. */
function pathIn(unit: Unit, node: Extract<MixedWork["where"], { readonly kind: "function" }>["node"]): readonly Node[] {
  const path = ancestorsOf(unit, node.name);
  return path.at(-1) === node ? path : [...path, node];
}

// ---- functions of them -------------------------------------------------------------------------------------

function draftsOf(document: OpenDocument, runs: readonly WorkRun[]): readonly Draft[] {
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  for (const { work, run } of runs) {
    const whole = narrowed(run);
    if (whole.kind === "refused" || whole.isValue) continue;
    const draft = namedDraft(document, work, whole.run, whole, taken);
    if (!draft || draft.call.arguments.length > mostParameters || draft.call.results.length > mostResults) continue;
    taken.add(draft.function.name);
    drafts.push(draft);
  }
  return drafts;
}

/** Where the statements tell no better name, it is called after the work that it does. */
function namedDraft(document: OpenDocument, work: Phase, run: StatementRun, whole: Parameters<typeof draftOf>[3], taken: ReadonlySet<string>): Draft | undefined {
  const first = draftOf(run, noProject, {}, whole);
  if (first.kind === "refused") return undefined;
  const { name } = first.function;
  const wanted = /^extracted(?:_\d+)?$/u.test(name) ? [work, first.call.arguments[0] ?? first.call.results[0] ?? "data"].join("_").toLowerCase() : name;
  if (wanted === name && !taken.has(name)) return first;
  for (let number = 1; ; number++) {
    const free = number === 1 ? wanted : `${wanted}_${String(number)}`;
    if (taken.has(free) || !isFree(document, free)) continue;
    const again = draftOf(run, noProject, { name: free }, whole);
    return again.kind === "refused" ? undefined : again;
  }
}

/** A fix stands in the document alone: how the project is laid out matters little. */
const noProject = { project: { root: "", home: undefined, text: () => undefined } };

/** Functions that go to one place are put there together, in their order. */
function written(document: OpenDocument, drafts: readonly Draft[]): Change {
  const edits: PlaceEdit[] = [];
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    const { unit, start } = positionOf(draft.run, draft.what);
    const key = `${String(unit.anchor.id)}:${String(start)}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    const position = positionOf(first.run, first.what);
    const { lineBreak } = first.layout;
    const gap = lineBreak.repeat(position.indent === "" ? 3 : 2);
    edits.push(insertion(position, group.map(({ run, function: made, layout }) => definitionText(run, made, layout, position.indent)).join(gap), lineBreak));
  }
  for (const draft of drafts) edits.push(...callEdits(draft, undefined, positionOf(draft.run, draft.what).unit));
  const cells = cellChangesOf(document, edits);
  return {
    kind: "change", edits: cells.edits, ...(cells.changes.length > 0 ? { cells: cells.changes } : {}),
    summary: [`${String(drafts.length)} functions: ${drafts.map(({ function: { name } }) => name).join(", ")}`],
  };
}
