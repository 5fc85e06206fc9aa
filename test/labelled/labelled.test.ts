/** What the rules of each labelled topic find and leave alone, held at the level that is reached; `npm run labelled` lists the differences. */
import { describe, expect, test } from "vitest";
import { held } from "./goals.ts";
import { figuresOf, judge, markersOf, rulesOf, snippetsOf, topics } from "./judge.ts";

test.each(topics())("%s: recall and precision", async (topic) => {
  const rules = rulesOf(topic);
  const verdicts = (await Promise.all(snippetsOf(topic).map((snippet) => judge(snippet, rules)))).flat();
  const { recall, precision } = figuresOf(verdicts);
  expect(recall).toBeGreaterThanOrEqual(held.recall);
  expect(precision).toBeGreaterThanOrEqual(held.precision);
}, 60_000);

describe.each(topics())("%s: the labels", (topic) => {
  const snippets = snippetsOf(topic);
  const clean = snippets.filter((snippet) => markersOf(snippet).length === 0);

  test("are many, and nearly half of the snippets only look like something", () => {
    expect(snippets.length).toBeGreaterThanOrEqual(200);
    expect(clean.length / snippets.length).toBeGreaterThan(0.48);
  });

  test.each(rulesOf(topic).map(({ name }) => name))("%s has five snippets to find and five that look alike", (name) => {
    expect(snippets.filter((snippet) => markersOf(snippet).some(({ rule }) => rule === name)).length).toBeGreaterThanOrEqual(5);
    expect(clean.filter(({ about }) => about === name).length).toBeGreaterThanOrEqual(5);
  });

  test("name rules of the topic", () => {
    const names = rulesOf(topic).map(({ name }) => name);
    for (const snippet of snippets) for (const { rule } of markersOf(snippet)) expect(names).toContain(rule);
  });
});
