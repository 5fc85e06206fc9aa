/**
 * Class hierarchies: the order in which Python looks for a member, C3 linearization over what is known of the bases.
 *
 *     class A(Base): ...
 *     class B(Base): ...
 *     class C(A, B): ...          C, A, B, Base
 *     class D(A, unheard_of)      D, A, Base ... then anything: the list is not whole
 *
 * Classes of libraries stand in the order as they are; their own bases are not looked at here.
 */
import type { Value } from "./value.ts";

const maximumDepth = 8;

interface Linearization {
  /** The class itself first. */
  readonly classes: readonly Value[];
  /** False when there is a base that is not known: what comes after is not known either. */
  readonly isWhole: boolean;
}

export function linearized(classValue: Value, depth = 0): Linearization {
  const { type } = classValue;
  if (type?.kind === "symbol") return { classes: [classValue], isWhole: true };
  if (type?.kind !== "class" || depth > maximumDepth) return { classes: [], isWhole: false };
  const { bases } = type;
  const [only] = bases;
  if (!only) return { classes: [classValue], isWhole: true };
  if (bases.length === 1) {
    const above = linearized(only, depth + 1);
    return { classes: [classValue, ...above.classes], isWhole: above.isWhole };
  }
  const unknownAt = bases.findIndex((each) => each.type?.kind !== "class" && each.type?.kind !== "symbol");
  const known = unknownAt < 0 ? bases : bases.slice(0, unknownAt);
  const lists = known.map((each) => linearized(each, depth + 1));
  const merged = mergedOrder([...lists.map((each) => each.classes), known]);
  return { classes: [classValue, ...merged.order], isWhole: unknownAt < 0 && merged.isWhole && lists.every((each) => each.isWhole) };
}

/** C3: the first head that is in no other list's tail comes next. Not whole where there is none, which Python refuses. */
function mergedOrder(lists: readonly (readonly Value[])[]): { readonly order: readonly Value[]; readonly isWhole: boolean } {
  const order: Value[] = [];
  let left = lists.filter((each) => each.length > 0);
  while (left.length > 0) {
    const next = left.map(([head]) => head).find((head) => head && left.every((each) => !each.slice(1).includes(head)));
    if (!next) return { order, isWhole: false };
    order.push(next);
    left = left.map((each) => (each[0] === next ? each.slice(1) : each)).filter((each) => each.length > 0);
  }
  return { order, isWhole: true };
}

/** All bases; `undefined` when some are not known. */
export function baseClasses(classValue: Value): readonly Value[] | undefined {
  const { classes, isWhole } = linearized(classValue);
  return isWhole ? classes.slice(1) : undefined;
}

/** A member of the class or of a base of this workspace. What an unknown base defines is not known: what comes after it is not looked at. */
export function findMember(classValue: Value, name: string): { readonly value: Value; readonly owner: Value } | undefined {
  return memberIn(linearized(classValue).classes, name);
}

export function memberIn(classes: readonly Value[], name: string): { readonly value: Value; readonly owner: Value } | undefined {
  for (const owner of classes) {
    const own = owner.type?.kind === "class" ? owner.type.members.find((each) => each.name === name) : undefined;
    if (own) return { value: own.value, owner };
  }
  return undefined;
}

/** Library classes that a class of the workspace inherits from, in order; without `object`. */
export function libraryBases(classValue: Value): readonly string[] {
  return linearized(classValue).classes.flatMap(({ type }) => (type?.kind === "symbol" && type.name !== "builtins.object" ? [type.name] : []));
}

/** The classes that `super()` goes through in a method of `owner`, for an object of `classValue`. `undefined` when that is not known. */
export function classesAfter(classValue: Value, owner: Value): readonly Value[] | undefined {
  const { classes } = linearized(classValue);
  const index = classes.indexOf(owner);
  return index < 0 ? undefined : classes.slice(index + 1);
}
