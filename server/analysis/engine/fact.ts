/**
 * Facts: what a rule may ask for.
 *
 * A fact is a plain value with a name; a rule lists the facts it needs and receives their results. Results are computed
 * when first asked, once per unit or document, and never change. A fact may need other facts; the registry rejects cycles.
 *
 * Unit results serve node rules (`on`), which are kept with their unit; document results serve document rules
 * (`check`), which run after the interpretation and read recorded events instead of walking trees.
 */
import type { DocumentAnalysis, UnitAnalysis } from "../semantic/analysis.ts";
import type { Cell, DocumentIdentity, Unit } from "../syntax/unit.ts";
import type { Catalogue } from "../store/model.ts";
import type { DiskView } from "./disk-folders.ts";
import type { Profile } from "./finding.ts";
import type { OpenDocument } from "./session-contract.ts";
import type { Settings } from "./settings.ts";
import type { Summary } from "./summary.ts";

export interface Fact<UnitResult, DocumentResult> {
  readonly name: string;
  readonly needs: Needs;
  /** Absent when the fact has no meaning for a single unit; node rules may not need it then. */
  readonly unit?: (context: UnitContext) => UnitResult;
  readonly document?: (context: DocumentContext) => DocumentResult;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a record of facts of any result types
export type Needs = Readonly<Record<string, Fact<any, any>>>;
export type UnitFacts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Fact<infer U, infer _> ? U : never };
export type DocumentFacts<N extends Needs> = { readonly [K in keyof N]: N[K] extends Fact<infer _, infer D> ? D : never };

export interface UnitContext {
  readonly unit: Unit;
  readonly analysis: UnitAnalysis;
  readonly profile: Profile;
  readonly settings: Settings;
  /** Result of another fact for the same unit. */
  readonly get: <U, D>(fact: Fact<U, D>) => U;
}

export interface DocumentContext {
  readonly document: DocumentIdentity;
  readonly cells: readonly Cell[];
  /** Units of all code cells, in order. */
  readonly units: readonly Unit[];
  readonly analysis: DocumentAnalysis;
  readonly profile: Profile;
  readonly settings: Settings;
  /** Feature-store definitions of the workspace that serve this document; `undefined` when there are none. */
  readonly catalogue: Catalogue | undefined;
  readonly modules: ModulesView;
  readonly others: OthersView;
  /** The document as refactorings see it, for fixes that are made when somebody asks. */
  readonly opened: OpenDocument;
  /** What lies on the disk around the document. */
  readonly disk: DiskView;
  readonly get: <U, D>(fact: Fact<U, D>) => D;
}

/** The text of modules of the workspace that a document imports, directly or through others. What they export is known to the analysis. */
export interface ModulesView {
  readonly all: readonly ModuleText[];
  /**
   * Whoever looks at `all` says what matters of it. While the answer is the same, edits of a module do not touch the report.
   *
   * @param digest what was seen, as a text; asked again after edits
   */
  watch(digest: (all: readonly ModuleText[]) => string): void;
}

/** The other documents, whether they import each other or not. */
export interface OthersView {
  /** Those that are open. */
  readonly all: readonly OpenDocument[];
  /** Of those that are open, and of others that were looked at before. */
  summaries<T>(summary: Summary<T>): readonly T[];
  /**
   * Whoever looks at others says what matters of them. While the answer is the same, edits of other documents do not touch the report.
   *
   * @param digest what was seen, as a text; asked again whenever the report is
   */
  watch(digest: (others: Pick<OthersView, "all" | "summaries">) => string): void;
}

export interface ModuleText {
  readonly cells: readonly Cell[];
}

export function defineFact<U, D>(fact: Fact<U, D>): Fact<U, D> {
  return fact;
}
