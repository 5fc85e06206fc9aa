/**
 * The dialects by kind of store. A new kind is one entry here, with its dialect in a file of its own, and an adapter that reads
 * its definitions (definition-adapters.ts).
 */
import type { StoreDialect } from "./dialect.ts";
import { feastDialect } from "./feast-dialect.ts";
import type { Store, StoreKind } from "./model.ts";
import { qwakDialect } from "./qwak-dialect.ts";

const dialects: ReadonlyMap<StoreKind, StoreDialect> = new Map([feastDialect, qwakDialect].map((each) => [each.kind, each]));

export function dialectOf({ kind, dialect }: Pick<Store, "kind" | "dialect">): StoreDialect {
  return dialect ?? dialects.get(kind) ?? feastDialect;
}
