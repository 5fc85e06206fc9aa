/**
 * Scopes while a unit is read, and what is kept of them when it has been. See scopes.ts.
 *
 * Nearly all collections of nearly all scopes are empty, and an empty set takes more room than a statement's tree. So a scope starts with
 * collections that all share and nobody changes: who adds the first thing makes a collection.
 */
import { isLocal } from "./scope.ts";
import type { AttributeStore, Binding, GlobalStore, Scope, UnitScopes } from "./scope.ts";
import type { Name } from "../syntax/nodes.ts";

export interface OpenScope extends Scope {
  readonly parent: OpenScope | undefined;
  children: OpenScope[];
  bindings: Map<string, Binding[]>;
  uses: Map<string, Name[]>;
  globals: Set<string>;
  nonlocals: Set<string>;
  free: Set<string>;
  isGenerator: boolean;
}

const noNames = new Set<string>();
const noScopes: ReadonlyMap<object, Scope> = new Map();
const nothing: readonly never[] = [];
const noChildren: OpenScope[] = [];
const noBindings = new Map<string, Binding[]>();
const noUses = new Map<string, Name[]>();

export function openScope(kind: Scope["kind"], node: Scope["node"], parent: OpenScope | undefined): OpenScope {
  const scope: OpenScope = {
    kind, node, parent, children: noChildren, bindings: noBindings, uses: noUses, globals: noNames, nonlocals: noNames, free: noNames,
    isGenerator: false,
  };
  if (parent) parent.children = added(parent.children, scope);
  return scope;
}

export function addBinding(scope: OpenScope, binding: Binding): void {
  const list = scope.bindings.get(binding.name);
  if (list) list.push(binding);
  else if (scope.bindings === noBindings) scope.bindings = new Map([[binding.name, [binding]]]);
  else scope.bindings.set(binding.name, [binding]);
}

export function addUse(scope: OpenScope, node: Name): void {
  const list = scope.uses.get(node.id);
  if (list) list.push(node);
  else if (scope.uses === noUses) scope.uses = new Map([[node.id, [node]]]);
  else scope.uses.set(node.id, [node]);
}

export function declareGlobal(scope: OpenScope, name: string): void {
  scope.globals = withName(scope.globals, name);
}

export function declareNonlocal(scope: OpenScope, name: string): void {
  scope.nonlocals = withName(scope.nonlocals, name);
}

/** The scope that a walrus in this one binds in, and whose function a `yield` in it makes a generator. */
export function aroundComprehensions(scope: OpenScope): OpenScope {
  let around = scope;
  while (around.kind === "comprehension" && around.parent) around = around.parent;
  return around;
}

/** Bottom up: what a scope leaves to the scopes around it. */
export function settle(scope: OpenScope, globalsBoundInFunctions: Set<string>): void {
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

function added(children: OpenScope[], child: OpenScope): OpenScope[] {
  if (children === noChildren) return [child];
  children.push(child);
  return children;
}

function withName(names: Set<string>, name: string): Set<string> {
  return names === noNames ? new Set([name]) : names.add(name);
}

/** A class, so that what is kept for a unit does not hold on to everything that made it. */
export class KeptScopes implements UnitScopes {
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
