/**
 * Uses of features in the whole workspace: in open documents as they stand in the editor, in all other Python files and notebooks as
 * they are on the disk.
 *
 *     first question      files are listed; those that may name a feature are read, analysed one after the other, and let go
 *     file changed        it and those that import from it are looked at again, with the next question
 *     definitions edited  what was found is kept unless names have come or gone
 *
 * Nothing happens before somebody asks. Answers keep plain offsets in texts, no trees. Between two files the token is asked, and what was
 * found so far is kept for the next question.
 */
import { CodeLensRefreshRequest, type CancellationToken } from "vscode-languageserver";
import type { OpenDocument, Session } from "../analysis/engine/session-contract.ts";
import { createSession } from "../analysis/engine/session.ts";
import type { Catalogue } from "../analysis/store/model.ts";
import type { Place } from "../analysis/syntax/unit.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { nameOf } from "../analysis/text/uri.ts";
import { mayTrain, trainingLists } from "../analysis/facts/training-contract.ts";
import type { TrainingList } from "../analysis/facts/training-contract.ts";
import { placeInFile } from "../analysis/engine/summary.ts";
import { offsetInFile } from "../analysis/syntax/notebook-offset.ts";
import { usesInLists } from "../features/listed-references.ts";
import { textPlace, usesIn, viewsSpokenOf } from "../features/found-uses.ts";
import type { FileUses, RawNotebook, TextPlace, WorkspaceUses } from "../features/found-uses.ts";
import { collectFiles } from "../workspace/collect-files.ts";
import { createModuleLoader } from "../workspace/module-loader.ts";
import { readAhead } from "../workspace/read-ahead.ts";
import { openInSession, readSource } from "../workspace/open-document.ts";
import { attempt, Cancelled } from "./contained.ts";
import type { Context } from "./context.ts";
import { sourceOfText } from "./diagnostic-items.ts";
import { startingOptions } from "./documents.ts";

export interface FeatureIndex {
  /** @throws Cancelled */
  uses(token: CancellationToken): Promise<WorkspaceUses>;
  /** What models are trained on in files that are not open, by URI; the same lists as before where nothing has changed. @throws Cancelled */
  trainings(token: CancellationToken): Promise<ReadonlyMap<string, readonly TrainingList[]>>;
  /** Looks into one script, open or not; `undefined` when it cannot be read. `at` finds places, in whatever file they are. */
  inspect<Result>(uri: string, look: (document: OpenDocument, at: (place: Place) => TextPlace | undefined) => Result): Promise<Result | undefined>;
  /** Files were made, changed or removed. */
  filesChanged(uris: readonly string[]): void;
}

/** Files beyond these are not looked at. */
const maximumFiles = 20_000;
const maximumSize = 1_000_000;
/** Files that are read at the same time. */
const readersAtOnce = 8;
/** Without news of the disk, it is looked at anew after this time. */
const blindPause = 3_000;
/** What is on the screen is counted again after a pause in changes. */
const refreshPause = 500;

interface Entry {
  /** Beginnings of strings with a colon, when these are all that speaks for features in the file. */
  readonly heads: ReadonlySet<string> | undefined;
  readonly found: FileUses;
  readonly trainings: readonly TrainingList[] | undefined;
  /** Files that it takes names from. */
  readonly imports: ReadonlySet<string>;
  /** For what names it was looked at. */
  readonly names: string;
}

/** A file to be looked into. */
interface Due {
  readonly uri: string;
  readonly catalogue: Catalogue;
  readonly names: string;
}

export function createFeatureIndex(context: Context): FeatureIndex {
  const { connection, session, documents, project, abilities, host } = context;
  const openText = (uri: string): string | undefined => {
    const document = documents.get(uri)?.kind === "script" ? session.document(uri) : undefined;
    return document && sourceOfText(document, uri).text;
  };
  // Open scripts count as they stand in the editor, also for those that import them.
  const reader = {
    stat: host.stat.bind(host),
    readDirectory: host.readDirectory.bind(host),
    readFile: (uri: string) => {
      const text = openText(uri);
      return text === undefined ? host.readFile(uri) : Promise.resolve(new TextEncoder().encode(text));
    },
  };
  let background = createSession({ rules: [] });
  let loader = createModuleLoader(reader, background.modules);
  let folders: readonly string[] = [];
  const entries = new Map<string, Entry>();
  let listed: readonly string[] | undefined;
  let whole = true;
  let listedAt = 0;
  /** Texts that were open the last time, with their versions. */
  let versions = new Map<string, number>();
  const changed = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let queue: Promise<unknown> = Promise.resolve();

  async function answer(token: CancellationToken): Promise<WorkspaceUses> {
    await project.loadStores();
    await bringUpToDate(token);
    const files: FileUses[] = [];
    for (const tracked of [...documents.all()]) {
      check(token);
      const document = session.document(tracked.uri);
      const catalogue = project.catalogueFor(tracked.uri);
      if (document && catalogue) files.push(usesIn(session, document, catalogue));
    }
    for (const uri of listed ?? []) {
      const found = documents.get(uri) ? undefined : entries.get(uri)?.found;
      if (found) files.push(found);
    }
    const catalogue = project.catalogue();
    for (const file of catalogue?.files ?? []) {
      const source = project.definitionSource(file.uri);
      if (catalogue && source) files.push(usesInLists(file, source, catalogue));
    }
    return { files, whole };
  }

  async function trainings(token: CancellationToken): Promise<ReadonlyMap<string, readonly TrainingList[]>> {
    await project.loadStores();
    await bringUpToDate(token);
    return new Map((listed ?? []).flatMap((uri) => {
      const lists = documents.get(uri) ? undefined : entries.get(uri)?.trainings;
      return lists ? [[uri, lists] as const] : [];
    }));
  }

  async function bringUpToDate(token: CancellationToken): Promise<void> {
    const isBlind = !abilities.registersWatchers && host.now() - listedAt > blindPause;
    if (folders.join("\n") !== project.folders().join("\n")) reset();
    if (isBlind) reset();
    noteOpenTexts();
    if (changed.size > 0) {
      const news = [...changed];
      changed.clear();
      for (const [uri, { imports }] of entries) if (news.some((each) => each === uri || imports.has(each))) entries.delete(uri);
      await loader.refresh(news);
    }
    if (!listed) {
      const { files } = await collectFiles(host, folders, undefined, { cancelled: () => token.isCancellationRequested });
      check(token);
      whole = files.length <= maximumFiles;
      if (!whole) host.log("warn", `uses of features: only the first ${String(maximumFiles)} of ${String(files.length)} files are looked at`);
      listed = files.slice(0, maximumFiles);
      listedAt = host.now();
    }
    const due: Due[] = [];
    for (const uri of listed) {
      if (documents.get(uri)) continue;
      const catalogue = project.catalogueFor(uri);
      const names = catalogue ? namesIn(catalogue) : "";
      const known = entries.get(uri);
      if (known?.names === names) continue;
      if (catalogue && (!known?.heads || ownCalls(catalogue).length > 0 || speaksOfViews(known.heads, catalogue))) due.push({ uri, catalogue, names });
      else entries.set(uri, withoutUses(uri, names, known?.heads));
    }
    for await (const [each, bytes] of readAhead(due, readersAtOnce, ({ uri }) => reader.readFile(uri))) {
      check(token);
      entries.set(each.uri, await look(each, bytes));
    }
  }

  async function look({ uri, catalogue, names }: Due, bytes: Promise<Uint8Array>): Promise<Entry> {
    try {
      const source = readSource(nameOf(uri), await bytes, maximumSize);
      const spoken = viewsSpokenOf(source.text);
      const heads = spoken === "any" ? undefined : spoken;
      if (heads && !speaksOfViews(heads, catalogue) && !ownCalls(catalogue).some((name) => source.text.includes(name))) return withoutUses(uri, names, heads);
      openInSession(background, uri, source, () => startingOptions);
      await loader.load(uri);
      const document = background.document(uri);
      if (!document) return withoutUses(uri, names, heads);
      const raw = source.kind === "notebook" ? { notebook: source.notebook, source: new SourceText(source.text) } : undefined;
      const found = usesIn(background, document, catalogue, raw);
      let trainings: readonly TrainingList[] | undefined;
      if (mayTrain(source.text)) {
        background.setCatalogue(uri, catalogue);
        trainings = background.summaries.of(uri, trainingLists);
      }
      return {
        heads, found, imports: importsOf(background, uri), names,
        trainings: raw ? trainings?.map((list) => ({ ...list, at: placeInNotebookFile(uri, list.at, raw) })) : trainings,
      };
    } catch (error) {
      host.log("debug", `${uri} is left out of the uses of features: ${String(error)}`);
      return withoutUses(uri, names, undefined);
    } finally {
      background.close(uri);
    }
  }

  function noteOpenTexts(): void {
    const now = new Map<string, number>();
    for (const { uri, kind, texts } of documents.all()) {
      const version = kind === "script" ? texts.get(uri)?.version : 0;
      if (version !== undefined) now.set(uri, version);
    }
    for (const [uri, version] of now) if (versions.get(uri) !== version) changed.add(uri);
    for (const uri of versions.keys()) if (!now.has(uri)) changed.add(uri);
    versions = now;
  }

  function reset(): void {
    folders = project.folders();
    background = createSession({ rules: [] });
    background.modules.setWorkspaces(folders);
    loader = createModuleLoader(reader, background.modules);
    entries.clear();
    listed = undefined;
  }

  async function inspect<Result>(uri: string, look: (document: OpenDocument, at: (place: Place) => TextPlace | undefined) => Result): Promise<Result | undefined> {
    const ready = session.document(uri);
    if (ready) return look(ready, (place) => textPlace(session, ready, place, undefined));
    try {
      const source = readSource(nameOf(uri), await reader.readFile(uri), maximumSize);
      if (source.kind === "notebook") return undefined;
      openInSession(background, uri, source, () => startingOptions);
      await loader.load(uri);
      const document = background.document(uri);
      return document && look(document, (place) => textPlace(background, document, place, undefined));
    } catch (error) {
      host.log("debug", `${uri} cannot be looked into: ${String(error)}`);
      return undefined;
    } finally {
      background.close(uri);
    }
  }

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    inspect: (uri, look) => inTurn(() => inspect(uri, look)),
    uses: (token) => inTurn(() => answer(token)),
    trainings: (token) => inTurn(() => trainings(token)),
    filesChanged(uris) {
      if (uris.length === 0) return;
      for (const uri of uris) changed.add(uri);
      listed = undefined;
      clearTimeout(timer);
      if (abilities.refreshesLenses) timer = setTimeout(() => { attempt(host, "counting uses again", () => connection.sendRequest(CodeLensRefreshRequest.type)); }, refreshPause);
    },
  };
}

function withoutUses(uri: string, names: string, heads: Entry["heads"]): Entry {
  return { heads, found: { uri, uses: [], open: [], models: [] }, trainings: undefined, imports: new Set(), names };
}

/** A cell of a notebook that nobody has open has no text of its own to point at: its file has. */
function placeInNotebookFile(uri: string, at: TrainingList["at"], { notebook, source }: RawNotebook): TrainingList["at"] {
  if (!("located" in at)) return at;
  const { cell, start, end } = at.located;
  const written = notebook.cells[cell.index];
  const [from, to] = [start, end].map((offset) => written && offsetInFile(source.text, written, offset));
  return placeInFile(uri, source, from ?? 0, to ?? from ?? 0);
}

/** Functions of the user's own, whose references need not look like any. */
function ownCalls({ stores }: Catalogue): readonly string[] {
  return stores.flatMap(({ dialect }) => dialect?.forms.map(({ callable }) => callable) ?? []);
}

function speaksOfViews(heads: ReadonlySet<string>, { stores }: Catalogue): boolean {
  return stores.some(({ views }) => views.some(({ name }) => heads.has(name)));
}

function check(token: CancellationToken): void {
  if (token.isCancellationRequested) throw new Cancelled();
}

/** All that uses depend on: names, and what may have names that are not known. Kept with the catalogue, which never changes. */
const signatures = new WeakMap<Catalogue["stores"], string>();

function namesIn({ stores }: Catalogue): string {
  let known = signatures.get(stores);
  if (known === undefined) {
    known = JSON.stringify(stores.map(({ root, project, complete, views, services, dialect }) => [
      root, project, complete, dialect?.grammar.form, dialect?.forms, services.map(({ name }) => name),
      views.map(({ kind, name, open, fields, inputs, transformation }) => [
        kind, name, open, fields.map((field) => field.name), transformation?.definition,
        inputs.map((input) => (input.kind === "view" ? [input.selection.view, input.selection.fields] : input.name)),
      ]),
    ]));
    signatures.set(stores, known);
  }
  return known;
}

function importsOf(session: Session, uri: string): ReadonlySet<string> {
  const files = new Set<string>();
  const told = { setWorkspaces: () => undefined, setFolder: () => undefined, setFile: (file: string) => { files.add(file); } };
  session.modules.copyTo({ ...session.modules, ...told }, uri);
  return files;
}
