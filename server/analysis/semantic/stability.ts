/**
 * What syntax alone proves about names that code elsewhere may change.
 *
 *     class Loader:
 *         def __init__(self): self.folder = "/mnt"     folder: only __init__ assigns it, so every method may read it
 *         def open(self): self.file = open(...)        file: assigned after __init__, never known elsewhere
 *
 *     def reset():
 *         global TOTAL                                 TOTAL is rebound by a function: never known
 *         TOTAL = 0
 *
 * Answers are remembered: an analysis may be continued after an edit only when all answers that it got are still the same.
 */
import type { ClassDef, Node } from "../syntax/nodes.ts";
import type { AttributeStore, GlobalStore, Scope, Store, UnitScopes } from "./scopes.ts";

export interface Stability {
  /** What the answers are drawn from. */
  readonly summaries: readonly Summary[];
  isShared(name: string): boolean;
  /** Whether the class is one of the document's. */
  defines(classNode: Node): boolean;
  isStable(classNode: Node, attribute: string): boolean;
  /** All assignments of an attribute to objects of a class and of those that inherit; `undefined` when there may be others. */
  attributeStores(classNode: Node, attribute: string): readonly Store[] | undefined;
  /** All bindings of a shared name by functions. */
  globalStores(name: string): readonly Store[];
  /** Whether code of the document may be called as an attribute of this name: a method, or what is assigned to an attribute. */
  mayBeMethod(name: string): boolean;
  /** The same of all units, in order. */
  readonly changed: readonly string[];
}

/** What one unit says about such names. */
export interface Summary {
  readonly stores: readonly AttributeStore[];
  readonly shared: ReadonlySet<string>;
  readonly globals: readonly GlobalStore[];
  readonly classes: readonly ClassDef[];
  /** Names that the bodies of classes bind. */
  readonly methods: ReadonlySet<string>;
  /** Names whose content functions change, and attributes whose content is changed: content-changes.ts. */
  readonly changed: ReadonlySet<string>;
}

/** `before` is returned when it says the same. */
export function stabilityOf(summaries: readonly Summary[], before: Stability | undefined): Stability {
  if (before?.summaries.length === summaries.length && before.summaries.every((each, index) => each === summaries[index])) return before;
  const shared = new Set<string>();
  const byAttribute = new Map<string, AttributeStore[]>();
  const classes: ClassDef[] = [];
  const globals = new Map<string, GlobalStore[]>();
  for (const summary of summaries) {
    for (const name of summary.shared) shared.add(name);
    for (const each of summary.globals) globals.set(each.name, [...(globals.get(each.name) ?? []), each]);
    for (const store of summary.stores) {
      const list = byAttribute.get(store.attribute);
      if (list) list.push(store);
      else byAttribute.set(store.attribute, [store]);
    }
    classes.push(...summary.classes);
  }
  const families = familiesOf(classes);
  const changed = [...new Set(summaries.flatMap((each) => [...each.changed]))].sort();
  return {
    summaries,
    isShared: (name) => shared.has(name),
    defines: (classNode) => families.has(classNode),
    isStable(classNode, attribute) {
      if (byAttribute.has("*")) return false;
      const family = families.get(classNode) ?? classNode;
      const initialisers = new Set<Node>();
      for (const { owner, inInit } of byAttribute.get(attribute) ?? []) {
        if (!owner) return false;
        if ((families.get(owner) ?? owner) !== family) continue;
        if (!inInit) return false;
        initialisers.add(owner);
      }
      return initialisers.size <= 1;
    },
    attributeStores(classNode, attribute) {
      if (byAttribute.has("*") || !families.has(classNode)) return undefined;
      const stores = byAttribute.get(attribute) ?? [];
      if (stores.some(({ owner }) => !owner)) return undefined;
      const family = families.get(classNode) ?? classNode;
      return stores.filter(({ owner }) => owner && (families.get(owner) ?? owner) === family);
    },
    globalStores: (name) => globals.get(name) ?? [],
    mayBeMethod: (name) => byAttribute.has(name) || byAttribute.has("*") || summaries.some(({ methods }) => methods.has(name)),
    changed,
  };
}

/** `undefined` for a unit that says nothing, as most. To be asked once per unit: summaries are compared by identity. */
export function summaryOf(scopes: UnitScopes): Summary | undefined {
  const classes: ClassDef[] = [];
  const methods = new Set<string>();
  const visit = (scope: Scope): void => {
    if (scope.node?.kind === "ClassDef") {
      classes.push(scope.node);
      for (const name of scope.bindings.keys()) methods.add(name);
    }
    for (const child of scope.children) visit(child);
  };
  visit(scopes.module);
  const { attributeStores: stores, globalsBoundInFunctions: shared, globalStores: globals } = scopes;
  const { contentChanges: changed } = scopes;
  return stores.length + shared.size + classes.length + changed.size > 0 ? { stores, shared, globals, classes, methods, changed } : undefined;
}

/** Classes that inherit from each other, by name, belong to one family: an object of one may run the methods of another. */
function familiesOf(classes: readonly ClassDef[]): ReadonlyMap<Node, Node> {
  const byName = new Map<string, ClassDef>();
  const parent = new Map<Node, Node>();
  const find = (node: Node): Node => {
    let root = node;
    for (let up = parent.get(root); up && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  for (const each of classes) {
    parent.set(each, each);
    const namesake = byName.get(each.name.name);
    if (namesake) parent.set(each, find(namesake));
    else byName.set(each.name.name, each);
  }
  for (const each of classes) {
    for (const base of each.bases) {
      const name = base.kind === "Name" ? base.id : base.kind === "Attribute" ? base.attr.name : "";
      const found = byName.get(name);
      if (found) parent.set(find(each), find(found));
    }
  }
  const result = new Map<Node, Node>();
  for (const each of classes) result.set(each, find(each));
  return result;
}
