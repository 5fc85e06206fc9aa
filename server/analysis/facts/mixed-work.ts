/**
 * Functions and cells that do several kinds of work themselves: read data, transform it, train, write.
 *
 *     def run():                              reads, transforms, trains and writes: all of it stands here
 *         df = pd.read_csv("a.csv")
 *         df["x"] = df.a / df.b ...
 *         model = SVC().fit(df[["x"]], df.y)
 *         joblib.dump(model, "m.joblib")
 *
 *     def main():                             none: it calls those that do
 *         df = load()
 *         save(train(prepare(df)))
 */
import { defineFact } from "../engine/fact.ts";
import { isSubclass } from "../knowledge/callables.ts";
import { presentName } from "../knowledge/renamed-modules.ts";
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import { isStatement } from "../syntax/node-kinds.ts";
import type { AsyncFunctionDef, FunctionDef, Node } from "../syntax/nodes.ts";
import { comparePlaces, place } from "../syntax/unit.ts";
import type { Cell, Place, Unit } from "../syntax/unit.ts";
import { walk, walkStatements } from "../syntax/walk.ts";
import { codeCells } from "./code-cells.ts";
import { extentOfCell, extentOfFunction } from "./complexity.ts";
import { gathered } from "./kept.ts";
import { steps } from "./steps.ts";
import type { Step, Steps } from "./steps.ts";
import { classNameOf } from "./values.ts";

export type Work = "reads" | "transforms" | "trains" | "writes";

export interface MixedWork {
  /** The function, or the cell whose module-level code it is. */
  readonly where: { readonly kind: "function"; readonly unit: Unit; readonly node: FunctionDef | AsyncFunctionDef } | { readonly kind: "cell"; readonly cell: Cell };
  readonly statements: number;
  /** Kinds of work in the order in which they are done first, and where that is. */
  readonly work: readonly { readonly kind: Work; readonly at: Place }[];
  /** All places where it is done. */
  readonly done: readonly Done[];
}

export const mixedWork = defineFact<never, readonly MixedWork[]>({
  name: "mixedWork",
  needs: { codeCells, steps },
  document: ({ analysis, get }) => mixedWorkOf(analysis, get(steps), get(codeCells)),
});

/** Changes of frames below which there is no step of its own in them. */
const leastChanges = 3;

export function mixedWorkOf(analysis: DocumentAnalysis, { runs }: Steps, cells: readonly Cell[]): readonly MixedWork[] {
  const done = [...runs.flatMap(({ steps }) => steps.flatMap(workOfStep)), ...transformed(changesOfFrames(analysis))];
  const known = new Set(cells);
  const byHolder = new Map<Node | Cell, Done[]>();
  for (const each of done) {
    const holder = each.holder ?? each.at.anchor.cell;
    const others = byHolder.get(holder);
    if (others) others.push(each);
    else byHolder.set(holder, [each]);
  }
  return [...byHolder].flatMap(([holder, each]): readonly MixedWork[] => {
    const work = firstOfEach(each);
    const [first] = work;
    if (!first) return [];
    if ("units" in holder) return known.has(holder) ? [{ where: { kind: "cell", cell: holder }, statements: extentOfCell(holder.units).statements, work, done: each }] : [];
    if (holder.kind !== "FunctionDef" && holder.kind !== "AsyncFunctionDef") return [];
    const { unit } = first.at.anchor;
    return [{ where: { kind: "function", unit, node: holder }, statements: extentOfFunction(unit, holder).statements, work, done: each }];
  });
}

export interface Done {
  readonly kind: Work;
  readonly at: Place;
  /** The function around it. */
  readonly holder: Node | undefined;
  /** One change of a frame; a few of them are no step of their own. */
  readonly isChange: boolean;
}

/** What is still done when the work at some places is elsewhere. */
export function remainingWork(done: readonly Done[], isElsewhere: (at: Place) => boolean): ReadonlySet<Work> {
  const here = done.filter(({ at }) => !isElsewhere(at));
  const changes = here.filter(({ isChange }) => isChange);
  return new Set([...here.filter(({ isChange }) => !isChange), ...(changes.length >= leastChanges ? changes : [])].map(({ kind }) => kind));
}

function firstOfEach(done: readonly Done[]): readonly Done[] {
  const first = new Map<Work, Done>();
  for (const each of [...done].sort((a, b) => comparePlaces(a.at, b.at))) if (!first.has(each.kind)) first.set(each.kind, each);
  return [...first.values()];
}

// ---- steps that are work of a kind ---------------------------------------------------------------------------

/** What stands in the code itself, not in a function that it calls. */
function workOfStep(step: Step): readonly Done[] {
  const { event, place: at } = step;
  const kind = kindOf(step);
  return kind === undefined || event.via.length > 0 ? [] : [{ kind, at, holder: event.scope?.node, isChange: false }];
}

function kindOf({ kind, target, output, inputs, estimator }: Step): Work | undefined {
  switch (kind) {
    case "read":
      return isData(classNameOf(output)) ? "reads" : undefined;
    case "transform":
    case "resample":
      return "transforms";
    case "fit":
      return isModel(estimator && classNameOf(estimator)) ? "trains" : undefined;
    case "validate":
      return "trains";
    case "write":
      return inputs.length > 0 && !target.endsWith(".savefig") ? "writes" : undefined;
    default:
      return undefined;
  }
}

function isData(className: string | undefined): boolean {
  return className !== undefined && /\.(?:DataFrame|Series|LazyFrame|ndarray|GeoDataFrame|csr_matrix)$/u.test(className);
}

/** Something that predicts; what only transforms prepares. */
function isModel(className: string | undefined): boolean {
  if (className === undefined) return false;
  if (/^(?:xgboost|lightgbm|catboost|statsmodels|(?:tensorflow\.)?keras)\./u.test(className)) return true;
  return ["sklearn.base.ClassifierMixin", "sklearn.base.RegressorMixin", "sklearn.base.ClusterMixin"].some((base) => isSubclass(className, base)) ||
    /^sklearn\.(?:pipeline\.Pipeline|model_selection\.\w+SearchCV)$/u.test(presentName(className));
}

// ---- changes of frames ---------------------------------------------------------------------------------------

interface FrameChange {
  readonly at: Place;
  readonly holder: Node | undefined;
}

/** Assignments of frames that come of frames, and of columns. */
const changesOfFrames = gathered((analysis: UnitAnalysis): readonly FrameChange[] => {
  const { unit } = analysis;
  const found: FrameChange[] = [];
  const visit = (roots: readonly Node[], holder: Node | undefined): void => {
    walkStatements(roots, (node) => {
      if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") {
        visit(node.body, node);
        return "skip";
      }
      if (isStatement(node) && changesFrame(node, analysis)) found.push({ at: place(unit, node), holder });
      return undefined;
    });
  };
  visit(unit.body, undefined);
  return found;
});

function changesFrame(node: Node, analysis: UnitAnalysis): boolean {
  if (node.kind !== "Assign" && node.kind !== "AugAssign") return false;
  const target = node.kind === "Assign" ? node.targets[0] : node.target;
  const isFrame = (each: Parameters<UnitAnalysis["valueOf"]>[0]): boolean => /\.(?:DataFrame|LazyFrame|GeoDataFrame)$/u.test(classNameOf(analysis.valueOf(each)) ?? "");
  const isColumn = target?.kind === "Subscript" && (isFrame(target.value) || (target.value.kind === "Attribute" && isFrame(target.value.value)));
  if (!isColumn && (target?.kind !== "Name" || !isFrame(node.value))) return false;
  // Of a frame: `df.dropna()`, `df[df.x > 0]`, `df["a"] + 1`. Rows of results that are put into a table are not.
  let takesFrame = false;
  walk([node.value], (each) => {
    if (each.kind === "Name" && isFrame(each)) takesFrame = true;
    return takesFrame ? "skip" : undefined;
  });
  return takesFrame;
}

function transformed(changes: readonly FrameChange[]): readonly Done[] {
  const counts = new Map<Node | Cell, FrameChange[]>();
  for (const change of changes) {
    const key = change.holder ?? change.at.anchor.cell;
    const others = counts.get(key);
    if (others) others.push(change);
    else counts.set(key, [change]);
  }
  return [...counts.values()].filter(({ length }) => length >= leastChanges).flat().map((change) => ({ kind: "transforms", ...change, isChange: true }));
}
