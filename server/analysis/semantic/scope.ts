/**
 * What a scope is, and what is known of all scopes of a unit: the terms of scopes.ts.
 */
import type {
  AsyncFunctionDef, ClassDef, DictComp, Expression, FunctionDef, GeneratorExp, Lambda, ListComp, Name, Range, SetComp,
} from "../syntax/nodes.ts";

export type BindingKind =
  | "assignment" | "augmented" | "annotation" | "import" | "function" | "class" | "parameter" | "for" | "with" | "except" | "walrus"
  | "pattern" | "delete" | "type";

export interface Binding extends Range {
  readonly name: string;
  readonly kind: BindingKind;
}

export type ComprehensionNode = ListComp | SetComp | DictComp | GeneratorExp;

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

/** Whether a name used in this scope belongs to it. */
export function isLocal(scope: Scope, name: string): boolean {
  return scope.bindings.has(name) && !scope.globals.has(name) && !scope.nonlocals.has(name);
}

/** Every name that is bound or used in a scope or below it; some of them several times. */
export function allNames(scope: Scope): readonly string[] {
  return [...scope.bindings.keys(), ...scope.uses.keys(), ...scope.children.flatMap(allNames)];
}
