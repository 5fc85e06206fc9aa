/**
 * introduce-parameter: a value that is written into a function becomes a parameter, with today's value as its default.
 *
 *     def split(df):                              def split(df, test_size=0.2):
 *         return parts(df, test_size=0.2)             return parts(df, test_size=test_size)
 *
 * Calls stay as they are. The default is evaluated once, when the function is defined: so only what cannot change and depends on
 * nothing in the function is taken as it is; a list, dict or set that is only read is made anew from None. The same literal elsewhere in
 * the function stays, unless it is selected as well.
 */
import type { PlaceEdit } from "../engine/finding.ts";
import { ancestorsOf, functionAround } from "../facts/ancestors.ts";
import { blanksBefore, stepOf } from "../facts/indentation.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import type { AsyncFunctionDef, Expression, FunctionDef, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { isFree, isKeyword } from "./function-name.ts";
import { layoutOf } from "./layout.ts";
import { lineStart } from "./moved-lines.ts";
import type { Outcome, Refactoring, RefactoringOptions, SelectedPart, Target } from "./refactoring.ts";
import { refused } from "./refactoring.ts";
import { placeholderIn } from "./result-text.ts";
import { startOf, unitScopes } from "./statement-run.ts";
import { width } from "./write-function.ts";

export const introduceParameter: Refactoring = {
  name: "introduce-parameter",
  summary: "Make a parameter of a value that is written into a function",
  kind: "refactor.extract",
  offer({ document, selection }) {
    const found = selectedValue(document, selection);
    if (!found) return undefined;
    const text = found.unit.text.slice(found.value.start, found.value.end).replace(/\s+/gu, " ");
    return { title: `Make ${text.length > 30 ? `${text.slice(0, 29)}…` : text} a parameter of ${found.holder.name.name}()` };
  },
  perform,
};

interface Found {
  readonly unit: Unit;
  readonly holder: FunctionDef | AsyncFunctionDef;
  readonly value: Expression;
  readonly path: readonly Node[];
}

/** The expression that the selection covers, or the literal at the cursor, in a function's body. */
function selectedValue(document: Target["document"], [part]: readonly SelectedPart[]): Found | undefined {
  if (!part) return undefined;
  const unit = document.unitAt(part.cell, part.start);
  if (!unit) return undefined;
  const { offset } = unit.anchor;
  const text = document.sourceOf(part.cell).text.slice(part.start, part.end);
  const start = part.start - offset + (/^\s*/u.exec(text)?.[0].length ?? 0);
  const end = part.end - offset - (part.start === part.end ? 0 : (/\s*$/u.exec(text)?.[0].length ?? 0));
  const path = ancestorsOf(unit, { start, end: Math.max(start, end) });
  const index = part.start === part.end
    ? path.findLastIndex((node) => node.kind === "Constant" || (node.kind === "UnaryOp" && node.operand.kind === "Constant"))
    : path.findLastIndex((node) => node.start === start && node.end === end);
  let value = path[index];
  const above = path[index - 1];
  if (value?.kind === "Constant" && above?.kind === "UnaryOp") value = above;
  const holder = functionAround(path);
  if (!value || !holder || !isValue(value) || path.some(({ kind }) => kind === "JoinedStr" || kind === "TemplateStr" || kind === "MatchCase")) return undefined;
  const isText = value.kind === "Constant" && above?.kind === "Expr";
  return isText ? undefined : { unit, holder, value, path: path.slice(0, index + 1) };
}

const values: ReadonlySet<Node["kind"]> = new Set([
  "Constant", "UnaryOp", "BinOp", "Tuple", "List", "Dict", "Set", "Attribute", "Name", "Compare", "BoolOp", "IfExp",
] as const);

function isValue(node: Node): node is Expression {
  return values.has(node.kind) && !("ctx" in node && node.ctx !== "load");
}

function perform({ document, selection, project }: Target, options: RefactoringOptions): Outcome {
  const found = selectedValue(document, selection);
  if (!found) return refused("select a value in the body of a function");
  const { unit, holder, value } = found;
  const obstacle = obstacleTo(document, found) ?? obstacleOfHolder(document, found);
  if (obstacle !== undefined) return refused(obstacle, place(unit, value));
  const scopes = unitScopes(unit);
  const scope = scopes.scopeOf(holder);
  const name = options.name ?? freshIn(document, proposed(found), holder.args.kwarg !== undefined);
  if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) || isKeyword(name)) return refused(`${name} is no name for a parameter`);
  if (options.name !== undefined && (scope?.bindings.has(name) === true || (scope !== undefined && mentions(holder.body, name)))) return refused(`${name} is used in ${holder.name.name}() already`);
  if (holder.args.kwarg && !isFree(document, name)) return refused(`a call may give ${name} to **${holder.args.kwarg.arg.name} already`);
  const layout = layoutOf(document, project);
  const text = unit.text.slice(value.start, value.end);
  const isMutable = value.kind === "List" || value.kind === "Dict" || value.kind === "Set";
  const signature = parameterEdit(found, name, isMutable ? "None" : text, layout.lineLength, layout.step, layout.lineBreak);
  if (!signature) return refused(`the parameters of ${holder.name.name}() hold a comment or leave no place for another one`);
  const edits: PlaceEdit[] = [signature, { at: place(unit, value), text: name }];
  if (isMutable) {
    const [first, second] = holder.body;
    const isDocstring = first?.kind === "Expr" && first.value.kind === "Constant" && first.value.type === "str";
    const anchor = isDocstring && second ? second : first;
    if (!anchor || blanksBefore(unit.text, startOf(anchor)) === "") return refused(`${holder.name.name}() is written on one line`);
    const at = lineStart(unit.text, startOf(anchor));
    const indent = blanksBefore(unit.text, startOf(anchor));
    const step = stepOf(unit, anchor, holder);
    edits.push({ at: { anchor: unit.anchor, start: at, end: at }, text: `${indent}if ${name} is None:${layout.lineBreak}${indent}${step}${name} = ${text}${layout.lineBreak}` });
  }
  const again = repeated(found);
  return {
    kind: "change", edits,
    summary: [
      `${name} is a parameter of ${holder.name.name}() now; its default is what stood here: ${isMutable ? `None, which stands for ${oneLine(text)}` : oneLine(text)}`,
      ...(again > 0 ? [`${oneLine(text)} stands in ${holder.name.name}() ${again === 1 ? "once" : `${again} times`} more, which stays`] : []),
    ],
    ...(options.name === undefined ? { placeholder: placeholderIn(document, edits, name) } : {}),
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, " ");
}

// ---- whether it may ----------------------------------------------------------------------------------------

function obstacleTo(document: Target["document"], { unit, holder, value, path }: Found): string | undefined {
  const scopes = unitScopes(unit);
  const scope = scopes.scopeOf(holder);
  let reason: string | undefined;
  walk([value], (node) => {
    switch (node.kind) {
      case "Name":
        if (scope?.bindings.has(node.id) === true || isBoundAround(path, node.id, scopes)) reason ??= `${node.id} has its value only when ${holder.name.name}() runs`;
        else if (!isStable(document, unit, holder, node.id)) reason ??= `${node.id} may have another value when ${holder.name.name}() is called than when it is defined`;
        else if (!keepsItsObject(path, value, node) && !isConstant(document, node.id)) reason ??= `what ${node.id} stands for may be changed until ${holder.name.name}() is called`;
        return undefined;
      case "Call":
      case "Await":
      case "Yield":
      case "YieldFrom":
      case "NamedExpr":
      case "Lambda":
      case "Subscript":
        reason ??= "the value is computed anew at every call; a default is computed once";
        return "skip";
      case "Attribute":
        reason ??= "an attribute may have changed until the function is called";
        return undefined;
      default:
        return undefined;
    }
  });
  if (reason !== undefined) return reason;
  const isMutable = value.kind === "List" || value.kind === "Dict" || value.kind === "Set";
  if (!isMutable && holdsMutable(value)) return "a default that is changed would stay changed for all later calls";
  const inside = path[path.indexOf(holder) + 1];
  const repeats = path.slice(path.indexOf(holder) + 1).some(({ kind }) => kind === "For" || kind === "AsyncFor" || kind === "While" || kind.endsWith("Comp") || kind === "GeneratorExp" || kind === "Lambda");
  if (isMutable && (repeats || !inside)) return "the value is made anew in every round of a loop; as a parameter all rounds would share it";
  if (path.some(({ kind }) => kind === "AnnAssign") && isInAnnotation(path)) return "an annotation is no value";
  return undefined;
}

function isInAnnotation(path: readonly Node[]): boolean {
  const index = path.findIndex(({ kind }) => kind === "AnnAssign");
  const statement = path[index];
  return statement?.kind === "AnnAssign" && path[index + 1] === statement.annotation;
}

function holdsMutable(value: Expression): boolean {
  let found = false;
  walk([value], (node) => {
    if (node.kind === "List" || node.kind === "Dict" || node.kind === "Set" || node.kind.endsWith("Comp")) found = true;
    return undefined;
  });
  return found;
}

/** Names of comprehensions, lambdas and functions between the function and the value. */
function isBoundAround(path: readonly Node[], name: string, scopes: ReturnType<typeof unitScopes>): boolean {
  return path.some((node) => {
    const scope = scopes.scopeOf(node);
    return scope !== undefined && scope.kind !== "module" && scope.bindings.has(name);
  });
}

/** A name of the module that is bound once, above the function; builtins. */
function isStable({ units }: Target["document"], unit: Unit, holder: Node, name: string): boolean {
  const bindings = units.flatMap((each) => (unitScopes(each).module.bindings.get(name) ?? []).map((binding) => ({ unit: each, binding })));
  const [only] = bindings;
  if (!only) return isBuiltinName(name);
  const isAbove = only.unit === unit ? only.binding.start < holder.start : units.indexOf(only.unit) < units.indexOf(unit);
  return bindings.length === 1 && isAbove && !units.some((each) => unitScopes(each).globalsBoundInFunctions.has(name));
}

/** The default is the object itself then, and not what an operation once made of it. */
function keepsItsObject(path: readonly Node[], value: Expression, name: Node): boolean {
  return value === name || (value.kind === "Tuple" && value.elts.some((each) => each === name) && path.at(-1) === value);
}

/** Assigned a number or a text. */
function isConstant({ units }: Target["document"], name: string): boolean {
  return units.some(({ body }) => body.some((node) => node.kind === "Assign" && node.value.kind === "Constant" && node.targets.some((target) => target.kind === "Name" && target.id === name)));
}

/** Who looks at the names or the parameters of the function would see one more. */
function obstacleOfHolder(document: Target["document"], { holder, path }: Found): string | undefined {
  const { name } = holder.name;
  if (looksUp.some((each) => mentions(holder.body, each))) return `${name}() looks at its own names`;
  const owner = path[path.indexOf(holder) - 1];
  const isEstimator = name === "__init__" && owner?.kind === "ClassDef" && owner.bases.some((base) => estimators.test(base.kind === "Attribute" ? base.attr.name : base.kind === "Name" ? base.id : ""));
  if (isEstimator) return "scikit-learn takes every parameter of __init__() for one of the estimator";
  const isRead = document.units.some(({ text }) => readsSignatures.test(text)) && (holder.decoratorList.length > 0 || isHandedOn(document, name));
  return isRead ? `the parameters of ${name}() may be looked at where it is handed on` : undefined;
}

const looksUp: readonly string[] = ["locals", "vars", "dir", "eval", "exec"];
const estimators = /(?:Estimator|Transformer|Mixin|Classifier|Regressor|Clusterer)$/u;
const readsSignatures = /\b(?:signature|getfullargspec|getargspec|getcallargs|__code__|__defaults__|__kwdefaults__|curve_fit)\b/u;

/** Spoken of otherwise than to call it. */
function isHandedOn({ units }: Target["document"], name: string): boolean {
  const called = new Set<Node>();
  let found = false;
  for (const { body } of units) {
    walk(body, (node) => {
      if (node.kind === "Call") called.add(node.func);
      const isIt = (node.kind === "Name" && node.id === name) || (node.kind === "Attribute" && node.attr.name === name);
      if (isIt && !called.has(node)) found = true;
      return found ? "skip" : undefined;
    });
  }
  return found;
}

// ---- the parameter -----------------------------------------------------------------------------------------

/** Behind the last parameter that may be given by position, before `*` and `**`. */
function parameterEdit({ unit, holder }: Found, name: string, value: string, lineLength: number, step: string, lineBreak: string): PlaceEdit | undefined {
  const { posonlyargs, args, vararg, kwonlyargs, kwDefaults, kwarg } = holder.args;
  const open = unit.text.indexOf("(", holder.typeParams.at(-1)?.end ?? holder.name.end);
  const ends = [...posonlyargs, ...args, ...kwonlyargs, vararg, kwarg, ...holder.args.defaults, ...kwDefaults].flatMap((each) => (each ? [each.end] : []));
  const close = closing(unit.text, Math.max(open + 1, ...ends));
  if (open < 0 || close === undefined) return undefined;
  const inside = unit.text.slice(open + 1, close);
  if (inside.includes("#") || (holder.args.posonlyargs.length > 0 && args.length === 0 && !vararg && kwonlyargs.length === 0)) return undefined;
  // After `*args` or `*` it is one by keyword; else it goes behind all others, so that no positional argument changes its meaning.
  const own = (kwarg ? unit.text.slice(open + 1, kwarg.start).replace(/\*\*\s*$/u, "") : inside).trim().replace(/,$/u, "").trim();
  const rest = kwarg ? `**${unit.text.slice(kwarg.start, kwarg.end)}` : "";
  const written = `${name}=${value}`;
  const items = [...splitTop(own), written, ...(rest === "" ? [] : [rest])];
  const line = unit.text.slice(lineStart(unit.text, holder.start), open + 1);
  const tail = unit.text.slice(close, unit.text.indexOf(":", holder.returns?.end ?? close) + 1);
  const single = items.join(", ");
  const wasMultiple = inside.includes("\n");
  const hasMagicComma = /,\s*$/u.test(inside);
  const indent = blanksBefore(unit.text, holder.start) || (/^[ \t]*/u.exec(line)?.[0] ?? "");
  let text = single;
  if (hasMagicComma || width(line + single + tail) > lineLength) {
    const together = `${indent}${step}${single}`;
    text = !hasMagicComma && width(together) <= lineLength
      ? `${lineBreak}${together}${lineBreak}${indent}`
      : `${lineBreak}${items.map((each) => `${indent}${step}${each},`).join(lineBreak)}${lineBreak}${indent}`;
  } else if (wasMultiple && own.includes("\n")) {
    return undefined;
  }
  return { at: { anchor: unit.anchor, start: open + 1, end: close }, text };
}

/** The bracket that ends the parameters. */
function closing(text: string, from: number): number | undefined {
  const found = /^(?:\s|,|#[^\n]*|\))*?\)/u.exec(text.slice(from));
  return found ? from + found[0].length - 1 : undefined;
}

/** Parts between commas that are in no bracket and no text. */
function splitTop(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at++;
      else if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if ("([{".includes(character)) depth++;
    else if (")]}".includes(character)) depth--;
    else if (character === "," && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== "");
}

// ---- its name ----------------------------------------------------------------------------------------------

/** The keyword or name that the value is given to; else what it is. */
function proposed({ value, path }: Found): string {
  const above = path[path.length - 2];
  if (above?.kind === "Keyword" && above.arg) return above.arg.name;
  if (above?.kind === "Assign" && above.targets.length === 1 && above.targets[0]?.kind === "Name") return `${above.targets[0].id.toLowerCase()}_value`;
  if (value.kind === "Constant") return value.type === "str" ? "text" : value.type === "int" ? "number" : value.type === "True" || value.type === "False" ? "flag" : "value";
  return "value";
}

/** `test_size` may be a keyword elsewhere: what matters is the name, not the word; unless the function takes any keyword. */
function freshIn(document: Target["document"], wanted: string, takesAny: boolean): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted}_${number}`;
    if (!isBuiltinName(name) && !isKeyword(name) && !document.units.some(({ body }) => mentions(body, name)) && (!takesAny || isFree(document, name))) return name;
  }
}

function mentions(nodes: readonly Node[], name: string): boolean {
  let found = false;
  walk(nodes, (node) => {
    if ((node.kind === "Name" && node.id === name) || (node.kind === "Argument" && node.arg.name === name)) found = true;
    if ((node.kind === "FunctionDef" || node.kind === "AsyncFunctionDef" || node.kind === "ClassDef") && node.name.name === name) found = true;
    return found ? "skip" : undefined;
  });
  return found;
}

/** How often the same literal stands elsewhere in the function. */
function repeated({ unit, holder, value }: Found): number {
  const text = unit.text.slice(value.start, value.end);
  let count = 0;
  walk(holder.body, (node) => {
    if (node !== value && node.kind === value.kind && unit.text.slice(node.start, node.end) === text) count++;
    return undefined;
  });
  return count;
}
