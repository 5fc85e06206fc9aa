/**
 * Texts and attributes in code that name a feature by its column: in what was retrieved (retrieved-columns.ts), and in the functions of
 * on-demand views (view-functions.ts).
 *
 *     frame["rate"], frame[["rate", "age"]], frame.rate      rate of what the frame was retrieved with
 *     inputs["trips"]                                        trips of a source of the view
 *
 * A name that is there in no column, where all of them are known, is an *unknown* one.
 */
import type { Value } from "../semantic/value.ts";
import { elements } from "../store/construction.ts";
import type { Field, Store } from "../store/model.ts";
import { similarNames } from "../store/similar-names.ts";
import { partPlace, writtenText } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import type { Expression, Identifier, Node } from "../syntax/nodes.ts";
import { place } from "../syntax/unit.ts";
import type { Place, Unit } from "../syntax/unit.ts";
import { ancestorsOf } from "./ancestors.ts";
import type { FeatureColumn } from "./feature-columns.ts";
import type { ReferenceRole } from "./features.ts";

export interface ColumnName {
  readonly written: WrittenText;
  /** The expression that names it. */
  readonly around: Place;
  /** It stands there without quotes: an attribute, a keyword. */
  readonly isBare?: boolean;
  /** It stands in the function that computes the feature. */
  readonly isComputed?: boolean;
  /** What it is used for; `repository`: to define other features. */
  readonly role: ReferenceRole | "repository";
  /** The features that it may be: mostly one. */
  readonly columns: readonly FeatureColumn[];
}

export interface UnknownColumn {
  readonly name: string;
  /** Its characters; `undefined` when they are not written in one piece, or in another document. */
  readonly namePlace: Place | undefined;
  readonly around: Place;
  /** Where it is not: `what is retrieved`, `the inputs of "fares"`. */
  readonly where: string;
  /** Names that are there, nearest first. */
  readonly suggestions: readonly string[];
}

/** @param areMeant the names are what was meant, however unlike */
export function unknownColumn(written: WrittenText, around: Place, where: string, known: readonly string[], areMeant = false): UnknownColumn {
  const { text } = written;
  const at = partPlace(written, 0, text.length);
  return {
    name: text, around, where, namePlace: at?.anchor.cell.document === around.anchor.cell.document ? at : undefined,
    suggestions: areMeant ? known : similarNames(text, known),
  };
}

/** What may stand where a column is named. */
export interface ColumnsAt {
  readonly features: readonly FeatureColumn[];
  /** Values that are passed with a request. */
  readonly requests: readonly RequestField[];
  /** Columns that the store does not fill: keys, and what the rows brought along. */
  readonly others: ReadonlySet<string>;
}

/** A field of a request source. */
export interface RequestField {
  readonly source: string;
  readonly store: Store;
  readonly field: Field;
}

/** The texts by which a value names columns: itself, its elements, the keys of a dict. */
export function labelsIn(value: Value): readonly WrittenText[] {
  const own = writtenText(value);
  if (own) return [own];
  if (value.type?.kind === "dict") return value.type.entries.flatMap(({ key }) => writtenText(key) ?? []);
  return (elements(value) ?? []).flatMap((each) => writtenText(each) ?? []);
}

/** A name that stands in the code without quotes. */
export function bareName(unit: Unit, { name, start, end }: Identifier): WrittenText {
  const at = place(unit, { start, end });
  return { text: name, pieces: [{ start: 0, end: name.length, content: at, place: at }] };
}

/** Columns by their names. */
export function byName(columns: readonly FeatureColumn[]): ReadonlyMap<string, readonly FeatureColumn[]> {
  const found = new Map<string, FeatureColumn[]>();
  for (const each of columns) found.set(each.name, [...(found.get(each.name) ?? []), each]);
  return found;
}

/**
 * Whether the code asks first, or is ready for the name not to be there: `if "rate" in frame`, `try`, `contextlib.suppress`. What stands
 * in a branch of any kind counts.
 */
export function isGuarded(unit: Unit, node: Expression, within?: Node): boolean {
  const path = ancestorsOf(unit, node);
  return path.slice(within ? path.indexOf(within) + 1 : 0).some((each) => branching.has(each.kind) || ("generators" in each && each.generators.some(({ ifs }) => ifs.length > 0)));
}

const branching: ReadonlySet<Node["kind"]> = new Set(["If", "IfExp", "Try", "TryStar", "While", "With", "Match", "BoolOp", "Lambda"]);
