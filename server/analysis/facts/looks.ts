/**
 * Who looks at data afterwards: counts its rows or its missing values, tests it, prints or logs it, or hands it to code that may.
 *
 *     clean = df.dropna()                 flow   df -> clean
 *     print(len(df) - len(clean))         look   at df, clean
 *     if clean["price"].isna().any():     look   at clean
 *     validate(df)                        look   at df: what the function does with it is not known
 *     df.head()                           neither
 *
 * Names are those of the function that holds them, or of the module; `self.df` is a name of its unit. Read unit by unit, without
 * following values: a look too many keeps a rule silent.
 */
import { countingAttributes, countingFunctions } from "../knowledge/losses.ts";
import { isKnownLibrary } from "../knowledge/callables.ts";
import type { UnitAnalysis } from "../semantic/analysis.ts";
import type { AsyncFunctionDef, Call, Expression, FunctionDef, Node } from "../syntax/nodes.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { children, walk } from "../syntax/walk.ts";
import { keptWith, keptWithAnalysis } from "./kept.ts";

type Scope = FunctionDef | AsyncFunctionDef;

export interface Remark {
  readonly unit: Unit;
  readonly start: number;
  readonly end: number;
  /** Outermost function or method around it; `undefined` at module level. */
  readonly scope: Scope | undefined;
  /** Names that are looked at, or that data flows from. */
  readonly names: ReadonlySet<string>;
  /** Names that the data flows to; `undefined` for a look. */
  readonly to: readonly string[] | undefined;
}

/** All looks and flows of a unit, in the order they are written. */
export const remarksIn = keptWithAnalysis((analysis: UnitAnalysis): readonly Remark[] => {
  const { unit } = analysis;
  const found: Remark[] = [];
  const stack: { readonly node: Node; readonly scope: Scope | undefined }[] = unit.body.map((node) => ({ node, scope: undefined }));
  for (let top = stack.pop(); top; top = stack.pop()) {
    const { node, scope } = top;
    const remark = remarkOf(node, analysis);
    if (remark && remark.names.size > 0) found.push({ unit, start: node.start, end: node.end, scope, ...remark });
    const below = scope ?? (node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" ? node : undefined);
    for (const child of children(node)) stack.push({ node: child, scope: below });
  }
  return found.sort((a, b) => a.start - b.start);
});

function remarkOf(node: Node, analysis: UnitAnalysis): Pick<Remark, "names" | "to"> | undefined {
  const look = (...nodes: readonly Expression[]): Pick<Remark, "names" | "to"> => ({ names: namesIn(...nodes), to: undefined });
  switch (node.kind) {
    case "Attribute":
      return countingAttributes.has(node.attr.name) ? look(node.value) : undefined;
    case "Call":
      if (isPrinting(node)) return { names: printedNames(node), to: undefined };
      return looksByCall(node, analysis) ? look(...node.args, ...node.keywords.map(({ value }) => value)) : undefined;
    case "If":
    case "While":
    case "Assert":
    case "IfExp":
      return look(node.test);
    case "Expr":
      // A bare name at the end of a cell is shown with its number of rows.
      return node.value.kind === "Name" ? look(node.value) : undefined;
    case "Assign":
      return { names: namesIn(node.value), to: node.targets.flatMap(rootsOf) };
    case "AugAssign":
    case "AnnAssign":
    case "NamedExpr":
      return node.value && { names: namesIn(node.value), to: rootsOf(node.target) };
    case "For":
    case "Comprehension":
      return { names: namesIn(node.iter), to: rootsOf(node.target) };
    default:
      return undefined;
  }
}

/** Names that a function has for itself, and which mean something else outside. */
export const localsOf = keptWith((scope: Scope): ReadonlySet<string> => {
  const names = new Set<string>();
  const shared = new Set<string>();
  walk([scope], (node) => {
    if (node.kind === "Argument") names.add(node.arg.name);
    if (node.kind === "Name" && node.ctx === "store") names.add(node.id);
    if (node.kind === "Global") for (const each of node.names) shared.add(each.name);
    return undefined;
  });
  for (const name of shared) names.delete(name);
  return names;
});

/** The name that a target or a value belongs to: `df` of `df["x"]`, `self.df` of `self.df.loc[0]`. */
export function rootsOf(node: Expression): readonly string[] {
  switch (node.kind) {
    case "Name":
      return [node.id];
    case "Attribute":
      return node.value.kind === "Name" && node.value.id === "self" ? [`self.${node.attr.name}`] : rootsOf(node.value);
    case "Subscript":
    case "Starred":
      return rootsOf(node.value);
    case "Call":
      return node.func.kind === "Attribute" ? rootsOf(node.func.value) : [];
    case "Tuple":
    case "List":
      return node.elts.flatMap(rootsOf);
    default:
      return [];
  }
}

/** Every name that is read in some expressions. */
export function namesIn(...nodes: readonly Expression[]): ReadonlySet<string> {
  const names = new Set<string>();
  walk(nodes, (node) => {
    if (node.kind === "Name" && node.id !== "self") names.add(node.id);
    if (node.kind === "Attribute" && node.value.kind === "Name" && node.value.id === "self") names.add(`self.${node.attr.name}`);
    return undefined;
  });
  return names;
}

const telling = /check|valid|report|profil|missing|null|nan|qualit|assert|expect|audit|drift|monitor|inspect|summar|count/iu;
const printing = /^(?:print|display|debug|info|warning|error|exception|critical|log|write|echo|metric|log_metrics?|log_params?)$/u;

function isPrinting({ func }: Call): boolean {
  return printing.test(func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "");
}

/** What is printed as it is, `print(df)` or `f"{lost} rows"`, or summed up, `print(lost.sum())`: no mean, no plot, no first rows. */
function printedNames({ args, keywords }: Call): ReadonlySet<string> {
  const names = new Set<string>();
  walk([...args, ...keywords], (node) => {
    switch (node.kind) {
      case "Name":
        names.add(node.id);
        return undefined;
      case "Attribute":
      case "Subscript":
        return "skip";
      case "Call": {
        const { func } = node;
        if (func.kind === "Attribute" && func.value.kind === "Name" && ["sum", "any", "all"].includes(func.attr.name)) names.add(func.value.id);
        return func.kind === "Name" && ["round", "str", "int", "float", "repr"].includes(func.id) ? undefined : "skip";
      }
      default:
        return undefined;
    }
  });
  return names;
}

/** A function of the workspace that has one of these in it may look. */
const mayLook = /\b(?:is_?na|is_?null|not_?na|not_?null|shape|info|describe|count|len|empty|print|log\w*|assert|check\w*|valid\w*)\b/u;

/** Counts, checks by its name, or is not known. */
export function looksByCall(call: Call, analysis: UnitAnalysis): boolean {
  const { unit } = analysis;
  const code = unit.text.slice(call.func.start, call.func.end);
  const name = code.slice(code.lastIndexOf(".") + 1);
  if (countingFunctions.has(name) || telling.test(name)) return true;
  const { type } = analysis.valueOf(call.func);
  if (type?.kind === "function") return mayLook.test(textAt(type.definition.place));
  if (type?.kind === "class") return true;
  if (type?.kind === "symbol" || type?.kind === "method") return !isKnownLibrary(type.name);
  // Of an object that is not known: a method is taken for one of a model or a plot, a function for one of the project.
  return call.func.kind === "Name";
}

function textAt({ anchor, start, end }: Place): string {
  return anchor.unit.text.slice(start, end);
}
