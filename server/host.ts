/**
 * Host: what the outside world must offer. Node, the browser (through the client's file system) and tests implement it;
 * nothing else in the server touches files, clocks or processes.
 *
 * URIs are opaque strings with `/`-separated paths; only a host turns them into paths.
 */
export interface Host {
  /** @throws HostError when the file cannot be read. Bytes, so that encodings and notebooks survive. */
  readFile(uri: string): Promise<Uint8Array>;
  /** The first bytes of a file, without reading the rest. Absent where files come only whole. @throws HostError */
  readHead?(uri: string, length: number): Promise<Uint8Array>;
  /** @throws HostError. Entries in name order; symbolic links are told apart so that walks can end. */
  readDirectory(uri: string): Promise<readonly DirectoryEntry[]>;
  /** `undefined` when there is nothing. */
  stat(uri: string): Promise<FileStat | undefined>;
  /** Absent in hosts that cannot write (the browser writes through the editor). */
  writeFile?(uri: string, bytes: Uint8Array): Promise<void>;
  /** Runs git and returns its standard output; `undefined` where there is no git or the command failed. */
  git?(folderUri: string, args: readonly string[]): Promise<string | undefined>;
  /** Milliseconds, for durations only. */
  now(): number;
  log(level: "error" | "warn" | "info" | "debug", message: string): void;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly kind: "file" | "directory" | "link" | "other";
}

export interface FileStat {
  readonly kind: "file" | "directory" | "other";
  readonly size: number;
  /** Changes when the content does: modification time or a version. */
  readonly version: number;
}

/** A failure at the border, in the user's words: `cannot read data/x.py: permission denied`. */
export class HostError extends Error {
  readonly uri: string;
  readonly code: "not-found" | "no-permission" | "is-a-directory" | "too-large" | "other";
  constructor(uri: string, code: HostError["code"], message: string) {
    super(message);
    this.name = "HostError";
    this.uri = uri;
    this.code = code;
  }
}
