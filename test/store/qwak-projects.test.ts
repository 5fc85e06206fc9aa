/**
 * Projects as people write them for Qwak (JFrog ML), in qwak-projects: rules about feature stores have nothing to say about them, and every slip
 * that is planted in a reference is found and repaired.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { expect, test } from "vitest";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { collectReferences } from "../../server/analysis/facts/features.ts";
import type { Store } from "../../server/analysis/store/model.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import type { StoreIndex } from "../../server/store/store-index.ts";
import { createModuleLoader } from "../../server/workspace/module-loader.ts";
import { random } from "../harness/random.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";
import { here } from "./real-feast.ts";

type Files = Readonly<Record<string, string>>;

const folder = join(here, "qwak-projects");
const projects: readonly (readonly [string, Files])[] = readdirSync(folder).map((name) => {
  const paths = readdirSync(join(folder, name), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".py"));
  return [name, Object.fromEntries(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, name, path), "utf8")]))];
});

async function storesOf(files: Files): Promise<StoreIndex> {
  const index = createStoreIndex(memoryHost(files), [project]);
  await index.refresh();
  return index;
}

/** Every file open, with what it imports. */
async function opened(files: Files, index: StoreIndex, paths = Object.keys(files)): Promise<Session> {
  const session = createSession({ rules: rules.filter(({ topic }) => topic === "feature-store"), strict: true });
  session.modules.setWorkspaces([project]);
  const loader = createModuleLoader(memoryHost(files), session.modules);
  for (const path of paths) {
    const uri = `${project}/${path}`;
    session.openScript(uri, files[path] ?? "", { settings: defaultSettings, profile: "production" });
    session.setCatalogue(uri, index.catalogueFor(uri));
    await loader.load(uri);
  }
  return session;
}

test.each(projects)("%s: nothing to say", async (_name, files) => {
  const session = await opened(files, await storesOf(files));
  const found = Object.keys(files).flatMap((path) => (session.report(`${project}/${path}`)?.findings ?? []).map(({ rule, message }) => `${path}: ${rule}: ${message}`));
  expect(found).toEqual([]);
});

test("the feature sets that they define", async () => {
  const shown = async (files: Files): Promise<readonly string[]> =>
    ((await storesOf(files)).catalogueFor(`${project}/x.py`)?.stores ?? []).flatMap(({ views }: Store) =>
      views.map(({ name, fields, keyFields, open }) => `${name}: ${fields.map((each) => each.name).join(" ")}${open ? " ..." : ""}${keyFields.length > 0 ? ` | ${keyFields.map((each) => each.name).join(" ")}` : ""}`));
  const aggregates = ["sum_amount", "count_amount", "avg_amount", "largest", "last_distinct_5_country", "median", "p95_amount", "boolean_or_is_online"];
  expect(Object.fromEntries(await Promise.all(projects.map(async ([name, files]) => [name, await shown(files)] as const)))).toEqual({
    churn: [
      "churn-customers: plan tenure_days city | customer_id updated_at",
      "churn-usage: calls minutes longest | customer_id qwak_window_end_ts",
      "call-graph:  ...",
      "raw-calls: seconds ...",
    ],
    credit_risk: ["user-credit-risk: age sex job housing saving_account checking_account credit_amount duration monthly_rate is_car | user date_created"],
    streaming: [
      `payment-totals: ${["1m", "15m", "1h"].flatMap((window) => aggregates.map((each) => `${each}_${window}`)).join(" ")}`,
      "last_payments: last_amount last_country | account paid_at",
    ],
  });
});

test("of planted slips the first suggestion is right in at least 95 of 100", async () => {
  const chance = random(3);
  const slip = (name: string): string => {
    const at = 1 + chance.below(name.length - 2);
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    return chance.pick([before + after, before + letter + letter + after, `${before}x${after}`, `${before}${after.charAt(0)}${letter}${after.slice(1)}`, name.replaceAll("_", "-"), `${name}s`]);
  };
  const missed: string[] = [];
  let asked = 0;
  for (const [, files] of projects) {
    const index = await storesOf(files);
    const names = new Set(index.catalogueFor(`${project}/x.py`)?.stores.flatMap(({ views }) => views.flatMap(({ fields }) => fields.map(({ name }) => name.toLowerCase()))));
    for (const [path, text] of Object.entries(files)) {
      const uri = `${project}/${path}`;
      const document = (await opened(files, index, [path])).document(uri);
      if (!document) continue;
      const places = new Map(collectReferences(document.analysis(), uri, index.catalogueFor(uri)).references.flatMap(({ resolution, featurePlace }) => {
        if (resolution.kind !== "feature" || !featurePlace || resolution.view.open) return [];
        const { start, end } = document.locate(featurePlace);
        return [[start, end] as const];
      }));
      for (const [start, end] of places) {
        for (let round = 0; round < 6; round++) {
          const right = text.slice(start, end);
          const written = slip(right);
          if (written === right || names.has(written.toLowerCase())) continue;
          asked += 1;
          const planted = text.slice(0, start) + written + text.slice(end);
          const session = await opened({ ...files, [path]: planted }, index, [path]);
          const finding = session.report(uri)?.findings.find(({ rule }) => rule === "unknown-feature");
          const fix = finding?.fixes[0];
          const at = session.document(uri);
          const repaired = fix && at ? applyEdits(planted, fix.edits.map((edit) => ({ ...at.locate(edit.at), text: edit.text }))) : planted;
          if (repaired.toLowerCase() !== text.toLowerCase()) missed.push(`${path}: ${right} as ${written}: ${finding?.message ?? "nothing"}`);
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(100);
  expect((asked - missed.length) / asked, missed.join("\n")).toBeGreaterThanOrEqual(0.95);
}, 60_000);
