/** Uses of features in a workspace, as plain places in texts: what `feature-uses.ts` finds, without trees. */
import type { SourceText } from "../analysis/text/source-text.ts";
import type { FeatureUse, OpenUse } from "./feature-uses.ts";

export interface WorkspaceUses {
  readonly files: readonly FileUses[];
  /** False when there were too many files to look at all of them. */
  readonly whole: boolean;
}

export interface FileUses {
  /** The script or notebook that was looked at. */
  readonly uri: string;
  readonly uses: readonly FoundUse[];
  readonly open: readonly FoundOpenUse[];
}

export interface FoundUse extends Omit<FeatureUse, "written" | "around"> {
  readonly written: TextPlace | undefined;
  readonly around: TextPlace;
}

export interface FoundOpenUse {
  readonly use: OpenUse;
  readonly place: TextPlace;
}

/** Offsets in a text that an editor knows: a script, an open notebook's cell, or the file of a notebook that is not open. */
export interface TextPlace {
  readonly uri: string;
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}
