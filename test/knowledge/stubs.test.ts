/** The stub language, and that the knowledge written in it is whole: every file parses, and what it names can be looked up. */
import { describe, expect, it } from "vitest";
import { callableOf, canonicalName, describedLibraries, isClassName, isKnownLibrary, isSubclass, memberOf, stubsOf } from "../../server/analysis/knowledge/callables.ts";
import { parseReturnType } from "../../server/analysis/knowledge/returns.ts";
import type { ReturnType } from "../../server/analysis/knowledge/returns.ts";
import { parseStubs } from "../../server/analysis/knowledge/stubs.ts";

const sample = `
module lib
load(file: read-path, *, mode, ...) -> .Table !read !deserialize
pair(a, b) -> tuple[.Table, builtins.int]
class Table(.Base) complete
  head(n) -> self
  size: builtins.int
class Base
  close()
alias core.Table = .Table
`;

describe("stubs", () => {
  const library = parseStubs([sample]);

  it("say what a callable takes, returns and does", () => {
    expect(library.callables.get("lib.load")).toEqual({
      name: "lib.load",
      parameters: [
        { name: "file", kind: "positional", role: "read-path" },
        { name: "mode", kind: "keyword-only", role: undefined },
      ],
      isWhole: false,
      returns: "lib.Table",
      cases: [],
      effects: ["read", "deserialize"],
      callbacks: [],
    });
    expect(library.callables.get("lib.pair")?.returns).toBe("tuple[lib.Table, builtins.int]");
  });

  it("say what belongs to a class", () => {
    expect(library.classes.get("lib.Table")).toEqual({ bases: ["lib.Base"], isComplete: true, isHidden: false });
    expect(library.callables.has("lib.Table.head")).toBe(true);
    expect(library.properties.get("lib.Table.size")).toEqual({ returns: "builtins.int" });
    expect([...library.aliases]).toEqual([["lib.core.Table", "lib.Table"]]);
  });

  it("take names and order from the generated signature, roles from the curated one", () => {
    const both = parseStubs(["module lib\nload(path, sep, *, mode)\n", "module lib\nload(path: read-path, ...) -> .Table\n"]);
    expect(both.callables.get("lib.load")?.parameters.map(({ name, kind, role }) => `${name} ${kind} ${role ?? ""}`.trim())).toEqual([
      "path positional read-path", "sep positional", "mode keyword-only",
    ]);
  });

  it("say what a function that is passed is given", () => {
    const { callables } = parseStubs(["module lib\napply(func, rows) -> .Table !calls func(.Table, element(rows)) !fit\nclass Table\n"]);
    expect(callables.get("lib.apply")).toMatchObject({ effects: ["fit"], callbacks: [{ parameter: "func", passes: ["lib.Table", "element(rows)"] }] });
  });

  it("reject a line that is not in the language", () => {
    expect(() => parseStubs(["module lib\nload(path\n"])).toThrow(SyntaxError);
  });
});

const roles = new Set([
  "read-path", "write-path", "path", "sql", "sql-parameters", "password", "token", "key-id", "user", "host", "port", "database", "url", "connection-url", "verify",
  "tls-context", "seed", "timeout", "callback", "headers", "auth", "mutated",
]);
const effects = new Set([
  "read", "write", "connect", "execute", "network", "deserialize", "unordered", "random", "seed", "fit", "split", "shell", "print", "configure", "plot", "exit",
  "transform", "predict", "score", "resample", "open", "columns",
]);

describe.each(describedLibraries())("%s", (root) => {
  it("follows the language, with known roles and effects and types that exist", () => {
    const library = parseStubs(stubsOf(root));
    const returned = new Map<string, string>();
    for (const { name, parameters, effects: marks, returns, cases } of [...library.callables.names()].flatMap((each) => library.callables.get(each) ?? [])) {
      const named = parameters.map((each) => each.name);
      const wrong = [
        ...parameters.flatMap(({ role }) => (role !== undefined && !roles.has(role) ? [`role ${role}`] : [])),
        ...marks.filter((effect) => !effects.has(effect)).map((effect) => `effect ${effect}`),
        ...(new Set(named).size === named.length ? [] : ["a parameter twice"]),
        ...cases.flatMap((each) => each.conditions).filter((each) => parameters.length > 0 && each.test !== "equals" && !named.includes(each.parameter)).map((each) => `no ${each.parameter}`),
      ];
      expect(wrong, name).toEqual([]);
      for (const type of [returns, ...cases.map((each) => each.returns)]) if (type !== undefined) returned.set(type, name);
    }
    for (const name of library.properties.names()) {
      const type = library.properties.get(name)?.returns;
      if (type !== undefined) returned.set(type, name);
    }
    for (const [type, name] of returned) {
      for (const className of classesOf(parseReturnType(type))) {
        const isOwn = className.startsWith(`${root}.`) && root !== "builtins";
        expect(!isOwn || isClassName(className), `${name} returns ${className}`).toBe(true);
      }
    }
  });
});

function classesOf(type: ReturnType): readonly string[] {
  if (type.kind === "class") return [type.name];
  return "parts" in type ? type.parts.flatMap(classesOf) : [];
}

describe("knowledge", () => {
  it("names members by the class they are called on, and knows them where they are defined", () => {
    expect(memberOf("sklearn.svm.SVC", "fit")).toEqual({ kind: "method", name: "sklearn.svm.SVC.fit" });
    expect(callableOf("sklearn.svm.SVC.fit")?.effects).toEqual(["fit"]);
    expect(memberOf("geopandas.GeoDataFrame", "to_csv")).toEqual({ kind: "method", name: "geopandas.GeoDataFrame.to_csv" });
    expect(callableOf("geopandas.GeoDataFrame.to_csv")?.effects).toEqual(["write"]);
    expect(memberOf("pandas.DataFrame", "price")).toEqual({ kind: "property", returns: "pandas.Series" });
    expect(memberOf("pandas.Series", "price")).toEqual({ kind: "none" });
    expect(memberOf("somewhere.Client", "call")).toEqual({ kind: "method", name: "somewhere.Client.call" });
    expect(isSubclass("pathlib.Path", "pathlib.PurePath")).toBe(true);
  });

  it("knows the public name of a thing", () => {
    expect(canonicalName("pandas.core.frame.DataFrame")).toBe("pandas.DataFrame");
    expect(canonicalName("keras.layers.core.Dense")).toBe("keras.layers.Dense");
    expect(canonicalName("sklearn.ensemble._forest.RandomForestClassifier")).toBe("sklearn.ensemble.RandomForestClassifier");
    expect(canonicalName("matplotlib.axes._subplots.AxesSubplot")).toBe("matplotlib.axes.Axes");
    expect(canonicalName("statsmodels.api.OLS")).toBe("statsmodels.regression.linear_model.OLS");
    expect(canonicalName("sklearn.externals.joblib.load")).toBe("joblib.load");
    expect(canonicalName("nowhere.x")).toBe("nowhere.x");
  });

  it("keeps the name of a library that mirrors another", () => {
    expect(canonicalName("tensorflow.keras.Sequential")).toBe("tensorflow.keras.models.Sequential");
    expect(canonicalName("tensorflow.python.keras.models.load_model")).toBe("tensorflow.keras.models.load_model");
    expect(callableOf("tensorflow.keras.models.load_model")).toMatchObject({ returns: "tensorflow.keras.models.Model", effects: ["read", "deserialize"] });
    expect(memberOf("tensorflow.keras.models.Sequential", "fit")).toEqual({ kind: "method", name: "tensorflow.keras.models.Sequential.fit" });
    expect(isSubclass("tensorflow.keras.models.Sequential", "keras.models.Model")).toBe(true);
    expect(isClassName("tensorflow.keras.layers.LSTM")).toBe(true);
  });

  it("does not take names of JavaScript's objects for libraries", () => {
    expect(isKnownLibrary("constructor.x")).toBe(false);
    expect(callableOf("__proto__.x")).toBeUndefined();
  });

  it("has read pandas' signatures", () => {
    const names = callableOf("pandas.read_csv")?.parameters.map((each) => each.name) ?? [];
    expect(names.slice(0, 2)).toEqual(["filepath_or_buffer", "sep"]);
    expect(names.length).toBeGreaterThan(30);
  });
});
