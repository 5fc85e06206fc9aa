/**
 * The language server: plugs the parts together once the client has introduced itself.
 *
 *     scripts.ts, notebooks.ts   messages about documents -> session
 *     configuring.ts             settings, feature stores, watched files -> session
 *     modules.ts                 what documents import of the workspace -> session
 *     data-folders.ts            names in folders that rules ask for -> session
 *     analysis-runs.ts           session -> what is to be shown
 *     publishing.ts              what is to be shown -> client, by pull or push
 *     feature-index.ts           uses of features in the whole workspace, when asked for
 *     other-trainings.ts         what models are trained on in files that are not open -> session
 *     actions.ts, language.ts, feature-requests.ts, own-requests.ts   answers, from features/
 *
 * Messages are handled in the order of their arrival, documents' synchronously; everything runs in one thread.
 */
import { LSPErrorCodes, Message, ResponseError, type Connection, type ConnectionStrategy, type InitializeParams } from "vscode-languageserver";
import type { Rule } from "../analysis/engine/rule.ts";
import { createSession } from "../analysis/engine/session.ts";
import type { Host } from "../host.ts";
import { readAbilities, serverCapabilities } from "./abilities.ts";
import { answerCodeActions } from "./actions.ts";
import { createConfigurator } from "./configuring.ts";
import { attempt } from "./contained.ts";
import type { Context, DocumentEvents } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import { createDocuments } from "./documents.ts";
import type { Tracked } from "./documents.ts";
import { createFeatureIndex } from "./feature-index.ts";
import { answerFeatureRequests } from "./feature-requests.ts";
import { withClientFiles } from "./file-system.ts";
import { answerLanguageRequests } from "./language.ts";
import { createDataFolders } from "./data-folders.ts";
import { createModules } from "./modules.ts";
import { listenToNotebooks } from "./notebooks.ts";
import { answerOwnRequests } from "./own-requests.ts";
import { createOpenTexts } from "./open-texts.ts";
import { createProject } from "./project.ts";
import { createPublisher, registerPull } from "./publishing.ts";
import { createOtherTrainings } from "./other-trainings.ts";
import { listenToScripts } from "./scripts.ts";

/** For `createConnection`: a request that is cancelled while it waits in the queue is answered without any work. */
export const connectionStrategy: ConnectionStrategy = {
  cancelUndispatched: (message) =>
    Message.isRequest(message)
      ? { jsonrpc: "2.0", id: message.id, error: new ResponseError(LSPErrorCodes.RequestCancelled, "cancelled").toJson() }
      : undefined,
};

export interface StartOptions {
  /** Version of the package. */
  readonly version: string;
  /** URIs of files that the host reads itself; the client is asked for others, if it answers such questions. */
  readonly reaches: (uri: string) => boolean;
}

/** A host's log that ends in the client's output. */
export function connectionLog({ console }: Connection): Host["log"] {
  return (level, message) => { console[level](message); };
}

/** Serves one client until the connection ends. */
export function start(connection: Connection, host: Host, rules: readonly Rule[], { version, reaches }: StartOptions): void {
  connection.onInitialize((params) => {
    const context = createContext(connection, host, rules, params, reaches);
    const register = serve(context);
    connection.onInitialized(() => attempt(host, "registering", register));
    return { serverInfo: { name: "seaworthy", version }, capabilities: serverCapabilities(context.abilities) };
  });
  connection.onShutdown(() => undefined);
  connection.listen();
}

function createContext(
  connection: Connection,
  ownHost: Host,
  rules: readonly Rule[],
  params: InitializeParams,
  reaches: StartOptions["reaches"],
): Context {
  const abilities = readAbilities(params);
  const host = abilities.options.fileSystem ? withClientFiles(ownHost, reaches, connection) : ownHost;
  const session = createSession({ rules });
  const documents = createDocuments();
  const openTexts = createOpenTexts();
  const openText = (uri: string): string | undefined => {
    const document = documents.get(uri)?.kind === "script" ? session.document(uri) : undefined;
    return document ? sourceOfText(document, uri).text : openTexts.get(uri)?.source.text;
  };
  return {
    connection, host, session, rules: new Map(rules.map((rule) => [rule.name, rule])), abilities, documents, openTexts,
    project: createProject(host, rules, foldersOf(params), openText),
    analysed: new Set(),
  };
}

/** Installs all handlers; the result is to be called when the client takes requests. */
function serve(context: Context): () => Promise<void> {
  const { documents } = context;
  const publisher = createPublisher(context);
  const announce = (tracked: Tracked): void => { publisher.announce(tracked); };
  const modules = createModules(context, announce);
  const dataFolders = createDataFolders(context, announce);
  const featureIndex = createFeatureIndex(context);
  const otherTrainings = createOtherTrainings(context, featureIndex, announce);
  const configurator = createConfigurator(context, { modules, dataFolders, featureIndex, otherTrainings }, announce);
  const events: DocumentEvents = {
    opened(uri) {
      const tracked = documents.get(uri);
      if (!tracked) return;
      tracked.ready = Promise.all([configurator.configure(tracked), modules.opened(tracked)]).then(() => undefined);
      publisher.opened(tracked);
      configurator.loadStores();
    },
    changed(uri) {
      const tracked = documents.get(uri);
      if (!tracked) return;
      publisher.edited(tracked);
      configurator.definitionsEdited(uri);
      modules.edited(uri);
      otherTrainings.edited(uri);
    },
    closed(uri) {
      modules.closed(uri);
      otherTrainings.changed();
    },
    saved(uri) {
      const tracked = documents.get(uri);
      if (tracked?.run !== "onSave") return;
      tracked.due = true;
      publisher.announce(tracked);
    },
    textChanged(uri) {
      configurator.definitionsEdited(uri);
    },
    removed(texts) {
      publisher.clear(texts);
      // Without its editor a file says again what it says on the disk.
      for (const uri of texts) configurator.definitionsEdited(uri);
    },
  };
  listenToScripts(context, events);
  listenToNotebooks(context, events);
  answerCodeActions(context);
  answerLanguageRequests(context);
  answerFeatureRequests(context, featureIndex);
  answerOwnRequests(context, publisher);
  return async () => {
    await registerPull(context);
    await configurator.register();
  };
}

// eslint-disable-next-line @typescript-eslint/no-deprecated -- clients without workspace folders still send `rootUri`
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): readonly string[] {
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folders.length === 0 && rootUri ? [rootUri] : folders;
}
