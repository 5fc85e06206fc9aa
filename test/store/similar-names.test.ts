import { describe, expect, it } from "vitest";
import { feastGrammar, parseFeastReference as parseReference } from "../../server/analysis/store/feast-reference.ts";
import { intendedReference, similarNames, similarReferences } from "../../server/analysis/store/similar-names.ts";
import type { Store } from "../../server/analysis/store/model.ts";
import { random } from "../harness/random.ts";
import type { Random } from "../harness/random.ts";
import { store } from "./catalogue.ts";

const drivers = store("file:///drivers", [
  "driver_hourly_stats(conv_rate, acc_rate, avg_daily_trips)",
  "driver_hourly_stats_fresh(conv_rate_fresh, trips_today)",
  "customer_profile(age, lifetime_value, segment)",
  "inferred(...)",
]);

function suggestions(text: string, stores: readonly Store[] = [drivers]): readonly string[] {
  return similarReferences(parseReference(text), stores).map(({ view, field }) => `${view.name}:${field?.name ?? "*"}`);
}

describe("did you mean", () => {
  it.each([
    ["driver_hourly_stats:conv_rte", "driver_hourly_stats:conv_rate"],
    ["driver_hourly_stat:conv_rate", "driver_hourly_stats:conv_rate"],
    ["driver_stats:conv_rate", "driver_hourly_stats:conv_rate"],
    ["hourly_driver_stats:acc_rate", "driver_hourly_stats:acc_rate"],
    ["DriverHourlyStats:accRate", "driver_hourly_stats:acc_rate"],
    ["driver_hourly_stats:trips_today", "driver_hourly_stats_fresh:trips_today"],
    ["customers:lifetime_value", "customer_profile:lifetime_value"],
    ["customer_profil:lifetime_vale", "customer_profile:lifetime_value"],
    ["infered:whatever", "inferred:*"],
  ])("%s -> %s", (written, meant) => {
    expect(suggestions(written)[0]).toBe(meant);
  });

  it("offers nothing for a name that is like nothing", () => {
    expect(suggestions("orders:basket_total")).toEqual([]);
  });

  it("never offers what was written", () => {
    expect(suggestions("customer_profile:age")).not.toContain("customer_profile:age");
  });

  it("reads other separators", () => {
    expect(intendedReference("customer_profile.age", [drivers], feastGrammar)).toBe("customer_profile:age");
    expect(intendedReference("driver_hourly_stats__conv_rate", [drivers], feastGrammar)).toBe("driver_hourly_stats:conv_rate");
    expect(intendedReference("segment", [drivers], feastGrammar)).toBe("customer_profile:segment");
    expect(intendedReference("customer_profile.size", [drivers], feastGrammar)).toBeUndefined();
    expect(intendedReference("x", [store("file:///a", ["a(x)", "b(x)"])], feastGrammar)).toBeUndefined();
  });

  it("orders plain names", () => {
    expect(similarNames("driver_v2", ["driver_v1", "drivers_v2", "fraud"])).toEqual(["driver_v1", "drivers_v2"]);
  });
});

describe("planted typos", () => {
  const words = ["driver", "customer", "order", "hourly", "daily", "rate", "count", "trip", "mean", "spend", "visit", "score", "total", "age"];

  it("has the right suggestion first in at least 95 of 100", () => {
    const chance = random(7);
    const pick = (): string => chance.pick(words);
    const name = (): string => [...new Set([pick(), pick(), pick()])].join("_");
    const views = [...new Set(Array.from({ length: 60 }, name))].map((each) => {
      return `${each}(${[...new Set(Array.from({ length: 6 }, name))].join(", ")})`;
    });
    const large = store("file:///large", views);
    let right = 0;
    let asked = 0;
    for (const view of large.views) {
      for (const field of view.fields) {
        const reference = `${view.name}:${field.name}`;
        const written = slip(reference, chance);
        const isOther = large.views.some((each) => each.fields.some((one) => `${each.name}:${one.name}` === written));
        if (written === reference || isOther || !written.includes(":")) continue;
        asked += 1;
        if (suggestions(written, [large])[0] === reference) right += 1;
      }
    }
    expect(asked).toBeGreaterThan(200);
    expect(right / asked).toBeGreaterThan(0.95);
  });
});

/** One letter left out, doubled, changed or swapped with the next. */
function slip(text: string, chance: Random): string {
  let at = chance.below(text.length - 1);
  if (text[at] === ":" || text[at + 1] === ":") at = 0;
  const kind = chance.below(4);
  if (kind === 0) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + (text[at] ?? "") + text.slice(at);
  if (kind === 2) return text.slice(0, at) + "x" + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}
