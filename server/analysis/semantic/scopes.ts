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
import { readScopes } from "./scope-reading.ts";
import type { UnitScopes } from "./scope.ts";
import type { Unit } from "../syntax/unit.ts";

export { allNames, isLocal } from "./scope.ts";
export type { AttributeStore, Binding, GlobalStore, Scope, Store, UnitScopes } from "./scope.ts";

/** The scopes of a unit, worked out once. */
export function scopesOf(unit: Unit): UnitScopes {
  return (unit.scopes ??= readScopes(unit)) as UnitScopes;
}

/** Lets go of what was worked out: it holds on to the nodes of functions that are folded away. */
export function forgetScopes(unit: Unit): void {
  unit.scopes = undefined;
}
