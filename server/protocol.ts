/**
 * Our own requests between client and server, beside those of the Language Server Protocol: names and types, nothing
 * that runs. The only server file that the client imports.
 *
 * Any editor may use the requests to the server. Requests to the client are made only when its initialization options
 * say that it answers them, so an editor that knows nothing of Seaworthy works with plain LSP.
 */

/** Sent by the client in `initialize`; everything is optional. */
export interface InitializationOptions {
  /** The client answers {@link ReadFile}, {@link ReadDirectory} and {@link Stat} for any URI that it can open. */
  readonly fileSystem?: boolean;
  /** The client wants {@link Analysed} after each analysis. */
  readonly status?: boolean;
  /** The client wants {@link FeaturesChanged}. */
  readonly features?: boolean;
  /** Commands that the client has registered and that code actions may therefore name. */
  readonly commands?: readonly string[];
  /**
   * The user trusts the workspace; {@link TrustChanged} tells of changes. Absent in an editor that knows no such thing: files are
   * read wherever the workspace's settings say, servers are not asked.
   */
  readonly trusted?: boolean;
  /** Where a rule's page is, with `{rule}` for its name: the link on the code of a diagnostic. */
  readonly rulePage?: string;
}

/** One of our requests: its method, and its types for `sendRequest` and `onRequest` on both sides. */
export interface OwnRequest<Params, Result> {
  readonly method: string;
  /** Never present: carries the types. */
  readonly types?: readonly [Params, Result];
}

export interface OwnNotification<Params> {
  readonly method: string;
  /** Never present: carries the type. */
  readonly types?: Params;
}

// Answered by the server.

export const ExplainRule: OwnRequest<{ readonly rule: string }, RulePage | null> = { method: "seaworthy/explainRule" };
export const ListRules: OwnRequest<null, readonly RuleSummary[]> = { method: "seaworthy/rules" };
/** What holds for a file: the settings file, the profile, the rules that are on. `null` for a file that is not open. */
export const ShowConfiguration: OwnRequest<FileParams, FileConfiguration | null> = { method: "seaworthy/configuration" };
/** `null` for a file that is not open or was not analysed yet. */
export const Status: OwnRequest<FileParams, AnalysisStatus | null> = { method: "seaworthy/status" };
/** Analyses now, whatever `seaworthy.run` says, and reports as usual. False for a file that is not open. */
export const Analyse: OwnRequest<FileParams, boolean> = { method: "seaworthy/analyse" };
/** Repairs a whole script or notebook. `edit` is an LSP WorkspaceEdit; `null` when there is nothing to repair. */
export const FixAll: OwnRequest<FixAllParams, { readonly edit: unknown; readonly fixed: number } | null> = {
  method: "seaworthy/fixAll",
};
/** Carries out a refactoring, as far as the server can: the client makes the changes. `null` for a file that is not open. */
export const Refactor: OwnRequest<RefactorParams, RefactorAnswer | null> = { method: "seaworthy/refactor" };

/** The feature stores of the workspace as a tree; of a query, what speaks of all its words. */
export const ListFeatures: OwnRequest<{ readonly query: string }, readonly FeatureNode[]> = { method: "seaworthy/features" };
/** What is known of a node of that tree; `null` when it is gone. */
export const DescribeFeature: OwnRequest<{ readonly id: string }, { readonly markdown: string } | null> = { method: "seaworthy/feature" };
/** The same as data, with uses and lineage: of a node, or of what is named at a position. `null` when there is nothing. */
export const ShowFeature: OwnRequest<FeatureQuery, FeatureDetails | null> = { method: "seaworthy/featureDetails" };
/** How a reference is written at a position, in a list and in quotes as the code there wants it. `null` for a file that is not open. */
export const InsertFeature: OwnRequest<FileParams & { readonly position: TextRange["start"]; readonly reference: string }, TextInsertion | null> = {
  method: "seaworthy/featureInsertion",
};

// Answered by the client. Bytes travel as base64, which survives JSON.

export const ReadFile: OwnRequest<FileParams, FileAnswer<string>> = { method: "seaworthy/readFile" };
export const ReadDirectory: OwnRequest<FileParams, FileAnswer<readonly FileEntry[]>> = { method: "seaworthy/readDirectory" };
/** The answer is `null` when there is nothing under the URI. */
export const Stat: OwnRequest<FileParams, FileAnswer<FileFacts | null>> = { method: "seaworthy/stat" };

// Sent by the client.

export const TrustChanged: OwnNotification<Trust> = { method: "seaworthy/trustChanged" };

// Sent by the server.

export const Analysed: OwnNotification<AnalysisStatus> = { method: "seaworthy/analysed" };
/** {@link ListFeatures} would answer otherwise than before. */
export const FeaturesChanged: OwnNotification<null> = { method: "seaworthy/featuresChanged" };

export interface Trust {
  readonly trusted: boolean;
}

export interface FileParams {
  /** A script, a notebook, or a notebook's cell. */
  readonly uri: string;
}

export interface FixAllParams extends FileParams {
  /** Only this rule; all rules when absent. */
  readonly rule?: string;
  /** `review` takes in fixes that need a look as well. */
  readonly safety: "safe" | "review";
}

export interface RefactorParams extends FileParams {
  /** As the command line names it: `notebook-to-module`. */
  readonly name: string;
  /** Parts of the document's texts; a text without a range is meant as a whole. Empty: the whole document. */
  readonly selection: readonly { readonly uri: string; readonly range?: TextRange }[];
  /** Names that the user has chosen. */
  readonly options?: { readonly name?: string; readonly module?: string; readonly logging?: boolean };
}

/** As LSP's Range, in the columns that were agreed. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

export type RefactorAnswer =
  | { readonly kind: "refused"; readonly title: string; readonly reason: string; readonly at?: { readonly uri: string; readonly range: TextRange } }
  | RefactorChange;

export interface RefactorChange {
  readonly kind: "change";
  /** As menus offer it. */
  readonly title: string;
  /** What this answers: asked again, it is answered alike as long as nothing has changed. */
  readonly request: RefactorParams;
  /** The script or notebook. */
  readonly uri: string;
  /** An LSP WorkspaceEdit: texts that stay, and files that are there. */
  readonly edit: unknown;
  /** Files to be made. */
  readonly created: readonly { readonly uri: string; readonly text: string }[];
  /** For notebooks: cells replaced, in order, counted before any change. To be made together with `edit`, as one change. */
  readonly cells: readonly CellsReplaced[];
  /** The notebook's texts as the change knows them, in order: it is for exactly these. Empty for scripts. */
  readonly texts: readonly { readonly uri: string; readonly version: number }[];
  /** What was done and why, a line each; the first sums up. */
  readonly summary: readonly string[];
  /** What is left to the user. */
  readonly left: readonly string[];
  /** A name that was chosen here and may be renamed at once. */
  readonly placeholder?: ChosenName;
}

export interface CellsReplaced {
  readonly start: number;
  readonly deleteCount: number;
  readonly cells: readonly {
    readonly kind: "code" | "markdown" | "raw";
    readonly text: string;
    /** Of the old cell whose metadata and outputs it keeps. */
    readonly keeps?: string;
  }[];
}

export interface ChosenName {
  readonly name: string;
  /** Index of the notebook's cell after the change; absent for a script. */
  readonly cell?: number;
  /** Every place of the name, in the text after the change. */
  readonly ranges: readonly TextRange[];
}

export interface FeatureNode {
  /** Same as long as the thing has the same name. */
  readonly id: string;
  readonly kind: "project" | "view" | "feature" | "service";
  readonly label: string;
  /** A type, entities. */
  readonly detail: string;
  /** As code writes it; `null` for a project. */
  readonly reference: string | null;
  /** `null` for what is written in no file of the workspace. */
  readonly location: CodePlace | null;
  readonly children: readonly FeatureNode[];
  /** A view or service that code and registry tell otherwise; `null` where they agree, or no registry was read. */
  readonly standing: "not-applied" | "differs" | "registry-only" | null;
  /** Its tags say that it is on its way out. */
  readonly isDeprecated: boolean;
}

export interface CodePlace {
  readonly uri: string;
  readonly range: TextRange;
}

export interface TextInsertion {
  readonly range: TextRange;
  readonly text: string;
}

/** `id`: of a {@link FeatureNode}. */
export type FeatureQuery = { readonly id: string } | { readonly uri: string; readonly position: TextRange["start"] };

export interface FeatureDetails {
  /** As of the {@link FeatureNode}. */
  readonly id: string;
  readonly kind: "view" | "feature" | "service";
  readonly label: string;
  /** As code writes it. */
  readonly reference: string;
  readonly project: string | null;
  /** `Float32`; of views and services their class. */
  readonly type: string | null;
  readonly description: string | null;
  /** Entities, time to live, owner, source ...: what is known, in order. */
  readonly facts: readonly { readonly label: string; readonly text: string }[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
  /** In words; `null` when no tag says so. */
  readonly deprecated: string | null;
  /** Who knows it: `text` says it in words, when a registry was read. */
  readonly standing: {
    readonly kind: "code" | "applied" | "not-applied" | "registry-only" | "differs";
    readonly text: string | null;
    readonly differences: readonly { readonly part: string; readonly code: string | null; readonly registry: string | null }[];
  };
  /** When what was read of the registry was applied; `null` when none was read. */
  readonly registry: string | null;
  readonly location: CodePlace | null;
  /** Of a view or service. */
  readonly features: readonly { readonly id: string; readonly label: string; readonly dtype: string | null; readonly description: string | null }[];
  /** There may be more, which only the store knows. */
  readonly hasMoreFeatures: boolean;
  readonly usage: {
    /** `2 training, 1 serving`, `possibly used`, `no use found`. */
    readonly text: string;
    readonly training: readonly CodePlace[];
    readonly serving: readonly CodePlace[];
    /** Where names that are known only at run time may mean it. */
    readonly possibly: readonly CodePlace[];
  };
  readonly lineage: FeatureLineage;
}

/** Where values come from and where they go. */
export interface FeatureLineage {
  readonly nodes: readonly LineageNode[];
  /** From where values come to where they go, by ids; `isSure` is false where it may be. */
  readonly edges: readonly { readonly from: string; readonly to: string; readonly isSure: boolean }[];
  /** What is not known, a sentence each. */
  readonly gaps: readonly string[];
}

export interface LineageNode {
  readonly id: string;
  /** `request`: values that the caller passes. */
  readonly kind: "source" | "request" | "view" | "feature" | "service" | "script" | "notebook" | "model";
  readonly label: string;
  readonly detail: string;
  /** What was asked for. */
  readonly isSubject: boolean;
  readonly location: CodePlace | null;
  /** To ask {@link ShowFeature} for it; `null` for what is no view, feature or service. */
  readonly feature: string | null;
}

export interface RulePage {
  readonly rule: string;
  readonly markdown: string;
}

export interface RuleSummary {
  readonly name: string;
  readonly topic: string;
  readonly summary: string;
}

export interface FileConfiguration {
  readonly uri: string;
  /** URI of the settings file; `null` when the defaults hold. */
  readonly settings: string | null;
  readonly profile: string;
  readonly excluded: boolean;
  readonly rules: readonly { readonly name: string; readonly level: string }[];
  /** The same as a page to read. */
  readonly markdown: string;
}

export interface AnalysisStatus {
  readonly uri: string;
  readonly profile: string;
  /** How long the last analysis took. */
  readonly milliseconds: number;
  readonly findings: number;
  /** Rules that failed on this file and are off for it. */
  readonly failed: readonly string[];
}

export interface FileFailure {
  readonly code: "not-found" | "no-permission" | "is-a-directory" | "too-large" | "other";
  readonly message: string;
}

export type FileAnswer<Value> = { readonly value: Value } | { readonly failure: FileFailure };

export interface FileEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

export interface FileFacts {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  readonly version: number;
}
