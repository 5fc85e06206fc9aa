/**
 * A position in a YAML or JSON file that names features: what stands there, and what may.
 *
 *     model:
 *       features:
 *         - stats.ra|        completion: rating; hover, definition, references and rename of `stats` and `rating`
 *
 * The text is read as it stands in the editor, so that places are right while it is typed.
 */
import { readLocated } from "../analysis/store/located-value.ts";
import type { LocatedFile, LocatedScalar } from "../analysis/store/located-value.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import { referenceLists } from "../analysis/store/reference-file.ts";
import type { ReferenceList, ReferencePath } from "../analysis/store/reference-file.ts";
import type { ReferencePart } from "../analysis/store/reference.ts";
import { storesInReach } from "../analysis/store/resolve.ts";
import type { StoresInReach } from "../analysis/store/resolve.ts";
import type { SourceText } from "../analysis/text/source-text.ts";
import { referenceItems } from "./completion-items.ts";
import type { CompletionList } from "./completion-items.ts";
import type { TextRange } from "./diagnostics.ts";
import { definitionsIn, distinct } from "./feature-name.ts";
import type { NamedHere } from "./feature-named.ts";
import { fieldTargets, viewTargets } from "./feature-target.ts";
import type { FeatureTarget } from "./feature-target.ts";
import { namedParts } from "./listed-references.ts";

/** A file as it stands. */
export interface ListedText {
  readonly uri: string;
  readonly source: SourceText;
  readonly paths: readonly ReferencePath[];
}

export function targetsListedAt(text: ListedText, catalogue: Catalogue, offset: number): readonly FeatureTarget[] {
  const found = referenceAt(text, offset);
  if (!found) return [];
  return storesInReach(catalogue.stores, text.uri).flatMap(({ index }) => {
    const { view, feature } = index.dialect.grammar.parse(found.written.text);
    const part = partAt([view, feature], found.written, offset);
    if (!part) return [];
    const at = rangeOf(text, found.written, part);
    return part === view ? viewTargets(index, view.name, at) : fieldTargets(index, view.name, part.name, at);
  });
}

/** The names that are written here: in a list, or where a catalogue defines them. */
export function namesListedAt(text: ListedText, catalogue: Catalogue, offset: number): NamedHere | undefined {
  const defined = definitionsIn(catalogue).filter(({ name, site: { uri, start, end } }) =>
    uri === text.uri && start <= offset && offset <= end && text.source.text.slice(start, end) === name.name);
  const [first] = defined;
  if (first) return { names: distinct(defined.map(({ name }) => name)), at: { uri: text.uri, start: first.site.start, end: first.site.end } };
  const found = referenceAt(text, offset);
  if (!found) return undefined;
  const here = namedParts(found.written.text, reachOf(text, catalogue)).filter(({ part }) => partAt([part], found.written, offset));
  const [one] = here;
  return one && { names: distinct(here.flatMap(({ names }) => names)), at: rangeOf(text, found.written, one.part) };
}

/** `undefined` where no reference is expected. */
export function completeListed(text: ListedText, catalogue: Catalogue, offset: number): CompletionList | undefined {
  const found = referenceAt(text, offset);
  if (!found) return undefined;
  const { written, list } = found;
  const typed = written.text.slice(0, offset - written.start);
  const listed = new Set(list.references.filter((each) => each !== written).map((each) => each.text));
  const slot = {
    rest: written.text.slice(offset - written.start), listed,
    edit: (length: number, after: number) => ({ start: offset - length, end: offset + after }),
  };
  const reach = reachOf(text, catalogue);
  const speaking = reach.filter(({ index }) => index.dialect.grammar.parse(typed).feature !== undefined && index.views(index.dialect.grammar.parse(typed).view.name).length > 0);
  const lists = (speaking.length > 0 ? speaking : reach).map(({ index }) => referenceItems(index, slot, typed));
  return { items: lists.flatMap(({ items }) => items), isIncomplete: lists.some(({ isIncomplete }) => isIncomplete) };
}

function reachOf({ uri }: ListedText, { stores }: Catalogue): readonly StoresInReach[] {
  return storesInReach(stores, uri);
}

/** The reference whose characters hold the offset. */
function referenceAt({ source, paths }: ListedText, offset: number): { readonly written: LocatedScalar; readonly list: ReferenceList } | undefined {
  let file = readings.get(source);
  if (!file) readings.set(source, (file = readLocated(source.text)));
  for (const list of referenceLists(file, paths)) {
    const written = list.references.find((each) => each.written && each.start <= offset && offset <= each.end);
    if (written) return { written, list };
  }
  return undefined;
}

/** A text never changes, and is asked about several times. */
const readings = new WeakMap<SourceText, LocatedFile>();

function partAt(parts: readonly (ReferencePart | undefined)[], { start }: LocatedScalar, offset: number): ReferencePart | undefined {
  return parts.find((part) => part !== undefined && start + part.start <= offset && offset <= start + part.end);
}

function rangeOf({ uri }: ListedText, { start }: LocatedScalar, part: ReferencePart): TextRange {
  return { uri, start: start + part.start, end: start + part.end };
}
