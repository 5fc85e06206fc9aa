/**
 * What the arguments of a call are for, by what is known of the callable.
 *
 *     pd.read_csv("x.csv", sep=",")     "x.csv" -> read-path
 *     cur.execute(query, (1,))          query -> sql, (1,) -> sql-parameters
 */
import { callableOf } from "../knowledge/callables.ts";
import type { Callable, Parameter, Role } from "../knowledge/callables.ts";
import type { ArgumentValue, CallEvent } from "../semantic/analysis.ts";
import { keptWith } from "./kept.ts";

export interface ArgumentRole {
  readonly argument: ArgumentValue;
  readonly role: Role;
}

export function argumentRoles({ target, args }: CallEvent): readonly ArgumentRole[] {
  const callable = args.length === 0 || target === undefined ? undefined : callableOf(target);
  const parameters = callable && parametersOf(callable);
  if (!parameters) return nothing;
  const found: ArgumentRole[] = [];
  let isCounted = true;
  for (const argument of args) {
    if (argument.unpacked) {
      if (argument.position >= 0) isCounted = false;
      continue;
    }
    const parameter = argument.keyword !== undefined ? parameters.byName.get(argument.keyword)
      : isCounted ? (parameters.positional[argument.position] ?? parameters.rest) : undefined;
    if (parameter?.role) found.push({ argument, role: parameter.role });
  }
  return found;
}

const nothing: readonly never[] = [];

interface Parameters {
  readonly byName: ReadonlyMap<string, Parameter>;
  readonly positional: readonly Parameter[];
  /** `*paths` */
  readonly rest: Parameter | undefined;
}

/** `undefined` where none has a role, which is so for most: many rules ask for every call. */
const parametersOf = keptWith(({ parameters }: Callable): Parameters | undefined => {
  if (!parameters.some(({ role }) => role !== undefined)) return undefined;
  const positional = parameters.filter(({ kind }) => kind === "positional" || kind === "var-positional");
  return { byName: new Map(parameters.toReversed().map((each) => [each.name, each])), positional, rest: positional.find(({ kind }) => kind === "var-positional") };
});
