/**
 * The YAML and JSON files of a workspace that speak of features: catalogues (`features.yaml`, and files that the settings name), and files
 * with lists of references that the settings name.
 *
 *     features.yaml               a catalogue, when it has `views`
 *     config/train.yaml           with `[[features.references]] files = ["config/*.yaml"]`: its references
 *
 * Which settings hold is asked for each file: the nearest settings file decides, as for code. Texts open in the editor win over the disk.
 */
import type { Settings } from "../analysis/engine/settings.ts";
import { textOf } from "../analysis/engine/run.ts";
import { isCatalogueFile } from "../analysis/store/catalogue-file.ts";
import { createCatalogueReader } from "../analysis/store/catalogue-store.ts";
import type { NamedCall } from "../analysis/store/named-calls.ts";
import { readLocated } from "../analysis/store/located-value.ts";
import type { Store, StoreProblem } from "../analysis/store/model.ts";
import { referenceLists, servicesOfCatalogue } from "../analysis/store/reference-file.ts";
import type { ReferenceFile, ReferencePath } from "../analysis/store/reference-file.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { isInside, nameOf, relativePath } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { pathPatterns } from "../workspace/path-patterns.ts";
import { isSettingsFile } from "../workspace/settings-discovery.ts";
import { walk } from "./find-repositories.ts";
import { readText } from "./read-text.ts";

export const catalogueName = "features.yaml";

export interface FeatureFiles {
  /** Reads what changed; without an argument everything is looked for again. Never rejects. */
  refresh(changed?: readonly string[]): Promise<void>;
  /** Those of the catalogues: the same objects as before the last refresh where nothing has changed. */
  stores(): readonly Store[];
  /** Files that may have references, in the order of their names; the same objects where nothing has changed. */
  lists(): readonly ReferenceFile[];
  /** Functions that the settings of the workspace's folders name. */
  calls(): readonly NamedCall[];
  /** Whether a change of this file can matter. */
  concerns(uri: string): boolean;
  sourceOf(uri: string): SourceText | undefined;
}

export interface FeatureFilesOptions {
  readonly openText: (uri: string) => string | undefined;
  /** The settings that hold for a file. Never rejects. */
  readonly settingsFor: (uri: string) => Promise<Settings>;
}

/** One file as last read. */
interface Entry {
  readonly source: SourceText;
  readonly settings: Settings;
  readonly store: Store | undefined;
  readonly file: ReferenceFile;
}

export function createFeatureFiles(host: Host, roots: readonly string[], { openText, settingsFor }: FeatureFilesOptions): FeatureFiles {
  const reader = createCatalogueReader();
  let entries = new Map<string, Entry>();
  /** Some settings name files, so that any may be one of them. */
  let namesFiles = false;
  let calls: readonly NamedCall[] = [];

  /** A folder that was removed or renamed, or one that may have come. */
  const mayBeFolder = (uri: string): boolean => !nameOf(uri).includes(".") || [...entries.keys()].some((each) => each.startsWith(uri + "/"));

  async function update(changed: readonly string[] | undefined): Promise<void> {
    if (changed?.some((uri) => isSettingsFile(uri) || (!isReadable(uri) && mayBeFolder(uri))) === false) {
      for (const uri of changed) if (isReadable(uri) && roots.some((root) => isInside(root, uri))) await load(uri, entries);
      return;
    }
    namesFiles = false;
    const named = new Map<string, NamedCall>();
    for (const root of roots) for (const call of (await settingsFor(`${root}/${catalogueName}`)).features.calls) named.set(JSON.stringify(call), call);
    calls = [...named.values()];
    const found = new Set<string>();
    for (const root of roots) for (const uri of (await walk(host, root, isReadable)).files) found.add(uri);
    const next = new Map<string, Entry>();
    for (const uri of [...found].sort()) {
      const known = entries.get(uri);
      if (known) next.set(uri, known);
      await load(uri, next);
    }
    entries = next;
  }

  async function load(uri: string, into: Map<string, Entry>): Promise<void> {
    const settings = await settingsFor(uri);
    if (settings.features.catalogues.length + settings.features.references.length > 0) namesFiles = true;
    const wanted = wantedOf(uri, settings);
    const known = into.get(uri);
    if (!wanted) {
      into.delete(uri);
      return;
    }
    const open = openText(uri);
    const read = open === undefined ? await readText(host, uri) : { text: open };
    if ("missing" in read) into.delete(uri);
    else if ("problem" in read) into.set(uri, { source: new SourceText(""), settings, file: { uri, source: new SourceText(""), paths: [], lists: [] }, store: wanted.catalogue === "named" ? unreadable(uri, read.problem) : undefined });
    else if (known?.source.text !== read.text || known.settings !== settings) into.set(uri, entryOf(uri, read.text, settings, wanted));
  }

  function entryOf(uri: string, text: string, settings: Settings, { catalogue, paths }: Wanted): Entry {
    const source = new SourceText(text);
    const located = readLocated(text);
    const isCatalogue = catalogue === "named" || (catalogue === "by-name" && isCatalogueFile(located));
    const all = isCatalogue ? [...paths, servicesOfCatalogue] : paths;
    return {
      source,
      settings,
      store: isCatalogue ? reader.read(uri, source, located) : undefined,
      file: { uri, source, paths: all, lists: referenceLists(located, all) },
    };
  }

  function unreadable(uri: string, message: string): Store {
    const problem: StoreProblem = { uri, start: 0, end: 0, message };
    const store = reader.read(uri, new SourceText(""), { root: undefined, problems: [] });
    return { ...store, complete: false, problems: [problem] };
  }

  return {
    async refresh(changed) {
      try {
        await update(changed);
      } catch (error) {
        host.log("error", `files that speak of features could not be read: ${textOf(error)}`);
      }
    },
    stores: () => [...entries.values()].flatMap(({ store }) => store ?? []),
    lists: () => [...entries.values()].flatMap(({ file }) => (file.paths.length === 0 ? [] : [file])),
    calls: () => calls,
    concerns(uri) {
      if (entries.has(uri) || isSettingsFile(uri)) return true;
      return isReadable(uri) && (namesFiles || nameOf(uri) === catalogueName) && roots.some((root) => isInside(root, uri));
    },
    sourceOf: (uri) => entries.get(uri)?.source,
  };
}

interface Wanted {
  readonly catalogue: "named" | "by-name" | "no";
  readonly paths: readonly ReferencePath[];
}

/** What a file of this name may hold; `undefined` when nothing. */
function wantedOf(uri: string, { root, features }: Settings): Wanted | undefined {
  const matches = (patterns: readonly string[]): boolean => root !== undefined && isInside(root, uri) && pathPatterns(patterns).test(relativePath(root, uri)) === true;
  const paths = features.references.filter(({ files }) => matches(files));
  const catalogue = features.catalogues.length > 0 && matches(features.catalogues) ? "named" : nameOf(uri) === catalogueName ? "by-name" : "no";
  return catalogue === "no" && paths.length === 0 ? undefined : { catalogue, paths };
}

function isReadable(uri: string): boolean {
  return /\.(?:ya?ml|json)$/u.test(uri);
}
