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
  /** An environment variable; absent where there are none (the browser). */
  environment?(name: string): string | undefined;
  /** Servers; absent where nothing may be asked. Whoever asks has the user's leave. */
  readonly network?: Network;
  /** Bytes kept from one run to the next, outside of the workspace; absent where there is no such place. */
  readonly cache?: Cache;
  /** Milliseconds, for durations only. */
  now(): number;
  log(level: "error" | "warn" | "info" | "debug", message: string): void;
}

/** Both refuse redirects, and end with a HostError what is too slow or too long. */
export interface Network {
  /** What lies at an http or https URL. `token` says who asks; no message names it. @throws HostError */
  readonly get: (url: string, limits: NetworkLimits, token?: string) => Promise<Uint8Array>;
  /** A gRPC call, message in and message out. Absent where HTTP/2 cannot be spoken (the browser). @throws HostError */
  readonly call?: (server: GrpcServer, method: string, message: Uint8Array, limits: NetworkLimits) => Promise<Uint8Array>;
}

export interface NetworkLimits {
  readonly milliseconds: number;
  readonly maxBytes: number;
}

export interface GrpcServer {
  /** `host:port` */
  readonly address: string;
  /** Who asks. */
  readonly token: string | undefined;
  /** `undefined`: without encryption. Contents of PEM files; without `authorities` those that the system trusts. */
  readonly tls:
    | {
        readonly authorities: Uint8Array | undefined;
        readonly certificate: Uint8Array | undefined;
        readonly key: Uint8Array | undefined;
        /** Name that the server's certificate is for, where it differs from the address. */
        readonly serverName: string | undefined;
      }
    | undefined;
}

export interface Cache {
  /** `undefined` when there is nothing, or it cannot be read. */
  read(key: string): Promise<{ readonly bytes: Uint8Array; readonly ageMilliseconds: number } | undefined>;
  /** Never rejects: what could not be kept is asked for again. */
  write(key: string, bytes: Uint8Array): Promise<void>;
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
