/**
 * What the arguments of a call are for, by what is known of the callable.
 *
 *     pd.read_csv("x.csv", sep=",")     "x.csv" -> read-path
 *     cur.execute(query, (1,))          query -> sql, (1,) -> sql-parameters
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Role } from "../knowledge/callables.ts";
import type { ArgumentValue, CallEvent, UnitAnalysis } from "../semantic/analysis.ts";
import { keptWith } from "./kept.ts";

export interface ArgumentRole {
  readonly argument: ArgumentValue;
  readonly role: Role;
}

export function argumentRoles({ target, args }: CallEvent): readonly ArgumentRole[] {
  const callable = target === undefined ? undefined : callableOf(target);
  if (!callable) return [];
  const found: ArgumentRole[] = [];
  let isCounted = true;
  for (const argument of args) {
    if (argument.unpacked) {
      if (argument.position >= 0) isCounted = false;
      continue;
    }
    const positional = callable.parameters.filter(({ kind }) => kind === "positional" || kind === "var-positional");
    const parameter = argument.keyword !== undefined ? callable.parameters.find(({ name }) => name === argument.keyword)
      : isCounted ? (positional[argument.position] ?? positional.find(({ kind }) => kind === "var-positional")) : undefined;
    if (parameter?.role) found.push({ argument, role: parameter.role });
  }
  return found;
}

/** Every argument of the unit's calls whose role is known. */
export const rolesIn = keptWith((analysis: UnitAnalysis): readonly (ArgumentRole & { readonly event: CallEvent })[] =>
  analysis.calls.flatMap((event) => argumentRoles(event).map((role) => ({ ...role, event }))));
