/**
 * What the arguments of a call are for, by what is known of the callable.
 *
 *     pd.read_csv("x.csv", sep=",")     "x.csv" -> read-path
 *     cur.execute(query, (1,))          query -> sql, (1,) -> sql-parameters
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Role } from "../knowledge/callables.ts";
import type { ArgumentValue, CallEvent } from "../semantic/analysis.ts";

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
