/**
 * What a notebook's cell shows by itself: the value of its last expression, and the figures that it draws.
 *
 *     df.head()               shown: a script has to print it
 *     df.head();              not shown
 *     df.info()               gives None: nothing is shown
 *     plt.plot(x)             draws; that its value is shown as well, nobody wants
 *     summarize(df)           unknown: may give None
 */
import { callableOf } from "../knowledge/callables.ts";
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import { isEstimatorClass } from "../semantic/learning/estimators.ts";
import type { Value } from "../semantic/value.ts";
import { isNone } from "../facts/values.ts";
import type { Call, Expression, ExpressionStatement, Statement } from "../syntax/nodes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";

export interface LastExpression {
  readonly unit: Unit;
  readonly statement: ExpressionStatement;
  /** `shown`: a value that is worth reading. `nothing`: None, or what nobody reads. `unknown`: may be either. */
  readonly shows: "shown" | "nothing" | "unknown";
}

/** `undefined` where the cell does not end in an expression, or ends in a semicolon. */
export function lastExpressionOf(analysis: DocumentAnalysis, cell: Cell): LastExpression | undefined {
  const unit = cell.units.findLast(({ body }) => body.length > 0);
  const statement = unit && lastStatement(unit.body);
  if (!unit || statement?.kind !== "Expr" || statement.value.kind === "Magic") return undefined;
  if (/^[ \t]*;/u.test(unit.text.slice(statement.end))) return undefined;
  return { unit, statement, shows: showsOf(analysis, unit, statement.value) };
}

/** In a magic that runs Python: its last statement. */
function lastStatement(body: readonly Statement[]): Statement | undefined {
  const last = body.at(-1);
  if (last?.kind === "Expr" && last.value.kind === "Magic" && last.value.python.length > 0) return lastStatement(last.value.python);
  return last;
}

const printers = new Set(["print", "display", "exit", "quit", "help", "exec", "setattr", "delattr"]);
const givesNone = new Set([
  "info", "append", "extend", "insert", "remove", "sort", "reverse", "clear", "update", "show", "to_csv", "to_parquet", "to_excel", "to_pickle",
  "savefig", "close", "seed", "filterwarnings", "set_option", "basicConfig", "set_theme", "set_style", "use", "mkdir", "makedirs", "save",
]);
const draws = new Set(["plot", "hist", "boxplot", "scatter", "bar", "barh", "pie", "line", "area", "density", "kde", "hexbin"]);
const gives = new Set(`head tail sample describe value_counts nunique unique isna isnull notna notnull sum mean median std var min max corr cov count duplicated
  quantile mode skew groupby pivot_table merge join sort_values reset_index round astype score predict predict_proba get_params keys values items format upper lower
  strip split memory_usage crosstab tolist to_list to_dict item len sorted type str repr`.split(/\s+/u));

function showsOf(analysis: DocumentAnalysis, unit: Unit, node: Expression): LastExpression["shows"] {
  const value = analysis.analysisOf(unit)?.valueOf(node);
  if (value && isNone(value)) return "nothing";
  if (node.kind === "Await" || node.kind === "Yield" || node.kind === "YieldFrom" || node.kind === "NamedExpr") return "nothing";
  if (node.kind === "Constant" && (node.type === "None" || node.type === "Ellipsis")) return "nothing";
  if (node.kind !== "Call") return value && isOfPlots(value) ? "nothing" : "shown";
  const name = node.func.kind === "Name" ? node.func.id : node.func.kind === "Attribute" ? node.func.attr.name : "";
  if (printers.has(name) && node.func.kind === "Name") return "nothing";
  const event = analysis.analysisOf(unit)?.calls.find((call) => call.node === node && call.via.length === 0);
  const target = event?.target;
  if (target !== undefined && (isPlotting(target) || /^(?:matplotlib|seaborn|plotly)\./u.test(target))) return "nothing";
  if (givesNone.has(name) && node.func.kind === "Attribute") return "nothing";
  if (node.keywords.some(({ arg, value: each }) => arg?.name === "inplace" && each.kind === "Constant" && each.type === "True")) return "nothing";
  if (value && (isOfPlots(value) || isEstimator(value))) return "nothing";
  if (name === "fit" || (node.func.kind === "Attribute" && draws.has(name)) || isPlotAccessor(node)) return "nothing";
  if (value?.constant !== undefined) return "shown";
  if (value?.type && value.type.kind !== "union" && value.type.kind !== "function" && value.type.kind !== "method" && value.type.kind !== "symbol") return "shown";
  return gives.has(name) ? "shown" : "unknown";
}

/** `df.plot.bar(...)` */
function isPlotAccessor({ func }: Call): boolean {
  return func.kind === "Attribute" && func.value.kind === "Attribute" && func.value.attr.name === "plot";
}

function isOfPlots(value: Value): boolean {
  const { type } = value;
  if (type?.kind === "instance") return /^(?:matplotlib|seaborn|plotly)\./u.test(type.name);
  return (type?.kind === "tuple" || type?.kind === "list") && type.elements.length > 0 && type.elements.some(isOfPlots);
}

function isEstimator({ type }: Value): boolean {
  return type?.kind === "instance" && isEstimatorClass(type.name);
}

function isPlotting(target: string): boolean {
  return callableOf(target)?.effects.includes("plot") === true;
}

/** Whether a figure that the cell draws is shown when it ends: nothing in it shows or closes figures. */
export function leavesFigure(analysis: DocumentAnalysis, cell: Cell): boolean {
  return drawsFigure(analysis, cell) && !callsOf(analysis, cell).some(({ node: { func } }) => /^(?:show|close)$/u.test(func.kind === "Attribute" ? func.attr.name : ""));
}

/** Whether a call in the cell, or in a function that it calls, draws. */
export function drawsFigure(analysis: DocumentAnalysis, cell: Cell): boolean {
  return callsOf(analysis, cell).some(({ node, target }) => {
    if (isPlotAccessor(node)) return true;
    if (target === undefined) return false;
    return (isPlotting(target) && !/\.pyplot\.(?:show|close|tight_layout|ion|ioff)$/u.test(target)) || /^seaborn\.(?:\w+\.)*\w+(?:plot|map)$/u.test(target);
  });
}

function callsOf(analysis: DocumentAnalysis, cell: Cell): readonly CallEvent[] {
  return cell.units.flatMap((unit) => analysis.analysisOf(unit)?.calls ?? []).filter(({ scope, via }) => !scope || via.length > 0);
}
