/**
 * The stores that are defined in Python code anywhere below the workspace's folders (analysis/store/definition-adapter.ts).
 *
 *     start            every Python file is read once; those whose text may define something are kept open in a session of their own
 *     file changed     its text is asked again; it, and what imports it, is read anew
 *
 * A workspace without such a file costs the reading of its files and nothing else. Texts open in the editor win over the disk. Notebooks
 * define as scripts do; their definitions are pointed at in the file, where cells are written as JSON.
 */
import type { Session } from "../analysis/engine/session-contract.ts";
import { textOf } from "../analysis/engine/run.ts";
import { createSession } from "../analysis/engine/session.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { DocumentAnalysis } from "../analysis/semantic/analysis.ts";
import { storeOf } from "../analysis/store/definition-adapter.ts";
import type { DefinitionAdapter, ModuleDefinitions } from "../analysis/store/definition-adapter.ts";
import type { DefinitionSite, Store } from "../analysis/store/model.ts";
import { readNotebook } from "../analysis/syntax/notebook.ts";
import type { Notebook } from "../analysis/syntax/notebook.ts";
import { offsetInFile } from "../analysis/syntax/notebook-offset.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { isInside } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";
import { createModuleLoader } from "../workspace/module-loader.ts";
import type { ModuleLoader } from "../workspace/module-loader.ts";
import { inTurns } from "../workspace/read-ahead.ts";
import { walk } from "./find-repositories.ts";
import { readText } from "./read-text.ts";

export interface CodeStores {
  /** Reads what changed; without an argument everything is looked for again. Never rejects. */
  refresh(changed?: readonly string[]): Promise<void>;
  /** The same objects as before the last refresh where nothing has changed. */
  stores(): readonly Store[];
  /** Whether a change of this file can matter. */
  concerns(uri: string): boolean;
  sourceOf(uri: string): SourceText | undefined;
}

export interface CodeStoresOptions {
  readonly adapters: readonly DefinitionAdapter[];
  /** Text of a file that somebody has at hand, as it stands now. */
  readonly openText: (uri: string) => string | undefined;
}

/** Files that are read at the same time. */
const readersAtOnce = 16;

/** A file that may define something. */
interface Definer {
  /** The whole file. */
  readonly source: SourceText;
  readonly notebook: Notebook | undefined;
  readonly adapters: readonly DefinitionAdapter[];
}

export function createCodeStores(host: Host, roots: readonly string[], { adapters, openText }: CodeStoresOptions): CodeStores {
  // Open texts count as they stand in the editor, also for those that import them.
  const reader: Pick<Host, "stat" | "readDirectory" | "readFile"> = {
    stat: host.stat.bind(host),
    readDirectory: host.readDirectory.bind(host),
    readFile: (uri) => {
      const text = openText(uri);
      return text === undefined ? host.readFile(uri) : Promise.resolve(new TextEncoder().encode(text));
    },
  };
  let definers = new Map<string, Definer>();
  /** Made for the first file that may define something. */
  let interpreting: { readonly session: Session; readonly loader: ModuleLoader } | undefined;
  /** Texts that definitions stand in, also of files that are only imported. */
  const located = new Map<string, SourceText>();
  let kept = new Map<string, { readonly fingerprint: string; readonly store: Store }>();
  const readings = new WeakMap<DocumentAnalysis, Map<DefinitionAdapter, ModuleDefinitions>>();

  async function readAgain(uris: readonly string[]): Promise<void> {
    await inTurns(uris, readersAtOnce, async (uri) => {
      const open = openText(uri);
      const read = open === undefined ? await readText(host, uri) : { text: open };
      const mine = "text" in read ? adapters.filter(({ mentions }) => mentions.test(read.text)) : [];
      const notebook = "text" in read && mine.length > 0 && isNotebook(uri) ? notebookIn(read.text) : undefined;
      if (!("text" in read) || mine.length === 0 || (isNotebook(uri) && !notebook)) {
        if (definers.delete(uri)) interpreting?.session.close(uri);
        return;
      }
      if (definers.get(uri)?.source.text === read.text) return;
      definers.set(uri, { source: new SourceText(read.text), notebook, adapters: mine });
      interpreting ??= begin();
      interpreting.session.close(uri);
      const options = { settings: defaultSettings, profile: "production" } as const;
      if (notebook) interpreting.session.openNotebook(uri, notebook.cells, options);
      else interpreting.session.openScript(uri, read.text, options);
    });
  }

  function begin(): { readonly session: Session; readonly loader: ModuleLoader } {
    const session = createSession({ rules: [] });
    session.modules.setWorkspaces(roots);
    return { session, loader: createModuleLoader(reader, session.modules) };
  }

  async function update(changed: readonly string[] | undefined): Promise<void> {
    if (changed) {
      await interpreting?.loader.refresh(changed);
      const files = changed.filter((uri) => isCode(uri) && roots.some((root) => isInside(root, uri)));
      // A folder that was removed or renamed.
      const within = [...definers.keys()].filter((uri) => changed.some((folder) => uri.startsWith(folder + "/")));
      await readAgain([...new Set([...files, ...within])]);
    } else {
      const found = new Set<string>();
      for (const root of roots) for (const uri of (await walk(host, root, isCode)).files) found.add(uri);
      for (const uri of definers.keys()) found.add(uri);
      interpreting = undefined;
      definers = new Map();
      await readAgain([...found]);
    }
    for (const uri of definers.keys()) await interpreting?.loader.load(uri);
    publish();
  }

  function publish(): void {
    const next = new Map<string, { readonly fingerprint: string; readonly store: Store }>();
    for (const root of roots) {
      for (const adapter of adapters) {
        const modules = [...definers.keys()].filter((uri) => isInside(root, uri) && definers.get(uri)?.adapters.includes(adapter) === true).sort()
          .flatMap((uri) => definitionsIn(uri, adapter) ?? []);
        const store = storeOf(adapter, root, modules);
        if (!store) continue;
        const fingerprint = JSON.stringify(store, (_, value: unknown) => (value instanceof Map ? [...value] : value));
        const before = kept.get(store.id);
        next.set(store.id, before?.fingerprint === fingerprint ? before : { fingerprint, store });
      }
    }
    kept = next;
  }

  function definitionsIn(uri: string, adapter: DefinitionAdapter): ModuleDefinitions | undefined {
    const analysis = interpreting?.session.document(uri)?.analysis();
    if (!analysis) return undefined;
    let byAdapter = readings.get(analysis);
    if (!byAdapter) readings.set(analysis, (byAdapter = new Map<DefinitionAdapter, ModuleDefinitions>()));
    let found = byAdapter.get(adapter);
    if (!found) {
      try {
        found = adapter.read({ uri, analysis, locate: (place) => siteOf(place, uri) });
      } catch (error) {
        host.log("error", `${uri}: definitions could not be read: ${textOf(error)}`);
        found = { views: [], entities: [], services: [], sources: [], problems: [], limits: [{ uri, start: 0, end: 0, message: "an internal error" }] };
      }
      byAdapter.set(adapter, found);
    }
    return found;
  }

  function siteOf(place: Place, uri: string): DefinitionSite {
    const found = interpreting?.session.modules.locate(place);
    if (!found) return { uri, cell: undefined, start: 0, end: 0, line: 0 };
    const { document, source, start, end, cell } = found;
    const definer = definers.get(document.uri);
    const written = definer?.notebook?.cells[cell.index];
    if (definer && written) {
      const [from, to] = [start, end].map((offset) => offsetInFile(definer.source.text, written, offset));
      // The name is written there, but a notebook that is open has cells of its own to be changed.
      return { uri: document.uri, cell: undefined, start: from ?? 0, end: to ?? from ?? 0, line: definer.source.lineAt(from ?? 0), spelling: "computed" };
    }
    located.set(document.uri, source);
    return { uri: document.uri, cell: undefined, start, end, line: source.lineAt(start) };
  }

  return {
    async refresh(changed) {
      try {
        await update(changed);
      } catch (error) {
        host.log("error", `definitions in code could not be read: ${textOf(error)}`);
      }
    },
    stores: () => [...kept.values()].map(({ store }) => store),
    concerns(uri) {
      if (!roots.some((root) => isInside(root, uri))) return false;
      if (!isCode(uri)) return [...definers.keys()].some((each) => each.startsWith(uri + "/"));
      if (definers.has(uri) || interpreting?.session.modules.knows(uri) === true) return true;
      const open = openText(uri);
      return open === undefined || adapters.some(({ mentions }) => mentions.test(open));
    },
    sourceOf: (uri) => definers.get(uri)?.source ?? located.get(uri),
  };
}

function isCode(uri: string): boolean {
  return uri.endsWith(".py") || isNotebook(uri);
}

function isNotebook(uri: string): boolean {
  return uri.endsWith(".ipynb");
}

/** `undefined` for a file that is none, or is written in another language. */
function notebookIn(text: string): Notebook | undefined {
  const result = readNotebook(text);
  return "notebook" in result && result.notebook.language === "python" ? result.notebook : undefined;
}
