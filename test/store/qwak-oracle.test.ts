/** What we read of Qwak's definitions and references, against the library itself; column names of queries, against sqlglot. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { valuesOf } from "../../server/analysis/store/definition-adapter.ts";
import { qwakAdapter } from "../../server/analysis/store/qwak.ts";
import { decorationOf, returnedBy } from "../../server/analysis/store/qwak-decorators.ts";
import { qwakGrammar } from "../../server/analysis/store/qwak-dialect.ts";
import { mistakesOf } from "../../server/analysis/store/qwak-mistakes.ts";
import { projectionOf } from "../../server/analysis/store/sql-projection.ts";
import { random as randomFrom } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { here, projectFolder } from "./real-feast.ts";

const python = [process.env["SEAWORTHY_FROGML"], join(projectFolder, ".cache", "frogml", "bin", "python"), join(projectFolder, ".cache", "frogml", "Scripts", "python.exe")]
  .find((each) => each !== undefined && existsSync(each));

interface Answers {
  readonly modules: readonly ({ readonly error: string } | { readonly sets: Readonly<Record<string, readonly string[] | null>> })[];
  readonly references: readonly (readonly [string, string, string] | null)[];
  readonly queries: readonly (readonly string[] | null)[];
}

function ask(questions: object): Answers {
  const run = spawnSync(python ?? "", [join(here, "qwak_oracle.py")], { encoding: "utf8", input: JSON.stringify(questions), maxBuffer: 64_000_000, env: { ...process.env, TZ: "UTC" } });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Answers;
}

/** In CI they run, and fail without the library. */
describe.skipIf(python === undefined && process.env["CI"] !== "true")("the library of Qwak", () => {
  const random = randomFrom(7);
  const modules = Array.from({ length: 400 }, () => moduleText(random));
  const references = ["a.b", "a", "", "env.a.s.f", "staging.user-risk.age", "S.F", "a.b.c.d.e", ".x", "x.", "user-risk.Age", "env.user-risk.age"];
  const queries = Array.from({ length: 1500 }, () => queryText(random, 0));
  let answers: Answers;

  // Importing the library takes seconds.
  beforeAll(() => { answers = ask({ modules, references, queries }); }, 120_000);

  test("has the feature names that we read, and refuses the definitions that we call wrong", () => {
    const theirs = answers.modules;
    let refused = 0;
    let aggregated = 0;
    for (const [index, text] of modules.entries()) {
      const ours = readModule(text);
      const answer = theirs[index];
      if (!answer) throw new Error("no answer");
      if ("error" in answer) {
        refused += 1;
        expect([text, answer.error, ours.mistakes.length > 0]).toEqual([text, answer.error, true]);
        continue;
      }
      expect([text, ours.mistakes]).toEqual([text, []]);
      for (const [name, features] of Object.entries(answer.sets)) {
        const view = ours.views.find((each) => each.name === name);
        expect([text, view?.name]).toEqual([text, name]);
        if (features === null || !view) continue;
        aggregated += 1;
        expect([text, view.open, view.fields.map((field) => field.name).sort()]).toEqual([text, false, features]);
      }
    }
    expect(refused).toBeGreaterThan(80);
    expect(aggregated).toBeGreaterThan(80);
  }, 60_000);

  test("reads references as we do", () => {
    const theirs = answers.references;
    for (const [index, text] of references.entries()) {
      const { view, feature } = qwakGrammar.parse(text);
      const ours = feature ? [view.name.toLowerCase(), feature.name.toLowerCase()] : null;
      expect([text, ours]).toEqual([text, theirs[index]?.slice(1) ?? null]);
      if (feature) expect([text.slice(view.start, view.end), text.slice(feature.start, feature.end)]).toEqual([view.name, feature.name]);
    }
  });

  test("sqlglot names the columns of queries as we do", () => {
    const theirs = answers.queries;
    let compared = 0;
    for (const [index, sql] of queries.entries()) {
      const { columns, open } = projectionOf(sql);
      const names = theirs[index];
      expect([sql, names]).not.toEqual([sql, null]);
      // A star comes out as one; where the query says what is in it, we know more.
      if (!names || names.includes("*")) continue;
      compared += 1;
      const named = names.filter((name) => name !== "");
      expect([sql, columns.map(({ name }) => name), open]).toEqual([sql, named, named.length < names.length]);
    }
    expect(compared).toBeGreaterThan(600);
  });
});

function readModule(text: string): { readonly views: ReturnType<typeof qwakAdapter.read>["views"]; readonly mistakes: readonly string[] } {
  const session = createSession({ rules: [], strict: true });
  const uri = "file:///w/module.py";
  session.openScript(uri, text, { settings: defaultSettings, profile: "production" });
  const analysis = session.document(uri)?.analysis();
  if (!analysis) throw new Error("the module did not open");
  const { views } = qwakAdapter.read({ uri, analysis, locate: ({ start, end }) => ({ uri, cell: undefined, start, end, line: 0 }) });
  const mistakes = valuesOf(analysis).flatMap((value) => {
    const decoration = decorationOf(value);
    return decoration ? mistakesOf(decoration, returnedBy(decoration.definition, analysis)).map(({ message }) => message) : [];
  });
  return { views, mistakes };
}

// ---- texts -------------------------------------------------------------------------------------------------

function moduleText(random: Random): string {
  const isBatch = random.below(3) === 0;
  const pick = <T>(...all: readonly T[]): T => all[random.below(all.length)] as T;
  /** Mostly right. */
  const rarely = <T>(right: T, ...wrong: readonly T[]): T => (random.below(12) === 0 ? pick(...wrong) : right);
  const name = rarely(pick('name="user-risk", ', 'name="transactions_1h", ', "", "name=None, "), 'name="1st", ', 'name="-x", ', 'name="a", ', 'name="user risk", ', 'name="x_", ', `name="${"a".repeat(64)}", `);
  const key = rarely(pick('key="user_id"', 'entity="user"'), 'data_sources=["t"]', 'key="user_id", entity="user"', 'key="", entity="user"');
  const sources = key.startsWith("data_sources") ? "" : ', data_sources=["t"]';
  const time = isBatch ? "" : ', timestamp_column_name="at", backfill_max_timestamp=datetime(2024, 1, 1)';
  const family = isBatch ? "batch" : "streaming";
  const top = `@${family}.feature_set(${name}${key}${sources}${time})`;
  const below = pick("", `@${family}.metadata(owner="ann")`, isBatch ? '@batch.scheduling(cron_expression="0 8 * * *")' : "@streaming.execution_specification()");
  const decorators = (below !== "" && random.below(8) === 0 ? [below, top] : [top, below]).filter((each) => each !== "").join("\n");
  const chain = isBatch || random.below(5) === 0 ? "" : aggregationText(random, rarely);
  // Without aggregations there is nothing to fill in.
  const settings = chain === "" ? decorators.replace(", backfill_max_timestamp=datetime(2024, 1, 1)", "") : decorators;
  return `from datetime import datetime
from frogml.core.feature_store.feature_sets.transformations import FrogmlAggregation, SparkSqlTransformation
from frogml.feature_store.feature_sets import batch, streaming

COLUMN = "country"

${settings}
def ${rarely("aggregates", "_aggregates", "f")}():
    return (
        SparkSqlTransformation("SELECT user_id, amount, country, at FROM t")${chain}
    )
`;
}

function aggregationText(random: Random, rarely: <T>(right: T, ...wrong: readonly T[]) => T): string {
  const pick = <T>(...all: readonly T[]): T => all[random.below(all.length)] as T;
  const one = (): string => {
    const column = rarely(pick('"amount"', "COLUMN", '"at"', 'column="amount"'), '"t.amount"');
    const plain = pick("sum", "count", "max", "min", "avg", "sample_variance", "population_variance", "sample_stdev", "population_stdev", "boolean_and", "boolean_or");
    const call = pick(
      `${plain}(${column})`, `${plain}(${column})`,
      `percentile(${column}, p=${rarely(pick("50", "99"), "0", "100", "1.5")})`,
      `last_n(${column}, n=${rarely("3", "0", "-1")})`, `last_distinct_n(${column}, n=${rarely("5", "0")})`,
    );
    const alias = random.below(4) === 0 ? `.alias(${rarely(pick('"median"', '"top"', 'name="x"'), '"a.b"')})` : "";
    return `FrogmlAggregation.${call}${alias}`;
  };
  const windows = Array.from({ length: 1 + random.below(3) }, () => rarely(pick('"1 minute"', '"5 minutes"', '"1 hour"', '"2 HOURS"', '"180 minutes"'), '"1h"', '"hour"', '"1 month"', '" 1 hour"'));
  const calls = [
    `.aggregate(${Array.from({ length: 1 + random.below(3) }, one).join(", ")})`,
    ...(random.below(3) === 0 ? [`.aggregate(${one()})`] : []),
    `.by_windows(${windows.join(", ")})`,
  ];
  if (random.below(15) === 0) calls.splice(random.below(calls.length), 1);
  return calls.map((call) => `\n        ${call}`).join("");
}

/** Queries of the kind that people write, nested at most twice. */
function queryText(random: Random, depth: number): string {
  const pick = <T>(...all: readonly T[]): T => all[random.below(all.length)] as T;
  const column = (): string => pick("a", "b", "t.c", "`d e`", "t.`f`", "user_id", "amount");
  const expression = (): string => pick(
    column(), `${column()} + 1`, `sum(${column()})`, `count(*)`, `coalesce(${column()}, 0)`, `cast(${column()} as double)`,
    `case when ${column()} > 1 then 'x, y' else 'as z' end`, `max(${column()}) over (partition by ${column()} order by ${column()})`,
    `${column()} is not null`, `${column()} between 1 and 2`, `date_sub(${column()}, 7)`, `'text'`, `12.5`, `${column()} in (1, 2)`, `-${column()}`,
    ...(depth < 2 ? [`(${queryText(random, depth + 1)})`] : []),
  );
  const item = (): string => {
    const alias = pick("x", "total", "`odd name`", "avg_7d", "flag");
    return pick(column(), column(), `${expression()} as ${alias}`, `${expression()} AS ${alias}`, `${expression()} ${alias}`, `sum(${column()})`, `t.*`, "*");
  };
  const items = Array.from({ length: 1 + random.below(5) }, item).join(pick(", ", ",\n  ", " , -- more, of it\n "));
  const from = pick("t", "db.t", "t AS t", "t JOIN u ON t.a = u.a", "t LEFT JOIN u USING (a)", depth < 2 ? `(${queryText(random, depth + 1)}) t` : "t");
  const tail = pick("", "", " WHERE a > 1", " GROUP BY a, b HAVING count(*) > 1", " ORDER BY a DESC LIMIT 10", " UNION ALL SELECT 1 AS one", " WHERE a = 'it''s, from' ");
  const head = depth === 0 && random.below(4) === 0 ? `WITH t AS (${queryText(random, 1)}) ` : "";
  return `${head}${pick("SELECT", "select", "SELECT DISTINCT")} ${items} ${pick("FROM", "from")} ${from}${tail}`;
}
