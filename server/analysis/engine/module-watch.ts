/**
 * What a report has seen of the text of other modules, and whether that still holds.
 *
 *     train.py imports features.py            the report of train.py looks for code that both have: none
 *     an edit in features.py                  it looks again: still none, so the report stays
 *     features.py gets a copy of train.py's   it looks again: another answer, so the report is made anew
 */
import type { Document } from "../syntax/document.ts";
import type { Unit } from "../syntax/unit.ts";
import type { ModuleText, ModulesView } from "./fact.ts";

export class ModuleWatch implements ModulesView {
  readonly all: readonly Document[];
  #units: readonly (readonly Unit[])[];
  readonly #seen: { readonly digest: (all: readonly ModuleText[]) => string; readonly answer: string }[] = [];

  constructor(modules: readonly Document[]) {
    this.all = modules;
    this.#units = unitsOf(modules);
  }

  watch(digest: (all: readonly ModuleText[]) => string): void {
    this.#seen.push({ digest, answer: digest(this.all) });
  }

  /** Whether what was watched is the same in the modules as they are now. */
  isSame(modules: readonly Document[]): boolean {
    const units = unitsOf(modules);
    if (units.length === this.#units.length && units.every((each, index) => each === this.#units[index])) return true;
    if (this.#seen.some(({ digest, answer }) => digest(modules) !== answer)) return false;
    this.#units = units;
    return true;
  }
}

function unitsOf(modules: readonly Document[]): readonly (readonly Unit[])[] {
  return modules.map(({ units }) => units);
}
