/** Answers the server's questions about files that it cannot read itself: those of virtual workspaces, and all in a browser. */
import { FileSystemError, FileType, Uri, type FileSystem } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  ReadDirectory, ReadFile, Stat,
  type FileAnswer, type FileEntry, type FileFacts, type FileFailure, type FileParams,
} from "../server/protocol.ts";

export function answerFileRequests(client: BaseLanguageClient, files: FileSystem): void {
  client.onRequest(ReadFile.method, ({ uri }: FileParams): Promise<FileAnswer<string>> =>
    answer(async () => toBase64(await files.readFile(Uri.parse(uri)))));
  client.onRequest(ReadDirectory.method, ({ uri }: FileParams): Promise<FileAnswer<readonly FileEntry[]>> =>
    answer(async () => {
      const entries = (await files.readDirectory(Uri.parse(uri))).map(([name, type]): FileEntry => ({ name, kind: entryKind(type) }));
      return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    }));
  client.onRequest(Stat.method, async ({ uri }: FileParams): Promise<FileAnswer<FileFacts | null>> => {
    const found = await answer(async (): Promise<FileFacts | null> => {
      const { type, size, mtime } = await files.stat(Uri.parse(uri));
      const kind = type & FileType.Directory ? "directory" : type & FileType.File ? "file" : "other";
      return { kind, size, version: mtime };
    });
    // Nothing there, or nothing that can be asked (a scheme without files): for a stat the same.
    return "failure" in found ? { value: null } : found;
  });
}

async function answer<Value>(ask: () => Promise<Value>): Promise<FileAnswer<Value>> {
  try {
    return { value: await ask() };
  } catch (error) {
    return { failure: { code: failureCode(error), message: error instanceof Error ? error.message : String(error) } };
  }
}

function failureCode(error: unknown): FileFailure["code"] {
  switch (error instanceof FileSystemError ? error.code : "") {
    case "FileNotFound":
      return "not-found";
    case "NoPermissions":
      return "no-permission";
    case "FileIsADirectory":
      return "is-a-directory";
    default:
      return "other";
  }
}

function entryKind(type: FileType): FileEntry["kind"] {
  if (type & FileType.SymbolicLink) return "link";
  if (type & FileType.Directory) return "directory";
  return type & FileType.File ? "file" : "other";
}

/** In pieces: a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let at = 0; at < bytes.length; at += 0x8000) binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(binary);
}
