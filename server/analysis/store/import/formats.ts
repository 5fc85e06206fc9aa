/**
 * From a store's JSON to a catalogue: the formats that are known, each with how it is recognised.
 *
 * What is not recognised is refused, with what was looked for. A format that is named by the user must fit all the same.
 */
import { SourceText } from "../../text/source-text.ts";
import { isCatalogueFile, readCatalogueFile } from "../catalogue-file.ts";
import { readLocated } from "../located-value.ts";
import type { CatalogueDocument, Imported } from "./document.ts";
import { importFeastFeatures, importFeastList, importFeastRegistry, isFeastFeatures, isFeastList, isFeastRegistry } from "./feast.ts";
import { importFeatureform, isFeatureform } from "./featureform.ts";
import { importDatabricks, importHopsworks, importSageMaker, isDatabricks, isHopsworks, isSageMaker } from "./tables.ts";

export interface ImportFormat {
  readonly name: string;
  /** What it is, for people. */
  readonly title: string;
  readonly recognises: (json: unknown) => boolean;
  readonly convert: (json: unknown) => Imported;
}

export const importFormats: readonly ImportFormat[] = [
  { name: "feast", title: "lists of Feast's REST registry server, or feast registry-dump", recognises: isFeastRegistry, convert: importFeastRegistry },
  { name: "feast-features", title: "/api/v1/features of Feast's REST registry server", recognises: isFeastFeatures, convert: importFeastFeatures },
  { name: "feast-list", title: "feast features list --output json", recognises: isFeastList, convert: importFeastList },
  { name: "hopsworks", title: "feature groups of Hopsworks", recognises: isHopsworks, convert: importHopsworks },
  { name: "databricks", title: "databricks tables get, or list", recognises: isDatabricks, convert: importDatabricks },
  { name: "sagemaker", title: "aws sagemaker describe-feature-group", recognises: isSageMaker, convert: importSageMaker },
  { name: "featureform", title: "features and training sets of Featureform's dashboard", recognises: isFeatureform, convert: importFeatureform },
  { name: "catalogue", title: "JSON with the keys of features.yaml", recognises: isCatalogue, convert: importPlain },
];

export function importCatalogue(json: unknown, named?: string): Imported & { readonly format?: ImportFormat } {
  const candidates = named === undefined ? importFormats : importFormats.filter(({ name }) => name === named);
  const format = candidates.find(({ recognises }) => recognises(json));
  if (format) return { ...format.convert(json), format };
  const wanted = candidates.map(({ title }) => title).join("; ");
  return { kind: "refused", reason: `it is ${shapeOf(json)}, and none of: ${wanted}` };
}

function isCatalogue(json: unknown): boolean {
  return isCatalogueFile(readLocated(textOf(json).text));
}

/** A mistake in it would be a mistake in features.yaml. */
function importPlain(json: unknown): Imported {
  const [problem, ...others] = readCatalogueFile("", textOf(json)).problems;
  if (problem) return { kind: "refused", reason: `${problem.message}${others.length === 0 ? "" : ` (and ${String(others.length)} more)`}` };
  return { kind: "catalogue", document: json as CatalogueDocument, notes: [] };
}

function textOf(json: unknown): SourceText {
  return new SourceText(JSON.stringify(json, null, 1));
}

function shapeOf(json: unknown): string {
  if (Array.isArray(json)) return json.length === 0 ? "an empty list" : `a list of ${json.length === 1 ? "1 item" : `${String(json.length)} items`}, the first ${shapeOf(json[0])}`;
  if (typeof json !== "object" || json === null) return json === null ? "null" : `a ${typeof json}`;
  const keys = Object.keys(json);
  return keys.length === 0 ? "an empty object" : `an object with ${keys.slice(0, 6).join(", ")}${keys.length > 6 ? " ..." : ""}`;
}
