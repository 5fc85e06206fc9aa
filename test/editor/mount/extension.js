/**
 * A file system in memory under `mount:/`, filled once from the test server's /workspace.json, as a virtual
 * workspace on the web has it: no paths, no processes, only what the provider offers.
 */
const vscode = require("vscode");

exports.activate = async function activate(context) {
  const answer = await fetch(new URL("/workspace.json", context.extensionUri.toString(true)));
  const files = new MemoryFiles(await answer.json());
  context.subscriptions.push(vscode.workspace.registerFileSystemProvider("mount", files, { isCaseSensitive: true }));
  // Proposed: without it workspace.findFiles finds nothing here.
  context.subscriptions.push(
    vscode.workspace.registerFileSearchProvider("mount", {
      provideFileSearchResults: (query) => files.paths().filter((path) => path.includes(query.pattern)).map((path) => vscode.Uri.from({ scheme: "mount", path })),
    }),
  );
};

class MemoryFiles {
  #entries = new Map([["/", folder()]]);
  #changes = new vscode.EventEmitter();
  onDidChangeFile = this.#changes.event;

  /** @param {Record<string, string>} contents path -> base64 */
  constructor(contents) {
    for (const [path, text] of Object.entries(contents)) {
      const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
      for (const parent of parents(path)) if (!this.#entries.has(parent)) this.#entries.set(parent, folder());
      this.#entries.set(path, file(bytes));
    }
  }

  paths() {
    return [...this.#entries].filter(([, entry]) => entry.bytes).map(([path]) => path);
  }

  watch() {
    return new vscode.Disposable(() => {});
  }

  stat(uri) {
    const { bytes, time } = this.#get(uri);
    return { type: bytes ? vscode.FileType.File : vscode.FileType.Directory, ctime: time, mtime: time, size: bytes?.length ?? 0 };
  }

  readDirectory(uri) {
    this.#get(uri);
    const prefix = uri.path.endsWith("/") ? uri.path : `${uri.path}/`;
    return [...this.#entries]
      .filter(([path]) => path !== "/" && path.startsWith(prefix) && !path.slice(prefix.length).includes("/"))
      .map(([path, entry]) => [path.slice(prefix.length), entry.bytes ? vscode.FileType.File : vscode.FileType.Directory]);
  }

  readFile(uri) {
    const { bytes } = this.#get(uri);
    if (!bytes) throw vscode.FileSystemError.FileIsADirectory(uri);
    return bytes;
  }

  writeFile(uri, bytes, { create, overwrite }) {
    const isThere = this.#entries.has(uri.path);
    if (!isThere && !create) throw vscode.FileSystemError.FileNotFound(uri);
    if (isThere && create && !overwrite) throw vscode.FileSystemError.FileExists(uri);
    this.#entries.set(uri.path, file(bytes));
    this.#tell(isThere ? vscode.FileChangeType.Changed : vscode.FileChangeType.Created, uri);
  }

  createDirectory(uri) {
    this.#entries.set(uri.path, folder());
    this.#tell(vscode.FileChangeType.Created, uri);
  }

  delete(uri) {
    this.#get(uri);
    for (const path of [...this.#entries.keys()]) {
      if (path === uri.path || path.startsWith(`${uri.path}/`)) this.#entries.delete(path);
    }
    this.#tell(vscode.FileChangeType.Deleted, uri);
  }

  rename(from, to) {
    for (const [path, entry] of [...this.#entries]) {
      if (path !== from.path && !path.startsWith(`${from.path}/`)) continue;
      this.#entries.delete(path);
      this.#entries.set(to.path + path.slice(from.path.length), entry);
    }
    this.#tell(vscode.FileChangeType.Deleted, from);
    this.#tell(vscode.FileChangeType.Created, to);
  }

  #get(uri) {
    const entry = this.#entries.get(uri.path.length > 1 ? uri.path.replace(/\/$/, "") : uri.path);
    if (!entry) throw vscode.FileSystemError.FileNotFound(uri);
    return entry;
  }

  #tell(type, uri) {
    this.#changes.fire([{ type, uri }]);
  }
}

const folder = () => ({ bytes: undefined, time: Date.now() });
const file = (bytes) => ({ bytes, time: Date.now() });

/** `/a/b/c.py` -> `/a`, `/a/b` */
function parents(path) {
  const parts = path.split("/").slice(1, -1);
  return parts.map((_, index) => `/${parts.slice(0, index + 1).join("/")}`);
}
