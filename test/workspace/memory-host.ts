/**
 * A host whose files are a plain object, for tests: paths below `file:///project/`, or absolute ones.
 *
 *     memoryHost({ "a.py": "x = 1", "locked/": denied, "again": link("..") })
 */
import { HostError } from "../../server/host.ts";
import type { DirectoryEntry, FileStat, Host } from "../../server/host.ts";
import { joinUri, nameOf, parentUri } from "../../server/analysis/text/uri.ts";

export const project = "file:///project";

/** A file or folder that may not be read. */
export const denied = Symbol("denied");

export interface Link {
  readonly link: string;
}

/** A symbolic link; the target is relative to the folder that holds it. */
export function link(target: string): Link {
  return { link: target };
}

/** A key that ends in `/` is a folder: empty, or `denied`. */
export type MemoryFiles = Readonly<Record<string, string | Uint8Array | Link | typeof denied | undefined>>;

export interface MemoryHost extends Host {
  writeFile(uri: string, bytes: Uint8Array): Promise<void>;
  /** The text of a file now. */
  text(path: string): string | undefined;
  bytes(path: string): Uint8Array | undefined;
  set(path: string, content: string | Uint8Array): void;
  /** Removes a file. */
  remove(path: string): void;
  readonly logged: readonly string[];
  /** URIs in the order in which they were read. */
  readonly reads: readonly string[];
}

type Node = { readonly kind: "file"; readonly bytes: Uint8Array } | { readonly kind: "folder" } | { readonly kind: "denied-file" | "denied-folder" } | ({ readonly kind: "link" } & Link);

export function memoryHost(files: MemoryFiles): MemoryHost {
  const nodes = new Map<string, Node>([["file:///", { kind: "folder" }]]);
  const versions = new Map<string, number>();
  const logged: string[] = [];
  const reads: string[] = [];
  let clock = 0;

  const uriOf = (path: string): string => (path.startsWith("/") ? joinUri("file:///", path) : joinUri(project, path));
  const put = (uri: string, node: Node): void => {
    nodes.set(uri, node);
    for (let folder = parentUri(uri); !nodes.has(folder); folder = parentUri(folder)) nodes.set(folder, { kind: "folder" });
  };
  put(project, { kind: "folder" });
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) put(uriOf(path), { kind: "folder" });
    else if (content === denied) put(uriOf(path), { kind: path.endsWith("/") ? "denied-folder" : "denied-file" });
    else if (typeof content === "string") put(uriOf(path), { kind: "file", bytes: new TextEncoder().encode(content) });
    else if (content instanceof Uint8Array) put(uriOf(path), { kind: "file", bytes: content });
    else put(uriOf(path), { kind: "link", link: content.link });
  }

  /** Follows links in every part of the path, as an operating system does; `undefined` when they lead nowhere. */
  const resolve = (uri: string, budget = 40): string | undefined => {
    let at = "file:///";
    for (const name of joinUri(uri).slice("file:///".length).split("/").filter(Boolean)) {
      at = joinUri(at, decodeURIComponent(name));
      const node = nodes.get(at);
      if (node?.kind === "link") {
        if (budget === 0) return undefined;
        const target = resolve(joinUri(parentUri(at), node.link), budget - 1);
        if (target === undefined) return undefined;
        at = target;
      }
    }
    return at;
  };
  const nodeAt = (uri: string): Node | undefined => {
    const resolved = resolve(uri);
    return resolved === undefined ? undefined : nodes.get(resolved);
  };

  return {
    logged,
    reads,
    async readFile(uri) {
      reads.push(uri);
      const node = nodeAt(uri);
      if (node === undefined) throw new HostError(uri, "not-found", `cannot read ${nameOf(uri)}: it does not exist`);
      if (node.kind === "denied-file") throw new HostError(uri, "no-permission", `cannot read ${nameOf(uri)}: permission denied`);
      if (node.kind !== "file") throw new HostError(uri, "is-a-directory", `cannot read ${nameOf(uri)}: it is a folder`);
      return node.bytes;
    },
    async readDirectory(uri) {
      const folder = resolve(uri);
      const node = folder === undefined ? undefined : nodes.get(folder);
      if (folder === undefined || node === undefined) throw new HostError(uri, "not-found", `cannot read ${nameOf(uri)}: it does not exist`);
      if (node.kind === "denied-folder") throw new HostError(uri, "no-permission", `cannot read ${nameOf(uri)}: permission denied`);
      const entries: DirectoryEntry[] = [];
      for (const [path, child] of nodes) {
        if (path === folder || parentUri(path) !== folder) continue;
        const kind = child.kind === "link" ? "link" : child.kind.endsWith("folder") ? "directory" : "file";
        entries.push({ name: nameOf(path), kind });
      }
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    async stat(uri): Promise<FileStat | undefined> {
      const node = nodeAt(uri);
      if (node === undefined || node.kind === "link") return undefined;
      const kind = node.kind.endsWith("folder") ? "directory" : "file";
      return { kind, size: node.kind === "file" ? node.bytes.length : 0, version: versions.get(joinUri(uri)) ?? 0 };
    },
    async writeFile(uri, bytes) {
      if (nodeAt(uri)?.kind.startsWith("denied")) throw new HostError(uri, "no-permission", `cannot write ${nameOf(uri)}: permission denied`);
      versions.set(uri, (versions.get(uri) ?? 0) + 1);
      put(resolve(uri) ?? uri, { kind: "file", bytes });
    },
    now: () => (clock += 1),
    log: (level, message) => void logged.push(`${level}: ${message}`),
    bytes(path) {
      const node = nodeAt(uriOf(path));
      return node?.kind === "file" ? node.bytes : undefined;
    },
    text(path) {
      const node = nodeAt(uriOf(path));
      return node?.kind === "file" ? new TextDecoder().decode(node.bytes) : undefined;
    },
    remove(path) {
      nodes.delete(uriOf(path));
    },
    set(path, content) {
      const uri = uriOf(path);
      versions.set(uri, (versions.get(uri) ?? 0) + 1);
      put(uri, { kind: "file", bytes: typeof content === "string" ? new TextEncoder().encode(content) : content });
    },
  };
}
