/**
 * Walking a tree: a node's children in the order they are written, walks, the nodes at an offset, parents.
 *
 *     walk(unit.body, (node) => { if (node.kind === "FunctionDef") return "skip"; ... })
 *
 * Nothing here recurses: an `elif` chain or a sum can be thousands of links deep.
 */
import { partsOf } from "./blocks.ts";
import type { Arguments, Expression, Node, Pattern, Range } from "./nodes.ts";

/** Calls `enter` for every node, parents before children. `"skip"` leaves out what is below the node. */
export function walk(roots: readonly Node[], enter: (node: Node) => "skip" | undefined): void {
  const stack: Node[] = [];
  pushAll(stack, roots);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) !== "skip") pushChildren(stack, node);
  }
}

/**
 * As {@link walk}, for those who look for statements: enters them, the handlers and cases that hold others, and magics with Python in
 * them, but no other expressions, which are most of a tree.
 */
export function walkStatements(roots: readonly Node[], enter: (node: Node) => "skip" | undefined): void {
  const stack: Node[] = [];
  pushAll(stack, roots);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (enter(node) === "skip") continue;
    const parts = partsOf(node);
    for (let at = parts.length - 1; at >= 0; at--) pushAll(stack, parts[at]!);
  }
}

/** The nodes directly below one, in the order they are written. */
export function children(node: Node): readonly Node[] {
  const stack: Node[] = [];
  pushChildren(stack, node);
  return stack.reverse();
}

/**
 * The nodes that hold an offset, outermost first; empty between statements. An offset at the end of a node counts as inside
 * unless the next node begins there, so that the cursor after `df.` is in the Attribute. A decorated function or class
 * begins at its first decorator.
 */
export function nodesAt(roots: readonly Node[], offset: number): readonly Node[] {
  const path: Node[] = [];
  let level = roots;
  for (;;) {
    let best: Node | undefined;
    for (const node of level) {
      const start = startOf(node);
      if (start > offset || node.end < offset) continue;
      // Of two that touch at the offset, the one that goes on beyond it; else the later.
      if (best === undefined || best.end <= offset || node.end > offset) best = node;
    }
    if (best === undefined) return path;
    path.push(best);
    level = children(best);
  }
}

/** The innermost node that holds an offset. */
export function nodeAt(roots: readonly Node[], offset: number): Node | undefined {
  const path = nodesAt(roots, offset);
  return path[path.length - 1];
}

/** Each node's parent; roots have none. For callers that ask often: it walks the whole tree. */
export function parents(roots: readonly Node[]): ReadonlyMap<Node, Node> {
  const found = new Map<Node, Node>();
  const stack: Node[] = [];
  pushAll(stack, roots);
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const before = stack.length;
    pushChildren(stack, node);
    for (let i = before; i < stack.length; i++) found.set(stack[i]!, node);
  }
  return found;
}

function startOf(node: Range & { readonly kind: string; readonly decoratorList?: readonly Node[] }): number {
  const first = node.decoratorList?.[0];
  return first === undefined ? node.start : Math.min(first.start, node.start);
}

type Stack = Node[];

/** Last child first, so that the first one is popped next. */
function pushChildren(stack: Stack, node: Node): void {
  switch (node.kind) {
    case "Name":
    case "Constant":
    case "Missing":
    case "Alias":
    case "MatchSingleton":
    case "MatchStar":
    case "Global":
    case "Nonlocal":
    case "Pass":
    case "Break":
    case "Continue":
      return;
    case "Attribute":
    case "Starred":
    case "Await":
    case "YieldFrom":
    case "Keyword":
    case "MatchValue":
    case "Expr":
      stack.push(node.value);
      return;
    case "Yield":
    case "Return":
      push(stack, node.value);
      return;
    case "Call":
      pushMerged(stack, node.args, node.keywords);
      stack.push(node.func);
      return;
    case "BinOp":
      stack.push(node.right, node.left);
      return;
    case "BoolOp":
    case "JoinedStr":
    case "TemplateStr":
      pushAll(stack, node.values);
      return;
    case "Compare":
      pushAll(stack, node.comparators);
      stack.push(node.left);
      return;
    case "UnaryOp":
      stack.push(node.operand);
      return;
    case "Subscript":
      stack.push(node.slice, node.value);
      return;
    case "List":
    case "Tuple":
    case "Set":
      pushAll(stack, node.elts);
      return;
    case "Dict":
      for (let i = node.values.length - 1; i >= 0; i--) {
        push(stack, node.values[i]);
        push(stack, node.keys[i]);
      }
      return;
    case "NamedExpr":
      stack.push(node.value, node.target);
      return;
    case "Lambda":
      stack.push(node.body, node.args);
      return;
    case "IfExp":
      stack.push(node.orelse, node.test, node.body);
      return;
    case "ListComp":
    case "SetComp":
    case "GeneratorExp":
      pushAll(stack, node.generators);
      stack.push(node.elt);
      return;
    case "DictComp":
      pushAll(stack, node.generators);
      stack.push(node.value, node.key);
      return;
    case "FormattedValue":
    case "Interpolation":
      push(stack, node.formatSpec);
      stack.push(node.value);
      return;
    case "Slice":
      push(stack, node.step);
      push(stack, node.upper);
      push(stack, node.lower);
      return;
    case "Magic":
      pushAll(stack, node.python);
      return;
    case "Comprehension":
      pushAll(stack, node.ifs);
      stack.push(node.iter, node.target);
      return;
    case "Argument":
      push(stack, node.annotation);
      return;
    case "Arguments":
      pushArguments(stack, node);
      return;
    case "WithItem":
      push(stack, node.optionalVars);
      stack.push(node.contextExpr);
      return;
    case "ExceptHandler":
      pushAll(stack, node.body);
      push(stack, node.type);
      return;
    case "MatchCase":
      pushAll(stack, node.body);
      push(stack, node.guard);
      stack.push(node.pattern);
      return;
    case "TypeVar":
      push(stack, node.defaultValue);
      push(stack, node.bound);
      return;
    case "ParamSpec":
    case "TypeVarTuple":
      push(stack, node.defaultValue);
      return;
    case "MatchSequence":
    case "MatchOr":
      pushAll(stack, node.patterns);
      return;
    case "MatchMapping":
      pushPairs(stack, node.keys, node.patterns);
      return;
    case "MatchClass":
      pushAll(stack, node.kwdPatterns);
      pushAll(stack, node.patterns);
      stack.push(node.cls);
      return;
    case "MatchAs":
      push(stack, node.pattern);
      return;
    case "FunctionDef":
    case "AsyncFunctionDef":
      pushAll(stack, node.body);
      push(stack, node.returns);
      stack.push(node.args);
      pushAll(stack, node.typeParams);
      pushAll(stack, node.decoratorList);
      return;
    case "ClassDef":
      pushAll(stack, node.body);
      pushMerged(stack, node.bases, node.keywords);
      pushAll(stack, node.typeParams);
      pushAll(stack, node.decoratorList);
      return;
    case "Delete":
      pushAll(stack, node.targets);
      return;
    case "Assign":
      stack.push(node.value);
      pushAll(stack, node.targets);
      return;
    case "TypeAlias":
      stack.push(node.value);
      pushAll(stack, node.typeParams);
      stack.push(node.name);
      return;
    case "AugAssign":
      stack.push(node.value, node.target);
      return;
    case "AnnAssign":
      push(stack, node.value);
      stack.push(node.annotation, node.target);
      return;
    case "For":
    case "AsyncFor":
      pushAll(stack, node.orelse);
      pushAll(stack, node.body);
      stack.push(node.iter, node.target);
      return;
    case "While":
    case "If":
      pushAll(stack, node.orelse);
      pushAll(stack, node.body);
      stack.push(node.test);
      return;
    case "With":
    case "AsyncWith":
      pushAll(stack, node.body);
      pushAll(stack, node.items);
      return;
    case "Match":
      pushAll(stack, node.cases);
      stack.push(node.subject);
      return;
    case "Raise":
      push(stack, node.cause);
      push(stack, node.exc);
      return;
    case "Try":
    case "TryStar":
      pushAll(stack, node.finalbody);
      pushAll(stack, node.orelse);
      pushAll(stack, node.handlers);
      pushAll(stack, node.body);
      return;
    case "Assert":
      push(stack, node.msg);
      stack.push(node.test);
      return;
    case "Import":
    case "ImportFrom":
      pushAll(stack, node.names);
  }
}

function push(stack: Stack, node: Node | undefined): void {
  if (node !== undefined) stack.push(node);
}

function pushAll(stack: Stack, nodes: readonly Node[]): void {
  for (let i = nodes.length - 1; i >= 0; i--) stack.push(nodes[i]!);
}

/** Positional and keyword arguments: `f(a, k=1, *rest)` mixes them. */
function pushMerged(stack: Stack, first: readonly Node[], second: readonly Node[]): void {
  let i = first.length - 1;
  let j = second.length - 1;
  while (i >= 0 || j >= 0) {
    if (j < 0 || (i >= 0 && first[i]!.start > second[j]!.start)) stack.push(first[i--]!);
    else stack.push(second[j--]!);
  }
}

function pushPairs(stack: Stack, keys: readonly Expression[], patterns: readonly Pattern[]): void {
  for (let i = patterns.length - 1; i >= 0; i--) {
    stack.push(patterns[i]!);
    push(stack, keys[i]);
  }
}

/** Parameters, each followed by its default. */
function pushArguments(stack: Stack, node: Arguments): void {
  push(stack, node.kwarg);
  for (let i = node.kwonlyargs.length - 1; i >= 0; i--) {
    push(stack, node.kwDefaults[i]);
    stack.push(node.kwonlyargs[i]!);
  }
  push(stack, node.vararg);
  const plain = node.posonlyargs.length;
  let value = node.defaults.length - 1;
  for (let i = plain + node.args.length - 1; i >= 0; i--) {
    if (value >= 0) push(stack, node.defaults[value--]);
    stack.push(i >= plain ? node.args[i - plain]! : node.posonlyargs[i]!);
  }
}
