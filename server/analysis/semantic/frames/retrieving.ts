/**
 * Frames that come out of a feature store: the columns that the retrieval itself speaks of.
 *
 *     frame = store.get_historical_features(entity_df=entities, features=["stats:rate"]).to_df()
 *
 *     entities has driver_id, event_timestamp     frame has driver_id, event_timestamp, rate
 *     full_feature_names=True                     stats__rate in place of rate
 *
 * There may be more: what an on-demand view computes from is returned with it, and only the repository knows which views are of that
 * kind. Source: Feast 0.67, run (test/store/retrieved-columns.test.ts).
 */
import { feastColumn } from "../../knowledge/feature-retrievals.ts";
import type { LibraryCall } from "../library-calls.ts";
import { plainText } from "../texts.ts";
import type { Columns, Construction, Value } from "../value.ts";
import { columnsOf } from "./labels.ts";

/** Columns of `to_df()` on what a retrieval gave. */
export function retrievedColumns({ receiver }: LibraryCall): Columns {
  const made = receiver?.type?.kind === "instance" ? receiver.type.made : undefined;
  const isHistorical = made?.callable === "feast.FeatureStore.get_historical_features";
  if (!made || (!isHistorical && !/^feast\.FeatureStore\.get_online_features(?:_async)?$/u.test(made.callable))) return columnsOf({});
  const features = given(made, "features", isHistorical ? 1 : 0);
  const isFull = hasFullNames(given(made, "full_feature_names", 2));
  return columnsOf({ present: [...(isHistorical ? entityColumns(given(made, "entity_df", 0)) : []), ...(isFull === undefined ? [] : featureColumns(features, isFull))] });
}

/** Positional arguments behind an unpacked one may be any. */
function given({ arguments: all }: Construction, name: string, position: number): Value | "unknown" | undefined {
  const named = all.find(({ keyword, unpacked }) => keyword === name && !unpacked);
  if (named) return named.value;
  if (all.some(({ unpacked }) => unpacked)) return "unknown";
  const at = all[position];
  return at && at.keyword === undefined ? at.value : undefined;
}

function hasFullNames(value: Value | "unknown" | undefined): boolean | undefined {
  if (value === undefined) return false;
  return value !== "unknown" && value.constant?.kind === "bool" ? value.constant.value : undefined;
}

/** A frame's columns go before those of the features. */
function entityColumns(value: Value | "unknown" | undefined): readonly string[] {
  const columns = value === undefined || value === "unknown" ? undefined : value.data?.columns;
  return columns?.doubt === "levels" ? [] : (columns?.present.filter((label) => typeof label === "string") ?? []);
}

function featureColumns(value: Value | "unknown" | undefined, isFull: boolean): readonly string[] {
  if (value === undefined || value === "unknown") return [];
  const { type } = value;
  const listed = type?.kind === "list" || type?.kind === "tuple" ? type.elements : [];
  return listed.flatMap((each) => {
    const reference = plainText(each);
    return (reference === undefined ? undefined : feastColumn(reference, isFull)) ?? [];
  });
}
