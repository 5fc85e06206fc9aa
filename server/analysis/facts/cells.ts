/**
 * Cells: which names each takes from the rest of the notebook, and which it gives to it.
 *
 *     # %%                              takes nothing; gives pd, df
 *     import pandas as pd
 *     df = pd.read_csv("a.csv")
 *     # %%                              takes df; gives df, mean
 *     df = df.dropna()
 *     mean = df.price.mean()
 *     # %%                              takes mean, scale: scale is bound by a later cell only
 *     print(mean * scale)
 *     # %%
 *     scale = 2
 *
 * Run from top to bottom in a fresh kernel, the third cell fails; run as its author did, it worked.
 */
import { defineFact } from "../engine/fact.ts";
import { isBuiltinName } from "../knowledge/builtin-names.ts";
import { scopesOf } from "../semantic/scopes.ts";
import type { Cell, Unit } from "../syntax/unit.ts";
import { keptWith, keptWithUnit } from "./kept.ts";
import type { NameFlow } from "./name-flow.ts";
import { nameFlowOf } from "./name-flow.ts";

export interface CellNames {
  readonly cell: Cell;
  /** Read while the cell may not have bound them; builtins that nobody rebinds are left out. */
  readonly takes: readonly string[];
  /** Read by functions of the cell when they are called, wherever that is. */
  readonly takesLater: readonly string[];
  /** Bound, on some way at least. */
  readonly gives: readonly string[];
  /** Of the names it takes: those that no cell before it binds, and a later one does. */
  readonly fromBelow: readonly string[];
  /** Of the names it takes: those that no cell binds. */
  readonly fromNowhere: readonly string[];
}

/** Cells with code in document order. */
export const cellNames = defineFact<never, readonly CellNames[]>({
  name: "cellNames",
  needs: {},
  document: ({ cells }) => cellNamesOf(cells),
});

export function cellNamesOf(cells: readonly Cell[]): readonly CellNames[] {
  const code = cells.filter(({ kind, units }) => kind === "code" || units.length > 0);
  const flows = code.map(({ units }) => flowOfCell(units));
  const boundAnywhere = new Set(flows.flatMap(({ mayBind }) => [...mayBind]));
  const boundBefore = new Set<string>();
  return code.map((cell, index) => {
    const flow = flows[index] ?? nothing;
    const isTaken = (name: string): boolean => boundAnywhere.has(name) || !isBuiltinName(name);
    const takes = [...flow.needs].filter(isTaken);
    const missing = boundBefore.has("*") || flow.mayBind.has("*") ? [] : takes.filter((name) => !boundBefore.has(name));
    const bindsLater = (name: string): boolean => boundAnywhere.has(name) && !flow.mayBind.has(name);
    const names: CellNames = {
      cell,
      takes,
      takesLater: [...flow.later].filter((name) => isTaken(name) && !flow.needs.has(name)),
      gives: [...flow.mayBind].filter((name) => name !== "*"),
      fromBelow: missing.filter(bindsLater),
      fromNowhere: boundAnywhere.has("*") ? [] : missing.filter((name) => !boundAnywhere.has(name)),
    };
    for (const name of flow.mayBind) boundBefore.add(name);
    return names;
  });
}

const nothing: CellFlow = { needs: new Set(), later: new Set(), binds: new Set(), mayBind: new Set() };

type CellFlow = Pick<NameFlow, "needs" | "later" | "binds" | "mayBind">;

/** A cell's list of units is replaced when one of them changes. */
const flowOfCell = keptWith((units: readonly Unit[]): CellFlow => {
  const needs = new Set<string>();
  const later = new Set<string>();
  const binds = new Set<string>();
  const mayBind = new Set<string>();
  for (const unit of units) {
    const flow = flowOfUnit(unit);
    for (const name of flow.needs) if (!binds.has(name)) needs.add(name);
    for (const name of flow.later) later.add(name);
    for (const name of flow.mayBind) {
      mayBind.add(name);
      if (!flow.binds.has(name)) binds.delete(name);
    }
    for (const name of flow.binds) binds.add(name);
  }
  return { needs, later: new Set([...later].filter((name) => !binds.has(name))), binds, mayBind };
});

const flowOfUnit = keptWithUnit((unit: Unit): NameFlow => nameFlowOf(unit.body, scopesOf(unit)));
