/**
 * Definitions that are made by calling something, wherever the call stands: stores whose views are created in jobs and notebooks.
 *
 *     def main():
 *         client.create_table(name="shop.users", primary_keys="id", schema=SCHEMA)     a view, at the text between the quotes
 *
 * A function runs once for each of its callers that is known and once with open parameters, for callers that nobody sees: what the
 * latter says of nothing at all is no definition.
 */
import type { CallEvent, DocumentAnalysis } from "../semantic/analysis.ts";
import type { Construction, Value } from "../semantic/value.ts";
import { place } from "../syntax/unit.ts";
import { argument, elements, lastStep, text } from "./construction.ts";
import type { Field, View, ViewKind } from "./model.ts";

/** A call and its arguments, as definitions are read. */
export interface DefiningCall {
  readonly event: CallEvent;
  readonly made: Construction;
  /** Last name of what is called, as it is written where nothing more is known. */
  readonly name: string;
}

/** In the order of the code. */
export function definingCalls(analysis: DocumentAnalysis, names: ReadonlySet<string>): readonly DefiningCall[] {
  return analysis.units.flatMap(({ calls }) => calls).flatMap((event): readonly DefiningCall[] => {
    const { func } = event.node;
    const written = func.kind === "Attribute" ? func.attr.name : func.kind === "Name" ? func.id : "";
    const callable = event.target ?? written;
    const name = lastStep(callable);
    if (!names.has(name)) return [];
    const { unit, node, receiver, args } = event;
    const made = { callable, receiver, arguments: args.map((each) => ({ ...each, place: place(unit, each.node) })), place: place(unit, node) };
    return [{ event, made, name }];
  });
}

/** Whether this is the run of a function for callers that nobody sees. */
export function isOpenRun({ event: { scope, via } }: DefiningCall): boolean {
  return scope !== undefined && via.length === 0;
}

/** A text, or the texts of a list; those that are known. */
export function textsIn(made: Construction, names: readonly string[], position = -1): readonly string[] {
  const value = valueGiven(made, names, position);
  return value ? (elements(value) ?? [value]).map(text).filter((each) => each !== undefined) : [];
}

/** The argument under any of its names. */
export function valueGiven(made: Construction, names: readonly string[], position = -1): Value | undefined {
  for (const name of names) {
    const given = argument(made, name, position);
    if (given.kind === "given" && given.value.constant?.kind !== "none") return given.value;
  }
  return undefined;
}

/** Columns of a frame, as far as they are proved. What is made of a frame never ends with what is known of it here. */
export function columnsIn(frame: Value | undefined): { readonly fields: readonly Field[]; readonly whole: boolean } {
  const columns = frame?.data?.columns;
  const names = columns?.present.filter((label) => typeof label === "string") ?? [];
  return { fields: [...new Set(names)].map(plainField), whole: columns?.isWhole === true && (columns.doubt === undefined || columns.doubt === "order") };
}

function plainField(name: string): Field {
  return { name, dtype: undefined, description: undefined, tags: new Map(), vector: undefined, definition: undefined };
}

/** A view that is a table: some of its columns identify a row or say its time, the others are features. */
export interface Table extends Pick<View, "name" | "definition" | "description" | "tags"> {
  readonly kind: ViewKind;
  readonly columns: readonly Field[];
  /** Columns that identify a row. */
  readonly keys: readonly string[];
  readonly time: string | undefined;
  readonly open: boolean;
  readonly online?: boolean | undefined;
  readonly version?: string | undefined;
}

export function tableView({ columns, keys, time, online, version, ...rest }: Table): View {
  const identifying = [...new Set([...keys, ...(time === undefined ? [] : [time])])];
  const isSame = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();
  const isKey = ({ name }: Field): boolean => identifying.some((each) => isSame(each, name));
  return {
    ...rest,
    owner: undefined,
    standing: { kind: "code" },
    entities: keys.filter((key) => key !== time),
    fields: columns.filter((each) => !isKey(each)),
    keyFields: [...columns.filter(isKey), ...identifying.filter((name) => !columns.some((each) => isSame(each.name, name))).map(plainField)],
    unlisted: [],
    ttlSeconds: undefined, source: undefined, online, offline: true, mode: undefined, version, enabled: undefined,
    inputs: [], aggregations: [], transformation: undefined, labels: undefined, applied: undefined,
  };
}
