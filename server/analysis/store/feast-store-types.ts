/**
 * Names that feature_store.yaml may use for the parts of a store (`feast.repo_config`). A test holds them against the installed Feast.
 *
 * A custom class is given by its path, which must end as Feast demands: `my_company.stores.FastOnlineStore`.
 */

export const registryTypes: ReadonlySet<string> = new Set(["file", "sql", "snowflake.registry", "remote"]);

export const onlineStores: ReadonlySet<string> = new Set([
  "aerospike", "sqlite", "datastore", "redis", "dynamodb", "snowflake.online", "bigtable", "postgres", "hbase", "cassandra", "scylladb",
  "mysql", "hazelcast", "elasticsearch", "remote", "singlestore", "qdrant", "couchbase.online", "milvus", "mongodb", "hybrid", "chronon",
]);

export const offlineStores: ReadonlySet<string> = new Set([
  "file", "dask", "bigquery", "redshift", "snowflake.offline", "spark", "trino", "postgres", "athena", "mssql", "duckdb", "remote",
  "couchbase.offline", "clickhouse", "ray", "oracle", "chronon", "hybrid",
]);

export const authTypes: ReadonlySet<string> = new Set(["no_auth", "kubernetes", "oidc"]);

/** Schemes of a registry's path; those of object stores are read by the registry server alone. */
export const registrySchemes: ReadonlySet<string> = new Set(["file", "s3", "gs", "hdfs"]);
