/**
 * What code changes in place where it names it, read off the syntax, for those who cannot know which functions have been called.
 *
 *     NAMES = ["a"]
 *     def add(name):
 *         NAMES.append(name)          NAMES: changed by a function, at any time
 *     store = Store()
 *     store.rows.append(1)            .rows: an attribute whose content is changed
 */
import type { Call, Expression } from "../syntax/nodes.ts";
import type { Scope } from "./scope.ts";

/** Methods that change what they are called on. */
const changing: ReadonlySet<string> = new Set([
  "append", "extend", "insert", "pop", "remove", "clear", "update", "setdefault", "sort", "reverse", "add", "discard", "popitem", "appendleft", "popleft", "fit", "partial_fit", "fit_transform",
  "fit_predict",
]);

/** Whether a call of a method of this name changes its object. */
export function isChanging(name: string, { keywords }: Call): boolean {
  return changing.has(name) || keywords.some(({ arg }) => arg?.name === "inplace");
}

export interface ContentChanges {
  /** What this expression names is changed. */
  add(scope: Scope, object: Expression): void;
  /** Once all scopes are known: names of the module that functions change, and attributes with a leading dot. */
  names(): ReadonlySet<string>;
}

export function contentChanges(): ContentChanges {
  const result = new Set<string>();
  const named: { readonly scope: Scope; readonly name: string }[] = [];
  return {
    add(scope, object) {
      if (object.kind === "Name" && scope.kind !== "module") named.push({ scope, name: object.id });
      else if (object.kind === "Attribute") result.add(`.${object.attr.name}`);
    },
    names() {
      for (const { scope, name } of named) if (isOfModule(scope, name)) result.add(name);
      return result;
    },
  };
}

/** Whether a name that a function uses is the module's. */
function isOfModule(scope: Scope, name: string): boolean {
  let isInFunction = false;
  for (let at: Scope | undefined = scope; at && at.kind !== "module"; at = at.parent) {
    if (at.kind === "function") isInFunction = true;
    if (at.globals.has(name)) return true;
    if (at.bindings.has(name) && !at.nonlocals.has(name) && (at.kind !== "class" || at === scope)) return false;
  }
  return isInFunction;
}
