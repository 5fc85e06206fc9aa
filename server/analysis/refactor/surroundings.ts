/**
 * What lies around a run of statements: who owns its names, what is assigned when it begins, what is read when it has ended.
 *
 *     for day in days:                  behind the run comes print(total), then
 *         total = total + day     <-    the next round, which reads total, then
 *         print(total)                  what follows the loop
 *     save(total)
 *
 * Answers err on the safe side: `surely` holds fewer names, `readAfter` more than can be shown.
 */
import { keptWithUnit } from "../facts/kept.ts";
import type { Binding, Scope } from "../semantic/scopes.ts";
import { isLocal } from "../semantic/scopes.ts";
import type { Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { walk } from "../syntax/walk.ts";
import { capturesIn } from "./captured-names.ts";
import type { Capture } from "./captured-names.ts";
import { namesInTexts, searchesNames } from "./names-in-texts.ts";
import { holderOf, scopeOfHolder, unitScopes } from "./statement-run.ts";
import type { Holder, StatementRun } from "./statement-run.ts";
import { flowOfUnit, isDeletedIn, waysBehind, readOnFailure, stepsOf, surelyBound } from "./ways-behind.ts";

export interface Surroundings {
  readonly run: StatementRun;
  /** The function around the run; `undefined`: the module. */
  readonly holder: Holder;
  readonly scope: Scope;
  /** Units of the document in order; below a function, its unit alone. */
  readonly units: readonly Unit[];
  /** Declared `global` in the holder. */
  readonly declared: ReadonlySet<string>;
  /** Whether the name belongs to the holder or to a function around it. */
  readonly owns: (name: string) => boolean;
  /** Bindings of the name in the holder, outside the run. */
  readonly bindings: (name: string) => readonly PlacedBinding[];
  readonly surelyBefore: ReadonlySet<string>;
  readonly perhapsBefore: (name: string) => boolean;
  /** Whether the value that the name has when the run has ended may be read. */
  readonly readAfter: (name: string) => boolean;
  /** Of a name of the module: it had a value before the run, and the one that it has afterwards stays, to be seen by whoever looks. */
  readonly isUpdate: (name: string) => boolean;
  /** Whether the name's value may be read when the run has failed on the way. */
  readonly readAfterFailure: (name: string) => boolean;
  /** Whether the name may be bound anew when the run has ended: further down, or in the next round of a loop. */
  readonly reboundAfter: (name: string) => boolean;
  /** Functions around that read or assign names of the holder. */
  readonly captures: readonly Capture[];
  readonly lastAssignment: (name: string) => Place | undefined;
  readonly nextRead: (name: string) => Place | undefined;
}

export interface PlacedBinding extends Binding {
  readonly unit: Unit;
}

const capturesOfUnit = keptWithUnit((unit: Unit) => capturesIn(unit, unit.body));

export function surroundingsOf(run: StatementRun): Surroundings {
  const holder = holderOf(run);
  const [first] = run.parts;
  const last = run.parts.at(-1);
  if (!first || !last) throw new RangeError("a run has statements");
  const { unit } = first;
  const scope = scopeOfHolder(unit, holder);
  const own = new Set<Node>(run.parts.flatMap(({ statements }) => statements));
  const all = run.document.units;
  const firstIndex = all.indexOf(unit);
  const lastIndex = all.indexOf(last.unit);
  const steps = stepsOf(run);
  const loop = steps.findLast(({ parent }) => parent?.kind === "For" || parent?.kind === "AsyncFor" || parent?.kind === "While")?.parent;
  const start = first.statements[0]?.start ?? 0;
  const end = last.statements.at(-1)?.end ?? 0;
  const inRun = (at: { readonly start: number }, where: Unit): boolean =>
    run.parts.some((part) => part.unit === where && part.statements.some((each) => each.start <= at.start && at.start < each.end));
  const isBefore = (at: { readonly start: number }, where: Unit): boolean => (where === unit ? at.start < start : all.indexOf(where) < firstIndex);
  const inLoop = (at: { readonly start: number }, where: Unit): boolean => loop !== undefined && where === unit && loop.start <= at.start && at.start < loop.end;

  const bindings = (name: string): readonly PlacedBinding[] => {
    const found = holder
      ? (scope.bindings.get(name) ?? []).map((each) => ({ ...each, unit }))
      : all.flatMap((each) => (unitScopes(each).module.bindings.get(name) ?? []).map((binding) => ({ ...binding, unit: each })));
    return found.filter((each) => !inRun(each, each.unit));
  };
  const bindingsInRun = (name: string): boolean => scope.bindings.get(name)?.some((each) => inRun(each, unit)) === true;
  /** All that the run does with the name is to loop over something, or to open it. */
  const isPassing = (name: string): boolean => {
    const kinds = run.parts.flatMap((part) => (unitScopes(part.unit).module.bindings.get(name) ?? []).filter((each) => inRun(each, part.unit))).map(({ kind }) => kind);
    return name === "_" || kinds.every((kind) => kind === "for" || kind === "with" || kind === "except" || kind === "delete");
  };
  const enclosing = enclosingFunctions(scope);
  const moduleNames = keptOnce(() => new Set(all.flatMap((each) => [...unitScopes(each).module.bindings.keys()])));
  const owns = (name: string): boolean =>
    holder ? !scope.globals.has(name) && [scope, ...enclosing].some((each) => isLocal(each, name)) : moduleNames().has(name);
  const captures = keptOnce(() => (holder ? capturesIn(unit, holder.body, own) : all.flatMap((each) => (run.parts.some((part) => part.unit === each) ? capturesIn(each, each.body, own) : capturesOfUnit(each)))));
  const texts = keptOnce(() => {
    const later = holder ? holder.body.filter((each) => each.end > start) : all.slice(firstIndex).flatMap(({ body }) => body);
    return namesInTexts(later.filter((each) => !own.has(each)), searchesNames(run.document.analysis().imports));
  });
  const after = keptOnce(() => waysBehind(steps, unit, holder ? [] : all.slice(lastIndex + 1)));
  const failing = keptOnce(() => readOnFailure(steps, unit, holder ? [] : all.slice(lastIndex + 1)));
  const watched = keptOnce(() => looksAtNames(holder ? [holder] : all.flatMap(({ body }) => body)));
  return {
    run, holder, scope, owns, bindings,
    units: holder ? [unit] : all,
    declared: holder ? scope.globals : nothing,
    get captures() {
      return captures();
    },
    get surelyBefore() {
      const given = [scope, ...enclosing].flatMap((each) => (each === scope ? parametersOf(each) : [...each.bindings.keys()]));
      return surelyBound(steps, unit, holder ? given : boundBy(all.slice(0, firstIndex)));
    },
    perhapsBefore: (name) =>
      enclosing.some((each) => isLocal(each, name)) || bindings(name).some((each) => isBefore(each, each.unit) || inLoop(each, each.unit)) || (loop !== undefined && bindingsInRun(name)),
    readAfter: (name) =>
      after().read.has(name) || scope.nonlocals.has(name) || name === "__all__" || watched() || captures().some(({ names }) => names.has(name)) ||
      texts().marked.has(name) || texts().possible.has(name) || (!holder && isExported(all, name)),
    isUpdate: (name) => !holder && !after().bound.has(name) && bindings(name).some((each) => isBefore(each, each.unit)) && !isPassing(name),
    readAfterFailure: (name) => failing().has(name),
    reboundAfter: (name) =>
      bindings(name).some((each) => !isBefore(each, each.unit) || inLoop(each, each.unit)) || (loop !== undefined && bindingsInRun(name)) ||
      captures().some(({ assigned }) => assigned.has(name)),
    lastAssignment: (name) => {
      const found = bindings(name).findLast((each) => isBefore(each, each.unit)) ?? bindings(name)[0];
      return found && place(found.unit, found);
    },
    nextRead: (name) => {
      const reads = (where: Unit, nodes: readonly Node[]): readonly Place[] => readsOf(where, nodes, name).filter((at) => !inRun(at, where));
      const here = reads(unit, holder ? holder.body : unit.body);
      const there = holder ? [] : all.slice(lastIndex + (last.unit === unit ? 1 : 0)).flatMap((each) => reads(each, each.body));
      const earlier = holder ? [] : all.slice(0, firstIndex).flatMap((each) => reads(each, each.body));
      return here.find((at) => at.start >= end) ?? there[0] ?? here[0] ?? earlier[0];
    },
  };
}

const nothing: ReadonlySet<string> = new Set();

function keptOnce<Result>(compute: () => Result): () => Result {
  let kept: { readonly result: Result } | undefined;
  return () => (kept ??= { result: compute() }).result;
}

function parametersOf({ bindings }: Scope): readonly string[] {
  return [...bindings].filter(([, [first]]) => first?.kind === "parameter").map(([name]) => name);
}

/** Names of the module that units surely bind. */
function boundBy(units: readonly Unit[]): readonly string[] {
  const bound = new Set<string>();
  for (const unit of units) {
    const flow = flowOfUnit(unit);
    for (const name of flow.mayBind) if (!flow.binds.has(name) && isDeletedIn(unit, name)) bound.delete(name);
    for (const name of flow.binds) bound.add(name);
  }
  return [...bound];
}

/** Function scopes around one; those of classes are not seen from within. */
function enclosingFunctions(scope: Scope): readonly Scope[] {
  const found: Scope[] = [];
  for (let each = scope.parent; each; each = each.parent) if (each.kind === "function") found.push(each);
  return found;
}

function isExported(units: readonly Unit[], name: string): boolean {
  return units.some(({ body }) => body.some((node) => {
    const isAll = node.kind === "Assign" && node.targets.some((target) => target.kind === "Name" && target.id === "__all__");
    return isAll && (node.value.kind === "List" || node.value.kind === "Tuple") && node.value.elts.some((each) => each.kind === "Constant" && each.type === "str" && each.value === name);
  }));
}

/** Reads of a name, those in nested functions too. */
export function readsOf(unit: Unit, nodes: readonly Node[], name: string): readonly Place[] {
  const found: Place[] = [];
  walk(nodes, (node) => {
    if (node.kind === "Name" && node.id === name && node.ctx === "load") found.push(place(unit, node));
    return undefined;
  });
  return found;
}

const namespaceReaders = new Set(["exec", "eval", "globals", "locals"]);

/** The call or magic that reads or binds names which nobody sees. */
export function namespaceReaderIn(nodes: readonly Node[]): Node | undefined {
  let found: Node | undefined;
  walk(nodes, (node) => {
    if (node.kind === "Call") {
      const { func, args } = node;
      if (func.kind === "Name" && (namespaceReaders.has(func.id) || ((func.id === "vars" || func.id === "dir") && args.length === 0))) found ??= node;
      if (func.kind === "Attribute" && /^(?:currentframe|_getframe|stack|run_line_magic|run_cell_magic)$/u.test(func.attr.name)) found ??= node;
    }
    return undefined;
  });
  return found;
}

function looksAtNames(nodes: readonly Node[]): boolean {
  return namespaceReaderIn(nodes) !== undefined;
}
