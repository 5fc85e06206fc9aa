/** Every rule against its fixture, its own examples and its page. */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { Rule } from "../../server/analysis/engine/rule.ts";
import { rules as indexed } from "../../rules/index.ts";
import { openExample } from "../../scripts/rule-example.ts";
import { rulesOnDisk } from "../../scripts/rule-files.ts";
import { readFixture } from "../harness/fixture.ts";
import type { Fixture } from "../harness/fixture.ts";
import { checkFile, surroundingsOf, tellFolders } from "../harness/rule-check.ts";

const root = join(import.meta.dirname, "../..");

// Loaded one by one, so that a rule that does not even load fails its own tests and no others.
const files = rulesOnDisk(root);
const loaded = await Promise.all(
  files.map(async ({ path }) => {
    try {
      const module = (await import(/* @vite-ignore */ join(root, path))) as { readonly default?: Rule };
      return module.default ?? new Error(`${path} has no default export`);
    } catch (error) {
      return new Error(`${path} does not load`, { cause: error });
    }
  }),
);
const rules = loaded.flatMap((rule) => (rule instanceof Error ? [] : rule));

test.each(files.map((file, index) => ({ path: file.path, rule: loaded[index] })))("$path loads", ({ rule }) => {
  if (rule instanceof Error) throw rule;
});

function fixtureOf(topic: string, name: string): Fixture {
  return readFixture(readFileSync(join(import.meta.dirname, topic, `${name}.md`), "utf8"));
}

describe.each(rules.map((rule) => ({ rule, name: rule.name })))("$name", ({ rule }) => {
  const path = join(import.meta.dirname, rule.topic, `${rule.name}.md`);
  const fixture = existsSync(path) ? fixtureOf(rule.topic, rule.name) : { name: "", shared: [], tests: [] };

  test("has a fixture, with cases that it finds and cases that it leaves alone", () => {
    expect(fixture.name).toBe(rule.name);
    const cases = fixture.tests.map((each) => each.files.flatMap((file) => file.markers));
    expect(cases.some((markers) => markers.length > 0)).toBe(true);
    expect(cases.some((markers) => markers.length === 0)).toBe(true);
  });

  test("finds its bad example and leaves its good one alone", async () => {
    const { settings, stores, folders } = await surroundingsOf({ title: "", files: [], settings: undefined }, fixture.shared, rules);
    const found = (code: string): number => {
      const session = createSession({ rules, strict: true });
      const uri = openExample(session, rule, code, settings);
      session.setCatalogue(uri, stores?.catalogueFor(uri));
      tellFolders(session, uri, folders);
      return session.report(uri)?.findings.filter((finding) => finding.rule === rule.name).length ?? 0;
    };
    expect(found(rule.bad)).toBeGreaterThan(0);
    expect(found(rule.good)).toBe(0);
  });

  test("speaks to both readers, in one sentence without a full stop", () => {
    expect(rule.summary).toMatch(/^[A-Z`].*[^.]$/);
    expect(rule.why.scientist.length).toBeGreaterThan(40);
    expect(rule.why.engineer.length).toBeGreaterThan(40);
  });

  for (const each of fixture.tests) {
    test(each.title, async () => {
      const around = await surroundingsOf(each, fixture.shared, rules);
      for (const file of each.files) if (file.kind !== "other") checkFile(rule, rules, file, around);
    });
  }
});

test("every rule file is in the index, and carries its name and topic", () => {
  const names = files.map(({ topic, name }) => `${topic}/${name}`);
  expect(indexed.map(({ topic, name }) => `${topic}/${name}`)).toEqual(names);
});

test("every fixture belongs to a rule", () => {
  const topics = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const fixtures = topics.flatMap((topic) => readdirSync(join(import.meta.dirname, topic.name)).map((file) => `${topic.name}/${file.replace(/\.md$/, "")}`));
  expect(fixtures.sort()).toEqual(files.map(({ topic, name }) => `${topic}/${name}`).sort());
});

test("no rule file is longer than 200 lines, and half of them are at most 80", () => {
  const lengths = files.map(({ path }) => readFileSync(join(root, path), "utf8").split("\n").length).sort((a, b) => a - b);
  expect(lengths.at(-1)).toBeLessThanOrEqual(200);
  expect(lengths[Math.floor((lengths.length - 1) / 2)]).toBeLessThanOrEqual(80);
});
