/**
 * The dialects by kind of store. A new kind is one entry here, with its dialect in a file of its own, and an adapter that reads
 * its definitions (definition-adapters.ts).
 */
import { chrononDialect } from "./chronon-dialect.ts";
import { databricksDialect } from "./databricks-dialect.ts";
import type { StoreDialect } from "./dialect.ts";
import { feastDialect } from "./feast-dialect.ts";
import { hopsworksDialect } from "./hopsworks-dialect.ts";
import type { Store, StoreKind } from "./model.ts";
import { qwakDialect } from "./qwak-dialect.ts";
import { sagemakerDialect } from "./sagemaker-dialect.ts";
import { snowflakeDialect } from "./snowflake-dialect.ts";
import { tectonDialect } from "./tecton-dialect.ts";

export const dialects: ReadonlyMap<StoreKind, StoreDialect> = new Map([feastDialect, qwakDialect, databricksDialect, sagemakerDialect, hopsworksDialect, tectonDialect, snowflakeDialect, chrononDialect].map((each) => [each.kind, each]));

export function dialectOf({ kind, dialect }: Pick<Store, "kind" | "dialect">): StoreDialect {
  return dialect ?? dialects.get(kind) ?? feastDialect;
}

/**
 * Whether a text may talk to a store: it names a library of one, or a method that is taken for one's. Cheap; what is described in a
 * features.yaml is not known here.
 */
export function speaksOfStores(text: string): boolean {
  return storeWords.test(text);
}

const storeWords = new RegExp(
  String.raw`\b(?:${[...dialects.values()].flatMap(({ packages, forms }) => [...packages, ...forms.filter(({ mayBeUnproved }) => mayBeUnproved).map(({ callable }) => callable)]).join("|")})\b`,
);
