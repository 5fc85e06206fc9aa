/**
 * Walking a tree: which fields of a node hold nodes, and a pre-order walk without recursion (an `elif` chain can be thousands of
 * links deep).
 *
 *     walk(unit.body, (node) => { if (node.kind === "FunctionDef") return "skip"; ... })
 */
import type { Node, NodeOf } from "./nodes.ts";

/** Fields with child nodes (one, a list, or a list with gaps), in the order they are written. */
export const childFields: { readonly [K in Node["kind"]]: readonly (keyof NodeOf[K] & string)[] } = {
  BoolOp: ["values"],
  NamedExpr: ["target", "value"],
  BinOp: ["left", "right"],
  UnaryOp: ["operand"],
  Lambda: ["args", "body"],
  IfExp: ["body", "test", "orelse"],
  Dict: ["keys", "values"],
  Set: ["elts"],
  ListComp: ["elt", "generators"],
  SetComp: ["elt", "generators"],
  DictComp: ["key", "value", "generators"],
  GeneratorExp: ["elt", "generators"],
  Await: ["value"],
  Yield: ["value"],
  YieldFrom: ["value"],
  Compare: ["left", "comparators"],
  Call: ["func", "args", "keywords"],
  FormattedValue: ["value", "formatSpec"],
  Interpolation: ["value", "formatSpec"],
  JoinedStr: ["values"],
  TemplateStr: ["values"],
  Constant: [],
  Attribute: ["value"],
  Subscript: ["value", "slice"],
  Starred: ["value"],
  Name: [],
  List: ["elts"],
  Tuple: ["elts"],
  Slice: ["lower", "upper", "step"],
  Missing: [],
  Magic: ["python"],
  Keyword: ["value"],
  Comprehension: ["target", "iter", "ifs"],
  Argument: ["annotation"],
  Arguments: ["posonlyargs", "args", "vararg", "kwonlyargs", "kwarg", "defaults", "kwDefaults"],
  Alias: [],
  WithItem: ["contextExpr", "optionalVars"],
  ExceptHandler: ["type", "body"],
  MatchCase: ["pattern", "guard", "body"],
  TypeVar: ["bound", "defaultValue"],
  ParamSpec: ["defaultValue"],
  TypeVarTuple: ["defaultValue"],
  MatchValue: ["value"],
  MatchSingleton: [],
  MatchSequence: ["patterns"],
  MatchMapping: ["keys", "patterns"],
  MatchClass: ["cls", "patterns", "kwdPatterns"],
  MatchStar: [],
  MatchAs: ["pattern"],
  MatchOr: ["patterns"],
  FunctionDef: ["decoratorList", "typeParams", "args", "returns", "body"],
  AsyncFunctionDef: ["decoratorList", "typeParams", "args", "returns", "body"],
  ClassDef: ["decoratorList", "typeParams", "bases", "keywords", "body"],
  Return: ["value"],
  Delete: ["targets"],
  Assign: ["targets", "value"],
  TypeAlias: ["name", "typeParams", "value"],
  AugAssign: ["target", "value"],
  AnnAssign: ["target", "annotation", "value"],
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
  ImportFrom: ["names"],
  Global: [],
  Nonlocal: [],
  Expr: ["value"],
  Pass: [],
  Break: [],
  Continue: [],
};

type Child = Node | readonly (Node | undefined)[] | undefined;

/** Calls `enter` for every node, parents before children. `"skip"` leaves out what is below the node. */
export function walk(roots: readonly Node[], enter: (node: Node) => "skip" | undefined): void {
  const stack: Node[] = [];
  for (let index = roots.length - 1; index >= 0; index--) push(stack, roots[index]);
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (enter(node) !== "skip") pushChildren(stack, node);
  }
}

/** The nodes directly below one. */
export function children(node: Node): readonly Node[] {
  const stack: Node[] = [];
  pushChildren(stack, node);
  return stack.reverse();
}

/** Last child first, so that the first one is popped next. */
function pushChildren(stack: Node[], node: Node): void {
  const fields: readonly string[] = childFields[node.kind];
  for (let index = fields.length - 1; index >= 0; index--) {
    // The table says which fields hold nodes; its type proves that they exist, not what they hold.
    const value = (node as unknown as Readonly<Record<string, Child>>)[fields[index] ?? ""];
    if (Array.isArray(value)) {
      for (let at = value.length - 1; at >= 0; at--) push(stack, (value as readonly (Node | undefined)[])[at]);
    } else {
      push(stack, value as Node | undefined);
    }
  }
}

function push(stack: Node[], node: Node | undefined): void {
  if (node) stack.push(node);
}
