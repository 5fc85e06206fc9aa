/**
 * What the client at the other end can do, read once from `initialize`, and what we then offer to it.
 *
 * Everything that depends on the client branches on these flags, never on the client's name.
 */
import {
  CodeActionKind,
  PositionEncodingKind,
  ResourceOperationKind,
  TextDocumentSyncKind,
  type InitializeParams,
  type ServerCapabilities,
} from "vscode-languageserver";
import { refactoringKinds } from "../features/refactoring.ts";
import type { InitializationOptions } from "../protocol.ts";

export interface Abilities {
  /** Unit of columns on the wire. UTF-8 when the client offers it first, else UTF-16, which every client knows. */
  readonly columns: "utf-8" | "utf-16";
  /** Asks for diagnostics itself, under a registration that we choose. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesLenses: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly diagnosticVersions: boolean;
  /** Takes code actions with an edit; otherwise only commands, of which a plain client has none of ours. */
  readonly codeActionLiterals: boolean;
  /** Asks for an action's edit when the action is taken up. */
  readonly resolvesActions: boolean;
  /** Takes a command for an action together with its edit, when the action is taken up. */
  readonly resolvesCommands: boolean;
  /** Shows an action that cannot be taken, with the reason. */
  readonly disabledActions: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly createsFiles: boolean;
  /** Edits may ask to be shown before they are made. */
  readonly annotatesChanges: boolean;
  readonly markdownHover: boolean;
  /** Shows what is known of a completion beside each of them, not only beside the one that is chosen. */
  readonly labelDetails: boolean;
  readonly definitionLinks: boolean;
  /** Asks whether there is anything to rename before it asks for the new name. */
  readonly preparesRename: boolean;
  readonly asksConfiguration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatchers: boolean;
  /** Watches folders outside of the workspace, too. */
  readonly watchesFolders: boolean;
  /** Sends texts that we ask for while it runs. */
  readonly registersTexts: boolean;
  readonly workspaceFolders: boolean;
  readonly options: InitializationOptions;
}

export function readAbilities({ capabilities, initializationOptions }: InitializeParams): Abilities {
  const { general, textDocument, workspace } = capabilities;
  const diagnostics = textDocument?.publishDiagnostics;
  const pull = textDocument?.diagnostic;
  const codeAction = textDocument?.codeAction;
  return {
    columns: columnUnit(general?.positionEncodings ?? []),
    pullsDiagnostics: pull?.dynamicRegistration === true,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    relatedInformation: (diagnostics?.relatedInformation ?? pull?.relatedInformation) === true,
    codeDescription: (diagnostics?.codeDescriptionSupport ?? pull?.codeDescriptionSupport) === true,
    diagnosticVersions: diagnostics?.versionSupport === true,
    codeActionLiterals: codeAction?.codeActionLiteralSupport !== undefined,
    resolvesActions: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("edit") === true,
    resolvesCommands: codeAction?.dataSupport === true && codeAction.resolveSupport?.properties.includes("command") === true,
    disabledActions: codeAction?.disabledSupport === true,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    annotatesChanges: workspace?.workspaceEdit?.changeAnnotationSupport !== undefined,
    createsFiles: workspace?.workspaceEdit?.resourceOperations?.includes(ResourceOperationKind.Create) === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes("markdown") === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    asksConfiguration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesFolders: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registersTexts: textDocument?.synchronization?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    options: readOptions(initializationOptions),
  };
}

export function serverCapabilities(abilities: Abilities): ServerCapabilities {
  return {
    positionEncoding: abilities.columns === "utf-8" ? PositionEncodingKind.UTF8 : PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    // Cells of every language: a cell's index must be its index in the file, and `%%sql` and markdown cells are part of it.
    notebookDocumentSync: { notebookSelector: [{ notebook: { notebookType: "jupyter-notebook" } }], save: true },
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, fixAllKind, notebookFixAllKind, ...refactoringKinds],
      resolveProvider: abilities.resolvesActions,
    },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    definitionProvider: true,
    referencesProvider: true,
    codeLensProvider: { resolveProvider: true },
    workspaceSymbolProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    renameProvider: abilities.preparesRename ? { prepareProvider: true } : true,
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

/** Quotes, and what separates a view from its feature. */
export const completionTriggers = ['"', "'", ":", "_", "."];

export const fixAllKind = `${CodeActionKind.SourceFixAll}.seaworthy`;
export const notebookFixAllKind = `${CodeActionKind.Notebook}.${fixAllKind}`;

/** The client lists encodings in its order of preference. */
function columnUnit(offered: readonly string[]): Abilities["columns"] {
  const first = offered.find((name) => name === PositionEncodingKind.UTF8 || name === PositionEncodingKind.UTF16);
  return first === PositionEncodingKind.UTF8 ? "utf-8" : "utf-16";
}

/** Options come from configuration files of many editors: what has the wrong type is left out. */
function readOptions(value: unknown): InitializationOptions {
  if (typeof value !== "object" || value === null) return {};
  const { fileSystem, status, features, commands, rulePage, trusted } = value as Record<string, unknown>;
  return {
    fileSystem: fileSystem === true,
    status: status === true,
    features: features === true,
    commands: Array.isArray(commands) ? commands.filter((name) => typeof name === "string") : [],
    ...(typeof rulePage === "string" ? { rulePage } : {}),
    ...(typeof trusted === "boolean" ? { trusted } : {}),
  };
}
