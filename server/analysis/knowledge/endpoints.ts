/**
 * Where a program connects to: names of services for their settings, and addresses that say nothing of one deployment.
 */

/** What a setting of a library's service is called: `DATABASE_HOST`, `REDIS_HOST`. */
const services: readonly { readonly library: RegExp; readonly name: string }[] = [
  { library: /^redis\b/u, name: "REDIS" },
  { library: /^pymongo\b/u, name: "MONGO" },
  { library: /^elasticsearch\b/u, name: "ELASTICSEARCH" },
  { library: /^neo4j\b/u, name: "NEO4J" },
  { library: /^kafka\b/u, name: "KAFKA" },
  { library: /^pika\b/u, name: "RABBITMQ" },
  { library: /^smtplib\b/u, name: "SMTP" },
  { library: /^ftplib\b/u, name: "FTP" },
  { library: /^paramiko\b/u, name: "SSH" },
  { library: /^mlflow\b/u, name: "MLFLOW_TRACKING" },
  { library: /^snowflake\b/u, name: "SNOWFLAKE" },
  { library: /^databricks\b/u, name: "DATABRICKS" },
  { library: /^google\.cloud\.bigquery\b/u, name: "BIGQUERY" },
  { library: /^pyspark\.(?:.*\.)?remote$|^pyspark.*builder/u, name: "SPARK" },
  { library: /^(?:boto3|botocore)\b/u, name: "AWS" },
  { library: /^(?:http|urllib3)\b/u, name: "SERVICE" },
];

export function serviceOf(target: string): string {
  return services.find(({ library }) => library.test(target))?.name ?? "DATABASE";
}

/** This machine, from its own point of view. */
export function isLocal(host: string): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal)$/iu.test(host);
}

/** What stands in documentation until somebody fills it in. */
export function isPlaceholder(text: string): boolean {
  return text === "" || /^<.*>$|^\{.*\}$|\$\{|^(?:host|hostname|server|user|database|dbname|db|account|bucket|my[-_]?\w*|your\b.*|.*\bplaceholder\b.*|x{2,}.*)$|^(?:.*\.)?example\.(?:com|org|net)$/iu.test(text);
}

/** Databases that every server has. */
export const everyServersDatabases: ReadonlySet<string> = new Set(["postgres", "master", "mysql", "default", "admin", "system", "test", "information_schema", ":memory:"]);

/** Arguments that say where a call of these libraries goes, beside those that knowledge of the callable tells. */
export const placeArguments: readonly { readonly target: RegExp; readonly keyword: string; readonly kind: "region" | "url" }[] = [
  { target: /^boto3\.(?:session\.Session\.)?(?:client|resource|Session)$|^boto3\.session\.Session$/u, keyword: "region_name", kind: "region" },
  { target: /^boto3\.(?:session\.Session\.)?(?:client|resource)$/u, keyword: "endpoint_url", kind: "url" },
];

/** Addresses that begin with the name of a bucket or container: `s3://bucket/key`, `abfss://container@account...`. */
export const bucketAddress = /^(?:s3a?|s3n|gs|gcs|abfss?|wasbs?|oss|cos):\/\/(?<bucket>[^/\s{}]+)\//u;
