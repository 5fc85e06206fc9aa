/**
 * Which files a command works on and with which settings: paths, `--stdin-filename`, `--select`, `--ignore`, `--profile`,
 * `--no-config`. Shared by `check` and `fix`.
 */
import { resolveProfile } from "../analysis/engine/profile.ts";
import { selectors } from "../analysis/engine/settings-file.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { Settings } from "../analysis/engine/settings.ts";
import type { Profile, Severity } from "../analysis/engine/finding.ts";
import type { DocumentOptions } from "../analysis/engine/session-contract.ts";
import type { Dialect } from "../analysis/syntax/unit.ts";
import { didYouMean } from "../analysis/text/did-you-mean.ts";
import { SourceText } from "../analysis/text/source-text.ts";
import { collectFiles } from "../workspace/collect-files.ts";
import { createProjectFolders } from "../workspace/repository.ts";
import { createRuffFinder } from "../workspace/ruff-discovery.ts";
import { createSettingsFinder } from "../workspace/settings-discovery.ts";
import type { ReadSettingsFile } from "../workspace/settings-discovery.ts";
import { isInside, joinUri, parentUri, relativePath } from "../analysis/text/uri.ts";
import { ArgumentError } from "./arguments.ts";
import type { Option, ParsedArguments } from "./arguments.ts";
import { fileErrorText } from "./report.ts";
import { errorLine, warningLine } from "./terminal.ts";
import type { Terminal } from "./terminal.ts";
import type { Style } from "./style.ts";

export const selectionOptions: readonly Option[] = [
  { name: "select", value: "RULES", list: true, description: "Run only these rules or topics, whatever the settings say" },
  { name: "ignore", value: "RULES", list: true, description: "Do not run these rules or topics" },
  { name: "profile", value: "PROFILE", choices: ["exploration", "production"], description: "Take all files for one or the other" },
  { name: "no-config", description: "Look at no settings file" },
  { name: "stdin-filename", value: "NAME", description: "With -: the name that standard input is checked under" },
];

export interface ChosenFile {
  readonly uri: string;
  /** Relative to the working directory. */
  readonly path: string;
  read(): Promise<Uint8Array>;
}

export interface Selection {
  readonly files: readonly ChosenFile[];
  readonly isStdin: boolean;
  /** Unreadable paths that were named, or a settings file with mistakes: the status is 2, whatever else comes. */
  readonly failed: boolean;
  /** Paths that could not be read, for the report; said on standard error already. */
  readonly errors: readonly { readonly path: string; readonly message: string }[];
  /** Settings in force for a file, and the folder that a fix's companion files belong to. */
  readonly settingsFor: (uri: string) => Promise<FileSettings>;
  readonly pathOf: (uri: string) => string;
  /** All files that would be checked in a folder, whether they were chosen or not. */
  readonly filesOf: (folder: string) => Promise<readonly string[]>;
  /** True once a settings file that holds for a file asked for had mistakes. They are said when first met. */
  hadBadSettings(): boolean;
}

export interface FileSettings {
  readonly settings: Settings;
  /** Folder of the settings file, else of the repository, else the working directory. */
  readonly root: string;
  readonly optionsFor: (dialect: Dialect) => DocumentOptions;
  /** Folder in which modules are looked for: the repository, else the working directory, else where the file lies. */
  readonly workspace: string;
}

/** @throws ArgumentError */
export async function selectFiles(terminal: Terminal, args: ParsedArguments, style: Style, beforeOutput: () => void): Promise<Selection> {
  const select = args.has("select") ? args.list("select") : undefined;
  const ignore = args.list("ignore");
  checkSelectors(terminal, [...(select ?? []), ...ignore]);
  const paths = args.operands.length > 0 ? args.operands : ["."];
  const isStdin = paths.includes("-");
  if (isStdin && paths.length > 1) throw new ArgumentError('"-" stands for standard input and goes with no other path');
  if (args.has("stdin-filename") && !isStdin) throw new ArgumentError('--stdin-filename needs "-" as the path');

  const { host, cwd } = terminal;
  const pathOf = (uri: string): string => relativePath(cwd, uri);
  const finder = args.has("no-config") ? undefined : createSettingsFinder(host, terminal.rules);
  const ruffFinder = args.has("no-config") ? undefined : createRuffFinder(host);
  const projectOf = createProjectFolders(host, cwd, await foldersAmong(host, paths.map((path) => terminal.uriOf(path))));
  const told = new Set<string>();
  let badSettings = false;
  const tell = (file: ReadSettingsFile): void => {
    if (told.has(file.uri) || file.problems.length === 0) return;
    told.add(file.uri);
    badSettings = true;
    beforeOutput();
    const source = new SourceText(file.text);
    for (const { range, message } of file.problems) {
      const { line, column } = source.positionAt(range.start, "code-point");
      terminal.err(errorLine(style, `${pathOf(file.uri)}:${line + 1}:${column + 1}: ${message}`));
    }
  };
  const overridden = new Map<Settings, Settings>();
  const override = (settings: Settings): Settings => {
    let result = overridden.get(settings);
    if (!result) {
      result = select ? { ...settings, select, ignore } : { ...settings, ignore: [...settings.ignore, ...ignore] };
      overridden.set(settings, result);
    }
    return result;
  };
  const forced = args.value("profile") as Profile | undefined;
  const settingsFor = async (uri: string): Promise<FileSettings> => {
    const [found, ruff] = await Promise.all([finder?.find(uri), ruffFinder?.find(uri)]);
    for (const file of found?.files ?? []) tell(file);
    const settings = override(found?.settings ?? defaultSettings);
    const project = await projectOf(uri);
    const root = settings.root ?? project;
    const workspace = isInside(project, uri) ? project : parentUri(uri);
    return { settings, root, workspace, optionsFor: (dialect) => ({ settings, ruff, profile: forced ?? resolveProfile(uri, dialect, settings, root) }) };
  };
  const filesOf = async (folder: string): Promise<readonly string[]> => (await collectFiles(host, [folder], finder, { cancelled: () => terminal.interrupted() })).files;
  const base = { isStdin, settingsFor, filesOf, pathOf, hadBadSettings: () => badSettings };

  if (isStdin) {
    const name = args.value("stdin-filename");
    const uri = name === undefined ? joinUri(cwd, "stdin.py") : terminal.uriOf(name);
    const path = name === undefined ? "<stdin>" : pathOf(uri);
    return { ...base, files: [{ uri, path, read: () => terminal.readStdin() }], failed: false, errors: [], pathOf: (other) => (other === uri ? path : pathOf(other)) };
  }
  const collected = await collectFiles(host, paths.map((path) => terminal.uriOf(path)), finder, { cancelled: () => terminal.interrupted() });
  const errors = collected.errors.map(({ uri, message }) => ({ path: pathOf(uri), message }));
  for (const error of errors) terminal.err(errorLine(style, fileErrorText(error)));
  if (collected.files.length === 0 && errors.length === 0) terminal.err(warningLine(style, `no Python files or notebooks in ${paths.join(", ")}`));
  return {
    ...base,
    files: collected.files.map((uri) => ({ uri, path: pathOf(uri), read: () => host.readFile(uri) })),
    failed: collected.errors.some(({ named }) => named),
    errors,
  };
}

async function foldersAmong(host: Terminal["host"], uris: readonly string[]): Promise<readonly string[]> {
  const stats = await Promise.all(uris.map((uri) => host.stat(uri).catch(() => undefined)));
  return uris.filter((_, index) => stats[index]?.kind === "directory");
}

/** Reads files a few ahead; a failure waits until its file is asked for. */
export function readAhead(files: readonly ChosenFile[], count: number): (index: number) => Promise<Uint8Array> {
  const pending = new Map<number, Promise<Uint8Array>>();
  const start = (index: number): Promise<Uint8Array> | undefined => {
    const file = files[index];
    if (!file || pending.has(index)) return pending.get(index);
    const reading = file.read();
    reading.catch(() => undefined);
    pending.set(index, reading);
    return reading;
  };
  return async (index) => {
    for (let next = index; next <= index + count; next++) void start(next);
    const reading = pending.get(index);
    pending.delete(index);
    if (!reading) throw new RangeError(`there is no file ${index}`);
    return reading;
  };
}

export function failOn(args: ParsedArguments): Severity {
  return (args.value("fail-on") as Severity | undefined) ?? "warning";
}

function checkSelectors(terminal: Terminal, names: readonly string[]): void {
  const known = selectors(terminal.rules);
  for (const name of names) {
    if (!known.includes(name)) throw new ArgumentError(`unknown rule or topic "${name}"${didYouMean(name, known)}; see seaworthy rules`);
  }
}

