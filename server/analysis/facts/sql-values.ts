/**
 * The values of a query's placeholders as Python writes them at the call: a container of their own, or added to the one that is there.
 *
 *     execute("... a = ?")                 ->  execute("... a = ?", (x,))
 *     execute("... a = ? AND b = ?", (y,)) ->  execute("... a = ? AND b = ?", (x, y))        x stands first
 *     query("... a = @x")                  ->  query("... a = @x", job_config=bigquery.QueryJobConfig(query_parameters=[...]))
 */
import type { Driver } from "../knowledge/sql-drivers.ts";
import type { Expression } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import type { PassedValue } from "./pasted-parameters.ts";

/** Source of the container. `module` is how the document calls `google.cloud.bigquery`. */
export function valuesSource(driver: Driver, values: readonly PassedValue[], module = "bigquery"): string | undefined {
  const sources = values.map(({ kind, source }) => (kind === "list" ? `*${source}` : source));
  const [only] = values;
  switch (driver.container) {
    case "tuple":
      if (only?.kind === "list" && values.length === 1) return `tuple(${only.source})`;
      return sources.length === 1 ? `(${sources[0] ?? ""},)` : `(${sources.join(", ")})`;
    case "list":
      return only?.kind === "list" && values.length === 1 ? `list(${only.source})` : `[${sources.join(", ")}]`;
    case "arguments":
      return sources.join(", ");
    case "dict":
      return `{${entriesOf(values).map(([name, source]) => `"${name}": ${source}`).join(", ")}}`;
    case "job": {
      // A bare value may be of any type, and BigQuery wants to be told which.
      if (values.some(({ kind }) => kind === "bare" || kind === "list")) return undefined;
      const parameters = entriesOf(values).map(([name, source]) => `${module}.ScalarQueryParameter("${name}", "STRING", ${source})`);
      return `${module}.QueryJobConfig(query_parameters=[${parameters.join(", ")}])`;
    }
  }
}

/** Each name once. */
function entriesOf(values: readonly PassedValue[]): readonly (readonly [string, string])[] {
  return [...new Map(values.map(({ name, kind, source }) => [name, kind === "list" ? `list(${source})` : source]))];
}

/** Names that a dict of parameters has already; `undefined` where that cannot be seen. */
export function namesIn(existing: Expression): readonly string[] | undefined {
  if (existing.kind !== "Dict") return undefined;
  const names = existing.keys.map((key) => (key?.kind === "Constant" && key.type === "str" ? key.value : undefined));
  return names.every((name) => name !== undefined) ? names : undefined;
}

/** The container with the new values in their places; `undefined` where it cannot be seen what is in it. */
export function mergedSource(unit: Unit, existing: Expression, driver: Driver, values: readonly PassedValue[], total: number): string | undefined {
  if (/[\n#]/u.test(unit.text.slice(existing.start, existing.end))) return undefined;
  const sourceOf = (node: Expression): string => unit.text.slice(node.start, node.end);
  if (driver.container === "dict" && existing.kind === "Dict") {
    const inside = unit.text.slice(existing.start + 1, existing.end - 1).trim().replace(/,$/u, "");
    const added = entriesOf(values).map(([name, source]) => `"${name}": ${source}`).join(", ");
    return `{${inside === "" ? "" : `${inside}, `}${added}}`;
  }
  if ((driver.container !== "tuple" && driver.container !== "list") || (existing.kind !== "Tuple" && existing.kind !== "List")) return undefined;
  if (existing.elts.length !== total || existing.elts.some(({ kind }) => kind === "Starred")) return undefined;
  const elements: string[] = [];
  for (let index = 0; index <= existing.elts.length; index++) {
    elements.push(...values.filter(({ before }) => before === index).map(({ kind, source }) => (kind === "list" ? `*${source}` : source)));
    const element = existing.elts[index];
    if (element) elements.push(sourceOf(element));
  }
  return existing.kind === "List" ? `[${elements.join(", ")}]` : elements.length === 1 ? `(${elements[0] ?? ""},)` : `(${elements.join(", ")})`;
}
