/**
 * Containment: whatever goes wrong inside one request is logged and answered with an empty result. An editor that shows an
 * error message for each keystroke is worse than one that shows nothing, and a lost connection is worse than both.
 */
import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import { textOf } from "../analysis/engine/run.ts";
import type { Host } from "../host.ts";

/** Thrown by a handler that noticed that nobody waits for its answer. */
export class Cancelled extends Error {}

/** A request handler that never throws: cancelled requests say so, failed ones answer `empty`. */
export function contained<Params, Result, ErrorData = void>(
  host: Host,
  name: string,
  empty: Result,
  handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token: CancellationToken) => Promise<Result | ResponseError<ErrorData>> {
  return async (params, token) => {
    try {
      if (isCancelled(token)) return cancelled();
      const result = await handle(params, token);
      return isCancelled(token) ? cancelled() : result;
    } catch (error) {
      if (error instanceof Cancelled) return cancelled();
      host.log("error", `${name} failed: ${textOf(error)}`);
      return empty;
    }
  };
}

/** Runs a step of our own (a notification, background work): failures are logged. */
export function attempt(host: Host, name: string, step: () => void | Promise<void>): void {
  const failed = (error: unknown): void => host.log("error", `${name} failed: ${textOf(error)}`);
  try {
    const result = step();
    if (result instanceof Promise) result.catch(failed);
  } catch (error) {
    failed(error);
  }
}

/** A token changes while its request waits. */
function isCancelled(token: CancellationToken): boolean {
  return token.isCancellationRequested;
}

function cancelled<ErrorData>(): ResponseError<ErrorData> {
  return new ResponseError<ErrorData>(LSPErrorCodes.RequestCancelled, "cancelled");
}
