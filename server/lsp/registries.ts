/**
 * Registries of feature stores in the editor: the user's leave to read them, what is wrong with them, and news of their files.
 *
 *     initialize        is the workspace trusted? An editor that does not say trusts it with files, not with servers
 *     first document    `seaworthy.features.registryServers` and `registryUrl` are read, then the stores
 *     afterwards        mistakes are shown in feature_store.yaml and features.yaml, those of a registry at the setting that names the registry; files of other names than
 *                       those that are watched anyway, or outside of the workspace, get a watcher of their own
 */
import type { Diagnostic } from "vscode-languageserver";
import { SourceText } from "../analysis/text/source-text.ts";
import { isInside } from "../analysis/text/uri.ts";
import { ageText } from "../features/feature-standing.ts";
import { TrustChanged, type Trust } from "../protocol.ts";
import { filesBeside } from "../store/registry-reader.ts";
import type { RegistryStatus } from "../store/registry-reader.ts";
import { attempt } from "./contained.ts";
import type { Context } from "./context.ts";
import { source } from "./diagnostic-items.ts";
import type { FileDiagnostics } from "./file-diagnostics.ts";
import { toRange } from "./position.ts";
import { createFileWatcher } from "./watched-files.ts";

export interface Registries {
  /** Resolves when what the user allows is known. Never rejects. */
  permitted(): Promise<void>;
  /** `sent`: all of Seaworthy's settings, from a client that is not asked for them. */
  settingsChanged(sent: unknown): Promise<void>;
  /** Brings what is shown and watched up to date with the stores. */
  show(): void;
}

interface RegistrySettings {
  readonly servers: boolean;
  readonly url: string | undefined;
}

/** `changed` is called when the catalogue is another. */
export function createRegistries(context: Context, diagnostics: FileDiagnostics, changed: () => void): Registries {
  const { connection, host, abilities, project } = context;
  let isTrusted = abilities.options.trusted;
  let settings: RegistrySettings = { servers: false, url: undefined };
  let permitted: Promise<void> | undefined;
  const follow = createFileWatcher(context, "registry files");

  const permit = async (): Promise<void> => {
    const { servers, url } = settings;
    const isNews = await project.permit({
      trusted: isTrusted !== false,
      network: servers && isTrusted === true,
      serverUrl: url,
    });
    if (isNews) changed();
    show();
  };

  const read = async (sent: unknown): Promise<void> => {
    try {
      const section: unknown = abilities.asksConfiguration ? await connection.workspace.getConfiguration({ section: "seaworthy.features" }) : record(sent)["features"];
      settings = readSettings(section);
    } catch (error) {
      host.log("error", `settings of registries could not be read, none is asked: ${String(error)}`);
    }
    await permit();
  };

  const show = (): void => {
    const next = new Map<string, Diagnostic[]>();
    const add = (uri: string, start: number, end: number, severity: 1 | 2 | 3, message: string): void => {
      const text = project.definitionSource(uri) ?? new SourceText("");
      const item: Diagnostic = { range: toRange(text, start, end, abilities.columns), severity, source, code: "feature-store", message };
      next.set(uri, [...(next.get(uri) ?? []), item]);
    };
    const known = project.registries();
    for (const { kind, root, problems } of project.catalogue()?.stores ?? []) {
      const config = known.get(root)?.config;
      for (const { uri, start, end, message } of problems) if (uri === config || kind === "catalogue") add(uri, start, end, 1, message);
    }
    for (const { config, status, at } of known.values()) {
      const trouble = troubleOf(status);
      if (trouble && config !== undefined) add(config, at.start, at.end, trouble.severity, trouble.message);
    }
    diagnostics.show("stores", next);
    watch();
  };

  const watch = (): void => {
    const files = [...project.registries().values()].flatMap(({ file, isDatabase }) => (file === undefined ? [] : isDatabase ? [file, ...filesBeside(file)] : [file]));
    follow(files.filter((file) => !isWatched(file)));
  };

  /** Among the data files that are watched in the workspace's folders. */
  const isWatched = (file: string): boolean => /\.(?:db|sqlite)$/.test(file) && project.folders().some((folder) => isInside(folder, file));

  connection.onNotification(TrustChanged.method, ({ trusted }: Trust) => attempt(host, "changing trust", () => {
    isTrusted = trusted;
    return permit();
  }));
  project.onNews(() => {
    changed();
    show();
  });

  return {
    permitted: () => (permitted ??= read(undefined)),
    settingsChanged(sent) {
      permitted = read(sent);
      return permitted;
    },
    show,
  };
}

function troubleOf(status: RegistryStatus): { readonly severity: 2 | 3; readonly message: string } | undefined {
  switch (status.kind) {
    case "failed":
      return { severity: 2, message: `The registry cannot be read: ${status.reason}` };
    case "stale":
      return { severity: 3, message: `What is shown of the registry was read ${ageText(status.ageMilliseconds)}: ${status.reason}` };
    // Nothing is wrong with a registry that is not there yet, or that nobody has asked for.
    case "none":
    case "current":
    case "missing":
    case "off":
      return undefined;
  }
}

/** What is missing or has the wrong type counts as the default: nothing is asked. */
function readSettings(value: unknown): RegistrySettings {
  const { registryServers, registryUrl } = record(value);
  const url = typeof registryUrl === "string" && /^https?:\/\/[^\s/]/i.test(registryUrl) ? registryUrl : undefined;
  return { servers: registryServers === true, url };
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}
