/**
 * Keeping the data when a field is renamed: Feast reads the column of the field's name, unless the source maps another to it.
 *
 *     source = FileSource(path="stats.parquet", timestamp_field="at")
 *     source = FileSource(path="stats.parquet", timestamp_field="at", field_mapping={"conv_rate": "rate"})
 */
import type { OpenDocument } from "../analysis/engine/session-contract.ts";
import type { CallEvent } from "../analysis/semantic/analysis.ts";
import type { Construction } from "../analysis/semantic/value.ts";
import { argument, elements, lastStep, madeOf, text, textArgument } from "../analysis/store/construction.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import { contentOf } from "../analysis/store/written-text.ts";

export type SourceMapping =
  | { readonly kind: "edit"; readonly at: Place; readonly text: string }
  /** The source is fed or shared in a way that one mapping would not be right for. */
  | { readonly kind: "by-hand" };

/** `undefined` when the view is not made in this document. */
export function sourceMapping(document: OpenDocument, view: string, from: string, to: string): SourceMapping | undefined {
  const views = document.analysis().units.flatMap(({ calls }) => calls.filter(isView));
  const event = views.find((each) => nameOfView(each) === view);
  const made = event && madeOf(event.result);
  if (!made) return undefined;
  const source = sourceOf(made);
  if (!source || !/^(?!Push|Kafka|Kinesis|Request)\w+Source$/.test(lastStep(source.callable))) return { kind: "by-hand" };
  for (const other of views) {
    const same = madeOf(other.result);
    if (!same || nameOfView(other) === view || !isSamePlace(sourceOf(same)?.place, source.place)) continue;
    if (!listsNoField(same, from)) return { kind: "by-hand" };
  }
  const mapping = argument(source, "field_mapping");
  const last = source.arguments.at(-1);
  if (mapping.kind === "absent" && last) {
    return { kind: "edit", at: { ...last.place, start: last.place.end }, text: `, field_mapping={"${from}": "${to}"}` };
  }
  if (mapping.kind !== "given" || mapping.value.type?.kind !== "dict" || mapping.value.type.open || !mapping.place) return { kind: "by-hand" };
  for (const { value } of mapping.value.type.entries) {
    if (text(value) !== from || value.constant?.kind !== "text") continue;
    const [piece] = value.constant.pieces;
    const written = piece?.place && contentOf(piece.place, from);
    return written && value.constant.pieces.length === 1 ? { kind: "edit", at: written, text: to } : { kind: "by-hand" };
  }
  const { anchor, start } = mapping.place;
  if (anchor.unit.text[start] !== "{") return { kind: "by-hand" };
  const isEmpty = mapping.value.type.entries.length === 0;
  return { kind: "edit", at: { anchor, start: start + 1, end: start + 1 }, text: `"${from}": "${to}"${isEmpty ? "" : ", "}` };
}

function isView({ target }: CallEvent): boolean {
  return target !== undefined && /^feast\.(\w+\.)*(Batch|Stream)?FeatureView$/.test(target);
}

function nameOfView({ result }: CallEvent): string | undefined {
  const made = madeOf(result);
  return made && textArgument(made, "name", 0);
}

function sourceOf(made: Construction): Construction | undefined {
  const given = argument(made, "source", 1);
  return given.kind === "given" ? madeOf(given.value) : undefined;
}

function isSamePlace(one: Place | undefined, other: Place): boolean {
  return one?.anchor === other.anchor && one.start === other.start;
}

/** Without a schema the fields are the source's columns. */
function listsNoField(made: Construction, name: string): boolean {
  const schema = argument(made, "schema");
  const listed = schema.kind === "given" ? elements(schema.value) : undefined;
  return listed?.every((each) => {
    const field = madeOf(each);
    const found = field && textArgument(field, "name");
    return found !== undefined && found !== name;
  }) === true;
}
