/**
 * The {@link Host} of Node: files, git and a clock. Serves the language server on the desktop and the command line.
 */
import { execFile } from "node:child_process";
import { chmod, lstat, open, readdir, realpath, rename, stat, unlink } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { HostError } from "./host.ts";
import type { DirectoryEntry, FileStat, Host } from "./host.ts";
import { createNodeCache, createNodeNetwork } from "./main-node-network.ts";

/** V8 cannot hold longer strings; a file beyond this is data in any case. */
const largestFile = 400_000_000;

export function createNodeHost(log: Host["log"]): Required<Host> {
  return {
    log,
    now: () => performance.now(),
    environment: (name) => process.env[name],
    network: createNodeNetwork(),
    cache: createNodeCache(),
    async readFile(uri) {
      const path = pathFromUri(uri);
      try {
        const file = await open(path);
        try {
          const { size } = await file.stat();
          if (size > largestFile) throw new HostError(uri, "too-large", `cannot read ${shown(path)}: it is larger than ${largestFile / 1e6} MB`);
          return await contentOf(file, size);
        } finally {
          await file.close();
        }
      } catch (error) {
        throw hostError(uri, "read", path, error);
      }
    },
    async readHead(uri, length) {
      const path = pathFromUri(uri);
      try {
        const file = await open(path);
        try {
          const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, 0);
          return buffer.subarray(0, bytesRead);
        } finally {
          await file.close();
        }
      } catch (error) {
        throw hostError(uri, "read", path, error);
      }
    },
    async readDirectory(uri) {
      const path = pathFromUri(uri);
      try {
        const entries = await readdir(path, { withFileTypes: true });
        return entries.map(entryOf).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
      } catch (error) {
        throw hostError(uri, "read", path, error);
      }
    },
    async stat(uri): Promise<FileStat | undefined> {
      try {
        const found = await stat(pathFromUri(uri));
        return { kind: found.isFile() ? "file" : found.isDirectory() ? "directory" : "other", size: found.size, version: found.mtimeMs };
      } catch {
        return undefined;
      }
    },
    async writeFile(uri, bytes) {
      const path = pathFromUri(uri);
      try {
        await replaceFile(path, bytes);
      } catch (error) {
        throw hostError(uri, "write", path, error);
      }
    },
    git: (folderUri, args) =>
      new Promise((done) => {
        const options = { cwd: pathFromUri(folderUri), maxBuffer: 64_000_000, timeout: 30_000, windowsHide: true };
        execFile("git", args, options, (error, output) => { done(error ? undefined : output); });
      }),
  };
}

/** The file URI of a path, encoded as VS Code encodes it; relative paths are taken from the working directory. */
export function uriFromPath(path: string): string {
  const absolute = resolve(path).split(sep).join("/");
  const segments = absolute.split("/").map((segment) =>
    encodeURIComponent(segment).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  // A Windows drive becomes file:///c%3A/, with a small letter.
  const joined = segments.join("/").replace(/^([A-Z])%3A/, (drive) => drive.toLowerCase().replace("%3a", "%3A"));
  if (absolute.startsWith("//")) return `file:${joined}`;
  return `file://${joined.startsWith("/") ? "" : "/"}${joined}`;
}

/**
 * All of a file, with one read where nobody writes to it meanwhile: Node's own asks for the size again, and reads once more to see
 * that it is at the end. An index reads thousands of files. Of what has no size (a pipe, /proc) Node reads all that comes.
 */
async function contentOf(file: FileHandle, size: number): Promise<Uint8Array> {
  if (size === 0) return file.readFile();
  const buffer = Buffer.allocUnsafe(size + 1);
  const { bytesRead } = await file.read(buffer, 0, size + 1);
  if (bytesRead === size) return buffer.subarray(0, size);
  return Buffer.concat([buffer.subarray(0, bytesRead), await file.readFile()]);
}

function pathFromUri(uri: string): string {
  return fileURLToPath(uri);
}

function entryOf(entry: { name: string; isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): DirectoryEntry {
  const kind = entry.isFile() ? "file" : entry.isDirectory() ? "directory" : entry.isSymbolicLink() ? "link" : "other";
  return { name: entry.name, kind };
}

/**
 * Writes beside the file and renames, so that a reader sees the old or the new content and never half of it. Keeps the
 * file's permissions, and a symbolic link as a link. Where the folder allows no new files, writes in place.
 */
async function replaceFile(path: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(path).catch(() => path);
  const before = await lstat(target).catch(() => undefined);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.seaworthy`);
  let file;
  try {
    file = await open(beside, "wx", before ? before.mode : 0o666);
  } catch (error) {
    if (!before || !isAccessError(error)) throw error;
    const direct = await open(target, "r+");
    try {
      // Longer content first, then the cut: a failure in between loses nothing that cannot be seen.
      await direct.writeFile(bytes);
      await direct.truncate(bytes.length);
    } finally {
      await direct.close();
    }
    return;
  }
  try {
    await file.writeFile(bytes);
    await file.sync();
    await file.close();
    if (before) await chmod(beside, before.mode);
    await rename(beside, target);
  } catch (error) {
    await file.close().catch(() => undefined);
    await unlink(beside).catch(() => undefined);
    throw error;
  }
}

function isAccessError(error: unknown): boolean {
  return ["EACCES", "EPERM", "EROFS"].includes((error as NodeJS.ErrnoException).code ?? "");
}

function hostError(uri: string, verb: "read" | "write", path: string, error: unknown): HostError {
  if (error instanceof HostError) return error;
  const { code } = error as NodeJS.ErrnoException;
  const [kind, reason] = reasons[code ?? ""] ?? ["other", error instanceof Error ? error.message : String(error)];
  return new HostError(uri, kind, `cannot ${verb} ${shown(path)}: ${reason}`);
}

const reasons: Readonly<Record<string, readonly [HostError["code"], string]>> = {
  ENOENT: ["not-found", "it does not exist"],
  ENOTDIR: ["not-found", "a part of its path is not a folder"],
  EACCES: ["no-permission", "permission denied"],
  EPERM: ["no-permission", "permission denied"],
  EROFS: ["no-permission", "the file system is read-only"],
  EISDIR: ["is-a-directory", "it is a folder"],
  ELOOP: ["other", "its symbolic links go in a circle"],
  ENOSPC: ["other", "no space is left on the device"],
  EMFILE: ["other", "too many files are open"],
};

/** Relative to the working directory when below it. */
function shown(path: string): string {
  const folder = process.cwd() + sep;
  return path.startsWith(folder) ? path.slice(folder.length).split(sep).join("/") : path;
}
