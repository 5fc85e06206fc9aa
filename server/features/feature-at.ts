/**
 * The string at an offset, and what part of the feature store it names: shared by completion, hover and definition.
 *
 * The code under the cursor is rarely finished, so three ways lead to a reference, surest first: the interpreter sees the
 * string reach a retrieval call; the string stands in the argument of such a call; its text is a reference to a view that
 * the catalogue knows.
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import { formsWritten, isOfLibrary, viewNameIn } from "../analysis/facts/feature-calls.ts";
import type { UnitAnalysis } from "../analysis/semantic/analysis.ts";
import { madeOf, text } from "../analysis/store/construction.ts";
import type { StoreDialect } from "../analysis/store/dialect.ts";
import type { ArgumentSpec, PartEntries } from "../analysis/store/reference-form.ts";
import type { BytesConstant, Call, Expression, JoinedStr, Node, StringConstant, StringPart, Subscript } from "../analysis/syntax/nodes.ts";
import type { Cell, Unit } from "../analysis/syntax/unit.ts";
import { children } from "../analysis/syntax/walk.ts";

/** A string literal with an offset in it. Offsets are relative to the unit. */
export interface StringAt {
  readonly unit: Unit;
  readonly node: StringConstant | JoinedStr;
  readonly part: StringPart;
  readonly offset: number;
  /** From the outermost to the parent of `node`. */
  readonly parents: readonly Node[];
}

/** The string whose quotes hold the offset (of `sourceOf(cell)`). */
export function stringAt(document: OpenDocument, cell: Cell, offset: number): StringAt | undefined {
  const unit = document.unitAt(cell, offset);
  if (!unit) return undefined;
  const at = offset - unit.anchor.offset;
  const parents: Node[] = [];
  let level: readonly Node[] = unit.body;
  for (;;) {
    const node = level.find((each) => from(each) <= at && at <= each.end && !isElsewhere(each, at));
    if (!node) return undefined;
    if (isString(node)) {
      const part = node.parts.find(({ content, closed }) => content.start <= at && (at <= content.end || (!closed && at <= node.end)));
      if (part && !insideHole(node, at)) return { unit, node, part, offset: at, parents };
    }
    parents.push(node);
    level = children(node);
  }
}

/** What a string is expected to name. */
export type Expected =
  | { readonly takes: "references" | "view" | "service" | "expression"; readonly dialect: StoreDialect }
  /** Of the view that the call names elsewhere; `undefined` when that is not known. */
  | { readonly takes: "field"; readonly dialect: StoreDialect; readonly view: string | undefined };

/** What the call expects that the string is an argument of, possibly deep inside a list; by the text of the call alone. */
export function expectedBy({ parents, node }: StringAt, dialects: readonly StoreDialect[], analysis: UnitAnalysis | undefined): Expected | undefined {
  for (let depth = parents.length - 1; depth >= 0; depth--) {
    const call = parents[depth];
    if (!call) return undefined;
    const below = parents[depth + 1] ?? node;
    if (passesOn(call, below)) continue;
    if (call.kind === "Subscript" && below.kind === "List") return selectedFrom(call, dialects, analysis);
    // A string handed to something else inside the argument (`os.environ["X"]`, `names("a")`) is no reference.
    if (call.kind !== "Call") return undefined;
    const isHandedTo = ({ names, position }: ArgumentSpec): boolean =>
      below.kind === "Keyword" ? names.includes(below.arg?.name ?? "") : call.args.indexOf(below as Expression) === position;
    const isInDict = parents.slice(depth).some(({ kind }) => kind === "Dict");
    for (const { form: { shape }, dialect } of formsWritten(call, dialects)) {
      if (shape.kind === "fields") {
        // Of a dict, the name of the feature stands under one key.
        if (shape.element && isInDict && !shape.element.names.includes(keyAround([...parents.slice(depth), node]) ?? "")) continue;
        if (shape.view !== "receiver" && isHandedTo(shape.view)) return { takes: "view", dialect };
        const view = isHandedTo(shape.fields) ? viewGiven(call, shape.view, dialect, analysis) : undefined;
        // A method of that name may be of anything.
        if (view !== undefined || (shape.view !== "receiver" && isHandedTo(shape.fields))) return { takes: "field", dialect, view };
      } else if (shape.kind === "parts") {
        const found = shape.entries && isHandedTo(shape.argument) ? inEntries([...parents.slice(depth), node], shape.entries, dialect, analysis) : undefined;
        if (found) return found;
      } else if (shape.argument !== "receiver" && isHandedTo(shape.argument)) {
        const isLists = shape.kind === "references" && shape.holds === "lists";
        if (shape.kind === "references" && shape.holds === "expression") return { takes: "expression", dialect };
        if (isInDict === isLists) return { takes: shape.kind, dialect };
      }
    }
    return undefined;
  }
  return undefined;
}

/** The key under which the last node of a path stands in the innermost dict. */
function keyAround(path: readonly Node[]): string | undefined {
  const at = path.findLastIndex(({ kind }) => kind === "Dict");
  const dict = path[at];
  const key = dict?.kind === "Dict" ? dict.keys[dict.values.indexOf(path[at + 1] as Expression)] : undefined;
  return key?.kind === "Constant" && key.type === "str" ? key.value : undefined;
}

/** The name of the view that the call names in another argument, or is a method of. */
function viewGiven({ func, args, keywords }: Call, spec: ArgumentSpec | "receiver", dialect: StoreDialect, analysis: UnitAnalysis | undefined): string | undefined {
  const node = spec === "receiver" ? (func.kind === "Attribute" ? func.value : undefined)
    : (keywords.find(({ arg }) => arg !== undefined && spec.names.includes(arg.name))?.value ?? (spec.position < 0 ? undefined : args[spec.position]));
  return node && viewNameOf(node, dialect, analysis);
}

function viewNameOf(node: Expression, dialect: StoreDialect, analysis: UnitAnalysis | undefined): string | undefined {
  if (node.kind === "Constant" && node.type === "str") return node.value;
  return viewNameIn(analysis?.valueOf(node), dialect)?.written?.text;
}

/** `{"view": "stats", "features": ["rate"]}` among the parts. */
function inEntries(path: readonly Node[], { view, fields }: PartEntries, dialect: StoreDialect, analysis: UnitAnalysis | undefined): Expected | undefined {
  const at = path.findLastIndex(({ kind }) => kind === "Dict");
  const dict = path[at];
  if (dict?.kind !== "Dict") return undefined;
  const keyed = (name: string): Expression | undefined => dict.values[dict.keys.findIndex((key) => key?.kind === "Constant" && key.type === "str" && key.value === name)];
  if (path[at + 1] === keyed(view)) return { takes: "view", dialect };
  const named = keyed(view);
  return path[at + 1] === keyed(fields) ? { takes: "field", dialect, view: named && viewNameOf(named, dialect, analysis) } : undefined;
}

/** `view[["feature"]]`. */
function selectedFrom({ value }: Subscript, dialects: readonly StoreDialect[], analysis: UnitAnalysis | undefined): Expected | undefined {
  const made = madeOf(analysis?.valueOf(value));
  for (const dialect of dialects) {
    if (!made || !isOfLibrary(made.callable, dialect) || !dialect.forms.some(({ callable }) => callable === "__getitem__")) continue;
    const view = viewNameIn(analysis?.valueOf(value), dialect)?.written?.text;
    if (view !== undefined) return { takes: "field", dialect, view };
  }
  return undefined;
}

/** Whether the elements of `below` are elements of `node`, or `below` may be all of it. */
function passesOn(node: Node, below: Node): boolean {
  switch (node.kind) {
    case "List":
    case "Tuple":
    case "Set":
    case "Starred":
    case "Keyword":
    case "BoolOp":
    case "NamedExpr":
      return true;
    case "BinOp":
      return node.op === "+";
    case "IfExp":
      return below !== node.test;
    case "Dict":
      return node.values.includes(below as Expression);
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      return below === node.elt;
    default:
      return false;
  }
}

/** The list, tuple or set that the string is an element of. */
export function siblingsOf({ parents, node }: StringAt): readonly Expression[] {
  const parent = parents.at(-1);
  if (parent?.kind !== "List" && parent?.kind !== "Tuple" && parent?.kind !== "Set") return [];
  return parent.elts.filter((each) => each !== node);
}

/**
 * The text before the offset, with what the interpreter knows of holes; `undefined` when a hole is unknown or escapes make
 * characters of the source and of the text differ.
 */
export function textBefore({ unit, node, part, offset }: StringAt, analysis: UnitAnalysis | undefined): string | undefined {
  const written = (start: number): string | undefined => {
    const source = unit.text.slice(start, offset);
    return source.includes("\\") && !/r/i.test(part.prefix) ? undefined : source;
  };
  if (node.kind === "Constant") return node.parts[0] === part ? written(part.content.start) : undefined;
  if (node.parts[0] !== part) return undefined;
  let result = "";
  let from = part.content.start;
  for (const value of node.values) {
    if (value.kind === "Constant" || value.start >= offset) continue;
    const before = unit.text.slice(from, value.start);
    const filled = analysis && text(analysis.valueOf(value.value));
    if (filled === undefined || value.conversion !== undefined || value.formatSpec || /[\\{}]/.test(before)) return undefined;
    result += before + filled;
    from = value.end;
  }
  const last = written(from);
  return last === undefined ? undefined : result + last;
}

/** Decorators lie before the `def` that holds them. */
function from(node: Node): number {
  const decorators = "decoratorList" in node ? node.decoratorList : [];
  return Math.min(node.start, ...decorators.map(({ start }) => start));
}

/** At the border of two neighbours, a string that is closed before the offset does not hold it. */
function isElsewhere(node: Node, at: number): boolean {
  return isString(node) && !node.parts.some(({ content, closed }) => content.start <= at && (at <= content.end || (!closed && at <= node.end)));
}

function isString(node: Node): node is StringConstant | JoinedStr {
  if (node.kind === "JoinedStr") return node.parts.length > 0;
  return node.kind === "Constant" && isText(node) && node.parts.length > 0;
}

function isText(node: Extract<Node, { kind: "Constant" }>): node is StringConstant | BytesConstant {
  return node.type === "str";
}

function insideHole(node: StringConstant | JoinedStr, at: number): boolean {
  return node.kind === "JoinedStr" && node.values.some((value) => value.kind === "FormattedValue" && value.start < at && at < value.end);
}
