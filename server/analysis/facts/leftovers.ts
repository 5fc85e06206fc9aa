/**
 * What was left from trying things out: debuggers, and expressions that show something in a notebook and nothing in a script.
 *
 *     breakpoint()                     debugger
 *     df.head()                        display: the first rows are made, and thrown away
 *     df.shape                         display
 *     df.isna().sum()                  display
 *     plt.show()                       window, in code that also reads, trains or writes
 *
 * Left alone: what an option turns on (`if args.debug:`), debuggers that are the purpose of their function, expressions in a `try`, which
 * may be there to fail, and windows in code that does nothing but plot.
 */
import { defineFact } from "../engine/fact.ts";
import { callableOf } from "../knowledge/callables.ts";
import type { Effect } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Expression, ExpressionStatement, Node, Range } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walkStatements } from "../syntax/walk.ts";
import { ancestorsOf, functionAround } from "./ancestors.ts";
import { openEventsIn } from "./calls.ts";
import { isFrame } from "./frames.ts";
import { gathered } from "./kept.ts";
import { classNameOf } from "./values.ts";

export interface Leftover {
  readonly kind: "debugger" | "display" | "window";
  readonly unit: Unit;
  readonly statement: ExpressionStatement;
  /** What to name: the call's function, or the whole expression. */
  readonly named: Range;
  /** Of a debugger's call: where it is imported from, `pdb`; empty for a builtin. */
  readonly module: string;
  /** Of a window: the figure is saved in the same function. */
  readonly isSaved: boolean;
}

export const leftovers = defineFact<never, readonly Leftover[]>({
  name: "leftovers",
  needs: {},
  document: ({ analysis, document: { dialect } }) => candidatesIn(analysis).flatMap(({ leftover, scope }) => {
    if (leftover.kind === "debugger") return [leftover];
    if (dialect !== "script") return [];
    return leftover.kind === "display" ? [leftover] : (asWindow(analysis, leftover, scope) ?? []);
  }),
});

const debuggers = /^(?:builtins\.breakpoint|(?:pdb|ipdb|pudb|wdb|rpdb|remote_pdb|web_pdb|IPython\.core\.debugger)\.set_trace|pdb\.Pdb\.set_trace|pudb\.set_trace|IPython\.embed|code\.interact)$/u;
const debugMagics: ReadonlySet<string> = new Set(["debug", "pdb"]);
const onPurpose = /debug|interact|shell|embed|\bipython\b|\brepl\b|pdb|breakpoint|trace/iu;

interface Candidate {
  readonly leftover: Leftover;
  readonly scope: Node | undefined;
}

const candidatesIn = gathered((analysis): readonly Candidate[] => {
  const { unit } = analysis;
  const found: Candidate[] = [];
  walkStatements(unit.body, (node) => {
    if (node.kind !== "Expr") return undefined;
    const leftover = leftoverOf(analysis, node);
    if (!leftover) return undefined;
    const path = ancestorsOf(unit, node);
    if (leftover.kind === "display" ? path.some(({ kind }) => kind === "Try") : isWanted(unit, path, leftover.kind)) return undefined;
    found.push({ leftover, scope: functionAround(path) });
    return undefined;
  });
  return found;
});

function leftoverOf(analysis: UnitAnalysis, statement: ExpressionStatement): Leftover | undefined {
  const { unit } = analysis;
  const { value } = statement;
  const found = { unit, statement, named: value.kind === "Call" ? value.func : value, module: "", isSaved: false };
  if (value.kind === "Magic") return debugMagics.has(value.name.name) ? { ...found, kind: "debugger", named: value } : undefined;
  if (value.kind === "Call") {
    const { target } = openEventsIn(analysis).get(value) ?? {};
    if (target !== undefined && debuggers.test(target)) {
      return { ...found, kind: "debugger", module: target.startsWith("builtins.") ? "" : target.slice(0, target.lastIndexOf(".")) };
    }
    if (target === "matplotlib.pyplot.show") return { ...found, kind: "window" };
  }
  return isDisplay(analysis, value) ? { ...found, kind: "display" } : undefined;
}

const shown: ReadonlySet<string> = new Set(`head tail sample describe info value_counts nunique unique isna isnull notna notnull sum mean median std var min max
corr cov count duplicated memory_usage quantile mode skew`.split(/\s+/u));
const shownAttributes: ReadonlySet<string> = new Set(["shape", "columns", "dtypes", "dtype", "index", "size", "values", "T", "empty", "ndim"]);

/** Computes something from a frame that nobody gets, and changes nothing. */
function isDisplay(analysis: UnitAnalysis, node: Expression): boolean {
  switch (node.kind) {
    case "Name":
      return isTable(analysis, node);
    case "Attribute":
      return shownAttributes.has(node.attr.name) && isTable(analysis, node.value);
    case "Subscript":
      return isTable(analysis, node.value);
    case "Call": {
      const { target = "", receiver } = openEventsIn(analysis).get(node) ?? {};
      return receiver !== undefined && /^pandas\.(?:DataFrame|Series)\.\w+$/u.test(target) && shown.has(target.slice(target.lastIndexOf(".") + 1))
        && !node.keywords.some(({ arg }) => arg?.name === "inplace" || arg?.name === "buf" || !arg);
    }
    default:
      return false;
  }
}

function isTable(analysis: UnitAnalysis, node: Expression): boolean {
  const value = analysis.valueOf(node);
  return isFrame(value) || classNameOf(value) === "pandas.Series";
}

/** An option asks for it, or it is what the function is for. */
function isWanted(unit: Unit, path: readonly Node[], kind: "debugger" | "window"): boolean {
  return path.some((node) => {
    if (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef") {
      return kind === "debugger" ? onPurpose.test(node.name.name) : /plot|show|draw|display|visuali[sz]e|render|figure|chart|view|hist|graph|curve|matrix|image/iu.test(node.name.name);
    }
    if (node.kind === "If") {
      const test = unit.text.slice(node.test.start, node.test.end);
      if (isMainTest(test)) return false;
      return kind === "window" || onPurpose.test(test) || /environ|getenv/u.test(test);
    }
    return kind === "debugger" && node.kind === "ExceptHandler";
  });
}

function isMainTest(test: string): boolean {
  return /\b__name__\b/u.test(test);
}

const working: ReadonlySet<Effect> = new Set(["fit", "write", "connect", "execute", "network"]);

/** A window in the middle of work: the same function, or the module's level, trains, writes or queries. */
function asWindow(analysis: DocumentAnalysis, leftover: Leftover, scope: Node | undefined): Leftover | undefined {
  const { unit } = leftover;
  const units = scope ? [analysis.analysisOf(unit)] : analysis.units;
  const together = units.flatMap((each) => each?.calls ?? []).filter((event) => event.scope?.node === scope && event.via.length === 0);
  if (together.some(({ target }) => target === "matplotlib.use" || target === "matplotlib.pyplot.ion")) return undefined;
  const isSaved = together.some((event) => isSaving(event));
  return together.some((event) => isWork(event) && !isSaving(event)) ? { ...leftover, isSaved } : undefined;
}

function isSaving({ target, node: { func } }: CallEvent): boolean {
  return target?.endsWith(".savefig") === true || (func.kind === "Attribute" && func.attr.name === "savefig");
}

function isWork({ target }: CallEvent): boolean {
  return target !== undefined && !target.startsWith("os.") && (callableOf(target)?.effects.some((effect) => working.has(effect)) ?? false);
}
