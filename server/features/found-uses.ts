/** Uses of features in a workspace, as plain places in texts: what `feature-uses.ts` and `feature-models.ts` find, without trees. */
import type { OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import { speaksOfStores } from "../analysis/store/dialects.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { Notebook } from "../analysis/syntax/notebook.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import { rangeOf } from "./diagnostics.ts";
import { collectModels } from "./feature-models.ts";
import type { FeatureModel } from "./feature-models.ts";
import { collectUses } from "./feature-uses.ts";
import type { FeatureUse, OpenUse } from "./feature-uses.ts";
import { offsetInFile } from "../analysis/syntax/notebook-offset.ts";

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
  readonly models: readonly FoundModel[];
}

export interface FoundUse extends Omit<FeatureUse, "written" | "around"> {
  readonly written: TextPlace | undefined;
  readonly around: TextPlace;
}

export interface FoundOpenUse {
  readonly use: OpenUse;
  readonly place: TextPlace;
}

export interface FoundModel extends Omit<FeatureModel, "place" | "saved"> {
  readonly place: TextPlace;
  readonly saved: readonly { readonly to: string | undefined; readonly place: TextPlace }[];
}

/** Offsets in a text that an editor knows: a script, an open notebook's cell, or the file of a notebook that is not open. */
export interface TextPlace {
  readonly uri: string;
  readonly source: SourceText;
  readonly start: number;
  readonly end: number;
}

/** A notebook that no editor shows: its places are told in the file. */
export interface RawNotebook {
  readonly notebook: Notebook;
  readonly source: SourceText;
}

/** All that an open document of the session does with features. `raw`: it is a notebook that only the session has open. */
export function usesIn(session: Session, document: OpenDocument, catalogue: Catalogue, raw?: RawNotebook): FileUses {
  const at = (place: Place): TextPlace | undefined => textPlace(session, document, place, raw);
  const { uses, open } = collectUses(document, catalogue);
  return {
    uri: document.uri,
    uses: uses.flatMap(({ written, around, ...use }) => {
      const place = at(around);
      return place ? [{ ...use, written: written && at(written), around: place }] : [];
    }),
    open: open.flatMap((use) => {
      const place = at(use.place);
      return place ? [{ use, place }] : [];
    }),
    models: collectModels(document, catalogue).flatMap(({ place: fitted, saved, ...model }) => {
      const place = at(fitted);
      return place ? [{
        ...model, place,
        saved: saved.flatMap(({ to, place: written }) => {
          const there = at(written);
          return there ? [{ to, place: there }] : [];
        }),
      }] : [];
    }),
  };
}

export function textPlace(session: Session, document: OpenDocument, place: Place, raw: RawNotebook | undefined): TextPlace | undefined {
  const found = session.modules.locate(place);
  if (!found) return undefined;
  if (found.document.uri !== document.uri) {
    return found.document.dialect === "notebook" ? undefined : { uri: found.document.uri, source: found.source, start: found.start, end: found.end };
  }
  if (!raw) return { uri: rangeOf(document, place).uri, source: found.source, start: found.start, end: found.end };
  const cell = raw.notebook.cells[found.cell.index];
  const start = cell && offsetInFile(raw.source.text, cell, found.start);
  const end = cell && offsetInFile(raw.source.text, cell, found.end);
  return start === undefined || end === undefined ? undefined : { uri: document.uri, source: raw.source, start, end };
}

/**
 * A cheap look at a text that may name features: `"any"` when it talks to a store, else the words before a colon or a dot at the beginning of
 * its strings. Where none of these is a view, the text needs no analysis.
 */
export function viewsSpokenOf(text: string): ReadonlySet<string> | "any" {
  if (speaksOfStores(text)) return "any";
  return new Set([...text.matchAll(/["']([\w-]+)(?:@\w*)?[:.]/gu)].map((match) => match[1] ?? ""));
}
