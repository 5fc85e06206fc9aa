/**
 * An editor reduced to its protocol: opens texts, keeps them, edits them, shows what the server says, applies its edits.
 *
 * It counts positions by itself, and throws where an edit does not fit the text: an edit at a wrong place must show up as a wrong text
 * here, as it would in an editor. What a client can do is its profile; servers are reached through any pair of streams.
 */
import { spawn } from "node:child_process";
import { PassThrough } from "node:stream";
import {
  StreamMessageReader, StreamMessageWriter, createProtocolConnection,
  type CodeAction, type CodeActionContext, type CodeActionParams, type ConfigurationParams, type Diagnostic, type DocumentDiagnosticReport, type Hover,
  type InitializeParams, type InitializeResult, type Position, type ProtocolConnection, type PublishDiagnosticsParams, type Range,
  type Registration, type TextEdit, type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { AnalysisStatus, FileAnswer, FileEntry, FileFacts, FileParams } from "../../server/protocol.ts";

export interface Profile {
  readonly pull: boolean;
  readonly notebooks: boolean;
  /** In order of preference. */
  readonly encodings: readonly ("utf-8" | "utf-16")[];
  /** Everything that VS Code can do beyond the plain protocol: snippets in edits, lazily computed edits, links, commands. */
  readonly rich: boolean;
  /** Shows edits before it makes them, and asks what there is to rename. */
  readonly previews?: boolean;
  /** Sends further texts that the server asks for. */
  readonly texts?: boolean;
  /** Reads files for the server. */
  readonly files?: ReadonlyMap<string, string>;
  /** Settings by section, as `workspace/configuration` answers them; absent when the client does not answer it. */
  readonly settings?: Record<string, unknown>;
}

export const vscodeProfile: Profile = { pull: true, notebooks: true, encodings: ["utf-16"], rich: true, settings: {} };
export const plainProfile: Profile = { pull: false, notebooks: false, encodings: [], rich: false };

export interface Cell {
  readonly uri: string;
  readonly text: string;
  readonly language?: string;
}

interface OpenText {
  version: number;
  text: string;
}

const patience = 8000;

export class LspClient {
  readonly texts = new Map<string, OpenText>();
  /** What the server has pushed, by URI. */
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  readonly pushes: PublishDiagnosticsParams[] = [];
  readonly analysed: AnalysisStatus[] = [];
  readonly registrations: Registration[] = [];
  readonly logged: string[] = [];
  /** What the server said to the user. */
  readonly messages: string[] = [];
  refreshes = 0;
  result: InitializeResult | undefined;
  readonly connection: ProtocolConnection;
  readonly #profile: Profile;
  readonly #stop: () => void | Promise<void>;
  readonly #resultIds = new Map<string, string>();
  readonly #shown = new Map<string, readonly Diagnostic[]>();
  readonly #notebooks = new Map<string, { version: number; cells: string[] }>();

  constructor(connection: ProtocolConnection, profile: Profile, stop: () => void | Promise<void>) {
    this.connection = connection;
    this.#profile = profile;
    this.#stop = stop;
    connection.onNotification("textDocument/publishDiagnostics", (params: PublishDiagnosticsParams) => {
      this.pushed.set(params.uri, params);
      this.pushes.push(params);
    });
    connection.onNotification("seaworthy/analysed", (status: AnalysisStatus) => { this.analysed.push(status); });
    connection.onNotification("window/logMessage", ({ message }: { message: string }) => { this.logged.push(message); });
    connection.onNotification("window/showMessage", ({ message }: { message: string }) => { this.messages.push(message); });
    connection.onRequest("client/registerCapability", ({ registrations }: { registrations: Registration[] }) => {
      this.registrations.push(...registrations);
      return null;
    });
    connection.onRequest("workspace/diagnostic/refresh", () => {
      this.refreshes += 1;
      return null;
    });
    connection.onRequest<unknown[], never>("workspace/configuration", ({ items }: ConfigurationParams) =>
      items.map(({ section }) => profile.settings?.[section ?? ""] ?? null));
    connection.onRequest<FileAnswer<string>, never>("seaworthy/readFile", ({ uri }: FileParams): FileAnswer<string> => {
      const text = profile.files?.get(uri);
      return text === undefined
        ? { failure: { code: "not-found", message: `no ${uri}` } }
        : { value: Buffer.from(text).toString("base64") };
    });
    connection.onRequest<FileAnswer<FileFacts | null>, never>("seaworthy/stat", ({ uri }: FileParams): FileAnswer<FileFacts | null> => {
      const text = profile.files?.get(uri);
      if (text !== undefined) return { value: { kind: "file", size: text.length, version: 1 } };
      const isFolder = [...(profile.files?.keys() ?? [])].some((file) => file.startsWith(`${uri}/`));
      return { value: isFolder ? { kind: "directory", size: 0, version: 1 } : null };
    });
    connection.onRequest<FileAnswer<readonly FileEntry[]>, never>("seaworthy/readDirectory", ({ uri }: FileParams): FileAnswer<readonly FileEntry[]> => {
      const below = [...(profile.files?.keys() ?? [])].filter((file) => file.startsWith(`${uri}/`)).map((file) => file.slice(uri.length + 1));
      const entries = new Map(below.map((path) => [path.split("/")[0] ?? "", path.includes("/") ? "directory" : "file"] as const));
      return { value: [...entries].map(([name, kind]) => ({ name, kind })) };
    });
    connection.listen();
  }

  get columns(): "utf-8" | "utf-16" {
    return this.result?.capabilities.positionEncoding === "utf-8" ? "utf-8" : "utf-16";
  }

  async initialize(folders: readonly string[] = [], options: object = {}): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: null,
      // eslint-disable-next-line @typescript-eslint/no-deprecated -- required by the type
      rootUri: null,
      workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
      capabilities: capabilitiesOf(this.#profile),
      initializationOptions: {
        ...(this.#profile.files ? { fileSystem: true } : {}),
        ...(this.#profile.rich ? { status: true, commands: ["seaworthy.explainRule"], rulePage: "page:{rule}" } : {}),
        ...options,
      },
    };
    this.result = await this.connection.sendRequest<InitializeResult>("initialize", params);
    await this.connection.sendNotification("initialized", {});
    return this.result;
  }

  async open(uri: string, text: string, languageId = "python"): Promise<void> {
    this.texts.set(uri, { version: 1, text });
    await this.connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the first occurrence of `find`; what an editor sends when somebody types. */
  async edit(uri: string, find: string, replacement: string): Promise<void> {
    const { text } = this.#text(uri);
    const start = text.indexOf(find);
    if (start < 0) throw new Error(`${uri} holds no ${JSON.stringify(find)}`);
    const range = { start: this.position(uri, start), end: this.position(uri, start + find.length) };
    await this.change(uri, [{ range, text: replacement }]);
  }

  async change(uri: string, changes: readonly { range: Range; text: string }[]): Promise<void> {
    const open = this.#text(uri);
    open.version += 1;
    for (const { range, text } of changes) open.text = replaced(open.text, range, text, this.columns);
    const notebook = [...this.#notebooks].find(([, { cells }]) => cells.includes(uri));
    if (!notebook) {
      await this.connection.sendNotification("textDocument/didChange", { textDocument: { uri, version: open.version }, contentChanges: changes });
      return;
    }
    await this.changeNotebook(notebook[0], { textContent: [{ document: { uri, version: open.version }, changes }] });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification("textDocument/didSave", { textDocument: { uri } });
  }

  async close(uri: string): Promise<void> {
    this.texts.delete(uri);
    this.#shown.delete(uri);
    this.#resultIds.delete(uri);
    await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri } });
  }

  async openNotebook(uri: string, cells: readonly Cell[]): Promise<void> {
    for (const cell of cells) this.texts.set(cell.uri, { version: 1, text: cell.text });
    this.#notebooks.set(uri, { version: 1, cells: cells.map((cell) => cell.uri) });
    await this.connection.sendNotification("notebookDocument/didOpen", {
      notebookDocument: { uri, notebookType: "jupyter-notebook", version: 1, cells: cells.map(notebookCell) },
      cellTextDocuments: cells.map(cellText),
    });
  }

  /** Replaces cells as VS Code does: cells that stay in the notebook are neither closed nor opened. */
  async changeCells(uri: string, start: number, deleteCount: number, inserted: readonly Cell[]): Promise<void> {
    const notebook = this.#notebook(uri);
    const known = new Set(notebook.cells);
    const deleted = notebook.cells.splice(start, deleteCount, ...inserted.map((cell) => cell.uri));
    const didOpen = inserted.filter((cell) => !known.has(cell.uri));
    const didClose = deleted.filter((cell) => !notebook.cells.includes(cell));
    for (const cell of didOpen) this.texts.set(cell.uri, { version: 1, text: cell.text });
    for (const cell of didClose) this.texts.delete(cell);
    await this.changeNotebook(uri, {
      structure: {
        array: { start, deleteCount, cells: inserted.map(notebookCell) },
        didOpen: didOpen.map(cellText),
        didClose: didClose.map((cell) => ({ uri: cell })),
      },
    });
    // VS Code closes the texts of deleted cells afterwards as well.
    for (const cell of didClose) await this.connection.sendNotification("textDocument/didClose", { textDocument: { uri: cell } });
  }

  async changeNotebook(uri: string, cells: object): Promise<void> {
    const notebook = this.#notebook(uri);
    notebook.version += 1;
    await this.connection.sendNotification("notebookDocument/didChange", {
      notebookDocument: { uri, version: notebook.version }, change: { cells },
    });
  }

  async closeNotebook(uri: string): Promise<void> {
    const cells = this.#notebook(uri).cells.map((cell) => ({ uri: cell }));
    this.#notebooks.delete(uri);
    for (const cell of cells) this.texts.delete(cell.uri);
    await this.connection.sendNotification("notebookDocument/didClose", { notebookDocument: { uri }, cellTextDocuments: cells });
  }

  /** Whether the server has registered to be asked for this document. Understands what our server registers. */
  pulls(uri: string): boolean {
    return this.registrations.some(({ method, registerOptions }) => {
      if (method !== "textDocument/diagnostic") return false;
      const { documentSelector } = registerOptions as { documentSelector: { pattern?: string; scheme?: string }[] };
      const path = uri.replace(/#.*$/, "");
      return documentSelector.some(({ pattern, scheme }) =>
        (scheme === undefined || uri.startsWith(`${scheme}:`)) && (pattern === undefined || /\.(py|pyw|pyi)$/.test(path)));
    });
  }

  async pull(uri: string): Promise<readonly Diagnostic[]> {
    const previousResultId = this.#resultIds.get(uri);
    const report = await this.connection.sendRequest<DocumentDiagnosticReport>("textDocument/diagnostic", {
      textDocument: { uri }, identifier: "seaworthy", ...(previousResultId === undefined ? {} : { previousResultId }),
    });
    if (report.resultId !== undefined) this.#resultIds.set(uri, report.resultId);
    if (report.kind === "full") this.#shown.set(uri, report.items);
    return this.#shown.get(uri) ?? [];
  }

  /** Waits until what is shown for a text satisfies `until`, and gives it. */
  async diagnostics(uri: string, until: (shown: readonly Diagnostic[]) => boolean = () => true): Promise<readonly Diagnostic[]> {
    let last: readonly Diagnostic[] = [];
    try {
      return await eventually(async () => {
        last = this.pulls(uri) ? await this.pull(uri) : (this.pushed.get(uri)?.diagnostics ?? []);
        // Findings of an older text have positions in that text.
        const pushed = this.pushed.get(uri);
        const known = this.pulls(uri) || (pushed !== undefined && pushed.version === undefined) || pushed?.version === this.texts.get(uri)?.version;
        return known && until(last) ? last : undefined;
      });
    } catch {
      throw new Error(`${uri} shows ${JSON.stringify(last.map(({ message, range }) => [message, range]))}; log: ${this.logged.join("\n")}`);
    }
  }

  /** Code under each diagnostic. */
  async marked(uri: string, count: number): Promise<readonly string[]> {
    return (await this.diagnostics(uri, (shown) => shown.length === count)).map(({ range }) => this.textIn(uri, range));
  }

  async codeActions(uri: string, range: Range, context: Partial<CodeActionContext> = {}): Promise<readonly CodeAction[]> {
    const params: CodeActionParams = { textDocument: { uri }, range, context: { diagnostics: [], ...context } };
    return (await this.connection.sendRequest<CodeAction[] | null>("textDocument/codeAction", params)) ?? [];
  }

  /** What an action does in full. */
  resolve(action: CodeAction): Promise<CodeAction> {
    return action.edit || action.data === undefined ? Promise.resolve(action) : this.connection.sendRequest<CodeAction>("codeAction/resolve", action);
  }

  /** What a click on an action does, short of running its command. */
  async take(action: CodeAction | undefined): Promise<void> {
    if (!action) throw new Error("there is no such action");
    const resolved = await this.resolve(action);
    if (!resolved.edit) throw new Error(`${action.title} has no edit`);
    await this.apply(resolved.edit);
  }

  /** Files that edits have made, by URI, beside the open texts. */
  readonly created = new Map<string, string>();

  async apply(edit: WorkspaceEdit): Promise<void> {
    const byText = new Map<string, (TextEdit | { range: Range; snippet: { value: string } })[]>(Object.entries(edit.changes ?? {}));
    for (const change of edit.documentChanges ?? []) {
      if ("kind" in change) {
        if (change.kind !== "create") throw new Error(`unexpected ${change.kind}`);
        this.created.set(change.uri, this.created.get(change.uri) ?? "");
        continue;
      }
      const { uri, version } = change.textDocument;
      if (version !== null && version !== this.texts.get(uri)?.version) throw new Error(`${uri}: edit of version ${String(version)}`);
      byText.set(uri, [...(byText.get(uri) ?? []), ...change.edits]);
    }
    for (const [uri, edits] of byText) {
      const changes = edits
        .map((each) => ({ range: each.range, text: "newText" in each ? each.newText : each.snippet.value.replace(/\$\{\d+:([^}]*)\}/g, "$1") }))
        .sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
      if (this.texts.has(uri)) await this.change(uri, changes);
      else this.created.set(uri, changes.reduce((text, { range, text: next }) => replaced(text, range, next, this.columns), this.created.get(uri) ?? this.#profile.files?.get(uri) ?? ""));
    }
  }

  hover(uri: string, find: string): Promise<Hover | null> {
    return this.connection.sendRequest("textDocument/hover", { textDocument: { uri }, position: this.find(uri, find).start });
  }

  /** Range of the first occurrence. */
  find(uri: string, find: string): Range {
    const start = this.#text(uri).text.indexOf(find);
    if (start < 0) throw new Error(`${uri} holds no ${JSON.stringify(find)}`);
    return { start: this.position(uri, start), end: this.position(uri, start + find.length) };
  }

  position(uri: string, offset: number): Position {
    const before = this.#text(uri).text.slice(0, offset).split(/\r\n|\r|\n/);
    const last = before.at(-1) ?? "";
    return { line: before.length - 1, character: this.columns === "utf-8" ? Buffer.byteLength(last) : last.length };
  }

  textIn(uri: string, range: Range): string {
    const { text } = this.#text(uri);
    return text.slice(offsetOf(text, range.start, this.columns), offsetOf(text, range.end, this.columns));
  }

  text(uri: string): string {
    return this.#text(uri).text;
  }

  /** Resolves when the server has handled all that was sent so far. */
  async settled(): Promise<void> {
    await this.connection.sendRequest("seaworthy/rules", null);
    await new Promise((done) => setTimeout(done, 60));
    await this.connection.sendRequest("seaworthy/rules", null);
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest("shutdown");
    await this.#stop();
    this.connection.dispose();
  }

  #text(uri: string): OpenText {
    const open = this.texts.get(uri);
    if (!open) throw new Error(`${uri} is not open here`);
    return open;
  }

  #notebook(uri: string): { version: number; cells: string[] } {
    const notebook = this.#notebooks.get(uri);
    if (!notebook) throw new Error(`${uri} is not open here`);
    return notebook;
  }
}

/** A server in a process of its own, over its standard input and output. */
export function stdioClient(command: string, args: readonly string[], profile: Profile): LspClient {
  const server = spawn(command, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise<void>((done) => { server.once("exit", () => { done(); }); });
  const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  return new LspClient(connection, profile, async () => {
    await connection.sendNotification("exit");
    await ended;
  });
}

/** The two ends of a wire inside this process: `serve` gets the server's. It is never told to exit: that would end the process. */
export function inProcessClient(
  serve: (input: NodeJS.ReadableStream, output: NodeJS.WritableStream) => void,
  profile: Profile,
): LspClient {
  const toServer = new PassThrough();
  const toClient = new PassThrough();
  serve(toServer, toClient);
  const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  return new LspClient(connection, profile, () => undefined);
}

/** Asks again until there is an answer. */
export async function eventually<Answer>(ask: () => Promise<Answer | undefined> | Answer | undefined): Promise<Answer> {
  const deadline = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`still not so after ${patience / 1000} s: ${ask.toString()}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

function notebookCell({ uri, language }: Cell): object {
  return { kind: language === "markdown" ? 1 : 2, document: uri };
}

function cellText({ uri, text, language }: Cell): object {
  return { uri, languageId: language ?? "python", version: 1, text };
}

function replaced(text: string, { start, end }: Range, replacement: string, columns: "utf-8" | "utf-16"): string {
  return text.slice(0, offsetOf(text, start, columns)) + replacement + text.slice(offsetOf(text, end, columns));
}

/** @throws Error for a position outside the text, or inside a character. */
function offsetOf(text: string, { line, character }: Position, columns: "utf-8" | "utf-16"): number {
  const lines = text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]*$/g) ?? [];
  const found = lines[line];
  if (found === undefined) throw new Error(`line ${String(line)} is outside the text`);
  const content = found.replace(/[\r\n]+$/, "");
  const before = lines.slice(0, line).join("").length;
  if (columns === "utf-16") {
    if (character > content.length) throw new Error(`column ${String(character)} is outside ${JSON.stringify(content)}`);
    return before + character;
  }
  const head = Buffer.from(content).subarray(0, character).toString();
  if (Buffer.byteLength(head) !== character) throw new Error(`byte ${String(character)} is no place in ${JSON.stringify(content)}`);
  return before + head.length;
}

function capabilitiesOf({ pull, notebooks, encodings, rich, previews, texts = false, settings }: Profile): InitializeParams["capabilities"] {
  return {
    ...(encodings.length > 0 ? { general: { positionEncodings: [...encodings] } } : {}),
    textDocument: {
      publishDiagnostics: { versionSupport: true, relatedInformation: true, ...(rich ? { codeDescriptionSupport: true } : {}) },
      ...(pull ? { diagnostic: { dynamicRegistration: true } } : {}),
      codeAction: {
        codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
        ...(rich ? { dataSupport: true, disabledSupport: true, resolveSupport: { properties: ["edit", "command"] } } : {}),
      },
      hover: { contentFormat: ["markdown", "plaintext"] },
      ...(texts ? { synchronization: { dynamicRegistration: true } } : {}),
      definition: { linkSupport: rich },
      completion: { completionItem: { labelDetailsSupport: rich } },
      ...(previews ? { rename: { prepareSupport: true } } : {}),
    },
    ...(notebooks ? { notebookDocument: { synchronization: { dynamicRegistration: true } } } : {}),
    workspace: {
      ...(settings ? { configuration: true, didChangeConfiguration: { dynamicRegistration: true } } : {}),
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
      ...(pull ? { diagnostics: { refreshSupport: true } } : {}),
      workspaceEdit: { documentChanges: rich, ...(previews ? { changeAnnotationSupport: {} } : {}), ...(rich ? { snippetEditSupport: true, resourceOperations: ["create"] } : {}) },
    },
  };
}
