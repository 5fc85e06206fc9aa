/**
 * From a path in feature_store.yaml to a URI: relative to the repository's folder, or absolute on the machine that holds it.
 *
 *     data/registry.db          file:///work/repo/data/registry.db
 *     /srv/feast/registry.db    file:///srv/feast/registry.db         vscode-remote://ssh+box/srv/feast/registry.db for a remote folder
 *     C:\feast\registry.db      file:///C%3A/feast/registry.db
 */
import { joinUri } from "../analysis/text/uri.ts";

export function resolvePath(root: string, path: string): string {
  const slashed = path.replaceAll("\\", "/");
  if (!isAbsolutePath(path)) return joinUri(root, slashed);
  const prefix = /^[A-Za-z][\w+.-]*:(?:\/\/[^/]*)?/.exec(root)?.[0] ?? "file://";
  return joinUri(`${prefix}/`, slashed);
}

export function isAbsolutePath(path: string): boolean {
  return /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);
}

/** A path to another machine: reading it asks a server. */
export function isNetworkPath(path: string): boolean {
  return /^(\\\\|\/\/)[^\\/]/.test(path);
}
