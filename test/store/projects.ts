/**
 * Projects as people write them for a store, in a folder beside these tests: what rules say of them, and what becomes of slips that are
 * planted in their references.
 */
import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { rules } from "../../rules/index.ts";
import { createSession } from "../../server/analysis/engine/session.ts";
import type { Session } from "../../server/analysis/engine/session-contract.ts";
import { defaultSettings } from "../../server/analysis/engine/settings.ts";
import { collectReferences } from "../../server/analysis/facts/features.ts";
import type { View } from "../../server/analysis/store/model.ts";
import { applyEdits } from "../../server/analysis/text/edit.ts";
import { createStoreIndex } from "../../server/store/store-index.ts";
import type { StoreIndex } from "../../server/store/store-index.ts";
import { createModuleLoader } from "../../server/workspace/module-loader.ts";
import { openInSession, readSource } from "../../server/workspace/open-document.ts";
import { random } from "../harness/random.ts";
import { memoryHost, project } from "../workspace/memory-host.ts";
import { here } from "./real-feast.ts";

/** Texts by path. */
export type Files = Readonly<Record<string, string>>;

/** The projects below a folder of test/store, by name. */
export function projectsIn(name: string): readonly (readonly [string, Files])[] {
  const folder = join(here, name);
  return readdirSync(folder).map((each) => {
    const paths = readdirSync(join(folder, each), { recursive: true, encoding: "utf8" }).filter((path) => /\.(?:py|ipynb)$/.test(path));
    return [each, Object.fromEntries(paths.map((path) => [path.split(sep).join("/"), readFileSync(join(folder, each, path), "utf8")]))];
  });
}

export async function storesOf(files: Files): Promise<StoreIndex> {
  const index = createStoreIndex(memoryHost(files), [project]);
  await index.refresh();
  return index;
}

/** `name: fields ... | keys`, dots where there may be more. */
export async function viewsOf(files: Files): Promise<readonly string[]> {
  return ((await storesOf(files)).catalogueFor(`${project}/x.py`)?.stores ?? []).flatMap(({ views }) => views.map(shown));
}

function shown({ name, fields, keyFields, open }: View): string {
  return `${name}: ${fields.map((each) => each.name).join(" ")}${open ? " ..." : ""}${keyFields.length > 0 ? ` | ${keyFields.map((each) => each.name).join(" ")}` : ""}`;
}

/** Every file open, with what it imports. */
async function opened(files: Files, index: StoreIndex, paths = Object.keys(files)): Promise<Session> {
  const session = createSession({ rules: rules.filter(({ topic }) => topic === "feature-store"), strict: true });
  session.modules.setWorkspaces([project]);
  const loader = createModuleLoader(memoryHost(files), session.modules);
  for (const path of paths) {
    const uri = `${project}/${path}`;
    openInSession(session, uri, readSource(path, new TextEncoder().encode(files[path] ?? ""), 1_000_000), () => ({ settings: defaultSettings, profile: "production" }));
    session.setCatalogue(uri, index.catalogueFor(uri));
    await loader.load(uri);
  }
  return session;
}

/** What rules about feature stores say: `path: rule: message`. */
export async function findingsIn(files: Files): Promise<readonly string[]> {
  const session = await opened(files, await storesOf(files));
  return Object.keys(files).flatMap((path) => (session.report(`${project}/${path}`)?.findings ?? []).map(({ rule, message }) => `${path}: ${rule}: ${message}`));
}

export interface PlantedSlips {
  readonly asked: number;
  /** Those that the first suggestion did not repair. */
  readonly missed: readonly string[];
}

/** Writes each name of a feature that is known wrongly, in several ways, and repairs it. Only scripts are changed. */
export async function plantSlips(projects: readonly Files[], rounds: number, { dashes = true } = {}): Promise<PlantedSlips> {
  const chance = random(3);
  const slip = (name: string): string => {
    const at = 1 + chance.below(name.length - 2);
    const [before, letter, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    return chance.pick([before + after, before + letter + letter + after, `${before}x${after}`, `${before}${after.charAt(0)}${letter}${after.slice(1)}`, ...(dashes ? [name.replaceAll("_", "-")] : []), `${name}s`]);
  };
  const missed: string[] = [];
  let asked = 0;
  for (const files of projects) {
    const index = await storesOf(files);
    const views = index.catalogueFor(`${project}/x.py`)?.stores.flatMap((store) => store.views) ?? [];
    const names = new Set(views.flatMap(({ fields, keyFields }) => [...fields, ...keyFields].map(({ name }) => name.toLowerCase())));
    for (const [path, text] of Object.entries(files).filter(([each]) => each.endsWith(".py"))) {
      const uri = `${project}/${path}`;
      const document = (await opened(files, index, [path])).document(uri);
      if (!document) continue;
      const places = new Map(collectReferences(document.analysis(), uri, index.catalogueFor(uri)).references.flatMap(({ resolution, featurePlace }) => {
        if (resolution.kind !== "feature" || !featurePlace || resolution.view.open) return [];
        const { start, end } = document.locate(featurePlace);
        return [[start, end] as const];
      }));
      for (const [start, end] of places) {
        for (let round = 0; round < rounds; round++) {
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
  return { asked, missed };
}
