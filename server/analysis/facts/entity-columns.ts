/**
 * Which columns a retrieval needs beside the references, and which it is given.
 *
 *     store.get_online_features(features=["driver_stats:rating", "fare:price"], entity_rows=[{"driver_id": 1}])
 *
 *     needed    driver_id      the join key of driver_stats' entity; in online rows the entity's own name does as well
 *               distance       a field of the request source that the on-demand view `fare` computes from
 *     given     driver_id      by each row; by an entity frame, its columns
 *
 * What is not known for certain is neither needed nor missing.
 */
import { elements, text } from "../store/construction.ts";
import type { Selection, Store, View } from "../store/model.ts";
import { similarNames } from "../store/similar-names.ts";
import { partPlace, writtenText } from "../store/written-text.ts";
import type { WrittenText } from "../store/written-text.ts";
import type { ArgumentValue } from "../semantic/analysis.ts";
import type { Value } from "../semantic/value.ts";
import type { Node } from "../syntax/nodes.ts";
import type { Place } from "../syntax/unit.ts";
import { argumentOf as givenFor } from "./feature-calls.ts";
import type { Retrieval } from "./features.ts";
import { isFrame } from "./frames.ts";

export interface NeededColumn {
  readonly name: string;
  readonly kind: "join key" | "request field";
  /** The view that needs it. */
  readonly view: string;
  /** In online rows, another name that does. */
  readonly entity: string | undefined;
  readonly dtype: string | undefined;
}

/** As far as they are known, each once. */
export function neededColumns({ references, service, index }: Retrieval): readonly NeededColumn[] {
  const found = new Map<string, NeededColumn>();
  const add = (column: NeededColumn): void => { if (!found.has(column.name)) found.set(column.name, column); };
  for (const { resolution } of references) {
    if (resolution.kind === "feature" || resolution.kind === "view") columnsOf(resolution.view, resolution.store, new Map(), add);
  }
  const [selected, ...others] = service === undefined ? [] : index.services(service);
  if (selected && others.length === 0) for (const each of selected.service.selections) addSelection(each, selected.store, add);
  return [...found.values()];
}

function addSelection({ view: name, joinKeyMap }: Selection, store: Store, add: (column: NeededColumn) => void): void {
  const views = store.views.filter((view) => view.name === name);
  const [view] = views;
  if (view && views.length === 1) columnsOf(view, store, joinKeyMap, add);
}

function columnsOf(view: View, store: Store, joinKeyMap: ReadonlyMap<string, string>, add: (column: NeededColumn) => void): void {
  for (const name of view.entities) {
    const [entity, ...others] = store.entities.filter((each) => each.name === name);
    if (!entity || others.length > 0) continue;
    const mapped = joinKeyMap.get(entity.joinKey);
    const dtype = view.keyFields.find((field) => field.name === entity.joinKey)?.dtype ?? entity.valueType;
    add({ name: mapped ?? entity.joinKey, kind: "join key", view: view.name, entity: mapped === undefined ? entity.name : undefined, dtype });
  }
  for (const input of view.inputs) {
    if (input.kind === "view") addSelection(input.selection, store, add);
    else for (const { name, dtype } of input.fields) add({ name, kind: "request field", view: view.name, entity: undefined, dtype });
  }
}

// ---- what is given -----------------------------------------------------------------------------------------

/** Names whose presence is known. */
export interface GivenColumns {
  /** Every name that there is; `undefined` when there may be others. */
  readonly all: ReadonlySet<string> | undefined;
  readonly lacks: (name: string) => boolean;
  /** Of a frame: its index is numbered and has no name. */
  readonly hasPlainIndex?: boolean;
  readonly node: Node;
  /** The names that are written as texts. */
  readonly written: readonly WrittenText[];
}

/** The columns of the frame that `get_historical_features` is given; `undefined` for a query, and for a frame not known. */
export function entityFrame({ event, role }: Retrieval): GivenColumns | undefined {
  return frameGiven(role === "training" ? argumentOf(event.args, "entity_df", 0) : undefined);
}

/** The frame of rows that another store than Feast is handed, with the column that must say their times. */
export function population({ event, form: { rows } }: Retrieval): { readonly frame: GivenColumns; readonly time: string | undefined } | undefined {
  const frame = rows && frameGiven(givenFor(event, rows.frame));
  if (!frame || event.args.some(({ unpacked }) => unpacked)) return undefined;
  const time = givenFor(event, rows.time);
  return { frame, time: time ? text(time.value) : rows.usualTime };
}

function frameGiven(given: ArgumentValue | undefined): GivenColumns | undefined {
  if (!given || !isFrame(given.value)) return undefined;
  const columns = given.value.data?.columns;
  if (!columns || columns.doubt === "levels") return undefined;
  const { isWhole, present, absent, index } = columns;
  const inIndex = (name: string): boolean => index === undefined || index.includes(name);
  return {
    all: isWhole && present.every((label) => typeof label === "string") ? new Set(present.map(String)) : undefined,
    lacks: (name) => !inIndex(name) && (isWhole ? !present.includes(name) : absent.includes(name)),
    hasPlainIndex: index?.every((name) => name === null) === true,
    node: given.node,
    written: [],
  };
}

/** The keys of each row that an online retrieval is given; rows that are not known are left out. */
export function entityRows({ event, role }: Retrieval): readonly GivenColumns[] {
  const given = role === "serving" ? argumentOf(event.args, "entity_rows", 1) : undefined;
  if (!given) return [];
  const { node } = given;
  const { type } = given.value;
  if (type?.kind === "dict") return row(given.value, node);
  // `[{"driver_id": id} for id in ids]`: all have the same keys.
  if (type?.kind === "sequence") return row(type.element, node);
  const written = node.kind === "List" && !node.elts.some(({ kind }) => kind === "Starred") ? node.elts : [];
  return (elements(given.value) ?? []).flatMap((each, index) => row(each, written[index] ?? node));
}

/** The key that was meant by a missing one: the only one that nothing needs, when the row has no other or it is like the missing one. */
export function misnamedKey({ all, written }: GivenColumns, missing: string, needed: ReadonlySet<string>): { readonly name: string; readonly at: Place } | undefined {
  const spare = [...(all ?? [])].filter((each) => !needed.has(each));
  const [name] = spare.length === 1 ? spare : similarNames(missing, spare);
  const key = written.find(({ text }) => text === name);
  const at = key && partPlace(key, 0, key.text.length);
  return name === undefined || !at ? undefined : { name, at };
}

function row({ type }: Value, node: Node): readonly GivenColumns[] {
  if (type?.kind !== "dict" || type.open) return [];
  const names = type.entries.map(({ key }) => text(key));
  if (!names.every((name) => name !== undefined)) return [];
  const all = new Set(names);
  const written = type.entries.map(({ key }) => writtenText(key)).filter((key) => key !== undefined);
  return [{ all, lacks: (name) => !all.has(name), node, written }];
}

function argumentOf(args: readonly ArgumentValue[], name: string, at: number): ArgumentValue | undefined {
  return args.find(({ keyword, position, unpacked }) => !unpacked && (keyword === name || position === at));
}
