/** Feature tables of Databricks read from code: both clients, and what leaves a table open. */
import { describe, expect, test } from "vitest";
import { findingsIn, storesOf, viewsOf } from "./projects.ts";
import { project } from "../workspace/memory-host.ts";

const imports = `from databricks.feature_engineering import FeatureEngineeringClient, FeatureLookup
from pyspark.sql.types import IntegerType, LongType, StructField, StructType
`;
const create = `${imports}
client = FeatureEngineeringClient()
client.create_table(name="ml.shop.users", primary_keys="id", schema=StructType([StructField("id", LongType()), StructField("age", IntegerType())]))
`;
const lookup = `${imports}
wanted = [FeatureLookup(table_name="ml.shop.users", feature_names=["agee"], lookup_key="id")]
`;

describe("a table whose schema is written", () => {
  test("is known whole", async () => {
    expect(await viewsOf({ "a.py": create })).toEqual(["ml.shop.users: age | id"]);
    expect(await findingsIn({ "a.py": create, "b.py": lookup })).toEqual(['b.py: unknown-feature: "ml.shop.users" has no feature "agee" (did you mean "age"?)']);
  });

  test.each([
    ["a frame that is not known", 'client.write_table(name="ml.shop.users", df=spark.table("t"))', "ml.shop.users: age ... | id"],
    ["a frame that is known", 'client.write_table(name="ml.shop.users", df=spark.createDataFrame([], ["id", "age", "city"]))', "ml.shop.users: age city | id"],
    ["a table without its catalog", 'client.write_table(name="shop.users", df=spark.table("t"))', "ml.shop.users: age ... | id"],
    ["a table that is not known", "client.write_table(name=input(), df=spark.table('t'))", "ml.shop.users: age ... | id"],
    ["another table", 'client.write_table(name="ml.shop.items", df=spark.table("t"))', "ml.shop.users: age | id"],
    ["Spark with a schema that may grow", 'spark.table("t").write.option("mergeSchema", "true").saveAsTable("ml.shop.users")', "ml.shop.users: age ... | id"],
    ["SQL that alters it", 'spark.sql("ALTER TABLE ml.shop.users ADD COLUMN city string")', "ml.shop.users: age ... | id"],
    ["SQL that alters some table", 'spark.sql(f"alter table {input()} add column city string")', "ml.shop.users: age ... | id"],
    ["SQL that alters another table", 'spark.sql("ALTER TABLE ml.shop.items ADD COLUMN city string")', "ml.shop.users: age | id"],
  ])("and written to: %s", async (_what, write, expected) => {
    const writes = `${imports}from pyspark.sql import SparkSession\n\nspark = SparkSession.builder.getOrCreate()\nclient = FeatureEngineeringClient()\n${write}\n`;
    expect(await viewsOf({ "a.py": create, "jobs/b.py": writes })).toEqual([expected]);
  });
});

test("types that a star imports", async () => {
  const stars = "from pyspark.sql.functions import *\nfrom pyspark.sql.types import *\n";
  expect(await viewsOf({ "a.py": create.replace("from pyspark.sql.types import IntegerType, LongType, StructField, StructType\n", stars) })).toEqual(["ml.shop.users: age | id"]);
});

test("the older client of workspaces, with its other names", async () => {
  expect(await viewsOf({ "a.py": `
from databricks.feature_store import FeatureStoreClient
from pyspark.sql.types import LongType, StructType

fs = FeatureStoreClient()
fs.create_table("shop.users", ["id", "day"], schema=StructType().add("id", "bigint").add("day", "date").add("age", LongType()), timestamp_keys="day")
fs.create_feature_table(name="shop.items", keys="id", features_df=load())
fs.register_table(delta_table="shop.visits", primary_keys="id")
` })).toEqual(["shop.users: age | id day", "shop.items:  ... | id", "shop.visits:  ... | id"]);
});

describe("SQL that creates a table", () => {
  const spark = (query: string): Promise<readonly string[]> => viewsOf({ "a.py": `from pyspark.sql import SparkSession\n\nCATALOG = "ml"\nspark = SparkSession.builder.getOrCreate()\nspark.sql(${query})\n` });

  test.each([
    ["a constraint", `"""
  CREATE TABLE IF NOT EXISTS ml.shop.users (
    id BIGINT NOT NULL, day DATE NOT NULL, -- when
    \`age in years\` INT COMMENT 'whole, (years)', spent DECIMAL(10, 2) DEFAULT 0, tags MAP<STRING, ARRAY<INT>>,
    CONSTRAINT users_pk PRIMARY KEY (id, day TIMESERIES), CONSTRAINT fk FOREIGN KEY (id) REFERENCES ml.shop.people (id)
  ) USING DELTA COMMENT 'Who buys'"""`, ["ml.shop.users: age in years spent tags | id day"]],
    ["a column that is the key", 'f"CREATE OR REPLACE TABLE {CATALOG}.shop.users (id INT PRIMARY KEY, age INT)"', ["ml.shop.users: age | id"]],
    ["no key", '"CREATE TABLE ml.shop.users (id INT, age INT)"', []],
    ["a name that is not known", 'f"CREATE TABLE {input()}.users (id INT PRIMARY KEY)"', []],
    ["a query", '"CREATE TABLE ml.shop.users AS SELECT 1 AS id"', []],
    ["another statement", '"SELECT 1 -- PRIMARY KEY"', []],
  ])("with %s", async (_what, query, expected) => {
    expect(await spark(query)).toEqual(expected);
  });

  test("has types and comments", async () => {
    const index = await storesOf({ "a.py": 'spark.sql("CREATE TABLE t (id INT PRIMARY KEY, tags MAP<STRING, ARRAY<INT>> COMMENT \'all\', spent DECIMAL(10, 2))")\n' });
    const fields = index.catalogueFor(`${project}/a.py`)?.stores[0]?.views[0]?.fields.map(({ dtype, description }) => [dtype, description]);
    expect(fields).toEqual([["map<string,array<int>>", "all"], ["decimal(10,2)", undefined]]);
  });

  test("on another connection it is no feature table", async () => {
    expect(await viewsOf({ "a.py": 'import sqlite3\n\nsqlite3.connect("a.db").sql("CREATE TABLE users (id INT PRIMARY KEY, age INT)")\n' })).toEqual([]);
  });
});

test("a table that a helper creates for its callers", async () => {
  expect(await viewsOf({ "a.py": `${imports}
def create(name, *columns):
    fields = [StructField(column, LongType()) for column in columns]
    FeatureEngineeringClient().create_table(name=name, primary_keys="id", schema=StructType(fields))


create("ml.shop.users", "id", "age")
create("ml.shop.items", "id", "price")
` })).toEqual(["ml.shop.users: age | id", "ml.shop.items: price | id"]);
});

test("schemas that are not known whole leave the table open", async () => {
  expect(await viewsOf({ "a.py": `${imports}
client = FeatureEngineeringClient()
client.create_table(name="ml.a", primary_keys="id", schema=StructType([StructField("id", LongType()), *more]))
client.create_table(name="ml.b", primary_keys="id", schema=frame.schema)
client.create_table(name="ml.c", primary_keys="id", schema=StructType([StructField(input(), LongType()), StructField("x", LongType())]))
` })).toEqual(["ml.a:  ... | id", "ml.b:  ... | id", "ml.c: x ... | id"]);
});

test("what is no client of Databricks creates no feature table, and a name from outside none that is known", async () => {
  expect(await viewsOf({ "a.py": `${imports}
from sqlalchemy_helper import Database

Database().create_table(name="ml.shop.users", primary_keys="id")
` })).toEqual([]);
  const index = await storesOf({ "a.py": `${imports}\nFeatureEngineeringClient().create_table(name=input(), primary_keys="id", df=load())\n` });
  expect(index.catalogueFor(`${project}/a.py`)?.stores).toMatchObject([{ kind: "databricks", views: [], limits: [{ message: "the name of this feature table is known only at run time" }] }]);
});

test("names are compared as Spark does, keys may be looked up, and tables that nobody defines here are nobody's mistake", async () => {
  expect(await findingsIn({ "a.py": create, "b.py": lookup.replace("agee", "AGE"), "c.py": lookup.replace("agee", "id"), "d.py": lookup.replace("ml.shop.users", "ml.shop.user"), "e.py": lookup.replace("ml.shop.users", "shop.users") })).toEqual([]);
});
