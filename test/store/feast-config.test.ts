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
    expect(config).toEqual({ project: "churn_dev", provider: "local", onlineStore: "redis", offlineStore: "dask", problems: [] });
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
