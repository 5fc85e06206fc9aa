/**
 * Definitions of features that the store's library refuses when their module is imported, with the decorators of each: for the rule, and
 * for repairing their order.
 */
import { defineFact } from "../engine/fact.ts";
import { valuesOf } from "../store/definition-adapter.ts";
import { decorationOf, returnedBy } from "../store/qwak-decorators.ts";
import { mistakesOf } from "../store/qwak-mistakes.ts";
import type { DefinitionMistake } from "../store/qwak-mistakes.ts";
import type { Expression } from "../syntax/nodes.ts";

export interface RefusedDefinition {
  readonly mistakes: readonly DefinitionMistake[];
  /** From the top one down. */
  readonly decorators: readonly Expression[];
}

export const refusedDefinitions = defineFact<never, readonly RefusedDefinition[]>({
  name: "refused-definitions",
  needs: {},
  document: ({ analysis, document }) => valuesOf(analysis).flatMap((value) => {
    const decoration = decorationOf(value);
    // What is imported is told where it is written.
    if (decoration?.definition.place.anchor.cell.document.uri !== document.uri) return [];
    const mistakes = mistakesOf(decoration, returnedBy(decoration.definition, analysis));
    return mistakes.length === 0 ? [] : [{ mistakes, decorators: decoration.definition.node.decoratorList }];
  }),
});
