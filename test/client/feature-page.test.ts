/** The page about a feature: what is on it, what can be clicked, that text from the user's files stays text. */
import { describe, expect, test } from "vitest";
import { emptyPage, featurePage } from "../../client/feature-page.ts";
import { placedNodes } from "../../client/lineage-drawing.ts";
import type { CodePlace, FeatureDetails, LineageNode } from "../../server/protocol.ts";

const frame = { source: "https://extension.example", script: "https://extension.example/p.js", style: "https://extension.example/p.css", pathOf: (uri: string) => uri.replace("file:///w/", "") };

function placeAt(path: string, line: number): CodePlace {
  return { uri: `file:///w/${path}`, range: { start: { line, character: 0 }, end: { line, character: 4 } } };
}

function node(id: string, more: Partial<LineageNode> = {}): LineageNode {
  return { id, kind: "script", label: id, detail: "", isSubject: false, location: null, feature: null, ...more };
}

const details: FeatureDetails = {
  id: "f", kind: "feature", label: "trips", reference: "stats:trips", project: "drivers", type: "Int64", description: "Trips of a day",
  facts: [{ label: "Owner", text: "fleet@example.com" }], tags: [{ key: "team", value: "fleet" }], deprecated: null,
  standing: { kind: "differs", text: "differs", differences: [{ part: "dtype", code: "Int64", registry: null }] },
  registry: "applied 2026-01-01 00:00 UTC (2 days ago)", location: placeAt("repo/views.py", 8), features: [], hasMoreFeatures: false,
  usage: { text: "1 training", training: [placeAt("train.py", 4)], serving: [], possibly: [] },
  lineage: {
    nodes: [
      node("stats", { kind: "view", location: placeAt("repo/views.py", 6), feature: "v" }),
      node("trips", { kind: "feature", isSubject: true, location: placeAt("repo/views.py", 8), feature: "f" }),
      node("old", { kind: "service", feature: "s" }),
      node("Forest", { kind: "model", detail: "not seen to be saved" }),
    ],
    edges: [{ from: "stats", to: "trips", isSure: true }, { from: "trips", to: "old", isSure: true }, { from: "old", to: "Forest", isSure: false }],
    gaps: ["Something is not known."],
  },
};

describe("the page about a feature", () => {
  const { html, targets } = featurePage(details, frame);

  test("says what is known", () => {
    for (const text of ["stats:trips", "Int64", "Trips of a day", "fleet@example.com", "differs from what was applied", "applied 2026-01-01", "team: fleet", "train.py:5", "Something is not known."]) {
      expect(html).toContain(text);
    }
  });

  test("everything that can be clicked has a target, and every target is on the page", () => {
    const numbers = [...html.matchAll(/data-target="(\d+)"/gu)].map(([, number]) => Number(number)).sort((a, b) => a - b);
    expect(numbers).toEqual(targets.map((_, index) => index));
    const clicked = (label: RegExp): unknown => targets[Number(new RegExp(`data-target="(\\d+)"[^>]*>(?:<title>)?${label.source}`, "u").exec(html)?.[1])];
    expect(clicked(/Go to Definition/)).toEqual({ kind: "place", place: details.location });
    expect(clicked(/Copy Reference/)).toEqual({ kind: "copy" });
    expect(clicked(/train\.py:5/)).toEqual({ kind: "place", place: details.usage.training[0] });
    expect(clicked(/stats/)).toEqual({ kind: "place", place: details.lineage.nodes[0]?.location });
    // Known only to the store: its details are all that there is to see.
    expect(clicked(/old/)).toEqual({ kind: "feature", id: "s" });
  });

  test("allows no script and no style but the extension's own, and loads nothing else", () => {
    expect(html).toContain("content=\"default-src &#39;none&#39;; style-src https://extension.example; script-src https://extension.example\"");
    expect(html).not.toMatch(/ style=| on\w+=|<style|<img|javascript:/u);
    expect([...html.matchAll(/(?:src|href)="([^"]*)"/gu)].map(([, address]) => address)).toEqual([frame.style, frame.script]);
    expect([...html.matchAll(/<script[^>]*>(.*?)<\/script>/gsu)].map(([, inside]) => inside)).toEqual([""]);
  });

  test("text of the user's files never becomes markup", () => {
    const evil = `<img src=x onerror="alert(1)">'&`;
    const hostile: FeatureDetails = {
      ...details, label: evil, reference: evil, description: evil, type: evil, project: evil, deprecated: evil, registry: evil, id: evil,
      facts: [{ label: evil, text: evil }], tags: [{ key: evil, value: evil }], kind: "view", features: [{ id: evil, label: evil, dtype: evil, description: evil }],
      standing: { kind: "differs", text: evil, differences: [{ part: evil, code: evil, registry: evil }] },
      usage: { ...details.usage, text: evil, serving: [placeAt(evil, 1)] },
      lineage: { nodes: [node(evil, { detail: evil })], edges: [], gaps: [evil] },
    };
    const { html: page } = featurePage(hostile, frame);
    expect(page).not.toContain("<img");
    expect(page.replaceAll(/&#\d+;/gu, "")).not.toMatch(/onerror="|'&/u);
    expect(page.match(/&#60;img/gu)?.length).toBeGreaterThan(15);
  });

  test("speaks to those who do not see it", () => {
    expect(html).toContain('aria-label="view stats, leads to trips" role="button" tabindex="0"');
    expect(html).toContain('aria-label="model Forest, not seen to be saved" role="img"');
    expect([...html.matchAll(/aria-labelledby="([\w-]+)"/gu)].every(([, id]) => html.includes(`id="${id ?? ""}"`))).toBe(true);
  });

  test("a feature that is gone", () => {
    expect(emptyPage(frame)).toContain("not in any feature store");
  });
});

describe("things of a lineage", () => {
  const placed = (nodes: string, edges: readonly string[]): string =>
    placedNodes({ nodes: [...nodes].map((id) => node(id)), edges: edges.map(([from = "", to = ""]) => ({ from, to, isSure: true })) })
      .map(({ node: { id }, column, row }) => `${id}${String(column)}.${String(row)}`).sort().join(" ");

  test("stand right of all that leads to them", () => {
    expect(placed("abcd", ["ab", "bc", "ac", "cd"])).toBe("a0.0 b1.0 c2.0 d3.0");
  });

  test("stand in the order of what leads to them, each column in the middle", () => {
    expect(placed("abcdef", ["ad", "bc", "cf", "de"])).toBe("a0.0 b0.1 c1.1 d1.0 e2.0 f2.1");
    expect(placed("abc", ["ab", "ac"])).toBe("a0.0.5 b1.0 c1.1");
  });

  test("in a circle are drawn all the same", () => {
    expect(placed("ab", ["ab", "ba"]).split(" ")).toHaveLength(2);
  });
});
