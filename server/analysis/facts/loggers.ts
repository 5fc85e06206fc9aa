/**
 * The logger of a module, for fixes that log: the one it has, or the lines that make one.
 *
 *     import logging                                     has: logger, or whatever it is called
 *     logger = logging.getLogger(__name__)
 *
 *     from loguru import logger                          has: its methods go by the same names
 *
 *     import pandas as pd                                has none: `import logging` and the line above are put in
 */
import { defineFact } from "../engine/fact.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Place } from "../syntax/unit.ts";
import { edits as editsFact, precedes } from "./edits.ts";
import type { Access } from "./edits.ts";

export interface Loggers {
  /** Name of the module's own logger, when it has one. */
  readonly own: string | undefined;
  /** How code at a place reaches a logger. `undefined` where a name that it needs means something else. */
  access(at: Place): Access | undefined;
}

export const loggers = defineFact<never, Loggers>({
  name: "loggers",
  needs: { edits: editsFact },
  document({ analysis, get }) {
    // Looked for when a fix is asked for: it takes the values of all names.
    let known: { readonly own: OwnLogger | undefined } | undefined;
    const find = (): OwnLogger | undefined => (known ??= { own: ownLogger(analysis) }).own;
    return {
      get own() {
        return find()?.name;
      },
      access(at) {
        const found = find();
        const edits = get(editsFact);
        if (found && precedes(found.bound, at) && edits.bindings(found.name) <= 1) return { name: found.name, edits: [] };
        const [name = "logger"] = edits.freeNames(["logger"]);
        const module = edits.importing("logging", at);
        const line = module && edits.defining(`${name} = ${module.name}.getLogger(__name__)`, at);
        return line && { name, edits: [...module.edits, line] };
      },
    };
  },
});

interface OwnLogger {
  readonly name: string;
  readonly bound: Place;
}

function ownLogger(analysis: DocumentAnalysis): OwnLogger | undefined {
  for (const { unit, binds } of analysis.units) {
    for (const name of binds) {
      const value = analysis.exitValue(name);
      if (value && isLogger(value)) return { name, bound: { anchor: unit.anchor, start: 0, end: 0 } };
    }
  }
  return undefined;
}

function isLogger({ type }: Value): boolean {
  if (type?.kind === "instance") return type.name === "logging.Logger" || type.name === "loguru.Logger";
  return type?.kind === "symbol" && type.name === "loguru.logger";
}
