/**
 * Names that libraries look up in the code that calls them, because a text says so.
 *
 *     df.query("price > @limit")                  limit is read
 *     smf.ols("price ~ scale(size)", data=df)     scale is read, price and size perhaps
 *     duckdb.sql("SELECT * FROM sales")           sales is read
 *
 * Wherever the text is written: it may go through a variable before it is used.
 */
import type { Node } from "../syntax/nodes.ts";
import { walk } from "../syntax/walk.ts";

export interface NamesInTexts {
  /** `@limit`. */
  readonly marked: ReadonlySet<string>;
  /** Words of texts that may be formulas or SQL: whether they are names of the code is not known. */
  readonly possible: ReadonlySet<string>;
}

const words = /[A-Za-z_]\w*/gu;

/** `searchesNames`: the document imports a library that looks for variables named in any text. */
export function namesInTexts(nodes: readonly Node[], searchesNames: boolean): NamesInTexts {
  const marked = new Set<string>();
  const possible = new Set<string>();
  walk(nodes, (node) => {
    if (node.kind !== "Constant" || node.type !== "str") return undefined;
    for (const [, name = ""] of node.value.matchAll(/(?<![\w.])@([A-Za-z_]\w*)/gu)) marked.add(name);
    if (searchesNames || node.value.includes("~")) for (const [name] of node.value.matchAll(words)) possible.add(name);
    return undefined;
  });
  return { marked, possible };
}

export function searchesNames(imports: ReadonlySet<string>): boolean {
  return [...imports].some((name) => /^(?:duckdb|numexpr|pandasql)(?:\.|$)/u.test(name));
}
