/**
 * `from library import *`: every name that the library is known to have is bound, and whatever else it may bind is open.
 *
 *     from sklearn.metrics import *
 *     accuracy_score(a, b)        sklearn.metrics.accuracy_score
 *     other(a, b)                 unknown: other releases may bind more
 *     print(a)                    the builtin still: scikit-learn has no such name
 *
 * Where the names are listed whole (knowledge/star-names.ts), no builtin is among what a release may add. Where only what the stubs
 * describe is known, a builtin that libraries have their own of (`max`, `round`) may be the library's.
 */
import { isKnownLibrary, namesIn } from "../knowledge/callables.ts";
import { starNamesOf } from "../knowledge/star-names.ts";
import { anythingBound, bindName } from "./environment.ts";
import type { Flow } from "./flow.ts";
import { join } from "./join.ts";
import type { Frame } from "./machine.ts";
import type { Value } from "./value.ts";

export function starImport(frame: Frame, flow: Flow, module: string, valueOf: (name: string) => Value): void {
  const { interner } = frame.machine;
  const listed = starNamesOf(module);
  const described = listed ?? namesIn(module);
  const wasOpen = flow.global("*");
  anythingBound(frame, flow, frame.machine.moduleNames(), isKnownLibrary(module));
  if (described.length === 0) return;
  if (!wasOpen || wasOpen.type) flow.set("globals", "*", onlyOfLibraries(frame));
  if (!listed) for (const name of oftenRedefined) if (!flow.global(name)) bindName(frame, flow, name, interner.unknown);
  for (const name of described) bindName(frame, flow, name, valueOf(name));
}

/** Binds what a module of the workspace brings. @param names as in workspace-modules.ts */
export function bindAllNames(frame: Frame, flow: Flow, names: readonly string[], valueOf: (name: string) => Value): void {
  const { interner } = frame.machine;
  for (const each of names) {
    const name = each.replace(/[?~]$/u, "");
    const value = each.endsWith("?") ? interner.unknown : valueOf(name);
    const before = each.endsWith("~") ? flow.global(name) : undefined;
    bindName(frame, flow, name, before ? join(interner, before, value) : value);
  }
}

/** What stands for "names that only libraries can have bound", where `unknown` would stand for any name. */
function onlyOfLibraries({ machine }: Frame): Value {
  return machine.interner.symbol("builtins");
}

/** Builtins that numpy, torch, tensorflow, keras' backend or Spark's functions have their own of. */
const oftenRedefined = (
  "abs all any ascii bin bool bytes complex divmod filter float format hash hex input int len map max min next object open pow range reversed round slice sorted str sum zip"
).split(" ");
