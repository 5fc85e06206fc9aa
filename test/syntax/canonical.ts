/**
 * A statement as one line of text, the same as dump_ast.py writes for CPython's tree of it: kinds, positions, fields in
 * CPython's order, values. Where our tree has more than CPython's (Identifier ranges, parts of strings), that is left out.
 *
 *     x = 1     (Assign@0-5 [(Name@0-1 'x' store),] (Constant@4-5 i1))
 */
import type { Expression, Identifier, Node, Statement } from "../../server/analysis/syntax/nodes.ts";

/** Fields in CPython's order; kinds that CPython gives no position are in UNPLACED. */
const FIELDS: Readonly<Record<Node["kind"], readonly string[]>> = {
  BoolOp: ["op", "values"],
  NamedExpr: ["target", "value"],
  BinOp: ["left", "op", "right"],
  UnaryOp: ["op", "operand"],
  Lambda: ["args", "body"],
  IfExp: ["test", "body", "orelse"],
  Dict: ["keys", "values"],
  Set: ["elts"],
  ListComp: ["elt", "generators"],
  SetComp: ["elt", "generators"],
  DictComp: ["key", "value", "generators"],
  GeneratorExp: ["elt", "generators"],
  Await: ["value"],
  Yield: ["value"],
  YieldFrom: ["value"],
  Compare: ["left", "ops", "comparators"],
  Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "conversion", "formatSpec"],
  Interpolation: ["value", "str", "conversion", "formatSpec"],
  JoinedStr: ["values"],
  TemplateStr: ["values"],
  Constant: [],
  Attribute: ["value", "attr", "ctx"],
  Subscript: ["value", "slice", "ctx"],
  Starred: ["value", "ctx"],
  Name: ["id", "ctx"],
  List: ["elts", "ctx"],
  Tuple: ["elts", "ctx"],
  Slice: ["lower", "upper", "step"],
  Missing: [],
  Magic: ["form", "name", "python"],
  Keyword: ["arg", "value"],
  Comprehension: ["target", "iter", "ifs", "isAsync"],
  Argument: ["arg", "annotation"],
  Arguments: ["posonlyargs", "args", "vararg", "kwonlyargs", "kwDefaults", "kwarg", "defaults"],
  Alias: ["name", "asname"],
  WithItem: ["contextExpr", "optionalVars"],
  ExceptHandler: ["type", "name", "body"],
  MatchCase: ["pattern", "guard", "body"],
  TypeVar: ["name", "bound", "defaultValue"],
  ParamSpec: ["name", "defaultValue"],
  TypeVarTuple: ["name", "defaultValue"],
  MatchValue: ["value"],
  MatchSingleton: ["value"],
  MatchSequence: ["patterns"],
  MatchMapping: ["keys", "patterns", "rest"],
  MatchClass: ["cls", "patterns", "kwdAttrs", "kwdPatterns"],
  MatchStar: ["name"],
  MatchAs: ["pattern", "name"],
  MatchOr: ["patterns"],
  FunctionDef: ["name", "args", "body", "decoratorList", "returns", "typeParams"],
  AsyncFunctionDef: ["name", "args", "body", "decoratorList", "returns", "typeParams"],
  ClassDef: ["name", "bases", "keywords", "body", "decoratorList", "typeParams"],
  Return: ["value"],
  Delete: ["targets"],
  Assign: ["targets", "value"],
  TypeAlias: ["name", "typeParams", "value"],
  AugAssign: ["target", "op", "value"],
  AnnAssign: ["target", "annotation", "value", "simple"],
  For: ["target", "iter", "body", "orelse"],
  AsyncFor: ["target", "iter", "body", "orelse"],
  While: ["test", "body", "orelse"],
  If: ["test", "body", "orelse"],
  With: ["items", "body"],
  AsyncWith: ["items", "body"],
  Match: ["subject", "cases"],
  Raise: ["exc", "cause"],
  Try: ["body", "handlers", "orelse", "finalbody"],
  TryStar: ["body", "handlers", "orelse", "finalbody"],
  Assert: ["test", "msg"],
  Import: ["names"],
  ImportFrom: ["module", "names", "level"],
  Global: ["names"],
  Nonlocal: ["names"],
  Expr: ["value"],
  Pass: [],
  Break: [],
  Continue: [],
};

/** Kinds without a position in CPython, by their name there. */
const UNPLACED: Readonly<Partial<Record<Node["kind"], string>>> = {
  Comprehension: "comprehension",
  Arguments: "arguments",
  WithItem: "withitem",
  MatchCase: "match_case",
};
/** Kinds that CPython spells otherwise. */
const RENAMED: Readonly<Partial<Record<Node["kind"], string>>> = { Keyword: "keyword", Argument: "arg", Alias: "alias" };

/** Fields that hold an operator or a context, which stand bare. */
const BARE = new Set(["op", "ops", "ctx", "level", "simple"]);

export interface CanonicalOptions {
  /** Added to all positions. */
  readonly shift: number;
  /** Text that the shifted positions count in: literals with `\N{...}` are compared without their value. */
  readonly text: string;
}

export function canonical(statement: Statement, options: CanonicalOptions): string {
  const out: string[] = [];
  writeNode(statement, out, options);
  return out.join("");
}

function writeNode(node: Node, out: string[], options: CanonicalOptions): void {
  const { shift } = options;
  const bare = UNPLACED[node.kind];
  out.push(bare === undefined ? `(${RENAMED[node.kind] ?? node.kind}@${String(node.start + shift)}-${String(node.end + shift)}` : `(${bare}`);
  if (node.kind === "Constant") {
    out.push(" ");
    writeConstant(node, out, options);
  } else if (node.kind === "MatchSingleton") out.push(" ", node.value);
  else {
    const record = node as unknown as Readonly<Record<string, unknown>>;
    for (const field of FIELDS[node.kind]) {
      out.push(" ");
      writeValue(record[field], BARE.has(field), out, options);
    }
  }
  out.push(")");
}

function writeValue(value: unknown, bare: boolean, out: string[], options: CanonicalOptions): void {
  if (value === undefined) out.push("~");
  else if (Array.isArray(value)) {
    out.push("[");
    for (const item of value as unknown[]) {
      writeValue(item, bare, out, options);
      out.push(",");
    }
    out.push("]");
  } else if (typeof value === "string") out.push(bare ? value : `'${value}'`);
  else if (typeof value === "number") out.push(String(value));
  else if (typeof value === "boolean") out.push(value ? "1" : "0");
  else if ("kind" in (value as object)) writeNode(value as Node, out, options);
  else out.push(`'${(value as Identifier).name}'`);
}

function writeConstant(node: Extract<Expression, { kind: "Constant" }>, out: string[], { shift, text }: CanonicalOptions): void {
  switch (node.type) {
    case "str":
      if (text.slice(node.start + shift, node.end + shift).includes("\\N{")) out.push("N");
      else out.push("s'", node.value, "'");
      return;
    case "bytes":
      out.push("b'", node.value, "'");
      return;
    case "int": {
      const digits = node.text.replaceAll("_", "").toLowerCase();
      out.push("i", BigInt(/^0[box]?0*$/.test(digits) ? "0" : digits).toString(16));
      return;
    }
    case "float":
      out.push("f", bits(node.value));
      return;
    case "complex":
      out.push("c", bits(node.value));
      return;
    default:
      out.push(node.type);
  }
}

const view = new DataView(new ArrayBuffer(8));

function bits(value: number): string {
  view.setFloat64(0, value);
  return view.getBigUint64(0).toString(16).padStart(16, "0");
}
