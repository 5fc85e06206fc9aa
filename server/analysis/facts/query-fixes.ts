/**
 * The repair of a query with pasted values: placeholders in the text, the values at the call that sends it.
 *
 *     query = f"SELECT ... WHERE a = '{x}'"          query = "SELECT ... WHERE a = ?"
 *     rows = connection.execute(query)               rows = connection.execute(query, (x,))
 *
 * Names of tables and columns are checked first (see query-names.ts). Refused: a query used twice, values at the call that cannot be
 * seen, a driver that is not known.
 */
import type { Fix, PlaceEdit } from "../engine/finding.ts";
import type { Expression, Name } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Unit } from "../syntax/unit.ts";
import { appendArgument, replace } from "./call-edits.ts";
import { heldText } from "./held-texts.ts";
import type { HeldText } from "./held-texts.ts";
import { fills, isBuilder } from "./pasted-queries.ts";
import type { PastedHole } from "./pasted-queries.ts";
import { deliveryOf } from "./query-deliveries.ts";
import type { Delivery, QuerySurroundings } from "./query-deliveries.ts";
import type { SentQuery } from "./queries.ts";
import { composedNames, nameCheck } from "./query-names.ts";
import { stepsFix } from "./query-steps.ts";
import { mergedSource, namesIn, valuesSource } from "./sql-values.ts";
import { parametrize } from "./sql-parameters.ts";
import type { PassedValue } from "./pasted-parameters.ts";
import type { Parametrized } from "./sql-parameters.ts";
import { classNameOf } from "./values.ts";

/** The best first. */
export function queryFixes({ query, steps, argument }: SentQuery, surroundings: QuerySurroundings): readonly Fix[] {
  const { pasted } = query;
  if (steps) {
    const fix = pasted.every(({ position }) => position === "value" || position === "quoted") ? stepsFix(steps, pasted, surroundings) : undefined;
    return fix ? [fix] : [];
  }
  // With a list under a name of its own, the text is what the call takes.
  const built = pasted.some(({ position }) => position === "list") ? (builtFor(argument) ?? query.built) : query.built;
  if (!built || pasted.some(({ position }) => position === "text")) return [];
  const names = pasted.filter(({ position }) => position === "name");
  const values = pasted.filter(({ position }) => position !== "name");
  const delivery = deliveryOf(built.unit, built.node, surroundings);
  const passed = values.length > 0 ? delivery && passedValues(built, values, delivery, surroundings) : [];
  if (!passed) return [];
  if (names.length === 0) {
    const isSame = !Array.isArray(passed) && passed.isSame;
    return [{ title: "Pass the values as parameters", safety: isSame ? "safe" : "review", edits: editsOf(passed) }];
  }
  const fixes: Fix[] = [];
  const composed = delivery?.driver.library === "postgres" && delivery.argument === built.node ? composedNames(built, { names, values }, delivery, surroundings) : undefined;
  if (composed) {
    fixes.push({ title: "Compose the names with psycopg's sql.Identifier", safety: "review", edits: [...composed, ...editsOf(passed)] });
  }
  const check = nameCheck(built, names, surroundings);
  if (check) {
    const what = values.length > 0 ? `${check.title}, and pass the values as parameters` : check.title;
    fixes.push({ title: what, safety: "review", edits: [...editsOf(passed), ...check.edits] });
  }
  return fixes;
}

/** The expression that builds an argument: itself, or what its name stands for. */
function builtFor({ unit, node }: SentQuery["argument"]): { readonly unit: Unit; readonly node: Expression } | undefined {
  const value = node.kind === "Name" ? heldText(unit, node)?.value : node;
  return value && isBuilder(value) ? { unit, node: value } : undefined;
}

interface Passed {
  readonly edits: readonly PlaceEdit[];
  /** Beyond doubt the same query for every value that is no attack. */
  readonly isSame: boolean;
}

function editsOf(passed: Passed | readonly never[]): readonly PlaceEdit[] {
  return "edits" in passed ? passed.edits : [];
}

function passedValues(
  { unit, node }: { readonly unit: Unit; readonly node: Expression }, values: readonly PastedHole[], delivery: Delivery, surroundings: QuerySurroundings,
): Passed | undefined {
  const { driver, existing } = delivery;
  const taken = existing && driver.container === "dict" ? namesIn(existing) : [];
  if (!taken) return undefined;
  const analysis = surroundings.analysis.analysisOf(unit);
  const held = new Map<Name, HeldText>();
  const isPasted = (hole: Expression): boolean => {
    if (values.some((each) => fills(each, unit, hole))) return true;
    const text = hole.kind === "Name" ? heldText(unit, hole) : undefined;
    if (hole.kind !== "Name" || !text || !values.some((each) => each.position === "list" && fills(each, unit, text.value))) return false;
    held.set(hole, text);
    return true;
  };
  const result = parametrize(unit, node, driver, {
    isConstant: (hole) => !isPasted(hole), taken, hasParameters: existing !== undefined, held: (name) => held.get(name)?.value,
    listSource(list) {
      const source = unit.text.slice(list.start, list.end);
      const name = analysis && classNameOf(analysis.valueOf(list));
      // Databases do not know numpy's numbers.
      return name !== undefined && /^(?:numpy\.ndarray|pandas\.(?:Series|Index))$/u.test(name) ? `${source}.tolist()` : source;
    },
  });
  const atCall = result && valueEdits(result, delivery, surroundings);
  const binding = result && bindingOf(result.values, delivery, surroundings);
  if (!result || !atCall || !binding) return undefined;
  // A text in quotes is compared as that text; what else a value might be, only its author knows.
  const isSame = driver.library !== "asyncpg" && driver.library !== "bigquery"
    && result.values.every(({ kind, node: value }) => kind === "text" && analysis && classNameOf(analysis.valueOf(value)) === "builtins.str");
  return { isSame, edits: [...[...held.values()].map(({ removal }) => removal), ...result.edits, ...delivery.edits(binding.text), ...binding.edits, ...atCall] };
}

/** The values, at the call. */
function valueEdits({ values, others }: Parametrized, { unit, call, driver, existing }: Delivery, { edits }: QuerySurroundings): readonly PlaceEdit[] | undefined {
  if (existing) {
    const merged = mergedSource(unit, existing, driver, values, others);
    return merged === undefined ? undefined : [replace(unit, existing, merged)];
  }
  const access = driver.container === "job" ? edits.importingFrom("google.cloud", "bigquery", place(unit, call)) : { name: "", edits: [] };
  const source = access && valuesSource(driver, values, access.name);
  if (!access || source === undefined) return undefined;
  const edit = appendArgument(unit, call, driver.keyword === undefined ? source : `${driver.keyword}=${source}`);
  return edit && [...access.edits, edit];
}

/** SQLAlchemy is told which parameters are lists: `.bindparams(bindparam("ids", expanding=True))`. */
function bindingOf(
  values: readonly PassedValue[], { unit, call, driver }: Delivery, { edits }: QuerySurroundings,
): { readonly text: string; readonly edits: readonly PlaceEdit[] } | undefined {
  const lists = driver.library === "sqlalchemy" ? values.filter(({ kind }) => kind === "list") : [];
  if (lists.length === 0) return { text: "", edits: [] };
  const access = edits.importingFrom("sqlalchemy", "bindparam", place(unit, call));
  const names = [...new Set(lists.map(({ name }) => name))];
  return access && { text: `.bindparams(${names.map((name) => `${access.name}("${name}", expanding=True)`).join(", ")})`, edits: access.edits };
}
