import { describe, expect, it } from "vitest";
import { expandVariables, readFeastConfig } from "../../server/analysis/store/feast-config.ts";

const environment = (name: string): string | undefined => ({ STAGE: "dev", EMPTY: "" })[name];

/** Problems as `written text: message`. */
function problems(text: string): readonly string[] {
  return readFeastConfig(text, environment).problems.map(({ start, end, message }) => `${text.slice(start, end)}: ${message}`);
}

describe("feature_store.yaml", () => {
  it("is read", () => {
    const config = readFeastConfig(
      "project: churn_$STAGE\nregistry: data/registry.db\nprovider: local\nonline_store:\n  type: redis\n  connection_string: ${REDIS}\noffline_store: dask\n",
      environment,
    );
    expect(config).toEqual({
      project: "churn_dev", provider: "local", onlineStore: "redis", offlineStore: "dask", problems: [],
      registry: { kind: "file", path: "data/registry.db", cacheSeconds: 600, at: { start: 32, end: 48 } },
    });
  });

  it("leaves what depends on an unknown variable unknown", () => {
    expect(readFeastConfig("project: churn_${USER_NAME}\nregistry: r", environment)).toMatchObject({ project: undefined, problems: [] });
  });

  it.each([
    ["project: [a\nregistry: r\n", "not valid YAML"],
    ["", "holds no settings"],
    ["- a\n- b\n", "holds no settings"],
    ["registry: r\n", "`project` is missing"],
    ["project: a\n", "`registry` is missing"],
    ["project: 12\nregistry: r\n", "12: `project` must be a text"],
    ["project: _a\nregistry: r\n", "_a: `_a` is no project name"],
    ["project: a\nproject: b\nregistry: r\n", "not valid YAML: Map keys must be unique"],
  ])("%j: %s", (text, message) => {
    expect(problems(text)[0]).toContain(message);
  });

  it("points at the text as written, before variables are filled in", () => {
    expect(problems("owner: $STAGE and ${STAGE}\nproject: '-x'\nregistry: r\n")).toEqual([
      "'-x': `-x` is no project name: letters, digits, _ and -, and none of these two first",
    ]);
  });

  it.each([
    ["data/registry.db", { kind: "file", path: "data/registry.db" }],
    ["{path: data/registry.db, cache_ttl_seconds: 60}", { kind: "file", path: "data/registry.db", cacheSeconds: 60 }],
    ["file:///srv/a%20b/registry.db", { kind: "file", path: "/srv/a b/registry.db" }],
    ["'C:\\feast\\registry.db'", { kind: "file", path: "C:\\feast\\registry.db" }],
    ["s3://bucket/registry.db", { kind: "elsewhere", what: "a registry at s3://" }],
    ["{registry_type: file, registry_store_type: GCSRegistryStore, path: x}", { kind: "elsewhere", what: "a registry in GCSRegistryStore" }],
    ["{registry_type: snowflake.registry, account: a}", { kind: "elsewhere", what: "a Snowflake registry" }],
    ["{registry_type: sql, path: 'sqlite:///data/r.db'}", { kind: "sqlite", path: "data/r.db" }],
    ["{registry_type: sql, path: 'sqlite+pysqlite:////srv/r.db?mode=ro'}", { kind: "sqlite", path: "/srv/r.db" }],
    ["{registry_type: sql, path: 'postgresql+psycopg://u:p@db/feast'}", { kind: "elsewhere", what: "a registry in a postgresql database" }],
    ["{registry_type: remote, path: 'feast:6570'}", { kind: "server", address: "feast:6570", tls: undefined }],
    ["{registry_type: remote, path: 'feast:6570', cert: /c.pem, authority: feast}", { kind: "server", tls: { certificate: "/c.pem", clientCertificate: undefined, clientKey: undefined, authority: "feast" } }],
    ["{registry_type: remote, path: 'feast:6570', is_tls: true}", { kind: "server", tls: { certificate: undefined } }],
    ["$UNKNOWN/registry.db", undefined],
  ])("finds the registry %s", (registry, expected) => {
    const config = readFeastConfig(`project: a\nregistry: ${registry}\n`, environment);
    expect(config.problems).toEqual([]);
    if (expected === undefined) expect(config.registry).toBeUndefined();
    else expect(config.registry).toMatchObject(expected);
  });

  it.each([
    ["registry: {registry_type: sqlite, path: x}", "sqlite: `sqlite` is no registry type: file, sql, snowflake.registry, remote"],
    ["registry: {registry_type: remote}", "{registry_type: remote}: `path` of the registry is missing"],
    ["registry: {path: ''}", "{path: ''}: `path` of the registry is missing"],
    ["registry: azure://container/registry.db", "azure://container/registry.db: `azure` is no scheme of a registry path: file, s3, gs, hdfs"],
    ["registry: [a]", "[a]: `registry` must be a path or a mapping"],
    ["registry: r\nonline_store: {type: rediss}", "rediss: `rediss` is no online store of Feast"],
    ["registry: r\noffline_store: parquet", "parquet: `parquet` is no offline store of Feast"],
    ["registry: r\nauth: {type: basic}", "basic: `basic` is no kind of authentication: no_auth, kubernetes, oidc"],
    ["registry: r\nauth: {user: x}", "{user: x}: `type` of auth is missing"],
  ])("%j: %s", (text, message) => {
    expect(problems(`project: a\n${text}\n`)[0]).toContain(message);
  });

  it("survives anything", () => {
    for (const text of ["\u0000", "a: &x *x", "%YAML 9\n---\n", "? ?\n: :", "\t\tproject: a", "<<: 3", "!!binary x", "a: b: c"]) {
      expect(() => readFeastConfig(text, environment)).not.toThrow();
    }
  });
});

describe("environment variables", () => {
  it.each([
    ["a $STAGE b", "a dev b"],
    ["${STAGE}x", "devx"],
    ["$STAGEx ${NOPE} $ ${", "$STAGEx ${NOPE} $ ${"],
    ["[$EMPTY]", "[]"],
  ])("%s -> %s", (text, expected) => {
    expect(expandVariables(text, environment).text).toBe(expected);
  });

  it("leads back to the source", () => {
    const { toSource, text } = expandVariables("ab $STAGE cd", environment);
    expect(toSource(text.indexOf("cd"))).toBe("ab $STAGE cd".indexOf("cd"));
    expect(toSource(text.indexOf("ev"))).toBe(3);
  });
});
