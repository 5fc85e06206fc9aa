/** Columns that a transformation computes: one form for all ways to write an expression, and none where it is not certain. */
import { describe, expect, test } from "vitest";
import { columnsOfFunction, columnsOfQuery } from "../../server/analysis/store/computed-columns.ts";

function ofBody(...lines: readonly string[]): Readonly<Record<string, string>> {
  const text = ["def f(inputs):", ...lines.map((line) => `    ${line}`)].join("\n");
  return Object.fromEntries([...columnsOfFunction(text)].map(([name, { text: form }]) => [name, form]));
}

/** Form of `out["x"] = ...`. */
function form(expression: string): string | undefined {
  return ofBody("out = pd.DataFrame()", `out["x"] = ${expression}`, "return out")["x"];
}

describe("ways to write the same", () => {
  test.each([
    [["inputs['a'] / inputs['b']", "inputs['a'].div(inputs['b'])", "np.divide(inputs.loc[:, 'a'], inputs['b'])", "(inputs['a'] / inputs['b']).astype('float64')"], "(/ a b)"],
    [["2 * inputs['a'] + inputs['b']", "inputs['b'] + inputs['a'] * 2.0", "(inputs['a'] * 2).add(inputs['b'])"], "(+ (* 2 a) b)"],
    [["inputs['a'] + inputs['b'] + inputs['c']", "inputs['c'] + (inputs['b'] + inputs['a'])"], "(+ a b c)"],
    [["inputs['a'] > inputs['b']", "inputs['b'] < inputs['a']"], "(< b a)"],
    [["np.log1p(inputs['a']).fillna(0)", "np.log1p(inputs['a']).fillna(value=0)"].slice(0, 1), "(fillna (log1p a) 0)"],
    [["(inputs['a'] > 1) & (inputs['b'] < 2)", "(inputs['b'] < 2) & (1 < inputs['a'])"], "(& (< 1 a) (< b 2))"],
    [["abs(inputs['a'])", "inputs['a'].abs()", "np.absolute(inputs['a'])"], "(abs a)"],
    [["inputs['day'].dt.hour"], "(dt.hour day)"],
    [["inputs['name'].str.lower()"], "(lower name)"],
    [["np.where(inputs['a'] > 0, inputs['a'], 0)"], "(where (< 0 a) a 0)"],
  ])("%j", (written, expected) => {
    for (const each of written) expect(form(each), each).toBe(expected);
  });

  test("brackets in texts", () => {
    expect(form("(inputs['a'] + ' (') + inputs['b']")).toBe('(+ " (" a b)');
  });
});

describe("what has no form", () => {
  test.each(["inputs['a'] / inputs['a'].mean()", "inputs['a'].shift(1)", "scale(inputs['a'])", "other['a'] + 1", "inputs['a'].astype(int)", "RATE * inputs['a']", "inputs[name] + 1",
    "inputs['a'].fillna(0, inplace=True)", "inputs['a'] < inputs['b'] < inputs['c']", "inputs['a'].apply(lambda v: v + 1)"])("%s", (expression) => {
    expect(form(expression)).toBeUndefined();
  });
});

describe("functions", () => {
  test("through names, columns of the result, and a copy of what comes in", () => {
    expect(ofBody("total = inputs['a'] + inputs['b']", "out = inputs.copy()", "out['x'] = total / out['c']", "out['y'] = out['x'] * 2", "return out")).toEqual({ x: "(/ (+ a b) c)", y: "(* (/ (+ a b) c) 2)" });
  });

  test("a column of the result that is called like one that comes in", () => {
    expect(ofBody("out = pd.DataFrame()", "out['a'] = inputs['a'] * 2", "out['b'] = inputs['a'] + 1", "return out")).toEqual({ a: "(* 2 a)", b: "(+ 1 a)" });
  });

  test("plain Python: dictionaries and lists", () => {
    expect(ofBody("return {'x': [a / b for a, b in zip(inputs['a'], inputs['b'])], 'y': [v * 2 for v in inputs['a']]}")).toEqual({ x: "(/ a b)", y: "(* 2 a)" });
    expect(ofBody("return {'x': inputs['a'] / inputs['b']}")).toEqual({ x: "(/ a b)" });
    expect(ofBody("return {'x': [a / b for a, b in zip(inputs['a'], inputs['b']) if b]}")).toEqual({});
  });

  test("Spark", () => {
    expect(ofBody("return inputs.withColumn('x', F.col('a') / F.col('b')).withColumn('y', F.log1p(F.col('a')))")).toEqual({ x: "(/ a b)", y: "(log1p a)" });
  });

  test("set twice, in a branch, or changed: no one expression", () => {
    expect(ofBody("out = pd.DataFrame()", "out['x'] = inputs['a'] + 1", "out['x'] = inputs['a'] + 2", "return out")).toEqual({});
    expect(ofBody("out = pd.DataFrame()", "out['x'] = inputs['a'] + 1", "if FLAG:", "    out['x'] = inputs['a'] + 2", "return out")).toEqual({});
    expect(ofBody("out = pd.DataFrame()", "out['x'] = inputs['a'] + 1", "out['x'] += 2", "return out")).toEqual({});
  });

  test("with decorators and in a function", () => {
    expect([...columnsOfFunction("    @decorated\n    def f(inputs):\n        return {'x': inputs['a'] + 1}\n").keys()]).toEqual(["x"]);
    expect([...columnsOfFunction("def f(inputs):\n        return {'x': inputs['a'] + 1}").keys()]).toEqual(["x"]);
    expect([...columnsOfFunction("def f(inputs:\n  return {")]).toEqual([]);
  });
});

describe("queries", () => {
  const columns = (query: string): Readonly<Record<string, string>> => Object.fromEntries([...columnsOfQuery(query)].map(([name, { text }]) => [name, text]));

  test("one SELECT", () => {
    expect(columns("SELECT driver_id, t.fare / t.distance AS price, COALESCE(tip, 0) + fare AS total,\n CAST(a AS FLOAT64) * 2 AS double_a, a = b AND NOT c AS flag FROM trips t")).toEqual({
      price: "(/ fare distance)", total: "(+ (fillna tip 0) fare)", double_a: "(* 2 a)", flag: "(& (== a b) (~ c))",
    });
  });

  test.each(["SELECT a / b AS x FROM t GROUP BY a", "SELECT a / b AS x FROM t UNION SELECT 1 AS x FROM u", "SELECT CASE WHEN a THEN b END AS x FROM t", "SELECT SUM(a) OVER (PARTITION BY b) AS x FROM t",
    "SELECT LOG(a) AS x FROM t", "SELECT a || b AS x FROM t", "SELECT (SELECT 1) + a AS x FROM t", "not SQL"])("%s", (query) => {
    expect(columns(query)).toEqual({});
  });
});
