/**
 * Reading statements for what they bind and what they use. See scopes.ts.
 *
 *     total += price * tax["rate"]       binds total, as "augmented", and uses it; uses price and tax
 *     self.rate, n = pair                uses pair and self; binds n; an attribute store: rate of the method's own object
 *     rows.append(n)                     uses rows and n; the content of rows is changed
 */
import { contentChanges, isChanging } from "./content-changes.ts";
import { addBinding, addUse, aroundComprehensions, declareGlobal, declareNonlocal, KeptScopes, openScope, settle } from "./open-scope.ts";
import type { OpenScope } from "./open-scope.ts";
import type { AttributeStore, BindingKind, ComprehensionNode, GlobalStore, Scope, Store, UnitScopes } from "./scope.ts";
import type { Arguments, Comprehension, Expression, Pattern, Range, Statement, TypeParameter } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

/** Nesting below which expressions are not looked at: their names are missing, never wrong. */
const maximumDepth = 400;

const anyAttribute: AttributeStore = { attribute: "*", owner: undefined, inInit: false, value: undefined };

/** Reads a unit once, from its first statement to its last. */
export function readScopes(unit: Unit): UnitScopes {
  const scopes = new Map<object, OpenScope>();
  const starImports: string[] = [];
  const imports: string[] = [];
  const attributeStores: AttributeStore[] = [];
  const globalStores: GlobalStore[] = [];
  const changes = contentChanges();
  let depth = 0;

  function open(kind: Scope["kind"], node: Scope["node"], parent: OpenScope | undefined): OpenScope {
    const scope = openScope(kind, node, parent);
    if (node) scopes.set(node, scope);
    return scope;
  }

  function bind(scope: OpenScope, name: string, kind: BindingKind, at: Range, value?: Store["value"]): void {
    if (scope.kind !== "module" && scope.globals.has(name)) globalStores.push({ name, value });
    addBinding(scope, { name, kind, start: at.start, end: at.end });
  }

  /** Binds what an assignment target names; reads the objects of attribute and subscript targets. */
  function target(scope: OpenScope, node: Expression, kind: BindingKind, given?: Expression): void {
    const value = given && { node: given, scope };
    switch (node.kind) {
      case "Name":
        bind(scope, node.id, kind, node, value);
        if (kind === "augmented" || kind === "delete") addUse(scope, node);
        break;
      case "Tuple":
      case "List":
        for (const element of node.elts) target(scope, element, kind);
        break;
      case "Starred":
        target(scope, node.value, kind);
        break;
      case "Attribute":
        attributeStores.push(attributeStore(scope, node.value, node.attr.name, value));
        if (node.value.kind === "Name") changes.add(scope, node.value);
        expression(scope, node.value);
        break;
      case "Subscript":
        change(scope, node.value);
        expression(scope, node);
        break;
      default:
        expression(scope, node);
    }
  }

  function change(scope: OpenScope, object: Expression): void {
    changes.add(scope, object);
    // `vars(options).update(...)` assigns attributes.
    if (object.kind === "Call" && object.func.kind === "Name" && object.func.id === "vars") attributeStores.push(anyAttribute);
  }

  function block(scope: OpenScope, statements: readonly Statement[]): void {
    for (const each of statements) statement(scope, each);
  }

  function maybe(scope: OpenScope, node: Expression | undefined): void {
    if (node) expression(scope, node);
  }

  function statement(scope: OpenScope, node: Statement): void {
    if (depth > maximumDepth) return;
    depth++;
    switch (node.kind) {
      case "FunctionDef":
      case "AsyncFunctionDef": {
        bind(scope, node.name.name, "function", node.name);
        for (const each of node.decoratorList) expression(scope, each);
        const inner = open("function", node, typeParameters(scope, node.typeParams));
        signature(scope, inner, node.args);
        maybe(scope, node.returns);
        block(inner, node.body);
        break;
      }
      case "ClassDef": {
        bind(scope, node.name.name, "class", node.name);
        for (const each of node.decoratorList) expression(scope, each);
        for (const each of node.bases) expression(scope, each);
        for (const each of node.keywords) expression(scope, each.value);
        block(open("class", node, typeParameters(scope, node.typeParams)), node.body);
        break;
      }
      case "Return":
        maybe(scope, node.value);
        break;
      case "Delete":
        for (const each of node.targets) target(scope, each, "delete");
        break;
      case "Assign":
        expression(scope, node.value);
        for (const each of node.targets) target(scope, each, "assignment", node.value);
        break;
      case "TypeAlias":
        bind(scope, node.name.id, "type", node.name);
        expression(typeParameters(scope, node.typeParams), node.value);
        break;
      case "AugAssign":
        expression(scope, node.value);
        target(scope, node.target, "augmented");
        break;
      case "AnnAssign":
        expression(scope, node.annotation);
        maybe(scope, node.value);
        target(scope, node.target, node.value ? "assignment" : "annotation", node.value);
        break;
      case "For":
      case "AsyncFor":
        expression(scope, node.iter);
        target(scope, node.target, "for");
        block(scope, node.body);
        block(scope, node.orelse);
        break;
      case "While":
        expression(scope, node.test);
        block(scope, node.body);
        block(scope, node.orelse);
        break;
      case "If":
        conditional(scope, node);
        break;
      case "With":
      case "AsyncWith":
        for (const item of node.items) {
          expression(scope, item.contextExpr);
          if (item.optionalVars) target(scope, item.optionalVars, "with");
        }
        block(scope, node.body);
        break;
      case "Match":
        expression(scope, node.subject);
        for (const each of node.cases) {
          pattern(scope, each.pattern);
          maybe(scope, each.guard);
          block(scope, each.body);
        }
        break;
      case "Raise":
        maybe(scope, node.exc);
        maybe(scope, node.cause);
        break;
      case "Try":
      case "TryStar":
        block(scope, node.body);
        for (const handler of node.handlers) {
          maybe(scope, handler.type);
          if (handler.name) bind(scope, handler.name.name, "except", handler.name);
          block(scope, handler.body);
        }
        block(scope, node.orelse);
        block(scope, node.finalbody);
        break;
      case "Assert":
        expression(scope, node.test);
        maybe(scope, node.msg);
        break;
      case "Import":
        for (const alias of node.names) {
          const name = alias.asname?.name ?? alias.name.name.split(".", 1)[0] ?? "";
          bind(scope, name, "import", alias.asname ?? alias.name);
          imports.push(alias.name.name);
        }
        break;
      case "ImportFrom":
        imports.push(".".repeat(node.level) + (node.module?.name ?? ""));
        for (const alias of node.names) {
          if (alias.name.name === "*") starImports.push(".".repeat(node.level) + (node.module?.name ?? ""));
          else bind(scope, alias.asname?.name ?? alias.name.name, "import", alias.asname ?? alias.name);
        }
        break;
      case "Global":
        for (const each of node.names) declareGlobal(scope, each.name);
        break;
      case "Nonlocal":
        for (const each of node.names) declareNonlocal(scope, each.name);
        break;
      case "Expr":
        expression(scope, node.value);
        break;
      case "Pass":
      case "Break":
      case "Continue":
        break;
    }
    depth--;
  }

  /** An `elif` chain is walked in a loop: it may be thousands of links long. */
  function conditional(scope: OpenScope, node: Statement & { kind: "If" }): void {
    for (let link = node; ; ) {
      expression(scope, link.test);
      block(scope, link.body);
      const [only] = link.orelse;
      if (link.orelse.length !== 1 || only?.kind !== "If") {
        block(scope, link.orelse);
        return;
      }
      link = only;
    }
  }

  /** Type parameters live in a scope of their own, between the definition and what surrounds it. */
  function typeParameters(scope: OpenScope, parameters: readonly TypeParameter[]): OpenScope {
    if (parameters.length === 0) return scope;
    const inner = open("function", undefined, scope);
    for (const parameter of parameters) {
      bind(inner, parameter.name.name, "type", parameter.name);
      if (parameter.kind === "TypeVar") maybe(inner, parameter.bound);
      maybe(inner, parameter.defaultValue);
    }
    return inner;
  }

  function signature(outer: OpenScope, inner: OpenScope, args: Arguments): void {
    for (const each of [...args.defaults, ...args.kwDefaults]) maybe(outer, each);
    for (const each of [...args.posonlyargs, ...args.args, args.vararg, ...args.kwonlyargs, args.kwarg]) {
      if (!each) continue;
      maybe(outer, each.annotation);
      bind(inner, each.arg.name, "parameter", each.arg);
    }
  }

  function pattern(scope: OpenScope, node: Pattern): void {
    switch (node.kind) {
      case "MatchValue":
        expression(scope, node.value);
        break;
      case "MatchSingleton":
        break;
      case "MatchSequence":
      case "MatchOr":
        for (const each of node.patterns) pattern(scope, each);
        break;
      case "MatchMapping":
        for (const each of node.keys) expression(scope, each);
        for (const each of node.patterns) pattern(scope, each);
        if (node.rest) bind(scope, node.rest.name, "pattern", node.rest);
        break;
      case "MatchClass":
        expression(scope, node.cls);
        for (const each of [...node.patterns, ...node.kwdPatterns]) pattern(scope, each);
        break;
      case "MatchStar":
        if (node.name) bind(scope, node.name.name, "pattern", node.name);
        break;
      case "MatchAs":
        if (node.pattern) pattern(scope, node.pattern);
        if (node.name) bind(scope, node.name.name, "pattern", node.name);
        break;
    }
  }

  function comprehension(scope: OpenScope, node: ComprehensionNode, generators: readonly Comprehension[], results: readonly Expression[]): void {
    const inner = open("comprehension", node, scope);
    generators.forEach((generator, index) => {
      // The first iterable is evaluated outside.
      expression(index === 0 ? scope : inner, generator.iter);
      target(inner, generator.target, "for");
      for (const each of generator.ifs) expression(inner, each);
    });
    for (const each of results) expression(inner, each);
  }

  function expression(scope: OpenScope, node: Expression): void {
    if (depth > maximumDepth) return;
    depth++;
    switch (node.kind) {
      case "Name":
        if (node.ctx === "load") addUse(scope, node);
        else bind(scope, node.id, "assignment", node);
        break;
      case "NamedExpr":
        expression(scope, node.value);
        bind(aroundComprehensions(scope), node.target.id, "walrus", node.target);
        break;
      case "Lambda": {
        const inner = open("function", node, scope);
        signature(scope, inner, node.args);
        expression(inner, node.body);
        break;
      }
      case "ListComp":
      case "SetComp":
      case "GeneratorExp":
        comprehension(scope, node, node.generators, [node.elt]);
        break;
      case "DictComp":
        comprehension(scope, node, node.generators, [node.key, node.value]);
        break;
      case "BoolOp":
        for (const each of node.values) expression(scope, each);
        break;
      case "BinOp":
        binary(scope, node);
        break;
      case "UnaryOp":
        expression(scope, node.operand);
        break;
      case "IfExp":
        expression(scope, node.test);
        expression(scope, node.body);
        expression(scope, node.orelse);
        break;
      case "Dict":
        for (const [index, value] of node.values.entries()) {
          maybe(scope, node.keys[index]);
          expression(scope, value);
        }
        break;
      case "Set":
      case "List":
      case "Tuple":
        for (const each of node.elts) expression(scope, each);
        break;
      case "Yield":
      case "YieldFrom":
        aroundComprehensions(scope).isGenerator = true;
        maybe(scope, node.value);
        break;
      case "Await":
      case "Starred":
        expression(scope, node.value);
        break;
      case "Compare":
        expression(scope, node.left);
        for (const each of node.comparators) expression(scope, each);
        break;
      case "Call":
        if (node.func.kind === "Name" && node.func.id === "setattr") {
          const name = node.args[1];
          const attribute = name?.kind === "Constant" && name.type === "str" ? name.value : "*";
          attributeStores.push({ attribute, owner: undefined, inInit: false, value: undefined });
        }
        if (node.func.kind === "Attribute" && isChanging(node.func.attr.name, node)) change(scope, node.func.value);
        expression(scope, node.func);
        for (const each of node.args) expression(scope, each);
        for (const each of node.keywords) expression(scope, each.value);
        break;
      case "FormattedValue":
      case "Interpolation":
        expression(scope, node.value);
        maybe(scope, node.formatSpec);
        break;
      case "JoinedStr":
      case "TemplateStr":
        for (const each of node.values) expression(scope, each);
        break;
      case "Attribute":
        if (node.attr.name === "__dict__") attributeStores.push(anyAttribute);
        expression(scope, node.value);
        break;
      case "Subscript":
        expression(scope, node.value);
        expression(scope, node.slice);
        break;
      case "Slice":
        maybe(scope, node.lower);
        maybe(scope, node.upper);
        maybe(scope, node.step);
        break;
      case "Magic":
        block(scope, node.python);
        break;
      case "Constant":
      case "Missing":
        break;
    }
    depth--;
  }

  /** `a + b + c + ...` nests to the left and may be thousands of operands long. */
  function binary(scope: OpenScope, node: Expression & { kind: "BinOp" }): void {
    const operands: Expression[] = [];
    let left: Expression = node;
    while (left.kind === "BinOp") {
      operands.push(left.right);
      left = left.left;
    }
    expression(scope, left);
    for (const each of operands.reverse()) expression(scope, each);
  }

  const module = open("module", undefined, undefined);
  block(module, unit.body);
  const globalsBoundInFunctions = new Set<string>();
  settle(module, globalsBoundInFunctions);
  return new KeptScopes(module, scopes, globalsBoundInFunctions, starImports, imports, attributeStores, globalStores, changes.names());
}

/** Whose attribute an assignment sets. */
function attributeStore(scope: OpenScope, object: Expression, attribute: string, value: Store["value"]): AttributeStore {
  const method = scope.node;
  const owner = scope.parent?.kind === "class" ? scope.parent.node : undefined;
  if (object.kind === "Name" && owner?.kind === "ClassDef" && (method?.kind === "FunctionDef" || method?.kind === "AsyncFunctionDef")) {
    const first = method.args.posonlyargs[0] ?? method.args.args[0];
    if (first?.arg.name === object.id) return { attribute, owner, inInit: method.name.name === "__init__", value };
  }
  return { attribute, owner: undefined, inInit: false, value: undefined };
}
