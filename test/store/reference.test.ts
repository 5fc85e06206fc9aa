import { describe, expect, it } from "vitest";
import { parseFeastReference as parseReference } from "../../server/analysis/store/feast-reference.ts";

/** `view|version|feature`, as Feast's own parser splits the text. */
function split(text: string): string {
  const { view, version, feature } = parseReference(text);
  expect(text.slice(view.start, view.end)).toBe(view.name);
  if (feature) expect(text.slice(feature.start, feature.end)).toBe(feature.name);
  return [view.name, version ?? "", feature?.name ?? "-"].join("|");
}

describe("the grammar of a reference", () => {
  it.each([
    ["driver_stats:trips", "driver_stats||trips"],
    ["driver_stats@v2:trips", "driver_stats|2|trips"],
    ["driver_stats@V12:trips", "driver_stats|12|trips"],
    ["driver_stats@latest:trips", "driver_stats||trips"],
    ["driver_stats@LATEST:trips", "driver_stats||trips"],
    ["driver_stats@:trips", "driver_stats||trips"],
    ["driver_stats@version2:trips", "driver_stats@version2||trips"],
    ["driver_stats@v2x:trips", "driver_stats@v2x||trips"],
    ["events:COUNT(id)", "events||COUNT(id)"],
    ["events:a:b", "events||a:b"],
    ["events:MAX(x.y)@v2", "events||MAX(x.y)@v2"],
    [":trips", "||trips"],
    ["driver_stats:", "driver_stats||"],
    ["driver_stats", "driver_stats||-"],
    ["driver_stats@v2", "driver_stats|2|-"],
    ["", "||-"],
  ])("%s", (text, parts) => {
    expect(split(text)).toBe(parts);
  });
});
