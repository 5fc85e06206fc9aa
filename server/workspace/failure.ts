/**
 * Failures in one line, for people. What a host or a decoder throws is written for them already; any other exception is a mistake
 * of ours, and they should know that their files are not to blame. Its stack belongs in a log.
 */
import { HostError } from "../host.ts";
import { NotSourceError } from "./python-encoding.ts";

export function failureText(error: unknown): string {
  return error instanceof HostError || error instanceof NotSourceError ? error.message : internalErrorText(error);
}

/** @param error an exception, or its text as far as it was kept */
export function internalErrorText(error: unknown): string {
  const [first = ""] = String(error).split("\n", 1);
  return `internal error of Seaworthy, please report it with the code that it met: ${first}`;
}
