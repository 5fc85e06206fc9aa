/**
 * All that names features by their columns in a document: what was retrieved, and the functions of on-demand views (column-names.ts).
 */
import { defineFact } from "../engine/fact.ts";
import type { DocumentAnalysis } from "../semantic/analysis.ts";
import type { Catalogue } from "../store/model.ts";
import type { Range } from "../syntax/nodes.ts";
import type { Unit } from "../syntax/unit.ts";
import type { ColumnName, ColumnsAt, UnknownColumn } from "./column-names.ts";
import { collectReferences } from "./features.ts";
import { asSeenBy } from "./notebook-definitions.ts";
import { retrievedColumns } from "./retrieved-columns.ts";
import type { RetrievedColumns } from "./retrieved-columns.ts";
import { columnsInFunction, namesInFunction, viewFunctions } from "./view-functions.ts";
import type { RequestName } from "./view-functions.ts";

export interface NamedColumns {
  readonly names: readonly ColumnName[];
  readonly requests: readonly RequestName[];
  readonly unknown: readonly UnknownColumn[];
  readonly columnsOf: RetrievedColumns["columnsOf"];
  /** What a string may name that stands where a column is named. */
  readonly columnsAt: (unit: Unit, string: Range) => ColumnsAt | undefined;
}

export const namedColumns = defineFact<never, NamedColumns>({
  name: "named-columns",
  needs: {},
  document: ({ analysis, document, catalogue }) => collectColumns(analysis, document.uri, catalogue),
});

export function collectColumns(analysis: DocumentAnalysis, uri: string, applied: Catalogue | undefined): NamedColumns {
  const catalogue = asSeenBy(analysis, uri, applied);
  if (!catalogue) return none;
  const known = collected.get(analysis);
  if (known?.stores === catalogue.stores) return known.columns;
  const retrieved = retrievedColumns(analysis, collectReferences(analysis, uri, catalogue).retrievals);
  const functions = viewFunctions(analysis, uri, catalogue);
  const inside = functions.map(namesInFunction);
  const columns: NamedColumns = {
    names: [...retrieved.names, ...inside.flatMap(({ names }) => names)].filter(isWritten),
    requests: inside.flatMap(({ requests }) => requests),
    unknown: [...retrieved.unknown, ...inside.flatMap(({ unknown }) => unknown)],
    columnsOf: retrieved.columnsOf,
    columnsAt(unit, string) {
      const inFunction = functions.map((each) => columnsInFunction(each, unit, string)).find((each) => each !== undefined);
      const ofUnit = analysis.analysisOf(unit);
      return inFunction ?? (ofUnit && retrieved.columnsAt(ofUnit, string));
    },
  };
  collected.set(analysis, { stores: catalogue.stores, columns });
  return columns;
}

const none: NamedColumns = { names: [], requests: [], unknown: [], columnsOf: () => undefined, columnsAt: () => undefined };

/** What is taken out of another text (`reference.split(":")[1]`) follows it, and is no name by itself. */
function isWritten({ written: { pieces } }: ColumnName): boolean {
  return pieces.length > 0 && pieces.every(({ content }) => content !== undefined);
}

/** An analysis never changes, and each question of the editor asks. */
const collected = new WeakMap<DocumentAnalysis, { readonly stores: Catalogue["stores"]; readonly columns: NamedColumns }>();
