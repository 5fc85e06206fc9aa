/**
 * Scopes: which names a unit binds and uses, and to which scope each belongs, by Python's rules.
 *
 *     import pandas as pd                    module scope binds pd, load
 *     def load(path, *, cache={}):           function scope binds path, cache, frame
 *         frame = pd.read_csv(path)          pd is free here: it belongs to the module
 *         return [row for row in frame]      comprehension scope binds row
 *
 * Terms. A *binding* is a place that gives a name a value (assignment, import, def, parameter, for target, ...). A name
 * belongs to the innermost function scope that binds it, unless `global` or `nonlocal` says otherwise; class scopes are not
 * seen from the functions in them. A *free* name is used in a scope or below it and bound in neither.
 *
 * A unit is one part of the module scope, so its module scope holds only the bindings of that unit.
 */
import { contentChanges, isChanging } from "./content-changes.ts";
import type {
  Arguments, AsyncFunctionDef, ClassDef, Comprehension, DictComp, Expression, FunctionDef, GeneratorExp, Lambda, ListComp, Name,
  Pattern, Range, SetComp, Statement, TypeParameter,
} from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";

export type BindingKind =
  | "assignment" | "augmented" | "annotation" | "import" | "function" | "class" | "parameter" | "for" | "with" | "except" | "walrus"
  | "pattern" | "delete" | "type";

export interface Binding extends Range {
  readonly name: string;
  readonly kind: BindingKind;
}

type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

export interface Scope {
  readonly kind: "module" | "function" | "class" | "comprehension";
  /** `undefined` for the module scope. */
  readonly node: FunctionDef | AsyncFunctionDef | Lambda | ClassDef | ComprehensionNode | undefined;
  readonly parent: Scope | undefined;
  readonly children: readonly Scope[];
  /** Bindings by name, in source order. */
  readonly bindings: ReadonlyMap<string, readonly Binding[]>;
  /** Names read (or deleted) here, children excluded. */
  readonly uses: ReadonlyMap<string, readonly Name[]>;
  readonly globals: ReadonlySet<string>;
  readonly nonlocals: ReadonlySet<string>;
  /** Names used here or below that belong to an enclosing scope or the module. */
  readonly free: ReadonlySet<string>;
  /** True for a function that contains `yield`. */
  readonly isGenerator: boolean;
}

export interface UnitScopes {
  readonly module: Scope;
  /** The scope that a function, lambda, class or comprehension opens. */
  scopeOf(node: object): Scope | undefined;
  /** Names that some function of the unit declares `global` and binds. */
  readonly globalsBoundInFunctions: ReadonlySet<string>;
  /** `from x import *`, by the module's name with its leading dots. */
  readonly starImports: readonly string[];
  /** Modules imported anywhere in the unit, by qualified name. */
  readonly imports: readonly string[];
  readonly attributeStores: readonly AttributeStore[];
  /** Bindings by functions of names that they declare `global`. */
  readonly globalStores: readonly GlobalStore[];
  /** What functions change by name, and attributes whose content is changed anywhere: see content-changes.ts. */
  readonly contentChanges: ReadonlySet<string>;
}

/** An assignment, with what is assigned where that is one expression for this very target. */
export interface Store {
  readonly value: { readonly node: Expression; readonly scope: Scope } | undefined;
}

export interface GlobalStore extends Store {
  readonly name: string;
}

/** `self.path = ...`, `model.path = ...`, `setattr(model, "path", ...)`. */
export interface AttributeStore extends Store {
  /** `*` when the name is computed. */
  readonly attribute: string;
  /** The class in whose method the method's own object gets the attribute; `undefined` for any other object. */
  readonly owner: ClassDef | undefined;
  readonly inInit: boolean;
}

interface OpenScope extends Scope {
  children: OpenScope[];
  bindings: Map<string, Binding[]>;
  uses: Map<string, Name[]>;
  globals: Set<string>;
  nonlocals: Set<string>;
  free: Set<string>;
  isGenerator: boolean;
}

/** Nesting below which expressions are not looked at: their names are missing, never wrong. */
const maximumDepth = 400;

/** The scopes of a unit, worked out once. */
export function scopesOf(unit: Unit): UnitScopes {
  let scopes = ofUnits.get(unit);
  if (!scopes) ofUnits.set(unit, (scopes = readScopes(unit)));
  return scopes;
}

/** Lets go of what was worked out: it holds on to the nodes of functions that are folded away. */
export function forgetScopes(unit: Unit): void {
  ofUnits.delete(unit);
}

const ofUnits = new WeakMap<Unit, UnitScopes>();

function readScopes(unit: Unit): UnitScopes {
  const scopes = new Map<object, OpenScope>();
  const starImports: string[] = [];
  const imports: string[] = [];
  const attributeStores: AttributeStore[] = [];
  const globalStores: GlobalStore[] = [];
  const changes = contentChanges();
  let depth = 0;

  function open(kind: Scope["kind"], node: Scope["node"], parent: OpenScope | undefined): OpenScope {
    const scope: OpenScope = {
      kind, node, parent, children: noChildren, bindings: noBindings, uses: noUses, globals: noNames, nonlocals: noNames, free: noNames,
      isGenerator: false,
    };
    if (parent) parent.children = added(parent.children, scope);
    if (node) scopes.set(node, scope);
    return scope;
  }

  function bind(scope: OpenScope, name: string, kind: BindingKind, at: Range, value?: Store["value"]): void {
    if (scope.kind !== "module" && scope.globals.has(name)) globalStores.push({ name, value });
    const list = scope.bindings.get(name);
    const binding: Binding = { name, kind, start: at.start, end: at.end };
    if (list) list.push(binding);
    else if (scope.bindings === noBindings) scope.bindings = new Map([[name, [binding]]]);
    else scope.bindings.set(name, [binding]);
  }

  /** Binds what an assignment target names; reads the objects of attribute and subscript targets. */
  function target(scope: OpenScope, node: Expression, kind: BindingKind, given?: Expression): void {
    const value = given && { node: given, scope };
    switch (node.kind) {
      case "Name":
        bind(scope, node.id, kind, node, value);
        if (kind === "augmented" || kind === "delete") use(scope, node);
        break;
      case "Tuple":
      case "List":
        for (const element of node.elts) target(scope, element, kind);
        break;
      case "Starred":
        target(scope, node.value, kind);
        break;
      case "Attribute":
        attributeStores.push(store(scope, node.value, node.attr.name, value));
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
    if (object.kind === "Call" && object.func.kind === "Name" && object.func.id === "vars") attributeStores.push({ attribute: "*", owner: undefined, inInit: false, value: undefined });
  }

  function store(scope: OpenScope, object: Expression, attribute: string, value: Store["value"]): AttributeStore {
    const method = scope.node;
    const owner = scope.parent?.kind === "class" ? scope.parent.node : undefined;
    if (object.kind === "Name" && owner?.kind === "ClassDef" && (method?.kind === "FunctionDef" || method?.kind === "AsyncFunctionDef")) {
      const first = method.args.posonlyargs[0] ?? method.args.args[0];
      if (first?.arg.name === object.id) return { attribute, owner, inInit: method.name.name === "__init__", value };
    }
    return { attribute, owner: undefined, inInit: false, value: undefined };
  }

  function use(scope: OpenScope, node: Name): void {
    const list = scope.uses.get(node.id);
    if (list) list.push(node);
    else if (scope.uses === noUses) scope.uses = new Map([[node.id, [node]]]);
    else scope.uses.set(node.id, [node]);
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
        for (const each of node.names) scope.globals = withName(scope.globals, each.name);
        break;
      case "Nonlocal":
        for (const each of node.names) scope.nonlocals = withName(scope.nonlocals, each.name);
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
        if (node.ctx === "load") use(scope, node);
        else bind(scope, node.id, "assignment", node);
        break;
      case "NamedExpr": {
        expression(scope, node.value);
        // A walrus binds in the scope around the comprehensions that hold it.
        let owner = scope;
        while (owner.kind === "comprehension" && owner.parent) owner = scopeParent(owner);
        bind(owner, node.target.id, "walrus", node.target);
        break;
      }
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
      case "YieldFrom": {
        let owner = scope;
        while (owner.kind === "comprehension" && owner.parent) owner = scopeParent(owner);
        owner.isGenerator = true;
        maybe(scope, node.value);
        break;
      }
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
        if (node.attr.name === "__dict__") attributeStores.push({ attribute: "*", owner: undefined, inInit: false, value: undefined });
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

/** A class, so that what is kept for a unit does not hold on to everything that made it. */
class KeptScopes implements UnitScopes {
  readonly module: Scope;
  readonly globalsBoundInFunctions: ReadonlySet<string>;
  readonly starImports: readonly string[];
  readonly imports: readonly string[];
  readonly attributeStores: readonly AttributeStore[];
  readonly globalStores: readonly GlobalStore[];
  readonly contentChanges: ReadonlySet<string>;
  readonly #scopes: ReadonlyMap<object, Scope>;

  constructor(
    module: Scope, scopes: ReadonlyMap<object, Scope>, globalsBoundInFunctions: ReadonlySet<string>, starImports: readonly string[],
    imports: readonly string[], attributeStores: readonly AttributeStore[], globalStores: readonly GlobalStore[], changes: ReadonlySet<string>,
  ) {
    this.module = module;
    this.#scopes = scopes.size > 0 ? scopes : noScopes;
    this.globalsBoundInFunctions = globalsBoundInFunctions.size > 0 ? globalsBoundInFunctions : noNames;
    this.starImports = starImports.length > 0 ? starImports : nothing;
    this.imports = imports.length > 0 ? imports : nothing;
    this.attributeStores = attributeStores.length > 0 ? attributeStores : nothing;
    this.globalStores = globalStores.length > 0 ? globalStores : nothing;
    this.contentChanges = changes.size > 0 ? changes : noNames;
  }

  scopeOf(node: object): Scope | undefined {
    return this.#scopes.get(node);
  }
}

// Nearly all collections of nearly all scopes are empty, and an empty set takes more room than a statement's tree. Never changed: who adds
// the first thing makes a collection.
const noNames = new Set<string>();
const noScopes: ReadonlyMap<object, Scope> = new Map();
const nothing: readonly never[] = [];
const noChildren: OpenScope[] = [];
const noBindings = new Map<string, Binding[]>();
const noUses = new Map<string, Name[]>();

function added(children: OpenScope[], child: OpenScope): OpenScope[] {
  if (children === noChildren) return [child];
  children.push(child);
  return children;
}

function withName(names: Set<string>, name: string): Set<string> {
  return names === noNames ? new Set([name]) : names.add(name);
}

function scopeParent(scope: OpenScope): OpenScope {
  return scope.parent as OpenScope;
}

/** Bottom up: what a scope leaves to the scopes around it. */
function settle(scope: OpenScope, globalsBoundInFunctions: Set<string>): void {
  for (const child of scope.children) settle(child, globalsBoundInFunctions);
  if (scope.kind !== "module") {
    for (const name of scope.globals) if (scope.bindings.has(name)) globalsBoundInFunctions.add(name);
  }
  for (const name of scope.nonlocals) scope.free = withName(scope.free, name);
  for (const name of scope.uses.keys()) if (!isLocal(scope, name)) scope.free = withName(scope.free, name);
  for (const child of scope.children) {
    for (const name of child.free) {
      // What a class binds is not seen from the scopes inside it.
      if (scope.kind === "class" || !isLocal(scope, name)) scope.free = withName(scope.free, name);
    }
  }
}

/** Whether a name used in this scope belongs to it. */
export function isLocal(scope: Scope, name: string): boolean {
  return scope.bindings.has(name) && !scope.globals.has(name) && !scope.nonlocals.has(name);
}
