/**
 * References to features that are written in YAML and JSON files: where the settings say so (`features.references`), and in the services
 * of a catalogue file.
 *
 *     model:                          path model.features[*], role training
 *       features:
 *         - stats.rating              a reference, 19-31
 *         - stats.orders
 */
import { parseKeyPath } from "../text/key-path.ts";
import type { KeyStep } from "../text/key-path.ts";
import type { SourceText } from "../text/source-text.ts";
import { scalarsAt } from "./located-value.ts";
import type { LocatedFile, LocatedScalar } from "./located-value.ts";

export interface ReferenceFile {
  readonly uri: string;
  readonly source: SourceText;
  /** Where references may be. */
  readonly paths: readonly ReferencePath[];
  readonly lists: readonly ReferenceList[];
}

/** The texts that one path leads to, in order. */
export interface ReferenceList {
  /** `undefined`: for training and for serving. `repository`: it belongs to what the store defines. */
  readonly role: "training" | "serving" | "repository" | undefined;
  readonly references: readonly LocatedScalar[];
}

export interface ReferencePath {
  readonly path: readonly KeyStep[];
  readonly role: ReferenceList["role"];
}

export const servicesOfCatalogue: ReferencePath = { path: parseKeyPath("services.*.features[*]") ?? [], role: "repository" };

export function referenceLists({ root }: LocatedFile, paths: readonly ReferencePath[]): readonly ReferenceList[] {
  if (!root) return [];
  return paths.map(({ path, role }) => ({ role, references: scalarsAt(root, path).filter(({ value }) => typeof value === "string") }))
    .filter(({ references }) => references.length > 0);
}
