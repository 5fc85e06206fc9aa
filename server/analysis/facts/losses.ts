/**
 * Data that a call leaves out or turns into missing values while nobody looks.
 *
 *     df["price"] = pd.to_numeric(df["price"], errors="coerce")    a loss, which goes to df
 *     df = df.dropna()                                             df -> df
 *     train(df["price"])                                           not known what it does: no finding
 *     print(df["price"].isna().sum())                              a look: no finding
 *
 * The result is followed upwards to the name it is given, and from there along assignments (see looks.ts) through the function, or
 * through the document for names of the module. A function that returns the data leaves the looking to its callers: those in the document are
 * asked, and with none there it is said. Characters that were left out of a text are gone: there is nothing to look for.
 */
import { defineFact } from "../engine/fact.ts";
import { applying, lossyArguments } from "../knowledge/losses.ts";
import type { LossyArgument } from "../knowledge/losses.ts";
import type { CallEvent, DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { AsyncFunctionDef, Call, Expression, FunctionDef, Keyword, Node } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import { walkStatements } from "../syntax/walk.ts";
import { ancestorsOf } from "./ancestors.ts";
import { keywordOf } from "./call-edits.ts";
import { gathered } from "./kept.ts";
import { localsOf, looksByCall, namesIn, remarksIn, rootsOf } from "./looks.ts";
import type { Remark } from "./looks.ts";
import { boolOf, textOf } from "./values.ts";

export interface Loss {
  readonly event: CallEvent;
  readonly keyword: Keyword;
  readonly argument: LossyArgument;
  /** True when the data leaves the function and no caller is seen. */
  readonly isReturned: boolean;
}

export const losses = defineFact<never, readonly Loss[]>({
  name: "losses",
  needs: {},
  document({ analysis }) {
    return lossesIn(analysis).flatMap(({ event, keyword, argument, start }) => {
      const end = start === undefined ? "unseen" : follow(start, analysis);
      return end === "seen" ? [] : [{ event, keyword, argument, isReturned: end === "returned" }];
    });
  },
});

/** Where the data is after the statement of the call. */
interface Start {
  readonly unit: Unit;
  readonly scope: FunctionDef | AsyncFunctionDef | undefined;
  readonly end: number;
  /** Loop around the statement: what is written above may come afterwards. */
  readonly from: number;
  readonly names: readonly string[];
  readonly isReturned: boolean;
}

interface Found extends Pick<Loss, "event" | "keyword" | "argument"> {
  /** `undefined`: looking would not help. */
  readonly start: Start | undefined;
}

const lossesIn = gathered((analysis): readonly Found[] => {
  const seen = new Set<Node>();
  const losses: Found[] = [];
  for (const event of analysis.calls) {
    const found = event.via.length > 0 || seen.has(event.node) ? undefined : lossyKeyword(event);
    if (!found) continue;
    const start = found.argument.leavesNoTrace ? undefined : startOf(event.node, analysis);
    if (!start && !found.argument.leavesNoTrace) continue;
    seen.add(event.node);
    losses.push({ event, ...found, start });
  }
  return losses;
});

function lossyKeyword(event: CallEvent): Pick<Loss, "keyword" | "argument"> | undefined {
  const { target = "", args, node } = event;
  const given = applying.has(target) ? args[0]?.value.type : undefined;
  const known = lossyArguments.get(given?.kind === "symbol" ? given.name : target);
  for (const argument of known ?? []) {
    const keyword = keywordOf(node, argument.keyword);
    const value = args.find((each) => each.node === keyword?.value)?.value;
    if (!keyword || !value || (textOf(value) ?? boolOf(value)) !== argument.value) continue;
    if (argument.ofContent ? isContent(event) : !argument.ofMany || !isOneText(event)) return { keyword, argument };
  }
  return undefined;
}

/** `pd.to_datetime(str(day), errors="coerce")`: one value is looked at, not a column, and a missing one is the answer. */
function isOneText({ args: [first] }: CallEvent): boolean {
  return first?.position === 0 && first.value.constant?.kind === "text";
}

/** Bytes that a call has read from a file or got from the network. */
function isContent({ receiver }: CallEvent): boolean {
  return receiver?.origins.some((origin) => {
    if (origin.kind === "external") return origin.source === "network";
    return origin.kind === "call" && /(?:^|\.)(?:open|read|read_bytes|urlopen)$/u.test(origin.target);
  }) === true;
}

/** Follows the result up to its statement. `undefined`: somebody looks at it there, or it goes where nothing is known. */
function startOf(call: Call, analysis: UnitAnalysis): Start | undefined {
  const path = ancestorsOf(analysis.unit, call);
  const scope = path.find((each): each is FunctionDef | AsyncFunctionDef => each.kind === "FunctionDef" || each.kind === "AsyncFunctionDef");
  const loop = path.find((each) => (each.kind === "For" || each.kind === "While" || each.kind === "AsyncFor") && (!scope || each.start > scope.start));
  let below: Node = call;
  for (let index = path.indexOf(call) - 1; index >= 0; index--) {
    const node = path[index];
    const start = { unit: analysis.unit, scope, end: node?.end ?? 0, from: loop?.start ?? node?.end ?? 0, isReturned: false };
    switch (node?.kind) {
      case "Assign":
        return { ...start, names: node.targets.flatMap(rootsOf) };
      case "AnnAssign":
      case "AugAssign":
        return { ...start, names: rootsOf(node.target) };
      case "Return":
        return scope && { ...start, names: [], isReturned: true };
      case "Call":
        if (node.func === below ? false : looksByCall(node, analysis)) return undefined;
        break;
      case "Attribute":
      case "Subscript":
      case "BinOp":
      case "UnaryOp":
      case "BoolOp":
      case "Compare":
      case "Keyword":
      case "Lambda":
      case "List":
      case "Tuple":
      case "Dict":
      case "ListComp":
      case "DictComp":
      case "Starred":
        break;
      default:
        return undefined;
    }
    if (node.kind === "Attribute" && remarksIn(analysis).some((each) => each.to === undefined && each.start === node.start && each.end === node.end)) return undefined;
    below = node;
  }
  return undefined;
}

/** What becomes of the data: somebody looks at it, or may; it leaves the function; it stays unseen. */
function follow(start: Start, analysis: DocumentAnalysis): "seen" | "returned" | "unseen" {
  const { unit, scope } = start;
  const own = analysis.analysisOf(unit);
  const isWide = scope === undefined || start.names.some((name) => name.startsWith("self."));
  const remarks = own === undefined ? [] : isWide ? remarksAfter(start, analysis) : remarksIn(own).filter((each) => each.scope === scope && each.start >= Math.min(start.from, start.end));
  const names = new Set(start.names);
  if (isLookedAt(names, remarks)) return "seen";
  if (!scope || !own) return "unseen";
  if (!start.isReturned && !returns(scope, names, unit)) return "unseen";
  return byCallers(scope, analysis);
}

/** Of the unit from the start on, and of all that follow; what functions do with names of the module counts wherever it is. */
function remarksAfter(start: Start, analysis: DocumentAnalysis): readonly Remark[] {
  const { anchor } = start.unit;
  return analysis.units.flatMap((each) => {
    const { anchor: other } = each.unit;
    const isLater = other.cell.index > anchor.cell.index || (other.cell === anchor.cell && other.index > anchor.index);
    if (isLater) return remarksIn(each);
    return remarksIn(each).filter((remark) => remark.scope !== undefined || (other === anchor && remark.start >= Math.min(start.from, start.end)));
  }).map((remark) => {
    const locals = remark.scope && remark.scope !== start.scope ? localsOf(remark.scope) : undefined;
    return locals ? { ...remark, names: new Set([...remark.names].filter((name) => !locals.has(name))) } : remark;
  });
}

/** Adds the names that the data flows to, until there are no more. */
function isLookedAt(names: Set<string>, remarks: readonly Remark[]): boolean {
  const concerns = (remark: Remark): boolean => [...remark.names].some((name) => names.has(name));
  for (let size = -1; size !== names.size; ) {
    size = names.size;
    for (const remark of remarks) if (remark.to && concerns(remark)) for (const name of remark.to) names.add(name);
  }
  return remarks.some((remark) => remark.to === undefined && concerns(remark));
}

/** Whether some return, or an object that the caller gave, takes the data out of the function. */
function returns(scope: FunctionDef | AsyncFunctionDef, names: ReadonlySet<string>, unit: Unit): boolean {
  const { args } = scope;
  const given = [...args.posonlyargs, ...args.args, ...args.kwonlyargs].map(({ arg }) => arg.name);
  if (given.some((name) => names.has(name))) return true;
  return /\b(?:return|yield)\b/u.test(unit.text.slice(scope.start, scope.end)) && returnedNames(scope).some((name) => names.has(name));
}

function returnedNames(scope: FunctionDef | AsyncFunctionDef): readonly string[] {
  const values: Expression[] = [];
  walkStatements(scope.body, (node) => {
    const value = node.kind === "Expr" && node.value.kind === "Yield" ? node.value.value : node.kind === "Return" ? node.value : undefined;
    if (value) values.push(value);
    return undefined;
  });
  return [...namesIn(...values)];
}

/** Names that calls of the function are assigned to, and what becomes of them. */
function byCallers(scope: FunctionDef | AsyncFunctionDef, analysis: DocumentAnalysis): "seen" | "returned" | "unseen" {
  const all = analysis.units.flatMap(remarksIn);
  const called = all.filter(({ to, names }) => to !== undefined && names.has(scope.name.name));
  if (called.length === 0) return "returned";
  const isSeen = called.some((call) => isLookedAt(new Set(call.to), all.filter((each) => each.scope === call.scope && each !== call)));
  return isSeen ? "seen" : "unseen";
}
