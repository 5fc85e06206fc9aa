/**
 * Files through the client: the reading part of a {@link Host} for a server that has no file system of its own (a web
 * worker), and for documents that lie where this machine's file system does not reach (a remote repository).
 */
import type { Connection } from "vscode-languageserver";
import { HostError, type Host } from "../host.ts";
import { ReadDirectory, ReadFile, Stat, type FileAnswer, type FileParams, type OwnRequest } from "../protocol.ts";

type Files = Pick<Host, "readFile" | "readDirectory" | "stat">;

/** Every URI is read through the client. */
function clientFiles(connection: Connection): Files {
  return {
    readFile: async (uri) => decodeBase64(await ask(connection, ReadFile, uri)),
    readDirectory: (uri) => ask(connection, ReadDirectory, uri),
    stat: async (uri) => (await ask(connection, Stat, uri)) ?? undefined,
  };
}

/** Bytes that are sent over for the sake of a file's first lines. */
const largestWhole = 2_000_000;

/** `host` for the URIs that it reaches, the client for the rest. */
export function withClientFiles(host: Host, reaches: (uri: string) => boolean, connection: Connection): Host {
  const client = clientFiles(connection);
  const filesFor = (uri: string): Files => (reaches(uri) ? host : client);
  return {
    readFile: (uri) => filesFor(uri).readFile(uri),
    readDirectory: (uri) => filesFor(uri).readDirectory(uri),
    stat: (uri) => filesFor(uri).stat(uri),
    async readHead(uri, length) {
      if (reaches(uri) && host.readHead) return host.readHead(uri, length);
      // The client gives files whole only.
      const size = (await filesFor(uri).stat(uri))?.size ?? 0;
      if (size > largestWhole) throw new HostError(uri, "too-large", `${uri} is too large to be read for its first lines`);
      return (await filesFor(uri).readFile(uri)).subarray(0, length);
    },
    // What is not a file stays with the machine.
    ...(host.environment ? { environment: host.environment.bind(host) } : {}),
    ...(host.network ? { network: host.network } : {}),
    ...(host.cache ? { cache: host.cache } : {}),
    now: () => host.now(),
    log: (level, message) => { host.log(level, message); },
  };
}

async function ask<Value>(connection: Connection, request: OwnRequest<FileParams, FileAnswer<Value>>, uri: string): Promise<Value> {
  const answer = await connection.sendRequest<FileAnswer<Value>>(request.method, { uri });
  if ("value" in answer) return answer.value;
  throw new HostError(uri, answer.failure.code, answer.failure.message);
}

function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at++) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
