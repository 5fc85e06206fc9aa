/**
 * Configuring: which settings hold for a document, from the editor (`seaworthy.*`, per resource) and from the settings
 * files; and what happens when they change. A change never restarts anything: documents get new options, findings are
 * announced anew.
 */
import { DidChangeConfigurationNotification, DidChangeWatchedFilesNotification, type Diagnostic } from "vscode-languageserver";
import type { Session } from "../analysis/engine/session-contract.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { FeaturesChanged } from "../protocol.ts";
import type { ReadSettingsFile } from "../workspace/settings-discovery.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { source, sameItems, sourceOfText } from "./diagnostic-items.ts";
import { renew } from "./documents.ts";
import type { RunMode, Tracked } from "./documents.ts";
import { dataFiles } from "./data-folders.ts";
import type { DataFolders } from "./data-folders.ts";
import type { FeatureIndex } from "./feature-index.ts";
import type { OtherTrainings } from "./other-trainings.ts";
import { createFileDiagnostics } from "./file-diagnostics.ts";
import { createListedDiagnostics } from "./listed-diagnostics.ts";
import { createListedSync } from "./listed-sync.ts";
import type { Modules } from "./modules.ts";
import { toRange } from "./position.ts";
import { createRegistries } from "./registries.ts";
import { createFileWatcher } from "./watched-files.ts";

export interface Configurator {
  /** Reads the settings of a document that was just opened. Never rejects. */
  configure(tracked: Tracked): Promise<void>;
  /** Looks for feature stores, when nobody has yet, and gives them to the open documents. */
  loadStores(): void;
  /** The text of a document has changed that may define features. */
  definitionsEdited(uri: string): void;
  /** Registers with the client what it lets us register. Once, when it is ready for requests. */
  register(): Promise<void>;
}

interface EditorSettings {
  readonly enable: boolean;
  readonly run: RunMode;
}

const watched = ["**/seaworthy.toml", "**/pyproject.toml", "**/ruff.toml", "**/.ruff.toml", "**/feature_store.yaml", "**/.feastignore", "**/*.py", "**/*.ipynb", "**/.gitignore", dataFiles];
/** Neither code nor settings: an import never leads there. */
const isData = (uri: string): boolean => !/\.(?:py|pyw|pyi|ipynb|toml|ya?ml)$|\/\.\w+$|\/[^./]+$/u.test(uri);
/** Definitions are edited less often than they are used: one reading per pause in typing. */
const definitionsPause = 400;

/** Who else wants to know of changed files. */
interface Readers {
  readonly modules: Modules;
  readonly dataFolders: DataFolders;
  readonly featureIndex: FeatureIndex;
  readonly otherTrainings: OtherTrainings;
}

export function createConfigurator(
  context: Context, { modules, dataFolders, featureIndex, otherTrainings }: Readers, announce: (tracked: Tracked) => void,
): Configurator {
  const { connection, host, abilities, documents, project, session } = context;
  /** Settings that a client without `workspace/configuration` has sent. */
  let sent: unknown;
  /** Mistakes in settings files as shown, by the file's URI. */
  const mistakes = new Map<string, readonly Diagnostic[]>();
  const edited = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const editorSettings = async (uri: string): Promise<EditorSettings> => {
    if (!abilities.asksConfiguration) return readEditorSettings(sent);
    return readEditorSettings(await connection.workspace.getConfiguration({ scopeUri: uri, section: "seaworthy" }));
  };

  const configureOne = async (tracked: Tracked): Promise<void> => {
    try {
      const dialect = session.document(tracked.uri)?.dialect;
      if (!dialect) return;
      const [{ options, excluded, files }, { enable, run }] =
        await Promise.all([project.optionsFor(tracked.uri, dialect), editorSettings(tracked.uri)]);
      if (documents.get(tracked.uri) !== tracked) return;
      showMistakes(files);
      tracked.options = options;
      tracked.settingsUri = files[0]?.uri;
      tracked.run = run;
      tracked.enabled = enable && !excluded && sizeOf(session, tracked) <= options.settings.maxFileSize;
      session.configure(tracked.uri, options);
      session.setCatalogue(tracked.uri, project.catalogueFor(tracked.uri));
    } catch (error) {
      host.log("error", `configuring ${tracked.uri} failed, defaults hold: ${String(error)}`);
    }
    renew(documents, tracked);
  };

  const followExtended = createFileWatcher(context, "files that settings extend");

  const configure = async (tracked: Tracked): Promise<void> => {
    await configureOne(tracked);
    followExtended(project.extendedSettings());
  };

  const configureAll = async (): Promise<void> => {
    for (const tracked of [...documents.all()]) {
      await configureOne(tracked);
      announce(tracked);
    }
    followExtended(project.extendedSettings());
  };

  const shareStores = (): void => {
    for (const tracked of documents.all()) {
      session.setCatalogue(tracked.uri, project.catalogueFor(tracked.uri));
      renew(documents, tracked);
      announce(tracked);
    }
    showListed();
    followListed();
    otherTrainings.changed();
    if (abilities.options.features === true) void connection.sendNotification(FeaturesChanged.method, null);
  };

  const fileDiagnostics = createFileDiagnostics(context);
  const registries = createRegistries(context, fileDiagnostics, shareStores);
  const showListed = createListedDiagnostics(context, fileDiagnostics);
  const followListed = createListedSync(context);

  const filesChanged = async (uris: readonly string[]): Promise<void> => {
    const news = await project.filesChanged(uris);
    if (news.settings) {
      forgetMistakes();
      await configureAll();
      otherTrainings.changed();
    }
    if (news.stores) shareStores();
    else if (news.settings) showListed();
    if (news.readsStores) registries.show();
  };

  const showMistakes = (files: readonly ReadSettingsFile[]): void => {
    for (const file of files) {
      const text = new SourceText(file.text);
      const diagnostics = file.problems.map(({ range, message }): Diagnostic => ({
        range: toRange(text, range.start, range.end, abilities.columns), severity: 1, source, code: "settings", message,
      }));
      if (sameItems(mistakes.get(file.uri) ?? [], diagnostics)) continue;
      mistakes.set(file.uri, diagnostics);
      void connection.sendDiagnostics({ uri: file.uri, diagnostics });
    }
  };

  /** A file that was deleted or no longer holds for anything keeps no mistakes. */
  const forgetMistakes = (): void => {
    for (const [uri, diagnostics] of mistakes) if (diagnostics.length > 0) void connection.sendDiagnostics({ uri, diagnostics: [] });
    mistakes.clear();
  };

  connection.onDidChangeConfiguration(({ settings }) => attempt(host, "reading the editor's settings", () => {
    sent = (settings as { readonly seaworthy?: unknown } | null | undefined)?.seaworthy;
    return Promise.all([configureAll(), registries.settingsChanged(sent)]).then(() => undefined);
  }));
  connection.onDidChangeWatchedFiles(({ changes }) =>
    attempt(host, "reading changed files", async () => {
      const uris = changes.map(({ uri }) => uri);
      await filesChanged(uris);
      const sources = uris.filter((uri) => !isData(uri));
      featureIndex.filesChanged(sources);
      if (sources.length > 0) otherTrainings.changed();
      if (sources.length > 0) await modules.filesChanged(sources);
      await dataFolders.filesChanged(uris);
    }));

  return {
    configure,
    loadStores: () => attempt(host, "reading feature stores", async () => {
      await registries.permitted();
      if (await project.loadStores()) shareStores();
      registries.show();
    }),
    definitionsEdited(uri) {
      if (!project.definesFeatures(uri)) return;
      edited.add(uri);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const uris = [...edited];
        edited.clear();
        attempt(host, "reading edited definitions", () => filesChanged(uris));
      }, definitionsPause);
    },
    async register() {
      if (abilities.registersConfiguration) {
        await connection.client.register(DidChangeConfigurationNotification.type, { section: "seaworthy" });
      }
      if (abilities.registersWatchers) {
        await connection.client.register(DidChangeWatchedFilesNotification.type, {
          watchers: watched.map((globPattern) => ({ globPattern })),
        });
      }
      if (!abilities.workspaceFolders) return;
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => attempt(host, "changing folders", async () => {
        const gone = new Set(removed.map(({ uri }) => uri));
        project.setFolders([...project.folders().filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)]);
        await configureAll();
        await modules.foldersChanged();
        otherTrainings.changed();
        if (await project.loadStores()) shareStores();
        registries.show();
      }));
    },
  };
}

/** In characters; the command line counts bytes, which for a file at the limit is the same question. */
function sizeOf(session: Session, { uri, texts }: Tracked): number {
  const document = session.document(uri);
  if (!document) return 0;
  return [...texts.keys()].reduce((sum, text) => sum + sourceOfText(document, text).text.length, 0);
}

/** What is missing or has the wrong type counts as the default. */
function readEditorSettings(value: unknown): EditorSettings {
  const { enable, run } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  return { enable: enable !== false, run: run === "onSave" || run === "manual" ? run : "onType" };
}
