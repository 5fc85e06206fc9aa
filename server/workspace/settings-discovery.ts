/**
 * Finds the settings that hold for a file: the nearest `seaworthy.toml`, or pyproject.toml with `[tool.seaworthy]`,
 * in its folder or a folder above. Nothing is merged between folders; `extends` is how a file builds on another.
 *
 *     repo/seaworthy.toml                    extends = "../organisation/seaworthy.toml"
 *     repo/notebooks/seaworthy.toml          wins for repo/notebooks/**, and knows nothing of the one above
 *
 * Both in one folder: `seaworthy.toml` wins. What was found is kept until {@link SettingsFinder.invalidate}.
 */
import type { Host } from "../host.ts";
import { HostError } from "../host.ts";
import { combineLayers, readSettingsFile } from "../analysis/engine/settings-file.ts";
import type { KnownRules, SettingsFile, SettingsFileKind, SettingsLayer, SettingsProblem } from "../analysis/engine/settings-file.ts";
import { defaultSettings } from "../analysis/engine/settings.ts";
import type { Settings } from "../analysis/engine/settings.ts";
import { joinUri, nameOf, parentUri } from "../analysis/text/uri.ts";

export interface FoundSettings {
  readonly settings: Settings;
  /** The file that holds, and the ones it extends; empty for defaults. Mistakes stand with the file that has them. */
  readonly files: readonly ReadSettingsFile[];
}

export interface ReadSettingsFile {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly SettingsProblem[];
}

export interface SettingsFinder {
  /** Settings for a file or folder. Never rejects: a file that cannot be read has that as its problem. */
  find(uri: string): Promise<FoundSettings>;
  /** Files of whatever name that some file which was found extends, or means to. */
  readonly extended: ReadonlySet<string>;
  /** Checks one settings file by itself, with the text an editor holds. `undefined` when it is no settings file. */
  check(uri: string, text: string): readonly SettingsProblem[] | undefined;
  /** Call when a settings file, or one that another extends, was made, changed or deleted. */
  invalidate(): void;
}

const settingsFileNames: readonly SettingsFileKind[] = ["seaworthy.toml", "pyproject.toml"];

export function isSettingsFile(uri: string): boolean {
  return kindOf(uri) !== undefined;
}

export function createSettingsFinder(host: Pick<Host, "readFile" | "stat">, rules: KnownRules): SettingsFinder {
  const byFolder = new Map<string, Promise<FoundSettings>>();
  const extended = new Set<string>();
  const defaults: FoundSettings = { settings: defaultSettings, files: [] };

  const findForFolder = (folder: string): Promise<FoundSettings> => {
    let found = byFolder.get(folder);
    if (!found) {
      found = search(folder);
      byFolder.set(folder, found);
    }
    return found;
  };

  const search = async (folder: string): Promise<FoundSettings> => {
    for (const name of settingsFileNames) {
      const uri = joinUri(folder, name);
      if ((await host.stat(uri).catch(() => undefined))?.kind !== "file") continue;
      const found = await readChain(host, rules, uri, name, extended);
      if (found) return found;
    }
    const parent = parentUri(folder);
    return parent === joinUri(folder) ? defaults : findForFolder(parent);
  };

  return {
    find: (uri) => findForFolder(parentUri(uri)),
    extended,
    check(uri, text) {
      const kind = kindOf(uri);
      return kind && readSettingsFile(text, kind, rules)?.problems;
    },
    invalidate() {
      // A changed file may be extended from anywhere and a new one may come between: only fresh answers are certain.
      byFolder.clear();
      extended.clear();
    },
  };
}

function kindOf(uri: string): SettingsFileKind | undefined {
  return settingsFileNames.find((name) => name === nameOf(uri));
}

interface OpenFile extends ReadSettingsFile {
  readonly problems: SettingsProblem[];
}

/** Reads a settings file and the files it extends. `undefined` for a pyproject.toml that says nothing about Seaworthy. */
async function readChain(
  host: Pick<Host, "readFile">,
  rules: KnownRules,
  first: string,
  kind: SettingsFileKind,
  extendedFiles: Set<string>,
): Promise<FoundSettings | undefined> {
  const root = parentUri(first);
  const start = await readOne(host, rules, first, kind);
  if (start.kind === "silent") return undefined;
  if (start.kind === "unreadable") {
    const problem = { range: { start: 0, end: 0 }, message: start.message };
    return { settings: { ...defaultSettings, root }, files: [{ uri: first, text: "", problems: [problem] }] };
  }
  const layers: SettingsLayer[] = [start.file.layer];
  const files: OpenFile[] = [{ uri: first, text: start.text, problems: [...start.file.problems] }];
  let from = files[0];
  let extended = start.file.extends;
  while (from && extended) {
    const report = (message: string): void => void from?.problems.push({ range: extended?.range ?? { start: 0, end: 0 }, message });
    const path = extended.path.replaceAll("\\", "/");
    if (/^(?:\/|~|[A-Za-z]:)/.test(path)) {
      report("a path relative to this file is expected here");
      break;
    }
    const uri = joinUri(parentUri(from.uri), path);
    if (files.some((file) => file.uri === uri)) {
      report("this goes in a circle: the file named here extends, by way of others, this one");
      break;
    }
    extendedFiles.add(uri);
    const next = await readOne(host, rules, uri, kindOf(uri) ?? "seaworthy.toml");
    if (next.kind !== "read") {
      report(next.kind === "silent" ? "the pyproject.toml named here has no [tool.seaworthy]" : next.message);
      break;
    }
    layers.push(next.file.layer);
    from = { uri, text: next.text, problems: [...next.file.problems] };
    files.push(from);
    extended = next.file.extends;
  }
  return { settings: combineLayers(layers, root), files };
}

type Read =
  | { readonly kind: "read"; readonly text: string; readonly file: SettingsFile }
  | { readonly kind: "silent" }
  | { readonly kind: "unreadable"; readonly message: string };

async function readOne(host: Pick<Host, "readFile">, rules: KnownRules, uri: string, kind: SettingsFileKind): Promise<Read> {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(await host.readFile(uri));
  } catch (error) {
    const message = error instanceof HostError ? error.message : `cannot read ${nameOf(uri)}: it is not UTF-8`;
    return { kind: "unreadable", message };
  }
  const file = readSettingsFile(text, kind, rules);
  return file ? { kind: "read", text, file } : { kind: "silent" };
}
