/**
 * Functions of a notebook that read its names, on their way to a module: the names become parameters, and every call passes them.
 *
 *     df = load()                      df = load()
 *     def report():                    def report(df: pd.DataFrame):         can move now
 *         return len(df)                   return len(df)
 *     report()                         report(df)
 *
 * The notebook is rewritten first, one name after the other (pass-as-parameter.ts), and what moves is taken from the notebook as it is
 * then. A function of which not all names can be passed stays as it is, with the reason. Scripts are left alone: others may import their
 * functions, and call them as they are.
 */
import type { OpenDocument } from "../engine/session-contract.ts";
import type { Unit } from "../syntax/unit.ts";
import { layoutOf } from "./layout.ts";
import { definitionIn, movableNames, namesNeeded } from "./movable-names.ts";
import type { MovableNames } from "./movable-names.ts";
import { namesInTexts, searchesNames } from "./names-in-texts.ts";
import { passAsParameter } from "./pass-as-parameter.ts";
import type { Outcome, ProjectView } from "./refactoring.ts";
import { textAfter } from "./result-text.ts";
import { unitScopes } from "./statement-run.ts";
import { wholeTextEdits } from "./whole-text.ts";

export interface PassedGlobals {
  /** As it is after that; the same document when nothing is passed. Cells and units are as many as before. */
  readonly document: OpenDocument;
  /** What was done, a line each. */
  readonly summary: readonly string[];
  /** Why a function that reads names of the notebook stays: by its unit, after that. */
  readonly reasons: ReadonlyMap<Unit, string>;
}

/** More than any function reads; those that call it count, too. */
const mostNames = 20;

export function passedGlobals(document: OpenDocument, wanted: (unit: Unit) => boolean): PassedGlobals {
  if (document.dialect !== "notebook") return { document, summary: [], reasons: new Map() };
  let current = document;
  const summary: string[] = [];
  const reasons = new Map<number, string>();
  for (const [index, unit] of document.units.entries()) {
    if (definitionIn(unit)?.kind !== "FunctionDef" || !wanted(unit)) continue;
    const tried = withAllPassed(current, index);
    if (tried.kind === "refused") reasons.set(index, tried.reason);
    else {
      current = tried.document;
      summary.push(...tried.summary);
    }
  }
  return { document: current, summary, reasons: new Map([...reasons].flatMap(([index, reason]) => (current.units[index] ? [[current.units[index], reason]] : []))) };
}

/**
 * The change of the rewritten notebook as a change of the one that is there. Cells keep their index; of a cell that stays, the lines
 * that differ.
 */
export function onOriginal(outcome: Outcome, document: OpenDocument, rewritten: OpenDocument, project: ProjectView): Outcome {
  if (rewritten === document) return outcome;
  // A place in a text that nobody has in front of them.
  if (outcome.kind === "refused") return { kind: "refused", reason: outcome.reason };
  const layout = layoutOf(document, project);
  const { cells = [] } = outcome;
  const gone = new Set(cells.flatMap(({ start, deleteCount }) => Array.from({ length: deleteCount }, (_, offset) => start + offset)));
  const edits = document.cells.flatMap((cell) => {
    const after = rewritten.cells[cell.index];
    if (!after || gone.has(cell.index)) return [];
    return wholeTextEdits(document, textAfter(rewritten, after, outcome.edits).replaceAll("\r\n", "\n"), layout, cell);
  });
  const { cells: _, ...rest } = outcome;
  if (cells.length === 0) return { ...rest, edits };
  return {
    ...rest, edits,
    cells: cells.map((each) => ({
      ...each,
      cells: each.cells.map(({ kind, text, keeps }) => {
        const kept = keeps && document.cells[keeps.index];
        return { kind, text, ...(kept ? { keeps: kept } : {}) };
      }),
    })),
  };
}

type Tried = { readonly kind: "refused"; readonly reason: string } | { readonly kind: "passed"; readonly document: OpenDocument; readonly summary: readonly string[] };

/** All names of the notebook that a function needs, those of functions that it calls too. */
function withAllPassed(document: OpenDocument, index: number): Tried {
  let current = document;
  const summary: string[] = [];
  for (let count = 0; count < mostNames; count++) {
    const movable = movableNames(current);
    const unit = current.units[index];
    if (!unit) break;
    const reason = movable.obstacle(unit);
    if (reason === undefined) return { kind: "passed", document: current, summary };
    const found = firstVariable(current, movable, unit, new Set());
    const node = found && definitionIn(found.unit);
    if (!found || node?.kind !== "FunctionDef") return { kind: "refused", reason };
    const { name } = found;
    const own = node.name.name;
    if (isNamedInTexts(current, own)) return { kind: "refused", reason: `${reason}; a text names ${own}, and may call it` };
    const passing = passAsParameter(current, found.unit, node, name);
    if (passing.kind === "refused") return { kind: "refused", reason: `${reason}, which cannot be passed: ${passing.reason}` };
    current = current.edited(passing.edits);
    summary.push(`${name} is a parameter of ${own}() now: it reads ${name} of the notebook, and its calls pass it`);
  }
  return { kind: "refused", reason: "it needs too many names of the notebook" };
}

/** The first variable that stands in the way, and the function that reads it. */
function firstVariable(document: OpenDocument, movable: MovableNames, unit: Unit, seen: Set<Unit>): { readonly unit: Unit; readonly name: string } | undefined {
  if (seen.has(unit) || movable.ownObstacle(unit) !== undefined) return undefined;
  seen.add(unit);
  for (const name of namesNeeded(document, document.analysis().imports, unit)) {
    if (movable.missing([name]) === undefined) continue;
    const binders = document.units.filter((each) => unitScopes(each).module.bindings.has(name));
    const [binder] = binders;
    const definition = binder && definitionIn(binder);
    if (binder && binders.length === 1 && definition?.name.name === name) {
      const inside = firstVariable(document, movable, binder, seen);
      if (inside) return inside;
    } else if (binders.length > 0 && binders.every((each) => definitionIn(each) === undefined)) return { unit, name };
  }
  return undefined;
}

/** `%timeit report()`, `pd.eval("@report()")`: calls that are not seen as such. */
function isNamedInTexts(document: OpenDocument, name: string): boolean {
  const searches = searchesNames(document.analysis().imports);
  return document.units.some(({ body }) => {
    const { marked, possible } = namesInTexts(body, searches);
    return marked.has(name) || possible.has(name);
  });
}
