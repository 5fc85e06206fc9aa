/**
 * Finds Ruff's settings for a file as Ruff does: the nearest `.ruff.toml`, `ruff.toml`, or pyproject.toml with `[tool.ruff]`, in that order
 * within a folder, and what it extends. What was found is kept until {@link RuffFinder.invalidate}.
 */
import { readRuffFile, ruffFileNames } from "../analysis/engine/ruff.ts";
import type { RuffLayer, RuffSettings } from "../analysis/engine/ruff.ts";
import { joinUri, nameOf, parentUri } from "../analysis/text/uri.ts";
import type { Host } from "../host.ts";

export interface RuffFinder {
  /** `undefined`: nothing says that Ruff is used. The same object for all files of the same settings. Never rejects. */
  find(uri: string): Promise<RuffSettings | undefined>;
  /** Files of whatever name that some file which was found extends, or means to. */
  readonly extended: ReadonlySet<string>;
  /** Call when a settings file was made, changed or deleted. */
  invalidate(): void;
}

export function isRuffFile(uri: string): boolean {
  return ruffFileNames.some((name) => name === nameOf(uri));
}

export function createRuffFinder(host: Pick<Host, "readFile" | "stat">): RuffFinder {
  const byFolder = new Map<string, Promise<RuffSettings | undefined>>();
  const extended = new Set<string>();

  const read = async (uri: string): Promise<RuffLayer | undefined> => {
    if ((await host.stat(uri).catch(() => undefined))?.kind !== "file") return undefined;
    const bytes = await host.readFile(uri).catch(() => undefined);
    return bytes && readRuffFile(uri, new TextDecoder().decode(bytes));
  };

  const chainFrom = async (first: RuffLayer, uri: string): Promise<RuffSettings> => {
    const layers = [first];
    const seen = new Set([uri]);
    for (let layer: RuffLayer | undefined = first; layer?.extend !== undefined; ) {
      // Paths of another machine's home or root lead out of what may be read here.
      const next: string = joinUri(layer.root, layer.extend.replaceAll("\\", "/"));
      if (/^(?:\/|~|\$|[A-Za-z]:)/u.test(layer.extend) || seen.has(next)) break;
      seen.add(next);
      extended.add(next);
      layer = await read(next);
      if (layer) layers.unshift(layer);
    }
    return { layers };
  };

  const search = async (folder: string): Promise<RuffSettings | undefined> => {
    for (const name of ruffFileNames) {
      const uri = joinUri(folder, name);
      const layer = await read(uri);
      if (layer) return chainFrom(layer, uri);
    }
    const parent = parentUri(folder);
    return parent === joinUri(folder) ? undefined : find(parent);
  };

  const find = (folder: string): Promise<RuffSettings | undefined> => {
    let found = byFolder.get(folder);
    if (!found) byFolder.set(folder, (found = search(folder)));
    return found;
  };

  return {
    find: (uri) => find(parentUri(uri)),
    extended,
    invalidate() {
      byFolder.clear();
      extended.clear();
    },
  };
}
